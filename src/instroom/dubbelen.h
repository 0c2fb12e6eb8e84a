#pragma once
#include "instroom/gelijkenis.h"
#include "instroom/velden.h"
#include "platform/jobs/jobs.h"

#include <map>
#include <set>

/// People who may be one: found, shown, merged and taken apart again.
namespace instroom {

struct Kandidaat {
    PersoonId persoon;
    std::optional<DossierId> dossier;
    std::string naam;
    PartialDate geboren;
    Gelijkenis gelijkenis;
};
/// Who here may be this person, highest score first, from the threshold up. `zelf`: the person itself, when stored.
std::vector<Kandidaat> candidates(db::Connection&, vertrouwen::Kluis const&, GemeenteId, Persoonsgegevens const&,
                                  std::optional<PersoonId> zelf);
/// The same for a stored person; pairs from the threshold up are put on the desk. How many there are.
int check_duplicates(db::Connection&, vertrouwen::Kluis const&, GemeenteId, PersoonId);

enum class DubbelStand { open, samengevoegd, verschillend, hersteld };
std::string_view naam(DubbelStand);
struct Dubbel {
    std::int64_t id;
    PersoonId een, ander;
    int score;
    std::vector<Gelijkreden> redenen;
    DubbelStand stand;
    std::string naam_een, naam_ander;
    PartialDate geboren_een, geboren_ander;
    std::string herkomst_een, herkomst_ander;
    std::optional<Timestamp> besloten_op;
    std::string besloten_door;   // of one pair only; empty: the program itself, or nobody yet
};
/// Open pairs, highest score first, after (score, id); at most `limit`.
struct DubbelPlek {
    int score = 101;
    std::int64_t id = 0;
};
std::vector<Dubbel> open_pairs(db::Connection&, vertrouwen::Access const&, DubbelPlek after, int limit);
std::vector<Dubbel> decided_pairs(db::Connection&, vertrouwen::Access const&);   // newest first, at most 20
std::optional<Dubbel> find_pair(db::Connection&, vertrouwen::Access const&, std::int64_t id);
struct DossierVan {
    DossierId id;
    std::string nummer;
    bool open;
};
/// The files of a person, oldest first.
std::vector<DossierVan> files_of(db::Connection&, vertrouwen::Access const&, PersoonId);

/// What would move from one to the other, by kind, and which fields differ.
struct Samenvoegbeeld {
    std::vector<std::pair<std::string_view, int>> rijen;   // Dutch label, how many
    std::vector<Veld> verschillen;
    std::optional<DossierId> open_blijver, open_ander;   // both: one must be closed first
    bool twee_bsn = false;
};
Samenvoegbeeld preview(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, PersoonId blijver,
                       PersoonId ander);

enum class SamenvoegRefusal { bestaat_niet, al_besloten, twee_bsn, twee_open_dossiers, later_samengevoegd };
/// Makes the other one part of `blijver`: roles, history and files move along, `van_ander` names the fields whose value
/// comes from the other. A field that `blijver` lacks is always filled. Undone by `take_apart`.
struct Samenvoeging {
    PersoonId blijver;
    std::set<Veld> van_ander;
    std::optional<DossierId> gesloten_dossier;
};
Result<PersoonId, SamenvoegRefusal> merge(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&,
                                          Timestamp now, std::int64_t dubbel, Samenvoeging const&);
/// Both are as they were; what was changed since then stays with `blijver`. The file that was closed for it, to open
/// again.
struct Hersteld {
    PersoonId blijver, ander;
    std::optional<DossierId> heropen;
};
Result<Hersteld, SamenvoegRefusal> take_apart(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&,
                                              Timestamp now, std::int64_t dubbel);
Result<PersoonId, SamenvoegRefusal> mark_different(db::Connection&, vertrouwen::Access const&, Timestamp now,
                                                   std::int64_t dubbel);
/// A pair that was kept apart, or taken apart, stands open again. Refused while it is merged: take_apart undoes that.
Result<std::int64_t, SamenvoegRefusal> judge_again(db::Connection&, vertrouwen::Access const&, Timestamp now,
                                                   std::int64_t dubbel);

inline constexpr std::string_view dubbelen_job = "instroom.dubbelen";
/// Looks at every person of the municipality again; payload: the id to go on after.
jobs::Worker dubbelen_worker(db::Database&, vertrouwen::Kluis const&, platform::Clock);
void plan_duplicates(db::Connection&, GemeenteId, Timestamp now);
}
