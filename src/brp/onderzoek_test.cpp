#include "brp/onderzoek.h"

#include <gtest/gtest.h>

namespace brp {
namespace {

TEST(BrpOnderzoek, an_element_a_group_or_the_whole_category) {
    for (auto const* code : {"010210", "010200", "010000"}) {
        EXPECT_TRUE(in_onderzoek(Veld::voornamen, code)) << code;
        EXPECT_TRUE(in_onderzoek(Veld::voorletters, code)) << code;
        EXPECT_TRUE(in_onderzoek(Veld::aanhef, code)) << code;
    }
    EXPECT_FALSE(in_onderzoek(Veld::geslachtsnaam, "010210"));
    EXPECT_FALSE(in_onderzoek(Veld::leeftijd, "010210"));
    EXPECT_TRUE(in_onderzoek(Veld::leeftijd, "010310"));
    EXPECT_FALSE(in_onderzoek(Veld::leeftijd, "090310")) << "a child's birth is not the person's age";
    EXPECT_TRUE(in_onderzoek(Veld::geboortedatum, "090310"));
}

TEST(BrpOnderzoek, of_the_partner_only_the_family_name_counts_in_the_form_of_address) {
    EXPECT_TRUE(in_onderzoek(Veld::aanschrijfwijze, "050240"));
    EXPECT_FALSE(in_onderzoek(Veld::aanschrijfwijze, "050210"));
    EXPECT_FALSE(in_onderzoek(Veld::aanschrijfwijze, "090240"));
}

TEST(BrpOnderzoek, who_does_not_live_there_puts_every_line_in_doubt) {
    for (auto const line : {Veld::adresregel_1, Veld::adresregel_2, Veld::adresregel_3, Veld::adres_land}) {
        EXPECT_TRUE(in_onderzoek(line, "089999"));
        EXPECT_TRUE(in_onderzoek(line, "080000"));
        EXPECT_FALSE(in_onderzoek(line, "010000"));
    }
    EXPECT_TRUE(woont_hier_niet("089999"));
    EXPECT_FALSE(woont_hier_niet("080000"));
}

TEST(BrpOnderzoek, what_is_no_code_marks_nothing) {
    for (auto const* code : {"", "01", "0102100", "xx0210", "990210", "      "})
        EXPECT_FALSE(in_onderzoek(Veld::voornamen, code)) << code;
}
}
}
