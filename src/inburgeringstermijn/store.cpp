#include "inburgeringstermijn/store.h"

#include "inburgeringstermijn/queries.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"

#include <algorithm>

namespace inburgeringstermijn {
namespace {
using vertrouwen::Access;

constexpr std::string_view withdrawn = "ingetrokken";   // stands in the column `soort` of a row that takes one back

std::int64_t write_fact(db::Connection& c, Access const& access, Timestamp now, DossierId dossier,
                        std::string_view soort, Feit const& feit, std::optional<std::int64_t> replaces,
                        std::string_view bron, std::string_view toelichting) {
    check(!access.dossier() || *access.dossier() == dossier);
    auto const id = db::new_id();
    c.exec(queries::insert_feit, {id, access.gemeente(), dossier, soort, feit.dag, feit.tot, bron, toelichting,
                                  replaces, access.gebruiker(), now});
    json::Writer w;
    w.object().field("soort", soort).field("dag", feit.dag).field("bron", bron);
    if (feit.tot) w.field("tot", *feit.tot);
    if (replaces) w.field("vervangt", *replaces);
    w.end_object();
    vertrouwen::audit(c, access, now, "termijnfeit.vastgelegd", "dossier", dossier.value, w.take());
    return id;
}

bool same(Feit const& a, Feit const& b) { return a.soort == b.soort && a.dag == b.dag && a.tot == b.tot; }

std::optional<Groep> group_of(std::string_view code) {
    if (code == "AS-a") return Groep::as_a;
    if (code == "AS-b") return Groep::as_b;
    if (code == "GM") return Groep::gm;
    if (code == "OM") return Groep::om;
    return std::nullopt;
}
std::vector<Opgeschreven> as_written(std::vector<OpgeslagenFeit> const& facts) {
    std::vector<Opgeschreven> all;
    for (auto const& f : facts) all.push_back({f.feit, f.bron});
    return all;
}
}

void add_fact(db::Connection& c, Access const& access, Timestamp now, DossierId dossier, Feit const& feit,
              std::string_view bron, std::string_view toelichting) {
    c.exec(queries::hold_file, {dossier});   // the same notice twice at once is still one fact
    std::optional<std::int64_t> replaces;
    for (auto const& stored : facts(c, dossier)) {
        if (stored.bron != bron || stored.feit.soort != feit.soort) continue;
        if (same(stored.feit, feit)) return;
        bool const same_period = is_periode(feit.soort) && stored.feit.dag == feit.dag;   // its end became known
        if (!is_meervoudig(feit.soort) || same_period) replaces = stored.id;
    }
    write_fact(c, access, now, dossier, naam(feit.soort), feit, replaces, bron, toelichting);
}

void replace_fact(db::Connection& c, Access const& access, Timestamp now, DossierId dossier, std::int64_t replaced,
                  Feit const& feit, std::string_view bron, std::string_view toelichting) {
    write_fact(c, access, now, dossier, naam(feit.soort), feit, replaced, bron, toelichting);
}

void withdraw_fact(db::Connection& c, Access const& access, Timestamp now, Date today, DossierId dossier,
                   std::int64_t id, std::string_view toelichting) {
    write_fact(c, access, now, dossier, withdrawn, Feit{{}, today, {}}, id, "hand", toelichting);
}

std::vector<OpgeslagenFeit> facts(db::Connection& c, DossierId dossier) {
    std::vector<OpgeslagenFeit> all;
    c.each(queries::facts, {dossier}, [&](db::Row const& r) {
        auto const soort = feit_van(r.text(1));
        if (!soort) return;   // a withdrawal counts by what it replaces
        all.push_back({r.integer(0),
                       {*soort, r.date(2), r.get<std::optional<Date>>(3)},
                       r.get<std::string>(4),
                       r.get<std::string>(5),
                       r.timestamp(6)});
    });
    return all;
}

std::vector<FeitGeschiedenis> history(db::Connection& c, Access const& access, DossierId dossier) {
    return c.list(queries::history, {dossier, access.gemeente()}, [](db::Row const& r) {
        auto const soort = feit_van(r.text(1));
        return FeitGeschiedenis{{r.integer(0),
                                 {soort.value_or(FeitSoort{}), r.date(2), r.get<std::optional<Date>>(3)},
                                 r.get<std::string>(4),
                                 r.get<std::string>(5),
                                 r.timestamp(6)},
                                r.integer(7) != 0,
                                !soort,
                                r.get<std::optional<std::string>>(8).value_or("")};
    });
}

Grondslag basis(db::Connection& c, DossierId dossier) {
    auto const code = c.one(queries::file_for_clocks, {dossier},
                            [](db::Row const& r) { return r.get<std::optional<std::string>>(4).value_or(""); });
    auto const group = group_of(code.value_or(""));
    return {group.value_or(Groep::om), group.has_value(), facts(c, dossier)};
}

std::vector<Klok> clocks(Grondslag const& grondslag, Date today) {
    return klokken(grondslag.groep, geldend(as_written(grondslag.feiten)), today);
}

std::vector<Klok> clocks(db::Connection& c, DossierId dossier, Date today) { return clocks(basis(c, dossier), today); }
}
