#include "leerbaarheidstoets/rules.h"

#include "leerbaarheidstoets/werk.h"

#include <gtest/gtest.h>

namespace leerbaarheidstoets {
namespace {
constexpr Date today{2026y / 11 / 25};
constexpr std::chrono::days one{1};
using enum Refusal;

Toets asked() {
    Toets t;
    t.stand = Stand::aangevraagd;
    t.examennummer = "LBT202600123";   // twelve
    t.aangevraagd = today - std::chrono::days{10};
    return t;
}
Toets result(Uitslag r, std::optional<int> score, std::optional<int> needed) {
    auto t = asked();
    t.stand = Stand::uitslag;
    t.uitslag = r;
    t.score = score;
    t.vereist = needed;
    t.geregistreerd = today;
    return t;
}
Toets exception(Grond ground, bool unable, Date day = today) {
    Toets t;
    t.stand = Stand::uitzondering;
    t.grond = ground;
    t.niet_in_staat = unable;
    t.dag = day;
    t.reden = "Verklaring van de arts gezien.";
    return t;
}
using Expected = std::vector<Refusal>;

TEST(leerbaarheidstoets_score, digits_comma_two_digits) {
    EXPECT_EQ(score_van("12,50"), 1250);
    EXPECT_EQ(score_van("12.50"), 1250);
    EXPECT_EQ(score_van("0,00"), 0);
    EXPECT_EQ(score_van("999,99"), 99999);
    for (auto const* wrong : {"", "12", "12,5", "12,500", "1234,00", ",50", "-1,00", "12,5a", "1 2,50", "12,50 "})
        EXPECT_EQ(score_van(wrong), std::nullopt) << wrong;
    EXPECT_EQ(score_tekst(1250), "12,50");
    EXPECT_EQ(score_tekst(5), "0,05");
}
TEST(duo_leerbaarheidstoets, exam_number_and_request_day) {
    EXPECT_EQ(keur(asked(), {}, today), Expected{});
    auto t = asked();
    t.examennummer = "LBT2026001234";   // thirteen
    EXPECT_EQ(keur(t, {}, today), Expected{examennummer_te_lang});
    t.examennummer = "  ";
    EXPECT_EQ(keur(t, {}, today), Expected{geen_examennummer});
    t = asked();
    t.aangevraagd = today + one;
    EXPECT_EQ(keur(t, {}, today), Expected{dag_in_toekomst});
    t.aangevraagd = today;
    EXPECT_EQ(keur(t, {}, today), Expected{});
    t.aangevraagd.reset();
    EXPECT_EQ(keur(t, {}, today), Expected{dag_ontbreekt});
}
TEST(duo_leerbaarheidstoets, planned_day_may_be_ahead_but_not_before_the_request) {
    auto t = asked();
    t.stand = Stand::ingepland;
    EXPECT_EQ(keur(t, asked(), today), Expected{dag_ontbreekt});
    t.gepland = today + std::chrono::days{20};
    EXPECT_EQ(keur(t, asked(), today), Expected{});
    t.gepland = *t.aangevraagd;
    EXPECT_EQ(keur(t, asked(), today), Expected{});
    t.gepland = *t.aangevraagd - one;
    EXPECT_EQ(keur(t, asked(), today), Expected{dag_voor_aanvraag});
}
TEST(duo_leerbaarheidstoets, result_fits_its_scores) {
    EXPECT_EQ(keur(result(Uitslag::haalbaar, 1250, 1250), asked(), today), Expected{});
    EXPECT_EQ(keur(result(Uitslag::niet_haalbaar, 1249, 1250), asked(), today), Expected{});
    EXPECT_EQ(keur(result(Uitslag::haalbaar, 1249, 1250), asked(), today), Expected{uitslag_past_niet_bij_score});
    EXPECT_EQ(keur(result(Uitslag::niet_haalbaar, 1250, 1250), asked(), today), Expected{uitslag_past_niet_bij_score});
    EXPECT_EQ(keur(result(Uitslag::haalbaar, {}, {}), asked(), today), Expected{geen_score});
    EXPECT_EQ(keur(result(Uitslag::onbekend, {}, {}), asked(), today), Expected{});
    EXPECT_EQ(keur(result(Uitslag::onbekend, 1250, {}), asked(), today), Expected{geen_score});
    auto t = result(Uitslag::haalbaar, 1250, 1250);
    t.uitslag.reset();
    EXPECT_EQ(keur(t, asked(), today), Expected{geen_uitslag});
    t = result(Uitslag::haalbaar, 1250, 1250);
    t.geregistreerd = *asked().aangevraagd - one;
    EXPECT_EQ(keur(t, asked(), today), Expected{dag_voor_aanvraag});
    t.geregistreerd = *asked().aangevraagd;
    EXPECT_EQ(keur(t, asked(), today), Expected{});
}
TEST(Wi2021_art14_6, exception_visual_always_auditory_only_when_unable) {
    EXPECT_EQ(keur(exception(Grond::visueel, false), {}, today), Expected{});
    EXPECT_EQ(keur(exception(Grond::auditief, true), {}, today), Expected{});
    EXPECT_EQ(keur(exception(Grond::auditief, false), {}, today), Expected{auditief_en_in_staat});
    auto t = exception(Grond::visueel, false);
    t.grond.reset();
    EXPECT_EQ(keur(t, {}, today), Expected{geen_grond});
    t = exception(Grond::visueel, false);
    t.reden = " ";
    EXPECT_EQ(keur(t, {}, today), Expected{geen_reden});
}
TEST(Wi2021_art14_6, exception_exists_since_2023) {
    constexpr Date first{2023y / 1 / 1};
    EXPECT_TRUE(uitzondering(Grond::visueel, false, first));
    auto const before = uitzondering(Grond::visueel, false, first - one);
    ASSERT_FALSE(before);
    EXPECT_EQ(before.error().reden, uitzondering_voor_2023);
    EXPECT_EQ(keur(exception(Grond::visueel, false, first - one), {}, today), Expected{uitzondering_voor_2023});
    auto const deaf = uitzondering(Grond::auditief, false, first);
    ASSERT_FALSE(deaf);
    EXPECT_EQ(deaf.error().reden, auditief_en_in_staat);
    EXPECT_FALSE(deaf.error().redenen.front().bronnen.empty());
}
TEST(Wi2021_art22_1, refusal_needs_day_and_reason) {
    Toets t;
    t.stand = Stand::geweigerd;
    EXPECT_EQ(keur(t, {}, today), (Expected{dag_ontbreekt, geen_reden}));
    t.dag = today;
    t.reden = "Liep weg uit de toetszaal.";
    EXPECT_EQ(keur(t, {}, today), Expected{});
    t.reden = std::string(2001, 'x');
    EXPECT_EQ(keur(t, {}, today), Expected{te_lang});
}
TEST(Wi2021_art14_5, deviation_needs_a_result) {
    auto t = asked();
    t.afwijking = "Volgt al les op niveau B1.";
    EXPECT_EQ(keur(t, {}, today), Expected{geen_uitslag_om_van_af_te_wijken});
    t = result(Uitslag::niet_haalbaar, 100, 200);
    t.afwijking = "Volgt al les op niveau B1.";
    EXPECT_EQ(keur(t, asked(), today), Expected{});
    EXPECT_TRUE(wijkt_af(Uitslag::haalbaar, true));
    EXPECT_FALSE(wijkt_af(Uitslag::haalbaar, false));
    EXPECT_TRUE(wijkt_af(Uitslag::niet_haalbaar, false));
    EXPECT_FALSE(wijkt_af(Uitslag::niet_haalbaar, true));
    EXPECT_FALSE(wijkt_af(Uitslag::onbekend, true));
    EXPECT_FALSE(wijkt_af(std::nullopt, false));
}
TEST(leerbaarheidstoets_rules, every_name_is_known_again_and_every_refusal_has_words) {
    for (int i = 0; i <= static_cast<int>(Stand::geweigerd); ++i)
        EXPECT_EQ(stand_van(naam(static_cast<Stand>(i))), static_cast<Stand>(i));
    for (auto const r : {Uitslag::haalbaar, Uitslag::niet_haalbaar, Uitslag::onbekend})
        EXPECT_EQ(uitslag_van(naam(r)), r);
    EXPECT_EQ(uitslag_van("B1"), std::nullopt);
    EXPECT_EQ(grond_van("auditief"), Grond::auditief);
    for (int i = 0; i <= static_cast<int>(geen_uitslag_om_van_af_te_wijken); ++i) {
        auto const one_refusal = static_cast<Refusal>(i);
        EXPECT_FALSE(naam(one_refusal).empty() || veld(one_refusal).empty());
        EXPECT_GT(tekst(one_refusal).size(), 10U);
    }
}
TEST(leerbaarheidstoets_werk, next_thing_to_do) {
    Werkfeiten f;
    EXPECT_FALSE(volgend_werk(f, false, today)) << "no intake yet";
    f.intake_begonnen = true;
    f.pip_uiterlijk = today + std::chrono::weeks{9};
    auto const ask = volgend_werk(f, false, today);
    ASSERT_TRUE(ask);
    EXPECT_EQ(ask->titel, "Leerbaarheidstoets aanvragen bij DUO");
    EXPECT_EQ(ask->uiterlijk, today + std::chrono::weeks{4});
    f.pip_uiterlijk = today + std::chrono::weeks{1};
    EXPECT_EQ(volgend_werk(f, false, today)->uiterlijk, today) << "never in the past";
    f.toets.duo_aangemeld = today;
    EXPECT_FALSE(volgend_werk(f, false, today)) << "DUO knows already";
    f.toets.duo_uitslag = today;
    EXPECT_EQ(volgend_werk(f, false, today)->titel, "Uitslag leerbaarheidstoets opvragen");
    f.toets = {};
    f.toets.stand = Stand::aangevraagd;
    EXPECT_EQ(volgend_werk(f, false, today)->titel, "Leerbaarheidstoets plannen");
    f.toets.stand = Stand::ingepland;
    f.toets.datum = today + std::chrono::days{3};
    EXPECT_EQ(volgend_werk(f, false, today)->uiterlijk, today + std::chrono::days{3});
    f.toets.stand = Stand::uitzondering;
    EXPECT_EQ(volgend_werk(f, false, today)->titel, "DUO melden dat de leerbaarheidstoets niet hoeft");
    EXPECT_FALSE(volgend_werk(f, true, today));
    f.toets.stand = Stand::uitslag;
    EXPECT_FALSE(volgend_werk(f, false, today));
    f.toets.stand = Stand::aangevraagd;
    f.plan_vast = true;
    EXPECT_FALSE(volgend_werk(f, false, today)) << "the plan is there";
}
}
}
