#include "platform/html/components.h"
#include "platform/html/markup.h"

namespace html {

Html panel(Panel const& p) {
    bool const named = !p.id.empty() && !p.title.empty();
    Html head;
    if (!p.title.empty() || !p.head_end.empty())
        head = Markup::of("<div class=\"md-panel__head\">",
                          p.title.empty() ? Html{} : heading(p.level, text(p.title), p.id), p.head_end, "</div>");
    return Markup::of("<section class=\"md-panel", p.flush ? " md-panel--flush" : "", "\"",
                      OptionalAttr{"aria-labelledby", named ? p.id : ""}, OptionalAttr{"id", named ? "" : p.id}, ">",
                      head, p.body, "</section>");
}

Html item_list(std::vector<ListItem> const& items) {
    if (items.empty()) return {};
    auto const lines = each(items, [](ListItem const& item) {
        auto const end =
            item.end.empty() ? Html{} : Markup::of("<span class=\"md-list__end md-small\">", item.end, "</span>");
        auto const start =
            item.start.empty() ? Html{} : Markup::of("<span class=\"md-nowrap\">", item.start, "</span>");
        return Markup::of("<li>", start, "<div>", item.main, "</div>", end, "</li>");
    });
    return Markup::of("<ul class=\"md-list\">", lines, "</ul>");
}

Html empty_state(std::string_view sentence, Html const& action) {
    auto const act = action.empty() ? Html{} : Markup::of("<div class=\"md-actions\">", action, "</div>");
    return Markup::of("<div class=\"md-empty\"><p>", sentence, "</p>", act, "</div>");
}

Html check_list(std::vector<Fact> const& facts) {
    auto const rows = each(facts, [](Fact const& fact) {
        auto const act = fact.act.empty() ? Html{} : Markup::of("<dd class=\"md-check__act\">", fact.act, "</dd>");
        return Markup::of("<div", OptionalAttr{"class", fact.refused ? "is-refused" : ""}, "><dt>", fact.label,
                          "</dt><dd>", fact.value, "</dd>", act, "</div>");
    });
    return facts.empty() ? Html{} : Markup::of("<dl class=\"md-check\">", rows, "</dl>");
}

Html fact_list(std::vector<Fact> const& facts) {
    auto const rows = each(facts, [](Fact const& fact) {
        auto const act = fact.act.empty() ? Html{} : Markup::of(" <span class=\"md-check__act\">", fact.act, "</span>");
        return Markup::of("<div", OptionalAttr{"class", fact.refused ? "is-refused" : ""}, "><dt>", fact.label,
                          "</dt><dd>", fact.value, act, "</dd></div>");
    });
    return facts.empty() ? Html{} : Markup::of("<dl class=\"md-facts\">", rows, "</dl>");
}

Html group(Group const& g) {
    auto const title = text(g.title) + (g.count ? Markup::of(" ", count_badge(*g.count)) : Html{});
    auto const lead = g.lead.empty() ? Html{} : paragraph(text(g.lead));
    return Markup::of("<section", OptionalAttr{"aria-labelledby", g.id}, "><div class=\"md-group__head\">",
                      heading(2, title, g.id), lead, "</div>", g.body, "</section>");
}

namespace {
Html titled(Titled const& part) {
    return Markup::of("<section", Attr{"aria-labelledby", part.id}, "><h2 class=\"utrecht-heading-4\"",
                      Attr{"id", part.id}, ">", part.title, "</h2>", part.body, "</section>");
}
}

Html side_by_side(Titled const& wide, Titled const& narrow) {
    return Markup::of("<div class=\"md-today\">", titled(wide), titled(narrow), "</div>");
}

Html page_head(Head const& head) {
    auto const lead = head.lead.empty() ? Html{} : Markup::of("<p class=\"md-head__lead\">", head.lead, "</p>");
    return Markup::of("<div class=\"md-head\"><div>", heading(1, text(head.title)), lead, "</div>",
                      actions(head.buttons), "</div>");
}

Html columns(Html const& main, Html const& aside, std::string_view aside_label) {
    return Markup::of("<div class=\"md-cols md-cols--wide-aside\"><div class=\"md-stack-l\">", main,
                      "</div><aside class=\"md-stack\"", Attr{"aria-label", aside_label}, ">", aside, "</aside></div>");
}

Html breadcrumb(View const& view, std::vector<Crumb> const& crumbs) {
    auto const steps = each(crumbs, [](Crumb const& crumb) {
        if (crumb.href.empty()) return Markup::of("<li><span aria-current=\"page\">", bdi(crumb.label), "</span></li>");
        return Markup::of("<li>", link(crumb.href, bdi(crumb.label)), "</li>");
    });
    return Markup::of("<nav class=\"md-crumb\"", Attr{"aria-label", view.t("Kruimelpad")}, "><ol>", steps,
                      "</ol></nav>");
}
}
