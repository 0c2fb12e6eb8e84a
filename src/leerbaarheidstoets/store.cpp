#include "leerbaarheidstoets/store.h"

#include "brede_intake/store.h"
#include "dossier/store.h"
#include "leerbaarheidstoets/queries.h"
#include "leerbaarheidstoets/werk.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"

namespace leerbaarheidstoets {
using i18n::N_;
using vertrouwen::Access;
using vertrouwen::Categorie;

namespace {
constexpr int longest_history = 50;

std::string exception_text(Toets const& t) {
    json::Writer w;
    w.object().field("grond", naam(*t.grond)).field("niet_in_staat", t.niet_in_staat).field("reden", t.reden);
    w.end_object();
    return w.take();
}
void open_exception(vertrouwen::Kluis const& kluis, db::Blob const& sealed, Toets& t) {
    auto const text = kluis.open(sealed);
    auto const read = json::Value::parse(text);
    check(read.has_value());
    t.grond = grond_van(read->text("grond").value_or(""));
    t.niet_in_staat = read->boolean("niet_in_staat").value_or(false);
    t.reden = read->text("reden").value_or("");
}

Toets toets_of(db::Row const& r) {
    Toets t;
    auto const stand = stand_van(r.text(1));
    check(stand.has_value());
    t.stand = *stand;
    t.examennummer = r.get<std::string>(2);
    t.aangevraagd = r.get<std::optional<Date>>(3);
    t.gepland = r.get<std::optional<Date>>(4);
    if (auto const result = r.get<std::optional<std::string>>(5)) t.uitslag = uitslag_van(*result);
    t.score = r.get<std::optional<int>>(6);
    t.vereist = r.get<std::optional<int>>(7);
    t.geregistreerd = r.get<std::optional<Date>>(8);
    t.dag = r.get<std::optional<Date>>(10);
    t.reden = r.get<std::string>(11);
    t.duo_gemeld = r.get<std::optional<Date>>(12);
    t.afwijking = r.get<std::string>(13);
    return t;
}

enum class Zicht { lezer, alles };   // alles: to write the next row, never to show
std::vector<Regel> read(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, DossierId dossier,
                        int limit, Zicht sight = Zicht::lezer) {
    check(!access.dossier() || *access.dossier() == dossier);
    return c.list(queries::rows, {dossier, access.gemeente(), limit}, [&](db::Row const& r) {
        Regel row{r.integer(0), toets_of(r), r.get<std::optional<std::string>>(14).value_or(""), r.timestamp(15)};
        bool const health = sight == Zicht::alles || access.mag_zien(Categorie::gezondheid);
        if (!r.is_null(9) && health) open_exception(kluis, r.blob(9), row.toets);
        return row;
    });
}

std::optional<Date> day_of(Toets const& t) {
    switch (t.stand) {
    case Stand::geen: return std::nullopt;
    case Stand::aangevraagd: return t.aangevraagd;
    case Stand::ingepland: return t.gepland;
    case Stand::uitslag: return t.geregistreerd;
    case Stand::uitzondering:
    case Stand::geweigerd: return t.dag;
    }
    return std::nullopt;
}
}

Uitkomst uitslag(db::Connection& c, Access const& access, DossierId dossier) {
    check(!access.dossier() || *access.dossier() == dossier);
    Uitkomst outcome;
    auto const row = c.one(queries::rows, {dossier, access.gemeente(), 1}, toets_of);
    if (row) {
        outcome.stand = row->stand;
        if (row->uitslag && *row->uitslag != Uitslag::onbekend) outcome.haalbaar = *row->uitslag == Uitslag::haalbaar;
        outcome.score = row->score;
        outcome.vereist = row->vereist;
        outcome.datum = day_of(*row);
        outcome.examennummer = row->examennummer;
        outcome.afwijking = row->afwijking;
    }
    c.each(queries::duo_notices, {dossier, access.gemeente()}, [&](db::Row const& r) {
        auto const day = platform::local_time(r.timestamp(1)).day;
        (r.text(0) == "SS137" ? outcome.duo_aangemeld : outcome.duo_uitslag) = day;
    });
    return outcome;
}

Regel latest(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, DossierId dossier) {
    auto rows = read(c, kluis, access, dossier, 1);
    return rows.empty() ? Regel{} : std::move(rows.front());
}
std::vector<Regel> history(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, DossierId dossier) {
    return read(c, kluis, access, dossier, longest_history);
}

namespace {
void insert(db::Connection& c, Omgeving const& o, DossierId dossier, Toets const& t) {
    bool const exception = t.stand == Stand::uitzondering;
    auto const result = t.uitslag ? std::optional{std::string{naam(*t.uitslag)}} : std::nullopt;
    auto const sealed = exception ? std::optional{o.kluis.seal(exception_text(t))} : std::nullopt;
    c.exec(queries::insert_toets,
           {db::new_id(), o.access.gemeente(), dossier, naam(t.stand), t.examennummer, t.aangevraagd, t.gepland, result,
            t.score, t.vereist, t.geregistreerd, sealed, t.dag, exception ? std::string{} : t.reden, t.duo_gemeld,
            t.afwijking, o.access.gebruiker(), o.now});
    json::Writer w;
    w.object().field("stand", naam(t.stand));
    if (auto const day = day_of(t)) w.field("dag", *day);
    w.end_object();
    vertrouwen::audit(c, o.access, o.now, "toets.vastgelegd", "dossier", dossier.value, w.take());
}

std::string_view event_title(Toets const& t, bool same_state) {
    if (same_state && !t.afwijking.empty()) return N_("Reden om van de leerbaarheidstoets af te wijken");
    switch (t.stand) {
    case Stand::geen:
    case Stand::aangevraagd: return N_("Leerbaarheidstoets aangevraagd bij DUO");
    case Stand::ingepland: return N_("Leerbaarheidstoets gepland");
    case Stand::uitslag: return N_("Uitslag leerbaarheidstoets vastgelegd");
    case Stand::uitzondering: return N_("Leerbaarheidstoets hoeft niet");
    case Stand::geweigerd: return N_("Leerbaarheidstoets geweigerd");
    }
    return {};
}
std::string event_text(Toets const& t) {
    if (t.stand == Stand::uitslag && t.uitslag) {
        auto text = std::string{titel(*t.uitslag)};
        if (t.score && t.vereist) text += fmt::format(" ({} / {})", score_tekst(*t.score), score_tekst(*t.vereist));
        return text;
    }
    return {};
}

/// The test is part of the legal minimum of the intake (Wet 14(3)).
void tell_intake(db::Connection& c, Omgeving const& o, DossierId dossier, Toets const& t) {
    using brede_intake::Afhandeling;
    if (t.stand != Stand::uitslag && t.stand != Stand::uitzondering) return;
    brede_intake::meld_onderdeel(c, o.access, o.now, dossier, brede_intake::Onderdeel::leerbaarheidstoets,
                                 Afhandeling::afgedaan, titel(t.stand));
}
}

Result<void, Bezwaren> write(db::Connection& c, Omgeving const& o, DossierId dossier, std::int64_t gezien,
                             Toets const& next) {
    dossier::hold(c, o.access, dossier);
    auto rows = read(c, o.kluis, o.access, dossier, 1, Zicht::alles);
    auto const standing = rows.empty() ? Regel{} : std::move(rows.front());
    if (standing.id != gezien) return unexpected{Bezwaren{true, {}}};
    auto t = next;
    bool const stays = t.stand == Stand::uitzondering && standing.toets.stand == Stand::uitzondering;
    if (stays && !t.grond) {   // the writer may not see it, but it stays
        t.grond = standing.toets.grond;
        t.niet_in_staat = standing.toets.niet_in_staat;
        t.reden = standing.toets.reden;
    }
    auto refusals = keur(t, standing.toets, o.today);
    if (!refusals.empty()) return unexpected{Bezwaren{false, std::move(refusals)}};
    insert(c, o, dossier, t);
    bool const same_state = standing.id && standing.toets.stand == t.stand;
    dossier::add_event(c, o.kluis, o.access, o.now, dossier,
                       {.dag = day_of(t).value_or(o.today) > o.today ? o.today : day_of(t).value_or(o.today),
                        .soort = dossier::Soort::wettelijk,
                        .categorie = Categorie::voortgang,
                        .titel = std::string{event_title(t, same_state)},
                        .tekst = event_text(t),
                        .bron = ""});
    tell_intake(c, o, dossier, t);
    if (t.stand == Stand::geweigerd && !same_state) meld_weigering(c, o, dossier);
    follow(c, o, dossier);
    return {};
}
}
