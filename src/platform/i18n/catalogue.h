#pragma once
#include <string_view>
#include <unordered_map>

/// Only for platform/i18n: what msgfmt made of locale/, read in place.
namespace i18n {
/// The texts of one compiled catalogue (.mo). Keeps views into the bytes, which must outlive it.
class Catalogue {
public:
    /// Bytes that are no catalogue give an empty one: the Dutch text then stands.
    explicit Catalogue(std::string_view bytes);
    /// The translation with all its plural forms, NUL between them; empty: there is none.
    std::string_view find(std::string_view source) const;
    std::size_t size() const { return texts_.size(); }

private:
    std::unordered_map<std::string_view, std::string_view> texts_;
};
/// Form `index` of a text of several forms; the last one where there are fewer.
std::string_view plural_form(std::string_view forms, std::size_t index);
}
