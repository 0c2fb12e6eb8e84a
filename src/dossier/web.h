#pragma once
#include "gate/context.h"

namespace dossier {
http::Response show(gate::Context&);        // /dossiers/{dossier}?soort=…&persoon=…&voor=…
http::Response note_form(gate::Context&);   // /dossiers/{dossier}/notities
http::Response add_note(gate::Context&);
http::Response correct_form(gate::Context&);   // /dossiers/{dossier}/notities/{gebeurtenis}
http::Response correct(gate::Context&);
http::Response assign_form(gate::Context&);   // /dossiers/{dossier}/toewijzen
http::Response assign_post(gate::Context&);
http::Response close_form(gate::Context&);   // /dossiers/{dossier}/sluiten
http::Response close_post(gate::Context&);
http::Response reopen_form(gate::Context&);   // /dossiers/{dossier}/heropenen
http::Response reopen_post(gate::Context&);
}
