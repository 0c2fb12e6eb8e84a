#include "duo/store.h"

#include "duo/gevolgen.h"
#include "duo/queries.h"
#include "instroom/store.h"
#include "platform/i18n/i18n.h"
#include "vertrouwen/store.h"
#include "werkvoorraad/store.h"

#include <array>

namespace duo {
namespace {
constexpr std::string_view twice = i18n::N_("Dit bericht was al ontvangen.");
constexpr std::string_view search_task = i18n::N_("Persoon bij DUO-bericht zoeken in de BRP");

db::Blob person_key(vertrouwen::Kluis const& kluis, Melding const& m) {
    return m.bsn ? kluis.blind(*m.bsn) : kluis.blind("v_nummer", m.v_nummer->digits());
}

/// The person keeps the numbers that DUO names, so that the next notice finds its way by itself. A number that is there
/// already is never replaced.
void learn_numbers(db::Connection& c, Omgeving const& o, Melding const& m, PersoonId person) {
    auto const known =
        instroom::find(c, o.kluis, vertrouwen::Access::systeem(o.access.gemeente(), o.access.gebruiker()), person);
    if (!known) return;
    auto change = known->gegevens;
    if (!change.bsn && m.bsn && !instroom::find_by_bsn(c, o.kluis, o.access.gemeente(), *m.bsn)) change.bsn = m.bsn;
    if (change.v_nummer.empty() && m.v_nummer) change.v_nummer = m.v_nummer->digits();
    if (change.bsn == known->gegevens.bsn && change.v_nummer == known->gegevens.v_nummer) return;
    (void)instroom::update(c, o.kluis, o.access, o.now, person, {known->versie, change});
}

/// Two different BSNs are two people, whatever the V-number says.
bool is_somebody_else(db::Connection& c, Omgeving const& o, Melding const& m, PersoonId person) {
    if (!m.bsn) return false;
    auto const known = instroom::find(c, o.kluis, vertrouwen::Access::systeem(o.access.gemeente()), person);
    return known && known->gegevens.bsn && *known->gegevens.bsn != *m.bsn;
}

std::optional<PersoonId> person_of(db::Connection& c, Omgeving const& o, Melding const& m) {
    if (m.bsn)
        if (auto const found = instroom::find_by_bsn(c, o.kluis, o.access.gemeente(), *m.bsn)) return found;
    if (!m.v_nummer) return std::nullopt;
    auto const found = instroom::find_by_v_nummer(c, o.access.gemeente(), *m.v_nummer);
    if (found && is_somebody_else(c, o, m, *found)) return std::nullopt;   // a V-number typed over by hand, wrongly
    return found;
}

/// One task for all notices that wait: nothing is lost, and nobody gets the same task twice.
void ask_to_search(db::Connection& c, Omgeving const& o) {
    if (c.value<std::int64_t>(queries::open_search_task, {o.access.gemeente(), search_task})) return;
    werkvoorraad::NieuweTaak task;
    task.soort = "duo";
    task.titel = search_task;
    task.toelichting = "Er zijn DUO-berichten voor iemand die hier nog niet bekend is. Kijk bij DUO-berichten.";
    task.uiterlijk = o.today + std::chrono::days{7};
    werkvoorraad::add(c, o.access, o.now, task);
}

bool overtaken(db::Connection& c, Omgeving const& o, Melding const& m, Gebeurtenis const& e, std::int64_t id,
               PersoonId person) {
    if (e.onderwerp == Onderwerp::bericht) return false;
    bool later = false;
    c.each(queries::later_codes, {o.access.gemeente(), person, m.geregistreerd, id}, [&](db::Row const& r) {
        auto const* other = gebeurtenis(r.text(0));
        later = later || (other && other->onderwerp == e.onderwerp);
    });
    return later;
}

Verwerkt process(db::Connection& c, Omgeving const& o, Melding const& m, Gebeurtenis const& e, std::int64_t id,
                 PersoonId person) {
    if (c.value<std::int64_t>(queries::same_notice, {o.access.gemeente(), person, m.geregistreerd, m.code, id})) {
        c.exec(queries::set_outcome, {o.access.gemeente(), id, "achterhaald", twice, person});
        return {Uitkomst::dubbel, std::string{twice}, person};
    }
    learn_numbers(c, o, m, person);
    bool const old = overtaken(c, o, m, e, id, person);
    apply(c, o, m, e, id, person, old);
    Verwerkt const done{old ? Uitkomst::achterhaald : Uitkomst::verwerkt,
                        old ? "Een bericht dat DUO later registreerde gaat voor." : std::string{e.titel}, person};
    c.exec(queries::set_outcome, {o.access.gemeente(), id, old ? "achterhaald" : "verwerkt", done.toelichting, person});
    vertrouwen::audit(c, o.access, o.now, "duo_melding_verwerkt", "duo_melding", id, "{\"code\":\"" + m.code + "\"}");
    return done;
}

bool process_kept(db::Connection& c, Omgeving const& o, std::int64_t id, db::Blob const& sealed, PersoonId person) {
    auto const m = lees(o.kluis.open(sealed));
    check(m.has_value());   // it was read before it was kept
    auto const* e = gebeurtenis(m->code);
    check(e != nullptr);
    if (is_somebody_else(c, o, *m, person)) return false;
    process(c, o, *m, *e, id, person);
    return true;
}

InboxRegel line(db::Row const& r) {
    auto const text = [&](int column) { return r.get<std::optional<std::string>>(column).value_or(""); };
    return {r.integer(0),
            text(1),
            text(2),
            text(3),
            text(4),
            text(5),
            r.get<Timestamp>(6),
            r.get<Timestamp>(7),
            r.get<std::optional<PersoonId>>(8),
            r.get<std::optional<DossierId>>(9),
            r.integer(10) == 1};
}
}

std::string_view naam(Uitkomst u) {
    constexpr std::array<std::string_view, 5> names{"verwerkt", "dubbel", "wacht", "achterhaald", "onbekende_code"};
    return names[static_cast<std::size_t>(u)];
}

Verwerkt receive(db::Connection& c, Omgeving const& o, Melding const& m, std::string_view json) {
    auto const* e = gebeurtenis(m.code);
    auto const person = e ? person_of(c, o, m) : std::nullopt;
    auto const id = db::new_id();
    db::Param const bsn = m.bsn ? db::Param{o.kluis.seal(*m.bsn)} : db::Param{std::nullopt};
    db::Param const v = m.v_nummer ? db::Param{m.v_nummer->digits()} : db::Param{std::nullopt};
    std::string_view const stand = !e ? "onbekende_code" : person ? "verwerkt" : "wacht_op_persoon";
    std::string const why = !e       ? "Meedoen kent gebeurtenis " + m.code + " nog niet. Het bericht is bewaard."
                            : person ? std::string{e->titel}
                                     : "Deze persoon is hier nog niet bekend. Het bericht wacht.";
    auto const added =
        c.value<std::int64_t>(queries::add, {id, o.access.gemeente(), m.code, m.geregistreerd, o.now,
                                             person_key(o.kluis, m), bsn, v, person, o.kluis.seal(json), stand, why});
    if (!added) return {Uitkomst::dubbel, std::string{twice}, person};
    if (!e) return {Uitkomst::onbekende_code, why, std::nullopt};
    if (!person) {
        ask_to_search(c, o);
        return {Uitkomst::wacht, why, std::nullopt};
    }
    return process(c, o, m, *e, id, *person);
}

namespace {
void search_is_done(db::Connection& c, Omgeving const& o) {
    if (c.value<std::int64_t>(queries::any_waiting, {o.access.gemeente()})) return;
    if (auto const task = c.value<TaakId>(queries::open_search_task, {o.access.gemeente(), search_task}))
        werkvoorraad::close(c, o.access, o.now, *task, werkvoorraad::Stand::klaar);
}
}

int retry_waiting(db::Database& database, vertrouwen::Kluis const& kluis, vertrouwen::Access const& access,
                  Timestamp now, Date today) {
    return database.write(db::Scope::of(access.gemeente()), [&](db::Connection& c) {
        struct Kept {
            std::int64_t id;
            db::Blob sealed;
        };
        Omgeving const o{kluis, access, now, today};
        int done = 0;
        for (auto const& one : c.list(queries::all_waiting, {access.gemeente()},
                                      [](db::Row const& r) { return Kept{r.integer(0), r.get<db::Blob>(1)}; })) {
            auto const m = lees(kluis.open(one.sealed));
            auto const person = m ? person_of(c, o, *m) : std::nullopt;
            if (person && process_kept(c, o, one.id, one.sealed, *person)) ++done;
        }
        if (done > 0) search_is_done(c, o);
        return done;
    });
}

int process_waiting(db::Connection& c, Omgeving const& o, PersoonId person, std::optional<Bsn> const& bsn,
                    std::string_view v_nummer) {
    struct Kept {
        std::int64_t id;
        db::Blob sealed;
    };
    auto const nothing = o.kluis.blind("niemand", "");
    auto const kept = c.list(queries::waiting_of,
                             {o.access.gemeente(), bsn ? o.kluis.blind(*bsn) : nothing,
                              v_nummer.empty() ? nothing : o.kluis.blind("v_nummer", v_nummer), v_nummer},
                             [](db::Row const& r) { return Kept{r.integer(0), r.get<db::Blob>(1)}; });
    int done = 0;
    for (auto const& one : kept)
        if (process_kept(c, o, one.id, one.sealed, person)) ++done;
    if (done > 0) search_is_done(c, o);
    return done;
}

Result<void, KoppelRefusal> tie(db::Connection& c, Omgeving const& o, std::int64_t melding, PersoonId person) {
    auto const sealed = c.one(queries::waiting_by_id, {o.access.gemeente(), melding},
                              [](db::Row const& r) { return r.get<db::Blob>(1); });
    if (!sealed) return unexpected{KoppelRefusal::geen_wachtend_bericht};
    auto const m = lees(o.kluis.open(*sealed));
    check(m.has_value());
    if (!process_kept(c, o, melding, *sealed, person)) return unexpected{KoppelRefusal::ander_bsn};
    process_waiting(c, o, person, m->bsn,
                    m->v_nummer ? m->v_nummer->digits() : std::string{});   // all that waited under the same numbers
    search_is_done(c, o);
    return {};
}

std::vector<InboxRegel> inbox(db::Connection& c, vertrouwen::Access const& access, InboxFilter const& f,
                              std::optional<std::pair<Timestamp, std::int64_t>> after, int limit) {
    constexpr Timestamp far{4'102'444'800'000'000};   // 2100
    auto const from = after.value_or(std::pair{far, std::int64_t{0}});
    db::Params params{access.gemeente(), f.stand, from.first, from.second, limit};
    if (f.code.empty()) return c.list(queries::inbox, params, line);
    params.emplace_back(f.code);
    return c.list(queries::inbox_of_code, params, line);
}
std::vector<InboxRegel> of_person(db::Connection& c, vertrouwen::Access const& access, PersoonId person) {
    return c.list(queries::of_person, {access.gemeente(), person}, line);
}
std::optional<InboxRegel> find(db::Connection& c, vertrouwen::Access const& access, std::int64_t id) {
    return c.one(queries::by_id, {access.gemeente(), id}, line);
}
}
