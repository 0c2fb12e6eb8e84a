#pragma once
#include "gate/context.h"
#include "instroom/dubbelen.h"

/// What the duplicates desk and the page of one pair share.
namespace instroom {
std::string pair_path(std::int64_t id, std::string_view rest = {});
/// Why the two look alike, with the points of each reason.
html::Html reasons(html::View const&, Dubbel const&);
std::string_view state_text(DubbelStand);   // Dutch, for people
/// The names on a page are reads of those people.
void log_pairs(gate::Context&, std::vector<Dubbel> const&);
}
