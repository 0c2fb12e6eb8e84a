#include "brieven/druk.h"

namespace brieven {
namespace {
void add_pip(Waarden& w) {
    w.velden = {{"dagtekening", "2026-11-25"},
                {"leerroute", "B1-route"},
                {"niveau", "B1"},
                {"reden", "U leerde op school goed Engels en u wilt snel werken in de zorg. De uitslag van de "
                          "leerbaarheidstoets past daarbij."},
                {"onderzochte_onderwijsroute", "U wilt nu liever werken. Daarom koos u hier niet voor."},
                {"intensiteit", "ongeveer 600 uur les"},
                {"pvt", "12 uur, met een bezoek aan het gemeentehuis"},
                {"map", "acht thema’s en 40 uur praktijk"},
                {"begeleiding", "een klantmanager en een taalmaatje"},
                {"voortgangsgesprekken", "6"},
                {"voortgang", "wij kijken elk half jaar samen met de school hoe het gaat"},
                {"vve", "uw dochter gaat vier ochtenden naar de voorschool"},
                {"termijn_van", "2026-11-26"},
                {"termijn_tot", "2029-11-25"}};
    w.lijsten["doelen"] = {{{"leefgebied", "Taalniveau"},
                            {"doel", "Zelf een gesprek voeren met de juf van mijn dochter"},
                            {"termijn", "binnen een half jaar"}},
                           {{"leefgebied", "Werkervaring en vrijwilligerswerk"},
                            {"doel", "Een dag in de week meelopen in een verzorgingshuis"},
                            {"termijn", "binnen anderhalf jaar"}},
                           {{"leefgebied", "Sociaal netwerk"},
                            {"doel", "Iemand leren kennen met wie ik Nederlands praat"},
                            {"termijn", "in drie jaar"}}};
    w.lijsten["afspraken"] = {
        {{"afspraak", "Vier dagdelen in de week naar de les"},
         {"wie", "u"},
         {"dag", "2027-01-04"},
         {"grondslag", "Wi"}},
        {{"afspraak", "Een taalmaatje zoeken"}, {"wie", "de gemeente"}, {"dag", "2026-12-18"}, {"grondslag", "Wi"}},
        {{"afspraak", "Sollicitatiegesprek oefenen"},
         {"wie", "u en uw klantmanager"},
         {"dag", "2027-03-01"},
         {"grondslag", "Pw"}}};
    w.blokken = {"b1_route", "eerste", "map", "pw", "vve", "asiel", "ondertekend"};
}
}

Waarden voorbeeld(Soort soort) {
    Waarden w;
    if (soort == Soort::pip_beschikking) {
        add_pip(w);
        return w;
    }
    w.velden = {{"dag", "2026-12-08"},
                {"tijd", "10:30"},
                {"plaats", "Gemeentehuis, Stadhuisplein 1, Veghel"},
                {"gesprek_met", "Anouk Verhoeven"},
                {"tolk_taal", "ti"}};
    w.blokken = {"tolk"};
    if (soort == Soort::afspraak) {
        w.velden["onderwerp"] = "hoe het gaat met uw lessen";
        w.velden["meenemen"] = "Uw rooster van school.";
        return w;
    }
    w.velden["reactie_tot"] = "2026-12-04";
    w.blokken.insert("kinderen");
    w.blokken.insert("toets");
    if (soort == Soort::tweede_oproep_intake) {
        w.velden["eerste_dag"] = "2026-11-24";
        w.velden["uiterlijk"] = "2026-12-22";
        w.blokken.insert("niet_gekomen");
        w.blokken.insert("asiel");
    }
    return w;
}

Geheel voorbeeld_geheel(Soort soort, std::string nl, std::string vertaling, std::string bij_nl, std::string_view taal,
                        Briefhoofd const& hoofd, std::string_view gemeente, Date dag) {
    Adressaat to;
    to.dossiernummer = "2026-000001";
    to.gemeente = gemeente;
    to.naam = "Semhar Gebremeskel";
    to.aanhef = "Geachte mevrouw Gebremeskel";
    to.regels = {"S. Gebremeskel", "Kerkstraat 118 B", "5461 KT  VEGHEL"};
    Geheel g{.brief = {.soort = soort, .taal = std::string{taal}, .vertaald = !vertaling.empty()},
             .inhoud = {std::move(nl), std::move(vertaling), std::move(bij_nl), voorbeeld(soort)},
             .vast = vast_op(to, hoofd, soort, "Anouk Verhoeven", "regisseur", dag),
             .adressaat = to};
    g.zonder_vertaling = g.inhoud.vertaling.empty() ? 0 : paren(g, Talen::beide).zonder_vertaling;
    return g;
}
}
