#pragma once
#include "app/serve.h"

#include <array>
#include <iosfwd>
#include <string>
#include <vector>

/// How fast the whole program is for people at work: a mix of logged requests over loopback against a real server.
namespace bench {

enum class Soort { mijn_werk, dossier, zoeken, notitie };
inline constexpr std::array<std::string_view, 4> namen{"mijn-werk", "dossier", "zoeken", "notitie"};

struct Options {
    int seconds = 10, clients = 8, users = 40;
    std::uint64_t seed = 1;
};
struct Meting {
    std::int64_t requests = 0, p50_micros = 0, p99_micros = 0;
};
struct Uitslag {
    std::int64_t dossiers = 0, requests = 0, errors = 0, micros = 0, server_cpu_micros = 0, client_cpu_micros = 0,
                 rss_kib = 0, peak_kib = 0;
    std::array<Meting, 4> per_soort{};
    Meting alles;
};
/// Starts listening, logs users in, drives the mix for so many seconds and stops. The database must hold files.
Uitslag measure(app::Program& program, Options const&);
/// Text for people, or JSON with the same figures.
void report(Uitslag const&, std::string_view database, bool as_json, std::ostream& out);

/// Percentile of unsorted latencies, 0 for none.
std::int64_t percentile(std::vector<std::int64_t>& micros, int percent);
/// The value of the first input with this name in a page; empty when there is none.
std::string input_value(std::string_view page, std::string_view name);
}
