#pragma once
#include "platform/db/db.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace db {

/// A connection with what the pool needs of it. Used by one thread at a time.
class Session : public Connection {
public:
    virtual void begin_read(Scope scope) = 0;
    virtual void end_read() noexcept = 0;
    virtual void begin_write(Scope scope) = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
    /// The server hung up: throw the session away.
    virtual bool is_gone() const = 0;
    /// A read in this scope needs no extra question to the server.
    virtual bool is_set_to(Scope scope) const = 0;
};

/// At most `size` sessions, opened when needed. Who waits is served in order of arrival: with size 1 it is a fair lock.
class Pool {
public:
    using Connect = std::function<std::unique_ptr<Session>()>;
    Pool(int size, std::chrono::milliseconds wait, Connect connect);

    /// A session on loan; gives it back, also when an exception passes.
    class Lease {
    public:
        Lease(Pool& pool, Scope scope) : pool_{pool}, session_{pool.take(scope)} {}
        ~Lease() { pool_.give_back(std::move(session_)); }
        Lease(Lease const&) = delete;
        Lease& operator=(Lease const&) = delete;
        Session& operator*() { return *session_; }
        Session* operator->() { return session_.get(); }

    private:
        Pool& pool_;
        std::unique_ptr<Session> session_;
    };
    /// Closes what is idle: after one lost connection the others are lost too.
    void drop_idle();
    /// How many stand in line.
    std::size_t waiting() const;

private:
    struct Waiter {
        std::condition_variable served;
        bool done = false;
        std::unique_ptr<Session> session;   // empty when served with the right to open one
    };
    std::unique_ptr<Session> take(Scope scope);
    std::unique_ptr<Session> take_idle(Scope scope);
    std::unique_ptr<Session> open_one();
    void give_back(std::unique_ptr<Session> session) noexcept;
    void serve_next(std::unique_ptr<Session> session);

    int const size_;
    std::chrono::milliseconds const wait_;
    Connect const connect_;
    mutable std::mutex mutex_;
    int open_ = 0;
    std::vector<std::unique_ptr<Session>> idle_;
    std::deque<Waiter*> waiting_;
};

/// Database over a pool of readers and a pool of writers; the same for both engines.
class PooledDatabase final : public Database {
public:
    struct Engine {
        bool postgresql;
        std::string name;
        Pool::Connect connect_reader, connect_writer;
    };
    PooledDatabase(Engine engine, Options options);
    bool is_postgresql() const override { return engine_.postgresql; }
    std::string name() const override { return engine_.name; }

protected:
    void with_connection(Scope scope, bool writing, std::function<void(Connection&)> const& work) override;

private:
    void read_once(Scope scope, std::function<void(Connection&)> const& work, bool& gone);
    void write_once(Scope scope, std::function<void(Connection&)> const& work, bool& began);
    void read_with_retry(Scope scope, std::function<void(Connection&)> const& work);
    void write_with_retry(Scope scope, std::function<void(Connection&)> const& work);

    Engine engine_;
    Pool readers_, writers_;
};

std::unique_ptr<Database> open_sqlite(std::string const& path, Database::Options options);
std::unique_ptr<Database> open_postgresql(std::string const& url, Database::Options options);
}
