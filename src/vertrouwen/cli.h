#pragma once
#include "vertrouwen/password.h"
#include "vertrouwen/store.h"

#include <iosfwd>
#include <span>

/// `meedoen user …`. Exit codes: 0 done, 1 refused with the reason, 2 usage.
namespace vertrouwen {
int cli(db::Database&, Kluis const&, platform::Clock, std::span<std::string const> args, std::istream& in,
        std::ostream& out, std::ostream& err, HashCost = HashCost::production());
/// What `meedoen user --help` prints.
std::string_view user_usage();
}
