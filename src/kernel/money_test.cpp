#include "kernel/law.h"
#include "kernel/money.h"

#include <gtest/gtest.h>

#include <limits>

namespace {

TEST(Money, a_share_is_rounded_as_the_law_says) {
    EXPECT_EQ(Money::cents(100).share({1, 3}, Rounding::down), Money::cents(33));
    EXPECT_EQ(Money::cents(100).share({1, 3}, Rounding::up), Money::cents(34));
    EXPECT_EQ(Money::cents(100).share({1, 8}, Rounding::half_up), Money::cents(13));
    EXPECT_EQ(Money::cents(-100).share({1, 3}, Rounding::down), Money::cents(-33));
    EXPECT_EQ(Money::cents(-100).share({1, 3}, Rounding::up), Money::cents(-34));
    EXPECT_EQ(Money::cents(99).share({1, 3}, Rounding::up), Money::cents(33));
    EXPECT_THROW(Money::cents(1).share({1, 0}, Rounding::down), Bug);
}

TEST(Money, overflow_is_a_bug_and_never_a_wrong_amount) {
    auto const most = Money::cents(std::numeric_limits<std::int64_t>::max());
    EXPECT_THROW(most + Money::cents(1), Bug);
    EXPECT_THROW(Money::cents(-2) - most, Bug);
    EXPECT_EQ(most.share({1, 2}, Rounding::down).in_cents(), std::numeric_limits<std::int64_t>::max() / 2);
}

TEST(Zekerheid, what_rests_on_two_rules_is_as_sure_as_the_weaker) {
    EXPECT_EQ(weakest(Zekerheid::P, Zekerheid::A), Zekerheid::A);
    EXPECT_EQ(weakest(Zekerheid::M, Zekerheid::P), Zekerheid::M);
    EXPECT_EQ(weakest(Zekerheid::D, Zekerheid::B), Zekerheid::D);
    EXPECT_EQ(weakest(Zekerheid::C, Zekerheid::C), Zekerheid::C);
}
}
