#include "dossier/store.h"
#include "instroom/dubbelen.h"
#include "instroom/store.h"
#include "tests/web/harness.h"

namespace {
using web_testing::WebTest;

class dubbel_web : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(db, dubbel_web, ::testing::ValuesIn(testing_support::engines()),
                         [](auto const& i) { return i.param; });

/// Somebody with an address; with a file when `number` wants one.
PersoonId add(WebTest& t, std::string given, std::string street, int secrecy, bool with_file) {
    auto const system = vertrouwen::Access::systeem(GemeenteId{1});
    auto const now = t.program().shared().clock.now();
    return t.database().write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
        instroom::Persoonsgegevens g;
        g.naam = {std::move(given), "", "", "Tesfazghi"};
        g.geslacht = "V";
        g.geboren = *PartialDate::parse("1997-03-14");
        g.geheimhouding = secrecy;
        g.herkomst = "hand";
        brp::Adres a;
        a.functie = "W";
        a.straat = std::move(street);
        a.huisnummer = 7;
        a.postcode = "5461AB";
        a.woonplaats = "Veghel";
        g.adressen.push_back(a);
        auto const id = instroom::upsert(c, t.kluis(), system, now, g).persoon;
        if (with_file) dossier::open_for(c, system, now, Date{2026y / 11 / 25}, id, "instroom");
        instroom::check_duplicates(c, t.kluis(), GemeenteId{1}, id);
        return id;
    });
}
std::string pair_path(WebTest& t) {
    return t.database().read(db::Scope::system(), [](db::Connection& c) {
        return "/dubbelen/" + std::to_string(c.value<std::int64_t>("SELECT id FROM dubbel").value_or(0));
    });
}
std::string file_number(WebTest& t) {
    return t.database().read(db::Scope::system(), [](db::Connection& c) {
        return c.value<std::string>("SELECT nummer FROM dossier").value_or("");
    });
}

TEST_P(dubbel_web, both_people_stand_side_by_side_also_where_they_are_equal) {
    WebTest t{GetParam()};
    add(t, "Rahwa", "Markt", 0, true);
    add(t, "Rahwa", "Kerkstraat", 7, false);
    auto const path = pair_path(t);
    auto const seen = t.as("regisseur").get(path);
    ASSERT_EQ(seen.status, 200);
    EXPECT_TRUE(seen.has("14 maart 1997"));
    EXPECT_TRUE(seen.has(file_number(t)));
    EXPECT_TRUE(seen.has("geen dossier"));
    EXPECT_TRUE(seen.has("Markt 7"));
    auto const access = t.access("regisseur");
    bool const may = access.mag_zien(vertrouwen::Categorie::veiligheid);
    EXPECT_EQ(seen.has("Kerkstraat 7"), may) << "secrecy";
    EXPECT_EQ(seen.has("adres geheim"), !may);
    EXPECT_EQ(t.as("regisseur", 2).get(path).status, 404);
}

TEST_P(dubbel_web, a_decided_pair_says_what_was_decided_by_whom_and_offers_the_way_back) {
    WebTest t{GetParam()};
    add(t, "Rahwa", "Markt", 0, true);
    add(t, "Rahwa", "Markt", 0, false);
    auto const path = pair_path(t);
    auto me = t.as("regisseur");
    ASSERT_EQ(me.post(path, {{"blijver", me.get(path).input("blijver")}}).status, 303);
    auto const merged = me.get(path);
    EXPECT_TRUE(merged.has("Wat er is besloten"));
    EXPECT_TRUE(merged.has("Test regisseur 1"));
    EXPECT_TRUE(merged.has("woensdag 25 november 2026"));
    EXPECT_TRUE(merged.has("Samenvoegen ongedaan maken"));
    EXPECT_FALSE(merged.has("name=\"blijver\"")) << "no merge form";
    EXPECT_EQ(me.post(path, {{"blijver", "1"}}).status, 422);
    ASSERT_EQ(me.post(path + "/herstellen", {}).status, 303);
    EXPECT_TRUE(me.get(path).has("Samenvoegen ongedaan gemaakt"));
    EXPECT_FALSE(me.get(path).has("name=\"blijver\""));
    ASSERT_EQ(me.post(path + "/herstellen", {}).status, 303) << "to be judged again";
    EXPECT_TRUE(me.get(path).has("name=\"blijver\""));
}

TEST_P(dubbel_web, kept_apart_by_mistake_is_judged_again) {
    WebTest t{GetParam()};
    add(t, "Rahwa", "Markt", 0, false);
    add(t, "Rahwa", "Markt", 0, false);
    auto const path = pair_path(t);
    auto me = t.as("regisseur");
    EXPECT_EQ(me.post(path + "/herstellen", {}).status, 422) << "nothing was decided yet";
    ASSERT_EQ(me.post(path + "/verschillend", {}).status, 303);
    auto const apart = me.get(path);
    EXPECT_TRUE(apart.has("Verschillende personen"));
    EXPECT_TRUE(apart.has("Opnieuw beoordelen"));
    EXPECT_FALSE(apart.has("name=\"blijver\""));
    ASSERT_EQ(me.post(path + "/herstellen", {}).status, 303);
    EXPECT_TRUE(me.get(path).has("name=\"blijver\""));
}
}
