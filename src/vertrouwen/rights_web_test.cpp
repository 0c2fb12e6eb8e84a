#include "vertrouwen/login_testing.h"

// Who may open a file, and who can see that he did: checks 26 to 30, 58 and 59 of practice.md D3.

using namespace login_testing;
BOTH_ENGINES(ToegangPagina);

TEST_P(ToegangPagina, d3_26_own_and_family_files_stay_shut_and_are_told) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    sql(t, "UPDATE gebruiker SET persoon = $2 WHERE id = $1", {user_of(1, "klantmanager"), file.persoon});
    auto browser = t.as("klantmanager");
    auto const path = fmt::format("/dossiers/{}/inzage", file.dossier.value);
    auto const answer = browser.get(path);
    EXPECT_EQ(answer.status, 403) << "also in the own caseload";
    EXPECT_FALSE(answer.has("Gebremeskel"));
    auto const emergency = browser.post("/toegang", {{"dossier", std::to_string(file.dossier.value)},
                                                     {"doel", "noodtoegang"},
                                                     {"reden", "ik wil mijn eigen dossier graag inzien vandaag"}});
    EXPECT_EQ(emergency.status, 403);
    EXPECT_EQ(browser.get(path).status, 403);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM toegang"), 0);
    EXPECT_TRUE(t.as("privacy_officer").get("/beheer/noodtoegang").has("Wilde een eigen of familiedossier openen"));
    EXPECT_GE(count(t, "SELECT COUNT(*) FROM leeslog WHERE resultaat = 'geweigerd'"), 2);
}

TEST_P(ToegangPagina, d3_27_break_glass_needs_a_reason_ends_and_is_reviewed) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel", "klantmanager2");
    auto browser = t.as("regisseur");
    auto const path = fmt::format("/dossiers/{}/inzage", file.dossier.value);
    auto const ask = [&](std::string reason) {
        return browser.post("/toegang", {{"dossier", std::to_string(file.dossier.value)},
                                         {"doel", "noodtoegang"},
                                         {"reden", std::move(reason)},
                                         {"terug", path}});
    };
    auto const refused = ask("spoed");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.has("spoed</textarea>")) << "what was typed stays";
    auto const granted = ask("huisarts belt: kind is ernstig ziek geworden");
    EXPECT_EQ(granted.status, 303);
    EXPECT_EQ(granted.location, path);
    EXPECT_EQ(granted.location.find("Gebremeskel"), std::string::npos);
    auto officer = t.as("privacy_officer");
    auto const list = officer.get("/beheer/noodtoegang");
    EXPECT_TRUE(list.has("huisarts belt: kind is ernstig ziek geworden"));
    EXPECT_FALSE(list.has("Gebremeskel")) << "the officer sees no content";
    t.run_jobs();
    EXPECT_EQ(
        count(t, "SELECT COUNT(*) FROM taak WHERE eigenaar = $1 AND dossier IS NULL", {user_of(1, "privacy_officer")}),
        1);
    auto const id = count(t, "SELECT id FROM toegang");
    EXPECT_EQ(browser.post(fmt::format("/beheer/noodtoegang/{}/nagekeken", id), {{"oordeel", "terecht"}}).status, 403);
    EXPECT_EQ(officer.post(fmt::format("/beheer/noodtoegang/{}/nagekeken", id), {{"oordeel", "misschien"}}).status,
              400);
    EXPECT_EQ(officer.post(fmt::format("/beheer/noodtoegang/{}/nagekeken", id), {{"oordeel", "onterecht"}}).status,
              303);
    EXPECT_FALSE(officer.get("/beheer/noodtoegang").has("huisarts belt"));
    EXPECT_TRUE(officer.get("/beheer/noodtoegang?toon=alles").has("Niet terecht"));
    sql(t, "UPDATE toegang SET tot = vanaf");
    EXPECT_EQ(browser.get(path).status, 403) << "it ended";
}

TEST_P(ToegangPagina, d3_28_a_purpose_is_asked_outside_the_own_caseload_and_logged) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel", "klantmanager2");
    auto browser = t.as("regisseur");
    auto const path = fmt::format("/dossiers/{}/inzage", file.dossier.value);
    auto const asked = browser.get(path);
    EXPECT_EQ(asked.status, 403);
    EXPECT_TRUE(asked.has("Waarvoor hebt u dit dossier nodig?"));
    EXPECT_FALSE(asked.has("Gebremeskel"));
    auto const choose = [&](std::string doel) {
        return browser.post(
            "/toegang",
            {{"dossier", asked.input("dossier")}, {"terug", asked.input("terug")}, {"doel", std::move(doel)}});
    };
    EXPECT_EQ(choose("").status, 422);
    EXPECT_EQ(choose("eigen_caseload").status, 422);
    EXPECT_EQ(choose("inburgering").location, path);
    EXPECT_EQ(browser.get(path).status, 200);
    EXPECT_EQ(count(t,
                    "SELECT COUNT(*) FROM leeslog WHERE dossier = $1 AND doel = 'inburgering' AND resultaat = 'gezien'",
                    {file.dossier}),
              1);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM leeslog WHERE dossier = $1 AND resultaat = 'geweigerd'", {file.dossier}),
              1);
    EXPECT_EQ(browser
                  .post("/toegang",
                        {{"dossier", asked.input("dossier")}, {"doel", "inburgering"}, {"terug", "//evil.example"}})
                  .location,
              fmt::format("/dossiers/{}", file.dossier.value));
    EXPECT_EQ(
        t.as("regisseur", 2).post("/toegang", {{"dossier", asked.input("dossier")}, {"doel", "inburgering"}}).status,
        404);
    EXPECT_EQ(browser.post("/toegang", {{"dossier", "0"}, {"doel", "inburgering"}}).status, 404);
}

TEST_P(ToegangPagina, d3_29_the_administrator_opens_no_file_and_d3_24_lists_end_at_the_municipality) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto beheer = t.as("functioneel_beheerder");
    EXPECT_EQ(beheer.get(fmt::format("/dossiers/{}/inzage", file.dossier.value)).status, 403);
    EXPECT_EQ(beheer
                  .post("/toegang", {{"dossier", std::to_string(file.dossier.value)},
                                     {"doel", "noodtoegang"},
                                     {"reden", "ik beheer dit systeem dus mag alles"}})
                  .status,
              403);
    auto const list = beheer.get("/beheer/gebruikers");
    EXPECT_TRUE(list.has("Test planner 1"));
    EXPECT_FALSE(list.has("Test planner 2"));
    EXPECT_EQ(beheer.get(fmt::format("/beheer/gebruikers/{}", user_of(2, "planner").value)).status, 404);
    EXPECT_EQ(t.as("privacy_officer", 2).get(fmt::format("/dossiers/{}/inzage", file.dossier.value)).status, 404);
}

TEST_P(ToegangPagina, d3_30_a_deep_link_shows_nothing_to_the_wrong_user) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto const path = fmt::format("/dossiers/{}/inzage", file.dossier.value);
    auto nobody = t.anonymous();
    auto const login = nobody.get(path);
    EXPECT_EQ(login.status, 303);
    EXPECT_EQ(login.location, "/inloggen?terug=" + http::url_encode(path));
    auto const wrong = t.as("planner").get(path);
    EXPECT_EQ(wrong.status, 403);
    EXPECT_FALSE(wrong.has("Gebremeskel"));
}

TEST_P(ToegangPagina, d3_58_the_read_log_tells_who_what_when_why_and_from_where) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    t.as("klantmanager").get(fmt::format("/dossiers/{}/inzage", file.dossier.value));
    t.as("planner").get(fmt::format("/dossiers/{}/inzage", file.dossier.value));
    auto officer = t.as("privacy_officer");
    auto const log = officer.get("/beheer/leeslog");
    for (auto const* part : {"Test klantmanager 1", "Eigen caseload", "Gezien", "127.0.0.1", "25 nov 2026"})
        EXPECT_TRUE(log.has(part)) << part;
    EXPECT_FALSE(log.has("Gebremeskel"));
    auto const here = officer.get(
        fmt::format("/dossiers/{}/inzage?gebruiker={}", file.dossier.value, user_of(1, "klantmanager").value));
    EXPECT_EQ(here.status, 200);
    EXPECT_TRUE(here.has("Test klantmanager 1"));
    EXPECT_EQ(officer.get("/beheer/leeslog?van=2026-02-31").status, 422);
    EXPECT_EQ(officer.get("/beheer/leeslog?dossier=2026-999999").status, 422);
    EXPECT_EQ(officer.get("/beheer/leeslog?van=2026-11-26").status, 200);
    EXPECT_TRUE(officer.get("/beheer/leeslog?van=2026-11-26").has("keek niemand"));
    auto const number = t.database().read(db::Scope::system(), [&](db::Connection& c) {
        return c.value<std::string>("SELECT nummer FROM dossier WHERE id = $1", {file.dossier}).value_or("");
    });
    EXPECT_TRUE(officer.get("/beheer/leeslog?dossier=" + number).has("Test klantmanager 1"));
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM leeslog WHERE handeling = 'leeslog' AND doel = 'toezicht'"), 1)
        << "looking in the log is logged too";
}

TEST_P(ToegangPagina, d3_59_the_chain_is_checked_from_the_page) {
    WebTest t{GetParam()};
    auto officer = t.as("privacy_officer");
    t.as("klantmanager").post("/account", {{"naam", "Nieuwe Naam"}, {"taal", "nl"}});
    EXPECT_TRUE(officer.get("/beheer/audit").has("Eigen naam gewijzigd"));
    EXPECT_TRUE(officer.post("/beheer/audit", {}).has("De keten klopt"));
    sql(t, "UPDATE audit SET handeling = 'niets' WHERE gemeente = 1 AND volgnummer = 1");
    auto const broken = officer.post("/beheer/audit", {});
    EXPECT_TRUE(broken.has("De keten klopt niet"));
    EXPECT_TRUE(broken.has("Wijzigingen, regel 1: regel is veranderd of past niet op de regel ervoor"));
    EXPECT_EQ(t.as("functioneel_beheerder").get("/beheer/audit").status, 403);
}

TEST_P(ToegangPagina, the_read_log_keeps_a_wrong_day_as_it_was_typed) {
    WebTest t{GetParam()};
    auto officer = t.as("privacy_officer");
    EXPECT_FALSE(officer.get("/beheer/leeslog").has("type=\"date\""));
    auto const wrong = officer.get("/beheer/leeslog?van-dag=31&van-maand=2&van-jaar=2026");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.has("Vul een dag in die bestaat"));
    EXPECT_EQ(wrong.input("van-dag"), "31");
    EXPECT_EQ(officer.get("/beheer/leeslog?van-dag=x&van-maand=2&van-jaar=2026").input("van-dag"), "x");
    EXPECT_FALSE(wrong.has("keek niemand")) << "nothing was looked up";
    auto const back = officer.get("/beheer/leeslog?van-dag=2&van-maand=11&van-jaar=2026&tot=2026-11-01");
    EXPECT_EQ(back.status, 422);
    EXPECT_TRUE(back.has("De laatste dag ligt vóór de eerste."));
    EXPECT_EQ(officer.get("/beheer/leeslog?van-dag=2&van-maand=11&van-jaar=2026").status, 200);
    auto const file = t.file("Tewelde", "Haile");
    auto const inzage = fmt::format("/dossiers/{}/inzage", file.dossier.value);
    EXPECT_EQ(officer.get(inzage + "?tot-dag=31&tot-maand=2&tot-jaar=2026").status, 422);
    EXPECT_EQ(officer.get(inzage).status, 200);
}

TEST_P(ToegangPagina, changes_are_told_in_words_with_the_file_they_are_about) {
    WebTest t{GetParam()};
    auto const file = t.file("Tewelde", "Haile");
    auto officer = t.as("privacy_officer");
    auto const page = officer.get("/beheer/audit");
    EXPECT_TRUE(page.has("Dossier toegewezen"));
    EXPECT_TRUE(page.has("Persoon toegevoegd"));
    EXPECT_TRUE(page.has(fmt::format("href=\"/dossiers/{}/inzage\"", file.dossier.value))) << "as far as the role goes";
    EXPECT_TRUE(page.has("Test klantmanager 1")) << "an id in the details is a colleague's name";
    EXPECT_FALSE(page.has("{&quot;")) << "no raw JSON";
    sql(t, "UPDATE gebruiker SET taal = 'en' WHERE rol = 'privacy_officer'");
    auto const english = officer.get("/beheer/audit");
    EXPECT_TRUE(english.has("File assigned"));
    EXPECT_FALSE(english.has("Dossier toegewezen"));
    sql(t, "UPDATE audit SET handeling = 'nieuw.soort' WHERE gemeente = 1 AND volgnummer = 1");
    EXPECT_TRUE(officer.get("/beheer/audit").has("nieuw.soort")) << "an unknown code is shown as it is";
    EXPECT_TRUE(officer.post("/beheer/audit", {}).has("row was changed or does not fit the row before it"));
}
