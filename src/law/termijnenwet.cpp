#include "law/termijnenwet.h"

#include <algorithm>

namespace law {
using std::chrono::days;
using std::chrono::year_month_day;

// Oudin's computus for the Gregorian calendar.
Date pasen(std::chrono::year in) {
    int const y = int{in};
    int const golden = y % 19, century = y / 100;
    int const moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    int const epact = moon - moon / 28 * (1 - moon / 28 * (29 / (moon + 1)) * ((21 - golden) / 11));
    int const weekday = (y + y / 4 + epact + 2 - century + century / 4) % 7;
    int const offset = epact - weekday;
    int const month = 3 + (offset + 40) / 44;
    return Date{in / month / (offset + 28 - 31 * (month / 4))};
}

namespace {
constexpr LawRef weekend{atw, "art. 1", "lid 1"}, feestdag{atw, "art. 3", "lid 1"},
    goede_vrijdag{atw, "art. 3", "lid 2"};

Date viering(MaandDag day, std::chrono::year in) {
    Date const birthday{in / std::chrono::month{day.month} / std::chrono::day{day.day}};
    return std::chrono::weekday{birthday} == std::chrono::Sunday ? birthday - days{1} : birthday;
}

std::optional<Rustdag> feest(Date on) {
    year_month_day const d{on};
    auto const fixed = [&](unsigned m, unsigned n) { return unsigned{d.month()} == m && unsigned{d.day()} == n; };
    if (fixed(1, 1)) return Rustdag{"Nieuwjaarsdag", feestdag, Zekerheid::P};
    if (fixed(5, 5)) return Rustdag{"Bevrijdingsdag", feestdag, Zekerheid::P};
    if (fixed(12, 25)) return Rustdag{"eerste kerstdag", feestdag, Zekerheid::P};
    if (fixed(12, 26)) return Rustdag{"tweede kerstdag", feestdag, Zekerheid::P};
    Date const easter = pasen(d.year());
    if (on == easter - days{2}) return Rustdag{"Goede Vrijdag", goede_vrijdag, Zekerheid::P};
    if (on == easter + days{1}) return Rustdag{"tweede paasdag", feestdag, Zekerheid::P};
    if (on == easter + days{39}) return Rustdag{"Hemelvaartsdag", feestdag, Zekerheid::P};
    if (on == easter + days{50}) return Rustdag{"tweede pinksterdag", feestdag, Zekerheid::P};
    if (auto const* king = koningsdag.on(on); king && on == viering(king->value, d.year()))
        return Rustdag{"Koningsdag", king->source, king->zekerheid};
    return std::nullopt;
}
}

std::optional<Rustdag> rustdag(Date on) {
    std::chrono::weekday const weekday{on};
    if (weekday == std::chrono::Saturday) return Rustdag{"zaterdag", weekend, Zekerheid::P};
    if (weekday == std::chrono::Sunday) return Rustdag{"zondag", weekend, Zekerheid::P};
    if (auto const found = feest(on)) return found;
    auto const* equated = std::ranges::find(gelijkgestelde_dagen, on, &GelijkgesteldeDag::dag);
    if (equated == std::end(gelijkgestelde_dagen)) return std::nullopt;
    return Rustdag{"gelijkgestelde dag", equated->source, equated->zekerheid};
}

bool is_rustdag(Date on) { return rustdag(on).has_value(); }

Date rolled(Date from) {
    while (is_rustdag(from)) from += days{1};
    return from;
}
}
