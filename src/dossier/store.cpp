#include "dossier/store.h"

#include "dossier/queries.h"
#include "dossier/rules.h"
#include "inburgeringstermijn/store.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"
#include "werkvoorraad/store.h"

namespace dossier {
namespace {
using i18n::N_;
using vertrouwen::Access;

void note(db::Connection& c, Access const& access, Timestamp now, std::string_view what, DossierId id,
          std::string_view key, std::string_view value) {
    json::Writer w;
    w.object().field(key, value).end_object();
    vertrouwen::audit(c, access, now, what, "dossier", id.value, w.take());
}

/// An entry that the program itself makes; its title is one of our own fixed texts.
void entry(db::Connection& c, Access const& access, Timestamp now, Date day, DossierId id, std::string_view title,
           std::string_view text) {
    c.exec(queries::insert_gebeurtenis,
           {db::new_id(), access.gemeente(), id, std::optional<std::int64_t>{}, day, now, naam(Soort::taak),
            vertrouwen::naam(vertrouwen::Categorie::voortgang), title, text, std::optional<db::Blob>{}, "Meedoen",
            access.gebruiker(), std::optional<std::int64_t>{}, std::optional<std::string>{},
            std::optional<std::string>{}, std::optional<std::int64_t>{}, std::optional<std::string>{}});
}
Date day_of(Timestamp now) { return platform::local_time(now).day; }
}

DossierId open_for(db::Connection& c, Access const& access, Timestamp now, Date today, PersoonId persoon,
                   std::string_view fase) {
    if (auto const open = open_of(c, persoon)) return *open;
    auto const year = static_cast<int>(std::chrono::year_month_day{today}.year());
    c.exec(queries::hold_number_row, {access.gemeente(), year});
    // Somebody may have opened it while we waited for the row.
    if (auto const open = open_of(c, persoon)) return *open;
    auto const number = c.value<std::int64_t>(queries::next_number, {access.gemeente(), year});
    check(number.has_value());
    DossierId id;
    db::assign_new(id);
    auto const text = fmt::format("{}-{:06}", year, *number);
    c.exec(queries::insert_dossier, {id, access.gemeente(), text, persoon, fase, today, access.team()});
    entry(c, access, now, today, id, N_("Dossier geopend"), {});
    note(c, access, now, "dossier.geopend", id, "nummer", text);
    return id;
}

std::optional<DossierId> open_of(db::Connection& c, PersoonId persoon) {
    return c.value<DossierId>(queries::open_of, {persoon});
}

void set_stage(db::Connection& c, Access const& access, DossierId id, std::string_view fase) {
    c.exec(queries::set_stage, {id, access.gemeente(), fase});
}

void close(db::Connection& c, Access const& access, Timestamp now, Date day, DossierId id, std::string_view reden) {
    if (c.exec(queries::close_dossier, {id, access.gemeente(), day, reden}) == 0) return;
    // A page of tasks at a time, until none is open.
    for (auto open = werkvoorraad::of_file(c, access, id); !open.empty(); open = werkvoorraad::of_file(c, access, id))
        for (auto const& task : open) werkvoorraad::close(c, access, now, task.id, werkvoorraad::Stand::vervallen);
    inburgeringstermijn::recompute(c, access, now, day_of(now), id);
    entry(c, access, now, day, id, N_("Dossier gesloten"), reden);
    note(c, access, now, "dossier.gesloten", id, "dag", to_iso(day));
}

void reopen(db::Connection& c, Access const& access, Timestamp now, DossierId id) {
    if (c.exec(queries::reopen_dossier, {id, access.gemeente()}) == 0) return;
    inburgeringstermijn::recompute(c, access, now, day_of(now), id);
    entry(c, access, now, day_of(now), id, N_("Dossier heropend"), {});
    note(c, access, now, "dossier.heropend", id, "dag", to_iso(day_of(now)));
}

void hold(db::Connection& c, Access const& access, DossierId id) {
    c.exec(queries::hold_dossier, {id, access.gemeente()});
}

namespace {
/// Brings the file in line with who has the role today; true when that changed something.
bool apply(db::Connection& c, Access const& access, Timestamp now, Date today, DossierId id, std::string_view rol) {
    auto const file = find(c, access, id);
    check(file.has_value());
    bool const managing = rol == "klantmanager";
    auto const before = managing ? file->klantmanager : file->regisseur;
    auto const now_assigned = c.one(queries::assigned_on, {id, rol, today},
                                    [](db::Row const& r) { return r.get<std::optional<GebruikerId>>(0); });
    auto const after = now_assigned.value_or(before);
    if (after == before) return false;
    c.exec(managing ? queries::set_klantmanager : queries::set_regisseur, {id, access.gemeente(), after});
    // Without a klantmanager the regisseur does the work; with one, work that lies in the queue waits for the
    // klantmanager.
    using werkvoorraad::Wachtrij;
    bool const takes_queue = after && (managing || !file->klantmanager);
    werkvoorraad::hand_over(c, access, id, before, after, takes_queue ? Wachtrij::mee : Wachtrij::blijft);
    if (after)
        for (auto const& task : werkvoorraad::of_file(c, access, id))
            if (task.titel == verdeeltaak) werkvoorraad::close(c, access, now, task.id, werkvoorraad::Stand::klaar);
    return true;
}
}

void assign(db::Connection& c, Access const& access, Timestamp now, Date from, DossierId id, std::string_view rol,
            std::optional<GebruikerId> gebruiker) {
    check(rol == "regisseur" || rol == "klantmanager");
    check(!gebruiker || c.value<std::int64_t>(queries::user_exists, {*gebruiker, access.gemeente()}));
    c.exec(queries::insert_toewijzing,
           {db::new_id(), access.gemeente(), id, rol, gebruiker, from, access.gebruiker(), now});
    apply(c, access, now, day_of(now), id, rol);
    note(c, access, now, "dossier.toegewezen", id, rol, gebruiker ? std::to_string(gebruiker->value) : "niemand");
}

std::vector<Toewijzing> assignments(db::Connection& c, Access const& access, DossierId id) {
    return c.list(queries::assignments, {id, access.gemeente()}, [](db::Row const& r) {
        return Toewijzing{r.get<std::string>(0), r.get<std::optional<std::string>>(1).value_or(""), r.date(2),
                          r.get<std::optional<std::string>>(3).value_or(""), r.timestamp(4)};
    });
}

int apply_assignments(db::Connection& c, Access const& access, Timestamp now, Date today) {
    struct One {
        DossierId dossier;
        std::string rol;
    };
    // A week back: a server that stood still catches up.
    auto const due = c.list(queries::assignments_of_days, {access.gemeente(), today - std::chrono::weeks{1}, today},
                            [](db::Row const& r) { return One{r.get<DossierId>(0), r.get<std::string>(1)}; });
    int changed = 0;
    for (auto const& one : due) changed += apply(c, access, now, today, one.dossier, one.rol) ? 1 : 0;
    return changed;
}

jobs::Worker assign_worker(db::Database& database, platform::Clock clock) {
    return [&database, clock](jobs::Job const&, std::function<bool()> const& alive) {
        auto const all = database.read(db::Scope::system(), [](db::Connection& c) {
            return c.list(queries::municipalities, {}, [](db::Row const& r) { return r.get<GemeenteId>(0); });
        });
        for (auto const gemeente : all) {
            if (!alive()) return;
            database.write(db::Scope::of(gemeente), [&](db::Connection& c) {
                return apply_assignments(c, Access::systeem(gemeente), clock.now(), clock.today());
            });
        }
        auto const night = platform::moment_of({clock.today() + std::chrono::days{1}, 0, 15});
        database.write(db::Scope::system(), [&](db::Connection& c) { plan_assignments(c, night); });
    };
}

void plan_assignments(db::Connection& c, Timestamp when) {
    auto const key = fmt::format("{} {}", assign_job, to_iso(platform::local_time(when).day));
    jobs::add(c, GemeenteId{}, assign_job, "", when, key);
}
}
