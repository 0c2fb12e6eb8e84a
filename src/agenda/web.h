#pragma once
#include "gate/context.h"

namespace agenda {
http::Response show(gate::Context&);       // /agenda?dag=…&weergave=dag|week
http::Response new_form(gate::Context&);   // /agenda/nieuw?dag=…&dossier=…
http::Response add(gate::Context&);
http::Response edit_form(gate::Context&);   // /agenda/afspraken/{afspraak}
http::Response save(gate::Context&);
http::Response set_state(gate::Context&);   // /agenda/afspraken/{afspraak}/stand
http::Response feed_page(gate::Context&);   // /agenda/feed
http::Response feed_make(gate::Context&);
http::Response feed_revoke(gate::Context&);
http::Response feed(gate::Context&);            // /agenda/feed/{token}: the token is the right
http::Response substitutions(gate::Context&);   // /vervanging
http::Response add_substitution(gate::Context&);
http::Response withdraw_substitution(gate::Context&);
}
