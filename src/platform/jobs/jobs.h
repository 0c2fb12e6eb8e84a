#pragma once
#include "platform/db/db.h"

#include <map>

/// Work in the background: rows in table `job`, taken under a lease, so that two servers never do one job twice and a
/// killed server's job is taken up again when its lease runs out.
namespace jobs {
struct Job {
    std::int64_t id;
    std::string kind, payload;
    int attempt;
    GemeenteId gemeente;
};
/// Does the work; may be called again after a crash, so it must be repeatable. Calls `alive()` often in long work,
/// outside Database::read and ::write (it renews the lease; false: stop, the lease is lost or the server stops, and the
/// job is or will be taken up again). Throws to fail: tried again with growing pauses, at most 8 times.
using Worker = std::function<void(Job const&, std::function<bool()> const& alive)>;

/// Adds a job in the caller's transaction; `not_before` now or later. A non-empty `once` key is kept unique among open
/// jobs: while one waits or runs nothing is added and its id comes back. After the commit call Runner::wake.
std::int64_t add(db::Connection& c, GemeenteId gemeente, std::string_view kind, std::string_view payload,
                 Timestamp not_before, std::string_view once = {});

/// Deletes jobs that were done before this moment, in small transactions; how many. Failed ones stay for whoever must
/// see them. Repeatable; stops early when `alive` says so.
std::int64_t forget_done(db::Database&, Timestamp before, std::function<bool()> const& alive);

class Runner {
public:
    struct Terms {
        std::chrono::milliseconds lease = std::chrono::minutes{2}, renew_after = std::chrono::seconds{20};
        std::chrono::milliseconds poll_every = std::chrono::seconds{2};
    };
    Runner(db::Database& database, platform::Clock clock, std::map<std::string, Worker> workers);
    Runner(db::Database& database, platform::Clock clock, std::map<std::string, Worker> workers, Terms terms);
    ~Runner();                 // stops and waits
    void start(int threads);   // background
    int run_until_idle();      // in the foreground; jobs done (tests, `meedoen jobs run`)
    void wake();               // look now instead of at the next poll
private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};
}
