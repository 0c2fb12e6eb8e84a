#include "platform/config/config.h"

#include "kernel/date.h"
#include "platform/config/settings.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace config {
namespace {

void add(std::vector<Finding>& findings, std::string_view key, std::string message) {
    findings.push_back({std::string{key}, std::move(message), true});
}

std::string environment_name(std::string_view key) {
    std::string name = "MEEDOEN_";
    for (char const c : key) name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return name;
}

/// An empty variable counts as not set: that is how scripts switch one off.
std::optional<std::string> environment(std::string const& name) {
    char const* const value = std::getenv(name.c_str());
    if (!value || !*value) return std::nullopt;
    return value;
}

std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        auto const comma = text.find(',');
        auto part = text.substr(0, comma);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        if (!part.empty()) parts.emplace_back(part);
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
    return parts;
}

/// A whole number of at most nine digits, as text from the environment.
std::optional<std::int64_t> number_of(std::string_view text) {
    if (text.empty() || text.size() > 9) return std::nullopt;
    std::int64_t n = 0;
    for (char const c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        n = n * 10 + (c - '0');
    }
    return n;
}

/// Reads one setting into the configuration. What does not fit leaves the default and becomes a finding.
class Reader {
public:
    explicit Reader(Loaded& loaded) : loaded_{loaded} {}

    void set(Setting const& setting, Value const& value, std::string_view source) {
        std::visit([&](auto place) { put(setting, place, value, source); }, setting.place);
    }

private:
    void refuse(Setting const& setting, std::string_view source, std::string_view what) {
        add(loaded_.findings, setting.key, fmt::format("{}: {} {}.", source, setting.key, what));
    }

    void put(Setting const& setting, std::string Config::* place, Value const& value, std::string_view source) {
        if (auto const* text = std::get_if<std::string>(&value))
            loaded_.config.*place = *text;
        else
            refuse(setting, source, "moet tekst zijn. Zet de waarde tussen aanhalingstekens");
    }

    void put(Setting const& setting, std::optional<std::string> Config::* place, Value const& value,
             std::string_view source) {
        auto const* text = std::get_if<std::string>(&value);
        if (text && parse_date(*text))
            loaded_.config.*place = *text;
        else
            refuse(setting, source, "is geen bestaande dag. Vul een dag in als \"2026-11-25\" (jaar, maand, dag)");
    }

    void put(Setting const& setting, int Config::* place, Value const& value, std::string_view source) {
        std::optional<std::int64_t> n;
        if (auto const* whole = std::get_if<std::int64_t>(&value)) n = *whole;
        // Text counts only from the environment, which knows nothing else; in the file it is the wrong type.
        if (auto const* text = std::get_if<std::string>(&value); text && source != file_source) n = number_of(*text);
        if (n && *n >= setting.least && *n <= setting.most)
            loaded_.config.*place = static_cast<int>(*n);
        else
            refuse(setting, source,
                   fmt::format("moet een heel getal zijn van {} tot en met {}{}", setting.least, setting.most,
                               source == file_source ? ", zonder aanhalingstekens" : ""));
    }

    void put(Setting const& setting, std::vector<std::string> Config::* place, Value const& value,
             std::string_view source) {
        if (auto const* list = std::get_if<std::vector<std::string>>(&value))
            loaded_.config.*place = *list;
        else if (auto const* text = std::get_if<std::string>(&value); text && source != file_source)
            loaded_.config.*place = split_list(*text);
        else
            refuse(setting, source, "moet een lijst met teksten zijn, zoals [\"10.0.0.1\", \"10.0.0.2\"]");
    }

    Loaded& loaded_;
};

/// A name in the environment that looks like ours and is none is most often a slip of the pen.
void report_unknown_environment(std::vector<Finding>& findings) {
    constexpr std::string_view prefix = "MEEDOEN_";
    for (char** entry = environ; entry && *entry; ++entry) {
        std::string_view const text{*entry};
        auto const name = text.substr(0, text.find('='));
        if (!name.starts_with(prefix) || name.starts_with("MEEDOEN_TEST") || name == "MEEDOEN_SHARED") continue;
        if (name == "MEEDOEN_CONFIG") continue;
        if (std::ranges::any_of(settings(), [&](auto const& s) { return environment_name(s.key) == name; })) continue;
        findings.push_back({std::string{name},
                            fmt::format("{} is geen instelling van Meedoen en doet niets. "
                                        "Controleer de spelling of haal de variabele weg.",
                                        name),
                            false});
    }
}

void check_values(Loaded& loaded) {
    auto& config = loaded.config;
    constexpr std::string_view levels[] = {"debug", "info", "warning", "error"};
    if (std::ranges::find(levels, config.log_level) == std::end(levels)) {
        add(loaded.findings, "log_level",
            fmt::format("log_level kent \"{}\" niet. Kies debug, info, warning of error.", config.log_level));
        config.log_level = "info";
    }
    std::string_view const db = config.db;
    bool const known = (db.starts_with("sqlite:") && db.size() > 7) || db.starts_with("postgresql://")
                       || db.starts_with("postgres://");
    if (!known)
        add(loaded.findings, "db",
            "db is geen adres van een database. Vul sqlite:BESTAND in, zoals sqlite:meedoen.db, "
            "of postgresql://gebruiker@server/database.");
    if (config.tls_certificate.empty() != config.tls_key.empty())
        add(loaded.findings, config.tls_key.empty() ? "tls_key" : "tls_certificate",
            "Voor een beveiligde verbinding zijn tls_certificate en tls_key allebei nodig. Vul ze allebei in of geen "
            "van beide.");
}
}

Loaded load(std::string const& toml_path) {
    Loaded loaded;
    Reader reader{loaded};
    if (!toml_path.empty())
        for (auto const& [key, value] : read_file(toml_path, loaded.findings)) {
            auto const setting = std::ranges::find(settings(), key, &Setting::key);
            if (setting != settings().end())
                reader.set(*setting, value, file_source);
            else
                add(loaded.findings, key,
                    fmt::format("{}: {} is geen instelling van Meedoen. Controleer de spelling of "
                                "haal de regel weg.",
                                file_source, key));
        }
    for (auto const& setting : settings())
        if (auto const name = environment_name(setting.key); auto const value = environment(name))
            reader.set(setting, *value, name);
    // Platforms that start programs hand out the port this way, so it wins from our own name.
    if (auto const port = environment("PORT"))
        reader.set(*std::ranges::find(settings(), std::string_view{"port"}, &Setting::key), *port, "PORT");
    report_unknown_environment(loaded.findings);
    check_values(loaded);
    return loaded;
}
}
