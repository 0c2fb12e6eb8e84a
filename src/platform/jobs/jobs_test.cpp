#include "platform/jobs/jobs.h"
#include "tests/support/database.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <thread>

using testing_support::ScratchDatabase;

namespace {

constexpr Date today{2026y / 11 / 25};
platform::Clock const clock_today{today}, clock_tomorrow{today + std::chrono::days{1}};

struct Stored {
    std::string stand;
    std::optional<std::string> fault;
    int attempt;
    Timestamp not_before;
};

Stored stored(db::Database& d, std::int64_t id) {
    return d
        .read(db::Scope::system(),
              [&](db::Connection& c) {
                  return c.one("SELECT stand, fout, poging, niet_voor FROM job WHERE id = $1", {id},
                               [](db::Row const& r) {
                                   return Stored{r.get<std::string>(0), r.get<std::optional<std::string>>(1),
                                                 r.get<int>(2), r.get<Timestamp>(3)};
                               });
              })
        .value();
}

std::int64_t add(db::Database& d, std::string_view kind, std::string_view payload = "", std::string_view once = {},
                 Timestamp not_before = {}) {
    return d.write(db::Scope::system(),
                   [&](db::Connection& c) { return jobs::add(c, GemeenteId{1}, kind, payload, not_before, once); });
}

}

BOTH_ENGINES(Jobs);

TEST_P(Jobs, are_done_once_and_in_order) {
    ScratchDatabase d{GetParam()};
    std::vector<std::string> seen;
    auto const first = add(*d, "soort", "een", {}, Timestamp{1});
    add(*d, "soort", "drie", {}, Timestamp{3});
    add(*d, "soort", "twee", {}, Timestamp{2});
    jobs::Runner runner{*d, clock_today, {{"soort", [&](jobs::Job const& job, auto const& alive) {
                                               EXPECT_TRUE(alive());
                                               EXPECT_EQ(job.gemeente, GemeenteId{1});
                                               EXPECT_EQ(job.attempt, 1);
                                               seen.push_back(job.payload);
                                           }}}};
    EXPECT_EQ(runner.run_until_idle(), 3);
    EXPECT_EQ(runner.run_until_idle(), 0);
    EXPECT_EQ(seen, (std::vector<std::string>{"een", "twee", "drie"}));
    EXPECT_EQ(stored(*d, first).stand, "klaar");
}

TEST_P(Jobs, wait_for_their_moment) {
    ScratchDatabase d{GetParam()};
    add(*d, "soort", "", {}, clock_today.now().plus(std::chrono::hours{1}));
    std::map<std::string, jobs::Worker> const workers{{"soort", [](auto const&, auto const&) {}}};
    jobs::Runner early{*d, clock_today, workers}, later{*d, clock_tomorrow, workers};
    EXPECT_EQ(early.run_until_idle(), 0);
    EXPECT_EQ(later.run_until_idle(), 1);
}

TEST_P(Jobs, that_are_rolled_back_were_never_there) {
    ScratchDatabase d{GetParam()};
    EXPECT_THROW(d->write(db::Scope::system(),
                          [](db::Connection& c) {
                              jobs::add(c, GemeenteId{1}, "soort", "", Timestamp{});
                              throw std::runtime_error{"after all"};
                          }),
                 std::runtime_error);
    jobs::Runner runner{*d, clock_today, {}};
    EXPECT_EQ(runner.run_until_idle(), 0);
}

TEST_P(Jobs, with_a_once_key_are_unique_while_open) {
    ScratchDatabase d{GetParam()};
    auto const first = add(*d, "soort", "a", "sleutel");
    EXPECT_EQ(add(*d, "soort", "b", "sleutel"), first);
    EXPECT_NE(add(*d, "soort", "c", "andere"), first);
    EXPECT_NE(add(*d, "soort", "d"), add(*d, "soort", "d"));
    int runs = 0;
    jobs::Runner runner{*d, clock_today, {{"soort", [&](jobs::Job const& job, auto const&) {
                                               ++runs;
                                               if (job.id == first) {
                                                   EXPECT_EQ(add(*d, "soort", "e", "sleutel"), first)
                                                       << "while it runs";
                                               }
                                           }}}};
    EXPECT_EQ(runner.run_until_idle(), 4);
    EXPECT_NE(add(*d, "soort", "f", "sleutel"), first) << "done: there is room again";
    EXPECT_EQ(runs, 4);
}

TEST_P(Jobs, two_servers_never_do_one_job_twice) {
    ScratchDatabase d{GetParam()};
    auto const other = db::Database::open(d.url());
    constexpr int count = 60;
    for (int i = 0; i < count; ++i) add(*d, "tel", std::to_string(i));
    std::array<std::atomic<int>, count> times{};
    std::map<std::string, jobs::Worker> const workers{
        {"tel", [&](jobs::Job const& job, auto const&) { ++times[std::stoul(job.payload)]; }}};
    auto const serve = [&](db::Database& database) {
        jobs::Runner runner{database, clock_today, workers};
        return runner.run_until_idle();
    };
    auto a = std::async(std::launch::async, [&] { return serve(*d); });
    auto b = std::async(std::launch::async, [&] { return serve(*other); });
    auto c = std::async(std::launch::async, [&] { return serve(*d); });
    EXPECT_EQ(a.get() + b.get() + c.get(), count);
    for (auto const& n : times) EXPECT_EQ(n, 1);
}

TEST_P(Jobs, of_a_killed_server_are_taken_over_when_the_lease_ran_out) {
    ScratchDatabase d{GetParam()};
    auto const id = add(*d, "lang");
    int taken_over = 0;
    std::map<std::string, jobs::Worker> const successor_workers{
        {"lang", [&](jobs::Job const& job, auto const&) { taken_over = job.attempt; }}};
    jobs::Runner now{*d, clock_today, successor_workers}, later{*d, clock_tomorrow, successor_workers};
    // The first server hangs in the job; while its lease runs nobody else gets it, afterwards another server does.
    jobs::Runner hanging{*d, clock_today, {{"lang", [&](auto const&, auto const&) {
                                                EXPECT_EQ(now.run_until_idle(), 0);
                                                EXPECT_EQ(later.run_until_idle(), 1);
                                            }}}};
    EXPECT_EQ(hanging.run_until_idle(), 0) << "it came back to life, but the job is no longer its own";
    EXPECT_EQ(taken_over, 2);
    EXPECT_EQ(stored(*d, id).stand, "klaar");
}

TEST_P(Jobs, are_told_that_they_lost_their_lease) {
    ScratchDatabase d{GetParam()};
    add(*d, "lang");
    std::vector<bool> answers;
    jobs::Runner later{*d, clock_tomorrow, {{"lang", [](auto const&, auto const&) {}}}};
    jobs::Runner::Terms const asks_each_time{std::chrono::minutes{2}, std::chrono::milliseconds{0}};
    jobs::Runner runner{*d,
                        clock_today,
                        {{"lang",
                          [&](auto const&, auto const& alive) {
                              answers.push_back(alive());
                              later.run_until_idle();
                              answers.push_back(alive());
                          }}},
                        asks_each_time};
    EXPECT_EQ(runner.run_until_idle(), 0);
    EXPECT_EQ(answers, (std::vector<bool>{true, false}));
}

TEST_P(Jobs, that_fail_are_tried_again_with_growing_pauses_and_then_given_up) {
    ScratchDatabase d{GetParam()};
    auto const id = add(*d, "stuk");
    std::map<std::string, jobs::Worker> const workers{
        {"stuk", [](auto const&, auto const&) { throw std::runtime_error{std::string{"kapot \xff"}}; }}};
    std::int64_t pause_before = 0;
    for (int attempt = 1; attempt <= 8; ++attempt) {
        platform::Clock const clock{today + std::chrono::days{attempt}};
        jobs::Runner runner{*d, clock, workers};
        EXPECT_EQ(runner.run_until_idle(), 0);
        auto const job = stored(*d, id);
        EXPECT_EQ(job.attempt, attempt);
        EXPECT_EQ(job.fault, "onleesbare fout");
        EXPECT_EQ(job.stand, attempt < 8 ? "wacht" : "mislukt");
        if (attempt == 8) break;
        // The clock has moved on a little since: compared in whole seconds.
        auto const pause = (job.not_before.micros - clock.now().micros + 5000000) / 1000000;
        EXPECT_GE(pause, pause_before);
        EXPECT_LE(pause, 6 * 3600 + 5);
        pause_before = pause;
    }
    jobs::Runner runner{*d, platform::Clock{today + std::chrono::days{100}}, workers};
    runner.run_until_idle();
    EXPECT_EQ(stored(*d, id).attempt, 8);
}

TEST_P(Jobs, that_kill_every_server_are_given_up) {
    ScratchDatabase d{GetParam()};
    auto const id = add(*d, "gif");
    int depth = 0;
    std::map<std::string, jobs::Worker> workers;
    // Each attempt "dies": it never comes back before the next server, a day later, has taken over.
    workers["gif"] = [&](auto const&, auto const&) {
        ++depth;
        jobs::Runner{*d, platform::Clock{today + std::chrono::days{depth}}, workers}.run_until_idle();
    };
    jobs::Runner{*d, clock_today, workers}.run_until_idle();
    EXPECT_EQ(depth, 8);
    EXPECT_EQ(stored(*d, id).stand, "mislukt");
}

TEST_P(Jobs, of_an_unknown_kind_wait_for_a_server_that_knows_them) {
    ScratchDatabase d{GetParam()};
    auto const id = add(*d, "nieuw");
    jobs::Runner old_server{*d, clock_today, {}};
    EXPECT_EQ(old_server.run_until_idle(), 0);
    EXPECT_EQ(stored(*d, id).stand, "wacht");
    jobs::Runner new_server{*d, clock_tomorrow, {{"nieuw", [](auto const&, auto const&) {}}}};
    EXPECT_EQ(new_server.run_until_idle(), 1);
}

TEST_P(Jobs, that_are_done_are_forgotten_after_a_while_and_no_others) {
    ScratchDatabase d{GetParam()};
    auto const today_at = clock_today.now();
    auto const put = [&](std::string_view stand, std::optional<Timestamp> done) {
        auto const id = add(*d, "soort");
        d->write(db::Scope::system(), [&](db::Connection& c) {
            c.exec("UPDATE job SET stand = $2, klaar_op = $3 WHERE id = $1", {id, stand, done});
        });
        return id;
    };
    auto const limit = today_at.plus(-std::chrono::days{90});
    auto const second_before = limit.plus(-std::chrono::seconds{1});
    auto const old = put("klaar", second_before), on_the_limit = put("klaar", limit), recent = put("klaar", today_at);
    auto const failed = put("mislukt", second_before), waits = put("wacht", std::nullopt),
               runs = put("bezig", std::nullopt);
    for (int i = 0; i < 1001; ++i) put("klaar", second_before);
    int asked = 0;
    EXPECT_EQ(jobs::forget_done(*d, limit, [&] { return ++asked < 2; }), 500) << "stops when the lease is lost";
    EXPECT_EQ(jobs::forget_done(*d, limit, [] { return true; }), 502);
    EXPECT_EQ(jobs::forget_done(*d, limit, [] { return true; }), 0);
    auto const there = [&](std::int64_t id) {
        return d->read(db::Scope::system(), [&](db::Connection& c) {
            return c.value<std::int64_t>("SELECT id FROM job WHERE id = $1", {id}).has_value();
        });
    };
    EXPECT_FALSE(there(old));
    for (auto const id : {on_the_limit, recent, failed, waits, runs}) EXPECT_TRUE(there(id));
}

TEST_P(Jobs, run_in_the_background_after_a_wake) {
    ScratchDatabase d{GetParam()};
    std::promise<std::string> done;
    jobs::Runner runner{
        *d, clock_today, {{"soort", [&](jobs::Job const& job, auto const&) { done.set_value(job.payload); }}}};
    runner.start(2);
    add(*d, "soort", "gedaan");
    runner.wake();
    EXPECT_EQ(done.get_future().get(), "gedaan");
}

TEST_P(Jobs, are_put_back_when_the_server_stops) {
    ScratchDatabase d{GetParam()};
    auto const id = add(*d, "lang");
    std::promise<void> started;
    {
        jobs::Runner runner{*d, clock_today, {{"lang", [&](auto const&, auto const& alive) {
                                                   started.set_value();
                                                   while (alive()) std::this_thread::yield();
                                               }}}};
        runner.start(1);
        started.get_future().get();
    }
    EXPECT_EQ(stored(*d, id).stand, "wacht");
    EXPECT_EQ(stored(*d, id).attempt, 0);
}
