#include "platform/clock/clock.h"

#include "kernel/check.h"

#include <cstdlib>
#include <gtest/gtest.h>

using namespace platform;

namespace {
Timestamp utc(std::string_view text) {
    auto const moment = parse_rfc3339(text);
    check(moment.has_value());
    return *moment;
}
}

TEST(Clock, reads_winter_and_summer_time_in_amsterdam) {
    auto const winter = local_time(utc("2026-11-25T23:30:00Z"));
    EXPECT_EQ(winter.day, Date{2026y / 11 / 26});
    EXPECT_EQ(winter.hour, 0);
    EXPECT_EQ(winter.minute, 30);
    auto const summer = local_time(utc("2026-07-01T21:59:59.999999Z"));
    EXPECT_EQ(summer.day, Date{2026y / 7 / 1});
    EXPECT_EQ(summer.hour, 23);
    EXPECT_EQ(summer.minute, 59);
}

TEST(Clock, a_local_time_gives_its_moment_back) {
    EXPECT_EQ(to_rfc3339(moment_of({Date{2026y / 11 / 25}, 9, 0})), "2026-11-25T08:00:00.000000Z");
    EXPECT_EQ(to_rfc3339(moment_of({Date{2026y / 7 / 1}, 9, 0})), "2026-07-01T07:00:00.000000Z");
    EXPECT_EQ(to_rfc3339(moment_of({Date{1968y / 1 / 1}, 0, 0})), "1967-12-31T23:00:00.000000Z");
}

TEST(Clock, the_hour_that_does_not_exist_takes_the_later_reading) {
    auto const moment = moment_of({Date{2026y / 3 / 29}, 2, 30});
    EXPECT_EQ(to_rfc3339(moment), "2026-03-29T01:30:00.000000Z");
    EXPECT_EQ(local_time(moment).hour, 3);
}

TEST(Clock, the_doubled_hour_takes_the_first) {
    EXPECT_EQ(to_rfc3339(moment_of({Date{2026y / 10 / 25}, 2, 30})), "2026-10-25T00:30:00.000000Z");
    EXPECT_EQ(local_time(utc("2026-10-25T01:30:00Z")).hour, 2);
}

TEST(Clock, a_set_day_keeps_the_time_of_day) {
    Clock const real, moved{Date{2024y / 2 / 29}};
    // A day may turn between the two readings, so the difference is compared, not the day alone.
    auto const days = std::chrono::duration_cast<std::chrono::days>(real.today() - moved.today());
    auto const expected = std::chrono::duration_cast<std::chrono::days>(real.today() - Date{2024y / 2 / 29});
    EXPECT_LE(std::abs(days.count() - expected.count()), 1);
    auto const a = local_time(real.now()), b = local_time(moved.now());
    auto const minutes = std::abs((a.hour * 60 + a.minute) - (b.hour * 60 + b.minute));
    EXPECT_TRUE(minutes <= 10 || minutes >= 24 * 60 - 10) << minutes;
}

TEST(Clock, the_environment_moves_the_day) {
    setenv("MEEDOEN_TODAY", "2025-01-01", 1);
    auto const day = Clock{}.today();
    EXPECT_TRUE(day == Date{2025y / 1 / 1} || day == Date{2025y / 1 / 2});
    setenv("MEEDOEN_TODAY", "31-02-2025", 1);
    EXPECT_GE(Clock{}.today(), Date{2026y / 1 / 1});
    unsetenv("MEEDOEN_TODAY");
}

TEST(Clock, rfc3339_there_and_back) {
    for (auto const* text : {"2026-11-25T04:45:36.123456Z", "1969-12-31T23:59:59.999999Z",
                             "1900-01-01T00:00:00.000001Z", "2199-12-31T23:59:59.000000Z"})
        EXPECT_EQ(to_rfc3339(utc(text)), text);
}

TEST(Clock, rfc3339_takes_any_offset_and_fraction) {
    EXPECT_EQ(utc("2026-11-25T05:45:36+01:00"), utc("2026-11-25T04:45:36Z"));
    EXPECT_EQ(utc("2026-11-24T23:15:36-05:30"), utc("2026-11-25T04:45:36Z"));
    EXPECT_EQ(utc("2026-11-25t04:45:36.5z"), utc("2026-11-25T04:45:36.500000Z"));
    EXPECT_EQ(utc("2026-11-25 04:45:36.123456789Z"), utc("2026-11-25T04:45:36.123456Z"));
    EXPECT_EQ(utc("2016-12-31T23:59:60Z"), utc("2017-01-01T00:00:00Z"));
}

TEST(Clock, rfc3339_refuses_what_is_torn) {
    for (auto const* text :
         {"", "2026-11-25", "2026-11-25T04:45Z", "2026-11-25T04:45:36", "2026-11-25T04:45:36.Z", "2026-02-30T04:45:36Z",
          "2026-11-25T24:00:00Z", "2026-11-25T04:60:00Z", "2026-11-25T04:45:61Z", "2026-11-25T04:45:36+1:00",
          "2026-11-25T04:45:36+01:00x", "2026-11-25T04:45:36+24:00", "2026-11-25T-4:45:36Z", "x"})
        EXPECT_FALSE(parse_rfc3339(text)) << text;
}
