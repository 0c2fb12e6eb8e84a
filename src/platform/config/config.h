#pragma once
#include <optional>
#include <string>
#include <vector>

namespace config {
/// One TOML file; every key is also an environment variable (MEEDOEN_ + key in capitals), which wins.
struct Config {
    std::string db = "sqlite:meedoen.db";       // db / MEEDOEN_DB
    std::string address = "127.0.0.1";          // address / MEEDOEN_ADDRESS
    int port = 8080;                            // port / MEEDOEN_PORT, or PORT
    std::string key_file;                       // key_file / MEEDOEN_KEY_FILE; empty: see vertrouwen/kluis.h
    std::string tls_certificate, tls_key;       // tls_certificate, tls_key
    std::vector<std::string> trusted_proxies;   // trusted_proxies, comma separated in the environment
    int workers = 8;                            // workers
    int session_idle_minutes = 30;              // session_idle_minutes
    int session_hours = 10;                     // session_hours
    int job_days = 90;                          // job_days: how long finished background work is kept
    std::string log_level = "info";             // log_level
    std::optional<std::string> today;           // today / MEEDOEN_TODAY
};
struct Finding {
    std::string key, message;
    bool fatal;
};   // Dutch, says what to do
struct Loaded {
    Config config;
    std::vector<Finding> findings;
};
/// Reads file (empty: none) and environment; never throws on what a user wrote: findings say what is wrong.
Loaded load(std::string const& toml_path);
/// What `meedoen check` says besides: files that are missing, rights too wide, TLS off on an outside address.
std::vector<Finding> inspect(Config const& config);
}
