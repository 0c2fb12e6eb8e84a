#include "platform/html/components.h"
#include "platform/html/markup.h"

namespace html {

Html chips(std::string_view group_label, std::vector<Chip> const& choices, std::string_view applied_label,
           std::vector<Chip> const& applied, std::string_view take_off) {
    auto const one = [&](Chip const& chip) {
        auto const count = chip.count ? Markup::of(" <b>", *chip.count, "</b>") : Html{};
        auto const end =
            chip.applied ? Markup::of(" ", icon("cross"), take_off.empty() ? Html{} : hidden(take_off)) : Html{};
        return Markup::of("<li><a class=\"md-chip", chip.applied ? " md-chip--applied" : "", "\"",
                          Attr{"href", chip.href}, OptionalAttr{"aria-current", chip.current ? "true" : ""}, ">",
                          chip.label, count, end, "</a></li>");
    };
    auto const list = [&](std::string_view label, std::vector<Chip> const& some, std::string_view css_class) {
        if (some.empty()) return Html{};
        return Markup::of("<div", Attr{"class", css_class}, "><span class=\"md-chips__label\" aria-hidden=\"true\">",
                          label, "</span><ul class=\"md-chips\"", Attr{"aria-label", label}, ">", each(some, one),
                          "</ul></div>");
    };
    return Markup::of("<div class=\"md-chiprow\">", list(group_label, choices, "md-chipset"),
                      list(applied_label, applied, "md-chipset md-chipset--applied"), "</div>");
}

Html bulk_bar(View const&, std::string_view region_label, std::string_view sentence, std::vector<Html> const& buttons,
              Html const& clear) {
    auto const end = clear.empty() ? Html{} : Markup::of("<span class=\"md-bulk__clear\">", clear, "</span>");
    return Markup::of("<section class=\"md-bulk\"", Attr{"aria-label", region_label}, "><b>", sentence, "</b>",
                      each(buttons, [](Html const& button) { return button; }), end, "</section>");
}

Html ruler(View const& view, std::vector<RulerDay> const& days) {
    auto const marks = each(days, [&](RulerDay const& day) {
        std::string css = day.late ? "is-late" : day.now ? "is-now" : day.count == 0 ? "is-empty" : "";
        if (day.week_start) css += css.empty() ? "is-week" : " is-week";
        return Markup::of("<li", OptionalAttr{"class", css}, "><a", Attr{"href", day.href},
                          OptionalAttr{"aria-current", day.now ? "date" : ""}, "><b>", day.count, "</b>", day.label,
                          hidden(view.n(", {} termijn", ", {} termijnen", day.count)), "</a></li>");
    });
    return Markup::of("<ol class=\"md-ruler\">", marks, "</ol>");
}
}
