#include "instroom/rules.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace instroom;

namespace {
using enum Onderdeel;
using enum Doelgroep;
using Parts = std::vector<Onderdeel>;

struct Case {
    char const* name;
    Doelgroep groep;
    Bijstand bijstand;
    Parts parts;
};
Case const cases[] = {
    {"AS-a with bijstand",
     as_a,
     Bijstand::ja,
     {maatschappelijke_begeleiding, financieel_ontzorgen, begeleiding, leerroute_aanbod, map, pvt,
      participatie_in_pip}},
    {"AS-a without bijstand",
     as_a,
     Bijstand::nee,
     {maatschappelijke_begeleiding, begeleiding, leerroute_aanbod, map, pvt, participatie_in_pip}},
    {"E20 E20a X37 AS-b with bijstand: all but ontzorgen",
     as_b,
     Bijstand::ja,
     {maatschappelijke_begeleiding, begeleiding, leerroute_aanbod, map, pvt, participatie_in_pip}},
    {"AS-b without bijstand",
     as_b,
     Bijstand::nee,
     {maatschappelijke_begeleiding, begeleiding, leerroute_aanbod, map, pvt, participatie_in_pip}},
    {"E21 GM with bijstand", gm, Bijstand::ja, {begeleiding, map, pvt, participatie_in_pip}},
    {"GM without bijstand", gm, Bijstand::nee, {begeleiding, map, pvt}},
    {"OM with bijstand", om, Bijstand::ja, {begeleiding, map, pvt, participatie_in_pip}},
    {"OM without bijstand", om, Bijstand::nee, {begeleiding, map, pvt}},
};

TEST(Plan_1_2, task_table) {
    for (auto const& c : cases) {
        SCOPED_TRACE(c.name);
        auto const offer = aanbod(c.groep, c.bijstand);
        EXPECT_EQ(offer.uitkomst, c.parts);
        EXPECT_EQ(offer.redenen.size(), 7U);   // what is not offered says why too
        for (auto const& why : offer.redenen) EXPECT_FALSE(why.bronnen.empty()) << why.regel;
        EXPECT_EQ(offer.redenen.front().invoer.front().sleutel, "groep");
        EXPECT_EQ(aanbod_met_beleid(c.groep, c.bijstand, ExtraAanbod::nee).uitkomst, c.parts);
    }
}

TEST(Plan_gelijkheid, extra_parts_for_GM_and_OM_are_local_policy) {
    auto const offer = aanbod_met_beleid(gm, Bijstand::nee, ExtraAanbod::ja);
    EXPECT_EQ(offer.uitkomst,
              (Parts{maatschappelijke_begeleiding, begeleiding, leerroute_aanbod, map, pvt, participatie_in_pip}));
    EXPECT_EQ(std::ranges::count(offer.redenen, Zekerheid::S, &Waarom::zekerheid), 3);
    EXPECT_EQ(aanbod_met_beleid(as_b, Bijstand::ja, ExtraAanbod::ja).uitkomst, aanbod(as_b, Bijstand::ja).uitkomst);
    auto const with = aanbod_met_beleid(om, Bijstand::ja, ExtraAanbod::ja);
    EXPECT_EQ(std::ranges::count(with.redenen, Zekerheid::S, &Waarom::zekerheid), 2);   // participation is law already
}

struct Duo {
    char const* main;
    char const* fine;
    std::optional<Doelgroep> groep;
    bool wijkt_af;
};
constexpr char const* as_main = "Asielstatushouder";
constexpr char const* gm_main = "Gezinsmigrant en overige migrant";
constexpr Duo duo[] = {
    {as_main, "Asielstatushouder", as_a, false},
    {as_main, "Gezinshereniger met Asielstatushouder", as_b, false},
    {as_main, "Gezinsvormer met Asielstatushouder", as_b, false},
    {as_main, "", as_a, false},
    {as_main, "Gezinshereniger", as_b, true},
    {as_main, "Overig", as_b, true},
    {gm_main, "Gezinshereniger", gm, false},
    {gm_main, "Gezinsvormer", gm, false},
    {gm_main, "Geestelijk bedienaar", om, false},
    {gm_main, "Overig", om, false},
    {gm_main, "", gm, false},
    {gm_main, "Gezinshereniger met Asielstatushouder", gm, true},
    {gm_main, "Asielstatushouder", om, true},
    {"", "Overig", om, true},
    {"", "", {}, false},
    {"Iets anders", "Asielstatushouder", {}, false},
};

TEST(Wet_art13, duo_main_value_decides) {
    for (auto const& c : duo) {
        SCOPED_TRACE(fmt::format("{} / {}", c.main, c.fine));
        auto const found = van_duo(c.main, c.fine);
        EXPECT_EQ(found ? std::optional{found->groep} : std::nullopt, c.groep);
        if (found) { EXPECT_EQ(found->wijkt_af, c.wijkt_af); }
    }
}

TEST(Doelgroep, codes_go_both_ways) {
    for (auto const groep : {as_a, as_b, gm, om}) {
        EXPECT_EQ(doelgroep_van(code(groep)), groep);
        EXPECT_FALSE(titel(groep).empty());
    }
    EXPECT_FALSE(doelgroep_van("AS"));
    EXPECT_FALSE(doelgroep_van(""));
    EXPECT_EQ(naam(leerroute_aanbod), "leerroute_aanbod");
}
}
