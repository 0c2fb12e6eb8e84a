#include "vertrouwen/web_factor.h"

#include "platform/html/components_vertrouwen.h"
#include "vertrouwen/account_rules.h"
#include "vertrouwen/qr.h"
#include "vertrouwen/totp.h"
#include "vertrouwen/web.h"
#include "vertrouwen/web_session.h"

namespace vertrouwen {
namespace {
using html::View;

html::Field code_field(View const& v, html::Errors const& errors) {
    return {.name = "code",
            .label = v.t("Code van zes cijfers"),
            .help = v.t("Plakken mag. De code blijft 30 seconden geldig."),
            .value = {},
            .error = std::string{errors.at("code")},
            .autocomplete = "one-time-code",
            .input_mode = "numeric",
            .css_class = "md-code",
            .max_length = 7};
}

std::vector<html::LoginStep> steps(View const& v) {
    return {{v.t("Naam en wachtwoord"), true, false}, {v.t("Code"), false, true}};
}

/// "Dat ben ik niet" ends the half-way session.
html::Html who(gate::Context& context) {
    auto const& v = context.view;
    return html::text(v.t("Ingelogd als {}.", context.sessie->gebruiker.gebruikersnaam))
           + html::post_button(v, "/uitloggen", html::Act::subtle, v.t("Dat ben ik niet"), {}, {}, true);
}

/// These pages are for the step that is due now, and for nobody else.
std::optional<http::Response> not_this_step(gate::Context& context, Stap step) {
    auto const to = terug(context.request);
    if (!context.sessie) return must_log_in(context);
    if (context.sessie->volledig) return go_on(context, context.sessie->gebruiker, {}, to);
    auto const due = next_step(context.sessie->gebruiker);
    if (due == step) return std::nullopt;
    return http::see_other(step_path(due, to));
}

std::string wrong_code(View const& v) {
    return v.t("Deze code klopt niet of is al gebruikt. Na vijf keer fout is het account een kwartier dicht.");
}

http::Response code_page(gate::Context& context, int status, html::Errors const& errors) {
    auto const& v = context.view;
    auto const to = terug(context.request);
    auto const recovery = to.empty() ? "/inloggen/herstelcode" : "/inloggen/herstelcode?terug=" + http::url_encode(to);
    auto const body =
        html::error_summary(v, errors)
        + html::paragraph(html::text(v.t("Open de app op uw telefoon. U ziet daar zes cijfers voor Meedoen.")))
        + html::post_form(v, {.action = "/inloggen/code",
                              .fields = html::text_field(v, code_field(v, errors)) + html::hidden_field("terug", to),
                              .buttons = {html::button(html::Act::primary, v.t("Inloggen"))},
                              .css_class = "md-stack md-gap-l"})
        + html::login_more({html::link(recovery, v.t("Telefoon kwijt? Gebruik een herstelcode")), who(context)});
    return login_page(context, status, v.t("Vul de code in"), steps(v), body);
}

http::Response recovery_page(gate::Context& context, int status, html::Errors const& errors) {
    auto const& v = context.view;
    auto const to = terug(context.request);
    html::Field const field{.name = "herstelcode",
                            .label = v.t("Herstelcode"),
                            .help = v.t("Elke code werkt één keer. Streepjes en hoofdletters maken niet uit."),
                            .value = {},
                            .error = std::string{errors.at("herstelcode")},
                            .autocomplete = "off",
                            .max_length = 20};
    auto const body =
        html::error_summary(v, errors)
        + html::paragraph(html::text(v.t("U kreeg tien herstelcodes toen u de app instelde.")))
        + html::post_form(v, {.action = "/inloggen/herstelcode",
                              .fields = html::text_field(v, field) + html::hidden_field("terug", to),
                              .buttons = {html::button(html::Act::primary, v.t("Inloggen"))},
                              .css_class = "md-stack md-gap-l"})
        + html::login_more({html::link("/inloggen/code", v.t("Toch de code van de app gebruiken")),
                            html::text(v.t("Geen herstelcodes meer? Vraag uw functioneel beheerder om hulp.")),
                            who(context)});
    return login_page(context, status, v.t("Gebruik een herstelcode"), steps(v), body);
}

http::Response setup_page(gate::Context& context, int status, std::string_view secret, html::Errors const& errors) {
    auto const& v = context.view;
    auto const& user = context.sessie->gebruiker;
    auto const body =
        html::error_summary(v, errors)
        + html::paragraph(html::text(
            v.t("Uw gemeente vraagt bij het inloggen ook een code van uw telefoon. Dat stelt u nu één keer in.")))
        + html::post_form(v, {.action = "/inloggen/instellen",
                              .fields = factor_fields(context, user.id, user.gebruikersnaam, secret, errors)
                                        + html::hidden_field("terug", terug(context.request)),
                              .buttons = {html::button(html::Act::primary, v.t("Controleer de code"))},
                              .css_class = "md-stack md-gap-l"})
        + html::login_more({who(context)});
    return login_page(context, status, v.t("Stel de code in"), steps(v), body);
}

http::Response new_password_page(gate::Context& context, int status, html::Errors const& errors) {
    auto const& v = context.view;
    auto const body = html::error_summary(v, errors)
                      + html::paragraph(html::text(
                          v.t("U logde in met een tijdelijk wachtwoord. Kies nu een wachtwoord dat alleen u kent.")))
                      + html::post_form(v, {.action = "/inloggen/wachtwoord",
                                            .fields = new_password_fields(v, errors)
                                                      + html::hidden_field("terug", terug(context.request)),
                                            .buttons = {html::button(html::Act::primary, v.t("Wachtwoord opslaan"))},
                                            .css_class = "md-stack md-gap-l"})
                      + html::login_more({who(context)});
    return login_page(context, status, v.t("Kies een wachtwoord"),
                      {{v.t("Naam en wachtwoord"), true, false}, {v.t("Nieuw wachtwoord"), false, true}}, body);
}
}

void add_refusal(View const& v, Login::Refusal refusal, std::string field, std::string_view wrong,
                 html::Errors& errors) {
    switch (refusal) {
    case Login::Refusal::onjuist: errors.add(std::move(field), std::string{wrong}); return;
    case Login::Refusal::adres_wacht:
        errors.add(std::move(field),
                   v.t("Vanaf uw adres is te vaak fout ingelogd. Wacht een kwartier en probeer het opnieuw."));
        return;
    }
}

html::Html factor_fields(gate::Context& context, GebruikerId user, std::string_view gebruikersnaam,
                         std::string_view secret, html::Errors const& errors) {
    auto const& v = context.view;
    auto const picture = qr_picture(totp_address(secret, gebruikersnaam), v.t("QR-code om met de app te scannen"));
    return html::step_list({html::text(v.t("Open een authenticator-app op uw telefoon, bijvoorbeeld Microsoft "
                                           "Authenticator, Google Authenticator of Aegis.")),
                            html::text(v.t("Scan deze QR-code met de app.")) + html::paragraph(picture)
                                + html::soft(html::text(v.t("Lukt scannen niet? Typ dan deze sleutel over:")))
                                + html::text(" ") + html::code(totp_readable(secret)),
                            html::text(v.t("Vul de zes cijfers in die de app laat zien."))})
           + html::text_field(v, code_field(v, errors))
           + html::hidden_field("sleutel", login(context).sealed_secret(user, secret));
}

html::Html recovery_panel(gate::Context& context, std::vector<std::string> const& codes, std::string_view next_href) {
    auto const& v = context.view;
    return html::paragraph(html::text(v.t("Bewaar deze tien codes op een veilige plek, niet op uw telefoon. Met één "
                                          "code logt u in als uw telefoon kwijt is. "
                                          "Wij laten ze maar één keer zien.")))
           + html::code_list(codes)
           + html::actions({html::button_link(html::Act::primary, next_href, v.t("Ik heb de codes bewaard, verder"))});
}

html::Html new_password_fields(View const& v, html::Errors const& errors) {
    return html::text_field(v, {.name = "nieuw",
                                .label = v.t("Nieuw wachtwoord"),
                                .help = v.t("Minstens 12 tekens. Vier losse woorden zijn goed te onthouden."),
                                .value = {},
                                .error = std::string{errors.at("nieuw")},
                                .type = "password",
                                .autocomplete = "new-password",
                                .max_length = 200})
           + html::text_field(v, {.name = "herhaald",
                                  .label = v.t("Nog een keer"),
                                  .help = {},
                                  .value = {},
                                  .error = std::string{errors.at("herhaald")},
                                  .type = "password",
                                  .autocomplete = "new-password",
                                  .max_length = 200});
}

std::optional<std::string> read_new_password(gate::Context& context, Gebruiker const& user, html::Errors& errors) {
    auto const& v = context.view;
    auto const wanted = accept_password(context.request.form_value("nieuw"), user.gebruikersnaam);
    if (!wanted)
        errors.add("nieuw", v.t(explain(wanted.error())));
    else if (*wanted != context.request.form_value("herhaald"))
        errors.add("herhaald", v.t("Dit is niet hetzelfde wachtwoord. Typ het nog een keer."));
    else if (login(context).is_current(user.id, *wanted))
        errors.add("nieuw", v.t("Dit is uw oude wachtwoord. Kies een ander."));
    if (!errors.none()) return std::nullopt;
    return *wanted;
}

http::Response show_code(gate::Context& context) {
    if (auto other = not_this_step(context, Stap::code)) return std::move(*other);
    return code_page(context, 200, {});
}

http::Response send_code(gate::Context& context) {
    if (auto other = not_this_step(context, Stap::code)) return std::move(*other);
    auto const token =
        login(context).with_code(*context.sessie, context.request.form_value("code"), herkomst(context.request));
    if (token) return go_on(context, context.sessie->gebruiker, *token, terug(context.request));
    html::Errors errors;
    add_refusal(context.view, token.error(), "code", wrong_code(context.view), errors);
    return code_page(context, 422, errors);
}

http::Response show_recovery(gate::Context& context) {
    if (auto other = not_this_step(context, Stap::code)) return std::move(*other);
    return recovery_page(context, 200, {});
}

http::Response send_recovery(gate::Context& context) {
    if (auto other = not_this_step(context, Stap::code)) return std::move(*other);
    auto const token = login(context).with_recovery_code(*context.sessie, context.request.form_value("herstelcode"),
                                                         herkomst(context.request));
    if (token) return go_on(context, context.sessie->gebruiker, *token, terug(context.request));
    html::Errors errors;
    add_refusal(context.view, token.error(), "herstelcode", wrong_code(context.view), errors);
    return recovery_page(context, 422, errors);
}

http::Response show_setup(gate::Context& context) {
    if (auto other = not_this_step(context, Stap::instellen)) return std::move(*other);
    return setup_page(context, 200, new_totp_secret(), {});
}

http::Response send_setup(gate::Context& context) {
    if (auto other = not_this_step(context, Stap::instellen)) return std::move(*other);
    auto const secret = login(context).open_secret(context.sessie->gebruiker.id, context.request.form_value("sleutel"));
    if (!secret) return gate::error_response(context, 400);
    auto const made = login(context).set_up_factor(*context.sessie, *secret, context.request.form_value("code"),
                                                   herkomst(context.request));
    auto const& v = context.view;
    if (!made) {
        html::Errors errors;
        add_refusal(v, made.error(), "code", wrong_code(v), errors);
        return setup_page(context, 422, *secret, errors);
    }
    auto const to = terug(context.request);
    auto response = login_page(
        context, 200, v.t("Bewaar uw herstelcodes"), steps(v),
        recovery_panel(context, made->herstelcodes, to.empty() ? startpagina(context.sessie->gebruiker.rol) : to));
    set_session_cookie(response, context.request, made->token);
    return response;
}

http::Response show_new_password(gate::Context& context) {
    if (auto other = not_this_step(context, Stap::nieuw_wachtwoord)) return std::move(*other);
    return new_password_page(context, 200, {});
}

http::Response send_new_password(gate::Context& context) {
    if (auto other = not_this_step(context, Stap::nieuw_wachtwoord)) return std::move(*other);
    auto user = context.sessie->gebruiker;
    html::Errors errors;
    auto const wanted = read_new_password(context, user, errors);
    if (!wanted) return new_password_page(context, 422, errors);
    auto const token = login(context).set_password(*context.sessie, *wanted, herkomst(context.request));
    user.wachtwoord_tijdelijk = false;
    auto const to = terug(context.request);
    if (next_step(user) == Stap::klaar) return go_on(context, user, token, to);
    auto response = http::see_other(step_path(next_step(user), to));
    set_session_cookie(response, context.request, token);
    return response;
}
}
