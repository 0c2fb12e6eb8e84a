#include "platform/log/line.h"

namespace logging {
namespace {

/// Length of the valid UTF-8 sequence at the front of `text`, 0 when it is not one.
std::size_t sequence_length(std::string_view text) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    auto const first = byte(0);
    std::size_t const n = first < 0x80 ? 1 : first >= 0xC2 && first < 0xE0 ? 2 : (first & 0xF0) == 0xE0 ? 3
                        : first >= 0xF0 && first < 0xF5 ? 4 : 0;
    if (n == 0 || n > text.size()) return 0;
    for (std::size_t i = 1; i < n; ++i)
        if ((byte(i) & 0xC0) != 0x80) return 0;
    // Over-long forms, surrogates and what lies beyond U+10FFFF are no characters.
    if (first == 0xE0 && byte(1) < 0xA0) return 0;
    if (first == 0xED && byte(1) > 0x9F) return 0;
    if (first == 0xF0 && byte(1) < 0x90) return 0;
    if (first == 0xF4 && byte(1) > 0x8F) return 0;
    return n;
}

void append_ascii(std::string& out, char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    auto const code = static_cast<unsigned char>(c);
    if (code >= 0x20 && code != 0x7F) out += c;
    else out.append("\\u00").append(1, hex[code >> 4]).append(1, hex[code & 15]);
}
}

void append_escaped(std::string& out, std::string_view text) {
    while (!text.empty()) {
        auto const n = sequence_length(text);
        if (n == 0) out += "\xEF\xBF\xBD";
        else if (n == 1) append_ascii(out, text.front());
        else out += text.substr(0, n);
        text.remove_prefix(n == 0 ? 1 : n);
    }
}

std::string members_of(std::string_view event, std::initializer_list<std::pair<std::string_view, std::string>> fields) {
    std::string out = "\"event\":\"";
    append_escaped(out, event);
    out += '"';
    for (auto const& [name, value] : fields) {
        out += ",\"";
        append_escaped(out, name);
        out += "\":\"";
        append_escaped(out, value);
        out += '"';
    }
    return out;
}
}
