#include "brp/lijst.h"

#include "brp/lijst_velden.h"
#include "platform/i18n/i18n.h"

#include <fmt/core.h>

namespace brp {
using i18n::N_;

namespace {
/// Without these a line cannot be a person.
constexpr std::string_view nodig[] = {"01.01.10", "01.01.20", "01.02.10", "01.02.40", "01.03.10", "01.04.10"};
bool is_heading(std::string_view cell) { return cell.size() == 8 && cell[2] == '.' && cell[5] == '.'; }
}

std::optional<std::string> LijstLezer::open() {
    auto const head = csv_.next();
    if (!head) return std::string{N_("Het bestand is leeg.")};
    if (!head->cellen) return fmt::format("De kop is niet te lezen: {}", zin(head->cellen.error()));
    breedte_ = head->cellen->size();
    bool any = false;
    for (std::size_t i = 0; i < breedte_; ++i) {
        auto const& name = (*head->cellen)[i];
        any = any || is_heading(name);
        // The official set has 06.88.10 twice: the first one counts.
        kolommen_.try_emplace(name, i);
    }
    if (!any)
        return std::string{
            N_("Dit is geen BRP-lijst: de kop heeft geen LO-kolommen als 01.01.20, gescheiden door puntkomma's.")};
    std::string missing;
    for (auto const name : nodig)
        if (!kolommen_.contains(name)) missing += (missing.empty() ? "" : ", ") + std::string{name};
    if (!missing.empty()) return fmt::format("Deze kolommen ontbreken: {}.", missing);
    return std::nullopt;
}

std::optional<Weigering> LijstLezer::take(CsvLezer::Rij const& rij, std::vector<Rij>& rijen) const {
    if (!rij.cellen) return Weigering{rij.regel, {}, zin(rij.cellen.error())};
    if (rij.cellen->size() < breedte_ && rij.laatste_zonder_einde)
        return Weigering{rij.regel, {}, N_("het bestand breekt hier af.")};
    if (rij.cellen->size() < breedte_) return Weigering{rij.regel, {}, N_("de regel heeft te weinig kolommen.")};
    if (rij.cellen->size() > breedte_) return Weigering{rij.regel, {}, N_("de regel heeft te veel kolommen.")};
    rijen.push_back(*rij.cellen);
    return std::nullopt;
}

std::optional<LijstLezer::Gelezen> LijstLezer::next() {
    auto first = wachtend_ ? std::exchange(wachtend_, std::nullopt) : csv_.next();
    if (!first) return std::nullopt;
    std::vector<Rij> rijen;
    std::optional<Weigering> refusal = take(*first, rijen);
    // Only the first line of the file can be a loose continuation: every other one belongs to the list above it.
    if (!refusal && rijen[0][0].empty())
        refusal = Weigering{first->regel, {}, N_("deze vervolgregel hoort bij geen persoonslijst.")};
    int regel = first->regel;
    std::vector<int> regels{regel};
    while (auto more = csv_.next()) {
        bool const new_list = !more->cellen || (!more->cellen->empty() && !(*more->cellen)[0].empty());
        // A line that cannot be split has no first cell to go by: it stands alone, unless it is plainly a continuation.
        if (new_list) {
            wachtend_ = std::move(more);
            break;
        }
        if (refusal) continue;
        refusal = take(*more, rijen);
        regels.push_back(more->regel);
    }
    if (refusal) return Gelezen{regel, unexpected{*refusal}};
    return Gelezen{regel, Velden{kolommen_, rijen, regels}.persoon()};
}
}
