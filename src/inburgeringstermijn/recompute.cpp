#include "inburgeringstermijn/queries.h"
#include "inburgeringstermijn/regel.h"
#include "inburgeringstermijn/store.h"
#include "werkvoorraad/store.h"

#include <algorithm>

namespace inburgeringstermijn {
namespace {
using vertrouwen::Access;

struct File {
    bool open;
    std::optional<GebruikerId> klantmanager, regisseur;
    std::optional<TeamId> team;
};
struct Work {
    db::Connection& c;
    Access const& access;
    Timestamp now;
    Date today;
    DossierId dossier;
};

void bring_task(Work const& w, File const& file, std::vector<werkvoorraad::Kloktaak> const& tasks, Klok const& klok) {
    auto const found = std::ranges::find(tasks, naam(klok.soort), &werkvoorraad::Kloktaak::termijnsoort);
    auto const task = found != tasks.end() ? std::optional{found->id} : std::nullopt;
    if (klok.stand == KlokStand::stilgelegd) return;   // a held clock leaves its task as it is
    bool const runs = file.open && klok.stand == KlokStand::loopt;
    if (!runs || werk_vanaf(klok) > w.today) {
        using werkvoorraad::Stand;
        bool const reached = klok.stand == KlokStand::gehaald;
        if (task) werkvoorraad::close(w.c, w.access, w.now, *task, reached ? Stand::klaar : Stand::vervallen);
        return;
    }
    auto const words = taak_van(klok.soort);
    if (task) {
        werkvoorraad::set_due(w.c, w.access, *task, klok.uiterlijk, words.toelichting);
        return;
    }
    werkvoorraad::NieuweTaak taak;
    taak.dossier = w.dossier;
    taak.soort = words.soort;
    taak.titel = words.titel;
    taak.toelichting = words.toelichting;
    taak.artikel = artikelen(klok);
    taak.wettelijk = true;
    taak.uiterlijk = klok.uiterlijk;
    taak.eigenaar = file.klantmanager ? file.klantmanager : file.regisseur;
    taak.team = file.team;
    taak.termijnsoort = naam(klok.soort);
    werkvoorraad::add(w.c, w.access, w.now, taak);
}

void bring_row(Work const& w, std::vector<Regel> const& stored, Klok const& klok) {
    auto const wanted = regel_van(klok);
    auto const found = std::ranges::find(stored, naam(klok.soort), &Regel::soort);
    if (!wanted) {
        if (found != stored.end()) w.c.exec(queries::forget_termijn, {w.dossier, naam(klok.soort)});
        return;
    }
    if (found != stored.end() && *found == *wanted) return;
    w.c.exec(queries::put_termijn,
             {db::new_id(), w.access.gemeente(), w.dossier, wanted->soort, wanted->begin, wanted->uiterlijk,
              wanted->ongerold, wanted->stand, wanted->bron, wanted->waarschuwing});
}
}

void recompute(db::Connection& c, Access const& access, Timestamp now, Date today, DossierId dossier) {
    c.exec(queries::hold_file, {dossier});
    auto const file = c.one(queries::file_for_clocks, {dossier}, [](db::Row const& r) {
        return File{r.text(0) == "open", r.get<std::optional<GebruikerId>>(1), r.get<std::optional<GebruikerId>>(2),
                    r.get<std::optional<TeamId>>(3)};
    });
    check(file.has_value());
    auto const stored = c.list(queries::termijnen, {dossier}, [](db::Row const& r) {
        return Regel{
            r.get<std::string>(0),        r.date(1), r.date(2), r.date(3), r.get<std::string>(4), r.get<std::string>(5),
            r.get<std::optional<Date>>(6)};
    });
    auto const tasks = werkvoorraad::clock_tasks(c, dossier);
    auto reckoned = clocks(c, dossier, today);
    // A clock that lost its facts: as one that does not run yet, so that its row and task go.
    auto const add_idle = [&](std::string_view name) {
        auto const kind = klok_van(name);
        if (kind && std::ranges::find(reckoned, *kind, &Klok::soort) == reckoned.end())
            reckoned.push_back(Klok{.soort = *kind, .stand = KlokStand::loopt_nog_niet});
    };
    for (auto const& row : stored) add_idle(row.soort);
    for (auto const& task : tasks) add_idle(task.termijnsoort);
    Work const work{c, access, now, today, dossier};
    for (auto const& klok : reckoned) {
        bring_row(work, stored, klok);
        bring_task(work, *file, tasks, klok);
    }
}

int warn(db::Database& database, GemeenteId gemeente, Timestamp now, Date today, std::function<bool()> const& alive) {
    int done = 0;
    for (DossierId last{};;) {
        auto const batch = database.read(db::Scope::of(gemeente), [&](db::Connection& c) {
            return c.list(queries::warned_files, {gemeente, today, last},
                          [](db::Row const& r) { return r.get<DossierId>(0); });
        });
        if (batch.empty() || !alive()) return done;
        database.write(db::Scope::of(gemeente), [&](db::Connection& c) {
            for (auto const dossier : batch) recompute(c, Access::systeem(gemeente), now, today, dossier);
        });
        done += static_cast<int>(batch.size());
        last = batch.back();
    }
}

jobs::Worker warn_worker(db::Database& database, platform::Clock clock) {
    return [&database, clock](jobs::Job const&, std::function<bool()> const& alive) {
        auto const all = database.read(db::Scope::system(), [](db::Connection& c) {
            return c.list(queries::municipalities, {}, [](db::Row const& r) { return r.get<GemeenteId>(0); });
        });
        for (auto const gemeente : all) warn(database, gemeente, clock.now(), clock.today(), alive);
        auto const night = platform::moment_of({clock.today() + std::chrono::days{1}, 1, 0});
        database.write(db::Scope::system(), [&](db::Connection& c) { plan_warnings(c, night); });
    };
}

void plan_warnings(db::Connection& c, Timestamp when) {
    auto const key = fmt::format("{} {}", warn_job, to_iso(platform::local_time(when).day));
    jobs::add(c, GemeenteId{}, warn_job, "", when, key);
}
}
