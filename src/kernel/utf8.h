#pragma once
#include <cstddef>
#include <string_view>

/// Whether all of `text` is well-formed UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF). A NUL is.
bool is_utf8(std::string_view text);
/// Length of the well-formed sequence at the front of a non-empty `text`, 0 when it is not one.
std::size_t utf8_length(std::string_view text);
