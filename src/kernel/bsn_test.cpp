#include "kernel/bsn.h"

#include <gtest/gtest.h>

namespace {

TEST(Bsn, passes_the_eleven_test_or_says_why_not) {
    struct Case {
        char const* text;
        char const* digits;
        std::optional<BsnRefusal> no;
    };
    constexpr Case cases[] = {
        {"999993653", "999993653", std::nullopt},
        {" 9999.93.653 ", "999993653", std::nullopt},
        {"999993654", "", BsnRefusal::fails_eleven_test},
        {"000000000", "", BsnRefusal::fails_eleven_test},
        {"9999936531", "", BsnRefusal::not_nine_digits},
        {"9999936", "", BsnRefusal::not_nine_digits},
        {"99999365x", "", BsnRefusal::not_nine_digits},
        {"-99993653", "", BsnRefusal::not_nine_digits},
        {"", "", BsnRefusal::not_nine_digits},
    };
    for (auto const& c : cases) {
        SCOPED_TRACE(c.text);
        auto const bsn = Bsn::parse(c.text);
        EXPECT_EQ(bsn ? std::nullopt : std::optional{bsn.error()}, c.no);
        EXPECT_EQ(bsn ? bsn->digits() : "", c.digits);
    }
}

TEST(Bsn, eight_digits_get_their_leading_zero_back) {
    EXPECT_EQ(Bsn::parse("10160000")->digits(), "010160000");
    EXPECT_EQ(Bsn::parse("10170000").error(), BsnRefusal::fails_eleven_test);
}

TEST(Bsn, one_wrong_digit_or_two_swapped_never_pass) {
    std::string const good = "999993653";
    for (std::size_t i = 0; i < good.size(); ++i)
        for (char digit = '0'; digit <= '9'; ++digit) {
            auto changed = good;
            changed[i] = digit;
            EXPECT_EQ(Bsn::parse(changed).has_value(), changed == good) << changed;
        }
    for (std::size_t i = 0; i + 1 < good.size(); ++i) {
        auto swapped = good;
        std::swap(swapped[i], swapped[i + 1]);
        EXPECT_EQ(Bsn::parse(swapped).has_value(), swapped == good) << swapped;
    }
}

TEST(VNummer, ten_digits_shorter_ones_padded) {
    EXPECT_EQ(VNummer::parse("2801234567")->digits(), "2801234567");
    EXPECT_EQ(VNummer::parse("280.123.4567")->digits(), "2801234567");
    EXPECT_EQ(VNummer::parse("800000000")->digits(), "0800000000");
    EXPECT_FALSE(VNummer::parse("28012345678"));
    EXPECT_FALSE(VNummer::parse("280123456A"));
    EXPECT_FALSE(VNummer::parse("0"));
    EXPECT_FALSE(VNummer::parse(""));
}

TEST(Iban, length_and_mod_97) {
    struct Case {
        char const* text;
        char const* iban;
        std::optional<IbanRefusal> no;
    };
    constexpr Case cases[] = {
        {"NL91ABNA0417164300", "NL91ABNA0417164300", std::nullopt},
        {"nl91 abna 0417 1643 00", "NL91ABNA0417164300", std::nullopt},
        {"BE68539007547034", "BE68539007547034", std::nullopt},
        {"DE89370400440532013000", "DE89370400440532013000", std::nullopt},
        {"GB82WEST12345698765432", "GB82WEST12345698765432", std::nullopt},
        {"TR330006100519786457841326", "TR330006100519786457841326", std::nullopt},
        {"NO9386011117947", "NO9386011117947", std::nullopt},
        {"MT84MALT011000012345MTLCAST001S", "MT84MALT011000012345MTLCAST001S", std::nullopt},
        {"NL92ABNA0417164300", "", IbanRefusal::fails_mod_97},
        {"NL91ABNA0417164301", "", IbanRefusal::fails_mod_97},
        {"NL91ABNA041716430", "", IbanRefusal::unknown_country_length},
        {"ZZ91ABNA0417164300", "", IbanRefusal::unknown_country_length},
        {"91NLABNA0417164300", "", IbanRefusal::wrong_shape},
        {"NL91-ABNA-0417164300", "", IbanRefusal::wrong_shape},
        {"NL911234567890123A", "", IbanRefusal::wrong_shape},
        {"NL", "", IbanRefusal::wrong_shape},
        {"", "", IbanRefusal::wrong_shape},
    };
    for (auto const& c : cases) {
        SCOPED_TRACE(c.text);
        auto const iban = Iban::parse(c.text);
        EXPECT_EQ(iban ? std::nullopt : std::optional{iban.error()}, c.no);
        EXPECT_EQ(iban ? iban->text() : "", c.iban);
    }
}
}
