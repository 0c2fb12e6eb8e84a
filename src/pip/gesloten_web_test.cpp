#include "dossier/store.h"
#include "tests/web/harness.h"

using web_testing::Fields;
using web_testing::WebTest;
BOTH_ENGINES(gesloten_web);

namespace {
Fields day(std::string name, std::string d, std::string m = "11", std::string y = "2026") {
    return {{name + "-dag", std::move(d)}, {name + "-maand", std::move(m)}, {name + "-jaar", std::move(y)}};
}
Fields with(Fields a, Fields const& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}
std::int64_t count(WebTest& t, std::string_view sql) {
    return t.database().read(db::Scope::system(),
                             [&](db::Connection& c) { return c.value<std::int64_t>(sql).value_or(-1); });
}
Fields talk() {
    return with({{"plaats", "gemeente"}, {"wijze", "persoonlijk"}, {"tolk_wijze", "geen"}, {"verslag", "Laat"}},
                day("dag", "25"));
}
/// Every form of intake, test and plan that writes, with what a worker would send.
std::vector<std::pair<std::string, Fields>> forms() {
    return {{"/intake", with({{"plaats", "gemeente"}}, day("dag", "25"))},
            {"/intake/leefgebieden/motivatie", {{"antwoord", "3"}, {"reden", "x"}}},
            {"/intake/basis/gezin", {{"kinderen_vve", "ja"}}},
            {"/intake/basis/opleiding/nieuw", {{"naam", "School"}}},
            {"/intake/wettelijk/apart_gesprek", day("dag", "25")},
            {"/intake/gesprekken/nieuw", talk()},
            {"/intake/prive/nieuw", talk()},
            {"/intake/oproepen/nieuw",
             with({{"plaats", "Stadhuis"}, {"begin", "9.30"}, {"einde", "10.30"}}, day("dag", "25"))},
            {"/intake/afronden", {{"wijze", "gewoon"}}},
            {"/toets/aanvragen", day("dag", "25")},
            {"/plan/beginnen", {}},
            {"/plan/leerroute", {{"gezien", "0"}, {"leerroute", "B"}}},
            {"/plan/begeleiding", {{"gezien", "0"}, {"pvt_uren", "12"}}},
            {"/plan/doelen", {{"gezien", "0"}}},
            {"/plan/afspraken", {{"gezien", "0"}}},
            {"/plan/voorleggen", day("dag", "25")},
            {"/plan/ondertekenen", {{"wijze", "naam"}, {"naam", "Semhar"}, {"akkoord", "ja"}, {"gezien", "0"}}},
            {"/plan/vaststellen", with({{"gezien", "0"}, {"zonder", "x"}}, day("dag", "25"))},
            {"/plan/verwerpen", {}},
            {"/plan/oorzaak", {{"tekst", "Laat"}}}};
}

void refused_everywhere(std::string const& engine, std::string_view sql, std::string_view says) {
    WebTest t{engine};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    auto const path = fmt::format("/dossiers/{}", file.dossier.value);
    EXPECT_EQ(me.post(path + "/intake", with({{"plaats", "gemeente"}}, day("dag", "25"))).status, 303);
    EXPECT_EQ(me.post(path + "/plan/beginnen", {}).status, 303);
    t.database().write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) { return c.exec(sql, {}); });
    auto const before = count(t, "SELECT COUNT(*) FROM audit");
    for (auto const& [rest, fields] : forms()) {
        auto const no = me.post(path + rest, fields);
        EXPECT_EQ(no.status, 409) << rest;
        EXPECT_TRUE(no.has(says)) << rest;
    }
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM audit"), before) << "nothing was written";
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM pip WHERE stand = 'concept'"), 1);
    // Reading goes on.
    EXPECT_EQ(me.get(path + "/intake").status, 200);
    EXPECT_EQ(me.get(path + "/plan").status, 200);
}

TEST_P(gesloten_web, nothing_of_intake_test_or_plan_is_written_in_a_closed_file) {
    refused_everywhere(GetParam(),
                       "UPDATE dossier SET stand = 'gesloten', gesloten_op = '2026-11-25', sluitreden = 'anders'",
                       "Dit dossier is gesloten");
}
TEST_P(gesloten_web, a_day_before_the_act_is_no_day_for_intake_or_plan) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    auto const path = fmt::format("/dossiers/{}", file.dossier.value);
    std::string_view const says = "Deze dag ligt voor 1 januari 2022";
    auto const old = [](std::string y) { return day("dag", "31", "12", std::move(y)); };
    for (auto const* year : {"2021", "0001"}) {
        auto const no = me.post(path + "/intake", with({{"plaats", "gemeente"}}, old(year)));
        EXPECT_EQ(no.status, 422);
    }
    EXPECT_TRUE(me.post(path + "/intake", with({{"plaats", "gemeente"}}, old("2021"))).has(says));
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM intake"), 0);
    EXPECT_EQ(me.post(path + "/plan/beginnen", {}).status, 303);
    EXPECT_TRUE(me.post(path + "/plan/voorleggen", old("2021")).has(says));
    auto const scan = with({{"wijze", "document"}, {"naam", "Semhar"}, {"gezien", "0"}}, old("2021"));
    EXPECT_TRUE(me.post(path + "/plan/ondertekenen", scan).has(says));
}
TEST_P(gesloten_web, nothing_of_intake_test_or_plan_is_written_for_who_died) {
    refused_everywhere(GetParam(), "UPDATE persoon SET overleden_op = '2026-11-20'", "Deze persoon is overleden");
}
}
