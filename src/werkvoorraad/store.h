#pragma once
#include "platform/db/db.h"
#include "vertrouwen/rules.h"

/// Tasks: what must be done, by whom, by when, on which article. Counts are kept by the change that alters them.
namespace werkvoorraad {

enum class Stand { open, wacht, klaar, vervallen };
struct NieuweTaak {
    std::optional<DossierId> dossier;
    std::string soort, titel, toelichting, artikel;      // soort: see table taak
    bool wettelijk = false;
    Date uiterlijk{};
    std::optional<GebruikerId> eigenaar;                 // nothing: the team queue
    std::optional<TeamId> team;
    std::string termijnsoort;                            // empty: not from a clock
    std::string wacht_op;                                // not empty: waiting for others
};
struct Taak {
    TaakId id; std::optional<DossierId> dossier; std::string soort, titel, toelichting, artikel; bool wettelijk; Date uiterlijk;
    std::optional<GebruikerId> eigenaar; std::string eigenaar_naam; Stand stand; std::string wacht_op; std::int64_t versie;
    std::string persoon_naam, eigen_schrift, eigen_schrift_taal, groep, fase, dossier_nummer;
};

/// In the caller's transaction; counts move along.
TaakId add(db::Connection&, vertrouwen::Access const&, Timestamp now, NieuweTaak const&);
void set_due(db::Connection&, vertrouwen::Access const&, TaakId, Date uiterlijk, std::string_view toelichting);
void close(db::Connection&, vertrouwen::Access const&, Timestamp now, TaakId, Stand);
/// The open (or waiting) task that came from this clock.
std::optional<TaakId> of_clock(db::Connection&, DossierId, std::string_view termijnsoort);
/// All open tasks of a file move to this owner (assignment of the file); nothing: back to the team queue.
void move_with_file(db::Connection&, vertrouwen::Access const&, DossierId, std::optional<GebruikerId> eigenaar);
}
