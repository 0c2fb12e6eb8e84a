#include "gate/security.h"
#include "vertrouwen/logs.h"
#include "vertrouwen/web.h"
#include "vertrouwen/web_session.h"

#include <charconv>

namespace vertrouwen {
namespace {
using html::View;
constexpr std::size_t page_size = 50, longest_reason = 500;

Store store(gate::Context& context) { return {context.app.database, context.app.kluis, context.app.clock}; }

std::int64_t number(std::string_view text) {
    std::int64_t n{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    return error == std::errc{} && end == text.data() + text.size() && n > 0 ? n : 0;
}

/// Where the user wanted to go: the page that was refused, or the file.
std::string wanted_page(http::Request const& request, DossierId dossier) {
    auto const file = fmt::format("/dossiers/{}", dossier.value);
    if (request.has_form("dossier")) {
        auto const chosen = gate::local_path(request.form_value("terug"));
        return chosen.starts_with("/dossiers/") ? chosen : file;
    }
    return request.method == http::Method::get ? request.path : file;
}

std::vector<html::Choice> purpose_choices(View const& v, Rol rol) {
    std::vector<html::Choice> choices;
    for (auto const doel : doelen(rol))
        choices.push_back({std::string{naam(doel)}, v.t(titel(doel)),
                           doel == Doel::noodtoegang
                               ? v.t("Alleen bij gevaar of spoed. Duurt één uur. De privacy officer kijkt het na.")
                               : ""});
    return choices;
}
}

http::Response purpose_page(gate::Context& context, DossierId dossier, html::Errors const& errors) {
    auto const& v = context.view;
    auto const& request = context.request;
    auto const rol = context.sessie->gebruiker.rol;
    auto const nummer = context.app.database.read(
        context.scope(), [&](db::Connection& c) { return number_of_file(c, context.access, dossier).value_or(""); });
    auto const fields =
        html::radio_field(v,
                          {.name = "doel",
                           .label = v.t("Waarvoor hebt u dit dossier nodig?"),
                           .help = {},
                           .value = std::string{request.form_value("doel")},
                           .error = std::string{errors.at("doel")}},
                          purpose_choices(v, rol))
        + html::textarea_field(
            v,
            {.name = "reden",
             .label = v.t("Toelichting"),
             .help = v.t("Bij noodtoegang verplicht: minstens 20 letters. Schrijf hier geen namen of BSN."),
             .value = std::string{request.form_value("reden")},
             .error = std::string{errors.at("reden")},
             .required = false,
             .max_length = static_cast<int>(longest_reason)},
            3)
        + html::hidden_field("dossier", std::to_string(dossier.value))
        + html::hidden_field("terug", wanted_page(request, dossier));
    auto const main =
        html::error_summary(v, errors)
        + html::page_head({.title = v.t("Waarom opent u dossier {}?", nummer),
                           .lead = html::text(v.t("Dit dossier hoort niet bij uw eigen caseload. Uw keuze geldt acht "
                                                  "uur en staat in het leeslog, dat de inburgeraar kan zien.")),
                           .buttons = {}})
        + html::panel({.id = "doel-kiezen",
                       .title = v.t("Doel"),
                       .head_end = {},
                       .body = html::post_form(
                           v, {.action = "/toegang",
                               .fields = fields,
                               .buttons = {html::button(html::Act::primary, v.t("Open het dossier")),
                                           html::button_link(html::Act::subtle, "/mijn-werk", v.t("Niet openen"))}})});
    return gate::page(context, errors.none() ? 403 : 422, v.t("Kies een doel"), main);
}

http::Response own_family_page(gate::Context& context, DossierId dossier) {
    auto const& v = context.view;
    store(context).family_alert(context.sessie->gebruiker.access(), dossier);
    auto const main = html::page_head({.title = v.t("Dit dossier is voor u gesloten"), .lead = {}, .buttons = {}})
                      + html::paragraph(html::text(v.t("Het is van uzelf of van uw familie. Een collega behandelt het. "
                                                       "De privacy officer heeft een melding gekregen.")))
                      + html::actions({html::button_link(html::Act::primary, "/", v.t("Naar de startpagina"))});
    return gate::page(context, 403, v.t("Dit dossier is voor u gesloten"), main);
}

http::Response closed_file_page(gate::Context& context, DossierId dossier, DossierRelatie const& relation) {
    auto const& v = context.view;
    auto const title = relation.overleden ? v.t("Deze persoon is overleden") : v.t("Dit dossier is gesloten");
    auto const lead = relation.overleden
                          ? v.t("Er komt geen intake of plan meer. Er is niets opgeslagen. Klopt het overlijden niet? "
                                "Wijzig het dan eerst bij Persoon.")
                          : v.t("Er is niets opgeslagen. Heropen het dossier als de intake of het plan verder moet.");
    auto const main = html::page_head({.title = title, .lead = {}, .buttons = {}}) + html::paragraph(html::text(lead))
                      + html::actions({html::button_link(html::Act::primary, fmt::format("/dossiers/{}", dossier.value),
                                                         v.t("Naar het dossier"))});
    return gate::page(context, 409, title, main);
}

http::Response grant(gate::Context& context) {
    auto const& v = context.view;
    auto const& request = context.request;
    auto const user = context.sessie->gebruiker.access();
    DossierId const dossier{number(request.form_value("dossier"))};
    auto const relation = dossier.value == 0 ? std::nullopt : store(context).relation(user, dossier);
    if (!relation || relation->gemeente != user.gemeente) return gate::not_found(context);
    if (relation->eigen_gezin) return own_family_page(context, dossier);

    std::string reden{request.form_value("reden")};
    html::Errors errors;
    if (reden.size() > longest_reason)
        errors.add("reden", v.t("Deze toelichting is te lang. Neem hoogstens {} tekens.", longest_reason));
    auto const doel = choose_purpose(user.rol, request.form_value("doel"), reden);
    if (!doel) {
        switch (doel.error()) {
        case DoelRefusal::onbekend_doel:
        case DoelRefusal::niet_voor_rol: errors.add("doel", v.t("Kies waarvoor u dit dossier nodig hebt.")); break;
        case DoelRefusal::reden_te_kort:
            errors.add("reden", v.t("Schrijf in minstens {} letters waarom u noodtoegang nodig hebt.", minimale_reden));
            break;
        }
    }
    if (!errors.none()) return purpose_page(context, dossier, errors);
    store(context).grant_purpose(user, dossier, *doel, reden);
    return http::see_other(wanted_page(request, dossier));
}

namespace {
ToegangSoort kind_of(std::string_view text) {
    if (text == "noodtoegang") return ToegangSoort::noodtoegang;
    return text == "alles" ? ToegangSoort::alles : ToegangSoort::na_te_kijken;
}
std::string_view name_of(ToegangSoort kind) {
    switch (kind) {
    case ToegangSoort::na_te_kijken: return "open";
    case ToegangSoort::noodtoegang: return "noodtoegang";
    case ToegangSoort::alles: return "alles";
    }
    return "open";
}

html::Html verdict_cell(View const& v, ToegangRegel const& line) {
    if (line.nagekeken_op)
        return html::cell_two(html::text(line.oordeel == "terecht" ? v.t("Terecht") : v.t("Niet terecht")),
                              html::text(line.nagekeken_door + ", " + moment(v, *line.nagekeken_op)));
    auto const action = fmt::format("/beheer/noodtoegang/{}/nagekeken", line.id);
    auto const judge = [&](std::string label, std::string_view verdict) {
        return html::post_button(v, action, html::Act::secondary, label, {}, html::hidden_field("oordeel", verdict),
                                 true);
    };
    return html::actions({judge(v.t("Terecht"), "terecht"), judge(v.t("Niet terecht"), "onterecht")});
}

html::Html access_table(View const& v, std::vector<ToegangRegel> const& lines) {
    html::Table table{
        .caption = v.t("Toegang buiten de eigen caseload"),
        .columns = {{v.t("Wanneer")}, {v.t("Wie")}, {v.t("Dossier")}, {v.t("Doel en reden")}, {v.t("Nagekeken")}},
        .row_header = 1};
    for (auto const& line : lines) {
        auto const rol = rol_van(line.gebruiker_rol);
        auto const doel = doel_van(line.doel);
        table.rows.push_back(
            {.cells = {
                 html::cell_two(html::text(moment(v, line.vanaf)), html::text(v.t("tot {}", moment(v, line.tot)))),
                 html::cell_two(html::bdi(line.gebruiker_naam), html::text(rol ? v.t(titel(*rol)) : "")),
                 html::link(fmt::format("/dossiers/{}/inzage", line.dossier.value),
                            line.dossier_nummer.empty() ? v.t("dossier") : line.dossier_nummer),
                 html::cell_two(html::text(doel ? v.t(titel(*doel)) : line.doel), html::bdi(line.reden)),
                 verdict_cell(v, line)}});
    }
    return html::data_table(table);
}

html::Html alerts_panel(View const& v, std::vector<AuditRegel> const& alerts) {
    if (alerts.empty()) return {};
    html::Table table{.caption = v.t("Eigen of familiedossier"),
                      .columns = {{v.t("Wanneer")}, {v.t("Wie")}, {v.t("Dossier")}},
                      .row_header = 1};
    for (auto const& a : alerts)
        table.rows.push_back({.cells = {html::text(moment(v, a.tijdstip)), html::bdi(a.gebruiker_naam),
                                        html::link(fmt::format("/dossiers/{}/inzage", a.voorwerp), v.t("Wie keek"))}});
    return html::panel({.id = "eigen-dossier",
                        .title = v.t("Wilde een eigen of familiedossier openen"),
                        .head_end = {},
                        .body = html::data_table(table),
                        .flush = true});
}
}

http::Response list_accesses(gate::Context& context) {
    auto const& v = context.view;
    auto const kind = kind_of(context.request.query_value("toon"));
    auto const before = number(context.request.query_value("voor"));
    std::vector<ToegangRegel> lines;
    std::vector<AuditRegel> alerts;
    std::int64_t open{};
    context.app.database.read(context.scope(), [&](db::Connection& c) {
        lines = accesses(c, context.access, kind, before > 0 ? std::optional{before} : std::nullopt, page_size + 1);
        alerts = family_alerts(c, context.access, 20);
        open = to_review(c, context.access.gemeente());
    });
    std::optional<std::string> first, next;
    if (before > 0) first = fmt::format("/beheer/noodtoegang?toon={}", name_of(kind));
    if (lines.size() > page_size) {
        lines.resize(page_size);
        next = fmt::format("/beheer/noodtoegang?toon={}&voor={}", name_of(kind), lines.back().id);
    }
    auto const chip = [&](ToegangSoort k, std::string label, std::optional<int> count) {
        return html::Chip{std::move(label), fmt::format("/beheer/noodtoegang?toon={}", name_of(k)), count, k == kind};
    };
    auto const chips =
        html::chips(v.t("Toon"), {chip(ToegangSoort::na_te_kijken, v.t("Na te kijken"), static_cast<int>(open)),
                                  chip(ToegangSoort::noodtoegang, v.t("Alle noodtoegang"), {}),
                                  chip(ToegangSoort::alles, v.t("Ook gekozen doelen"), {})});
    auto const list = lines.empty()
                          ? html::empty_state(kind == ToegangSoort::na_te_kijken
                                                  ? v.t("Er is geen noodtoegang om na te kijken.")
                                                  : v.t("Niemand opende een dossier buiten de eigen caseload."))
                          : access_table(v, lines) + html::pager(v, first, next);
    return gate::page(
        context, v.t("Noodtoegang"),
        html::page_head({.title = v.t("Noodtoegang"),
                         .lead = html::text(
                             v.t("Wie een dossier opende buiten de eigen caseload, waarvoor, en of dat terecht was.")),
                         .buttons = {html::button_link(html::Act::secondary, "/beheer/leeslog", v.t("Leeslog"))}})
            + html::stack({chips, list, alerts_panel(v, alerts)}));
}

http::Response review_access(gate::Context& context) {
    auto const verdict = context.request.form_value("oordeel");
    if (verdict != "terecht" && verdict != "onterecht") return gate::error_response(context, 400);
    auto const done = context.app.database.write(context.scope(), [&](db::Connection& c) {
        return review(c, context.access, context.now(), context.id_param("toegang"), verdict);
    });
    if (done) return http::see_other("/beheer/noodtoegang");
    switch (done.error()) {
    case OordeelRefusal::niet_gevonden: return gate::not_found(context);
    case OordeelRefusal::eigen_toegang: return gate::forbidden(context);
    case OordeelRefusal::al_nagekeken: return http::see_other("/beheer/noodtoegang?toon=noodtoegang");
    }
    return gate::not_found(context);
}
}
