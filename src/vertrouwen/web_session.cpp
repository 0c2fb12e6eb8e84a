#include "vertrouwen/web_session.h"

#include "gate/security.h"
#include "vertrouwen/kept_form.h"

namespace vertrouwen {
namespace {
std::string_view cookie_name(http::Request const& request) { return request.secure ? "__Host-meedoen" : "meedoen"; }
std::string cookie(http::Request const& request, std::string_view value, std::string_view more) {
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax{}{}", cookie_name(request), value,
                       request.secure ? "; Secure" : "", more);
}
}

void set_session_cookie(http::Response& response, http::Request const& request, std::string_view token) {
    response.header("Set-Cookie", cookie(request, token, ""));
}
void clear_session_cookie(http::Response& response, http::Request const& request) {
    response.header("Set-Cookie", cookie(request, "", "; Max-Age=0"));
}
std::string_view session_cookie(http::Request const& request) { return request.cookie(cookie_name(request)); }

Herkomst herkomst(http::Request const& request) {
    return {request.remote_address, browser_name(request.header("user-agent"))};
}

Login login(gate::Context& context) { return {context.app.database, context.app.kluis, context.app.clock}; }

std::string terug(http::Request const& request) {
    auto const wanted =
        request.method == http::Method::post ? request.form_value("terug") : request.query_value("terug");
    auto const path = wanted.empty() ? "" : gate::local_path(wanted);
    auto const leads_back_here =
        path.starts_with("/inloggen") || path.starts_with("/uitloggen") || path.starts_with("/taal/");
    return path == "/" || leads_back_here ? "" : path;
}

std::string step_path(Stap step, std::string_view terug) {
    std::string path;
    switch (step) {
    case Stap::nieuw_wachtwoord: path = "/inloggen/wachtwoord"; break;
    case Stap::code: path = "/inloggen/code"; break;
    case Stap::instellen: path = "/inloggen/instellen"; break;
    case Stap::klaar: path = "/inloggen"; break;
    }
    return terug.empty() ? path : path + "?terug=" + http::url_encode(terug);
}

http::Response go_on(gate::Context& context, Gebruiker const& user, std::string_view token, std::string_view terug) {
    bool const kept = KeptForms{context.app.database, context.app.kluis, context.app.clock}.find(user.id).has_value();
    auto response = http::see_other(kept            ? std::string{"/bewaard-formulier"}
                                    : terug.empty() ? std::string{startpagina(user.rol)}
                                                    : std::string{terug});
    if (!token.empty()) set_session_cookie(response, context.request, token);
    return response;
}

std::string moment(html::View const& view, Timestamp at) {
    auto const local = platform::local_time(at);
    return html::short_date(view, local.day) + ", " + html::clock_time(view, local.hour, local.minute);
}

html::Html advice(std::string_view sentence, std::vector<html::Html> const& buttons) {
    return html::stack({html::paragraph(html::text(sentence)), html::actions(buttons)});
}

http::Response login_page(gate::Context& context, int status, std::string_view title,
                          std::vector<html::LoginStep> const& steps, html::Html const& form) {
    http::Response response;
    response.status = status;
    response.body = html::login_page(context.view, title, steps, form);
    return response;
}
}
