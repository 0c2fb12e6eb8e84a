#pragma once
#include <string>
#include <string_view>
#include <vector>

/// The one normaliser of names, for every search box and every index (ICU): script to Latin, no diacritics, lower case.
namespace search {
/// "Élodie Çelik-'t Hart" → {"elodie", "celik", "t", "hart"}; Arabic and Ge'ez are transliterated. Digits are kept.
std::vector<std::string> words(std::string_view text);
/// How a word sounds, so that Mohammed = Muhamad = Mohamed, Yıldırım = Yildirim, Ghebremeskel = Gebremeskel, Hoesein =
/// Hussein. Same for both databases and stable: stored in the index. Empty for words without letters.
std::string sound(std::string_view normalised_word);
/// Every ending of the word of at least 3 letters, the whole word excluded: for infix search.
std::vector<std::string> endings(std::string_view normalised_word);
/// A key whose byte order is Dutch dictionary order (ICU collation nl), as hex text.
std::string sort_key(std::string_view text);
/// Only the digits.
std::string digits(std::string_view text);
}
