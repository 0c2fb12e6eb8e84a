#include "platform/db/sqlite_statement.h"
#include "platform/db/text.h"

namespace db {

std::string sqlite_state(int code) {
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID: return "23505";
    case SQLITE_CONSTRAINT_FOREIGNKEY: return "23503";
    case SQLITE_CONSTRAINT_NOTNULL: return "23502";
    case SQLITE_CONSTRAINT_CHECK: return "23514";
    case SQLITE_CONSTRAINT_DATATYPE: return "42804";
    case SQLITE_BUSY_SNAPSHOT: return "40001";
    default: break;
    }
    switch (code & 0xFF) {
    case SQLITE_CONSTRAINT: return "23000";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "55P03";
    case SQLITE_READONLY: return "25006";
    case SQLITE_FULL: return "53100";
    case SQLITE_NOMEM: return "53200";
    case SQLITE_IOERR: return "58030";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return "XX001";
    case SQLITE_TOOBIG: return "54000";
    case SQLITE_CANTOPEN: return "08001";
    case SQLITE_MISMATCH: return "42804";
    default: return "42000";
    }
}

int SqliteStatement::prepare(sqlite3* database, std::string_view sql) {
    char const* rest = nullptr;
    int const code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &handle, &rest);
    if (code != SQLITE_OK) return code;
    check(handle != nullptr);
    std::string_view const left{rest, static_cast<std::size_t>(sql.data() + sql.size() - rest)};
    check(left.find_first_not_of(" \t\r\n;") == std::string_view::npos);
    int const count = sqlite3_bind_parameter_count(handle);
    for (int index = 1; index <= count; ++index) {
        char const* name = sqlite3_bind_parameter_name(handle, index);
        check(name != nullptr && name[0] == '$');
        std::size_t n = 0;
        for (char const* digit = name + 1; *digit != '\0'; ++digit) {
            check(*digit >= '0' && *digit <= '9');
            n = n * 10 + static_cast<std::size_t>(*digit - '0');
        }
        check(n > 0 && n <= 100000);
        if (index_of_.size() < n) index_of_.resize(n);
        index_of_[n - 1] = index;
    }
    return SQLITE_OK;
}

void SqliteStatement::bind_one(int index, Param const& param) {
    auto const& text = param.text();
    int code = SQLITE_OK;
    switch (param.kind()) {
    case Param::Kind::null: code = sqlite3_bind_null(handle, index); break;
    case Param::Kind::integer:
    case Param::Kind::boolean:
    case Param::Kind::timestamp: code = sqlite3_bind_int64(handle, index, param.integer()); break;
    case Param::Kind::text:
        check_text(text);
        code = sqlite3_bind_text64(handle, index, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
        break;
    case Param::Kind::blob: code = sqlite3_bind_blob64(handle, index, text.data(), text.size(), SQLITE_STATIC); break;
    case Param::Kind::date: {
        auto const day = day_text(Date{std::chrono::days{param.integer()}});
        code = sqlite3_bind_text(handle, index, day.data(), static_cast<int>(day.size()), SQLITE_TRANSIENT);
        break;
    }
    }
    if (code != SQLITE_OK) throw Error{sqlite_state(code), sqlite3_errstr(code)};
}

void SqliteStatement::bind(Params const& params) {
    check(params.size() == index_of_.size());
    for (std::size_t n = 0; n < params.size(); ++n)
        if (index_of_[n] != 0) bind_one(index_of_[n], params[n]);
}

void SqliteStatement::bind_rows(std::vector<Params> const& rows, std::size_t count) {
    int index = 0;   // $1, $2, … stand in the text in this order, so that their indexes are the same
    for (std::size_t row = 0; row < count; ++row)
        for (auto const& param : rows[row]) bind_one(++index, param);
    check(static_cast<std::size_t>(index) == index_of_.size());
}

void SqliteRow::expect(int column, int type) const {
    if (sqlite3_column_type(handle_, column) == type) return;
    char const* name = sqlite3_column_name(handle_, column);
    throw Bug{fmt::format("column {} ({}) is of another type or NULL", column, name ? name : "out of range")};
}

std::int64_t SqliteRow::integer(int column) const {
    expect(column, SQLITE_INTEGER);
    return sqlite3_column_int64(handle_, column);
}

bool SqliteRow::boolean(int column) const {
    auto const n = integer(column);
    check(n == 0 || n == 1);
    return n == 1;
}

std::string_view SqliteRow::text(int column) const {
    expect(column, SQLITE_TEXT);
    auto const* bytes = reinterpret_cast<char const*>(sqlite3_column_text(handle_, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

Blob SqliteRow::blob(int column) const {
    expect(column, SQLITE_BLOB);
    auto const* bytes = static_cast<char const*>(sqlite3_column_blob(handle_, column));
    auto const size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
    return {size == 0 ? std::string{} : std::string{bytes, size}};
}

Date SqliteRow::date(int column) const { return day_of(text(column)); }

}
