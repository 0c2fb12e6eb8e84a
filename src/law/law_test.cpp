#include "law/awb.h"
#include "law/besluit_inburgering.h"
#include "law/huisvestingswet.h"
#include "law/participatiewet.h"
#include "law/termijnenwet.h"
#include "law/wi2021.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {
using namespace law;

TEST(Citation, whole_title_and_short_tag) {
    EXPECT_EQ(cite({besluit, "art. 5.3", "lid 1"}), "Besluit inburgering 2021 art. 5.3 lid 1");
    EXPECT_EQ(cite({pw, "art. 57", ""}), "Participatiewet art. 57");
    EXPECT_EQ(cite({"Wet op iets anders", "art. 2", "lid 3"}), "Wet op iets anders art. 2 lid 3");
    EXPECT_EQ(cite_short({wi2021, "art. 15", "lid 1"}), "Wet 15");
    EXPECT_EQ(cite_short({besluit, "art. 5.3", "lid 2"}), "Besluit 5.3");
    EXPECT_EQ(cite_short({awb, "art. 6:7", ""}), "Awb 6:7");
    EXPECT_EQ(cite_short({"Participatiewet", "art. 56a", "lid 2"}), "Pw 56a");
    EXPECT_EQ(cite_short({duo, "SS139", ""}), "DUO SS139");
}

TEST(Besluit_art5_3, text_of_2022_until_the_last_day_of_that_year) {
    EXPECT_EQ(pip_weken.on(Date{2021y / 12 / 31}), nullptr);
    EXPECT_EQ(pip_weken.on(Date{2022y / 1 / 1})->value.begin, PipBegin::brp_inschrijving);
    EXPECT_EQ(pip_weken.on(Date{2022y / 12 / 31})->value.begin, PipBegin::brp_inschrijving);
    EXPECT_EQ(pip_weken.on(Date{2023y / 1 / 1})->value.begin, PipBegin::kennisgeving);
    EXPECT_EQ(pip_derden_weken.on(Date{2022y / 12 / 31}), nullptr);
    EXPECT_NE(pip_derden_weken.on(Date{2023y / 1 / 1}), nullptr);
    EXPECT_EQ(schakelen_na_onderwijs.on(Date{2022y / 12 / 31}), nullptr);
    EXPECT_NE(schakelen_na_onderwijs.on(Date{2023y / 1 / 1}), nullptr);
    EXPECT_EQ(schakelen_bijzonder_geval.on(Date{2022y / 12 / 31})->source.part, "lid 2 (tekst 2022)");
    EXPECT_EQ(schakelen_bijzonder_geval.on(Date{2023y / 1 / 1})->source.part, "lid 3");
}

TEST(Law, first_day_of_every_value_and_the_day_before) {
    Date const first{2022y / 1 / 1}, before{2021y / 12 / 31};
    EXPECT_EQ(inburgeringstermijn_maanden.on(before), nullptr);
    EXPECT_EQ(inburgeringstermijn_maanden.on(first)->value, std::chrono::months{36});
    EXPECT_EQ(ontzorg_maanden.on(before), nullptr);
    EXPECT_EQ(ontzorg_maanden.on(first)->value, std::chrono::months{6});
    EXPECT_EQ(schakel_maanden.on(before), nullptr);
    EXPECT_EQ(schakel_maanden.on(first)->value, std::chrono::months{18});
    EXPECT_EQ(afschaal_uren.on(before), nullptr);
    EXPECT_EQ(afschaal_uren.on(first)->value, 600);
    EXPECT_EQ(bezwaar_weken.on(before), nullptr);
    EXPECT_EQ(bezwaar_weken.on(first)->value, std::chrono::weeks{6});
    EXPECT_EQ(koningsdag.on(Date{2013y / 12 / 31})->value.day, 30U);
    EXPECT_EQ(koningsdag.on(Date{2014y / 1 / 1})->value.day, 27U);
}

TEST(Atw_art3, easter) {
    struct Case {
        int year;
        Date day;
    };
    constexpr Case cases[] = {
        {2022, Date{2022y / 4 / 17}}, {2023, Date{2023y / 4 / 9}},  {2024, Date{2024y / 3 / 31}},
        {2025, Date{2025y / 4 / 20}}, {2026, Date{2026y / 4 / 5}},  {2027, Date{2027y / 3 / 28}},
        {2028, Date{2028y / 4 / 16}}, {2038, Date{2038y / 4 / 25}}, {2049, Date{2049y / 4 / 18}},
        {1954, Date{1954y / 4 / 18}}, {1981, Date{1981y / 4 / 19}}, {2285, Date{2285y / 3 / 22}},
    };
    for (auto const& c : cases) EXPECT_EQ(pasen(std::chrono::year{c.year}), c.day) << c.year;
}

TEST(Atw_art3, every_holiday_of_2026_and_no_other_weekday) {
    constexpr Date rest[] = {
        Date{2026y / 1 / 1}, Date{2026y / 1 / 2},  Date{2026y / 4 / 3},  Date{2026y / 4 / 6},  Date{2026y / 4 / 27},
        Date{2026y / 5 / 5}, Date{2026y / 5 / 14}, Date{2026y / 5 / 15}, Date{2026y / 5 / 25}, Date{2026y / 12 / 25},
    };
    for (Date day{2026y / 1 / 1}; day < Date{2027y / 1 / 1}; day += std::chrono::days{1}) {
        std::chrono::weekday const weekday{day};
        bool const weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
        EXPECT_EQ(is_rustdag(day), weekend || std::ranges::find(rest, day) != std::end(rest)) << to_iso(day);
    }
}

TEST(Atw_art3, kings_day_a_day_earlier_when_it_is_a_sunday) {
    EXPECT_TRUE(is_rustdag(Date{2026y / 4 / 27}));                // Monday
    EXPECT_EQ(rustdag(Date{2025y / 4 / 26})->naam, "zaterdag");   // 27-4-2025 is a Sunday: celebrated on Saturday
    EXPECT_FALSE(is_rustdag(Date{2025y / 4 / 28}));
    EXPECT_EQ(rustdag(Date{2012y / 4 / 30})->naam, "Koningsdag");
    EXPECT_FALSE(is_rustdag(Date{2014y / 4 / 30}));
}

TEST(Atw_art3, equated_days_carry_their_own_confidence) {
    for (auto const& d : gelijkgestelde_dagen) {
        ASSERT_TRUE(rustdag(d.dag)) << to_iso(d.dag);
        EXPECT_EQ(rustdag(d.dag)->zekerheid, Zekerheid::B);
        EXPECT_FALSE(is_rustdag(d.dag - std::chrono::days{364}) && is_rustdag(d.dag + std::chrono::days{364}));
    }
    EXPECT_EQ(rustdag(Date{2026y / 4 / 3})->source.part, "lid 2");   // Good Friday
}

TEST(Atw_art1, rolls_to_the_next_working_day) {
    struct Case {
        char const* name;
        Date from, to;
    };
    constexpr Case cases[] = {
        {"Friday stays", Date{2026y / 11 / 27}, Date{2026y / 11 / 27}},
        {"Saturday", Date{2026y / 11 / 28}, Date{2026y / 11 / 30}},
        {"Sunday", Date{2026y / 11 / 29}, Date{2026y / 11 / 30}},
        {"Christmas before a weekend", Date{2026y / 12 / 25}, Date{2026y / 12 / 28}},
        {"New Year and the equated 2 January", Date{2026y / 1 / 1}, Date{2026y / 1 / 5}},
        {"Good Friday to after Easter", Date{2026y / 4 / 3}, Date{2026y / 4 / 7}},
        {"Ascension and the equated Friday", Date{2026y / 5 / 14}, Date{2026y / 5 / 18}},
        {"5 May in a year without a jubilee", Date{2026y / 5 / 5}, Date{2026y / 5 / 6}},
    };
    for (auto const& c : cases) {
        SCOPED_TRACE(c.name);
        EXPECT_EQ(rolled(c.from), c.to);
    }
}
}
