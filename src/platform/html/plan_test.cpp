#include "platform/html/plan.h"

#include <gtest/gtest.h>

namespace {
using namespace html;
std::size_t count(std::string_view text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++n;
    return n;
}

TEST(plan_components, a_refused_row_can_be_reached_and_says_why) {
    View const v;
    Waarom const why{
        .regel = "PIP-7", .zin = "Zo is het.", .bronnen = {}, .zekerheid = Zekerheid::A, .invoer = {}, .stappen = {}};
    auto const rows = check_rows(v, {{"niveau", "Niveau", text("A2"), {}, {{"Dat kan niet.", {why}}}},
                                     {"uren", "Uren", text("9"), {}, {}}})
                          .str();
    EXPECT_NE(rows.find("<div id=\"niveau\" class=\"is-refused\">"), std::string::npos);
    EXPECT_NE(rows.find("Dat kan niet."), std::string::npos);
    EXPECT_NE(rows.find("<details"), std::string::npos);
    EXPECT_NE(rows.find("<div id=\"uren\"><dt>"), std::string::npos);
    EXPECT_NE(obstacles("Nee", {{"niveau", "Dat kan niet."}}).str().find("href=\"#niveau\""), std::string::npos);
    EXPECT_TRUE(check_rows(v, {}).empty());
}
TEST(plan_components, bars_fill_their_axis_and_their_table) {
    View const v;
    auto const drawn =
        stacked_bars(v, {"t", "T", "zegt", "Week", {"goed", "fout"}, {{"1", "", {3, 1}}, {"2", "/w", {0, 0}}}}).str();
    EXPECT_EQ(count(drawn, "<rect class=\"f2\""), 2U) << "one bar and the legend";
    EXPECT_NE(drawn.find("height=\"150\""), std::string::npos) << "three of four";
    EXPECT_NE(drawn.find("href=\"/w\""), std::string::npos);
    EXPECT_NE(drawn.find("Totaal"), std::string::npos);
    auto const lying = lying_bars(v, {"t", "T", "zegt", "Oorzaak", "Aantal", {{"a", "", 4}, {"b", "", 1}}}).str();
    EXPECT_NE(lying.find("width=\"100.0%\""), std::string::npos);
    EXPECT_NE(lying.find("width=\"25.0%\""), std::string::npos);
}
TEST(plan_components, a_drawing_holds_points_only) {
    auto const drawn = signature_drawing("1,1 2,2;3,3\"/><script>", "Hand").str();
    EXPECT_EQ(count(drawn, "<polyline"), 2U);
    EXPECT_EQ(drawn.find("script"), std::string::npos);
    EXPECT_TRUE(signature_drawing("", "Hand").empty());
    EXPECT_NE(signature_pad({}, {.action = "/x", .fields = {}, .buttons = {}}, "tekening", "Teken")
                  .str()
                  .find("data-tekenen hidden"),
              std::string::npos);
}
TEST(plan_components, a_group_tells_what_it_hangs_on) {
    auto const group = when_group("Z-route", When{"leerroute", "Z"}, text("x")).str();
    EXPECT_NE(group.find("data-bij=\"leerroute\" data-waarden=\"Z\""), std::string::npos);
    EXPECT_EQ(when_group("Altijd", {}, text("x")).str().find("data-bij"), std::string::npos);
}
}
