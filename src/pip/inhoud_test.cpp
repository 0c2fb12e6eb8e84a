#include "pip/inhoud.h"

#include "pip/verschil.h"

#include <gtest/gtest.h>

namespace pip {
namespace {
TEST(pip_velden, each_is_written_and_read_again) {
    for (auto const& field : velden()) {
        Inhoud in;
        std::string typed;
        switch (field.vorm) {
        case Vorm::tekst:
        case Vorm::lang: typed = "Łódź, ግዕዝ"; break;
        case Vorm::keuze: typed = field.opties.back().waarde; break;
        case Vorm::meerkeuze: typed = "KNM,LE"; break;
        case Vorm::getal: typed = std::to_string(field.meeste); break;
        case Vorm::dag: typed = "2026-11-25"; break;
        }
        ASSERT_TRUE(zet(in, field, typed)) << field.naam;
        EXPECT_EQ(waarde(in, field), field.vorm == Vorm::meerkeuze ? "LE,KNM" : typed) << field.naam;
        EXPECT_EQ(&veld(field.naam), &field);
        ASSERT_TRUE(zet(in, field, ""));
        EXPECT_EQ(waarde(in, field), "") << field.naam;
    }
}
TEST(pip_velden, what_does_not_fit_is_told) {
    Inhoud in;
    EXPECT_EQ(zet(in, veld("leerroute"), "X").error(), VeldFout::onbekende_keuze);
    EXPECT_EQ(zet(in, veld("z_examens"), "LE,XX").error(), VeldFout::onbekende_keuze);
    EXPECT_EQ(zet(in, veld("uren"), "12,5").error(), VeldFout::geen_getal);
    EXPECT_EQ(zet(in, veld("uren"), "-3").error(), VeldFout::buiten_bereik);
    EXPECT_EQ(zet(in, veld("uren"), "0").error(), VeldFout::buiten_bereik);
    EXPECT_EQ(zet(in, veld("uren"), "10000").error(), VeldFout::buiten_bereik);
    EXPECT_EQ(zet(in, veld("uren"), "99999999999999999999").error(), VeldFout::buiten_bereik);
    EXPECT_EQ(zet(in, veld("school_vanaf"), "2026-02-31").error(), VeldFout::geen_dag);
    EXPECT_TRUE(zet(in, veld("pvt"), std::string(300, 'x')));
    EXPECT_EQ(zet(in, veld("pvt"), std::string(301, 'x')).error(), VeldFout::te_lang);
    std::string ge;
    for (int i = 0; i < 300; ++i) ge += "ግ";
    EXPECT_TRUE(zet(in, veld("pvt"), ge)) << "characters, not bytes";
    for (auto const fault : {VeldFout::onbekende_keuze, VeldFout::geen_getal, VeldFout::buiten_bereik,
                             VeldFout::geen_dag, VeldFout::te_lang})
        EXPECT_FALSE(tekst(fault).empty());
}
TEST(pip_velden, parts_have_names_for_addresses) {
    for (int i = 0; i < aantal_delen; ++i) EXPECT_EQ(deel_van(naam(static_cast<Deel>(i))), static_cast<Deel>(i));
    EXPECT_EQ(deel_van("anders"), std::nullopt);
    for (auto const* code : {"B", "O", "Z"}) EXPECT_EQ(route_code(*route_van(code)), code);
    EXPECT_EQ(route_van("A"), std::nullopt);
}

TEST(pip_verschil, per_field_and_per_goal_and_agreement) {
    Plan before, after;
    before.inhoud.niveau = "B1";
    after.inhoud.niveau = "A2";
    before.inhoud.uren = 900;
    after.inhoud.begeleiding = "Elke week.";
    before.doelen = {{1, "werk", "kort", "Ik loop mee."}, {2, "taal", "lang", "Ik haal B1."}};
    after.doelen = {{8, "werk", "kort", "Ik werk 20 uur."},
                    {9, "taal", "lang", "Ik haal B1."},
                    {10, "netwerk", "midden", "Ik ken mijn buren."}};
    before.afspraken = {{3, "Taalstage", "", {}, "Pw"}, {4, "Avondles", "", {}, "Wi"}};
    after.afspraken = {{5, "Taalstage", "De Groene Poort", Date{2027y / 1 / 4}, "Pw"}};
    auto const found = verschil(before, after);
    ASSERT_EQ(found.size(), 7U);
    EXPECT_EQ(found[0].veld, "niveau");
    EXPECT_EQ(found[0].aard, Aard::gewijzigd);
    EXPECT_EQ(found[0].oud, "B1");
    EXPECT_EQ(found[1].aard, Aard::weg);
    EXPECT_EQ(found[1].oud, "900");
    EXPECT_EQ(found[2].aard, Aard::nieuw);
    EXPECT_EQ(found[3].oud, "Ik loop mee.");
    EXPECT_EQ(found[3].nieuw, "Ik werk 20 uur.");
    EXPECT_EQ(found[3].leefgebied, "werk");
    EXPECT_EQ(found[4].aard, Aard::nieuw);
    EXPECT_EQ(found[5].aard, Aard::gewijzigd);
    EXPECT_EQ(found[5].nieuw, "Taalstage · De Groene Poort · 2027-01-04 · Pw");
    EXPECT_EQ(found[6].aard, Aard::weg);
    EXPECT_TRUE(verschil(before, before).empty());
}
TEST(pip_verschil, two_goals_in_one_place_keep_their_pairs) {
    Plan before, after;
    before.doelen = {{1, "werk", "kort", "A"}, {2, "werk", "kort", "B"}};
    after.doelen = {{3, "werk", "kort", "B"}, {4, "werk", "kort", "C"}};
    auto const found = verschil(before, after);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].oud, "A");
    EXPECT_EQ(found[0].nieuw, "C");
}
}
}
