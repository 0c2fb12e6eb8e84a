#include "zoeken/rules.h"

#include <gtest/gtest.h>

using zoeken::lees;

TEST(Zoekvraag, a_number_is_recognised_by_its_shape) {
    EXPECT_TRUE(lees("999993653").bsn.has_value());
    EXPECT_TRUE(lees("9999.93.653").bsn.has_value());
    EXPECT_FALSE(lees("999993654").bsn.has_value()) << "fails the 11-test: may still be the end of a telephone number";
    EXPECT_EQ(lees("999993654").telefoon, "999993654");
    EXPECT_EQ(lees("2741180936").v_nummer->digits(), "2741180936");
    EXPECT_EQ(lees("06 12345678").telefoon, "612345678");
    EXPECT_EQ(lees("+31 6 12345678").telefoon, "612345678");
    EXPECT_EQ(lees("345678").telefoon, "345678");
    EXPECT_EQ(lees("2026-000123").dossiernummer, "2026-000123");
}

TEST(Zoekvraag, numbers_of_a_person_are_kept_out_of_addresses) {
    EXPECT_TRUE(lees("999993653").geheim());
    EXPECT_TRUE(lees("2741180936").geheim());
    EXPECT_TRUE(lees("0612345678").geheim());
    EXPECT_FALSE(lees("2026-000123").geheim());
    EXPECT_FALSE(lees("semhar 1997").geheim());
}

TEST(Zoekvraag, a_number_between_words_is_a_number_and_stays_out_of_addresses) {
    auto const v = lees("yousef 999993653");
    EXPECT_TRUE(v.bsn.has_value());
    EXPECT_TRUE(v.geheim());
    EXPECT_EQ(v.woorden, (std::vector<std::string>{"yousef"}));
    EXPECT_TRUE(lees("yousef 9999 93 653").geheim()) << "nine digits, however spaced";
    EXPECT_TRUE(lees("bsn:999993653").geheim());
    EXPECT_FALSE(lees("yousef 14-03-1997").geheim());
}

TEST(Zoekvraag, a_birth_date_may_be_typed_in_part) {
    struct Case {
        char const* typed;
        char const* from;
        char const* until;
    };
    for (auto const& c : {Case{"1997", "1997-00-00", "1997-99-99"}, Case{"03-1997", "1997-03-00", "1997-03-99"},
                          Case{"3/1997", "1997-03-00", "1997-03-99"}, Case{"14-03-1997", "1997-03-14", "1997-03-14"},
                          Case{"14031997", "1997-03-14", "1997-03-14"}, Case{"1997-03-14", "1997-03-14", "1997-03-14"},
                          Case{"1997-03", "1997-03-00", "1997-03-99"}}) {
        SCOPED_TRACE(c.typed);
        auto const v = lees(c.typed);
        ASSERT_TRUE(v.geboren.has_value());
        EXPECT_EQ(v.geboren->from(), c.from);
        EXPECT_EQ(v.geboren->until(), c.until);
    }
    EXPECT_FALSE(lees("31-02-1997").geboren.has_value());
    EXPECT_FALSE(lees("13-1997").geboren.has_value());
}

TEST(Zoekvraag, words_and_a_year_go_together) {
    auto const v = lees("  Yousef   al-Khateeb 1990 ");
    EXPECT_EQ(v.woorden, (std::vector<std::string>{"khateeb", "yousef", "al"}));
    EXPECT_EQ(v.geboren->year, 1990);
}

TEST(Zoekvraag, nothing_and_nonsense_are_no_question) {
    EXPECT_TRUE(lees("").leeg());
    EXPECT_TRUE(lees("   ").leeg());
    EXPECT_TRUE(lees("<>%;--").leeg());
    EXPECT_LE(lees(std::string(10'000, 'a')).woorden.at(0).size(), 200U);
}
