#pragma once
#include "agenda/store.h"
#include "gate/context.h"

/// The form of an appointment: as typed, and as understood.
namespace agenda {

struct Invoer {
    std::string dag, van, tot, onderwerp, plaats, dossier, tolk_taal, tolk_stand, versie;
    bool toch = false;   // "plan it although it overlaps"
};
Invoer read_form(http::Request const&);
Invoer as_typed(Afspraak const&);
/// The proposal, or nothing with `errors` filled.
std::optional<Voorstel> understand(gate::Context&, Invoer const&, html::Errors& errors);
html::Html form(gate::Context&, Invoer const&, html::Errors const&, std::vector<Afspraak> const& overlapping,
                std::string const& action, std::string const& button_label);
}
