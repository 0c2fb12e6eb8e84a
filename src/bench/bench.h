#pragma once
#include "app/serve.h"

#include <array>
#include <iosfwd>
#include <string>
#include <vector>

/// How fast the whole program is for people at work: a mix of logged requests over loopback against a real server.
namespace bench {

enum class Soort { mijn_werk, dossier, zoeken, notitie, plan, intake };
inline constexpr std::size_t aantal_soorten = 6;
inline constexpr std::array<std::string_view, aantal_soorten> namen{"mijn-werk", "dossier", "zoeken",
                                                                    "notitie",   "plan",    "intake"};

struct Options {
    int seconds = 10, clients = 16, users = 40;
    std::uint64_t seed = 1;
};
struct Meting {
    std::int64_t requests = 0, p50_micros = 0, p99_micros = 0;
};
struct Uitslag {
    std::int64_t dossiers = 0, requests = 0, errors = 0, micros = 0, server_cpu_micros = 0, client_cpu_micros = 0,
                 rss_kib = 0, peak_kib = 0;
    std::array<Meting, aantal_soorten> per_soort{};
    Meting alles;
};
/// Starts listening, logs users in, drives the mix for so many seconds and stops. The database must hold files.
Uitslag measure(app::Program& program, Options const&);
/// Text for people, or JSON with the same figures.
void report(Uitslag const&, std::string_view database, bool as_json, std::ostream& out);

/// Percentile of unsorted latencies, 0 for none.
std::int64_t percentile(std::vector<std::int64_t>& micros, int percent);
/// The hidden inputs of the last form of a page, as a form sends them: "_csrf=…&_eenmalig=…".
std::string hidden_fields(std::string_view page);
}
