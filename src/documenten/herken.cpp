#include "documenten/herken.h"

#include <string>

namespace documenten {
namespace {
constexpr std::string_view png_mark{"\x89PNG\r\n\x1a\n", 8};
constexpr std::size_t sniffed = 1024;                       // browsers guess from the first bytes only
constexpr std::size_t length_field = 4, chunk_frame = 12;   // of a PNG chunk: length, name and checksum around it

std::string lower(std::string_view text) {
    std::string out{text};
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}
unsigned byte(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// Markup or a script among the first bytes: a browser that guesses would run it.
bool looks_like_markup(std::string_view bytes) {
    auto const head = lower(bytes.substr(0, sniffed));
    for (auto at = head.find('<'); at != std::string::npos; at = head.find('<', at + 1))
        for (std::string_view const name : {"!doctype", "html", "head", "body", "script", "svg", "iframe", "?php"})
            if (std::string_view{head}.substr(at + 1).starts_with(name)) return true;
    return false;
}
/// An archive hung behind it: its closing record reaches exactly to the end of the file.
bool ends_as_archive(std::string_view bytes) {
    constexpr std::size_t record = 22, comment_at = 20, longest_comment = 65'535;
    if (bytes.size() < record) return false;
    auto const first = bytes.size() - std::min(bytes.size(), record + longest_comment);
    for (auto at = bytes.rfind("PK\x05\x06"); at != std::string_view::npos && at >= first;
         at = at == 0 ? std::string_view::npos : bytes.rfind("PK\x05\x06", at - 1)) {
        if (at + record > bytes.size()) continue;
        std::size_t const comment = byte(bytes, at + comment_at) | byte(bytes, at + comment_at + 1) << 8;
        if (at + record + comment == bytes.size()) return true;
    }
    return false;
}

/// A PDF that runs a script, starts a program or carries another file: no scan does. Names may be written with #xx.
bool pdf_does_something(std::string_view bytes) {
    constexpr std::string_view names[] = {"/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia"};
    auto const hex = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                      : -1;
    };
    constexpr std::size_t longest = 16, escape = 3;
    for (auto at = bytes.find('/'); at != std::string_view::npos; at = bytes.find('/', at + 1)) {
        if (at + 1 == bytes.size() || std::string_view{"JLER#"}.find(bytes[at + 1]) == std::string_view::npos) continue;
        std::string name;
        for (auto i = at; i < bytes.size() && name.size() < longest;) {
            bool const escaped =
                bytes[i] == '#' && i + 2 < bytes.size() && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0;
            name += escaped ? static_cast<char>(hex(bytes[i + 1]) * 16 + hex(bytes[i + 2])) : bytes[i];
            i += escaped ? escape : 1;
        }
        for (auto const wanted : names) {
            if (!name.starts_with(wanted)) continue;
            // A whole name; the short one must not turn up by chance in a compressed picture.
            char const next = name.size() > wanted.size() ? name[wanted.size()] : ' ';
            if (std::string_view{" \t\r\n\f/<>[](){}"}.find(next) != std::string_view::npos) return true;
            if (wanted == "/EmbeddedFile" && next == 's') return true;
        }
    }
    return false;
}

bool is_pdf(std::string_view bytes) {
    if (!bytes.starts_with("%PDF-1.") && !bytes.starts_with("%PDF-2.")) return false;
    auto const tail = bytes.substr(bytes.size() - std::min(bytes.size(), sniffed));
    return tail.find("%%EOF") != std::string_view::npos;
}
/// From the first to the last chunk, and nothing behind it.
bool is_png(std::string_view bytes) {
    if (!bytes.starts_with(png_mark)) return false;
    for (auto at = png_mark.size(); at + chunk_frame <= bytes.size();) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < length_field; ++i) length = length << 8 | byte(bytes, at + i);
        auto const kind = bytes.substr(at + length_field, length_field);
        if (at == png_mark.size() && kind != "IHDR") return false;
        if (length > bytes.size() - at - chunk_frame) return false;
        at += chunk_frame + length;
        if (kind == "IEND") return at == bytes.size();
    }
    return false;
}
bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xff\xd8\xff") && bytes.ends_with("\xff\xd9"); }

}

bool gewoon_teken(std::string_view one) {
    if (one.size() == 1) return static_cast<unsigned char>(one[0]) >= ' ' && one[0] != 0x7f;
    if (one.size() == 2 && one[0] == '\xc2' && static_cast<unsigned char>(one[1]) < 0xa0) return false;   // C1
    // U+200E, 200F, 2028 to 202E, 2066 to 2069, 061C, FEFF
    for (auto const* turn : {"\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e",
                             "\u2066", "\u2067", "\u2068", "\u2069", "\u061c", "\ufeff"})
        if (one == turn) return false;
    return true;
}

std::optional<Mediatype> herken(std::string_view bytes) {
    if (is_pdf(bytes)) return Mediatype::pdf;
    if (is_png(bytes)) return Mediatype::png;
    if (is_jpeg(bytes)) return Mediatype::jpeg;
    return std::nullopt;
}
bool is_ook_iets_anders(std::string_view bytes) {
    return looks_like_markup(bytes) || ends_as_archive(bytes) || (is_pdf(bytes) && pdf_does_something(bytes));
}
}
