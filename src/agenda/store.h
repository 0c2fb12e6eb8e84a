#pragma once
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"
#include "vertrouwen/rules.h"

/// Appointments of staff, with a file or without one, and their calendar feed.
namespace agenda {

enum class Stand { gepland, geweest, niet_verschenen, afgezegd };
std::string_view naam(Stand);
std::optional<Stand> stand_van(std::string_view);
std::string_view titel(Stand);   // Dutch, for people

struct Afspraak {
    AfspraakId id;
    std::optional<DossierId> dossier;
    std::optional<PersoonId> persoon;
    std::string persoon_naam, dossier_nummer;
    GebruikerId gebruiker;
    std::string gebruiker_naam;
    Timestamp begint, eindigt;
    std::string onderwerp, plaats, tolk_taal, tolk_stand;
    Stand stand;
    std::int64_t versie;
};
struct Voorstel {   // what is planned or changed
    std::optional<DossierId> dossier;
    GebruikerId gebruiker;
    Timestamp begint, eindigt;
    std::string onderwerp, plaats, tolk_taal, tolk_stand;   // tolk_stand: "", gevraagd, bevestigd
};

/// Of these people, beginning in [from, until), in order; at most 500.
std::vector<Afspraak> between(db::Connection&, vertrouwen::Access const&, std::vector<GebruikerId> const& of,
                              Timestamp from, Timestamp until);
/// Of one file: planned ones from `from`, soonest first; at most `limit`.
std::vector<Afspraak> upcoming(db::Connection&, vertrouwen::Access const&, DossierId, Timestamp from, int limit);
std::optional<Afspraak> find(db::Connection&, vertrouwen::Access const&, AfspraakId);
/// Planned appointments of this person that overlap; `except` left out.
std::vector<Afspraak> clashes(db::Connection&, vertrouwen::Access const&, GebruikerId, Timestamp begint,
                              Timestamp eindigt, std::optional<AfspraakId> except);

AfspraakId plan(db::Connection&, vertrouwen::Access const&, Timestamp now, Voorstel const&);
enum class WijzigRefusal { bestaat_niet, intussen_gewijzigd };
/// Changes all fields; refused when somebody changed it after `versie`.
Result<void, WijzigRefusal> change(db::Connection&, vertrouwen::Access const&, Timestamp now, AfspraakId,
                                   std::int64_t versie, Voorstel const&);
Result<void, WijzigRefusal> set_stand(db::Connection&, vertrouwen::Access const&, Timestamp now, AfspraakId,
                                      std::int64_t versie, Stand);

// ---- the feed: whoever has the token has the right; only its blind index is kept ----
std::string make_feed(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now);
void revoke_feeds(db::Connection&, vertrouwen::Access const&, Timestamp now);
bool has_feed(db::Connection&, vertrouwen::Access const&);
struct FeedOwner {
    GemeenteId gemeente;
    GebruikerId gebruiker;
};
std::optional<FeedOwner> feed_owner(db::Connection&, vertrouwen::Kluis const&, std::string_view token);
/// iCalendar text of these appointments: no name of a person, no file number, in any field.
std::string icalendar(std::vector<Afspraak> const&, Timestamp now);
}
