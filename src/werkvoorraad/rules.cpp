#include "werkvoorraad/rules.h"

#include "law/termijnenwet.h"
#include "platform/i18n/i18n.h"

#include <algorithm>
#include <fmt/core.h>

namespace werkvoorraad {
namespace {
using i18n::N_;
constexpr std::array<std::string_view, 4> standen{"open", "wacht", "klaar", "vervallen"};
}

std::string_view naam(Stand stand) { return standen[static_cast<std::size_t>(stand)]; }
std::optional<Stand> stand_van(std::string_view name) {
    for (std::size_t i = 0; i < standen.size(); ++i)
        if (standen[i] == name) return static_cast<Stand>(i);
    return std::nullopt;
}

std::array<SoortNaam, aantal_soorten> const& soorten() {
    static constexpr std::array<SoortNaam, aantal_soorten> all{{
        {"pip", N_("PIP"), N_("PIP")},
        {"intake", N_("Intake"), N_("Intake")},
        {"leerroute", N_("Leerroute"), N_("Leerroute")},
        {"termijn", N_("Termijn"), N_("Termijnen")},
        {"geld", N_("Geld"), N_("Geld")},
        {"duo", N_("DUO"), N_("DUO")},
        {"handhaving", N_("Handhaving"), N_("Handhaving")},
        {"bericht", N_("Bericht"), N_("Berichten")},
        {"dubbel", N_("Dubbel"), N_("Dubbelen")},
        {"overig", N_("Overig"), N_("Overig")},
    }};
    return all;
}
namespace {
std::optional<std::size_t> place_of(std::string_view soort) {
    for (std::size_t i = 0; i < soorten().size(); ++i)
        if (soorten()[i].naam == soort) return i;
    return std::nullopt;
}
}
bool is_soort(std::string_view soort) { return place_of(soort).has_value(); }
std::string_view soort_titel(std::string_view soort) {
    auto const place = place_of(soort);
    return place ? soorten()[*place].titel : std::string_view{};
}

namespace {
constexpr std::array<std::string_view, 7> weigeringen{
    "bestaat_niet", "al_klaar", "van_ander", "wettelijke_termijn", "al_gewijzigd", "onbekende_collega", "geen_recht"};
}
std::string_view naam(Weigering weigering) { return weigeringen[static_cast<std::size_t>(weigering)]; }
std::optional<Weigering> weigering_van(std::string_view name) {
    for (std::size_t i = 0; i < weigeringen.size(); ++i)
        if (weigeringen[i] == name) return static_cast<Weigering>(i);
    return std::nullopt;
}
std::string_view tekst(Weigering weigering) {
    switch (weigering) {
    case Weigering::bestaat_niet: return N_("Deze taak is er niet (meer).");
    case Weigering::al_klaar: return N_("Deze taak is al afgerond.");
    case Weigering::van_ander: return N_("Een collega heeft deze taak net opgepakt.");
    case Weigering::wettelijke_termijn:
        return N_("Dit is een wettelijke termijn. De datum volgt uit de wet. De taak sluit als het feit in het dossier "
                  "staat.");
    case Weigering::al_gewijzigd: return N_("Iemand heeft deze taak intussen gewijzigd. Kijk eerst wat er nu staat.");
    case Weigering::onbekende_collega: return N_("Kies een collega uit de lijst.");
    case Weigering::geen_recht: return N_("Deze taak is van een ander. U mag haar niet wijzigen.");
    }
    return {};
}

namespace {
bool over(Stand stand) { return stand == Stand::klaar || stand == Stand::vervallen; }
}
std::optional<Weigering> may_move(Aard const& aard) {
    if (over(aard.stand)) return Weigering::al_klaar;
    if (aard.van_termijn) return Weigering::wettelijke_termijn;
    return std::nullopt;
}
std::optional<Weigering> may_finish(Aard const& aard) { return may_move(aard); }
std::optional<Weigering> may_assign(Aard const& aard) {
    if (over(aard.stand)) return Weigering::al_klaar;
    return std::nullopt;
}

Date einde_week(Date today) {
    auto const day = std::chrono::weekday{today}.iso_encoding();   // Monday 1, Sunday 7
    return today + std::chrono::days{7 - static_cast<int>(day)};
}
Groep groep_van(Stand stand, Date uiterlijk, Date today) {
    if (uiterlijk <= today) return Groep::nu;
    if (stand == Stand::wacht) return Groep::wacht;
    return uiterlijk <= einde_week(today) ? Groep::deze_week : Groep::later;
}

Cijfers cijfers(std::vector<Telling> const& tellingen, Date today) {
    Cijfers sum;
    for (auto const& t : tellingen) {
        sum.alles += t.aantal;
        if (auto const place = place_of(t.soort)) sum.per_soort[*place] += t.aantal;
        switch (groep_van(t.stand, t.uiterlijk, today)) {
        case Groep::nu: (t.uiterlijk < today ? sum.te_laat : sum.vandaag) += t.aantal; break;
        case Groep::deze_week: sum.deze_week += t.aantal; break;
        case Groep::later: sum.later += t.aantal; break;
        case Groep::wacht: sum.wacht += t.aantal; break;
        }
    }
    return sum;
}

std::vector<std::int64_t> per_dag(std::vector<Telling> const& tellingen, std::vector<Date> const& days, Date today) {
    std::vector<std::int64_t> counts(days.size(), 0);
    for (auto const& t : tellingen) {
        if (t.uiterlijk < today || groep_van(t.stand, t.uiterlijk, today) == Groep::wacht) continue;
        auto const after = std::upper_bound(days.begin(), days.end(), t.uiterlijk);
        if (after == days.begin()) continue;
        auto const at = static_cast<std::size_t>(after - days.begin()) - 1;
        // Beyond the last day there is no next working day to end its stretch.
        if (at + 1 == days.size() && t.uiterlijk != days[at]) continue;
        counts[at] += t.aantal;
    }
    return counts;
}

std::vector<Date> werkdagen(Date today, int count) {
    std::vector<Date> days{today};
    for (Date day = today + std::chrono::days{1}; static_cast<int>(days.size()) < count; day += std::chrono::days{1})
        if (!law::is_rustdag(day)) days.push_back(day);
    return days;
}

Stap volgende_stap(StapFeiten const& f) {
    if (!f.dossier) return {N_("Taak openen"), fmt::format("/taken/{}", f.taak.value)};
    auto const file = fmt::format("/dossiers/{}", f.dossier->value);
    if (f.soort == "dubbel") return {N_("Dubbelen bekijken"), "/dubbelen"};
    if (f.termijnsoort == "pip") return {N_("Naar het dossier"), file};   // its head knows the next step
    if (!f.termijnsoort.empty()) return {N_("Termijn bekijken"), file + "/termijnen"};
    if (f.soort == "pip") return {N_("Naar het plan"), file + "/plan"};
    if (f.titel.find("eerbaarheidstoets") != std::string_view::npos) return {N_("Naar de toets"), file + "/toets"};
    if (f.soort == "intake") return {N_("Naar de intake"), file + "/intake"};
    if (f.soort == "duo") return {N_("Dossier openen"), file};
    return {N_("Taak openen"), fmt::format("/taken/{}", f.taak.value)};
}
}
