#pragma once
#include "law/citation.h"

/// Huisvestingswet 2014 (BWBR0035303), text of 1-7-2026.
namespace law {
inline constexpr Date hvw_gelezen{2026y / 11 / 25}, hvw_vanaf{2015y / 1 / 1};
inline constexpr LawRef huisvesting_28{hvw, "art. 28", ""}, taakstelling_29{hvw, "art. 29", "lid 1"};
/// The national number is published at the latest so long before the half-year; counted back, so not rolled.
inline constexpr Parameter taakstelling_bekend_weken{
    {
        Version{hvw_vanaf, std::chrono::weeks{13}, LawRef{hvw, "art. 29", "lid 1"}, Zekerheid::P},
    },
    hvw_gelezen};
}
