#include "documenten/store.h"

#include "tests/support/database.h"

#include <gtest/gtest.h>

namespace documenten {
namespace {
using testing_support::cast;
using testing_support::user_of;
using vertrouwen::Access;
using vertrouwen::Rol;

struct Desk {
    testing_support::ScratchDatabase scratch;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    Timestamp now = platform::moment_of({Date{2026y / 11 / 25}, 9, 30});
    explicit Desk(std::string const& engine) : scratch{engine} { testing_support::seed_cast(*scratch); }
    template <class F> auto write(F&& f, int gemeente = 1) {
        return scratch->write(db::Scope::of(GemeenteId{gemeente}), f);
    }
    template <class F> auto read(F&& f, int gemeente = 1) {
        return scratch->read(db::Scope::of(GemeenteId{gemeente}), f);
    }
    DossierId file(int gemeente = 1, int secret = 0) {
        PersoonId person;
        DossierId file;
        db::assign_new(person);
        db::assign_new(file);
        write(
            [&](db::Connection& c) {
                c.exec("INSERT INTO persoon (id, gemeente, naam, sorteersleutel, geboortedatum, herkomst, aangemaakt, "
                       "geheimhouding) "
                       "VALUES ($1, $2, 'Semhar', 'semhar', '1997-03-14', 'hand', $3, $4)",
                       {person, gemeente, now, secret});
                return c.exec("INSERT INTO dossier (id, gemeente, nummer, persoon, stand, fase, geopend_op) VALUES "
                              "($1, $2, $3, $4, 'open', 'intake', $5)",
                              {file, gemeente, std::to_string(file.value), person, Date{2026y / 11 / 25}});
            },
            gemeente);
        return file;
    }
    Access in(DossierId id, std::string_view role, Rol rol, int gemeente = 1) {
        return Access::voor_dossier({GemeenteId{gemeente}, user_of(gemeente, role), cast().team_veghel, rol}, id,
                                    vertrouwen::Relatie::eigen, vertrouwen::Doel::eigen_caseload);
    }
    Result<DocumentId, DocumentRefusal> keep(DossierId id, NieuwDocument const& d) {
        return write(
            [&](db::Connection& c) { return bewaar(c, kluis, in(id, "regisseur", Rol::regisseur), now, id, d); });
    }
    std::optional<Document> get(DossierId id, DocumentId document, Access const& access, int gemeente = 1) {
        return read([&](db::Connection& c) { return zoek(c, kluis, access, id, document); }, gemeente);
    }
    std::int64_t rows(std::string_view table) {
        return *scratch->read(db::Scope::system(), [&](db::Connection& c) {
            return c.value<std::int64_t>(fmt::format("SELECT count(*) FROM {}", table));
        });
    }
};
std::string const pdf = "%PDF-1.7\n1 0 obj\nGEHEIMWOORD\nendobj\n%%EOF\n";
NieuwDocument scan(std::string bytes = pdf) {
    return {.naam = "../scan.exe", .mediatype = {}, .bytes = std::move(bytes), .soort = "toegevoegd"};
}

BOTH_ENGINES(document_store);

TEST_P(document_store, keeps_bytes_once_and_sealed) {
    Desk d{GetParam()};
    auto const one = d.file(), other = d.file();
    auto const first = d.keep(one, scan()), second = d.keep(other, scan()), again = d.keep(one, scan());
    ASSERT_TRUE(first && second && again);
    EXPECT_EQ(d.rows("document_inhoud"), 1);
    EXPECT_EQ(d.rows("document"), 3);
    auto const found = d.get(one, *first, d.in(one, "regisseur", Rol::regisseur));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->bytes, pdf);
    EXPECT_EQ(found->regel.naam, "scan.pdf");
    EXPECT_EQ(found->regel.mediatype, Mediatype::pdf);
    auto const stored = d.scratch->read(db::Scope::system(), [&](db::Connection& c) {
        return *c.value<db::Blob>("SELECT inhoud FROM document_inhoud");
    });
    EXPECT_EQ(stored.bytes.find("GEHEIMWOORD"), std::string::npos);
    EXPECT_EQ(d.rows("audit"), 3);
}

TEST_P(document_store, refuses_and_leaves_nothing) {
    Desk d{GetParam()};
    auto const file = d.file();
    EXPECT_EQ(d.keep(file, scan("<html>")).error(), DocumentRefusal::ander_soort);
    EXPECT_EQ(d.keep(file, scan(std::string(meeste_bytes + 1, 'x'))).error(), DocumentRefusal::te_groot);
    EXPECT_EQ(d.rows("document_inhoud") + d.rows("document") + d.rows("audit"), 0);
}

TEST_P(document_store, holds_a_whole_file_of_twenty_megabytes) {
    Desk d{GetParam()};
    auto const file = d.file();
    auto bytes = pdf;
    bytes.insert(9, std::string(meeste_bytes - pdf.size(), '\0'));
    auto const kept = d.keep(file, scan(bytes));
    ASSERT_TRUE(kept);
    EXPECT_EQ(d.get(file, *kept, d.in(file, "regisseur", Rol::regisseur))->bytes, bytes);
}

TEST_P(document_store, is_of_its_own_file_and_municipality_only) {
    Desk d{GetParam()};
    auto const ours = d.file(), other = d.file(), theirs = d.file(2);
    auto const kept = d.keep(ours, scan());
    ASSERT_TRUE(kept);
    EXPECT_FALSE(d.get(other, *kept, d.in(other, "regisseur", Rol::regisseur)));
    EXPECT_FALSE(d.get(ours, *kept, d.in(other, "regisseur", Rol::regisseur)));
    EXPECT_FALSE(d.get(theirs, *kept, d.in(theirs, "regisseur", Rol::regisseur, 2), 2));
    EXPECT_FALSE(d.get(ours, *kept, d.in(ours, "regisseur", Rol::regisseur, 2), 2));
    EXPECT_FALSE(d.get(ours, DocumentId{kept->value + 1}, d.in(ours, "regisseur", Rol::regisseur)));
    EXPECT_TRUE(d.read([&](db::Connection& c) {
                     return van_dossier(c, d.in(other, "regisseur", Rol::regisseur), ours);
                 }).empty());
}

TEST_P(document_store, what_holds_the_address_is_hidden_as_the_address_is) {
    Desk d{GetParam()};
    auto const open = d.file(), secret = d.file(1, 7);
    auto letter = scan();
    letter.categorie = vertrouwen::Categorie::contact;
    letter.met_adres = true;
    auto const first = d.keep(open, letter), second = d.keep(secret, letter);
    ASSERT_TRUE(first && second);
    auto const klantmanager = [&](DossierId id) { return d.in(id, "klantmanager", Rol::klantmanager); };
    EXPECT_TRUE(d.get(open, *first, klantmanager(open)));
    EXPECT_EQ(d.get(secret, *second, klantmanager(secret)).has_value(),
              klantmanager(secret).mag_zien(vertrouwen::Categorie::veiligheid));
    auto const planner = d.in(open, "planner", Rol::planner);
    EXPECT_EQ(d.get(open, *first, planner).has_value(), planner.mag_zien(vertrouwen::Categorie::contact));
}
}
}
