#pragma once
#include "kernel/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What holds a plan up: one cause a person, from the state of the file. Pure.
namespace pip {

/// In order of the road: the first thing that is not done yet is the cause. `gereed`: the plan is fixed.
enum class Oorzaak {
    gereed,
    geen_klantmanager,
    niet_uitgenodigd,
    uitgenodigd,       // invited, no talk yet
    niet_verschenen,   // missed a talk, no new one held
    intake_open,       // talks were held, the intake is not closed
    toets_ontbreekt,
    wacht_op_derden,
    plan_niet_begonnen,
    plan_concept,
    voorgelegd
};
inline constexpr int aantal_oorzaken = 11;
std::string_view naam(Oorzaak);
std::string_view titel(Oorzaak);   // Dutch, for people
std::optional<Oorzaak> oorzaak_van(std::string_view);
std::vector<Oorzaak> const& oorzaken();   // what can hold up: without `gereed`

struct Voortgang {
    bool heeft_klantmanager = false;
    bool uitgenodigd = false, gesproken = false, niet_verschenen = false;   // missed: after the last talk held
    bool intake_klaar = false, toets_klaar = false, toets_nodig = true;
    bool wacht_op_derden = false;
    std::string plan;   // "", concept, voorgelegd, vastgesteld
};
/// A test that is missing is the cause once the talks are going; a third party only where the plan waits for it.
Oorzaak oorzaak(Voortgang const&);

enum class Tijd { op_tijd, te_laat, loopt, verlopen };   // fixed in time, fixed late, still running, overdue
std::string_view naam(Tijd);
std::string_view titel(Tijd);
std::optional<Tijd> tijd_van(std::string_view);
Tijd tijd(Date uiterlijk, std::optional<Date> vastgesteld, Date today);
}
