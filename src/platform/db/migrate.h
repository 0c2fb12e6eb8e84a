#pragma once
#include "platform/db/db.h"

namespace db {
struct Migration {
    std::string_view name, sql;
};   // name: "0001_vertrouwen", embedded from migrations/
/// All migrations in the program, oldest first.
std::vector<Migration> const& migrations();

struct MigrationOutcome {
    std::vector<std::string> applied;
    std::string refusal;
};   // refusal empty: all is well
/// Brings the schema up to date, one transaction a migration. Refuses (nothing changed) when an applied migration's
/// checksum differs from the one in the program or the database is ahead of it.
/// In migration text {id} {date} {timestamp} {bool} {json} {blob} {text} {true} {false} stand for each database's type,
/// and a line
/// `-- rls TABLE` puts row-level security on column `gemeente` of that table (PostgreSQL).
MigrationOutcome migrate(Database& database);
/// The same for another list, oldest first.
MigrationOutcome migrate(Database& database, std::vector<Migration> const& list);
/// A migration's text in one database's words: `{id}` and its like filled in, SQLite's tables STRICT, row-level
/// security.
std::string in_dialect(std::string_view migration_sql, bool postgresql);
/// The names of migrations not yet applied; `serve` refuses to start when there are any.
std::vector<std::string> pending(Database& database);
/// The schema as the migrations leave it, one statement a table or index, for migrations/schema.sql. SQLite only.
std::string schema_text(Database& database);
}
