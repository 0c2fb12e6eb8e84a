#pragma once
#include "platform/db/db.h"
#include "vertrouwen/rules.h"
#include "werkvoorraad/rules.h"

/// Tasks: what must be done, by whom, by when, on which article. Counts are kept by the change that alters them.
namespace werkvoorraad {

struct NieuweTaak {
    std::optional<DossierId> dossier;
    std::string soort, titel, toelichting, artikel;   // soort: see table taak
    bool wettelijk = false;
    Date uiterlijk{};
    std::optional<GebruikerId> eigenaar;   // nothing: the team queue
    std::optional<TeamId> team;
    std::string termijnsoort;   // empty: not from a clock
    std::string wacht_op;       // not empty: waiting for others
};
struct Taak {
    TaakId id;
    std::optional<DossierId> dossier;
    std::string soort, titel, toelichting, artikel;
    bool wettelijk;
    Date uiterlijk;
    std::optional<GebruikerId> eigenaar;
    std::string eigenaar_naam;
    Stand stand;
    std::string wacht_op;
    std::int64_t versie;
    std::string persoon_naam, eigen_schrift, eigen_schrift_taal, groep, fase, dossier_nummer;
    std::optional<PersoonId> persoon;
    std::string termijnsoort;
    std::optional<TeamId> team;
    Timestamp aangemaakt;
    Aard aard() const { return {stand, !termijnsoort.empty()}; }
};

// ---- by the program: in the caller's transaction; counts move along ----
TaakId add(db::Connection&, vertrouwen::Access const&, Timestamp now, NieuweTaak const&);
/// A clock was reckoned again: its task gets the new day. Nothing happens to a task that is done.
void set_due(db::Connection&, vertrouwen::Access const&, TaakId, Date uiterlijk, std::string_view toelichting);
/// `klaar` or `vervallen`. Nothing happens to a task that is done.
void close(db::Connection&, vertrouwen::Access const&, Timestamp now, TaakId, Stand);
/// The open (or waiting) task that came from this clock.
std::optional<TaakId> of_clock(db::Connection&, DossierId, std::string_view termijnsoort);
/// All open tasks of a file that came from a clock.
struct Kloktaak {
    TaakId id;
    std::string termijnsoort;
};
std::vector<Kloktaak> clock_tasks(db::Connection&, DossierId);
/// All open tasks of a file move to this owner (assignment of the file); nothing: back to the team queue.
void move_with_file(db::Connection&, vertrouwen::Access const&, DossierId, std::optional<GebruikerId> eigenaar);
/// The open tasks of a file that `van` owns move to `naar`, and with `mee` those in the queue as well.
enum class Wachtrij { mee, blijft };
void hand_over(db::Connection&, vertrouwen::Access const&, DossierId, std::optional<GebruikerId> van,
               std::optional<GebruikerId> naar, Wachtrij);
/// May this reader see and change the tasks of `owner` (nothing: the queue of `team`)? Their own, those of somebody
/// they stand in for today, and what permission teamwerk reaches.
bool reaches(db::Connection&, vertrouwen::Access const&, Date today, std::optional<GebruikerId> owner,
             std::optional<TeamId> team);

// ---- by hand: refused where the law or a colleague stands in the way; each with its audit row ----
/// Takes a task from the team queue. Taking one's own task again is no refusal; the second of two people is told.
Result<void, Weigering> claim(db::Connection&, vertrouwen::Access const&, Timestamp now, TaakId);
/// To a colleague of the same municipality, or nothing: back to the team queue.
Result<void, Weigering> assign(db::Connection&, vertrouwen::Access const&, Timestamp now, TaakId,
                               std::optional<GebruikerId>);
Result<void, Weigering> move(db::Connection&, vertrouwen::Access const&, Timestamp now, TaakId, Date uiterlijk);
Result<void, Weigering> finish(db::Connection&, vertrouwen::Access const&, Timestamp now, TaakId);
/// Waits for somebody else; empty: it is work again.
Result<void, Weigering> wait_for(db::Connection&, vertrouwen::Access const&, Timestamp now, TaakId,
                                 std::string_view op_wie);

// ---- lists: one page, one question; names only where the reader may see them ----
struct Sleutel {
    Date uiterlijk;
    TaakId id;
};   // where the previous page ended
/// At most this many people's queues in one list: oneself and seven colleagues (see agenda/vervanging.h).
inline constexpr std::size_t meeste_eigenaars = 8;
struct Vraag {
    std::vector<GebruikerId> eigenaars;   // of whom; empty: the team queue
    std::optional<TeamId> team;           // team queue only
    std::string soort;                    // empty: all
    Stand stand = Stand::open;            // open: with what waited until today; wacht: the rest
    Date today{};
    std::optional<Date> vanaf, tot;   // tot exclusive
    std::optional<Sleutel> na;
    int limiet = 50;
};
/// Most urgent first; one more than `limiet` when there is a next page.
std::vector<Taak> list(db::Connection&, vertrouwen::Access const&, Vraag const&);
/// Aggregates only: days before today as yesterday, days after `horizon` as the day after it.
struct TelVraag {
    std::vector<GebruikerId> eigenaars;
    std::optional<TeamId> team;
    Date today, horizon;
};
std::vector<Telling> counts(db::Connection&, vertrouwen::Access const&, TelVraag const&);
std::optional<Taak> find(db::Connection&, vertrouwen::Access const&, TaakId);
std::vector<Taak> find_all(db::Connection&, vertrouwen::Access const&, std::vector<TaakId> const&);
/// The open tasks of a file, most urgent first, at most 50.
std::vector<Taak> of_file(db::Connection&, vertrouwen::Access const&, DossierId);

struct Collega {
    GebruikerId id;
    std::string naam, rol;
    std::optional<TeamId> team;
};
/// Whom a task or file can be given to: active people of the municipality who do casework, by name.
std::vector<Collega> colleagues(db::Connection&, vertrouwen::Access const&);
struct Team {
    TeamId id;
    std::string naam;
};
std::vector<Team> teams(db::Connection&, vertrouwen::Access const&);
}
