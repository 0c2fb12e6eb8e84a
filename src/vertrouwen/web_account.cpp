#include "platform/html/components_vertrouwen.h"
#include "vertrouwen/kept_form.h"
#include "vertrouwen/totp.h"
#include "vertrouwen/users.h"
#include "vertrouwen/web.h"
#include "vertrouwen/web_factor.h"
#include "vertrouwen/web_session.h"

namespace vertrouwen {
namespace {
using html::View;
constexpr std::size_t longest_name = 80;

html::Field password_field(View const& v, html::Errors const& errors) {
    return {.name = "wachtwoord",
            .label = v.t("Uw wachtwoord nu"),
            .help = {},
            .value = {},
            .error = std::string{errors.at("wachtwoord")},
            .type = "password",
            .autocomplete = "current-password",
            .max_length = 200};
}

/// Asked again before anything that a passer-by at an open screen must not be able to do.
bool confirm(gate::Context& context, html::Errors& errors) {
    auto const& v = context.view;
    auto const typed = context.request.form_value("wachtwoord");
    if (typed.empty()) {
        errors.add("wachtwoord", v.t("Vul uw wachtwoord in."));
        return false;
    }
    auto const right = login(context).confirm_password(*context.sessie, typed, herkomst(context.request));
    if (right) return true;
    add_refusal(v, right.error(), "wachtwoord",
                v.t("Dit wachtwoord klopt niet. Na vijf keer fout wacht u een kwartier."), errors);
    return false;
}

html::Html sessions_panel(gate::Context& context, bool with_buttons) {
    auto const& v = context.view;
    auto const& config = context.app.config;
    html::Table table{.caption = v.t("Waar u bent ingelogd"),
                      .columns = {{v.t("Adres en browser")}, {v.t("Ingelogd sinds")}, {v.t("Laatst gebruikt")}}};
    if (with_buttons) table.columns.push_back({.label = v.t("Beëindigen"), .hidden_label = true, .css_class = "c-do"});
    for (auto const& s :
         login(context).sessions(context.sessie->gebruiker.id, config.session_idle_minutes, config.session_hours)) {
        bool const here = s.id == context.sessie->id;
        html::Row row{.cells = {html::text(s.herkomst), html::text(moment(v, s.aangemaakt)),
                                html::text(moment(v, s.laatst_gezien))}};
        if (with_buttons)
            row.cells.push_back(here ? html::status_badge(v.t("Deze sessie"), "ok")
                                     : html::post_button(v, fmt::format("/account/sessies/{}/beeindigen", s.id),
                                                         html::Act::secondary, v.t("Beëindig"), {}, {}, true));
        table.rows.push_back(std::move(row));
    }
    return html::data_table(table);
}

html::Html factor_panel(gate::Context& context) {
    auto const& v = context.view;
    auto const& user = context.sessie->gebruiker;
    if (!user.tweede_factor)
        return advice(
            v.t("U logt in met alleen een wachtwoord. Met een code van uw telefoon is uw account veel beter "
                "beschermd."),
            {html::button_link(html::Act::primary, "/account/tweede-factor", v.t("Stel de code in"), "phone")});
    auto const left = login(context).recovery_codes_left(user.id);
    return advice(
        v.t("U logt in met een wachtwoord en een code van uw telefoon.") + " "
            + v.n("U hebt nog {} herstelcode.", "U hebt nog {} herstelcodes.", left),
        {html::button_link(html::Act::secondary, "/account/herstelcodes", v.t("Maak nieuwe herstelcodes"), "key"),
         html::button_link(html::Act::secondary, "/account/tweede-factor", v.t("Stel een andere telefoon in"),
                           "phone")});
}

http::Response account_page(gate::Context& context, int status, std::string_view naam, std::string_view taal,
                            html::Errors const& errors) {
    auto const& v = context.view;
    auto const& user = context.sessie->gebruiker;
    auto const facts = html::fact_list({{v.t("Gebruikersnaam"), html::bdi(user.gebruikersnaam), {}},
                                        {v.t("Rol"), html::text(v.t(titel(user.rol))), {}},
                                        {v.t("Gemeente"), html::text(user.gemeente_naam), {}}});
    auto const form =
        html::post_form(v, {.action = "/account",
                            .fields = html::text_field(v, {.name = "naam",
                                                           .label = v.t("Uw naam"),
                                                           .help = v.t("Zo zien collega's en inburgeraars u."),
                                                           .value = std::string{naam},
                                                           .error = std::string{errors.at("naam")},
                                                           .autocomplete = "name",
                                                           .max_length = static_cast<int>(longest_name)})
                                      + html::radio_field(v,
                                                          {.name = "taal",
                                                           .label = v.t("Taal van het scherm"),
                                                           .help = {},
                                                           .value = std::string{taal},
                                                           .error = std::string{errors.at("taal")}},
                                                          {{"nl", "Nederlands", ""}, {"en", "English", ""}}),
                            .buttons = {html::button(html::Act::primary, v.t("Opslaan"))}});
    auto const password =
        advice(v.t("Kies een nieuw wachtwoord als iemand het oude kan kennen."),
               {html::button_link(html::Act::secondary, "/account/wachtwoord", v.t("Wijzig wachtwoord"), "key")});
    auto const main =
        html::error_summary(v, errors) + html::page_head({.title = v.t("Mijn account"), .lead = {}, .buttons = {}})
        + html::stack(
            {html::panel(
                 {.id = "gegevens", .title = v.t("Gegevens"), .head_end = {}, .body = html::stack({facts, form})}),
             html::panel({.id = "wachtwoord-deel", .title = v.t("Wachtwoord"), .head_end = {}, .body = password}),
             html::panel({.id = "tweede-factor",
                          .title = v.t("Code van uw telefoon"),
                          .head_end = {},
                          .body = factor_panel(context)}),
             html::panel({.id = "sessies",
                          .title = v.t("Waar u bent ingelogd"),
                          .head_end = {},
                          .body = sessions_panel(context, true),
                          .flush = true})});
    return gate::page(context, status, v.t("Mijn account"), main);
}

/// The names of our fields are Dutch words with - or _ between them.
std::string label_of(std::string_view field) {
    std::string label{field};
    for (auto& c : label)
        if (c == '-' || c == '_') c = ' ';
    return label;
}

http::Response password_page(gate::Context& context, int status, html::Errors const& errors) {
    auto const& v = context.view;
    auto const form =
        html::post_form(v, {.action = "/account/wachtwoord",
                            .fields = html::text_field(v, password_field(v, errors)) + new_password_fields(v, errors),
                            .buttons = {html::button(html::Act::primary, v.t("Wijzig wachtwoord"))}});
    auto const main =
        html::error_summary(v, errors)
        + html::page_head({.title = v.t("Wachtwoord wijzigen"), .lead = {}, .buttons = {}})
        + html::stack({html::panel({.id = "wijzigen", .title = v.t("Nieuw wachtwoord"), .head_end = {}, .body = form}),
                       html::panel({.id = "sessies",
                                    .title = v.t("Deze sessies worden beëindigd, behalve die van nu"),
                                    .head_end = {},
                                    .body = sessions_panel(context, false),
                                    .flush = true})});
    return gate::page(context, status, v.t("Wachtwoord wijzigen"), main);
}

http::Response factor_page(gate::Context& context, int status, std::string_view secret, html::Errors const& errors) {
    auto const& v = context.view;
    auto const& user = context.sessie->gebruiker;
    auto const form = html::post_form(v, {.action = "/account/tweede-factor",
                                          .fields = factor_fields(context, user.id, user.gebruikersnaam, secret, errors)
                                                    + html::text_field(v, password_field(v, errors)),
                                          .buttons = {html::button(html::Act::primary, v.t("Controleer de code"))}});
    return gate::page(
        context, status, v.t("Code instellen"),
        html::error_summary(v, errors)
            + html::page_head({.title = v.t("Code van uw telefoon instellen"), .lead = {}, .buttons = {}})
            + html::panel({.id = "instellen", .title = v.t("In drie stappen"), .head_end = {}, .body = form}));
}

http::Response recovery_page(gate::Context& context, int status, html::Errors const& errors) {
    auto const& v = context.view;
    auto const form =
        html::post_form(v, {.action = "/account/herstelcodes",
                            .fields = html::text_field(v, password_field(v, errors)),
                            .buttons = {html::button(html::Act::primary, v.t("Maak tien nieuwe codes"))}});
    return gate::page(
        context, status, v.t("Herstelcodes"),
        html::error_summary(v, errors)
            + html::page_head({.title = v.t("Nieuwe herstelcodes"),
                               .lead = html::text(v.t("De oude codes werken daarna niet meer.")),
                               .buttons = {}})
            + html::panel(
                {.id = "herstelcodes", .title = v.t("Bevestig met uw wachtwoord"), .head_end = {}, .body = form}));
}
}

http::Response show_account(gate::Context& context) {
    auto const& user = context.sessie->gebruiker;
    return account_page(context, 200, user.naam, user.taal, {});
}

http::Response change_account(gate::Context& context) {
    auto const& v = context.view;
    auto const& request = context.request;
    std::string naam{request.form_value("naam")};
    auto const taal = request.form_value("taal");
    html::Errors errors;
    if (naam.find_first_not_of(' ') == std::string::npos)
        errors.add("naam", v.t("Vul uw naam in."));
    else if (naam.size() > longest_name)
        errors.add("naam", v.t("Deze naam is te lang. Neem hoogstens {} tekens.", longest_name));
    if (taal != "nl" && taal != "en") errors.add("taal", v.t("Kies een taal."));
    if (!errors.none()) return account_page(context, 422, naam, taal, errors);
    auto const& user = context.sessie->gebruiker;
    if (naam != user.naam) login(context).set_name(*context.sessie, naam);
    if (taal != user.taal) login(context).set_language(user.id, taal);
    return http::see_other("/account");
}

http::Response show_password(gate::Context& context) { return password_page(context, 200, {}); }

http::Response change_password(gate::Context& context) {
    html::Errors errors;
    auto const wanted = read_new_password(context, context.sessie->gebruiker, errors);
    if (!confirm(context, errors) || !wanted) return password_page(context, 422, errors);
    auto const token = login(context).set_password(*context.sessie, *wanted, herkomst(context.request));
    auto response = http::see_other("/account");
    set_session_cookie(response, context.request, token);
    return response;
}

http::Response show_factor(gate::Context& context) { return factor_page(context, 200, new_totp_secret(), {}); }

http::Response change_factor(gate::Context& context) {
    auto const& v = context.view;
    auto const secret = login(context).open_secret(context.sessie->gebruiker.id, context.request.form_value("sleutel"));
    if (!secret) return gate::error_response(context, 400);
    html::Errors errors;
    if (!confirm(context, errors)) return factor_page(context, 422, *secret, errors);
    auto const made = login(context).set_up_factor(*context.sessie, *secret, context.request.form_value("code"),
                                                   herkomst(context.request));
    if (!made) {
        add_refusal(v, made.error(), "code", v.t("Deze code klopt niet. Wacht op de volgende code van de app."),
                    errors);
        return factor_page(context, 422, *secret, errors);
    }
    auto response = gate::page(context, v.t("Bewaar uw herstelcodes"),
                               html::page_head({.title = v.t("Bewaar uw herstelcodes"), .lead = {}, .buttons = {}})
                                   + recovery_panel(context, made->herstelcodes, "/account"));
    set_session_cookie(response, context.request, made->token);
    return response;
}

http::Response show_recovery_codes(gate::Context& context) { return recovery_page(context, 200, {}); }

http::Response renew_recovery_codes(gate::Context& context) {
    auto const& v = context.view;
    if (!context.sessie->gebruiker.tweede_factor) return http::see_other("/account/tweede-factor");
    html::Errors errors;
    if (!confirm(context, errors)) return recovery_page(context, 422, errors);
    return gate::page(context, v.t("Bewaar uw herstelcodes"),
                      html::page_head({.title = v.t("Bewaar uw herstelcodes"), .lead = {}, .buttons = {}})
                          + recovery_panel(context, login(context).renew_recovery_codes(*context.sessie), "/account"));
}

http::Response end_session(gate::Context& context) {
    login(context).end_session(*context.sessie, context.id_param("sessie"));
    return http::see_other("/account#sessies");
}

http::Response show_kept_form(gate::Context& context) {
    auto const& v = context.view;
    auto const& user = context.sessie->gebruiker;
    auto const kept = KeptForms{context.app.database, context.app.kluis, context.app.clock}.find(user.id);
    if (!kept) return http::see_other(std::string{startpagina(user.rol)});
    std::vector<html::Fact> facts;
    html::Html fields;
    for (auto const& [name, value] : kept->velden) {
        fields += html::hidden_field(name, value);
        if (!value.empty()) facts.push_back({label_of(name), html::bdi(value), {}});
    }
    fields += html::hidden_field("_bewaard", "ja");   // the gate drops what was kept once this is taken
    auto const main =
        html::page_head({.title = v.t("Uw formulier is bewaard"),
                         .lead = html::text(v.t("U was te lang weg toen u dit verstuurde. Er is nog niets opgeslagen. "
                                                "Een bestand moet u opnieuw kiezen.")),
                         .buttons = {}})
        + html::panel(
            {.id = "bewaard",
             .title = v.t("Dit vulde u in, {}", moment(v, kept->bewaard_op)),
             .head_end = {},
             .body = html::fact_list(facts)
                     + html::post_form(v, {.action = kept->pad,
                                           .fields = fields,
                                           .buttons = {html::button(html::Act::primary, v.t("Verstuur het alsnog"))}})
                     + html::post_button(v, "/bewaard-formulier", html::Act::subtle, v.t("Gooi het weg"))});
    return gate::page(context, v.t("Uw formulier is bewaard"), main);
}

void forget_kept_form(gate::Context& context) {
    KeptForms{context.app.database, context.app.kluis, context.app.clock}.drop(context.sessie->gebruiker.id);
}

http::Response drop_kept_form(gate::Context& context) {
    forget_kept_form(context);
    return http::see_other(std::string{startpagina(context.sessie->gebruiker.rol)});
}
}
