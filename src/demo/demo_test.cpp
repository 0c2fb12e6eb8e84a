#include "demo/demo.h"

#include "demo/cohort.h"
#include "duo/store.h"
#include "inburgeringstermijn/store.h"
#include "platform/json/json.h"
#include "tests/support/database.h"
#include "vertrouwen/login.h"
#include "vertrouwen/totp.h"
#include "werkvoorraad/counts.h"
#include "zoeken/store.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace demo {
namespace {
using testing_support::ScratchDatabase;
using vertrouwen::Access;

constexpr Date today{2026y / 11 / 25};

/// One filled database an engine for all tests that only look.
struct Filled {
    explicit Filled(std::string const& engine, std::int64_t files = 300, std::uint64_t seed = 7,
                    std::string accounts = {})
        : scratch{engine} {
        EXPECT_EQ(fill(*scratch, kluis, clock, {files, seed, std::move(accounts)}, progress), 0) << progress.str();
    }
    ScratchDatabase scratch;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    platform::Clock clock{today};
    std::stringstream progress;

    template <class F> auto read(F&& f) { return scratch->read(db::Scope::system(), f); }
    std::int64_t number(std::string_view sql, db::Params const& params = {}) {
        return read([&](db::Connection& c) { return c.value<std::int64_t>(sql, params).value(); });
    }
    std::vector<std::string> lines(std::string_view sql, int columns, db::Params const& params = {}) {
        return read([&](db::Connection& c) {
            return c.list(sql, params, [&](db::Row const& r) {
                std::string all;
                for (int i = 0; i < columns; ++i)
                    all += (r.is_null(i) ? std::string{"-"} : std::string{r.text(i)}) + "|";
                return all;
            });
        });
    }
};
Filled& filled(std::string const& engine) {
    static std::map<std::string, std::unique_ptr<Filled>> all;
    auto& one = all[engine];
    if (!one) one = std::make_unique<Filled>(engine);
    return *one;
}

BOTH_ENGINES(demo_fill);

// What people see, without keys and times that are new each time.
constexpr std::string_view people =
    "SELECT p.naam, p.eigen_schrift, p.geboortedatum, p.v_nummer, p.sorteersleutel, a.straat, a.postcode, c.waarde "
    "FROM persoon p JOIN adres a ON a.persoon = p.id LEFT JOIN contactgegeven c ON c.persoon = p.id ORDER BY p.id";
constexpr std::string_view files = "SELECT d.nummer, d.fase, d.stand, CAST(d.geopend_op AS TEXT), p.naam, k.naam, "
                                   "k.gebruikersnaam, r.naam FROM dossier d "
                                   "JOIN persoon p ON p.id = d.persoon LEFT JOIN gebruiker k ON k.id = d.klantmanager "
                                   "LEFT JOIN gebruiker r ON r.id = d.regisseur ORDER BY d.id";
constexpr std::string_view work =
    "SELECT t.titel, t.soort, CAST(t.uiterlijk AS TEXT), t.stand, t.wacht_op, d.nummer, g.naam FROM taak t "
    "JOIN dossier d ON d.id = t.dossier LEFT JOIN gebruiker g ON g.id = t.eigenaar ORDER BY t.id";
constexpr std::string_view clock_rows = "SELECT soort, CAST(begin_op AS TEXT), CAST(uiterlijk AS TEXT), stand, bron, "
                                        "CAST(waarschuwing AS TEXT) FROM termijn ORDER BY id";
constexpr std::string_view story = "SELECT CAST(dag AS TEXT), soort, titel, tekst, bron FROM gebeurtenis ORDER BY id";

TEST_P(demo_fill, same_seed_gives_the_same_content_and_another_seed_another) {
    auto& one = filled(GetParam());
    Filled again{GetParam()}, other{GetParam(), 300, 8};
    EXPECT_EQ(one.lines(people, 8), again.lines(people, 8));
    EXPECT_EQ(one.lines(files, 8), again.lines(files, 8));
    EXPECT_EQ(one.lines(work, 7), again.lines(work, 7));
    EXPECT_EQ(one.lines(clock_rows, 6), again.lines(clock_rows, 6));
    EXPECT_EQ(one.lines(story, 5), again.lines(story, 5));
    EXPECT_NE(one.lines(people, 8), other.lines(people, 8));
}

TEST_P(demo_fill, a_database_with_files_is_refused) {
    auto& one = filled(GetParam());
    std::stringstream said;
    EXPECT_EQ(fill(*one.scratch, one.kluis, one.clock, {1, 1, ""}, said), 1);
    EXPECT_NE(said.str().find("bevat al dossiers"), std::string::npos);
    EXPECT_FALSE(is_empty(*one.scratch));
    EXPECT_EQ(one.number("SELECT COUNT(*) FROM dossier"), 300);
}

TEST_P(demo_fill, an_accounts_file_that_cannot_be_written_is_refused_before_anything_is_filled) {
    ScratchDatabase scratch{GetParam()};
    std::stringstream said;
    EXPECT_EQ(fill(*scratch, vertrouwen::Kluis::for_tests(), platform::Clock{today},
                   {1, 1, "/bestaat-niet/accounts.json"}, said),
              1);
    EXPECT_NE(said.str().find("niet te schrijven"), std::string::npos);
    EXPECT_TRUE(is_empty(*scratch));
}

TEST_P(demo_fill, one_file_is_enough) {
    Filled one{GetParam(), 1};
    EXPECT_EQ(one.number("SELECT COUNT(*) FROM dossier"), 1);
    EXPECT_EQ(vertrouwen::verify_audit(*one.scratch).bevindingen.size(), 0U);
}

TEST_P(demo_fill, audit_chains_are_whole_and_counts_equal_the_tasks) {
    auto& one = filled(GetParam());
    auto const audit = vertrouwen::verify_audit(*one.scratch);
    EXPECT_GT(audit.regels, 0);
    for (auto const& finding : audit.bevindingen)
        ADD_FAILURE() << finding.keten << " " << finding.volgnummer << " " << finding.wat;
    for (GemeenteId const g : {GemeenteId{1}, GemeenteId{2}}) {
        auto const outcome = one.scratch->write(db::Scope::of(g), [&](db::Connection& c) {
            return werkvoorraad::recount(c, Access::systeem(g), one.clock.now());
        });
        EXPECT_EQ(outcome.verschillen, 0);
        EXPECT_GT(outcome.regels, 0);
    }
}

TEST_P(demo_fill, reckoning_the_clocks_again_changes_nothing) {
    auto& one = filled(GetParam());
    auto const ids = one.read([](db::Connection& c) {
        return c.list("SELECT id, gemeente FROM dossier ORDER BY id", {},
                      [](db::Row const& r) { return std::pair{r.get<DossierId>(0), r.get<GemeenteId>(1)}; });
    });
    constexpr std::string_view tasks =
        "SELECT CAST(id AS TEXT), soort, titel, toelichting, artikel, CAST(uiterlijk AS TEXT), "
        "CAST(eigenaar AS TEXT), CAST(team AS TEXT), stand, termijnsoort, CAST(versie AS TEXT) "
        "FROM taak WHERE dossier = $1 ORDER BY id";
    constexpr std::string_view clocks =
        "SELECT CAST(id AS TEXT), soort, CAST(begin_op AS TEXT), CAST(uiterlijk AS TEXT), "
        "CAST(ongerold AS TEXT), stand, bron, CAST(waarschuwing AS TEXT) FROM termijn WHERE dossier = $1 ORDER BY id";
    for (std::size_t i = 0; i < ids.size(); i += 10) {
        auto const [file, gemeente] = ids[i];
        auto const tasks_before = one.lines(tasks, 11, {file}), clocks_before = one.lines(clocks, 8, {file});
        one.scratch->write(db::Scope::of(gemeente), [&, file = file, gemeente = gemeente](db::Connection& c) {
            inburgeringstermijn::recompute(c, Access::systeem(gemeente), one.clock.now(), today, file);
        });
        EXPECT_EQ(one.lines(tasks, 11, {file}), tasks_before) << i;
        EXPECT_EQ(one.lines(clocks, 8, {file}), clocks_before) << i;
    }
}

TEST_P(demo_fill, people_are_found_by_their_names_as_indexed) {
    auto& one = filled(GetParam());
    struct Somebody {
        PersoonId id;
        GemeenteId gemeente;
        std::string naam, own;
    };
    auto const some = one.read([](db::Connection& c) {
        return c.list("SELECT id, gemeente, naam, eigen_schrift FROM persoon ORDER BY id", {}, [](db::Row const& r) {
            return Somebody{r.get<PersoonId>(0), r.get<GemeenteId>(1), r.get<std::string>(2),
                            r.get<std::optional<std::string>>(3).value_or("")};
        });
    });
    for (std::size_t i = 0; i < some.size(); i += 17) {
        auto const& who = some[i];
        for (auto const& typed : {who.naam, who.own}) {
            if (typed.empty()) continue;
            auto const found = one.scratch->read(db::Scope::of(who.gemeente), [&](db::Connection& c) {
                return zoeken::zoek(c, one.kluis, Access::systeem(who.gemeente), zoeken::lees(typed));
            });
            EXPECT_TRUE(std::ranges::any_of(found.lijst, [&](auto const& f) { return f.persoon == who.id; })) << typed;
        }
    }
}

TEST_P(demo_fill, case_numbers_have_no_gaps_and_the_next_one_follows) {
    auto& one = filled(GetParam());
    EXPECT_EQ(
        one.number(
            "SELECT COUNT(*) FROM nummerreeks r WHERE r.laatste <> (SELECT COUNT(*) FROM dossier d WHERE "
            "d.gemeente = r.gemeente AND d.nummer >= CAST(r.jaar AS TEXT) AND d.nummer < CAST(r.jaar + 1 AS TEXT))"),
        0);
    EXPECT_EQ(one.number("SELECT SUM(laatste) FROM nummerreeks"), 300);
    EXPECT_EQ(
        one.number(
            "SELECT COUNT(*) FROM nummerreeks r WHERE NOT EXISTS (SELECT 1 FROM dossier d WHERE d.gemeente = "
            "r.gemeente AND d.nummer = CAST(r.jaar AS TEXT) || '-' || SUBSTR(CAST(1000000 + r.laatste AS TEXT), 2))"),
        0);
}

TEST_P(demo_fill, every_bsn_is_a_test_bsn_and_found_by_its_index) {
    auto& one = filled(GetParam());
    int seen = 0;
    one.read([&](db::Connection& c) {
        c.each("SELECT bsn, bsn_index FROM persoon WHERE bsn IS NOT NULL", {}, [&](db::Row const& r) {
            auto const bsn = Bsn::parse(one.kluis.open(r.blob(0)));
            ASSERT_TRUE(bsn.has_value());
            EXPECT_TRUE(bsn->digits().starts_with("99999")) << "not a test BSN";
            EXPECT_EQ(one.kluis.blind(*bsn), r.blob(1));
            ++seen;
        });
    });
    EXPECT_GT(seen, 100);
    EXPECT_EQ(one.number("SELECT COUNT(*) FROM persoon WHERE bsn IS NULL AND bsn_index IS NOT NULL"), 0);
    EXPECT_GT(one.number("SELECT COUNT(*) FROM persoon WHERE bsn IS NULL"), 0) << "somebody has none yet";
}

TEST_P(demo_fill, both_municipalities_and_all_stages_and_groups_are_there) {
    auto& one = filled(GetParam());
    EXPECT_EQ(one.number("SELECT COUNT(*) FROM dossier WHERE gemeente = 1"), 240);
    EXPECT_EQ(one.number("SELECT COUNT(*) FROM dossier WHERE gemeente = 2"), 60);
    for (auto const* stage : {"instroom", "intake", "pip", "leerroute", "voldaan"})
        EXPECT_GT(one.number("SELECT COUNT(*) FROM dossier WHERE fase = $1", {stage}), 0) << stage;
    for (auto const* group : {"AS-a", "AS-b", "GM", "OM"})
        EXPECT_GT(one.number("SELECT COUNT(*) FROM doelgroep WHERE groep = $1", {group}), 0) << group;
    EXPECT_GT(one.number("SELECT COUNT(*) FROM dossier WHERE klantmanager IS NULL"), 0);
    EXPECT_GT(one.number("SELECT COUNT(*) FROM persoon WHERE geslachtsnaam IS NULL"), 0) << "a mononym";
    EXPECT_GT(one.number("SELECT COUNT(*) FROM coa_koppeling"), 50);
}

TEST_P(demo_fill, each_notified_file_has_its_notice_of_duo_and_a_second_delivery_does_nothing) {
    auto& one = filled(GetParam());
    EXPECT_EQ(one.number("SELECT COUNT(*) FROM duo_melding"), one.number("SELECT COUNT(*) FROM plicht"));
    EXPECT_EQ(
        one.number("SELECT COUNT(*) FROM plicht p WHERE NOT EXISTS (SELECT 1 FROM duo_melding m WHERE m.id = p.melding "
                   "AND m.persoon = p.persoon AND m.gemeente = p.gemeente AND m.stand = 'verwerkt')"),
        0);
    struct Kept {
        db::Blob content;
        GemeenteId gemeente;
    };
    auto const kept = one.read([](db::Connection& c) {
        return c.list("SELECT inhoud, gemeente FROM duo_melding ORDER BY id LIMIT 20", {},
                      [](db::Row const& r) { return Kept{r.blob(0), r.get<GemeenteId>(1)}; });
    });
    auto const rows = one.number("SELECT COUNT(*) FROM termijnfeit");
    for (auto const& k : kept) {
        auto const json = one.kluis.open(k.content);
        auto const notice = duo::lees(json);
        ASSERT_TRUE(notice.has_value()) << notice.error();
        auto const access = Access::systeem(k.gemeente);
        auto const outcome = one.scratch->write(db::Scope::of(k.gemeente), [&](db::Connection& c) {
            return duo::receive(c, {one.kluis, access, one.clock.now(), today}, *notice, json).uitkomst;
        });
        EXPECT_EQ(outcome, duo::Uitkomst::dubbel);
    }
    EXPECT_EQ(one.number("SELECT COUNT(*) FROM termijnfeit"), rows);
}

TEST_P(demo_fill, family_ties_of_people_who_are_here_go_both_ways) {
    auto& one = filled(GetParam());
    EXPECT_GT(one.number("SELECT COUNT(*) FROM gezinsband WHERE ander IS NOT NULL"), 100);
    EXPECT_GT(one.number("SELECT COUNT(*) FROM gezinsband WHERE ander IS NULL AND verblijf = 'nareis'"), 0);
    EXPECT_EQ(
        one.number(
            "SELECT COUNT(*) FROM gezinsband b WHERE b.ander IS NOT NULL AND NOT EXISTS (SELECT 1 FROM gezinsband t "
            "WHERE t.persoon = b.ander AND t.ander = b.persoon AND t.soort = CASE b.soort WHEN 'kind' THEN 'ouder' "
            "WHEN 'ouder' THEN 'kind' ELSE 'partner' END)"),
        0);
    // A child whose parents are both here has both.
    EXPECT_EQ(
        one.number(
            "SELECT COUNT(*) FROM gezinsband k JOIN gezinsband p ON p.persoon = k.persoon AND p.soort = 'partner' "
            "AND p.ander IS NOT NULL WHERE k.soort = 'kind' AND k.ander IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
            "gezinsband t WHERE t.persoon = p.ander AND t.ander = k.ander AND t.soort = 'kind')"),
        0);
}

TEST_P(demo_fill, nobody_has_two_appointments_at_once_or_at_the_weekend) {
    auto& one = filled(GetParam());
    EXPECT_GT(one.number("SELECT COUNT(*) FROM afspraak"), 10);
    EXPECT_EQ(one.number("SELECT COUNT(*) FROM afspraak a JOIN afspraak b ON b.gebruiker = a.gebruiker AND a.id < b.id "
                         "AND a.begint < b.eindigt AND b.begint < a.eindigt"),
              0);
    one.read([](db::Connection& c) {
        c.each("SELECT begint FROM afspraak", {}, [](db::Row const& r) {
            auto const local = platform::local_time(r.timestamp(0));
            std::chrono::weekday const day{local.day};
            EXPECT_TRUE(day != std::chrono::Saturday && day != std::chrono::Sunday);
            EXPECT_TRUE(local.hour >= 8 && local.hour < 17);
        });
    });
}

TEST_P(demo_fill, the_accounts_file_holds_accounts_that_can_log_in) {
    auto const file = std::filesystem::temp_directory_path() / ("accounts-" + std::to_string(db::new_id()) + ".json");
    Filled one{GetParam(), 10, 3, file.string()};
    std::stringstream text;
    text << std::ifstream{file}.rdbuf();
    std::filesystem::remove(file);
    auto const parsed = json::Value::parse(text.str());
    ASSERT_TRUE(parsed.has_value());
    auto const list = parsed->elements();
    ASSERT_EQ(list.size(), accounts(3).size());
    vertrouwen::Login login{*one.scratch, one.kluis, one.clock};
    vertrouwen::Store store{*one.scratch, one.kluis, one.clock};
    std::set<std::string> roles, municipalities;
    for (auto const& account : list) {
        auto const name = account.text("gebruikersnaam").value();
        roles.insert(account.text("rol").value());
        municipalities.insert(account.text("gemeente").value());
        auto const begun = login.with_password(name, account.text("wachtwoord").value(), {"127.0.0.1", "Firefox"});
        ASSERT_TRUE(begun.has_value()) << name;
        auto const secret = account.text("totp");
        EXPECT_EQ(begun->stap, secret ? vertrouwen::Stap::code : vertrouwen::Stap::klaar) << name;
        if (!secret) continue;
        auto const session = store.session(begun->token, 30, 10);
        ASSERT_TRUE(session.has_value());
        EXPECT_TRUE(
            login.with_code(*session, vertrouwen::totp_code(*secret, vertrouwen::totp_now()), {"127.0.0.1", "Firefox"})
                .has_value())
            << name;
    }
    EXPECT_EQ(roles, (std::set<std::string>{"regisseur", "klantmanager", "planner", "functioneel_beheerder",
                                            "privacy_officer"}));
    EXPECT_EQ(municipalities, (std::set<std::string>{"1948", "1991"}));
}

TEST(demo_cohort, children_bear_the_names_of_their_father_in_his_script) {
    int seen = 0;
    for (std::int64_t number = 0; number < 400; ++number) {
        auto const zaak = make_zaak(1, number, "1948", today);
        auto const& from = herkomst(zaak.afkomst);
        for (auto const& member : zaak.gezin) {
            if (member.soort != "kind") continue;
            auto const& father = zaak.mens.geslacht == 'M' ? zaak.mens : zaak.gezin.front().mens;
            if (father.geslachtsnaam.empty()) {
                EXPECT_EQ(member.mens.geslachtsnaam, "");
                continue;
            }
            auto const& name = from.vadersnaam ? father.vader : father.familie;
            EXPECT_EQ(member.mens.geslachtsnaam, name.latijn);
            EXPECT_TRUE(member.mens.eigen_schrift.ends_with(name.eigen));
            EXPECT_EQ(from.schrift_taal.empty(), name.eigen.empty());
            ++seen;
        }
    }
    EXPECT_GT(seen, 100);
}

TEST(demo_cohort, dates_of_a_file_stand_in_order_and_none_in_the_future) {
    for (std::int64_t number = 0; number < 1000; ++number) {
        auto const zaak = make_zaak(2, number, "1991", today);
        for (auto const& fact : zaak.feiten) {
            EXPECT_LE(fact.dag, today) << inburgeringstermijn::naam(fact.soort);
            EXPECT_TRUE(!fact.tot || fact.dag < *fact.tot);
        }
        for (auto const& event : zaak.voorvallen) EXPECT_LE(event.dag, today);
        EXPECT_TRUE(!zaak.eerste_pip || *zaak.kennisgeving_op < *zaak.eerste_pip) << number;
        EXPECT_TRUE(!zaak.voldaan_op || *zaak.eerste_pip < *zaak.voldaan_op) << number;
        EXPECT_TRUE(!zaak.gekoppeld_op || *zaak.aangekomen_op < *zaak.gekoppeld_op) << number;
    }
}
}
}
