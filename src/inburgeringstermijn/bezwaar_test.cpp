#include "inburgeringstermijn/rules.h"

#include <gtest/gtest.h>

using namespace inburgeringstermijn;

namespace {
struct Case {
    char const* name;
    Date bekendgemaakt, einde, ongerold, vast;
};
constexpr Case cases[] = {
    {"E22", Date{2026y / 6 / 1}, Date{2026y / 7 / 13}, Date{2026y / 7 / 13}, Date{2026y / 7 / 14}},
    {"E23", Date{2026y / 11 / 13}, Date{2026y / 12 / 28}, Date{2026y / 12 / 25}, Date{2026y / 12 / 29}},
    {"E25l", Date{2026y / 3 / 24}, Date{2026y / 5 / 6}, Date{2026y / 5 / 5}, Date{2026y / 5 / 7}},
    {"X11", Date{2026y / 6 / 1}, Date{2026y / 7 / 13}, Date{2026y / 7 / 13}, Date{2026y / 7 / 14}},
    {"X12", Date{2026y / 11 / 13}, Date{2026y / 12 / 28}, Date{2026y / 12 / 25}, Date{2026y / 12 / 29}},
    {"X13 Koningsdag", Date{2026y / 3 / 16}, Date{2026y / 4 / 28}, Date{2026y / 4 / 27}, Date{2026y / 4 / 29}},
    {"X14 equated Friday", Date{2026y / 4 / 3}, Date{2026y / 5 / 18}, Date{2026y / 5 / 15}, Date{2026y / 5 / 19}},
};

TEST(Awb_art6_7, six_weeks_to_object) {
    for (auto const& c : cases) {
        SCOPED_TRACE(c.name);
        auto const term = bezwaar(c.bekendgemaakt).uitkomst;
        EXPECT_EQ(to_iso(term.einde), to_iso(c.einde));
        EXPECT_EQ(to_iso(term.ongerold), to_iso(c.ongerold));
        EXPECT_EQ(to_iso(term.onherroepelijk_vanaf), to_iso(c.vast));
    }
}

TEST(Awb_art6_9, X15_by_post_in_time) {
    Date const known{2026y / 6 / 1}, last{2026y / 7 / 13};
    using enum Tijdigheid;
    EXPECT_EQ(tijdigheid({known, Date{2026y / 7 / 12}, {}}).uitkomst, op_tijd);
    EXPECT_EQ(tijdigheid({known, last, {}}).uitkomst, op_tijd);
    EXPECT_EQ(tijdigheid({known, Date{2026y / 7 / 14}, {}}).uitkomst, te_laat);
    EXPECT_EQ(tijdigheid({known, Date{2026y / 7 / 20}, last}).uitkomst, op_tijd_per_post);
    EXPECT_EQ(tijdigheid({known, Date{2026y / 7 / 21}, last}).uitkomst, te_laat);
    EXPECT_EQ(tijdigheid({known, Date{2026y / 7 / 20}, Date{2026y / 7 / 14}}).uitkomst, te_laat);
    auto const late = tijdigheid({known, Date{2026y / 7 / 21}, last}).redenen.front();
    EXPECT_EQ(late.bronnen.back().article, "art. 6:11");   // ask why
}

TEST(Awb_art6_9, the_week_for_the_post_rolls_too) {
    // The term ends on Mon 28-12-2026; a week later is Mon 4-1-2027. Made known so that the week ends on New Year's
    // Day:
    Date const known{2026y / 11 / 13};
    EXPECT_EQ(tijdigheid({known, Date{2027y / 1 / 4}, Date{2026y / 12 / 28}}).uitkomst, Tijdigheid::op_tijd_per_post);
    EXPECT_EQ(tijdigheid({known, Date{2027y / 1 / 5}, Date{2026y / 12 / 28}}).uitkomst, Tijdigheid::te_laat);
    Date const holiday{2027y / 11 / 12};   // ends Fri 24-12-2027; a week later is Fri 31-12-2027, a working day
    EXPECT_EQ(tijdigheid({holiday, Date{2027y / 12 / 31}, Date{2027y / 12 / 24}}).uitkomst,
              Tijdigheid::op_tijd_per_post);
    EXPECT_EQ(tijdigheid({holiday, Date{2028y / 1 / 3}, Date{2027y / 12 / 24}}).uitkomst, Tijdigheid::te_laat);
}

struct Decide {
    char const* name;
    Behandeling b;
    Date uiterlijk, ongerold;
};
TEST(Awb_art7_10, decision_on_a_bezwaar) {
    Date const x11{2026y / 6 / 1}, x12{2026y / 11 / 13};
    using C = Commissie;
    using V = Verdaagd;
    Decide const cases_[] = {
        {"X16", {x11, C::nee, V::nee, {}}, Date{2026y / 8 / 24}, Date{2026y / 8 / 24}},
        {"X16 deferred", {x11, C::nee, V::ja, {}}, Date{2026y / 10 / 5}, Date{2026y / 10 / 5}},
        {"X17", {x11, C::ja, V::nee, {}}, Date{2026y / 10 / 5}, Date{2026y / 10 / 5}},
        {"X17 deferred", {x11, C::ja, V::ja, {}}, Date{2026y / 11 / 16}, Date{2026y / 11 / 16}},
        {"X18", {x12, C::nee, V::nee, {}}, Date{2027y / 2 / 8}, Date{2027y / 2 / 8}},
        {"X18 committee", {x12, C::ja, V::nee, {}}, Date{2027y / 3 / 22}, Date{2027y / 3 / 22}},
        {"X18 committee and deferral", {x12, C::ja, V::ja, {}}, Date{2027y / 5 / 3}, Date{2027y / 5 / 3}},
        {"X19",
         {x11, C::nee, V::nee, Period{Date{2026y / 7 / 20}, Date{2026y / 7 / 30}}},
         Date{2026y / 9 / 2},
         Date{2026y / 9 / 2}},
        {"X19 repaired the next day",
         {x11, C::nee, V::nee, Period{Date{2026y / 7 / 20}, Date{2026y / 7 / 21}}},
         Date{2026y / 8 / 24},
         Date{2026y / 8 / 24}},
        {"X19 two days later",
         {x11, C::nee, V::nee, Period{Date{2026y / 7 / 20}, Date{2026y / 7 / 22}}},
         Date{2026y / 8 / 25},
         Date{2026y / 8 / 25}},
        {"suspension into a weekend",
         {x11, C::nee, V::nee, Period{Date{2026y / 7 / 20}, Date{2026y / 7 / 26}}},
         Date{2026y / 8 / 31},
         Date{2026y / 8 / 29}},
    };
    for (auto const& c : cases_) {
        SCOPED_TRACE(c.name);
        auto const answer = beslissing_op_bezwaar(c.b);
        EXPECT_EQ(to_iso(answer.uitkomst.uiterlijk), to_iso(c.uiterlijk));
        EXPECT_EQ(to_iso(answer.uitkomst.ongerold), to_iso(c.ongerold));
        EXPECT_EQ(answer.redenen.front().regel, "R8.43");
    }
}

TEST(Awb_art4_13, decision_on_an_application) {
    auto const x20 = beslissing_op_aanvraag(Date{2026y / 10 / 30}, std::nullopt).uitkomst;
    EXPECT_EQ(x20.uiterlijk, Date(2026y / 12 / 28));   // X20
    EXPECT_EQ(x20.ongerold, Date(2026y / 12 / 25));
    auto const x21 =
        beslissing_op_aanvraag(Date{2026y / 3 / 2}, Period{Date{2026y / 3 / 9}, Date{2026y / 3 / 23}}).uitkomst;
    EXPECT_EQ(x21.uiterlijk, Date(2026y / 5 / 11));   // X21
    EXPECT_EQ(x21.ongerold, Date(2026y / 5 / 10));
}

struct Ontzorg {
    char const* name;
    OntzorgVraag asked;
    bool recht;
    std::optional<Date> tot;
    std::string_view regel;
};
constexpr Date apr1{2026y / 4 / 1};
constexpr Ontzorg ontzorg[] = {
    {"E17", {Groep::as_a, apr1, {}}, true, Date{2026y / 10 / 1}, "R7.4"},
    {"E18", {Groep::as_a, Date{2026y / 8 / 31}, {}}, true, Date{2027y / 2 / 28}, "R7.4"},
    {"E19", {Groep::as_a, Date{2026y / 1 / 15}, Date{2026y / 5 / 1}}, true, Date{2026y / 5 / 1}, "R7.6"},
    {"E20", {Groep::as_b, apr1, {}}, false, {}, "R7.3"},
    {"E21", {Groep::gm, apr1, {}}, false, {}, "R7.3"},
    {"overige migrant", {Groep::om, apr1, {}}, false, {}, "R7.3"},
    {"X34", {Groep::as_a, apr1, {}}, true, Date{2026y / 10 / 1}, "R7.4"},
    {"X35", {Groep::as_a, Date{2026y / 8 / 31}, {}}, true, Date{2027y / 2 / 28}, "R7.4"},
    {"X36 back-dated to 1 April", {Groep::as_a, apr1, {}}, true, Date{2026y / 10 / 1}, "R7.4"},
    {"X37", {Groep::as_b, apr1, {}}, false, {}, "R7.3"},
    {"no bijstand", {Groep::as_a, {}, {}}, false, {}, "R7.3"},
    {"bijstand ends the day before six months",
     {Groep::as_a, apr1, Date{2026y / 9 / 30}},
     true,
     Date{2026y / 9 / 30},
     "R7.6"},
    {"bijstand ends with the six months",
     {Groep::as_a, apr1, Date{2026y / 10 / 1}},
     true,
     Date{2026y / 10 / 1},
     "R7.4"},
    {"bijstand ends a day later", {Groep::as_a, apr1, Date{2026y / 10 / 2}}, true, Date{2026y / 10 / 1}, "R7.4"},
    {"first day of Pw 56a", {Groep::as_a, Date{2022y / 1 / 1}, {}}, true, Date{2022y / 7 / 1}, "R7.4"},
    {"the day before", {Groep::as_a, Date{2021y / 12 / 31}, {}}, false, {}, "R7.3"},
};

TEST(Pw_art56a, six_months_from_the_day_the_right_arises) {
    for (auto const& c : ontzorg) {
        SCOPED_TRACE(c.name);
        auto const answer = ontzorgen(c.asked);
        EXPECT_EQ(answer.uitkomst.recht, c.recht);
        EXPECT_EQ(answer.uitkomst.tot, c.tot);
        EXPECT_EQ(answer.uitkomst.vanaf, c.recht ? c.asked.bijstand_vanaf : std::nullopt);
        EXPECT_EQ(answer.redenen.front().regel, c.regel);
    }
}
}
