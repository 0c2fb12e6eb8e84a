#include "platform/http/target.h"

#include "kernel/utf8.h"
#include "platform/http/http.h"

#include <algorithm>

namespace http {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// The byte that `%xy` at `at` stands for; nothing when it is torn.
std::optional<char> escaped_byte(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size()) return std::nullopt;
    int const high = hex_value(text[at + 1]), low = hex_value(text[at + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    return static_cast<char>(high * 16 + low);
}

std::string decode_form_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const byte = text[i] == '%' ? escaped_byte(text, i) : std::nullopt;
        out += byte ? *byte : text[i] == '+' ? ' ' : text[i];
        if (byte) i += 2;
    }
    return out;
}

bool has_control_character(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// Takes `http://host` off the front and gives the host; empty when the target is a path already.
std::string_view take_authority(std::string_view& target) {
    for (std::string_view const scheme : {"http://", "https://"}) {
        if (!equal_ignoring_case(target.substr(0, scheme.size()), scheme)) continue;
        auto const rest = target.substr(scheme.size());
        auto const end = std::min(rest.find_first_of("/?"), rest.size());
        target = rest.substr(end);
        return rest.substr(0, end);
    }
    return {};
}

Result<std::string, TargetRefusal> normalise(std::string_view raw) {
    auto const decoded = percent_decode(raw);
    if (!decoded) return unexpected{TargetRefusal::bad_percent};
    if (has_control_character(*decoded)) return unexpected{TargetRefusal::control_character};
    if (!is_utf8(*decoded)) return unexpected{TargetRefusal::not_utf8};
    std::string path;
    std::string_view rest{*decoded};
    while (!rest.empty()) {
        rest.remove_prefix(1);   // its slash
        auto const part = rest.substr(0, rest.find('/'));
        rest.remove_prefix(part.size());
        if (part == "..") return unexpected{TargetRefusal::dot_segment};
        bool const last = rest.empty();
        if (part == "." || (part.empty() && !last)) continue;
        path.append("/").append(part);
    }
    return path.empty() ? "/" : path;
}
}

std::string lower_ascii(std::string_view text) {
    std::string out{text};
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    auto const low = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, b, {}, low, low);
}

std::string_view trim(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return text;
}

bool is_clean_text(std::string_view text) { return text.find('\0') == std::string_view::npos && is_utf8(text); }

std::optional<std::string> percent_decode(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        auto const byte = escaped_byte(text, i);
        if (!byte) return std::nullopt;
        out += *byte;
        i += 2;
    }
    return out;
}

Result<Target, TargetRefusal> parse_target(std::string_view target) {
    Target out;
    out.authority = take_authority(target);
    if (!out.authority.empty() && (target.empty() || target.front() == '?')) {
        auto whole = "/" + std::string{target};
        auto parsed = parse_target(whole);
        if (parsed) parsed->authority = out.authority;
        return parsed;
    }
    if (!target.starts_with('/') || target.find('#') != std::string_view::npos)
        return unexpected{TargetRefusal::not_a_path};
    auto const mark = target.find('?');
    auto path = normalise(target.substr(0, mark));
    if (!path) return unexpected{path.error()};
    out.path = std::move(*path);
    if (mark != std::string_view::npos) out.raw_query = target.substr(mark + 1);
    auto query = parse_urlencoded(out.raw_query);
    if (!query) return unexpected{TargetRefusal::bad_query};
    out.query = std::move(*query);
    return out;
}

Result<Pairs, FormRefusal> parse_urlencoded(std::string_view text) {
    Pairs pairs;
    while (!text.empty()) {
        auto const piece = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(piece.size() + 1, text.size()));
        if (piece.empty()) continue;
        if (pairs.size() == most_pairs) return unexpected{FormRefusal::too_many};
        auto const equals = piece.find('=');
        auto name = decode_form_text(piece.substr(0, equals));
        auto value = equals == std::string_view::npos ? std::string{} : decode_form_text(piece.substr(equals + 1));
        if (!is_clean_text(name) || !is_clean_text(value)) return unexpected{FormRefusal::not_text};
        pairs.emplace_back(std::move(name), std::move(value));
    }
    return pairs;
}

std::string_view cookie_value(std::string_view cookies, std::string_view name) {
    while (!cookies.empty()) {
        auto const piece = cookies.substr(0, cookies.find(';'));
        cookies.remove_prefix(std::min(piece.size() + 1, cookies.size()));
        auto const equals = piece.find('=');
        if (equals == std::string_view::npos || trim(piece.substr(0, equals)) != name) continue;
        auto value = trim(piece.substr(equals + 1));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
        return value;
    }
    return {};
}

std::string url_encode(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (char const c : text) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
                           || c == '.' || c == '_' || c == '~';
        auto const code = static_cast<unsigned char>(c);
        if (plain)
            out += c;
        else
            out.append("%").append(1, hex[code >> 4]).append(1, hex[code & 15]);
    }
    return out;
}
}
