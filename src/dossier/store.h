#pragma once
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"
#include "vertrouwen/rules.h"

/// The file of one person: number, stage, who directs it, timeline.
namespace dossier {

struct Dossier {
    DossierId id; GemeenteId gemeente; std::string nummer; PersoonId persoon; bool open; std::string fase; Date geopend_op;
    std::optional<Date> gesloten_op; std::string sluitreden;
    std::optional<GebruikerId> regisseur, klantmanager; std::string regisseur_naam, klantmanager_naam; std::optional<TeamId> team; std::string team_naam; std::int64_t versie;
};

enum class Soort { wettelijk, contact, gezin, brief, notitie, afspraak, taak, instroom };
struct NieuweGebeurtenis { Date dag; Soort soort; vertrouwen::Categorie categorie; std::string titel, tekst, bron; };
struct Gebeurtenis {
    GebeurtenisId id; Date dag; Timestamp tijdstip; Soort soort; vertrouwen::Categorie categorie; std::string titel, tekst, bron, gebruiker_naam; PersoonId persoon; std::string persoon_naam; bool gecorrigeerd;
};

/// The open file of a person, or a new one with the next number. In the caller's transaction.
DossierId open_for(db::Connection&, vertrouwen::Access const&, Timestamp now, Date today, PersoonId, std::string_view fase);
std::optional<DossierId> open_of(db::Connection&, PersoonId);
void set_stage(db::Connection&, vertrouwen::Access const&, DossierId, std::string_view fase);
void close(db::Connection&, vertrouwen::Access const&, Timestamp now, Date day, DossierId, std::string_view reden);
void reopen(db::Connection&, vertrouwen::Access const&, Timestamp now, DossierId);
/// Adds to the timeline; text of category gezondheid is sealed.
GebeurtenisId add_event(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now, DossierId, NieuweGebeurtenis const&);
/// The file, when it is the one the Access was made for; columns outside its categories stay empty.
std::optional<Dossier> find(db::Connection&, vertrouwen::Access const&, DossierId);
/// Newest first, only events whose category the reader may see; at most `limit`, before `before` (exclusive) for paging.
std::vector<Gebeurtenis> timeline(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, DossierId, std::optional<Soort>, std::optional<PersoonId> family_member, std::optional<GebeurtenisId> before, int limit);
void assign(db::Connection&, vertrouwen::Access const&, Timestamp now, Date from, DossierId, std::string_view rol, std::optional<GebruikerId>);
}
