#include "tests/web/harness.h"

using web_testing::Fields;
using web_testing::WebTest;

namespace {
BOTH_ENGINES(RekenhulpPagina);
}

TEST_P(RekenhulpPagina, lists_every_rule_with_a_link) {
    WebTest t{GetParam()};
    auto const page = t.as("klantmanager").get("/rekenhulp");
    EXPECT_EQ(page.status, 200);
    for (auto const* rule : {"pip-termijn", "inburgeringstermijn", "schakelen", "afschalen", "bezwaar", "ontzorgen",
                             "aanbod", "leeftijd", "naam", "bsn", "iban", "werkdag", "taakstelling"})
        EXPECT_TRUE(page.has(std::string{"href=\"/rekenhulp/"} + rule + "\"")) << rule;
    EXPECT_EQ(t.as("klantmanager").get("/rekenhulp/boete").status, 404);
}

TEST_P(RekenhulpPagina, an_empty_form_has_no_errors_and_no_answer) {
    WebTest t{GetParam()};
    auto const page = t.as("klantmanager").get("/rekenhulp/pip-termijn");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("name=\"kennisgeving-dag\""));
    EXPECT_FALSE(page.has("id=\"uitkomst\""));
    EXPECT_FALSE(page.has("aria-invalid"));
}

TEST_P(RekenhulpPagina, works_out_from_the_address_and_keeps_what_was_typed) {
    WebTest t{GetParam()};
    auto browser = t.as("klantmanager");
    auto const parts =
        browser.get("/rekenhulp/pip-termijn?kennisgeving-dag=28&kennisgeving-maand=2&kennisgeving-jaar=2026&hw28=nee");
    EXPECT_EQ(parts.status, 200);
    EXPECT_TRUE(parts.has("maandag 11 mei 2026"));
    EXPECT_TRUE(parts.has("zaterdag 9 mei 2026"));
    EXPECT_TRUE(parts.has("Besluit 5.3"));
    EXPECT_TRUE(parts.has("id=\"waarom\""));
    EXPECT_EQ(parts.input("kennisgeving-dag"), "28");
    EXPECT_EQ(parts.input("kennisgeving-jaar"), "2026");
    EXPECT_TRUE(browser.get("/rekenhulp/pip-termijn?kennisgeving=2026-02-28").has("maandag 11 mei 2026"));
}

TEST_P(RekenhulpPagina, a_refusal_says_no_and_why) {
    WebTest t{GetParam()};
    auto const page =
        t.as("klantmanager").get("/rekenhulp/schakelen?eerste_pip=2025-05-12&van=b1&naar=z&op=2026-11-14");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Nee, dit kan niet"));
    EXPECT_TRUE(page.has("De grens van anderhalf jaar is voorbij."));
}

TEST_P(RekenhulpPagina, errors_stand_beside_their_fields) {
    WebTest t{GetParam()};
    auto browser = t.as("klantmanager");
    auto const page =
        browser.get("/rekenhulp/pip-termijn?kennisgeving-dag=31&kennisgeving-maand=2&kennisgeving-jaar=2026");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.has("Vul een dag in die bestaat"));
    EXPECT_EQ(page.input("kennisgeving-dag"), "31");
    EXPECT_FALSE(page.has("id=\"uitkomst\""));
    auto const all = browser.get("/rekenhulp/afschalen?uren_nt2=veel");
    EXPECT_EQ(all.status, 422);
    EXPECT_TRUE(all.has("Vul dit in: Leerroute."));
    EXPECT_TRUE(all.has("Vul een heel getal in"));
    EXPECT_EQ(all.input("uren_nt2"), "veel");
    EXPECT_EQ(browser.get("/rekenhulp/ontzorgen?groep=AS-a&bijstand_vanaf=2026-04-01&bijstand_tot=2026-03-01").status,
              422);
}

TEST_P(RekenhulpPagina, values_of_a_person_come_in_the_body_and_never_from_the_address) {
    WebTest t{GetParam()};
    auto browser = t.as("klantmanager");
    auto const ignored = browser.get("/rekenhulp/bsn?waarde=999993653");
    EXPECT_EQ(ignored.status, 303);
    EXPECT_EQ(ignored.location, "/rekenhulp/bsn");
    EXPECT_TRUE(browser.get("/rekenhulp/bsn").has("method=\"post\""));
    auto const good = browser.post("/rekenhulp/bsn", {{"waarde", "999993653"}});
    EXPECT_EQ(good.status, 200);
    EXPECT_TRUE(good.has("elfproef"));
    auto const age = browser.post(
        "/rekenhulp/leeftijd", {{"geboren-jaar", "1997"}, {"op-dag", "25"}, {"op-maand", "11"}, {"op-jaar", "2026"}});
    EXPECT_EQ(age.status, 200);
    EXPECT_TRUE(age.has("Alleen het geboortejaar is bekend."));
    auto const unknown =
        browser.post("/rekenhulp/leeftijd", {{"op-dag", "25"}, {"op-maand", "11"}, {"op-jaar", "2026"}});
    EXPECT_EQ(unknown.status, 422);
    auto const name =
        browser.post("/rekenhulp/naam", {{"voornamen", "<b>Jo"}, {"geslachtsnaam", "Groenen"}, {"geslacht", "M"}});
    EXPECT_EQ(name.status, 200);
    EXPECT_TRUE(name.has("Geachte heer Groenen"));
    EXPECT_FALSE(name.has("<b>Jo"));
}

TEST_P(RekenhulpPagina, every_rule_opens_in_english_too) {
    WebTest t{GetParam()};
    auto browser = t.as("regisseur");
    browser.get("/taal/en?terug=/rekenhulp");
    for (auto const* rule : {"pip-termijn", "inburgeringstermijn", "schakelen", "afschalen", "bezwaar", "ontzorgen",
                             "aanbod", "leeftijd", "naam", "bsn", "iban", "werkdag", "taakstelling"})
        EXPECT_EQ(browser.get(std::string{"/rekenhulp/"} + rule).status, 200) << rule;
}
