#include "bench/bench.h"

#include "bench/client.h"
#include "bench/queries.h"
#include "demo/dice.h"
#include "platform/json/json.h"
#include "vertrouwen/login.h"

#include <atomic>
#include <fmt/core.h>
#include <fstream>
#include <ostream>
#include <sys/resource.h>
#include <thread>
#include <time.h>

namespace bench {
namespace {
using Clock = std::chrono::steady_clock;

struct Worker {
    std::string token;
    std::vector<DossierId> files;
    std::vector<DossierId> intakes;   // of those, with an intake that goes on
};
struct Load {
    std::array<std::vector<std::int64_t>, aantal_soorten> micros;
    std::int64_t errors = 0, cpu_micros = 0;
};

std::vector<Worker> log_in(app::Program& program, Options const& o) {
    auto& app = program.shared();
    auto const users = app.database.read(db::Scope::system(), [&](db::Connection& c) {
        return c.list(queries::caseworkers, {o.users, true}, [](db::Row const& r) { return r.get<GebruikerId>(0); });
    });
    std::vector<Worker> workers;
    for (auto const user : users) {
        auto files = app.database.read(db::Scope::system(), [&](db::Connection& c) {
            return c.list(queries::files_of, {user}, [](db::Row const& r) { return r.get<DossierId>(0); });
        });
        auto intakes = app.database.read(db::Scope::system(), [&](db::Connection& c) {
            return c.list(queries::open_intakes_of, {user}, [](db::Row const& r) { return r.get<DossierId>(0); });
        });
        workers.push_back({vertrouwen::start_session(app.database, app.kluis, app.clock, user, "127.0.0.1"),
                           std::move(files), std::move(intakes)});
    }
    return workers;
}

constexpr std::string_view searches[] = {"yousef",       "mohamed",      "fatima+darwish", "gebremeskel",
                                         "khateeb+1990", "yildirim",     "14-03-1997",     "noorzai",
                                         "oedenrode",    "ahmad+haddad", "tesf",           "1994"};

/// One thread: the mix of people at work, 35 % work list, 25 % file, 20 % search, 10 % plan, 5 % a note, 5 % a
/// leefgebied of an intake (form and post).
void drive(unsigned short port, Worker const& me, std::uint64_t seed, std::atomic<bool> const& stop, Load& load) {
    demo::Dice dice{seed};
    Client client{port, me.token};
    auto const timed = [&](Soort soort, auto&& request, int good) {
        auto const begun = Clock::now();
        Client::Answer answer = request();
        load.micros[static_cast<std::size_t>(soort)].push_back(
            std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun).count());
        if (answer.status != good) ++load.errors;
        return answer;
    };
    auto const path = [&](std::vector<DossierId> const& list) {
        return "/dossiers/" + std::to_string(list[dice.next() % list.size()].value);
    };
    auto const get = [&](Soort soort, std::string const& address) {
        return timed(soort, [&] { return client.get(address); }, 200);
    };
    /// The form is asked for and not timed, its answer is.
    auto const send = [&](Soort soort, std::string const& form, std::string const& address, std::string const& fields) {
        auto const page = client.get(form);
        auto const body = hidden_fields(page.body) + fields;
        timed(soort, [&] { return client.post(address, body); }, 303);
    };
    constexpr std::string_view areas[] = {"motivatie", "netwerk", "digitaal", "taalniveau", "zelfredzaamheid"};
    while (!stop) {
        auto const file = path(me.files);
        int const thrown = dice.between(1, 100);
        if (thrown <= 35)
            get(Soort::mijn_werk, "/mijn-werk");
        else if (thrown <= 60)
            get(Soort::dossier, file);
        else if (thrown <= 80)
            get(Soort::zoeken, "/zoeken?q=" + std::string{searches[dice.next() % std::size(searches)]});
        else if (thrown <= 90)
            get(Soort::plan, file + "/plan");
        else if (thrown <= 95 || me.intakes.empty())
            send(Soort::notitie, file + "/notities", file + "/notities",
                 "&wijze=notitie&categorie=voortgang&dag-dag=24&dag-maand=11&dag-jaar=2026&tolk=geen"
                 "&tekst=Kort+gesproken+over+de+lessen.");
        else {
            auto const area =
                path(me.intakes) + "/intake/leefgebieden/" + std::string{areas[dice.next() % std::size(areas)]};
            send(Soort::intake, area, area,
                 fmt::format("&antwoord={}&reden=Blijkt+uit+gesprek+{}.&daarna=stop", dice.between(1, 5), dice.next()));
        }
    }
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    load.cpu_micros = used.tv_sec * 1'000'000 + used.tv_nsec / 1000;
}

std::int64_t process_cpu_micros() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1'000'000 + usage.ru_utime.tv_usec
           + usage.ru_stime.tv_usec;
}

std::int64_t memory_kib(std::string_view field) {
    std::ifstream in{"/proc/self/status"};
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(field)) return std::atoll(line.c_str() + field.size() + 1);
    return 0;
}

Meting summary(std::vector<std::int64_t>& micros) {
    return {static_cast<std::int64_t>(micros.size()), percentile(micros, 50), percentile(micros, 99)};
}
}

std::int64_t percentile(std::vector<std::int64_t>& micros, int percent) {
    if (micros.empty()) return 0;
    auto const at =
        micros.begin() + static_cast<std::ptrdiff_t>((micros.size() - 1) * static_cast<std::size_t>(percent) / 100);
    std::ranges::nth_element(micros, at);
    return *at;
}

std::string hidden_fields(std::string_view page) {
    // The page has several forms, each with its own token: the last one is the form of the page itself.
    auto const form = page.rfind("method=\"post\"");
    if (form == std::string_view::npos) return {};
    constexpr std::string_view hidden = "type=\"hidden\"";
    auto const attribute = [](std::string_view tag, std::string_view name) {
        auto const at = tag.find(fmt::format(" {}=\"", name));
        if (at == std::string_view::npos) return std::string_view{};
        auto const value = tag.substr(at + name.size() + 3);
        return value.substr(0, value.find('"'));
    };
    std::string body;
    for (auto at = page.find(hidden, form); at != std::string_view::npos; at = page.find(hidden, at + 1)) {
        auto const tag = page.substr(at, page.find('>', at) - at);   // ours begin with their type
        body += fmt::format("{}{}={}", body.empty() ? "" : "&", attribute(tag, "name"),
                            http::url_encode(attribute(tag, "value")));
    }
    return body;
}

Uitslag measure(app::Program& program, Options const& o) {
    Uitslag u;
    u.dossiers = program.shared()
                     .database
                     .read(db::Scope::system(),
                           [](db::Connection& c) { return c.value<std::int64_t>(queries::number_of_files); })
                     .value_or(0);
    auto const workers = log_in(program, o);
    if (workers.empty()) return u;
    auto const port = program.listen();
    std::atomic<bool> stop{false};
    std::vector<Load> loads(static_cast<std::size_t>(o.clients));
    auto const cpu_before = process_cpu_micros();
    auto const begun = Clock::now();
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < loads.size(); ++i)
            threads.emplace_back([&, i] {   // from the whole list: klantmanagers and regisseurs
                drive(port, workers[i * workers.size() / loads.size()], o.seed + i, stop, loads[i]);
            });
        std::this_thread::sleep_for(std::chrono::seconds{o.seconds});
        stop = true;
    }
    u.micros = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun).count();
    std::vector<std::int64_t> all;
    for (std::size_t kind = 0; kind < aantal_soorten; ++kind) {
        std::vector<std::int64_t> some;
        for (auto& load : loads) some.insert(some.end(), load.micros[kind].begin(), load.micros[kind].end());
        all.insert(all.end(), some.begin(), some.end());
        u.per_soort[kind] = summary(some);
    }
    u.alles = summary(all);
    u.requests = u.alles.requests;
    for (auto const& load : loads) {
        u.errors += load.errors;
        u.client_cpu_micros += load.cpu_micros;
    }
    u.server_cpu_micros = process_cpu_micros() - cpu_before - u.client_cpu_micros;
    u.rss_kib = memory_kib("RssAnon:");   // its own; pages of the database file that are mapped belong to the system
    u.peak_kib = memory_kib("VmHWM:");
    program.stop();
    return u;
}

void report(Uitslag const& u, std::string_view database, bool as_json, std::ostream& out) {
    auto const per_second = u.micros > 0 ? u.requests * 1'000'000 / u.micros : 0;
    auto const cpu = u.requests > 0 ? u.server_cpu_micros / u.requests : 0;
    if (as_json) {
        json::Writer w;
        w.object()
            .field("database", database)
            .field("dossiers", u.dossiers)
            .field("verzoeken", u.requests)
            .field("fouten", u.errors)
            .field("per_seconde", per_second)
            .field("cpu_micros_per_verzoek", cpu)
            .field("p50_micros", u.alles.p50_micros)
            .field("p99_micros", u.alles.p99_micros)
            .field("geheugen_kib", u.rss_kib)
            .field("geheugen_piek_kib", u.peak_kib)
            .key("soorten")
            .object();
        for (std::size_t i = 0; i < namen.size(); ++i)
            w.key(namen[i])
                .object()
                .field("verzoeken", u.per_soort[i].requests)
                .field("p50_micros", u.per_soort[i].p50_micros)
                .field("p99_micros", u.per_soort[i].p99_micros)
                .end_object();
        w.end_object().end_object();
        out << w.take() << "\n";
        return;
    }
    out << fmt::format("{}: {} dossiers, {} verzoeken in {} ms, {} fouten\n", database, u.dossiers, u.requests,
                       u.micros / 1000, u.errors);
    out << fmt::format("{} verzoeken per seconde, {} µs processortijd van de server per verzoek, {} MB (piek {} MB)\n",
                       per_second, cpu, u.rss_kib / 1024, u.peak_kib / 1024);
    out << fmt::format("{:<12}{:>10}{:>12}{:>12}\n", "soort", "aantal", "p50 µs", "p99 µs");
    for (std::size_t i = 0; i < namen.size(); ++i)
        out << fmt::format("{:<12}{:>10}{:>12}{:>12}\n", namen[i], u.per_soort[i].requests, u.per_soort[i].p50_micros,
                           u.per_soort[i].p99_micros);
    out << fmt::format("{:<12}{:>10}{:>12}{:>12}\n", "alles", u.alles.requests, u.alles.p50_micros, u.alles.p99_micros);
}
}
