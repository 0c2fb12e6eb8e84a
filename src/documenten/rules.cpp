#include "documenten/rules.h"

#include "documenten/herken.h"
#include "kernel/utf8.h"
#include "platform/i18n/i18n.h"

#include <array>

namespace documenten {
namespace {
using i18n::N_;

constexpr std::array<std::string_view, 3> namen{"application/pdf", "image/png", "image/jpeg"};
constexpr std::array<std::string_view, 3> uitgangen{".pdf", ".png", ".jpg"};
std::string lower(std::string_view text) {
    std::string out{text};
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}
std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}
}

std::string_view naam(Mediatype m) { return namen[static_cast<std::size_t>(m)]; }
std::string_view uitgang(Mediatype m) { return uitgangen[static_cast<std::size_t>(m)]; }
std::optional<Mediatype> mediatype_van(std::string_view naam) {
    auto const found = std::ranges::find(namen, naam);
    if (found == namen.end()) return std::nullopt;
    return static_cast<Mediatype>(found - namen.begin());
}

std::string_view tekst(DocumentRefusal r) {
    switch (r) {
    case DocumentRefusal::leeg: return N_("Het bestand is leeg. Kies een ander bestand.");
    case DocumentRefusal::te_groot:
        return N_("Het bestand is groter dan 20 MB. Maak het kleiner, bijvoorbeeld door met minder punten te scannen.");
    case DocumentRefusal::geen_naam:
        return N_("Het bestand heeft geen naam. Geef het een naam en probeer het opnieuw.");
    case DocumentRefusal::naam_te_lang: return N_("De naam van het bestand is te lang. Gebruik hooguit 200 tekens.");
    case DocumentRefusal::ander_soort:
        return N_(
            "Dit is geen PDF, PNG of JPEG, of het bestand is niet heel. Sla het op als PDF en probeer het opnieuw.");
    case DocumentRefusal::niet_wat_het_zegt:
        return N_("De inhoud is anders dan het bestand zegt. Sla het opnieuw op als PDF, PNG of JPEG.");
    case DocumentRefusal::twee_soorten:
        return N_("In dit bestand zit nog iets anders verstopt. Maak een nieuwe scan of sla het opnieuw op als PDF.");
    }
    return {};
}

Result<Mediatype, DocumentRefusal> soort_van(std::string_view bytes) {
    if (bytes.empty()) return unexpected{DocumentRefusal::leeg};
    if (bytes.size() > meeste_bytes) return unexpected{DocumentRefusal::te_groot};
    auto const found = herken(bytes);
    if (!found) return unexpected{DocumentRefusal::ander_soort};
    if (is_ook_iets_anders(bytes)) return unexpected{DocumentRefusal::twee_soorten};
    return *found;
}

Result<Mediatype, DocumentRefusal> keur(std::string_view naam, std::string_view mediatype, std::string_view bytes) {
    if (bytes.empty()) return unexpected{DocumentRefusal::leeg};
    if (bytes.size() > meeste_bytes) return unexpected{DocumentRefusal::te_groot};
    if (naam.find_first_not_of(" .\t") == std::string_view::npos) return unexpected{DocumentRefusal::geen_naam};
    if (characters(naam) > langste_naam) return unexpected{DocumentRefusal::naam_te_lang};
    auto const found = soort_van(bytes);
    if (!found) return found;
    auto const said = lower(mediatype.substr(0, mediatype.find(';')));
    // Senders that do not know say so; image/jpg is a common misspelling.
    bool const unknown = said.empty() || said == "application/octet-stream";
    bool const same = said == documenten::naam(*found) || (said == "image/jpg" && *found == Mediatype::jpeg);
    if (!unknown && !same) return unexpected{DocumentRefusal::niet_wat_het_zegt};
    return found;
}

std::string veilige_naam(std::string_view naam, Mediatype m) {
    if (auto const slash = naam.find_last_of("/\\"); slash != std::string_view::npos) naam.remove_prefix(slash + 1);
    constexpr std::size_t longest_ending = 5;   // ".jpeg"
    if (auto const dot = naam.rfind('.'); dot != std::string_view::npos && naam.size() - dot <= longest_ending)
        naam = naam.substr(0, dot);
    std::string out;
    for (std::size_t left = langste_naam; !naam.empty() && left > 0;) {
        auto const n = utf8_length(naam);
        auto const one = naam.substr(0, std::max<std::size_t>(n, 1));
        naam.remove_prefix(one.size());
        if (n == 0 || !gewoon_teken(one)) continue;
        out += std::string_view{":*?\"<>|"}.find(one[0]) != std::string_view::npos ? "_" : one;
        --left;
    }
    auto const first = out.find_first_not_of(" .");
    out = first == std::string::npos ? "document" : out.substr(first);
    out.erase(out.find_last_not_of(' ') + 1);
    return out + std::string{uitgang(m)};
}
}
