#pragma once
#include "inburgeringstermijn/rules.h"
#include "kernel/date.h"
#include "kernel/id.h"
#include "platform/i18n/i18n.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the file says at the top: the state in one sentence, the next action, the seven stops of the route. Pure.
namespace dossier {

enum class Fase { instroom, intake, pip, leerroute, voldaan };
std::string_view naam(Fase);
std::optional<Fase> fase_van(std::string_view);
std::string_view titel(Fase);   // Dutch, for people

/// How far a part of the road to the PIP is. Of the plan: a draft that is worked on, or one that was laid before.
enum class Onderdeel { geen, bezig, klaar };
struct Onderweg {
    Onderdeel intake = Onderdeel::geen, toets = Onderdeel::geen, plan = Onderdeel::geen;
    std::int64_t gesprekken = 0, open_leefgebieden = 0;   // of the intake that is open
    std::optional<Date> intake_begonnen, intake_afgerond, toetsdag, oproepdag;
    std::optional<std::int64_t> oproep;   // a call-up without an outcome
    bool verschenen = false;              // somebody came when called
    bool getekend = false;                // the draft that was laid before was signed
    std::optional<std::int64_t> brief;    // a call-up or the decision, still to be sent
};

/// What is known of a file. `klokken` as the rules of inburgeringstermijn give them, most urgent first.
struct Feiten {
    bool open = true;
    std::optional<Date> gesloten_op;
    Fase fase = Fase::instroom;
    bool heeft_begeleider = false;   // a regisseur or klantmanager
    bool afspraak_gepland = false;
    std::optional<Date> kennisgeving, eerste_contact, eerste_pip;
    Onderweg onderweg;
    std::vector<inburgeringstermijn::Klok> klokken;
};

/// Which sentence; in order of precedence: the first that applies is the state.
enum class Staat {
    gesloten,
    voldaan,
    pip_te_laat,
    andere_te_laat,
    pip_stilgelegd,
    pip_loopt,
    wacht_op_kennisgeving,
    termijn_loopt,
    termijn_voorbij,
    geen_termijn
};
enum class Toon { gewoon, laat, rustig };
struct Stand {
    Staat staat;
    Toon toon;
    std::optional<Date> dag;   // the bold date
    int dagen = 0;             // days left; negative: late
    std::optional<inburgeringstermijn::KlokSoort> klok;
};
Stand stand(Feiten const&, Date today);

/// The one primary button.
enum class Actie {
    heropenen,
    toewijzen,
    kennisgeving_vastleggen,
    brief_versturen,
    uitnodigen,
    oproep_vastleggen,
    intake_beginnen,
    intake_verder,
    toets_vastleggen,
    intake_afronden,
    plan_maken,
    plan_afmaken,
    plan_ondertekenen,
    plan_vaststellen,
    termijn_bekijken,
    gesprek_plannen
};
Actie volgende_actie(Feiten const&, Date today);
/// Title of the task that somebody must be put on a new file; it is done when that happened.
inline constexpr std::string_view verdeeltaak = i18n::N_("Nieuwe inburgeraar: dossier verdelen");
/// Dutch label: verb and thing.
std::string_view tekst(Actie);
/// Needs the facts for the one letter or call-up it leads to.
std::string actie_pad(Actie, DossierId, Feiten const&);

enum class Halte { klaar, nu, straks };
/// One of the seven stops. `toelichting` is fixed Dutch; `dag` stands behind it.
struct Mijlpaal {
    std::string_view naam;
    Halte halte;
    std::string_view toelichting;
    std::optional<Date> dag;
};
std::vector<Mijlpaal> mijlpalen(Feiten const&);

/// Why a note or contact moment is not written; in order of precedence.
enum class NotitieRefusal { leeg, te_lang, geen_dag, dag_in_toekomst, onbekende_categorie, onbekende_wijze, minuten };
inline constexpr std::size_t langste_notitie = 10'000;   // characters
struct Notitie {
    std::string_view tekst;
    std::optional<Date> dag;
    bool categorie_mag;                      // one that the writer may see
    std::optional<std::string_view> wijze;   // of a contact
    int minuten = 0;
};
std::optional<NotitieRefusal> check_notitie(Notitie const&, Date today);
std::string_view tekst(NotitieRefusal);

/// The Dutch name of a language (BCP 47), or the code itself.
std::string_view taal_naam(std::string_view code);
/// How a contact was: the values of column contact_wijze with their Dutch words.
struct Keuze {
    std::string_view waarde, titel;
};
std::vector<Keuze> const& contact_wijzen();
std::vector<Keuze> const& tolk_keuzes();
/// What a note is about: the field categories, in the order of the form.
std::vector<Keuze> const& categorie_keuzes();
std::string_view keuze_titel(std::vector<Keuze> const&, std::string_view waarde);
}
