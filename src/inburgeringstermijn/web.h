#pragma once
#include "gate/context.h"

namespace inburgeringstermijn {
http::Response show(gate::Context&);        // /dossiers/{dossier}/termijnen
http::Response fact_form(gate::Context&);   // /dossiers/{dossier}/termijnen/feit?soort=…&vervangt=…
http::Response add(gate::Context&);
http::Response withdraw_form(gate::Context&);   // /dossiers/{dossier}/termijnen/feit/{feit}/intrekken
http::Response withdraw(gate::Context&);
}
