#pragma once
#include "brieven/velden.h"
#include "documenten/store.h"
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"
#include "vertrouwen/rules.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace brieven {

/// What a slice knows for a letter. A name outside the allow-list (velden.h), a list column outside it, a date that is
/// none, or an obligatory value left out is a Bug in the caller. Leefgebieden of health never stand in a letter.
struct Waarden {
    std::map<std::string, std::string> velden;
    std::map<std::string, std::vector<std::map<std::string, std::string>>> lijsten;
    std::set<std::string> blokken;
};
/// Adds a concept letter; name, address, salutation, municipality, file number, contact and date are filled in by
/// brieven itself. The language of the translation follows the person. The template's text is copied into the letter:
/// a later change of the template does not alter it. `bron` names what it came from ("pip 123") and is unique a file;
/// a second letter from the same source replaces the concept, and is refused (al_verzonden) once that was sent.
Result<BriefId, BriefRefusal> maak(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now,
                                   Date today, DossierId, Soort, Waarden const&, std::string_view bron);

struct Retour {
    Date dag;
    std::string reden;
};
/// A letter without its text.
struct Brief {
    BriefId id;
    DossierId dossier;
    Soort soort;
    Stand stand;
    std::string titel;   // its own heading: "Besluit: uw plan voor inburgering"
    std::string taal;    // of the person; empty: not known
    bool vertaald;       // there is a translation into that language in it
    std::string bron;
    Date gemaakt;
    std::string gemaakt_door;
    std::optional<Wijze> wijze;   // once sent
    std::optional<Date> verzonden_op, bezwaar_tot;
    std::optional<Retour> retour;
    std::optional<DocumentId> document, document_nl;   // the PDF as it was sent: with translation, and Dutch alone
    std::int64_t versie;
};
/// A concept with the same text, for a letter that came back: a decision counts as made known once it is sent to where
/// the person lives (Awb 3:41). The one that is there already when asked again.
Result<BriefId, BriefRefusal> opnieuw(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&,
                                      Timestamp now, Date today, DossierId, BriefId);
std::optional<Brief> zoek(db::Connection&, vertrouwen::Access const&, DossierId, BriefId);
std::optional<Brief> van_bron(db::Connection&, vertrouwen::Access const&, DossierId, std::string_view bron);
/// Newest first, at most 200.
std::vector<Brief> van_dossier(db::Connection&, vertrouwen::Access const&, DossierId);

/// Sent: from then on it is fixed, stands on the timeline and its PDFs are kept. The PDFs were printed before, outside
/// any transaction, from the letter as of `versie` (brieven/druk.h); other slices lead the user to the letter's page
/// ("/dossiers/{dossier}/brieven/{brief}"), which does that.
struct Verzending {
    Wijze wijze;
    std::optional<Date> dag;
    bool toestemming = false;   // digital: the person said to be reachable that way (Awb 2:8)
    std::int64_t versie = 0;
    std::string vast;                   // what stood in it when it was printed (brieven/druk.h)
    std::string pdf_nl, pdf_vertaald;   // the second empty: no translation
};
Result<void, BriefRefusal> verzend(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now,
                                   Date today, DossierId, BriefId, Verzending const&);
/// The post brought it back: a task to check the address.
Result<void, BriefRefusal> retour(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now,
                                  Date today, DossierId, BriefId, std::optional<Date> dag, std::string_view reden);
}
