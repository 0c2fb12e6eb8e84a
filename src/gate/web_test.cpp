#include "tests/web/harness.h"

#include <thread>

// What the gate answers by itself: pages for what is not there, not allowed, sent twice or broken.

using web_testing::Answer;
using web_testing::Fields;
using web_testing::WebTest;
BOTH_ENGINES(Gate);

namespace {
std::string header(Answer const& answer, std::string_view name) {
    for (auto const& [n, value] : answer.response.headers)
        if (n == name) return value;
    return {};
}
std::int64_t number(WebTest& t, std::string_view sql) {
    return t.database().read(db::Scope::system(),
                             [&](db::Connection& c) { return c.value<std::int64_t>(sql).value(); });
}
Fields appointment(std::string subject) {
    return {{"dag-dag", "3"},     {"dag-maand", "12"},
            {"dag-jaar", "2026"}, {"van", "09:30"},
            {"tot", "10:30"},     {"onderwerp", std::move(subject)},
            {"plaats", ""},       {"dossier", ""},
            {"tolk_taal", ""},    {"tolk_stand", "gevraagd"}};
}
/// The token of the page's own form: the search box above it has another.
std::string token_of(Answer const& page) {
    auto const at = page.body.rfind("name=\"_csrf\" value=\"");
    if (at == std::string::npos) return "";
    return page.body.substr(at + 20, page.body.find('"', at + 20) - at - 20);
}
}

TEST_P(Gate, every_kind_of_answer_carries_the_security_headers) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto user = t.as("klantmanager");
    auto nobody = t.anonymous();
    auto const page = user.get("/agenda/nieuw");
    std::vector<Answer> const answers{page,
                                      user.get("/nergens"),
                                      user.post("/agenda/nieuw", appointment("Gesprek")),
                                      user.post_raw("/agenda/nieuw", {}),
                                      user.get("/beheer/gebruikers"),
                                      nobody.get("/agenda"),
                                      nobody.get("/inloggen"),
                                      user.post("/mijn-werk", {}),
                                      user.get("/static/bestaat-niet.css"),
                                      user.get("/favicon.ico"),
                                      user.get("/gezond"),
                                      user.get("/dossiers/" + std::to_string(file.dossier.value))};
    std::vector<int> statuses;
    for (auto const& answer : answers) {
        statuses.push_back(answer.status);
        EXPECT_NE(header(answer, "Content-Security-Policy").find("default-src 'none'"), std::string::npos)
            << answer.status;
        EXPECT_EQ(header(answer, "X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(header(answer, "X-Frame-Options"), "DENY");
        EXPECT_EQ(header(answer, "Referrer-Policy"), "same-origin");
        EXPECT_EQ(header(answer, "Cache-Control"), "no-store") << answer.status;
    }
    EXPECT_EQ(statuses, (std::vector<int>{200, 404, 303, 419, 403, 303, 200, 405, 404, 404, 200, 200}));
}

TEST_P(Gate, what_is_not_there_and_what_is_elsewhere_look_the_same) {
    WebTest t{GetParam()};
    auto const theirs = t.file("Fatima", "Darwish", "klantmanager", 2);
    auto user = t.as("regisseur");
    auto const there = user.get("/dossiers/" + std::to_string(theirs.dossier.value)),
               nowhere = user.get("/dossiers/123");
    EXPECT_EQ(there.status, 404);
    EXPECT_EQ(nowhere.status, 404);
    EXPECT_FALSE(there.has("Darwish"));
    auto const plain = [](Answer const& a) { return a.body.substr(a.body.find("<main")); };
    EXPECT_EQ(plain(there), plain(nowhere));
    for (auto const* path :
         {"/dossiers/0", "/dossiers/-1", "/dossiers/99999999999999999999", "/dossiers/1e3", "/dossiers/%3Cscript%3E",
          "/dossiers/ 1", "/agenda/afspraken/x", "/duo/0", "/duo/x", "/inlezen/99", "/dubbelen/1"})
        EXPECT_EQ(user.get(path).status, 404) << path;
}

TEST_P(Gate, error_pages_say_what_to_do_and_repeat_nothing_that_was_typed) {
    WebTest t{GetParam()};
    auto user = t.as("klantmanager");
    auto const missing = user.get("/<script>alert(1)</script>?q=<b>");
    EXPECT_EQ(missing.status, 404);
    EXPECT_FALSE(missing.has("<script>alert"));
    EXPECT_TRUE(missing.has("<h1"));
    auto const wrong_method = user.post("/mijn-werk", {});
    EXPECT_EQ(wrong_method.status, 405);
    EXPECT_EQ(header(wrong_method, "Allow"), "GET, HEAD");
    EXPECT_EQ(header(user.get("/uitloggen"), "Allow"), "POST");
    EXPECT_EQ(user.post_raw("/agenda/nieuw", {{"_csrf", "vals"}}).status, 419);
}

TEST_P(Gate, a_fault_gives_one_page_with_a_reference_and_frees_the_form) {
    WebTest t{GetParam()};
    auto user = t.as("klantmanager");
    auto const page = user.get("/agenda/nieuw");
    auto fields = appointment(std::string{"a\0b", 3});   // no database takes a NUL in a text
    fields.emplace_back("_csrf", token_of(page));
    fields.emplace_back("_eenmalig", page.input("_eenmalig"));
    auto const fault = user.post_raw("/agenda/nieuw", fields);
    EXPECT_EQ(fault.status, 500);
    EXPECT_TRUE(fault.has("test-")) << "the reference that stands in the log";
    EXPECT_FALSE(fault.has("22021")) << "and nothing of the fault itself";
    EXPECT_EQ(number(t, "SELECT COUNT(*) FROM afspraak"), 0) << "rolled back";
    auto again = appointment("Gesprek");
    again.emplace_back("_csrf", token_of(page));
    again.emplace_back("_eenmalig", page.input("_eenmalig"));
    EXPECT_EQ(user.post_raw("/agenda/nieuw", again).status, 303);
    EXPECT_EQ(number(t, "SELECT COUNT(*) FROM afspraak"), 1);
}

TEST_P(Gate, a_form_token_fits_only_its_own_form_and_its_own_session) {
    WebTest t{GetParam()};
    auto user = t.as("klantmanager"), other = t.as("klantmanager2");
    auto const page = user.get("/agenda/nieuw");
    auto fields = appointment("Gesprek");
    fields.emplace_back("_csrf", token_of(page));
    EXPECT_EQ(other.post_raw("/agenda/nieuw", fields).status, 419);
    EXPECT_EQ(user.post_raw("/vervanging", fields).status, 419);
    EXPECT_EQ(user.post_raw("/agenda/nieuw", fields).status, 303) << "without a once-only key it is just sent";
}

TEST_P(Gate, two_clicks_at_once_make_one) {
    WebTest t{GetParam()};
    auto user = t.as("klantmanager");
    auto const page = user.get("/agenda/nieuw");
    auto fields = appointment("Gesprek");
    fields.emplace_back("_csrf", token_of(page));
    fields.emplace_back("_eenmalig", page.input("_eenmalig"));
    std::array<Answer, 2> answers;
    auto click = [&](std::size_t i) {
        http::Request request;
        request.method = http::Method::post;
        request.path = "/agenda/nieuw";
        request.remote_address = "127.0.0.1";
        request.id = "klik";
        request.headers.emplace_back("cookie", user.cookie());
        request.form = fields;
        answers[i].response = t.program().gate().handle(request);
    };
    std::thread one{click, 0}, two{click, 1};
    one.join();
    two.join();
    for (auto const& answer : answers) {
        EXPECT_EQ(answer.response.status, 303);
        EXPECT_EQ(header(answer, "Location"), header(answers[0], "Location"));
    }
    EXPECT_EQ(number(t, "SELECT COUNT(*) FROM afspraak"), 1);
}

TEST_P(Gate, the_session_cookie_cannot_be_read_by_scripts_nor_sent_along_by_others) {
    WebTest t{GetParam()};
    http::Request request;
    request.path = "/inloggen";
    request.id = "x";
    for (bool const secure : {false, true}) {
        request.secure = secure;
        Answer answer;
        answer.response = t.program().gate().handle(request);
        auto const cookie = header(answer, "Set-Cookie");
        EXPECT_NE(cookie.find("; HttpOnly"), std::string::npos) << cookie;
        EXPECT_NE(cookie.find("; SameSite=Lax"), std::string::npos) << cookie;
        EXPECT_EQ(cookie.find("; Secure") != std::string::npos, secure) << cookie;
        EXPECT_EQ(cookie.starts_with("__Host-"), secure) << cookie;
        EXPECT_EQ(header(answer, "Strict-Transport-Security").empty(), !secure);
    }
}
