#pragma once
#include "law/citation.h"

/// Algemene wet bestuursrecht (BWBR0005537), text of 1-7-2026: terms only. `from` is the first day we apply it.
namespace law {
inline constexpr Date awb_gelezen{2026y / 11 / 25}, awb_vanaf{2022y / 1 / 1};

inline constexpr Parameter bezwaar_weken{
    {
        Version{awb_vanaf, std::chrono::weeks{6}, LawRef{awb, "art. 6:7", ""}, Zekerheid::P},
    },
    awb_gelezen};
inline constexpr LawRef motivering{awb, "art. 3:46", ""};
inline constexpr LawRef bezwaar_begint{awb, "art. 6:8", "lid 1"}, bezwaar_schorst_niet{awb, "art. 6:16", ""},
    te_laat_verschoonbaar{awb, "art. 6:11", ""};
/// By post: in time when posted before the end and received within so long after it.
inline constexpr Parameter post_weken{
    {
        Version{awb_vanaf, std::chrono::weeks{1}, LawRef{awb, "art. 6:9", "lid 2"}, Zekerheid::P},
    },
    awb_gelezen};
/// Decision on a bezwaar, from the day after the bezwaar term ended.
struct BeslisWeken {
    std::chrono::weeks zonder_commissie, met_commissie;
};
inline constexpr Parameter beslis_weken{
    {
        Version{awb_vanaf, BeslisWeken{std::chrono::weeks{6}, std::chrono::weeks{12}},
                LawRef{awb, "art. 7:10", "lid 1"}, Zekerheid::P},
    },
    awb_gelezen};
inline constexpr LawRef beslissing_opgeschort{awb, "art. 7:10", "lid 2"};
inline constexpr Parameter verdaging_weken{
    {
        Version{awb_vanaf, std::chrono::weeks{6}, LawRef{awb, "art. 7:10", "lid 3"}, Zekerheid::P},
    },
    awb_gelezen};

/// Decision on an application without a term of its own, and the suspension while it is being completed.
inline constexpr Parameter aanvraag_weken{
    {
        Version{awb_vanaf, std::chrono::weeks{8}, LawRef{awb, "art. 4:13", "lid 2"}, Zekerheid::P},
    },
    awb_gelezen};
inline constexpr LawRef aanvraag_opgeschort{awb, "art. 4:15", "lid 1"};
inline constexpr Parameter niet_behandelen_weken{
    {
        Version{awb_vanaf, std::chrono::weeks{4}, LawRef{awb, "art. 4:5", "lid 4"}, Zekerheid::P},
    },
    awb_gelezen};
/// Late: so long after a written notice of default the daily sums start; then at most so many days, not rolled.
inline constexpr Parameter ingebrekestelling_weken{
    {
        Version{awb_vanaf, std::chrono::weeks{2}, LawRef{awb, "art. 4:17", "lid 3"}, Zekerheid::P},
    },
    awb_gelezen};
inline constexpr Parameter dwangsom_dagen{
    {
        Version{awb_vanaf, std::chrono::days{42}, LawRef{awb, "art. 4:17", "lid 1"}, Zekerheid::P},
    },
    awb_gelezen};

/// Fines: decision after a report (not rolled: more than 12 weeks), and when the power to fine lapses.
inline constexpr Parameter boetebesluit_weken{
    {
        Version{awb_vanaf, std::chrono::weeks{13}, LawRef{awb, "art. 5:51", "lid 1"}, Zekerheid::P},
    },
    awb_gelezen};
struct Vervaljaren {
    std::chrono::years zwaar, licht;
};   // zwaar: a fine above EUR 340 is possible (article 5:53)
inline constexpr Parameter boete_vervalt_jaren{
    {
        Version{awb_vanaf, Vervaljaren{std::chrono::years{5}, std::chrono::years{3}}, LawRef{awb, "art. 5:45", ""},
                Zekerheid::P},
    },
    awb_gelezen};

/// Money: payment, reminder (aanmaning), lapse of the claim.
inline constexpr Parameter betaal_weken{
    {
        Version{awb_vanaf, std::chrono::weeks{6}, LawRef{awb, "art. 4:87", "lid 1"}, Zekerheid::P},
    },
    awb_gelezen};
inline constexpr Parameter aanmaning_weken{
    {
        Version{awb_vanaf, std::chrono::weeks{2}, LawRef{awb, "art. 4:112", ""}, Zekerheid::P},
    },
    awb_gelezen};
inline constexpr LawRef dwangbevel{awb, "art. 4:117", ""}, verjaring_gestuit{awb, "art. 4:106", ""};
inline constexpr Parameter verjaring_jaren{
    {
        Version{awb_vanaf, std::chrono::years{5}, LawRef{awb, "art. 4:104", ""}, Zekerheid::P},
    },
    awb_gelezen};
}
