#include "platform/html/html.h"

#include "platform/html/markup.h"

namespace html {
namespace {

bool plain_in_id(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// What this character becomes in markup; empty: it may stand as it is.
std::string_view entity(unsigned char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    case '\t':
    case '\n': return {};
    default: return c < 0x20 || c == 0x7f ? std::string_view{"\xEF\xBF\xBD"} : std::string_view{};
    }
}
}

void escape_to(std::string& out, std::string_view plain) {
    std::size_t copied = 0;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        auto const c = static_cast<unsigned char>(plain[i]);
        if (c >= '@' && c != 0x7f) continue;   // most of any text, and every byte of another script
        if (c == '\r') {                       // line ends as a browser sends them
            out.append(plain, copied, i - copied);
            copied = i + 1;
        } else if (auto const instead = entity(c); !instead.empty()) {
            out.append(plain, copied, i - copied);
            out += instead;
            copied = i + 1;
        }
    }
    out.append(plain, copied);
}

std::string id_of(std::string_view name) {
    std::string id;
    for (char c : name) id += plain_in_id(static_cast<unsigned char>(c)) ? c : '-';
    return id;
}
std::string id_of(std::string_view name, std::string_view value) {
    return id_of(std::string{name} + "-" + std::string{value});
}

std::string query_part(std::string_view plain) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (char c : plain) {
        auto const byte = static_cast<unsigned char>(c);
        if (plain_in_id(byte) || c == '.' || c == '~' || c == '/')
            out += c;
        else
            ((out += '%') += hex[byte >> 4]) += hex[byte & 15];
    }
    return out;
}

Html text(std::string_view plain) { return Markup::of(plain); }
}
