#pragma once
#include "law/citation.h"

/// Algemene termijnenwet (BWBR0002448, text of 10-10-2010): which days are no working day, and how a term rolls.
namespace law {

/// Article 3(3): a day put on a par with a holiday. A dated list and no formula; a new decision is a new line.
struct GelijkgesteldeDag {
    Date dag;
    LawRef source;
    Zekerheid zekerheid;
};
inline constexpr GelijkgesteldeDag gelijkgestelde_dagen[] = {
    {Date{2025y / 5 / 30}, {gelijkstelling, "2025", ""}, Zekerheid::B},
    {Date{2026y / 1 / 2}, {gelijkstelling, "2026-2028", ""}, Zekerheid::B},
    {Date{2026y / 5 / 15}, {gelijkstelling, "2026-2028", ""}, Zekerheid::B},
    {Date{2027y / 5 / 7}, {gelijkstelling, "2026-2028", ""}, Zekerheid::B},
    {Date{2028y / 4 / 28}, {gelijkstelling, "2026-2028", ""}, Zekerheid::B},
    {Date{2028y / 5 / 26}, {gelijkstelling, "2026-2028", ""}, Zekerheid::B},
};

/// "The day on which the King's birthday is celebrated": this day, or the day before when it is a Sunday.
struct MaandDag {
    unsigned month, day;
};
inline constexpr Parameter koningsdag{
    {
        Version{Date{1980y / 1 / 1}, MaandDag{4, 30}, LawRef{atw, "art. 3", "lid 1"}, Zekerheid::M},
        Version{Date{2014y / 1 / 1}, MaandDag{4, 27}, LawRef{atw, "art. 3", "lid 1"}, Zekerheid::M},
    },
    Date{2026y / 11 / 25}};

/// Why a day is no working day, with the article.
struct Rustdag {
    std::string_view naam;
    LawRef source;
    Zekerheid zekerheid;
};
/// Easter Sunday of a year (Gregorian).
Date pasen(std::chrono::year);
/// Nothing on a working day.
std::optional<Rustdag> rustdag(Date);
bool is_rustdag(Date);
/// Article 1(1): the day itself, or the next day that is no Saturday, Sunday, holiday or equated day.
Date rolled(Date);

/// Article 4: what does not roll. A term of exactly 12 weeks, 90 days or 3 months still does.
inline constexpr int langste_rollende_termijn_weken = 12, langste_rollende_termijn_dagen = 90,
                     langste_rollende_termijn_maanden = 3;
}
