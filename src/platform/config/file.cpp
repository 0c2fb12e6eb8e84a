#include "platform/config/settings.h"

#include <fmt/format.h>
#include <fstream>
#include <sstream>

// The only file that pays for the TOML parser. Debian's package also has a shared library; the headers suffice.
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace config {
namespace {

/// A day may stand in the file with or without quotation marks.
std::string iso_of(toml::date day) { return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day); }

Value value_of(toml::node const& node) {
    if (auto const* text = node.as_string()) return text->get();
    if (auto const* number = node.as_integer()) return number->get();
    if (auto const* day = node.as_date()) return iso_of(day->get());
    auto const* const list = node.as_array();
    if (!list) return std::monostate{};
    std::vector<std::string> texts;
    for (auto const& entry : *list) {
        auto const* text = entry.as_string();
        if (!text) return std::monostate{};
        texts.push_back(text->get());
    }
    return texts;
}
}

std::vector<std::pair<std::string, Value>> read_file(std::string const& path, std::vector<Finding>& findings) {
    std::ifstream in{path, std::ios::binary};
    std::ostringstream content;
    // A folder opens as a stream and fails only when it is read.
    if (!in || !(content << in.rdbuf())) {
        // An empty file sets the same mark as one that cannot be read, but it is a file without settings.
        if (in.is_open() && in.peek() == std::ifstream::traits_type::eof() && !in.bad()) return {};
        findings.push_back({path,
                            fmt::format("Het configuratiebestand {} is niet te lezen. Controleer of het bestaat en "
                                        "of Meedoen het mag lezen.",
                                        path),
                            true});
        return {};
    }
    auto const parsed = toml::parse(content.str());
    if (!parsed) {
        auto const& error = parsed.error();
        findings.push_back({path,
                            fmt::format("Het configuratiebestand {} is geen geldige TOML, regel {}: {}. Verbeter die "
                                        "regel.",
                                        path, error.source().begin.line, error.description()),
                            true});
        return {};
    }
    std::vector<std::pair<std::string, Value>> keys;
    for (auto const& [key, node] : parsed.table()) keys.emplace_back(std::string{key.str()}, value_of(node));
    return keys;
}
}
