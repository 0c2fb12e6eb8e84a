#include "gate/form.h"
#include "gate/once.h"
#include "gate/router.h"
#include "gate/security.h"
#include "tests/support/database.h"

#include <gtest/gtest.h>
#include <thread>

namespace gate {
namespace {
http::Response nothing(Context&) { return {}; }
using http::Method;
using vertrouwen::Recht;

std::vector<Route> const routes{
    {Method::get, "/", nothing, Recht::publiek},
    {Method::get, "/dossiers/{dossier}", nothing, Recht::dossier_lezen},
    {Method::get, "/dossiers/nieuw", nothing, Recht::dossier_schrijven},
    {Method::post, "/dossiers/{dossier}/notities/{notitie}", nothing, Recht::dossier_schrijven},
    {Method::post, "/zoeken", nothing, Recht::persoon_zoeken},
};
std::string_view pattern(Router::Found const& found) { return found.route ? found.route->pattern : std::string_view{}; }
}

TEST(router, a_literal_part_wins_over_a_name) {
    Router const r{routes};
    EXPECT_EQ(pattern(r.find(Method::get, "/dossiers/nieuw")), "/dossiers/nieuw");
    EXPECT_EQ(pattern(r.find(Method::get, "/dossiers/17")), "/dossiers/{dossier}");
    auto const deep = r.find(Method::post, "/dossiers/17/notities/4");
    ASSERT_NE(deep.route, nullptr);
    EXPECT_EQ(deep.params, (std::vector<std::pair<std::string, std::string>>{{"dossier", "17"}, {"notitie", "4"}}));
}

TEST(router, head_is_get_and_another_method_is_said_so) {
    Router const r{routes};
    EXPECT_NE(r.find(Method::head, "/dossiers/17").route, nullptr);
    auto const wrong = r.find(Method::post, "/dossiers/17");
    EXPECT_EQ(wrong.route, nullptr);
    EXPECT_TRUE(wrong.other_method);
    EXPECT_TRUE(r.find(Method::get, "/zoeken").other_method);
    EXPECT_FALSE(r.find(Method::get, "/nergens").other_method);
}

TEST(router, odd_paths_find_nothing) {
    Router const r{routes};
    EXPECT_EQ(pattern(r.find(Method::get, "/")), "/");
    EXPECT_EQ(pattern(r.find(Method::get, "")), "/");
    for (auto const* path : {"/dossiers/", "/dossiers", "//", "/dossiers/17/", "//dossiers/17",
                             "/dossiers/17//notities/4", "/Dossiers/17", "/dossiers/17/notities"})
        EXPECT_EQ(r.find(Method::get, path).route, nullptr) << path;
}

TEST(form_token, fits_one_session_and_one_path) {
    auto const token = form_token("sleutel-een", "/dossiers/17/notities");
    EXPECT_TRUE(token_fits("sleutel-een", "/dossiers/17/notities", token));
    EXPECT_TRUE(token_fits("sleutel-een", "/dossiers/17/notities?terug=x", token)) << "the query is no part of it";
    EXPECT_FALSE(token_fits("sleutel-een", "/dossiers/18/notities", token));
    EXPECT_FALSE(token_fits("sleutel-twee", "/dossiers/17/notities", token));
    for (auto const& wrong : {std::string{}, token.substr(1), token + "A", std::string(token.size(), 'A')})
        EXPECT_FALSE(token_fits("sleutel-een", "/dossiers/17/notities", wrong)) << wrong;
}

TEST(local_path, leads_nowhere_else) {
    for (auto const* own : {"/agenda", "/dossiers/17?tab=x&y=%20", "/", "/beheer/leeslog?dossier=2026-000123"})
        EXPECT_EQ(local_path(own), own);
    for (auto const* elsewhere : {"", "//elders.example", "https://elders.example", "javascript:alert(1)", "agenda",
                                  "/\\elders.example", "\\/elders", "/\t/elders.example", "/\n/elders.example",
                                  "/\r\nSet-Cookie: a=b", " /agenda", "/ /elders", "/\x01", "/\x7f", "?x", "#x", "."})
        EXPECT_EQ(local_path(elsewhere), "/mijn-werk") << elsewhere;
    EXPECT_EQ(local_path(std::string_view{"/a\0b", 4}), "/mijn-werk");
    EXPECT_EQ(local_path("/" + std::string(2000, 'a')), "/mijn-werk");
}

TEST(security_headers, stand_on_every_answer) {
    http::Response page, file;
    add_security_headers(page, true, false);
    add_security_headers(file, false, true);
    auto const value = [](http::Response const& r, std::string_view name) {
        for (auto const& [n, v] : r.headers)
            if (n == name) return v;
        return std::string{};
    };
    EXPECT_EQ(value(page, "Cache-Control"), "no-store");
    EXPECT_NE(value(page, "Strict-Transport-Security"), "");
    EXPECT_EQ(value(file, "Strict-Transport-Security"), "") << "over plain http it means nothing";
    EXPECT_EQ(value(file, "Cache-Control"), "");
    for (auto const& r : {page, file}) {
        auto const policy = value(r, "Content-Security-Policy");
        for (auto const* part : {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'",
                                 "form-action 'self'", "base-uri 'none'"})
            EXPECT_NE(policy.find(part), std::string::npos) << part;
        EXPECT_EQ(policy.find("unsafe"), std::string::npos);
        EXPECT_EQ(value(r, "X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(value(r, "X-Frame-Options"), "DENY");
        EXPECT_EQ(value(r, "Referrer-Policy"), "same-origin");
    }
}

TEST(form_input, a_date_as_typed_stays_as_typed) {
    auto const typed = [](std::string day, std::string month, std::string year) {
        http::Request r;
        r.form = {{"dag-dag", std::move(day)}, {"dag-maand", std::move(month)}, {"dag-jaar", std::move(year)}};
        return date_input(r, "dag");
    };
    EXPECT_EQ(typed("", "", ""), "");
    EXPECT_EQ(typed("3", "12", "2026"), "2026-12-03");
    EXPECT_EQ(typed(" 3 ", "1", "2026"), "2026-01-03");
    EXPECT_EQ(typed("", "", "1997"), "1997-00-00");
    EXPECT_EQ(typed("31", "2", "2026"), "2026-02-31");
    EXPECT_EQ(typed("3", "mei", "2026"), "3|mei|2026");
    EXPECT_EQ(typed("3", "5", "26"), "3|5|26");
    EXPECT_FALSE(whole_date("2026-02-31"));
    EXPECT_FALSE(whole_date("1997-00-00"));
    EXPECT_TRUE(partial_date("1997-00-00"));
    EXPECT_FALSE(whole_date("3|mei|2026"));
}

TEST(form_input, times_as_people_write_them) {
    for (auto const* nine_thirty : {"9:30", "09:30", "09.30", "0930", "930", " 9.30 "})
        EXPECT_EQ(minutes_of_day(nine_thirty), 570) << nine_thirty;
    EXPECT_EQ(minutes_of_day("00:00"), 0);
    EXPECT_EQ(minutes_of_day("23:59"), 1439);
    for (auto const* wrong : {"", "24:00", "9:60", "9", "12", "half tien", "-9:30", "9:3o", "12345"})
        EXPECT_FALSE(minutes_of_day(wrong)) << wrong;
}

namespace {
BOTH_ENGINES(once_only);
constexpr Timestamp now{1'795'600'000'000'000};
}

TEST_P(once_only, the_second_sending_gets_the_answer_of_the_first) {
    testing_support::ScratchDatabase d{GetParam()};
    OnceOnly first{*d, GebruikerId{1}, "sleutel", now};
    EXPECT_TRUE(first.first());
    first.finish(http::see_other("/dossiers/17"));
    OnceOnly second{*d, GebruikerId{1}, "sleutel", now};
    EXPECT_FALSE(second.first());
    EXPECT_EQ(second.earlier(), "/dossiers/17");
    OnceOnly stranger{*d, GebruikerId{2}, "sleutel", now};
    EXPECT_FALSE(stranger.first());
    EXPECT_FALSE(stranger.earlier()) << "where somebody else's form led to is not for him";
}

TEST_P(once_only, errors_beside_the_fields_free_the_key) {
    testing_support::ScratchDatabase d{GetParam()};
    {
        OnceOnly wrong{*d, GebruikerId{1}, "sleutel", now};
        http::Response page;
        page.status = 422;
        wrong.finish(page);
    }
    EXPECT_TRUE((OnceOnly{*d, GebruikerId{1}, "sleutel", now}.first()));
}

TEST_P(once_only, a_page_that_failed_frees_the_key) {
    testing_support::ScratchDatabase d{GetParam()};
    { OnceOnly const failed{*d, GebruikerId{1}, "sleutel", now}; }
    OnceOnly again{*d, GebruikerId{1}, "sleutel", now};
    EXPECT_TRUE(again.first());
    again.finish(http::see_other("/klaar"));
}

TEST_P(once_only, without_a_usable_key_the_form_goes_through_every_time) {
    testing_support::ScratchDatabase d{GetParam()};
    for (auto const& key :
         {std::string{}, std::string(65, 'a'), std::string{"a\0b", 3}, std::string{"\xff\xfe"}, std::string{"a b"}})
        for (int i = 0; i < 2; ++i) {
            OnceOnly once{*d, GebruikerId{1}, key, now};
            EXPECT_TRUE(once.first());
            once.finish(http::see_other("/x"));
        }
}

TEST_P(once_only, of_two_at_the_same_moment_one_works_and_both_get_its_answer) {
    testing_support::ScratchDatabase d{GetParam()};
    std::atomic<int> worked{0};
    std::array<std::string, 8> answers;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < answers.size(); ++i)
        threads.emplace_back([&, i] {
            OnceOnly once{*d, GebruikerId{1}, "sleutel", now};
            if (!once.first()) {
                answers[i] = once.earlier().value_or("te laat");
                return;
            }
            ++worked;
            once.finish(http::see_other("/dossiers/17"));
            answers[i] = "/dossiers/17";
        });
    for (auto& t : threads) t.join();
    EXPECT_EQ(worked, 1);
    for (auto const& answer : answers) EXPECT_EQ(answer, "/dossiers/17");
}

TEST_P(once_only, keys_are_forgotten_after_two_days) {
    testing_support::ScratchDatabase d{GetParam()};
    OnceOnly first{*d, GebruikerId{1}, "sleutel", now};
    first.finish(http::see_other("/x"));
    forget_old_forms(*d, now.plus(std::chrono::hours{48}));
    EXPECT_FALSE((OnceOnly{*d, GebruikerId{1}, "sleutel", now}.first()));
    forget_old_forms(*d, now.plus(std::chrono::hours{49}));
    EXPECT_TRUE((OnceOnly{*d, GebruikerId{1}, "sleutel", now}.first()));
}
}
