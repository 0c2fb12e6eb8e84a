#include "platform/i18n/catalogue.h"

#include <cstdint>
#include <cstring>

namespace i18n {
namespace {

constexpr std::uint32_t magic = 0x950412de;   // GNU gettext, "The Format of GNU MO Files"; this machine's byte order

std::uint32_t word(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    if (at + sizeof value <= bytes.size()) std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

/// The text whose length and place stand at `at`.
std::string_view text_at(std::string_view bytes, std::size_t at) {
    std::size_t const length = word(bytes, at), offset = word(bytes, at + 4);
    if (offset > bytes.size() || length > bytes.size() - offset) return {};
    return bytes.substr(offset, length);
}
}

Catalogue::Catalogue(std::string_view bytes) {
    if (word(bytes, 0) != magic) return;
    std::size_t const count = word(bytes, 8), sources = word(bytes, 12), translations = word(bytes, 16);
    if (count > bytes.size() / 16) return;
    texts_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto const source = text_at(bytes, sources + 8 * i);
        auto const translation = text_at(bytes, translations + 8 * i);
        // A text with a plural has "one NUL many" as its source; it is found by its singular.
        if (!source.empty() && !translation.empty()) texts_.emplace(source.substr(0, source.find('\0')), translation);
    }
}

std::string_view Catalogue::find(std::string_view source) const {
    auto const found = texts_.find(source);
    return found == texts_.end() ? std::string_view{} : found->second;
}

std::string_view plural_form(std::string_view forms, std::size_t index) {
    for (; index > 0; --index) {
        auto const end = forms.find('\0');
        if (end == std::string_view::npos) break;
        forms.remove_prefix(end + 1);
    }
    return forms.substr(0, forms.find('\0'));
}
}
