#include "werkvoorraad/counts.h"

#include "platform/json/json.h"
#include "platform/log/log.h"
#include "vertrouwen/store.h"
#include "werkvoorraad/queries.h"

namespace werkvoorraad {
namespace {

bool counted(std::optional<Plek> const& plek) {
    return plek && (plek->stand == Stand::open || plek->stand == Stand::wacht);
}
void change(db::Connection& c, GemeenteId gemeente, Plek const& plek, int by) {
    std::int64_t const owner = plek.eigenaar ? plek.eigenaar->value : 0;
    std::int64_t const team = !plek.eigenaar && plek.team ? plek.team->value : 0;
    c.exec(queries::add_to_count, {gemeente, owner, team, naam(plek.stand), plek.soort, plek.uiterlijk, by});
}
}

void count_move(db::Connection& c, GemeenteId gemeente, std::optional<Plek> const& van,
                std::optional<Plek> const& naar) {
    if (counted(van)) change(c, gemeente, *van, -1);
    if (counted(naar)) change(c, gemeente, *naar, 1);
}

Hertelling recount(db::Connection& c, vertrouwen::Access const& access, Timestamp now) {
    struct Difference {
        std::int64_t owner, team;
        std::string stand, soort;
        Date day;
        std::int64_t missing;
    };
    auto const gemeente = access.gemeente();
    auto const differences = c.list(queries::differing_counts, {gemeente}, [](db::Row const& r) {
        return Difference{r.integer(0),          r.integer(1), r.get<std::string>(2),
                          r.get<std::string>(3), r.date(4),    r.integer(5)};
    });
    // Added to, not overwritten: what another transaction counts meanwhile stays counted.
    for (auto const& d : differences)
        c.exec(queries::add_to_count, {gemeente, d.owner, d.team, d.stand, d.soort, d.day, d.missing});
    c.exec(queries::forget_empty_counts, {gemeente});
    Hertelling const outcome{c.value<std::int64_t>(queries::number_of_counts, {gemeente}).value_or(0),
                             static_cast<std::int64_t>(differences.size())};
    if (outcome.verschillen > 0) {
        json::Writer w;
        w.object().field("verschillen", outcome.verschillen).end_object();
        vertrouwen::audit(c, access, now, "telling.hersteld", "taak_telling", 0, w.take());
        logging::warning("taak_telling", {{"verschillen", std::to_string(outcome.verschillen)}});
    }
    return outcome;
}

void rebuild_counts(db::Connection& c, GemeenteId gemeente) {
    c.exec(queries::forget_counts, {gemeente});
    c.exec(queries::rebuild_counts, {gemeente});
}

jobs::Worker recount_worker(db::Database& database, platform::Clock clock) {
    return [&database, clock](jobs::Job const& job, std::function<bool()> const& alive) {
        auto const all = database.read(db::Scope::system(), [](db::Connection& c) {
            return c.list(queries::municipalities, {}, [](db::Row const& r) { return r.get<GemeenteId>(0); });
        });
        for (auto const gemeente : all) {
            if (job.gemeente.value != 0 && job.gemeente != gemeente) continue;
            if (!alive()) return;
            database.write(db::Scope::of(gemeente), [&](db::Connection& c) {
                return recount(c, vertrouwen::Access::systeem(gemeente), clock.now());
            });
        }
        database.write(db::Scope::system(), [&](db::Connection& c) {
            plan_recount(c, platform::moment_of({clock.today() + std::chrono::days{1}, 2, 0}));
        });
    };
}

void plan_recount(db::Connection& c, Timestamp when) {
    // One a night, however often the program starts.
    auto const key = fmt::format("{} {}", recount_job, to_iso(platform::local_time(when).day));
    jobs::add(c, GemeenteId{}, recount_job, "", when, key);
}
}
