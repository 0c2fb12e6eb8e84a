#include "instroom/dubbelen.h"

#include "instroom/opslag.h"
#include "instroom/queries.h"
#include "platform/json/json.h"
#include "platform/search/search.h"
#include "vertrouwen/store.h"

#include <algorithm>

namespace instroom {
namespace {
void add_words(std::vector<Naamwoord>& all, std::string_view name) {
    for (auto& word : search::words(name)) {
        auto sound = search::sound(word);
        all.push_back({std::move(word), std::move(sound)});
    }
}

Kenmerken traits_of(vertrouwen::Kluis const& kluis, Persoonsgegevens const& g) {
    Kenmerken k;
    if (g.bsn) k.bsn_index = kluis.blind(*g.bsn).bytes;
    k.v_nummer = g.v_nummer;
    add_words(k.naam, brp::weergavenaam(g.naam));
    k.geboren = g.geboren;
    k.geslacht = g.geslacht;
    for (auto const& member : g.gezin)
        if (member.soort == "ouder") add_words(k.ouders, brp::weergavenaam(member.naam));
    return k;
}

struct Known {
    std::string naam;
    Kenmerken kenmerken;
};
std::optional<Known> load_traits(db::Connection& c, GemeenteId gemeente, PersoonId id) {
    auto known = c.one(queries::traits, {gemeente, id}, [](db::Row const& r) {
        Known k;
        if (!r.is_null(0)) k.kenmerken.bsn_index = r.blob(0).bytes;
        k.kenmerken.v_nummer = opslag::text(r, 1);
        add_words(k.kenmerken.naam,
                  brp::weergavenaam({opslag::text(r, 2), {}, opslag::text(r, 3), opslag::text(r, 4)}));
        k.kenmerken.geboren = r.get<PartialDate>(5);
        k.kenmerken.geslacht = r.text(6);
        k.naam = r.text(7);
        return k;
    });
    if (!known) return known;
    c.each(queries::parent_names, {gemeente, id}, [&](db::Row const& r) {
        auto const own = opslag::text(r, 2);
        add_words(known->kenmerken.ouders, own.empty() ? opslag::text(r, 0) + " " + opslag::text(r, 1) : own);
    });
    return known;
}

/// Birth dates as text between which a person may be found again: the same one, vaguer ones, day and month swapped.
std::vector<std::pair<std::string, std::string>> birth_ranges(PartialDate born) {
    if (born.year() == 0) return {};
    auto const iso = born.to_iso();
    auto const year = iso.substr(0, 5);
    if (born.month() == 0) return {{year + "00-00", year + "99-99"}};
    auto const month = iso.substr(0, 8);
    if (born.day() == 0) return {{year + "00-00", year + "00-00"}, {month + "00", month + "99"}};
    std::vector<std::pair<std::string, std::string>> all{
        {iso, iso}, {year + "00-00", year + "00-00"}, {month + "00", month + "00"}};
    if (born.day() <= 12 && born.day() != born.month()) {
        auto const swapped = year + iso.substr(8, 2) + "-" + iso.substr(5, 2);
        all.emplace_back(swapped, swapped);
    }
    return all;
}

std::vector<PersoonId> possible(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente,
                                Persoonsgegevens const& g, Kenmerken const& k) {
    std::set<std::int64_t> ids;
    auto const take = [&](db::Row const& r) { ids.insert(r.integer(0)); };
    if (g.bsn) c.each(queries::alike_by_bsn, {gemeente, kluis.blind(*g.bsn)}, take);
    if (!g.v_nummer.empty()) c.each(queries::alike_by_number, {gemeente, g.v_nummer}, take);
    c.each(queries::alike_by_name, {gemeente, opslag::sort_name(g)}, take);
    std::vector<std::string> sounds;
    for (auto const& n : k.naam)
        if (!n.klank.empty() && sounds.size() < 6) sounds.push_back(n.klank);
    if (sounds.empty()) return {};
    while (sounds.size() < 6) sounds.push_back(sounds.back());
    for (auto const& [from, until] : birth_ranges(g.geboren)) {
        db::Params p{gemeente, from, until};
        p.insert(p.end(), sounds.begin(), sounds.end());
        c.each(queries::alike_by_birth, p, take);
    }
    std::vector<PersoonId> all;
    for (auto const id : ids) all.push_back(PersoonId{id});
    return all;
}

std::vector<Kandidaat> compare_all(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente,
                                   Persoonsgegevens const& g, Kenmerken const& k, std::optional<PersoonId> zelf) {
    std::vector<Kandidaat> found;
    for (auto const id : possible(c, kluis, gemeente, g, k)) {
        if (zelf == id) continue;
        auto const other = load_traits(c, gemeente, id);
        if (!other) continue;
        auto alike = vergelijk(k, other->kenmerken);
        if (alike.score < mogelijk_dubbel) continue;
        found.push_back({id, c.value<DossierId>(queries::open_file, {id}), other->naam, other->kenmerken.geboren,
                         std::move(alike)});
    }
    std::ranges::stable_sort(found,
                             [](auto const& a, auto const& b) { return a.gelijkenis.score > b.gelijkenis.score; });
    return found;
}

std::string reasons_json(std::vector<Gelijkreden> const& redenen) {
    json::Writer w;
    w.array();
    for (auto const& r : redenen) w.object().field("zin", r.zin).field("punten", r.punten).end_object();
    w.end_array();
    return w.take();
}

void put_pair(db::Connection& c, GemeenteId gemeente, PersoonId a, Kandidaat const& b) {
    auto const first = std::min(a, b.persoon), second = std::max(a, b.persoon);
    c.exec(queries::put_pair,
           {gemeente, db::new_id(), first, second, b.gelijkenis.score, reasons_json(b.gelijkenis.redenen)});
}
}

std::vector<Kandidaat> candidates(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente,
                                  Persoonsgegevens const& g, std::optional<PersoonId> zelf) {
    return compare_all(c, kluis, gemeente, g, traits_of(kluis, g), zelf);
}

int check_duplicates(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente, PersoonId persoon) {
    auto const row = opslag::load(c, kluis, gemeente, persoon, opslag::Nummers::ja);
    auto const known = load_traits(c, gemeente, persoon);
    if (!row || !known) return 0;
    auto const found = compare_all(c, kluis, gemeente, row->g, known->kenmerken, persoon);
    for (auto const& k : found) put_pair(c, gemeente, persoon, k);
    return static_cast<int>(found.size());
}

void plan_duplicates(db::Connection& c, GemeenteId gemeente, Timestamp now) {
    jobs::add(c, gemeente, dubbelen_job, "0", now, "dubbelen-" + std::to_string(gemeente.value));
}

jobs::Worker dubbelen_worker(db::Database& database, vertrouwen::Kluis const& kluis, platform::Clock) {
    return [&database, kluis](jobs::Job const& job, std::function<bool()> const& alive) {
        constexpr int batch = 100;
        auto const scope = db::Scope::of(job.gemeente);
        for (PersoonId after{0}; alive();) {
            auto const ids = database.read(scope, [&](db::Connection& c) {
                return c.list(queries::people_after, {job.gemeente, after, batch},
                              [](db::Row const& r) { return r.get<PersoonId>(0); });
            });
            if (ids.empty()) return;
            database.write(scope, [&](db::Connection& c) {
                for (auto const id : ids) check_duplicates(c, kluis, job.gemeente, id);
            });
            after = ids.back();
        }
    };
}
}
