#include "gate/security.h"
#include "vertrouwen/login_testing.h"
#include "vertrouwen/totp.h"

// Logging in and out, as checks 1 to 10 of practice.md D3 ask; the number stands in each name.

using namespace login_testing;
BOTH_ENGINES(InlogPagina);

namespace {
/// Without what differs every time: form tokens and once-only keys.
std::string stable(std::string body) {
    for (std::string_view const name : {"name=\"_csrf\" value=\"", "name=\"_eenmalig\" value=\""})
        for (auto at = body.find(name); at != std::string::npos; at = body.find(name, at + 1)) {
            auto const from = at + name.size();
            body.erase(from, body.find('"', from) - from);
        }
    return body;
}
}

TEST_P(InlogPagina, d3_1_unknown_wrong_and_shut_look_the_same) {
    WebTest t{GetParam()};
    give_password(t, "klantmanager");
    auto const answer = [&](std::string_view name, std::string_view password) {
        auto browser = t.anonymous();
        auto const said = log_in(browser, name, password);
        EXPECT_EQ(said.status, 422);
        auto body = stable(said.body);
        body.erase(body.find(name), name.size());
        return body;
    };
    auto const unknown = answer("bestaat.niet.1", right);
    for (int i = 0; i < 6; ++i) EXPECT_EQ(answer("klantmanager.1", "boom fiets kat maan"), unknown) << i;
    EXPECT_EQ(answer("klantmanager.1", right), unknown) << "shut by now";
}

TEST_P(InlogPagina, d3_2_a_forged_forwarded_address_does_not_help) {
    WebTest t{GetParam()};
    auto browser = t.anonymous();
    auto const page = browser.get("/inloggen");
    sql(t, "INSERT INTO inlogpoging (id, adres, tijdstip) VALUES (1, '127.0.0.1', $1)",
        {t.program().shared().clock.now()});
    for (int i = 2; i <= 30; ++i)
        sql(t, "INSERT INTO inlogpoging (id, adres, tijdstip) VALUES ($1, '127.0.0.1', $2)",
            {i, t.program().shared().clock.now()});
    http::Request request;
    request.method = http::Method::post;
    request.path = "/inloggen";
    request.remote_address = "127.0.0.1";
    request.headers = {
        {"cookie", browser.cookie()}, {"x-forwarded-for", "203.0.113.9"}, {"forwarded", "for=203.0.113.9"}};
    request.form = {{"gebruikersnaam", "klantmanager.1"}, {"wachtwoord", "x"}, {"_csrf", page.input("_csrf")}};
    EXPECT_EQ(t.program().gate().handle(request).status, 429);
    browser.address = "203.0.113.9";
    EXPECT_EQ(log_in(browser, "klantmanager.1", "x").status, 422) << "a really different peer";
}

TEST_P(InlogPagina, d3_3_the_second_factor_cannot_be_walked_around) {
    WebTest t{GetParam()};
    give_password(t, "privacy_officer");
    auto browser = t.anonymous();
    auto const first = log_in(browser, "privacy_officer.1", right, "/inloggen?terug=/beheer/audit");
    EXPECT_EQ(first.location, "/inloggen/instellen?terug=%2Fbeheer%2Faudit");
    for (std::string const path : {"/beheer/leeslog", "/account", "/agenda", "/beheer/audit"}) {
        auto const answer = browser.get(path);
        EXPECT_EQ(answer.status, 303) << path;
        EXPECT_TRUE(answer.location.starts_with("/inloggen/instellen")) << answer.location;
    }
    EXPECT_EQ(browser.post("/account", {{"naam", "x"}}).status, 303);

    auto const setup = browser.get("/inloggen/instellen?terug=/beheer/audit");
    EXPECT_EQ(setup.status, 200);
    EXPECT_TRUE(setup.has("<svg class=\"md-qr\""));
    auto const secret = Login{t.database(), t.kluis(), t.program().shared().clock}.open_secret(
        user_of(1, "privacy_officer"), setup.input("sleutel"));
    ASSERT_TRUE(secret);
    EXPECT_TRUE(setup.has(totp_readable(*secret)));
    EXPECT_EQ(fill_in(browser, setup, "/inloggen/instellen", {{"code", "12345"}}).status, 422);
    auto const done = fill_in(browser, setup, "/inloggen/instellen",
                              {{"code", totp_code(*secret, totp_now().plus(-std::chrono::seconds{30}))}});
    EXPECT_EQ(done.status, 200);
    EXPECT_TRUE(done.has("md-codes"));
    EXPECT_EQ(browser.get("/beheer/audit").status, 200);

    auto again = t.anonymous();
    EXPECT_EQ(log_in(again, "privacy_officer.1", right).location, "/inloggen/code");
    EXPECT_EQ(again.get("/inloggen/instellen").location, "/inloggen/code")
        << "no second secret in the place of the first";
    EXPECT_EQ(again.get("/inloggen/wachtwoord").location, "/inloggen/code");
    EXPECT_EQ(again
                  .post("/inloggen/instellen",
                        {{"sleutel", setup.input("sleutel")}, {"code", totp_code(*secret, totp_now())}})
                  .location,
              "/inloggen/code");
    EXPECT_EQ(again.get("/beheer/audit").status, 303);
    EXPECT_EQ(again.post("/inloggen/code", {{"code", "000"}}).status, 422);
    auto const half = again.cookie();
    auto const in = again.post("/inloggen/code", {{"code", totp_code(*secret, totp_now())}});
    EXPECT_EQ(in.location, "/beheer/leeslog") << "where a privacy officer starts";
    EXPECT_NE(again.cookie(), half) << "D3.5: renewed at the second factor";
    EXPECT_EQ(again.get("/beheer/audit").status, 200);
    EXPECT_NE((Browser{t, half}.get("/beheer/audit").status), 200);
}

TEST_P(InlogPagina, d3_4_a_recovery_code_works_once) {
    WebTest t{GetParam()};
    give_password(t, "privacy_officer");
    auto browser = t.anonymous();
    log_in(browser, "privacy_officer.1", right);
    auto const setup = browser.get("/inloggen/instellen");
    auto const secret = Login{t.database(), t.kluis(), t.program().shared().clock}.open_secret(
        user_of(1, "privacy_officer"), setup.input("sleutel"));
    auto const done = fill_in(browser, setup, "/inloggen/instellen", {{"code", totp_code(*secret, totp_now())}});
    auto const at = done.body.find("md-codetext");
    ASSERT_NE(at, std::string::npos);
    auto const from = done.body.find('>', at) + 1;
    auto const code = done.body.substr(from, 14);
    for (bool const fits : {true, false}) {
        auto other = t.anonymous();
        log_in(other, "privacy_officer.1", right);
        EXPECT_EQ(other.get("/inloggen/herstelcode").status, 200);
        EXPECT_EQ(other.post("/inloggen/herstelcode", {{"herstelcode", code}}).status, fits ? 303 : 422);
    }
    EXPECT_FALSE(browser.get("/account").has(code)) << "shown once";
}

TEST_P(InlogPagina, d3_5_a_new_session_at_log_in_and_d3_6_its_cookie) {
    WebTest t{GetParam()};
    give_password(t, "klantmanager");
    auto browser = t.anonymous();
    auto const before = browser.get("/inloggen");
    EXPECT_TRUE(header(before, "Set-Cookie").starts_with("meedoen-bezoek="));
    auto const in = log_in(browser, "klantmanager.1", right);
    EXPECT_EQ(in.status, 303);
    EXPECT_EQ(in.location, "/mijn-werk");
    auto const cookie = header(in, "Set-Cookie");
    EXPECT_TRUE(cookie.starts_with("meedoen=")) << cookie;
    EXPECT_TRUE(cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax")) << cookie;

    http::Request request;
    request.method = http::Method::get;
    request.path = "/inloggen";
    request.secure = true;
    auto const page = t.program().gate().handle(request);
    std::string secure;
    for (auto const& [name, value] : page.headers)
        if (name == "Set-Cookie") secure = value;
    EXPECT_TRUE(secure.starts_with("__Host-meedoen-bezoek=")) << secure;
    EXPECT_TRUE(secure.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure")) << secure;
}

TEST_P(InlogPagina, a_cookie_that_an_attacker_planted_is_not_taken_over) {
    WebTest t{GetParam()};
    give_password(t, "klantmanager");
    std::string const planted = "meedoen=" + std::string(43, 'A');
    Browser victim{t, planted};
    EXPECT_EQ(victim.get("/account").status, 401);
    auto browser = t.anonymous();
    log_in(browser, "klantmanager.1", right);
    EXPECT_NE(browser.cookie(), planted);
}

TEST_P(InlogPagina, d3_7_what_was_typed_survives_the_time_out) {
    WebTest t{GetParam()};
    give_password(t, "klantmanager");
    auto browser = t.anonymous();
    log_in(browser, "klantmanager.1", right);
    auto const key = t.database().read(
        db::Scope::system(), [](db::Connection& c) { return c.value<db::Blob>("SELECT csrf_sleutel FROM sessie"); });
    auto const token = gate::form_token(key->bytes, "/account");
    EXPECT_TRUE(browser.get("/account").has("value=\"" + token + "\""));
    sql(t, "UPDATE sessie SET laatst_gezien = $1", {t.program().shared().clock.now().plus(-std::chrono::minutes{31})});
    EXPECT_EQ(browser.get("/account").status, 401) << "idle";
    auto const late = browser.post_raw("/account", {{"naam", "Klaas \"Kok\" <b>"}, {"taal", "nl"}, {"_csrf", token}});
    EXPECT_EQ(late.status, 401);
    EXPECT_TRUE(late.has("is bewaard"));
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM gebruiker WHERE naam LIKE 'Klaas%'"), 0);

    give_password(t, "regisseur");
    auto other = t.anonymous();
    EXPECT_EQ(log_in(other, "regisseur.1", right).location, "/mijn-werk") << "not given to somebody else";

    auto again = t.anonymous();
    EXPECT_EQ(log_in(again, "klantmanager.1", right).location, "/bewaard-formulier");
    auto const kept = again.get("/bewaard-formulier");
    EXPECT_TRUE(kept.has("Klaas &quot;Kok&quot; &lt;b&gt;"));
    EXPECT_TRUE(kept.has("action=\"/account\""));
    EXPECT_EQ(again.post("/account", {{"naam", "Klaas Kok"}, {"taal", "nl"}, {"_bewaard", "ja"}}).status, 303);
    EXPECT_EQ(again.get("/bewaard-formulier").status, 303) << "given back once";
}

TEST_P(InlogPagina, a_late_form_without_its_token_is_not_kept) {
    WebTest t{GetParam()};
    auto browser = t.as("klantmanager");
    sql(t, "UPDATE sessie SET laatst_gezien = $1", {t.program().shared().clock.now().plus(-std::chrono::minutes{31})});
    EXPECT_EQ(browser.post_raw("/account", {{"naam", "x"}, {"_csrf", "vals"}}).status, 401);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM bewaard_formulier"), 0);
}

TEST_P(InlogPagina, d3_8_log_out_kills_the_session_on_the_server_and_d3_10_nothing_is_cached) {
    WebTest t{GetParam()};
    auto browser = t.as("klantmanager");
    auto const page = browser.get("/account");
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(header(page, "Cache-Control"), "no-store");
    auto const cookie = browser.cookie();
    auto const out = browser.post("/uitloggen", {});
    EXPECT_EQ(out.location, "/inloggen");
    EXPECT_TRUE(header(out, "Set-Cookie").find("Max-Age=0") != std::string::npos);
    Browser replay{t, cookie};
    auto const answer = replay.get("/account");
    EXPECT_EQ(answer.status, 401);
    EXPECT_FALSE(answer.has("Test klantmanager"));
}

TEST_P(InlogPagina, d3_60_no_secret_stands_in_an_address) {
    WebTest t{GetParam()};
    auto nobody = t.anonymous();
    auto const answer = nobody.get("/zoeken?q=Gebremeskel");
    EXPECT_EQ(answer.location.find("Gebremeskel"), std::string::npos) << answer.location;
    give_password(t, "klantmanager");
    auto browser = t.anonymous();
    auto const in = log_in(browser, "klantmanager.1", right);
    auto const token = header(in, "Set-Cookie").substr(8, 43);
    EXPECT_EQ(in.location.find(token), std::string::npos);
    auto const wrong = log_in(browser, "klantmanager.1", "geheim wachtwoord hier");
    EXPECT_FALSE(wrong.has("geheim wachtwoord hier")) << "a password is never sent back";
}
