#pragma once
#include "dossier/frame.h"
#include "instroom/store.h"

/// The form of a note or a contact moment: what was typed, as it was typed.
namespace dossier {
struct NotitieInvoer {
    std::string wijze = "notitie", dag, minuten, met, tolk = "geen", categorie = "voortgang", tekst;
    std::int64_t over = 0;   // person; 0: the person of the file
};
NotitieInvoer read_note(http::Request const&);
NotitieInvoer input_of(Gebeurtenis const&);
/// Whom a note can be about: the person of the file and the family members that are known here.
struct Persoonkeuze {
    PersoonId id;
    std::string naam;
};
std::vector<Persoonkeuze> people(db::Connection&, vertrouwen::Access const&, Kop const&);
html::Html note_fields(gate::Context&, std::vector<Persoonkeuze> const&, NotitieInvoer const&, html::Errors const&);
/// The event, or errors beside the fields.
std::optional<NieuweGebeurtenis> event_of(gate::Context&, std::vector<Persoonkeuze> const&, NotitieInvoer const&,
                                          html::Errors&);
}
