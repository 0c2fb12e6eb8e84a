#include "brp/tekst.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace brp {

std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t from = 0;
    while (from < text.size()) {
        if (text[from] == ' ') {
            ++from;
            continue;
        }
        auto const until = std::min(text.find(' ', from), text.size());
        words.push_back(text.substr(from, until - from));
        from = until;
    }
    return words;
}

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string all;
    for (auto const part : parts)
        for (auto const word : split_words(part)) {
            if (!all.empty()) all += ' ';
            all += word;
        }
    return all;
}

std::string_view first_character(std::string_view text) {
    if (text.empty()) return {};
    std::int32_t at = 0;
    auto const size = static_cast<std::int32_t>(text.size());
    auto const* bytes = reinterpret_cast<std::uint8_t const*>(text.data());
    U8_FWD_1(bytes, at, size);
    return text.substr(0, static_cast<std::size_t>(at));
}

std::string upper(std::string_view text) {
    std::string out;
    icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())})
        .toUpper(icu::Locale::getRoot())
        .toUTF8String(out);
    return out;
}

std::string capitalised(std::string_view text) {
    auto const first = first_character(text);
    return upper(first) + std::string{text.substr(first.size())};
}

bool valid_utf8(std::string_view text) {
    auto const size = static_cast<std::int32_t>(text.size());
    auto const* bytes = reinterpret_cast<std::uint8_t const*>(text.data());
    for (std::int32_t at = 0; at < size;) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c < 0) return false;
    }
    return true;
}
}
