#include "vertrouwen/login_testing.h"
#include "vertrouwen/totp.h"

// Users and their own account: checks 9 to 12, 25, 34 and 35 of practice.md D3.

using namespace login_testing;
BOTH_ENGINES(AccountPagina);

TEST_P(AccountPagina, d3_9_disabling_a_user_ends_his_sessions_at_once) {
    WebTest t{GetParam()};
    auto worker = t.as("klantmanager");
    EXPECT_EQ(worker.get("/account").status, 200);
    auto beheer = t.as("functioneel_beheerder");
    auto const path = fmt::format("/beheer/gebruikers/{}", user_of(1, "klantmanager").value);
    auto const form = beheer.get(path);
    EXPECT_EQ(
        beheer.post(path, {{"naam", "Test"}, {"rol", "klantmanager"}, {"team", "11"}, {"versie", form.input("versie")}})
            .status,
        303);
    EXPECT_EQ(worker.get("/account").status, 401);
}

TEST_P(AccountPagina, d3_11_a_new_password_lists_and_ends_other_sessions) {
    WebTest t{GetParam()};
    give_password(t, "klantmanager");
    auto other = t.as("klantmanager");
    auto browser = t.anonymous();
    log_in(browser, "klantmanager.1", right);
    auto const page = browser.get("/account/wachtwoord");
    EXPECT_TRUE(page.has("Deze sessies worden beëindigd"));
    auto const change = [&](std::string now, std::string wanted, std::string again) {
        return browser.post(
            "/account/wachtwoord",
            {{"wachtwoord", std::move(now)}, {"nieuw", std::move(wanted)}, {"herhaald", std::move(again)}});
    };
    EXPECT_EQ(change("fout", "gras water steen huis", "gras water steen huis").status, 422);
    EXPECT_EQ(change(std::string{right}, "kort", "kort").status, 422);
    EXPECT_EQ(change(std::string{right}, "gras water steen huis", "gras water steen hui").status, 422);
    EXPECT_EQ(change(std::string{right}, std::string{right}, std::string{right}).status, 422) << "the old one again";
    EXPECT_EQ(other.get("/account").status, 200);
    EXPECT_EQ(change(std::string{right}, "gras water steen huis", "gras water steen huis").status, 303);
    EXPECT_EQ(other.get("/account").status, 401);
    EXPECT_EQ(browser.get("/account").status, 200);
}

TEST_P(AccountPagina, d3_12_two_log_ins_of_one_account_can_be_seen) {
    WebTest t{GetParam()};
    auto one = t.as("klantmanager"), two = t.as("klantmanager");
    two.address = "10.20.30.40";
    auto const page = one.get("/account");
    auto const first = page.body.find("/beeindigen");
    EXPECT_NE(first, std::string::npos);
    EXPECT_TRUE(page.has("Deze sessie"));
    auto const from = page.body.rfind("/account/sessies/", first);
    EXPECT_EQ(one.post(page.body.substr(from, first - from) + "/beeindigen", {}).status, 303);
    EXPECT_EQ(two.get("/account").status, 401);
    EXPECT_EQ(one.get("/account").status, 200);
}

TEST_P(AccountPagina, d3_25_nobody_raises_himself) {
    WebTest t{GetParam()};
    for (auto const role : {"klantmanager", "regisseur", "privacy_officer", "planner"}) {
        auto browser = t.as(role);
        EXPECT_EQ(browser.get("/beheer/gebruikers").status, 403) << role;
        EXPECT_EQ(
            browser
                .post(fmt::format("/beheer/gebruikers/{}", user_of(1, role).value), {{"rol", "functioneel_beheerder"}})
                .status,
            403)
            << role;
    }
    auto beheer = t.as("functioneel_beheerder");
    auto const own = fmt::format("/beheer/gebruikers/{}", user_of(1, "functioneel_beheerder").value);
    EXPECT_FALSE(beheer.get(own).has("name=\"rol\""));
    EXPECT_EQ(beheer.post(own, {{"naam", "Ik"}, {"rol", "privacy_officer"}, {"actief", "ja"}, {"versie", "1"}}).status,
              403);
    EXPECT_EQ(beheer.post(own + "/tweede-factor", {}).status, 403);
    EXPECT_EQ(beheer.post(own + "/wachtwoord", {}).status, 403);
    // Fields that no form has are not taken over.
    auto worker = t.as("klantmanager");
    EXPECT_EQ(worker
                  .post("/account", {{"naam", "K"},
                                     {"taal", "en"},
                                     {"rol", "regisseur"},
                                     {"team", "12"},
                                     {"gemeente", "2"},
                                     {"actief", "ja"}})
                  .status,
              303);
    auto const after = Store{t.database(), t.kluis(), t.program().shared().clock}.user(user_of(1, "klantmanager"));
    EXPECT_EQ(after->rol, Rol::klantmanager);
    EXPECT_EQ(after->gemeente, GemeenteId{1});
    EXPECT_EQ(after->taal, "en");
}

TEST_P(AccountPagina, d3_34_no_way_out_through_terug) {
    WebTest t{GetParam()};
    give_password(t, "klantmanager");
    for (std::string const evil : {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)",
                                   "evil", "/%0d%0aSet-Cookie:x", "/inloggen", "/uitloggen"}) {
        auto browser = t.anonymous();
        auto const in = log_in(browser, "klantmanager.1", right, "/inloggen?terug=" + http::url_encode(evil));
        EXPECT_EQ(in.status, 303) << evil;
        EXPECT_TRUE(in.location == "/mijn-werk" || in.location == evil) << in.location;
        EXPECT_TRUE(in.location != evil || evil.starts_with("/%")) << evil;
        auto const taal = t.anonymous().get("/taal/en?terug=" + http::url_encode(evil));
        EXPECT_TRUE(taal.location.starts_with('/') && !taal.location.starts_with("//")
                    && !taal.location.starts_with("/\\"))
            << taal.location;
    }
    auto browser = t.anonymous();
    EXPECT_EQ(log_in(browser, "klantmanager.1", right, "/inloggen?terug=/agenda").location, "/agenda");
}

TEST_P(AccountPagina, d3_35_a_form_of_another_site_is_refused) {
    WebTest t{GetParam()};
    give_password(t, "klantmanager");
    auto nobody = t.anonymous();
    EXPECT_EQ(
        nobody.post_raw("/inloggen", {{"gebruikersnaam", "klantmanager.1"}, {"wachtwoord", std::string{right}}}).status,
        419)
        << "log-in itself";
    auto const attacker_page = t.anonymous().get("/inloggen");
    EXPECT_EQ(nobody
                  .post_raw("/inloggen", {{"gebruikersnaam", "klantmanager.1"},
                                          {"wachtwoord", std::string{right}},
                                          {"_csrf", attacker_page.input("_csrf")}})
                  .status,
              419)
        << "with the token of the attacker's own page";
    auto browser = t.as("klantmanager");
    for (std::string const path : {"/account", "/uitloggen", "/toegang", "/bewaard-formulier", "/account/wachtwoord"}) {
        EXPECT_EQ(browser.post_raw(path, {}).status, 419) << path;
        EXPECT_EQ(browser.post_raw(path, {{"_csrf", t.as("regisseur").get("/account").input("_csrf")}}).status, 419)
            << path;
    }
    EXPECT_EQ(browser.get("/account").status, 200);
    EXPECT_EQ(browser.get("/uitloggen").status, 405) << "a link logs nobody out";
}

TEST_P(AccountPagina, a_new_user_gets_a_temporary_password_and_must_choose_his_own) {
    WebTest t{GetParam()};
    auto beheer = t.as("functioneel_beheerder");
    EXPECT_EQ(beheer.get("/beheer/gebruikers/nieuw").status, 200);
    auto const bad =
        beheer.post("/beheer/gebruikers", {{"gebruikersnaam", "a b"}, {"naam", ""}, {"rol", "koning"}, {"team", "21"}});
    EXPECT_EQ(bad.status, 422);
    for (auto const* part :
         {"Gebruik alleen letters", "Vul de naam in", "Kies een rol", "Kies een team van deze gemeente"})
        EXPECT_TRUE(bad.has(part)) << part;
    EXPECT_TRUE(beheer.post("/beheer/gebruikers", {{"gebruikersnaam", "planner.2"}, {"naam", "X"}, {"rol", "planner"}})
                    .has("al in gebruik"));
    auto const added =
        beheer.post("/beheer/gebruikers",
                    {{"gebruikersnaam", "n.nieuw"}, {"naam", "<b>Nieuw</b>"}, {"rol", "planner"}, {"team", "11"}});
    ASSERT_EQ(added.status, 303);
    EXPECT_TRUE(beheer.get(added.location).has("&lt;b&gt;Nieuw&lt;/b&gt;"));
    auto early = t.anonymous();
    EXPECT_EQ(log_in(early, "n.nieuw", "").status, 422) << "no password yet";
    auto const reset = beheer.post(added.location + "/wachtwoord", {});
    auto const from = reset.body.find('>', reset.body.find("md-codetext")) + 1;
    auto const password = reset.body.substr(from, 19);
    EXPECT_FALSE(beheer.get(added.location).has(password)) << "shown once";
    auto browser = t.anonymous();
    EXPECT_EQ(log_in(browser, "n.nieuw", password).location, "/inloggen/wachtwoord");
    EXPECT_EQ(browser.get("/agenda").location, "/inloggen/wachtwoord?terug=%2Fagenda");
    EXPECT_EQ(browser.post("/inloggen/wachtwoord", {{"nieuw", password}, {"herhaald", password}}).status, 422)
        << "not the same again";
    auto const done = browser.post("/inloggen/wachtwoord",
                                   {{"nieuw", "gras water steen huis"}, {"herhaald", "gras water steen huis"}});
    EXPECT_EQ(done.location, "/mijn-werk");
    EXPECT_EQ(browser.get("/account").status, 200);
}

TEST_P(AccountPagina, the_second_editor_of_a_user_sees_both_values) {
    WebTest t{GetParam()};
    auto beheer = t.as("functioneel_beheerder");
    auto const path = fmt::format("/beheer/gebruikers/{}", user_of(1, "planner").value);
    auto const versie = beheer.get(path).input("versie");
    EXPECT_EQ(
        beheer.post(path, {{"naam", "Eerste Naam"}, {"rol", "planner"}, {"actief", "ja"}, {"versie", versie}}).status,
        303);
    auto const second =
        beheer.post(path, {{"naam", "Tweede Naam"}, {"rol", "planner"}, {"actief", "ja"}, {"versie", versie}});
    EXPECT_EQ(second.status, 409);
    EXPECT_TRUE(second.has("Eerste Naam"));
    EXPECT_TRUE(second.has("value=\"Tweede Naam\""));
    EXPECT_EQ(
        beheer
            .post(path,
                  {{"naam", "Tweede Naam"}, {"rol", "planner"}, {"actief", "ja"}, {"versie", second.input("versie")}})
            .status,
        303);
}

TEST_P(AccountPagina, an_employee_is_shielded_by_a_number_that_is_not_kept) {
    WebTest t{GetParam()};
    auto beheer = t.as("functioneel_beheerder");
    auto const path = fmt::format("/beheer/gebruikers/{}", user_of(1, "planner").value);
    EXPECT_EQ(beheer.post(path + "/afscherming", {{"bsn", "999993654"}}).status, 422);
    EXPECT_EQ(beheer.post(path + "/afscherming", {{"bsn", "999993653"}}).status, 303);
    EXPECT_FALSE(beheer.get(path).has("999993653"));
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM gebruiker WHERE bsn_index IS NOT NULL"), 1);
    EXPECT_EQ(beheer.post(path + "/afscherming", {{"bsn", ""}}).status, 303);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM gebruiker WHERE bsn_index IS NOT NULL"), 0);
}

TEST_P(AccountPagina, the_second_factor_is_replaced_only_with_the_password) {
    WebTest t{GetParam()};
    give_password(t, "klantmanager");
    auto browser = t.as("klantmanager");
    auto const page = browser.get("/account/tweede-factor");
    auto const secret = Login{t.database(), t.kluis(), t.program().shared().clock}.open_secret(
        user_of(1, "klantmanager"), page.input("sleutel"));
    ASSERT_TRUE(secret);
    auto const set = [&](std::string password, std::string code) {
        return browser.post(
            "/account/tweede-factor",
            {{"sleutel", page.input("sleutel")}, {"wachtwoord", std::move(password)}, {"code", std::move(code)}});
    };
    EXPECT_EQ(set("fout", totp_code(*secret, totp_now())).status, 422);
    EXPECT_EQ(set(std::string{right}, "12345").status, 422);
    EXPECT_TRUE(set(std::string{right}, totp_code(*secret, totp_now())).has("md-codes"));
    EXPECT_TRUE(browser.get("/account").has("nog 10 herstelcodes"));
    EXPECT_EQ(browser.post("/account/herstelcodes", {{"wachtwoord", "fout"}}).status, 422);
    EXPECT_TRUE(browser.post("/account/herstelcodes", {{"wachtwoord", std::string{right}}}).has("md-codes"));
    EXPECT_EQ(browser.post("/account/tweede-factor", {{"sleutel", "onzin"}}).status, 400);
}

TEST_P(AccountPagina, the_language_is_remembered) {
    WebTest t{GetParam()};
    auto browser = t.as("klantmanager");
    EXPECT_EQ(browser.get("/taal/en?terug=/account").location, "/account");
    EXPECT_TRUE(browser.get("/account").has("<html lang=\"en\""));
    EXPECT_EQ(browser.get("/taal/xx").status, 404);
    auto nobody = t.anonymous();
    EXPECT_TRUE(header(nobody.get("/taal/en?terug=/inloggen"), "Set-Cookie").starts_with("taal=en; "));
}
