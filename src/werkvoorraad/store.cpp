#include "werkvoorraad/store.h"

#include "platform/json/json.h"
#include "vertrouwen/store.h"
#include "werkvoorraad/held.h"
#include "werkvoorraad/queries.h"

namespace werkvoorraad {
using vertrouwen::Access;

std::optional<Held> hold(db::Connection& c, Access const& access, TaakId id) {
    return c.one(queries::lock_taak, {id, access.gemeente()}, [&](db::Row const& r) {
        auto const stand = stand_van(r.text(2));
        check(stand.has_value());
        return Held{id,
                    {r.get<std::optional<GebruikerId>>(0), r.get<std::optional<TeamId>>(1), *stand,
                     r.get<std::string>(3), r.date(4)},
                    r.get<std::optional<std::string>>(5).value_or(""),
                    r.get<std::optional<std::string>>(7).value_or("")};
    });
}
bool is_done(Stand stand) { return stand == Stand::klaar || stand == Stand::vervallen; }

namespace {
db::Param text_or_null(std::string_view text) { return text.empty() ? db::Param{std::nullopt} : db::Param{text}; }
}

void change(db::Connection& c, Access const& access, Held const& held, Plek const& to, std::string_view wacht_op) {
    c.exec(queries::update_taak,
           {held.id, access.gemeente(), to.eigenaar, naam(to.stand), to.uiterlijk, text_or_null(wacht_op)});
    count_move(c, access.gemeente(), held.plek, to);
}

namespace {
void give(db::Connection& c, Access const& access, Held const& held, std::optional<GebruikerId> owner) {
    auto to = held.plek;
    to.eigenaar = owner;
    change(c, access, held, to, held.wacht_op);
}
void note(db::Connection& c, Access const& access, Timestamp now, std::string_view what, TaakId id,
          std::string_view key, std::string_view value) {
    json::Writer w;
    w.object();
    if (!key.empty()) w.field(key, value);
    w.end_object();
    vertrouwen::audit(c, access, now, what, "taak", id.value, w.take());
}
/// Own work, work of somebody one stands in for, and what the right to assign reaches: the team's, or everybody's.
bool may_touch(db::Connection& c, Access const& access, Timestamp now, Plek const& plek) {
    return reaches(c, access, platform::local_time(now).day, plek.eigenaar, plek.team);
}
}

TaakId add(db::Connection& c, Access const& access, Timestamp now, NieuweTaak const& taak) {
    check(is_soort(taak.soort));
    TaakId id;
    db::assign_new(id);
    auto const stand = taak.wacht_op.empty() ? Stand::open : Stand::wacht;
    c.exec(queries::insert_taak, {id, access.gemeente(), taak.dossier, taak.soort, taak.titel, taak.toelichting,
                                  taak.artikel, taak.wettelijk, taak.uiterlijk, taak.eigenaar, taak.team, naam(stand),
                                  text_or_null(taak.wacht_op), text_or_null(taak.termijnsoort), now});
    count_move(c, access.gemeente(), std::nullopt, Plek{taak.eigenaar, taak.team, stand, taak.soort, taak.uiterlijk});
    note(c, access, now, "taak.gemaakt", id, "soort", taak.soort);
    return id;
}

void set_due(db::Connection& c, Access const& access, TaakId id, Date uiterlijk, std::string_view toelichting) {
    auto const held = hold(c, access, id);
    if (!held || is_done(held->plek.stand)) return;
    c.exec(queries::set_toelichting, {id, access.gemeente(), toelichting});
    if (held->plek.uiterlijk == uiterlijk) return;
    auto to = held->plek;
    to.uiterlijk = uiterlijk;
    change(c, access, *held, to, held->wacht_op);
}

void close(db::Connection& c, Access const& access, Timestamp now, TaakId id, Stand stand) {
    check(is_done(stand));
    auto const held = hold(c, access, id);
    if (!held || is_done(held->plek.stand)) return;
    c.exec(queries::close_taak, {id, access.gemeente(), naam(stand), now, access.gebruiker()});
    count_move(c, access.gemeente(), held->plek, std::nullopt);
    note(c, access, now, stand == Stand::klaar ? "taak.klaar" : "taak.vervallen", id, {}, {});
}

bool reaches(db::Connection& c, Access const& access, Date today, std::optional<GebruikerId> owner,
             std::optional<TeamId> team) {
    using vertrouwen::Bereik;
    if (owner == access.gebruiker()) return true;
    auto const reach = access.bereik_van(vertrouwen::Recht::teamwerk);
    if (reach == Bereik::gemeente) return true;
    bool const of_team = reach == Bereik::team;
    if (!owner) return of_team && (!access.team() || !team || team == access.team());
    struct Owner {
        std::optional<TeamId> team;
        bool replaced;
    };
    auto const found =
        c.one(queries::owner_as_seen_by, {*owner, access.gemeente(), access.gebruiker(), today},
              [](db::Row const& r) { return Owner{r.get<std::optional<TeamId>>(0), r.integer(1) != 0}; });
    return found && (found->replaced || (of_team && access.team() && found->team == access.team()));
}

std::optional<TaakId> of_clock(db::Connection& c, DossierId dossier, std::string_view termijnsoort) {
    return c.value<TaakId>(queries::of_clock, {dossier, termijnsoort});
}

namespace {
std::vector<TaakId> open_ids(db::Connection& c, Access const& access, DossierId dossier) {
    return c.list(queries::open_ids_of_file, {dossier, access.gemeente()},
                  [](db::Row const& r) { return r.get<TaakId>(0); });
}
}

void move_with_file(db::Connection& c, Access const& access, DossierId dossier, std::optional<GebruikerId> eigenaar) {
    for (auto const id : open_ids(c, access, dossier)) {
        auto const held = hold(c, access, id);
        if (held && !is_done(held->plek.stand) && held->plek.eigenaar != eigenaar) give(c, access, *held, eigenaar);
    }
}

void hand_over(db::Connection& c, Access const& access, DossierId dossier, std::optional<GebruikerId> van,
               std::optional<GebruikerId> naar, Wachtrij wachtrij) {
    for (auto const id : open_ids(c, access, dossier)) {
        auto const held = hold(c, access, id);
        if (!held || is_done(held->plek.stand)) continue;
        auto const& owner = held->plek.eigenaar;
        bool const concerned = owner ? owner == van : wachtrij == Wachtrij::mee;
        if (concerned && owner != naar) give(c, access, *held, naar);
    }
}

Result<void, Weigering> claim(db::Connection& c, Access const& access, Timestamp now, TaakId id) {
    auto const held = hold(c, access, id);
    if (!held) return unexpected{Weigering::bestaat_niet};
    if (is_done(held->plek.stand)) return unexpected{Weigering::al_klaar};
    if (held->plek.eigenaar == access.gebruiker()) return {};
    if (held->plek.eigenaar) return unexpected{Weigering::van_ander};
    if (!may_touch(c, access, now, held->plek)) return unexpected{Weigering::geen_recht};
    give(c, access, *held, access.gebruiker());
    note(c, access, now, "taak.opgepakt", id, {}, {});
    return {};
}

Result<void, Weigering> assign(db::Connection& c, Access const& access, Timestamp now, TaakId id,
                               std::optional<GebruikerId> naar) {
    auto const held = hold(c, access, id);
    if (!held) return unexpected{Weigering::bestaat_niet};
    if (auto const no = may_assign(held->aard())) return unexpected{*no};
    if (naar && !c.value<std::int64_t>(queries::colleague_exists, {*naar, access.gemeente()}))
        return unexpected{Weigering::onbekende_collega};
    if (!may_touch(c, access, now, held->plek)) return unexpected{Weigering::geen_recht};
    if (held->plek.eigenaar == naar) return {};
    give(c, access, *held, naar);
    note(c, access, now, "taak.toegewezen", id, "naar", naar ? std::to_string(naar->value) : "wachtrij");
    return {};
}

Result<void, Weigering> move(db::Connection& c, Access const& access, Timestamp now, TaakId id, Date uiterlijk) {
    auto const held = hold(c, access, id);
    if (!held) return unexpected{Weigering::bestaat_niet};
    if (auto const no = may_move(held->aard())) return unexpected{*no};
    if (!may_touch(c, access, now, held->plek)) return unexpected{Weigering::geen_recht};
    if (held->plek.uiterlijk == uiterlijk) return {};
    auto to = held->plek;
    to.uiterlijk = uiterlijk;
    change(c, access, *held, to, held->wacht_op);
    note(c, access, now, "taak.verplaatst", id, "naar", to_iso(uiterlijk));
    return {};
}

Result<void, Weigering> finish(db::Connection& c, Access const& access, Timestamp now, TaakId id) {
    auto const held = hold(c, access, id);
    if (!held) return unexpected{Weigering::bestaat_niet};
    if (held->plek.stand == Stand::klaar) return {};   // a double click, or the same wish of a colleague
    if (auto const no = may_finish(held->aard())) return unexpected{*no};
    if (!may_touch(c, access, now, held->plek)) return unexpected{Weigering::geen_recht};
    close(c, access, now, id, Stand::klaar);
    return {};
}

Result<void, Weigering> wait_for(db::Connection& c, Access const& access, Timestamp now, TaakId id,
                                 std::string_view op_wie) {
    auto const held = hold(c, access, id);
    if (!held) return unexpected{Weigering::bestaat_niet};
    if (is_done(held->plek.stand)) return unexpected{Weigering::al_klaar};
    if (!may_touch(c, access, now, held->plek)) return unexpected{Weigering::geen_recht};
    auto to = held->plek;
    to.stand = op_wie.empty() ? Stand::open : Stand::wacht;
    change(c, access, *held, to, op_wie);
    note(c, access, now, op_wie.empty() ? "taak.hervat" : "taak.wacht", id, {}, {});
    return {};
}
}
