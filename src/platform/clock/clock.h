#pragma once
#include "kernel/date.h"

#include <cstdint>
#include <string>

/// A moment in time, UTC, microseconds since 1970. Days of the law are `Date`, never this.
struct Timestamp {
    std::int64_t micros{};
    friend constexpr auto operator<=>(Timestamp, Timestamp) = default;
    constexpr Timestamp plus(std::chrono::microseconds d) const { return {micros + d.count()}; }
};
/// A moment as a person in the Netherlands reads it (Europe/Amsterdam).
struct LocalTime {
    Date day;
    int hour, minute;
};

namespace platform {

/// The only source of "now". MEEDOEN_TODAY=YYYY-MM-DD moves the day and keeps the time of day, for tests and demos.
class Clock {
public:
    Clock();                      // reads MEEDOEN_TODAY; Bug-free: a bad value is reported by config::check
    explicit Clock(Date today);   // that day, moving time of day
    Timestamp now() const;        // moved along with the day
    Date today() const;           // the calendar day in Europe/Amsterdam
private:
    std::int64_t shift_micros_{};
};

LocalTime local_time(Timestamp moment);   // Europe/Amsterdam
/// The moment of a local wall clock time. In the hour that does not exist (spring) the later reading, in the doubled
/// hour the first.
Timestamp moment_of(LocalTime local);
std::string to_rfc3339(Timestamp moment);                        // 2026-11-25T04:45:36.123456Z
std::optional<Timestamp> parse_rfc3339(std::string_view text);   // any offset; fraction optional; nothing when torn
}
