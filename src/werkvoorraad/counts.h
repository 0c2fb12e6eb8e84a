#pragma once
#include "platform/jobs/jobs.h"
#include "werkvoorraad/store.h"

/// Table taak_telling: kept by every change, proved by a recount.
namespace werkvoorraad {

/// What of a task decides where it is counted.
struct Plek {
    std::optional<GebruikerId> eigenaar;
    std::optional<TeamId> team;
    Stand stand;
    std::string soort;
    Date uiterlijk;
};
/// A task leaves `van` and comes to `naar`; nothing: it was not there, or is there no more.
void count_move(db::Connection&, GemeenteId, std::optional<Plek> const& van, std::optional<Plek> const& naar);

struct Hertelling {
    std::int64_t regels{}, verschillen{};
};
/// Compares the counts of a municipality with its tasks, repairs and reports what differed. In the caller's
/// transaction.
Hertelling recount(db::Connection&, vertrouwen::Access const&, Timestamp now);
/// Makes the counts anew after tasks were written in bulk (demo).
void rebuild_counts(db::Connection&, GemeenteId);

inline constexpr std::string_view recount_job = "werkvoorraad.hertelling";
/// Recounts the job's municipality (0: all) and plans itself again for the next night.
jobs::Worker recount_worker(db::Database&, platform::Clock);
/// Plans a recount at this moment, at most one a day.
void plan_recount(db::Connection&, Timestamp when);
}
