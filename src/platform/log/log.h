#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

/// JSON lines on standard error. No personal data, ever: no names, BSN, paths with ids, query strings or tokens.
namespace logging {
using Field = std::pair<std::string_view, std::string>;
void set_level(std::string_view level);   // debug, info, warning, error
void info(std::string_view event, std::initializer_list<Field> fields = {});
void warning(std::string_view event, std::initializer_list<Field> fields = {});
void error(std::string_view event, std::initializer_list<Field> fields = {});
}
