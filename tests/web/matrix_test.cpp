#include "app/routes.h"
#include "tests/web/harness.h"

#include <fstream>
#include <sstream>

// Every route × every role × own file, other team's file, other municipality's file. The table tests/web/rights.tsv
// names the permission of each route; a person reads its changes. A route that is not in it fails here.

using namespace vertrouwen;
using web_testing::Answer;
using web_testing::Fields;
using web_testing::WebTest;
BOTH_ENGINES(Rights);

namespace {
constexpr Rol rollen[] = {Rol::regisseur,
                          Rol::klantmanager,
                          Rol::budgetbeheerder,
                          Rol::jobcoach,
                          Rol::jurist,
                          Rol::coordinator_vrijwilligers,
                          Rol::planner,
                          Rol::beleidsmedewerker,
                          Rol::functioneel_beheerder,
                          Rol::privacy_officer};

std::string method_name(http::Method m) { return m == http::Method::get ? "GET" : "POST"; }

std::string filled(std::string_view pattern, DossierId dossier) {
    std::string path{pattern};
    while (true) {
        auto const open = path.find('{');
        if (open == std::string::npos) return path;
        auto const close = path.find('}', open);
        auto const name = path.substr(open + 1, close - open - 1);
        path.replace(open, close - open + 1, name == "dossier" ? std::to_string(dossier.value) : std::string{"987654"});
    }
}

Answer ask(web_testing::Browser& browser, gate::Route const& route, DossierId dossier) {
    auto const path = filled(route.pattern, dossier);
    return route.method == http::Method::get ? browser.get(path) : browser.post(path, Fields{});
}

bool is_public(gate::Route const& route) { return route.recht == Recht::publiek || route.recht == Recht::inloggen; }
bool about_a_file(gate::Route const& route) { return route.pattern.find("{dossier}") != std::string_view::npos; }
// These end or change the session that the test goes on using.
bool ends_the_session(gate::Route const& route) {
    return route.method != http::Method::get
           && (route.pattern == "/uitloggen" || route.pattern.starts_with("/account"));
}
}

TEST(RightsTable, names_every_route_and_its_permission) {
    std::map<std::string, std::string> written;
    std::ifstream in{MEEDOEN_SOURCE_DIR "/tests/web/rights.tsv"};
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream parts{line};
        std::string method, pattern, right;
        parts >> method >> pattern >> right;
        written[method + " " + pattern] = right;
    }
    std::string missing;
    for (auto const& route : app::routes()) {
        auto const key = method_name(route.method) + " " + std::string{route.pattern};
        auto const found = written.find(key);
        if (found == written.end() || found->second != naam(route.recht))
            missing += method_name(route.method) + "\t" + std::string{route.pattern} + "\t"
                       + std::string{naam(route.recht)} + "\n";
        if (found != written.end()) written.erase(found);
    }
    EXPECT_EQ(missing, "") << "not in tests/web/rights.tsv, or there with another permission";
    for (auto const& [key, right] : written) ADD_FAILURE() << key << " is in rights.tsv but is no route";
}

TEST_P(Rights, nobody_logged_in_sees_only_public_pages) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    for (auto const& route : app::routes()) {
        if (is_public(route)) continue;
        SCOPED_TRACE(std::string{route.pattern});
        auto browser = t.anonymous();
        auto const answer = ask(browser, route, file.dossier);
        EXPECT_TRUE(answer.status == 303 || answer.status == 401 || answer.status == 419) << answer.status;
        if (answer.status == 303) EXPECT_TRUE(answer.location.starts_with("/inloggen")) << answer.location;
        EXPECT_FALSE(answer.has("Gebremeskel"));
    }
}

TEST_P(Rights, each_role_reaches_what_the_table_says_and_no_more) {
    WebTest t{GetParam()};
    auto const own = t.file("Semhar", "Gebremeskel", "klantmanager");
    auto const other_team = t.file("Tewelde", "Woldemichael", "klantmanager2");
    auto const other_municipality = t.file("Fatima", "Darwish", "klantmanager", 2);
    for (auto const rol : rollen) {
        for (auto const& route : app::routes()) {
            if (is_public(route) || ends_the_session(route)) continue;
            SCOPED_TRACE(std::string{naam(rol)} + " " + method_name(route.method) + " " + std::string{route.pattern});
            auto browser = t.as(naam(rol));
            auto const reach = bereik(rol, route.recht);
            auto const on_own = ask(browser, route, own.dossier);
            EXPECT_NE(on_own.status, 500);
            EXPECT_NE(on_own.status, 419);
            if (reach == Bereik::geen) {
                EXPECT_EQ(on_own.status, 403);
                EXPECT_FALSE(on_own.has("Gebremeskel"));
                continue;
            }
            EXPECT_FALSE(on_own.status == 303 && on_own.location.starts_with("/inloggen"));
            if (!about_a_file(route)) {
                EXPECT_NE(on_own.status, 403);
                continue;
            }
            auto const elsewhere = ask(browser, route, other_municipality.dossier);
            EXPECT_EQ(elsewhere.status, 404);
            EXPECT_FALSE(elsewhere.has("Darwish"));
            auto const others = ask(browser, route, other_team.dossier);
            bool const has_team_or_own_only = reach == Bereik::eigen || reach == Bereik::team || reach == Bereik::doel;
            if (has_team_or_own_only && rol != Rol::regisseur) {
                EXPECT_EQ(others.status, 403);
                EXPECT_FALSE(others.has("Woldemichael"));
            }
            if (reach == Bereik::gemeente) EXPECT_NE(others.status, 403);
        }
    }
}

TEST_P(Rights, a_form_without_its_token_changes_nothing) {
    WebTest t{GetParam()};
    auto const own = t.file("Semhar", "Gebremeskel", "klantmanager");
    for (auto const& route : app::routes()) {
        if (route.method == http::Method::get) continue;
        SCOPED_TRACE(std::string{route.pattern});
        auto browser = t.as("klantmanager");
        auto const path = filled(route.pattern, own.dossier);
        auto const status = browser.post_raw(path, {{"_csrf", "vals"}}).status;
        EXPECT_TRUE(status == 419 || status == 403 || status == 303) << status;
    }
}
