#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace app {
/// What was typed behind a subcommand; empty: not given, then configuration and environment decide.
struct Settings {
    std::string db, config_file, key_file, accounts, kind, file, municipality;
    int port = -1;
    std::int64_t files = 400;
    std::uint64_t seed = 1;
    int seconds = 10;
    bool json = false;
};
// One function a subcommand; each returns the exit code: 0 done, 1 refused with reasons, 2 wrong usage.
int serve(Settings const&);
int migrate(Settings const&);
int demo(Settings const&);
int user(Settings const&, std::vector<std::string> const& words);
int jobs(Settings const&);
int import(Settings const&);
int reken(std::vector<std::string> const& words);
int bench(Settings const&);
int verify(Settings const&);
int check_configuration(Settings const&);
}
