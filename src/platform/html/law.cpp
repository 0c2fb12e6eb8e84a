#include "platform/html/law.h"

#include "platform/html/markup.h"

#include <array>
#include <utility>

namespace html {
namespace {

/// The short word for a law, as caseworkers say it; any other law keeps its own name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> short_names{{
    {"Wi2021", "Wet"},
    {"Wet inburgering 2021", "Wet"},
    {"Bi2021", "Besluit"},
    {"Besluit inburgering 2021", "Besluit"},
    {"Ri2021", "Regeling"},
    {"Regeling inburgering 2021", "Regeling"},
}};

std::string_view short_name(std::string_view law) {
    for (auto const& [name, word] : short_names)
        if (name == law) return word;
    return law;
}

std::string_view without_art(std::string_view article) {
    for (std::string_view const word : {"artikel ", "art. ", "art "})
        if (article.starts_with(word)) return article.substr(word.size());
    return article;
}
}

std::string law_short(LawRef const& ref) {
    std::string words{short_name(ref.law)};
    if (!ref.article.empty()) (words += ' ') += without_art(ref.article);
    return words;
}

std::string law_with_part(LawRef const& ref) {
    auto words = law_short(ref);
    if (!ref.part.empty()) (words += ' ') += ref.part;
    return words;
}

Html law_span(LawRef const& ref) {
    return Markup::of("<span class=\"utrecht-data-badge md-law\">", law_with_part(ref), "</span>");
}

Html law_tag(LawRef const& ref, std::string_view href) {
    if (href.empty()) return Markup::of("<span class=\"utrecht-data-badge md-law\">", law_short(ref), "</span>");
    return Markup::of("<a class=\"utrecht-data-badge md-law\"", Attr{"href", href}, ">", law_short(ref), "</a>");
}
}
