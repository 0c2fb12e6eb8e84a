#include "pip/store.h"

#include "brede_intake/store.h"
#include "dossier/store.h"
#include "inburgeringstermijn/store.h"
#include "leerbaarheidstoets/store.h"
#include "pip/queries.h"
#include "pip/rijen.h"

#include <algorithm>
#include <numeric>

namespace pip {
using vertrouwen::Access;
using vertrouwen::Categorie;

std::string_view naam(Wijze way) {
    switch (way) {
    case Wijze::tekening: return "tekening";
    case Wijze::naam: return "naam";
    case Wijze::document: return "document";
    }
    throw Bug{"wijze"};
}

std::int64_t Gelezen::stand_van_inhoud() const {
    return std::accumulate(deel_versie.begin(), deel_versie.end(), std::int64_t{0});
}

namespace {
Stand stand_at(db::Row const& r, int column) {
    auto const stand = stand_van(r.text(column));
    check(stand.has_value());
    return *stand;
}
Huidig head_of(db::Row const& r) {
    return {r.get<PipId>(0),
            r.get<int>(1),
            stand_at(r, 2),
            r.get<std::string>(3),
            r.get<std::string>(4),
            r.get<std::optional<Date>>(5),
            r.get<std::optional<Date>>(6),
            r.get<std::optional<std::string>>(7).value_or("")};
}
Inhoud inhoud_of(db::Row const& r, int column) {
    Inhoud in;
    for (auto const& field : velden()) {
        std::visit([&](auto place) { in.*place = r.get<std::remove_cvref_t<decltype(in.*place)>>(column); },
                   field.plek);
        ++column;
    }
    return in;
}
std::optional<Wijze> wijze_van(std::string_view name) {
    for (auto const way : {Wijze::tekening, Wijze::naam, Wijze::document})
        if (naam(way) == name) return way;
    return std::nullopt;
}
}

bool rijen::is_gezondheid(std::string_view leefgebied) {
    auto const* kind = brede_intake::leefgebied_soort(leefgebied);
    return kind && kind->gezondheid;
}

std::vector<Doel> rijen::doelen(db::Connection& c, vertrouwen::Kluis const& kluis, PipId id, Zicht sight) {
    return c.list(queries::goals, {id}, [&](db::Row const& r) {
        Doel goal{r.integer(0), r.get<std::string>(1), r.get<std::string>(2), {}};
        if (!r.is_null(3)) goal.tekst = r.text(3);
        if (!r.is_null(4) && sight == Zicht::met_gezondheid) goal.tekst = kluis.open(r.blob(4));
        return goal;
    });
}

std::vector<Huidig> versies(db::Connection& c, Access const& access, DossierId dossier) {
    check(!access.dossier() || *access.dossier() == dossier);
    return c.list(queries::versions, {dossier, access.gemeente()}, head_of);
}
std::optional<Huidig> huidig(db::Connection& c, Access const& access, DossierId dossier) {
    auto const all = versies(c, access, dossier);
    if (all.empty()) return std::nullopt;
    return all.front();   // a draft always is the newest
}
std::optional<Huidig> geldend(db::Connection& c, Access const& access, DossierId dossier) {
    auto const all = versies(c, access, dossier);
    auto const found = std::ranges::find(all, Stand::vastgesteld, &Huidig::stand);
    return found == all.end() ? std::nullopt : std::optional{*found};
}

std::optional<Gelezen> lees(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, DossierId dossier,
                            PipId id) {
    check(!access.dossier() || *access.dossier() == dossier);
    auto read = c.one(queries::read_pip, {id, access.gemeente(), dossier}, [](db::Row const& r) {
        Gelezen all{head_of(r), {}, {}, {}, {}, r.get<std::string>(8)};
        constexpr int first_count = 10, first_name = 14, first_field = 18;
        for (int i = 0; i < aantal_delen; ++i) {
            auto const at = static_cast<std::size_t>(i);
            all.deel_versie[at] = r.integer(first_count + i);
            all.deel_door[at] = r.get<std::optional<std::string>>(first_name + i).value_or("");
        }
        all.plan.inhoud = inhoud_of(r, first_field);
        return all;
    });
    if (!read) return std::nullopt;
    bool const health = access.mag_zien(Categorie::gezondheid);
    read->plan.doelen = rijen::doelen(c, kluis, id, health ? rijen::Zicht::met_gezondheid : rijen::Zicht::zonder);
    read->plan.afspraken = c.list(queries::agreements, {id}, [](db::Row const& r) {
        return Afspraak{r.integer(0), r.get<std::string>(1), r.get<std::string>(2), r.get<std::optional<Date>>(3),
                        r.get<std::string>(4)};
    });
    c.each(queries::signature, {id}, [&](db::Row const& r) {
        auto const way = wijze_van(r.text(1));
        check(way.has_value());
        if (r.integer(0) != read->stand_van_inhoud()) return;   // the plan changed after it
        read->handtekening = Handtekening{*way,
                                          r.get<std::string>(2),
                                          r.get<std::string>(3),
                                          r.get<std::optional<DocumentId>>(4),
                                          r.date(5),
                                          r.get<std::optional<std::string>>(6).value_or("")};
    });
    return read;
}

std::optional<Gelezen> lees_versie(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access,
                                   DossierId dossier, int versie) {
    for (auto const& one : versies(c, access, dossier))
        if (one.versie == versie) return lees(c, kluis, access, dossier, one.id);
    return std::nullopt;
}

namespace {
using inburgeringstermijn::Feit;
using inburgeringstermijn::FeitSoort;

std::optional<Date> day_of(std::vector<Feit> const& facts, FeitSoort kind) {
    std::optional<Date> latest;
    for (auto const& f : facts)
        if (f.soort == kind && (!latest || f.dag > *latest)) latest = f.dag;
    return latest;
}
instroom::Doelgroep doelgroep(inburgeringstermijn::Groep group) {
    switch (group) {
    case inburgeringstermijn::Groep::as_a: return instroom::Doelgroep::as_a;
    case inburgeringstermijn::Groep::as_b: return instroom::Doelgroep::as_b;
    case inburgeringstermijn::Groep::gm: return instroom::Doelgroep::gm;
    case inburgeringstermijn::Groep::om: return instroom::Doelgroep::om;
    }
    throw Bug{"groep"};
}
/// The first plan: as written here, or the day before the term that DUO registered (Wet 11(2)).
std::optional<Date> first_plan(std::vector<Feit> const& facts) {
    if (auto const day = day_of(facts, FeitSoort::eerste_pip)) return day;
    if (auto const start = day_of(facts, FeitSoort::duo_termijn)) return *start - std::chrono::days{1};
    return std::nullopt;
}
void add_intake(db::Connection& c, Access const& access, DossierId dossier, Feiten& f) {
    auto const intake = brede_intake::samenvatting(c, access, dossier);
    if (!intake) return;
    if (intake->afgerond) f.intake_klaar_op = intake->afgerond_op;
    f.wil_onderwijs = intake->wil_onderwijs;
    f.vve_leeftijd = intake->kinderen_vve_leeftijd;
    f.toets_klaar = intake->bij_verstek;
}
}

Feiten facts_for(db::Connection& c, Access const& access, DossierId dossier, Date op) {
    auto const basis = inburgeringstermijn::basis(c, dossier);
    std::vector<inburgeringstermijn::Opgeschreven> written;
    for (auto const& stored : basis.feiten) written.push_back({stored.feit, stored.bron});
    auto const facts = inburgeringstermijn::geldend(written);
    Feiten f;
    if (basis.groep_bekend) f.groep = doelgroep(basis.groep);
    f.bijstand = std::ranges::any_of(
        facts, [&](Feit const& x) { return x.soort == FeitSoort::bijstand && Period{x.dag, x.tot}.contains(op); });
    f.plicht_begin = day_of(facts, FeitSoort::plicht_begin);
    f.vestiging = day_of(facts, FeitSoort::brp_inschrijving);
    f.eerste_pip = first_plan(facts);
    add_intake(c, access, dossier, f);
    auto const current = geldend(c, access, dossier);
    if (current) f.huidig = Vorig{current->leerroute, current->niveau, current->dagtekening};
    auto const moved = day_of(facts, FeitSoort::verhuisd_met_pip);
    if (moved && (!current || *current->dagtekening < *moved)) {
        f.verhuisd_met_pip = moved;
        f.huidig.reset();   // the plan in force is the other gemeente's
        f.vestiging = f.vestiging ? std::max(*f.vestiging, *moved) : *moved;
    }
    auto const test = leerbaarheidstoets::uitslag(c, access, dossier);
    f.toets_klaar = f.toets_klaar || test.klaar();
    f.toets_haalbaar = test.haalbaar;
    return f;
}
}
