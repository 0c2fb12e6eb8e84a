#include "gate/router.h"

namespace gate {
namespace {

bool is_name(std::string_view part) { return part.size() > 2 && part.front() == '{' && part.back() == '}'; }

bool fits(std::vector<std::string_view> const& pattern, std::vector<std::string_view> const& path) {
    if (pattern.size() != path.size()) return false;
    for (std::size_t i = 0; i < path.size(); ++i)
        if (is_name(pattern[i]) ? path[i].empty() : pattern[i] != path[i]) return false;
    return true;
}
}

std::vector<std::string_view> path_parts(std::string_view path) {
    std::vector<std::string_view> parts;
    if (path.empty() || path == "/") return parts;
    std::size_t at = 1;
    while (true) {
        auto const slash = path.find('/', at);
        parts.push_back(path.substr(at, slash == std::string_view::npos ? slash : slash - at));
        if (slash == std::string_view::npos) return parts;
        at = slash + 1;
    }
}

Router::Router(std::vector<Route> const& routes) {
    for (auto const& route : routes) {
        auto parts = path_parts(route.pattern);
        auto const literals = std::ranges::count_if(parts, [](auto p) { return !is_name(p); });
        entries_.push_back({&route, std::move(parts), static_cast<int>(literals)});
    }
    std::ranges::stable_sort(entries_, [](Entry const& a, Entry const& b) { return a.literals > b.literals; });
}

Router::Found Router::find(http::Method method, std::string_view path) const {
    Found found;
    auto const parts = path_parts(path);
    auto const wanted = method == http::Method::head ? http::Method::get : method;
    for (auto const& entry : entries_) {
        if (!fits(entry.parts, parts)) continue;
        if (entry.route->method != wanted) {
            found.other_method = true;
            continue;
        }
        found.route = entry.route;
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (auto const name = entry.parts[i]; is_name(name))
                found.params.emplace_back(std::string{name.substr(1, name.size() - 2)}, std::string{parts[i]});
        return found;
    }
    return found;
}
}
