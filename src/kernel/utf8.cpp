#include "kernel/utf8.h"

#include <cstdint>
#include <cstring>

std::size_t utf8_length(std::string_view text) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    unsigned const lead = byte(0);
    if (lead < 0x80) return 1;
    std::size_t const length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80) return 0;
    unsigned const second = byte(1);
    bool const bad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)
                     || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return bad ? 0 : length;
}

namespace {

/// Takes the ASCII at the front away, eight bytes at a time.
void skip_ascii(std::string_view& text) {
    std::uint64_t chunk = 0;
    while (text.size() >= sizeof chunk) {
        std::memcpy(&chunk, text.data(), sizeof chunk);
        if ((chunk & 0x8080808080808080U) != 0) return;
        text.remove_prefix(sizeof chunk);
    }
}

}

bool is_utf8(std::string_view text) {
    for (skip_ascii(text); !text.empty(); skip_ascii(text)) {
        auto const length = utf8_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}
