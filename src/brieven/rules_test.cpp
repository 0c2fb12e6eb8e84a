#include "brieven/adressaat.h"
#include "brieven/rules.h"

#include <gtest/gtest.h>

namespace brieven {
namespace {
using enum BriefRefusal;
constexpr Date today{2026y / 11 / 25}, made{2026y / 11 / 23}, day_before{2026y / 11 / 22}, tomorrow{2026y / 11 / 26};
constexpr Verzendfeiten goed{Stand::in_concept, true, false, false, true, false, made};

struct Geval {
    char const* naam;
    Verzendfeiten feiten;
    Wijze wijze;
    std::optional<Date> dag;
    std::optional<BriefRefusal> no;
};
Verzendfeiten met(auto change) {
    auto f = goed;
    change(f);
    return f;
}

TEST(brief_verzenden, each_refusal_and_its_edge) {
    using enum Wijze;
    Geval const gevallen[] = {
        {"by post today", goed, post, today, std::nullopt},
        {"on the day it was made", goed, post, made, std::nullopt},
        {"the day before", goed, post, day_before, dag_te_vroeg},
        {"tomorrow", goed, post, tomorrow, dag_in_toekomst},
        {"no day", goed, post, std::nullopt, geen_dag},
        {"a closed file", met([](auto& f) { f.open = false; }), post, today, dossier_gesloten},
        {"somebody who died", met([](auto& f) { f.overleden = true; }), uitgereikt, today, overleden},
        {"sent already", met([](auto& f) { f.stand = Stand::verzonden; }), post, today, al_verzonden},
        {"came back", met([](auto& f) { f.stand = Stand::retour; }), post, today, al_verzonden},
        {"a secret address by post", met([](auto& f) { f.geheim = true; }), post, today, adres_geheim},
        {"a secret address, handed over", met([](auto& f) { f.geheim = true; }), uitgereikt, today, std::nullopt},
        {"no address by post", met([](auto& f) { f.woont = false; }), post, today, adres_onbekend},
        {"no address, handed over", met([](auto& f) { f.woont = false; }), uitgereikt, today, std::nullopt},
        {"digital without a word", goed, digitaal, today, geen_toestemming},
        {"digital with it", met([](auto& f) { f.toestemming = true; }), digitaal, today, std::nullopt},
    };
    for (auto const& g : gevallen) {
        SCOPED_TRACE(g.naam);
        EXPECT_EQ(check_verzend(g.feiten, g.wijze, g.dag, today), g.no);
    }
}

TEST(brief_retour, each_refusal_and_its_edge) {
    EXPECT_EQ(check_retour(Stand::verzonden, made, made, "woont hier niet", today), std::nullopt);
    EXPECT_EQ(check_retour(Stand::verzonden, made, day_before, "x", today), dag_te_vroeg);
    EXPECT_EQ(check_retour(Stand::verzonden, made, tomorrow, "x", today), dag_in_toekomst);
    EXPECT_EQ(check_retour(Stand::verzonden, made, std::nullopt, "x", today), geen_dag);
    EXPECT_EQ(check_retour(Stand::verzonden, made, today, " \n", today), geen_reden);
    EXPECT_EQ(check_retour(Stand::verzonden, made, today, std::string(langste_reden, 'x'), today), std::nullopt);
    EXPECT_EQ(check_retour(Stand::verzonden, made, today, std::string(langste_reden + 1, 'x'), today), reden_te_lang);
    EXPECT_EQ(check_retour(Stand::in_concept, std::nullopt, today, "x", today), niet_verzonden);
    EXPECT_EQ(check_retour(Stand::retour, made, today, "x", today), al_verzonden);
}

TEST(Awb_6_7_6_8, last_day_for_an_objection) {
    EXPECT_EQ(bezwaar_tot(Date{2026y / 11 / 25}), (Date{2027y / 1 / 6}));
    EXPECT_EQ(bezwaar_tot(Date{2026y / 11 / 13}), (Date{2026y / 12 / 28}));   // Christmas Day, then a weekend
    EXPECT_EQ(bezwaar_tot(Date{2026y / 11 / 14}), (Date{2026y / 12 / 28}));   // Boxing Day, a Saturday
}

TEST(brief, every_refusal_says_what_to_do) {
    for (auto r : {bestaat_niet, dossier_gesloten, overleden, gezondheid_in_brief, al_verzonden, niet_verzonden,
                   niet_teruggekomen, gewijzigd, geen_dag, dag_in_toekomst, dag_te_vroeg, adres_geheim, adres_onbekend,
                   geen_toestemming, geen_reden, reden_te_lang, sjabloon_onbruikbaar})
        EXPECT_GT(tekst(r).size(), 30u);
}

TEST(brief_adres, the_postal_address_goes_first_and_half_an_address_is_none) {
    brp::Adres const home{.straat = "Kerkstraat", .postcode = "5461KT", .woonplaats = "Veghel", .huisnummer = 118};
    auto post = home;
    post.functie = "B";
    post.straat = "Postweg";
    auto unknown = home;
    unknown.straat = ".";
    EXPECT_EQ(schrijfadres({home, post})->regel_1, "Postweg 118");
    EXPECT_EQ(schrijfadres({home})->regel_2, "5461 KT  VEGHEL");
    EXPECT_FALSE(schrijfadres({unknown}));
    EXPECT_FALSE(schrijfadres({}));
}
}
}
