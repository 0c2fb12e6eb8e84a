#pragma once
#include "platform/html/html.h"

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

/// Only for platform/html: the one maker of raw markup. Everywhere else markup comes from the components.
namespace html {

/// Appends `plain` to `out` with & < > " ' escaped; control characters, which no page may hold, become U+FFFD.
void escape_to(std::string& out, std::string_view plain);
/// A name as it may stand in an id: letters, digits, - and _; anything else becomes -.
std::string id_of(std::string_view name);
/// A name and a value together, as one id.
std::string id_of(std::string_view name, std::string_view value);
/// One value of a query string, percent-encoded.
std::string query_part(std::string_view plain);

/// name="value", the value escaped.
struct Attr {
    std::string_view name, value;
};
/// The same, left out where the value is empty.
struct OptionalAttr {
    std::string_view name, value;
};
/// A bare attribute (checked, selected), there or not.
struct Flag {
    std::string_view name;
    bool on;
};

/// A piece of markup kept in a table: only a string literal can become one.
struct Raw {
    std::string_view markup;
    template <std::size_t N> consteval Raw(char const (&literal)[N]) : markup{literal, N - 1} {}
};

/// Puts markup together from literals (raw), text (escaped) and Html (already markup). Only a string literal can be
/// raw: a char pointer, std::string or string_view is text.
struct Markup {
    template <class... Parts> static Html of(Parts const&... parts) {
        std::string out;
        out.reserve((size(parts) + ...));
        (add(out, parts), ...);
        return Html{std::move(out)};
    }
    /// Whole documents, where the result is no Html any more.
    template <class... Parts> static std::string document(Parts const&... parts) {
        std::string out;
        out.reserve(32 * 1024);
        (add(out, parts), ...);
        return out;
    }

private:
    // How long a part will be, or a little more: escaping is rare.
    template <std::size_t N> static std::size_t size(char const (&)[N]) { return N; }
    static std::size_t size(Raw raw) { return raw.markup.size(); }
    static std::size_t size(Html const& markup) { return markup.str().size(); }
    static std::size_t size(std::string_view plain) { return plain.size() + 8; }
    template <std::integral Number> static std::size_t size(Number) { return 8; }
    static std::size_t size(Flag flag) { return flag.name.size() + 1; }
    static std::size_t size(Attr attribute) { return attribute.name.size() + attribute.value.size() + 12; }
    static std::size_t size(OptionalAttr attribute) { return attribute.name.size() + attribute.value.size() + 12; }

    template <std::size_t N> static void add(std::string& out, char const (&literal)[N]) { out.append(literal, N - 1); }
    static void add(std::string& out, Raw raw) { out += raw.markup; }
    static void add(std::string& out, Html const& markup) { out += markup.str(); }
    static void add(std::string& out, std::string_view plain) { escape_to(out, plain); }
    static void add(std::string& out, std::string const& plain) { escape_to(out, plain); }
    template <std::same_as<char const*> Pointer> static void add(std::string& out, Pointer plain) {
        escape_to(out, plain);
    }
    template <std::integral Number> static void add(std::string& out, Number number) {
        static_assert(sizeof(Number) > 1, "a bool or a char is no number to show");
        out += std::to_string(number);
    }
    static void add(std::string& out, Flag flag) {
        if (flag.on) (out += ' ') += flag.name;
    }
    static void add(std::string& out, OptionalAttr attribute) {
        if (!attribute.value.empty()) add(out, Attr{attribute.name, attribute.value});
    }
    static void add(std::string& out, Attr attribute) {
        ((out += ' ') += attribute.name) += "=\"";
        escape_to(out, attribute.value);
        out += '"';
    }
};

/// `make(item)` for each, one after the other.
template <class Items, class Make> Html each(Items const& items, Make const& make) {
    Html result;
    for (auto const& item : items) result += make(item);
    return result;
}
}
