#pragma once
#include "law/citation.h"

/// Participatiewet (BWBR0015703), text of 1-7-2026.
namespace law {
inline constexpr Date pw_gelezen{2026y / 11 / 25}, pw_56a_in_werking{2022y / 1 / 1};

/// Financieel ontzorgen: from the day the right to bijstand arises. Unit: months.
inline constexpr Parameter ontzorg_maanden{
    {
        Version{pw_56a_in_werking, std::chrono::months{6}, LawRef{pw, "art. 56a", "lid 2"}, Zekerheid::P},
    },
    pw_gelezen};
inline constexpr LawRef ontzorgen_voor_wie{pw, "art. 56a", "lid 1"}, ontzorgen_langer{pw, "art. 57", ""},
    bijstand_met_terugwerkende_kracht{pw, "art. 44", "lid 5"}, participatie_plichten{pw, "art. 9", "lid 1"};
}
