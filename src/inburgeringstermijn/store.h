#pragma once
#include "inburgeringstermijn/feiten.h"
#include "platform/jobs/jobs.h"
#include "vertrouwen/rules.h"

namespace inburgeringstermijn {

/// A fact the clocks run on, as stored (table termijnfeit).
struct OpgeslagenFeit {
    std::int64_t id;
    Feit feit;
    std::string bron, toelichting;
    Timestamp vastgelegd_op;
};

/// Adds a fact in the caller's transaction; never changes one. The caller then recomputes. A fact of a kind that can be
/// only once replaces the earlier one of the same source; the same fact again adds nothing.
void add_fact(db::Connection&, vertrouwen::Access const&, Timestamp now, DossierId, Feit const&, std::string_view bron,
              std::string_view toelichting);
/// Adds a fact in the place of the one with this id (which stays, as history).
void replace_fact(db::Connection&, vertrouwen::Access const&, Timestamp now, DossierId, std::int64_t replaced,
                  Feit const&, std::string_view bron, std::string_view toelichting);
/// Takes a fact back that should not have been written; a row that says so is added, and it stays as history.
void withdraw_fact(db::Connection&, vertrouwen::Access const&, Timestamp now, Date today, DossierId, std::int64_t id,
                   std::string_view toelichting);
/// All facts of a file in the order they were written; replaced ones left out.
std::vector<OpgeslagenFeit> facts(db::Connection&, DossierId);
/// The history of a file's facts, newest first, replaced and withdrawn ones too; at most 200.
struct FeitGeschiedenis {
    OpgeslagenFeit feit;
    bool vervangen, intrekking;
    std::string door;
};
std::vector<FeitGeschiedenis> history(db::Connection&, vertrouwen::Access const&, DossierId);

/// Reckons the clocks from the facts and brings table termijn and the tasks that follow from it up to date: one open
/// task a clock, from its warning day on. Call after every change of a fact, in the same transaction.
void recompute(db::Connection&, vertrouwen::Access const&, Timestamp now, Date today, DossierId);
/// The clocks of a file with their why, most urgent first.
std::vector<Klok> clocks(db::Connection&, DossierId, Date today);
/// The facts that the clocks run on, and the target group (om while it is not known: it gives no clock of its own).
struct Grondslag {
    Groep groep;
    bool groep_bekend;
    std::vector<OpgeslagenFeit> feiten;
};
Grondslag basis(db::Connection&, DossierId);
std::vector<Klok> clocks(Grondslag const&, Date today);

inline constexpr std::string_view warn_job = "inburgeringstermijn.waarschuwingen";
/// Makes the tasks of clocks whose warning day has come; plans itself again for the next night.
jobs::Worker warn_worker(db::Database&, platform::Clock);
/// At this moment, at most once a day.
void plan_warnings(db::Connection&, Timestamp when);
/// The work of the job for one municipality; files done.
int warn(db::Database&, GemeenteId, Timestamp now, Date today, std::function<bool()> const& alive);
}
