#pragma once
#include <fmt/core.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

/// gettext catalogues: Dutch is the source text, other languages come from locale/LL.po (compiled in).
namespace i18n {
enum class Taal { nl, en };              // languages of the staff pages
std::string_view code(Taal taal);        // "nl", "en"
Taal taal_from(std::string_view code);   // unknown: nl

/// The translation, or the Dutch text itself where there is none.
std::string_view translate(Taal taal, std::string_view dutch);
/// The right plural form for n.
std::string_view translate_plural(Taal taal, std::string_view dutch_one, std::string_view dutch_many, long long n);

/// Marks a text for xgettext where it cannot be translated at once (rules, tables).
constexpr std::string_view N_(std::string_view dutch) { return dutch; }
}
