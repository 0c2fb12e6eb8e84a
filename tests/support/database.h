#pragma once
#include "platform/db/db.h"

#include <memory>
#include <string>
#include <vector>

/// Throw-away databases with all migrations done, for store and web tests: SQLite always; PostgreSQL when
/// MEEDOEN_TEST_PG names a server (`./test` starts one), otherwise that half of a test says that it skipped.
namespace testing_support {
struct Engine {
    std::string name;
};
std::vector<std::string> engines();   // {"sqlite"} or {"sqlite", "postgresql"}
/// A new, migrated database; gone with the returned object.
class ScratchDatabase {
public:
    explicit ScratchDatabase(std::string const& engine);
    ~ScratchDatabase();
    db::Database& operator*() { return *database_; }
    db::Database* operator->() { return database_.get(); }
    std::string const& url() const { return url_; }

private:
    std::string url_, drop_;
    std::unique_ptr<db::Database> database_;
};
/// Two municipalities, a team each, one user a role each: ids are fixed so that tests can name them.
struct Cast {
    GemeenteId meierijstad{1}, maashorst{2};
    TeamId team_veghel{11}, team_schijndel{12}, team_uden{21};
};
Cast const& cast();
GebruikerId user_of(int gemeente, std::string_view rol);   // 1 or 2; made by seed_cast
void seed_cast(db::Database&);
}
/// A store test that runs on both engines: TEST_P(name, case) with GetParam() the engine; use ScratchDatabase
/// d{GetParam()}.
#define BOTH_ENGINES(suite)                                                                                            \
    class suite : public ::testing::TestWithParam<std::string> {};                                                     \
    INSTANTIATE_TEST_SUITE_P(db, suite, ::testing::ValuesIn(::testing_support::engines()),                             \
                             [](auto const& i) { return i.param; })
