#pragma once
#include "gate/context.h"

namespace instroom {
// ---- people ----
http::Response show_people(gate::Context&);       // GET  /inburgeraars?groep=…&fase=…&na=…
http::Response new_person_form(gate::Context&);   // GET  /inburgeraars/nieuw
http::Response add_person(gate::Context&);        // POST /inburgeraars/nieuw
http::Response show_person_without_file(
    gate::Context&);                        // GET  /inburgeraars/{persoon}: the file, or the way to open one
http::Response open_file(gate::Context&);   // POST /inburgeraars/{persoon}/dossier
// ---- in the file ----
http::Response show_person(gate::Context&);            // GET  /dossiers/{dossier}/persoon
http::Response edit_person_form(gate::Context&);       // GET  /dossiers/{dossier}/persoon/wijzigen
http::Response edit_person(gate::Context&);            // POST /dossiers/{dossier}/persoon/wijzigen
http::Response show_family(gate::Context&);            // GET  /dossiers/{dossier}/gezin
http::Response new_relative_form(gate::Context&);      // GET  /dossiers/{dossier}/gezin/nieuw
http::Response add_relative_post(gate::Context&);      // POST /dossiers/{dossier}/gezin/nieuw
http::Response set_whereabouts_post(gate::Context&);   // POST /dossiers/{dossier}/gezin/{band}
http::Response show_group(gate::Context&);             // GET  /dossiers/{dossier}/doelgroep
http::Response set_group(gate::Context&);              // POST /dossiers/{dossier}/doelgroep
http::Response decide_extra(gate::Context&);           // POST /dossiers/{dossier}/doelgroep/extra
// ---- reading files in ----
http::Response show_imports(gate::Context&);    // GET  /inlezen
http::Response upload(gate::Context&);          // POST /inlezen
http::Response show_import(gate::Context&);     // GET  /inlezen/{inlees}?na=…
http::Response import_events(gate::Context&);   // GET  /inlezen/{inlees}/voortgang
// ---- duplicates ----
http::Response show_pairs(gate::Context&);     // GET  /dubbelen?na=…
http::Response search_pairs(gate::Context&);   // POST /dubbelen
http::Response show_pair(gate::Context&);      // GET  /dubbelen/{dubbel}?blijver=…
http::Response merge_pair(gate::Context&);     // POST /dubbelen/{dubbel}
http::Response keep_apart(gate::Context&);     // POST /dubbelen/{dubbel}/verschillend
http::Response undo_merge(gate::Context&);     // POST /dubbelen/{dubbel}/herstellen: apart again, or to judge again
// ---- local policy ----
http::Response show_policy(gate::Context&);     // GET  /beheer/beleid
http::Response change_policy(gate::Context&);   // POST /beheer/beleid
}
