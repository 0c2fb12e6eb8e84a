#pragma once
#include "kernel/result.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

using Date = std::chrono::sys_days;   // a calendar day; moments in time exist only in platform/clock and logs
using namespace std::chrono_literals;

enum class MissingDay { last_of_month, first_of_next };   // what 31 January plus one month means: say which

/// `from` plus whole months. The day is kept; where the month lacks it, `missing` decides.
constexpr Date add_months(Date from, std::chrono::months n, MissingDay missing) {
    auto const moved = std::chrono::year_month_day{from} + n;
    if (moved.ok()) return moved;
    Date const last = moved.year() / moved.month() / std::chrono::last;
    return missing == MissingDay::last_of_month ? last : last + std::chrono::days{1};
}
constexpr Date add_weeks(Date from, int n) { return from + std::chrono::weeks{n}; }

enum class DateRefusal { not_a_date, no_such_day };
/// Only zero-padded `YYYY-MM-DD` of a day that exists; years 1800 to 2200.
Result<Date, DateRefusal> parse_date(std::string_view iso);
/// `YYYY-MM-DD`.
std::string to_iso(Date day);

/// From `from` up to but not including `until`; no `until` means still running.
struct Period {
    Date from;
    std::optional<Date> until;
    constexpr bool contains(Date day) const { return from <= day && (!until || day < *until); }
    friend constexpr bool operator==(Period const&, Period const&) = default;
};
