#include "kernel/date.h"

#include <fmt/core.h>

namespace {
/// The number in `n` digits, or -1.
int number(std::string_view digits) {
    int value = 0;
    for (char const c : digits) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}
}

Result<Date, DateRefusal> parse_date(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return unexpected{DateRefusal::not_a_date};
    int const y = number(iso.substr(0, 4)), m = number(iso.substr(5, 2)), d = number(iso.substr(8, 2));
    if (y < 0 || m < 0 || d < 0) return unexpected{DateRefusal::not_a_date};
    auto const day = std::chrono::year{y} / m / d;
    if (y < 1800 || y > 2200 || !day.ok()) return unexpected{DateRefusal::no_such_day};
    return Date{day};
}

std::string to_iso(Date day) {
    std::chrono::year_month_day const d{day};
    return fmt::format("{:04}-{:02}-{:02}", int{d.year()}, unsigned{d.month()}, unsigned{d.day()});
}
