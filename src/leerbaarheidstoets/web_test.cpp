#include "tests/web/harness.h"

using web_testing::Fields;
using web_testing::WebTest;
BOTH_ENGINES(toets_web);

namespace {
Fields day(std::string d, std::string m, std::string y, Fields more) {
    more.insert(more.end(), {{"dag-dag", std::move(d)}, {"dag-maand", std::move(m)}, {"dag-jaar", std::move(y)}});
    return more;
}

TEST_P(toets_web, from_request_to_result) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto const path = fmt::format("/dossiers/{}/toets", file.dossier.value);
    auto desk = t.as("klantmanager");
    EXPECT_TRUE(desk.get(path).has("nog niet aangevraagd"));
    EXPECT_TRUE(desk.get(path + "/aanvragen").has("Examennummer"));
    auto const asked =
        desk.post(path + "/aanvragen", day("20", "11", "2026", {{"gezien", "0"}, {"examennummer", "LBT202600123"}}));
    EXPECT_EQ(asked.location, path) << asked.body;
    EXPECT_EQ(
        desk.post(path + "/aanvragen", day("20", "11", "2026", {{"gezien", "0"}, {"examennummer", "LBT2"}})).status,
        409)
        << "somebody was first";
    auto const form = desk.get(path + "/uitslag");
    EXPECT_EQ(desk.post(path + "/uitslag", day("24", "11", "2026",
                                               {{"gezien", form.input("gezien")},
                                                {"uitslag", "haalbaar"},
                                                {"score", "12,5"},
                                                {"vereist", "12,50"},
                                                {"examennummer", "LBT202600123"}}))
                  .status,
              422);
    auto const wrong = desk.post(
        path + "/uitslag",
        day("24", "11", "2026",
            {{"gezien", form.input("gezien")}, {"uitslag", "haalbaar"}, {"score", "10,00"}, {"vereist", "12,50"}}));
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.has("past niet bij de scores"));
    EXPECT_TRUE(wrong.has("value=\"10,00\""));
    EXPECT_EQ(desk.post(path + "/uitslag", day("24", "11", "2026",
                                               {{"gezien", form.input("gezien")},
                                                {"uitslag", "niet_haalbaar"},
                                                {"score", "10,00"},
                                                {"vereist", "12,50"},
                                                {"examennummer", "LBT202600123"}}))
                  .location,
              path);
    auto const known = desk.get(path);
    EXPECT_TRUE(known.has("B1-route niet haalbaar"));
    EXPECT_TRUE(known.has("10,00, vereist is 12,50"));
    auto const deviate = desk.get(path + "/afwijken");
    EXPECT_EQ(desk.post(path + "/afwijken", {{"gezien", deviate.input("gezien")}, {"afwijking", "Volgt al les op B1."}})
                  .location,
              path);
    EXPECT_TRUE(desk.get(path).has("Volgt al les op B1."));
}
TEST_P(toets_web, exception_is_for_who_sees_health) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto const path = fmt::format("/dossiers/{}/toets", file.dossier.value);
    auto desk = t.as("klantmanager");
    auto const deaf =
        desk.post(path + "/uitzondering",
                  day("25", "11", "2026", {{"gezien", "0"}, {"grond", "auditief"}, {"reden", "Gezien."}}));
    EXPECT_EQ(deaf.status, 422);
    EXPECT_TRUE(deaf.has("niet in staat acht"));
    EXPECT_EQ(desk.post(path + "/uitzondering",
                        day("31", "12", "2022", {{"gezien", "0"}, {"grond", "visueel"}, {"reden", "Gezien."}}))
                  .status,
              422);
    EXPECT_EQ(desk.post(path + "/uitzondering",
                        day("25", "11", "2026", {{"gezien", "0"}, {"grond", "visueel"}, {"reden", "Gezien."}}))
                  .location,
              path);
    auto const page = desk.get(path);
    EXPECT_TRUE(page.has("Visuele beperking"));
    EXPECT_TRUE(page.has("Aan DUO gemeld"));
    auto const told = desk.get(path + "/gemeld");
    EXPECT_EQ(desk.post(path + "/gemeld", day("24", "11", "2026", {{"gezien", told.input("gezien")}})).status, 422);
    EXPECT_EQ(desk.post(path + "/gemeld", day("25", "11", "2026", {{"gezien", told.input("gezien")}})).location, path);
    EXPECT_EQ(desk.get(path + "/gemeld").location, path) << "it was told already";
}
TEST_P(toets_web, refusal_and_unknown_steps) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto const path = fmt::format("/dossiers/{}/toets", file.dossier.value);
    auto desk = t.as("klantmanager");
    EXPECT_EQ(desk.get(path + "/onbekend").status, 404);
    EXPECT_EQ(desk.post(path + "/onbekend", {}).status, 404);
    EXPECT_EQ(desk.get(path + "/plannen").location, path) << "not asked yet";
    EXPECT_EQ(
        desk.post(path + "/geweigerd", day("25", "11", "2026", {{"gezien", "0"}, {"reden", std::string(100'000, 'x')}}))
            .status,
        422);
    EXPECT_EQ(
        desk.post(path + "/geweigerd", day("25", "11", "2026", {{"gezien", "0"}, {"reden", "Liep weg."}})).location,
        path);
    EXPECT_TRUE(desk.get(path).has("Naar de oproepen voor de intake"));
    EXPECT_EQ(t.as("jobcoach").get(path).status, 403);
    EXPECT_EQ(t.as("regisseur", 2).get(path).status, 404);
}
}
