#pragma once
#include <span>
#include <string>

namespace app {
/// The program as typed: subcommand and its arguments. Exit codes: 0 done, 1 refused (with reasons), 2 wrong usage.
int run(std::span<std::string const> arguments);
}
