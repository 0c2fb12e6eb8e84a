#include "documenten/store.h"

#include "documenten/queries.h"
#include "instroom/store.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"

namespace documenten {
namespace {
using vertrouwen::Access;

struct Found {
    Regel regel;
    std::string categorie;
    bool met_adres;
    int geheimhouding;
    db::Blob sleutel;
};

Found found_of(db::Row const& r) {
    auto const mediatype = mediatype_van(r.text(3));
    check(mediatype.has_value());
    return {{.id = r.get<DocumentId>(0),
             .naam = r.get<std::string>(1),
             .soort = r.get<std::string>(2),
             .mediatype = *mediatype,
             .omvang = r.integer(4),
             .toegevoegd = r.timestamp(5),
             .door = r.get<std::string>(6)},
            r.get<std::string>(7),
            r.boolean(8),
            r.get<int>(9),
            r.blob(10)};
}

bool may_open(Access const& access, Found const& f) {
    bool seen = false;
    for (int i = 0; i < vertrouwen::aantal_categorieen; ++i) {
        auto const c = static_cast<vertrouwen::Categorie>(i);
        seen |= vertrouwen::naam(c) == f.categorie && access.mag_zien(c);
    }
    return seen && (!f.met_adres || instroom::adres_zichtbaar(access, f.geheimhouding));
}
/// The file that the reader came for, and no other.
bool inside(Access const& access, DossierId dossier) { return !access.dossier() || *access.dossier() == dossier; }
}

Result<DocumentId, DocumentRefusal> bewaar(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access,
                                           Timestamp now, std::optional<DossierId> dossier,
                                           NieuwDocument const& nieuw) {
    auto const kind = keur(nieuw.naam, nieuw.mediatype, nieuw.bytes);
    if (!kind) return unexpected{kind.error()};
    db::Blob const key{kluis.mac("document", nieuw.bytes)};
    if (!c.value<std::int64_t>(queries::has_content, {access.gemeente(), key}))
        c.exec(queries::insert_content, {access.gemeente(), key, kluis.seal(nieuw.bytes)});
    DocumentId id;
    db::assign_new(id);
    c.exec(queries::insert_document, {access.gemeente(), id, dossier, key, veilige_naam(nieuw.naam, *kind), naam(*kind),
                                      static_cast<std::int64_t>(nieuw.bytes.size()), nieuw.soort,
                                      vertrouwen::naam(nieuw.categorie), nieuw.met_adres, now, access.gebruiker()});
    json::Writer w;
    w.object().field("soort", nieuw.soort).field("dossier", dossier ? dossier->value : 0).end_object();
    vertrouwen::audit(c, access, now, "document.bewaard", "document", id.value, w.take());
    return id;
}

std::optional<Document> zoek(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, DossierId dossier,
                             DocumentId id) {
    if (!inside(access, dossier)) return std::nullopt;
    auto const found = c.one(queries::find_document, {access.gemeente(), dossier, id}, found_of);
    if (!found || !may_open(access, *found)) return std::nullopt;
    auto const sealed = c.value<db::Blob>(queries::content, {access.gemeente(), found->sleutel});
    check(sealed.has_value());
    return Document{found->regel, kluis.open(*sealed)};
}

std::vector<Regel> van_dossier(db::Connection& c, Access const& access, DossierId dossier) {
    std::vector<Regel> all;
    if (!inside(access, dossier)) return all;
    c.each(queries::of_file, {access.gemeente(), dossier}, [&](db::Row const& r) {
        auto found = found_of(r);
        if (may_open(access, found)) all.push_back(std::move(found.regel));
    });
    return all;
}
}
