#include "platform/db/db.h"
#include "werkvoorraad/queries.h"
#include "werkvoorraad/store.h"

namespace werkvoorraad {
namespace {
using vertrouwen::Access;
using vertrouwen::Categorie;

constexpr Date first_day{1800y / 1 / 1}, last_day{9999y / 12 / 31};

std::string text_of(db::Row const& r, int column) { return r.get<std::optional<std::string>>(column).value_or(""); }

Taak task_of_row(db::Row const& r) {
    auto const stand = stand_van(r.text(10));
    check(stand.has_value());
    Taak t{};
    t.id = r.get<TaakId>(0);
    t.dossier = r.get<std::optional<DossierId>>(1);
    t.soort = r.get<std::string>(2);
    t.titel = r.get<std::string>(3);
    t.toelichting = r.get<std::string>(4);
    t.artikel = r.get<std::string>(5);
    t.wettelijk = r.boolean(6);
    t.uiterlijk = r.date(7);
    t.eigenaar = r.get<std::optional<GebruikerId>>(8);
    t.eigenaar_naam = text_of(r, 9);
    t.stand = *stand;
    t.wacht_op = text_of(r, 11);
    t.versie = r.integer(12);
    t.termijnsoort = text_of(r, 13);
    t.team = r.get<std::optional<TeamId>>(14);
    t.aangemaakt = r.timestamp(15);
    t.dossier_nummer = text_of(r, 16);
    t.fase = text_of(r, 17);
    t.persoon = r.get<std::optional<PersoonId>>(18);
    t.persoon_naam = text_of(r, 19);
    t.eigen_schrift = text_of(r, 20);
    t.eigen_schrift_taal = text_of(r, 21);
    t.groep = text_of(r, 22);
    return t;
}

bool is_earlier(Taak const& a, Taak const& b) { return std::pair{a.uiterlijk, a.id} < std::pair{b.uiterlijk, b.id}; }

/// What one person has in one state, due in [vanaf, tot), behind what is in `tasks` already.
void add_page(db::Connection& c, Access const& access, Vraag const& v, GebruikerId owner, Stand stand, Date vanaf,
              Date tot, std::vector<Taak>& tasks) {
    if (vanaf >= tot) return;
    auto const after = v.na.value_or(Sleutel{first_day, {}});
    c.each(queries::tasks_of_owner,
           {access.gemeente(), owner, naam(stand), vanaf, tot, after.uiterlijk, after.id, v.limiet + 1,
            access.mag_zien(Categorie::identiteit), v.soort},
           [&](db::Row const& r) { tasks.push_back(task_of_row(r)); });
}

/// The pages of each person and state, merged: every part comes from the index in its order and stops at the limit.
std::vector<Taak> owners_page(db::Connection& c, Access const& access, Vraag const& v) {
    check(v.eigenaars.size() <= meeste_eigenaars);
    Date const vanaf = v.vanaf.value_or(first_day), tot = v.tot.value_or(last_day);
    Date const tomorrow = v.today + std::chrono::days{1};   // a waiting task whose day has come is work
    std::vector<Taak> tasks;
    for (auto const owner : v.eigenaars) {
        if (v.stand == Stand::wacht) {
            add_page(c, access, v, owner, Stand::wacht, std::max(vanaf, tomorrow), tot, tasks);
            continue;
        }
        add_page(c, access, v, owner, Stand::open, vanaf, tot, tasks);
        add_page(c, access, v, owner, Stand::wacht, vanaf, std::min(tot, tomorrow), tasks);
    }
    std::ranges::sort(tasks, is_earlier);
    if (tasks.size() > static_cast<std::size_t>(v.limiet) + 1) tasks.resize(static_cast<std::size_t>(v.limiet) + 1);
    return tasks;
}

std::vector<Taak> queue_page(db::Connection& c, Access const& access, Vraag const& v) {
    auto const after = v.na.value_or(Sleutel{first_day, {}});
    db::Params params{access.gemeente(),
                      naam(v.stand),
                      v.vanaf.value_or(first_day),
                      v.tot.value_or(last_day),
                      after.uiterlijk,
                      after.id,
                      v.limiet + 1,
                      access.mag_zien(Categorie::identiteit)};
    std::string_view sql = queries::queue;
    if (v.team && !v.soort.empty())
        sql = queries::queue_of_team_and_kind;
    else if (v.team)
        sql = queries::queue_of_team;
    else if (!v.soort.empty())
        sql = queries::queue_of_kind;
    if (v.team) params.emplace_back(*v.team);
    if (!v.soort.empty()) params.emplace_back(v.soort);
    return c.list(sql, params, task_of_row);
}

Telling count_of_row(db::Row const& r) {
    auto const stand = stand_van(r.text(0));
    check(stand.has_value());
    return {*stand, r.get<std::string>(1), r.date(2), r.integer(3)};
}
}

std::vector<Taak> list(db::Connection& c, Access const& access, Vraag const& vraag) {
    check(vraag.limiet > 0 && vraag.limiet <= 200);
    return vraag.eigenaars.empty() ? queue_page(c, access, vraag) : owners_page(c, access, vraag);
}

std::vector<Telling> counts(db::Connection& c, Access const& access, TelVraag const& v) {
    Date const before = v.today - std::chrono::days{1}, beyond = v.horizon + std::chrono::days{1};
    if (v.eigenaars.empty())
        return c.list(queries::counts_of_queue,
                      {access.gemeente(), v.today, v.horizon, v.team ? v.team->value : std::int64_t{0}, before, beyond},
                      count_of_row);
    check(v.eigenaars.size() <= meeste_eigenaars);
    std::vector<Telling> all;
    for (auto const owner : v.eigenaars)
        c.each(queries::counts_of_owner, {access.gemeente(), owner, v.today, v.horizon, before, beyond},
               [&](db::Row const& r) { all.push_back(count_of_row(r)); });
    return all;
}

std::vector<Taak> find_all(db::Connection& c, Access const& access, std::vector<TaakId> const& ids) {
    constexpr std::size_t places = 50;
    check(ids.size() <= places);
    db::Params params{access.gemeente(), access.mag_zien(Categorie::identiteit)};
    for (std::size_t i = 0; i < places; ++i) params.emplace_back(i < ids.size() ? ids[i].value : std::int64_t{0});
    return c.list(queries::tasks_by_id, params, task_of_row);
}

std::optional<Taak> find(db::Connection& c, Access const& access, TaakId id) {
    auto found = find_all(c, access, {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Taak> of_file(db::Connection& c, Access const& access, DossierId dossier) {
    return c.list(queries::tasks_of_file, {dossier, access.gemeente()}, task_of_row);
}

std::vector<Kloktaak> clock_tasks(db::Connection& c, DossierId dossier) {
    return c.list(queries::clock_tasks, {dossier},
                  [](db::Row const& r) { return Kloktaak{r.get<TaakId>(0), r.get<std::string>(1)}; });
}

std::vector<Collega> colleagues(db::Connection& c, Access const& access) {
    return c.list(queries::colleagues, {access.gemeente()}, [](db::Row const& r) {
        return Collega{r.get<GebruikerId>(0), r.get<std::string>(1), r.get<std::string>(2),
                       r.get<std::optional<TeamId>>(3)};
    });
}

std::vector<Team> teams(db::Connection& c, Access const& access) {
    return c.list(queries::teams, {access.gemeente()},
                  [](db::Row const& r) { return Team{r.get<TeamId>(0), r.get<std::string>(1)}; });
}
}
