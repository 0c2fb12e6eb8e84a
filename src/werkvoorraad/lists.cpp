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

/// Eight places for owners; a place that is not used holds 0, which no user has.
void put_owners(db::Params& params, std::vector<GebruikerId> const& owners) {
    check(owners.size() <= meeste_eigenaars);
    for (std::size_t i = 0; i < meeste_eigenaars; ++i)
        params.emplace_back(i < owners.size() ? owners[i].value : std::int64_t{0});
}

std::vector<Taak> owners_page(db::Connection& c, Access const& access, Vraag const& v) {
    db::Params params{access.gemeente()};
    put_owners(params, v.eigenaars);
    auto const after = v.na.value_or(Sleutel{first_day, {}});
    for (db::Param p : {db::Param{v.today}, db::Param{v.soort}, db::Param{v.vanaf.value_or(first_day)},
                        db::Param{v.tot.value_or(last_day)}, db::Param{after.uiterlijk}, db::Param{after.id},
                        db::Param{v.limiet + 1}, db::Param{access.mag_zien(Categorie::identiteit)}})
        params.push_back(std::move(p));
    bool const waiting = v.stand == Stand::wacht;
    return c.list(waiting ? queries::waiting_of_owners : queries::work_of_owners, params, task_of_row);
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
    db::Params params{access.gemeente(), v.today, v.horizon};
    put_owners(params, v.eigenaars);
    params.emplace_back(before);
    params.emplace_back(beyond);
    return c.list(queries::counts_of_owners, params, count_of_row);
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
