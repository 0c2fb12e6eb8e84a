#include "brede_intake/queries.h"
#include "brede_intake/store.h"
#include "dossier/store.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"

#include <algorithm>
#include <charconv>

namespace brede_intake {
namespace {
using i18n::N_;
using vertrouwen::Access;

std::optional<int> number(std::string const& text) {
    int n = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    return text.empty() || error != std::errc{} ? std::nullopt : std::optional{n};
}
std::optional<std::string> filled(std::string const& text) { return text.empty() ? std::nullopt : std::optional{text}; }
std::string yes_no(bool b) { return b ? "ja" : "nee"; }
std::string text_of(std::optional<int> n) { return n ? std::to_string(*n) : std::string{}; }

void note(db::Connection& c, Access const& access, Timestamp now, IntakeId intake, std::string_view what) {
    json::Writer w;
    w.object().field("onderwerp", what).end_object();
    vertrouwen::audit(c, access, now, "intake.basis", "intake", intake.value, w.take());
}
/// A new row, or a change on the version that was seen; then the columns of the row.
bool put(db::Connection& c, Access const& access, IntakeId intake, std::int64_t id, std::int64_t version,
         std::string_view insert, std::string_view update, db::Params columns) {
    db::Params all;
    if (id == 0)
        all = {db::new_id(), access.gemeente(), intake};
    else
        all = {id, access.gemeente(), intake, version};
    all.insert(all.end(), columns.begin(), columns.end());
    return c.exec(id == 0 ? insert : update, all) == 1;
}
}

std::vector<Rij<Opleiding>> opleidingen(db::Connection& c, Access const& access, IntakeId intake) {
    return c.list(queries::schooling, {access.gemeente(), intake}, [](db::Row const& r) {
        return Rij<Opleiding>{r.integer(0),
                              r.integer(1),
                              {r.get<std::string>(2), r.get<std::string>(3), r.get<std::string>(4),
                               text_of(r.get<std::optional<int>>(5)), yes_no(r.boolean(6)), r.get<std::string>(7),
                               r.get<std::optional<std::string>>(8).value_or("")}};
    });
}
std::vector<Rij<Werk>> werk(db::Connection& c, Access const& access, IntakeId intake) {
    return c.list(queries::work, {access.gemeente(), intake}, [](db::Row const& r) {
        return Rij<Werk>{r.integer(0),
                         r.integer(1),
                         {r.get<std::string>(2), r.get<std::string>(3), r.get<std::string>(4),
                          r.get<std::optional<std::string>>(5).value_or(""),
                          r.get<std::optional<std::string>>(6).value_or(""), text_of(r.get<std::optional<int>>(7))}};
    });
}
std::vector<Rij<Taal>> talen(db::Connection& c, Access const& access, IntakeId intake) {
    return c.list(queries::languages, {access.gemeente(), intake}, [](db::Row const& r) {
        return Rij<Taal>{r.integer(0),
                         r.integer(1),
                         {r.get<std::string>(2), yes_no(r.boolean(3)), r.get<std::string>(4), r.get<std::string>(5),
                          r.get<std::string>(6)}};
    });
}

bool zet(db::Connection& c, Access const& access, Timestamp now, IntakeId intake, Rij<Opleiding> const& row) {
    auto const& o = row.waarde;
    check(check_rij(o).empty());
    note(c, access, now, intake, "opleiding");
    return put(
        c, access, intake, row.id, row.versie, queries::insert_schooling, queries::update_schooling,
        {o.land, o.naam, o.niveau, number(o.jaren), o.diploma == "ja", o.waardering, filled(o.waardering_niveau)});
}
bool zet(db::Connection& c, Access const& access, Timestamp now, IntakeId intake, Rij<Werk> const& row) {
    auto const& w = row.waarde;
    note(c, access, now, intake, "werk");
    return put(c, access, intake, row.id, row.versie, queries::insert_work, queries::update_work,
               {w.soort, w.land, w.beroep, filled(w.van), filled(w.tot), number(w.uren)});
}
bool zet(db::Connection& c, Access const& access, Timestamp now, IntakeId intake, Rij<Taal> const& row) {
    auto const& t = row.waarde;
    check(check_rij(t).empty());
    note(c, access, now, intake, "taal");
    return put(c, access, intake, row.id, row.versie, queries::insert_language, queries::update_language,
               {t.taal, t.moedertaal == "ja", t.spreken, t.lezen, t.schrijven});
}

void haal_weg(db::Connection& c, Access const& access, Timestamp now, IntakeId intake, std::string_view part,
              std::int64_t id) {
    auto const sql = part == "opleiding" ? queries::remove_schooling
                     : part == "werk"    ? queries::remove_work
                                         : queries::remove_language;
    if (c.exec(sql, {id, access.gemeente(), intake, now}) > 0) note(c, access, now, intake, part);
}

// ---- talks ----
namespace {
bool may_read(Access const& access, GebruikerId writer) {
    using vertrouwen::Relatie;
    bool const own = access.relatie() == Relatie::eigen || access.relatie() == Relatie::vervanging;
    // A purpose that opens no special data opens no private talk either, whoever asks.
    if (!access.mag_zien(vertrouwen::Categorie::gezondheid)) return false;
    return leest_prive(
        {.schreef_zelf = access.gebruiker() == writer && writer != GebruikerId{},
         .eigen_of_vervanging = own,
         .regisseur = access.rol() == vertrouwen::Rol::regisseur,
         .mag_intake_schrijven = access.bereik_van(vertrouwen::Recht::intake_schrijven) != vertrouwen::Bereik::geen});
}
GesprekRegel talk_of_row(vertrouwen::Kluis const& kluis, Access const& access, db::Row const& r) {
    GesprekRegel t{.id = r.get<GesprekId>(0),
                   .gesprek = {.dag = r.date(1),
                               .plaats = r.get<std::string>(2),
                               .wijze = r.get<std::string>(3),
                               .aanwezigen = r.get<std::string>(4),
                               .tolk_taal = r.get<std::string>(6),
                               .tolk_wijze = r.get<std::string>(5),
                               .verslag = r.get<std::optional<std::string>>(8).value_or(""),
                               .prive = r.boolean(7)},
                   .gebruiker = r.get<GebruikerId>(10),
                   .gebruiker_naam = r.get<std::string>(11),
                   .versie = r.integer(12)};
    t.leesbaar = !t.gesprek.prive || may_read(access, t.gebruiker);
    if (t.gesprek.prive && t.leesbaar && !r.is_null(9)) t.gesprek.verslag = kluis.open(r.blob(9));
    return t;
}
struct Text {
    std::optional<std::string> plain;
    std::optional<db::Blob> sealed;
};
Text text_for(vertrouwen::Kluis const& kluis, Gesprek const& g) {
    if (!g.prive) return {g.verslag, {}};
    return {{}, kluis.seal(g.verslag)};
}
}

std::vector<GesprekRegel> gesprekken(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access,
                                     IntakeId intake) {
    return c.list(queries::talks, {access.gemeente(), intake},
                  [&](db::Row const& r) { return talk_of_row(kluis, access, r); });
}
std::optional<GesprekRegel> gesprek(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access,
                                    IntakeId intake, GesprekId id) {
    auto all = gesprekken(c, kluis, access, intake);
    auto const at = std::ranges::find(all, id, &GesprekRegel::id);
    return at == all.end() ? std::nullopt : std::optional{std::move(*at)};
}

GesprekId voeg_toe(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, Timestamp now, Date today,
                   DossierId dossier, IntakeId intake, Gesprek const& g) {
    check(g.dag.has_value());
    GesprekId id;
    db::assign_new(id);
    auto const text = text_for(kluis, g);
    c.exec(queries::insert_talk, {id, access.gemeente(), intake, *g.dag, g.plaats, g.wijze, g.aanwezigen, g.tolk_wijze,
                                  g.tolk_taal, g.prive, text.plain, text.sealed, access.gebruiker(), now});
    vertrouwen::audit(c, access, now, "intake.gesprek", "intake", intake.value, "{\"dag\":\"" + to_iso(*g.dag) + "\"}");
    dossier::add_event(c, kluis, access, now, dossier,
                       {.dag = *g.dag,
                        .soort = dossier::Soort::wettelijk,
                        .categorie = vertrouwen::Categorie::voortgang,
                        .titel = std::string{N_("Gesprek voor de brede intake")},
                        .tekst = {},
                        .bron = "Intake",
                        .persoon = {},
                        .contact = {},
                        .vervangt = {}});
    werk_bijwerken(c, access, now, today, dossier);
    return id;
}

bool wijzig(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, Timestamp now, IntakeId intake,
            GesprekRegel const& old, Gesprek const& g) {
    check(g.dag.has_value() && g.prive == old.gesprek.prive);
    auto const text = text_for(kluis, g);
    auto const changed =
        c.exec(queries::update_talk, {old.id, access.gemeente(), intake, old.versie, *g.dag, g.plaats, g.wijze,
                                      g.aanwezigen, g.tolk_wijze, g.tolk_taal, text.plain, text.sealed, now});
    if (changed == 0) return false;
    vertrouwen::audit(c, access, now, "intake.gesprek", "intake", intake.value, "{\"dag\":\"" + to_iso(*g.dag) + "\"}");
    return true;
}
}
