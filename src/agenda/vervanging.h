#pragma once
#include "platform/db/db.h"
#include "vertrouwen/rules.h"

/// Who stands in for whom during leave (table vervanging; `tot` is exclusive).
namespace agenda {

struct Vervanging {
    std::int64_t id;
    GebruikerId afwezig, vervanger;
    std::string afwezig_naam, vervanger_naam;
    Date vanaf, tot;
    bool ingetrokken;
};
struct Collega {
    GebruikerId id;
    std::string naam;
};

/// For whom `vervanger` works today; at most seven, by name.
std::vector<Collega> afwezigen_voor(db::Connection&, GebruikerId vervanger, Date today);
/// All of the municipality that have not ended before `today`, soonest first; at most 200.
std::vector<Vervanging> vervangingen(db::Connection&, vertrouwen::Access const&, Date today);
/// Active colleagues who may have a caseload (regisseur, klantmanager), by name; at most 500.
std::vector<Collega> collegas(db::Connection&, vertrouwen::Access const&);

enum class VervangingRefusal {
    zelfde_persoon,
    niet_voor_een_ander,
    onbekende_collega,
    einde_voor_begin,
    al_voorbij,
    overlapt
};
/// One's own absence; a regisseur may do it for a colleague. Two substitutes on one day are refused.
Result<std::int64_t, VervangingRefusal> vervang(db::Connection&, vertrouwen::Access const&, Timestamp now, Date today,
                                                GebruikerId afwezig, GebruikerId vervanger, Period);
/// False when there is no such row of this municipality, or it is somebody else's and the user is no regisseur.
bool trek_in(db::Connection&, vertrouwen::Access const&, Timestamp now, std::int64_t id);
}
