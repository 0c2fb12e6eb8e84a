#include "platform/html/view.h"

#include <gtest/gtest.h>
#include <limits>

namespace {
using i18n::Taal;
constexpr Date day(int year, unsigned month, unsigned d) {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{d};
}
html::View const nl{.taal = Taal::nl, .today = day(2026, 11, 25)}, en{.taal = Taal::en, .today = day(2026, 11, 25)};

TEST(Dates, dutch_and_english) {
    EXPECT_EQ(html::long_date(nl, day(2026, 12, 7)), "maandag 7 december 2026");
    EXPECT_EQ(html::long_date(en, day(2026, 12, 7)), "Monday 7 December 2026");
    EXPECT_EQ(html::short_date(nl, day(2026, 9, 28)), "ma 28 sept 2026");
    EXPECT_EQ(html::short_date(en, day(2026, 9, 27)), "Sun 27 Sept 2026");
    EXPECT_EQ(html::short_day(nl, day(2026, 3, 1)), "1 mrt 2026");
    EXPECT_EQ(html::day_month(nl, day(2024, 2, 29)), "29 februari");
    EXPECT_EQ(html::day_month(en, day(2024, 2, 29)), "29 February");
}

TEST(Dates, of_which_parts_are_unknown) {
    EXPECT_EQ(html::partial_date(nl, "1997-03-14"), "14 maart 1997");
    EXPECT_EQ(html::partial_date(nl, "1997-03-00"), "maart 1997");
    EXPECT_EQ(html::partial_date(nl, "1997-00-00"), "1997");
    EXPECT_EQ(html::partial_date(nl, "0000-00-00"), "onbekend");
    EXPECT_EQ(html::partial_date(en, "0000-00-00"), "unknown");
    EXPECT_EQ(html::partial_date(en, "1997-03-14"), "14 March 1997");
    EXPECT_EQ(html::partial_date(nl, ""), "onbekend");
    EXPECT_EQ(html::partial_date(nl, "1997-99-14"), "1997");
    EXPECT_EQ(html::partial_date(nl, "geen datum"), "onbekend");
}

TEST(Dates, time_of_day) {
    EXPECT_EQ(html::clock_time(nl, 9, 5), "09.05\u00A0uur");
    EXPECT_EQ(html::clock_time(en, 16, 40), "16:40");
}

TEST(Dates, days_left_on_the_day_before_and_after) {
    EXPECT_EQ(html::days_left(nl, 12), "nog 12 dagen");
    EXPECT_EQ(html::days_left(nl, 1), "nog 1 dag");
    EXPECT_EQ(html::days_left(nl, 0), "vandaag");
    EXPECT_EQ(html::days_left(nl, -1), "1 dag te laat");
    EXPECT_EQ(html::days_left(nl, -2), "2 dagen te laat");
    EXPECT_EQ(html::days_left(en, 1), "1 day left");
    EXPECT_EQ(html::days_left(en, -2), "2 days overdue");
    EXPECT_EQ(html::days_left(en, 0), "today");
}

TEST(Amounts, hold_together_and_know_their_language) {
    EXPECT_EQ(html::money(nl, 123450), "€\u00A01.234,50");
    EXPECT_EQ(html::money(en, 123450), "€1,234.50");
    EXPECT_EQ(html::money(nl, 0), "€\u00A00,00");
    EXPECT_EQ(html::money(nl, 5), "€\u00A00,05");
    EXPECT_EQ(html::money(nl, -26510), "€\u00A0\u2212265,10");
    EXPECT_EQ(html::money(en, -26510), "\u2212€265.10");
    EXPECT_EQ(html::money(nl, 100000000), "€\u00A01.000.000,00");
    EXPECT_EQ(html::money(nl, std::numeric_limits<std::int64_t>::min()), "€\u00A0\u221292.233.720.368.547.758,08");
}

TEST(Amounts, counts) {
    EXPECT_EQ(html::grouped(nl, 999), "999");
    EXPECT_EQ(html::grouped(nl, 1000), "1.000");
    EXPECT_EQ(html::grouped(en, 1234567), "1,234,567");
    EXPECT_EQ(html::grouped(nl, -1000), "\u22121.000");
}

TEST(Texts, places_are_filled_in) {
    EXPECT_EQ(nl.t("{} van {}", 3, 7), "3 van 7");
    EXPECT_EQ(en.t("{} van {}", 3, 7), "3 of 7");
    EXPECT_EQ(nl.t("Geen {plaats} zonder waarden"), "Geen {plaats} zonder waarden");
    EXPECT_EQ(en.n(", {} termijn", ", {} termijnen", 1), ", 1 deadline");
    EXPECT_EQ(en.n(", {} termijn", ", {} termijnen", 0), ", 0 deadlines");
}
}
