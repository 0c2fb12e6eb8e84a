#pragma once
#include "gate/context.h"

namespace leerbaarheidstoets {
http::Response show(gate::Context&);        // /dossiers/{dossier}/toets
http::Response step_form(gate::Context&);   // /dossiers/{dossier}/toets/{stap}
http::Response step_post(gate::Context&);
}
