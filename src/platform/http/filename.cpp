#include "platform/http/filename.h"

#include "kernel/utf8.h"
#include "platform/http/http.h"

#include <algorithm>

namespace http {
namespace {

/// Marks that change the reading direction or are invisible, by their UTF-8 bytes.
bool is_deceptive(std::string_view character) {
    constexpr std::string_view marks[] = {
        "\u061C", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B",
        "\u202C", "\u202D", "\u202E", "\u2060", "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF",
    };
    return std::ranges::find(marks, character) != std::end(marks);
}

bool is_reserved(char c) {
    auto const code = static_cast<unsigned char>(c);
    return code < 0x20 || code == 0x7F || std::string_view{"/\\:*?\"<>|"}.find(c) != std::string_view::npos;
}

std::string_view last_part(std::string_view path) {
    auto const slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// The longest front of `text` of at most `most` bytes that ends between two characters.
std::string_view front_of(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
    return text.substr(0, most);
}

std::string shorten(std::string const& name) {
    constexpr std::size_t most = 200;
    if (name.size() <= most) return name;
    auto const dot = name.rfind('.');
    std::string const ending = dot != std::string::npos && name.size() - dot <= 16 ? name.substr(dot) : "";
    return std::string{front_of(name, most - ending.size())} + ending;
}
}

std::string safe_filename(std::string_view name) {
    std::string out;
    for (auto rest = last_part(name); !rest.empty();) {
        auto const n = utf8_length(rest);
        auto const character = rest.substr(0, std::max<std::size_t>(n, 1));
        rest.remove_prefix(character.size());
        if (n == 0)
            out += '_';
        else if (n == 1)
            out += is_reserved(character[0]) ? '_' : character[0];
        else if (!is_deceptive(character))
            out += character;
    }
    // A name of dots alone is a folder; a front dot hides the file.
    out.erase(0, std::min(out.find_first_not_of(". "), out.size()));
    while (!out.empty() && (out.back() == '.' || out.back() == ' ')) out.pop_back();
    return out.empty() ? "bestand" : shorten(out);
}

std::string attachment_disposition(std::string_view name) {
    auto const safe = safe_filename(name);
    std::string ascii;
    for (char const c : safe) {
        bool const plain = static_cast<unsigned char>(c) < 0x80 && c != '%';
        // One underscore a character, not one a byte.
        if (plain)
            ascii += c;
        else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80)
            ascii += '_';
    }
    std::string out = "attachment; filename=\"" + ascii + "\"";
    if (ascii != safe) out += "; filename*=UTF-8''" + url_encode(safe);
    return out;
}
}
