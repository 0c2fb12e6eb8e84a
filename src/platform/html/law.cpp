#include "platform/html/law.h"

#include "law/citation.h"
#include "platform/html/markup.h"

namespace html {

std::string law_short(LawRef const& ref) { return law::cite_short(ref); }

Html law_span(LawRef const& ref) {
    auto const part = ref.part.empty() ? Html{} : Markup::of(" ", ref.part);
    return Markup::of("<span class=\"utrecht-data-badge md-law\"", Attr{"title", law::cite(ref)}, ">", law_short(ref),
                      part, "</span>");
}

Html law_tag(LawRef const& ref, std::string_view href) {
    auto const title = law::cite(ref);
    if (href.empty())
        return Markup::of("<span class=\"utrecht-data-badge md-law\"", Attr{"title", title}, ">", law_short(ref),
                          "</span>");
    return Markup::of("<a class=\"utrecht-data-badge md-law\"", Attr{"href", href}, Attr{"title", title}, ">",
                      law_short(ref), "</a>");
}
}
