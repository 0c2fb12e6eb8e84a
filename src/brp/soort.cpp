#include "brp/soort.h"

#include "platform/i18n/i18n.h"

namespace brp {
using i18n::N_;

std::optional<std::string_view> geen_tekst(std::string_view head) {
    if (head.empty()) return N_("Het bestand is leeg.");
    if (head.starts_with("PK\x03\x04"))
        return N_(
            "Dit is een spreadsheet (xlsx, ods) of een zip-bestand. Sla het blad op als CSV en kies dat bestand.");
    if (head.starts_with("\xD0\xCF\x11\xE0"))
        return N_("Dit is een oud Office-bestand (xls, doc). Sla het op als CSV.");
    if (head.starts_with("%PDF")) return N_("Dit is een PDF. Vraag het bestand op als CSV of JSON.");
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))
        return N_("Dit bestand heeft tekencodering UTF-16. Sla het op als UTF-8.");
    if (head.starts_with("\x1F\x8B") || head.starts_with("BZh") || head.starts_with("7z\xBC\xAF"))
        return N_("Dit is een ingepakt bestand. Pak het eerst uit.");
    if (head.starts_with("\x89PNG") || head.starts_with("\xFF\xD8\xFF") || head.starts_with("GIF8"))
        return N_("Dit is een afbeelding. Kies een CSV- of JSON-bestand.");
    if (head.starts_with("\x7F"
                         "ELF")
        || head.starts_with("MZ"))
        return N_("Dit is een programma, geen gegevensbestand.");
    auto const text = zonder_bom(head);
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return N_("Het bestand is leeg.");
    if (text[first] == '<') return N_("Dit is HTML of XML. Kies een CSV- of JSON-bestand.");
    if (head.find('\0') != std::string_view::npos) return N_("Dit is geen tekstbestand.");
    return std::nullopt;
}

std::string_view zonder_bom(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return text;
}
}
