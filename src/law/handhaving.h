#pragma once
#include "kernel/money.h"
#include "law/besluit_inburgering.h"
#include "law/wi2021.h"

/// What stays away from the brede intake costs by law. The program proposes; the college decides.
namespace law {

/// Fixed fine for each of the two misses (Besluit 7.1(1)); lower only in special circumstances (Besluit 7.1(6), Awb
/// 5:46(3)). Unit: eurocent.
inline constexpr Parameter boete_intake{
    {
        Version{besluit_in_werking, Money::cents(25'000), LawRef{besluit, "art. 7.1", "lid 1"}, Zekerheid::P},
    },
    besluit_gelezen};
inline constexpr LawRef oproepen{wi2021, "art. 14", "lid 1"}, bij_verstek{wi2021, "art. 14", "lid 2"},
    boete_tweede_oproep{wi2021, "art. 22", "lid 1"}, boete_derde_oproep{wi2021, "art. 22", "lid 3"},
    boete_matigen{besluit, "art. 7.1", "lid 6"}, geen_verwijt{awb, "art. 5:41", ""};
}
