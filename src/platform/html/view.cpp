#include "platform/html/view.h"

#include "platform/html/markup.h"

#include <array>
#include <charconv>

namespace html {
namespace {

using Names12 = std::array<std::string_view, 12>;
using Names7 = std::array<std::string_view, 7>;
constexpr Names12 months_nl{"januari", "februari", "maart",     "april",   "mei",      "juni",
                            "juli",    "augustus", "september", "oktober", "november", "december"};
constexpr Names12 months_en{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};
constexpr Names12 short_months_nl{"jan",  "feb", "mrt",  "apr", "mei", "juni",
                                  "juli", "aug", "sept", "okt", "nov", "dec"};
constexpr Names12 short_months_en{"Jan",  "Feb", "Mar",  "Apr", "May", "June",
                                  "July", "Aug", "Sept", "Oct", "Nov", "Dec"};
constexpr Names7 days_nl{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"};
constexpr Names7 days_en{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr Names7 short_days_nl{"zo", "ma", "di", "wo", "do", "vr", "za"};
constexpr Names7 short_days_en{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::string_view space = "\u00A0", minus = "\u2212";

struct Names {
    Names12 const& months;
    Names12 const& short_months;
    Names7 const& days;
    Names7 const& short_days;
};
Names names(View const& view) {
    switch (view.taal) {
    case i18n::Taal::nl: return {months_nl, short_months_nl, days_nl, short_days_nl};
    case i18n::Taal::en: return {months_en, short_months_en, days_en, short_days_en};
    }
    throw Bug{"taal"};
}

struct Parts {
    int year;
    std::size_t month;
    unsigned day;
    std::size_t weekday;
};
Parts parts(Date date) {
    std::chrono::year_month_day const ymd{date};
    return {int{ymd.year()}, unsigned{ymd.month()} - 1, unsigned{ymd.day()}, std::chrono::weekday{date}.c_encoding()};
}

int number(std::string_view digits) {
    int n = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), n);
    return n;
}
}

std::string long_date(View const& view, Date date) {
    auto const [year, month, day, weekday] = parts(date);
    auto const n = names(view);
    return fmt::format("{} {} {} {}", n.days[weekday], day, n.months[month], year);
}

std::string short_date(View const& view, Date date) {
    return fmt::format("{} {}", names(view).short_days[parts(date).weekday], short_day(view, date));
}

std::string short_day(View const& view, Date date) {
    auto const [year, month, day, weekday] = parts(date);
    return fmt::format("{} {} {}", day, names(view).short_months[month], year);
}

std::string day_month(View const& view, Date date) {
    auto const p = parts(date);
    return fmt::format("{} {}", p.day, names(view).months[p.month]);
}

std::string partial_date(View const& view, std::string_view iso) {
    if (iso.size() != 10) return view.t("onbekend");
    int const year = number(iso.substr(0, 4)), month = number(iso.substr(5, 2)), day = number(iso.substr(8, 2));
    if (year == 0) return view.t("onbekend");
    if (month < 1 || month > 12) return std::to_string(year);
    auto const name = names(view).months[static_cast<std::size_t>(month) - 1];
    return day == 0 ? fmt::format("{} {}", name, year) : fmt::format("{} {} {}", day, name, year);
}

std::string clock_time(View const& view, int hour, int minute) {
    switch (view.taal) {
    case i18n::Taal::nl: return fmt::format("{:02}.{:02}{}uur", hour, minute, space);
    case i18n::Taal::en: return fmt::format("{:02}:{:02}", hour, minute);
    }
    throw Bug{"taal"};
}

std::string days_left(View const& view, int days) {
    if (days == 0) return view.t("vandaag");
    if (days > 0) return view.n("nog {} dag", "nog {} dagen", days);
    return view.n("{} dag te laat", "{} dagen te laat", -days);
}

std::string grouped(View const& view, std::int64_t count) {
    bool const negative = count < 0;
    auto digits = std::to_string(negative ? 0 - static_cast<std::uint64_t>(count) : static_cast<std::uint64_t>(count));
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), view.taal == i18n::Taal::nl ? "." : ",");
    return negative ? std::string{minus} + digits : digits;
}

std::string money(View const& view, std::int64_t cents) {
    bool const negative = cents < 0;
    auto const amount = negative ? 0 - static_cast<std::uint64_t>(cents) : static_cast<std::uint64_t>(cents);
    auto const euros = grouped(view, static_cast<std::int64_t>(amount / 100));
    auto const sign = negative ? minus : std::string_view{};
    switch (view.taal) {
    case i18n::Taal::nl: return fmt::format("€{}{}{},{:02}", space, sign, euros, amount % 100);
    case i18n::Taal::en: return fmt::format("{}€{}.{:02}", sign, euros, amount % 100);
    }
    throw Bug{"taal"};
}
}
