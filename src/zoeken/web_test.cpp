#include "dossier/store.h"
#include "instroom/store.h"
#include "tests/web/harness.h"

using web_testing::WebTest;
BOTH_ENGINES(ZoekPagina);

namespace {
constexpr std::string_view number = "999993653";

PersoonId with_bsn(WebTest& t, bool file) {
    instroom::Persoonsgegevens g;
    g.bsn = Bsn::parse(number).value();
    g.naam = {"Almaz", "", "", "Haile"};
    g.geboren = PartialDate::parse("1997-03-14").value();
    g.herkomst = "hand";
    auto const system = vertrouwen::Access::systeem(GemeenteId{1});
    auto const now = t.program().shared().clock.now();
    return t.database().write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
        auto const who = instroom::upsert(c, t.kluis(), system, now, g).persoon;
        if (file) dossier::open_for(c, system, now, t.program().shared().clock.today(), who, "intake");
        return who;
    });
}
std::int64_t reads(WebTest& t, PersoonId who) {
    return t.database().read(db::Scope::system(), [&](db::Connection& c) {
        return c.value<std::int64_t>("SELECT COUNT(*) FROM leeslog WHERE persoon = $1 AND handeling = 'zoeken'", {who})
            .value();
    });
}
}

TEST_P(ZoekPagina, a_bsn_by_post_leads_to_the_file_and_stands_in_no_address) {
    WebTest t{GetParam()};
    with_bsn(t, true);
    auto user = t.as("klantmanager");
    auto const answer = user.post("/zoeken", {{"q", "9999.93.653"}});
    EXPECT_EQ(answer.status, 303);
    EXPECT_TRUE(answer.location.starts_with("/dossiers/")) << answer.location;
    EXPECT_EQ(answer.location.find("99999"), std::string::npos);
}

TEST_P(ZoekPagina, a_number_of_somebody_without_a_file_leads_to_the_person_and_repeats_nothing) {
    WebTest t{GetParam()};
    auto const who = with_bsn(t, false);
    auto user = t.as("klantmanager");
    auto const answer = user.post("/zoeken", {{"q", std::string{number}}});
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(answer.location, "/inburgeraars/" + std::to_string(who.value));
    auto const unknown = user.post("/zoeken", {{"q", "999990007"}});
    EXPECT_EQ(unknown.status, 200);
    EXPECT_EQ(unknown.location, "") << "a page, no address";
    EXPECT_FALSE(unknown.has("999990007"));
}

TEST_P(ZoekPagina, a_number_between_words_goes_into_no_address_either) {
    WebTest t{GetParam()};
    with_bsn(t, true);
    auto user = t.as("klantmanager");
    for (auto const* typed :
         {"almaz 999993653", "999993653 almaz", "almaz 9999 93 653", "bsn:999993653", "2740000001", "0612345678"}) {
        auto const answer = user.post("/zoeken", {{"q", typed}});
        EXPECT_EQ(answer.location.find("/zoeken"), std::string::npos) << typed << " → " << answer.location;
        EXPECT_EQ(answer.location.find("9999"), std::string::npos) << typed;
    }
}

TEST_P(ZoekPagina, a_number_in_the_address_is_not_used) {
    WebTest t{GetParam()};
    auto const who = with_bsn(t, true);
    auto user = t.as("klantmanager");
    auto const answer = user.get("/zoeken?q=" + std::string{number});
    EXPECT_EQ(answer.status, 200);
    EXPECT_FALSE(answer.has("Haile"));
    EXPECT_FALSE(answer.has(number));
    EXPECT_EQ(reads(t, who), 0);
}

TEST_P(ZoekPagina, a_name_is_a_page_with_an_address_and_is_in_the_read_log) {
    WebTest t{GetParam()};
    auto const who = with_bsn(t, true);
    auto user = t.as("klantmanager");
    auto const sent = user.post("/zoeken", {{"q", " almaz häile 1997 "}});
    EXPECT_EQ(sent.status, 303);
    EXPECT_EQ(sent.location, "/zoeken?q=almaz%20h%C3%A4ile%201997");
    auto const page = user.get(sent.location);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Haile"));
    EXPECT_EQ(reads(t, who), 1);
    EXPECT_FALSE(page.has(number)) << "a list shows no BSN";
}

TEST_P(ZoekPagina, a_planner_sees_no_bsn_and_finds_nobody_by_it) {
    WebTest t{GetParam()};
    auto const who = with_bsn(t, true);
    auto planner = t.as("planner");
    auto const by_number = planner.post("/zoeken", {{"q", std::string{number}}});
    EXPECT_FALSE(by_number.has("Haile"));
    EXPECT_FALSE(by_number.has(number));
    EXPECT_EQ(by_number.location, "");
    EXPECT_EQ(reads(t, who), 0);
    EXPECT_FALSE(planner.get("/zoeken?q=almaz").has(number));
}

TEST_P(ZoekPagina, other_municipalities_and_hostile_questions) {
    WebTest t{GetParam()};
    t.file("Fatima", "Darwish", "klantmanager", 2);
    auto user = t.as("regisseur");
    EXPECT_FALSE(user.get("/zoeken?q=fatima").has("Darwish"));
    for (auto const* typed :
         {"%3Cscript%3Ealert(1)%3C/script%3E", "%27%20OR%201=1--", "%25", "%22%3E%3Cimg%20src=x%3E", ""}) {
        auto const page = user.get("/zoeken?q=" + std::string{typed});
        EXPECT_EQ(page.status, 200) << typed;
        EXPECT_FALSE(page.has("<script>alert") || page.has("<img src=x")) << typed;
    }
    EXPECT_EQ(user.get("/zoeken").status, 200);
    EXPECT_EQ(t.as("privacy_officer").get("/zoeken?q=fatima").status, 403) << "reads logs, not people";
}
