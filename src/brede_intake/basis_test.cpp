#include "brede_intake/rules.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace brede_intake {
namespace {
constexpr Date today{2026y / 11 / 25};
using R = RijRefusal;

std::vector<std::pair<std::string, R>> of(std::vector<Rijfout> const& faults) {
    std::vector<std::pair<std::string, R>> all;
    for (auto const& f : faults) all.emplace_back(f.veld, f.reden);
    return all;
}
using Faults = std::vector<std::pair<std::string, R>>;

Opleiding school() { return {"Eritrea", "Verpleging", "beroep", "3", "ja", "aangevraagd", ""}; }
Werk job() { return {"betaald", "Eritrea", "Verpleegkundige", "2015-00-00", "2019-06-00", "36"}; }
Taal tigrinya() { return {"ti", "ja", "goed", "goed", "redelijk"}; }

TEST(basis, a_school_with_its_valuation) {
    EXPECT_TRUE(check_rij(school()).empty());
    auto o = school();
    o.waardering_niveau = "mbo3";
    EXPECT_EQ(of(check_rij(o)), (Faults{{"waardering_niveau", R::niveau_zonder_waardering}}));
    o.waardering = "ontvangen";
    EXPECT_TRUE(check_rij(o).empty());
    o.waardering_niveau.clear();
    EXPECT_EQ(of(check_rij(o)), (Faults{{"waardering_niveau", R::leeg}}));
    o = school();
    o.land = " ";
    o.jaren = "drie";
    o.niveau = "doctor";
    EXPECT_EQ(of(check_rij(o)), (Faults{{"land", R::leeg}, {"niveau", R::onbekende_keuze}, {"jaren", R::geen_getal}}));
    o = school();
    o.naam = std::string(101, 'x');
    o.jaren = "41";
    EXPECT_EQ(of(check_rij(o)), (Faults{{"naam", R::te_lang}, {"jaren", R::geen_getal}}));
}

TEST(basis, work_ends_after_it_began) {
    EXPECT_TRUE(check_rij(job(), today).empty());
    auto w = job();
    w.tot = "2014-12-31";
    EXPECT_EQ(of(check_rij(w, today)), (Faults{{"tot", R::einde_voor_begin}}));
    w.van = "2015-03-10";
    w.tot = "2015-03-09";
    EXPECT_EQ(of(check_rij(w, today)), (Faults{{"tot", R::einde_voor_begin}}));
    w.tot = "2015-03-10";
    EXPECT_TRUE(check_rij(w, today).empty());
    w.tot = "2015-00-00";   // the same year, month unknown: may well be later
    EXPECT_TRUE(check_rij(w, today).empty());
    w.tot = "";
    w.van = "2026-11-25";
    EXPECT_TRUE(check_rij(w, today).empty());
    w.van = "2026-11-26";
    EXPECT_EQ(of(check_rij(w, today)), (Faults{{"van", R::in_toekomst}}));
    w.van = "31|02|2020";
    EXPECT_EQ(of(check_rij(w, today)), (Faults{{"van", R::geen_datum}}));
    w = job();
    w.soort = "zwart";
    w.uren = "81";
    EXPECT_EQ(of(check_rij(w, today)), (Faults{{"soort", R::onbekende_keuze}, {"uren", R::geen_getal}}));
}

TEST(basis, a_language_is_spoken_read_and_written_each) {
    EXPECT_TRUE(check_rij(tigrinya()).empty());
    auto t = tigrinya();
    t.lezen = "perfect";
    t.moedertaal = "";
    EXPECT_EQ(of(check_rij(t)), (Faults{{"moedertaal", R::onbekende_keuze}, {"lezen", R::onbekende_keuze}}));
    for (auto const refusal : {R::onbekende_keuze, R::leeg, R::te_lang, R::geen_getal, R::geen_datum,
                               R::einde_voor_begin, R::in_toekomst, R::niveau_zonder_waardering})
        EXPECT_FALSE(tekst(refusal).empty());
}

TEST(basis, literacy_is_named_as_duo_names_it) {
    auto const at = std::ranges::find(basisvelden(), "alfabetisering", &Basisveld::naam);
    ASSERT_NE(at, basisvelden().end());
    for (auto const* value : {"A", "AA", "NVT", ""}) EXPECT_EQ(check_basis(*at, value), std::nullopt);
    EXPECT_EQ(check_basis(*at, "B"), VeldRefusal::onbekend_antwoord);
    auto const free = std::ranges::find(basisvelden(), "kansen_werk", &Basisveld::naam);
    EXPECT_EQ(check_basis(*free, std::string(4001, 'x')), VeldRefusal::te_lang);
    EXPECT_EQ(check_basis(*free, "\xc3"), VeldRefusal::ongeldig_teken);
}

TEST(gesprek, a_talk_was_held_after_the_intake_began_and_not_tomorrow) {
    using G = GesprekRefusal;
    Date const begun{2026y / 11 / 20};
    Gesprek g{.dag = today,
              .plaats = "azc",
              .wijze = "video",
              .aanwezigen = "partner",
              .tolk_taal = "ti",
              .tolk_wijze = "aanwezig",
              .verslag = "Goed."};
    auto const only = [&] {
        auto const all = check_gesprek(g, begun, today);
        return all.size() == 1 ? std::optional{all.front().reden} : std::nullopt;
    };
    EXPECT_TRUE(check_gesprek(g, begun, today).empty());
    g.dag = today + std::chrono::days{1};
    EXPECT_EQ(only(), G::dag_in_toekomst);
    g.dag = begun - std::chrono::days{1};
    EXPECT_EQ(only(), G::voor_de_intake);
    g.dag = begun;
    EXPECT_TRUE(check_gesprek(g, begun, today).empty());
    g.dag.reset();
    EXPECT_EQ(only(), G::geen_dag);
    g.dag = today;
    g.plaats = "maan";
    EXPECT_EQ(only(), G::onbekende_keuze);
    g.plaats = "thuis";
    g.verslag = std::string(100'000, 'x');
    EXPECT_EQ(only(), G::te_lang);
    EXPECT_FALSE(tekst(G::azc_mag_niet).empty());
}
}
}
