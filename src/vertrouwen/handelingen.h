#pragma once
#include "platform/html/view.h"

/// The codes in the audit and the read log, in words. Dutch and fixed; empty: a code that this version does not know.
namespace vertrouwen {
std::string_view handeling_titel(std::string_view code);   // audit: "taak.klaar" → "Taak afgerond"
std::string_view soort_titel(std::string_view code);       // audit: what it was about
std::string_view gegeven_titel(std::string_view key);      // audit: a key of the details
std::string_view lezing_titel(std::string_view code);      // read log: where the person was seen
/// A title in the reader's language, or else the code as it is.
std::string in_words(html::View const&, std::string_view titel, std::string_view code);
}
