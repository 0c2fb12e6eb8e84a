#pragma once
#include "duo/store.h"
#include "platform/jobs/jobs.h"

#include <functional>
#include <iosfwd>

/// Reads a file of notices (JSON lines) in batches; each line stands by itself, so one bad line holds nothing up.
namespace duo {

struct Telling {
    std::int64_t regels{}, gelukt{}, ongewijzigd{}, geweigerd{};
};
struct Voortgang {
    std::int64_t bytes, totaal;
    Telling telling;
};
enum class BestandRefusal { leeg, geen_json_regels };
std::string_view tekst(BestandRefusal);   // Dutch, says what to do

/// Outcomes go to table inlees_regel of `inlees`; counts are kept up to date. `progress` may stop it (false): what was
/// read stays, and reading again skips it. Lines longer than 64 KiB are refused.
Result<Telling, BestandRefusal> read_file(db::Database&, vertrouwen::Kluis const&, vertrouwen::Access const&,
                                          platform::Clock, InleesId, std::string_view content,
                                          std::function<bool(Voortgang const&)> const& progress);

/// Reads an upload (table inlees, sealed content); job "inlees.duo", payload the id of the row. `tell` gets topic,
/// event and data for whoever looks at the page.
jobs::Worker import_worker(db::Database&, vertrouwen::Kluis const&, platform::Clock,
                           std::function<void(std::string_view, std::string_view, std::string_view)> tell);

/// `meedoen import duo FILE`: exit 0, 1 (some lines refused: reasons listed) or 2 (not a notice file).
int cli_import(db::Database&, vertrouwen::Kluis const&, platform::Clock, std::string const& file,
               std::string_view municipality_code, std::ostream& out, std::ostream& err);
}
