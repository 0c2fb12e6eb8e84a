#include "platform/html/law.h"
#include "platform/html/markup.h"

#include <algorithm>

namespace html {
namespace {

template <class... F> struct Cases : F... {
    using F::operator()...;
};

Html value(View const& view, WaaromWaarde const& shown) {
    if (auto const* typed = std::get_if<std::string>(&shown)) return bdi(*typed);
    return text(waarom_value(view, shown));
}

Html sum_row(View const& view, WaaromRegel const& line) {
    return Markup::of("<tr><th scope=\"row\">", i18n::translate(view.taal, line.label), "</th><td>",
                      value(view, line.waarde), "</td></tr>");
}

/// What went in and how it was reckoned; the last row is the outcome.
Html sum(View const& view, Waarom const& w) {
    if (w.invoer.empty() && w.stappen.empty()) return {};
    auto const row = [&](WaaromRegel const& line) { return sum_row(view, line); };
    return Markup::of("<table class=\"md-sum", w.stappen.empty() ? "" : " md-sum--total",
                      "\"><caption class=\"md-hidden\">", w.stappen.empty() ? view.t("Gegevens") : view.t("Berekening"),
                      "</caption><tbody>", each(w.invoer, row), each(w.stappen, row), "</tbody></table>");
}

Html sources(View const& view, Waarom const& w) {
    std::vector<LawRef> once;
    for (auto const& ref : w.bronnen)
        if (std::ranges::find(once, ref) == once.end()) once.push_back(ref);
    auto tags = each(once, [](LawRef const& ref) { return Markup::of(law_span(ref), " "); });
    if (w.zekerheid == Zekerheid::M) tags += unsure_tag(view);
    if (tags.empty()) return {};
    return Markup::of("<p class=\"md-chips\">", tags, "</p>");
}

Html reason(View const& view, Waarom const& w) {
    auto const rule = w.zin.empty() ? Html{} : paragraph(text(i18n::translate(view.taal, w.zin)));
    return Markup::of("<div class=\"md-waarom__rule\">", rule, sum(view, w), sources(view, w), "</div>");
}
}

std::string waarom_value(View const& view, WaaromWaarde const& shown) {
    return std::visit(Cases{
                          [&](Date day) { return short_day(view, day); },
                          [&](std::int64_t n) { return grouped(view, n); },
                          [&](Money amount) { return money(view, amount.in_cents()); },
                          [&](bool yes) { return yes ? view.t("ja") : view.t("nee"); },
                          [&](std::string_view word) { return std::string{i18n::translate(view.taal, word)}; },
                          [&](std::string const& typed) { return typed; },
                      },
                      shown);
}

Html waarom(View const& view, std::string_view summary, std::vector<Waarom> const& reasons, std::string_view id,
            bool open) {
    if (reasons.empty()) return {};
    return Markup::of("<details class=\"md-waarom\"", OptionalAttr{"id", id}, Flag{"open", open}, "><summary>", summary,
                      "</summary><div class=\"md-waarom__body\">",
                      each(reasons, [&](Waarom const& w) { return reason(view, w); }), "</div></details>");
}
}
