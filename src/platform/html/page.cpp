#include "platform/html/components.h"
#include "platform/html/markup.h"
#include "platform/html/shell.h"

namespace html {
namespace {

Html search_box(View const& view) {
    auto const what = view.t("Zoek op naam, BSN, V-nummer, geboortedatum of telefoon");
    return Markup::of(
        "<form class=\"md-search\" role=\"search\" method=\"post\" action=\"/zoeken\">",
        hidden_field("_csrf", view.csrf ? view.csrf("/zoeken") : std::string{}),
        "<label class=\"md-hidden\" for=\"zoek\">", what, "</label>", "<button class=\"md-search__go\" type=\"submit\"",
        Attr{"aria-label", view.t("Zoek")}, ">", icon("search"),
        "</button><input class=\"utrecht-textbox utrecht-textbox--html-input\" id=\"zoek\" name=\"q\" type=\"search\"",
        Attr{"placeholder", view.t("Naam, BSN, V-nummer, geboortedatum")},
        " autocomplete=\"off\"><kbd class=\"md-key\" aria-hidden=\"true\">/</kbd></form>");
}

Html top_bar(View const& view) {
    auto const log_out = post_button(view, "/uitloggen", Act::subtle, view.t("Uitloggen"), "out", {}, true);
    return Markup::of("<div class=\"md-top\">", search_box(view), "<div class=\"md-top__right\">",
                      link("/hulp", view.t("Hulp")), shell::language_link(view), link("/account", bdi(view.user_name)),
                      log_out, "</div></div>");
}

Html menu_item(View const& view, View::NavItem const& item) {
    constexpr int most_shown = 99;
    auto const count = item.count > most_shown
                           ? Markup::of("<span class=\"utrecht-number-badge\">99+", hidden(view.t(" open")), "</span>")
                       : item.count > 0 ? count_badge(item.count, view.t(" open"))
                                        : Html{};
    bool const apart = item.href == "/beheer" || item.href == "/rapportage";
    return Markup::of("<li", OptionalAttr{"class", apart ? "md-nav__sep" : ""}, "><a", Attr{"href", item.href},
                      OptionalAttr{"aria-current", item.current ? "page" : ""}, ">", icon(item.icon), "<span>",
                      i18n::translate(view.taal, item.label), "</span>", count, "</a></li>");
}

Html menu(View const& view) {
    return Markup::of("<nav class=\"md-nav\" id=\"menu\"", Attr{"aria-label", view.t("Hoofdmenu")}, "><ul>",
                      each(view.navigation, [&](View::NavItem const& item) { return menu_item(view, item); }),
                      "<li class=\"md-nav__close\"><a href=\"#inhoud\">", icon("cross"), "<span>", view.t("Sluit menu"),
                      "</span></a></li></ul></nav>");
}

/// From arrival to taking part, in one line: done, now, still to come.
constexpr Raw road{
    "<svg class=\"md-way\" viewBox=\"0 0 600 900\" preserveAspectRatio=\"xMidYMid slice\" fill=\"none\" "
    "aria-hidden=\"true\" focusable=\"false\">"
    "<path d=\"M-20 700H150a90 90 0 0 0 90-90V560a90 90 0 0 1 90-90h20\" stroke=\"#3f9f93\" stroke-width=\"16\"/>"
    "<path d=\"M350 470h40a90 90 0 0 0 90-90V280a90 90 0 0 1 90-90h80\" stroke=\"#7b4a78\" stroke-width=\"16\" "
    "stroke-dasharray=\"4 26\" stroke-linecap=\"round\"/>"
    "<circle cx=\"150\" cy=\"700\" r=\"20\" fill=\"#2d1030\" stroke=\"#3f9f93\" stroke-width=\"10\"/>"
    "<circle cx=\"240\" cy=\"585\" r=\"20\" fill=\"#2d1030\" stroke=\"#3f9f93\" stroke-width=\"10\"/>"
    "<circle cx=\"350\" cy=\"470\" r=\"30\" fill=\"#f4b63f\"/>"
    "<circle cx=\"480\" cy=\"330\" r=\"20\" fill=\"#2d1030\" stroke=\"#7b4a78\" stroke-width=\"10\"/></svg>"};

Html login_step(View const& view, LoginStep const& step) {
    auto const label = step.now ? Markup::of("<b>", step.label, "</b>") : text(step.label);
    return Markup::of("<li class=\"",
                      step.done  ? "is-done"
                      : step.now ? "is-now"
                                 : "is-next",
                      "\"", OptionalAttr{"aria-current", step.now ? "step" : ""}, ">", dot(step.done), "<span>", label,
                      step.done ? hidden(view.t(" (klaar)")) : Html{}, "</span></li>");
}
}

std::string staff_page(View const& view, Page const& page) {
    auto const body = Markup::of(
        "<div class=\"md-shell\">\n<header class=\"md-header\"><div class=\"md-brand\">", shell::brand("/mijn-werk"),
        "<a class=\"md-menu-link\" href=\"#menu\">", icon("menu"), view.t("Menu"), "</a></div>", top_bar(view),
        "</header>\n", menu(view), "\n<main class=\"md-main", page.wide ? "" : " md-main--narrow",
        "\" id=\"inhoud\" tabindex=\"-1\">\n", page.main, "\n</main>\n</div>", shell::session_warning(view));
    return shell::document(view, shell::head(page.title, page.main, page.refresh_seconds), body, page.refresh_seconds);
}

std::string plain_page(View const& view, Page const& page) {
    auto const body =
        Markup::of("<div class=\"md-plain\">\n<header class=\"md-plain__top\"><div class=\"md-plain__in md-brand\">",
                   shell::brand("/"), shell::language_link(view),
                   "</div></header>\n<main class=\"md-plain__in md-plain__main\" id=\"inhoud\" tabindex=\"-1\">\n",
                   page.main, "\n</main>\n</div>");
    return shell::document(view, shell::head(page.title, page.main, page.refresh_seconds), body, page.refresh_seconds);
}

std::string login_page(View const& view, std::string_view title, std::vector<LoginStep> const& steps,
                       Html const& form) {
    auto const of =
        steps.empty() ? Html{}
                      : Markup::of("<ol class=\"md-loginsteps\"", Attr{"aria-label", view.t("Stappen")}, ">",
                                   each(steps, [&](LoginStep const& step) { return login_step(view, step); }), "</ol>");
    auto const by = view.municipality.empty()
                        ? Html{}
                        : Markup::of("<p class=\"md-login__by\">", view.t("Gemeente {}", view.municipality), "</p>");
    auto const body = Markup::of("<div class=\"md-login\"><header class=\"md-login__side\">", road,
                                 "<div class=\"md-brand\">", shell::brand("/"), "</div><p class=\"md-login__say\">",
                                 view.t("Van aankomst tot meedoen: één plan, één gezin, één vast contact."), "</p>", by,
                                 "</header>\n<main class=\"md-login__form\" id=\"inhoud\" tabindex=\"-1\"><div>", of,
                                 heading(1, text(title)), form, "<p class=\"md-login__lang\">", icon("globe"),
                                 shell::language_link(view), "</p></div></main></div>");
    return shell::document(view, shell::head(title, form, {}), body, {});
}
}
