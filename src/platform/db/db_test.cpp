#include "platform/db/migrate.h"
#include "tests/support/database.h"

#include <gtest/gtest.h>

using testing_support::ScratchDatabase;
BOTH_ENGINES(Database);

TEST_P(Database, cast_is_there) {
    ScratchDatabase d{GetParam()};
    testing_support::seed_cast(*d);
    auto const n = d->read(db::Scope::system(), [](db::Connection& c) {
        return c.value<std::int64_t>("SELECT count(*) FROM gebruiker");
    });
    EXPECT_EQ(n, 22);
    EXPECT_TRUE(db::pending(*d).empty());
}
