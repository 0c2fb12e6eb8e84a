#include "inburgeringstermijn/rules.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace inburgeringstermijn;

namespace {
constexpr Date jan5{2026y / 1 / 5}, mar16{2026y / 3 / 16};

struct Case {
    char const* name;
    PipFeiten facts;
    Date uiterlijk, ongerold;
    std::string_view regel;
};
constexpr auto none = std::nullopt;

// Domain rulebook §13.1 (E1 to E7e) and the Awb/Pw rulebook §10 (X1 to X10).
Case const cases[] = {
    {"E1", {jan5, Date{2025y / 12 / 1}, false, none, none}, mar16, mar16, "R3.1"},
    {"E2", {Date{2026y / 2 / 28}, none, false, none, none}, Date{2026y / 5 / 11}, Date{2026y / 5 / 9}, "R3.1"},
    {"E3", {Date{2026y / 9 / 18}, none, false, none, none}, Date{2026y / 11 / 27}, Date{2026y / 11 / 27}, "R3.1"},
    {"E4", {Date{2026y / 10 / 16}, none, false, none, none}, Date{2026y / 12 / 28}, Date{2026y / 12 / 25}, "R3.1"},
    {"E5", {jan5, Date{2026y / 3 / 2}, true, none, none}, Date{2026y / 5 / 11}, Date{2026y / 5 / 11}, "R3.2"},
    {"E6", {jan5, none, false, Date{2026y / 3 / 13}, none}, Date{2026y / 3 / 27}, Date{2026y / 3 / 27}, "R3.3"},
    {"E7", {jan5, none, false, Date{2026y / 2 / 20}, none}, mar16, mar16, "R3.1"},
    {"E7a",
     {Date{2022y / 6 / 1}, Date{2022y / 3 / 1}, false, none, none},
     Date{2022y / 5 / 10},
     Date{2022y / 5 / 10},
     "R3.1a"},
    {"E7b", {jan5, none, false, none, Date{2026y / 3 / 2}}, Date{2026y / 5 / 11}, Date{2026y / 5 / 11}, "R3.6"},
    {"E7c", {jan5, Date{2026y / 3 / 2}, false, none, none}, mar16, mar16, "R3.1"},
    {"E7d", {Date{2026y / 2 / 26}, none, false, none, none}, Date{2026y / 5 / 7}, Date{2026y / 5 / 7}, "R3.1"},
    {"E7e", {Date{2026y / 2 / 24}, none, false, none, none}, Date{2026y / 5 / 6}, Date{2026y / 5 / 5}, "R3.1"},
    {"X1", {jan5, none, false, none, none}, mar16, mar16, "R3.1"},
    {"X2", {Date{2026y / 2 / 28}, none, false, none, none}, Date{2026y / 5 / 11}, Date{2026y / 5 / 9}, "R3.1"},
    {"X3", {Date{2026y / 10 / 16}, none, false, none, none}, Date{2026y / 12 / 28}, Date{2026y / 12 / 25}, "R3.1"},
    {"X4", {Date{2026y / 3 / 5}, none, false, none, none}, Date{2026y / 5 / 18}, Date{2026y / 5 / 14}, "R3.1"},
    {"X5", {Date{2025y / 10 / 24}, none, false, none, none}, Date{2026y / 1 / 5}, Date{2026y / 1 / 2}, "R3.1"},
    {"X6", {Date{2027y / 2 / 25}, none, false, none, none}, Date{2027y / 5 / 10}, Date{2027y / 5 / 6}, "R3.1"},
    {"X7", {jan5, Date{2026y / 3 / 2}, true, none, none}, Date{2026y / 5 / 11}, Date{2026y / 5 / 11}, "R3.2"},
    {"X8", {jan5, none, false, Date{2026y / 3 / 13}, none}, Date{2026y / 3 / 27}, Date{2026y / 3 / 27}, "R3.3"},
    {"X9", {jan5, none, false, Date{2026y / 3 / 20}, none}, Date{2026y / 4 / 7}, Date{2026y / 4 / 3}, "R3.3"},
    {"X10", {jan5, none, false, none, Date{2026y / 3 / 16}}, Date{2026y / 5 / 26}, Date{2026y / 5 / 25}, "R3.6"},
    // Around the limits.
    {"registered on the day of the notice", {jan5, jan5, true, none, none}, mar16, mar16, "R3.1"},
    {"registered the day after",
     {jan5, Date{2026y / 1 / 6}, true, none, none},
     Date{2026y / 3 / 17},
     Date{2026y / 3 / 17},
     "R3.2"},
    {"third party: two weeks end on the day itself",
     {jan5, none, false, Date{2026y / 3 / 2}, none},
     mar16,
     mar16,
     "R3.1"},
    {"third party: a day later",
     {jan5, none, false, Date{2026y / 3 / 3}, none},
     Date{2026y / 3 / 17},
     Date{2026y / 3 / 17},
     "R3.3"},
    {"third party after housing",
     {jan5, Date{2026y / 3 / 2}, true, Date{2026y / 5 / 1}, none},
     Date{2026y / 5 / 18},
     Date{2026y / 5 / 15},
     "R3.3"},
    {"no third party after a move",
     {jan5, none, false, Date{2026y / 6 / 1}, Date{2026y / 3 / 2}},
     Date{2026y / 5 / 11},
     Date{2026y / 5 / 11},
     "R3.6"},
    {"no third party in 2022",
     {Date{2022y / 3 / 1}, Date{2022y / 3 / 1}, false, Date{2022y / 6 / 1}, none},
     Date{2022y / 5 / 10},
     Date{2022y / 5 / 10},
     "R3.1a"},
    {"last day of the text of 2022",
     {Date{2022y / 12 / 31}, Date{2022y / 12 / 1}, false, none, none},
     Date{2023y / 2 / 9},
     Date{2023y / 2 / 9},
     "R3.1a"},
    {"first day of the text of 2023",
     {Date{2023y / 1 / 1}, Date{2022y / 12 / 1}, false, none, none},
     Date{2023y / 3 / 13},
     Date{2023y / 3 / 12},
     "R3.1"},
    {"2022 without a registration: provisional",
     {Date{2022y / 3 / 1}, none, false, none, none},
     Date{2022y / 5 / 10},
     Date{2022y / 5 / 10},
     "R3.1a"},
};

bool says(std::vector<Waarom> const& reasons, std::string_view regel) {
    return std::ranges::find(reasons, regel, &Waarom::regel) != reasons.end();
}

TEST(Besluit_art5_3, ten_weeks_for_the_pip) {
    for (auto const& c : cases) {
        SCOPED_TRACE(c.name);
        auto const term = pip_termijn(c.facts);
        EXPECT_EQ(to_iso(term.uitkomst.uiterlijk), to_iso(c.uiterlijk));
        EXPECT_EQ(to_iso(term.uitkomst.ongerold), to_iso(c.ongerold));
        EXPECT_EQ(term.redenen.front().regel, c.regel);
        EXPECT_EQ(says(term.redenen, "R3.5"), c.uiterlijk != c.ongerold);
    }
}

TEST(Besluit_art5_3, every_reason_has_a_sentence_and_a_source) {
    for (auto const& c : cases) {
        SCOPED_TRACE(c.name);
        for (auto const& why : pip_termijn(c.facts).redenen) {
            EXPECT_FALSE(why.regel.empty());
            EXPECT_FALSE(why.zin.empty());
            EXPECT_FALSE(why.bronnen.empty()) << why.regel;
        }
    }
}

TEST(Besluit_art5_3, a_day_equated_by_decision_makes_the_answer_less_sure) {
    auto const ascension = pip_termijn({.kennisgeving = Date{2026y / 3 / 5}}).redenen;   // X4
    auto const roll = std::ranges::find(ascension, "R3.5", &Waarom::regel);
    ASSERT_NE(roll, ascension.end());
    EXPECT_EQ(roll->zekerheid, Zekerheid::B);
    EXPECT_EQ(roll->stappen.front().label, "Hemelvaartsdag");
    auto const weekend = pip_termijn({.kennisgeving = Date{2026y / 2 / 28}}).redenen;   // X2
    EXPECT_EQ(weekend.back().zekerheid, Zekerheid::P);
}

TEST(Besluit_art5_3, what_did_not_count_is_said) {
    EXPECT_TRUE(says(pip_termijn({.kennisgeving = jan5, .brp = Date{2026y / 3 / 2}}).redenen, "R3.2"));   // E7c
    EXPECT_TRUE(says(pip_termijn({.kennisgeving = jan5, .huisvesting_28 = true}).redenen, "R3.2"));
    EXPECT_TRUE(
        says(pip_termijn({.kennisgeving = jan5, .derden_ontvangen = Date{2026y / 2 / 20}}).redenen, "R3.3"));   // E7
    auto const over = pip_termijn({.kennisgeving = Date{2022y / 12 / 1}, .brp = Date{2022y / 12 / 1}});
    EXPECT_EQ(over.redenen.back().zekerheid, Zekerheid::D);   // crosses 1-1-2023
    EXPECT_TRUE(says(pip_termijn({.kennisgeving = Date{2021y / 12 / 31}}).redenen, "R1.1"));
    EXPECT_FALSE(says(pip_termijn({.kennisgeving = Date{2022y / 1 / 1}}).redenen, "R1.1"));
}

TEST(Besluit_art5_3, the_inputs_carry_the_keys_of_the_calculator) {
    auto const why = pip_termijn({jan5, Date{2026y / 3 / 2}, true, Date{2026y / 3 / 3}, none}).redenen;
    auto const base = std::ranges::find(why, "R3.2", &Waarom::regel);
    ASSERT_NE(base, why.end());
    std::vector<std::string_view> keys;
    for (auto const& line : base->invoer) keys.push_back(line.sleutel);
    EXPECT_EQ(keys, (std::vector<std::string_view>{"kennisgeving", "brp", "hw28", "derden_ontvangen"}));
}
}
