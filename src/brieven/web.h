#pragma once
#include "gate/context.h"

namespace brieven {
http::Response list_page(gate::Context&);             // /dossiers/{dossier}/brieven
http::Response add_document(gate::Context&);          // /dossiers/{dossier}/documenten
http::Response confirm_appointment(gate::Context&);   // /dossiers/{dossier}/brieven/afspraak
http::Response letter_page(gate::Context&);           // /dossiers/{dossier}/brieven/{brief}
http::Response letter_pdf(gate::Context&);            // /dossiers/{dossier}/brieven/{brief}/pdf?talen=nl|beide
http::Response send(gate::Context&);                  // /dossiers/{dossier}/brieven/{brief}/verzenden
http::Response set_language(gate::Context&);          // /dossiers/{dossier}/brieven/{brief}/taal
http::Response returned(gate::Context&);              // /dossiers/{dossier}/brieven/{brief}/retour
http::Response send_again(gate::Context&);            // /dossiers/{dossier}/brieven/{brief}/opnieuw
http::Response templates_page(gate::Context&);        // /beheer/sjablonen
http::Response template_form(gate::Context&);         // /beheer/sjablonen/{soort}/{taal}?versie=…
http::Response save_template(gate::Context&);
http::Response reset_template(gate::Context&);    // /beheer/sjablonen/{soort}/{taal}/herstellen
http::Response letterhead_form(gate::Context&);   // /beheer/briefhoofd
http::Response save_letterhead(gate::Context&);
}
