#include "platform/db/migrate.h"

#include <map>
#include <sodium.h>

namespace db {
namespace {

std::string checksum(std::string_view sql) {
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, reinterpret_cast<unsigned char const*>(sql.data()), sql.size());
    std::string hex;
    for (auto const byte : hash) hex += fmt::format("{:02x}", byte);
    return hex;
}

bool has_register(Connection& c) {
    auto const sql = c.is_postgresql() ? "SELECT count(*) FROM pg_tables WHERE tablename = 'migratie' "
                                         "AND schemaname = current_schema()"
                                       : "SELECT count(*) FROM sqlite_master WHERE name = 'migratie'";
    return c.value<std::int64_t>(sql) == 1;
}

/// Name and checksum of what was applied.
std::map<std::string, std::string> applied(Connection& c) {
    std::map<std::string, std::string> all;
    if (!has_register(c)) return all;
    c.each("SELECT naam, controlegetal FROM migratie", {},
           [&](Row const& row) { all.emplace(row.text(0), row.text(1)); });
    return all;
}

/// Why this database cannot be brought up to date with this list; empty when it can.
std::string refusal(std::map<std::string, std::string> const& done, std::vector<Migration> const& list) {
    std::size_t known = 0;
    for (auto const& migration : list) {
        auto const found = done.find(std::string{migration.name});
        if (found == done.end()) continue;
        ++known;
        if (found->second != checksum(migration.sql))
            return fmt::format("Migratie {} is veranderd nadat zij in deze database is uitgevoerd.", migration.name);
        // A gap: an older one would come after a newer one.
        if (auto const at = static_cast<std::size_t>(&migration - list.data()); known != at + 1)
            return fmt::format("Migratie {} is uitgevoerd, maar een eerdere nog niet.", migration.name);
    }
    if (known == done.size()) return {};
    return fmt::format("De database is nieuwer dan dit programma: de laatste migratie is {}.", done.rbegin()->first);
}

/// One migration in its own transaction. False: another server was first.
bool apply(Database& database, Migration const& migration) {
    return database.write(Scope::system(), [&](Connection& c) {
        // SQLite has one writer; on PostgreSQL servers that start together take turns here.
        if (c.is_postgresql()) c.exec("SELECT pg_advisory_xact_lock(-1)");
        if (!has_register(c))
            c.script(
                in_dialect("CREATE TABLE migratie (\n    naam {text} PRIMARY KEY,\n    controlegetal {text} NOT NULL"
                           ",\n    uitgevoerd {timestamp} NOT NULL\n);",
                           c.is_postgresql()));
        if (applied(c).contains(std::string{migration.name})) return false;
        c.script(in_dialect(migration.sql, c.is_postgresql()));
        auto const now = std::chrono::system_clock::now().time_since_epoch();
        Timestamp const moment{std::chrono::duration_cast<std::chrono::microseconds>(now).count()};
        c.exec("INSERT INTO migratie (naam, controlegetal, uitgevoerd) VALUES ($1, $2, $3)",
               {migration.name, checksum(migration.sql), moment});
        return true;
    });
}

}

MigrationOutcome migrate(Database& database) { return migrate(database, migrations()); }

MigrationOutcome migrate(Database& database, std::vector<Migration> const& list) {
    MigrationOutcome outcome;
    auto const done = database.read(Scope::system(), [](Connection& c) { return applied(c); });
    outcome.refusal = refusal(done, list);
    if (!outcome.refusal.empty()) return outcome;
    for (auto const& migration : list)
        if (!done.contains(std::string{migration.name}) && apply(database, migration))
            outcome.applied.emplace_back(migration.name);
    return outcome;
}

std::vector<std::string> pending(Database& database) {
    auto const done = database.read(Scope::system(), [](Connection& c) { return applied(c); });
    std::vector<std::string> names;
    for (auto const& migration : migrations())
        if (!done.contains(std::string{migration.name})) names.emplace_back(migration.name);
    return names;
}

std::string schema_text(Database& database) {
    check(!database.is_postgresql());
    return database.read(Scope::system(), [](Connection& c) {
        std::string text =
            "-- The schema as the migrations leave it (SQLite's form), for reading. Made by tools/schema.\n";
        c.each("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid", {},
               [&](Row const& row) { text.append("\n").append(row.text(0)).append(";\n"); });
        return text;
    });
}

}
