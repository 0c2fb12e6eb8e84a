#include "platform/html/components_vertrouwen.h"
#include "vertrouwen/account_rules.h"
#include "vertrouwen/users.h"
#include "vertrouwen/web.h"
#include "vertrouwen/web_session.h"

#include <charconv>

namespace vertrouwen {
namespace {
using html::View;
constexpr std::size_t page_size = 50, longest_name = 80;

Users users(gate::Context& context) { return {context.app.database, context.app.kluis, context.app.clock}; }
std::string user_path(GebruikerId id) { return fmt::format("/beheer/gebruikers/{}", id.value); }

std::vector<html::Choice> role_choices(View const& v) {
    std::vector<html::Choice> choices;
    for (int i = 0; i < aantal_rollen; ++i)
        choices.push_back({std::string{naam(static_cast<Rol>(i))}, v.t(titel(static_cast<Rol>(i))), ""});
    return choices;
}
std::vector<html::Choice> team_choices(gate::Context& context) {
    std::vector<html::Choice> choices{{"", context.view.t("Geen team"), ""}};
    for (auto const& team : users(context).teams(context.access))
        choices.push_back({std::to_string(team.id.value), team.naam, ""});
    return choices;
}

/// What the form said, kept as typed.
struct Typed {
    std::string gebruikersnaam, naam, rol, team, actief, versie;
};
Typed typed(http::Request const& r) {
    auto const value = [&](std::string_view name) { return std::string{r.form_value(name)}; };
    return {value("gebruikersnaam"), value("naam"), value("rol"), value("team"), value("actief"), value("versie")};
}
std::int64_t number(std::string_view text) {
    std::int64_t n{};
    std::from_chars(text.data(), text.data() + text.size(), n);
    return n;
}

struct Checked {
    std::string naam;
    Rol rol;
    std::optional<TeamId> team;
};
std::optional<Checked> check_form(gate::Context& context, Typed const& form, html::Errors& errors) {
    auto const& v = context.view;
    if (form.naam.find_first_not_of(' ') == std::string::npos)
        errors.add("naam", v.t("Vul de naam in."));
    else if (form.naam.size() > longest_name)
        errors.add("naam", v.t("Deze naam is te lang. Neem hoogstens {} tekens.", longest_name));
    auto const rol = rol_van(form.rol);
    if (!rol) errors.add("rol", v.t("Kies een rol."));
    std::optional<TeamId> team;
    for (auto const& known : users(context).teams(context.access))
        if (std::to_string(known.id.value) == form.team) team = known.id;
    if (!form.team.empty() && !team) errors.add("team", v.t("Kies een team van deze gemeente."));
    if (!errors.none()) return std::nullopt;
    return Checked{form.naam, *rol, team};
}

html::Html name_role_team(gate::Context& context, Typed const& form, html::Errors const& errors) {
    auto const& v = context.view;
    return html::text_field(v, {.name = "naam",
                                .label = v.t("Naam"),
                                .help = v.t("Voornaam en achternaam. Eén account per persoon, geen groepsaccounts."),
                                .value = form.naam,
                                .error = std::string{errors.at("naam")},
                                .autocomplete = "off",
                                .max_length = static_cast<int>(longest_name)})
           + html::select_field(v,
                                {.name = "rol",
                                 .label = v.t("Rol"),
                                 .help = v.t("De rol bepaalt wat iemand mag openen en ziet."),
                                 .value = form.rol,
                                 .error = std::string{errors.at("rol")}},
                                role_choices(v))
           + html::select_field(v,
                                {.name = "team",
                                 .label = v.t("Team"),
                                 .help = {},
                                 .value = form.team,
                                 .error = std::string{errors.at("team")},
                                 .required = false},
                                team_choices(context));
}

http::Response new_user_page(gate::Context& context, int status, Typed const& form, html::Errors const& errors) {
    auto const& v = context.view;
    auto const fields =
        html::text_field(v, {.name = "gebruikersnaam",
                             .label = v.t("Gebruikersnaam"),
                             .help = v.t("Letters, cijfers, punt, streepje of apenstaart. Een e-mailadres mag."),
                             .value = form.gebruikersnaam,
                             .error = std::string{errors.at("gebruikersnaam")},
                             .autocomplete = "off",
                             .max_length = 80})
        + name_role_team(context, form, errors);
    auto const main =
        html::error_summary(v, errors) + html::page_head({.title = v.t("Nieuwe gebruiker"), .lead = {}, .buttons = {}})
        + html::panel(
            {.id = "nieuw",
             .title = v.t("Gegevens"),
             .head_end = {},
             .body = html::post_form(
                 v, {.action = "/beheer/gebruikers",
                     .fields = fields,
                     .buttons = {html::button(html::Act::primary, v.t("Voeg toe")),
                                 html::button_link(html::Act::subtle, "/beheer/gebruikers", v.t("Terug"))}})});
    return gate::page(context, status, v.t("Nieuwe gebruiker"), main);
}

html::Html state_badge(View const& v, Gebruiker const& user) {
    return user.actief ? html::status_badge(v.t("Actief"), "ok") : html::status_badge(v.t("Buiten gebruik"), "neutral");
}

html::Html change_panel(gate::Context& context, GebruikerId id, Typed const& form, html::Errors const& errors) {
    auto const& v = context.view;
    auto const fields =
        name_role_team(context, form, errors)
        + html::checkbox_field(v,
                               {.name = "actief",
                                .label = v.t("Mag inloggen"),
                                .help = v.t("Zonder vinkje stopt elke sessie van deze gebruiker meteen."),
                                .value = {},
                                .error = {}},
                               "ja", form.actief == "ja")
        + html::hidden_field("versie", form.versie);
    return html::panel({.id = "wijzigen",
                        .title = v.t("Wijzigen"),
                        .head_end = {},
                        .body = html::post_form(v, {.action = user_path(id),
                                                    .fields = fields,
                                                    .buttons = {html::button(html::Act::primary, v.t("Opslaan"))}})});
}

html::Html access_panel(gate::Context& context, GebruikerRegel const& line) {
    auto const& v = context.view;
    auto const path = user_path(line.gebruiker.id);
    std::vector<html::Html> buttons{
        html::post_button(v, path + "/wachtwoord", html::Act::secondary, v.t("Maak tijdelijk wachtwoord"), "key")};
    if (line.gebruiker.tweede_factor)
        buttons.push_back(html::post_button(v, path + "/tweede-factor", html::Act::secondary,
                                            v.t("Verwijder tweede factor"), "phone"));
    return html::panel(
        {.id = "toegang",
         .title = v.t("Toegang herstellen"),
         .head_end = {},
         .body =
             advice(v.t("Stel eerst vast dat u de juiste persoon spreekt. Alle sessies van deze gebruiker stoppen."),
                    buttons)});
}

html::Html shield_panel(gate::Context& context, GebruikerId id, html::Errors const& errors) {
    auto const& v = context.view;
    auto const form = html::post_form(
        v, {.action = user_path(id) + "/afscherming",
            .fields = html::text_field(
                v, {.name = "bsn",
                    .label = v.t("BSN van deze medewerker"),
                    .help = v.t(
                        "Alleen als hij zelf inburgeraar is of was, of familie heeft die dat is. Het eigen dossier en "
                        "dat van familie gaan dan dicht. Het nummer zelf wordt niet bewaard. Leeg: geen afscherming."),
                    .value = {},
                    .error = std::string{errors.at("bsn")},
                    .required = false,
                    .autocomplete = "off",
                    .input_mode = "numeric",
                    .max_length = 12}),
            .buttons = {html::button(html::Act::secondary, v.t("Leg vast"))}});
    return html::panel({.id = "afscherming", .title = v.t("Eigen dossier afschermen"), .head_end = {}, .body = form});
}

http::Response user_page(gate::Context& context, int status, GebruikerRegel const& line, Typed const& form,
                         html::Errors const& errors, html::Html const& notice = {}) {
    auto const& v = context.view;
    auto const& user = line.gebruiker;
    auto const facts = html::fact_list(
        {{v.t("Gebruikersnaam"), html::bdi(user.gebruikersnaam), {}},
         {v.t("Rol"), html::text(v.t(titel(user.rol))), {}},
         {v.t("Team"), html::text(line.team_naam.empty() ? v.t("Geen team") : line.team_naam), {}},
         {v.t("Stand"), state_badge(v, user), {}},
         {v.t("Tweede factor"), html::text(user.tweede_factor ? v.t("Ingesteld") : v.t("Niet ingesteld")), {}},
         {v.t("Wachtwoord"),
          html::text(user.wachtwoord_tijdelijk ? v.t("Nog geen, of tijdelijk") : v.t("Zelf gekozen")),
          {}}});
    std::vector<html::Html> blocks{
        html::panel({.id = "gegevens", .title = v.t("Gegevens"), .head_end = {}, .body = facts})};
    bool const self = user.id == context.access.gebruiker();
    if (self)
        blocks.push_back(html::alert(html::AlertKind::info,
                                     v.t("Dit bent u zelf. Uw eigen rol of toegang wijzigt een andere beheerder.")));
    else {
        blocks.push_back(change_panel(context, user.id, form, errors));
        blocks.push_back(access_panel(context, line));
        blocks.push_back(shield_panel(context, user.id, errors));
    }
    return gate::page(context, status, user.naam,
                      html::error_summary(v, errors) + notice
                          + html::page_head({.title = user.naam,
                                             .lead = {},
                                             .buttons = {html::button_link(html::Act::subtle, "/beheer/gebruikers",
                                                                           v.t("Alle gebruikers"))}})
                          + html::stack(blocks));
}

Typed as_typed(Gebruiker const& user) {
    return {user.gebruikersnaam,         user.naam,
            std::string{naam(user.rol)}, user.team ? std::to_string(user.team->value) : "",
            user.actief ? "ja" : "",     std::to_string(user.versie)};
}

http::Response refused(gate::Context& context, Users::WijzigRefusal refusal) {
    switch (refusal) {
    case Users::WijzigRefusal::niet_gevonden: return gate::not_found(context);
    case Users::WijzigRefusal::zichzelf: return gate::forbidden(context);
    case Users::WijzigRefusal::intussen_gewijzigd: break;   // only `change` gives it, with a page of its own
    }
    return gate::error_response(context, 409);
}
}

http::Response list_users(gate::Context& context) {
    auto const& v = context.view;
    auto const wanted = context.request.query_value("zoek");
    std::optional<Users::Sleutel> after;
    if (!context.request.query_value("na").empty())
        if (auto const last = users(context).find(context.access, {number(context.request.query_value("na"))}))
            after = Users::Sleutel{last->gebruiker.naam, last->gebruiker.id};
    auto const list = users(context).list(context.access, wanted, after, page_size);
    html::Table table{
        .caption = v.t("Gebruikers"),
        .columns = {
            {v.t("Naam")}, {v.t("Rol")}, {v.t("Team")}, {v.t("Tweede factor")}, {v.t("Stand")}, {v.t("Laatst hier")}}};
    for (auto const& line : list.regels) {
        auto const& user = line.gebruiker;
        table.rows.push_back({.cells = {html::cell_two(html::link(user_path(user.id), html::bdi(user.naam)),
                                                       html::bdi(user.gebruikersnaam)),
                                        html::text(v.t(titel(user.rol))), html::text(line.team_naam),
                                        html::text(user.tweede_factor ? v.t("Ja") : v.t("Nee")), state_badge(v, user),
                                        html::text(line.laatst_ingelogd ? moment(v, *line.laatst_ingelogd) : "")}});
    }
    auto const search = html::get_form({.action = "/beheer/gebruikers",
                                        .fields = html::text_field(v, {.name = "zoek",
                                                                       .label = v.t("Zoek op naam of gebruikersnaam"),
                                                                       .help = {},
                                                                       .value = std::string{wanted},
                                                                       .error = {},
                                                                       .required = false,
                                                                       .type = "search",
                                                                       .id = "zoek-gebruiker"}),
                                        .buttons = {html::button(html::Act::secondary, v.t("Zoek"), "search")},
                                        .css_class = "md-filterform"});
    std::optional<std::string> first, next;
    auto const query = wanted.empty() ? std::string{} : "&zoek=" + http::url_encode(wanted);
    if (after) first = "/beheer/gebruikers" + (wanted.empty() ? "" : "?" + query.substr(1));
    if (list.more) next = fmt::format("/beheer/gebruikers?na={}{}", list.regels.back().gebruiker.id.value, query);
    auto const rows =
        list.regels.empty() ? html::empty_state(v.t("Geen gebruikers gevonden.")) : html::data_table(table);
    return gate::page(context, v.t("Gebruikers"),
                      html::page_head({.title = v.t("Gebruikers"),
                                       .lead = html::text(v.t("Wie bij deze gemeente met Meedoen werkt.")),
                                       .buttons = {html::button_link(html::Act::primary, "/beheer/gebruikers/nieuw",
                                                                     v.t("Nieuwe gebruiker"), "plus")}})
                          + html::stack({search, rows, html::pager(v, first, next)}));
}

http::Response show_new_user(gate::Context& context) { return new_user_page(context, 200, {}, {}); }

http::Response add_new_user(gate::Context& context) {
    auto const& v = context.view;
    auto const form = typed(context.request);
    html::Errors errors;
    auto const name = accept_username(form.gebruikersnaam);
    if (!name) {
        switch (name.error()) {
        case GebruikersnaamRefusal::te_kort: errors.add("gebruikersnaam", v.t("Neem minstens drie tekens.")); break;
        case GebruikersnaamRefusal::te_lang: errors.add("gebruikersnaam", v.t("Neem hoogstens tachtig tekens.")); break;
        case GebruikersnaamRefusal::verkeerd_teken:
            errors.add("gebruikersnaam", v.t("Gebruik alleen letters, cijfers, punt, streepje of apenstaart."));
            break;
        }
    }
    auto const checked = check_form(context, form, errors);
    if (!name || !checked) return new_user_page(context, 422, form, errors);
    auto const added = users(context).add_without_password(context.access, {.gebruikersnaam = *name,
                                                                            .naam = checked->naam,
                                                                            .rol = checked->rol,
                                                                            .team = checked->team,
                                                                            .wachtwoord_hash = {}});
    if (!added) {
        errors.add("gebruikersnaam", v.t("Deze gebruikersnaam is al in gebruik. Kies een andere."));
        return new_user_page(context, 422, form, errors);
    }
    return http::see_other(user_path(*added));
}

http::Response show_user(gate::Context& context) {
    auto const line = users(context).find(context.access, {context.id_param("gebruiker")});
    if (!line) return gate::not_found(context);
    return user_page(context, 200, *line, as_typed(line->gebruiker), {});
}

http::Response change_user(gate::Context& context) {
    auto const& v = context.view;
    GebruikerId const id{context.id_param("gebruiker")};
    auto const line = users(context).find(context.access, id);
    if (!line) return gate::not_found(context);
    if (id == context.access.gebruiker()) return gate::forbidden(context);
    auto const form = typed(context.request);
    html::Errors errors;
    auto const checked = check_form(context, form, errors);
    if (!checked) return user_page(context, 422, *line, form, errors);
    auto const done = users(context).change(
        context.access, id, {checked->naam, checked->rol, checked->team, form.actief == "ja", number(form.versie)});
    if (done) return http::see_other(user_path(id));
    if (done.error() != Users::WijzigRefusal::intussen_gewijzigd) return refused(context, done.error());
    // Somebody else was first: theirs stands under "Gegevens", what was typed here stays in the form.
    auto const now = users(context).find(context.access, id);
    if (!now) return gate::not_found(context);
    auto again = form;
    again.versie = std::to_string(now->gebruiker.versie);
    errors.add("", v.t("Iemand anders heeft deze gebruiker net gewijzigd. Bij Gegevens staat wat er nu geldt. Klopt uw "
                       "wijziging nog? Sla dan opnieuw op."));
    return user_page(context, 409, *now, again, errors);
}

http::Response reset_user_password(gate::Context& context) {
    auto const& v = context.view;
    GebruikerId const id{context.id_param("gebruiker")};
    auto const password = users(context).reset_password(context.access, id);
    if (!password) return refused(context, password.error());
    auto const line = users(context).find(context.access, id);
    if (!line) return gate::not_found(context);
    auto const body =
        html::code(*password)
        + html::paragraph(html::text(v.t("Geef het persoonlijk door. Wij laten het maar één keer zien. Bij het "
                                         "inloggen kiest de gebruiker meteen een eigen wachtwoord.")));
    return user_page(context, 200, *line, as_typed(line->gebruiker), {},
                     html::alert(html::AlertKind::ok, v.t("Het tijdelijke wachtwoord is:"), body, true));
}

http::Response reset_user_factor(gate::Context& context) {
    GebruikerId const id{context.id_param("gebruiker")};
    auto const done = users(context).reset_factor(context.access, id);
    return done ? http::see_other(user_path(id)) : refused(context, done.error());
}

http::Response shield_user(gate::Context& context) {
    auto const& v = context.view;
    GebruikerId const id{context.id_param("gebruiker")};
    auto const line = users(context).find(context.access, id);
    if (!line) return gate::not_found(context);
    auto const text = context.request.form_value("bsn");
    std::optional<Bsn> bsn;
    if (!text.empty()) {
        auto const read = Bsn::parse(text);
        if (!read) {
            html::Errors errors;
            errors.add("bsn", v.t("Dit is geen BSN. Een BSN heeft negen cijfers."));
            return user_page(context, 422, *line, as_typed(line->gebruiker), errors);
        }
        bsn = *read;
    }
    auto const done = users(context).set_bsn(context.access, id, bsn);
    return done ? http::see_other(user_path(id)) : refused(context, done.error());
}
}
