#include "kernel/partial_date.h"

#include <fmt/core.h>

namespace {
int number(std::string_view digits) {
    int value = 0;
    for (char const c : digits) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}
}

Result<PartialDate, PartialDateRefusal> PartialDate::make(int y, int m, int d) {
    if (y < 0 || m < 0 || d < 0) return unexpected{PartialDateRefusal::not_a_date};
    if (y == 0 && (m != 0 || d != 0)) return unexpected{PartialDateRefusal::month_without_year};
    if (m == 0 && d != 0) return unexpected{PartialDateRefusal::day_without_month};
    if (m > 12 || (y != 0 && (y < 1800 || y > 2200))) return unexpected{PartialDateRefusal::no_such_day};
    if (d != 0 && !(std::chrono::year{y} / m / d).ok()) return unexpected{PartialDateRefusal::no_such_day};
    return PartialDate{y, m, d};
}

Result<PartialDate, PartialDateRefusal> PartialDate::parse(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return unexpected{PartialDateRefusal::not_a_date};
    return make(number(iso.substr(0, 4)), number(iso.substr(5, 2)), number(iso.substr(8, 2)));
}

Result<PartialDate, PartialDateRefusal> PartialDate::parse_lo(std::string_view digits) {
    if (digits.size() != 8) return unexpected{PartialDateRefusal::not_a_date};
    return make(number(digits.substr(0, 4)), number(digits.substr(4, 2)), number(digits.substr(6, 2)));
}

PartialDate PartialDate::of(Date day) {
    std::chrono::year_month_day const d{day};
    return PartialDate{int{d.year()}, static_cast<int>(unsigned{d.month()}), static_cast<int>(unsigned{d.day()})};
}

std::optional<Date> PartialDate::known() const {
    if (year_ == 0 || month_ == 0 || day_ == 0) return std::nullopt;
    return Date{std::chrono::year{year_} / month_ / day_};
}

std::string PartialDate::to_iso() const { return fmt::format("{:04}-{:02}-{:02}", year_, month_, day_); }

std::optional<int> age(PartialDate born, Date on) {
    if (born.year() == 0 || born.month() == 0) return std::nullopt;
    std::chrono::year_month_day const now{on};
    int const this_month = static_cast<int>(unsigned{now.month()}), this_day = static_cast<int>(unsigned{now.day()});
    int years = int{now.year()} - born.year();
    if (born.month() > this_month)
        --years;
    else if (born.month() == this_month) {
        if (born.day() == 0) return std::nullopt;
        if (born.day() > this_day) --years;
    }
    if (years < 0) return std::nullopt;
    return years;
}
