#pragma once
#include "inburgeringstermijn/store.h"
#include "platform/html/components.h"

/// Clocks as the pages show them.
namespace inburgeringstermijn {
/// Badge or end, day n of m, and the why that unfolds. `prefix` keeps ids apart when a page shows a clock twice.
html::Html clock(html::View const&, Klok const&, std::string_view prefix);
/// What runs, is held or is yet to come, most urgent first: for the aside of a file.
html::Html running_clocks(html::View const&, std::vector<Klok> const&);
/// Day n of m of a clock; nothing outside its days.
struct Voortgang {
    int dag, van, procent;
};
std::optional<Voortgang> voortgang(Klok const&, Date today);
}
