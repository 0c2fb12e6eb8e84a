#include "platform/html/intake.h"
#include "platform/html/radar.h"

#include <gtest/gtest.h>

namespace html {
namespace {
Radar picture(std::vector<int> const& scores) {
    Radar r{
        .id = "beeld", .title = "Scores", .say = "Twee scores.", .axes = {}, .now_label = "nu", .earlier_label = {}};
    for (std::size_t i = 0; i < scores.size(); ++i)
        r.axes.push_back({"Gebied <" + std::to_string(i + 1) + ">", scores[i], 0, scores[i] ? "" : "niet gevraagd"});
    return r;
}
std::string drawn(Radar const& r) {
    View v;
    return radar(v, r).str();
}
std::size_t times(std::string const& text, std::string_view what) {
    std::size_t n = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
    return n;
}

TEST(radar, says_in_words_and_in_a_table_what_it_draws) {
    auto const page = drawn(picture({3, 0, 5, 1}));
    EXPECT_NE(page.find("role=\"img\""), std::string::npos);
    EXPECT_NE(page.find("<title id=\"beeld-titel\">"), std::string::npos);
    EXPECT_NE(page.find("2 Gebied &lt;2&gt;: niet gevraagd"), std::string::npos);
    EXPECT_EQ(times(page, "<circle"), 3U);
    EXPECT_EQ(times(page, "role=\"rowheader\""), 4U);
    EXPECT_EQ(page.find("<2>"), std::string::npos);
}

TEST(radar, the_first_axis_points_up_and_the_line_is_open_where_nothing_was_asked) {
    auto const open = drawn(picture({5, 5, 0, 5}));
    EXPECT_NE(open.find("M180.0 60.0L300.0 180.0"), std::string::npos);   // straight up, then to the right
    EXPECT_NE(open.find("M60.0 180.0L180.0 60.0"), std::string::npos);    // the last and the first are neighbours
    EXPECT_NE(open.find("class=\"now nofill\""), std::string::npos);
    auto const closed = drawn(picture({5, 5, 5, 5}));
    EXPECT_NE(closed.find("class=\"now\" d=\"M180.0 60.0L300.0 180.0L180.0 300.0L60.0 180.0Z\""), std::string::npos);
}

TEST(radar, an_earlier_intake_is_a_second_line_with_a_legend) {
    auto r = picture({3, 3, 3});
    EXPECT_EQ(drawn(r).find("class=\"then\""), std::string::npos);
    EXPECT_EQ(drawn(r).find("md-legend"), std::string::npos);
    r.earlier_label = "vorige";
    for (auto& a : r.axes) a.earlier = 1;
    EXPECT_NE(drawn(r).find("class=\"then\""), std::string::npos);
    EXPECT_NE(drawn(r).find("md-legend"), std::string::npos);
    EXPECT_EQ(times(drawn(r), "role=\"columnheader\""), 3U);
}

TEST(radar, needs_at_least_three_axes) { EXPECT_THROW(drawn(picture({1, 2})), Bug); }

TEST(intake, two_texts_are_shown_as_text_and_one_is_chosen) {
    View v;
    auto const page =
        choose_text(v, {.field = "sterk", .label = "Sterk", .theirs_by = "Anouk", .theirs = "<b>", .mine = "m"}).str();
    EXPECT_NE(page.find("&lt;b&gt;"), std::string::npos);
    EXPECT_EQ(times(page, " checked"), 1U);
    EXPECT_EQ(times(page, "name=\"kies.sterk\""), 3U);
    EXPECT_EQ(
        times(choose_text(v, {.field = "a", .label = "A", .theirs_by = {}, .theirs = "1", .mine = {}, .both = false})
                  .str(),
              "name=\"kies.a\""),
        2U);
}
}
}
