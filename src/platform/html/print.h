#pragma once
#include "platform/html/components.h"

/// Pages made to be put on paper.
namespace html {
/// A link that looks like a quiet button and leads to the print view of a page.
Html print_link(std::string_view href, std::string_view label);
/// A whole document without navigation: who printed it and when, a way back, and what `page` holds. With script the
/// browser's print dialog opens by itself; without it the reader uses the browser's own.
std::string print_page(View const&, Page const& page, std::string_view back_href);
/// What stands behind a fold: details that most readers skip. Printed only when open.
Html fold(std::string_view summary, Html const& body);
}
