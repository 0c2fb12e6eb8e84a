#pragma once
#include "platform/db/db.h"
#include "platform/jobs/jobs.h"
#include "vertrouwen/kluis.h"
#include "vertrouwen/rules.h"

/// The file of one person: number, stage, who directs it, timeline.
namespace dossier {

struct Dossier {
    DossierId id;
    GemeenteId gemeente;
    std::string nummer;
    PersoonId persoon;
    bool open;
    std::string fase;
    Date geopend_op;
    std::optional<Date> gesloten_op;
    std::string sluitreden;
    std::optional<GebruikerId> regisseur, klantmanager;
    std::string regisseur_naam, klantmanager_naam;
    std::optional<TeamId> team;
    std::string team_naam;
    std::int64_t versie;
};

enum class Soort { wettelijk, contact, gezin, brief, notitie, afspraak, taak, instroom };
std::string_view naam(Soort);
std::optional<vertrouwen::Categorie> categorie_van(std::string_view);
std::optional<Soort> soort_van(std::string_view);
/// How a contact went: `wijze` kantoor, huisbezoek, telefoon, video, bericht or anders; `met` empty: the inburgeraar.
struct Contact {
    std::string wijze, met;
    int minuten = 0;
    std::string tolk = "geen";
};
struct NieuweGebeurtenis {
    Date dag;
    Soort soort;
    vertrouwen::Categorie categorie;
    std::string titel, tekst, bron;
    std::optional<PersoonId> persoon;   // a family member; nothing: the person of the file
    std::optional<Contact> contact;
    std::optional<GebeurtenisId> vervangt;   // the event that this one corrects
};
struct Gebeurtenis {
    GebeurtenisId id;
    Date dag;
    Timestamp tijdstip;
    Soort soort;
    vertrouwen::Categorie categorie;
    std::string titel, tekst, bron, gebruiker_naam;
    PersoonId persoon;
    std::string persoon_naam;
    bool gecorrigeerd;
    std::optional<Contact> contact;
    std::optional<GebeurtenisId> vervangt;
    GebruikerId gebruiker;
};

/// The open file of a person, or a new one with the next number. In the caller's transaction.
DossierId open_for(db::Connection&, vertrouwen::Access const&, Timestamp now, Date today, PersoonId,
                   std::string_view fase);
std::optional<DossierId> open_of(db::Connection&, PersoonId);
/// Follows from a fact or a decision, which has its own audit row; nothing happens when it is the stage already.
void set_stage(db::Connection&, vertrouwen::Access const&, DossierId, std::string_view fase);
/// Open tasks lapse and the clocks stop with it.
void close(db::Connection&, vertrouwen::Access const&, Timestamp now, Date day, DossierId, std::string_view reden);
/// The caller has looked whether the person has another open file (open_of).
void reopen(db::Connection&, vertrouwen::Access const&, Timestamp now, DossierId);
/// Adds to the timeline; text of category gezondheid is sealed.
GebeurtenisId add_event(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now, DossierId,
                        NieuweGebeurtenis const&);
/// The file, when it is the one the Access was made for; columns outside its categories stay empty.
std::optional<Dossier> find(db::Connection&, vertrouwen::Access const&, DossierId);
/// Keeps others who do the same from going on until this transaction ends.
void hold(db::Connection&, vertrouwen::Access const&, DossierId);
/// Newest first, only events whose category the reader may see; at most `limit`, before `before` (exclusive) for
/// paging.
std::vector<Gebeurtenis> timeline(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, DossierId,
                                  std::optional<Soort>, std::optional<PersoonId> family_member,
                                  std::optional<GebeurtenisId> before, int limit);
/// One event of the file, when the reader may see its category.
std::optional<Gebeurtenis> event(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, DossierId,
                                 GebeurtenisId);
/// The event that corrects this one, and the one that corrects that, to the last; itself when nothing does.
GebeurtenisId latest_version(db::Connection&, DossierId, GebeurtenisId);
/// Regisseur or klantmanager from a day on (nothing: nobody). On that day the open tasks of the one before move along.
void assign(db::Connection&, vertrouwen::Access const&, Timestamp now, Date from, DossierId, std::string_view rol,
            std::optional<GebruikerId>);
/// Who had which role from when, newest first, at most 50.
struct Toewijzing {
    std::string rol;
    std::string naam;
    Date vanaf;
    std::string door;
    Timestamp tijdstip;
};
std::vector<Toewijzing> assignments(db::Connection&, vertrouwen::Access const&, DossierId);

inline constexpr std::string_view assign_job = "dossier.toewijzingen";
/// Lets assignments of today take effect; plans itself again for the next night.
jobs::Worker assign_worker(db::Database&, platform::Clock);
/// At this moment, at most once a day.
void plan_assignments(db::Connection&, Timestamp when);
int apply_assignments(db::Connection&, vertrouwen::Access const&, Timestamp now, Date today);
}
