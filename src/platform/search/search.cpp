#include "platform/search/search.h"

#include <unicode/coll.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace search {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A letter or digit in lower case, anything else as a space. What lies beyond ASCII here (a script without a Latin
/// form) is kept as it is.
char folded(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    bool const kept = (c >= 'a' && c <= 'z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    return kept ? c : ' ';
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> all;
    std::string word;
    for (char const raw : text) {
        char const c = folded(raw);
        if (c != ' ')
            word += c;
        else if (!word.empty())
            all.push_back(std::exchange(word, {}));
    }
    if (!word.empty()) all.push_back(std::move(word));
    return all;
}

/// The half rings and the hard sign are consonants without a Latin letter: taken away, or they would cut a name in two.
/// What is no letter, mark or digit becomes a space before Latin-ASCII can turn it into something else ("½" into "
/// 1/2").
constexpr char const* to_latin = "[^[:L:][:M:][:Nd:]'] > ' '; :: Any-Latin; [ʾʿʼʹʺ] > ; ə > e; ǝ > e; "
                                 ":: NFD; :: [:M:] Remove; :: NFC; :: Latin-ASCII; :: Lower;";

[[noreturn]] void broken_icu(UErrorCode code) { throw std::runtime_error{std::string{"ICU: "} + u_errorName(code)}; }

/// Parsed once; a transliterator may be used by one thread at a time, so each thread has its copy.
icu::Transliterator const& transliterator() {
    static std::unique_ptr<icu::Transliterator> const original = [] {
        UErrorCode code = U_ZERO_ERROR;
        UParseError where;
        std::unique_ptr<icu::Transliterator> made{icu::Transliterator::createFromRules(
            "MeedoenLatin", icu::UnicodeString::fromUTF8(to_latin), UTRANS_FORWARD, where, code)};
        if (U_FAILURE(code)) broken_icu(code);
        return made;
    }();
    thread_local std::unique_ptr<icu::Transliterator> const mine{original->clone()};
    return *mine;
}

icu::Collator const& collator() {
    static std::unique_ptr<icu::Collator> const original = [] {
        UErrorCode code = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made{icu::Collator::createInstance(icu::Locale{"nl"}, code)};
        if (U_FAILURE(code)) broken_icu(code);
        return made;
    }();
    thread_local std::unique_ptr<icu::Collator> const mine{original->clone()};
    return *mine;
}

icu::UnicodeString unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

}

std::vector<std::string> words(std::string_view text) {
    if (is_ascii(text)) return split(text);
    auto latin = unicode(text);
    transliterator().transliterate(latin);
    std::string out;
    return split(latin.toUTF8String(out));
}

std::vector<std::string> endings(std::string_view normalised_word) {
    constexpr std::size_t shortest = 3;
    std::vector<std::size_t> starts;   // of each letter, as a letter may take several bytes
    for (std::size_t at = 0; at < normalised_word.size(); ++at)
        if ((static_cast<unsigned char>(normalised_word[at]) & 0xC0) != 0x80) starts.push_back(at);
    std::vector<std::string> all;
    for (std::size_t i = 1; i + shortest <= starts.size(); ++i) all.emplace_back(normalised_word.substr(starts[i]));
    return all;
}

std::string sort_key(std::string_view text) {
    auto const wide = unicode(text);
    std::vector<std::uint8_t> key(128);
    auto const fill = [&] { return collator().getSortKey(wide, key.data(), static_cast<int32_t>(key.size())); };
    auto length = static_cast<std::size_t>(fill());
    if (length > key.size()) {
        key.resize(length);
        length = static_cast<std::size_t>(fill());
    }
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i + 1 < length; ++i) out.append(1, hex[key[i] >> 4]).append(1, hex[key[i] & 15]);
    return out;
}

std::string digits(std::string_view text) {
    std::string out;
    if (is_ascii(text)) {
        std::copy_if(text.begin(), text.end(), std::back_inserter(out), is_digit);
        return out;
    }
    auto const wide = unicode(text);   // a telephone number may be typed in Arabic digits
    for (int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
        int32_t const value = u_charDigitValue(wide.char32At(at));
        if (value >= 0) out += static_cast<char>('0' + value);
    }
    return out;
}

}
