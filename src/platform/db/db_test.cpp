#include "platform/db/migrate.h"
#include "tests/support/database.h"

#include <gtest/gtest.h>

#include <future>
#include <set>

using db::Blob;
using db::Connection;
using db::Row;
using db::Scope;
using testing_support::ScratchDatabase;

namespace {

void make_table(db::Database& d) {
    d.write(Scope::system(), [](Connection& c) {
        c.script(db::in_dialect("CREATE TABLE ouder (id {id} PRIMARY KEY, naam {text} UNIQUE);\n"
                                "CREATE TABLE proef (id {id} PRIMARY KEY, ouder {id} REFERENCES ouder (id), t {text}, "
                                "b {blob}, d {date}, m {timestamp}, j {bool}, n {id} CHECK (n > 0), "
                                "vast {text} NOT NULL DEFAULT 'x');\n",
                                c.is_postgresql()));
    });
}

/// The SQLSTATE that this write fails with, or "" when it does not.
std::string state_of(db::Database& d, std::string_view sql, db::Params const& params = {}) {
    try {
        d.write(Scope::system(), [&](Connection& c) { c.exec(sql, params); });
    } catch (db::Error const& e) { return e.sqlstate; }
    return {};
}

template <class T> std::optional<T> ask(db::Database& d, std::string_view sql, db::Params const& params = {}) {
    return d.read(Scope::system(), [&](Connection& c) { return c.value<T>(sql, params); });
}

std::int64_t rows_in(db::Database& d, std::string_view table) {
    return ask<std::int64_t>(d, fmt::format("SELECT count(*) FROM {}", table)).value();
}

}

BOTH_ENGINES(Database);

TEST_P(Database, keeps_every_type_as_it_was) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    Blob const bytes{std::string{"\0\x01\xff\0", 4}};
    std::string const text = "Ünïcode ገብረ محمد 😀 ' \" \\ %";
    Timestamp const moment{1795582736123456};
    constexpr Date day{2028y / 2 / 29};
    d->write(Scope::system(), [&](Connection& c) {
        c.exec("INSERT INTO proef (id, t, b, d, m, j, n) VALUES ($1, $2, $3, $4, $5, $6, $7)",
               {INT64_MAX, text, bytes, day, moment, true, Money::cents(123)});
        c.exec("INSERT INTO proef (id, t, b, d, m, j, n) VALUES ($1, $2, $3, $4, $5, $6, $7)",
               {std::int64_t{-1}, "", Blob{}, Date{1899y / 12 / 31}, Timestamp{-1}, false, 1});
    });
    d->read(Scope::system(), [&](Connection& c) {
        auto const sql = "SELECT id, t, b, d, m, j, n FROM proef WHERE d = $1 AND m = $2 AND j = $3 AND b = $4";
        EXPECT_TRUE(c.one(sql, {day, moment, true, bytes}, [&](Row const& r) {
            EXPECT_EQ(r.integer(0), INT64_MAX);
            EXPECT_EQ(r.text(1), text);
            EXPECT_EQ(r.blob(2), bytes);
            EXPECT_EQ(r.date(3), day);
            EXPECT_EQ(r.timestamp(4), moment);
            EXPECT_TRUE(r.boolean(5));
            EXPECT_EQ(r.get<Money>(6), Money::cents(123));
            return 0;
        }));
        EXPECT_TRUE(c.one(sql, {Date{1899y / 12 / 31}, Timestamp{-1}, false, Blob{}}, [&](Row const& r) {
            EXPECT_EQ(r.get<PersoonId>(0), PersoonId{-1});
            EXPECT_EQ(r.get<std::string>(1), "");
            EXPECT_EQ(r.blob(2), Blob{});
            EXPECT_EQ(r.get<bool>(5), false);
            return 0;
        }));
    });
}

TEST_P(Database, keeps_nothing_as_nothing) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    auto const insert = "INSERT INTO proef (id, t, b, d, m, j, n) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    d->write(Scope::system(), [&](Connection& c) {
        std::optional<std::string> const no_text;
        std::optional<Date> const no_day;
        // The same statement text with and without values, in both orders.
        c.exec(insert, {1, no_text, std::nullopt, no_day, std::nullopt, std::nullopt, std::nullopt});
        c.exec(insert, {2, "x", Blob{"x"}, Date{}, Timestamp{}, true, 5});
        c.exec(insert, {3, no_text, Blob{"x"}, no_day, Timestamp{}, std::nullopt, 5});
    });
    d->read(Scope::system(), [](Connection& c) {
        c.each("SELECT t, b, d, m, j, n FROM proef WHERE id = $1", {1}, [](Row const& r) {
            for (int i = 0; i < 6; ++i) EXPECT_TRUE(r.is_null(i));
            EXPECT_EQ(r.get<std::optional<std::string>>(0), std::nullopt);
            EXPECT_EQ(r.get<std::optional<Date>>(2), std::nullopt);
            EXPECT_THROW(r.text(0), Bug);
            EXPECT_THROW(r.blob(1), Bug);
            EXPECT_THROW(r.date(2), Bug);
            EXPECT_THROW(r.timestamp(3), Bug);
            EXPECT_THROW(r.boolean(4), Bug);
            EXPECT_THROW(r.integer(5), Bug);
        });
    });
    EXPECT_EQ(ask<int>(*d, "SELECT id FROM proef WHERE t IS NOT DISTINCT FROM $1 AND n = $2", {std::nullopt, 5}), 3);
    EXPECT_EQ(ask<int>(*d, "SELECT id FROM proef WHERE t IS NOT DISTINCT FROM $1 AND n = $2", {"x", 5}), 2);
}

TEST_P(Database, partial_dates_are_text) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    auto const born = PartialDate::parse("1990-00-00").value();
    d->write(Scope::system(), [&](Connection& c) { c.exec("INSERT INTO proef (id, t) VALUES ($1, $2)", {1, born}); });
    EXPECT_EQ(ask<PartialDate>(*d, "SELECT t FROM proef"), born);
}

TEST_P(Database, a_column_of_another_type_is_a_bug) {
    ScratchDatabase d{GetParam()};
    d->read(Scope::system(), [](Connection& c) {
        c.each("SELECT 'x', 1", {}, [](Row const& r) {
            EXPECT_THROW(r.integer(0), Bug);
            EXPECT_THROW(r.blob(0), Bug);
            EXPECT_THROW(r.text(1), Bug);
            EXPECT_THROW(r.blob(1), Bug);
            EXPECT_THROW(r.text(2), Bug);
        });
    });
}

TEST_P(Database, sums_and_counts_are_whole_numbers) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    d->write(Scope::system(), [](Connection& c) {
        for (auto const n : {std::int64_t{1}, std::int64_t{99990000}, std::int64_t{4000000000000000000}})
            c.exec("INSERT INTO proef (id, n) VALUES ($1, $2)", {n, n});
    });
    EXPECT_EQ(ask<std::int64_t>(*d, "SELECT sum(n) FROM proef"), 4000000000099990001);
    EXPECT_EQ(ask<std::int64_t>(*d, "SELECT -sum(n) FROM proef WHERE n < 5"), -1);
    EXPECT_EQ(ask<std::int64_t>(*d, "SELECT sum(n) FROM proef WHERE n = 99990000"), 99990000);
    EXPECT_EQ(ask<std::int64_t>(*d, "SELECT count(*) FROM proef"), 3);
    auto const none = ask<std::optional<std::int64_t>>(*d, "SELECT sum(n) FROM proef WHERE n = 7");
    ASSERT_TRUE(none.has_value());
    EXPECT_FALSE(none->has_value());
}

TEST_P(Database, errors_have_the_same_sqlstate) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    EXPECT_EQ(state_of(*d, "INSERT INTO ouder (id, naam) VALUES (1, 'a')"), "");
    EXPECT_EQ(state_of(*d, "INSERT INTO ouder (id, naam) VALUES (1, 'b')"), "23505");
    EXPECT_EQ(state_of(*d, "INSERT INTO ouder (id, naam) VALUES (2, 'a')"), "23505");
    EXPECT_EQ(state_of(*d, "INSERT INTO proef (id, ouder) VALUES (1, 9)"), "23503");
    EXPECT_EQ(state_of(*d, "INSERT INTO proef (id, n) VALUES (1, 0)"), "23514");
    EXPECT_EQ(state_of(*d, "INSERT INTO proef (id, vast) VALUES (1, $1)", {std::nullopt}), "23502");
    EXPECT_EQ(state_of(*d, "INSERT INTO proef (id, n) VALUES (1, $1)", {"tekst"}), "42804");
    EXPECT_EQ(state_of(*d, "INSERT INTO proef (id, t) VALUES (1, $1)", {std::string{"a\0b", 3}}), "22021");
    EXPECT_EQ(state_of(*d, "INSERT INTO proef (id, t) VALUES (1, $1)", {"\xc0\xaf"}), "22021");
    EXPECT_TRUE(state_of(*d, "INSERT INTO bestaat_niet (id) VALUES (1)").starts_with("42"));
    EXPECT_TRUE(state_of(*d, "INSERT INTO proef (id, t) VALUES (1, \"x\")").starts_with("42")) << "no quoted texts";
    EXPECT_EQ(rows_in(*d, "proef"), 0);
}

TEST_P(Database, an_error_does_not_repeat_what_was_in_the_row) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    auto const insert = "INSERT INTO ouder (id, naam) VALUES ($1, $2)";
    d->write(Scope::system(), [&](Connection& c) { c.exec(insert, {1, "geheime naam"}); });
    try {
        d->write(Scope::system(), [&](Connection& c) { c.exec(insert, {2, "geheime naam"}); });
        FAIL();
    } catch (db::Error const& e) { EXPECT_EQ(std::string{e.what()}.find("geheime"), std::string::npos) << e.what(); }
}

TEST_P(Database, a_write_that_throws_leaves_nothing) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    EXPECT_THROW(d->write(Scope::system(),
                          [](Connection& c) {
                              c.exec("INSERT INTO ouder (id) VALUES (1)");
                              throw std::runtime_error{"halfway"};
                          }),
                 std::runtime_error);
    EXPECT_EQ(rows_in(*d, "ouder"), 0);
    EXPECT_EQ(state_of(*d, "INSERT INTO ouder (id) VALUES (1)"), "") << "and the connection is fit for use";
}

TEST_P(Database, a_caught_error_does_not_commit_half_the_work) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    EXPECT_THROW(d->write(Scope::system(),
                          [](Connection& c) {
                              c.exec("INSERT INTO ouder (id) VALUES (1)");
                              EXPECT_THROW(c.exec("INSERT INTO ouder (id) VALUES (1)"), db::Error);
                              EXPECT_THROW(c.exec("INSERT INTO ouder (id) VALUES (2)"), db::Error);
                          }),
                 db::Error);
    EXPECT_EQ(rows_in(*d, "ouder"), 0);
}

TEST_P(Database, misuse_is_a_bug) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    auto const nothing = [](Connection&) {};
    EXPECT_THROW(d->read(Scope::system(), [](Connection& c) { c.exec("INSERT INTO ouder (id) VALUES (1)"); }), Bug);
    EXPECT_THROW(d->write(Scope::system(), [&](Connection&) { d->write(Scope::system(), nothing); }), Bug);
    EXPECT_THROW(d->write(Scope::system(), [&](Connection&) { d->read(Scope::system(), nothing); }), Bug);
    EXPECT_THROW(d->read(Scope::system(), [&](Connection&) { d->read(Scope::system(), nothing); }), Bug);
    EXPECT_THROW(d->read(Scope::system(), [](Connection& c) { c.exec("SELECT $1", {}); }), Bug);
    EXPECT_THROW(d->read(Scope::system(), [](Connection& c) { c.exec("SELECT CAST($1 AS BIGINT)", {1, 2}); }), Bug);
    EXPECT_EQ(rows_in(*d, "ouder"), 0);
    ScratchDatabase other{GetParam()};
    EXPECT_NO_THROW(d->read(Scope::system(), [&](Connection&) { other->read(Scope::system(), nothing); }));
}

TEST_P(Database, the_same_question_may_be_asked_inside_itself) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    auto const sql = "SELECT id FROM ouder WHERE id >= $1 ORDER BY id";
    std::vector<std::int64_t> seen;
    d->write(Scope::system(), [&](Connection& c) {
        for (int i = 1; i <= 3; ++i) c.exec("INSERT INTO ouder (id) VALUES ($1)", {i});
        c.each(sql, {1}, [&](Row const& outer) {
            auto const id = outer.integer(0);
            c.each(sql, {id + 1}, [&](Row const& inner) { seen.push_back(id * 10 + inner.integer(0)); });
        });
    });
    EXPECT_EQ(seen, (std::vector<std::int64_t>{12, 13, 23}));
}

TEST_P(Database, rows_changed_and_rows_returned) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    d->write(Scope::system(), [](Connection& c) {
        EXPECT_EQ(c.exec("INSERT INTO ouder (id, naam) VALUES (1, 'a'), (2, 'b')"), 2);
        EXPECT_EQ(c.exec("UPDATE ouder SET naam = 'c' WHERE id = 2"), 1);
        EXPECT_EQ(c.exec("UPDATE ouder SET naam = 'c' WHERE id = 7"), 0);
        EXPECT_EQ(c.value<std::string>("UPDATE ouder SET naam = 'd' WHERE id = 2 RETURNING naam"), "d");
        EXPECT_EQ(c.exec("DELETE FROM ouder"), 2);
        EXPECT_EQ(c.value<int>("SELECT id FROM ouder"), std::nullopt);
        EXPECT_TRUE(c.list("SELECT id FROM ouder", {}, [](Row const&) { return 0; }).empty());
    });
}

TEST_P(Database, orders_text_by_bytes) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    d->write(Scope::system(), [](Connection& c) {
        int id = 0;
        for (auto const* name : {"é", "a", "Z", "B", "z", "_"})
            c.exec("INSERT INTO ouder (id, naam) VALUES ($1, $2)", {++id, name});
    });
    auto const names = d->read(Scope::system(), [](Connection& c) {
        return c.list("SELECT naam FROM ouder ORDER BY naam", {}, [](Row const& r) { return r.get<std::string>(0); });
    });
    EXPECT_EQ(names, (std::vector<std::string>{"B", "Z", "_", "a", "z", "é"}));
}

TEST_P(Database, inserts_many_rows) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    constexpr int count = 5003;   // not a multiple of any batch
    d->write(Scope::system(), [](Connection& c) {
        int next = 0;
        c.insert_many("proef", {"id", "ouder", "t", "b", "d", "m", "j"}, [&](db::Params& row) {
            if (++next > count) return false;
            bool const odd = next % 2 == 1;
            std::optional<std::string> const text = odd ? std::optional{fmt::format("naam {}", next)} : std::nullopt;
            row = {next, std::nullopt, text, Blob{std::string(1, '\0')}, Date{2026y / 1 / 1}, Timestamp{next}, odd};
            return true;
        });
        c.insert_many("proef", {"id"}, [](db::Params&) { return false; });
    });
    EXPECT_EQ(rows_in(*d, "proef"), count);
    EXPECT_EQ(ask<int>(*d, "SELECT count(*) FROM proef WHERE t IS NULL AND NOT j AND ouder IS NULL"), count / 2);
    EXPECT_EQ(ask<std::string>(*d, "SELECT t FROM proef WHERE m = $1", {Timestamp{4999}}), "naam 4999");
    EXPECT_EQ(ask<Blob>(*d, "SELECT b FROM proef WHERE id = 2"), Blob{std::string(1, '\0')});
}

TEST_P(Database, many_rows_pass_the_same_checks) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    auto const insert = [&](std::string_view table, db::Params const& row) -> std::string {
        try {
            d->write(Scope::system(), [&](Connection& c) {
                int left = 200;
                c.insert_many(table, {"id", "naam"}, [&](db::Params& out) {
                    out = row;
                    return left-- > 0;
                });
            });
        } catch (db::Error const& e) { return e.sqlstate; }
        return "";
    };
    EXPECT_EQ(insert("ouder", {1, "a"}), "23505");
    EXPECT_EQ(insert("ouder", {1, std::string{"\0", 1}}), "22021");
    EXPECT_EQ(insert("ouder", {"x", "a"}), "42804");
    EXPECT_EQ(rows_in(*d, "ouder"), 0);
}

/// Read, add one, write: with SQLite's single writer nothing gets lost, so on PostgreSQL neither.
TEST_P(Database, one_writer_at_a_time_in_a_municipality) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    d->write(Scope::system(), [](Connection& c) { c.exec("INSERT INTO proef (id, n) VALUES (1, 1)"); });
    auto const add = [&] {
        for (int i = 0; i < 25; ++i)
            d->write(Scope::of(GemeenteId{1}), [](Connection& c) {
                auto const n = c.value<std::int64_t>("SELECT n FROM proef WHERE id = 1").value();
                c.exec("UPDATE proef SET n = $1 WHERE id = 1", {n + 1});
            });
    };
    std::vector<std::future<void>> all;
    for (int i = 0; i < 4; ++i) all.push_back(std::async(std::launch::async, add));
    for (auto& one : all) one.get();
    EXPECT_EQ(ask<int>(*d, "SELECT n FROM proef"), 101);
}

TEST_P(Database, a_serialisation_failure_is_tried_again_at_most_five_times) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    int runs = 0;
    auto const result = d->write(Scope::system(), [&](Connection& c) {
        c.exec("INSERT INTO ouder (id) VALUES ($1)", {++runs});
        if (runs < 3) throw db::Error{"40001", "made up"};
        return runs;
    });
    EXPECT_EQ(result, 3);
    EXPECT_EQ(ask<int>(*d, "SELECT id FROM ouder"), 3) << "the earlier runs left nothing";
    runs = 0;
    EXPECT_THROW(d->write(Scope::system(),
                          [&](Connection&) {
                              ++runs;
                              throw db::Error{"40P01", "made up"};
                          }),
                 db::Error);
    EXPECT_EQ(runs, 5);
}

TEST_P(Database, readers_go_on_while_somebody_writes) {
    ScratchDatabase d{GetParam()};
    make_table(*d);
    d->write(Scope::of(GemeenteId{1}), [&](Connection& c) {
        c.exec("INSERT INTO ouder (id) VALUES (1)");
        auto reader = std::async(std::launch::async, [&] { return rows_in(*d, "ouder"); });
        EXPECT_EQ(reader.get(), 0) << "not yet committed";
    });
    EXPECT_EQ(rows_in(*d, "ouder"), 1);
}

TEST_P(Database, says_when_it_cannot_be_opened) {
    auto const state = [](std::string const& url) -> std::string {
        try {
            db::Database::open(url);
        } catch (db::Error const& e) { return e.sqlstate; }
        return "";
    };
    EXPECT_EQ(state("sqlite:/bestaat/niet/x.db"), "08001");
    EXPECT_EQ(state("sqlite:"), "08001");
    EXPECT_EQ(state("sqlite::memory:"), "08001");
    EXPECT_EQ(state("mysql://x"), "08001");
    EXPECT_EQ(state("postgresql://niemand@127.0.0.1:1/niets"), "08001");
}

TEST(NewId, is_positive_growing_and_not_to_be_guessed) {
    std::set<std::int64_t> steps;
    std::int64_t last = 0;
    for (int i = 0; i < 10000; ++i) {
        auto const id = db::new_id();
        EXPECT_GT(id, last);
        steps.insert(id - last);
        last = id;
    }
    EXPECT_GT(steps.size(), 20U);
}

TEST(NewId, is_unique_across_threads) {
    std::vector<std::future<std::vector<std::int64_t>>> threads;
    for (int i = 0; i < 4; ++i)
        threads.push_back(std::async(std::launch::async, [] {
            std::vector<std::int64_t> ids(5000);
            for (auto& id : ids) id = db::new_id();
            return ids;
        }));
    std::set<std::int64_t> all;
    for (auto& thread : threads)
        for (auto const id : thread.get()) all.insert(id);
    EXPECT_EQ(all.size(), 20000U);
}
