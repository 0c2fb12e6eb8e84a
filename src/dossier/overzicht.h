#pragma once
#include "agenda/store.h"
#include "dossier/frame.h"
#include "instroom/store.h"
#include "werkvoorraad/store.h"

/// The overview of a file: one timeline and, beside it, clocks, tasks, appointments, family and team.
namespace dossier {

struct Filter {
    std::optional<Soort> soort;
    std::optional<PersoonId> persoon;
    std::optional<GebeurtenisId> voor;
    bool leeg() const { return !soort && !persoon && !voor; }
};
/// The address of the overview with this filter.
std::string overview_path(DossierId, Filter const&);

/// Everything the overview shows, read in one go.
struct Overzicht {
    Kop kop;
    Feiten feiten;
    std::vector<Gebeurtenis> gebeurtenissen;   // one more than a page when there are earlier ones
    std::vector<agenda::Afspraak> afspraken;
    std::vector<instroom::GezinslidRegel> gezin;
    std::vector<werkvoorraad::Taak> taken;
};
inline constexpr int per_bladzijde = 30;

html::Html timeline_panel(gate::Context&, Overzicht const&, Filter const&);
html::Html aside(gate::Context&, Overzicht const&);
}
