#include "platform/db/migrate.h"
#include "tests/support/database.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <sstream>

using db::Connection;
using db::Migration;
using db::Scope;
using testing_support::ScratchDatabase;

namespace {

/// What the program has, and then this.
std::vector<Migration> with(std::vector<Migration> const& more) {
    auto all = db::migrations();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::int64_t rows(db::Database& d, std::string_view table) {
    return d.read(Scope::system(), [&](Connection& c) {
        return c.value<std::int64_t>(fmt::format("SELECT count(*) FROM {}", table)).value();
    });
}

constexpr Migration proef{"9001_proef", "CREATE TABLE proef (id {id} PRIMARY KEY, aan {bool} DEFAULT {true});"};
constexpr Migration tweede{"9002_tweede", "INSERT INTO proef (id) VALUES (1);\nINSERT INTO proef (id) VALUES (2);"};

}

BOTH_ENGINES(Migrate);

TEST_P(Migrate, is_complete_and_may_be_repeated) {
    ScratchDatabase d{GetParam()};
    EXPECT_TRUE(db::pending(*d).empty());
    auto const outcome = db::migrate(*d);
    EXPECT_TRUE(outcome.applied.empty());
    EXPECT_EQ(outcome.refusal, "");
}

TEST_P(Migrate, goes_forward_in_order_and_once) {
    ScratchDatabase d{GetParam()};
    EXPECT_EQ(db::migrate(*d, with({proef, tweede})).applied, (std::vector<std::string>{"9001_proef", "9002_tweede"}));
    EXPECT_TRUE(db::migrate(*d, with({proef, tweede})).applied.empty());
    EXPECT_EQ(rows(*d, "proef"), 2);
}

TEST_P(Migrate, refuses_a_migration_that_was_changed_afterwards) {
    ScratchDatabase d{GetParam()};
    db::migrate(*d, with({proef}));
    Migration const changed{"9001_proef", "CREATE TABLE anders (id {id} PRIMARY KEY);"};
    auto const outcome = db::migrate(*d, with({changed, tweede}));
    EXPECT_NE(outcome.refusal.find("9001_proef"), std::string::npos);
    EXPECT_TRUE(outcome.applied.empty());
    EXPECT_EQ(rows(*d, "proef"), 0) << "nothing changed";
}

TEST_P(Migrate, refuses_a_database_that_is_ahead) {
    ScratchDatabase d{GetParam()};
    db::migrate(*d, with({proef}));
    auto const outcome = db::migrate(*d);
    EXPECT_NE(outcome.refusal.find("9001_proef"), std::string::npos);
}

TEST_P(Migrate, refuses_a_gap) {
    ScratchDatabase d{GetParam()};
    db::migrate(*d, with({proef}));
    Migration const between{"9000_te_laat", "CREATE TABLE te_laat (id {id} PRIMARY KEY);"};
    EXPECT_NE(db::migrate(*d, with({between, proef})).refusal, "");
}

TEST_P(Migrate, half_a_migration_is_rolled_back) {
    ScratchDatabase d{GetParam()};
    Migration const broken{"9002_stuk", "INSERT INTO proef (id) VALUES (1);\nINSERT INTO proef (id) VALUES (1);"};
    EXPECT_THROW(db::migrate(*d, with({proef, broken})), db::Error);
    EXPECT_EQ(rows(*d, "proef"), 0);
    EXPECT_EQ(db::migrate(*d, with({proef, tweede})).applied, (std::vector<std::string>{"9002_tweede"}));
}

TEST_P(Migrate, two_servers_that_start_together_take_turns) {
    ScratchDatabase d{GetParam()};
    auto const other = db::Database::open(d.url());
    auto const list = with({proef, tweede});
    auto a = std::async(std::launch::async, [&] { return db::migrate(*d, list); });
    auto b = std::async(std::launch::async, [&] { return db::migrate(*other, list); });
    auto const first = a.get(), second = b.get();
    EXPECT_EQ(first.refusal + second.refusal, "");
    EXPECT_EQ(first.applied.size() + second.applied.size(), 2U);
    EXPECT_EQ(rows(*d, "proef"), 2);
}

TEST(Dialect, every_sqlite_table_is_strict) {
    auto const sql = "-- it's; a comment\nCREATE TABLE a (x {text} DEFAULT ';', -- and; another\n y {date});\n"
                     "CREATE INDEX i ON a (x);\nCREATE TABLE b (z {blob});\n";
    EXPECT_EQ(db::in_dialect(sql, false),
              "-- it's; a comment\nCREATE TABLE a (x TEXT DEFAULT ';', -- and; another\n y TEXT) STRICT;\n"
              "CREATE INDEX i ON a (x);\nCREATE TABLE b (z BLOB) STRICT;\n");
}

TEST(Dialect, an_unknown_word_is_a_bug) { EXPECT_THROW(db::in_dialect("CREATE TABLE a (x {getal});", true), Bug); }

/// migrations/schema.sql is there for reading; with MEEDOEN_WRITE_SCHEMA (set by tools/schema) it is made anew.
TEST(Schema, file_is_what_the_migrations_make) {
    auto const file = std::filesystem::path{__FILE__}.parent_path() / "../../../migrations/schema.sql";
    ScratchDatabase d{"sqlite"};
    auto const made = db::schema_text(*d);
    if (std::getenv("MEEDOEN_WRITE_SCHEMA")) std::ofstream{file} << made;
    std::stringstream kept;
    kept << std::ifstream{file}.rdbuf();
    EXPECT_TRUE(kept.str() == made) << "migrations/schema.sql is out of date: run tools/schema";
}
