#pragma once
#include "gate/gate.h"

namespace app {
/// The main menu (product.md §3), in its order; what the user may not open is left out by the gate.
std::vector<gate::Gate::MenuItem> menu();
/// How much waits behind each item that this user may open; at most most_counted, whatever the size of the
/// municipality, so that no page becomes slower by it. One question, on indexes only.
void count_menu(gate::Context&);
/// More than so many is shown as "99+".
inline constexpr int most_counted = 100;
}
