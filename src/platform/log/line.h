#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace logging {
/// Appends `text` as the inside of a JSON string: one line, valid UTF-8, whatever the bytes were.
void append_escaped(std::string& out, std::string_view text);
/// `"event":"…","name":"value"…` without the braces, which the logger's pattern puts around it.
std::string members_of(std::string_view event, std::initializer_list<std::pair<std::string_view, std::string>> fields);
}
