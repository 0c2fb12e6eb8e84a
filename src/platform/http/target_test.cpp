#include "platform/http/target.h"

#include "kernel/check.h"
#include "platform/http/filename.h"
#include "platform/http/http.h"

#include <gtest/gtest.h>

using namespace http;

TEST(Target, a_path_is_decoded_and_normalised) {
    struct Case {
        char const *target, *path;
    };
    constexpr Case cases[] = {
        {"/", "/"},
        {"/a/b", "/a/b"},
        {"/a/b/", "/a/b/"},
        {"//a///b", "/a/b"},
        {"/./a/./b", "/a/b"},
        {"/a/.", "/a"},
        {"/%C3%87elik", "/Çelik"},
        {"/a%20b", "/a b"},
        {"/a+b", "/a+b"},
        {"/...", "/..."},
        {"/.", "/"},
        {"http://host:8080/x?y=1", "/x"},
        {"HTTP://host", "/"},
        {"http://host?x=1", "/"},
    };
    for (auto const& c : cases) {
        SCOPED_TRACE(c.target);
        auto const target = parse_target(c.target);
        ASSERT_TRUE(target);
        EXPECT_EQ(target->path, c.path);
    }
    EXPECT_EQ(parse_target("http://host:8080/x")->authority, "host:8080");
    EXPECT_EQ(parse_target("/x")->authority, "");
}

TEST(Target, every_refusal) {
    struct Case {
        std::string target;
        TargetRefusal no;
    };
    Case const cases[] = {
        {"", TargetRefusal::not_a_path},
        {"*", TargetRefusal::not_a_path},
        {"host:443", TargetRefusal::not_a_path},
        {"/a#b", TargetRefusal::not_a_path},
        {"/%", TargetRefusal::bad_percent},
        {"/%4", TargetRefusal::bad_percent},
        {"/%zz", TargetRefusal::bad_percent},
        {"/%00", TargetRefusal::control_character},
        {"/a%0d%0ab", TargetRefusal::control_character},
        {"/%7f", TargetRefusal::control_character},
        {"/%ff", TargetRefusal::not_utf8},
        {"/..", TargetRefusal::dot_segment},
        {"/a/../b", TargetRefusal::dot_segment},
        {"/%2e%2e/etc", TargetRefusal::dot_segment},
        {"/a/%2e.", TargetRefusal::dot_segment},
        {"/a%2f..%2fb", TargetRefusal::dot_segment},
        {"/?x=%00", TargetRefusal::bad_query},
        {"/?x=%ff", TargetRefusal::bad_query},
    };
    for (auto const& c : cases) {
        SCOPED_TRACE(c.target);
        auto const target = parse_target(c.target);
        ASSERT_FALSE(target);
        EXPECT_EQ(target.error(), c.no);
    }
}

TEST(Urlencoded, keeps_order_repeats_and_empty_values) {
    auto const form = parse_urlencoded("b=2&a=1&b=%32+x&leeg=&kaal&&=z&half=100%&pct=%zz");
    ASSERT_TRUE(form);
    Pairs const expected{{"b", "2"},   {"a", "1"}, {"b", "2 x"},     {"leeg", ""},
                         {"kaal", ""}, {"", "z"},  {"half", "100%"}, {"pct", "%zz"}};
    EXPECT_EQ(*form, expected);
}

TEST(Urlencoded, refuses_what_no_database_takes_and_a_flood_of_fields) {
    EXPECT_EQ(parse_urlencoded("a=%00").error(), FormRefusal::not_text);
    EXPECT_EQ(parse_urlencoded("%ff=1").error(), FormRefusal::not_text);
    std::string flood;
    for (std::size_t i = 0; i < most_pairs; ++i) flood += "a&";
    EXPECT_TRUE(parse_urlencoded(flood));
    EXPECT_EQ(parse_urlencoded(flood + "a").error(), FormRefusal::too_many);
}

TEST(Cookies, one_of_several) {
    EXPECT_EQ(cookie_value("a=1; sessie=x=y ; b=\"q\"", "sessie"), "x=y");
    EXPECT_EQ(cookie_value("a=1; sessie=x; b=\"q\"", "b"), "q");
    EXPECT_EQ(cookie_value("xsessie=1", "sessie"), "");
    EXPECT_EQ(cookie_value("sessie", "sessie"), "");
}

TEST(UrlEncode, everything_but_the_unreserved) {
    EXPECT_EQ(url_encode("a-Z_0.~"), "a-Z_0.~");
    EXPECT_EQ(url_encode("Ç/ ?&=+%"), "%C3%87%2F%20%3F%26%3D%2B%25");
}

TEST(Filename, cannot_leave_its_folder_or_lie_about_its_ending) {
    EXPECT_EQ(safe_filename("../../etc/passwd"), "passwd");
    EXPECT_EQ(safe_filename("C:\\Users\\jan\\brief.pdf"), "brief.pdf");
    EXPECT_EQ(safe_filename("factuur\u202Efdp.exe"), "factuurfdp.exe");
    EXPECT_EQ(safe_filename("a\r\nb\"c.csv"), "a__b_c.csv");
    EXPECT_EQ(safe_filename("Çelik ተ.xlsx"), "Çelik ተ.xlsx");
    EXPECT_EQ(safe_filename("\xFF.csv"), "_.csv");
    for (auto const* nothing : {"", ".", "..", " . ", "/", "\u200E"}) EXPECT_EQ(safe_filename(nothing), "bestand");
}

TEST(Filename, is_cut_between_characters_and_keeps_its_ending) {
    std::string name;
    for (int i = 0; i < 300; ++i) name += "é";
    auto const safe = safe_filename(name + ".csv");
    EXPECT_LE(safe.size(), 200U);
    EXPECT_GE(safe.size(), 198U);
    EXPECT_TRUE(safe.ends_with("é.csv"));
}

TEST(Response, a_download_names_its_file_for_old_and_new_clients) {
    auto const plain = download("text/csv", "lijst.csv", "a");
    EXPECT_EQ(plain.headers.at(0).second, "attachment; filename=\"lijst.csv\"");
    auto const other = download("text/csv", "Çelik.csv", "a");
    EXPECT_EQ(other.headers.at(0).second, "attachment; filename=\"_elik.csv\"; filename*=UTF-8''%C3%87elik.csv");
}

TEST(Response, a_line_end_in_a_header_or_a_foreign_location_is_a_bug) {
    EXPECT_THROW(Response{}.header("X", "a\r\nb"), Bug);
    EXPECT_THROW(Response{}.header("X", "a\nb"), Bug);
    EXPECT_EQ(see_other("/mijn-werk").status, 303);
    for (auto const* bad : {"https://evil.example/", "//evil.example", "/\\evil.example", "", "x"})
        EXPECT_THROW(see_other(bad), Bug) << bad;
}
