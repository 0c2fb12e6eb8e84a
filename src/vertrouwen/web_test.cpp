#include "gate/security.h"
#include "tests/web/harness.h"
#include "vertrouwen/kept_form.h"
#include "vertrouwen/totp.h"
#include "vertrouwen/users.h"
#include "vertrouwen/web.h"

// The checks of practice.md D3 that concern who somebody is and what he may see; the number stands in each name.

using namespace vertrouwen;
using testing_support::user_of;
using web_testing::Answer;
using web_testing::Browser;
using web_testing::Fields;
using web_testing::WebTest;
BOTH_ENGINES(InlogPagina);

namespace {
constexpr std::string_view right = "boom fiets kat zon";

void give_password(WebTest& t, std::string_view role, std::string_view password = right) {
    Users{t.database(), t.kluis(), t.program().shared().clock, HashCost::lowest()}.set_password(
        Access::systeem(GemeenteId{1}), user_of(1, role), password);
}
void sql(WebTest& t, std::string_view text, db::Params const& params = {}) {
    t.database().write(db::Scope::system(), [&](db::Connection& c) { c.exec(text, params); });
}
std::int64_t count(WebTest& t, std::string_view text, db::Params const& params = {}) {
    return t.database().read(db::Scope::system(), [&](db::Connection& c) { return c.value<std::int64_t>(text, params).value_or(0); });
}
std::string header(Answer const& answer, std::string_view name) {
    for (auto const& [key, value] : answer.response.headers)
        if (key == name) return value;
    return {};
}
/// Fills in the form that `page` shows, as a browser does.
Answer fill_in(Browser& browser, Answer const& page, std::string_view path, Fields fields) {
    fields.emplace_back("_csrf", page.input("_csrf"));
    for (auto const* kept : {"terug", "sleutel"})
        if (auto const value = page.input(kept); !value.empty()) fields.emplace_back(kept, value);
    return browser.post_raw(path, std::move(fields));
}
Answer log_in(Browser& browser, std::string_view name, std::string_view password, std::string_view path = "/inloggen") {
    auto const page = browser.get(path);
    return fill_in(browser, page, "/inloggen", {{"gebruikersnaam", std::string{name}}, {"wachtwoord", std::string{password}}});
}
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
    sql(t, "INSERT INTO inlogpoging (id, adres, tijdstip) VALUES (1, '127.0.0.1', $1)", {t.program().shared().clock.now()});
    for (int i = 2; i <= 30; ++i)
        sql(t, "INSERT INTO inlogpoging (id, adres, tijdstip) VALUES ($1, '127.0.0.1', $2)", {i, t.program().shared().clock.now()});
    http::Request request;
    request.method = http::Method::post;
    request.path = "/inloggen";
    request.remote_address = "127.0.0.1";
    request.headers = {{"cookie", browser.cookie()}, {"x-forwarded-for", "203.0.113.9"}, {"forwarded", "for=203.0.113.9"}};
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
    auto const secret = Login{t.database(), t.kluis(), t.program().shared().clock}.open_secret(user_of(1, "privacy_officer"), setup.input("sleutel"));
    ASSERT_TRUE(secret);
    EXPECT_TRUE(setup.has(totp_readable(*secret)));
    EXPECT_EQ(fill_in(browser, setup, "/inloggen/instellen", {{"code", "12345"}}).status, 422);
    auto const done = fill_in(browser, setup, "/inloggen/instellen", {{"code", totp_code(*secret, totp_now().plus(-std::chrono::seconds{30}))}});
    EXPECT_EQ(done.status, 200);
    EXPECT_TRUE(done.has("md-codes"));
    EXPECT_EQ(browser.get("/beheer/audit").status, 200);

    auto again = t.anonymous();
    EXPECT_EQ(log_in(again, "privacy_officer.1", right).location, "/inloggen/code");
    EXPECT_EQ(again.get("/inloggen/instellen").location, "/inloggen/code") << "no second secret in the place of the first";
    EXPECT_EQ(again.get("/inloggen/wachtwoord").location, "/inloggen/code");
    EXPECT_EQ(again.post("/inloggen/instellen", {{"sleutel", setup.input("sleutel")}, {"code", totp_code(*secret, totp_now())}}).location, "/inloggen/code");
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
    auto const secret = Login{t.database(), t.kluis(), t.program().shared().clock}.open_secret(user_of(1, "privacy_officer"), setup.input("sleutel"));
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
    auto const key = t.database().read(db::Scope::system(), [](db::Connection& c) { return c.value<db::Blob>("SELECT csrf_sleutel FROM sessie"); });
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

TEST_P(InlogPagina, d3_9_disabling_a_user_ends_his_sessions_at_once) {
    WebTest t{GetParam()};
    auto worker = t.as("klantmanager");
    EXPECT_EQ(worker.get("/account").status, 200);
    auto beheer = t.as("functioneel_beheerder");
    auto const path = fmt::format("/beheer/gebruikers/{}", user_of(1, "klantmanager").value);
    auto const form = beheer.get(path);
    EXPECT_EQ(beheer.post(path, {{"naam", "Test"}, {"rol", "klantmanager"}, {"team", "11"}, {"versie", form.input("versie")}}).status, 303);
    EXPECT_EQ(worker.get("/account").status, 401);
}

TEST_P(InlogPagina, d3_11_a_new_password_lists_and_ends_other_sessions) {
    WebTest t{GetParam()};
    give_password(t, "klantmanager");
    auto other = t.as("klantmanager");
    auto browser = t.anonymous();
    log_in(browser, "klantmanager.1", right);
    auto const page = browser.get("/account/wachtwoord");
    EXPECT_TRUE(page.has("Deze sessies worden beëindigd"));
    auto const change = [&](std::string now, std::string wanted, std::string again) {
        return browser.post("/account/wachtwoord", {{"wachtwoord", std::move(now)}, {"nieuw", std::move(wanted)}, {"herhaald", std::move(again)}});
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

TEST_P(InlogPagina, d3_12_two_log_ins_of_one_account_can_be_seen) {
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

TEST_P(InlogPagina, d3_25_nobody_raises_himself) {
    WebTest t{GetParam()};
    for (auto const role : {"klantmanager", "regisseur", "privacy_officer", "planner"}) {
        auto browser = t.as(role);
        EXPECT_EQ(browser.get("/beheer/gebruikers").status, 403) << role;
        EXPECT_EQ(browser.post(fmt::format("/beheer/gebruikers/{}", user_of(1, role).value), {{"rol", "functioneel_beheerder"}}).status, 403) << role;
    }
    auto beheer = t.as("functioneel_beheerder");
    auto const own = fmt::format("/beheer/gebruikers/{}", user_of(1, "functioneel_beheerder").value);
    EXPECT_FALSE(beheer.get(own).has("name=\"rol\""));
    EXPECT_EQ(beheer.post(own, {{"naam", "Ik"}, {"rol", "privacy_officer"}, {"actief", "ja"}, {"versie", "1"}}).status, 403);
    EXPECT_EQ(beheer.post(own + "/tweede-factor", {}).status, 403);
    EXPECT_EQ(beheer.post(own + "/wachtwoord", {}).status, 403);
    // Fields that no form has are not taken over.
    auto worker = t.as("klantmanager");
    EXPECT_EQ(worker.post("/account", {{"naam", "K"}, {"taal", "en"}, {"rol", "regisseur"}, {"team", "12"}, {"gemeente", "2"}, {"actief", "ja"}}).status, 303);
    auto const after = Store{t.database(), t.kluis(), t.program().shared().clock}.user(user_of(1, "klantmanager"));
    EXPECT_EQ(after->rol, Rol::klantmanager);
    EXPECT_EQ(after->gemeente, GemeenteId{1});
    EXPECT_EQ(after->taal, "en");
}

TEST_P(InlogPagina, d3_26_own_and_family_files_stay_shut_and_are_told) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    sql(t, "UPDATE gebruiker SET persoon = $2 WHERE id = $1", {user_of(1, "klantmanager"), file.persoon});
    auto browser = t.as("klantmanager");
    auto const path = fmt::format("/dossiers/{}/inzage", file.dossier.value);
    auto const answer = browser.get(path);
    EXPECT_EQ(answer.status, 403) << "also in the own caseload";
    EXPECT_FALSE(answer.has("Gebremeskel"));
    auto const emergency = browser.post("/toegang", {{"dossier", std::to_string(file.dossier.value)}, {"doel", "noodtoegang"},
                                                     {"reden", "ik wil mijn eigen dossier graag inzien vandaag"}});
    EXPECT_EQ(emergency.status, 403);
    EXPECT_EQ(browser.get(path).status, 403);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM toegang"), 0);
    EXPECT_TRUE(t.as("privacy_officer").get("/beheer/noodtoegang").has("Wilde een eigen of familiedossier openen"));
    EXPECT_GE(count(t, "SELECT COUNT(*) FROM leeslog WHERE resultaat = 'geweigerd'"), 2);
}

TEST_P(InlogPagina, d3_27_break_glass_needs_a_reason_ends_and_is_reviewed) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel", "klantmanager2");
    auto browser = t.as("regisseur");
    auto const path = fmt::format("/dossiers/{}/inzage", file.dossier.value);
    auto const ask = [&](std::string reason) {
        return browser.post("/toegang", {{"dossier", std::to_string(file.dossier.value)}, {"doel", "noodtoegang"}, {"reden", std::move(reason)}, {"terug", path}});
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
    auto const id = count(t, "SELECT id FROM toegang");
    EXPECT_EQ(browser.post(fmt::format("/beheer/noodtoegang/{}/nagekeken", id), {{"oordeel", "terecht"}}).status, 403);
    EXPECT_EQ(officer.post(fmt::format("/beheer/noodtoegang/{}/nagekeken", id), {{"oordeel", "misschien"}}).status, 400);
    EXPECT_EQ(officer.post(fmt::format("/beheer/noodtoegang/{}/nagekeken", id), {{"oordeel", "onterecht"}}).status, 303);
    EXPECT_FALSE(officer.get("/beheer/noodtoegang").has("huisarts belt"));
    EXPECT_TRUE(officer.get("/beheer/noodtoegang?toon=alles").has("Niet terecht"));
    sql(t, "UPDATE toegang SET tot = vanaf");
    EXPECT_EQ(browser.get(path).status, 403) << "it ended";
}

TEST_P(InlogPagina, d3_28_a_purpose_is_asked_outside_the_own_caseload_and_logged) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel", "klantmanager2");
    auto browser = t.as("regisseur");
    auto const path = fmt::format("/dossiers/{}/inzage", file.dossier.value);
    auto const asked = browser.get(path);
    EXPECT_EQ(asked.status, 403);
    EXPECT_TRUE(asked.has("Waarvoor hebt u dit dossier nodig?"));
    EXPECT_FALSE(asked.has("Gebremeskel"));
    auto const choose = [&](std::string doel) {
        return browser.post("/toegang", {{"dossier", asked.input("dossier")}, {"terug", asked.input("terug")}, {"doel", std::move(doel)}});
    };
    EXPECT_EQ(choose("").status, 422);
    EXPECT_EQ(choose("eigen_caseload").status, 422);
    EXPECT_EQ(choose("inburgering").location, path);
    EXPECT_EQ(browser.get(path).status, 200);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM leeslog WHERE dossier = $1 AND doel = 'inburgering' AND resultaat = 'gezien'", {file.dossier}), 1);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM leeslog WHERE dossier = $1 AND resultaat = 'geweigerd'", {file.dossier}), 1);
    EXPECT_EQ(browser.post("/toegang", {{"dossier", asked.input("dossier")}, {"doel", "inburgering"}, {"terug", "//evil.example"}}).location,
              fmt::format("/dossiers/{}", file.dossier.value));
    EXPECT_EQ(t.as("regisseur", 2).post("/toegang", {{"dossier", asked.input("dossier")}, {"doel", "inburgering"}}).status, 404);
    EXPECT_EQ(browser.post("/toegang", {{"dossier", "0"}, {"doel", "inburgering"}}).status, 404);
}

TEST_P(InlogPagina, d3_29_the_administrator_opens_no_file_and_d3_24_lists_end_at_the_municipality) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto beheer = t.as("functioneel_beheerder");
    EXPECT_EQ(beheer.get(fmt::format("/dossiers/{}/inzage", file.dossier.value)).status, 403);
    EXPECT_EQ(beheer.post("/toegang", {{"dossier", std::to_string(file.dossier.value)}, {"doel", "noodtoegang"}, {"reden", "ik beheer dit systeem dus mag alles"}}).status, 403);
    auto const list = beheer.get("/beheer/gebruikers");
    EXPECT_TRUE(list.has("Test planner 1"));
    EXPECT_FALSE(list.has("Test planner 2"));
    EXPECT_EQ(beheer.get(fmt::format("/beheer/gebruikers/{}", user_of(2, "planner").value)).status, 404);
    EXPECT_EQ(t.as("privacy_officer", 2).get(fmt::format("/dossiers/{}/inzage", file.dossier.value)).status, 404);
}

TEST_P(InlogPagina, d3_30_a_deep_link_shows_nothing_to_the_wrong_user) {
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

TEST_P(InlogPagina, d3_34_no_way_out_through_terug) {
    WebTest t{GetParam()};
    give_password(t, "klantmanager");
    for (std::string const evil : {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "evil", "/%0d%0aSet-Cookie:x",
                                   "/inloggen", "/uitloggen"}) {
        auto browser = t.anonymous();
        auto const in = log_in(browser, "klantmanager.1", right, "/inloggen?terug=" + http::url_encode(evil));
        EXPECT_EQ(in.status, 303) << evil;
        EXPECT_TRUE(in.location == "/mijn-werk" || in.location == evil) << in.location;
        EXPECT_TRUE(in.location != evil || evil.starts_with("/%")) << evil;
        auto const taal = t.anonymous().get("/taal/en?terug=" + http::url_encode(evil));
        EXPECT_TRUE(taal.location.starts_with('/') && !taal.location.starts_with("//") && !taal.location.starts_with("/\\")) << taal.location;
    }
    auto browser = t.anonymous();
    EXPECT_EQ(log_in(browser, "klantmanager.1", right, "/inloggen?terug=/agenda").location, "/agenda");
}

TEST_P(InlogPagina, d3_35_a_form_of_another_site_is_refused) {
    WebTest t{GetParam()};
    give_password(t, "klantmanager");
    auto nobody = t.anonymous();
    EXPECT_EQ(nobody.post_raw("/inloggen", {{"gebruikersnaam", "klantmanager.1"}, {"wachtwoord", std::string{right}}}).status, 419) << "log-in itself";
    auto const attacker_page = t.anonymous().get("/inloggen");
    EXPECT_EQ(nobody.post_raw("/inloggen", {{"gebruikersnaam", "klantmanager.1"}, {"wachtwoord", std::string{right}}, {"_csrf", attacker_page.input("_csrf")}}).status, 419)
        << "with the token of the attacker's own page";
    auto browser = t.as("klantmanager");
    for (std::string const path : {"/account", "/uitloggen", "/toegang", "/bewaard-formulier", "/account/wachtwoord"}) {
        EXPECT_EQ(browser.post_raw(path, {}).status, 419) << path;
        EXPECT_EQ(browser.post_raw(path, {{"_csrf", t.as("regisseur").get("/account").input("_csrf")}}).status, 419) << path;
    }
    EXPECT_EQ(browser.get("/account").status, 200);
    EXPECT_EQ(browser.get("/uitloggen").status, 405) << "a link logs nobody out";
}

TEST_P(InlogPagina, d3_58_the_read_log_tells_who_what_when_why_and_from_where) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    t.as("klantmanager").get(fmt::format("/dossiers/{}/inzage", file.dossier.value));
    t.as("planner").get(fmt::format("/dossiers/{}/inzage", file.dossier.value));
    auto officer = t.as("privacy_officer");
    auto const log = officer.get("/beheer/leeslog");
    for (auto const* part : {"Test klantmanager 1", "Eigen caseload", "Gezien", "127.0.0.1", "25 nov 2026"}) EXPECT_TRUE(log.has(part)) << part;
    EXPECT_FALSE(log.has("Gebremeskel"));
    auto const here = officer.get(fmt::format("/dossiers/{}/inzage?gebruiker={}", file.dossier.value, user_of(1, "klantmanager").value));
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
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM leeslog WHERE handeling = 'leeslog' AND doel = 'toezicht'"), 1) << "looking in the log is logged too";
}

TEST_P(InlogPagina, d3_59_the_chain_is_checked_from_the_page) {
    WebTest t{GetParam()};
    auto officer = t.as("privacy_officer");
    t.as("klantmanager").post("/account", {{"naam", "Nieuwe Naam"}, {"taal", "nl"}});
    EXPECT_TRUE(officer.get("/beheer/audit").has("eigen naam gewijzigd"));
    EXPECT_TRUE(officer.post("/beheer/audit", {}).has("De keten klopt"));
    sql(t, "UPDATE audit SET handeling = 'niets' WHERE gemeente = 1 AND volgnummer = 1");
    auto const broken = officer.post("/beheer/audit", {});
    EXPECT_TRUE(broken.has("De keten klopt niet"));
    EXPECT_TRUE(broken.has("Keten audit, regel 1"));
    EXPECT_EQ(t.as("functioneel_beheerder").get("/beheer/audit").status, 403);
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

TEST_P(InlogPagina, a_new_user_gets_a_temporary_password_and_must_choose_his_own) {
    WebTest t{GetParam()};
    auto beheer = t.as("functioneel_beheerder");
    EXPECT_EQ(beheer.get("/beheer/gebruikers/nieuw").status, 200);
    auto const bad = beheer.post("/beheer/gebruikers", {{"gebruikersnaam", "a b"}, {"naam", ""}, {"rol", "koning"}, {"team", "21"}});
    EXPECT_EQ(bad.status, 422);
    for (auto const* part : {"Gebruik alleen letters", "Vul de naam in", "Kies een rol", "Kies een team van deze gemeente"}) EXPECT_TRUE(bad.has(part)) << part;
    EXPECT_TRUE(beheer.post("/beheer/gebruikers", {{"gebruikersnaam", "planner.2"}, {"naam", "X"}, {"rol", "planner"}}).has("al in gebruik"));
    auto const added = beheer.post("/beheer/gebruikers", {{"gebruikersnaam", "n.nieuw"}, {"naam", "<b>Nieuw</b>"}, {"rol", "planner"}, {"team", "11"}});
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
    EXPECT_EQ(browser.post("/inloggen/wachtwoord", {{"nieuw", password}, {"herhaald", password}}).status, 422) << "not the same again";
    auto const done = browser.post("/inloggen/wachtwoord", {{"nieuw", "gras water steen huis"}, {"herhaald", "gras water steen huis"}});
    EXPECT_EQ(done.location, "/mijn-werk");
    EXPECT_EQ(browser.get("/account").status, 200);
}

TEST_P(InlogPagina, the_second_editor_of_a_user_sees_both_values) {
    WebTest t{GetParam()};
    auto beheer = t.as("functioneel_beheerder");
    auto const path = fmt::format("/beheer/gebruikers/{}", user_of(1, "planner").value);
    auto const versie = beheer.get(path).input("versie");
    EXPECT_EQ(beheer.post(path, {{"naam", "Eerste Naam"}, {"rol", "planner"}, {"actief", "ja"}, {"versie", versie}}).status, 303);
    auto const second = beheer.post(path, {{"naam", "Tweede Naam"}, {"rol", "planner"}, {"actief", "ja"}, {"versie", versie}});
    EXPECT_EQ(second.status, 409);
    EXPECT_TRUE(second.has("Eerste Naam"));
    EXPECT_TRUE(second.has("value=\"Tweede Naam\""));
    EXPECT_EQ(beheer.post(path, {{"naam", "Tweede Naam"}, {"rol", "planner"}, {"actief", "ja"}, {"versie", second.input("versie")}}).status, 303);
}

TEST_P(InlogPagina, an_employee_is_shielded_by_a_number_that_is_not_kept) {
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

TEST_P(InlogPagina, the_second_factor_is_replaced_only_with_the_password) {
    WebTest t{GetParam()};
    give_password(t, "klantmanager");
    auto browser = t.as("klantmanager");
    auto const page = browser.get("/account/tweede-factor");
    auto const secret = Login{t.database(), t.kluis(), t.program().shared().clock}.open_secret(user_of(1, "klantmanager"), page.input("sleutel"));
    ASSERT_TRUE(secret);
    auto const set = [&](std::string password, std::string code) {
        return browser.post("/account/tweede-factor", {{"sleutel", page.input("sleutel")}, {"wachtwoord", std::move(password)}, {"code", std::move(code)}});
    };
    EXPECT_EQ(set("fout", totp_code(*secret, totp_now())).status, 422);
    EXPECT_EQ(set(std::string{right}, "12345").status, 422);
    EXPECT_TRUE(set(std::string{right}, totp_code(*secret, totp_now())).has("md-codes"));
    EXPECT_TRUE(browser.get("/account").has("nog 10 herstelcodes"));
    EXPECT_EQ(browser.post("/account/herstelcodes", {{"wachtwoord", "fout"}}).status, 422);
    EXPECT_TRUE(browser.post("/account/herstelcodes", {{"wachtwoord", std::string{right}}}).has("md-codes"));
    EXPECT_EQ(browser.post("/account/tweede-factor", {{"sleutel", "onzin"}}).status, 400);
}

TEST_P(InlogPagina, the_language_is_remembered) {
    WebTest t{GetParam()};
    auto browser = t.as("klantmanager");
    EXPECT_EQ(browser.get("/taal/en?terug=/account").location, "/account");
    EXPECT_TRUE(browser.get("/account").has("<html lang=\"en\""));
    EXPECT_EQ(browser.get("/taal/xx").status, 404);
    auto nobody = t.anonymous();
    EXPECT_TRUE(header(nobody.get("/taal/en?terug=/inloggen"), "Set-Cookie").starts_with("taal=en; "));
}
