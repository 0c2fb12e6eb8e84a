#include "instroom/opslag.h"
#include "instroom/queries.h"
#include "vertrouwen/store.h"

#include <algorithm>

namespace instroom::opslag {
namespace {
struct Tie {
    std::int64_t id{};
    std::string soort;
    std::optional<PersoonId> ander;
    std::optional<db::Blob> bsn_index;
    brp::Naam naam;
    std::string geslacht, geboren, verbintenis, vanaf, tot, verblijf, herkomst, a_nummer;
    bool seen = false;
};

std::vector<Tie> load_ties(db::Connection& c, GemeenteId gemeente, PersoonId persoon) {
    return c.list(queries::ties, {gemeente, persoon}, [](db::Row const& r) {
        return Tie{r.integer(0),
                   text(r, 1),
                   r.get<std::optional<PersoonId>>(2),
                   r.get<std::optional<db::Blob>>(3),
                   {text(r, 4), text(r, 5), text(r, 6), text(r, 7)},
                   text(r, 8),
                   text(r, 9),
                   text(r, 10),
                   text(r, 11),
                   text(r, 12),
                   text(r, 13),
                   text(r, 14),
                   text(r, 15)};
    });
}

std::string full(brp::Naam const& n) {
    return n.voornamen + "|" + n.titel + "|" + n.voorvoegsel + "|" + n.geslachtsnaam;
}

bool same_person(Tie const& a, Tie const& b) {
    if (a.soort != b.soort) return false;
    if (a.bsn_index && b.bsn_index) return a.bsn_index->bytes == b.bsn_index->bytes;
    if (a.ander && b.ander) return *a.ander == *b.ander;
    return full(a.naam) == full(b.naam) && a.geboren == b.geboren;
}
bool same_content(Tie const& a, Tie const& b) {
    return a.ander == b.ander && a.bsn_index == b.bsn_index && full(a.naam) == full(b.naam) && a.geslacht == b.geslacht
           && a.geboren == b.geboren && a.verbintenis == b.verbintenis && a.vanaf == b.vanaf && a.tot == b.tot
           && a.a_nummer == b.a_nummer;
}

Tie wanted(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente, brp::Gezinslid const& member) {
    Tie t;
    t.soort = member.soort;
    t.naam = member.naam;
    t.geslacht = member.geslacht;
    t.geboren = member.geboren == PartialDate{} ? std::string{} : member.geboren.to_iso();
    t.verbintenis = member.verbintenis;
    t.vanaf = member.vanaf;
    t.tot = member.tot;
    t.verblijf = member.verblijf;
    t.a_nummer = member.a_nummer;
    if (auto const bsn = Bsn::parse(member.bsn)) {
        t.bsn_index = kluis.blind(*bsn);
        t.ander = find_by_bsn(c, kluis, gemeente, *bsn);
    }
    if (!t.ander && !t.a_nummer.empty()) t.ander = find_by_a_nummer(c, gemeente, t.a_nummer);
    return t;
}

db::Params row(GemeenteId gemeente, Tie const& t) {
    return {gemeente,
            t.id,
            t.ander,
            t.bsn_index,
            maybe(t.naam.voornamen),
            maybe(t.naam.titel),
            maybe(t.naam.voorvoegsel),
            maybe(t.naam.geslachtsnaam),
            maybe(t.geslacht),
            maybe(t.geboren),
            maybe(t.verbintenis),
            maybe(t.vanaf),
            maybe(t.tot),
            maybe(t.a_nummer)};
}
void insert_tie(db::Connection& c, GemeenteId gemeente, PersoonId persoon, Tie const& t) {
    c.exec(queries::insert_tie, {gemeente, db::new_id(), persoon, t.soort, t.ander, t.bsn_index,
                                 maybe(t.naam.voornamen), maybe(t.naam.titel), maybe(t.naam.voorvoegsel),
                                 maybe(t.naam.geslachtsnaam), maybe(t.geslacht), maybe(t.geboren), maybe(t.verbintenis),
                                 maybe(t.vanaf), maybe(t.tot), maybe(t.verblijf), t.herkomst, maybe(t.a_nummer)});
}
std::string_view reverse(std::string_view soort) {
    if (soort == "ouder") return "kind";
    return soort == "kind" ? "ouder" : "partner";
}

/// By what a person can be named in somebody else's list.
struct Nummers {
    std::optional<db::Blob> bsn_index;
    std::string a_nummer;
};
Nummers numbers_of(vertrouwen::Kluis const& kluis, std::optional<Bsn> const& bsn, std::string const& a_nummer) {
    return {bsn ? std::optional{kluis.blind(*bsn)} : std::nullopt, a_nummer};
}

/// Makes sure that `ander` has the tie back to `persoon`: its own list may name the person already, by number.
void tie_back(db::Connection& c, GemeenteId gemeente, PersoonId persoon, PersoonId ander, std::string_view soort,
              Nummers const& own) {
    auto const back = reverse(soort);
    if (auto const id = c.value<std::int64_t>(queries::tie_between,
                                              {gemeente, ander, back, persoon, own.bsn_index, maybe(own.a_nummer)})) {
        c.exec(queries::link_tie, {gemeente, *id, persoon});
        return;
    }
    Tie t;
    t.soort = back;
    t.ander = persoon;
    t.herkomst = "omgekeerd";
    insert_tie(c, gemeente, ander, t);
}

void forget(db::Connection& c, GemeenteId gemeente, PersoonId persoon, Tie const& t) {
    c.exec(queries::delete_tie, {gemeente, t.id});
    if (t.ander) c.exec(queries::delete_reverse_tie, {gemeente, *t.ander, persoon, reverse(t.soort)});
}
}

bool save_ties(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente, PersoonId persoon,
               Persoonsgegevens const& source) {
    if (source.gezin.empty() && !source.volledig) return false;
    auto known = load_ties(c, gemeente, persoon);
    auto const own = numbers_of(kluis, source.bsn, source.a_nummer);
    bool changed = false;
    for (auto const& member : source.gezin) {
        auto t = wanted(c, kluis, gemeente, member);
        if (t.ander == persoon) continue;   // a list that names the person as its own relative
        t.herkomst = source.herkomst;
        auto const at = std::ranges::find_if(known, [&](Tie const& k) { return !k.seen && same_person(k, t); });
        if (at == known.end()) {
            insert_tie(c, gemeente, persoon, t);
            changed = true;
        } else {
            at->seen = true;
            // Once known here, a relative stays tied, also when this source has no number for it.
            if (at->ander) t.ander = at->ander;
            if (!t.bsn_index) t.bsn_index = at->bsn_index;
            t.id = at->id;
            if (!same_content(*at, t)) {
                c.exec(queries::update_tie, row(gemeente, t));
                changed = true;
            }
        }
        if (!t.ander) continue;
        c.exec(queries::delete_reverse_tie, {gemeente, persoon, *t.ander, t.soort});
        tie_back(c, gemeente, persoon, *t.ander, t.soort, own);
    }
    if (!source.volledig) return changed;
    for (auto const& k : known)
        if (!k.seen && k.herkomst == source.herkomst) {
            forget(c, gemeente, persoon, k);
            changed = true;
        }
    return changed;
}

void link_waiting(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente, PersoonId persoon,
                  std::optional<Bsn> const& bsn, std::string const& a_nummer) {
    auto const own = numbers_of(kluis, bsn, a_nummer);
    struct Waiting {
        std::int64_t id;
        PersoonId other;
        std::string soort;
    };
    auto const waiting =
        c.list(queries::waiting_ties, {gemeente, own.bsn_index, maybe(own.a_nummer)},
               [](db::Row const& r) { return Waiting{r.integer(0), r.get<PersoonId>(1), text(r, 2)}; });
    for (auto const& w : waiting) {
        if (w.other == persoon) continue;
        c.exec(queries::link_tie, {gemeente, w.id, persoon});
        c.exec(queries::delete_reverse_tie, {gemeente, w.other, persoon, w.soort});
        tie_back(c, gemeente, w.other, persoon, w.soort, {});
    }
}
}

namespace instroom {

void add_relative(db::Connection& c, vertrouwen::Kluis const& kluis, vertrouwen::Access const& access, Timestamp now,
                  PersoonId persoon, brp::Gezinslid const& member, std::optional<PersoonId> ander) {
    auto const gemeente = access.gemeente();
    auto t = opslag::wanted(c, kluis, gemeente, member);
    if (ander) t.ander = ander;
    t.herkomst = "hand";
    opslag::insert_tie(c, gemeente, persoon, t);
    if (t.ander) opslag::tie_back(c, gemeente, persoon, *t.ander, t.soort, {});
    c.exec(queries::bump_version, {gemeente, persoon});
    vertrouwen::audit(c, access, now, "gezinslid_toegevoegd", "persoon", persoon.value,
                      "{\"soort\":\"" + std::string{member.soort} + "\"}");
}

bool set_whereabouts(db::Connection& c, vertrouwen::Access const& access, Timestamp now, PersoonId persoon,
                     std::int64_t band, std::string_view verblijf) {
    auto const value = opslag::maybe(std::string{verblijf});
    if (c.exec(queries::set_whereabouts, {access.gemeente(), band, persoon, value}) == 0) return false;
    vertrouwen::audit(c, access, now, "verblijf_gezinslid", "persoon", persoon.value, "{}");
    return true;
}
}
