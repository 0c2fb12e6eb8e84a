#pragma once
#include "gate/context.h"

/// Pages of the plan: /dossiers/{dossier}/plan… and who gets it in time: /pip-op-tijd.
namespace pip {
http::Response show(gate::Context&);        // …/plan: the plan that is worked on or in force
http::Response paper(gate::Context&);       // …/plan/afdruk?versie=…
http::Response start(gate::Context&);       // …/plan/beginnen
http::Response part_form(gate::Context&);   // …/plan/leerroute, begeleiding, doelen, afspraken
http::Response save_part(gate::Context&);
http::Response review(gate::Context&);            // …/plan/controle
http::Response lay_before_form(gate::Context&);   // …/plan/voorleggen
http::Response lay_before_post(gate::Context&);
http::Response sign_form(gate::Context&);   // …/plan/ondertekenen
http::Response sign_post(gate::Context&);
http::Response fix_form(gate::Context&);   // …/plan/vaststellen
http::Response fix_post(gate::Context&);
http::Response discard_form(gate::Context&);   // …/plan/verwerpen
http::Response discard_post(gate::Context&);
http::Response list_versions(gate::Context&);   // …/plan/versies
http::Response show_version(gate::Context&);    // …/plan/versies/{versie}
http::Response compare(gate::Context&);         // …/plan/versies/{a}/{b}
http::Response explain_delay(gate::Context&);   // …/plan/oorzaak
http::Response delay_post(gate::Context&);

http::Response in_time(gate::Context&);       // /pip-op-tijd
http::Response in_time_csv(gate::Context&);   // /pip-op-tijd/uitvoer
}
