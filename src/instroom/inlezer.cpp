#include "instroom/inlezer.h"

#include "brp/api.h"
#include "brp/lijst.h"
#include "dossier/store.h"
#include "instroom/dubbelen.h"
#include "instroom/queries.h"
#include "instroom/uit_brp.h"
#include "platform/i18n/i18n.h"

#include <iterator>

namespace instroom {
using i18n::N_;

namespace {
Invoer from_brp(int regel, Result<brp::Persoon, brp::Weigering> const& read, BrpBron bron) {
    if (read) return {regel, uit_brp(*read, bron), std::nullopt};
    return {read.error().regel, unexpected{read.error().tekst()}, std::nullopt};
}

Result<Bron, std::string> open_list(std::istream& in) {
    auto lezer = std::make_shared<brp::LijstLezer>(in);
    if (auto wrong = lezer->open()) return unexpected{*wrong};
    return Bron{[lezer]() -> std::optional<Invoer> {
        auto const read = lezer->next();
        if (!read) return std::nullopt;
        return from_brp(read->regel, read->uitkomst, BrpBron::lijst);
    }};
}

Result<Bron, std::string> open_api(std::istream& in) {
    std::string const text{std::istreambuf_iterator<char>{in}, {}};
    auto all = std::make_shared<std::vector<Invoer>>();
    auto const wrong = brp::lees_api(
        text, [&](brp::ApiGelezen one) { all->push_back(from_brp(one.regel, one.uitkomst, BrpBron::api)); });
    if (wrong) return unexpected{*wrong};
    return Bron{[all, at = std::size_t{0}]() mutable -> std::optional<Invoer> {
        if (at == all->size()) return std::nullopt;
        return std::move((*all)[at++]);
    }};
}

Result<Bron, std::string> open_coa(std::istream& in) {
    auto lezer = std::make_shared<CoaLezer>(in);
    if (auto wrong = lezer->open()) return unexpected{*wrong};
    return Bron{[lezer]() -> std::optional<Invoer> {
        auto read = lezer->next();
        if (!read) return std::nullopt;
        if (!read->uitkomst) return Invoer{read->regel, unexpected{read->uitkomst.error()}, std::nullopt};
        return Invoer{read->regel, std::move(read->uitkomst->persoon), std::move(read->uitkomst->koppeling)};
    }};
}

/// Two lists that claim one BSN are not merged silently: one of them is wrong, and a person has to say which.
std::optional<std::string_view> contradiction(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente,
                                              Persoonsgegevens const& g) {
    if (!g.bsn || g.a_nummer.empty()) return std::nullopt;
    auto const by_bsn = find_by_bsn(c, kluis, gemeente, *g.bsn), by_a = find_by_a_nummer(c, gemeente, g.a_nummer);
    if (by_bsn && by_a && *by_bsn != *by_a)
        return N_("Het burgerservicenummer en het A-nummer horen hier bij twee verschillende personen.");
    if (!by_bsn || by_a) return std::nullopt;
    auto const known = c.value<std::optional<std::string>>(queries::a_number_of, {gemeente, *by_bsn});
    if (known && *known && !(*known)->empty())
        return N_("Dit burgerservicenummer hoort hier al bij een persoon met een ander A-nummer.");
    return std::nullopt;
}

struct Verwerkt {
    std::string_view uitkomst;
    std::string reden;
    std::optional<PersoonId> persoon;
};

Verwerkt take(db::Connection& c, Inleeswerk const& work, Timestamp now, Invoer const& invoer) {
    if (!invoer.persoon) return {"geweigerd", invoer.persoon.error(), std::nullopt};
    auto const gemeente = work.access.gemeente();
    if (auto const why = contradiction(c, work.kluis, gemeente, *invoer.persoon))
        return {"geweigerd", std::string{*why}, std::nullopt};
    auto const saved = upsert(c, work.kluis, work.access, now, *invoer.persoon);
    auto uitkomst = saved.uitkomst;
    if (invoer.koppeling
        && save_coupling(c, work.access, now, saved.persoon, *invoer.koppeling) == KoppelUitkomst::nieuw) {
        // Who is coupled to the municipality has a file from that day: the start is made in the reception centre.
        auto const day = platform::local_time(now).day;
        auto const file = dossier::open_for(c, work.access, now, day, saved.persoon, "instroom");
        dossier::add_event(c, work.kluis, work.access, now, file,
                           {.dag = invoer.koppeling->gekoppeld_op,
                            .soort = dossier::Soort::instroom,
                            .categorie = vertrouwen::Categorie::identiteit,
                            .titel = "Door het COA aan de gemeente gekoppeld",
                            .tekst = invoer.koppeling->locatie,
                            .bron = "COA",
                            .persoon = {},
                            .contact = {},
                            .vervangt = {}});
        if (uitkomst == Uitkomst::ongewijzigd) uitkomst = Uitkomst::bijgewerkt;
    }
    if (uitkomst == Uitkomst::ongewijzigd) return {"ongewijzigd", {}, saved.persoon};
    if (uitkomst == Uitkomst::bijgewerkt) return {"bijgewerkt", {}, saved.persoon};
    if (check_duplicates(c, work.kluis, gemeente, saved.persoon) > 0)
        return {"dubbel", std::string{N_("Deze persoon lijkt op iemand die hier al is.")}, saved.persoon};
    return {"nieuw", {}, saved.persoon};
}

void count(Telling& t, std::string_view uitkomst) {
    if (uitkomst == "nieuw")
        ++t.nieuw;
    else if (uitkomst == "bijgewerkt")
        ++t.bijgewerkt;
    else if (uitkomst == "ongewijzigd")
        ++t.ongewijzigd;
    else if (uitkomst == "dubbel")
        ++t.dubbel;
    else
        ++t.geweigerd;
}

/// One transaction: the people, their lines and the counts, all or nothing.
Telling save_batch(Inleeswerk const& work, std::vector<Invoer> const& batch) {
    auto const gemeente = work.access.gemeente();
    auto const now = work.clock.now();
    return work.database.write(db::Scope::of(gemeente), [&](db::Connection& c) {
        Telling t;
        for (auto const& invoer : batch) {
            auto const done = take(c, work, now, invoer);
            count(t, done.uitkomst);
            c.exec(queries::insert_line, {gemeente, work.id, invoer.regel, done.uitkomst, done.reden, done.persoon});
        }
        c.exec(queries::count_import,
               {gemeente, work.id, t.nieuw + t.bijgewerkt + t.dubbel, t.ongewijzigd, t.geweigerd});
        return t;
    });
}

void add(Telling& all, Telling const& t) {
    all.nieuw += t.nieuw;
    all.bijgewerkt += t.bijgewerkt;
    all.ongewijzigd += t.ongewijzigd;
    all.geweigerd += t.geweigerd;
    all.dubbel += t.dubbel;
}
}

Result<Bron, std::string> open_bron(InleesSoort soort, std::istream& in) {
    switch (soort) {
    case InleesSoort::brp: return open_list(in);
    case InleesSoort::brp_api: return open_api(in);
    case InleesSoort::coa: return open_coa(in);
    case InleesSoort::duo: break;
    }
    return unexpected{std::string{N_("Meldingen van DUO worden op een andere manier ingelezen.")}};
}

std::int64_t tel(InleesSoort soort, std::istream& in) {
    std::int64_t lines = 0;
    bool at_start = true, heading = soort != InleesSoort::brp_api;
    for (auto* buffer = in.rdbuf();;) {
        int const c = buffer->sbumpc();
        if (c == std::char_traits<char>::eof()) break;
        // A line of a BRP list that begins with a separator goes on with the list above it.
        bool const counts = at_start && !heading && c != '\n' && c != '\r' && !(soort == InleesSoort::brp && c == ';');
        lines += counts;
        at_start = c == '\n';
        heading = heading && !at_start;
    }
    in.clear();
    in.seekg(0);
    return lines;
}

bool run_import(Inleeswerk const& work, std::istream& in, Voortgang const& progress, Telling& telling) {
    auto const gemeente = work.access.gemeente();
    auto const scope = db::Scope::of(gemeente);
    auto const finish = [&](std::string_view stand, db::Param const& fout) {
        work.database.write(scope, [&](db::Connection& c) {
            c.exec(queries::end_import, {gemeente, work.id, stand, work.clock.now(), fout});
        });
    };
    auto total = tel(work.soort, in);
    auto bron = open_bron(work.soort, in);
    if (!bron) {
        finish("mislukt", bron.error());
        return true;
    }
    auto const last = work.database.write(scope, [&](db::Connection& c) {
        c.exec(queries::begin_import, {gemeente, work.id, total});
        return c.value<std::int64_t>(queries::last_line, {gemeente, work.id}).value();
    });
    std::int64_t done = 0, line = 0;
    std::vector<Invoer> batch;
    auto const flush = [&] {
        if (!batch.empty()) add(telling, save_batch(work, batch));
        done += static_cast<std::int64_t>(batch.size());
        batch.clear();
        return progress(done, std::max(done, total));
    };
    if (!progress(0, total)) return false;
    while (auto invoer = (*bron)()) {
        invoer->regel = line = std::max(invoer->regel, line + 1);   // several people may stand on one line
        if (invoer->regel <= last) {
            ++done;
            continue;
        }
        batch.push_back(std::move(*invoer));
        if (batch.size() == static_cast<std::size_t>(lijsten_per_keer) && !flush()) return false;
    }
    if (!flush()) return false;
    if (done != total)
        work.database.write(scope,
                            [&](db::Connection& c) { c.exec(queries::begin_import, {gemeente, work.id, done}); });
    finish("klaar", std::nullopt);
    return true;
}
}
