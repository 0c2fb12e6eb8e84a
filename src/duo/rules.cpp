#include "duo/rules.h"

#include "dossier/rules.h"
#include "platform/i18n/i18n.h"

#include <algorithm>

namespace duo {
namespace {
using enum Gevolg;
using i18n::N_;
constexpr auto p = Onderwerp::plicht, g = Onderwerp::doelgroep, t = Onderwerp::termijn, b = Onderwerp::bericht;

// Source: DUO, gemeente-m2m-inburgering, Gebeurtenissen and Attentiesignalen (June 2026).
constexpr Gebeurtenis all[] = {
    {"SS101", N_("Kennisgeving van DUO: inburgeringsplichtig"), p, nieuw, dossier::verdeeltaak,
     N_("DUO heeft een nieuwe inburgeraar gemeld. Wijs een klantmanager aan."), ""},
    {"SS128", N_("Kennisgeving van DUO: inburgeringsplichtig, AOW-leeftijd binnen zes maanden"), p, nieuw,
     N_("Beoordelen: bijna AOW-leeftijd"), N_("De AOW-leeftijd komt binnen zes maanden. Bepaal of u de intake start."),
     ""},
    {"SS139", N_("Kennisgeving van DUO: de tien weken lopen"), p, tien_weken, "", "", ""},
    {"SS129", N_("Tijdelijke vrijstelling ingetrokken, nog geen leerroute"), p, hervat,
     N_("Intake starten na tijdelijke vrijstelling"), N_("De plicht loopt weer. Er is nog geen leerroute."), ""},
    {"SS120", N_("In de gemeente gevestigd, nog zonder PIP"), p, nieuw, N_("Leerroute bepalen na verhuizing"),
     N_("De persoon is hierheen verhuisd zonder PIP."), ""},
    {"SS121", N_("In de gemeente gevestigd met een PIP van de vorige gemeente"), p, overgekomen_met_pip,
     N_("Nieuw PIP na verhuizing"),
     N_("De leerroute blijft zoals die was. Vraag PIP, voortgang en boetes op bij de vorige gemeente."), ""},
    {"SS124", N_("Doelgroep gewijzigd: van asielstatushouder naar gezins- of overige migrant"), g,
     naar_gezins_of_overig, N_("Aanbod opnieuw bekijken"),
     N_("De doelgroep is veranderd. Lessen, gratis pogingen en ontzorgen kunnen vervallen."), ""},
    {"SS125", N_("Doelgroep gewijzigd: van gezins- of overige migrant naar asielstatushouder"), g, naar_asiel,
     N_("Aanbod opnieuw bekijken"), N_("De doelgroep is veranderd. De gemeente doet nu een inburgeringsaanbod."), ""},
    {"SS109", N_("Tijdelijke vrijstelling toegekend"), p, tijdelijk_vrijgesteld,
     N_("Uren en resultaten bijwerken bij DUO"), N_("De plicht staat stil. Vul de inspanningen tot nu toe aan."), ""},
    {"SS110", N_("Inburgeringsplicht ingetrokken"), p, ten_einde, N_("Uren en resultaten bijwerken bij DUO"),
     N_("De plicht is ingetrokken. Vul de inspanningen aan en rond het dossier af."),
     N_("Plicht ingetrokken door DUO")},
    {"SS111", N_("Overleden"), p, overleden, "", "", N_("Overleden")},
    {"SS106", N_("Inburgeringsplicht voldaan: diploma behaald"), p, voldaan, "", "", N_("Inburgeringsplicht voldaan")},
    {"SS107", N_("Volledige vrijstelling toegekend"), p, voldaan, "", "", N_("Volledig vrijgesteld")},
    {"SS108", N_("Volledige ontheffing toegekend"), p, voldaan, "", "", N_("Volledig ontheven")},
    {"SS137", N_("Aangemeld voor de leerbaarheidstoets"), b, bericht, "", "", ""},
    {"SS131", N_("Uitslag van de leerbaarheidstoets is bekend"), b, bericht, N_("Uitslag leerbaarheidstoets opvragen"),
     N_("Bespreek de uitslag en bepaal de leerroute."), ""},
    {"SS102", N_("Inburgeringstermijn gestart"), t, termijn, "", "", ""},
    {"SS199", N_("Uitslag van een examen is bekend"), b, bericht, N_("Examenuitslag opvragen en bespreken"),
     N_("DUO heeft een examenuitslag."), ""},
    {"SS103", N_("Inburgeringstermijn door DUO verlengd"), t, termijn, "", "", ""},
    {"SS104", N_("Inburgeringstermijn op verzoek verlengd"), t, termijn, "", "", ""},
    {"SS130", N_("Tijdelijke vrijstelling ingetrokken, PIP al bekend"), p, hervat_met_pip, N_("Traject hervatten"),
     N_("De plicht loopt weer. Controleer termijn en PIP."), ""},
    {"SS113", N_("Verzoek om verlenging afgewezen"), b, bericht, N_("Afwijzing verlenging bespreken"),
     N_("Het verzoek om verlenging is afgewezen. Bespreek wat nog nodig is."), ""},
    {"SS114", N_("Verzoek om volledige vrijstelling afgewezen"), b, bericht, "", "", ""},
    {"SS115", N_("Verzoek om tijdelijke vrijstelling afgewezen"), b, bericht, "", "", ""},
    {"SS116", N_("Verzoek om gedeeltelijke vrijstelling afgewezen"), b, bericht, "", "", ""},
    {"SS117", N_("Gedeeltelijke vrijstelling toegekend"), b, bericht, N_("PIP nalopen na gedeeltelijke vrijstelling"),
     N_("Een deel van het examen hoeft niet meer."), ""},
    {"SS118", N_("Verzoek om ontheffing afgewezen"), b, bericht, N_("Afwijzing ontheffing bespreken"),
     N_("Het verzoek om ontheffing is afgewezen."), ""},
    {"SS119", N_("Gedeeltelijke ontheffing toegekend"), b, bericht, N_("PIP nalopen na gedeeltelijke ontheffing"),
     N_("Een deel van de plicht vervalt."), ""},
    // Attention signals that DUO foresees (SDI008); taken in as messages already.
    {"SS112", N_("Verzoek om verlenging ingediend"), b, bericht, "", "", ""},
    {"SS122", N_("Vertrokken naar een andere gemeente"), b, bericht, N_("Uren en resultaten bijwerken bij DUO"),
     N_("De persoon is verhuisd. Vul inspanningen en resultaten aan."), ""},
    {"SS123", N_("Vertrokken uit Nederland"), b, bericht, N_("Uren en resultaten bijwerken bij DUO"),
     N_("De persoon is vertrokken. Vul inspanningen en resultaten aan."), ""},
    {"SS126", N_("Tien weken voorbij, DUO kent nog geen leerroute"), b, bericht,
     N_("PIP vaststellen en doorgeven aan DUO"), N_("De tien weken zijn voorbij."), ""},
    {"SS127", N_("Leerroute bekend, DUO kent nog geen aanbod"), b, bericht, N_("Inburgeringsaanbod doorgeven aan DUO"),
     N_("Er is een leerroute, maar nog geen aanbod."), ""},
    {"SS132", N_("Contract met een school, nog geen PIP"), b, bericht, N_("PIP vaststellen en doorgeven aan DUO"),
     N_("De school heeft al een contract gemeld."), ""},
    {"SS133", N_("Contract met een ander taalniveau dan de leerroute"), b, bericht,
     N_("Contract en leerroute vergelijken"), N_("Het niveau in het contract past niet bij het PIP."), ""},
    {"SS135", N_("Contract met te hoog taalniveau voor de Z-route"), b, bericht,
     N_("Contract en leerroute vergelijken"), N_("Het niveau in het contract past niet bij de Z-route."), ""},
    {"SS136", N_("Taalschakeltraject zonder onderwijsroute"), b, bericht, N_("Contract en leerroute vergelijken"),
     N_("Een taalschakeltraject hoort bij de onderwijsroute."), ""},
    {"SS140", N_("DUO vraagt advies over bijzondere omstandigheden"), b, bericht, N_("Advies geven aan DUO"),
     N_("Er is ontheffing gevraagd om bijzondere individuele omstandigheden."), ""},
    {"SS141", N_("Z-route voldaan: certificaat staat klaar"), b, bericht,
     N_("Certificaat Z-route downloaden en uitreiken"), N_("De tekst staat in het portaal van DUO."), ""},
    {"SS142", N_("Opleiding zonder vrijstelling beëindigd"), b, bericht, N_("PIP nalopen na einde opleiding"),
     N_("Neem contact op en herzie zo nodig het PIP."), ""},
};
}

std::span<Gebeurtenis const> gebeurtenissen() { return all; }
Gebeurtenis const* gebeurtenis(std::string_view code) {
    auto const* found = std::ranges::find(all, code, &Gebeurtenis::code);
    return found == std::end(all) ? nullptr : found;
}
}
