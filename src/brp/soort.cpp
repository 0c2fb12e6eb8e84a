#include "brp/soort.h"

#include "platform/i18n/i18n.h"

namespace brp {
using i18n::N_;

namespace {
/// Every second byte is zero: Latin text in UTF-16 that lacks its mark.
bool unmarked_utf16(std::string_view head) {
    if (head.size() < 4) return false;
    auto const zero = [&](std::size_t at) { return head[at] == '\0'; };
    return (!zero(0) && zero(1) && !zero(2) && zero(3)) || (zero(0) && !zero(1) && zero(2) && !zero(3));
}
bool is_image(std::string_view head) {
    return head.starts_with("\x89PNG") || head.starts_with("\xFF\xD8\xFF") || head.starts_with("GIF8")
           || head.starts_with("II*\x00") || head.starts_with("MM\x00*")
           || (head.starts_with("RIFF") && head.substr(0, 12).ends_with("WEBP"));
}
}

std::optional<std::string_view> geen_tekst(std::string_view head) {
    constexpr auto empty = N_("Het bestand is leeg. Kies een ander bestand.");
    if (head.empty()) return empty;
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06"))
        return N_(
            "Dit is een spreadsheet (xlsx, ods) of een zip-bestand. Sla het blad op als CSV en kies dat bestand.");
    if (head.starts_with("\xD0\xCF\x11\xE0"))
        return N_("Dit is een oud Office-bestand (xls, doc). Sla het op als CSV.");
    if (head.starts_with("%PDF")) return N_("Dit is een PDF. Vraag het bestand op als CSV of JSON.");
    if (head.starts_with("{\\rtf")) return N_("Dit is een tekstdocument (rtf). Kies een CSV- of JSON-bestand.");
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") || unmarked_utf16(head))
        return N_("Dit bestand heeft tekencodering UTF-16. Sla het op als UTF-8.");
    if (head.starts_with("\x1F\x8B") || head.starts_with("BZh") || head.starts_with("7z\xBC\xAF")
        || head.starts_with("Rar!"))
        return N_("Dit is een ingepakt bestand. Pak het eerst uit.");
    if (is_image(head)) return N_("Dit is een afbeelding. Kies een CSV- of JSON-bestand.");
    if (head.starts_with("\x7F"
                         "ELF")
        || head.starts_with("MZ"))
        return N_("Dit is een programma. Kies een CSV- of JSON-bestand.");
    auto const text = zonder_bom(head);
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return empty;
    if (text[first] == '<') return N_("Dit is HTML of XML. Kies een CSV- of JSON-bestand.");
    if (head.find('\0') != std::string_view::npos)
        return N_("Dit is geen tekstbestand. Kies een CSV- of JSON-bestand.");
    return std::nullopt;
}

std::string_view zonder_bom(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return text;
}
}
