#include "platform/config/config.h"

#include <arpa/inet.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace config {
namespace {

void inspect_file(std::vector<Finding>& findings, std::string_view key, std::string const& path) {
    if (path.empty()) return;
    if (access(path.c_str(), F_OK) != 0)
        findings.push_back({std::string{key},
                            fmt::format("Het bestand {} van {} is er niet. Zet het neer of verbeter het "
                                        "pad.",
                                        path, key),
                            true});
    else if (access(path.c_str(), R_OK) != 0)
        findings.push_back({std::string{key},
                            fmt::format("Meedoen mag het bestand {} van {} niet lezen. Geef de gebruiker "
                                        "waaronder Meedoen draait leesrecht.",
                                        path, key),
                            true});
}

/// A key that others on the machine can read is no secret any more.
void inspect_secret(std::vector<Finding>& findings, std::string_view key, std::string const& path) {
    inspect_file(findings, key, path);
    struct stat seen{};
    if (path.empty() || stat(path.c_str(), &seen) != 0 || (seen.st_mode & 077) == 0) return;
    findings.push_back({std::string{key},
                        fmt::format("Anderen op deze machine kunnen {} lezen. Voer uit: chmod 600 {}", path, path),
                        true});
}

bool is_loopback(std::string_view address) {
    return address == "localhost" || address == "::1" || address.starts_with("127.");
}

bool is_address(std::string const& text) {
    unsigned char room[sizeof(in6_addr)];
    return inet_pton(AF_INET, text.c_str(), room) == 1 || inet_pton(AF_INET6, text.c_str(), room) == 1;
}

void inspect_network(std::vector<Finding>& findings, Config const& config) {
    if (config.address != "localhost" && !is_address(config.address))
        findings.push_back({"address",
                            fmt::format("\"{}\" is geen IP-adres. Vul het adres in waarop Meedoen luistert, zoals "
                                        "127.0.0.1 (alleen deze machine) of 0.0.0.0 (alle adressen).",
                                        config.address),
                            true});
    for (auto const& proxy : config.trusted_proxies)
        if (!is_address(proxy))
            findings.push_back({"trusted_proxies",
                                fmt::format("\"{}\" is geen IP-adres. Noem elke proxy met zijn eigen "
                                            "IP-adres.",
                                            proxy),
                                true});
    bool const outside = !is_loopback(config.address);
    if (outside && config.tls_certificate.empty() && config.trusted_proxies.empty())
        findings.push_back({"tls_certificate",
                            fmt::format("Meedoen luistert op {} zonder TLS: wachtwoorden en gegevens gaan "
                                        "dan leesbaar over het netwerk. Vul tls_certificate en tls_key "
                                        "in, of zet een proxy met TLS ervoor en noem die in "
                                        "trusted_proxies.",
                                        config.address),
                            false});
}

void inspect_database(std::vector<Finding>& findings, std::string const& db) {
    constexpr std::string_view sqlite = "sqlite:";
    if (!db.starts_with(sqlite)) return;
    std::filesystem::path const file{db.substr(sqlite.size())};
    auto const folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
    std::error_code failed;
    if (!std::filesystem::is_directory(folder, failed))
        findings.push_back(
            {"db", fmt::format("De map {} voor de database is er niet. Maak de map of verbeter db.", folder.string()),
             true});
    else if (access(folder.c_str(), W_OK) != 0)
        findings.push_back({"db",
                            fmt::format("Meedoen mag niet schrijven in de map {} van de database. Geef de gebruiker "
                                        "waaronder Meedoen draait schrijfrecht.",
                                        folder.string()),
                            true});
}
}

std::vector<Finding> inspect(Config const& config) {
    std::vector<Finding> findings;
    inspect_secret(findings, "key_file", config.key_file);
    inspect_file(findings, "tls_certificate", config.tls_certificate);
    inspect_secret(findings, "tls_key", config.tls_key);
    inspect_network(findings, config);
    inspect_database(findings, config.db);
    if (config.today)
        findings.push_back({"today",
                            fmt::format("Meedoen rekent met {} als vandaag. Dat is voor proeven en demo's: haal "
                                        "today (of MEEDOEN_TODAY) weg voor echt werk.",
                                        *config.today),
                            false});
    return findings;
}
}
