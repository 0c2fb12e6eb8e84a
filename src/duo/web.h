#pragma once
#include "gate/context.h"

namespace duo {
http::Response show_inbox(gate::Context&);    // GET  /duo?stand=…
http::Response show_notice(gate::Context&);   // GET  /duo/{melding}
http::Response tie_notice(gate::Context&);    // POST /duo/{melding}/koppelen
http::Response show_file(gate::Context&);     // GET  /dossiers/{dossier}/duo
}
