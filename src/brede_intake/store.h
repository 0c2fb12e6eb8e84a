#pragma once
#include "brede_intake/leefgebieden.h"
#include "brede_intake/rules.h"
#include "platform/db/db.h"
#include "platform/jobs/jobs.h"
#include "vertrouwen/kluis.h"
#include "vertrouwen/rules.h"

/// The brede intake of a person (Wi2021 art. 14): several talks, leefgebieden, baseline, legal minimum. Call-ups stand
/// in oproep_store.h.
namespace brede_intake {

/// A leefgebied in short; `score` 0: none. Of health only whether it was discussed: its score is sealed.
struct LeefgebiedStand {
    std::string code, titel;
    Gebiedstand stand = Gebiedstand::niet_gevraagd;
    int score = 0;
    bool gezondheid = false;
};
/// What the PIP needs of the latest intake of a file.
struct Samenvatting {
    IntakeId intake{};
    bool begonnen = false, afgerond = false;
    std::optional<Date> gestart, afgerond_op;
    bool bij_verstek = false;
    int besproken = 0, totaal = 0;   // asked (also: not applicable, will not talk about it) of the active ones
    std::vector<LeefgebiedStand> leefgebieden;
    bool wil_onderwijs = false;
    std::string alfabetisering;   // A, AA, NVT as DUO names it, or empty
    bool kinderen_vve_leeftijd = false;
};
/// Nothing: no intake was begun yet.
std::optional<Samenvatting> samenvatting(db::Connection&, vertrouwen::Access const&, DossierId);
/// What another slice found out of the legal minimum (the learnability test): `afgedaan` with what it rests on, in the
/// open intake of the file. Nothing happens when there is none.
void meld_onderdeel(db::Connection&, vertrouwen::Access const&, Timestamp now, DossierId, Onderdeel, Afhandeling,
                    std::string_view grond);

// ---- the list of leefgebieden of a municipality ----
std::vector<Leefgebied> leefgebieden(db::Connection&, GemeenteId);
/// Replaces the list; check_lijst has been asked.
void zet_leefgebieden(db::Connection&, vertrouwen::Access const&, Timestamp now, std::vector<Leefgebied> const&);

// ---- the intake itself ----
struct Intake {
    IntakeId id;
    Date begonnen_op;
    std::string plaats;
    std::optional<Date> apart_gesprek_op;
    std::string laatste_plek;
    std::optional<Date> afgerond_op;
    bool bij_verstek = false;
    std::string afgerond_reden;
    std::int64_t versie = 1;
    bool open() const { return !afgerond_op; }
};
/// Newest first.
std::vector<Intake> intakes(db::Connection&, vertrouwen::Access const&, DossierId);
bool gekoppeld_in_azc(db::Connection&, vertrouwen::Access const&, DossierId, Date today);
/// Begins an intake that the rules allow; the baseline of the one before goes along. Stage and timeline follow.
IntakeId begin(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now, Date today,
               DossierId, std::string_view plaats, Date dag);
void wijs_op_apart_gesprek(db::Connection&, vertrouwen::Access const&, Timestamp now, IntakeId, Date dag);
void onthoud_plek(db::Connection&, vertrouwen::Access const&, IntakeId, std::string_view plek);
void merk_onderdeel(db::Connection&, vertrouwen::Access const&, Timestamp now, IntakeId, Onderdeel, Afhandeling,
                    std::string_view grond);
/// Closes the intake; stage, timeline and tasks follow. The rules have been asked.
void rond_af(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now, Date today, DossierId,
             IntakeId, bool bij_verstek, std::string_view reden);
/// The legal minimum as it stands.
std::vector<MinimumRegel> minimum(db::Connection&, vertrouwen::Access const&, DossierId, Intake const&);
/// The answer on each leefgebied of an intake; health scores only for a reader of category gezondheid.
std::map<std::string, Antwoord> antwoorden(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&,
                                           IntakeId);

// ---- fields, each with its version ----
inline constexpr std::string_view basis = "basis";
struct Veld {
    std::string tekst;
    std::int64_t versie = 0;
    std::string door;
    Timestamp op{};
};
using Velden = std::map<std::string, Veld>;
/// Where fields stand: a leefgebied or the baseline, and whether their text is sealed.
struct Onderwerp {
    std::string code;
    bool verzegeld = false;
    std::vector<std::string> velden;   // those that may be written
};
Onderwerp onderwerp_van(Leefgebied const&);
/// The fields of one page of the baseline: "opleiding", "werk", "taal", "gezin".
Onderwerp basisonderwerp(std::string_view onderdeel);
/// Sealed text only for a reader of category gezondheid: others get nothing of such a subject.
Velden velden(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, IntakeId, Onderwerp const&);
/// What a page hands out with a field and gets back: the version the writer saw and a keyed print of its text.
std::string merk(vertrouwen::Kluis const&, Veld const&);
struct Veldinvoer {
    std::string veld, tekst, merk;
    std::optional<Keus> keus;         // how a conflict was settled
    std::vector<std::string> vorig;   // what this writer sent before, without hearing whether it was kept
};
struct Conflict {
    std::string veld;
    Veld hunne;
    std::string mijne;
};
struct Bewaring {
    std::vector<std::string> geschreven, gelijk;   // gelijk: what stands there is what was sent
    std::vector<Conflict> conflicten;
    std::vector<Veldfout> fouten;
    Velden nu;   // as they stand afterwards
};
/// `alles`: nothing is written when one field is wrong. `wat_kan`: the right fields are written (saving while typing).
enum class Omvang { alles, wat_kan };
Bewaring bewaar(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now, IntakeId,
                Onderwerp const&, std::vector<Veldinvoer> const&, Omvang);

// ---- rows of the baseline ----
template <class T> struct Rij {
    std::int64_t id = 0, versie = 0;
    T waarde;
};
std::vector<Rij<Opleiding>> opleidingen(db::Connection&, vertrouwen::Access const&, IntakeId);
std::vector<Rij<Werk>> werk(db::Connection&, vertrouwen::Access const&, IntakeId);
std::vector<Rij<Taal>> talen(db::Connection&, vertrouwen::Access const&, IntakeId);
/// id 0: a new row. False: somebody changed it meanwhile, or took it away.
bool zet(db::Connection&, vertrouwen::Access const&, Timestamp now, IntakeId, Rij<Opleiding> const&);
bool zet(db::Connection&, vertrouwen::Access const&, Timestamp now, IntakeId, Rij<Werk> const&);
bool zet(db::Connection&, vertrouwen::Access const&, Timestamp now, IntakeId, Rij<Taal> const&);
/// `onderdeel`: opleiding, werk or taal. The row stays as history.
void haal_weg(db::Connection&, vertrouwen::Access const&, Timestamp now, IntakeId, std::string_view onderdeel,
              std::int64_t id);

// ---- talks ----
struct GesprekRegel {
    GesprekId id;
    Gesprek gesprek;   // `verslag` of a private talk: empty for who may not read it
    GebruikerId gebruiker;
    std::string gebruiker_naam;
    std::int64_t versie;
    bool leesbaar = true;
};
/// Newest first.
std::vector<GesprekRegel> gesprekken(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, IntakeId);
std::optional<GesprekRegel> gesprek(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, IntakeId,
                                    GesprekId);
/// Writes a talk that the rules allow; an entry on the timeline without its text, and without saying that it was
/// private.
GesprekId voeg_toe(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now, Date today,
                   DossierId, IntakeId, Gesprek const&);
/// False: somebody changed it after `versie`. Private stays private.
bool wijzig(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now, IntakeId,
            GesprekRegel const& oud, Gesprek const&);

// ---- work ----
/// Brings the tasks of soort 'intake' of a file in line with its state: one open task at most.
void werk_bijwerken(db::Connection&, vertrouwen::Access const&, Timestamp now, Date today, DossierId);
inline constexpr std::string_view work_job = "brede_intake.uitnodigen";
/// Makes the tasks to invite people for whom nothing of an intake stands yet; plans itself again for the next night.
jobs::Worker work_worker(db::Database&, platform::Clock);
/// At this moment, at most once a day.
void plan_work(db::Connection&, Timestamp when);
/// The work of the job for one municipality; tasks made.
int nodig_uit(db::Database&, GemeenteId, Timestamp now, Date today, std::function<bool()> const& alive);
}
