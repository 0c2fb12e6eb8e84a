#include "platform/html/radar.h"

#include "platform/html/markup.h"

#include <array>

namespace html {
namespace {

// Lengths in tenths of a unit of the drawing, so that whole numbers are enough.
constexpr int middle = 1800, reach = 1200, label_reach = 1400;
constexpr std::int64_t one = 1'000'000, pi = 3'141'593;

/// Sine of an angle in millionths of a radian, in millionths; exact to the drawing.
constexpr std::int64_t sine(std::int64_t angle) {
    angle %= 2 * pi;
    if (angle < 0) angle += 2 * pi;
    if (angle > pi) return -sine(angle - pi);
    if (angle > pi / 2) angle = pi - angle;
    std::int64_t term = angle, sum = angle;
    for (int n = 1; n <= 5; ++n) {
        term = -term * angle / one * angle / one / ((2 * n) * (2 * n + 1));
        sum += term;
    }
    return sum;
}
struct Point {
    std::int64_t x, y;
};
/// The point at `length` on axis `at` of `count`, the first one straight up, clockwise.
constexpr Point point(std::size_t at, std::size_t count, std::int64_t length) {
    std::int64_t const angle = 2 * pi * static_cast<std::int64_t>(at) / static_cast<std::int64_t>(count);
    return {middle + length * sine(angle) / one, middle - length * sine(angle + pi / 2) / one};
}
std::string tenths(std::int64_t n) { return fmt::format("{}.{}", n / 10, n % 10); }
std::string at(Point p) { return tenths(p.x) + " " + tenths(p.y); }

std::string ring(std::size_t count, std::int64_t length) {
    std::string d;
    for (std::size_t i = 0; i < count; ++i) d += (i == 0 ? "M" : "L") + at(point(i, count, length));
    return d + "Z";
}
using Score = int Radar::Axis::*;

/// The line through the scores: open where one is missing, closed when there are all.
std::string line(Radar const& r, Score score) {
    auto const count = r.axes.size();
    std::string d;
    bool whole = true, drawing = false;
    for (std::size_t i = 0; i < count; ++i) {
        int const value = r.axes[i].*score;
        whole = whole && value > 0;
        if (value > 0) d += (drawing ? "L" : "M") + at(point(i, count, std::int64_t{reach} * value / r.most));
        drawing = value > 0;
    }
    if (whole) return d + "Z";
    // The last and the first are neighbours too.
    if (r.axes.front().*score > 0 && r.axes.back().*score > 0)
        d += "M" + at(point(count - 1, count, std::int64_t{reach} * (r.axes.back().*score) / r.most)) + "L"
             + at(point(0, count, std::int64_t{reach} * (r.axes.front().*score) / r.most));
    return d;
}
bool complete(Radar const& r) {
    return std::ranges::all_of(r.axes, [](Radar::Axis const& a) { return a.now > 0; });
}

Html drawing(View const& view, Radar const& r) {
    auto const count = r.axes.size();
    Html web, dots, labels;
    for (int ring_no = 1; ring_no <= r.most; ++ring_no)
        web += Markup::of("<path class=\"web\"", Attr{"d", ring(count, std::int64_t{reach} * ring_no / r.most)}, "/>");
    for (std::size_t i = 0; i < count; ++i) {
        web += Markup::of("<path class=\"web\"", Attr{"d", "M180.0 180.0L" + at(point(i, count, reach))}, "/>");
        auto const text_at = point(i, count, label_reach);
        labels += Markup::of("<text", Attr{"x", tenths(text_at.x)}, Attr{"y", tenths(text_at.y)}, ">",
                             std::to_string(i + 1), "</text>");
        if (r.axes[i].now == 0) continue;
        auto const dot = point(i, count, std::int64_t{reach} * r.axes[i].now / r.most);
        dots += Markup::of("<circle class=\"f1\"", Attr{"cx", tenths(dot.x)}, Attr{"cy", tenths(dot.y)}, " r=\"4\"/>");
    }
    Html then;
    if (!r.earlier_label.empty())
        then = Markup::of("<path class=\"then\"", Attr{"d", line(r, &Radar::Axis::earlier)}, "/>");
    std::string described;
    for (std::size_t i = 0; i < count; ++i) {
        auto const& a = r.axes[i];
        described +=
            fmt::format("{}{} {}: {}", i == 0 ? "" : "; ", i + 1, a.label, a.now > 0 ? std::to_string(a.now) : a.state);
    }
    return Markup::of("<svg class=\"md-radar\" viewBox=\"15 15 330 330\" role=\"img\"",
                      Attr{"aria-labelledby", r.id + "-titel " + r.id + "-tekst"}, "><title",
                      Attr{"id", r.id + "-titel"}, ">", view.t("Radar: {}", r.title), "</title><desc",
                      Attr{"id", r.id + "-tekst"}, ">", described, "</desc>", web, then, "<path",
                      Attr{"class", complete(r) ? "now" : "now nofill"}, Attr{"d", line(r, &Radar::Axis::now)}, "/>",
                      dots, labels, "</svg>");
}

Html legend(Radar const& r) {
    if (r.earlier_label.empty()) return {};
    auto const key = [](std::string_view css, std::string const& label) {
        return Markup::of("<li><svg aria-hidden=\"true\" focusable=\"false\"><line", Attr{"class", css},
                          " x1=\"0\" x2=\"28\" y1=\"6\" y2=\"6\"/></svg>", label, "</li>");
    };
    return Markup::of("<ul class=\"md-legend\">", key("s1", r.now_label), key("s4", r.earlier_label), "</ul>");
}

Html figure_cell(int score, std::string const& state) {
    if (score > 0) return text(std::to_string(score));
    return Markup::of(state.empty() ? Html{} : hidden(state + " "), "–");
}

Html figures(View const& view, Radar const& r) {
    std::vector<Column> columns{{view.t("Leefgebied")}};
    if (!r.earlier_label.empty()) columns.push_back({r.earlier_label, Align::end});
    columns.push_back({r.now_label, Align::end});
    std::vector<Row> rows;
    for (std::size_t i = 0; i < r.axes.size(); ++i) {
        auto const& a = r.axes[i];
        Row row{{text(fmt::format("{} {}", i + 1, a.label))}};
        if (!r.earlier_label.empty()) row.cells.push_back(figure_cell(a.earlier, {}));
        row.cells.push_back(figure_cell(a.now, a.state));
        rows.push_back(std::move(row));
    }
    auto const table = data_table(
        {.caption = r.title, .columns = columns, .rows = rows, .css_class = "md-tight md-radartable", .cards = false});
    return Markup::of("<details class=\"md-more\"", Flag{"open", r.table_open}, "><summary>",
                      view.t("Dezelfde cijfers als tabel"), "</summary>", table, "</details>");
}
}

Html radar(View const& view, Radar const& r) {
    check(r.axes.size() >= 3 && r.axes.size() <= 24 && r.most > 0);
    return Markup::of("<figure class=\"md-chart\"><figcaption>", r.title, "</figcaption><p class=\"md-chart__say\">",
                      r.say, "</p>", drawing(view, r), legend(r), "</figure>", figures(view, r));
}
}
