#include "vertrouwen/handelingen.h"

#include <algorithm>
#include <span>

namespace vertrouwen {
namespace {
using i18n::N_;
struct Woord {
    std::string_view code, titel;
};
constexpr Woord handelingen[] = {
    {"account_geblokkeerd", N_("Account geblokkeerd na te vaak een fout wachtwoord")},
    {"afscherming_weggehaald", N_("Afscherming van het eigen dossier weggehaald")},
    {"afspraak_afgezegd", N_("Afspraak afgezegd")},
    {"afspraak_geweest", N_("Afspraak is geweest")},
    {"afspraak_gepland", N_("Afspraak gepland")},
    {"afspraak_gewijzigd", N_("Afspraak gewijzigd")},
    {"afspraak_niet_verschenen", N_("Niet verschenen op de afspraak")},
    {"agenda_feed_gemaakt", N_("Adres voor de eigen agenda gemaakt")},
    {"agenda_feed_ingetrokken", N_("Adres voor de eigen agenda ingetrokken")},
    {"beleid", N_("Beleid van de gemeente gewijzigd")},
    {"bestand_ingelezen", N_("Bestand ingelezen")},
    {"bulk.teruggedraaid", N_("Wijziging van meer taken ongedaan gemaakt")},
    {"coa_koppeling", N_("Door het COA aan de gemeente gekoppeld")},
    {"doel_gekozen", N_("Dossier geopend met een eigen doel")},
    {"doelgroep", N_("Doelgroep vastgelegd")},
    {"dossier.geopend", N_("Dossier geopend")},
    {"dossier.gesloten", N_("Dossier gesloten")},
    {"dossier.heropend", N_("Dossier heropend")},
    {"dossier.toegewezen", N_("Dossier toegewezen")},
    {"dubbel_heropend", N_("Dubbel opnieuw te beoordelen")},
    {"dubbel_verschillend", N_("Dubbel beoordeeld: verschillende personen")},
    {"duo_melding_verwerkt", N_("Bericht van DUO verwerkt")},
    {"eigen_dossier_afgeschermd", N_("Eigen dossier van een collega afgeschermd")},
    {"eigen_dossier_geweigerd", N_("Eigen dossier of dat van familie geweigerd")},
    {"eigen_naam_gewijzigd", N_("Eigen naam gewijzigd")},
    {"extra_aanbod_gestopt", N_("Extra aanbod gestopt")},
    {"extra_aanbod_toegekend", N_("Extra aanbod toegekend")},
    {"gebeurtenis.toegevoegd", N_("Regel op de tijdlijn toegevoegd")},
    {"gebeurtenis.verbeterd", N_("Regel op de tijdlijn verbeterd")},
    {"gebruiker_gewijzigd", N_("Gebruiker gewijzigd")},
    {"gebruiker_toegevoegd", N_("Gebruiker toegevoegd")},
    {"gezinslid_toegevoegd", N_("Gezinslid toegevoegd")},
    {"herstelcode_gebruikt", N_("Ingelogd met een herstelcode")},
    {"herstelcodes_vernieuwd", N_("Herstelcodes vernieuwd")},
    {"ingelogd", N_("Ingelogd")},
    {"inloggen_mislukt", N_("Inloggen mislukt")},
    {"keten_gecontroleerd", N_("Keten gecontroleerd")},
    {"noodtoegang", N_("Dossier geopend met noodtoegang")},
    {"personen_samengevoegd", N_("Twee personen samengevoegd")},
    {"persoon_bijgewerkt", N_("Persoon bijgewerkt uit een bron")},
    {"persoon_gewijzigd", N_("Persoon gewijzigd")},
    {"persoon_toegevoegd", N_("Persoon toegevoegd")},
    {"samenvoeging_hersteld", N_("Samenvoegen ongedaan gemaakt")},
    {"sessie_beeindigd", N_("Sessie beëindigd")},
    {"taak.gemaakt", N_("Taak gemaakt")},
    {"taak.hervat", N_("Taak hervat")},
    {"taak.klaar", N_("Taak afgerond")},
    {"taak.opgepakt", N_("Taak opgepakt")},
    {"taak.toegewezen", N_("Taak toegewezen")},
    {"taak.verplaatst", N_("Taak verplaatst")},
    {"taak.vervallen", N_("Taak vervallen")},
    {"taak.wacht", N_("Taak wacht op een ander")},
    {"telling.hersteld", N_("Telling van taken hersteld")},
    {"termijnfeit.vastgelegd", N_("Feit voor een termijn vastgelegd")},
    {"toegang_nagekeken", N_("Noodtoegang nagekeken")},
    {"tweede_factor_ingesteld", N_("Tweede stap ingesteld")},
    {"tweede_factor_verwijderd", N_("Tweede stap van een collega weggehaald")},
    {"uitgelogd", N_("Uitgelogd")},
    {"verblijf_gezinslid", N_("Verblijf van een gezinslid gewijzigd")},
    {"vervanging_gemaakt", N_("Vervanging gemaakt")},
    {"vervanging_ingetrokken", N_("Vervanging ingetrokken")},
    {"wachtwoord_gewijzigd", N_("Wachtwoord gewijzigd")},
    {"wachtwoord_hersteld", N_("Wachtwoord van een collega hersteld")},
};
constexpr Woord soorten[] = {
    {"afspraak", N_("Afspraak")},
    {"beleid", N_("Beleid")},
    {"bulk", N_("Meer taken")},
    {"dossier", N_("Dossier")},
    {"dubbel", N_("Dubbelen")},
    {"duo_melding", N_("Bericht van DUO")},
    {"eigen_dossier", N_("Dossier")},
    {"gebeurtenis", N_("Tijdlijn")},
    {"gebruiker", N_("Gebruiker")},
    {"inlees", N_("Bestand")},
    {"keten", N_("Keten")},
    {"persoon", N_("Persoon")},
    {"taak", N_("Taak")},
    {"taak_telling", N_("Telling van taken")},
    {"toegang", N_("Toegang")},
    {"vervanging", N_("Vervanging")},
};
constexpr Woord gegevens[] = {
    {"adres", N_("Vanaf adres")},
    {"ander", N_("De ander")},
    {"artikel", N_("Artikel")},
    {"browser", N_("Browser")},
    {"categorie", N_("Soort gegevens")},
    {"code", N_("Code")},
    {"dag", N_("Dag")},
    {"doel", N_("Waarvoor")},
    {"dubbel", N_("Dubbelen")},
    {"gekoppeld_op", N_("Gekoppeld op")},
    {"groep", N_("Doelgroep")},
    {"herkomst", N_("Bron")},
    {"hersteld", N_("Hersteld")},
    {"klantmanager", N_("Klantmanager")},
    {"naam", N_("Naam")},
    {"naar", N_("Naar")},
    {"nummer", N_("Nummer")},
    {"overgeslagen", N_("Overgeslagen")},
    {"regisseur", N_("Regisseur")},
    {"rol", N_("Rol")},
    {"sleutel", N_("Onderwerp")},
    {"soort", N_("Soort")},
    {"stand", N_("Stand")},
    {"team", N_("Team")},
    {"tot", N_("Tot")},
    {"vanaf", N_("Vanaf")},
    {"velden", N_("Gewijzigde velden")},
    {"verschillen", N_("Verschillen")},
    {"vervangt", N_("Vervangt")},
    {"waarde", N_("Waarde")},
};
constexpr Woord lezingen[] = {
    {"agenda", N_("Agenda")},
    {"dossier", N_("Dossier")},
    {"dossier.gezin", N_("Gezin in het dossier")},
    {"dubbelcontrole", N_("Controle op dubbelen")},
    {"dubbelen", N_("Dubbelen")},
    {"duo-bericht", N_("Bericht van DUO")},
    {"duo-berichten", N_("Berichten van DUO")},
    {"gezin", N_("Gezin")},
    {"inlezen", N_("Ingelezen bestand")},
    {"leeslog", N_("Leeslog")},
    {"lijst", N_("Lijst van inburgeraars")},
    {"mijn-werk", N_("Mijn werk")},
    {"mijn-werk.afdruk", N_("Mijn werk, afgedrukt")},
    {"mijn-werk.agenda", N_("Agenda in Mijn werk")},
    {"persoon", N_("Gegevens van de persoon")},
    {"taak", N_("Taak")},
    {"taken.samen", N_("Meer taken tegelijk")},
    {"werkvoorraad", N_("Teamwachtrij")},
    {"zoeken", N_("Zoeken")},
};

std::string_view find(std::span<Woord const> words, std::string_view code) {
    auto const found = std::ranges::find(words, code, &Woord::code);
    return found == words.end() ? std::string_view{} : found->titel;
}
}

std::string_view handeling_titel(std::string_view code) { return find(handelingen, code); }
std::string_view soort_titel(std::string_view code) { return find(soorten, code); }
std::string_view gegeven_titel(std::string_view key) { return find(gegevens, key); }
std::string_view lezing_titel(std::string_view code) { return find(lezingen, code); }
std::string in_words(html::View const& v, std::string_view titel, std::string_view code) {
    return titel.empty() ? std::string{code} : v.t(titel);
}
}
