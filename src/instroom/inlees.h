#pragma once
#include "instroom/store.h"
#include "platform/jobs/jobs.h"

#include <istream>

/// Files that are read in: one row a file, one row a line, in batches that can be stopped and taken up again.
namespace instroom {

enum class InleesSoort { brp, brp_api, duo, coa };
std::string_view naam(InleesSoort);    // as stored and in the upload form
std::string_view titel(InleesSoort);   // Dutch, for people
std::optional<InleesSoort> inlees_soort_van(std::string_view);

struct Inlees {
    InleesId id;
    InleesSoort soort;
    std::string bestandsnaam, door;
    Timestamp gestart;
    std::optional<Timestamp> klaar;
    std::string stand;
    std::int64_t totaal, gelukt, ongewijzigd, geweigerd;
    std::string fout;
    GebruikerId gestart_door;
    std::int64_t gedaan() const { return gelukt + ongewijzigd + geweigerd; }
};
struct InleesRegel {
    std::int64_t regel;
    std::string uitkomst, reden;
    std::optional<PersoonId> persoon;
};

/// A Dutch sentence when these first bytes can never be a file of this kind, and what to do then.
std::optional<std::string> verkeerd_bestand(InleesSoort, std::string_view first_bytes);
/// A Dutch sentence ("field: sentence" or a sentence) when the heading of a list is not that of this kind.
std::optional<std::string> verkeerde_kop(InleesSoort, std::string const& inhoud);
/// Keeps the content sealed and plans the work; job kind "inlees." + naam(soort), payload the id. Call Runner::wake
/// after the commit.
InleesId start_import(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now, InleesSoort,
                      std::string_view bestandsnaam, std::string_view inhoud);
std::optional<Inlees> find_import(db::Connection&, vertrouwen::Access const&, InleesId);
std::vector<Inlees> imports(db::Connection&, vertrouwen::Access const&, InleesId before, int limit);   // newest first
/// Lines that a person should look at (refused, possibly double, waiting), after a line number.
std::vector<InleesRegel> lines_to_look_at(db::Connection&, vertrouwen::Access const&, InleesId, std::int64_t after,
                                          int limit);

/// Told after every batch: how many lines are done of how many. False: stop now (taken up again later).
using Voortgang = std::function<bool(std::int64_t done, std::int64_t total)>;
inline constexpr int lijsten_per_keer = 200;

/// Sends an event to whoever looks at a page: topic, event, data.
using Melder = std::function<void(std::string_view topic, std::string_view event, std::string_view data)>;
std::string import_topic(InleesId);   // events "voortgang" ("done total") and "klaar"
inline std::string import_job(InleesSoort soort) { return "inlees." + std::string{naam(soort)}; }
/// The worker for brp, brp_api and coa; DUO's file has its own in slice duo.
jobs::Worker import_worker(db::Database&, vertrouwen::Kluis const&, platform::Clock, Melder);

/// `meedoen import brp|brp-api|coa FILE`: 0 all taken over, 1 lines were refused (listed), 2 no such file or of a wrong
/// kind.
struct CliVraag {
    std::string soort, bestand, gemeente_code = "1948";
};
int cli_import(db::Database&, vertrouwen::Kluis const&, platform::Clock, CliVraag const&, std::ostream& out,
               std::ostream& err);
}
