#pragma once
#include "platform/html/components.h"

/// Sample pages of invented people in which every component occurs: to look at, and for the tests in a browser.
namespace html {
std::vector<std::string_view> gallery_pages();
/// A whole document; an unknown name is a Bug.
std::string gallery(View const&, std::string_view which);

namespace gallery_parts {
View staff(View const&, std::string_view current);   // with a navigation as a regisseur has it
std::string mijn_werk(View const&);
std::string dossier(View const&);
std::string formulier(View const&, bool refused);
std::string lijst(View const&);
std::string overzicht(View const&);   // alerts, badges, lists, progress, empty states
std::string week(View const&);
std::string controle(View const&);   // check list with a refusal, explanation open
std::string inloggen(View const&);
std::string fout(View const&);
Identity semhar();
}
}
