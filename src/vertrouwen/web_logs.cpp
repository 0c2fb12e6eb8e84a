#include "platform/html/components_vertrouwen.h"
#include "vertrouwen/logs.h"
#include "vertrouwen/web.h"
#include "vertrouwen/web_session.h"

#include <charconv>

namespace vertrouwen {
namespace {
using html::View;
constexpr std::size_t page_size = 50;

std::optional<std::int64_t> number(std::string_view text) {
    std::int64_t n{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return n;
}

/// The filter as it stands in the address: the same names as the fields of the form.
struct Question {
    std::string dossier, gebruiker, van, tot;
    std::optional<std::int64_t> voor;
    std::string address(std::string_view path, std::int64_t before) const {
        auto out = fmt::format("{}?voor={}", path, before);
        for (auto const& [name, value] :
             {std::pair{"dossier", &dossier}, {"gebruiker", &gebruiker}, {"van", &van}, {"tot", &tot}})
            if (!value->empty()) out += fmt::format("&{}={}", name, http::url_encode(*value));
        return out;
    }
};
Question read_question(http::Request const& r) {
    auto const value = [&](std::string_view name) { return std::string{r.query_value(name)}; };
    return {value("dossier"), value("gebruiker"), value("van"), value("tot"), number(r.query_value("voor"))};
}

std::optional<Timestamp> begin_of(View const& v, std::string const& day, std::string field, int days_later,
                                  html::Errors& errors) {
    if (day.empty()) return std::nullopt;
    auto const read = parse_date(day);
    if (!read) {
        errors.add(std::move(field), v.t("Deze datum bestaat niet. Schrijf hem als 2026-11-25."));
        return std::nullopt;
    }
    return platform::moment_of({*read + std::chrono::days{days_later}, 0, 0});
}

LeesFilter filter_of(View const& v, Question const& q, html::Errors& errors) {
    LeesFilter filter;
    if (auto const user = number(q.gebruiker)) filter.gebruiker = GebruikerId{*user};
    filter.vanaf = begin_of(v, q.van, "van", 0, errors);
    filter.tot = begin_of(v, q.tot, "tot", 1, errors);
    filter.voor = q.voor;
    return filter;
}

html::Html filter_form(View const& v, std::string_view path, Question const& q, std::vector<Lezer> const& people,
                       html::Errors const& errors, bool with_file) {
    std::vector<html::Choice> users{{"", v.t("Iedereen"), ""}};
    for (auto const& p : people) users.push_back({std::to_string(p.gebruiker.value), p.naam, ""});
    auto const day = [&](std::string name, std::string label, std::string const& value) {
        auto error = std::string{errors.at(name)};
        return html::text_field(v, {.name = std::move(name),
                                    .label = std::move(label),
                                    .help = {},
                                    .value = value,
                                    .error = std::move(error),
                                    .required = false,
                                    .type = "date"});
    };
    html::Html fields;
    if (with_file)
        fields += html::text_field(v, {.name = "dossier",
                                       .label = v.t("Dossiernummer"),
                                       .help = {},
                                       .value = q.dossier,
                                       .error = std::string{errors.at("dossier")},
                                       .required = false,
                                       .max_length = 20});
    fields += html::select_field(v,
                                 {.name = "gebruiker",
                                  .label = v.t("Wie keek"),
                                  .help = {},
                                  .value = q.gebruiker,
                                  .error = {},
                                  .required = false},
                                 users)
              + day("van", v.t("Van"), q.van) + day("tot", v.t("Tot en met"), q.tot);
    return html::get_form({.action = std::string{path},
                           .fields = fields,
                           .buttons = {html::button(html::Act::secondary, v.t("Toon"), "search")},
                           .css_class = "md-filterform"});
}

/// Who was refused had no purpose in force, whatever the log was given to hold.
std::string purpose_text(View const& v, LeesRegel const& line) {
    if (line.resultaat != "gezien") return v.t("Geen");
    auto const doel = doel_van(line.doel);
    return doel ? v.t(titel(*doel)) : line.doel;
}

html::Html outcome(View const& v, std::string_view resultaat) {
    return resultaat == "gezien" ? html::status_badge(v.t("Gezien"), "neutral")
                                 : html::status_badge(v.t("Geweigerd"), "danger");
}

html::Html reader_cell(View const& v, LeesRegel const& line) {
    if (line.gebruiker_naam.empty()) return html::text(v.t("Het systeem zelf"));
    auto const rol = rol_van(line.gebruiker_rol);
    return html::cell_two(html::bdi(line.gebruiker_naam), html::text(rol ? v.t(titel(*rol)) : ""));
}

html::Html read_table(View const& v, std::vector<LeesRegel> const& lines, bool with_file) {
    html::Table table{.caption = v.t("Wie keek wanneer"), .columns = {{v.t("Wanneer")}, {v.t("Wie")}}, .row_header = 1};
    if (with_file) table.columns.push_back({v.t("Dossier")});
    for (auto const& label : {v.t("Waarvoor"), v.t("Wat"), v.t("Uitkomst"), v.t("Vanaf adres")})
        table.columns.push_back({label});
    for (auto const& line : lines) {
        html::Row row{.cells = {html::text(moment(v, line.tijdstip)), reader_cell(v, line)}};
        if (with_file) {
            auto const path = line.dossier ? fmt::format("/dossiers/{}/inzage", line.dossier->value) : std::string{};
            row.cells.push_back(
                line.dossier ? html::link(path, line.dossier_nummer.empty() ? v.t("dossier") : line.dossier_nummer)
                             : html::Html{});
        }
        row.cells.push_back(html::text(purpose_text(v, line)));
        row.cells.push_back(html::text(line.handeling));
        row.cells.push_back(outcome(v, line.resultaat));
        row.cells.push_back(html::text(line.herkomst));
        table.rows.push_back(std::move(row));
    }
    return html::data_table(table);
}

html::Html read_list(View const& v, std::string_view path, Question const& q, std::vector<LeesRegel>& lines,
                     bool with_file) {
    if (lines.empty()) return html::empty_state(v.t("In deze periode keek niemand."));
    std::optional<std::string> first, next;
    if (q.voor) {
        auto start = q.address(path, 0);
        first = start.replace(start.find("voor=0"), 6, "vooraan=ja");
    }
    if (lines.size() > page_size) {
        lines.resize(page_size);
        next = q.address(path, lines.back().volgnummer);
    }
    return read_table(v, lines, with_file) + html::pager(v, first, next);
}

/// "gebruiker_gewijzigd" → "gebruiker gewijzigd".
std::string words(std::string_view stored) {
    std::string text{stored};
    std::ranges::replace(text, '_', ' ');
    return text;
}
}

http::Response show_read_log(gate::Context& context) {
    auto const& v = context.view;
    auto const q = read_question(context.request);
    html::Errors errors;
    auto filter = filter_of(v, q, errors);
    std::vector<Lezer> people;
    std::vector<LeesRegel> lines;
    std::optional<DossierVerwijzing> file;
    context.app.database.read(context.scope(), [&](db::Connection& c) {
        people = users_by_name(c, context.access);
        if (!q.dossier.empty()) {
            file = file_by_number(c, context.access, q.dossier);
            if (!file)
                errors.add("dossier", v.t("Dit dossiernummer is niet van deze gemeente."));
            else
                filter.persoon = file->persoon;
        }
        lines = errors.none() ? read_log(c, context.access, filter, page_size + 1) : std::vector<LeesRegel>{};
    });
    if (file) gate::log_read(context, file->persoon, file->dossier, "leeslog");
    auto const main =
        html::error_summary(v, errors)
        + html::page_head(
            {.title = v.t("Leeslog"),
             .lead =
                 html::text(v.t("Elke keer dat iemand persoonsgegevens opende of wilde openen. De regels staan vast.")),
             .buttons = {html::button_link(html::Act::secondary, "/beheer/noodtoegang", v.t("Noodtoegang")),
                         html::button_link(html::Act::secondary, "/beheer/audit", v.t("Wijzigingen"))}})
        + filter_form(v, "/beheer/leeslog", q, people, errors, true) + read_list(v, "/beheer/leeslog", q, lines, true);
    return gate::page(context, errors.none() ? 200 : 422, v.t("Leeslog"), main);
}

http::Response show_file_readers(gate::Context& context) {
    auto const& v = context.view;
    auto const q = read_question(context.request);
    auto const dossier = *context.access.dossier();
    html::Errors errors;
    auto filter = filter_of(v, q, errors);
    filter.persoon = context.persoon;
    std::vector<Lezer> people;
    std::vector<LeesRegel> lines;
    std::string nummer;
    context.app.database.read(context.scope(), [&](db::Connection& c) {
        people = readers(c, context.access, *context.persoon);
        nummer = number_of_file(c, context.access, dossier).value_or("");
        lines = errors.none() ? read_log(c, context.access, filter, page_size + 1) : std::vector<LeesRegel>{};
    });
    auto const path = fmt::format("/dossiers/{}/inzage", dossier.value);
    std::vector<html::Html> buttons;
    if (context.access.bereik_van(Recht::dossier_lezen) != Bereik::geen)
        buttons.push_back(html::button_link(html::Act::secondary, fmt::format("/dossiers/{}", dossier.value),
                                            v.t("Naar het dossier")));
    auto const main = html::error_summary(v, errors)
                      + html::page_head({.title = v.t("Wie keek in dossier {}", nummer),
                                         .lead = html::text(v.t("De inburgeraar mag deze lijst ook zien.")),
                                         .buttons = buttons})
                      + filter_form(v, path, q, people, errors, false) + read_list(v, path, q, lines, false);
    return gate::page(context, errors.none() ? 200 : 422, v.t("Inzage dossier {}", nummer), main);
}

namespace {
http::Response audit_page(gate::Context& context, html::Html const& notice) {
    auto const& v = context.view;
    auto const before = number(context.request.query_value("voor"));
    auto lines = context.app.database.read(
        context.scope(), [&](db::Connection& c) { return audit_log(c, context.access, before, page_size + 1); });
    std::optional<std::string> first, next;
    if (before) first = "/beheer/audit";
    if (lines.size() > page_size) {
        lines.resize(page_size);
        next = fmt::format("/beheer/audit?voor={}", lines.back().volgnummer);
    }
    html::Table table{.caption = v.t("Wijzigingen"),
                      .columns = {{v.t("Nummer"), html::Align::end},
                                  {v.t("Wanneer")},
                                  {v.t("Wie")},
                                  {v.t("Handeling")},
                                  {v.t("Waarop")},
                                  {v.t("Gegevens")}},
                      .cards = false};
    for (auto const& line : lines)
        table.rows.push_back(
            {.cells = {
                 html::text(std::to_string(line.volgnummer)), html::text(moment(v, line.tijdstip)),
                 line.gebruiker_naam.empty() ? html::text(v.t("Het systeem zelf")) : html::bdi(line.gebruiker_naam),
                 html::text(words(line.handeling)), html::text(fmt::format("{} {}", words(line.soort), line.voorwerp)),
                 line.gegevens == "{}" ? html::Html{} : html::code(line.gegevens)}});
    auto const main =
        notice
        + html::page_head(
            {.title = v.t("Wijzigingen"),
             .lead = html::text(v.t(
                 "Elke wijziging is een schakel in een keten. Wie een regel verandert of weghaalt, breekt de keten.")),
             .buttons = {html::post_button(v, "/beheer/audit", html::Act::secondary, v.t("Controleer de keten"),
                                           "shield")}})
        + (lines.empty() ? html::empty_state(v.t("Nog geen wijzigingen."))
                         : html::data_table(table) + html::pager(v, first, next));
    return gate::page(context, v.t("Wijzigingen"), main);
}
}

http::Response show_audit(gate::Context& context) { return audit_page(context, {}); }

http::Response verify_chain(gate::Context& context) {
    auto const& v = context.view;
    auto const result = verify_audit(context.app.database, context.access.gemeente());
    context.app.database.write(context.scope(), [&](db::Connection& c) {
        audit(c, context.access, context.now(), "keten_gecontroleerd", "keten",
              static_cast<std::int64_t>(result.bevindingen.size()), "{}");
    });
    if (result.bevindingen.empty())
        return audit_page(context, html::alert(html::AlertKind::ok,
                                               v.n("De keten klopt: {} regel gecontroleerd.",
                                                   "De keten klopt: {} regels gecontroleerd.", result.regels),
                                               {}, true));
    std::vector<html::Html> lines;
    for (auto const& b : result.bevindingen) {
        if (lines.size() == 20) break;
        lines.push_back(html::text(v.t("Keten {}, regel {}: {}", b.keten, b.volgnummer, b.wat)));
    }
    return audit_page(context,
                      html::alert(html::AlertKind::error, v.t("De keten klopt niet. Meld dit meteen als incident."),
                                  html::bullet_list(lines), true));
}
}
