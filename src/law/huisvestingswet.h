#pragma once
#include "law/citation.h"

/// Huisvestingswet 2014 (BWBR0035303), text of 1-7-2026.
namespace law {
inline constexpr LawRef huisvesting_28{hvw, "art. 28", ""}, taakstelling_29{hvw, "art. 29", "lid 1"};
}
