#pragma once
#include "platform/db/db.h"

#include <sqlite3.h>

namespace db {

/// The SQLSTATE that PostgreSQL would give for an (extended) SQLite error code.
std::string sqlite_state(int code);

/// A prepared statement and where SQLite keeps each $n.
struct SqliteStatement {
    SqliteStatement() = default;
    ~SqliteStatement() { sqlite3_finalize(handle); }
    SqliteStatement(SqliteStatement const&) = delete;
    SqliteStatement& operator=(SqliteStatement const&) = delete;

    /// SQLITE_OK or the code of the fault. More than one statement is a Bug.
    int prepare(sqlite3* database, std::string_view sql);
    /// The texts must live until the statement is reset. A wrong number of parameters is a Bug.
    void bind(Params const& params);
    void bind_rows(std::vector<Params> const& rows, std::size_t count);

    /// Marks it busy, and resets it whatever happens.
    class Use {
    public:
        explicit Use(SqliteStatement& statement) : statement_{statement} { statement_.busy = true; }
        ~Use() {
            sqlite3_reset(statement_.handle);
            statement_.busy = false;
        }
        Use(Use const&) = delete;
        Use& operator=(Use const&) = delete;

    private:
        SqliteStatement& statement_;
    };

    sqlite3_stmt* handle{};
    bool busy = false;

private:
    void bind_one(int index, Param const& param);
    std::vector<int> index_of_;   // [n - 1] is the index of $n, 0 when the text does not use it
};

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* handle) : handle_{handle} {}
    bool is_null(int column) const override { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override;
    bool boolean(int column) const override;
    std::string_view text(int column) const override;
    Blob blob(int column) const override;
    Date date(int column) const override;
    Timestamp timestamp(int column) const override { return {integer(column)}; }

private:
    void expect(int column, int type) const;
    sqlite3_stmt* handle_;
};
}
