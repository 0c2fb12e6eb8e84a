#pragma once
#include "tests/web/harness.h"
#include "vertrouwen/login.h"
#include "vertrouwen/users.h"

/// What the page tests of this slice share: a password for a user of the cast, and forms filled in as a browser does.
namespace login_testing {
using namespace vertrouwen;
using testing_support::user_of;
using web_testing::Answer;
using web_testing::Browser;
using web_testing::Fields;
using web_testing::WebTest;

inline constexpr std::string_view right = "boom fiets kat zon";

inline void give_password(WebTest& t, std::string_view role, std::string_view password = right) {
    Users{t.database(), t.kluis(), t.program().shared().clock, HashCost::lowest()}.set_password(
        Access::systeem(GemeenteId{1}), user_of(1, role), password);
}
inline void sql(WebTest& t, std::string_view text, db::Params const& params = {}) {
    t.database().write(db::Scope::system(), [&](db::Connection& c) { c.exec(text, params); });
}
inline std::int64_t count(WebTest& t, std::string_view text, db::Params const& params = {}) {
    return t.database().read(db::Scope::system(),
                             [&](db::Connection& c) { return c.value<std::int64_t>(text, params).value_or(0); });
}
inline std::string header(Answer const& answer, std::string_view name) {
    for (auto const& [key, value] : answer.response.headers)
        if (key == name) return value;
    return {};
}
/// Fills in the form that `page` shows, as a browser does.
inline Answer fill_in(Browser& browser, Answer const& page, std::string_view path, Fields fields) {
    fields.emplace_back("_csrf", page.input("_csrf"));
    for (auto const* kept : {"terug", "sleutel"})
        if (auto const value = page.input(kept); !value.empty()) fields.emplace_back(kept, value);
    return browser.post_raw(path, std::move(fields));
}
inline Answer log_in(Browser& browser, std::string_view name, std::string_view password,
                     std::string_view path = "/inloggen") {
    auto const page = browser.get(path);
    return fill_in(browser, page, "/inloggen",
                   {{"gebruikersnaam", std::string{name}}, {"wachtwoord", std::string{password}}});
}
}
