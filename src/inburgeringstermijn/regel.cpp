#include "inburgeringstermijn/regel.h"

#include "inburgeringstermijn/feiten.h"
#include "law/citation.h"

#include <algorithm>

namespace inburgeringstermijn {

std::optional<Regel> regel_van(Klok const& klok) {
    std::string_view stand;
    switch (klok.stand) {
    case KlokStand::loopt_nog_niet:
    case KlokStand::stilgelegd: return std::nullopt;
    case KlokStand::loopt: stand = "loopt"; break;
    case KlokStand::gehaald: stand = "gehaald"; break;
    case KlokStand::vervallen: stand = "vervallen"; break;
    }
    return Regel{std::string{naam(klok.soort)}, klok.begin, klok.uiterlijk, klok.ongerold, std::string{stand},
               klok.van_duo ? "duo" : "berekend", werk_vanaf(klok)};
}

std::string artikelen(Klok const& klok) {
    std::string text;
    std::vector<std::string> seen;
    for (auto const& why : klok.redenen)
        for (auto const& source : why.bronnen) {
            auto const cited = law::cite_short(source);
            if (seen.size() == 2 || std::ranges::find(seen, cited) != seen.end()) continue;
            text += (text.empty() ? "" : ", ") + cited;
            seen.push_back(cited);
        }
    return text;
}
}
