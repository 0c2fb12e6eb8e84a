#pragma once
#include "gate/context.h"
#include "vertrouwen/login.h"

/// Pages around who somebody is and what he may see, and what the gate shows in the place of a page.
namespace vertrouwen {

// ---- for the gate ----
/// Nobody is logged in, or only half-way: the log-in page, or the step that is still to be done. A form that was sent
/// just after the session ended is kept, sealed, for the same user.
http::Response must_log_in(gate::Context&);
/// Signs the forms of somebody without a session; its secret lies in a cookie that the log-in page sets. Without that
/// cookie the answer is random, so that no token fits.
std::string visitor_key(gate::Context const&);
/// Asks why this file is opened. What is asked goes to POST /toegang.
http::Response purpose_page(gate::Context&, DossierId, html::Errors const&);
/// The file is of the user himself or of his family: shut, and the privacy officer sees it.
http::Response own_family_page(gate::Context&, DossierId);
http::Response closed_file_page(gate::Context&, DossierId, DossierRelatie const&);   // 409: nothing was written
/// A kept form (it carries the field `_bewaard`) was taken: it need not be given back again.
void forget_kept_form(gate::Context&);

// ---- logging in and out ----
http::Response show_login(gate::Context&);          // GET  /inloggen
http::Response log_in(gate::Context&);              // POST /inloggen
http::Response show_code(gate::Context&);           // GET  /inloggen/code
http::Response send_code(gate::Context&);           // POST
http::Response show_recovery(gate::Context&);       // GET  /inloggen/herstelcode
http::Response send_recovery(gate::Context&);       // POST
http::Response show_setup(gate::Context&);          // GET  /inloggen/instellen
http::Response send_setup(gate::Context&);          // POST
http::Response show_new_password(gate::Context&);   // GET  /inloggen/wachtwoord
http::Response send_new_password(gate::Context&);   // POST
http::Response log_out(gate::Context&);             // POST /uitloggen
http::Response show_kept_form(gate::Context&);      // GET  /bewaard-formulier
http::Response drop_kept_form(gate::Context&);      // POST /bewaard-formulier
http::Response set_language(gate::Context&);        // GET  /taal/{taal}
http::Response grant(gate::Context&);               // POST /toegang

// ---- own account ----
http::Response show_account(gate::Context&);           // GET  /account
http::Response change_account(gate::Context&);         // POST
http::Response show_password(gate::Context&);          // GET  /account/wachtwoord
http::Response change_password(gate::Context&);        // POST
http::Response show_factor(gate::Context&);            // GET  /account/tweede-factor
http::Response change_factor(gate::Context&);          // POST
http::Response show_recovery_codes(gate::Context&);    // GET  /account/herstelcodes
http::Response renew_recovery_codes(gate::Context&);   // POST
http::Response end_session(gate::Context&);            // POST /account/sessies/{sessie}/beeindigen

// ---- beheer ----
http::Response list_users(gate::Context&);            // GET  /beheer/gebruikers
http::Response show_new_user(gate::Context&);         // GET  /beheer/gebruikers/nieuw
http::Response add_new_user(gate::Context&);          // POST /beheer/gebruikers
http::Response show_user(gate::Context&);             // GET  /beheer/gebruikers/{gebruiker}
http::Response change_user(gate::Context&);           // POST
http::Response reset_user_password(gate::Context&);   // POST …/wachtwoord
http::Response reset_user_factor(gate::Context&);     // POST …/tweede-factor
http::Response shield_user(gate::Context&);           // POST …/afscherming
http::Response show_read_log(gate::Context&);         // GET  /beheer/leeslog
http::Response show_file_readers(gate::Context&);     // GET  /dossiers/{dossier}/inzage
http::Response list_accesses(gate::Context&);         // GET  /beheer/noodtoegang
http::Response review_access(gate::Context&);         // POST /beheer/noodtoegang/{toegang}/nagekeken
http::Response show_audit(gate::Context&);            // GET  /beheer/audit
http::Response verify_chain(gate::Context&);          // POST /beheer/audit
}
