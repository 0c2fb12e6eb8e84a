#include "app/command_list.h"
#include "app/open.h"
#include "bench/bench.h"
#include "demo/demo.h"
#include "platform/db/migrate.h"

#include <iostream>

namespace app {

int bench(Settings const& settings) {
    auto filled = open(settings, Schema::fill);
    if (filled.exit_code != 0) return filled.exit_code;
    auto const migrated = db::migrate(*filled.database);
    if (!migrated.refusal.empty()) {
        std::cerr << migrated.refusal << "\n";
        return 1;
    }
    bool const empty = demo::is_empty(*filled.database);
    if (empty
        && demo::fill(*filled.database, *filled.kluis, platform::Clock{}, {settings.files, settings.seed, ""},
                      std::cerr)
               != 0)
        return 1;
    filled.database.reset();
    // Measured as the product runs: every note is on disk before its answer.
    auto opened = open(settings, Schema::must_be_current);
    if (opened.exit_code != 0) return opened.exit_code;
    opened.config.port = 0;
    opened.config.address = "127.0.0.1";
    Program program{*opened.database, *opened.kluis, {.config = opened.config, .today = {}, .job_threads = 0}};
    auto const result = bench::measure(program, {.seconds = settings.seconds});
    bench::report(result, opened.database->is_postgresql() ? "postgresql" : "sqlite", settings.json, std::cout);
    return result.requests == 0 || result.errors > 0 ? 1 : 0;
}
}
