#pragma once
#include "gate/gate.h"

#include <atomic>
#include <iosfwd>

namespace app {

/// The whole program around one database: shared state, jobs, gate and server. Used by `serve`, `bench` and the tests.
class Program {
public:
    struct Options {
        config::Config config;
        std::optional<Date> today;   // overrides the configuration's
        int job_threads = 1;         // 0: jobs only when a test runs them
    };
    /// Throws db::Error when the database cannot be opened. The schema must be up to date (db::pending).
    Program(db::Database& database, vertrouwen::Kluis const& kluis, Options options);
    ~Program();

    gate::App& shared();
    gate::Gate& gate();
    jobs::Runner& runner();
    /// Starts listening; returns the port. Stop with stop().
    unsigned short listen();
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// All background work of the program by kind.
std::map<std::string, jobs::Worker> workers(gate::App& app);
/// Plans the work of every night once; what is planned already stays.
void plan_nightly(gate::App& app);
}
