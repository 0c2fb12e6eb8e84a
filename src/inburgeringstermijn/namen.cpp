#include "inburgeringstermijn/rules.h"
#include "platform/i18n/i18n.h"

#include <algorithm>

namespace inburgeringstermijn {
using i18n::N_;

namespace {
struct FeitNaam {
    FeitSoort soort;
    std::string_view naam, titel;
    FeitVorm vorm = FeitVorm::een_dag;
};
using enum FeitSoort;
constexpr FeitNaam feiten[] = {
    {plicht_begin, "plicht_begin", N_("Inburgeringsplicht begonnen")},
    {kennisgeving, "kennisgeving", N_("Kennisgeving van DUO aan de persoon")},
    {tien_weken_gestart, "tien_weken_gestart", N_("DUO: tien weken gestart")},
    {brp_inschrijving, "brp_inschrijving", N_("Ingeschreven in de gemeente (BRP)")},
    {huisvesting_28, "huisvesting_28", N_("Gehuisvest volgens artikel 28 Huisvestingswet")},
    {derden_gevraagd, "derden_gevraagd", N_("Informatie gevraagd aan derden")},
    {derden_ontvangen, "derden_ontvangen", N_("Informatie van derden ontvangen")},
    {verhuisd_met_pip, "verhuisd_met_pip", N_("Hierheen verhuisd met een PIP")},
    {verhuisd_zonder_pip, "verhuisd_zonder_pip", N_("Hierheen verhuisd zonder PIP")},
    {eerste_pip, "eerste_pip", N_("Dagtekening van het eerste PIP")},
    {pip_vastgesteld, "pip_vastgesteld", N_("Dagtekening van een later PIP")},
    {pip_bekendgemaakt, "pip_bekendgemaakt", N_("PIP bekendgemaakt")},
    {duo_termijn, "duo_termijn", N_("Inburgeringstermijn volgens DUO"), FeitVorm::periode_met_einde},
    {duo_verlenging, "duo_verlenging", N_("Termijn verlengd door DUO"), FeitVorm::periode_met_einde},
    {verlenging_aangevraagd, "verlenging_aangevraagd", N_("Verlenging aangevraagd bij DUO")},
    {verlenging_beslist, "verlenging_beslist", N_("DUO besliste over de verlenging")},
    {ontheffing_aangevraagd, "ontheffing_aangevraagd", N_("Ontheffing aangevraagd bij DUO")},
    {ontheffing_beslist, "ontheffing_beslist", N_("DUO besliste over de ontheffing")},
    {buitenland, "buitenland", N_("Niet in Nederland"), FeitVorm::periode},
    {tijdelijke_vrijstelling, "tijdelijke_vrijstelling", N_("Tijdelijke vrijstelling"), FeitVorm::periode},
    {bijstand, "bijstand", N_("Recht op bijstand"), FeitVorm::periode},
    {bezwaar_ontvangen, "bezwaar_ontvangen", N_("Bezwaar ontvangen")},
    {bezwaar_gepost, "bezwaar_gepost", N_("Bezwaar op de post gedaan")},
    {bezwaar_commissie, "bezwaar_commissie", N_("Bezwaar gaat naar de commissie")},
    {bezwaar_verdaagd, "bezwaar_verdaagd", N_("Beslissing op bezwaar verdaagd")},
    {bezwaar_herstel, "bezwaar_herstel", N_("Herstel van een fout in het bezwaar"), FeitVorm::periode},
    {bezwaar_beslist, "bezwaar_beslist", N_("Op het bezwaar beslist")},
    {aanvraag_ontvangen, "aanvraag_ontvangen", N_("Aanvraag ontvangen")},
    {aanvraag_aanvulling, "aanvraag_aanvulling", N_("Aanvulling van de aanvraag"), FeitVorm::periode},
    {aanvraag_hersteltermijn, "aanvraag_hersteltermijn", N_("Termijn om aan te vullen ongebruikt voorbij")},
    {aanvraag_beslist, "aanvraag_beslist", N_("Op de aanvraag beslist")},
    {ingebrekestelling, "ingebrekestelling", N_("Ingebrekestelling ontvangen")},
    {overtreding_intake, "overtreding_intake", N_("Niet verschenen bij de brede intake")},
    {overtreding_pip, "overtreding_pip", N_("Afspraak uit het PIP niet nagekomen")},
    {boeterapport, "boeterapport", N_("Rapport voor een boete")},
    {boete_bekendgemaakt, "boete_bekendgemaakt", N_("Boete bekendgemaakt")},
    {boete_intake_bekendgemaakt, "boete_intake_bekendgemaakt", N_("Boete voor de brede intake bekendgemaakt")},
    {aanmaning, "aanmaning", N_("Aanmaning verstuurd")},
    {boete_betaald, "boete_betaald", N_("Boete betaald")},
    {plicht_voldaan, "plicht_voldaan", N_("Inburgeringsplicht voldaan")},
    {plicht_geeindigd, "plicht_geeindigd", N_("Inburgeringsplicht geëindigd")},
};
FeitNaam const& of(FeitSoort soort) {
    auto const* found = std::ranges::find(feiten, soort, &FeitNaam::soort);
    check(found != std::end(feiten));
    return *found;
}

struct KlokNaam {
    KlokSoort soort;
    std::string_view naam, titel;
};
constexpr KlokNaam klokken_[] = {
    {KlokSoort::pip, "pip", N_("PIP vaststellen")},
    {KlokSoort::inburgeringstermijn, "inburgeringstermijn", N_("Inburgeringstermijn")},
    {KlokSoort::schakelgrens, "schakelgrens", N_("Wisselen van leerroute")},
    {KlokSoort::verlengingsmoment, "verlengingsmoment", N_("Verlenging aanvragen")},
    {KlokSoort::herinnering, "herinnering", N_("Herinnering van DUO")},
    {KlokSoort::bezwaar, "bezwaar", N_("Bezwaar tegen het PIP")},
    {KlokSoort::beslissing_op_bezwaar, "beslissing_op_bezwaar", N_("Beslissing op bezwaar")},
    {KlokSoort::ontzorgen, "ontzorgen", N_("Financieel ontzorgen")},
    {KlokSoort::onderbreking, "onderbreking", N_("Terug in Nederland binnen een jaar")},
    {KlokSoort::duo_beslist_verlenging, "duo_beslist_verlenging", N_("DUO beslist over verlenging")},
    {KlokSoort::duo_beslist_ontheffing, "duo_beslist_ontheffing", N_("DUO beslist over ontheffing")},
    {KlokSoort::beslissing_op_aanvraag, "beslissing_op_aanvraag", N_("Beslissing op aanvraag")},
    {KlokSoort::niet_behandelen, "niet_behandelen", N_("Besluit om niet te behandelen")},
    {KlokSoort::dwangsom_begint, "dwangsom_begint", N_("Beslissen voordat een dwangsom begint")},
    {KlokSoort::dwangsom_eindigt, "dwangsom_eindigt", N_("Laatste dag van de dwangsom")},
    {KlokSoort::boetebesluit, "boetebesluit", N_("Besluit over de boete")},
    {KlokSoort::verval_boete_intake, "verval_boete_intake", N_("Boete voor de brede intake vervalt")},
    {KlokSoort::verval_boete_pip, "verval_boete_pip", N_("Boete voor het PIP vervalt")},
    {KlokSoort::derde_oproep, "derde_oproep", N_("Derde oproep voor de brede intake")},
    {KlokSoort::betaling_boete, "betaling_boete", N_("Boete betalen")},
    {KlokSoort::bezwaar_boete, "bezwaar_boete", N_("Bezwaar tegen de boete")},
    {KlokSoort::aanmaning, "aanmaning", N_("Betalen na aanmaning")},
    {KlokSoort::verjaring_boete, "verjaring_boete", N_("Vordering verjaart")},
};
KlokNaam const& of(KlokSoort soort) {
    auto const* found = std::ranges::find(klokken_, soort, &KlokNaam::soort);
    check(found != std::end(klokken_));
    return *found;
}
}

std::string_view naam(FeitSoort soort) { return of(soort).naam; }
std::string_view titel(FeitSoort soort) { return of(soort).titel; }
FeitVorm vorm(FeitSoort soort) { return of(soort).vorm; }
std::optional<FeitSoort> feit_van(std::string_view name) {
    auto const* found = std::ranges::find(feiten, name, &FeitNaam::naam);
    return found == std::end(feiten) ? std::nullopt : std::optional{found->soort};
}
std::vector<FeitSoort> const& alle_feiten() {
    static std::vector<FeitSoort> const all = [] {
        std::vector<FeitSoort> kinds;
        for (auto const& one : feiten) kinds.push_back(one.soort);
        return kinds;
    }();
    return all;
}

std::string_view naam(KlokSoort soort) { return of(soort).naam; }
std::string_view titel(KlokSoort soort) { return of(soort).titel; }
std::optional<KlokSoort> klok_van(std::string_view name) {
    auto const* found = std::ranges::find(klokken_, name, &KlokNaam::naam);
    return found == std::end(klokken_) ? std::nullopt : std::optional{found->soort};
}
}
