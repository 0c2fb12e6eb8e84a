#include "platform/html/print.h"

#include "platform/html/markup.h"
#include "platform/html/shell.h"

namespace html {

Html print_link(std::string_view href, std::string_view label) {
    return button_link(Act::subtle, href, label, "print");
}

std::string print_page(View const& view, Page const& page, std::string_view back_href) {
    auto const from = view.municipality.empty() ? view.user_name : view.municipality + " · " + view.user_name;
    auto const body = Markup::of(
        "<div class=\"md-plain md-paper\">\n<header class=\"md-plain__top\"><div class=\"md-plain__in md-brand\">",
        shell::brand("/"), shell::language_link(view), "</div></header>\n<main class=\"md-paper__main\" id=\"inhoud\" ",
        "tabindex=\"-1\">\n<div class=\"md-paper__bar\">", link(back_href, view.t("Terug naar het scherm")),
        "<button class=\"utrecht-button utrecht-button--primary-action\" type=\"button\" data-print hidden>",
        icon("print"), view.t("Afdrukken"), "</button></div>", page.main, "<p class=\"md-paper__foot\">",
        view.t("Afgedrukt op {}", long_date(view, view.today)), " · ", from, "</p>\n</main>\n</div>");
    return shell::document(view, shell::head(page.title, page.main, {}), body, {});
}

Html fold(std::string_view summary, Html const& body) {
    return Markup::of("<details class=\"md-fold\"><summary>", summary, "</summary>", body, "</details>");
}
}
