#include "leerbaarheidstoets/store.h"

#include "dossier/store.h"
#include "tests/support/database.h"
#include "werkvoorraad/store.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace leerbaarheidstoets {
namespace {
using vertrouwen::Access;
constexpr Date today{2026y / 11 / 25};
constexpr DossierId file{6};

struct Desk {
    testing_support::ScratchDatabase scratch;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    Timestamp now = platform::moment_of({today, 9, 30});
    Access access = Access::systeem(GemeenteId{1}, testing_support::user_of(1, "regisseur"));
    explicit Desk(std::string const& engine) : scratch{engine} {
        testing_support::seed_cast(*scratch);
        scratch->write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
            c.exec("INSERT INTO persoon (id, gemeente, naam, sorteersleutel, geboortedatum, herkomst, aangemaakt) "
                   "VALUES (5, 1, 'Semhar', 's', '1997-03-14', 'hand', $1)",
                   {now});
            c.exec("INSERT INTO dossier (id, gemeente, nummer, persoon, stand, fase, geopend_op) "
                   "VALUES (6, 1, '2026-000001', 5, 'open', 'intake', $1)",
                   {today});
            c.exec("INSERT INTO intake (id, gemeente, dossier, begonnen_op, plaats, begonnen_door) "
                   "VALUES (50, 1, 6, $1, 'gemeente', 1)",
                   {today});
        });
    }
    template <class F> auto put(F&& f) { return scratch->write(db::Scope::of(GemeenteId{1}), f); }
    template <class F> auto get(F&& f) { return scratch->read(db::Scope::of(GemeenteId{1}), f); }
    Result<void, Bezwaren> next(Toets const& t, std::int64_t seen) {
        return put([&](db::Connection& c) { return write(c, {kluis, access, now, today}, file, seen, t); });
    }
    Regel last(Access const& who) {
        return get([&](db::Connection& c) { return latest(c, kluis, who, file); });
    }
    Uitkomst outcome() {
        return get([&](db::Connection& c) { return uitslag(c, access, file); });
    }
    bool has_task(std::string_view title) {
        auto const tasks = get([&](db::Connection& c) { return werkvoorraad::of_file(c, access, file); });
        return std::ranges::count(tasks, title, &werkvoorraad::Taak::titel) == 1;
    }
};
Toets asked() {
    Toets t;
    t.stand = Stand::aangevraagd;
    t.examennummer = "LBT2026001";
    t.aangevraagd = today;
    return t;
}

BOTH_ENGINES(leerbaarheidstoets_store);

TEST_P(leerbaarheidstoets_store, from_request_to_result_with_its_tasks) {
    Desk d{GetParam()};
    ASSERT_TRUE(d.next(asked(), 0));
    EXPECT_TRUE(d.has_task("Leerbaarheidstoets plannen"));
    auto t = d.last(d.access).toets;
    t.stand = Stand::ingepland;
    t.gepland = today;
    ASSERT_TRUE(d.next(t, d.last(d.access).id));
    EXPECT_FALSE(d.has_task("Leerbaarheidstoets plannen"));
    EXPECT_TRUE(d.has_task("Uitslag leerbaarheidstoets vastleggen"));
    t = d.last(d.access).toets;
    t.stand = Stand::uitslag;
    t.uitslag = Uitslag::niet_haalbaar;
    t.score = 1000;
    t.vereist = 1250;
    t.geregistreerd = today;
    ASSERT_TRUE(d.next(t, d.last(d.access).id));
    auto const outcome = d.outcome();
    EXPECT_EQ(outcome.stand, Stand::uitslag);
    EXPECT_EQ(outcome.haalbaar, false);
    EXPECT_EQ(outcome.score, 1000);
    EXPECT_EQ(outcome.datum, today);
    EXPECT_EQ(outcome.examennummer, "LBT2026001");
    EXPECT_TRUE(outcome.klaar());
    EXPECT_FALSE(d.has_task("Uitslag leerbaarheidstoets vastleggen"));
    EXPECT_EQ(d.get([&](db::Connection& c) { return history(c, d.kluis, d.access, file); }).size(), 3U);
    EXPECT_EQ(d.get([](db::Connection& c) {
        return c.value<std::string>("SELECT stand FROM intake_onderdeel WHERE onderdeel = 'leerbaarheidstoets'");
    }),
              "afgedaan");
}
TEST_P(leerbaarheidstoets_store, of_two_writers_the_second_is_told) {
    Desk d{GetParam()};
    ASSERT_TRUE(d.next(asked(), 0));
    auto const second = d.next(asked(), 0);
    ASSERT_FALSE(second);
    EXPECT_TRUE(second.error().andere_versie);
    auto wrong = asked();
    wrong.examennummer = "";
    auto const refused = d.next(wrong, d.last(d.access).id);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().redenen, std::vector{Refusal::geen_examennummer});
}
TEST_P(leerbaarheidstoets_store, ground_of_an_exception_is_sealed) {
    Desk d{GetParam()};
    Toets t;
    t.stand = Stand::uitzondering;
    t.grond = Grond::visueel;
    t.reden = "Verklaring gezien";
    t.dag = today;
    ASSERT_TRUE(d.next(t, 0));
    EXPECT_TRUE(d.has_task("DUO melden dat de leerbaarheidstoets niet hoeft"));
    EXPECT_TRUE(d.outcome().klaar());
    auto const other = Access::van({GemeenteId{1},
                                    testing_support::user_of(1, "regisseur"),
                                    {},
                                    vertrouwen::Rol::regisseur});   // a list: no health
    EXPECT_FALSE(d.last(other).toets.grond);
    EXPECT_EQ(d.last(other).toets.reden, "");
    auto row = d.last(other);
    row.toets.duo_gemeld = today;
    auto const told =
        d.put([&](db::Connection& c) { return write(c, {d.kluis, other, d.now, today}, file, row.id, row.toets); });
    ASSERT_TRUE(told);
    EXPECT_EQ(d.last(d.access).toets.grond, Grond::visueel) << "stays, also when the writer does not see it";
    EXPECT_EQ(d.last(d.access).toets.reden, "Verklaring gezien");
    EXPECT_FALSE(d.has_task("DUO melden dat de leerbaarheidstoets niet hoeft"));
    EXPECT_EQ(d.get([](db::Connection& c) {
        return c.value<std::int64_t>("SELECT COUNT(*) FROM leerbaarheidstoets WHERE reden <> ''");
    }),
              0);
}
TEST_P(leerbaarheidstoets_store, refusal_is_work_for_the_call_ups) {
    Desk d{GetParam()};
    Toets t;
    t.stand = Stand::geweigerd;
    t.dag = today;
    t.reden = "Liep weg.";
    ASSERT_TRUE(d.next(t, 0));
    EXPECT_TRUE(d.has_task("Weigering leerbaarheidstoets beoordelen"));
    EXPECT_FALSE(d.outcome().klaar());
}
TEST_P(leerbaarheidstoets_store, notices_of_DUO_fill_it) {
    Desk d{GetParam()};
    d.put([&](db::Connection& c) {
        for (auto const* code : {"SS137", "SS131"})
            c.exec("INSERT INTO duo_melding (id, gemeente, code, geregistreerd, ontvangen, persoonsleutel, persoon, "
                   "inhoud, stand, toelichting) VALUES ($1, 1, $2, $3, $3, $4, 5, $4, 'verwerkt', '')",
                   {db::new_id(), code, d.now, db::Blob{code}});
    });
    EXPECT_EQ(d.outcome().duo_aangemeld, today);
    EXPECT_EQ(d.outcome().duo_uitslag, today);
    EXPECT_EQ(d.outcome().stand, Stand::geen);
}
}
}
