#include "instroom/dubbelen.h"

#include "tests/support/database.h"
#include "vertrouwen/store.h"

#include <gtest/gtest.h>

namespace instroom {
namespace {
using testing_support::cast;
using vertrouwen::Access;

struct World {
    explicit World(std::string const& engine) : d{engine} { testing_support::seed_cast(*d); }
    testing_support::ScratchDatabase d;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    Timestamp now = platform::moment_of({Date{2026y / 11 / 25}, 10, 0});
    Access access = Access::systeem(cast().meierijstad, testing_support::user_of(1, "regisseur"));

    template <class F> auto write(F&& work) { return d->write(db::Scope::of(access.gemeente()), work); }
    PersoonId add(Persoonsgegevens const& g) {
        return write([&](db::Connection& c) { return upsert(c, kluis, access, now, g); }).persoon;
    }
    Persoon see(PersoonId id) {
        return d->read(db::Scope::of(access.gemeente()),
                       [&](db::Connection& c) { return find(c, kluis, access, id).value(); });
    }
    std::vector<Dubbel> pairs() {
        return d->read(db::Scope::of(access.gemeente()),
                       [&](db::Connection& c) { return open_pairs(c, access, {}, 50); });
    }
    int look(PersoonId id) {
        return write([&](db::Connection& c) { return check_duplicates(c, kluis, access.gemeente(), id); });
    }
    auto join(std::int64_t id, Samenvoeging const& wish) {
        return write([&](db::Connection& c) { return merge(c, kluis, access, now, id, wish); });
    }
    auto split(std::int64_t id) {
        return write([&](db::Connection& c) { return take_apart(c, kluis, access, now, id); });
    }
    void run(std::string_view sql, db::Params const& p = {}) {
        d->write(db::Scope::system(), [&](db::Connection& c) { c.exec(sql, p); });
    }
    std::int64_t count(std::string_view sql, db::Params const& p = {}) {
        return d->read(db::Scope::system(), [&](db::Connection& c) { return c.value<std::int64_t>(sql, p).value(); });
    }
    /// A file without the slice that makes them.
    DossierId file(PersoonId p, std::string_view number, bool open = true) {
        DossierId id{db::new_id()};
        run("INSERT INTO dossier (id, gemeente, nummer, persoon, stand, fase, geopend_op) VALUES ($1, 1, $2, $3, $4, "
            "'instroom', $5)",
            {id, number, p, open ? "open" : "gesloten", Date{2026y / 1 / 5}});
        return id;
    }
};

Persoonsgegevens from_coa() {
    Persoonsgegevens g;
    g.v_nummer = "2731049958";
    g.naam = {"Almas", "", "", "Hayle"};
    g.geslacht = "V";
    g.geboren = PartialDate::parse("1997-00-00").value();
    g.telefoon = "0612345678";
    g.taal = "ti";
    g.herkomst = "coa";
    return g;
}
Persoonsgegevens from_brp() {
    Persoonsgegevens g;
    g.bsn = Bsn::parse("999993653").value();
    g.a_nummer = "8940402024";
    g.naam = {"Almaz", "", "", "Haile"};
    g.geslacht = "V";
    g.geboren = PartialDate::parse("1997-03-14").value();
    g.herkomst = "brp";
    g.volledig = true;
    return g;
}

BOTH_ENGINES(InstroomDubbelen);

TEST_P(InstroomDubbelen, are_found_at_registration_and_by_the_job) {
    World w{GetParam()};
    w.add(from_coa());
    auto const seen = w.d->read(db::Scope::of(cast().meierijstad), [&](db::Connection& c) {
        return candidates(c, w.kluis, cast().meierijstad, from_brp(), std::nullopt);
    });
    ASSERT_EQ(seen.size(), 1u) << "shown before anything is saved";
    EXPECT_GE(seen[0].gelijkenis.score, mogelijk_dubbel);
    auto const brp = w.add(from_brp());
    EXPECT_EQ(w.look(brp), 1);
    EXPECT_EQ(w.look(brp), 1);
    ASSERT_EQ(w.pairs().size(), 1u) << "one pair, however often it is found";
    EXPECT_FALSE(w.pairs()[0].redenen.empty());
    w.run("DELETE FROM dubbel");
    dubbelen_worker(*w.d, w.kluis, platform::Clock{})({1, std::string{dubbelen_job}, "0", 1, cast().meierijstad},
                                                      [] { return true; });
    EXPECT_EQ(w.pairs().size(), 1u);
}

TEST_P(InstroomDubbelen, merge_keeps_roles_history_and_files_and_can_be_undone) {
    World w{GetParam()};
    auto const coa = w.add(from_coa()), brp = w.add(from_brp());
    w.look(brp);
    auto const id = w.pairs().at(0).id;
    auto const open = w.file(coa, "2026-000001");
    w.write([&](db::Connection& c) {
        set_target_group(c, w.access, w.now, coa, Doelgroep::as_a, "", "", "", Date{2026y / 1 / 5}, "coa");
    });

    auto const beeld = w.d->read(db::Scope::of(cast().meierijstad),
                                 [&](db::Connection& c) { return preview(c, w.kluis, w.access, brp, coa); });
    EXPECT_TRUE(std::ranges::any_of(beeld.rijen, [](auto const& r) { return r.first == "dossiers" && r.second == 1; }));
    EXPECT_FALSE(beeld.twee_bsn);
    EXPECT_EQ(beeld.open_ander, open);

    auto const merged = w.join(id, {brp, {Veld::voornamen}, std::nullopt});
    ASSERT_TRUE(merged.has_value());
    auto const p = w.see(brp);
    EXPECT_EQ(p.naam, "Almas Haile") << "the given name was chosen from the other";
    EXPECT_EQ(p.gegevens.v_nummer, "2731049958") << "what was missing is filled";
    EXPECT_EQ(p.gegevens.taal, "ti");
    EXPECT_EQ(p.gegevens.telefoon, "0612345678");
    EXPECT_EQ(p.gegevens.geboren.to_iso(), "1997-03-14");
    EXPECT_EQ(w.count("SELECT persoon FROM dossier"), brp.value);
    EXPECT_EQ(w.count("SELECT persoon FROM doelgroep"), brp.value);
    EXPECT_EQ(w.see(coa).samengevoegd_in, brp);
    EXPECT_TRUE(w.pairs().empty());
    EXPECT_EQ(w.join(id, {brp, {}, std::nullopt}).error(), SamenvoegRefusal::al_besloten);
    EXPECT_EQ(w.add(from_coa()), brp) << "a later COA list finds who it became";

    auto const undone = w.split(id);
    ASSERT_TRUE(undone.has_value());
    EXPECT_EQ(w.see(brp).naam, "Almaz Haile");
    EXPECT_EQ(w.see(brp).gegevens.v_nummer, "");
    EXPECT_EQ(w.see(brp).gegevens.telefoon, "");
    EXPECT_EQ(w.see(coa).naam, "Almas Hayle");
    EXPECT_EQ(w.see(coa).samengevoegd_in, std::nullopt);
    EXPECT_EQ(w.see(coa).gegevens.telefoon, "0612345678");
    EXPECT_EQ(w.count("SELECT persoon FROM dossier"), coa.value);
    EXPECT_EQ(w.split(id).error(), SamenvoegRefusal::al_besloten);
    w.look(brp);
    EXPECT_TRUE(w.pairs().empty()) << "a pair that was taken apart is not offered again";
}

TEST_P(InstroomDubbelen, the_bsn_moves_along_and_back) {
    World w{GetParam()};
    auto const coa = w.add(from_coa()), brp = w.add(from_brp());
    w.look(brp);
    auto const id = w.pairs().at(0).id;
    ASSERT_TRUE(w.join(id, {coa, {}, std::nullopt}).has_value());
    EXPECT_EQ(w.see(coa).gegevens.bsn->digits(), "999993653");
    auto changed = w.see(coa);
    changed.gegevens.uitspraak = "al-maaz";
    w.write([&](db::Connection& c) {
        return update(c, w.kluis, w.access, w.now, coa, {changed.versie, changed.gegevens}).value();
    });
    ASSERT_TRUE(w.split(id).has_value());
    EXPECT_EQ(w.see(coa).gegevens.bsn, std::nullopt);
    EXPECT_EQ(w.see(coa).gegevens.uitspraak, "al-maaz") << "what was written since then stays";
    EXPECT_EQ(w.see(brp).gegevens.bsn->digits(), "999993653");
}

TEST_P(InstroomDubbelen, refusals) {
    World w{GetParam()};
    auto const coa = w.add(from_coa()), brp = w.add(from_brp());
    w.look(brp);
    auto const id = w.pairs().at(0).id;
    EXPECT_EQ(w.join(12345, {brp, {}, std::nullopt}).error(), SamenvoegRefusal::bestaat_niet);
    EXPECT_EQ(w.join(id, {PersoonId{99}, {}, std::nullopt}).error(), SamenvoegRefusal::bestaat_niet);
    auto const a = w.file(coa, "2026-000001");
    w.file(brp, "2026-000002");
    EXPECT_EQ(w.join(id, {brp, {}, std::nullopt}).error(), SamenvoegRefusal::twee_open_dossiers);
    w.run("UPDATE dossier SET stand = 'gesloten' WHERE id = $1", {a});
    EXPECT_EQ(w.split(id).error(), SamenvoegRefusal::al_besloten);
    ASSERT_TRUE(w.join(id, {brp, {}, a}).has_value());
    EXPECT_EQ(w.split(id)->heropen, a);

    auto third = from_brp();
    third.bsn.reset();
    third.a_nummer.clear();
    third.herkomst = "hand";
    auto const hand = w.add(third);
    w.look(hand);
    auto const other = w.pairs().at(0);
    w.run("UPDATE persoon SET bsn_index = $2, bsn = $3 WHERE id = $1",
          {hand, w.kluis.blind(Bsn::parse("999990639").value()), w.kluis.seal(Bsn::parse("999990639").value())});
    EXPECT_EQ(w.join(other.id, {hand, {}, std::nullopt}).error(), SamenvoegRefusal::twee_bsn);
    auto const elsewhere = Access::systeem(cast().maashorst);
    EXPECT_EQ(w.d->write(db::Scope::of(cast().maashorst),
                         [&](db::Connection& c) {
                             return merge(c, w.kluis, elsewhere, w.now, other.id, {hand, {}, std::nullopt});
                         })
                  .error(),
              SamenvoegRefusal::bestaat_niet);
    EXPECT_TRUE(w.write([&](db::Connection& c) { return mark_different(c, w.access, w.now, other.id); }).has_value());
    EXPECT_EQ(w.write([&](db::Connection& c) { return mark_different(c, w.access, w.now, other.id); }).error(),
              SamenvoegRefusal::al_besloten);
}

TEST_P(InstroomDubbelen, a_chain_is_undone_from_its_end) {
    World w{GetParam()};
    auto hand = from_brp();
    hand.bsn.reset();
    hand.a_nummer.clear();
    hand.herkomst = "hand";
    auto const coa = w.add(from_coa()), brp = w.add(from_brp());
    w.look(brp);
    auto const first = w.pairs().at(0).id;
    ASSERT_TRUE(w.join(first, {brp, {}, std::nullopt}).has_value());
    auto const third = w.add(hand);
    w.look(third);
    auto const second = w.pairs().at(0).id;
    ASSERT_TRUE(w.join(second, {third, {}, std::nullopt}).has_value());
    EXPECT_EQ(w.see(coa).samengevoegd_in, third);
    EXPECT_EQ(w.split(first).error(), SamenvoegRefusal::later_samengevoegd);
    ASSERT_TRUE(w.split(second).has_value());
    EXPECT_EQ(w.see(coa).samengevoegd_in, brp);
    EXPECT_TRUE(w.split(first).has_value());
}

TEST_P(InstroomDubbelen, every_table_with_a_person_is_thought_of) {
    World w{GetParam()};
    std::set<std::string> const known{"adres",     "contactgegeven", "nationaliteit", "gezinsband",
                                      "doelgroep", "plicht",         "coa_koppeling", "duo_melding",
                                      "dossier",   "gebeurtenis",    "gebruiker",     "extra_aanbod",
                                      "zoekterm",                     // made anew
                                      "leeslog",   "inlees_regel"};   // say what happened then
    auto const sql = w.d->is_postgresql() ? "SELECT table_name FROM information_schema.columns WHERE column_name = "
                                            "'persoon' AND table_schema = 'public'"
                                          : "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) i WHERE "
                                            "m.type = 'table' AND i.name = 'persoon'";
    w.d->read(db::Scope::system(), [&](db::Connection& c) {
        c.each(sql, {}, [&](db::Row const& r) { EXPECT_TRUE(known.contains(std::string{r.text(0)})) << r.text(0); });
    });
}
}
}
