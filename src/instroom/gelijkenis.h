#pragma once
#include "kernel/partial_date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Are these two people one? Pure: what is known of both in, a score from 0 to 100 with its reasons out.
namespace instroom {

struct Naamwoord {
    std::string woord, klank;
};   // normalised, and how it sounds
struct Kenmerken {
    std::string bsn_index, v_nummer;   // keyed index of the BSN; empty: not known
    std::vector<Naamwoord> naam;
    PartialDate geboren;
    std::string geslacht;            // M, V, O
    std::vector<Naamwoord> ouders;   // all names of parents
};
struct Gelijkreden {
    std::string_view zin;
    int punten;
};   // `zin` is fixed Dutch, translatable
struct Gelijkenis {
    int score;
    std::vector<Gelijkreden> redenen;
};
Gelijkenis vergelijk(Kenmerken const&, Kenmerken const&);
inline constexpr int mogelijk_dubbel = 60;   // from this score it is shown to a person to decide
}
