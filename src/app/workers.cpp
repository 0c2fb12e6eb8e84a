#include "app/serve.h"

#include "app/melding.h"
#include "brede_intake/store.h"
#include "dossier/store.h"
#include "duo/inlezen.h"
#include "gate/once.h"
#include "inburgeringstermijn/store.h"
#include "instroom/dubbelen.h"
#include "instroom/inlees.h"
#include "pip/werk.h"
#include "vertrouwen/login.h"
#include "werkvoorraad/counts.h"

namespace app {
namespace {
constexpr std::string_view tidy_job = "gate.opruimen";

jobs::Worker tidy_worker(gate::App& app) {
    return [&app](jobs::Job const&, std::function<bool()> const& alive) {
        auto const now = app.clock.now();
        gate::forget_old_forms(app.database, now);
        vertrouwen::sweep(app.database, now);
        jobs::forget_done(app.database, now.plus(-std::chrono::days{app.config.job_days}), alive);
        app.database.write(db::Scope::system(), [&](db::Connection& c) {
            return jobs::add(c, GemeenteId{}, tidy_job, "", app.clock.now().plus(std::chrono::hours{24}));
        });
    };
}
}

std::map<std::string, jobs::Worker> workers(gate::App& app) {
    using instroom::InleesSoort;
    auto const tell = [&app](std::string_view topic, std::string_view event, std::string_view data) {
        if (app.server) app.server->publish(topic, event, data);
    };
    // Whoever was read in may be the one that DUO's notices wait for.
    auto const people = [&app, read = instroom::import_worker(app.database, app.kluis, app.clock, tell)](
                            jobs::Job const& job, std::function<bool()> const& alive) {
        read(job, alive);
        duo::retry_waiting(app.database, app.kluis, vertrouwen::Access::systeem(job.gemeente), app.clock.now(),
                           app.clock.today());
    };
    return {
        {instroom::import_job(InleesSoort::brp), people},
        {instroom::import_job(InleesSoort::brp_api), people},
        {instroom::import_job(InleesSoort::coa), people},
        {instroom::import_job(InleesSoort::duo), duo::import_worker(app.database, app.kluis, app.clock, tell)},
        {std::string{inburgeringstermijn::warn_job}, inburgeringstermijn::warn_worker(app.database, app.clock)},
        {std::string{werkvoorraad::recount_job}, werkvoorraad::recount_worker(app.database, app.clock)},
        {std::string{dossier::assign_job}, dossier::assign_worker(app.database, app.clock)},
        {std::string{instroom::dubbelen_job}, instroom::dubbelen_worker(app.database, app.kluis, app.clock)},
        {std::string{vertrouwen::alert_job}, alert_worker(app)},
        {std::string{brede_intake::work_job}, brede_intake::work_worker(app.database, app.clock)},
        {std::string{pip::work_job}, pip::work_worker(app.database, app.kluis, app.clock)},
        {std::string{tidy_job}, tidy_worker(app)},
    };
}

void plan_nightly(gate::App& app) {
    auto const now = app.clock.now();
    app.database.write(db::Scope::system(), [&](db::Connection& c) {
        inburgeringstermijn::plan_warnings(c, now);
        werkvoorraad::plan_recount(c, now);
        dossier::plan_assignments(c, now);
        brede_intake::plan_work(c, now);
        pip::plan_work(c, now);
        jobs::add(c, GemeenteId{}, tidy_job, "", now, tidy_job);
    });
}
}
