#pragma once
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"
#include "vertrouwen/rules.h"
#include "zoeken/rules.h"

namespace zoeken {

struct Gevonden {
    PersoonId persoon;
    std::string naam, eigen_schrift, eigen_schrift_taal, geboren, groep;
    std::optional<DossierId> dossier;
    std::string nummer, regisseur, klantmanager;
    bool open = false;
    Treffer treffer = Treffer::precies;
};
inline constexpr int meeste = 50;
struct Uitslag {
    std::vector<Gevonden> lijst;
    bool meer = false;
};   // meer: there are more than `meeste`

/// People of the reader's municipality, best first. A handful of questions whatever the size of the database.
Uitslag zoek(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Vraag const&);
}
