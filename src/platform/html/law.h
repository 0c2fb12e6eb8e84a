#pragma once
#include "platform/html/components.h"

/// Only for platform/html; pages use law_tag.
namespace html {
/// The tag inside the explanation itself, where there is nothing to lead to: "Wet 17 lid 3".
Html law_span(LawRef const&);
}
