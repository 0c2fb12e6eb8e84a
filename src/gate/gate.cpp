#include "gate/gate.h"

#include "gate/once.h"
#include "gate/security.h"
#include "platform/html/assets.h"
#include "platform/log/log.h"
#include "vertrouwen/web.h"

namespace gate {
namespace {

using vertrouwen::Bereik;
using vertrouwen::Recht;

std::string_view cookie_name(http::Request const& request) { return request.secure ? "__Host-meedoen" : "meedoen"; }
bool changes_something(http::Method m) { return m != http::Method::get && m != http::Method::head; }

http::Response asset(http::Request const& request) {
    auto const* found = html::find_asset(request.path);
    if (!found) return http::text(404, "");
    http::Response response;
    response.content_type = std::string{found->content_type};
    bool const zip = !found->gzip.empty() && request.header("accept-encoding").find("gzip") != std::string_view::npos;
    response.body = std::string{zip ? found->gzip : found->bytes};
    if (zip) response.header("Content-Encoding", "gzip");
    response.header("Vary", "Accept-Encoding");
    response.header("Cache-Control", "public, max-age=31536000, immutable");
    return response;
}

std::string path_with_query(http::Request const& request) {
    return request.raw_query.empty() ? request.path : request.path + "?" + request.raw_query;
}
}

Gate::Gate(App& app, std::vector<Route> const& routes, std::vector<MenuItem> navigation)
    : app_{app}, router_{routes}, menu_{std::move(navigation)} {}

http::Response Gate::handle(http::Request& request) {
    auto const begun = std::chrono::steady_clock::now();
    http::Response response;
    try {
        response = answer(request);
    } catch (db::Error const& error) {
        bool const away = error.sqlstate.starts_with("08") || error.sqlstate.starts_with("57");
        logging::error("database", {{"request", request.id}, {"sqlstate", error.sqlstate}, {"what", error.what()}});
        response = transport_error(away ? 503 : 500);
        if (!away)
            response.body = error_page(html::View{.today = app_.clock.today(), .path = request.path}, 500, request.id);
    } catch (std::exception const& error) {
        logging::error("fault", {{"request", request.id}, {"what", error.what()}});
        response.status = 500;
        response.body = error_page(html::View{.today = app_.clock.today(), .path = request.path}, 500, request.id);
    }
    bool const cacheable = request.path.starts_with("/static/") && response.status == 200;
    add_security_headers(response, request.secure, cacheable);
    count(response.status,
          std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun).count());
    return response;
}

http::Response Gate::answer(http::Request& request) {
    if (request.path.starts_with("/static/")) return asset(request);
    if (request.path == "/favicon.ico") return http::text(404, "");
    auto const found = router_.find(request.method, request.path);
    if (!found.route) {
        Context context{.app = app_, .request = request, .view = {}, .sessie = {}, .access = {}, .persoon = {}};
        context.sessie = vertrouwen::Store{app_.database, app_.kluis, app_.clock}.session(
            request.cookie(cookie_name(request)), app_.config.session_idle_minutes, app_.config.session_hours);
        fill_view(context);
        auto response = error_response(context, found.other_method ? 405 : 404);
        if (found.other_method) response.header("Allow", changes_something(request.method) ? "GET, HEAD" : "POST");
        return response;
    }
    return page_for(request, found);
}

http::Response Gate::page_for(http::Request& request, Router::Found const& found) {
    auto const& route = *found.route;
    request.params = found.params;
    Context context{.app = app_, .request = request, .view = {}, .sessie = {}, .access = {}, .persoon = {}};
    auto const token = request.cookie(cookie_name(request));
    if (!token.empty())
        context.sessie = vertrouwen::Store{app_.database, app_.kluis, app_.clock}.session(
            token, app_.config.session_idle_minutes, app_.config.session_hours);
    fill_view(context);

    if (route.recht == Recht::publiek || route.recht == Recht::inloggen) return run_page(context, route);
    if (!context.sessie || !context.sessie->volledig) return vertrouwen::must_log_in(context);

    auto const user = context.sessie->gebruiker.access();
    context.access = vertrouwen::Access::van(user);
    if (vertrouwen::bereik(user.rol, route.recht) == Bereik::geen) return forbidden(context);
    if (!request.param("dossier").empty())
        if (auto refused = enter_file(context, route)) return std::move(*refused);
    return run_page(context, route);
}

std::optional<http::Response> Gate::enter_file(Context& context, Route const& route) {
    DossierId const dossier{context.id_param("dossier")};
    auto const user = context.sessie->gebruiker.access();
    vertrouwen::Store store{app_.database, app_.kluis, app_.clock};
    auto const relation = dossier.value == 0 ? std::nullopt : store.relation(user, dossier);
    if (!relation) return not_found(context);

    auto const note = [&](std::string_view outcome, vertrouwen::Doel doel) {
        app_.leeslog.write({{user.gemeente, user.id, relation->persoon, dossier, doel, "dossier", std::string{outcome},
                             context.request.remote_address}});
    };
    auto access = vertrouwen::open_dossier(user, dossier, *relation, route.recht);
    if (access) {
        context.access = *access;
        context.persoon = relation->persoon;
        note("gezien", context.access.doel());
        bool const writes =
            changes_something(context.request.method) && vertrouwen::alleen_in_open_dossier(route.recht);
        if (writes && (!relation->open || relation->overleden))
            return vertrouwen::closed_file_page(context, dossier, *relation);
        return std::nullopt;
    }
    switch (access.error()) {
    case vertrouwen::DossierRefusal::andere_gemeente:
        // The try stands in the log of the user's own municipality; whose file it is, that one must not learn.
        app_.leeslog.write({{user.gemeente, user.id, std::nullopt, dossier, vertrouwen::Doel::eigen_caseload, "dossier",
                             "geweigerd", context.request.remote_address}});
        return not_found(context);
    case vertrouwen::DossierRefusal::eigen_gezin:   // barred for everyone, and seen by the privacy officer
        note("geweigerd", vertrouwen::Doel::eigen_caseload);
        return vertrouwen::own_family_page(context, dossier);
    case vertrouwen::DossierRefusal::buiten_rol:
        note("geweigerd", vertrouwen::Doel::eigen_caseload);
        return forbidden(context);
    case vertrouwen::DossierRefusal::doel_nodig:
        note("geweigerd", vertrouwen::Doel::eigen_caseload);
        return vertrouwen::purpose_page(context, dossier, {});
    }
    return forbidden(context);
}

http::Response Gate::run_page(Context& context, Route const& route) {
    return changes_something(context.request.method) ? posted(context, route) : route.page(context);
}

http::Response Gate::posted(Context& context, Route const& route) {
    auto const& request = context.request;
    auto const key = context.sessie ? context.sessie->csrf_sleutel : vertrouwen::visitor_key(context);
    if (!token_fits(key, request.path, request.form_value("_csrf"))) return error_response(context, 419);
    if (!context.sessie || !context.sessie->volledig) return route.page(context);
    OnceOnly once{app_.database, context.access.gebruiker(), std::string{request.form_value("_eenmalig")},
                  context.now()};
    if (!once.first()) {
        auto const earlier = once.earlier();
        return earlier ? http::see_other(*earlier) : error_response(context, 409);
    }
    auto response = route.page(context);
    once.finish(response);
    if (response.status == 303 && request.has_form("_bewaard")) vertrouwen::forget_kept_form(context);
    return response;
}

void Gate::fill_view(Context& context) const {
    auto& view = context.view;
    auto const& request = context.request;
    view.today = app_.clock.today();
    view.path = request.path;
    view.return_path = request.method == http::Method::get ? path_with_query(request) : request.path;
    auto const key = context.sessie ? context.sessie->csrf_sleutel : vertrouwen::visitor_key(context);
    view.csrf = [key](std::string_view action) { return form_token(key, action); };
    view.taal = i18n::taal_from(request.cookie("taal"));
    if (!context.sessie) return;
    auto const& user = context.sessie->gebruiker;
    view.taal = i18n::taal_from(user.taal);
    view.municipality = user.gemeente_naam;
    if (!context.sessie->volledig) return;
    view.user_name = user.naam;
    view.idle_minutes = app_.config.session_idle_minutes;
    std::size_t nearest = 0;   // of two that fit, /beheer and /beheer/leeslog, the longer one
    for (auto const& item : menu_) {
        if (vertrouwen::bereik(user.rol, item.recht) == Bereik::geen) continue;
        bool const fits = request.path == item.path || request.path.starts_with(std::string{item.path} + "/")
                          || (item.path == "/inburgeraars" && request.path.starts_with("/dossiers/"));
        if (fits) nearest = std::max(nearest, item.path.size());
        view.navigation.push_back({item.icon, item.label, std::string{item.path}, 0, fits});
    }
    for (auto& item : view.navigation) item.current = item.current && item.href.size() == nearest;
}

http::RouteLimits Gate::limit_for(http::Method method, std::string_view path) const {
    auto const found = router_.find(method, path);
    return found.route ? http::RouteLimits{found.route->max_body} : http::RouteLimits{};
}

http::Response Gate::transport_error(int status) const {
    http::Response response;
    response.status = status;
    response.body = error_page(html::View{.today = app_.clock.today()}, status);
    if (status == 503) response.header("Retry-After", "20");
    return response;
}

void Gate::count(int status, std::int64_t micros) {
    auto& n = numbers_;
    ++n.total;
    ++n.by_class[std::min(status / 100, 5)];
    n.micros += static_cast<std::uint64_t>(micros);
    if (micros < 10'000) ++n.under_10ms;
    if (micros < 100'000) ++n.under_100ms;
    if (micros < 1'000'000) ++n.under_1s;
}

std::string Gate::metrics() const {
    auto const& n = numbers_;
    std::string out = "# TYPE meedoen_requests_total counter\n";
    for (int i = 1; i <= 5; ++i)
        out += fmt::format("meedoen_requests_total{{class=\"{}xx\"}} {}\n", i, n.by_class[i].load());
    out += "# TYPE meedoen_request_seconds histogram\n";
    out += fmt::format("meedoen_request_seconds_bucket{{le=\"0.01\"}} {}\n", n.under_10ms.load());
    out += fmt::format("meedoen_request_seconds_bucket{{le=\"0.1\"}} {}\n", n.under_100ms.load());
    out += fmt::format("meedoen_request_seconds_bucket{{le=\"1\"}} {}\n", n.under_1s.load());
    out += fmt::format("meedoen_request_seconds_bucket{{le=\"+Inf\"}} {}\n", n.total.load());
    out +=
        fmt::format("meedoen_request_seconds_sum {}.{:06}\n", n.micros.load() / 1'000'000, n.micros.load() % 1'000'000);
    out += fmt::format("meedoen_request_seconds_count {}\n", n.total.load());
    if (app_.server) {
        auto const s = app_.server->numbers();
        out += fmt::format("# TYPE meedoen_connections gauge\nmeedoen_connections {}\n", s.connections);
        out += fmt::format("# TYPE meedoen_queued gauge\nmeedoen_queued {}\n", s.queued);
        out += fmt::format("# TYPE meedoen_refused_total counter\nmeedoen_refused_total {}\n", s.refused);
    }
    return out;
}
}
