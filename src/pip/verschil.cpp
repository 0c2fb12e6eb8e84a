#include "pip/verschil.h"

#include "platform/i18n/i18n.h"

#include <algorithm>

namespace pip {
using i18n::N_;

namespace {
Aard aard_van(std::string const& oud, std::string const& nieuw) {
    return oud.empty() ? Aard::nieuw : nieuw.empty() ? Aard::weg : Aard::gewijzigd;
}
std::string regel(Afspraak const& a) {
    auto text = a.wat;
    if (!a.wie.empty()) text += " · " + a.wie;
    if (a.dag) text += " · " + to_iso(*a.dag);
    return text + " · " + a.grondslag;
}
std::string regel(Doel const& d) { return d.tekst; }
bool zelfde_plek(Doel const& a, Doel const& b) { return a.leefgebied == b.leefgebied && a.termijn == b.termijn; }
bool zelfde_plek(Afspraak const& a, Afspraak const& b) { return a.wat == b.wat; }
bool gelijk(Doel const& a, Doel const& b) { return zelfde_plek(a, b) && a.tekst == b.tekst; }
bool gelijk(Afspraak const& a, Afspraak const& b) {
    return a.wat == b.wat && a.wie == b.wie && a.dag == b.dag && a.grondslag == b.grondslag;
}
std::string_view soort(Doel const& d) { return titel_van(doel_termijnen(), d.termijn); }
std::string_view soort(Afspraak const&) { return N_("Afspraak"); }
std::string gebied(Doel const& d) { return d.leefgebied; }
std::string gebied(Afspraak const&) { return {}; }

/// Takes the same rows out on both sides, pairs what stands in the same place as changed, and tells the rest.
template <class Rij> void rijen(std::vector<Verschil>& found, Deel deel, std::vector<Rij> oud, std::vector<Rij> nieuw) {
    for (auto at = oud.begin(); at != oud.end();) {
        auto const same = std::ranges::find_if(nieuw, [&](Rij const& n) { return gelijk(*at, n); });
        if (same == nieuw.end()) {
            ++at;
            continue;
        }
        nieuw.erase(same);
        at = oud.erase(at);
    }
    for (auto const& before : oud) {
        auto const after = std::ranges::find_if(nieuw, [&](Rij const& n) { return zelfde_plek(before, n); });
        bool const changed = after != nieuw.end();
        found.push_back({changed ? Aard::gewijzigd : Aard::weg,
                         deel,
                         soort(before),
                         regel(before),
                         changed ? regel(*after) : std::string{},
                         {},
                         gebied(before)});
        if (changed) nieuw.erase(after);
    }
    for (auto const& added : nieuw)
        found.push_back({Aard::nieuw, deel, soort(added), {}, regel(added), {}, gebied(added)});
}
}

std::vector<Verschil> verschil(Plan const& oud, Plan const& nieuw) {
    std::vector<Verschil> found;
    for (auto const& field : velden()) {
        if (waarde(oud.inhoud, field) == waarde(nieuw.inhoud, field)) continue;
        auto before = leesbaar(oud.inhoud, field), after = leesbaar(nieuw.inhoud, field);
        auto const kind = aard_van(before, after);
        found.push_back({kind, field.deel, field.titel, std::move(before), std::move(after), field.naam, {}});
    }
    rijen(found, Deel::doelen, oud.doelen, nieuw.doelen);
    rijen(found, Deel::afspraken, oud.afspraken, nieuw.afspraken);
    return found;
}
}
