#include "inburgeringstermijn/store.h"

#include "tests/support/database.h"
#include "vertrouwen/store.h"
#include "werkvoorraad/counts.h"
#include "werkvoorraad/store.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <thread>

namespace inburgeringstermijn {
namespace {
using vertrouwen::Access;
constexpr Date today{2026y / 11 / 25};
constexpr DossierId file{6};
using enum FeitSoort;

struct Desk {
    testing_support::ScratchDatabase scratch;
    Timestamp now = platform::moment_of({today, 9, 30});
    Access system = Access::systeem(GemeenteId{1});
    explicit Desk(std::string const& engine) : scratch{engine} {
        testing_support::seed_cast(*scratch);
        scratch->write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
            c.exec("INSERT INTO persoon (id, gemeente, naam, sorteersleutel, geboortedatum, herkomst, aangemaakt) "
                   "VALUES (5, 1, 'Semhar', 's', '1997-03-14', 'hand', $1)",
                   {now});
            c.exec("INSERT INTO dossier (id, gemeente, nummer, persoon, stand, fase, geopend_op) "
                   "VALUES (6, 1, '2026-000001', 5, 'open', 'instroom', $1)",
                   {today});
        });
    }
    template <class F> auto write(F&& f) { return scratch->write(db::Scope::of(GemeenteId{1}), f); }
    template <class F> auto read(F&& f) { return scratch->read(db::Scope::of(GemeenteId{1}), f); }
    void fact(FeitSoort soort, Date dag, std::optional<Date> tot = {}, std::string_view bron = "hand") {
        write([&](db::Connection& c) {
            add_fact(c, system, now, file, {soort, dag, tot}, bron, "");
            recompute(c, system, now, today, file);
        });
    }
    std::vector<OpgeslagenFeit> all() {
        return read([](db::Connection& c) { return facts(c, file); });
    }
    std::vector<werkvoorraad::Taak> tasks() {
        return read([&](db::Connection& c) { return werkvoorraad::of_file(c, system, file); });
    }
    std::string row(std::string_view soort) {
        return read([&](db::Connection& c) {
            return c.value<std::string>("SELECT stand FROM termijn WHERE dossier = 6 AND soort = $1", {soort})
                .value_or("-");
        });
    }
    void expect_counts_right() {
        auto const outcome = write([&](db::Connection& c) { return werkvoorraad::recount(c, system, now); });
        EXPECT_EQ(outcome.verschillen, 0);
    }
};

BOTH_ENGINES(inburgeringstermijn_store);

TEST_P(inburgeringstermijn_store, a_notice_makes_a_clock_and_one_task) {
    Desk d{GetParam()};
    d.fact(kennisgeving, Date{2026y / 9 / 28}, {}, "duo");
    ASSERT_EQ(d.tasks().size(), 1U);
    auto const task = d.tasks()[0];
    EXPECT_EQ(task.soort, "pip");
    EXPECT_EQ(task.uiterlijk, (Date{2026y / 12 / 7}));
    EXPECT_TRUE(task.wettelijk);
    EXPECT_EQ(task.termijnsoort, "pip");
    EXPECT_FALSE(task.artikel.empty());
    EXPECT_EQ(d.row("pip"), "loopt");
    d.fact(kennisgeving, Date{2026y / 9 / 28}, {}, "duo");
    EXPECT_EQ(d.all().size(), 1U) << "the same notice again adds nothing";
    d.expect_counts_right();
}

TEST_P(inburgeringstermijn_store, the_same_notice_twice_at_once_is_one_fact_and_one_task) {
    Desk d{GetParam()};
    auto const notice = [&] { d.fact(kennisgeving, Date{2026y / 9 / 28}, {}, "duo"); };
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) threads.emplace_back(notice);
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(d.all().size(), 1U);
    EXPECT_EQ(d.tasks().size(), 1U);
    d.expect_counts_right();
}

TEST_P(inburgeringstermijn_store, a_new_fact_moves_the_task) {
    Desk d{GetParam()};
    d.fact(kennisgeving, Date{2026y / 9 / 28});
    auto const before = d.tasks().at(0);
    d.fact(kennisgeving, Date{2026y / 10 / 5});
    EXPECT_EQ(d.all().size(), 1U);
    auto const after = d.tasks().at(0);
    EXPECT_EQ(after.id, before.id);
    EXPECT_GT(after.uiterlijk, before.uiterlijk);
    auto const told = d.read([&](db::Connection& c) { return history(c, d.system, file); });
    ASSERT_EQ(told.size(), 2U);
    EXPECT_FALSE(told[0].vervangen);
    EXPECT_TRUE(told[1].vervangen);
    d.expect_counts_right();
}

TEST_P(inburgeringstermijn_store, duos_notice_leads_whoever_wrote_last) {
    Desk d{GetParam()};
    d.fact(kennisgeving, Date{2026y / 9 / 28}, {}, "duo");
    d.fact(kennisgeving, Date{2026y / 10 / 12}, {}, "hand");
    EXPECT_EQ(d.all().size(), 2U);
    EXPECT_EQ(d.tasks().at(0).uiterlijk, (Date{2026y / 12 / 7}));
}

TEST_P(inburgeringstermijn_store, the_first_pip_closes_the_task_and_starts_the_term) {
    Desk d{GetParam()};
    d.fact(kennisgeving, Date{2026y / 9 / 28});
    d.fact(eerste_pip, Date{2026y / 11 / 20});
    auto const left = d.tasks();
    EXPECT_TRUE(std::ranges::none_of(left, [](auto const& t) { return t.termijnsoort == "pip"; }));
    EXPECT_EQ(d.row("pip"), "gehaald");
    EXPECT_EQ(d.row("inburgeringstermijn"), "loopt");
    auto const all = d.read([](db::Connection& c) { return clocks(c, file, today); });
    EXPECT_FALSE(all.empty());
    for (auto const& klok : all)
        if (klok.stand == KlokStand::loopt) EXPECT_FALSE(klok.redenen.empty()) << naam(klok.soort);
    d.expect_counts_right();
}

TEST_P(inburgeringstermijn_store, a_withdrawn_fact_takes_clock_and_task_with_it) {
    Desk d{GetParam()};
    d.fact(kennisgeving, Date{2026y / 9 / 28});
    auto const id = d.all().at(0).id;
    d.write([&](db::Connection& c) {
        withdraw_fact(c, d.system, d.now, today, file, id, "verkeerd dossier");
        recompute(c, d.system, d.now, today, file);
    });
    EXPECT_TRUE(d.all().empty());
    EXPECT_TRUE(d.tasks().empty());
    EXPECT_EQ(d.row("pip"), "-");
    auto const told = d.read([&](db::Connection& c) { return history(c, d.system, file); });
    ASSERT_EQ(told.size(), 2U);
    EXPECT_TRUE(told[0].intrekking);
    d.expect_counts_right();
}

TEST_P(inburgeringstermijn_store, a_period_gets_its_end_and_others_stay) {
    Desk d{GetParam()};
    d.fact(bijstand, Date{2026y / 10 / 2});
    d.fact(bijstand, Date{2026y / 10 / 2}, Date{2026y / 11 / 1});
    ASSERT_EQ(d.all().size(), 1U);
    EXPECT_EQ(d.all()[0].feit.tot, (Date{2026y / 11 / 1}));
    d.fact(bijstand, Date{2026y / 11 / 10});
    EXPECT_EQ(d.all().size(), 2U);
}

TEST_P(inburgeringstermijn_store, a_warning_becomes_work_on_its_day) {
    Desk d{GetParam()};
    d.fact(eerste_pip, Date{2026y / 3 / 16});
    auto const first = d.read([](db::Connection& c) {
        return c.value<Date>(
            "SELECT MIN(waarschuwing) FROM termijn WHERE dossier = 6 AND stand = 'loopt' AND waarschuwing > $1",
            {today});
    });
    ASSERT_TRUE(first.has_value());
    auto const before = d.tasks().size();
    auto const run = [&](Date day) { return warn(*d.scratch, GemeenteId{1}, d.now, day, [] { return true; }); };
    EXPECT_EQ(run(*first - std::chrono::days{1}), 0);
    EXPECT_EQ(run(*first), 1);
    EXPECT_GT(d.tasks().size(), before);
    EXPECT_EQ(run(*first), 0) << "once made, it is not made again";
    d.expect_counts_right();
}

TEST(inburgeringstermijn_feiten, of_a_kind_that_can_be_only_once_duo_leads) {
    Feit const ours{kennisgeving, Date{2026y / 10 / 1}, {}}, duos{kennisgeving, Date{2026y / 9 / 28}, {}},
        abroad{buitenland, Date{2026y / 1 / 1}, Date{2026y / 2 / 1}};
    auto const used = geldend({{duos, "duo"}, {ours, "hand"}, {abroad, "hand"}, {abroad, "hand"}});
    ASSERT_EQ(used.size(), 3U);
    EXPECT_EQ(used[0].dag, duos.dag);
    EXPECT_TRUE(wijkt_voor_duo({{duos, "duo"}, {ours, "hand"}}, {ours, "hand"}));
    EXPECT_FALSE(wijkt_voor_duo({{ours, "hand"}}, {ours, "hand"}));
    auto const latest = geldend({{ours, "hand"}, {duos, "hand"}});
    ASSERT_EQ(latest.size(), 1U);
    EXPECT_EQ(latest[0].dag, duos.dag);
}
TEST(inburgeringstermijn_feiten, every_refusal) {
    constexpr std::chrono::days one{1};
    Feit const asked{derden_gevraagd, today, {}};
    EXPECT_EQ(check_feit({kennisgeving, today, {}}, {}, today), std::nullopt);
    EXPECT_EQ(check_feit({kennisgeving, today + one, {}}, {}, today), FeitRefusal::dag_in_toekomst);
    EXPECT_EQ(check_feit({bijstand, today, today}, {}, today), FeitRefusal::tot_niet_na_van);
    EXPECT_EQ(check_feit({bijstand, today, today + one}, {}, today), std::nullopt);
    EXPECT_EQ(check_feit({kennisgeving, Date{2021y / 12 / 31}, {}}, {}, today), FeitRefusal::dag_voor_2022);
    EXPECT_EQ(check_feit({kennisgeving, Date{2022y / 1 / 1}, {}}, {}, today), std::nullopt);
    EXPECT_EQ(check_feit({brp_inschrijving, Date{2019y / 1 / 1}, {}}, {}, today), std::nullopt);
    EXPECT_EQ(check_feit({derden_ontvangen, today, {}}, {}, today), FeitRefusal::eerst_gevraagd);
    EXPECT_EQ(check_feit({derden_ontvangen, today - one, {}}, {asked}, today), FeitRefusal::eerst_gevraagd);
    EXPECT_EQ(check_feit({derden_ontvangen, today, {}}, {asked}, today), std::nullopt);
    for (auto const soort : alle_feiten())
        if (vorm(soort) == FeitVorm::periode_met_einde)
            EXPECT_EQ(check_feit({soort, today, {}}, {}, today), FeitRefusal::einde_nodig) << naam(soort);
    for (int i = 0; i <= static_cast<int>(FeitRefusal::eerst_gevraagd); ++i)
        EXPECT_GT(tekst(static_cast<FeitRefusal>(i)).size(), 10U);
}
TEST(inburgeringstermijn_taak, every_clock_has_a_task_of_a_known_kind) {
    for (int i = 0; i <= static_cast<int>(KlokSoort::verjaring_boete); ++i) {
        auto const task = taak_van(static_cast<KlokSoort>(i));
        EXPECT_TRUE(werkvoorraad::is_soort(task.soort));
        EXPECT_FALSE(task.titel.empty());
    }
}
}
}
