#pragma once
#include "platform/html/components.h"

/// Parts of a whole document that its kinds share. Only for platform/html.
namespace html::shell {
/// <head>, its title escaped. `main`: decides whether htmx is needed.
Html head(std::string_view title, Html const& main, std::string_view refresh_seconds);
Html brand(std::string_view href);
/// The same page in the other language.
Html language_link(View const&);
/// Says before the session ends that it will; shown by the script only.
Html session_warning(View const&);
/// Everything around `body`.
std::string document(View const&, Html const& head, Html const& body, std::string_view refresh_seconds);
}
