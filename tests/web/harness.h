#pragma once
#include "app/serve.h"
#include "tests/support/database.h"

#include <gtest/gtest.h>
#include <map>

/// Asks the whole program for pages without a socket: route, session, rights, form token, page, database.
namespace web_testing {

struct Answer {
    int status{};
    std::string body, location;
    http::Response response;
    bool has(std::string_view text) const { return body.find(text) != std::string::npos; }
    /// The value of the first input with this name, unescaped; empty when there is none.
    std::string input(std::string_view name) const;
};
using Fields = std::vector<std::pair<std::string, std::string>>;

class WebTest;
/// One user's browser: keeps the cookie; fetches the form token itself.
class Browser {
public:
    Browser(WebTest& test, std::string cookie) : test_{test}, cookie_{std::move(cookie)} {}
    Answer get(std::string_view path_and_query);
    /// Posts with the right form token and a fresh once-only key; follows nothing.
    Answer post(std::string_view path, Fields fields);
    /// Posts exactly these fields.
    Answer post_raw(std::string_view path, Fields fields);
    Answer upload(std::string_view path, std::string_view field, std::string_view filename, std::string_view content,
                  Fields fields = {});
    std::string const& cookie() const { return cookie_; }
    std::string address = "127.0.0.1";

private:
    Answer send(http::Request request);
    WebTest& test_;
    std::string cookie_;
};

class WebTest {
public:
    explicit WebTest(std::string const& engine, Date today = Date{2026y / 11 / 25});
    ~WebTest();
    /// A logged-in browser of this role of a municipality of the cast (1 Meierijstad, 2 Maashorst); "klantmanager2" is
    /// the other team's.
    Browser as(std::string_view role, int gemeente = 1);
    Browser anonymous();
    db::Database& database();
    app::Program& program();
    vertrouwen::Kluis const& kluis();
    vertrouwen::Access access(std::string_view role, int gemeente = 1);
    /// Does the background work that is due.
    int run_jobs() { return program().runner().run_until_idle(); }
    /// A person with an open file, assigned to this role's user (empty: nobody).
    struct File {
        PersoonId persoon;
        DossierId dossier;
    };
    File file(std::string_view given_names, std::string_view family_name,
              std::string_view assigned_role = "klantmanager", int gemeente = 1);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};
}
