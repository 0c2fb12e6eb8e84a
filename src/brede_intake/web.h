#pragma once
#include "gate/context.h"

namespace brede_intake {
http::Response show(gate::Context&);                // GET  /dossiers/{dossier}/intake
http::Response start(gate::Context&);               // POST /dossiers/{dossier}/intake
http::Response area_form(gate::Context&);           // GET  …/intake/leefgebieden/{leefgebied}
http::Response save_area(gate::Context&);           // POST (also while typing: answers JSON)
http::Response basis_page(gate::Context&);          // GET  …/intake/basis
http::Response basis_form(gate::Context&);          // GET  …/intake/basis/{onderdeel}
http::Response save_basis(gate::Context&);          // POST
http::Response row_form(gate::Context&);            // GET  …/intake/basis/{onderdeel}/{rij} ("nieuw" or an id)
http::Response save_row(gate::Context&);            // POST
http::Response remove_row(gate::Context&);          // POST …/{rij}/weghalen
http::Response part_form(gate::Context&);           // GET  …/intake/wettelijk/{onderdeel}
http::Response mark_part(gate::Context&);           // POST
http::Response talk_form(gate::Context&);           // GET  …/intake/gesprekken/{gesprek}
http::Response save_talk(gate::Context&);           // POST
http::Response private_talk_form(gate::Context&);   // GET  …/intake/prive/{gesprek}
http::Response save_private_talk(gate::Context&);   // POST
http::Response calls_page(gate::Context&);          // GET  …/intake/oproepen
http::Response new_call_form(gate::Context&);       // GET  …/intake/oproepen/nieuw
http::Response send_call(gate::Context&);           // POST
http::Response call_page(gate::Context&);           // GET  …/intake/oproepen/{oproep}
http::Response save_outcome(gate::Context&);        // POST
http::Response judge(gate::Context&);               // POST …/intake/oproepen/{oproep}/verwijt
http::Response no_fine(gate::Context&);             // POST …/intake/oproepen/{oproep}/geen-boete
http::Response finish_form(gate::Context&);         // GET  …/intake/afronden
http::Response finish(gate::Context&);              // POST
http::Response list_form(gate::Context&);           // GET  /beheer/leefgebieden
http::Response save_list(gate::Context&);           // POST
}
