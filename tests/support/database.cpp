#include "tests/support/database.h"
#include "platform/db/migrate.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/core.h>
#include <libpq-fe.h>
#include <stdexcept>
#include <unistd.h>

namespace testing_support {
namespace {

namespace fs = std::filesystem;

db::Database::Options const test_options{4, 4, std::chrono::seconds{10}, db::Database::Durability::relaxed};

std::string pg_url() {
    char const* const url = std::getenv("MEEDOEN_TEST_PG");
    return url ? url : "";
}

/// The same server, another database.
std::string pg_url_of(std::string const& name) {
    auto const url = pg_url();
    auto const query = std::min(url.find('?'), url.size());
    return url.substr(0, url.rfind('/', query) + 1) + name + url.substr(query);
}

/// A plain connection, for what cannot be done inside a transaction.
class Admin {
public:
    Admin() : connection_{PQconnectdb(pg_url().c_str())} {
        if (PQstatus(connection_) != CONNECTION_OK) throw std::runtime_error{PQerrorMessage(connection_)};
        run("SET client_min_messages = error");
    }
    ~Admin() { PQfinish(connection_); }
    Admin(Admin const&) = delete;
    Admin& operator=(Admin const&) = delete;
    /// Rows in the answer.
    int run(std::string const& sql) {
        PGresult* const result = PQexec(connection_, sql.c_str());
        auto const status = PQresultStatus(result);
        int const rows = PQntuples(result);
        PQclear(result);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            throw std::runtime_error{sql + ": " + PQerrorMessage(connection_)};
        return rows;
    }

private:
    PGconn* connection_;
};

void migrate_all(db::Database& database) {
    auto const outcome = db::migrate(database);
    if (!outcome.refusal.empty()) throw std::runtime_error{outcome.refusal};
}

/// Names differ per version of the migrations, so that an old template is never taken for a new one.
std::string template_name() {
    std::size_t hash = 0;
    for (auto const& migration : db::migrations())
        hash = hash * 31 + std::hash<std::string>{}(std::string{migration.name} + db::in_dialect(migration.sql, true));
    return fmt::format("sjabloon_{:016x}", hash);
}

/// A migrated database to copy from; made once a server. Test programs that start together take turns.
std::string const& pg_template() {
    static std::string const name = [] {
        auto const wanted = template_name(), building = wanted + "_bouw";
        Admin admin;
        admin.run("SELECT pg_advisory_lock(4242)");
        if (admin.run("SELECT 1 FROM pg_database WHERE datname = '" + wanted + "'") == 0) {
            admin.run("DROP DATABASE IF EXISTS " + building + " WITH (FORCE)");
            admin.run("CREATE DATABASE " + building);
            migrate_all(*db::Database::open(pg_url_of(building), test_options));
            admin.run("ALTER DATABASE " + building + " RENAME TO " + wanted);
        }
        admin.run("SELECT pg_advisory_unlock(4242)");
        return wanted;
    }();
    return name;
}

/// A folder that is gone when the test program ends.
class Folder {
public:
    Folder() : path_{fs::temp_directory_path() / fmt::format("meedoen_test_{}_{}", ::getpid(), db::new_id())} {
        fs::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    fs::path const& path() const { return path_; }

private:
    fs::path path_;
};

Folder const& folder() {
    static Folder const one;
    return one;
}

/// A migrated file to copy from; made once a test program.
fs::path const& sqlite_template() {
    static fs::path const file = [] {
        auto const path = folder().path() / "sjabloon.db";
        migrate_all(*db::Database::open("sqlite:" + path.string(), test_options));   // closing folds the WAL back in
        return path;
    }();
    return file;
}

}

std::vector<std::string> engines() {
    if (pg_url().empty()) return {"sqlite"};
    return {"sqlite", "postgresql"};
}

ScratchDatabase::ScratchDatabase(std::string const& engine) {
    auto const name = fmt::format("proef_{}_{}", ::getpid(), db::new_id());
    if (engine == "sqlite") {
        drop_ = (folder().path() / (name + ".db")).string();
        fs::copy_file(sqlite_template(), drop_);
        url_ = "sqlite:" + drop_;
    } else {
        auto const& from = pg_template();
        Admin{}.run("CREATE DATABASE " + name + " TEMPLATE " + from);
        drop_ = name;
        url_ = pg_url_of(name);
    }
    database_ = db::Database::open(url_, test_options);
}

ScratchDatabase::~ScratchDatabase() {
    bool const postgresql = database_ && database_->is_postgresql();
    database_.reset();
    try {
        if (postgresql) Admin{}.run("DROP DATABASE IF EXISTS " + drop_ + " WITH (FORCE)");
    } catch (std::exception const&) {
        return;   // the server is thrown away with everything in it
    }
    std::error_code ignored;
    for (auto const* suffix : {"", "-wal", "-shm"})
        if (!postgresql) fs::remove(drop_ + suffix, ignored);
}

Cast const& cast() {
    static Cast const one;
    return one;
}

namespace {

constexpr std::string_view rollen[] = {
    "regisseur", "klantmanager",      "budgetbeheerder",       "jobcoach",       "jurist", "coordinator_vrijwilligers",
    "planner",   "beleidsmedewerker", "functioneel_beheerder", "privacy_officer"};

void add_user(db::Connection& c, int gemeente, std::string_view naam, std::string_view rol, TeamId team) {
    c.exec("INSERT INTO gebruiker (id, gemeente, gebruikersnaam, naam, rol, team, actief, aangemaakt) "
           "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
           {user_of(gemeente, naam), gemeente, fmt::format("{}.{}", naam, gemeente),
            fmt::format("Test {} {}", naam, gemeente), rol, team, true, Timestamp{}});
}

void add_gemeente(db::Connection& c, GemeenteId id, std::string_view code, std::string_view naam) {
    c.exec("INSERT INTO gemeente (id, code, naam) VALUES ($1, $2, $3)", {id, code, naam});
    for (auto const* keten : {"audit", "leeslog"})
        c.exec("INSERT INTO keten (gemeente, naam, volgnummer, hash) VALUES ($1, $2, $3, $4)",
               {id, keten, 0, db::Blob{std::string(32, '\0')}});
}

}

GebruikerId user_of(int gemeente, std::string_view rol) {
    if (rol == "klantmanager2") return {gemeente * 1000 + static_cast<int>(std::size(rollen))};
    auto const* const found = std::find(std::begin(rollen), std::end(rollen), rol);
    check(found != std::end(rollen));
    return {gemeente * 1000 + (found - std::begin(rollen))};
}

void seed_cast(db::Database& database) {
    database.write(db::Scope::system(), [](db::Connection& c) {
        auto const& our = cast();
        add_gemeente(c, our.meierijstad, "1948", "Meierijstad");
        add_gemeente(c, our.maashorst, "1991", "Maashorst");
        struct {
            TeamId id;
            GemeenteId gemeente;
            char const* naam;
        } const teams[] = {{our.team_veghel, our.meierijstad, "Veghel"},
                           {our.team_schijndel, our.meierijstad, "Schijndel"},
                           {our.team_uden, our.maashorst, "Uden"}};
        for (auto const& team : teams)
            c.exec("INSERT INTO team (id, gemeente, naam) VALUES ($1, $2, $3)", {team.id, team.gemeente, team.naam});
        for (auto const rol : rollen) {
            add_user(c, 1, rol, rol, our.team_veghel);
            add_user(c, 2, rol, rol, our.team_uden);
        }
        add_user(c, 1, "klantmanager2", "klantmanager", our.team_schijndel);
        add_user(c, 2, "klantmanager2", "klantmanager", our.team_uden);
    });
}
}
