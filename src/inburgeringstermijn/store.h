#pragma once
#include "inburgeringstermijn/rules.h"
#include "platform/db/db.h"
#include "vertrouwen/rules.h"

namespace inburgeringstermijn {

/// A fact the clocks run on, as stored (table termijnfeit).
struct OpgeslagenFeit { std::int64_t id; Feit feit; std::string bron, toelichting; Timestamp vastgelegd_op; };

/// Adds a fact in the caller's transaction; never changes one. The caller then recomputes.
void add_fact(db::Connection&, vertrouwen::Access const&, Timestamp now, DossierId, Feit const&, std::string_view bron, std::string_view toelichting);
/// All facts of a file in the order they were written; replaced ones left out.
std::vector<OpgeslagenFeit> facts(db::Connection&, DossierId);
/// Reckons the clocks from the facts and brings table termijn and the tasks that follow from it up to date (one open
/// task a clock, warnings ahead by the task's date). Call after every change of a fact, in the same transaction.
void recompute(db::Connection&, vertrouwen::Access const&, Timestamp now, Date today, DossierId);
/// The clocks of a file with their why, most urgent first.
std::vector<Klok> clocks(db::Connection&, DossierId, Date today);
}
