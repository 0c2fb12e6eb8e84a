#pragma once
#include "demo/rijen.h"

/// What lies on the desks of a municipality that has worked for a while, beside the files.
namespace demo {
/// Puts the pairs of look-alikes that these people make on the duplicates desk.
void look_alikes(db::Connection&, vertrouwen::Kluis const&, GemeenteId, std::vector<PersoonId> const&);
/// Files of others that `who` opened with a purpose, twice in an emergency, of which `officer` reviewed one (nobody:
/// none). Times are before `now`.
void purposes(db::Connection&, Rijen& ids, GemeenteId, GebruikerId who, std::optional<GebruikerId> officer,
              Timestamp now);
/// What a municipality has chosen for its letters: the letterhead, and how long somebody has to react to an oproep.
void letterhead(db::Connection&, Rijen& ids, GemeenteId, GebruikerId by, Timestamp now, std::string_view place);
/// Oproepen for people of this klantmanager with whom nobody has spoken yet: four that are to come, and one who stayed
/// away last week. Their letters are made along.
void call_ups(db::Connection&, vertrouwen::Kluis const&, GemeenteId, GebruikerId klantmanager, Timestamp now,
              Date today);
}
