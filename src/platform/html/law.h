#pragma once
#include "platform/html/components.h"

/// Citations. Only for platform/html; pages use law_tag and law_short.
namespace html {
std::string law_with_part(LawRef const&);   // "Wet 17 lid 3"
Html law_span(LawRef const&);               // the tag where there is nothing to lead to: inside the explanation itself
}
