#pragma once
#include <string_view>

namespace brp {
/// Ten digits; the first is not 0; no two equal neighbours; digit sum mod 11 is 0 or 5; weighted sum divisible by 11.
bool a_nummer_klopt(std::string_view digits);
}
