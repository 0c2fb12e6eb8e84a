#pragma once
#include <string_view>

namespace pip {
/// Is this a drawing as the browser sends it: "x,y x,y;x,y", x from 0 to 1000, y from 0 to 300, with at least a few
/// points, and not endless? Pure.
bool is_tekening(std::string_view strokes);
inline constexpr std::size_t langste_tekening = 60'000, minste_punten = 5;
}
