#include "brieven/velden.h"

#include "kernel/check.h"
#include "platform/i18n/i18n.h"

namespace brieven {
namespace {
using i18n::N_;
using enum Veldsoort;

constexpr Veld vast[] = {
    {"aanhef", tekst, false, N_("Geachte mevrouw Van Puffelen")},
    {"naam", tekst, false, N_("de naam van de inburgeraar")},
    {"gemeente", tekst, false, N_("de naam van de gemeente")},
    {"dossiernummer", tekst, false, N_("het nummer van het dossier")},
    {"datum", datum, false, N_("de dag waarop de brief weggaat")},
    {"contact", tekst, false, N_("wie de brief maakte")},
    {"contact_functie", tekst, false, N_("de functie van wie de brief maakte")},
    {"afdeling", tekst, false, N_("uit het briefhoofd")},
    {"adres_gemeente", tekst, false, N_("het postadres uit het briefhoofd")},
    {"bezoekadres", tekst, false, N_("het bezoekadres uit het briefhoofd")},
    {"telefoon", tekst, false, N_("het telefoonnummer uit het briefhoofd")},
    {"website", tekst, false, N_("de website uit het briefhoofd")},
    {"boete", tekst, false, N_("het bedrag van de boete, alleen in de tweede uitnodiging")},
    {"bezwaar_tot", weekdag, false, N_("de laatste dag voor bezwaar: zes weken na de dag van de brief")},
};

constexpr Veld oproep[] = {
    {"dag", weekdag, true, N_("de dag van het gesprek")},
    {"tijd", tijd, true, N_("hoe laat het begint")},
    {"plaats", tekst, true, N_("waar het gesprek is")},
    {"gesprek_met", tekst, false, N_("met wie")},
    {"tolk_taal", taal, false, N_("de taal van de tolk")},
    {"reactie_tot", weekdag, false, N_("tot wanneer iemand een andere dag kan vragen")},
};
constexpr Veld tweede_oproep[] = {
    {"dag", weekdag, true, N_("de dag van het nieuwe gesprek")},
    {"tijd", tijd, true, N_("hoe laat het begint")},
    {"plaats", tekst, true, N_("waar het gesprek is")},
    {"gesprek_met", tekst, false, N_("met wie")},
    {"tolk_taal", taal, false, N_("de taal van de tolk")},
    {"reactie_tot", weekdag, false, N_("tot wanneer iemand een andere dag kan vragen")},
    {"eerste_dag", weekdag, true, N_("de dag van het eerste gesprek")},
    {"uiterlijk", weekdag, true, N_("de nieuwe termijn die het college stelt")},
};
constexpr Veld afspraak_velden[] = {
    {"dag", weekdag, true, N_("de dag van de afspraak")},
    {"tijd", tijd, true, N_("hoe laat het begint")},
    {"plaats", tekst, true, N_("waar de afspraak is")},
    {"onderwerp", tekst, true, N_("waar de afspraak over gaat")},
    {"gesprek_met", tekst, false, N_("met wie")},
    {"tolk_taal", taal, false, N_("de taal van de tolk")},
    {"meenemen", tekst, false, N_("wat iemand moet meenemen")},
};
constexpr Veld pip_velden[] = {
    {"dagtekening", datum, true, N_("de dag van het besluit")},
    {"leerroute", tekst, true, N_("de leerroute in woorden")},
    {"niveau", tekst, true, N_("A2 of B1")},
    {"reden", tekst, true, N_("waarom deze leerroute")},
    {"intensiteit", tekst, false, N_("hoeveel uur les")},
    {"pvt", tekst, false, N_("het participatieverklaringstraject")},
    {"map", tekst, false, N_("de module Arbeidsmarkt en Participatie")},
    {"begeleiding", tekst, true, N_("welke hulp iemand krijgt")},
    {"voortgangsgesprekken", getal, true, N_("hoeveel gesprekken over de voortgang")},
    {"voortgang", tekst, false, N_("hoe wij de voortgang volgen")},
    {"vve", tekst, false, N_("voorschoolse educatie van een kind")},
    {"alfabetisering", tekst, false, N_("leren lezen en schrijven")},
    {"onderzochte_onderwijsroute", tekst, false, N_("wat over de onderwijsroute is uitgezocht")},
    {"termijn_van", datum, false, N_("eerste dag van de inburgeringstermijn")},
    {"termijn_tot", datum, false, N_("laatste dag van de inburgeringstermijn")},
    {"vorige_dagtekening", datum, false, N_("de dag van het vorige plan")},
    {"tekenaar", tekst, false, N_("wie namens het college tekent")},
    {"tekenaar_functie", tekst, false, N_("diens functie")},
};

constexpr Veld doelen[] = {{"leefgebied", tekst, true, N_("het leefgebied")},
                           {"doel", tekst, true, N_("wat iemand wil bereiken")},
                           {"termijn", tekst, true, N_("wanneer")}};
constexpr Veld afspraken[] = {{"afspraak", tekst, true, N_("wat is afgesproken")},
                              {"wie", tekst, false, N_("wie het doet")},
                              {"dag", datum, false, N_("wanneer het klaar is")},
                              {"grondslag", tekst, true, N_("de wet: Wi of Pw")}};
constexpr Veld onderdelen[] = {{"onderdeel", tekst, true, N_("het onderdeel van het plan")},
                               {"inhoud", tekst, true, N_("wat erover is besloten")}};
constexpr Veld wijzigingen[] = {{"onderdeel", tekst, true, N_("wat er anders is")},
                                {"oud", tekst, false, N_("hoe het was")},
                                {"nieuw", tekst, false, N_("hoe het nu is")}};
constexpr Lijst pip_lijsten[] = {{"doelen", doelen, N_("de doelen per leefgebied")},
                                 {"afspraken", afspraken, N_("de afspraken")},
                                 {"onderdelen", onderdelen, N_("de onderdelen van het plan")},
                                 {"wijzigingen", wijzigingen, N_("wat er anders is dan in het vorige plan")}};

constexpr Blok oproep_blokken[] = {{"tolk", N_("er is een tolk besproken")},
                                   {"video", N_("het gesprek is met beeldbellen")},
                                   {"kinderen", N_("er zijn jonge kinderen")},
                                   {"toets", N_("de leerbaarheidstoets volgt nog")}};
constexpr Blok tweede_blokken[] = {{"tolk", N_("er is een tolk besproken")},
                                   {"video", N_("het gesprek is met beeldbellen")},
                                   {"kinderen", N_("er zijn jonge kinderen")},
                                   {"toets", N_("de leerbaarheidstoets volgt nog")},
                                   {"niet_gekomen", N_("iemand kwam de eerste keer niet")},
                                   {"te_weinig_meegewerkt", N_("iemand werkte de eerste keer niet genoeg mee")},
                                   {"asiel", N_("iemand is asielstatushouder")}};
constexpr Blok afspraak_blokken[] = {{"tolk", N_("er is een tolk besproken")},
                                     {"video", N_("de afspraak is met beeldbellen")},
                                     {"telefoon_gesprek", N_("de afspraak is per telefoon")}};
constexpr Blok pip_blokken[] = {{"b1_route", N_("de leerroute is de B1-route")},
                                {"onderwijsroute", N_("de leerroute is de onderwijsroute")},
                                {"z_route", N_("de leerroute is de Z-route")},
                                {"eerste", N_("het is het eerste plan")},
                                {"gewijzigd", N_("het plan vervangt een ander plan")},
                                {"geschakeld", N_("de leerroute is veranderd")},
                                {"afgeschaald", N_("het niveau ging van B1 naar A2")},
                                {"pw", N_("er staan afspraken van de Participatiewet in")},
                                {"ontzorgen", N_("de gemeente betaalt zes maanden de vaste lasten")},
                                {"vve", N_("er is een afspraak over voorschoolse educatie")},
                                {"alfabetisering", N_("iemand leert eerst lezen en schrijven")},
                                {"map", N_("de module Arbeidsmarkt en Participatie hoort erbij")},
                                {"te_laat", N_("het plan is later klaar dan tien weken")},
                                {"bij_verstek", N_("de intake is zonder de inburgeraar afgemaakt")},
                                {"asiel", N_("iemand is asielstatushouder")},
                                {"ondertekend", N_("de inburgeraar heeft getekend")}};
}

std::span<Veld const> vaste_velden() { return vast; }
std::span<Veld const> velden(Soort soort) {
    switch (soort) {
    case Soort::oproep_intake: return oproep;
    case Soort::tweede_oproep_intake: return tweede_oproep;
    case Soort::pip_beschikking: return pip_velden;
    case Soort::afspraak: return afspraak_velden;
    }
    return {};
}
std::span<Lijst const> lijsten(Soort soort) {
    if (soort == Soort::pip_beschikking) return pip_lijsten;
    return {};
}
std::span<Blok const> blokken(Soort soort) {
    switch (soort) {
    case Soort::oproep_intake: return oproep_blokken;
    case Soort::tweede_oproep_intake: return tweede_blokken;
    case Soort::pip_beschikking: return pip_blokken;
    case Soort::afspraak: return afspraak_blokken;
    }
    return {};
}
}
