#include "dossier/store.h"
#include "inburgeringstermijn/store.h"
#include "tests/web/harness.h"
#include "vertrouwen/store.h"

namespace {
using web_testing::WebTest;

class dossier_web : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(db, dossier_web, ::testing::ValuesIn(testing_support::engines()),
                         [](auto const& i) { return i.param; });

std::string path(WebTest::File const& file, std::string_view rest = {}) {
    return fmt::format("/dossiers/{}{}", file.dossier.value, rest);
}
web_testing::Fields note(std::string text, std::string day = "25", std::string month = "11",
                         std::string year = "2026") {
    return {{"wijze", "notitie"},       {"dag-dag", day}, {"dag-maand", month},      {"dag-jaar", year},
            {"categorie", "voortgang"}, {"tolk", "geen"}, {"tekst", std::move(text)}};
}
std::int64_t count(WebTest& t, std::string_view sql) {
    return t.database().read(db::Scope::system(),
                             [&](db::Connection& c) { return c.value<std::int64_t>(sql).value_or(-1); });
}
constexpr std::string_view notes = "SELECT COUNT(*) FROM gebeurtenis WHERE soort = 'notitie'";

TEST_P(dossier_web, the_file_says_who_what_and_what_next) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar Tesfamariam", "Gebremeskel");
    auto page = t.as("klantmanager").get(path(file));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Semhar Tesfamariam Gebremeskel"));
    EXPECT_TRUE(page.has("Er is nog geen kennisgeving van DUO."));
    EXPECT_TRUE(page.has("Kennisgeving vastleggen"));
    EXPECT_TRUE(page.has("Tijdlijn"));
    EXPECT_TRUE(page.has("Wettelijke termijnen"));
    EXPECT_EQ(page.body.find("<h1"), page.body.rfind("<h1"));
}

TEST_P(dossier_web, a_note_is_written_and_shown_as_text) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    auto const sent =
        me.post(path(file, "/notities"), note("<script>alert(1)</script> & \"><img onerror=x> {{7*7}} ${7*7}"));
    EXPECT_EQ(sent.status, 303);
    auto const page = me.get(path(file));
    EXPECT_FALSE(page.has("<script>alert"));
    EXPECT_TRUE(page.has("&lt;script&gt;alert(1)&lt;/script&gt;"));
    EXPECT_TRUE(page.has("{{7*7}} ${7*7}"));
}

TEST_P(dossier_web, a_double_click_makes_one_note) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    auto const form = me.get(path(file, "/notities"));
    auto fields = note("Eén keer.");
    web_testing::Answer only = form;   // the shell has forms of its own, with other tokens
    only.body = form.body.substr(form.body.find("action=\"" + path(file, "/notities")));
    fields.emplace_back("_csrf", only.input("_csrf"));
    fields.emplace_back("_eenmalig", only.input("_eenmalig"));
    EXPECT_EQ(me.post_raw(path(file, "/notities"), fields).status, 303);
    EXPECT_EQ(me.post_raw(path(file, "/notities"), fields).status, 303);
    EXPECT_EQ(count(t, notes), 1);
}

TEST_P(dossier_web, what_is_wrong_stands_beside_the_field_and_what_was_typed_stays) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    struct {
        web_testing::Fields fields;
        std::string_view says;
    } const cases[] = {
        {note("Gebeld.", "31", "02", "2026"), "Vul een dag in die bestaat"},
        {note("Gebeld.", "x", "", ""), "Vul een dag in die bestaat"},
        {note("Gebeld.", "26", "11", "2026"), "Deze dag ligt in de toekomst"},
        {note("  "), "Schrijf wat er is gebeurd"},
        {note(std::string(10'001, 'x')), "De tekst is te lang"},
    };
    for (auto const& c : cases) {
        auto const page = me.post(path(file, "/notities"), c.fields);
        EXPECT_EQ(page.status, 422);
        EXPECT_TRUE(page.has(c.says)) << c.says;
    }
    auto const kept = me.post(path(file, "/notities"), note("Dit blijft staan.", "31", "02", "2026"));
    EXPECT_TRUE(kept.has("Dit blijft staan."));
    EXPECT_TRUE(kept.has("value=\"31\""));
    EXPECT_EQ(count(t, notes), 0);
    EXPECT_EQ(me.post(path(file, "/notities"), note(std::string(10'000, 'x'))).status, 303);
}

TEST_P(dossier_web, a_category_or_person_that_is_not_yours_is_refused) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel"), other = t.file("Omar", "Al-Masri");
    auto me = t.as("klantmanager");
    auto fields = note("x");
    fields[4].second = "onzin";
    EXPECT_EQ(me.post(path(file, "/notities"), fields).status, 422);
    fields = note("x");
    fields.emplace_back("over", std::to_string(other.persoon.value));
    EXPECT_EQ(me.post(path(file, "/notities"), fields).status, 422);
}

TEST_P(dossier_web, health_is_read_by_those_who_may) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto fields = note("Slaapt slecht.");
    fields[4].second = "gezondheid";
    EXPECT_EQ(t.as("klantmanager").post(path(file, "/notities"), fields).status, 303);
    EXPECT_TRUE(t.as("klantmanager").get(path(file)).has("Slaapt slecht."));
    auto planner = t.as("planner");
    planner.post("/toegang", {{"dossier", std::to_string(file.dossier.value)},
                              {"doel", "planning"},
                              {"reden", "rooster maken"},
                              {"terug", path(file)}});
    EXPECT_FALSE(planner.get(path(file)).has("Slaapt slecht."));
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM gebeurtenis WHERE tekst LIKE '%slecht%'"), 0);
}

TEST_P(dossier_web, a_correction_keeps_the_old_text_and_a_second_editor_sees_both) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    me.post(path(file, "/notities"), note("Woont in Uden."));
    auto const id = count(t, "SELECT MAX(id) FROM gebeurtenis WHERE soort = 'notitie'");
    auto const edit = path(file, fmt::format("/notities/{}", id));
    EXPECT_TRUE(me.get(edit).has("Woont in Uden."));
    EXPECT_EQ(me.post(edit, note("Woont in Veghel.")).status, 303);
    auto const page = me.get(path(file));
    EXPECT_TRUE(page.has("Woont in Uden."));
    EXPECT_TRUE(page.has("Woont in Veghel."));
    EXPECT_TRUE(page.has("verbeterd"));
    auto const second = me.post(edit, note("Woont in Schijndel."));
    EXPECT_EQ(second.status, 409);
    EXPECT_TRUE(second.has("Woont in Veghel."));
    EXPECT_TRUE(second.has("Woont in Schijndel."));
    EXPECT_EQ(count(t, notes), 2);
    EXPECT_EQ(me.get(path(file, "/notities/12345")).status, 404);
}

TEST_P(dossier_web, another_municipality_finds_nothing) {
    WebTest t{GetParam()};
    auto const theirs = t.file("Fatima", "Darwish", "klantmanager", 2);
    auto me = t.as("regisseur", 1);
    for (auto const rest : {"", "/notities", "/toewijzen", "/sluiten", "/termijnen", "/termijnen/feit"})
        EXPECT_EQ(me.get(path(theirs, rest)).status, 404) << rest;
    auto const tried = me.post_raw(path(theirs, "/notities"), note("x"));
    EXPECT_TRUE(tried.status == 404 || tried.status == 419) << tried.status;
    EXPECT_EQ(count(t, notes), 0);
    EXPECT_EQ(me.get("/dossiers/999").status, 404);
    EXPECT_EQ(me.get("/dossiers/geen-getal").status, 404);
}

TEST_P(dossier_web, assignment_by_form_with_conflict_of_versions) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto boss = t.as("regisseur");
    auto const form = boss.get(path(file, "/toewijzen"));
    ASSERT_EQ(form.status, 200);
    auto const version = form.input("versie");
    auto const fields = [&](std::string who, std::string day, std::string month) {
        return web_testing::Fields{{"rol", "klantmanager"}, {"wie", who},           {"vanaf-dag", day},
                                   {"vanaf-maand", month},  {"vanaf-jaar", "2026"}, {"versie", version}};
    };
    auto const next = std::to_string(testing_support::user_of(1, "klantmanager2").value);
    EXPECT_EQ(boss.post(path(file, "/toewijzen"), fields("77", "25", "11")).status, 422);
    EXPECT_EQ(boss.post(path(file, "/toewijzen"),
                        fields(std::to_string(testing_support::user_of(2, "klantmanager").value), "25", "11"))
                  .status,
              422);
    EXPECT_EQ(boss.post(path(file, "/toewijzen"), fields(next, "31", "02")).status, 422);
    EXPECT_EQ(boss.post(path(file, "/toewijzen"), fields(next, "25", "11")).status, 303);
    auto const stale = boss.post(path(file, "/toewijzen"), fields("0", "25", "11"));
    EXPECT_EQ(stale.status, 409);
    EXPECT_TRUE(stale.has("intussen gewijzigd"));
    EXPECT_TRUE(stale.has("Test klantmanager2 1"));
}

TEST_P(dossier_web, closing_and_reopening) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto boss = t.as("klantmanager");
    EXPECT_EQ(boss.post(path(file, "/sluiten"), {{"reden", "zomaar"}}).status, 422);
    EXPECT_EQ(boss.post(path(file, "/sluiten"), {{"reden", "Verhuisd naar een andere gemeente"}}).status, 303);
    auto const page = boss.get(path(file));
    EXPECT_TRUE(page.has("Dit dossier is gesloten op"));
    EXPECT_TRUE(page.has("Dossier heropenen"));
    EXPECT_EQ(boss.post(path(file, "/heropenen"), {}).status, 303);
    EXPECT_FALSE(boss.get(path(file)).has("Dit dossier is gesloten op"));
    EXPECT_EQ(t.as("planner").get(path(file, "/sluiten")).status, 403);
}

TEST_P(dossier_web, a_fact_starts_a_clock_with_its_why) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    auto const fact = [&](std::string kind, std::string day, std::string month, std::string why = "") {
        return me.post(path(file, "/termijnen/feit"), {{"soort", kind},
                                                       {"dag-dag", day},
                                                       {"dag-maand", month},
                                                       {"dag-jaar", "2026"},
                                                       {"laatste-dag", ""},
                                                       {"laatste-maand", ""},
                                                       {"laatste-jaar", ""},
                                                       {"toelichting", why}});
    };
    EXPECT_EQ(fact("kennisgeving", "31", "02").status, 422);
    EXPECT_EQ(fact("kennisgeving", "26", "11").status, 422);
    EXPECT_EQ(fact("duo_termijn", "25", "11").status, 422) << "DUO registers that";
    EXPECT_EQ(fact("onzin", "25", "11").status, 422);
    EXPECT_EQ(fact("derden_gevraagd", "25", "11").status, 422) << "from whom?";
    EXPECT_EQ(fact("kennisgeving", "28", "09").status, 303);
    auto const page = me.get(path(file));
    EXPECT_TRUE(page.has("maandag 7 december 2026"));
    EXPECT_TRUE(page.has("nog 12 dagen"));
    EXPECT_TRUE(page.has("Waarom 7 december?"));
    EXPECT_TRUE(page.has("Besluit 5.3"));
    auto const terms = me.get(path(file, "/termijnen"));
    EXPECT_EQ(terms.status, 200);
    EXPECT_TRUE(terms.has("28 sep"));
    EXPECT_TRUE(me.get("/mijn-werk").has("PIP vaststellen"));
    auto const id = count(t, "SELECT MAX(id) FROM termijnfeit");
    auto const back = path(file, fmt::format("/termijnen/feit/{}/intrekken", id));
    EXPECT_EQ(me.get(back).status, 200);
    EXPECT_EQ(me.post(back, {{"reden", ""}}).status, 422);
    EXPECT_EQ(me.post(back, {{"reden", "verkeerd dossier"}}).status, 303);
    EXPECT_EQ(me.get(back).status, 404);
    EXPECT_TRUE(me.get(path(file, "/termijnen")).has("ingetrokken"));
    EXPECT_FALSE(me.get("/mijn-werk").has("PIP vaststellen"));
}

TEST_P(dossier_web, the_timeline_is_filtered_and_paged_by_the_address) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    t.database().write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
        for (int i = 0; i < 40; ++i)
            dossier::add_event(c, t.kluis(), vertrouwen::Access::systeem(GemeenteId{1}), {}, file.dossier,
                               {.dag = Date{2026y / 1 / 1} + std::chrono::days{i},
                                .soort = dossier::Soort::brief,
                                .categorie = vertrouwen::Categorie::contact,
                                .titel = fmt::format("Brief nummer {:02}", i)});
    });
    auto const first = me.get(path(file, "?soort=brief"));
    EXPECT_TRUE(first.has("Brief nummer 39"));
    EXPECT_FALSE(first.has("Brief nummer 05"));
    EXPECT_TRUE(first.has("Eerdere gebeurtenissen"));
    auto const at = first.body.find("voor=");
    ASSERT_NE(at, std::string::npos);
    auto const id = first.body.substr(at + 5, first.body.find('"', at) - at - 5);
    auto const second = me.get(path(file, "?soort=brief&voor=" + id));
    EXPECT_TRUE(second.has("Brief nummer 05"));
    EXPECT_FALSE(second.has("Brief nummer 39"));
    EXPECT_EQ(me.get(path(file, "?soort=onzin&persoon=x&voor=1;DROP")).status, 200);
}

TEST_P(dossier_web, the_programs_own_words_on_the_timeline_are_in_the_readers_language) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    t.database().write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
        auto const add = [&](dossier::Soort soort, std::string tekst) {
            dossier::add_event(c, t.kluis(), vertrouwen::Access::systeem(GemeenteId{1}),
                               t.program().shared().clock.now(), file.dossier,
                               {.dag = Date{2026y / 11 / 25},
                                .soort = soort,
                                .categorie = vertrouwen::Categorie::voortgang,
                                .titel = "Notitie",
                                .tekst = std::move(tekst),
                                .bron = ""});
        };
        add(dossier::Soort::wettelijk, "Reden volgens DUO: Inburgeringsplicht voldaan.");
        add(dossier::Soort::notitie, "Reden volgens DUO");
        return c.exec("UPDATE gebruiker SET taal = 'en' WHERE id = $1", {testing_support::user_of(1, "klantmanager")});
    });
    auto const page = t.as("klantmanager").get(path(file));
    EXPECT_TRUE(page.has("Reason according to DUO: "));
    EXPECT_FALSE(page.has("Reden volgens DUO: "));
    EXPECT_TRUE(page.has(">Reden volgens DUO<")) << "what somebody wrote stays as it was";
}
}
