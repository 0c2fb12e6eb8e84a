#pragma once
#include "documenten/rules.h"

/// Telling files apart by their bytes. Pure; only for the rules of this slice.
namespace documenten {
/// A PDF with its mark first and its end last, a PNG or JPEG whole from first to last mark.
std::optional<Mediatype> herken(std::string_view bytes);
/// Markup among the bytes that a browser guesses from, or an archive hung behind.
bool is_ook_iets_anders(std::string_view bytes);
/// A character of well-formed UTF-8 that a file name may hold: no control, no mark that turns the reading direction.
bool gewoon_teken(std::string_view one);
}
