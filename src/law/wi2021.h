#pragma once
#include "law/citation.h"

/// Wet inburgering 2021 (BWBR0044770), text in force from 21-10-2025; read on the day of `checked`.
namespace law {
inline constexpr Date wi2021_gelezen{2026y / 11 / 25};
/// Article 54(1): the act holds for who becomes plichtig on or after this day.
inline constexpr Date wi2021_in_werking{2022y / 1 / 1};
inline constexpr LawRef wi2021_overgang{wi2021, "art. 54", "lid 1"};

/// Length of the term. Unit: months.
inline constexpr Parameter inburgeringstermijn_maanden{
    {
        Version{wi2021_in_werking, std::chrono::months{36}, LawRef{wi2021, "art. 11", "lid 1"}, Zekerheid::P},
    },
    wi2021_gelezen};
/// It starts on the day after the dagtekening of the first PIP, and does not move when a PIP is replaced.
inline constexpr LawRef termijn_begint{wi2021, "art. 11", "lid 2"}, termijn_schuift_niet{wi2021, "art. 11", "lid 3"};

inline constexpr LawRef asielstatushouder{wi2021, "art. 13", "lid 1"}, brede_intake{wi2021, "art. 14", "lid 1"},
    pip_inhoud{wi2021, "art. 15", "lid 1"}, pip_met_pw{wi2021, "art. 15", "lid 3"},
    leerroute_blijft{wi2021, "art. 15", "lid 4"}, inburgeringsaanbod{wi2021, "art. 16", "lid 1"},
    voortgang{wi2021, "art. 17", "lid 1"}, schakelen{wi2021, "art. 17", "lid 2"}, afschalen{wi2021, "art. 17", "lid 3"},
    pvt_en_map{wi2021, "art. 6", "lid 3"}, map_niet_in_onderwijsroute{wi2021, "art. 8", "lid 3"},
    lening{wi2021, "art. 19", ""}, tijdelijke_vrijstelling{wi2021, "art. 4", "lid 1"};

/// Article 12(1) and 24(2): only the minister lengthens, and sets a new term.
inline constexpr LawRef verlenging_door_duo{wi2021, "art. 12", "lid 1"}, nieuwe_termijn{wi2021, "art. 24", "lid 2"};

/// Article 22(2): the new term to appear in a fine decision. Unit: months; set by the college, so it does not roll.
inline constexpr Parameter derde_oproep_maanden{
    {
        Version{wi2021_in_werking, std::chrono::months{2}, LawRef{wi2021, "art. 22", "lid 2"}, Zekerheid::P},
    },
    wi2021_gelezen};

/// The leerbaarheidstoets advises only (14(5)); since 2023 the college can skip it for a visual disability, and for an
/// auditory one of who is also thought unable to take it (14(6)-(7)).
inline constexpr LawRef toets_adviseert{wi2021, "art. 14", "lid 5"}, intake_bij_verstek{wi2021, "art. 14", "lid 2"},
    onvoldoende_medewerking{wi2021, "art. 22", "lid 1"};
inline constexpr Parameter toets_uitzondering{
    {
        Version{Date{2023y / 1 / 1}, true, LawRef{wi2021, "art. 14", "lid 6"}, Zekerheid::P},
    },
    wi2021_gelezen};
inline constexpr LawRef toets_uitzondering_wie{wi2021, "art. 14", "lid 7"}, b1_route{wi2021, "art. 7", ""},
    onderwijsroute{wi2021, "art. 8", "lid 1"}, z_route{wi2021, "art. 9", ""},
    pip_intensiteit{wi2021, "art. 15", "lid 2"}, pip_van_vorige_gemeente{wi2021, "art. 35", "lid 4"};
}
