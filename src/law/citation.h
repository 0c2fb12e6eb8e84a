#pragma once
#include "kernel/law.h"

#include <string>

/// How a source is named. `LawRef::law` holds the short code of this list; a full title is accepted too.
namespace law {
inline constexpr std::string_view wi2021 = "Wi2021", besluit = "Besluit", awb = "Awb", atw = "Atw", pw = "Pw",
                                  hvw = "Hvw", gelijkstelling = "Gelijkstelling", duo = "DUO", brp_api = "BRP-API",
                                  wabb = "Wabb", iban = "IBAN", beleidsplan = "Beleidsplan";

/// The whole title: "Besluit inburgering 2021". A name that is not in the list is given back as it is.
std::string_view title(std::string_view code);
/// As in a letter: "Besluit inburgering 2021 art. 5.3 lid 1".
std::string cite(LawRef const&);
/// As on a tag: "Wet 15", "Besluit 5.3", "Awb 6:7", "Pw 56a".
std::string cite_short(LawRef const&);
}
