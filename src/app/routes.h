#pragma once
#include "gate/context.h"

namespace app {
/// Every page of the program, one line each. The matrix test walks over them.
std::vector<gate::Route> const& routes();
}
