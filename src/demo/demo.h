#pragma once
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"

#include <iosfwd>

/// Fills an empty database with invented files: the same for the same seed and day, 1 to 1,000,000 of them.
namespace demo {

struct Options {
    std::int64_t files = 400;
    std::uint64_t seed = 1;
    std::string accounts_file;   // JSON list of rol, gebruikersnaam, wachtwoord, totp (where on), gemeente; empty: none
};
struct Account {
    std::string rol, gebruikersnaam, wachtwoord, totp, gemeente;
};

/// 0 done; 1 refused (the database already holds files; the file cannot be written). Progress goes to `progress`.
int fill(db::Database&, vertrouwen::Kluis const&, platform::Clock, Options const&, std::ostream& progress);
/// Holds no file yet.
bool is_empty(db::Database&);
/// The accounts of a seed, one a role of five in Meierijstad and two more.
std::vector<Account> accounts(std::uint64_t seed);
}
