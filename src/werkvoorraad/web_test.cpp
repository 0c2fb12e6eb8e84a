#include "tests/web/harness.h"
#include "werkvoorraad/store.h"

namespace {
using testing_support::user_of;
using web_testing::WebTest;

class werkvoorraad_web : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(db, werkvoorraad_web, ::testing::ValuesIn(testing_support::engines()),
                         [](auto const& i) { return i.param; });

constexpr Date today{2026y / 11 / 25};

TaakId task(WebTest& t, werkvoorraad::NieuweTaak taak) {
    if (taak.soort.empty()) taak.soort = "overig";
    if (taak.uiterlijk == Date{}) taak.uiterlijk = today;
    return t.database().write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
        return werkvoorraad::add(c, vertrouwen::Access::systeem(GemeenteId{1}), platform::moment_of({today, 9, 0}),
                                 taak);
    });
}
std::string id(TaakId t) { return std::to_string(t.value); }
GebruikerId klantmanager() { return user_of(1, "klantmanager"); }
std::optional<GebruikerId> owner(WebTest& t, TaakId one) {
    return t.database().read(db::Scope::system(), [&](db::Connection& c) {
        return *c.one("SELECT eigenaar FROM taak WHERE id = $1", {one},
                      [](db::Row const& r) { return r.get<std::optional<GebruikerId>>(0); });
    });
}
std::string stand(WebTest& t, TaakId one) {
    return t.database().read(db::Scope::system(), [&](db::Connection& c) {
        return c.value<std::string>("SELECT stand FROM taak WHERE id = $1", {one}).value_or("");
    });
}

TEST_P(werkvoorraad_web, my_work_says_what_is_late_and_what_is_today) {
    WebTest t{GetParam()};
    auto const file = t.file("Tewelde Haile", "Woldemichael");
    task(t, {.dossier = file.dossier,
             .soort = "pip",
             .titel = "PIP vaststellen",
             .artikel = "Wet 15, Besluit 5.3",
             .wettelijk = true,
             .uiterlijk = today - std::chrono::days{2},
             .eigenaar = klantmanager()});
    task(t, {.titel = "School bellen", .eigenaar = klantmanager()});
    task(t, {.titel = "Volgende week", .uiterlijk = today + std::chrono::days{6}, .eigenaar = klantmanager()});
    task(t, {.titel = "Wachten op school",
             .uiterlijk = today + std::chrono::days{9},
             .eigenaar = klantmanager(),
             .wacht_op = "school"});
    auto const page = t.as("klantmanager").get("/mijn-werk");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Woensdag 25 november 2026"));
    EXPECT_TRUE(page.has("Eén taak is te laat, één moet vandaag af."));
    EXPECT_TRUE(page.has("2 dagen te laat"));
    EXPECT_TRUE(page.has("Tewelde Haile Woldemichael"));
    EXPECT_TRUE(page.has("Wet 15"));
    EXPECT_TRUE(page.has("Besluit 5.3"));
    EXPECT_TRUE(page.has("Later"));
    EXPECT_TRUE(page.has("Wacht op school."));
    EXPECT_FALSE(t.as("regisseur").get("/mijn-werk").has("School bellen"));
}

TEST_P(werkvoorraad_web, filters_stand_in_the_address) {
    WebTest t{GetParam()};
    task(t, {.soort = "duo", .titel = "Taak van DUO", .eigenaar = klantmanager()});
    task(t, {.soort = "geld",
             .titel = "Taak over geld",
             .uiterlijk = today + std::chrono::days{2},
             .eigenaar = klantmanager()});
    auto me = t.as("klantmanager");
    EXPECT_FALSE(me.get("/mijn-werk?soort=duo").has("Taak over geld"));
    EXPECT_TRUE(me.get("/mijn-werk?soort=duo").has("Taak van DUO"));
    EXPECT_FALSE(me.get("/mijn-werk?dag=2026-11-27").has("Taak van DUO"));
    EXPECT_TRUE(me.get("/mijn-werk?dag=2026-11-27").has("Taak over geld"));
    EXPECT_TRUE(me.get("/mijn-werk?dag=laat").has("Er zijn geen taken met deze keuze."));
    EXPECT_EQ(me.get("/mijn-werk?soort=%27%20OR%201%3D1&dag=2026-02-31&na=x&zonder=a").status, 200);
    EXPECT_EQ(me.post("/taken/filters", {{"naam", "<b>Alleen DUO</b>"}, {"adres", "/mijn-werk?soort=duo"}}).status,
              303);
    EXPECT_TRUE(me.get("/mijn-werk").has("&lt;b&gt;Alleen DUO&lt;/b&gt;"));
    EXPECT_EQ(me.post("/taken/filters", {{"naam", ""}, {"adres", "/mijn-werk"}}).status, 422);
    EXPECT_EQ(me.post("/taken/filters", {{"naam", "x"}, {"adres", "//evil.example"}}).location, "/mijn-werk");
}

TEST_P(werkvoorraad_web, claiming_once_twice_and_by_two) {
    WebTest t{GetParam()};
    auto const one = task(t, {.titel = "Nieuwe melding", .team = testing_support::cast().team_veghel});
    auto me = t.as("klantmanager"), boss = t.as("regisseur");
    auto const queue = me.get("/werkvoorraad");
    EXPECT_TRUE(queue.has("Nieuwe melding"));
    EXPECT_EQ(me.post("/taken/kiezen", {{"oppakken", id(one)}, {"terug", "/werkvoorraad"}}).status, 303);
    EXPECT_EQ(me.post("/taken/kiezen", {{"oppakken", id(one)}, {"terug", "/werkvoorraad"}}).status, 303)
        << "again is harmless";
    EXPECT_EQ(owner(t, one), klantmanager());
    auto const second = boss.post("/taken/kiezen", {{"oppakken", id(one)}, {"terug", "/werkvoorraad"}});
    EXPECT_EQ(second.status, 409);
    EXPECT_TRUE(second.has("Een collega heeft deze taak net opgepakt."));
    EXPECT_TRUE(second.has("Test klantmanager 1"));
}

TEST_P(werkvoorraad_web, several_at_once_with_preview_and_undo) {
    WebTest t{GetParam()};
    std::vector<TaakId> own;
    for (int i = 0; i < 3; ++i)
        own.push_back(task(t, {.titel = fmt::format("Taak {}", i), .eigenaar = klantmanager()}));
    auto const file = t.file("Semhar", "Gebremeskel");
    auto const legal = task(t, {.dossier = file.dossier,
                                .soort = "pip",
                                .titel = "PIP vaststellen",
                                .wettelijk = true,
                                .eigenaar = klantmanager(),
                                .termijnsoort = "pip"});
    auto me = t.as("klantmanager");
    auto const to = std::to_string(user_of(1, "regisseur").value);
    web_testing::Fields chosen{{"doe", "toewijzen"}, {"terug", "/mijn-werk"}};
    std::string query = "doe=toewijzen";
    for (auto const one : own) {
        chosen.emplace_back("taak", id(one));
        query += "&taak=" + id(one);
    }
    auto const led = me.post("/taken/kiezen", chosen);
    EXPECT_EQ(led.status, 303);
    EXPECT_TRUE(led.location.starts_with("/taken/samen?doe=toewijzen"));
    EXPECT_TRUE(me.get(led.location).has("Aan wie?"));
    auto const preview = me.get("/taken/samen?" + query + "&wie=" + to);
    EXPECT_TRUE(preview.has("U gaat 3 taken toewijzen aan Test regisseur 1."));
    EXPECT_EQ(owner(t, own[0]), klantmanager()) << "looking changes nothing";
    chosen.emplace_back("wie", to);
    auto const done = me.post("/taken/samen", chosen);
    ASSERT_EQ(done.status, 303);
    EXPECT_EQ(owner(t, own[2]), user_of(1, "regisseur"));
    auto const page = me.get(done.location);
    EXPECT_TRUE(page.has("3 taken toegewezen."));
    EXPECT_TRUE(page.has("Ongedaan maken"));
    auto const bulk = done.location.substr(done.location.find("gedaan=") + 7);
    EXPECT_EQ(t.as("regisseur").post("/taken/samen/" + bulk + "/ongedaan", {{"terug", "/mijn-werk"}}).status, 404)
        << "not hers";
    EXPECT_EQ(me.post("/taken/samen/" + bulk + "/ongedaan", {{"terug", "/mijn-werk"}}).status, 303);
    for (auto const one : own) EXPECT_EQ(owner(t, one), klantmanager());
    EXPECT_EQ(me.post("/taken/samen/" + bulk + "/ongedaan", {{"terug", "/mijn-werk"}}).status, 404);
    auto const no = me.get("/taken/samen?doe=klaar&taak=" + id(legal));
    EXPECT_TRUE(no.has("Dit is een wettelijke termijn."));
    EXPECT_TRUE(no.has("Voor deze taken kan dit niet."));
    EXPECT_EQ(me.post("/taken/samen", {{"doe", "klaar"}, {"taak", id(legal)}, {"terug", "/mijn-werk"}}).status, 409);
    EXPECT_EQ(stand(t, legal), "open");
    EXPECT_EQ(me.get("/taken/samen?doe=klaar").status, 422);
    EXPECT_EQ(me.post("/taken/samen", {{"doe", "verplaatsen"}, {"taak", id(own[0])}, {"dag", "2026-02-31"}}).status,
              422);
}

TEST_P(werkvoorraad_web, an_own_task_from_new_to_done) {
    WebTest t{GetParam()};
    auto me = t.as("klantmanager");
    EXPECT_EQ(me.get("/taken/nieuw").status, 200);
    auto const fields = [](std::string title, std::string day, std::string month) {
        return web_testing::Fields{{"titel", title},
                                   {"toelichting", "{} {0} %s"},
                                   {"dag-dag", day},
                                   {"dag-maand", month},
                                   {"dag-jaar", "2026"}};
    };
    EXPECT_EQ(me.post("/taken/nieuw", fields("", "25", "11")).status, 422);
    EXPECT_EQ(me.post("/taken/nieuw", fields("Bellen", "31", "02")).status, 422);
    EXPECT_EQ(me.post("/taken/nieuw", fields("Bellen", "24", "11")).status, 422);
    auto const made = me.post("/taken/nieuw", fields("Bellen {} met school", "27", "11"));
    ASSERT_EQ(made.status, 303);
    auto const page = me.get(made.location);
    EXPECT_TRUE(page.has("Bellen {} met school"));
    EXPECT_TRUE(page.has("{} {0} %s"));
    auto const version = page.input("versie");
    EXPECT_EQ(me.post(made.location, {{"doe", "verplaatsen"},
                                      {"dag-dag", "30"},
                                      {"dag-maand", "11"},
                                      {"dag-jaar", "2026"},
                                      {"versie", version}})
                  .status,
              303);
    EXPECT_EQ(me.post(made.location, {{"doe", "wachten"}, {"op", "school"}, {"versie", version}}).status, 409)
        << "an old version";
    EXPECT_EQ(me.post(made.location, {{"doe", "klaar"}}).status, 303);
    EXPECT_EQ(me.get(made.location).status, 200);
    EXPECT_EQ(t.as("jobcoach").get(made.location).status, 404);
    EXPECT_EQ(t.as("regisseur", 2).get(made.location).status, 404);
    auto const theirs = t.file("Fatima", "Darwish", "klantmanager", 2);
    EXPECT_EQ(me.get(fmt::format("/taken/nieuw?dossier={}", theirs.dossier.value)).status, 404);
}

TEST_P(werkvoorraad_web, the_work_of_somebody_one_stands_in_for_is_an_applied_filter) {
    WebTest t{GetParam()};
    task(t, {.titel = "Werk van de klantmanager", .eigenaar = klantmanager()});
    task(t, {.titel = "Eigen werk van de jobcoach", .eigenaar = user_of(1, "jobcoach")});
    t.database().write(db::Scope::of(GemeenteId{1}), [](db::Connection& c) {
        return c.exec(
            "INSERT INTO vervanging (id, gemeente, afwezig, vervanger, vanaf, tot) VALUES (1, 1, $1, $2, $3, $4)",
            {klantmanager(), user_of(1, "jobcoach"), today, today + std::chrono::days{1}});
    });
    auto me = t.as("jobcoach");
    auto const both = me.get("/mijn-werk");
    EXPECT_TRUE(both.has("Werk van de klantmanager"));
    EXPECT_TRUE(both.has("Vervangt: Test klantmanager 1"));
    auto const own = me.get(fmt::format("/mijn-werk?zonder={}", klantmanager().value));
    EXPECT_FALSE(own.has("Werk van de klantmanager"));
    EXPECT_TRUE(own.has("Eigen werk van de jobcoach"));
    EXPECT_EQ(t.as("jobcoach").get("/werkvoorraad").status, 403);
}

TEST_P(werkvoorraad_web, a_team_sees_its_own_queue) {
    WebTest t{GetParam()};
    task(t, {.titel = "Voor Veghel", .team = testing_support::cast().team_veghel});
    task(t, {.titel = "Voor Schijndel", .team = testing_support::cast().team_schijndel});
    EXPECT_FALSE(t.as("klantmanager").get("/werkvoorraad").has("Voor Schijndel"));
    EXPECT_FALSE(t.as("klantmanager")
                     .get(fmt::format("/werkvoorraad?team={}", testing_support::cast().team_schijndel.value))
                     .has("Voor Schijndel"));
    auto const all = t.as("regisseur").get("/werkvoorraad");
    EXPECT_TRUE(all.has("Voor Schijndel"));
    EXPECT_TRUE(all.has("Voor Veghel"));
    EXPECT_FALSE(t.as("regisseur", 2).get("/werkvoorraad").has("Voor Veghel"));
}

TEST_P(werkvoorraad_web, names_in_a_list_are_logged_as_read) {
    WebTest t{GetParam()};
    auto const file = t.file("Tewelde", "Woldemichael");
    task(t, {.dossier = file.dossier, .titel = "Bellen", .eigenaar = klantmanager()});
    t.as("klantmanager").get("/mijn-werk");
    auto const logged = t.database().read(db::Scope::system(), [&](db::Connection& c) {
        return c
            .value<std::int64_t>("SELECT COUNT(*) FROM leeslog WHERE persoon = $1 AND handeling = 'mijn-werk'",
                                 {file.persoon})
            .value_or(0);
    });
    EXPECT_EQ(logged, 1);
}

TEST_P(werkvoorraad_web, the_list_on_paper_has_no_navigation_and_nothing_to_press) {
    WebTest t{GetParam()};
    auto const file = t.file("Tewelde", "Woldemichael");
    task(t, {.dossier = file.dossier, .soort = "duo", .titel = "Taak van DUO", .eigenaar = klantmanager()});
    task(t, {.soort = "geld", .titel = "Taak over geld", .eigenaar = klantmanager()});
    task(t, {.titel = "Wachten",
             .uiterlijk = today + std::chrono::days{9},
             .eigenaar = klantmanager(),
             .wacht_op = "school"});
    auto me = t.as("klantmanager");
    EXPECT_TRUE(me.get("/mijn-werk?soort=duo").has("href=\"/mijn-werk?soort=duo&amp;afdruk=1\""));
    auto const paper = me.get("/mijn-werk?afdruk=1");
    ASSERT_EQ(paper.status, 200);
    for (auto const* there : {"Taak van DUO", "Taak over geld", "Wacht op school.", "Tewelde Woldemichael",
                              "Afgedrukt op woensdag 25 november 2026", "Test klantmanager 1", "data-print"})
        EXPECT_TRUE(paper.has(there)) << there;
    for (auto const* absent : {"md-nav", "type=\"checkbox\"", "Toewijzen", "onclick"})
        EXPECT_FALSE(paper.has(absent)) << absent;
    EXPECT_FALSE(me.get("/mijn-werk?soort=duo&afdruk=1").has("Taak over geld")) << "the filter holds on paper";
    EXPECT_FALSE(t.as("regisseur").get("/mijn-werk?afdruk=1").has("Taak van DUO"));
}

TEST_P(werkvoorraad_web, what_was_refused_among_several_is_named_with_its_reason) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto const plain = task(t, {.titel = "School bellen", .eigenaar = klantmanager()});
    auto const legal = task(t, {.dossier = file.dossier,
                                .soort = "pip",
                                .titel = "PIP vaststellen",
                                .wettelijk = true,
                                .eigenaar = klantmanager(),
                                .termijnsoort = "pip"});
    auto me = t.as("klantmanager");
    auto const done =
        me.post("/taken/samen", {{"doe", "klaar"}, {"taak", id(plain)}, {"taak", id(legal)}, {"terug", "/mijn-werk"}});
    ASSERT_EQ(done.status, 303);
    EXPECT_EQ(stand(t, plain), "klaar");
    EXPECT_EQ(stand(t, legal), "open");
    auto const page = me.get(done.location);
    EXPECT_TRUE(page.has("1 taak afgerond."));
    EXPECT_TRUE(page.has("Voor 1 taak kon dit niet:"));
    auto const told = page.body.substr(page.body.find("kon dit niet"), 900);
    for (auto const* there : {"PIP vaststellen", "Semhar Gebremeskel", "Dit is een wettelijke termijn."})
        EXPECT_NE(told.find(there), std::string::npos) << there;
    EXPECT_FALSE(t.as("regisseur").get(done.location).has("kon dit niet")) << "not hers";
    auto const bulk = done.location.substr(done.location.find("gedaan=") + 7);
    EXPECT_EQ(me.post("/taken/samen/" + bulk + "/ongedaan", {{"terug", "/mijn-werk"}}).status, 303);
    EXPECT_EQ(stand(t, plain), "open") << "the refused one is no hindrance";
}

TEST_P(werkvoorraad_web, an_undo_names_what_somebody_changed_meanwhile) {
    WebTest t{GetParam()};
    auto const first = task(t, {.titel = "School bellen", .eigenaar = klantmanager()});
    auto const second = task(t, {.titel = "Brief sturen", .eigenaar = klantmanager()});
    auto me = t.as("klantmanager");
    auto const done = me.post("/taken/samen", {{"doe", "verplaatsen"},
                                               {"dag", "2026-12-01"},
                                               {"taak", id(first)},
                                               {"taak", id(second)},
                                               {"terug", "/mijn-werk"}});
    ASSERT_EQ(done.status, 303);
    ASSERT_EQ(me.post("/taken/" + id(second), {{"doe", "klaar"}}).status, 303);
    auto const bulk = done.location.substr(done.location.find("gedaan=") + 7);
    auto const undone = me.post("/taken/samen/" + bulk + "/ongedaan", {{"terug", "/mijn-werk"}});
    EXPECT_EQ(undone.status, 200);
    EXPECT_TRUE(undone.has("Brief sturen"));
    EXPECT_FALSE(undone.has("School bellen"));
}

TEST_P(werkvoorraad_web, what_waits_in_the_team_queue_is_seen_and_is_work_again_on_its_day) {
    WebTest t{GetParam()};
    auto const team = testing_support::cast().team_veghel;
    task(t, {.titel = "Wacht nog", .uiterlijk = today + std::chrono::days{6}, .team = team, .wacht_op = "school"});
    task(t, {.titel = "Wachtte te lang", .uiterlijk = today - std::chrono::days{1}, .team = team, .wacht_op = "IDW"});
    auto me = t.as("klantmanager");
    auto const all = me.get("/werkvoorraad");
    EXPECT_TRUE(all.has("Eén taak is te laat"));
    EXPECT_TRUE(all.has("Wachtte te lang"));
    EXPECT_TRUE(all.has("Wacht nog"));
    auto const late = me.get("/werkvoorraad?dag=laat");
    EXPECT_TRUE(late.has("Wachtte te lang"));
    EXPECT_FALSE(late.has("Wacht nog"));
    EXPECT_FALSE(me.get("/werkvoorraad?dag=2026-12-01").has("Wachtte te lang"));
}
}
