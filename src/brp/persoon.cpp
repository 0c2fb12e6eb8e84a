#include "brp/persoon.h"

#include "brp/a_nummer.h"
#include "brp/tekst.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace brp {

std::string Weigering::tekst() const {
    if (veld.empty()) return capitalised(reden);
    return std::string{veld} + ": " + std::string{reden};
}

bool schone_tekst(std::string_view text) {
    auto const size = static_cast<std::int32_t>(text.size());
    auto const* bytes = reinterpret_cast<std::uint8_t const*>(text.data());
    for (std::int32_t at = 0; at < size;) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c < 0) return false;
        // Joiners are part of how Persian names are written; every other format character only hides or turns text.
        if (c == 0x200C || c == 0x200D) continue;
        auto const kind = u_charType(c);
        if (kind == U_CONTROL_CHAR || kind == U_FORMAT_CHAR || kind == U_UNASSIGNED || kind == U_PRIVATE_USE_CHAR
            || kind == U_LINE_SEPARATOR || kind == U_PARAGRAPH_SEPARATOR)
            return false;
    }
    return true;
}

int lengte(std::string_view utf8) {
    int n = 0;
    for (char const c : utf8) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return n;
}

bool a_nummer_klopt(std::string_view digits) {
    if (digits.size() != 10 || digits[0] == '0') return false;
    int sum = 0, weighted = 0;
    for (std::size_t i = 0; i < 10; ++i) {
        if (digits[i] < '0' || digits[i] > '9' || (i > 0 && digits[i] == digits[i - 1])) return false;
        int const digit = digits[i] - '0';
        sum += digit;
        weighted += digit << i;
    }
    return (sum % 11 == 0 || sum % 11 == 5) && weighted % 11 == 0;
}
}
