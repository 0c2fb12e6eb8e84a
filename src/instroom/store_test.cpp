#include "instroom/store.h"

#include "tests/support/database.h"
#include "vertrouwen/store.h"

#include <gtest/gtest.h>

namespace instroom {
namespace {
using testing_support::cast;
using testing_support::ScratchDatabase;
using vertrouwen::Access;
using vertrouwen::Categorie;

struct World {
    explicit World(std::string const& engine) : d{engine} { testing_support::seed_cast(*d); }
    ScratchDatabase d;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    Timestamp now = platform::moment_of({Date{2026y / 11 / 25}, 10, 0});
    Access access = Access::systeem(cast().meierijstad);

    template <class F> auto write(F&& work) { return d->write(db::Scope::of(access.gemeente()), work); }
    Opgeslagen add(Persoonsgegevens const& g) {
        return write([&](db::Connection& c) { return upsert(c, kluis, access, now, g); });
    }
    std::optional<Persoon> see(PersoonId id, Access const& as) {
        return d->read(db::Scope::of(as.gemeente()), [&](db::Connection& c) { return find(c, kluis, as, id); });
    }
    Persoon see(PersoonId id) { return see(id, access).value(); }
    std::vector<GezinslidRegel> kin(PersoonId id) {
        return d->read(db::Scope::of(access.gemeente()), [&](db::Connection& c) { return family(c, access, id); });
    }
    std::int64_t count(std::string_view sql) {
        return d->read(db::Scope::system(), [&](db::Connection& c) { return c.value<std::int64_t>(sql).value(); });
    }
};

Persoonsgegevens almaz() {
    Persoonsgegevens g;
    g.bsn = Bsn::parse("999993653").value();
    g.a_nummer = "8940402024";
    g.naam = {"Almaz", "", "", "Haile"};
    g.geslacht = "V";
    g.geboren = PartialDate::parse("1997-03-14").value();
    g.nationaliteiten = {{"0084", "1997-03-14"}};
    brp::Adres a;
    a.straat = "Kerkstraat";
    a.huisnummer = 12;
    a.postcode = "5461AB";
    a.woonplaats = "Veghel";
    a.vanaf = "2026-03-02";
    g.adressen = {a};
    g.herkomst = "brp";
    g.volledig = true;
    return g;
}
brp::Gezinslid kind(std::string const& bsn, std::string const& name) {
    brp::Gezinslid k;
    k.soort = "kind";
    k.bsn = bsn;
    k.naam.voornamen = name;
    return k;
}

BOTH_ENGINES(InstroomStore);

TEST_P(InstroomStore, a_second_reading_of_the_same_list_changes_nothing) {
    World w{GetParam()};
    auto const first = w.add(almaz());
    EXPECT_EQ(first.uitkomst, Uitkomst::nieuw);
    auto const again = w.add(almaz());
    EXPECT_EQ(again.uitkomst, Uitkomst::ongewijzigd);
    EXPECT_EQ(again.persoon, first.persoon);
    EXPECT_EQ(w.count("SELECT count(*) FROM audit"), 1);
    auto const p = w.see(first.persoon);
    EXPECT_EQ(p.naam, "Almaz Haile");
    EXPECT_EQ(p.gegevens.bsn->digits(), "999993653");
    EXPECT_EQ(p.gegevens.adressen.at(0).straat, "Kerkstraat");
    EXPECT_EQ(p.gegevens.nationaliteiten.at(0).first, "0084");
}

TEST_P(InstroomStore, bsn_is_sealed_at_rest) {
    World w{GetParam()};
    auto const id = w.add(almaz()).persoon;
    auto const stored = w.d->read(db::Scope::system(), [&](db::Connection& c) {
        return c.one("SELECT bsn, bsn_index FROM persoon WHERE id = $1", {id},
                     [](db::Row const& r) { return r.blob(0).bytes + r.blob(1).bytes; });
    });
    EXPECT_EQ(stored->find("999993653"), std::string::npos);
    EXPECT_EQ(
        w.d->read(db::Scope::of(cast().meierijstad),
                  [&](db::Connection& c) { return find_by_bsn(c, w.kluis, cast().meierijstad, almaz().bsn.value()); }),
        id);
    EXPECT_EQ(
        w.d->read(db::Scope::of(cast().maashorst),
                  [&](db::Connection& c) { return find_by_bsn(c, w.kluis, cast().maashorst, almaz().bsn.value()); }),
        std::nullopt);
}

TEST_P(InstroomStore, a_complete_source_also_tells_what_is_gone_and_a_partial_one_does_not) {
    World w{GetParam()};
    auto g = almaz();
    g.verblijfstitel = "26";
    auto const id = w.add(g).persoon;
    auto api = almaz();
    api.volledig = false;
    api.adressen.clear();
    api.naam.geslachtsnaam = "Hailu";
    EXPECT_EQ(w.add(api).uitkomst, Uitkomst::bijgewerkt);
    EXPECT_EQ(w.see(id).gegevens.verblijfstitel, "26");
    EXPECT_EQ(w.see(id).gegevens.adressen.size(), 1u);
    EXPECT_EQ(w.see(id).naam, "Almaz Hailu");
    auto list = almaz();
    list.adressen.clear();
    EXPECT_EQ(w.add(list).uitkomst, Uitkomst::bijgewerkt);
    EXPECT_EQ(w.see(id).gegevens.verblijfstitel, "");
    EXPECT_TRUE(w.see(id).gegevens.adressen.empty());
    EXPECT_EQ(w.count("SELECT count(*) FROM adres"), 1) << "the address ended and was kept";
}

TEST_P(InstroomStore, a_weaker_source_only_fills_what_is_empty) {
    World w{GetParam()};
    auto const id = w.add(almaz()).persoon;
    auto coa = almaz();
    coa.herkomst = "coa";
    coa.volledig = false;
    coa.naam = {"Almas", "", "", "Hayle"};
    coa.v_nummer = "2731049958";
    coa.taal = "ti";
    coa.geboren = PartialDate::parse("1998-00-00").value();
    EXPECT_EQ(w.add(coa).uitkomst, Uitkomst::bijgewerkt);
    auto const p = w.see(id);
    EXPECT_EQ(p.naam, "Almaz Haile");
    EXPECT_EQ(p.gegevens.v_nummer, "2731049958");
    EXPECT_EQ(p.gegevens.taal, "ti");
    EXPECT_EQ(p.gegevens.geboren.to_iso(), "1997-03-14");
    EXPECT_EQ(p.gegevens.herkomst, "brp");
}

TEST_P(InstroomStore, first_only_a_v_number_then_the_brp) {
    World w{GetParam()};
    Persoonsgegevens coa;
    coa.v_nummer = "2731049958";
    coa.naam.voornamen = "Almaz";
    coa.geboren = PartialDate::parse("1997-00-00").value();
    coa.herkomst = "coa";
    auto const id = w.add(coa).persoon;
    EXPECT_EQ(w.see(id).naam, "Almaz");
    EXPECT_EQ(w.see(id).gegevens.geboren.to_iso(), "1997-00-00");
    auto brp = almaz();
    brp.v_nummer = "2731049958";
    EXPECT_EQ(w.add(brp).persoon, id);
    EXPECT_EQ(w.see(id).gegevens.herkomst, "brp");
    EXPECT_EQ(w.see(id).gegevens.geboren.to_iso(), "1997-03-14");
    auto other = almaz();
    other.bsn = Bsn::parse("999990639").value();
    other.a_nummer = "8320968431";
    other.v_nummer = "2731049958";
    EXPECT_NE(w.add(other).persoon, id) << "two BSNs are two people, whatever V-number was typed";
}

TEST_P(InstroomStore, a_move_ends_the_old_address_on_the_day_the_new_one_begins) {
    World w{GetParam()};
    auto g = almaz();
    w.add(g);
    g.adressen[0].straat = "Markt";
    g.adressen[0].vanaf = "2026-09-01";
    EXPECT_EQ(w.add(g).uitkomst, Uitkomst::bijgewerkt);
    auto const old = w.d->read(db::Scope::system(), [](db::Connection& c) {
        return c.value<std::string>("SELECT tot FROM adres WHERE straat = 'Kerkstraat'");
    });
    EXPECT_EQ(old, "2026-09-01");
}

TEST_P(InstroomStore, families_are_tied_both_ways_whoever_comes_first) {
    for (bool const child_first : {false, true}) {
        World w{GetParam()};
        auto mother = almaz();
        mother.gezin = {kind("999990639", "Selam")};
        auto child = almaz();
        child.bsn = Bsn::parse("999990639").value();
        child.a_nummer = "8320968431";
        child.naam = {"Selam", "", "", "Haile"};
        PersoonId m{}, k{};
        if (child_first) {
            k = w.add(child).persoon;
            m = w.add(mother).persoon;
        } else {
            m = w.add(mother).persoon;
            k = w.add(child).persoon;
        }
        ASSERT_EQ(w.kin(m).size(), 1u);
        EXPECT_EQ(w.kin(m)[0].persoon, k);
        EXPECT_EQ(w.kin(m)[0].soort, "kind");
        ASSERT_EQ(w.kin(k).size(), 1u) << "the child's own list names no parent, the mother's list does";
        EXPECT_EQ(w.kin(k)[0].persoon, m);
        EXPECT_EQ(w.kin(k)[0].soort, "ouder");
        EXPECT_EQ(w.kin(k)[0].naam, "Almaz Haile");
        EXPECT_EQ(w.add(child).uitkomst, Uitkomst::ongewijzigd);
        EXPECT_EQ(w.add(mother).uitkomst, Uitkomst::ongewijzigd);
        // When the child's list names her too, there is one tie, not two.
        brp::Gezinslid parent;
        parent.soort = "ouder";
        parent.bsn = "999993653";
        parent.naam = {"Almaz", "", "", "Haile"};
        child.gezin = {parent};
        w.add(child);
        EXPECT_EQ(w.kin(k).size(), 1u);
        EXPECT_EQ(w.kin(m).size(), 1u);
        EXPECT_EQ(w.add(child).uitkomst, Uitkomst::ongewijzigd);
        // A tie that was a mistake goes on both sides, where no other list holds it.
        child.gezin.clear();
        mother.gezin.clear();
        w.add(child);
        w.add(mother);
        EXPECT_TRUE(w.kin(m).empty());
        EXPECT_TRUE(w.kin(k).empty());
    }
}

TEST_P(InstroomStore, a_relative_added_by_hand_survives_the_brp) {
    World w{GetParam()};
    auto const id = w.add(almaz()).persoon;
    brp::Gezinslid husband;
    husband.soort = "partner";
    husband.naam = {"Yonas", "", "", "Tesfay"};
    husband.verblijf = "nareis";
    w.write([&](db::Connection& c) { add_relative(c, w.kluis, w.access, w.now, id, husband, std::nullopt); });
    w.add(almaz());
    ASSERT_EQ(w.kin(id).size(), 1u);
    EXPECT_EQ(w.kin(id)[0].verblijf, "nareis");
    auto const band = w.kin(id)[0].id;
    EXPECT_TRUE(w.write([&](db::Connection& c) { return set_whereabouts(c, w.access, w.now, id, band, "hier"); }));
    EXPECT_EQ(w.kin(id)[0].verblijf, "hier");
    EXPECT_FALSE(
        w.write([&](db::Connection& c) { return set_whereabouts(c, w.access, w.now, PersoonId{5}, 7, "hier"); }));
}

TEST_P(InstroomStore, secrecy_hides_address_and_contact_from_all_but_category_veiligheid) {
    World w{GetParam()};
    auto g = almaz();
    g.geheimhouding = 7;
    g.telefoon = "0612345678";
    auto const id = w.add(g).persoon;
    EXPECT_EQ(w.see(id).gegevens.telefoon, "0612345678");
    auto const list =
        Access::van({cast().meierijstad, testing_support::user_of(1, "regisseur"), {}, vertrouwen::Rol::regisseur});
    ASSERT_FALSE(list.mag_zien(Categorie::veiligheid));
    auto const hidden = w.see(id, list).value();
    EXPECT_TRUE(hidden.adres_geheim);
    EXPECT_TRUE(hidden.gegevens.adressen.empty());
    EXPECT_TRUE(hidden.gegevens.telefoon.empty());
    EXPECT_EQ(hidden.naam, "Almaz Haile");
    g.geheimhouding = 0;
    w.add(g);
    EXPECT_EQ(w.see(id, list)->gegevens.adressen.size(), 1u);
    EXPECT_FALSE(w.see(id, list)->adres_geheim);
}

TEST_P(InstroomStore, the_reader_s_categories_and_municipality_hold) {
    World w{GetParam()};
    auto const id = w.add(almaz()).persoon;
    auto const planner =
        Access::van({cast().meierijstad, testing_support::user_of(1, "planner"), {}, vertrouwen::Rol::planner});
    EXPECT_EQ(w.see(id, planner)->gegevens.bsn, std::nullopt) << "a planner gets no numbers";
    EXPECT_FALSE(w.see(id, Access::systeem(cast().maashorst)).has_value());
    auto const elsewhere = Access::voor_dossier(
        {cast().meierijstad, testing_support::user_of(1, "regisseur"), {}, vertrouwen::Rol::regisseur}, DossierId{77},
        vertrouwen::Relatie::eigen, vertrouwen::Doel::eigen_caseload);
    EXPECT_FALSE(w.see(id, elsewhere).has_value()) << "an Access for one file opens no other person";
    EXPECT_TRUE(w.d->read(db::Scope::of(cast().meierijstad), [&](db::Connection& c) { return family(c, planner, id); })
                    .empty());
}

TEST_P(InstroomStore, two_editors) {
    World w{GetParam()};
    auto const id = w.add(almaz()).persoon;
    auto const seen = w.see(id);
    auto const save = [&](Persoon p) {
        return w.write(
            [&](db::Connection& c) { return update(c, w.kluis, w.access, w.now, p.id, {p.versie, p.gegevens}); });
    };
    auto first = seen, second = seen;
    first.gegevens.taal = "ti";
    second.gegevens.tolk_wens = "vrouw";
    ASSERT_TRUE(save(first).has_value());
    EXPECT_EQ(save(second).error(), WijzigRefusal::andere_versie);
    EXPECT_EQ(w.see(id).gegevens.taal, "ti");
    EXPECT_EQ(w.see(id).gegevens.tolk_wens, "");
    first.id = PersoonId{12345};
    EXPECT_EQ(save(first).error(), WijzigRefusal::bestaat_niet);
    auto const current = w.see(id);
    EXPECT_EQ(save(current).value(), current.versie) << "nothing changed, nothing saved";

    Persoonsgegevens other;
    other.naam.voornamen = "Dawit";
    other.herkomst = "hand";
    other.telefoon = "0612345678";
    auto third = w.see(w.add(other).persoon);
    third.gegevens.bsn = almaz().bsn;
    EXPECT_EQ(save(third).error(), WijzigRefusal::bsn_van_ander);
    third.gegevens.bsn.reset();
    third.gegevens.telefoon = "";
    ASSERT_TRUE(save(third).has_value());
    EXPECT_EQ(w.see(third.id).gegevens.telefoon, "") << "a number is taken away";
    EXPECT_EQ(w.count("SELECT count(*) FROM contactgegeven"), 1) << "and kept as history; the person stays";
}

TEST_P(InstroomStore, search_words_follow_the_name) {
    World w{GetParam()};
    auto g = almaz();
    g.eigen_schrift = "አልማዝ";
    w.add(g);
    auto const words = [&] {
        return w.d->read(db::Scope::system(), [](db::Connection& c) {
            std::string all;
            c.each("SELECT w.woord FROM zoekterm t JOIN zoekwoord w ON w.id = t.woord ORDER BY w.woord", {},
                   [&](db::Row const& r) { all += std::string{r.text(0)} + " "; });
            return all;
        });
    };
    EXPECT_NE(words().find("almaz haile"), std::string::npos) << words();
    g.naam.geslachtsnaam = "Tesfay";
    w.add(g);
    EXPECT_EQ(words().find("haile"), std::string::npos);
    EXPECT_NE(words().find("tesfay"), std::string::npos);
}

TEST_P(InstroomStore, target_group_keeps_its_history) {
    World w{GetParam()};
    auto const id = w.add(almaz()).persoon;
    w.write([&](db::Connection& c) {
        set_target_group(c, w.access, w.now, id, Doelgroep::as_a, "Asiel", "Asielmigrant", "", Date{2026y / 3 / 1},
                         "duo");
        set_target_group(c, w.access, w.now, id, Doelgroep::gm, "", "", "", Date{2026y / 6 / 1}, "hand");
    });
    auto const all =
        w.d->read(db::Scope::of(cast().meierijstad), [&](db::Connection& c) { return target_groups(c, id); });
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].groep, Doelgroep::gm);
    EXPECT_EQ(all[1].duo_fijn, "Asielmigrant");
}
}
}
