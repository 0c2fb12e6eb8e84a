#pragma once
#include "gate/context.h"

namespace zoeken {
http::Response show(gate::Context&);   // GET /zoeken?q=…
/// POST /zoeken: names go on to GET; a BSN, V-number or telephone is answered here, so that it never stands in an
/// address.
http::Response ask(gate::Context&);
}
