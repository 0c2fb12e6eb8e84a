#include "instroom/dubbelen.h"

#include "instroom/opslag.h"
#include "instroom/queries.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"

#include <array>

namespace instroom {
namespace {
constexpr std::array<std::string_view, 4> standen{"open", "samengevoegd", "verschillend", "hersteld"};
DubbelStand stand_of(std::string_view text) {
    for (std::size_t i = 0; i < standen.size(); ++i)
        if (standen[i] == text) return static_cast<DubbelStand>(i);
    check(false);
    return DubbelStand::open;
}

/// Stored reasons are our own fixed sentences; found again so that a page can translate them.
std::vector<Gelijkreden> reasons(std::string_view stored) {
    static constexpr std::string_view known[] = {"Zelfde burgerservicenummer",
                                                 "Zelfde V-nummer",
                                                 "Ander V-nummer",
                                                 "Zelfde naam",
                                                 "De naam klinkt hetzelfde",
                                                 "Een groot deel van de naam klinkt hetzelfde",
                                                 "Een deel van de naam klinkt hetzelfde",
                                                 "De namen lijken niet op elkaar",
                                                 "Zelfde geboortedatum",
                                                 "De geboortedatum past, voor zover bekend",
                                                 "Dag en maand van geboorte zijn verwisseld",
                                                 "De geboortedatum verschilt op één plek",
                                                 "Andere geboortedatum",
                                                 "Zelfde geslacht",
                                                 "Ander geslacht",
                                                 "Zelfde ouder"};
    std::vector<Gelijkreden> all;
    auto const parsed = json::Value::parse(stored);
    if (!parsed) return all;
    for (auto const& r : parsed->elements())
        for (auto const zin : known)
            if (r.text("zin") == zin) all.push_back({zin, static_cast<int>(r.integer("punten").value_or(0))});
    return all;
}

Dubbel read_pair(db::Row const& r) {
    Dubbel d{};
    d.id = r.integer(0);
    d.een = r.get<PersoonId>(1);
    d.ander = r.get<PersoonId>(2);
    d.score = r.get<int>(3);
    d.redenen = reasons(r.text(4));
    return d;
}
Dubbel read_listed(db::Row const& r) {
    auto d = read_pair(r);
    d.stand = DubbelStand::open;
    d.naam_een = r.text(5);
    d.naam_ander = r.text(6);
    d.geboren_een = r.get<PartialDate>(7);
    d.geboren_ander = r.get<PartialDate>(8);
    d.herkomst_een = r.text(9);
    d.herkomst_ander = r.text(10);
    return d;
}
}

std::string_view naam(DubbelStand stand) { return standen[static_cast<std::size_t>(stand)]; }

std::vector<Dubbel> open_pairs(db::Connection& c, vertrouwen::Access const& access, DubbelPlek after, int limit) {
    return c.list(queries::open_pairs, {access.gemeente(), after.score, after.id, limit}, read_listed);
}
std::vector<Dubbel> decided_pairs(db::Connection& c, vertrouwen::Access const& access) {
    return c.list(queries::decided_pairs, {access.gemeente()}, [](db::Row const& r) {
        auto d = read_listed(r);
        d.stand = stand_of(r.text(11));
        d.besloten_op = r.get<std::optional<Timestamp>>(12);
        return d;
    });
}
std::optional<Dubbel> find_pair(db::Connection& c, vertrouwen::Access const& access, std::int64_t id) {
    return c.one(queries::pair, {access.gemeente(), id}, [](db::Row const& r) {
        auto d = read_pair(r);
        d.stand = stand_of(r.text(5));
        d.besloten_op = r.get<std::optional<Timestamp>>(7);
        d.besloten_door = opslag::text(r, 8);
        return d;
    });
}
std::vector<DossierVan> files_of(db::Connection& c, vertrouwen::Access const& access, PersoonId persoon) {
    return c.list(queries::files_of_person, {access.gemeente(), persoon}, [](db::Row const& r) {
        return DossierVan{r.get<DossierId>(0), r.get<std::string>(1), r.text(2) == "open"};
    });
}

Result<PersoonId, SamenvoegRefusal> mark_different(db::Connection& c, vertrouwen::Access const& access, Timestamp now,
                                                   std::int64_t id) {
    auto const pair = find_pair(c, access, id);
    if (!pair) return unexpected{SamenvoegRefusal::bestaat_niet};
    if (pair->stand != DubbelStand::open) return unexpected{SamenvoegRefusal::al_besloten};
    c.exec(queries::decide_pair,
           {access.gemeente(), id, "open", "verschillend", access.gebruiker(), now, std::nullopt});
    vertrouwen::audit(c, access, now, "dubbel_verschillend", "dubbel", id, "{}");
    return pair->een;
}

Result<std::int64_t, SamenvoegRefusal> judge_again(db::Connection& c, vertrouwen::Access const& access, Timestamp now,
                                                   std::int64_t id) {
    auto const pair = find_pair(c, access, id);
    if (!pair) return unexpected{SamenvoegRefusal::bestaat_niet};
    if (pair->stand == DubbelStand::open || pair->stand == DubbelStand::samengevoegd)
        return unexpected{SamenvoegRefusal::al_besloten};
    c.exec(queries::decide_pair,
           {access.gemeente(), id, naam(pair->stand), "open", std::nullopt, std::nullopt, std::nullopt});
    vertrouwen::audit(c, access, now, "dubbel_heropend", "dubbel", id, "{}");
    return id;
}
}
