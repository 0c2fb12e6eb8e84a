#pragma once
#include "instroom/coa.h"
#include "instroom/inlees.h"

/// The work of reading a file in. Internal to the slice.
namespace instroom {

struct Invoer {
    std::int64_t regel;
    Result<Persoonsgegevens, std::string> persoon;
    std::optional<CoaKoppeling> koppeling;
};
/// Hands out the people of a file one by one.
using Bron = std::function<std::optional<Invoer>()>;
/// A Dutch sentence when the file is not what it should be. `in` must live as long as the source.
Result<Bron, std::string> open_bron(InleesSoort, std::istream& in);
/// How many people there will be, for the progress bar: a quick count, the file is back at its start afterwards.
std::int64_t tel(InleesSoort, std::istream& in);

struct Telling {
    std::int64_t nieuw = 0, bijgewerkt = 0, ongewijzigd = 0, geweigerd = 0, dubbel = 0;
};
struct Inleeswerk {
    db::Database& database;
    vertrouwen::Kluis const& kluis;
    platform::Clock const& clock;
    vertrouwen::Access access;
    InleesId id;
    InleesSoort soort;
};
/// Reads all of it, skipping lines that an earlier run has done. False: stopped by `progress`, not finished.
bool run_import(Inleeswerk const&, std::istream& in, Voortgang const& progress, Telling& telling);
}
