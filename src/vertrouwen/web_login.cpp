#include "gate/security.h"
#include "platform/html/components_vertrouwen.h"
#include "vertrouwen/account_rules.h"
#include "vertrouwen/kept_form.h"
#include "vertrouwen/session.h"
#include "vertrouwen/web.h"
#include "vertrouwen/web_session.h"

namespace vertrouwen {
namespace {
using html::View;

constexpr std::string_view visitor_cookie = "meedoen-bezoek", secure_visitor_cookie = "__Host-meedoen-bezoek";
std::string_view visitor_name(http::Request const& request) {
    return request.secure ? secure_visitor_cookie : visitor_cookie;
}
std::string key_of_visitor(gate::Context const& context, std::string_view secret) {
    return context.app.kluis.mac("bezoeker", secret);
}

std::vector<html::LoginStep> steps(View const& v, bool password_done) {
    return {{v.t("Naam en wachtwoord"), password_done, !password_done}, {v.t("Code"), false, password_done}};
}

struct LoginForm {
    html::Errors errors;
    std::string gebruikersnaam, terug, notice;
};

/// The first page of all. Gives the browser its visitor's secret when it has none, and signs the form with it.
http::Response login_form(gate::Context& context, int status, LoginForm const& form) {
    auto& v = context.view;
    std::string fresh;
    if (!context.sessie && context.request.cookie(visitor_name(context.request)).empty()) {
        fresh = new_token();
        auto const key = key_of_visitor(context, fresh);
        v.csrf = [key](std::string_view action) { return gate::form_token(key, action); };
    }
    v.return_path = form.terug.empty() ? "/inloggen" : "/inloggen?terug=" + http::url_encode(form.terug);
    auto notice = form.notice.empty() ? html::Html{} : html::alert(html::AlertKind::info, form.notice);
    html::Form const fields{.action = "/inloggen",
                            .fields = html::text_field(v, {.name = "gebruikersnaam",
                                                           .label = v.t("Gebruikersnaam"),
                                                           .help = {},
                                                           .value = form.gebruikersnaam,
                                                           .error = std::string{form.errors.at("gebruikersnaam")},
                                                           .autocomplete = "username",
                                                           .max_length = 200})
                                      + html::text_field(v, {.name = "wachtwoord",
                                                             .label = v.t("Wachtwoord"),
                                                             .help = {},
                                                             .value = {},
                                                             .error = std::string{form.errors.at("wachtwoord")},
                                                             .type = "password",
                                                             .autocomplete = "current-password",
                                                             .max_length = 200})
                                      + html::hidden_field("terug", form.terug),
                            .buttons = {html::button(html::Act::primary, v.t("Verder"))},
                            .css_class = "md-stack md-gap-l"};
    auto const body =
        html::error_summary(v, form.errors) + notice + html::post_form(v, fields)
        + html::login_more({html::text(v.t("Wachtwoord vergeten? Vraag uw functioneel beheerder om een nieuw."))});
    auto response = login_page(context, status, v.t("Inloggen"), steps(v, false), body);
    if (!fresh.empty())
        response.header("Set-Cookie",
                        fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax{}", visitor_name(context.request), fresh,
                                    context.request.secure ? "; Secure" : ""));
    return response;
}

/// Keeps what was posted with a session that has just ended, when its form token shows that the form was ours.
bool keep_form(gate::Context& context) {
    auto const& request = context.request;
    if (request.method != http::Method::post || request.form.empty()) return false;
    if (request.path.starts_with("/account/") || request.path.starts_with("/inloggen")) return false;   // passwords
    auto const old =
        Store{context.app.database, context.app.kluis, context.app.clock}.expired_session(session_cookie(request));
    if (!old || !gate::token_fits(old->csrf_sleutel, request.path, request.form_value("_csrf"))) return false;
    KeptForms{context.app.database, context.app.kluis, context.app.clock}.keep(old->gebruiker.id, request.path,
                                                                               request.form);
    return true;
}

/// A search question holds names: those stay out of the next address.
std::string asked_page(http::Request const& request) {
    if (request.method != http::Method::get) return {};
    bool const bare = request.raw_query.empty() || request.path == "/zoeken" || request.path == "/inburgeraars";
    auto const whole = bare ? request.path : request.path + "?" + request.raw_query;
    return whole == "/" || whole.size() > 900 ? std::string{} : whole;
}
}

std::string visitor_key(gate::Context const& context) {
    auto const secret = context.request.cookie(visitor_name(context.request));
    return key_of_visitor(context, secret.empty() ? std::string_view{new_token()} : secret);
}

http::Response must_log_in(gate::Context& context) {
    auto const& v = context.view;
    auto const wanted = asked_page(context.request);
    if (context.sessie) return http::see_other(step_path(next_step(context.sessie->gebruiker), wanted));
    bool const had_session = !session_cookie(context.request).empty();
    bool const kept = keep_form(context);
    if (!had_session)
        return http::see_other(wanted.empty() ? "/inloggen" : "/inloggen?terug=" + http::url_encode(wanted));
    // 401 and no redirect: a cookie that was valid once opens nothing, also for what is not a browser.
    auto response = login_form(
        context, 401,
        {.errors = {},
         .gebruikersnaam = {},
         .terug = wanted,
         .notice = kept ? v.t("U was te lang weg. Wat u invulde, is bewaard. Log in om het alsnog te versturen.")
                        : v.t("U bent niet meer ingelogd. Log opnieuw in om verder te gaan.")});
    if (!context.request.header("hx-request").empty()) response.header("HX-Redirect", "/inloggen");
    return response;
}

http::Response show_login(gate::Context& context) {
    auto const to = terug(context.request);
    if (!context.sessie)
        return login_form(context, 200, {.errors = {}, .gebruikersnaam = {}, .terug = to, .notice = {}});
    if (context.sessie->volledig) return go_on(context, context.sessie->gebruiker, {}, to);
    return http::see_other(step_path(next_step(context.sessie->gebruiker), to));
}

http::Response log_in(gate::Context& context) {
    auto const& v = context.view;
    auto const& request = context.request;
    auto const to = terug(request);
    LoginForm form{
        .errors = {}, .gebruikersnaam = std::string{request.form_value("gebruikersnaam")}, .terug = to, .notice = {}};
    if (username_key(form.gebruikersnaam).empty()) form.errors.add("gebruikersnaam", v.t("Vul uw gebruikersnaam in."));
    if (request.form_value("wachtwoord").empty()) form.errors.add("wachtwoord", v.t("Vul uw wachtwoord in."));
    if (!form.errors.none()) return login_form(context, 422, form);

    auto const begun =
        login(context).with_password(form.gebruikersnaam, request.form_value("wachtwoord"), herkomst(request));
    if (!begun) {
        switch (begun.error()) {
        case Login::Refusal::onjuist:
            form.errors.add(
                "gebruikersnaam",
                v.t("Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar, of het account is even dicht. "
                    "Na vijf keer fout wacht u een kwartier."));
            return login_form(context, 422, form);
        case Login::Refusal::adres_wacht: {
            form.errors.add("gebruikersnaam",
                            v.t("Vanaf uw adres is te vaak fout ingelogd. Wacht een kwartier en probeer het opnieuw."));
            auto response = login_form(context, 429, form);
            response.header("Retry-After", "900");
            return response;
        }
        }
    }
    if (context.sessie) login(context).log_out(*context.sessie);
    if (begun->stap == Stap::klaar) return go_on(context, begun->gebruiker, begun->token, to);
    auto response = http::see_other(step_path(begun->stap, to));
    set_session_cookie(response, request, begun->token);
    return response;
}

http::Response log_out(gate::Context& context) {
    if (context.sessie) login(context).log_out(*context.sessie);
    auto response = http::see_other("/inloggen");
    clear_session_cookie(response, context.request);
    response.header("Clear-Site-Data", "\"cache\"");
    return response;
}

http::Response set_language(gate::Context& context) {
    auto const& request = context.request;
    auto const wanted = request.param("taal");
    if (wanted != "nl" && wanted != "en") return gate::not_found(context);
    auto response =
        http::see_other(request.query_value("terug").empty() ? "/" : gate::local_path(request.query_value("terug")));
    // Another site may link here, but it does not choose for somebody who is logged in.
    auto const site = request.header("sec-fetch-site");
    if (context.sessie && site != "cross-site") login(context).set_language(context.sessie->gebruiker.id, wanted);
    if (!context.sessie)
        response.header("Set-Cookie", fmt::format("taal={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{}", wanted,
                                                  request.secure ? "; Secure" : ""));
    return response;
}
}
