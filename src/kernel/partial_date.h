#pragma once
#include "kernel/date.h"

#include <compare>

enum class PartialDateRefusal { not_a_date, no_such_day, day_without_month, month_without_year };

/// A date of which parts may be unknown (0), as the BRP keeps them: year; year and month; a whole day; or nothing at
/// all. Never completed by guessing.
class PartialDate {
public:
    constexpr PartialDate() = default;   // wholly unknown
    /// `YYYY-MM-DD` with 0000 and 00 for what is unknown.
    static Result<PartialDate, PartialDateRefusal> parse(std::string_view iso);
    /// `YYYYMMDD`, as in the columns of the Logisch Ontwerp.
    static Result<PartialDate, PartialDateRefusal> parse_lo(std::string_view digits);
    static PartialDate of(Date day);
    constexpr int year() const { return year_; }
    constexpr int month() const { return month_; }
    constexpr int day() const { return day_; }
    /// The day, when all of it is known.
    std::optional<Date> known() const;
    /// `YYYY-MM-DD` with 00 for unknown parts; orders and prefixes like the date itself.
    std::string to_iso() const;
    friend constexpr auto operator<=>(PartialDate, PartialDate) = default;

private:
    constexpr PartialDate(int y, int m, int d) : year_{y}, month_{m}, day_{d} {}
    static Result<PartialDate, PartialDateRefusal> make(int y, int m, int d);
    int year_{}, month_{}, day_{};
};

/// Age in whole years on `on`, or nothing where the known parts do not settle it (BRP API, leeftijd): only the year
/// known; month equal to the current month and day unknown. Born on 29 February: a year older on 1 March in other
/// years.
std::optional<int> age(PartialDate born, Date on);
