#pragma once
#include <cstddef>
#include <string_view>

/// Bytes from outside as text: where a character ends, and whether it is one.
namespace logging {
/// Length of the valid UTF-8 sequence at the front of a non-empty `text`, 0 when it is not one.
std::size_t utf8_length(std::string_view text);
}
