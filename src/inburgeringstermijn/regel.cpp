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
    return Regel{std::string{naam(klok.soort)},     klok.begin,      klok.uiterlijk, klok.ongerold, std::string{stand},
                 klok.van_duo ? "duo" : "berekend", werk_vanaf(klok)};
}

std::string artikelen(Klok const& klok) {
    std::vector<std::string> laws, others;
    for (auto const& why : klok.redenen)
        for (auto const& source : why.bronnen) {
            auto& kind = source.law == law::duo ? others : laws;   // what the law says before what DUO describes
            auto const cited = law::cite_short(source);
            if (std::ranges::find(kind, cited) == kind.end()) kind.push_back(cited);
        }
    laws.insert(laws.end(), others.begin(), others.end());
    constexpr std::size_t most = 2;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, laws.size()); ++i) text += (i == 0 ? "" : ", ") + laws[i];
    return text;
}
}
