#include "inburgeringstermijn/rules.h"

#include <gtest/gtest.h>

using namespace inburgeringstermijn;

namespace {
struct Case {
    char const* name;
    Date eerste_pip;
    Termijn expected;
};
// Domain rulebook §13.2.
constexpr Case cases[] = {
    {"E8",
     Date{2025y / 5 / 12},
     {Date{2025y / 5 / 13}, Date{2028y / 5 / 13}, Date{2028y / 5 / 12}, Date{2026y / 11 / 13}, Date{2027y / 11 / 13},
      Date{2028y / 11 / 13}, Date{2028y / 3 / 13}}},
    {"E9 leap day",
     Date{2024y / 2 / 28},
     {Date{2024y / 2 / 29}, Date{2027y / 2 / 28}, Date{2027y / 2 / 27}, Date{2025y / 8 / 29}, Date{2026y / 8 / 29},
      Date{2027y / 8 / 28}, Date{2026y / 12 / 28}}},
    {"E10",
     Date{2026y / 3 / 16},
     {Date{2026y / 3 / 17}, Date{2029y / 3 / 17}, Date{2029y / 3 / 16}, Date{2027y / 9 / 17}, Date{2028y / 9 / 17},
      Date{2029y / 9 / 17}, Date{2029y / 1 / 17}}},
    {"E11",
     Date{2023y / 12 / 31},
     {Date{2024y / 1 / 1}, Date{2027y / 1 / 1}, Date{2026y / 12 / 31}, Date{2025y / 7 / 1}, Date{2026y / 7 / 1},
      Date{2027y / 7 / 1}, Date{2026y / 11 / 1}}},
    {"E12",
     Date{2022y / 6 / 30},
     {Date{2022y / 7 / 1}, Date{2025y / 7 / 1}, Date{2025y / 6 / 30}, Date{2024y / 1 / 1}, Date{2025y / 1 / 1},
      Date{2026y / 1 / 1}, Date{2025y / 5 / 1}}},
};

void expect_same(Termijn const& got, Termijn const& wanted) {
    EXPECT_EQ(to_iso(got.start), to_iso(wanted.start));
    EXPECT_EQ(to_iso(got.einde), to_iso(wanted.einde));
    EXPECT_EQ(to_iso(got.laatste_dag), to_iso(wanted.laatste_dag));
    EXPECT_EQ(to_iso(got.schakelgrens), to_iso(wanted.schakelgrens));
    EXPECT_EQ(to_iso(got.toets_verlenging), to_iso(wanted.toets_verlenging));
    EXPECT_EQ(to_iso(got.na_zes_maanden), to_iso(wanted.na_zes_maanden));
    EXPECT_EQ(to_iso(got.herinnering), to_iso(wanted.herinnering));
}

TEST(Wet_art11, three_years_from_the_day_after_the_first_pip) {
    for (auto const& c : cases) {
        SCOPED_TRACE(c.name);
        auto const term = inburgeringstermijn::inburgeringstermijn(c.eerste_pip);
        expect_same(term.uitkomst, c.expected);
        EXPECT_EQ(term.redenen.front().regel, "R1.40");
    }
}

// E13: a second PIP after a move changes nothing, because the rule asks for the first PIP only; X55 and E16b.
TEST(Besluit_art4_5, X55_E16b_request_not_before_half_a_year_before_the_end_and_never_rolled) {
    auto const term = inburgeringstermijn::inburgeringstermijn(Date{2025y / 5 / 12}).uitkomst;
    EXPECT_EQ(term.toets_verlenging, Date(2027y / 11 / 13));   // a Saturday
    EXPECT_EQ(std::chrono::weekday{term.toets_verlenging}, std::chrono::Saturday);
}

struct Gap {
    char const* name;
    std::vector<Period> gaps;
    Date einde;
};
TEST(Besluit_art4_2, a_gap_of_at_most_a_year_lengthens_the_term) {
    Date const first{2025y / 5 / 12};
    Gap const gaps[] = {
        {"E16a five months", {{Date{2026y / 6 / 1}, Date{2026y / 11 / 1}}}, Date{2028y / 10 / 13}},
        {"one day", {{Date{2026y / 6 / 1}, Date{2026y / 6 / 2}}}, Date{2028y / 5 / 14}},
        {"exactly a year", {{Date{2026y / 6 / 1}, Date{2027y / 6 / 1}}}, Date{2029y / 5 / 13}},
        {"a year and a day ends the plicht: no lengthening",
         {{Date{2026y / 6 / 1}, Date{2027y / 6 / 2}}},
         Date{2028y / 5 / 13}},
        {"still away: not yet", {{Date{2026y / 6 / 1}, std::nullopt}}, Date{2028y / 5 / 13}},
        {"two gaps that overlap count once",
         {{Date{2026y / 6 / 1}, Date{2026y / 6 / 11}}, {Date{2026y / 6 / 6}, Date{2026y / 6 / 21}}},
         Date{2028y / 6 / 2}},
        {"two gaps in any order",
         {{Date{2027y / 6 / 1}, Date{2027y / 6 / 11}}, {Date{2026y / 6 / 1}, Date{2026y / 6 / 11}}},
         Date{2028y / 6 / 2}},
        {"before the term: no", {{Date{2025y / 1 / 1}, Date{2025y / 5 / 13}}}, Date{2028y / 5 / 13}},
        {"begun before the term: from its start", {{Date{2025y / 5 / 1}, Date{2025y / 5 / 23}}}, Date{2028y / 5 / 23}},
        {"after the term: no", {{Date{2028y / 5 / 13}, Date{2028y / 6 / 13}}}, Date{2028y / 5 / 13}},
        {"from its last day", {{Date{2028y / 5 / 12}, Date{2028y / 5 / 22}}}, Date{2028y / 5 / 23}},
    };
    for (auto const& c : gaps) {
        SCOPED_TRACE(c.name);
        EXPECT_EQ(to_iso(inburgeringstermijn::inburgeringstermijn(first, c.gaps).uitkomst.einde), to_iso(c.einde));
    }
    auto const term = inburgeringstermijn::inburgeringstermijn(first, gaps[0].gaps);
    EXPECT_EQ(term.redenen.front().regel, "R1.13");
    EXPECT_EQ(term.uitkomst.schakelgrens, Date(2026y / 11 / 13));      // counted from the start
    EXPECT_EQ(term.uitkomst.toets_verlenging, Date(2028y / 4 / 13));   // counted back from the new end
}

TEST(Besluit_art2_1, a_gap_is_too_long_the_day_after_a_year) {
    Period const open{Date{2026y / 6 / 1}, std::nullopt};
    EXPECT_FALSE(langer_dan_een_jaar(open, Date{2027y / 5 / 31}));
    EXPECT_FALSE(langer_dan_een_jaar(open, Date{2027y / 6 / 1}));
    EXPECT_TRUE(langer_dan_een_jaar(open, Date{2027y / 6 / 2}));
}

TEST(Wet_art54, a_first_pip_before_2022_is_said_to_fall_under_the_old_act) {
    EXPECT_EQ(inburgeringstermijn::inburgeringstermijn(Date{2021y / 12 / 31}).redenen.back().regel, "R1.1");
    EXPECT_NE(inburgeringstermijn::inburgeringstermijn(Date{2022y / 1 / 1}).redenen.back().regel, "R1.1");
}

TEST(Atw_art1, werkdag_says_why_a_day_moves_or_stays) {
    auto const stays = werkdag(Date{2026y / 11 / 25});
    EXPECT_EQ(stays.uitkomst, Date(2026y / 11 / 25));
    EXPECT_EQ(stays.redenen.front().regel, "R3.5");
    auto const moves = werkdag(Date{2026y / 12 / 25});
    EXPECT_EQ(moves.uitkomst, Date(2026y / 12 / 28));
    ASSERT_EQ(moves.redenen.front().stappen.size(), 4U);
    EXPECT_EQ(moves.redenen.front().stappen[0].label, "eerste kerstdag");
    EXPECT_EQ(moves.redenen.front().stappen[1].label, "zaterdag");
    EXPECT_EQ(moves.redenen.front().invoer.front().sleutel, "dag");
}
}
