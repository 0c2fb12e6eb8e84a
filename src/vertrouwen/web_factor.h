#pragma once
#include "gate/context.h"
#include "vertrouwen/login.h"

/// Setting up the second factor, in the middle of a log-in and from the account page alike.
namespace vertrouwen {
/// The picture, the secret in text, and the field for the first code; `secret` travels on in the form, sealed.
html::Html factor_fields(gate::Context&, GebruikerId, std::string_view gebruikersnaam, std::string_view secret,
                         html::Errors const&);
/// The ten codes, shown this once.
html::Html recovery_panel(gate::Context&, std::vector<std::string> const& codes, std::string_view next_href);
html::Html new_password_fields(html::View const&, html::Errors const&);
/// The two new fields, accepted or with their errors.
std::optional<std::string> read_new_password(gate::Context&, Gebruiker const&, html::Errors&);
/// What was wrong, beside its field.
void add_refusal(html::View const&, Login::Refusal, std::string field, std::string_view wrong, html::Errors&);
}
