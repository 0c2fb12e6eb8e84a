#include "platform/html/shell.h"

#include "platform/html/assets.h"
#include "platform/html/markup.h"

#include <cstring>

namespace html::shell {
namespace {

constexpr Raw logo{
    "<svg viewBox=\"0 0 40 34\" fill=\"none\" aria-hidden=\"true\" focusable=\"false\">"
    "<path d=\"M4 29V14a8 8 0 0 1 16 0v10\" stroke=\"#5cc2b5\" stroke-width=\"5\" stroke-linecap=\"round\"/>"
    "<path d=\"M20 24V14a8 8 0 0 1 16 0v3\" stroke=\"#fff\" stroke-width=\"5\" stroke-linecap=\"round\"/>"
    "<circle cx=\"36\" cy=\"27.5\" r=\"4.2\" fill=\"#f4b63f\"/></svg>"};

/// What no page needs before it is read: loaded last, and every page works without it.
Html scripts(Html const& main) {
    Html htmx;
    constexpr std::string_view attribute = " data-hx-";
    if (memmem(main.str().data(), main.str().size(), attribute.data(), attribute.size()))
        htmx =
            Markup::of("<meta name=\"htmx-config\" content='{\"includeIndicatorStyles\":false,\"allowEval\":false}'>",
                       "<script", Attr{"src", asset_url("htmx.min.js")}, " defer></script>");
    Html saving;
    constexpr std::string_view saved = " data-bewaar>";
    if (memmem(main.str().data(), main.str().size(), saved.data(), saved.size()))
        saving = Markup::of("<script", Attr{"src", asset_url("bewaren.js")}, " defer></script>");
    Html plan;
    auto const needs = [&](std::string_view mark) {
        return memmem(main.str().data(), main.str().size(), mark.data(), mark.size()) != nullptr;
    };
    if (needs(" data-tekenen ") || needs(" data-bij="))
        plan = Markup::of("<script", Attr{"src", asset_url("plan.js")}, " defer></script>");
    return Markup::of(htmx, "<script", Attr{"src", asset_url("meedoen.js")}, " defer></script>", saving, plan);
}
}

Html head(std::string_view title, Html const& main, std::string_view refresh_seconds) {
    // With script the page waits for events instead, and does not jump while somebody reads it.
    auto const refresh = refresh_seconds.empty() ? Html{}
                                                 : Markup::of("<noscript><meta http-equiv=\"refresh\"",
                                                              Attr{"content", refresh_seconds}, "></noscript>");
    return Markup::of(
        "<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<title>", title, " · Meedoen</title><meta name=\"color-scheme\" content=\"light\">",
        "<meta name=\"theme-color\" content=\"#2d1030\"><link rel=\"icon\" type=\"image/svg+xml\"",
        Attr{"href", asset_url("favicon.svg")}, "><link rel=\"preload\" as=\"font\" type=\"font/woff2\"",
        Attr{"href", asset_url("figtree-latin.woff2")}, " crossorigin><link rel=\"stylesheet\"",
        Attr{"href", asset_url("utrecht.css")}, "><link rel=\"stylesheet\"", Attr{"href", asset_url("meedoen.css")},
        ">", scripts(main), refresh, "</head>");
}

Html brand(std::string_view href) {
    return Markup::of("<a", Attr{"href", href}, ">", logo, "<span>Meedoen</span></a>");
}

Html language_link(View const& view) {
    bool const dutch = view.taal == i18n::Taal::nl;
    std::string_view const other = dutch ? "en" : "nl";
    auto const href =
        "/taal/" + std::string{other} + "?terug=" + query_part(view.return_path.empty() ? "/" : view.return_path);
    return Markup::of("<a class=\"utrecht-link utrecht-link--html-a\"", Attr{"href", href}, Attr{"lang", other},
                      Attr{"hreflang", other}, " rel=\"nofollow\">", dutch ? "English" : "Nederlands", "</a>");
}

Html session_warning(View const& view) {
    if (view.idle_minutes <= 0 || view.user_name.empty()) return {};
    return Markup::of("<div class=\"md-session\" id=\"sessie\" role=\"alertdialog\" aria-labelledby=\"sessie-kop\" ",
                      "aria-describedby=\"sessie-tekst\"", Attr{"data-minutes", std::to_string(view.idle_minutes)},
                      " hidden><h2 class=\"utrecht-heading-3\" id=\"sessie-kop\">", view.t("U wordt zo uitgelogd"),
                      "</h2><p id=\"sessie-tekst\">",
                      view.t("U hebt een tijd niets gedaan. Wat u hebt ingevuld, blijft nog twee minuten staan."),
                      "</p><button class=\"utrecht-button utrecht-button--primary-action\" type=\"button\">",
                      view.t("Ingelogd blijven"), "</button></div>");
}

std::string document(View const& view, Html const& head, Html const& body, std::string_view refresh_seconds) {
    return Markup::document("<!DOCTYPE html>\n<html", Attr{"lang", i18n::code(view.taal)}, " dir=\"ltr\">\n", head,
                            "\n<body class=\"utrecht-document utrecht-body\"",
                            OptionalAttr{"data-refresh", refresh_seconds},
                            ">\n<a class=\"utrecht-skip-link utrecht-skip-link--visible-on-focus\" href=\"#inhoud\">",
                            view.t("Naar de inhoud"), "</a>\n", body, "\n</body>\n</html>\n");
}
}
