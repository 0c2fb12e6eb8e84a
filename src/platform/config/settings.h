#pragma once
#include "platform/config/config.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <variant>

namespace config {
/// A value as the file or the environment spells it; monostate is a type that no setting has (a table, true, 1.5).
using Value = std::variant<std::monostate, std::string, std::int64_t, std::vector<std::string>>;

/// One key: where it goes and, for a number, its range.
struct Setting {
    std::string_view key;
    std::variant<std::string Config::*, int Config::*, std::vector<std::string> Config::*,
                 std::optional<std::string> Config::*>
        place;
    int least = 0, most = 0;
};
std::span<Setting const> settings();

inline constexpr std::string_view file_source = "Configuratiebestand";
/// The keys of a TOML file in order. Unreadable or torn: no keys and one finding with the line.
std::vector<std::pair<std::string, Value>> read_file(std::string const& path, std::vector<Finding>& findings);
}
