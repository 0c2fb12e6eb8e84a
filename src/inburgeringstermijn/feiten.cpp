#include "inburgeringstermijn/feiten.h"

#include "platform/i18n/i18n.h"

#include <algorithm>

namespace inburgeringstermijn {
namespace {
using i18n::N_;
using enum FeitSoort;
}

bool is_meervoudig(FeitSoort soort) {
    if (soort == duo_termijn) return false;
    return is_periode(soort) || soort == derden_gevraagd || soort == derden_ontvangen || soort == duo_verlenging;
}
bool is_periode(FeitSoort soort) { return vorm(soort) != FeitVorm::een_dag; }
bool is_van_duo(FeitSoort soort) {
    return soort == plicht_begin || soort == tien_weken_gestart || soort == duo_termijn || soort == duo_verlenging
           || soort == plicht_voldaan;
}

namespace {
/// Assumed, while somebody named the day.
bool is_overbodig(std::vector<Opgeschreven> const& all, Opgeschreven const& one) {
    return one.bron == aangenomen && std::ranges::any_of(all, [&](Opgeschreven const& other) {
               return other.bron != aangenomen && other.feit.soort == one.feit.soort;
           });
}
}

std::vector<Feit> geldend(std::vector<Opgeschreven> const& all) {
    std::vector<Feit> facts;
    for (auto const& one : all) {
        if (is_meervoudig(one.feit.soort)) {
            facts.push_back(one.feit);
            continue;
        }
        if (wijkt_voor_duo(all, one) || is_overbodig(all, one)) continue;
        auto fact = one.feit;
        fact.aangenomen = one.bron == aangenomen;
        auto const earlier = std::ranges::find(facts, fact.soort, &Feit::soort);
        if (earlier == facts.end())
            facts.push_back(fact);
        else
            *earlier = fact;
    }
    return facts;
}

bool wijkt_voor_duo(std::vector<Opgeschreven> const& all, Opgeschreven const& one) {
    return !is_meervoudig(one.feit.soort) && one.bron != "duo"
           && std::ranges::any_of(all, [&](Opgeschreven const& other) {
                  return other.bron == "duo" && other.feit.soort == one.feit.soort;
              });
}

KlokTaak taak_van(KlokSoort soort) {
    switch (soort) {
    case KlokSoort::pip:
        return {"pip", N_("PIP vaststellen"), N_("Tien weken na de kennisgeving van DUO moet het PIP er zijn.")};
    case KlokSoort::inburgeringstermijn:
        return {"termijn", N_("De inburgeringstermijn eindigt"),
                N_("Kijk of alle onderdelen klaar zijn en of verlenging nodig is.")};
    case KlokSoort::schakelgrens:
        return {"leerroute", N_("Laatste dag om van leerroute te wisselen"),
                N_("Past de leerroute nog? Na anderhalf jaar kan wisselen alleen bij uitzondering.")};
    case KlokSoort::verlengingsmoment:
        return {"termijn", N_("Kijk of verlenging nodig is"),
                N_("Vanaf nu kan de inburgeraar verlenging aanvragen bij DUO.")};
    case KlokSoort::herinnering:
        return {"termijn", N_("Herinner aan het einde van de termijn"),
                N_("De termijn loopt bijna af. Bespreek wat nog open staat.")};
    case KlokSoort::ontzorgen:
        return {"geld", N_("Ontzorgen eindigt"), N_("Plan het loslaatgesprek: zes maanden zijn bijna voorbij.")};
    case KlokSoort::duo_beslist_verlenging:
    case KlokSoort::duo_beslist_ontheffing: return {"duo", titel(soort), {}};
    case KlokSoort::bezwaar:
    case KlokSoort::beslissing_op_bezwaar:
    case KlokSoort::onderbreking:
    case KlokSoort::beslissing_op_aanvraag:
    case KlokSoort::niet_behandelen:
    case KlokSoort::dwangsom_begint:
    case KlokSoort::dwangsom_eindigt: return {"termijn", titel(soort), {}};
    case KlokSoort::boetebesluit:
    case KlokSoort::verval_boete_intake:
    case KlokSoort::verval_boete_pip:
    case KlokSoort::derde_oproep:
    case KlokSoort::betaling_boete:
    case KlokSoort::bezwaar_boete:
    case KlokSoort::aanmaning:
    case KlokSoort::verjaring_boete: return {"handhaving", titel(soort), {}};
    }
    return {};
}

Date werk_vanaf(Klok const& klok) {
    if (klok.soort == KlokSoort::pip) return klok.begin;
    return klok.waarschuwing.value_or(klok.uiterlijk - std::chrono::weeks{4});
}

std::string_view tekst(FeitRefusal refusal) {
    switch (refusal) {
    case FeitRefusal::dag_in_toekomst: return N_("Deze dag ligt in de toekomst. Leg een feit vast als het er is.");
    case FeitRefusal::tot_niet_na_van: return N_("De einddag moet na de begindag liggen.");
    case FeitRefusal::einde_nodig: return N_("Vul ook de einddag in.");
    case FeitRefusal::dag_voor_2022:
        return N_("De Wet inburgering 2021 geldt vanaf 1 januari 2022. Kies een dag vanaf die datum.");
    case FeitRefusal::eerst_gevraagd:
        return N_("Leg eerst vast wanneer u de informatie hebt gevraagd. De ontvangst ligt op of na die dag.");
    }
    return {};
}

std::optional<FeitRefusal> check_feit(Feit const& feit, std::vector<Feit> const& staand, Date today) {
    if (feit.dag > today) return FeitRefusal::dag_in_toekomst;
    if (!feit.tot && vorm(feit.soort) == FeitVorm::periode_met_einde) return FeitRefusal::einde_nodig;
    if (feit.tot && *feit.tot <= feit.dag) return FeitRefusal::tot_niet_na_van;
    constexpr Date start_of_law{2022y / 1 / 1};
    bool const may_be_older = feit.soort == brp_inschrijving || feit.soort == huisvesting_28 || feit.soort == bijstand;
    if (!may_be_older && feit.dag < start_of_law) return FeitRefusal::dag_voor_2022;
    if (feit.soort == derden_ontvangen
        && std::ranges::none_of(staand, [&](Feit const& f) { return f.soort == derden_gevraagd && f.dag <= feit.dag; }))
        return FeitRefusal::eerst_gevraagd;
    return std::nullopt;
}
}
