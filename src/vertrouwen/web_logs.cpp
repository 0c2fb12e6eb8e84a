#include "gate/form.h"
#include "platform/html/reference.h"
#include "vertrouwen/handelingen.h"
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

/// The filter as it stands in the address; the days as gate::date_query gives them.
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
    return {std::string{r.query_value("dossier")}, std::string{r.query_value("gebruiker")}, gate::date_query(r, "van"),
            gate::date_query(r, "tot"), number(r.query_value("voor"))};
}

std::optional<Date> day_of(View const& v, std::string const& typed, std::string field, html::Errors& errors) {
    if (typed.empty()) return std::nullopt;
    auto const day = gate::whole_date(typed);
    if (!day) errors.add(std::move(field), v.t("Vul een dag in die bestaat, bijvoorbeeld 25 11 2026."));
    return day;
}

LeesFilter filter_of(View const& v, Question const& q, html::Errors& errors) {
    LeesFilter filter;
    if (auto const user = number(q.gebruiker)) filter.gebruiker = GebruikerId{*user};
    auto const first = day_of(v, q.van, "van", errors), last = day_of(v, q.tot, "tot", errors);
    if (first && last && *last < *first) errors.add("tot", v.t("De laatste dag ligt vóór de eerste."));
    if (first) filter.vanaf = platform::moment_of({*first, 0, 0});
    if (last) filter.tot = platform::moment_of({*last + std::chrono::days{1}, 0, 0});
    filter.voor = q.voor;
    return filter;
}

html::Html filter_form(View const& v, std::string_view path, Question const& q, std::vector<Lezer> const& people,
                       html::Errors const& errors, bool with_file) {
    std::vector<html::Choice> users{{"", v.t("Iedereen"), ""}};
    for (auto const& p : people) users.push_back({std::to_string(p.gebruiker.value), p.naam, ""});
    auto const day = [&](std::string name, std::string label, std::string const& value) {
        auto error = std::string{errors.at(name)};
        return html::date_field(v, {.name = std::move(name),
                                    .label = std::move(label),
                                    .help = {},
                                    .value = value,
                                    .error = std::move(error),
                                    .required = false});
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
                line.dossier ? html::link(path, html::reference(line.dossier_nummer.empty() ? v.t("dossier")
                                                                                            : line.dossier_nummer))
                             : html::Html{});
        }
        row.cells.push_back(html::text(purpose_text(v, line)));
        row.cells.push_back(html::text(in_words(v, lezing_titel(line.handeling), line.handeling)));
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
        + filter_form(v, "/beheer/leeslog", q, people, errors, true)
        + (errors.none() ? read_list(v, "/beheer/leeslog", q, lines, true) : html::Html{});
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
                      + filter_form(v, path, q, people, errors, false)
                      + (errors.none() ? read_list(v, path, q, lines, false) : html::Html{});
    return gate::page(context, errors.none() ? 200 : 422, v.t("Inzage dossier {}", nummer), main);
}
}
