#pragma once
#include "brede_intake/leefgebieden.h"
#include "demo/cohort.h"
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"

#include <map>
#include <set>
#include <unordered_map>

namespace demo {

/// Who directs a file; nobody: its tasks wait in the team queue.
struct Behandelaars {
    GemeenteId gemeente;
    std::optional<GebruikerId> regisseur, klantmanager;
    std::optional<TeamId> team;
};

/// Turns files into rows and writes these a table at a time. Ids go up from one start, so that the same seed gives the
/// same database. Rows are what the stores would have written; the tests compare.
class Rijen {
public:
    Rijen(vertrouwen::Kluis const& kluis, Date today, std::int64_t first_id);
    void add(Zaak const& zaak, Behandelaars const& by);
    /// The person of that file once more, as somebody at a counter typed it: fewer names, no number of the BRP.
    PersoonId twin(Zaak const& zaak, Behandelaars const& by);
    /// Writes and forgets what was added.
    void write(db::Connection& c);
    /// The last number given out for each municipality and year.
    std::map<std::pair<std::int64_t, int>, int> const& numbers() const { return numbers_; }
    std::int64_t next_id() { return id_++; }

private:
    struct Persoon {
        std::int64_t id;
        std::string naam;
        std::optional<Bsn> bsn;
        std::string v_nummer;
    };
    Persoon person(Zaak const& zaak, Mens const& mens, Behandelaars const& by, bool with_file);
    void family(Zaak const& zaak, Persoon const& who, Behandelaars const& by);
    void tie(std::int64_t from, std::int64_t to, std::string_view soort, Mens const& other, std::string_view verblijf,
             std::string_view herkomst, GemeenteId gemeente);
    void index(std::int64_t person, GemeenteId gemeente, PartialDate const& geboren,
               std::vector<std::string> const& names);
    std::int64_t notice(Zaak const& zaak, Persoon const& who, GemeenteId gemeente);
    void arrivals(Zaak const& zaak, Persoon const& who, Behandelaars const& by);
    std::int64_t file(Zaak const& zaak, Persoon const& who, Behandelaars const& by);
    void history(Zaak const& zaak, Persoon const& who, std::int64_t file, Behandelaars const& by);
    void appointment(Zaak const& zaak, std::int64_t file, GemeenteId gemeente, GebruikerId writer);
    void clocks(Zaak const& zaak, std::int64_t file, Behandelaars const& by);
    void tasks(Zaak const& zaak, std::int64_t file, Behandelaars const& by);
    void task(std::int64_t file, Behandelaars const& by, std::string_view soort, std::string_view titel,
              std::string_view toelichting, std::string_view artikel, bool legal, Date due, std::string_view waits_for,
              std::string_view clock);
    void intake(Zaak const& zaak, std::int64_t file, Behandelaars const& by);
    void intake_gebied(std::int64_t intake, GemeenteId gemeente, GebruikerId writer, Timestamp at,
                       brede_intake::LeefgebiedSoort const& gebied, Dice& dice);
    void toets(Zaak const& zaak, std::int64_t file, Behandelaars const& by);
    void plan(Zaak const& zaak, std::int64_t file, Behandelaars const& by);
    void put(std::string_view table, db::Params row);

    vertrouwen::Kluis const& kluis_;
    Date today_;
    Timestamp now_;
    std::int64_t id_;
    std::size_t next_bsn_ = 0;
    std::int64_t v_number_ = 2'740'000'000;
    std::map<std::pair<std::int64_t, int>, int> numbers_;
    std::unordered_map<std::string, std::int64_t> words_;
    std::set<std::pair<GebruikerId, Timestamp>> booked_;
    std::map<std::string, std::vector<db::Params>, std::less<>> rows_;
};
}
