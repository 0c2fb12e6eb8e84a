#include "platform/db/pool.h"

#include <random>
#include <thread>

namespace db {

Pool::Pool(int size, std::chrono::milliseconds wait, Connect connect)
    : size_{size}, wait_{wait}, connect_{std::move(connect)} {
    check(size > 0);
}

std::unique_ptr<Session> Pool::take_idle(Scope scope) {
    auto found = std::find_if(idle_.rbegin(), idle_.rend(), [&](auto const& s) { return s->is_set_to(scope); });
    auto const at = found == idle_.rend() ? std::prev(idle_.end()) : std::prev(found.base());
    auto session = std::move(*at);
    idle_.erase(at);
    return session;
}

std::unique_ptr<Session> Pool::open_one() {
    try {
        return connect_();
    } catch (...) {
        std::lock_guard const lock{mutex_};
        --open_;
        serve_next(nullptr);
        throw;
    }
}

std::unique_ptr<Session> Pool::take(Scope scope) {
    std::unique_lock lock{mutex_};
    if (waiting_.empty() && !idle_.empty()) return take_idle(scope);
    if (waiting_.empty() && open_ < size_) {
        ++open_;
        lock.unlock();
        return open_one();
    }
    Waiter waiter;
    waiting_.push_back(&waiter);
    if (!waiter.served.wait_for(lock, wait_, [&] { return waiter.done; })) {
        waiting_.erase(std::find(waiting_.begin(), waiting_.end(), &waiter));
        throw Error{"55P03", "no connection came free in time"};
    }
    lock.unlock();
    return waiter.session ? std::move(waiter.session) : open_one();
}

/// With the lock held. Without a session the first in line gets the right to open one.
void Pool::serve_next(std::unique_ptr<Session> session) {
    if (waiting_.empty()) {
        if (session) idle_.push_back(std::move(session));
        return;
    }
    if (!session) {
        if (open_ >= size_) return;
        ++open_;
    }
    Waiter& first = *waiting_.front();
    waiting_.pop_front();
    first.session = std::move(session);
    first.done = true;
    first.served.notify_one();
}

void Pool::give_back(std::unique_ptr<Session> session) noexcept {
    std::unique_ptr<Session> lost;   // closed after the lock is let go
    std::lock_guard const lock{mutex_};
    if (session->is_gone()) {
        lost = std::move(session);
        --open_;
    }
    serve_next(std::move(session));
}

void Pool::drop_idle() {
    std::vector<std::unique_ptr<Session>> closing;
    std::lock_guard const lock{mutex_};
    open_ -= static_cast<int>(idle_.size());
    closing.swap(idle_);
}

std::size_t Pool::waiting() const {
    std::lock_guard const lock{mutex_};
    return waiting_.size();
}

namespace {

/// Which databases this thread is working in. A second connection for the same piece of work would see other data and
/// can wait for itself for ever, so it is refused at once.
class InUse {
public:
    explicit InUse(Database const* database) {
        if (std::find(all().begin(), all().end(), database) != all().end())
            throw Bug{"Database::read or ::write inside another one: use the connection that you have"};
        all().push_back(database);
    }
    ~InUse() { all().pop_back(); }
    InUse(InUse const&) = delete;
    InUse& operator=(InUse const&) = delete;

private:
    static std::vector<Database const*>& all() {
        thread_local std::vector<Database const*> databases;
        return databases;
    }
};

/// Ends a read or write that did not come to its own end.
template <class F> class Finally {
public:
    explicit Finally(F f) : f_{std::move(f)} {}
    ~Finally() {
        if (armed) f_();
    }
    Finally(Finally const&) = delete;
    Finally& operator=(Finally const&) = delete;
    bool armed = true;

private:
    F f_;
};

bool is_worth_repeating(Error const& e) { return e.sqlstate == "40001" || e.sqlstate == "40P01"; }

/// A growing pause with chance in it, so that two that collided do not collide again.
void pause_before_retry(int attempt) {
    thread_local std::minstd_rand random{std::random_device{}()};
    std::uniform_int_distribution<int> some{1, 4 << attempt};
    std::this_thread::sleep_for(std::chrono::milliseconds{some(random)});
}

}

PooledDatabase::PooledDatabase(Engine engine, Options options)
    : engine_{std::move(engine)},
      readers_{options.readers, options.wait, engine_.connect_reader},
      writers_{engine_.postgresql ? options.writers : 1, options.wait, engine_.connect_writer} {
    Pool::Lease const first{writers_,
                            Scope::system()};   // a wrong path, host or password is known here, not at the first page
}

void PooledDatabase::with_connection(Scope scope, bool writing, std::function<void(Connection&)> const& work) {
    InUse const guard{this};
    if (writing)
        write_with_retry(scope, work);
    else
        read_with_retry(scope, work);
}

void PooledDatabase::read_once(Scope scope, std::function<void(Connection&)> const& work, bool& gone) {
    Pool::Lease session{readers_, scope};
    Finally const finish{[&] {
        session->end_read();
        gone = session->is_gone();
    }};
    session->begin_read(scope);
    work(*session);
}

void PooledDatabase::read_with_retry(Scope scope, std::function<void(Connection&)> const& work) {
    bool gone = false;
    try {
        return read_once(scope, work, gone);
    } catch (Error const& e) {
        if (e.sqlstate == "25006") throw Bug{fmt::format("a write in Database::read: {}", e.what())};
        if (!gone) throw;
    }
    readers_.drop_idle();
    read_once(scope, work, gone);
}

void PooledDatabase::write_once(Scope scope, std::function<void(Connection&)> const& work, bool& began) {
    Pool::Lease session{writers_, scope};
    Finally finish{[&] { session->rollback(); }};
    session->begin_write(scope);
    began = true;
    work(*session);
    session->commit();
    finish.armed = false;
}

void PooledDatabase::write_with_retry(Scope scope, std::function<void(Connection&)> const& work) {
    constexpr int most = 5;
    bool reconnected = false;
    for (int attempt = 1;; ++attempt) {
        bool began = false;
        try {
            return write_once(scope, work, began);
        } catch (Error const& e) {
            // Before BEGIN came through nothing was done, so that attempt may be repeated on a new connection.
            bool const stale = !began && !reconnected && e.sqlstate.starts_with("08");
            if (!stale && (!is_worth_repeating(e) || attempt == most)) throw;
            reconnected = reconnected || stale;
            if (stale) writers_.drop_idle();
        }
        pause_before_retry(attempt);
    }
}

}
