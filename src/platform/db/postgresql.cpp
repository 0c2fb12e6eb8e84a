#include "platform/db/pool.h"
#include "platform/db/postgresql_wire.h"
#include "platform/db/text.h"

namespace db {
namespace {

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, ClearResult>;

/// A statement text prepared for certain types of parameters.
struct Prepared {
    std::string name;
    std::vector<Oid> types;
    bool takes(std::vector<Oid> const& wanted) const {
        return std::equal(types.begin(), types.end(), wanted.begin(), wanted.end(),
                          [](Oid has, Oid wants) { return wants == 0 || has == wants; });
    }
};

class PostgresqlSession final : public Session {
public:
    enum class Kind { reader, writer };
    PostgresqlSession(std::string const& url, Kind kind, Database::Options const& options);
    ~PostgresqlSession() override { PQfinish(connection_); }
    PostgresqlSession(PostgresqlSession const&) = delete;
    PostgresqlSession& operator=(PostgresqlSession const&) = delete;

    void each(std::string_view sql, Params const& params, std::function<void(Row const&)> const& row) override;
    std::int64_t exec(std::string_view sql, Params const& params) override { return changed(run(sql, params)); }
    void script(std::string_view sql) override { simple(std::string{sql}, sql); }
    bool is_postgresql() const override { return true; }
    void insert_many(std::string_view table, std::vector<std::string_view> const& columns,
                     std::function<bool(Params&)> const& next_row) override;

    void begin_read(Scope scope) override;
    void end_read() noexcept override {}
    void begin_write(Scope scope) override;
    void commit() override;
    void rollback() noexcept override { Answer const ignored{PQexec(connection_, "ROLLBACK")}; }
    bool is_gone() const override { return PQstatus(connection_) != CONNECTION_OK; }
    bool is_set_to(Scope scope) const override { return scope_ == scope; }

private:
    static std::int64_t changed(Answer const& answer);
    Answer run(std::string_view sql, Params const& params);
    Answer run_prepared(std::string_view sql, std::vector<Oid> const& types, wire::Arguments& arguments);
    Answer simple(std::string const& sql, std::string_view shown);
    Prepared const& prepare(std::string_view sql, std::vector<Oid> const& types);
    std::vector<Oid> described_types(std::string const& name, std::string_view sql);
    void insert_rows(std::string_view table, std::vector<std::string_view> const& columns,
                     std::vector<Params> const& rows, std::size_t count);
    Answer checked(PGresult* result, std::string_view sql);

    PGconn* connection_{};
    std::optional<Scope> scope_;
    std::int64_t prepared_count_ = 0;
    ByText<std::vector<Prepared>> statements_;
};

PostgresqlSession::PostgresqlSession(std::string const& url, Kind kind, Database::Options const& options) {
    char const* const keys[] = {"dbname",          "application_name", "client_encoding",
                                "connect_timeout", "keepalives_idle",  nullptr};
    char const* const values[] = {url.c_str(), "meedoen", "UTF8", "10", "30", nullptr};
    connection_ = PQconnectdbParams(keys, values, 1);
    try {
        if (is_gone()) throw Error{"08001", fmt::format("no database: {}", PQerrorMessage(connection_))};
        PQsetNoticeProcessor(connection_, [](void*, char const*) {}, nullptr);
        bool const relaxed = options.durability == Database::Durability::relaxed;
        // A client that hangs in the middle of a write must not keep the others waiting for ever.
        simple(fmt::format("SET TIME ZONE 'UTC'; SET jit = off; SET synchronous_commit = {}; SET lock_timeout = {}; "
                           "SET idle_in_transaction_session_timeout = '5min'; SET default_transaction_read_only = {}",
                           relaxed ? "off" : "on", options.wait.count(), kind == Kind::reader ? "on" : "off"),
               "session settings");
    } catch (...) {
        PQfinish(connection_);
        throw;
    }
}

/// An Error without the detail line, as that repeats what was in the row.
Answer PostgresqlSession::checked(PGresult* result, std::string_view sql) {
    Answer answer{result};
    auto const status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) return answer;
    if (is_gone()) throw statement_error("08006", "the database server hung up", sql);
    char const* const state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    char const* const message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    throw statement_error(state ? state : "58000", message ? message : PQerrorMessage(connection_), sql);
}

Answer PostgresqlSession::simple(std::string const& sql, std::string_view shown) {
    return checked(PQexec(connection_, sql.c_str()), shown);
}

/// The server's choice for what we left open, so that one prepared statement serves NULL and a value alike.
std::vector<Oid> PostgresqlSession::described_types(std::string const& name, std::string_view sql) {
    auto const described = checked(PQdescribePrepared(connection_, name.c_str()), sql);
    std::vector<Oid> types;
    for (int i = 0; i < PQnparams(described.get()); ++i) types.push_back(PQparamtype(described.get(), i));
    return types;
}

/// The highest n of $n in the text.
std::size_t parameters_in(std::string_view sql) {
    std::size_t most = 0;
    for (auto at = sql.find('$'); at != std::string_view::npos; at = sql.find('$', at + 1)) {
        std::size_t n = 0;
        for (auto digit = at + 1; digit < sql.size() && sql[digit] >= '0' && sql[digit] <= '9'; ++digit)
            n = n * 10 + static_cast<std::size_t>(sql[digit] - '0');
        most = std::max(most, n);
    }
    return most;
}

Prepared const& PostgresqlSession::prepare(std::string_view sql, std::vector<Oid> const& types) {
    constexpr std::size_t most_texts = 1000;
    auto found = statements_.find(sql);
    if (found == statements_.end()) {
        if (statements_.size() >= most_texts) {
            simple("DEALLOCATE ALL", "DEALLOCATE ALL");
            statements_.clear();
        }
        found = statements_.try_emplace(std::string{sql}).first;
    }
    for (auto const& known : found->second)
        if (known.takes(types)) return known;
    check(parameters_in(sql) == types.size());
    Prepared made{fmt::format("s{}", ++prepared_count_), types};
    checked(
        PQprepare(connection_, made.name.c_str(), found->first.c_str(), static_cast<int>(types.size()), types.data()),
        sql);
    if (std::find(types.begin(), types.end(), Oid{0}) != types.end()) made.types = described_types(made.name, sql);
    check(made.types.size() == types.size());
    return found->second.emplace_back(std::move(made));
}

Answer PostgresqlSession::run_prepared(std::string_view sql, std::vector<Oid> const& types,
                                       wire::Arguments& arguments) {
    auto const& prepared = prepare(sql, types);
    arguments.finish();
    constexpr int binary = 1;
    return checked(PQexecPrepared(connection_, prepared.name.c_str(), arguments.count(), arguments.values(),
                                  arguments.lengths(), arguments.formats(), binary),
                   sql);
}

Answer PostgresqlSession::run(std::string_view sql, Params const& params) {
    wire::Arguments arguments;
    std::vector<Oid> types;
    types.reserve(params.size());
    for (auto const& param : params) {
        arguments.add(param);
        types.push_back(wire::type_of(param.kind()));
    }
    return run_prepared(sql, types, arguments);
}

void PostgresqlSession::each(std::string_view sql, Params const& params, std::function<void(Row const&)> const& row) {
    auto const answer = run(sql, params);
    for (int i = 0; i < PQntuples(answer.get()); ++i) row(wire::ResultRow{answer.get(), i});
}

std::int64_t PostgresqlSession::changed(Answer const& answer) {
    std::int64_t rows = 0;
    for (char const* digit = PQcmdTuples(answer.get()); *digit != '\0'; ++digit) rows = rows * 10 + (*digit - '0');
    return rows;
}

void PostgresqlSession::begin_read(Scope scope) {
    if (scope_ == scope) return;
    scope_.reset();
    run("SELECT set_config('meedoen.gemeente', $1, false)", {std::to_string(scope.value())});
    scope_ = scope;
}

/// One round trip: begins, says for whom, and waits for its turn among the writers of that municipality. With the turn
/// taken before the first question, READ COMMITTED gives what SQLite's single writer gives: nothing read changes
/// underneath. Work for all municipalities has no turn; it changes rows by conditions in the statement itself.
void PostgresqlSession::begin_write(Scope scope) {
    auto sql = fmt::format("BEGIN; SET LOCAL meedoen.gemeente = '{}'", scope.value());
    if (!(scope == Scope::system())) sql += fmt::format("; SELECT pg_advisory_xact_lock({})", scope.value());
    simple(sql, "BEGIN");
}

void PostgresqlSession::commit() {
    auto const answer = simple("COMMIT", "COMMIT");
    if (std::string_view{PQcmdStatus(answer.get())} != "COMMIT")
        throw statement_error("25P02", "the transaction has failed before", "COMMIT");
}

/// The binary form of a one-dimensional array of column `column`.
std::string array_of(std::vector<Params> const& rows, std::size_t count, std::size_t column, Param::Kind kind) {
    std::string out;
    wire::append_int32(out, 1);   // dimensions
    wire::append_int32(out, 1);   // there may be NULLs
    wire::append_int32(out, static_cast<std::int32_t>(wire::type_of(kind)));
    wire::append_int32(out, static_cast<std::int32_t>(count));
    wire::append_int32(out, 1);   // first index
    for (std::size_t row = 0; row < count; ++row) {
        auto const& value = rows[row][column];
        wire::append_int32(out, -1);
        if (value.kind() == Param::Kind::null) continue;
        check(value.kind() == kind);
        auto const from = out.size();
        wire::append_value(out, value);
        std::string length;
        wire::append_int32(length, static_cast<std::int32_t>(out.size() - from));
        out.replace(from - length.size(), length.size(), length);
    }
    return out;
}

/// INSERT INTO t (a,b,c) SELECT c1,NULL,c2 FROM unnest($1,$2) AS u(c1,c2): a column without any value has no array, as
/// its type is not known here.
void PostgresqlSession::insert_rows(std::string_view table, std::vector<std::string_view> const& columns,
                                    std::vector<Params> const& rows, std::size_t count) {
    std::string into, selected, arrays, names;
    std::vector<Oid> types;
    wire::Arguments arguments;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        Param::Kind kind = Param::Kind::null;
        for (std::size_t row = 0; row < count && kind == Param::Kind::null; ++row) kind = rows[row][i].kind();
        into.append(columns[i]).append(",");
        if (kind == Param::Kind::null) {
            selected += "NULL,";
            continue;
        }
        types.push_back(wire::array_type_of(kind));
        arguments.add_encoded(array_of(rows, count, i, kind));
        auto const n = std::to_string(types.size());
        selected.append("c").append(n).append(",");
        names.append("c").append(n).append(",");
        arrays.append("$").append(n).append(",");
    }
    check(!types.empty());
    for (auto* list : {&into, &selected, &arrays, &names}) list->pop_back();
    run_prepared(
        fmt::format("INSERT INTO {} ({}) SELECT {} FROM unnest({}) AS u({})", table, into, selected, arrays, names),
        types, arguments);
}

void PostgresqlSession::insert_many(std::string_view table, std::vector<std::string_view> const& columns,
                                    std::function<bool(Params&)> const& next_row) {
    check(!columns.empty());
    constexpr std::size_t most_rows = 2000;
    std::vector<Params> rows(most_rows);
    std::size_t filled = 0;
    while (next_row(rows[filled])) {
        check(rows[filled].size() == columns.size());
        if (++filled == most_rows) {
            insert_rows(table, columns, rows, filled);
            filled = 0;
        }
        rows[filled].clear();
    }
    if (filled > 0) insert_rows(table, columns, rows, filled);
}

}

std::unique_ptr<Database> open_postgresql(std::string const& url, Database::Options options) {
    auto const connect = [url, options](PostgresqlSession::Kind kind) {
        return std::make_unique<PostgresqlSession>(url, kind, options);
    };
    auto const query = url.find('?');
    auto const path = url.substr(0, query);
    PooledDatabase::Engine engine{true, path.substr(path.rfind('/') + 1),
                                  [connect] { return connect(PostgresqlSession::Kind::reader); },
                                  [connect] { return connect(PostgresqlSession::Kind::writer); }};
    return std::make_unique<PooledDatabase>(std::move(engine), options);
}

}
