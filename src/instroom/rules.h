#pragma once
#include "kernel/waarom.h"

#include <optional>
#include <string_view>
#include <vector>

namespace instroom {

/// AS-a own asylum permit; AS-b regular permit as family of an asylum permit holder (Wet 13(1)(b)); GM gezinsmigrant;
/// OM overige migrant.
enum class Doelgroep { as_a, as_b, gm, om };
std::string_view code(Doelgroep);   // "AS-a", …
std::optional<Doelgroep> doelgroep_van(std::string_view code);
std::string_view titel(
    Doelgroep);   // "asielstatushouder", "gezinslid van asielstatushouder", "gezinsmigrant", "overige migrant"

/// Parts of the offer (plan §1.2 task table, rulebook chapter 9).
enum class Onderdeel {
    maatschappelijke_begeleiding,
    financieel_ontzorgen,
    begeleiding,
    leerroute_aanbod,
    map,
    pvt,
    participatie_in_pip
};
std::string_view naam(Onderdeel);
std::string_view titel(Onderdeel);
enum class Bijstand { nee, ja };
enum class ExtraAanbod { nee, ja };   // local policy `gm.extra_aanbod` (gelijkheid), per case

/// What the municipality must offer this person, in the order of the task table; each part with its article.
Uitgelegd<std::vector<Onderdeel>> aanbod(Doelgroep, Bijstand);
/// With local policy: extra parts for GM/OM, marked S with the room the law leaves.
Uitgelegd<std::vector<Onderdeel>> aanbod_met_beleid(Doelgroep, Bijstand, ExtraAanbod);

/// Our reading of DUO's fine target group. "Gezinshereniger/Gezinsvormer met Asielstatushouder" are AS-b (D from P).
/// DUO's main value decides; `wijkt_af` when the fine value says otherwise.
struct DuoGroep {
    Doelgroep groep;
    bool wijkt_af;
};
std::optional<DuoGroep> van_duo(std::string_view indeling, std::string_view fijn);
}
