#pragma once
#include "vertrouwen/store.h"

/// The second factor of one user in the database, inside the caller's transaction.
namespace vertrouwen {
/// The secret as it lies in the table: sealed together with its owner, so that a copied row is worth nothing.
db::Blob seal_secret(Kluis const&, GebruikerId, std::string_view secret);
std::optional<std::string> unseal_secret(Kluis const&, GebruikerId, db::Blob const&);
void keep_secret(db::Connection&, Kluis const&, GebruikerId, std::string_view secret, std::int64_t used_step);
/// Takes the code, once.
bool take_code(db::Connection&, Kluis const&, GebruikerId, std::string_view code);
bool take_recovery_code(db::Connection&, Kluis const&, Timestamp now, GebruikerId, std::string_view code);
/// Ten new ones in the place of the old.
std::vector<std::string> replace_recovery_codes(db::Connection&, Kluis const&, GebruikerId);
}
