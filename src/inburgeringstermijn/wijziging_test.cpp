#include "inburgeringstermijn/rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

using namespace inburgeringstermijn;

namespace {
constexpr Date e8{2025y / 5 / 12};   // switching until 13-11-2026
using enum Route;
using enum SchakelRefusal;

struct Case {
    char const* name;
    Route van, naar;
    Date op;
    bool bijzonder;
    std::optional<Date> gestopt;
    std::optional<SchakelRefusal> no;
    std::string_view regel;
};
constexpr Case cases[] = {
    {"E15 Z to B1 in time", z, b1, Date{2026y / 11 / 10}, false, {}, {}, "R3.30"},
    {"E16 B1 to Z a day too late", b1, z, Date{2026y / 11 / 14}, false, {}, na_anderhalf_jaar, "R3.30"},
    {"E16 the same with a special case", b1, z, Date{2026y / 11 / 14}, true, {}, {}, "R3.30b"},
    {"E16 O to B1 on the same day", onderwijs, b1, Date{2026y / 11 / 14}, false, {}, {}, "R3.31"},
    {"E16c entree stopped after the limit", b1, z, Date{2027y / 2 / 2}, false, Date{2027y / 2 / 1}, {}, "R3.30a"},
    {"the day before the limit", b1, z, Date{2026y / 11 / 12}, false, {}, {}, "R3.30"},
    {"on the limit itself: exclusive", b1, z, Date{2026y / 11 / 13}, false, {}, na_anderhalf_jaar, "R3.30"},
    {"the day after the limit", b1, onderwijs, Date{2026y / 11 / 14}, false, {}, na_anderhalf_jaar, "R3.30"},
    {"O to Z has the limit too", onderwijs, z, Date{2026y / 11 / 14}, false, {}, na_anderhalf_jaar, "R3.30"},
    {"school stopped before the limit is no ground", b1, z, Date{2026y / 11 / 14}, false, Date{2026y / 11 / 12},
     na_anderhalf_jaar, "R3.30"},
    {"school stopped on the limit is", b1, z, Date{2026y / 11 / 14}, false, Date{2026y / 11 / 13}, {}, "R3.30a"},
    {"school stops later than the switch: not yet", b1, z, Date{2026y / 11 / 14}, false, Date{2026y / 11 / 15},
     na_anderhalf_jaar, "R3.30"},
    {"on the first day of the term", b1, z, Date{2025y / 5 / 13}, false, {}, {}, "R3.30"},
    {"on the dagtekening", b1, z, e8, false, {}, voor_de_termijn, "R3.30"},
    {"O to B1 before the term", onderwijs, b1, e8, false, {}, voor_de_termijn, "R3.30"},
    {"the same route", b1, b1, Date{2026y / 1 / 1}, false, {}, zelfde_route, "R3.30"},
};

TEST(Besluit_art5_4, switching_within_a_year_and_a_half) {
    for (auto const& c : cases) {
        SCOPED_TRACE(c.name);
        auto const answer = schakelen({e8, c.van, c.naar, c.op, c.bijzonder, c.gestopt});
        EXPECT_EQ(answer ? std::nullopt : std::optional{answer.error().reden}, c.no);
        auto const& reasons = answer ? answer->redenen : answer.error().redenen;
        EXPECT_EQ(reasons.front().regel, c.regel);
        EXPECT_EQ(reasons.front().invoer.front().sleutel, "eerste_pip");
        for (auto const& why : reasons) EXPECT_FALSE(why.bronnen.empty()) << why.regel;
    }
}

TEST(Besluit_art5_4, on_the_limit_itself_the_reader_is_warned) {
    auto const on_it = schakelen({e8, b1, z, Date{2026y / 11 / 13}, false, {}});
    auto const after = schakelen({e8, b1, z, Date{2026y / 11 / 14}, false, {}});
    ASSERT_FALSE(on_it);
    ASSERT_FALSE(after);
    EXPECT_EQ(on_it.error().redenen.front().zekerheid, Zekerheid::D);
    EXPECT_NE(on_it.error().redenen.front().zin, after.error().redenen.front().zin);
}

TEST(Besluit_art5_4, the_school_exception_is_there_since_2023) {
    Date const early{2022y / 1 / 1};   // switching until 2-7-2023: the exception is in force by then
    EXPECT_TRUE(schakelen({early, b1, z, Date{2023y / 8 / 1}, false, Date{2023y / 7 / 15}}));
    EXPECT_FALSE(schakelen({early, b1, z, Date{2023y / 8 / 1}, false, std::nullopt}));
}

TEST(Besluit_art5_4, what_carries_over_depends_on_the_new_route) {
    auto const counts = [](Route van, Route naar) {
        auto const answer = schakelen({e8, van, naar, Date{2026y / 1 / 1}, false, {}});
        return answer->redenen.at(1).regel == "R3.30c" ? answer->redenen.at(1).zin : std::string_view{};
    };
    EXPECT_NE(counts(b1, z), counts(z, b1));
    EXPECT_NE(counts(onderwijs, b1), counts(z, b1));
    EXPECT_FALSE(counts(b1, onderwijs).empty());
    EXPECT_TRUE(counts(z, onderwijs).empty());
}

struct Down {
    char const* name;
    AfschaalVraag asked;
    std::optional<AfschaalRefusal> no;
};
constexpr Down down[] = {
    {"E27m 600 hours", {b1, 600, 0, true, false}, {}},
    {"E27m2 560 NT2 and 60 KNM: KNM does not count", {b1, 560, 0, true, false}, AfschaalRefusal::te_weinig_uren},
    {"E27m3 540 and 60 in the intake", {b1, 540, 60, true, false}, {}},
    {"E27m4 400 at a taalschakel school and 200", {b1, 400 + 200, 0, true, false}, {}},
    {"E27n 590 hours", {b1, 590, 0, true, false}, AfschaalRefusal::te_weinig_uren},
    {"E27o in the onderwijsroute", {onderwijs, 600, 0, true, false}, AfschaalRefusal::niet_b1_route},
    {"in the Z-route", {z, 600, 0, true, false}, AfschaalRefusal::niet_b1_route},
    {"one hour short", {b1, 599, 0, true, false}, AfschaalRefusal::te_weinig_uren},
    {"one hour over", {b1, 601, 0, true, false}, {}},
    {"one short with the intake", {b1, 540, 59, true, false}, AfschaalRefusal::te_weinig_uren},
    {"not enough effort", {b1, 600, 0, false, false}, AfschaalRefusal::onvoldoende_inspanning},
    {"B1 can be reached", {b1, 600, 0, true, true}, AfschaalRefusal::b1_haalbaar},
    {"the first ground in order is the one reported", {z, 1, 0, false, true}, AfschaalRefusal::niet_b1_route},
    {"hours before effort", {b1, 1, 0, false, true}, AfschaalRefusal::te_weinig_uren},
    {"effort before what can be reached", {b1, 600, 0, false, true}, AfschaalRefusal::onvoldoende_inspanning},
};

TEST(Besluit_art5_5, scaling_down_to_A2) {
    for (auto const& c : down) {
        SCOPED_TRACE(c.name);
        auto const answer = afschalen(c.asked);
        EXPECT_EQ(answer ? std::nullopt : std::optional{answer.error().reden}, c.no);
        auto const& reasons = answer ? answer->redenen : answer.error().redenen;
        EXPECT_EQ(reasons.front().regel, "R3.33");
        bool const intake_said = std::ranges::find(reasons, "R4.26", &Waarom::regel) != reasons.end();
        EXPECT_EQ(intake_said, c.asked.uren_intake > 0);
    }
}

TEST(Besluit_art5_5, hours_do_not_overflow) {
    constexpr int most = std::numeric_limits<int>::max();
    EXPECT_TRUE(afschalen({b1, most, most, true, false}));
}

TEST(Refusals, have_names_as_the_calculator_gives_them) {
    EXPECT_EQ(naam(zelfde_route), "zelfde_route");
    EXPECT_EQ(naam(voor_de_termijn), "voor_de_termijn");
    EXPECT_EQ(naam(na_anderhalf_jaar), "na_anderhalf_jaar");
    EXPECT_EQ(naam(AfschaalRefusal::niet_b1_route), "niet_b1_route");
    EXPECT_EQ(naam(AfschaalRefusal::te_weinig_uren), "te_weinig_uren");
    EXPECT_EQ(naam(AfschaalRefusal::onvoldoende_inspanning), "onvoldoende_inspanning");
    EXPECT_EQ(naam(AfschaalRefusal::b1_haalbaar), "b1_haalbaar");
}
}
