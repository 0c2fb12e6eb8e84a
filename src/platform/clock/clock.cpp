#include "platform/clock/clock.h"

#include <cstdlib>
#include <date/tz.h>
#include <fmt/format.h>

namespace platform {
namespace {
using std::chrono::microseconds;
using LocalMicros = date::local_time<microseconds>;
using SysMicros = date::sys_time<microseconds>;

/// The zone of the law's calendar. Looked up once: a look-up by name costs more than the conversion.
date::time_zone const& amsterdam() {
    static date::time_zone const& zone = *date::locate_zone("Europe/Amsterdam");
    return zone;
}

LocalMicros local_of(Timestamp moment) { return amsterdam().to_local(SysMicros{microseconds{moment.micros}}); }

std::int64_t wall_clock_micros() {
    return std::chrono::duration_cast<microseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

Date day_of(LocalMicros local) { return Date{std::chrono::floor<std::chrono::days>(local).time_since_epoch()}; }

/// How far the clock must be moved so that it is now the same time of day on `day`.
std::int64_t shift_to(Date day) {
    auto const now = Timestamp{wall_clock_micros()};
    auto const local = local_time(now);
    auto const minute = moment_of(local);
    return moment_of({day, local.hour, local.minute}).micros - minute.micros;
}

/// Reads exactly `digits` digits at the front of `text` and takes them off; nothing when there is something else.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int n = 0;
    for (char const c : text.substr(0, digits)) {
        if (c < '0' || c > '9') return std::nullopt;
        n = n * 10 + (c - '0');
    }
    text.remove_prefix(digits);
    return n;
}

bool take(std::string_view& text, std::string_view any_of) {
    if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

/// `.123456`: digits beyond the sixth are dropped. No fraction at all is zero; a lonely point is torn.
std::optional<std::int64_t> take_fraction(std::string_view& text) {
    if (!take(text, ".")) return 0;
    std::int64_t micros = 0;
    int digits = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; ++digits, text.remove_prefix(1))
        if (digits < 6) micros = micros * 10 + (text.front() - '0');
    if (digits == 0) return std::nullopt;
    for (; digits < 6; ++digits) micros *= 10;
    return micros;
}

/// `Z` or `+01:00`, in minutes east of Greenwich, up to the end of the text.
std::optional<int> take_offset(std::string_view text) {
    if (text == "Z" || text == "z") return 0;
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    int const sign = text[0] == '-' ? -1 : 1;
    text.remove_prefix(1);
    auto const hours = take_number(text, 2);
    if (!hours || !take(text, ":")) return std::nullopt;
    auto const minutes = take_number(text, 2);
    if (!minutes || *hours > 23 || *minutes > 59) return std::nullopt;
    return sign * (*hours * 60 + *minutes);
}

/// `hh:mm:ss`; the 60th second of a leap second is the first of the next minute.
std::optional<std::chrono::seconds> take_time_of_day(std::string_view& text) {
    auto const hour = take_number(text, 2);
    if (!hour || !take(text, ":")) return std::nullopt;
    auto const minute = take_number(text, 2);
    if (!minute || !take(text, ":")) return std::nullopt;
    auto const second = take_number(text, 2);
    if (!second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
}
}

Clock::Clock() {
    char const* const wanted = std::getenv("MEEDOEN_TODAY");
    if (!wanted) return;
    if (auto const day = parse_date(wanted)) shift_micros_ = shift_to(*day);
}

Clock::Clock(Date today) : shift_micros_{shift_to(today)} {}

Timestamp Clock::now() const { return {wall_clock_micros() + shift_micros_}; }

Date Clock::today() const { return local_time(now()).day; }

LocalTime local_time(Timestamp moment) {
    auto const local = local_of(moment);
    auto const day = day_of(local);
    auto const minutes = std::chrono::floor<std::chrono::minutes>(local.time_since_epoch() - day.time_since_epoch());
    return {day, static_cast<int>(minutes.count() / 60), static_cast<int>(minutes.count() % 60)};
}

Timestamp moment_of(LocalTime local) {
    date::local_time<microseconds> const wall{local.day.time_since_epoch() + std::chrono::hours{local.hour}
                                              + std::chrono::minutes{local.minute}};
    // The offset before the jump serves both odd hours: in the doubled hour it is the first of the two moments, and in
    // the hour that does not exist it carries the moment past the gap.
    auto const offset = amsterdam().get_info(wall).first.offset;
    return {microseconds{wall.time_since_epoch() - offset}.count()};
}

std::string to_rfc3339(Timestamp moment) {
    auto const since = microseconds{moment.micros};
    auto const day = std::chrono::floor<std::chrono::days>(since);
    auto const rest = since - day;
    std::chrono::year_month_day const ymd{Date{day}};
    std::chrono::hh_mm_ss const time{rest};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}Z", static_cast<int>(ymd.year()),
                       static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

std::optional<Timestamp> parse_rfc3339(std::string_view text) {
    auto const day = parse_date(text.substr(0, 10));
    if (!day) return std::nullopt;
    text.remove_prefix(10);
    if (!take(text, "Tt ")) return std::nullopt;
    auto const time = take_time_of_day(text);
    if (!time) return std::nullopt;
    auto const fraction = take_fraction(text);
    if (!fraction) return std::nullopt;
    auto const offset = take_offset(text);
    if (!offset) return std::nullopt;
    auto const moment = day->time_since_epoch() + *time - std::chrono::minutes{*offset};
    return Timestamp{microseconds{moment}.count() + *fraction};
}
}
