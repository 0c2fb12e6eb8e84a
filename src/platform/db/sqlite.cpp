#include "platform/db/pool.h"
#include "platform/db/sqlite_statement.h"
#include "platform/db/sqlite_vfs.h"
#include "platform/db/text.h"

#include <filesystem>
namespace db {
namespace {

class SqliteSession final : public Session {
public:
    enum class Kind { reader, writer };
    SqliteSession(std::string const& path, Kind kind, Database::Options const& options);
    ~SqliteSession() override {
        statements_.clear();
        sqlite3_close_v2(handle_);
    }
    SqliteSession(SqliteSession const&) = delete;
    SqliteSession& operator=(SqliteSession const&) = delete;

    void each(std::string_view sql, Params const& params, std::function<void(Row const&)> const& row) override {
        run(sql, params, &row);
    }
    std::int64_t exec(std::string_view sql, Params const& params) override { return run(sql, params, nullptr); }
    void script(std::string_view sql) override;
    bool is_postgresql() const override { return false; }
    void insert_many(std::string_view table, std::vector<std::string_view> const& columns,
                     std::function<bool(Params&)> const& next_row) override;

    void begin_read(Scope) override { run("BEGIN", {}, nullptr); }
    void end_read() noexcept override { rollback(); }
    void begin_write(Scope) override { run("BEGIN IMMEDIATE", {}, nullptr); }
    void commit() override { run("COMMIT", {}, nullptr); }
    void rollback() noexcept override;
    bool is_gone() const override { return false; }
    bool is_set_to(Scope) const override { return true; }

private:
    std::int64_t run(std::string_view sql, Params const& params, std::function<void(Row const&)> const* row);
    std::int64_t run_rows(std::string_view insert, std::vector<Params> const& rows, std::size_t count);
    /// A statement that is not in the middle of something; the same text may be in use further out.
    SqliteStatement& statement(std::string_view sql);
    [[noreturn]] void fail(int code, std::string_view sql);
    void refuse_after_failure(std::string_view sql) const;

    sqlite3* handle_{};
    bool failed_ = false;
    ByText<std::vector<std::unique_ptr<SqliteStatement>>> statements_;
};

std::string settings(SqliteSession::Kind kind, Database::Options const& options) {
    bool const writer = kind == SqliteSession::Kind::writer;
    bool const relaxed = options.durability == Database::Durability::relaxed;
    // The files of a large municipality fit in the mapped 2 GB; the caches (in KiB) serve what lies beyond it. Filling
    // a demonstration inserts into indexes all over the file: with a large cache its pages are written once.
    int const cache = !writer ? -16384 : relaxed ? -524288 : -65536;
    return fmt::format("PRAGMA busy_timeout={}; {} PRAGMA synchronous={}; PRAGMA foreign_keys=ON; "
                       "PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=2147418112; "
                       "PRAGMA cache_size={}; PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864; {}",
                       options.wait.count(), writer ? "PRAGMA journal_mode=WAL;" : "", relaxed ? "OFF" : "FULL", cache,
                       writer ? "" : "PRAGMA query_only=ON;");
}

/// SQLite counts its memory under one lock that all connections would wait for at every allocation; nothing here asks
/// for that count.
void without_memory_count() {
    static bool const done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
    check(done);
}

SqliteSession::SqliteSession(std::string const& path, Kind kind, Database::Options const& options) {
    without_memory_count();
    std::error_code ignored;
    bool const is_new = !std::filesystem::exists(path, ignored);
    int const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
                      | (kind == Kind::writer ? SQLITE_OPEN_CREATE : 0);
    int const code = sqlite3_open_v2(path.c_str(), &handle_, flags, mapped_vfs());
    try {
        if (code != SQLITE_OK) throw Error{"08001", fmt::format("cannot open {}: {}", path, sqlite3_errstr(code))};
        sqlite3_db_config(handle_, SQLITE_DBCONFIG_LOOKASIDE, nullptr, 1200, 400);
        // As PostgreSQL: "x" is a column and never a text.
        sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
        sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
        script(settings(kind, options));
        failed_ = false;
    } catch (...) {
        sqlite3_close_v2(handle_);
        throw;
    }
    // Personal data: only the account of the server reads the file (SQLite gives its companions the same rights).
    using std::filesystem::perms;
    if (is_new) std::filesystem::permissions(path, perms::owner_read | perms::owner_write, ignored);
}

void SqliteSession::fail(int code, std::string_view sql) {
    failed_ = true;
    throw statement_error(sqlite_state(code), sqlite3_errmsg(handle_), sql);
}

/// After an error PostgreSQL refuses the rest of the transaction; so do we, or a caught error would commit half the
/// work.
void SqliteSession::refuse_after_failure(std::string_view sql) const {
    if (failed_) throw statement_error("25P02", "the transaction has failed before", sql);
}

SqliteStatement& SqliteSession::statement(std::string_view sql) {
    constexpr std::size_t most_texts = 1000;
    auto found = statements_.find(sql);
    if (found == statements_.end()) {
        if (statements_.size() >= most_texts)
            std::erase_if(statements_, [](auto const& entry) {
                return std::none_of(entry.second.begin(), entry.second.end(), [](auto const& s) { return s->busy; });
            });
        found = statements_.try_emplace(std::string{sql}).first;
    }
    for (auto const& known : found->second)
        if (!known->busy) return *known;
    auto made = std::make_unique<SqliteStatement>();
    if (int const code = made->prepare(handle_, sql); code != SQLITE_OK) fail(code, sql);
    found->second.push_back(std::move(made));
    return *found->second.back();
}

std::int64_t SqliteSession::run(std::string_view sql, Params const& params,
                                std::function<void(Row const&)> const* row) {
    refuse_after_failure(sql);
    auto& prepared = statement(sql);
    SqliteStatement::Use const use{prepared};
    try {
        prepared.bind(params);
    } catch (Error const&) {
        failed_ = true;
        throw;
    }
    auto const before = sqlite3_total_changes64(handle_);
    std::int64_t rows = 0;
    int code = 0;
    while ((code = sqlite3_step(prepared.handle)) == SQLITE_ROW) {
        ++rows;
        if (row) (*row)(SqliteRow{prepared.handle});
    }
    if (code != SQLITE_DONE) fail(code, sql);
    if (sqlite3_stmt_readonly(prepared.handle)) return rows;
    return sqlite3_total_changes64(handle_) == before ? 0 : sqlite3_changes64(handle_);
}

void SqliteSession::script(std::string_view sql) {
    refuse_after_failure(sql);
    int const code = sqlite3_exec(handle_, std::string{sql}.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code, sql);
}

void SqliteSession::rollback() noexcept {
    failed_ = false;
    if (sqlite3_get_autocommit(handle_) != 0) return;   // after a full disk SQLite has done it itself
    try {
        run("ROLLBACK", {}, nullptr);
    } catch (Error const&) {
        failed_ = false;   // nothing else can be done; the next BEGIN will say what is wrong
    }
}

/// "INSERT INTO table (a, b) VALUES ($1,$2),($3,$4)…" for `rows` rows.
std::string insert_text(std::string_view table, std::vector<std::string_view> const& columns, std::size_t rows) {
    std::string sql = fmt::format("INSERT INTO {} (", table);
    for (auto const& column : columns) sql.append(column).append(",");
    sql.back() = ')';
    sql += " VALUES ";
    std::size_t n = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        sql += '(';
        for (std::size_t i = 0; i < columns.size(); ++i) sql.append("$").append(std::to_string(++n)).append(",");
        sql.back() = ')';
        sql += ',';
    }
    sql.pop_back();
    return sql;
}

std::int64_t SqliteSession::run_rows(std::string_view insert, std::vector<Params> const& rows, std::size_t count) {
    refuse_after_failure(insert);
    auto& prepared = statement(insert);
    SqliteStatement::Use const use{prepared};
    try {
        prepared.bind_rows(rows, count);
    } catch (Error const&) {
        failed_ = true;
        throw;
    }
    if (int const code = sqlite3_step(prepared.handle); code != SQLITE_DONE) fail(code, insert);
    return static_cast<std::int64_t>(count);
}

void SqliteSession::insert_many(std::string_view table, std::vector<std::string_view> const& columns,
                                std::function<bool(Params&)> const& next_row) {
    check(!columns.empty());
    constexpr std::size_t most_values = 320;   // measured: more rows a statement gain nothing
    auto const batch = std::max<std::size_t>(1, most_values / columns.size());
    auto const many = insert_text(table, columns, batch), single = insert_text(table, columns, 1);
    std::vector<Params> rows(batch);
    std::size_t filled = 0;
    while (next_row(rows[filled])) {
        check(rows[filled].size() == columns.size());
        if (++filled == batch) {
            run_rows(many, rows, filled);
            filled = 0;
        }
        rows[filled].clear();
    }
    for (std::size_t i = 0; i < filled; ++i) run(single, rows[i], nullptr);
}

}

std::unique_ptr<Database> open_sqlite(std::string const& path, Database::Options options) {
    if (path.empty() || path.starts_with(':')) throw Error{"08001", "SQLite needs a file: sqlite:PATH"};
    auto const connect = [path, options](SqliteSession::Kind kind) {
        return std::make_unique<SqliteSession>(path, kind, options);
    };
    PooledDatabase::Engine engine{false, path, [connect] { return connect(SqliteSession::Kind::reader); },
                                  [connect] { return connect(SqliteSession::Kind::writer); }};
    return std::make_unique<PooledDatabase>(std::move(engine), options);
}

}
