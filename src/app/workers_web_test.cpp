#include "app/serve.h"
#include "tests/web/harness.h"

#include <gtest/gtest.h>

namespace {
using web_testing::WebTest;

class nightly_work : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(db, nightly_work, ::testing::ValuesIn(testing_support::engines()),
                         [](auto const& i) { return i.param; });

TEST_P(nightly_work, forgets_finished_jobs_after_ninety_days_and_keeps_what_failed) {
    WebTest t{GetParam()};
    auto const now = t.program().shared().clock.now();
    auto const days_ago = [&](int days) { return now.plus(-std::chrono::days{days}); };
    auto const put = [&](std::string_view stand, Timestamp moment) {
        return t.database().write(db::Scope::system(), [&](db::Connection& c) {
            auto const id = jobs::add(c, GemeenteId{}, "gate.opruimen", "", moment);
            c.exec("UPDATE job SET stand = $2, klaar_op = $3 WHERE id = $1", {id, stand, moment});
            return id;
        });
    };
    auto const old = put("klaar", days_ago(91)), recent = put("klaar", days_ago(89)),
               failed = put("mislukt", days_ago(400));
    t.database().write(db::Scope::system(),
                       [&](db::Connection& c) { jobs::add(c, GemeenteId{}, "gate.opruimen", "", now); });
    t.run_jobs();
    auto const there = [&](std::int64_t id) {
        return t.database().read(db::Scope::system(), [&](db::Connection& c) {
            return c.value<std::int64_t>("SELECT id FROM job WHERE id = $1", {id}).has_value();
        });
    };
    EXPECT_FALSE(there(old));
    EXPECT_TRUE(there(recent));
    EXPECT_TRUE(there(failed)) << "somebody must still see it";
}
}
