#include "tests/support/database.h"
#include "vertrouwen/kept_form.h"
#include "vertrouwen/login.h"
#include "vertrouwen/logs.h"
#include "vertrouwen/users.h"

#include <gtest/gtest.h>

using namespace vertrouwen;
using testing_support::cast;
using testing_support::ScratchDatabase;
using testing_support::user_of;
BOTH_ENGINES(Vertrouwen);

namespace {
constexpr Date today{2026y / 11 / 25};
DossierId const dossier{501};
PersoonId const semhar{401};

struct Office {
    ScratchDatabase database;
    Kluis kluis = Kluis::for_tests();
    platform::Clock clock{today};
    Store store{*database, kluis, clock};

    explicit Office(std::string const& engine) : database{engine} {
        testing_support::seed_cast(*database);
        person(semhar, "999993653");
        sql("INSERT INTO dossier (id, gemeente, nummer, persoon, stand, fase, geopend_op) "
            "VALUES ($1, 1, '2026-000001', $2, 'open', 'intake', $3)",
            {dossier, semhar, today});
    }
    void sql(std::string_view text, db::Params const& params = {}) {
        database->write(db::Scope::system(), [&](db::Connection& c) { c.exec(text, params); });
    }
    void person(PersoonId id, std::string_view bsn, int gemeente = 1) {
        sql("INSERT INTO persoon (id, gemeente, bsn_index, naam, sorteersleutel, geboortedatum, herkomst, aangemaakt) "
            "VALUES ($1, $2, $3, 'Semhar', 'semhar', '1990-00-00', 'hand', $4)",
            {id, gemeente, kluis.blind("bsn", bsn), clock.now()});
    }
    void tie(std::int64_t id, PersoonId of, std::string_view kind, std::optional<PersoonId> other,
             std::string_view bsn = {}) {
        std::optional<db::Blob> index;
        if (!bsn.empty()) index = kluis.blind("bsn", bsn);
        sql("INSERT INTO gezinsband (id, gemeente, persoon, soort, ander, ander_bsn_index) VALUES ($1, 1, $2, $3, $4, "
            "$5)",
            {id, of, kind, other, index});
    }
    Access::Gebruiker user(std::string_view role, int gemeente = 1) {
        return store.user(user_of(gemeente, role))->access();
    }
    Relatie relation(std::string_view role) { return store.relation(user(role), dossier)->relatie; }
    bool family(std::string_view role) { return store.relation(user(role), dossier)->eigen_gezin; }
    std::int64_t count(std::string_view text) {
        return database->read(db::Scope::system(),
                              [&](db::Connection& c) { return c.value<std::int64_t>(text).value_or(0); });
    }
};
}

TEST_P(Vertrouwen, relation_is_the_closest_one) {
    Office o{GetParam()};
    EXPECT_EQ(o.store.relation(o.user("klantmanager"), DossierId{999}), std::nullopt);
    EXPECT_EQ(o.relation("klantmanager"), Relatie::gemeente);
    o.sql("UPDATE dossier SET team = $1", {*o.user("klantmanager").team});
    EXPECT_EQ(o.relation("klantmanager"), Relatie::team);
    EXPECT_EQ(o.relation("klantmanager2"), Relatie::gemeente) << "another team";
    o.sql("UPDATE dossier SET klantmanager = $1", {user_of(1, "klantmanager")});
    EXPECT_EQ(o.relation("klantmanager"), Relatie::eigen);
    o.sql("UPDATE dossier SET klantmanager = NULL, regisseur = $1", {user_of(1, "regisseur")});
    EXPECT_EQ(o.relation("regisseur"), Relatie::eigen);
}

TEST_P(Vertrouwen, a_substitute_stands_in_from_the_first_day_up_to_the_last) {
    Office o{GetParam()};
    o.sql("UPDATE dossier SET klantmanager = $1", {user_of(1, "klantmanager")});
    struct Case {
        int from, until;
        bool withdrawn;
        Relatie expected;
    };
    constexpr Case cases[] = {{0, 1, false, Relatie::vervanging},
                              {1, 2, false, Relatie::gemeente},
                              {-2, 0, false, Relatie::gemeente},
                              {-2, 1, false, Relatie::vervanging},
                              {-2, 1, true, Relatie::gemeente}};
    for (auto const& c : cases) {
        o.sql("DELETE FROM vervanging");
        std::optional<Timestamp> gone;
        if (c.withdrawn) gone = o.clock.now();
        o.sql("INSERT INTO vervanging (id, gemeente, afwezig, vervanger, vanaf, tot, ingetrokken_op) VALUES (1, 1, $1, "
              "$2, $3, $4, $5)",
              {user_of(1, "klantmanager"), user_of(1, "klantmanager2"), today + std::chrono::days{c.from},
               today + std::chrono::days{c.until}, gone});
        EXPECT_EQ(o.relation("klantmanager2"), c.expected) << c.from << " " << c.until;
    }
}

TEST_P(Vertrouwen, a_file_of_another_municipality_is_known_as_such) {
    Office o{GetParam()};
    auto const found = o.store.relation(o.user("klantmanager", 2), dossier);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->gemeente, cast().meierijstad);
    auto const access = open_dossier(o.user("klantmanager", 2), dossier, *found, Recht::dossier_lezen);
    EXPECT_EQ(access.error(), DossierRefusal::andere_gemeente);
}

TEST_P(Vertrouwen, own_file_and_family_are_known_by_person_and_by_number) {
    auto const self = [](Office& o, std::string_view bsn) {
        o.sql("UPDATE gebruiker SET bsn_index = $2 WHERE id = $1",
              {user_of(1, "klantmanager"), o.kluis.blind("bsn", bsn)});
    };
    {
        Office o{GetParam()};
        EXPECT_FALSE(o.family("klantmanager"));
        o.sql("UPDATE gebruiker SET persoon = $2 WHERE id = $1", {user_of(1, "klantmanager"), semhar});
        EXPECT_TRUE(o.family("klantmanager")) << "the same person";
        EXPECT_FALSE(o.family("klantmanager2"));
    }
    {
        Office o{GetParam()};
        self(o, "999993653");
        EXPECT_TRUE(o.family("klantmanager")) << "the same BSN";
    }
    {
        Office o{GetParam()};
        o.tie(1, semhar, "ouder", std::nullopt, "999990019");
        self(o, "999990019");
        EXPECT_TRUE(o.family("klantmanager")) << "named in the file, not known here as a person";
    }
    {
        Office o{GetParam()};
        o.person(PersoonId{402}, "999990019");
        o.tie(1, PersoonId{402}, "kind", semhar);
        self(o, "999990019");
        EXPECT_TRUE(o.family("klantmanager")) << "the tie stands with the employee";
    }
    {
        Office o{GetParam()};
        o.person(PersoonId{402}, "999990019");
        o.tie(1, semhar, "ouder", std::nullopt, "999993847");
        o.tie(2, PersoonId{402}, "ouder", std::nullopt, "999993847");
        self(o, "999990019");
        EXPECT_TRUE(o.family("klantmanager")) << "a parent in common";
        o.sql("UPDATE gezinsband SET ander_bsn_index = $1 WHERE id = 2", {o.kluis.blind("bsn", "999992326")});
        EXPECT_FALSE(o.family("klantmanager"));
    }
}

TEST_P(Vertrouwen, a_purpose_holds_eight_hours_and_an_emergency_one) {
    Office o{GetParam()};
    auto const user = o.user("klantmanager");
    EXPECT_EQ(o.store.relation(user, dossier)->gekozen_doel, std::nullopt);
    o.store.grant_purpose(user, dossier, Doel::inburgering, "");
    EXPECT_EQ(o.store.relation(user, dossier)->gekozen_doel, Doel::inburgering);
    EXPECT_EQ(o.store.relation(o.user("regisseur"), dossier)->gekozen_doel, std::nullopt) << "mine is not yours";
    auto const lasts = [&] { return o.count("SELECT COUNT(*) FROM toegang WHERE tot = vanaf"); };
    EXPECT_EQ(lasts(), 0);
    auto const hours = [&](Doel doel) {
        return o.database->read(db::Scope::system(), [&](db::Connection& c) {
            return c.one("SELECT vanaf, tot FROM toegang WHERE doel = $1", {naam(doel)}, [](db::Row const& r) {
                return (r.timestamp(1).micros - r.timestamp(0).micros) / 3'600'000'000;
            });
        });
    };
    EXPECT_EQ(hours(Doel::inburgering), 8);
    o.store.grant_purpose(user, dossier, Doel::noodtoegang, "moeder belt, kind is zoek sinds vanmorgen");
    EXPECT_EQ(hours(Doel::noodtoegang), 1);
    EXPECT_EQ(o.store.relation(user, dossier)->gekozen_doel, Doel::noodtoegang) << "the latest choice counts";
    o.sql("UPDATE toegang SET tot = $1", {o.clock.now()});
    EXPECT_EQ(o.store.relation(user, dossier)->gekozen_doel, std::nullopt) << "over";
    EXPECT_EQ(o.count("SELECT COUNT(*) FROM audit WHERE handeling IN ('noodtoegang', 'doel_gekozen')"), 2);
}

TEST_P(Vertrouwen, emergencies_wait_for_somebody_else_to_look_at_them) {
    Office o{GetParam()};
    auto const officer = Access::van(o.user("privacy_officer"));
    o.store.grant_purpose(o.user("klantmanager"), dossier, Doel::noodtoegang,
                          "moeder belt, kind is zoek sinds vanmorgen");
    o.store.grant_purpose(o.user("klantmanager"), dossier, Doel::inburgering, "");
    auto const lines = [&](ToegangSoort kind) {
        return o.database->read(db::Scope::of(cast().meierijstad),
                                [&](db::Connection& c) { return accesses(c, officer, kind, {}, 10); });
    };
    ASSERT_EQ(lines(ToegangSoort::na_te_kijken).size(), 1U);
    EXPECT_EQ(lines(ToegangSoort::alles).size(), 2U);
    auto const line = lines(ToegangSoort::na_te_kijken).front();
    EXPECT_EQ(line.dossier_nummer, "2026-000001");
    auto const judge = [&](Access const& who, std::int64_t id) {
        return o.database->write(db::Scope::of(who.gemeente()),
                                 [&](db::Connection& c) { return review(c, who, o.clock.now(), id, "terecht"); });
    };
    EXPECT_EQ(judge(officer, 12345).error(), OordeelRefusal::niet_gevonden);
    EXPECT_EQ(judge(Access::van(o.user("privacy_officer", 2)), line.id).error(), OordeelRefusal::niet_gevonden);
    EXPECT_EQ(judge(Access::van(o.user("klantmanager")), line.id).error(), OordeelRefusal::eigen_toegang);
    EXPECT_TRUE(judge(officer, line.id));
    EXPECT_EQ(judge(officer, line.id).error(), OordeelRefusal::al_nagekeken);
    EXPECT_TRUE(lines(ToegangSoort::na_te_kijken).empty());
    EXPECT_EQ(lines(ToegangSoort::noodtoegang).size(), 1U);
}

TEST_P(Vertrouwen, the_read_log_is_found_by_person_user_and_period) {
    Office o{GetParam()};
    auto const officer = Access::van(o.user("privacy_officer"));
    for (int day = 20; day <= 25; ++day) {
        Leeslog log{*o.database, platform::Clock{Date{2026y / 11 / day}}};
        log.write({{cast().meierijstad, user_of(1, "klantmanager"), semhar, dossier, Doel::inburgering, "dossier",
                    "gezien", "::1"},
                   {cast().meierijstad, user_of(1, "regisseur"), PersoonId{9}, std::nullopt, Doel::inburgering,
                    "zoeken", "gezien", "::1"}});
    }
    auto const lines = [&](LeesFilter const& filter, std::size_t limit = 100) {
        return o.database->read(db::Scope::of(cast().meierijstad),
                                [&](db::Connection& c) { return read_log(c, officer, filter, limit); });
    };
    auto const start_of = [](int day) { return platform::moment_of({Date{2026y / 11 / day}, 0, 0}); };
    EXPECT_EQ(lines({}).size(), 12U);
    EXPECT_EQ(lines({.persoon = semhar}).size(), 6U);
    EXPECT_EQ(lines({.gebruiker = user_of(1, "regisseur")}).size(), 6U);
    EXPECT_TRUE(lines({.persoon = semhar, .gebruiker = user_of(1, "regisseur")}).empty());
    EXPECT_EQ(lines({.vanaf = start_of(22), .tot = start_of(24)}).size(), 4U);
    EXPECT_EQ(lines({.persoon = semhar, .vanaf = start_of(25)}).size(), 1U);
    EXPECT_TRUE(lines({.vanaf = start_of(26)}).empty());
    auto const page = lines({}, 5);
    ASSERT_EQ(page.size(), 5U);
    EXPECT_EQ(page.front().volgnummer, 12);
    EXPECT_EQ(lines({.voor = page.back().volgnummer}).front().volgnummer, page.back().volgnummer - 1);
    EXPECT_EQ(page[1].dossier_nummer + page[0].dossier_nummer, "2026-000001");
    auto const elsewhere = Access::van(o.user("privacy_officer", 2));
    EXPECT_TRUE(
        o.database
            ->read(db::Scope::of(cast().maashorst), [&](db::Connection& c) { return read_log(c, elsewhere, {}, 9); })
            .empty());
}

TEST_P(Vertrouwen, a_kept_form_comes_back_to_its_own_user_only) {
    Office o{GetParam()};
    KeptForms forms{*o.database, o.kluis, o.clock};
    forms.keep(user_of(1, "klantmanager"), "/dossiers/501/notities",
               {{"tekst", "gesprek over de intake"}, {"_csrf", "x"}, {"soort", "contact"}, {"soort", "brief"}});
    EXPECT_EQ(o.count("SELECT COUNT(*) FROM bewaard_formulier"), 1);
    auto const kept = forms.find(user_of(1, "klantmanager"));
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->pad, "/dossiers/501/notities");
    ASSERT_EQ(kept->velden.size(), 3U) << "without the token of the old session";
    EXPECT_EQ(kept->velden[0].second, "gesprek over de intake");
    EXPECT_EQ(forms.find(user_of(1, "regisseur")), std::nullopt);
    o.sql("UPDATE bewaard_formulier SET gebruiker = $1", {user_of(1, "regisseur")});
    EXPECT_EQ(forms.find(user_of(1, "regisseur")), std::nullopt) << "a row moved to another user opens nothing";
    forms.keep(user_of(1, "klantmanager"), "/agenda/nieuw", {{"onderwerp", "b"}});
    forms.drop(user_of(1, "klantmanager"));
    EXPECT_EQ(forms.find(user_of(1, "klantmanager")), std::nullopt);
    sweep(*o.database, o.clock.now().plus(std::chrono::hours{25}));
    EXPECT_EQ(o.count("SELECT COUNT(*) FROM bewaard_formulier"), 0);
}
