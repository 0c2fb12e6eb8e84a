#pragma once
#include "inburgeringstermijn/rules.h"

#include <optional>
#include <string>

/// A clock as it stands in table termijn and in its task. Pure; the store and the demonstration data write the same.
namespace inburgeringstermijn {

struct Regel {
    std::string soort;
    Date begin, uiterlijk, ongerold;
    std::string stand, bron;
    std::optional<Date> waarschuwing;
    friend bool operator==(Regel const&, Regel const&) = default;
};
/// Nothing for a clock that does not run yet or is held.
std::optional<Regel> regel_van(Klok const&);
/// At most two articles, as a task cites them: "Besluit 5.3, Wet 15".
std::string artikelen(Klok const&);
}
