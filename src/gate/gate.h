#pragma once
#include "gate/context.h"
#include "gate/router.h"

#include <atomic>

namespace gate {

/// The one way in. In this order: route → session → permission → file (relation, purpose, read log) → form token and
/// once-only key → page. Deny is the default at every step; exceptions become one 500 page here and nowhere else.
class Gate {
public:
    /// `navigation`: all items of the main menu with the route that each opens; the gate shows those a user may open.
    struct MenuItem {
        std::string_view icon, label, path;
        vertrouwen::Recht recht;
    };
    Gate(App& app, std::vector<Route> const& routes, std::vector<MenuItem> navigation);

    http::Response handle(http::Request& request);
    http::RouteLimits limit_for(http::Method method, std::string_view path) const;
    /// What the transport itself refuses (413, 431, 503 …), as a page.
    http::Response transport_error(int status) const;
    /// Prometheus' text format.
    std::string metrics() const;

private:
    http::Response answer(http::Request& request);
    http::Response page_for(http::Request& request, Router::Found const& found);
    http::Response run_page(Context& context, Route const& route);
    http::Response posted(Context& context, Route const& route);
    std::optional<http::Response> enter_file(Context& context, Route const& route);
    void fill_view(Context& context) const;
    void count(int status, std::int64_t micros);

    App& app_;
    Router router_;
    std::vector<MenuItem> menu_;
    struct Numbers {
        std::atomic<std::uint64_t> by_class[6]{}, micros{}, under_10ms{}, under_100ms{}, under_1s{}, total{};
    };
    Numbers numbers_;
};
}
