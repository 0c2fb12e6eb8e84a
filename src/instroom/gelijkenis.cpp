#include "instroom/gelijkenis.h"

#include "platform/i18n/i18n.h"

#include <algorithm>
#include <set>

namespace instroom {
using i18n::N_;

namespace {
std::set<std::string> words(std::vector<Naamwoord> const& names) {
    std::set<std::string> all;
    for (auto const& n : names) all.insert(n.woord);
    return all;
}
std::set<std::string> sounds(std::vector<Naamwoord> const& names) {
    std::set<std::string> all;
    for (auto const& n : names) all.insert(n.klank.empty() ? n.woord : n.klank);
    return all;
}
std::size_t shared(std::set<std::string> const& a, std::set<std::string> const& b) {
    return static_cast<std::size_t>(std::ranges::count_if(a, [&](auto const& x) { return b.contains(x); }));
}

/// Names are sets of words here: which of them is the family name differs by country and by who wrote it down.
std::optional<Gelijkreden> compare_names(Kenmerken const& a, Kenmerken const& b) {
    if (a.naam.empty() || b.naam.empty()) return std::nullopt;
    if (words(a.naam) == words(b.naam)) return Gelijkreden{N_("Zelfde naam"), 45};
    auto const x = sounds(a.naam), y = sounds(b.naam);
    auto const both = shared(x, y), least = std::min(x.size(), y.size()), most = std::max(x.size(), y.size());
    if (both == least && (least >= 2 || most == 1)) return Gelijkreden{N_("De naam klinkt hetzelfde"), 38};
    if (both >= 2 && both * 2 >= most) return Gelijkreden{N_("Een groot deel van de naam klinkt hetzelfde"), 28};
    if (both >= 1) return Gelijkreden{N_("Een deel van de naam klinkt hetzelfde"), 12};
    return Gelijkreden{N_("De namen lijken niet op elkaar"), -20};
}

bool compatible(int a, int b) { return a == 0 || b == 0 || a == b; }

std::optional<Gelijkreden> compare_births(PartialDate a, PartialDate b) {
    if (a.year() == 0 || b.year() == 0) return std::nullopt;
    if (a == b && a.day() != 0) return Gelijkreden{N_("Zelfde geboortedatum"), 35};
    bool const same_year = a.year() == b.year();
    if (same_year && compatible(a.month(), b.month()) && compatible(a.day(), b.day()))
        return Gelijkreden{N_("De geboortedatum past, voor zover bekend"), 18};
    if (same_year && a.month() == b.day() && a.day() == b.month())
        return Gelijkreden{N_("Dag en maand van geboorte zijn verwisseld"), 22};
    if (same_year && (a.month() == b.month() || a.day() == b.day()))
        return Gelijkreden{N_("De geboortedatum verschilt op één plek"), 15};
    return Gelijkreden{N_("Andere geboortedatum"), -25};
}

std::optional<Gelijkreden> compare_sexes(std::string const& a, std::string const& b) {
    if (a == "O" || b == "O" || a.empty() || b.empty()) return std::nullopt;
    return a == b ? Gelijkreden{N_("Zelfde geslacht"), 5} : Gelijkreden{N_("Ander geslacht"), -15};
}
}

Gelijkenis vergelijk(Kenmerken const& a, Kenmerken const& b) {
    if (!a.bsn_index.empty() && !b.bsn_index.empty()) {
        // A BSN belongs to one person: it settles the question both ways.
        if (a.bsn_index == b.bsn_index) return {100, {{N_("Zelfde burgerservicenummer"), 100}}};
        return {0, {{N_("Twee verschillende burgerservicenummers"), 0}}};
    }
    Gelijkenis g{0, {}};
    auto const add = [&](std::optional<Gelijkreden> reden) {
        if (!reden) return;
        g.score += reden->punten;
        g.redenen.push_back(*reden);
    };
    if (!a.v_nummer.empty() && !b.v_nummer.empty())
        add(a.v_nummer == b.v_nummer ? Gelijkreden{N_("Zelfde V-nummer"), 70} : Gelijkreden{N_("Ander V-nummer"), -40});
    add(compare_names(a, b));
    add(compare_births(a.geboren, b.geboren));
    add(compare_sexes(a.geslacht, b.geslacht));
    if (shared(sounds(a.ouders), sounds(b.ouders)) >= 2) add(Gelijkreden{N_("Zelfde ouder"), 15});
    g.score = std::clamp(g.score, 0, 100);
    std::ranges::stable_sort(g.redenen,
                             [](auto const& x, auto const& y) { return std::abs(x.punten) > std::abs(y.punten); });
    return g;
}
}
