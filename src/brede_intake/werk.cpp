#include "agenda/store.h"
#include "brede_intake/oproep_store.h"
#include "brede_intake/queries.h"
#include "brede_intake/store.h"
#include "dossier/store.h"
#include "inburgeringstermijn/store.h"
#include "instroom/beleid.h"
#include "law/citation.h"
#include "werkvoorraad/store.h"

#include <algorithm>

namespace brede_intake {
namespace {
using vertrouwen::Access;
constexpr std::string_view soort = "intake";
constexpr int batch = 200;

std::optional<Date> pip_day(db::Connection& c, DossierId dossier, Date today) {
    for (auto const& clock : inburgeringstermijn::clocks(c, dossier, today))
        if (clock.soort == inburgeringstermijn::KlokSoort::pip && clock.stand == inburgeringstermijn::KlokStand::loopt)
            return clock.uiterlijk;
    return std::nullopt;
}
bool azc_policy(db::Connection& c, Access const& access, Date today) {
    return instroom::policy(c, access.gemeente(), "intake.start_azc", today) == "ja";
}

Werkfeiten facts_of(db::Connection& c, Access const& access, dossier::Dossier const& file, Date today) {
    Werkfeiten f;
    f.open = file.open && (file.fase == "instroom" || file.fase == "intake");
    auto const all = intakes(c, access, file.id);
    if (!all.empty()) {
        f.begonnen = true;
        f.afgerond = !all.front().open();
        f.gesprekken =
            static_cast<int>(c.one(queries::count_rows, {access.gemeente(), all.front().id}, [](db::Row const& r) {
                                  return r.integer(3);
                              }).value_or(0));
    }
    auto const calls = oproepen(c, access, file.id);
    if (!calls.empty() && calls.back().feit.uitkomst == OproepUitkomst::open) {
        f.oproep_loopt = true;
        f.afspraak = calls.back().feit.afspraak;
    }
    f.pip_uiterlijk = pip_day(c, file.id, today);
    f.mag_beginnen = f.pip_uiterlijk || (azc_policy(c, access, today) && gekoppeld_in_azc(c, access, file.id, today));
    return f;
}

bool ours(std::string_view title) {
    return title == titel(Werksoort::uitnodigen) || title == titel(Werksoort::gesprek)
           || title == titel(Werksoort::afronden);
}
}

void werk_bijwerken(db::Connection& c, Access const& access, Timestamp now, Date today, DossierId id) {
    auto const file = dossier::find(c, access, id);
    if (!file) return;
    auto const wanted = volgend_werk(facts_of(c, access, *file, today), today);
    bool there = false;
    for (auto const& task : werkvoorraad::of_file(c, access, id)) {
        if (task.soort != soort || !ours(task.titel)) continue;
        if (wanted && !there && task.titel == titel(wanted->soort)) {
            there = true;
            werkvoorraad::set_due(c, access, task.id, wanted->uiterlijk, task.toelichting);
        } else {
            werkvoorraad::close(c, access, now, task.id, werkvoorraad::Stand::klaar);
        }
    }
    if (!wanted || there) return;
    werkvoorraad::add(c, access, now,
                      {.dossier = id,
                       .soort = std::string{soort},
                       .titel = std::string{titel(wanted->soort)},
                       .toelichting = {},
                       .artikel = "Wet 14",
                       .wettelijk = false,
                       .uiterlijk = wanted->uiterlijk,
                       .eigenaar = file->klantmanager ? file->klantmanager : file->regisseur,
                       .team = file->team,
                       .termijnsoort = {},
                       .wacht_op = {}});
}

int nodig_uit(db::Database& database, GemeenteId gemeente, Timestamp now, Date today,
              std::function<bool()> const& alive) {
    auto const access = Access::systeem(gemeente);
    int made = 0;
    DossierId after{};
    while (alive()) {
        auto const some = database.read(db::Scope::of(gemeente), [&](db::Connection& c) {
            return c.list(queries::uninvited, {gemeente, today, azc_policy(c, access, today) ? 1 : 0, after, batch},
                          [](db::Row const& r) { return r.get<DossierId>(0); });
        });
        if (some.empty()) break;
        database.write(db::Scope::of(gemeente), [&](db::Connection& c) {
            for (auto const id : some) werk_bijwerken(c, access, now, today, id);
        });
        made += static_cast<int>(some.size());
        after = some.back();
    }
    return made;
}

jobs::Worker work_worker(db::Database& database, platform::Clock clock) {
    return [&database, clock](jobs::Job const&, std::function<bool()> const& alive) {
        auto const all = database.read(db::Scope::system(), [](db::Connection& c) {
            return c.list(queries::municipalities, {}, [](db::Row const& r) { return r.get<GemeenteId>(0); });
        });
        for (auto const gemeente : all) nodig_uit(database, gemeente, clock.now(), clock.today(), alive);
        auto const night = platform::moment_of({clock.today() + std::chrono::days{1}, 1, 30});
        database.write(db::Scope::system(), [&](db::Connection& c) { plan_work(c, night); });
    };
}
void plan_work(db::Connection& c, Timestamp when) {
    auto const key = fmt::format("{} {}", work_job, to_iso(platform::local_time(when).day));
    jobs::add(c, GemeenteId{}, work_job, "", when, key);
}
}
