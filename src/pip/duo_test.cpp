#include "pip/rules.h"

#include <gtest/gtest.h>

namespace pip {
namespace {
using enum DuoRefusal;
using instroom::Doelgroep;
constexpr Date day{2026y / 3 / 16};
constexpr std::chrono::days one{1};

DuoPip first(Route route, std::optional<Niveau> level) {
    return {.eerste = true,
            .groep = Doelgroep::as_a,
            .route = route,
            .niveau = level,
            .uren = {},
            .dagtekening = day,
            .plicht_begin = {},
            .eerste_pip = {},
            .huidig_pip = {},
            .vestiging = {}};
}
DuoPip later(Route route, std::optional<Niveau> level) {
    auto p = first(route, level);
    p.eerste = false;
    p.eerste_pip = p.huidig_pip = day - std::chrono::days{100};
    return p;
}
std::optional<DuoRefusal> refused(DuoPip const& p) {
    auto const answer = duo_controle(p);
    return answer ? std::nullopt : std::optional{answer.error().reden};
}

TEST(DUO_PIP_E29a, A2_not_in_a_first_PIP) {
    EXPECT_EQ(refused(first(Route::b1, Niveau::a2)), a2_in_eerste_pip);
    EXPECT_EQ(refused(later(Route::b1, Niveau::a2)), std::nullopt);
    EXPECT_EQ(refused(first(Route::z, Niveau::a2)), a2_in_eerste_pip) << "in no route";
    EXPECT_EQ(refused(later(Route::z, Niveau::a2)), std::nullopt);
}
TEST(DUO_PIP_E29b, no_level_is_stored_as_B1_for_B_and_O) {
    for (auto const route : {Route::b1, Route::onderwijs}) {
        auto const answer = duo_controle(first(route, {}));
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->uitkomst, Niveau::b1);
        EXPECT_EQ(answer->redenen.front().regel, "PIP-8");
    }
    auto const z = duo_controle(first(Route::z, {}));
    ASSERT_TRUE(z);
    EXPECT_EQ(z->uitkomst, std::nullopt);
}
TEST(DUO_PIP_E29c, B1_not_in_the_Z_route) {
    EXPECT_EQ(refused(first(Route::z, Niveau::b1)), b1_in_z_route);
    EXPECT_EQ(refused(later(Route::z, Niveau::b1)), b1_in_z_route);
    EXPECT_EQ(refused(later(Route::onderwijs, Niveau::a2)), a2_in_onderwijsroute);
    EXPECT_EQ(refused(first(Route::onderwijs, Niveau::a2)), a2_in_onderwijsroute);
}
TEST(DUO_PIP_E29d, hours_only_for_asylum_in_the_B1_route) {
    auto p = first(Route::b1, Niveau::b1);
    p.uren = 900;
    for (auto const group : {Doelgroep::as_a, Doelgroep::as_b}) {
        p.groep = group;
        EXPECT_EQ(refused(p), std::nullopt);
    }
    for (auto const group : {Doelgroep::gm, Doelgroep::om}) {
        p.groep = group;
        EXPECT_EQ(refused(p), uren_niet_voor_deze_groep);
    }
    p.groep = Doelgroep::as_a;
    p.route = Route::onderwijs;
    EXPECT_EQ(refused(p), uren_buiten_b1_route);
    p.route = Route::b1;
    for (auto const hours : {1, 9999}) {
        p.uren = hours;
        EXPECT_EQ(refused(p), std::nullopt);
    }
    for (auto const hours : {0, 10000}) {
        p.uren = hours;
        EXPECT_EQ(refused(p), uren_buiten_bereik);
    }
}
TEST(DUO_PIP_E29e, not_before_the_first_or_the_current_PIP) {
    auto p = later(Route::b1, Niveau::b1);
    p.eerste_pip = day - std::chrono::days{300};
    p.huidig_pip = day + one;
    EXPECT_EQ(refused(p), voor_het_huidige_pip);
    p.huidig_pip = day;
    EXPECT_EQ(refused(p), std::nullopt);
    p.huidig_pip = day - one;
    EXPECT_EQ(refused(p), std::nullopt);
    p.eerste_pip = day + one;
    EXPECT_EQ(refused(p), voor_het_eerste_pip);
    p.eerste_pip = day;
    EXPECT_EQ(refused(p), std::nullopt);
}
TEST(DUO_PIP_E29f, not_before_the_duty_or_before_settling_here) {
    auto p = first(Route::b1, Niveau::b1);
    p.vestiging = day + one;
    EXPECT_EQ(refused(p), voor_de_vestiging);
    p.vestiging = day;
    EXPECT_EQ(refused(p), std::nullopt);
    p.plicht_begin = day + one;
    EXPECT_EQ(refused(p), voor_de_plicht);
    p.plicht_begin = day;
    EXPECT_EQ(refused(p), std::nullopt);
    p.plicht_begin = day - one;
    EXPECT_EQ(refused(p), std::nullopt);
}
TEST(DUO_PIP, everything_at_once_each_with_its_source) {
    auto p = first(Route::onderwijs, Niveau::a2);
    p.uren = 0;
    p.groep = Doelgroep::gm;
    p.plicht_begin = p.eerste_pip = p.huidig_pip = p.vestiging = day + one;
    auto const all = duo_weigeringen(p);
    std::vector<DuoRefusal> kinds;
    for (auto const& one_refusal : all) {
        kinds.push_back(one_refusal.reden);
        EXPECT_FALSE(one_refusal.redenen.front().bronnen.empty());
        EXPECT_FALSE(one_refusal.redenen.front().invoer.empty());
        EXPECT_FALSE(naam(one_refusal.reden).empty());
    }
    EXPECT_EQ(kinds,
              (std::vector{voor_de_plicht, voor_het_eerste_pip, voor_het_huidige_pip, voor_de_vestiging,
                           a2_in_onderwijsroute, uren_buiten_b1_route, uren_niet_voor_deze_groep, uren_buiten_bereik}));
}
}
}
