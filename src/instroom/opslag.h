#pragma once
#include "instroom/store.h"
#include "instroom/velden.h"

/// Rows of a person: reading and writing, without deciding anything. Internal to the slice.
namespace instroom::opslag {

struct Rij {
    PersoonId id;
    std::int64_t versie = 0;
    Persoonsgegevens g;   // fields of table persoon only
    std::optional<PersoonId> samengevoegd_in;
};
enum class Nummers { nee, ja };   // BSN, A-number and V-number are selected only for who may see them
std::optional<Rij> load(db::Connection&, vertrouwen::Kluis const&, GemeenteId, PersoonId, Nummers);
void insert(db::Connection&, vertrouwen::Kluis const&, GemeenteId, Timestamp now, Rij const&);
/// False: somebody else saved first.
bool save(db::Connection&, vertrouwen::Kluis const&, GemeenteId, Rij const&);

brp::Adres address(db::Row const&);   // columns as in query `addresses`, from column 1
std::vector<brp::Adres> addresses(db::Connection&, GemeenteId, PersoonId);
std::vector<brp::Adres> earlier_addresses(db::Connection&, GemeenteId, PersoonId);
void contacts(db::Connection&, GemeenteId, PersoonId, Persoonsgegevens&);
void nationalities(db::Connection&, GemeenteId, PersoonId, Persoonsgegevens&);

/// Text that may be empty, as NULL.
db::Param maybe(std::string const& text);
std::string text(db::Row const&, int column);
std::string list_name(Persoonsgegevens const&);
std::string sort_name(Persoonsgegevens const&);
/// All names by which this person is to be found.
std::vector<std::string> search_names(Persoonsgegevens const&);

// ---- family ties (ties.cpp) ----
/// Brings the ties that `source` names up to date. True when something changed.
bool save_ties(db::Connection&, vertrouwen::Kluis const&, GemeenteId, PersoonId, Persoonsgegevens const& source);
/// Ties to this person those who named its BSN or A-number before it was here.
void link_waiting(db::Connection&, vertrouwen::Kluis const&, GemeenteId, PersoonId, std::optional<Bsn> const&,
                  std::string const& a_nummer);
std::string_view reverse(std::string_view soort);
}
