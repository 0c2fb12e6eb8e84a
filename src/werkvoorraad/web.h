#pragma once
#include "gate/context.h"

namespace werkvoorraad {
http::Response my_work(gate::Context&);         // /mijn-werk
http::Response team_queue(gate::Context&);      // /werkvoorraad
http::Response chosen(gate::Context&);          // POST /taken/kiezen: claims one, or leads on to the preview
http::Response preview_page(gate::Context&);    // /taken/samen?doe=…&taak=…
http::Response do_together(gate::Context&);     // POST /taken/samen
http::Response undo(gate::Context&);            // POST /taken/samen/{bulk}/ongedaan
http::Response task_page(gate::Context&);       // /taken/{taak}
http::Response change_task(gate::Context&);     // POST /taken/{taak}
http::Response new_task_form(gate::Context&);   // /taken/nieuw?dossier=…
http::Response add_task(gate::Context&);
http::Response save_filter_post(gate::Context&);     // POST /taken/filters
http::Response forget_filter_post(gate::Context&);   // POST /taken/filters/{filter}/weg
}
