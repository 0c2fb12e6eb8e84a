#include "instroom/dubbel_beeld.h"
#include "instroom/web.h"

#include <charconv>

namespace instroom {
namespace {
using html::Act;
constexpr int a_page = 25;

html::Html person_cell(html::View const& v, std::string const& name, PartialDate born) {
    return html::cell_two(html::bdi(name), html::text(html::partial_date(v, born.to_iso())));
}

DubbelPlek place(std::string_view text) {
    DubbelPlek at;
    auto const dash = text.find('-');
    if (dash == std::string_view::npos) return at;
    std::from_chars(text.data(), text.data() + dash, at.score);
    std::from_chars(text.data() + dash + 1, text.data() + text.size(), at.id);
    return at;
}

html::Html pair_table(html::View const& v, std::string const& caption, std::vector<Dubbel> const& list, bool open) {
    html::Table table{.caption = caption,
                      .columns = {{v.t("Eerste")},
                                  {v.t("Tweede")},
                                  {open ? v.t("Waarom") : v.t("Besluit")},
                                  {v.t("Score"), html::Align::end},
                                  {v.t("Bekijken"), html::Align::start, true}},
                      .rows = {}};
    for (auto const& d : list)
        table.rows.push_back(
            {{person_cell(v, d.naam_een, d.geboren_een), person_cell(v, d.naam_ander, d.geboren_ander),
              open ? reasons(v, d) : html::text(v.t(state_text(d.stand))), html::text(std::to_string(d.score)),
              html::button_link(open ? Act::primary : Act::secondary, pair_path(d.id),
                                open ? v.t("Vergelijken") : v.t("Bekijken"), {}, true)},
             false});
    return html::data_table(table);
}
}

http::Response show_pairs(gate::Context& context) {
    auto const& v = context.view;
    struct Read {
        std::vector<Dubbel> open, decided;
    };
    auto read = context.app.database.read(context.scope(), [&](db::Connection& c) {
        return Read{open_pairs(c, context.access, place(context.request.query_value("na")), a_page + 1),
                    decided_pairs(c, context.access)};
    });
    std::optional<std::string> next;
    if (read.open.size() > a_page) {
        read.open.resize(a_page);
        next = fmt::format("/dubbelen?na={}-{}", read.open.back().score, read.open.back().id);
    }
    log_pairs(context, read.open);
    log_pairs(context, read.decided);
    std::vector<html::Html> blocks;
    blocks.push_back(read.open.empty() ? html::empty_state(v.t("Er zijn geen personen die misschien dubbel staan."))
                                       : html::panel({.id = "open",
                                                      .title = v.t("Misschien dubbel"),
                                                      .head_end = {},
                                                      .body = pair_table(v, v.t("Misschien dubbel"), read.open, true),
                                                      .flush = true}));
    blocks.push_back(html::pager(v, std::nullopt, next));
    if (!read.decided.empty())
        blocks.push_back(html::panel({.id = "besloten",
                                      .title = v.t("Laatst beoordeeld"),
                                      .head_end = {},
                                      .body = pair_table(v, v.t("Laatst beoordeeld"), read.decided, false),
                                      .flush = true}));
    auto main = html::page_head(
        {.title = v.t("Dubbelen"),
         .lead = html::text(v.t("Personen die twee keer lijken te staan, de zekerste eerst.")),
         .buttons = {html::post_button(v, "/dubbelen", Act::secondary, v.t("Opnieuw zoeken"), "search")}});
    main += html::stack(blocks);
    return gate::page(context, v.t("Dubbelen"), std::move(main));
}

http::Response search_pairs(gate::Context& context) {
    context.app.database.write(
        context.scope(), [&](db::Connection& c) { plan_duplicates(c, context.access.gemeente(), context.now()); });
    if (context.app.runner) context.app.runner->wake();
    return http::see_other("/dubbelen");
}
}
