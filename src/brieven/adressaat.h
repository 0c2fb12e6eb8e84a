#pragma once
#include "brp/naam.h"
#include "instroom/rules.h"
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"
#include "vertrouwen/rules.h"

#include <optional>
#include <string>
#include <vector>

namespace brieven {
/// To whom a letter goes, as it stands now. Made for the letter and not for the reader of a page.
struct Adressaat {
    PersoonId persoon;
    std::string dossiernummer, gemeente, naam, aanhef, taal;
    std::vector<std::string> regels;   // the name as on the envelope first; without address when that is secret
    bool open = false, overleden = false, geheim = false, woont = false, asiel = false;
    std::optional<GebruikerId> regisseur, klantmanager;
};
std::optional<Adressaat> adressaat(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, DossierId);
/// The address to write to: a postal address goes before where somebody lives. Nothing: none that can be written to.
std::optional<brp::Adresregels> schrijfadres(std::vector<brp::Adres> const&);
}
