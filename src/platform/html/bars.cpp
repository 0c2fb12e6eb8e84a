#include "platform/html/markup.h"
#include "platform/html/plan.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace html {
namespace {
constexpr std::array<std::string_view, 4> fills{"f2", "f3", "f4", "late"};
constexpr std::int64_t height = 200;   // of the drawing, in pixels

std::int64_t total(StackedBars::Bar const& bar) {
    return std::accumulate(bar.counts.begin(), bar.counts.end(), std::int64_t{0});
}
/// A round number at or above the highest bar, for the axis.
std::int64_t top_of(std::int64_t most) {
    std::int64_t step = 1;
    for (;;) {
        for (auto const times : {4, 8, 20})
            if (step * times >= most) return step * times;
        step *= 10;
    }
}
/// Tenths of a percent as an attribute: 12.5%.
std::string share(std::int64_t part, std::int64_t whole) {
    auto const tenths = whole > 0 ? part * 1000 / whole : 0;
    return fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

Html axis(std::int64_t top) {
    Html lines;
    constexpr int steps = 4;
    for (int i = 0; i <= steps; ++i) {
        auto const y = std::to_string(height - height * i / steps);
        lines += Markup::of("<line", Attr{"class", i == 0 ? "axis" : "grid"}, " x1=\"0\" x2=\"100%\"", Attr{"y1", y},
                            Attr{"y2", y}, "/><text x=\"-8\"", Attr{"y", y},
                            " text-anchor=\"end\" dominant-baseline=\"middle\">", top * i / steps, "</text>");
    }
    return lines;
}

Html column(StackedBars const& s, std::size_t at, std::int64_t top) {
    auto const& bar = s.bars[at];
    auto const count = static_cast<std::int64_t>(s.bars.size());
    auto const left = static_cast<std::int64_t>(at);
    auto const x = share(10 * left + 2, 10 * count), width = share(6, 10 * count);
    auto const middle = share(10 * left + 5, 10 * count);
    Html parts;
    std::int64_t below = 0;
    for (std::size_t i = 0; i < bar.counts.size(); ++i) {
        if (bar.counts[i] == 0) continue;
        auto const from = height * below / top;
        below += bar.counts[i];
        auto const to = height * below / top;
        parts += Markup::of("<rect", Attr{"class", fills[i % fills.size()]}, Attr{"x", x}, Attr{"width", width},
                            Attr{"y", std::to_string(height - to)},
                            Attr{"height", std::to_string(std::max<std::int64_t>(to - from, 1))}, "/>");
    }
    bool const every_second = s.bars.size() > 10 && at % 2 == 1;
    auto const shown =
        every_second
            ? Html{}
            : Markup::of("<text", Attr{"x", middle}, Attr{"y", std::to_string(height + 20)}, " text-anchor=\"middle\"",
                         OptionalAttr{"class", bar.now ? "is-strong" : "is-wide"}, ">", bar.label, "</text>");
    auto const value = total(bar) == 0 ? Html{}
                                       : Markup::of("<text class=\"is-strong\"", Attr{"x", middle},
                                                    Attr{"y", std::to_string(height - height * below / top - 6)},
                                                    " text-anchor=\"middle\">", total(bar), "</text>");
    return Markup::of(parts, value, shown);
}

Html legend(std::vector<std::string> const& series) {
    Html lines;
    for (std::size_t i = 0; i < series.size(); ++i)
        lines += Markup::of("<li><svg class=\"is-bar\" viewBox=\"0 0 14 12\" aria-hidden=\"true\" focusable=\"false\">",
                            "<rect", Attr{"class", fills[i % fills.size()]}, " width=\"14\" height=\"12\"/></svg>",
                            series[i], "</li>");
    return Markup::of("<ul class=\"md-legend\">", lines, "</ul>");
}

Html figures(View const& view, StackedBars const& s) {
    Table table{.caption = s.title, .columns = {{.label = s.row_label}}, .rows = {}, .css_class = "md-work md-figures"};
    table.cards = false;
    for (auto const& one : s.series) table.columns.push_back({.label = one, .align = Align::end});
    table.columns.push_back({.label = view.t("Totaal"), .align = Align::end});
    for (auto const& bar : s.bars) {
        Row row{{bar.href.empty() ? text(bar.label) : link(bar.href, bar.label)}};
        for (auto const count : bar.counts) row.cells.push_back(text(grouped(view, count)));
        row.cells.push_back(text(grouped(view, total(bar))));
        table.rows.push_back(std::move(row));
    }
    return data_table(table);
}
}

Html stacked_bars(View const& view, StackedBars const& s) {
    check(s.series.size() <= fills.size());
    std::int64_t most = 1;
    for (auto const& bar : s.bars) most = std::max(most, total(bar));
    auto const top = top_of(most);
    Html columns;
    for (std::size_t i = 0; i < s.bars.size(); ++i) columns += column(s, i, top);
    return Markup::of("<figure class=\"md-chart\"", Attr{"aria-labelledby", s.id}, "><p class=\"md-chart__say\">",
                      s.say, "</p>", legend(s.series),
                      "<div class=\"md-chart__box\"><svg class=\"md-plot md-plot--bars\" height=\"236\" ",
                      "aria-hidden=\"true\" focusable=\"false\">", axis(top), columns, "</svg></div>",
                      "<details class=\"md-fold\"><summary>", view.t("Dezelfde cijfers als tabel"), "</summary>",
                      figures(view, s), "</details></figure>");
}

Html lying_bars(View const& view, LyingBars const& s) {
    std::int64_t most = 1;
    for (auto const& bar : s.bars) most = std::max(most, bar.count);
    Table table{.caption = s.title,
                .columns = {{.label = s.row_label},
                            {.label = s.count_label, .align = Align::end, .css_class = "c-short"},
                            {.label = view.t("Aandeel"), .hidden_label = true, .css_class = "c-bar"}},
                .rows = {},
                .css_class = "md-work md-lying"};
    table.cards = false;
    for (auto const& bar : s.bars) {
        auto const drawn =
            Markup::of("<svg class=\"md-lyingbar\" height=\"14\" aria-hidden=\"true\" focusable=\"false\">",
                       "<rect class=\"f1\" height=\"14\"", Attr{"width", share(bar.count, most)}, "/></svg>");
        auto const name = bar.current        ? Markup::of("<b>", bar.label, "</b>")
                          : bar.href.empty() ? text(bar.label)
                                             : link(bar.href, bar.label);
        table.rows.push_back({{name, text(grouped(view, bar.count)), drawn}, bar.current});
    }
    return Markup::of("<figure class=\"md-chart\"", Attr{"aria-labelledby", s.id}, "><p class=\"md-chart__say\">",
                      s.say, "</p>", data_table(table), "</figure>");
}
}
