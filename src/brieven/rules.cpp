#include "brieven/rules.h"

#include "law/awb.h"
#include "law/termijnenwet.h"
#include "platform/i18n/i18n.h"

#include <array>

namespace brieven {
namespace {
using i18n::N_;
struct Woord {
    std::string_view naam, titel;
};
constexpr std::array<Woord, aantal_soorten> soort_woorden{
    {{"oproep_intake", N_("Uitnodiging voor de intake")},
     {"tweede_oproep_intake", N_("Tweede uitnodiging met waarschuwing")},
     {"pip_beschikking", N_("Besluit over het PIP")},
     {"afspraak", N_("Bevestiging van een afspraak")}}};
constexpr std::array<Woord, 3> wijze_woorden{
    {{"post", N_("per post")}, {"uitgereikt", N_("persoonlijk uitgereikt")}, {"digitaal", N_("digitaal")}}};
constexpr std::array<Woord, 3> stand_woorden{
    {{"concept", N_("Concept")}, {"verzonden", N_("Verzonden")}, {"retour", N_("Teruggekomen")}}};

template <class E, std::size_t N> std::optional<E> found(std::array<Woord, N> const& words, std::string_view name) {
    auto const at = std::ranges::find(words, name, &Woord::naam);
    if (at == words.end()) return std::nullopt;
    return static_cast<E>(at - words.begin());
}
std::size_t at(auto e) { return static_cast<std::size_t>(e); }
constexpr LawRef digitaal_bereikbaar{law::awb, "art. 2:8", "lid 1"}, bekendmaking{law::awb, "art. 3:41", "lid 1"};

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}
}

std::string_view naam(Soort s) { return soort_woorden[at(s)].naam; }
std::string_view titel(Soort s) { return soort_woorden[at(s)].titel; }
std::optional<Soort> soort_van(std::string_view naam) { return found<Soort>(soort_woorden, naam); }
std::vector<Soort> const& soorten() {
    static std::vector<Soort> const all{Soort::oproep_intake, Soort::tweede_oproep_intake, Soort::pip_beschikking,
                                        Soort::afspraak};
    return all;
}
std::string_view naam(Wijze w) { return wijze_woorden[at(w)].naam; }
std::string_view titel(Wijze w) { return wijze_woorden[at(w)].titel; }
std::string_view verzonden_zin(Wijze w) {
    switch (w) {
    case Wijze::post: return N_("Verzonden per post.");
    case Wijze::uitgereikt: return N_("Persoonlijk uitgereikt.");
    case Wijze::digitaal: return N_("Digitaal verzonden.");
    }
    return {};
}
std::optional<Wijze> wijze_van(std::string_view naam) { return found<Wijze>(wijze_woorden, naam); }
std::string_view naam(Stand s) { return stand_woorden[at(s)].naam; }
std::string_view titel(Stand s) { return stand_woorden[at(s)].titel; }
std::optional<Stand> stand_van(std::string_view naam) { return found<Stand>(stand_woorden, naam); }

std::string_view tekst(BriefRefusal r) {
    switch (r) {
    case BriefRefusal::bestaat_niet: return N_("Deze brief is er niet. Ga terug naar de brieven van het dossier.");
    case BriefRefusal::dossier_gesloten:
        return N_("Het dossier is gesloten. Heropen het dossier, of stuur geen brief meer.");
    case BriefRefusal::overleden:
        return N_(
            "Deze persoon is overleden. Stuur geen brief; overleg met een collega wat de nabestaanden nodig hebben.");
    case BriefRefusal::gezondheid_in_brief:
        return N_(
            "In een brief staat niets over gezondheid. Haal dit doel of deze afspraak uit het plan, of zet het op "
            "een ander leefgebied zonder iets over de gezondheid te noemen.");
    case BriefRefusal::niet_teruggekomen:
        return N_("Deze brief is niet teruggekomen. Leg eerst vast dat de brief terugkwam.");
    case BriefRefusal::al_verzonden:
        return N_("Deze brief is al verzonden en ligt vast. Maak een nieuwe brief als er iets moet veranderen.");
    case BriefRefusal::niet_verzonden: return N_("Deze brief is nog niet verzonden. Leg eerst vast dat hij weg is.");
    case BriefRefusal::gewijzigd:
        return N_("Iemand heeft deze brief intussen veranderd. Lees hem opnieuw en verstuur hem dan.");
    case BriefRefusal::geen_dag: return N_("Vul de dag in, bijvoorbeeld 25 11 2026.");
    case BriefRefusal::dag_in_toekomst:
        return N_("Die dag moet nog komen. Vul vandaag in, of een dag die al geweest is.");
    case BriefRefusal::dag_te_vroeg:
        return N_("Dat is eerder dan de brief werd gemaakt of verzonden. Vul een latere dag in.");
    case BriefRefusal::adres_geheim:
        return N_(
            "Het adres is geheim en komt niet op een brief. Reik de brief uit op kantoor, of verstuur hem digitaal.");
    case BriefRefusal::adres_onbekend:
        return N_("Er is geen adres om naar te schrijven. Vul het adres aan bij de persoon, of reik de brief uit.");
    case BriefRefusal::geen_toestemming:
        return N_("Digitaal mag alleen als de persoon heeft gezegd zo bereikbaar te zijn. Vraag dat, of kies een "
                  "andere wijze.");
    case BriefRefusal::geen_reden: return N_("Vul in waarom de brief terugkwam, bijvoorbeeld: woont hier niet meer.");
    case BriefRefusal::reden_te_lang: return N_("De reden is te lang. Gebruik hooguit 500 tekens.");
    case BriefRefusal::sjabloon_onbruikbaar:
        return N_("In de eigen tekst van de gemeente zit een fout. Vraag de functioneel beheerder om het sjabloon te "
                  "herstellen.");
    }
    return {};
}

std::optional<LawRef> bron(BriefRefusal r) {
    switch (r) {
    case BriefRefusal::geen_toestemming: return digitaal_bereikbaar;
    case BriefRefusal::adres_onbekend: return bekendmaking;
    default: return std::nullopt;
    }
}

std::optional<BriefRefusal> check_verzend(Verzendfeiten const& f, Wijze wijze, std::optional<Date> dag, Date today) {
    if (!f.open) return BriefRefusal::dossier_gesloten;
    if (f.overleden) return BriefRefusal::overleden;
    if (f.stand != Stand::in_concept) return BriefRefusal::al_verzonden;
    if (!dag) return BriefRefusal::geen_dag;
    if (*dag > today) return BriefRefusal::dag_in_toekomst;
    if (*dag < f.gemaakt) return BriefRefusal::dag_te_vroeg;
    if (wijze == Wijze::post && f.geheim) return BriefRefusal::adres_geheim;
    if (wijze == Wijze::post && !f.woont) return BriefRefusal::adres_onbekend;
    if (wijze == Wijze::digitaal && !f.toestemming) return BriefRefusal::geen_toestemming;
    return std::nullopt;
}

std::optional<BriefRefusal> check_retour(Stand stand, std::optional<Date> verzonden_op, std::optional<Date> dag,
                                         std::string_view reden, Date today) {
    if (stand == Stand::in_concept || !verzonden_op) return BriefRefusal::niet_verzonden;
    if (stand == Stand::retour) return BriefRefusal::al_verzonden;
    if (!dag) return BriefRefusal::geen_dag;
    if (*dag > today) return BriefRefusal::dag_in_toekomst;
    if (*dag < *verzonden_op) return BriefRefusal::dag_te_vroeg;
    if (std::ranges::all_of(reden, [](char c) { return static_cast<unsigned char>(c) <= ' '; }))
        return BriefRefusal::geen_reden;
    if (characters(reden) > langste_reden) return BriefRefusal::reden_te_lang;
    return std::nullopt;
}

Date bezwaar_tot(Date bekendgemaakt) {
    auto const* weeks = law::bezwaar_weken.on(bekendgemaakt);
    check(weeks != nullptr);
    return law::rolled(bekendgemaakt + weeks->value);
}
}
