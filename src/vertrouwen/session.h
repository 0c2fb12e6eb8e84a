#pragma once
#include "vertrouwen/store.h"

namespace vertrouwen {
/// What the database keeps of a token: a stolen table opens nothing.
db::Blob token_hash(std::string_view token);
/// 32 random bytes, safe in a cookie or an address.
std::string new_token();
/// A row that starts with the columns of a user at `from` (queries find_user, find_session, list_users).
Gebruiker read_user(db::Row const&, int from);
}
