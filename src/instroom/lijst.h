#pragma once
#include "instroom/rules.h"
#include "platform/db/db.h"
#include "vertrouwen/rules.h"

namespace instroom {

struct Lijstfilter {
    std::string groep, fase;
};   // "AS-a", "onbekend"; "intake", "geen" (no file); empty: all
struct Lijstplek {
    std::string sleutel;
    std::int64_t id = 0;
};
struct Lijstregel {
    PersoonId persoon;
    std::string naam, eigen_schrift, eigen_schrift_taal;
    PartialDate geboren;
    bool geheim;
    std::optional<DossierId> dossier;
    std::string nummer, fase;
    std::optional<Doelgroep> groep;
    bool overleden;
    std::string opschorting;
    std::string behandelaar;
    Lijstplek plek;
};
/// People of the municipality by name, after (not including) a place; at most `limit`.
std::vector<Lijstregel> people(db::Connection&, vertrouwen::Access const&, Lijstfilter const&, Lijstplek const& after,
                               int limit);
/// Where the page before this place begins; nothing: at the top.
std::optional<Lijstplek> page_before(db::Connection&, vertrouwen::Access const&, Lijstfilter const&,
                                     Lijstplek const& first, int limit);
}
