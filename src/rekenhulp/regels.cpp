#include "rekenhulp/regels.h"

#include "platform/i18n/i18n.h"

#include <algorithm>

namespace rekenhulp {
using i18n::N_;

std::optional<Date> Waarden::dag_of_niets(std::string_view key) const {
    return heeft(key) ? std::optional{dag(key)} : std::nullopt;
}

namespace {
constexpr auto of_niet = Nodig::nee;

constexpr Sleutel pip_termijn[] = {
    {"kennisgeving", N_("Kennisgeving van DUO aan de persoon"), Vorm::dag},
    {"brp", N_("Inschrijving in de gemeente (BRP)"), Vorm::dag, of_niet},
    {"hw28", N_("Gehuisvest door de gemeente (artikel 28 Huisvestingswet)"), Vorm::ja_nee, of_niet},
    {"derden_ontvangen", N_("Informatie van derden ontvangen op"), Vorm::dag, of_niet},
    {"verhuisd_met_pip", N_("Verhuisd met een PIP, hier ingeschreven op"), Vorm::dag, of_niet}};
constexpr Sleutel inburgeringstermijn[] = {{"eerste_pip", N_("Dagtekening van het eerste PIP"), Vorm::dag}};
constexpr Sleutel pip_duo[] = {{"eerste", N_("Eerste PIP van deze persoon, in welke gemeente ook"), Vorm::ja_nee},
                               {"groep", N_("Doelgroep"), Vorm::groep},
                               {"route", N_("Leerroute"), Vorm::route},
                               {"niveau", N_("Niveau"), Vorm::niveau, of_niet},
                               {"uren", N_("Geschatte uren les (alleen B1-route)"), Vorm::aantal, of_niet},
                               {"dagtekening", N_("Dagtekening van het PIP"), Vorm::dag},
                               {"plicht_begin", N_("Begin van de inburgeringsplicht"), Vorm::dag, of_niet},
                               {"eerste_pip", N_("Dagtekening van het eerste PIP"), Vorm::dag, of_niet},
                               {"huidig_pip", N_("Dagtekening van het PIP dat nu geldt"), Vorm::dag, of_niet},
                               {"vestiging", N_("In de gemeente komen wonen op"), Vorm::dag, of_niet}};
constexpr Sleutel schakelen[] = {
    {"eerste_pip", N_("Dagtekening van het eerste PIP"), Vorm::dag},
    {"van", N_("Leerroute nu"), Vorm::route},
    {"naar", N_("Nieuwe leerroute"), Vorm::route},
    {"op", N_("Dag van de wisseling"), Vorm::dag},
    {"bijzonder_geval", N_("Bijzonder geval, met reden vastgelegd"), Vorm::ja_nee, of_niet},
    {"onderwijs_gestopt", N_("Niet-vrijstellend onderwijs gestopt op"), Vorm::dag, of_niet}};
constexpr Sleutel afschalen[] = {{"route", N_("Leerroute"), Vorm::route},
                                 {"uren_nt2", N_("Uren NT2 in de leerroute (zonder KNM)"), Vorm::aantal},
                                 {"uren_intake", N_("Uren NT2 in de brede intake"), Vorm::aantal, of_niet},
                                 {"inspanning", N_("Genoeg ingespannen in de lessen"), Vorm::ja_nee},
                                 {"b1_haalbaar", N_("B1 haalbaar binnen de termijn"), Vorm::ja_nee}};
constexpr Sleutel bezwaar[] = {{"bekendgemaakt", N_("Besluit bekendgemaakt op"), Vorm::dag}};
constexpr Sleutel ontzorgen[] = {{"groep", N_("Doelgroep"), Vorm::groep},
                                 {"bijstand_vanaf", N_("Recht op bijstand vanaf"), Vorm::dag, of_niet},
                                 {"bijstand_tot", N_("Bijstand tot (de eerste dag zonder)"), Vorm::dag, of_niet}};
constexpr Sleutel aanbod[] = {{"groep", N_("Doelgroep"), Vorm::groep},
                              {"bijstand", N_("Krijgt bijstand"), Vorm::ja_nee}};
constexpr Sleutel leeftijd[] = {{"geboren", N_("Geboortedatum"), Vorm::deels_bekende_dag},
                                {"op", N_("Leeftijd op"), Vorm::dag}};
constexpr Sleutel naam[] = {
    {"voornamen", N_("Voornamen"), Vorm::woord},
    {"voorvoegsel", N_("Voorvoegsel"), Vorm::woord, of_niet},
    {"geslachtsnaam", N_("Geslachtsnaam"), Vorm::woord},
    {"geslacht", N_("Geslacht"), Vorm::geslacht},
    {"naamgebruik", N_("Naamgebruik"), Vorm::naamgebruik, of_niet},
    {"titel", N_("Adellijke titel of predicaat (code van tabel 38)"), Vorm::woord, of_niet},
    {"partner_voornamen", N_("Voornamen van de partner"), Vorm::woord, of_niet},
    {"partner_voorvoegsel", N_("Voorvoegsel van de partner"), Vorm::woord, of_niet},
    {"partner_geslachtsnaam", N_("Geslachtsnaam van de partner"), Vorm::woord, of_niet},
    {"partner_titel", N_("Titel of predicaat van de partner (code van tabel 38)"), Vorm::woord, of_niet},
    {"partner_geslacht", N_("Geslacht van de partner"), Vorm::geslacht, of_niet}};
constexpr Sleutel nummer[] = {{"waarde", N_("Nummer"), Vorm::woord}};
constexpr Sleutel werkdag[] = {{"dag", N_("Dag"), Vorm::dag}};
constexpr Sleutel taakstelling[] = {
    {"landelijk", N_("Landelijk aantal in dit halfjaar"), Vorm::aantal},
    {"inwoners_gemeente", N_("Inwoners van de gemeente"), Vorm::aantal},
    {"inwoners_nederland", N_("Inwoners van Nederland"), Vorm::aantal},
    {"saldo", N_("Saldo aan het begin (achterstand met een min)"), Vorm::getal, of_niet},
    {"gehuisvest", N_("Gehuisvest in dit halfjaar"), Vorm::aantal, of_niet}};

constexpr Regel alle[] = {
    {"pip-termijn", N_("Uiterste dag voor het PIP"),
     N_("Tien weken, met de uitzonderingen voor huisvesting, derden en verhuizing."), pip_termijn, reken_pip_termijn},
    {"inburgeringstermijn", N_("Inburgeringstermijn"), N_("Begin, einde en de momenten die eruit volgen."),
     inburgeringstermijn, reken_inburgeringstermijn},
    {"pip-duo", N_("PIP: neemt DUO het aan?"), N_("Leerroute, niveau, uren en datum, zoals DUO ze toetst."), pip_duo,
     reken_pip_duo},
    {"schakelen", N_("Wisselen van leerroute"), N_("Mag deze inburgeraar nog van leerroute wisselen?"), schakelen,
     reken_schakelen},
    {"afschalen", N_("Afschalen naar A2"), N_("Mag een onderdeel van de B1-route op A2?"), afschalen, reken_afschalen},
    {"bezwaar", N_("Bezwaartermijn"), N_("Tot wanneer bezwaar kan, en vanaf wanneer het besluit vaststaat."), bezwaar,
     reken_bezwaar},
    {"ontzorgen", N_("Financieel ontzorgen"), N_("Is er recht op ontzorgen, en van wanneer tot wanneer?"), ontzorgen,
     reken_ontzorgen},
    {"aanbod", N_("Aanbod van de gemeente"), N_("Wat de gemeente deze inburgeraar moet aanbieden."), aanbod,
     reken_aanbod},
    {"leeftijd", N_("Leeftijd"), N_("Ook als de geboortedatum niet helemaal bekend is."), leeftijd, reken_leeftijd,
     true},
    {"naam", N_("Naam en aanhef"), N_("Hoe u iemand aanschrijft volgens de regels van de BRP."), naam, reken_naam,
     true},
    {"bsn", N_("BSN controleren"), N_("Klopt dit burgerservicenummer?"), nummer, reken_bsn, true},
    {"iban", N_("IBAN controleren"), N_("Klopt dit rekeningnummer?"), nummer, reken_iban, true},
    {"werkdag", N_("Werkdag"), N_("Een laatste dag in het weekend of op een feestdag schuift op."), werkdag,
     reken_werkdag},
    {"taakstelling", N_("Taakstelling huisvesting"), N_("Hoeveel vergunninghouders de gemeente dit halfjaar huisvest."),
     taakstelling, reken_taakstelling},
};
}

std::span<Regel const> regels() { return alle; }

Regel const* zoek_regel(std::string_view name) {
    auto const* found = std::ranges::find(alle, name, &Regel::naam);
    return found == std::end(alle) ? nullptr : found;
}

Result<Antwoord, Fout> reken(std::string_view name, Gegevens const& given) {
    auto const* regel = zoek_regel(name);
    if (!regel) return unexpected{Fout{std::string{name}, FoutSoort::onbekende_regel, {}}};
    auto const values = lees(*regel, given);
    if (!values) return unexpected{values.error().front()};
    auto const worked = regel->reken(*values);
    if (!worked) return unexpected{worked.error()};
    return Antwoord{json(*worked), leesbaar(*regel, *worked), !worked->geweigerd.empty()};
}
}
