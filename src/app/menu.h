#pragma once
#include "gate/gate.h"

namespace app {
/// The main menu (product.md §3), in its order; what the user may not open is left out by the gate.
std::vector<gate::Gate::MenuItem> menu();
}
