#include "pip/tekening.h"

#include <charconv>

namespace pip {
namespace {
/// Takes a whole number from the front; -1 when there is none up to `most`.
int take(std::string_view& text, int most) {
    int value = -1;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || value < 0 || value > most) return -1;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}
}

bool is_tekening(std::string_view strokes) {
    if (strokes.empty() || strokes.size() > langste_tekening) return false;
    constexpr int width = 1000, height = 300;
    std::size_t points = 0;
    for (;;) {
        if (take(strokes, width) < 0 || strokes.empty() || strokes.front() != ',') return false;
        strokes.remove_prefix(1);
        if (take(strokes, height) < 0) return false;
        ++points;
        if (strokes.empty()) return points >= minste_punten;
        if (strokes.front() != ' ' && strokes.front() != ';') return false;
        strokes.remove_prefix(1);
    }
}
}
