#include "platform/html/print.h"
#include "platform/html/reference.h"
#include "platform/json/json.h"
#include "vertrouwen/handelingen.h"
#include "vertrouwen/logs.h"
#include "vertrouwen/web.h"
#include "vertrouwen/web_session.h"

#include <algorithm>
#include <charconv>

/// Every change, for whoever watches over them: who, what, about which file, when.
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

/// "geboren_op" → "geboren op", for what has no title of its own.
std::string words(std::string_view stored) {
    std::string text{stored};
    std::ranges::replace(text, '_', ' ');
    return text;
}

struct Read {
    std::vector<AuditRegel> lines;
    std::vector<Lezer> colleagues;
};

std::string name_of(std::vector<Lezer> const& colleagues, std::int64_t id) {
    auto const found = std::ranges::find(colleagues, GebruikerId{id}, &Lezer::gebruiker);
    return found == colleagues.end() ? std::to_string(id) : found->naam;
}

/// A value as kept, for people: a day, a role, a purpose, a colleague by name.
std::string value_text(View const& v, json::Value const& value, std::vector<Lezer> const& colleagues) {
    if (value.is_bool()) return value.as_bool() ? v.t("ja") : v.t("nee");
    if (value.is_integer()) return name_of(colleagues, value.as_integer());
    if (value.is_string()) {
        auto const text = value.as_text();
        if (auto const day = parse_date(text)) return html::short_day(v, *day);
        if (auto const rol = rol_van(text)) return v.t(titel(*rol));
        if (auto const doel = doel_van(text)) return v.t(titel(*doel));
        if (auto const id = number(text)) return name_of(colleagues, *id);
        return words(text);
    }
    std::string all;
    for (auto const& one : value.elements()) all += (all.empty() ? "" : ", ") + value_text(v, one, colleagues);
    return all;
}

html::Html details(View const& v, AuditRegel const& line, std::vector<Lezer> const& colleagues) {
    std::vector<html::Fact> facts;
    auto const add = [&](std::string label, std::string const& value) {
        if (!value.empty()) facts.push_back({std::move(label), html::bdi(value), {}});
    };
    add(v.t("Regel in de keten"), std::to_string(line.volgnummer));
    add(v.t("Code"), line.handeling);
    auto const about = json::Value::parse(line.gegevens);
    if (about && about->is_object())
        for (auto const& key : about->member_names()) {
            bool const was = key.ends_with("_was");
            auto const bare = was ? key.substr(0, key.size() - 4) : key;
            auto const title = gegeven_titel(bare);
            auto const label = title.empty() ? words(bare) : v.t(title);
            add(was ? v.t("{} (was)", label) : label, value_text(v, *about->member(key), colleagues));
        }
    return html::fold(v.t("Details"), html::fact_list(facts));
}

/// What the change is about: the file by its number, a colleague by name, or the kind of thing.
html::Html about(gate::Context const& context, AuditRegel const& line) {
    auto const& v = context.view;
    auto const kind = in_words(v, soort_titel(line.soort), words(line.soort));
    if (!line.over_collega.empty()) return html::cell_two(html::bdi(line.over_collega), html::text(kind));
    if (!line.dossier || line.dossier_nummer.empty()) return html::text(kind);
    auto const& access = context.access;
    auto const path = fmt::format("/dossiers/{}", line.dossier->value);
    auto const file = access.bereik_van(Recht::dossier_lezen) != Bereik::geen
                          ? html::link(path, html::reference(line.dossier_nummer))
                      : access.bereik_van(Recht::dossier_inzage) != Bereik::geen
                          ? html::link(path + "/inzage", html::reference(line.dossier_nummer))
                          : html::reference(line.dossier_nummer);
    return html::cell_two(file, html::text(kind));
}

http::Response audit_page(gate::Context& context, html::Html const& notice) {
    auto const& v = context.view;
    auto const before = number(context.request.query_value("voor"));
    auto r = context.app.database.read(context.scope(), [&](db::Connection& c) {
        return Read{audit_log(c, context.access, before, page_size + 1), users_by_name(c, context.access)};
    });
    std::optional<std::string> first, next;
    if (before) first = "/beheer/audit";
    if (r.lines.size() > page_size) {
        r.lines.resize(page_size);
        next = fmt::format("/beheer/audit?voor={}", r.lines.back().volgnummer);
    }
    html::Table table{.caption = v.t("Wijzigingen"),
                      .columns = {{v.t("Wanneer")},
                                  {v.t("Wie")},
                                  {.label = v.t("Wat"), .css_class = "c-what"},
                                  {v.t("Waarop")},
                                  {v.t("Details"), html::Align::start, true}},
                      .rows = {},
                      .row_header = 2};
    for (auto const& line : r.lines)
        table.rows.push_back(
            {{html::text(moment(v, line.tijdstip)),
              line.gebruiker_naam.empty() ? html::text(v.t("Het systeem zelf")) : html::bdi(line.gebruiker_naam),
              html::text(in_words(v, handeling_titel(line.handeling), line.handeling)), about(context, line),
              details(v, line, r.colleagues)},
             false});
    auto const main =
        notice
        + html::page_head(
            {.title = v.t("Wijzigingen"),
             .lead = html::text(v.t(
                 "Elke wijziging is een schakel in een keten. Wie een regel verandert of weghaalt, breekt de keten.")),
             .buttons = {html::post_button(v, "/beheer/audit", html::Act::secondary, v.t("Controleer de keten"),
                                           "shield")}})
        + (r.lines.empty() ? html::empty_state(v.t("Nog geen wijzigingen."))
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
        auto const chain = b.keten == "audit" ? v.t("Wijzigingen") : v.t("Leeslog");
        lines.push_back(html::text(v.t("{}, regel {}: {}", chain, b.volgnummer, v.t(b.zin, b.volgnummer, b.tot))));
    }
    return audit_page(context,
                      html::alert(html::AlertKind::error, v.t("De keten klopt niet. Meld dit meteen als incident."),
                                  html::bullet_list(lines), true));
}
}
