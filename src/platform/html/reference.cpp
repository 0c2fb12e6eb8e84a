#include "platform/html/reference.h"

#include "platform/html/markup.h"

namespace html {
Html reference(std::string_view number) { return Markup::of("<span class=\"md-nowrap\">", number, "</span>"); }
}
