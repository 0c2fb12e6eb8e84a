#pragma once
#include "inburgeringstermijn/rules.h"

#include <string>
#include <string_view>
#include <vector>

/// Which of the facts that were written down count, and what a clock asks of the caseworker. Pure.
namespace inburgeringstermijn {

/// May a file have several of these at the same time (stays abroad, questions to third parties)?
bool is_meervoudig(FeitSoort);
/// Does the fact run from a day until another?
bool is_periode(FeitSoort);
/// What only DUO registers: not to be written by hand.
bool is_van_duo(FeitSoort);

/// A fact as written, with who said it: "duo", "brp", "hand", or nobody: "aangenomen".
struct Opgeschreven {
    Feit feit;
    std::string bron;
};
inline constexpr std::string_view aangenomen = "aangenomen";
/// The facts for the clocks. Of a kind that can be only once, DUO's leads, then the latest written; an assumed one
/// only where nobody named the day.
std::vector<Feit> geldend(std::vector<Opgeschreven> const& in_order_of_writing);
/// Is this fact left aside because DUO registered another one of its kind?
bool wijkt_voor_duo(std::vector<Opgeschreven> const& all, Opgeschreven const& one);

/// The task of a clock, in fixed Dutch.
struct KlokTaak {
    std::string_view soort, titel, toelichting;
};
KlokTaak taak_van(KlokSoort);
/// From which day a running clock is work. The PIP is work at once: ten weeks are short and the file may have nobody
/// yet.
Date werk_vanaf(Klok const&);

enum class FeitRefusal { dag_in_toekomst, einde_nodig, tot_niet_na_van, dag_voor_2022, eerst_gevraagd };
std::string_view tekst(FeitRefusal);
/// May this fact be written by hand, given those that stand?
std::optional<FeitRefusal> check_feit(Feit const&, std::vector<Feit> const& staand, Date today);
}
