#pragma once
#include <optional>
#include <string_view>

namespace brp {
/// Looks at the first bytes of a file: a fixed Dutch sentence that says what it is and what to do when it can never be
/// text of ours (spreadsheet, PDF, UTF-16, …); nothing when it may be.
std::optional<std::string_view> geen_tekst(std::string_view first_bytes);
std::string_view zonder_bom(std::string_view text);
}
