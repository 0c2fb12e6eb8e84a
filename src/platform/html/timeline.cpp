#include "platform/html/components.h"
#include "platform/html/markup.h"

namespace html {
namespace {

Html moment(TimelineItem const& item) {
    if (item.when.empty()) return {};
    if (item.iso.empty()) return Markup::of("<span class=\"md-timeline__when\">", item.when, "</span>");
    return Markup::of("<time", Attr{"datetime", item.iso}, ">", item.when, "</time>");
}

Html timeline_item(View const& view, TimelineItem const& item) {
    if (item.today_mark)
        return Markup::of(
            "<li class=\"md-timeline__year\"><span class=\"md-timeline__dot is-today\" aria-hidden=\"true\"></span>",
            item.title.empty() ? text(view.t("Vandaag, {}", day_month(view, view.today))) : item.title, "</li>");
    std::string css = item.law ? "is-law" : "";
    if (item.future) css += css.empty() ? "is-future" : " is-future";
    auto const source = item.source.empty() ? Html{} : Markup::of("<span>", item.source, "</span>");
    auto const body = item.body.empty() ? Html{} : Markup::of("<div class=\"md-timeline__text\">", item.body, "</div>");
    return Markup::of("<li", OptionalAttr{"class", css}, "><span class=\"md-timeline__dot\" aria-hidden=\"true\">",
                      item.icon_name.empty() ? Html{} : icon(item.icon_name), "</span><p><b>", item.title,
                      "</b></p><p class=\"md-timeline__meta\">", moment(item), source, "</p>", body, "</li>");
}

Html agenda_item(AgendaItem const& item) {
    auto const sub = item.sub.empty() ? Html{} : Markup::of("<small>", item.sub, "</small>");
    return Markup::of("<li><b class=\"md-agenda__time\">", item.time, "</b><span>", item.what, sub, "</span></li>");
}

Html agenda(std::vector<AgendaItem> const& items, Raw css) {
    return Markup::of("<ul class=\"", css, "\">", each(items, agenda_item), "</ul>");
}
}

Html timeline(View const& view, std::vector<TimelineItem> const& items) {
    if (items.empty()) return {};
    return Markup::of("<ol class=\"md-timeline\">",
                      each(items, [&](TimelineItem const& item) { return timeline_item(view, item); }), "</ol>");
}

Html agenda_list(std::vector<AgendaItem> const& items) { return items.empty() ? Html{} : agenda(items, "md-agenda"); }

Html week_list(View const& view, std::vector<WeekDay> const& days) {
    auto const one = [&](WeekDay const& day) {
        auto const items = day.items.empty()
                               ? Markup::of("<p class=\"md-small md-soft\">", view.t("Geen afspraken"), "</p>")
                               : agenda(day.items, "md-agenda md-agenda--plain");
        return Markup::of("<li", OptionalAttr{"class", day.today ? "is-today" : ""},
                          OptionalAttr{"aria-current", day.today ? "date" : ""}, "><h2 class=\"utrecht-heading-4\">",
                          day.label, "</h2>", items, "</li>");
    };
    return Markup::of("<ol class=\"md-days\">", each(days, one), "</ol>");
}
}
