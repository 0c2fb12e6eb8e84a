#include "platform/db/migrate.h"
#include "tests/support/database.h"

#include <gtest/gtest.h>

#include <future>

/// What only PostgreSQL has: municipalities kept apart by the server, writers that collide, connections that get lost.
using db::Connection;
using db::Scope;
using testing_support::ScratchDatabase;

namespace {

auto const meierijstad = Scope::of(GemeenteId{1}), maashorst = Scope::of(GemeenteId{2});

class Postgresql : public ::testing::Test {
protected:
    void SetUp() override {
        if (testing_support::engines().size() < 2) GTEST_SKIP() << "no PostgreSQL (MEEDOEN_TEST_PG)";
        database.emplace("postgresql");
        testing_support::seed_cast(**database);
    }
    db::Database& d() { return **database; }
    std::optional<ScratchDatabase> database;
};

void add_filter(Connection& c, int id, int gemeente) {
    c.exec("INSERT INTO bewaard_filter (id, gemeente, gebruiker, naam, adres) VALUES ($1, $2, $3, $4, '')",
           {id, gemeente, testing_support::user_of(gemeente, "regisseur"), std::to_string(id)});
}

std::int64_t filters(Connection& c) { return c.value<std::int64_t>("SELECT count(*) FROM bewaard_filter").value(); }

std::string state_of(std::function<void()> const& work) {
    try {
        work();
    } catch (db::Error const& e) { return e.sqlstate; }
    return "";
}

}

TEST_F(Postgresql, a_municipality_does_not_see_the_rows_of_another) {
    d().write(meierijstad, [](Connection& c) { add_filter(c, 1, 1); });
    d().write(maashorst, [](Connection& c) { add_filter(c, 2, 2), add_filter(c, 3, 2); });
    EXPECT_EQ(d().read(meierijstad, filters), 1);
    EXPECT_EQ(d().read(maashorst, filters), 2);
    EXPECT_EQ(d().read(Scope::system(), filters), 3);
    EXPECT_EQ(d().read(Scope::of(GemeenteId{3}), filters), 0);
    EXPECT_EQ(d().write(meierijstad, [](Connection& c) { return c.exec("UPDATE bewaard_filter SET adres = 'x'"); }), 1);
    EXPECT_EQ(d().write(meierijstad, [](Connection& c) { return c.exec("DELETE FROM bewaard_filter"); }), 1);
    EXPECT_EQ(d().read(Scope::system(), filters), 2);
}

TEST_F(Postgresql, a_municipality_cannot_write_for_another) {
    EXPECT_EQ(state_of([&] { d().write(meierijstad, [](Connection& c) { add_filter(c, 1, 2); }); }), "42501");
    EXPECT_EQ(state_of([&] {
                  d().write(meierijstad, [](Connection& c) {
                      bool more = true;
                      c.insert_many("bewaard_filter", {"id", "gemeente", "gebruiker", "naam", "adres"},
                                    [&](db::Params& row) {
                                        row = {1, 2, testing_support::user_of(2, "regisseur"), "x", ""};
                                        return std::exchange(more, false);
                                    });
                  });
              }),
              "42501");
    d().write(meierijstad, [](Connection& c) { add_filter(c, 1, 1); });
    EXPECT_EQ(state_of([&] {
                  d().write(meierijstad, [](Connection& c) { c.exec("UPDATE bewaard_filter SET gemeente = 2"); });
              }),
              "42501");
}

TEST_F(Postgresql, who_says_no_municipality_sees_nothing) {
    d().write(maashorst, [](Connection& c) { add_filter(c, 1, 2); });
    d().write(Scope::system(), [](Connection& c) {
        c.exec("SELECT set_config('meedoen.gemeente', '', true)");
        EXPECT_EQ(filters(c), 0);
    });
    EXPECT_EQ(d().read(maashorst, filters), 1);
}

/// A new table with a column `gemeente` gets its `-- rls` line, or a place in this list with a reason: these are read
/// at log-in, before a municipality is known, or only by the program itself.
TEST_F(Postgresql, every_table_of_a_municipality_is_kept_apart) {
    auto const open = d().read(Scope::system(), [](Connection& c) {
        return c.list("SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND "
                      "a.attname = 'gemeente' WHERE c.relkind = 'r' AND NOT (c.relrowsecurity AND "
                      "c.relforcerowsecurity) AND c.relnamespace = 'public'::regnamespace ORDER BY 1",
                      {}, [](db::Row const& r) { return r.get<std::string>(0); });
    });
    EXPECT_EQ(open, (std::vector<std::string>{"agenda_feed", "gebruiker", "job", "keten", "nummerreeks", "team"}));
}

TEST_F(Postgresql, a_real_serialisation_failure_is_tried_again) {
    d().write(meierijstad, [](Connection& c) { add_filter(c, 1, 1); });
    int runs = 0;
    d().write(Scope::system(), [&](Connection& c) {
        c.exec("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        EXPECT_EQ(filters(c), 1);
        if (++runs == 1)
            std::async(std::launch::async, [&] {
                d().write(Scope::system(),
                          [](Connection& other) { other.exec("UPDATE bewaard_filter SET adres = 'a'"); });
            }).get();
        c.exec("UPDATE bewaard_filter SET adres = adres || 'b'");
    });
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(d().read(Scope::system(),
                       [](Connection& c) { return c.value<std::string>("SELECT adres FROM bewaard_filter"); }),
              "ab");
}

TEST_F(Postgresql, a_lost_connection_is_opened_again) {
    auto const pid = [](Connection& c) { return c.value<std::int64_t>("SELECT pg_backend_pid()").value(); };
    auto const killer = db::Database::open(database->url());
    auto const kill = [&](std::int64_t victim) {
        auto const gone = killer->read(Scope::system(), [&](Connection& c) {
            return c.value<bool>("SELECT pg_terminate_backend(CAST($1 AS INTEGER), 10000)", {victim});
        });
        EXPECT_EQ(gone, true);
    };
    auto const reader = d().read(meierijstad, pid);
    kill(reader);
    EXPECT_NE(d().read(meierijstad, pid), reader);
    auto const writer = d().write(meierijstad, pid);
    kill(writer);
    EXPECT_NE(d().write(meierijstad, pid), writer);

    int runs = 0;
    EXPECT_EQ(d().read(meierijstad,
                       [&](Connection& c) {
                           if (++runs == 1) kill(pid(c));
                           return filters(c);
                       }),
              0)
        << "a read is tried again";
    EXPECT_EQ(runs, 2);
    runs = 0;
    EXPECT_EQ(state_of([&] {
                  d().write(meierijstad, [&](Connection& c) {
                      ++runs;
                      add_filter(c, 1, 1);
                      kill(pid(c));
                      filters(c);
                  });
              }),
              "08006")
        << "a write is not: that is for the user to decide";
    EXPECT_EQ(runs, 1);
    EXPECT_EQ(d().read(meierijstad, filters), 0);
}

TEST_F(Postgresql, a_parameter_that_is_sometimes_null_needs_one_prepared_statement) {
    d().read(Scope::system(), [](Connection& c) {
        auto const sql = "SELECT count(*) FROM bewaard_filter WHERE naam = $1 OR id = $2 OR gemeente = $3";
        std::optional<std::string> name;
        for (int i = 0; i < 8; ++i) {
            name = i % 2 == 0 ? std::nullopt : std::optional{std::string{"x"}};
            std::optional<int> const id = i % 4 < 2 ? std::nullopt : std::optional{i};
            EXPECT_EQ(c.value<int>(sql, {name, id, std::nullopt}), 0);
        }
        EXPECT_EQ(c.value<int>("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%OR gemeente =%' "
                               "AND statement NOT LIKE '%pg_prepared%'"),
                  1);
    });
}
