#pragma once
#include "kernel/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The pure part of reading a request: addresses and forms. No I/O.
namespace http {
using Pairs = std::vector<std::pair<std::string, std::string>>;

enum class TargetRefusal { not_a_path, bad_percent, control_character, not_utf8, dot_segment, bad_query };
/// `authority` only when the client sent a whole address (`GET http://host/path`); it then replaces Host.
struct Target {
    std::string path, raw_query, authority;
    Pairs query;
};
/// Path decoded and normalised (`//` and `/./` become `/`); `..` is refused, not resolved: no browser sends it.
Result<Target, TargetRefusal> parse_target(std::string_view target);

enum class FormRefusal { too_many, not_text };
inline constexpr std::size_t most_pairs = 10'000;
/// `a=1&b=2`, also for queries. A `%` that starts no escape stays, as browsers' own parsers have it; text that is no
/// UTF-8 or holds a NUL is refused, because no database takes it.
Result<Pairs, FormRefusal> parse_urlencoded(std::string_view text);

/// Strict: nothing when an escape is torn.
std::optional<std::string> percent_decode(std::string_view text);
/// The value of `name` in a Cookie header, or empty.
std::string_view cookie_value(std::string_view cookies, std::string_view name);
/// Valid UTF-8 without NUL.
bool is_clean_text(std::string_view text);

std::string lower_ascii(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);
std::string_view trim(std::string_view text);   // spaces and tabs
}
