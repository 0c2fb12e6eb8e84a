#include "kernel/date.h"
#include "kernel/partial_date.h"

#include <gtest/gtest.h>

namespace {

TEST(Date, only_zero_padded_iso_of_a_day_that_exists) {
    struct Case {
        char const* text;
        std::optional<DateRefusal> no;
    };
    constexpr Case cases[] = {
        {"2026-11-25", std::nullopt},
        {"2024-02-29", std::nullopt},
        {"1800-01-01", std::nullopt},
        {"2200-12-31", std::nullopt},
        {"2026-02-31", DateRefusal::no_such_day},
        {"2026-02-29", DateRefusal::no_such_day},
        {"2026-13-01", DateRefusal::no_such_day},
        {"2026-00-10", DateRefusal::no_such_day},
        {"2026-01-00", DateRefusal::no_such_day},
        {"1799-12-31", DateRefusal::no_such_day},
        {"2201-01-01", DateRefusal::no_such_day},
        {"2026-1-5", DateRefusal::not_a_date},
        {"31-02-2026", DateRefusal::not_a_date},
        {"2026/11/25", DateRefusal::not_a_date},
        {"2026-11-25 ", DateRefusal::not_a_date},
        {"20 6-11-25", DateRefusal::not_a_date},
        {"-026-11-25", DateRefusal::not_a_date},
        {"", DateRefusal::not_a_date},
    };
    for (auto const& c : cases) {
        SCOPED_TRACE(c.text);
        auto const day = parse_date(c.text);
        EXPECT_EQ(day ? std::nullopt : std::optional{day.error()}, c.no);
        if (day) { EXPECT_EQ(to_iso(*day), c.text); }
    }
}

TEST(Date, adding_months_says_what_a_missing_day_means) {
    Date const jan31{2026y / 1 / 31};
    EXPECT_EQ(add_months(jan31, std::chrono::months{1}, MissingDay::last_of_month), Date(2026y / 2 / 28));
    EXPECT_EQ(add_months(jan31, std::chrono::months{1}, MissingDay::first_of_next), Date(2026y / 3 / 1));
    EXPECT_EQ(add_months(jan31, std::chrono::months{-11}, MissingDay::last_of_month), Date(2025y / 2 / 28));
    EXPECT_EQ(add_months(jan31, std::chrono::months{2}, MissingDay::last_of_month), Date(2026y / 3 / 31));
    EXPECT_EQ(add_weeks(jan31, 2), Date(2026y / 2 / 14));
}

TEST(Period, holds_from_and_not_until) {
    Period const year{Date{2026y / 1 / 1}, Date{2027y / 1 / 1}};
    EXPECT_FALSE(year.contains(Date{2025y / 12 / 31}));
    EXPECT_TRUE(year.contains(Date{2026y / 1 / 1}));
    EXPECT_TRUE(year.contains(Date{2026y / 12 / 31}));
    EXPECT_FALSE(year.contains(Date{2027y / 1 / 1}));
    EXPECT_TRUE((Period{Date{2026y / 1 / 1}, std::nullopt}.contains(Date{2099y / 1 / 1})));
}

TEST(PartialDate, keeps_what_is_known_and_no_more) {
    struct Case {
        char const* text;
        std::optional<PartialDateRefusal> no;
    };
    constexpr Case cases[] = {
        {"1997-03-14", std::nullopt},
        {"1997-03-00", std::nullopt},
        {"1997-00-00", std::nullopt},
        {"0000-00-00", std::nullopt},
        {"1997-02-30", PartialDateRefusal::no_such_day},
        {"1997-13-00", PartialDateRefusal::no_such_day},
        {"1650-01-01", PartialDateRefusal::no_such_day},
        {"1997-00-14", PartialDateRefusal::day_without_month},
        {"0000-03-00", PartialDateRefusal::month_without_year},
        {"0000-00-14", PartialDateRefusal::month_without_year},
        {"1997-3-14", PartialDateRefusal::not_a_date},
        {"19970314", PartialDateRefusal::not_a_date},
        {"onbekend", PartialDateRefusal::not_a_date},
    };
    for (auto const& c : cases) {
        SCOPED_TRACE(c.text);
        auto const date = PartialDate::parse(c.text);
        EXPECT_EQ(date ? std::nullopt : std::optional{date.error()}, c.no);
        if (date) { EXPECT_EQ(date->to_iso(), c.text); }
    }
}

TEST(PartialDate, logisch_ontwerp_columns) {
    EXPECT_EQ(PartialDate::parse_lo("19970300")->to_iso(), "1997-03-00");
    EXPECT_EQ(PartialDate::parse_lo("00000000")->to_iso(), "0000-00-00");
    EXPECT_EQ(PartialDate::parse_lo("1997031").error(), PartialDateRefusal::not_a_date);
    EXPECT_EQ(PartialDate::parse_lo("1997-3-1").error(), PartialDateRefusal::not_a_date);
    EXPECT_EQ(PartialDate::parse_lo("19970230").error(), PartialDateRefusal::no_such_day);
    EXPECT_EQ(PartialDate::parse_lo("00002014").error(), PartialDateRefusal::month_without_year);
    EXPECT_EQ(PartialDate::parse_lo("29190606").error(), PartialDateRefusal::no_such_day);
}

TEST(PartialDate, known_only_when_whole) {
    EXPECT_EQ(PartialDate::parse("1997-03-14")->known(), Date(1997y / 3 / 14));
    EXPECT_FALSE(PartialDate::parse("1997-03-00")->known());
    EXPECT_FALSE(PartialDate{}.known());
    EXPECT_EQ(PartialDate::of(Date{2026y / 11 / 25}).to_iso(), "2026-11-25");
    EXPECT_LT(*PartialDate::parse("1997-00-00"), *PartialDate::parse("1997-03-00"));
}

// BRP API Personen, leeftijd/overzicht.feature.
TEST(Leeftijd, as_the_brp_api_gives_it) {
    struct Case {
        char const* name;
        char const* born;
        Date on;
        std::optional<int> years;
    };
    constexpr Case cases[] = {
        {"birthday today", "2016-11-25", Date{2026y / 11 / 25}, 10},
        {"birthday yesterday", "2011-11-24", Date{2026y / 11 / 25}, 15},
        {"birthday tomorrow", "2006-11-26", Date{2026y / 11 / 25}, 19},
        {"29 February, the day before in a leap year", "1996-02-29", Date{2016y / 2 / 28}, 19},
        {"29 February, on the day", "1996-02-29", Date{2016y / 2 / 29}, 20},
        {"29 February, last of February of another year", "1996-02-29", Date{2017y / 2 / 28}, 20},
        {"29 February, on 1 March of another year", "1996-02-29", Date{2017y / 3 / 1}, 21},
        {"wholly unknown", "0000-00-00", Date{2026y / 11 / 25}, std::nullopt},
        {"only the year known", "2000-00-00", Date{2026y / 11 / 25}, std::nullopt},
        {"day unknown, month still to come", "2016-12-00", Date{2026y / 11 / 25}, 9},
        {"day unknown, month past", "2016-10-00", Date{2026y / 11 / 25}, 10},
        {"day unknown, this month", "2016-11-00", Date{2026y / 11 / 25}, std::nullopt},
        {"born today", "2026-11-25", Date{2026y / 11 / 25}, 0},
        {"not born yet", "2026-11-26", Date{2026y / 11 / 25}, std::nullopt},
    };
    for (auto const& c : cases) {
        SCOPED_TRACE(c.name);
        EXPECT_EQ(age(*PartialDate::parse(c.born), c.on), c.years);
    }
}
}
