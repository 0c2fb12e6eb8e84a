#include "brp/tekst.h"
#include "instroom/inlees.h"
#include "instroom/web.h"

#include <charconv>
#include <fstream>
#include <iterator>

namespace instroom {
namespace {
using html::Act;
using i18n::N_;
constexpr int per_page = 25, lines_per_page = 50;
constexpr std::uint64_t largest = 64ULL << 20;

std::string moment(html::View const& v, Timestamp t) {
    auto const local = platform::local_time(t);
    return html::short_date(v, local.day) + " " + html::clock_time(v, local.hour, local.minute);
}
std::string address(InleesId id) { return "/inlezen/" + std::to_string(id.value); }

std::string outcome(html::View const& v, Inlees const& i) {
    if (i.stand == "mislukt") return v.t("niet gelukt");
    if (i.stand == "klaar")
        return i.geweigerd > 0 ? v.n("klaar, {} geweigerd", "klaar, {} geweigerd", static_cast<long long>(i.geweigerd))
                               : v.t("klaar");
    return i.stand == "bezig" ? v.t("bezig") : v.t("wacht");
}
std::string_view tone(Inlees const& i) {
    if (i.stand == "mislukt") return "danger";
    if (i.stand == "klaar") return i.geweigerd > 0 ? "warning" : "ok";
    return "waiting";
}

html::Html upload_form(html::View const& v, std::string const& chosen, html::Errors const& errors) {
    std::vector<html::Choice> kinds;
    for (auto const kind : {InleesSoort::brp, InleesSoort::brp_api, InleesSoort::duo, InleesSoort::coa})
        kinds.push_back({std::string{naam(kind)}, v.t(titel(kind)), {}});
    auto const fields = html::radio_field(v,
                                          {.name = "soort",
                                           .label = v.t("Wat voor bestand is het?"),
                                           .help = {},
                                           .value = chosen,
                                           .error = std::string{errors.at("soort")}},
                                          kinds)
                        + html::file_field(v,
                                           {.name = "bestand",
                                            .label = v.t("Bestand"),
                                            .help = v.t("CSV of JSON in UTF-8, hooguit 64 MB."),
                                            .value = {},
                                            .error = std::string{errors.at("bestand")}},
                                           ".csv,.json,.jsonl,.txt");
    return html::panel(
        {.id = "nieuw",
         .title = v.t("Nieuw bestand"),
         .head_end = {},
         .body = html::post_form(v, {.action = "/inlezen",
                                     .fields = fields,
                                     .buttons = {html::button(Act::primary, v.t("Bestand inlezen"), "upload")},
                                     .multipart = true,
                                     .id = "inlezen"})});
}

http::Response list_page(gate::Context& context, int status, std::string const& chosen, html::Errors const& errors) {
    auto const& v = context.view;
    InleesId before{context.id_param("voor")};
    auto const text = context.request.query_value("voor");
    std::from_chars(text.data(), text.data() + text.size(), before.value);
    if (before.value <= 0) before.value = std::numeric_limits<std::int64_t>::max();
    auto rows = context.app.database.read(
        context.scope(), [&](db::Connection& c) { return imports(c, context.access, before, per_page + 1); });
    bool const more = rows.size() > per_page;
    if (more) rows.pop_back();
    html::Html list;
    if (rows.empty()) {
        list = html::empty_state(v.t("Er is nog geen bestand ingelezen."));
    } else {
        html::Table table{.caption = v.t("Ingelezen bestanden"),
                          .columns = {{v.t("Bestand")},
                                      {v.t("Wanneer")},
                                      {v.t("Gelukt"), html::Align::end},
                                      {v.t("Ongewijzigd"), html::Align::end},
                                      {v.t("Geweigerd"), html::Align::end},
                                      {v.t("Stand")}},
                          .rows = {}};
        for (auto const& i : rows)
            table.rows.push_back(
                {{html::cell_two(html::link(address(i.id), html::bdi(i.bestandsnaam)), html::text(v.t(titel(i.soort)))),
                  html::cell_two(html::text(moment(v, i.gestart)),
                                 html::text(i.door.empty() ? v.t("opdrachtregel") : i.door)),
                  html::text(html::grouped(v, i.gelukt)), html::text(html::grouped(v, i.ongewijzigd)),
                  html::text(html::grouped(v, i.geweigerd)), html::status_badge(outcome(v, i), tone(i))},
                 false});
        list = html::panel({.id = "lijst",
                            .title = v.t("Ingelezen bestanden"),
                            .head_end = {},
                            .body = html::data_table(table),
                            .flush = true});
    }
    auto const next = more ? std::optional{"/inlezen?voor=" + std::to_string(rows.back().id.value)} : std::nullopt;
    auto main =
        html::error_summary(v, errors)
        + html::page_head({.title = v.t("Inlezen"),
                           .lead = html::text(v.t(
                               "Lees personen of meldingen in. Hetzelfde bestand nog eens inlezen verandert niets.")),
                           .buttons = {}});
    main += html::stack({upload_form(v, chosen, errors), list}) + html::pager(v, std::nullopt, next);
    return gate::page(context, status, v.t("Inlezen"), std::move(main));
}

/// Stored as "field: sentence" or a sentence, both of them fixed Dutch: each part is translated on its own.
std::string reason(html::View const& v, std::string const& stored) {
    auto const colon = stored.find(": ");
    // A name from the file, such as vNummer, stays as it is written there.
    auto const word = stored.substr(0, stored.find(' '));
    bool const name = std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (colon == std::string::npos) return name ? v.t(stored) : brp::capitalised(v.t(stored));
    return v.t(stored.substr(0, colon)) + ": " + v.t(stored.substr(colon + 2));
}

/// Only the last part of a name that a browser sends, without what could be a path or hide something.
std::string safe_name(std::string_view name) {
    auto const cut = name.find_last_of("/\\");
    std::string out;
    for (char const c : cut == std::string_view::npos ? name : name.substr(cut + 1))
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
    if (out.empty() || !brp::valid_utf8(out)) return "bestand";
    while (out.size() > 120) out.erase(out.size() - std::string{brp::first_character(out)}.size());
    return brp::valid_utf8(out) ? out : "bestand";
}
}

http::Response show_imports(gate::Context& context) { return list_page(context, 200, "brp", {}); }

http::Response upload(gate::Context& context) {
    auto const& v = context.view;
    html::Errors errors;
    std::string const chosen{context.request.form_value("soort")};
    auto const kind = inlees_soort_van(chosen);
    if (!kind) errors.add("soort", v.t("Kies wat voor bestand het is."));
    auto const* const file = context.request.upload("bestand");
    if (!file || file->filename.empty())
        errors.add("bestand", v.t("Kies een bestand."));
    else if (file->size == 0)
        errors.add("bestand", v.t("Het bestand is leeg. Kies een ander bestand."));
    else if (file->size > largest)
        errors.add("bestand", v.t("Dit bestand is groter dan 64 MB. Splits het in delen."));
    if (!errors.none()) return list_page(context, 422, chosen, errors);
    std::ifstream in{file->path, std::ios::binary};
    std::string const content{std::istreambuf_iterator<char>{in}, {}};
    if (auto const wrong = verkeerd_bestand(*kind, std::string_view{content}.substr(0, 4096))) {
        errors.add("bestand", v.t(*wrong));
        return list_page(context, 422, chosen, errors);
    }
    if (auto const wrong = verkeerde_kop(*kind, content)) {
        errors.add("bestand", reason(v, *wrong));
        return list_page(context, 422, chosen, errors);
    }
    auto const id = context.app.database.write(context.scope(), [&](db::Connection& c) {
        return start_import(c, context.app.kluis, context.access, context.now(), *kind, safe_name(file->filename),
                            content);
    });
    if (context.app.runner) context.app.runner->wake();
    return http::see_other(address(id));
}

namespace {
html::Html lines_panel(html::View const& v, Inlees const& i, std::vector<InleesRegel> lines, std::int64_t after) {
    bool const more = lines.size() > lines_per_page;
    if (more) lines.pop_back();
    if (lines.empty())
        return i.stand == "klaar" && after == 0 ? html::alert(html::AlertKind::ok, v.t("Alle regels zijn overgenomen"))
                                                : html::Html{};
    html::Table table{.caption = v.t("Regels om na te kijken"),
                      .columns = {{v.t("Regel"), {}, false, "c-short"}, {v.t("Uitkomst")}, {v.t("Reden")}},
                      .rows = {}};
    for (auto const& line : lines) {
        auto const label = line.uitkomst == "geweigerd" ? v.t("geweigerd")
                           : line.uitkomst == "dubbel"  ? v.t("mogelijk dubbel")
                                                        : v.t("wacht");
        html::Html what = html::text(reason(v, line.reden));
        if (line.persoon)
            what += html::text(" ")
                    + html::link("/inburgeraars/" + std::to_string(line.persoon->value), v.t("Persoon bekijken"));
        // On a phone the number stands without the heading of its column.
        table.rows.push_back({{html::text(v.t("Regel {}", html::grouped(v, line.regel))),
                               html::status_badge(label, line.uitkomst == "geweigerd" ? "danger" : "warning"), what},
                              false});
    }
    auto const next = more ? std::optional{address(i.id) + "?na=" + std::to_string(lines.back().regel)} : std::nullopt;
    auto const first = after > 0 ? std::optional{address(i.id)} : std::nullopt;
    return html::panel({.id = "regels",
                        .title = v.t("Regels om na te kijken"),
                        .head_end = {},
                        .body = html::data_table(table),
                        .flush = true})
           + html::pager(v, first, next);
}
}

http::Response show_import(gate::Context& context) {
    auto const& v = context.view;
    InleesId const id{context.id_param("inlees")};
    std::int64_t after = 0;
    auto const text = context.request.query_value("na");
    std::from_chars(text.data(), text.data() + text.size(), after);
    struct Found {
        std::optional<Inlees> row;
        std::vector<InleesRegel> lines;
    };
    auto const found = context.app.database.read(context.scope(), [&](db::Connection& c) {
        return Found{find_import(c, context.access, id),
                     lines_to_look_at(c, context.access, id, after, lines_per_page + 1)};
    });
    if (!found.row) return gate::not_found(context);
    auto const& i = *found.row;
    bool const running = i.stand == "wacht" || i.stand == "bezig";
    std::vector<html::Html> blocks;
    if (running) {
        blocks.push_back(html::panel(
            {.id = "voortgang",
             .title = v.t("Het bestand wordt ingelezen"),
             .head_end = {},
             .body = html::progress_bar(v, v.t("Regels ingelezen"), i.gedaan(), i.totaal, address(id) + "/voortgang")
                     + html::paragraph(html::text(v.t("U mag deze pagina verlaten. Het inlezen gaat door.")))}));
    } else if (i.stand == "mislukt") {
        blocks.push_back(html::alert(html::AlertKind::error, v.t("Dit bestand is niet ingelezen"),
                                     html::paragraph(html::text(reason(v, i.fout)))));
    }
    if (i.stand != "mislukt")
        blocks.push_back(
            html::panel({.id = "uitkomst",
                         .title = v.t("Uitkomst"),
                         .head_end = html::status_badge(outcome(v, i), tone(i)),
                         .body = html::fact_list(
                             {{v.t("Nieuw of bijgewerkt"), html::text(html::grouped(v, i.gelukt)), {}},
                              {v.t("Ongewijzigd"), html::text(html::grouped(v, i.ongewijzigd)), {}},
                              {v.t("Geweigerd"), html::text(html::grouped(v, i.geweigerd)), {}},
                              {v.t("Soort"), html::text(v.t(titel(i.soort))), {}},
                              {v.t("Ingelezen door"), html::text(i.door.empty() ? v.t("opdrachtregel") : i.door), {}},
                              {v.t("Gestart"), html::text(moment(v, i.gestart)), {}}})}));
    blocks.push_back(lines_panel(v, i, found.lines, after));
    std::vector<std::pair<PersoonId, std::optional<DossierId>>> seen;
    for (auto const& line : found.lines)
        if (line.persoon) seen.emplace_back(*line.persoon, std::nullopt);
    gate::log_reads(context, seen, "inlezen");
    auto main = html::page_head({.title = i.bestandsnaam,
                                 .lead = {},
                                 .buttons = {html::button_link(Act::subtle, "/inlezen", v.t("Terug naar Inlezen"))}})
                + html::stack(blocks);
    http::Response response;
    response.body =
        html::staff_page(v, {.title = i.bestandsnaam, .main = std::move(main), .refresh_seconds = running ? "3" : ""});
    return response;
}

http::Response import_events(gate::Context& context) {
    InleesId const id{context.id_param("inlees")};
    auto const row = context.app.database.read(context.scope(),
                                               [&](db::Connection& c) { return find_import(c, context.access, id); });
    if (!row) return gate::not_found(context);
    http::Response response;
    response.content_type = "text/event-stream";
    response.event_topic = import_topic(id);
    // Where it stands now; and when it was over before the page listened, that too.
    response.body = fmt::format("event: voortgang\ndata: {} {}\n\n", row->gedaan(), row->totaal);
    if (row->stand == "klaar" || row->stand == "mislukt") response.body += "event: klaar\ndata: \n\n";
    return response;
}
}
