#pragma once
#include <string_view>

/// Whether all of `text` is well-formed UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF). A NUL is.
bool is_utf8(std::string_view text);
