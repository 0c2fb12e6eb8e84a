#pragma once
#include "kernel/check.h"
#include "kernel/date.h"
#include "platform/i18n/i18n.h"

#include <functional>
#include <string>
#include <vector>

namespace html {
/// What every page knows of its reader: language, the day, and how to make a form token. One a request.
struct View {
    i18n::Taal taal = i18n::Taal::nl;
    Date today{};
    std::string path;          // of this request, without the query
    std::string return_path;   // path with query: where a language switch comes back to
    std::function<std::string(std::string_view action)>
        csrf;                // token of this session for a form that posts to `action`
    std::string user_name;   // empty: nobody logged in
    std::string municipality;
    int idle_minutes = 0;   // the session ends after so many; 0: no warning is given
    struct NavItem {
        std::string_view icon, label;
        std::string href;
        int count = 0;
        bool current = false;
    };
    std::vector<NavItem> navigation;   // already limited to what this user may open

    /// The text in the reader's language, {} filled in (fmt). xgettext finds the Dutch text by this name.
    template <class... A> std::string t(std::string_view dutch, A&&... args) const {
        if constexpr (sizeof...(A) == 0)
            return std::string{i18n::translate(taal, dutch)};
        else
            return fmt::format(fmt::runtime(i18n::translate(taal, dutch)), std::forward<A>(args)...);
    }
    /// Singular or plural; {} is n unless more arguments are given.
    template <class... A>
    std::string n(std::string_view one, std::string_view many, long long count, A&&... args) const {
        return fmt::format(fmt::runtime(i18n::translate_plural(taal, one, many, count)), count,
                           std::forward<A>(args)...);
    }
};

std::string long_date(View const&, Date);    // maandag 7 december 2026
std::string short_date(View const&, Date);   // ma 7 dec 2026
std::string short_day(View const&, Date);    // 7 dec 2026
std::string day_month(View const&, Date);    // 7 december
std::string partial_date(View const&,
                         std::string_view iso_with_zeros);   // 14 maart 1997 · maart 1997 · 1997 · onbekend
std::string clock_time(View const&, int hour, int minute);   // 09.30 uur · 09:30
std::string days_left(View const&, int days);                // "nog 12 dagen", "vandaag", "2 dagen te laat"
std::string grouped(View const&, std::int64_t count);        // 12.345 · 12,345
std::string money(View const&, std::int64_t cents);          // € 1.234,50 with no-break spaces
}
