#include "kernel/bsn.h"

#include <algorithm>
#include <array>

namespace {
bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}
std::string without(std::string_view text, std::string_view unwanted) {
    std::string rest;
    for (char const c : text)
        if (unwanted.find(c) == std::string_view::npos) rest += c;
    return rest;
}
}

Result<Bsn, BsnRefusal> Bsn::parse(std::string_view text) {
    auto digits = without(text, " .\t");
    if (digits.size() == 8) digits.insert(digits.begin(), '0');
    if (digits.size() != 9 || !all_digits(digits)) return unexpected{BsnRefusal::not_nine_digits};
    int sum = -(digits[8] - '0');
    for (int i = 0; i < 8; ++i) sum += (9 - i) * (digits[static_cast<std::size_t>(i)] - '0');
    if (sum % 11 != 0 || digits == "000000000") return unexpected{BsnRefusal::fails_eleven_test};
    return Bsn{std::move(digits)};
}

Result<VNummer, VNummerRefusal> VNummer::parse(std::string_view text) {
    auto digits = without(text, " .\t-");
    if (digits.size() > 10 || !all_digits(digits)) return unexpected{VNummerRefusal::not_ten_digits};
    digits.insert(0, 10 - digits.size(), '0');
    if (digits == "0000000000") return unexpected{VNummerRefusal::not_ten_digits};
    return VNummer{std::move(digits)};
}

namespace {
struct Length {
    std::string_view country;
    std::size_t length;
};
constexpr Length lengths[] = {
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22}, {"BH", 22},
    {"BI", 27}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DJ", 27},
    {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18}, {"FK", 18}, {"FO", 18}, {"FR", 27},
    {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HN", 28}, {"HR", 21}, {"HU", 28},
    {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20}, {"LB", 28},
    {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22},
    {"MK", 19}, {"MN", 20}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NI", 28}, {"NL", 18}, {"NO", 15}, {"OM", 23},
    {"PK", 24}, {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"RU", 33}, {"SA", 24},
    {"SC", 31}, {"SD", 18}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"SO", 23}, {"ST", 25}, {"SV", 28},
    {"TL", 23}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20}, {"YE", 30}};   // IBAN registry

bool letter(char c) { return c >= 'A' && c <= 'Z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
/// A Dutch account: four letters of the bank and ten digits.
bool dutch_shape(std::string_view iban) {
    return iban.size() != 18
           || (std::ranges::all_of(iban.substr(4, 4), letter) && std::ranges::all_of(iban.substr(8), digit));
}
}

Result<Iban, IbanRefusal> Iban::parse(std::string_view text) {
    auto iban = without(text, " \t");
    for (char& c : iban)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (iban.size() < 5 || iban.size() > 34 || !letter(iban[0]) || !letter(iban[1]) || !digit(iban[2])
        || !digit(iban[3]) || !std::ranges::all_of(iban, [](char c) { return letter(c) || digit(c); })
        || (iban.starts_with("NL") && !dutch_shape(iban)))
        return unexpected{IbanRefusal::wrong_shape};
    auto const* known = std::ranges::find(lengths, std::string_view{iban}.substr(0, 2), &Length::country);
    if (known == std::end(lengths) || known->length != iban.size())
        return unexpected{IbanRefusal::unknown_country_length};
    int rest = 0;
    for (char const c : iban.substr(4) + iban.substr(0, 4))
        rest = letter(c) ? (rest * 100 + (c - 'A' + 10)) % 97 : (rest * 10 + (c - '0')) % 97;
    // 00, 01 and 99 leave the same rest as 97, 98 and 02, but no bank gives them out.
    auto const control = std::string_view{iban}.substr(2, 2);
    if (rest != 1 || control == "00" || control == "01" || control == "99")
        return unexpected{IbanRefusal::fails_mod_97};
    return Iban{std::move(iban)};
}
