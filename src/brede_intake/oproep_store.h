#pragma once
#include "brede_intake/oproepen.h"
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"
#include "vertrouwen/rules.h"

/// Call-ups for the intake as they were sent, with what came of them.
namespace brede_intake {

struct Oproep {
    OproepId id;
    Oproepfeit feit;
    AfspraakId afspraak;
    std::optional<BriefId> brief;
    std::optional<Date> uitkomst_op;
    std::string reden;
    std::optional<TaakId> voorstel;
    std::optional<Date> geen_boete_op;
    std::string geen_boete_reden;
    Timestamp begint, eindigt;
    std::string plaats, tolk_taal;
};
/// Of the latest intake of the file, or those sent before one began; in the order in which they were sent.
std::vector<Oproep> oproepen(db::Connection&, vertrouwen::Access const&, DossierId);
/// What the rules need, with target group and the fine decision from the facts of the file.
Oproepfeiten feiten(db::Connection&, vertrouwen::Access const&, DossierId, std::vector<Oproep> const&);

struct NieuweOproep {
    Date dag;
    int begin, einde;                       // minutes of the day
    std::string plaats, tolk_taal, wijze;   // wijze: persoonlijk, video
    GebruikerId met;
    bool kinderen = false, toets = false;   // blocks of the letter
};
/// Plans the appointment, makes the letter as a concept and keeps the oproep, in the caller's transaction. The rules
/// have been asked. `briefweigering`: the letter could not be made; the oproep stands and says so.
struct Opgeroepen {
    OproepId id;
    std::optional<BriefId> brief;
    std::string_view briefweigering;
};
Opgeroepen roep_op(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now, Date today,
                   DossierId, Oproeptermijn const&, NieuweOproep const&);
/// False: somebody was first.
bool leg_uitkomst_vast(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now, Date today,
                       DossierId, Oproep const&, UitkomstVoorstel const&);
/// Judges a miss. When it counts and a proposal follows: the task for the jurist and the fact for the clock of it.
bool beoordeel(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now, Date today,
               DossierId, Oproep const&, std::map<std::string, std::string> const& antwoorden, bool verwijtbaar);
/// The jurist decided on the proposal: no fine. False: there was no proposal, or it was decided.
bool geen_boete(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now, DossierId,
                Oproep const&, Date dag, std::string_view reden);
}
