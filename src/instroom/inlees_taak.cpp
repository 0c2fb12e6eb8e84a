#include "instroom/inlees.h"
#include "instroom/inlezer.h"
#include "instroom/queries.h"
#include "platform/log/log.h"

#include <charconv>
#include <cstdio>
#include <fmt/core.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace instroom {
namespace {
InleesId id_of(std::string const& payload) {
    InleesId id;
    std::from_chars(payload.data(), payload.data() + payload.size(), id.value);
    return id;
}
std::string progress_data(std::int64_t done, std::int64_t total) { return fmt::format("{} {}", done, total); }
}

jobs::Worker import_worker(db::Database& database, vertrouwen::Kluis const& kluis, platform::Clock clock,
                           Melder melder) {
    return [&database, &kluis, clock, melder](jobs::Job const& job, std::function<bool()> const& alive) {
        auto const scope = db::Scope::of(job.gemeente);
        auto access = vertrouwen::Access::systeem(job.gemeente);
        auto const id = id_of(job.payload);
        auto const row = database.read(scope, [&](db::Connection& c) { return find_import(c, access, id); });
        if (!row || row->stand == "klaar" || row->stand == "mislukt") return;
        auto const sealed = database.read(scope, [&](db::Connection& c) {
            return c.value<std::optional<db::Blob>>(queries::import_content, {job.gemeente, id});
        });
        check(sealed && *sealed);
        access = vertrouwen::Access::systeem(job.gemeente, row->gestart_door);
        std::istringstream in{kluis.open(**sealed)};
        Telling telling;
        auto const topic = import_topic(id);
        bool const finished = run_import(
            {database, kluis, clock, access, id, row->soort}, in,
            [&](std::int64_t done, std::int64_t total) {
                if (melder) melder(topic, "voortgang", progress_data(done, total));
                return alive();
            },
            telling);
        if (finished && melder) melder(topic, "klaar", "");
        logging::info("bestand ingelezen",
                      {{"soort", std::string{naam(row->soort)}}, {"geweigerd", std::to_string(telling.geweigerd)}});
    };
}

namespace {
/// A bar on a terminal; nothing in a log file.
class Balk {
public:
    Balk(std::ostream& out, bool shown) : out_{out}, shown_{shown} {}
    void show(std::int64_t done, std::int64_t total) {
        if (!shown_ || total <= 0) return;
        constexpr int width = 40;
        auto const full = static_cast<int>(width * done / total);
        out_ << '\r' << '[' << std::string(static_cast<std::size_t>(full), '#')
             << std::string(static_cast<std::size_t>(width - full), '.') << fmt::format("] {}/{}", done, total)
             << (done >= total ? "\n" : "") << std::flush;
    }

private:
    std::ostream& out_;
    bool shown_;
};

void summary(Inlees const& row, Telling const& t, std::vector<InleesRegel> const& refused, std::ostream& out) {
    out << fmt::format("{}: {} gelezen, {} nieuw, {} bijgewerkt, {} ongewijzigd, {} mogelijk dubbel, {} geweigerd\n",
                       row.bestandsnaam, row.gedaan(), t.nieuw, t.bijgewerkt, t.ongewijzigd, t.dubbel, t.geweigerd);
    for (auto const& line : refused)
        if (line.uitkomst == "geweigerd") out << fmt::format("  regel {}: {}\n", line.regel, line.reden);
}
}

int cli_import(db::Database& database, vertrouwen::Kluis const& kluis, platform::Clock clock, CliVraag const& vraag,
               std::ostream& out, std::ostream& err) {
    auto const soort = inlees_soort_van(vraag.soort == "brp-api" ? "brp_api" : vraag.soort);
    if (!soort || *soort == InleesSoort::duo) {
        err << "Onbekende soort: kies brp, brp-api of coa.\n";
        return 2;
    }
    std::ifstream in{vraag.bestand, std::ios::binary};
    std::string head(4096, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    if (!in && head.empty()) {
        err << "Het bestand is leeg of niet te openen: " << vraag.bestand << "\n";
        return 2;
    }
    if (auto const wrong = verkeerd_bestand(*soort, head)) {
        err << *wrong << "\n";
        return 2;
    }
    in.clear();
    in.seekg(0);
    auto const gemeente = database.read(db::Scope::system(), [&](db::Connection& c) {
        return c.value<GemeenteId>(queries::municipality, {vraag.gemeente_code});
    });
    if (!gemeente) {
        err << "Er is geen gemeente met code " << vraag.gemeente_code << " in deze database.\n";
        return 2;
    }
    auto const access = vertrouwen::Access::systeem(*gemeente);
    InleesId id;
    db::assign_new(id);
    auto const name = vraag.bestand.substr(vraag.bestand.find_last_of('/') + 1);
    database.write(db::Scope::of(*gemeente), [&](db::Connection& c) {
        c.exec(queries::insert_import,
               {*gemeente, id, naam(*soort), name, GebruikerId{}, clock.now(), "bezig", std::nullopt});
    });
    Telling telling;
    Balk balk{err, ::isatty(STDERR_FILENO) == 1};
    run_import(
        {database, kluis, clock, access, id, *soort}, in,
        [&](std::int64_t done, std::int64_t total) {
            balk.show(done, total);
            return true;
        },
        telling);
    auto const [row, refused] = database.read(db::Scope::of(*gemeente), [&](db::Connection& c) {
        return std::pair{find_import(c, access, id).value(), lines_to_look_at(c, access, id, 0, 100'000)};
    });
    if (row.stand == "mislukt") {
        err << row.fout << "\n";
        return 2;
    }
    summary(row, telling, refused, out);
    return telling.geweigerd > 0 ? 1 : 0;
}
}
