#pragma once
#include "documenten/rules.h"
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"
#include "vertrouwen/rules.h"

#include <string>
#include <vector>

namespace documenten {

struct NieuwDocument {
    std::string naam, mediatype, bytes;   // mediatype: what the sender says, may be empty
    std::string soort;                    // "brief", "pip_ondertekend", …: what it is in the file
    vertrouwen::Categorie categorie = vertrouwen::Categorie::voortgang;   // who may open it
    bool met_adres = false;   // where the person lives stands in it: hidden as an address is (geheimhouding)
};
/// Keeps the bytes, sealed, once a municipality however often they come (addressed by a keyed hash of the content),
/// and lays the document in the file. The id is of the document in this file; nothing: in no file yet. In the
/// caller's transaction, with its audit row.
Result<DocumentId, DocumentRefusal> bewaar(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&,
                                           Timestamp now, std::optional<DossierId>, NieuwDocument const&);

/// What stands in a list: everything but the bytes.
struct Regel {
    DocumentId id;
    std::string naam, soort;
    Mediatype mediatype;
    std::int64_t omvang;   // bytes
    Timestamp toegevoegd;
    std::string door;
};
struct Document {
    Regel regel;
    std::string bytes;
};
/// A document of this file that the reader may open; served as an attachment only (documenten/web.h).
std::optional<Document> zoek(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, DossierId,
                             DocumentId);
/// The documents of a file that the reader may open, newest first, at most 200.
std::vector<Regel> van_dossier(db::Connection&, vertrouwen::Access const&, DossierId);
}
