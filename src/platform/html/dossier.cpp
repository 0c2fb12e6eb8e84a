#include "platform/html/components.h"
#include "platform/html/markup.h"

#include <algorithm>

namespace html {
namespace {

constexpr Raw tick{"<svg viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-linecap=\"round\" "
                   "stroke-linejoin=\"round\"><path d=\"M5 12.5l4.5 4.5L19 7.5\"/></svg>"};

Html identity_fact(IdentityFact const& fact) {
    auto const label = fact.label.empty() ? Html{} : Markup::of(fact.label, " ");
    return Markup::of("<span", OptionalAttr{"class", fact.wide ? "md-wide" : ""}, ">", label, "<b>", bdi(fact.value),
                      "</b></span>");
}

Html identity_mark(Mark const& mark) {
    return Markup::of("<span class=\"md-mark", mark.calm ? " md-mark--calm" : "", "\">",
                      mark.icon_name.empty() ? Html{} : icon(mark.icon_name), mark.label, "</span>");
}

struct StageLook {
    Raw css;
    std::string words;
};
StageLook look(View const& view, Stop::Stage stage) {
    switch (stage) {
    case Stop::Stage::done: return {"is-done", view.t(" (klaar)")};
    case Stop::Stage::now: return {"is-now", view.t(" (nu)")};
    case Stop::Stage::next: return {"is-next", view.t(" (nog niet)")};
    }
    throw Bug{"stage"};
}

Html stop(View const& view, Stop const& one) {
    auto const [css, words] = look(view, one.stage);
    return Markup::of("<li class=\"", css, "\"",
                      OptionalAttr{"aria-current", one.stage == Stop::Stage::now ? "step" : ""}, ">",
                      dot(one.stage == Stop::Stage::done), "<span><strong>", one.label, "</strong>", hidden(words), " ",
                      one.detail, "</span></li>");
}

Html milestones(View const& view, std::vector<Stop> const& stops) {
    if (stops.empty()) return {};
    auto const here = std::ranges::find(stops, Stop::Stage::now, &Stop::stage);
    Html narrow;
    if (here != stops.end()) {
        auto const step = view.t("Stap {} van {}:", here - stops.begin() + 1, stops.size());
        narrow = Markup::of("<p class=\"md-stops__here md-small md-soft md-only-narrow\" aria-hidden=\"true\">", step,
                            " <b>", here->label, "</b>", here->detail.empty() ? "" : ", ", here->detail, "</p>");
    }
    return Markup::of("<div class=\"md-state__stops\"><ol class=\"md-stops\"", Attr{"aria-label", view.t("Route")}, ">",
                      each(stops, [&](Stop const& one) { return stop(view, one); }), "</ol>", narrow, "</div>");
}

Raw look(StateTone tone) {
    switch (tone) {
    case StateTone::normal: return "md-state";
    case StateTone::late: return "md-state md-state--late";
    case StateTone::calm: return "md-state md-state--calm";
    }
    throw Bug{"state tone"};
}
}

Html dot(bool done) {
    return Markup::of("<span class=\"md-dot\" aria-hidden=\"true\">", done ? Markup::of(tick) : Html{}, "</span>");
}

Html identity_bar(View const& view, Identity const& who) {
    auto const script = who.own_script.empty() ? Html{} : Markup::of(" ", bdi(who.own_script, who.own_script_lang));
    auto const say = who.pronounce.empty() ? Html{}
                                           : Markup::of(" <span class=\"md-identity__say\">",
                                                        view.t("zeg: {}", who.pronounce), "</span>");
    auto const marks = who.marks.empty()
                           ? Html{}
                           : Markup::of("<div class=\"md-identity__marks\">", each(who.marks, identity_mark), "</div>");
    return Markup::of("<section class=\"md-identity\"", Attr{"aria-label", who.region_label},
                      "><div><p class=\"md-identity__name\">", bdi(who.name), script, say,
                      "</p><p class=\"md-identity__facts\">", each(who.facts, identity_fact), "</p></div>", marks,
                      "</section>");
}

Html state_sentence(View const& view, StateTone tone, Html const& sentence, std::vector<Html> const& buttons,
                    std::vector<Stop> const& stops, StateSize size) {
    auto const act = buttons.empty() ? Html{}
                                     : Markup::of("<div class=\"md-state__act\">",
                                                  each(buttons, [](Html const& b) { return b; }), "</div>");
    return Markup::of("<section class=\"", look(tone), size == StateSize::brief ? " md-state--brief" : "", "\"",
                      Attr{"aria-label", view.t("Stand van zaken")}, "><p class=\"md-state__text\">", sentence, "</p>",
                      act, milestones(view, stops), "</section>");
}

Html tabs(std::string_view nav_label, std::vector<Tab> const& all) {
    auto const lines = each(all, [](Tab const& tab) {
        auto const badge =
            tab.badge.empty() ? Html{} : Markup::of(" <span class=\"utrecht-number-badge\">", tab.badge, "</span>");
        return Markup::of("<li><a", Attr{"href", tab.href}, OptionalAttr{"aria-current", tab.current ? "page" : ""},
                          ">", tab.label, badge, "</a></li>");
    });
    return Markup::of("<nav class=\"md-tabs\"", Attr{"aria-label", nav_label}, "><ul>", lines, "</ul></nav>");
}

Html legal_clock(View const& view, ClockView const& clock) {
    auto const end = clock.badge.empty() ? soft(text(clock.end_note)) : clock.badge;
    Html meter;
    if (clock.percent >= 0) {
        auto const width = std::to_string(std::min(clock.percent, 100)) + "%";
        auto const css = clock.tone.empty() ? std::string{"md-meter"} : "md-meter md-meter--" + clock.tone;
        meter = Markup::of("<svg", Attr{"class", css}, " aria-hidden=\"true\" focusable=\"false\"><rect",
                           Attr{"width", width}, " height=\"100%\" rx=\"4\"/></svg>");
    }
    auto const day =
        clock.day_text.empty() ? Html{} : Markup::of("<p class=\"md-small md-soft\">", clock.day_text, "</p>");
    auto const why = clock.why_label.empty() ? view.t("Waarom?") : clock.why_label;
    auto const reasons = waarom(view, why, clock.redenen, clock.id.empty() ? "" : clock.id + "-waarom");
    return Markup::of("<div class=\"md-clock\"", OptionalAttr{"id", clock.id}, "><div class=\"md-clock__row\"><b>",
                      clock.label, "</b><span class=\"md-clock__end\">", end, "</span></div>", meter, day, reasons,
                      "</div>");
}
}
