#include "app/serve.h"
#include "dossier/store.h"
#include "gate/once.h"
#include "inburgeringstermijn/store.h"
#include "instroom/dubbelen.h"
#include "werkvoorraad/counts.h"

namespace app {
namespace {
constexpr std::string_view tidy_job = "gate.opruimen";

jobs::Worker tidy_worker(gate::App& app) {
    return [&app](jobs::Job const&, std::function<bool()> const&) {
        gate::forget_old_forms(app.database, app.clock.now());
        app.database.write(db::Scope::system(), [&](db::Connection& c) {
            return jobs::add(c, GemeenteId{}, tidy_job, "", app.clock.now().plus(std::chrono::hours{24}));
        });
    };
}
}

std::map<std::string, jobs::Worker> workers(gate::App& app) {
    return {
        {std::string{inburgeringstermijn::warn_job}, inburgeringstermijn::warn_worker(app.database, app.clock)},
        {std::string{werkvoorraad::recount_job}, werkvoorraad::recount_worker(app.database, app.clock)},
        {std::string{dossier::assign_job}, dossier::assign_worker(app.database, app.clock)},
        {std::string{instroom::dubbelen_job}, instroom::dubbelen_worker(app.database, app.kluis, app.clock)},
        {std::string{tidy_job}, tidy_worker(app)},
    };
}

void plan_nightly(gate::App& app) {
    auto const now = app.clock.now();
    app.database.write(db::Scope::system(), [&](db::Connection& c) {
        inburgeringstermijn::plan_warnings(c, now);
        werkvoorraad::plan_recount(c, now);
        dossier::plan_assignments(c, now);
        jobs::add(c, GemeenteId{}, tidy_job, "", now, tidy_job);
    });
}
}
