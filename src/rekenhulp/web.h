#pragma once
#include "gate/context.h"

namespace rekenhulp {
/// The list of rules.
http::Response list(gate::Context&);
/// One rule: its form, and with values in the address the answer. Personal values are never read from the address.
http::Response show(gate::Context&);
/// One rule with values of a person: these come in the body.
http::Response work_out(gate::Context&);
}
