#include "platform/html/components.h"
#include "platform/html/markup.h"

namespace html {
namespace {
/// Scripts that run from right to left need their own direction, also inside a Dutch sentence.
bool right_to_left(std::string_view lang) {
    return lang == "ar" || lang == "fa" || lang == "prs" || lang == "ps" || lang == "ur" || lang == "ckb"
           || lang == "he";
}
}

Html bdi(std::string_view name, std::string_view lang) {
    if (lang.empty()) return Markup::of("<bdi>", name, "</bdi>");
    return Markup::of("<bdi", Attr{"lang", lang}, OptionalAttr{"dir", right_to_left(lang) ? "rtl" : ""}, ">", name,
                      "</bdi>");
}
Html strong(Html const& inner) { return Markup::of("<strong>", inner, "</strong>"); }
Html soft(Html const& inner) { return Markup::of("<span class=\"md-small md-soft\">", inner, "</span>"); }
Html hidden(std::string_view for_screen_readers) {
    return Markup::of("<span class=\"md-hidden\">", for_screen_readers, "</span>");
}
Html paragraph(Html const& inner, std::string_view css_class) {
    return Markup::of("<p", OptionalAttr{"class", css_class}, ">", inner, "</p>");
}

Html heading(int level, Html const& inner, std::string_view id) {
    OptionalAttr const anchor{"id", id};
    switch (level) {
    case 1: return Markup::of("<h1 class=\"utrecht-heading-1\"", anchor, ">", inner, "</h1>");
    case 2: return Markup::of("<h2 class=\"utrecht-heading-2\"", anchor, ">", inner, "</h2>");
    case 3: return Markup::of("<h3 class=\"utrecht-heading-3\"", anchor, ">", inner, "</h3>");
    case 4: return Markup::of("<h4 class=\"utrecht-heading-4\"", anchor, ">", inner, "</h4>");
    default: throw Bug{"a heading has level 1 to 4"};
    }
}

Html visually_hidden_heading(int level, std::string_view plain) {
    check(level >= 1 && level <= 4);
    return Markup::of("<h", level, " class=\"md-hidden\">", plain, "</h", level, ">");
}

Html link(std::string_view href, Html const& label) {
    return Markup::of("<a class=\"utrecht-link utrecht-link--html-a\"", Attr{"href", href}, ">", label, "</a>");
}
Html link(std::string_view href, std::string_view label) { return link(href, text(label)); }

Html external_file_link(std::string_view href, std::string_view label) {
    return Markup::of("<a class=\"utrecht-link utrecht-link--html-a md-filelink\"", Attr{"href", href}, " download>",
                      icon("download"), label, "</a>");
}

Html time_tag(Date day, std::string_view shown) {
    return Markup::of("<time", Attr{"datetime", to_iso(day)}, ">", shown, "</time>");
}

Html bullet_list(std::vector<Html> const& items) {
    auto const lines = each(items, [](Html const& item) { return Markup::of("<li>", item, "</li>"); });
    return items.empty() ? Html{} : Markup::of("<ul class=\"md-bullets\">", lines, "</ul>");
}

Html step_list(std::vector<Html> const& items) {
    auto const lines = each(items, [](Html const& item) { return Markup::of("<li>", item, "</li>"); });
    return items.empty() ? Html{} : Markup::of("<ol class=\"md-steps\">", lines, "</ol>");
}

Html stack(std::vector<Html> const& blocks) {
    return Markup::of("<div class=\"md-stack-l\">", each(blocks, [](Html const& block) { return block; }), "</div>");
}

Html actions(std::vector<Html> const& buttons) {
    if (buttons.empty()) return {};
    return Markup::of("<div class=\"md-actions\">", each(buttons, [](Html const& one) { return one; }), "</div>");
}
}
