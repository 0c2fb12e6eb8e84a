#include "platform/html/components.h"
#include "platform/html/markup.h"

#include <algorithm>
#include <array>

namespace html {
namespace {

/// Columns whose cells say by themselves what they are; the others show their label when a row is a card.
constexpr std::array<std::string_view, 6> speaking{"c-pick", "c-due", "c-who", "c-what", "c-law", "c-do"};

bool needs_label(Column const& column) {
    return !column.hidden_label && !column.label.empty()
           && std::ranges::find(speaking, column.css_class) == speaking.end();
}

std::string cell_class(Column const& column, std::string_view base) {
    std::string css{base};
    if (column.align == Align::end) {
        css += base == "utrecht-table__cell" ? " utrecht-table__cell--numeric-column"
                                             : " utrecht-table__header-cell--numeric-column";
    }
    if (column.css_class == "c-pick" && base == "utrecht-table__cell") css += " md-pickcell";
    if (!column.css_class.empty()) css += " " + column.css_class;
    return css;
}

Html head_cell(Column const& column) {
    return Markup::of("<th", Attr{"class", cell_class(column, "utrecht-table__header-cell")},
                      " role=\"columnheader\" scope=\"col\">",
                      column.hidden_label ? hidden(column.label) : text(column.label), "</th>");
}

Html body_cell(Table const& table, Html const& inner, std::size_t at) {
    auto const& column = table.columns.at(at);
    OptionalAttr const label{"data-label",
                             table.cards && needs_label(column) ? std::string_view{column.label} : std::string_view{}};
    if (static_cast<int>(at) == table.row_header)
        return Markup::of("<th", Attr{"class", cell_class(column, "utrecht-table__header-cell")},
                          " role=\"rowheader\" scope=\"row\">", inner, "</th>");
    return Markup::of("<td", Attr{"class", cell_class(column, "utrecht-table__cell")}, " role=\"cell\"", label, ">",
                      inner, "</td>");
}
}

Html data_table(Table const& table) {
    Html body;
    for (auto const& row : table.rows) {
        Html cells;
        for (std::size_t i = 0; i < row.cells.size(); ++i) cells += body_cell(table, row.cells[i], i);
        body += Markup::of("<tr class=\"utrecht-table__row", row.chosen ? " is-chosen" : "", "\" role=\"row\">", cells,
                           "</tr>");
    }
    auto const cols = each(table.columns,
                           [](Column const& c) { return Markup::of("<col", OptionalAttr{"class", c.css_class}, ">"); });
    auto const inner =
        Markup::of("<table class=\"utrecht-table utrecht-table--html-table", table.cards ? " md-cards" : "",
                   table.css_class.empty() ? "" : " ", table.css_class, "\" role=\"table\"><caption class=\"",
                   table.caption_hidden ? "md-hidden" : "utrecht-table__caption md-caption", "\">", table.caption,
                   "</caption><colgroup>", cols, "</colgroup><thead class=\"utrecht-table__header\" role=\"rowgroup\">",
                   "<tr class=\"utrecht-table__row\" role=\"row\">", each(table.columns, head_cell), "</tr></thead>",
                   "<tbody class=\"utrecht-table__body\" role=\"rowgroup\">", body, "</tbody></table>");
    if (table.cards) return Markup::of("<div class=\"md-tablebox\">", inner, "</div>");
    return Markup::of("<section class=\"md-tablebox md-scroll\" tabindex=\"0\"", Attr{"aria-label", table.caption}, ">",
                      inner, "</section>");
}

Html cell_two(Html const& main, Html const& sub) {
    return Markup::of("<span class=\"md-cell-main\">", main, "</span><span class=\"md-cell-sub\">", sub, "</span>");
}

Html pick_box(std::string_view name, std::string_view value, std::string_view label, bool chosen) {
    auto const id = id_of(name, value);
    return Markup::of("<input class=\"md-pick\" type=\"checkbox\"", Attr{"name", name}, Attr{"value", value},
                      Attr{"id", id}, Flag{"checked", chosen}, "><label class=\"md-hidden\"", Attr{"for", id}, ">",
                      label, "</label>");
}

Html pager(View const& view, std::optional<std::string> previous_href, std::optional<std::string> next_href) {
    if (!previous_href && !next_href) return {};
    Html links;
    if (previous_href)
        links += Markup::of("<a class=\"utrecht-link utrecht-link--html-a\" rel=\"prev\"", Attr{"href", *previous_href},
                            ">", icon("back"), view.t("Vorige"), "</a>");
    if (next_href)
        links += Markup::of("<a class=\"utrecht-link utrecht-link--html-a md-pager__next\" rel=\"next\"",
                            Attr{"href", *next_href}, ">", view.t("Volgende"), icon("arrow"), "</a>");
    return Markup::of("<nav class=\"md-pager\"", Attr{"aria-label", view.t("Bladeren")}, ">", links, "</nav>");
}
}
