#pragma once
#include "platform/html/html.h"

#include <string>
#include <string_view>
#include <vector>

/// What only the log-in pages need.
namespace html {
/// A QR code: `dark` holds size × size modules, row by row. `label` is said instead of the picture.
Html qr_code(std::vector<bool> const& dark, int size, std::string_view label);
/// Codes to keep, in a fixed-width type.
Html code_list(std::vector<std::string> const& codes);
/// One code inside a sentence: a secret or a password, kept together and left to right.
Html code(std::string_view text);
/// The ways out under a log-in form.
Html login_more(std::vector<Html> const& lines);
}
