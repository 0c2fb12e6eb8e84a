#include "platform/db/migrate.h"

namespace db {
namespace {

struct Word {
    std::string_view token, sqlite, postgresql;
};
constexpr Word words[] = {
    {"{id}", "INTEGER", "BIGINT"},
    {"{date}", "TEXT", "DATE"},
    {"{timestamp}", "INTEGER", "TIMESTAMPTZ"},
    {"{bool}", "INTEGER", "BOOLEAN"},
    {"{json}", "TEXT", "TEXT"},
    {"{blob}", "BLOB", "BYTEA"},
    {"{text}", "TEXT", "TEXT COLLATE \"C\""},   // both order by bytes
    {"{true}", "1", "TRUE"},
    {"{false}", "0", "FALSE"},
};

void replace_words(std::string& sql, bool postgresql) {
    for (auto const& word : words) {
        auto const meaning = postgresql ? word.postgresql : word.sqlite;
        for (auto at = sql.find(word.token); at != std::string::npos; at = sql.find(word.token, at + meaning.size()))
            sql.replace(at, word.token.size(), meaning);
    }
    auto const unknown = sql.find('{');
    if (unknown != std::string::npos) throw Bug{"unknown word in a migration: " + sql.substr(unknown, 20)};
}

/// Where the comment or quoted text that opens at `at` ends; `at` itself when neither opens there.
std::size_t skip_comment_or_quote(std::string_view sql, std::size_t at) {
    if (sql.substr(at, 2) == "--") return std::min(sql.find('\n', at), sql.size());
    if (sql[at] != '\'' && sql[at] != '"') return at;
    auto const end = sql.find(sql[at], at + 1);
    check(end != std::string_view::npos);
    return end + 1;
}

/// Puts STRICT behind every CREATE TABLE, so that SQLite refuses a text in a number column as PostgreSQL does.
std::string make_strict(std::string_view sql) {
    std::string out;
    std::size_t statement_from = 0, copied = 0;
    bool blank = true;   // nothing of the statement seen but space and comments
    for (std::size_t at = 0; at < sql.size(); ++at) {
        if (auto const end = skip_comment_or_quote(sql, at); end != at) {
            at = end - 1;
            continue;
        }
        if (blank && sql[at] > ' ') {
            statement_from = at;
            blank = false;
        }
        if (sql[at] != ';') continue;
        out += sql.substr(copied, at - copied);
        if (sql.substr(statement_from).starts_with("CREATE TABLE")) out += " STRICT";
        copied = at;
        blank = true;
    }
    out += sql.substr(copied);
    return out;
}

/// A `-- rls TABLE` line as statements. Who has set no municipality sees nothing; '0' is the program itself. The
/// setting is read in a subquery because the server then does it once a statement and not once a row (twice as fast on
/// a scan).
std::string row_level_security(std::string_view table) {
    return fmt::format(
        "ALTER TABLE {0} ENABLE ROW LEVEL SECURITY;\n"
        "ALTER TABLE {0} FORCE ROW LEVEL SECURITY;\n"
        "CREATE POLICY gemeente ON {0} USING ((SELECT current_setting('meedoen.gemeente', true)) = '0' OR "
        "gemeente = (SELECT NULLIF(current_setting('meedoen.gemeente', true), '')::BIGINT));\n",
        table);
}

std::string with_row_level_security(std::string_view sql) {
    constexpr std::string_view mark = "-- rls ";
    std::string out;
    while (!sql.empty()) {
        auto const end = std::min(sql.find('\n'), sql.size());
        auto const line = sql.substr(0, end);
        if (line.starts_with(mark))
            out += row_level_security(line.substr(mark.size()));
        else
            out.append(line).append("\n");
        sql.remove_prefix(std::min(end + 1, sql.size()));
    }
    return out;
}

}

std::string in_dialect(std::string_view migration_sql, bool postgresql) {
    std::string sql{migration_sql};
    replace_words(sql, postgresql);
    return postgresql ? with_row_level_security(sql) : make_strict(sql);
}

}
