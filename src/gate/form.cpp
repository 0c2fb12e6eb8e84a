#include "gate/form.h"

#include <fmt/core.h>

namespace gate {
namespace {
bool digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}
}

std::string trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string{text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1)};
}

namespace {
std::string as_typed(std::string const& day, std::string const& month, std::string const& year) {
    if (day.empty() && month.empty() && year.empty()) return {};
    auto const fits = [](std::string const& part, std::size_t most) {
        return part.empty() || (part.size() <= most && digits(part));
    };
    if (!fits(day, 2) || !fits(month, 2) || !(year.empty() || (year.size() == 4 && digits(year))))
        return day + "|" + month + "|" + year;
    return fmt::format("{:0>4}-{:0>2}-{:0>2}", year, month, day);
}
}

std::string date_input(http::Request const& request, std::string_view name) {
    std::string const base{name};
    return as_typed(trimmed(request.form_value(base + "-dag")), trimmed(request.form_value(base + "-maand")),
                    trimmed(request.form_value(base + "-jaar")));
}

std::string date_query(http::Request const& request, std::string_view name) {
    std::string const base{name};
    auto const whole = request.query_value(base);
    if (!whole.empty()) return parse_date(whole) ? std::string{whole} : "||" + std::string{whole};
    return as_typed(trimmed(request.query_value(base + "-dag")), trimmed(request.query_value(base + "-maand")),
                    trimmed(request.query_value(base + "-jaar")));
}

std::optional<Date> whole_date(std::string_view typed) {
    auto const day = parse_date(typed);
    return day ? std::optional{*day} : std::nullopt;
}

std::optional<PartialDate> partial_date(std::string_view typed) {
    auto const date = PartialDate::parse(typed);
    return date ? std::optional{*date} : std::nullopt;
}

std::optional<int> minutes_of_day(std::string_view typed) {
    auto text = trimmed(typed);
    std::erase_if(text, [](char c) { return c == ':' || c == '.'; });
    if (text.size() == 3) text.insert(text.begin(), '0');
    if (text.size() != 4 || !digits(text)) return std::nullopt;
    int const hour = std::stoi(text.substr(0, 2)), minute = std::stoi(text.substr(2));
    if (hour > 23 || minute > 59) return std::nullopt;
    return hour * 60 + minute;
}
}
