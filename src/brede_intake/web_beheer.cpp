#include "brede_intake/store.h"
#include "brede_intake/web.h"
#include "gate/form.h"

#include <algorithm>
#include <charconv>

namespace brede_intake {
namespace {
using html::Act;
using html::Html;
using i18n::N_;

std::string title_of(html::View const& v, Leefgebied const& l) { return l.eigen ? l.titel : v.t(l.titel); }

/// The list as the form sends it: per code its place and whether it is used; a new own one when it has a name.
std::vector<Leefgebied> read_list(http::Request const& r, std::vector<Leefgebied> const& before) {
    struct Placed {
        int place;
        Leefgebied area;
    };
    std::vector<Placed> all;
    for (auto const& old : before) {
        auto area = old;
        area.actief = r.form_value("actief." + old.code) == "ja" || old.wettelijk();
        if (old.eigen) area.titel = gate::trimmed(r.form_value("titel." + old.code));
        auto const typed = r.form_value("plaats." + old.code);
        int place = 99;
        std::from_chars(typed.data(), typed.data() + typed.size(), place);
        if (old.eigen && area.titel.empty() && !area.actief) continue;   // an own one without a name goes
        all.push_back({place, area});
    }
    if (auto const added = gate::trimmed(r.form_value("nieuw")); !added.empty()) {
        int number = 1;
        auto const taken = [&](std::string const& code) {
            return std::ranges::any_of(before, [&](auto const& l) { return l.code == code; });
        };
        while (taken(fmt::format("eigen_{}", number))) ++number;
        all.push_back({99, {.code = fmt::format("eigen_{}", number), .titel = added, .actief = true, .eigen = true}});
    }
    std::ranges::stable_sort(all, {}, &Placed::place);
    std::vector<Leefgebied> out;
    for (auto& one : all) out.push_back(std::move(one.area));
    return out;
}

http::Response screen(gate::Context& context, int status, std::vector<Leefgebied> const& list,
                      html::Errors const& errors) {
    auto const& v = context.view;
    std::vector<html::Row> rows;
    int number = 0;
    for (auto const& l : list) {
        auto const title = title_of(v, l);
        auto const place = html::text_field(v, {.name = "plaats." + l.code,
                                                .label = v.t("Plaats van {}", title),
                                                .value = std::to_string(++number),
                                                .input_mode = "numeric",
                                                .css_class = "md-short",
                                                .max_length = 2});
        auto const name = l.eigen ? html::text_field(v, {.name = "titel." + l.code,
                                                         .label = v.t("Naam"),
                                                         .value = l.titel,
                                                         .max_length = static_cast<int>(langste_titel)})
                                  : html::text(title);
        auto const use =
            l.wettelijk()
                ? html::status_badge(v.t("verplicht door de wet"), "neutral")
                : html::checkbox_field(
                      v, {.name = "actief." + l.code, .label = v.t("Gebruiken: {}", title), .required = false}, "ja",
                      l.actief);
        rows.push_back({{name, place, use}});
    }
    Html fields = html::data_table({.caption = v.t("Leefgebieden in hun volgorde"),
                                    .columns = {{v.t("Leefgebied")}, {v.t("Volgorde")}, {v.t("Gebruik")}},
                                    .rows = rows,
                                    .css_class = "md-tight"});
    fields += html::text_field(v, {.name = "nieuw",
                                   .label = v.t("Eigen leefgebied toevoegen"),
                                   .help = v.t("Bijvoorbeeld: Wonen. Het komt onderaan de lijst."),
                                   .value = std::string{context.request.form_value("nieuw")},
                                   .error = std::string{errors.at("nieuw")},
                                   .required = false,
                                   .max_length = static_cast<int>(langste_titel)});
    auto const form = html::post_form(v, {.action = "/beheer/leefgebieden",
                                          .fields = fields,
                                          .buttons = {html::button(Act::primary, v.t("Lijst opslaan"))}});
    auto const head = html::page_head(
        {.title = v.t("Leefgebieden van de intake"),
         .lead = html::text(
             v.t("De gemeente kiest de volgorde en kan eigen leefgebieden toevoegen. Wat de wet noemt, blijft staan.")),
         .buttons = {}});
    return gate::page(context, status, v.t("Leefgebieden van de intake"),
                      html::error_summary(v, errors) + head
                          + html::panel({.id = "lijst", .title = v.t("Lijst"), .head_end = {}, .body = form}));
}
}

http::Response list_form(gate::Context& context) {
    auto const list = context.app.database.read(
        context.scope(), [&](db::Connection& c) { return leefgebieden(c, context.access.gemeente()); });
    return screen(context, 200, list, {});
}

http::Response save_list(gate::Context& context) {
    std::vector<Leefgebied> list;
    html::Errors errors;
    bool const saved = context.app.database.write(context.scope(), [&](db::Connection& c) {
        errors = {};
        list = read_list(context.request, leefgebieden(c, context.access.gemeente()));
        if (auto const no = check_lijst(list)) {
            errors.add("nieuw", context.view.t(tekst(*no)));
            return false;
        }
        zet_leefgebieden(c, context.access, context.now(), list);
        return true;
    });
    return saved ? http::see_other("/beheer/leefgebieden") : screen(context, 422, list, errors);
}
}
