#include "platform/jobs/jobs.h"
#include "kernel/utf8.h"
#include "platform/jobs/queries.h"
#include "platform/log/log.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace jobs {
namespace {

using std::chrono::microseconds;
constexpr int most_attempts = 8;
constexpr std::chrono::seconds pause_without_database{5};

/// Ten seconds after the first failure, four times as long after each next one, at most six hours.
microseconds pause_after(int attempt) {
    microseconds pause = std::chrono::seconds{10};
    for (int i = 1; i < attempt; ++i) pause *= 4;
    return std::min<microseconds>(pause, std::chrono::hours{6});
}

/// A fault as a column can hold it.
std::string storable(std::string_view fault) {
    constexpr std::size_t enough = 500;
    if (!is_utf8(fault) || fault.find('\0') != std::string_view::npos) return "onleesbare fout";
    auto end = std::min(fault.size(), enough);
    while (end < fault.size() && (static_cast<unsigned char>(fault[end]) & 0xC0) == 0x80) --end;
    return std::string{fault.substr(0, end)};
}

/// Names this server and this one taking of a job, so that a late finisher cannot touch the job of its successor.
std::string new_lease_name() {
    char host[256] = "";
    ::gethostname(host, sizeof host - 1);
    return fmt::format("{}:{}:{}", host, ::getpid(), db::new_id());
}

Job read_job(db::Row const& row) {
    return {row.get<std::int64_t>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<int>(3),
            row.get<GemeenteId>(4)};
}

/// A job in hand.
struct Taken {
    Job job;
    std::string lease;
    Timestamp renewed;
    bool lost = false;       // somebody else has it now
    bool stopping = false;   // the server stops
};

}

std::int64_t add(db::Connection& c, GemeenteId gemeente, std::string_view kind, std::string_view payload,
                 Timestamp not_before, std::string_view once) {
    auto const key = once.empty() ? std::nullopt : std::optional{once};
    // The open job that was in the way may be done when we look for it; then there is room after all.
    for (int attempt = 0; attempt < 5; ++attempt) {
        auto const id = c.one(queries::add, {db::new_id(), gemeente, kind, payload, key, not_before, not_before},
                              [](db::Row const& row) { return row.get<std::int64_t>(0); });
        if (id) return *id;
        if (auto const open = c.value<std::int64_t>(queries::open_with_key, {key})) return *open;
    }
    throw db::Error{"40001", "a job with this key comes and goes"};
}

std::int64_t forget_done(db::Database& database, Timestamp before, std::function<bool()> const& alive) {
    constexpr std::int64_t a_time = 500;   // a writer that waits is held up for milliseconds only
    std::int64_t all = 0;
    for (std::int64_t gone = a_time; gone == a_time && alive(); all += gone)
        gone = database.write(db::Scope::system(),
                              [&](db::Connection& c) { return c.exec(queries::forget_done, {before, a_time}); });
    return all;
}

struct Runner::Impl {
    Impl(db::Database& d, platform::Clock c, std::map<std::string, Worker> w, Terms t)
        : database{d}, clock{c}, workers{std::move(w)}, terms{t} {}

    std::optional<Taken> take();
    bool is_any_due();
    /// True: done. False: failed, lost, or put back.
    bool run(Taken& taken);
    bool is_alive(Taken& taken);
    void fail(Taken const& taken, std::string_view fault);
    std::int64_t change(std::string_view sql, db::Params const& params) {
        return database.write(db::Scope::system(), [&](db::Connection& c) { return c.exec(sql, params); });
    }
    void loop();
    bool step();
    void wait(microseconds most);

    db::Database& database;
    platform::Clock clock;
    std::map<std::string, Worker> workers;
    Terms const terms;
    std::mutex mutex;
    std::condition_variable woken;
    std::int64_t wakes = 0;
    std::atomic<bool> stopping = false;
    std::vector<std::thread> threads;
};

bool Runner::Impl::is_any_due() {
    return database.read(db::Scope::system(),
                         [&](db::Connection& c) { return c.value<bool>(queries::is_any_due, {clock.now()}).value(); });
}

/// Asks first on a read connection, so that an idle server does not disturb the writers.
std::optional<Taken> Runner::Impl::take() {
    while (is_any_due()) {
        auto const now = clock.now();
        auto const lease = new_lease_name();
        auto const job = database.write(db::Scope::system(), [&](db::Connection& c) {
            c.exec(queries::give_up_lapsed, {now, most_attempts});
            auto found = c.one(queries::take_lapsed, {now, now.plus(terms.lease), lease}, read_job);
            return found ? found : c.one(queries::take_waiting, {now, now.plus(terms.lease), lease}, read_job);
        });
        if (job) return Taken{*job, lease, now};
    }
    return std::nullopt;
}

bool Runner::Impl::is_alive(Taken& taken) {
    taken.stopping = taken.stopping || stopping;
    auto const now = clock.now();
    if (!taken.lost && now >= taken.renewed.plus(terms.renew_after)) {
        taken.lost = change(queries::renew, {taken.job.id, taken.lease, now.plus(terms.lease)}) == 0;
        taken.renewed = now;
    }
    return !taken.lost && !taken.stopping;
}

void Runner::Impl::fail(Taken const& taken, std::string_view fault) {
    if (taken.stopping) {   // torn off by us
        change(queries::put_back, {taken.job.id, taken.lease});
        return;
    }
    auto const now = clock.now();
    bool const last = taken.job.attempt >= most_attempts;
    // The fault's own words may name a person: they go into the row, never into the log.
    logging::error(
        "job_failed",
        {{"kind", taken.job.kind}, {"attempt", std::to_string(taken.job.attempt)}, {"last", last ? "yes" : "no"}});
    change(last ? queries::failed : queries::again_later,
           {taken.job.id, taken.lease, storable(fault), last ? now : now.plus(pause_after(taken.job.attempt))});
}

bool Runner::Impl::run(Taken& taken) {
    auto const worker = workers.find(taken.job.kind);
    try {
        if (worker == workers.end()) throw Bug{"no worker for this kind of job"};
        worker->second(taken.job, [&] { return is_alive(taken); });
    } catch (std::exception const& e) {
        fail(taken, e.what());
        return false;
    } catch (...) {
        fail(taken, "unknown");
        return false;
    }
    if (taken.stopping) {
        change(queries::put_back, {taken.job.id, taken.lease});
        return false;
    }
    if (!taken.lost && change(queries::done, {taken.job.id, taken.lease, clock.now()}) == 1) return true;
    logging::warning("job_lease_lost", {{"kind", taken.job.kind}});
    return false;
}

/// False: there was nothing to do, or no database to ask.
bool Runner::Impl::step() {
    try {
        auto taken = take();
        if (!taken) return false;
        run(*taken);
        return true;
    } catch (std::exception const&) {
        logging::error("jobs_without_database");
        wait(pause_without_database);
        return false;
    }
}

void Runner::Impl::wait(microseconds most) {
    std::unique_lock lock{mutex};
    auto const seen = wakes;
    woken.wait_for(lock, most, [&] { return stopping || wakes != seen; });
}

void Runner::Impl::loop() {
    std::int64_t seen = 0;
    while (!stopping) {
        {
            std::lock_guard const lock{mutex};
            seen = wakes;
        }
        if (step()) continue;
        std::unique_lock lock{mutex};   // a wake that came while we looked is not missed
        woken.wait_for(lock, terms.poll_every, [&] { return stopping || wakes != seen; });
    }
}

Runner::Runner(db::Database& database, platform::Clock clock, std::map<std::string, Worker> workers)
    : Runner{database, clock, std::move(workers), Terms{}} {}

Runner::Runner(db::Database& database, platform::Clock clock, std::map<std::string, Worker> workers, Terms terms)
    : impl_{std::make_unique<Impl>(database, clock, std::move(workers), terms)} {}

Runner::~Runner() {
    {
        std::lock_guard const lock{impl_->mutex};
        impl_->stopping = true;
    }
    impl_->woken.notify_all();
    for (auto& thread : impl_->threads) thread.join();
}

void Runner::start(int threads) {
    for (int i = 0; i < threads; ++i) impl_->threads.emplace_back([this] { impl_->loop(); });
}

int Runner::run_until_idle() {
    int done = 0;
    while (auto taken = impl_->take())
        if (impl_->run(*taken)) ++done;
    return done;
}

void Runner::wake() {
    {
        std::lock_guard const lock{impl_->mutex};
        ++impl_->wakes;
    }
    impl_->woken.notify_all();
}

}
