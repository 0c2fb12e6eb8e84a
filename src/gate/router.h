#pragma once
#include "gate/context.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gate {

/// Finds the page for a method and path. Patterns: "/dossiers/{dossier}/notities"; a literal part wins over a {name}.
class Router {
public:
    explicit Router(std::vector<Route> const& routes);

    struct Found {
        Route const* route = nullptr;
        std::vector<std::pair<std::string, std::string>> params;
        bool other_method = false;   // the path exists, but not for this method
    };
    Found find(http::Method method, std::string_view path) const;

private:
    struct Entry {
        Route const* route;
        std::vector<std::string_view> parts;
        int literals;
    };
    std::vector<Entry> entries_;   // most literal parts first
};

/// "/a/b" → {"a", "b"}; a trailing slash makes an empty last part, which no pattern has.
std::vector<std::string_view> path_parts(std::string_view path);
}
