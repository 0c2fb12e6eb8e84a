#include "vertrouwen/account_rules.h"
#include "vertrouwen/login.h"
#include "vertrouwen/password.h"
#include "vertrouwen/totp.h"

#include <gtest/gtest.h>

using namespace vertrouwen;
using namespace std::chrono_literals;

TEST(Wachtwoord, length_decides) {
    auto const no = [](std::string_view text, std::string_view user = "a.verhoeven") {
        auto const accepted = accept_password(text, user);
        return accepted ? std::nullopt : std::optional{accepted.error()};
    };
    EXPECT_EQ(no("boom fiets k"), std::nullopt);
    EXPECT_EQ(no("boom fiets "), WachtwoordRefusal::te_kort);
    EXPECT_EQ(no("éééééééé"), WachtwoordRefusal::te_kort) << "eight letters are sixteen bytes";
    EXPECT_EQ(no(std::string(196, 'x') + "abcd"), std::nullopt);
    EXPECT_EQ(no(std::string(197, 'x') + "abcd"), WachtwoordRefusal::te_lang);
    EXPECT_EQ(no("mijn A.Verhoeven 2026"), WachtwoordRefusal::lijkt_op_gebruikersnaam);
    EXPECT_EQ(no("mijn jan 2026 auto", "jan@meierijstad.nl"), std::nullopt) << "three letters are in any sentence";
    EXPECT_EQ(no("Wachtwoord2026!"), WachtwoordRefusal::te_eenvoudig);
    EXPECT_EQ(no("Welkom-202612"), WachtwoordRefusal::te_eenvoudig);
    EXPECT_EQ(no("aaaaaaaaaaaaaa"), WachtwoordRefusal::te_eenvoudig);
    EXPECT_EQ(no("123456789012345"), WachtwoordRefusal::te_eenvoudig);
    for (auto const refusal : {WachtwoordRefusal::te_kort, WachtwoordRefusal::te_lang,
                               WachtwoordRefusal::lijkt_op_gebruikersnaam, WachtwoordRefusal::te_eenvoudig})
        EXPECT_FALSE(explain(refusal).empty());
}

TEST(Gebruikersnaam, is_plain_and_lower_case) {
    EXPECT_EQ(accept_username("  A.Verhoeven@Meierijstad.nl "), "a.verhoeven@meierijstad.nl");
    EXPECT_EQ(accept_username("ab").error(), GebruikersnaamRefusal::te_kort);
    EXPECT_TRUE(accept_username("abc"));
    EXPECT_TRUE(accept_username(std::string(80, 'a')));
    EXPECT_EQ(accept_username(std::string(81, 'a')).error(), GebruikersnaamRefusal::te_lang);
    EXPECT_EQ(accept_username("jan jansen").error(), GebruikersnaamRefusal::verkeerd_teken);
    EXPECT_EQ(accept_username("<script>").error(), GebruikersnaamRefusal::verkeerd_teken);
}

TEST(Blokkade, starts_at_the_fifth_and_grows_to_eight_hours) {
    EXPECT_EQ(lock_time(4), std::nullopt);
    EXPECT_EQ(lock_time(5), 15min);
    EXPECT_EQ(lock_time(6), 30min);
    EXPECT_EQ(lock_time(9), 240min);
    EXPECT_EQ(lock_time(10), 480min);
    EXPECT_EQ(lock_time(1000), 480min);
}

TEST(Argon2id, fits_only_its_own_password) {
    auto const hash = hash_password("boom fiets kat zon", HashCost::lowest());
    EXPECT_TRUE(hash.starts_with("$argon2id$"));
    EXPECT_EQ(password_fits(hash, "boom fiets kat zon", HashCost::lowest()), Fit::yes);
    EXPECT_EQ(password_fits(hash, "boom fiets kat zo", HashCost::lowest()), Fit::no);
    EXPECT_EQ(password_fits("", "boom fiets kat zon", HashCost::lowest()), Fit::no);
    EXPECT_EQ(password_fits(hash, "boom fiets kat zon", HashCost::production()), Fit::yes_but_old);
    EXPECT_EQ(HashCost::production().passes, 2U);
    EXPECT_EQ(HashCost::production().memory_bytes, 64U << 20);
}

TEST(Argon2id, a_new_password_is_accepted_by_our_own_rule) {
    for (int i = 0; i < 50; ++i) EXPECT_TRUE(accept_password(new_password(), "a.verhoeven"));
    EXPECT_NE(new_password(), new_password());
}

// RFC 6238, appendix B, SHA1; the last six of the eight digits. The key is "12345678901234567890".
TEST(Rfc6238, codes_of_the_appendix) {
    constexpr std::string_view key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    struct Case {
        std::int64_t seconds;
        std::string_view code;
    };
    constexpr Case cases[] = {{59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
                              {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
    for (auto const& c : cases) EXPECT_EQ(totp_code(key, {c.seconds * 1'000'000}), c.code);
}

TEST(Rfc6238, one_step_of_difference_is_allowed) {
    auto const secret = new_totp_secret();
    Timestamp const now{1'800'000'000'000'000};
    auto const step = 1'800'000'000 / 30;
    auto const at = [&](int seconds) { return totp_code(secret, now.plus(std::chrono::seconds{seconds})); };
    EXPECT_EQ(totp_step(secret, at(0), now), step);
    EXPECT_EQ(totp_step(secret, at(-30), now), step - 1);
    EXPECT_EQ(totp_step(secret, at(30), now), step + 1);
    EXPECT_EQ(totp_step(secret, at(-60), now), std::nullopt);
    EXPECT_EQ(totp_step(secret, at(60), now), std::nullopt);
    auto const code = at(0);
    EXPECT_EQ(totp_step(secret, code.substr(0, 3) + " " + code.substr(3), now), step) << "pasted with a space";
    EXPECT_EQ(totp_step(secret, "", now), std::nullopt);
    EXPECT_EQ(totp_step(secret, code + "0", now), std::nullopt);
}

TEST(Totp, the_address_and_text_are_what_apps_read) {
    EXPECT_EQ(totp_address("GEZDGNBV", "a.verhoeven@meierijstad.nl"),
              "otpauth://totp/"
              "Meedoen:a.verhoeven%40meierijstad.nl?secret=GEZDGNBV&issuer=Meedoen&algorithm=SHA1&digits=6&period=30");
    EXPECT_EQ(totp_readable("GEZDGNBVGY"), "GEZD GNBV GY");
    EXPECT_TRUE(is_totp_secret(new_totp_secret()));
    EXPECT_FALSE(is_totp_secret("1 is geen base32"));
    EXPECT_FALSE(is_totp_secret(""));
}

TEST(Herstelcodes, ten_different_ones_that_may_be_typed_anyhow) {
    auto codes = new_recovery_codes();
    ASSERT_EQ(codes.size(), 10U);
    EXPECT_EQ(recovery_key(" K3P7 9xwm-2DHQ"), "k3p79xwm2dhq");
    std::ranges::sort(codes);
    EXPECT_EQ(std::ranges::adjacent_find(codes), codes.end());
}

TEST(Stap, follows_from_the_user) {
    Gebruiker user{.rol = Rol::klantmanager, .actief = true, .tweede_factor = false, .beleid = "beheer"};
    EXPECT_EQ(next_step(user), Stap::klaar);
    user.rol = Rol::privacy_officer;
    EXPECT_EQ(next_step(user), Stap::instellen);
    user.tweede_factor = true;
    EXPECT_EQ(next_step(user), Stap::code);
    user.beleid = "niemand";
    EXPECT_EQ(next_step(user), Stap::code) << "who has a second factor, uses it";
    user.wachtwoord_tijdelijk = true;
    EXPECT_EQ(next_step(user), Stap::nieuw_wachtwoord);
}

TEST(Herkomst, browsers_are_named_roughly) {
    EXPECT_EQ(browser_name("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"), "Firefox");
    EXPECT_EQ(browser_name("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/128.0 Safari/537.36 Edg/128.0"),
              "Edge");
    EXPECT_EQ(browser_name("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/128.0 Safari/537.36"), "Chrome");
    EXPECT_EQ(browser_name("curl/8.0"), "");
}
