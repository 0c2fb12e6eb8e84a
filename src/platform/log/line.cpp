#include "platform/log/line.h"

#include "kernel/utf8.h"

namespace logging {
namespace {

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
    if (code >= 0x20 && code != 0x7F)
        out += c;
    else
        out.append("\\u00").append(1, hex[code >> 4]).append(1, hex[code & 15]);
}
}

void append_escaped(std::string& out, std::string_view text) {
    while (!text.empty()) {
        auto const n = utf8_length(text);
        if (n == 0)
            out += "\xEF\xBF\xBD";
        else if (n == 1)
            append_ascii(out, text.front());
        else
            out += text.substr(0, n);
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
