#include "tests/support/database.h"
#include "vertrouwen/store.h"

#include <gtest/gtest.h>
#include <thread>

using namespace vertrouwen;
using testing_support::cast;
using testing_support::ScratchDatabase;
BOTH_ENGINES(Keten);

namespace {
struct Chains {
    ScratchDatabase database;
    platform::Clock clock{Date{2026y / 11 / 25}};
    explicit Chains(std::string const& engine) : database{engine} { testing_support::seed_cast(*database); }

    void change(GemeenteId gemeente, int times) {
        for (int i = 0; i < times; ++i)
            database->write(db::Scope::of(gemeente), [&](db::Connection& c) {
                audit(c, Access::systeem(gemeente, GebruikerId{1000}), clock.now(), "gewijzigd", "proef", i,
                      R"({"nummer":1})");
            });
    }
    void read(GemeenteId gemeente, int times) {
        Leeslog log{*database, clock};
        std::vector<Lezing> all;
        for (int i = 0; i < times; ++i)
            all.push_back({gemeente, GebruikerId{1000}, PersoonId{i + 1}, std::nullopt, Doel::inburgering, "zoeken",
                           "gezien", "127.0.0.1"});
        log.write(std::move(all));
    }
    void sql(std::string_view text) {
        database->write(db::Scope::system(), [&](db::Connection& c) { c.exec(text); });
    }
    std::string findings(std::optional<GemeenteId> only = {}) {
        std::string all;
        for (auto const& b : verify_audit(*database, only).bevindingen)
            all += fmt::format("{}/{}/{}: {}\n", b.gemeente.value, b.keten, b.volgnummer, b.wat);
        return all;
    }
};
}

TEST_P(Keten, untouched_chains_hold) {
    Chains t{GetParam()};
    EXPECT_EQ(verify_audit(*t.database).regels, 0);
    t.change(cast().meierijstad, 5);
    t.change(cast().maashorst, 3);
    t.read(cast().meierijstad, 4);
    auto const result = verify_audit(*t.database);
    EXPECT_TRUE(result.bevindingen.empty()) << t.findings();
    EXPECT_EQ(result.regels, 12);
    EXPECT_EQ(verify_audit(*t.database, cast().maashorst).regels, 3);
}

TEST_P(Keten, a_chain_begins_by_itself) {
    Chains t{GetParam()};
    t.sql("DELETE FROM keten");
    t.change(cast().meierijstad, 1);
    t.read(cast().meierijstad, 1);
    EXPECT_EQ(t.findings(), "");
}

TEST_P(Keten, a_changed_row_is_found) {
    Chains t{GetParam()};
    t.change(cast().meierijstad, 5);
    t.sql("CREATE TABLE kopie AS SELECT * FROM audit");
    for (std::string const column :
         {"gebruiker = gebruiker + 1", "handeling = 'niets'", "soort = 'anders'", "voorwerp = 99",
          "gegevens = '{\"nummer\":2}'", "hash = (SELECT hash FROM kopie WHERE volgnummer = 1)"}) {
        t.sql("UPDATE audit SET " + column + " WHERE volgnummer = 3");
        EXPECT_TRUE(t.findings().starts_with("1/audit/3: regel is veranderd")) << column << ": " << t.findings();
        t.sql("DELETE FROM audit");
        t.sql("INSERT INTO audit SELECT * FROM kopie");
        EXPECT_EQ(t.findings(), "");
    }
    t.read(cast().meierijstad, 5);
    t.sql("UPDATE leeslog SET persoon = 77 WHERE volgnummer = 2");
    EXPECT_TRUE(t.findings().starts_with("1/leeslog/2: regel is veranderd")) << t.findings();
}

TEST_P(Keten, a_person_taken_out_is_found) {
    Chains t{GetParam()};
    t.read(cast().meierijstad, 3);
    t.sql("UPDATE leeslog SET persoon = NULL WHERE volgnummer = 2");
    EXPECT_TRUE(t.findings().starts_with("1/leeslog/2: regel is veranderd")) << t.findings();
}

TEST_P(Keten, a_deleted_row_is_found) {
    Chains t{GetParam()};
    t.change(cast().meierijstad, 5);
    t.sql("DELETE FROM audit WHERE volgnummer = 3");
    EXPECT_EQ(t.findings(), "1/audit/3: regel ontbreekt\n");
    t.sql("DELETE FROM audit WHERE volgnummer = 2");
    EXPECT_EQ(t.findings(), "1/audit/2: regels 2 tot en met 3 ontbreken\n");
}

TEST_P(Keten, a_cut_off_tail_is_found) {
    Chains t{GetParam()};
    t.change(cast().meierijstad, 5);
    t.sql("DELETE FROM audit WHERE volgnummer > 3");
    EXPECT_EQ(t.findings(), "1/audit/4: het einde is afgeknipt: regel 4 tot en met 5 ontbreken\n");
}

TEST_P(Keten, an_emptied_table_is_found) {
    Chains t{GetParam()};
    t.change(cast().meierijstad, 2);
    t.sql("DELETE FROM audit");
    EXPECT_EQ(t.findings(), "1/audit/1: het einde is afgeknipt: regel 1 tot en met 2 ontbreken\n");
}

TEST_P(Keten, a_row_put_behind_the_end_is_found) {
    Chains t{GetParam()};
    t.change(cast().meierijstad, 2);
    t.sql("INSERT INTO audit SELECT gemeente, 3, tijdstip, gebruiker, handeling, soort, voorwerp, gegevens, hash FROM "
          "audit WHERE volgnummer = 2");
    EXPECT_EQ(t.findings(), "1/audit/3: regel na het einde van de keten\n");
}

TEST_P(Keten, reordered_rows_are_found) {
    Chains t{GetParam()};
    t.change(cast().meierijstad, 4);
    t.sql("UPDATE audit SET volgnummer = 100 WHERE volgnummer = 2");
    t.sql("UPDATE audit SET volgnummer = 2 WHERE volgnummer = 3");
    t.sql("UPDATE audit SET volgnummer = 3 WHERE volgnummer = 100");
    EXPECT_TRUE(t.findings().starts_with("1/audit/2: regel is veranderd")) << t.findings();
}

TEST_P(Keten, a_row_of_another_municipality_does_not_fit_here) {
    Chains t{GetParam()};
    t.change(cast().meierijstad, 1);
    t.change(cast().maashorst, 1);
    t.sql("DELETE FROM audit WHERE gemeente = 2");
    t.sql("INSERT INTO audit SELECT 2, volgnummer, tijdstip, gebruiker, handeling, soort, voorwerp, gegevens, hash "
          "FROM audit WHERE gemeente = 1");
    EXPECT_TRUE(t.findings().starts_with("2/audit/1: regel is veranderd")) << t.findings();
    EXPECT_EQ(t.findings(cast().meierijstad), "");
}

TEST_P(Keten, a_missing_head_is_found) {
    Chains t{GetParam()};
    t.change(cast().meierijstad, 2);
    t.sql("DELETE FROM keten WHERE gemeente = 1 AND naam = 'audit'");
    EXPECT_EQ(t.findings(), "1/audit/0: het hoofd van de keten is weg\n");
    Chains other{GetParam()};
    other.change(cast().meierijstad, 2);
    other.sql(
        "UPDATE keten SET hash = (SELECT hash FROM audit WHERE volgnummer = 1) WHERE gemeente = 1 AND naam = 'audit'");
    EXPECT_EQ(other.findings(), "1/audit/2: de laatste regel past niet op het hoofd van de keten\n");
}

TEST_P(Keten, what_is_rolled_back_leaves_no_gap) {
    Chains t{GetParam()};
    t.change(cast().meierijstad, 1);
    EXPECT_THROW(t.database->write(db::Scope::of(cast().meierijstad),
                                   [&](db::Connection& c) {
                                       audit(c, Access::systeem(cast().meierijstad), t.clock.now(), "gewijzigd",
                                             "proef", 2, "{}");
                                       throw Bug{"halverwege"};
                                   }),
                 Bug);
    t.change(cast().meierijstad, 1);
    EXPECT_EQ(t.findings(), "");
    EXPECT_EQ(verify_audit(*t.database).regels, 2);
}

TEST_P(Keten, many_writers_at_once_make_one_chain) {
    Chains t{GetParam()};
    std::vector<std::thread> writers;
    for (int i = 0; i < 4; ++i) writers.emplace_back([&] { t.change(cast().meierijstad, 10); });
    for (auto& w : writers) w.join();
    EXPECT_EQ(t.findings(), "");
    EXPECT_EQ(verify_audit(*t.database).regels, 40);
}

TEST_P(Keten, readings_of_many_threads_are_on_disk_when_write_returns) {
    Chains t{GetParam()};
    Leeslog log{*t.database, t.clock};
    std::atomic<int> missing{};
    std::vector<std::thread> readers;
    for (int i = 0; i < 6; ++i)
        readers.emplace_back([&, i] {
            for (int j = 0; j < 10; ++j) {
                PersoonId const person{i * 100 + j + 1};
                auto const gemeente = i % 2 ? cast().meierijstad : cast().maashorst;
                log.write({{gemeente, GebruikerId{1000}, person, DossierId{5}, Doel::planning, "dossier", "geweigerd",
                            "10.0.0.1"}});
                auto const found = t.database->read(db::Scope::system(), [&](db::Connection& c) {
                    return c.value<std::int64_t>("SELECT COUNT(*) FROM leeslog WHERE persoon = $1", {person})
                        .value_or(0);
                });
                if (found != 1) ++missing;
            }
        });
    for (auto& r : readers) r.join();
    EXPECT_EQ(missing, 0);
    EXPECT_EQ(t.findings(), "");
    EXPECT_EQ(verify_audit(*t.database).regels, 60);
}

TEST_P(Keten, a_list_seen_again_within_the_hour_is_one_line) {
    Chains t{GetParam()};
    Leeslog log{*t.database, t.clock};
    Lezing const seen{cast().meierijstad, GebruikerId{1000}, PersoonId{1}, DossierId{5},
                      Doel::planning,     "mijn-werk",       "gezien",     "10.0.0.1"};
    auto const also = [&](auto change) {
        Lezing other = seen;
        change(other);
        log.write_shown({seen, other});
        return verify_audit(*t.database).regels;
    };
    log.write_shown({seen});
    log.write_shown({seen});
    EXPECT_EQ(verify_audit(*t.database).regels, 1);
    EXPECT_EQ(also([](Lezing& l) { l.gebruiker = GebruikerId{1001}; }), 2) << "another user";
    EXPECT_EQ(also([](Lezing& l) { l.persoon = PersoonId{2}; }), 3) << "another person";
    EXPECT_EQ(also([](Lezing& l) { l.handeling = "zoeken"; }), 4) << "another list";
    EXPECT_EQ(also([](Lezing& l) { l.herkomst = "10.0.0.2"; }), 5) << "another address";
    EXPECT_EQ(also([](Lezing& l) { l.doel = Doel::inburgering; }), 6) << "another purpose";
    log.write({seen});
    EXPECT_EQ(verify_audit(*t.database).regels, 7) << "a file that is opened is always written";
    EXPECT_EQ(t.findings(), "");
}

TEST_P(Keten, a_list_that_could_not_be_written_is_tried_again) {
    Chains t{GetParam()};
    Leeslog log{*t.database, t.clock};
    Lezing const nowhere{GemeenteId{404}, GebruikerId{1000}, PersoonId{1}, std::nullopt,
                         Doel::planning,  "zoeken",          "gezien",     "10.0.0.1"};
    EXPECT_THROW(log.write_shown({nowhere}), db::Error);
    EXPECT_THROW(log.write_shown({nowhere}), db::Error);
}

TEST_P(Keten, a_reading_that_cannot_be_written_stops_the_reader) {
    Chains t{GetParam()};
    Leeslog log{*t.database, t.clock};
    Lezing const nowhere{GemeenteId{404}, GebruikerId{1000}, PersoonId{1}, std::nullopt,
                         Doel::planning,  "dossier",         "gezien",     "10.0.0.1"};
    EXPECT_THROW(log.write({nowhere}), db::Error);
    auto here = nowhere;
    here.gemeente = cast().meierijstad;
    EXPECT_NO_THROW(log.write({here})) << "the next batch is another one";
    EXPECT_NO_THROW(log.write({}));
}
