#include "tests/web/harness.h"
#include "werkvoorraad/store.h"

namespace {
using testing_support::cast;
using testing_support::user_of;
using web_testing::WebTest;

class menu_web : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(db, menu_web, ::testing::ValuesIn(testing_support::engines()),
                         [](auto const& i) { return i.param; });

constexpr Date today{2026y / 11 / 25};

void tasks(WebTest& t, int count, std::optional<GebruikerId> owner, std::optional<TeamId> team = {}) {
    t.database().write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
        for (int i = 0; i < count; ++i)
            werkvoorraad::add(
                c, vertrouwen::Access::systeem(GemeenteId{1}), platform::moment_of({today, 9, 0}),
                {.soort = "overig", .titel = "Taak", .uiterlijk = today, .eigenaar = owner, .team = team});
    });
}
/// What stands behind an item of the menu; empty: nothing.
std::string badge(web_testing::Answer const& page, std::string_view label) {
    auto const nav = page.body.find("<nav class=\"md-nav\"");
    auto const at = page.body.find(std::string{">"} + std::string{label} + "</span>", nav);
    if (at == std::string::npos) return "no such item";
    auto const item = page.body.substr(at, page.body.find("</li>", at) - at);
    auto const number = item.find("utrecht-number-badge\">");
    if (number == std::string::npos) return "";
    auto const from = number + std::string_view{"utrecht-number-badge\">"}.size();
    return item.substr(from, item.find('<', from) - from);
}

TEST_P(menu_web, says_how_much_waits_behind_each_item) {
    WebTest t{GetParam()};
    auto me = t.as("klantmanager"), boss = t.as("regisseur");
    EXPECT_EQ(badge(me.get("/agenda"), "Mijn werk"), "");
    tasks(t, 2, user_of(1, "klantmanager"));
    tasks(t, 3, {}, cast().team_veghel);
    tasks(t, 4, {}, cast().team_schijndel);
    auto const mine = me.get("/agenda");
    EXPECT_EQ(badge(mine, "Mijn werk"), "2");
    EXPECT_EQ(badge(mine, "Teamwachtrij"), "3") << "her own team's";
    EXPECT_EQ(badge(mine, "Dubbelen"), "no such item") << "not hers to open";
    auto const all = boss.get("/agenda");
    EXPECT_EQ(badge(all, "Mijn werk"), "");
    EXPECT_EQ(badge(all, "Teamwachtrij"), "7");
    EXPECT_EQ(badge(t.as("regisseur", 2).get("/agenda"), "Teamwachtrij"), "") << "another municipality";
}

TEST_P(menu_web, a_hundred_or_more_is_not_counted_out) {
    WebTest t{GetParam()};
    tasks(t, 99, user_of(1, "klantmanager"));
    auto me = t.as("klantmanager");
    EXPECT_EQ(badge(me.get("/agenda"), "Mijn werk"), "99");
    tasks(t, 2, user_of(1, "klantmanager"));
    EXPECT_EQ(badge(me.get("/agenda"), "Mijn werk"), "99+");
}

TEST_P(menu_web, one_item_is_where_the_reader_is) {
    WebTest t{GetParam()};
    auto const page = t.as("privacy_officer").get("/beheer/leeslog");
    auto const first = page.body.find("aria-current=\"page\"");
    EXPECT_NE(first, std::string::npos);
    EXPECT_EQ(page.body.find("aria-current=\"page\"", first + 1), std::string::npos);
}
}
