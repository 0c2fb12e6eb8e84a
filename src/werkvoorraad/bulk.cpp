#include "werkvoorraad/bulk.h"

#include "platform/json/json.h"
#include "vertrouwen/store.h"
#include "werkvoorraad/held.h"
#include "werkvoorraad/queries.h"

#include <algorithm>

namespace werkvoorraad {
namespace {
using vertrouwen::Access;
constexpr std::array<std::string_view, 3> namen{"toewijzen", "verplaatsen", "klaar"};

Result<void, Weigering> carry_out(db::Connection& c, Access const& access, Timestamp now, Opdracht const& o,
                                  TaakId id) {
    switch (o.handeling) {
    case Handeling::toewijzen: return assign(c, access, now, id, o.naar);
    case Handeling::verplaatsen: return move(c, access, now, id, o.dag);
    case Handeling::klaar: return finish(c, access, now, id);
    }
    return {};
}

/// How a task stood before and after, so that it is only put back when it still stands as it was left.
void write_place(json::Writer& w, std::string_view key, Held const& held) {
    w.key(key).object().field("stand", naam(held.plek.stand)).field("dag", to_iso(held.plek.uiterlijk));
    w.field("eigenaar", held.plek.eigenaar ? held.plek.eigenaar->value : std::int64_t{0});
    w.field("wacht", held.wacht_op).end_object();
}
struct Place {
    Stand stand;
    Date dag;
    std::optional<GebruikerId> eigenaar;
    std::string wacht_op;
};
std::optional<Place> read_place(json::Value const& line, std::string_view key) {
    auto const v = line.member(key);
    if (!v) return std::nullopt;
    auto const stand = stand_van(v->text("stand").value_or(""));
    auto const day = parse_date(v->text("dag").value_or(""));
    if (!stand || !day) return std::nullopt;
    auto const owner = v->integer("eigenaar").value_or(0);
    return Place{*stand, *day, owner ? std::optional{GebruikerId{owner}} : std::nullopt, v->text("wacht").value_or("")};
}
bool stands_as(Held const& held, Place const& p) {
    return held.plek.stand == p.stand && held.plek.uiterlijk == p.dag && held.plek.eigenaar == p.eigenaar;
}
void put_back(db::Connection& c, Access const& access, Held const& held, Place const& to) {
    auto place = held.plek;
    place.stand = to.stand;
    place.uiterlijk = to.dag;
    place.eigenaar = to.eigenaar;
    if (is_done(held.plek.stand)) c.exec(queries::reopen_taak, {held.id, access.gemeente()});
    change(c, access, held, place, to.wacht_op);
}
}

std::string_view naam(Handeling h) { return namen[static_cast<std::size_t>(h)]; }
std::optional<Handeling> handeling_van(std::string_view name) {
    for (std::size_t i = 0; i < namen.size(); ++i)
        if (namen[i] == name) return static_cast<Handeling>(i);
    return std::nullopt;
}

std::vector<Mislukt> preview(db::Connection& c, Access const& access, Timestamp now, Opdracht const& o) {
    std::vector<Mislukt> refused;
    auto const found = find_all(c, access, o.taken);
    Date const today = platform::local_time(now).day;
    for (auto const id : o.taken) {
        auto const task = std::ranges::find(found, id, &Taak::id);
        if (task == found.end()) {
            refused.push_back({id, Weigering::bestaat_niet});
            continue;
        }
        auto const no = o.handeling == Handeling::toewijzen ? may_assign(task->aard())
                        : o.handeling == Handeling::klaar   ? may_finish(task->aard())
                                                            : may_move(task->aard());
        if (no)
            refused.push_back({id, *no});
        else if (!reaches(c, access, today, task->eigenaar, task->team))
            refused.push_back({id, Weigering::geen_recht});
    }
    return refused;
}

BulkUitslag do_bulk(db::Connection& c, Access const& access, Timestamp now, Opdracht const& o) {
    BulkUitslag out{db::new_id(), 0, {}};
    json::Writer w;
    w.array();
    auto ids = o.taken;
    std::ranges::sort(ids);   // everybody locks in the same order
    for (auto const id : ids) {
        auto const before = hold(c, access, id);
        auto const done = before ? carry_out(c, access, now, o, id) : unexpected{Weigering::bestaat_niet};
        if (!done) {
            out.mislukt.push_back({id, done.error()});
            w.object().field("taak", id.value).field("geweigerd", naam(done.error())).end_object();
            continue;
        }
        auto const after = hold(c, access, id);
        w.object().field("taak", id.value);
        write_place(w, "voor", *before);
        write_place(w, "na", *after);
        w.end_object();
        ++out.gelukt;
    }
    w.end_array();
    c.exec(queries::insert_bulk, {out.id, access.gemeente(), access.gebruiker(), naam(o.handeling), w.take(), now});
    return out;
}

std::optional<Bulk> find_bulk(db::Connection& c, Access const& access, std::int64_t id) {
    return c.one(queries::find_bulk, {id, access.gemeente(), access.gebruiker()}, [](db::Row const& r) {
        auto const what = handeling_van(r.text(0));
        auto const lines = json::Value::parse(r.text(1));
        check(what && lines);
        Bulk bulk{*what, 0, !r.is_null(2), {}};
        for (auto const& line : lines->elements()) {
            auto const refused = weigering_van(line.text("geweigerd").value_or(""));
            if (refused)
                bulk.mislukt.push_back({TaakId{line.integer("taak").value_or(0)}, *refused});
            else
                ++bulk.aantal;
        }
        return bulk;
    });
}

std::optional<Terug> undo_bulk(db::Connection& c, Access const& access, Timestamp now, std::int64_t id) {
    auto const text = c.value<std::string>(queries::take_bulk, {id, access.gemeente(), access.gebruiker(), now});
    if (!text) return std::nullopt;
    auto const lines = json::Value::parse(*text);
    check(lines.has_value());
    Terug out;
    for (auto const& line : lines->elements()) {
        if (line.member("geweigerd")) continue;   // was never changed
        TaakId const task{line.integer("taak").value_or(0)};
        auto const before = read_place(line, "voor"), after = read_place(line, "na");
        auto const held = hold(c, access, task);
        if (!held || !before || !after || !stands_as(*held, *after)) {
            out.overgeslagen.push_back(task);
            continue;
        }
        if (!stands_as(*held, *before)) put_back(c, access, *held, *before);
        ++out.hersteld;
    }
    json::Writer w;
    w.object()
        .field("hersteld", out.hersteld)
        .field("overgeslagen", static_cast<std::int64_t>(out.overgeslagen.size()))
        .end_object();
    vertrouwen::audit(c, access, now, "bulk.teruggedraaid", "bulk", id, w.take());
    return out;
}

void save_filter(db::Connection& c, Access const& access, std::string_view name, std::string_view address) {
    c.exec(queries::save_filter, {db::new_id(), access.gemeente(), access.gebruiker(), name, address});
}
std::vector<BewaardFilter> saved_filters(db::Connection& c, Access const& access) {
    return c.list(queries::saved_filters, {access.gebruiker(), access.gemeente()}, [](db::Row const& r) {
        return BewaardFilter{r.integer(0), r.get<std::string>(1), r.get<std::string>(2)};
    });
}
void forget_filter(db::Connection& c, Access const& access, std::int64_t id) {
    c.exec(queries::forget_filter, {id, access.gebruiker(), access.gemeente()});
}
}
