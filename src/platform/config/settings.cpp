#include "platform/config/settings.h"

namespace config {

std::span<Setting const> settings() {
    static Setting const all[] = {
        {"db", &Config::db},
        {"address", &Config::address},
        {"port", &Config::port, 0, 65535},
        {"key_file", &Config::key_file},
        {"tls_certificate", &Config::tls_certificate},
        {"tls_key", &Config::tls_key},
        {"trusted_proxies", &Config::trusted_proxies},
        {"workers", &Config::workers, 1, 256},
        {"session_idle_minutes", &Config::session_idle_minutes, 1, 1440},
        {"session_hours", &Config::session_hours, 1, 168},
        {"job_days", &Config::job_days, 1, 3650},
        {"log_level", &Config::log_level},
        {"today", &Config::today},
    };
    return all;
}
}
