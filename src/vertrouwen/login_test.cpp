#include "tests/support/database.h"
#include "vertrouwen/account_rules.h"
#include "vertrouwen/login.h"
#include "vertrouwen/totp.h"
#include "vertrouwen/users.h"

#include <gtest/gtest.h>
#include <thread>

using namespace vertrouwen;
using testing_support::cast;
using testing_support::ScratchDatabase;
using testing_support::user_of;
BOTH_ENGINES(Inloggen);

namespace {
constexpr Date today{2026y / 11 / 25};
constexpr std::string_view right = "boom fiets kat zon", wrong = "boom fiets kat maan";
Herkomst const here{"127.0.0.1", "Firefox"};

struct Door {
    ScratchDatabase database;
    Kluis kluis = Kluis::for_tests();
    platform::Clock clock{today};
    Store store{*database, kluis, clock};
    Login login{*database, kluis, clock, HashCost::lowest()};
    Users users{*database, kluis, clock, HashCost::lowest()};

    explicit Door(std::string const& engine) : database{engine} {
        testing_support::seed_cast(*database);
        for (auto const role : {"klantmanager", "privacy_officer", "regisseur"})
            users.set_password(Access::systeem(cast().meierijstad), user_of(1, role), right);
    }
    void sql(std::string_view text, db::Params const& params = {}) {
        database->write(db::Scope::system(), [&](db::Connection& c) { c.exec(text, params); });
    }
    std::int64_t count(std::string_view text) {
        return database->read(db::Scope::system(),
                              [&](db::Connection& c) { return c.value<std::int64_t>(text).value_or(0); });
    }
    bool try_login(std::string_view password, std::string_view name = "klantmanager.1", Herkomst const& from = here) {
        return login.with_password(name, password, from).has_value();
    }
    Sessie session(std::string const& token) {
        auto found = store.session(token, 30, 10);
        check(found.has_value());
        return *found;
    }
    /// A user with a second factor and the session that lacks it.
    struct Half {
        Sessie session;
        std::string secret;
        std::vector<std::string> codes;
    };
    Half half_way() {
        auto const first = login.with_password("privacy_officer.1", right, here);
        auto const secret = new_totp_secret();
        auto const made = login.set_up_factor(session(first->token), secret,
                                              totp_code(secret, totp_now().plus(-std::chrono::seconds{30})), here);
        return {session(login.with_password("privacy_officer.1", right, here)->token), secret, made->herstelcodes};
    }
};
}

TEST_P(Inloggen, the_right_password_opens_a_session) {
    Door t{GetParam()};
    auto const begun = t.login.with_password(" Klantmanager.1 ", right, here);
    ASSERT_TRUE(begun);
    EXPECT_EQ(begun->stap, Stap::klaar);
    auto const session = t.session(begun->token);
    EXPECT_TRUE(session.volledig);
    EXPECT_EQ(session.gebruiker.id, user_of(1, "klantmanager"));
    EXPECT_EQ(session.gebruiker.gemeente_naam, "Meierijstad");
    EXPECT_EQ(session.herkomst, "127.0.0.1 · Firefox");
    EXPECT_EQ(t.store.session(begun->token + "x", 30, 10), std::nullopt);
    EXPECT_EQ(t.store.session("", 30, 10), std::nullopt);
    EXPECT_EQ(t.count("SELECT COUNT(*) FROM audit WHERE handeling = 'ingelogd'"), 1);
    EXPECT_TRUE(verify_audit(*t.database).bevindingen.empty());
}

TEST_P(Inloggen, each_log_in_has_its_own_token_and_form_key) {
    Door t{GetParam()};
    auto const one = t.login.with_password("klantmanager.1", right, here),
               two = t.login.with_password("klantmanager.1", right, here);
    EXPECT_NE(one->token, two->token);
    EXPECT_NE(t.session(one->token).csrf_sleutel, t.session(two->token).csrf_sleutel);
    auto const table = t.database->read(db::Scope::system(), [](db::Connection& c) {
        return c.list("SELECT sleutel_hash FROM sessie", {}, [](db::Row const& r) { return r.blob(0).bytes; });
    });
    for (auto const& hash : table) EXPECT_NE(hash, one->token) << "a stolen table opens nothing";
}

TEST_P(Inloggen, the_refusal_tells_nothing) {
    Door t{GetParam()};
    t.sql("UPDATE gebruiker SET actief = $2 WHERE id = $1", {user_of(1, "regisseur"), false});
    for (auto const& [name, password] : {std::pair{"klantmanager.1", wrong},
                                         {"bestaat.niet", right},
                                         {"regisseur.1", right},
                                         {"planner.1", right},
                                         {"", right},
                                         {"klantmanager.1", ""}}) {
        auto const begun = t.login.with_password(name, password, here);
        ASSERT_FALSE(begun) << name;
        EXPECT_EQ(begun.error(), Login::Refusal::onjuist) << name;
    }
}

TEST_P(Inloggen, five_wrong_passwords_shut_the_account_also_for_the_right_one) {
    Door t{GetParam()};
    for (int i = 0; i < 4; ++i) EXPECT_FALSE(t.try_login(wrong));
    EXPECT_TRUE(t.try_login(right)) << "four are forgiven";
    for (int i = 0; i < 5; ++i) EXPECT_FALSE(t.try_login(wrong));
    EXPECT_FALSE(t.try_login(right)) << "the fifth shut it";
    EXPECT_FALSE(t.try_login(right, "klantmanager.1", {"10.9.8.7", ""})) << "from any address";
    EXPECT_TRUE(t.try_login(right, "regisseur.1")) << "others go on";
    EXPECT_EQ(t.count("SELECT COUNT(*) FROM audit WHERE handeling = 'account_geblokkeerd'"), 1);
    auto const minutes = [&] {
        return t.database->read(db::Scope::system(), [&](db::Connection& c) {
            auto const until =
                c.value<Timestamp>("SELECT geblokkeerd_tot FROM gebruiker WHERE id = $1", {user_of(1, "klantmanager")});
            return (until->micros - t.clock.now().micros + 30'000'000) / 60'000'000;
        });
    };
    EXPECT_EQ(minutes(), 15);
    t.sql("UPDATE gebruiker SET geblokkeerd_tot = $1 WHERE geblokkeerd_tot IS NOT NULL", {t.clock.now()});
    EXPECT_FALSE(t.try_login(wrong));
    EXPECT_EQ(minutes(), 30) << "the next one counts double";
    t.sql("UPDATE gebruiker SET geblokkeerd_tot = $1 WHERE geblokkeerd_tot IS NOT NULL", {t.clock.now()});
    EXPECT_TRUE(t.try_login(right)) << "after the time it opens again";
    EXPECT_FALSE(t.try_login(wrong));
    EXPECT_TRUE(t.try_login(right)) << "and the count began anew";
}

TEST_P(Inloggen, attempts_side_by_side_are_counted_one_by_one) {
    Door t{GetParam()};
    std::vector<std::thread> attackers;
    for (int i = 0; i < 8; ++i) attackers.emplace_back([&] { t.try_login(wrong); });
    for (auto& a : attackers) a.join();
    EXPECT_EQ(t.count("SELECT mislukt FROM gebruiker WHERE gebruikersnaam = 'klantmanager.1'"), 5);
    EXPECT_FALSE(t.try_login(right));
}

TEST_P(Inloggen, an_address_that_tries_many_names_has_to_wait) {
    Door t{GetParam()};
    for (int i = 0; i < wrong_of_address; ++i)
        EXPECT_FALSE(t.try_login(wrong, "naam" + std::to_string(i), {"10.0.0.66", ""}));
    EXPECT_EQ(t.login.with_password("klantmanager.1", right, {"10.0.0.66", ""}).error(), Login::Refusal::adres_wacht);
    EXPECT_TRUE(t.try_login(right)) << "another address works";
    t.sql("UPDATE inlogpoging SET tijdstip = $1", {t.clock.now().plus(-address_window - std::chrono::seconds{1})});
    EXPECT_TRUE(t.try_login(right, "klantmanager.1", {"10.0.0.66", ""})) << "after a quarter of an hour";
}

TEST_P(Inloggen, a_session_ends_when_idle_or_old) {
    Door t{GetParam()};
    auto const token = t.login.with_password("klantmanager.1", right, here)->token;
    auto const seen = [&](std::chrono::minutes ago) {
        t.sql("UPDATE sessie SET laatst_gezien = $1", {t.clock.now().plus(-ago)});
        return t.store.session(token, 30, 10).has_value();
    };
    EXPECT_TRUE(seen(std::chrono::minutes{29}));
    EXPECT_EQ(t.count("SELECT COUNT(*) FROM sessie WHERE laatst_gezien < aangemaakt"), 0)
        << "being seen keeps it alive";
    EXPECT_FALSE(seen(std::chrono::minutes{31}));
    EXPECT_TRUE(t.store.expired_session(token)) << "still good for keeping a form";
    EXPECT_TRUE(seen(std::chrono::minutes{0}));
    auto const made = [&](std::chrono::minutes ago) {
        t.sql("UPDATE sessie SET aangemaakt = $1", {t.clock.now().plus(-ago)});
        return t.store.session(token, 30, 10).has_value();
    };
    EXPECT_TRUE(made(std::chrono::minutes{599}));
    EXPECT_FALSE(made(std::chrono::minutes{601}));
    EXPECT_FALSE(seen(std::chrono::hours{25}));
    EXPECT_FALSE(t.store.expired_session(token)) << "a day later nothing is kept";
}

TEST_P(Inloggen, logging_out_disabling_and_a_new_role_end_sessions_at_once) {
    Door t{GetParam()};
    auto const beheer = Access::van(t.store.user(user_of(1, "functioneel_beheerder"))->access());
    auto const open = [&] { return t.login.with_password("klantmanager.1", right, here)->token; };
    auto token = open();
    t.login.log_out(t.session(token));
    EXPECT_FALSE(t.store.session(token, 30, 10));
    EXPECT_FALSE(t.store.expired_session(token));

    token = open();
    auto const user = t.store.user(user_of(1, "klantmanager"));
    EXPECT_TRUE(t.users.change(beheer, user->id, {user->naam, Rol::planner, user->team, true, user->versie}));
    EXPECT_FALSE(t.store.session(token, 30, 10)) << "new role";
    token = open();
    EXPECT_EQ(t.session(token).gebruiker.rol, Rol::planner);
    EXPECT_TRUE(t.users.change(beheer, user->id, {user->naam, Rol::planner, std::nullopt, true, user->versie + 1}));
    EXPECT_TRUE(t.store.session(token, 30, 10)) << "another team does not end it";
    EXPECT_EQ(t.session(token).gebruiker.team, std::nullopt) << "but counts at once";
    EXPECT_TRUE(t.users.change(beheer, user->id, {user->naam, Rol::planner, std::nullopt, false, user->versie + 2}));
    EXPECT_FALSE(t.store.session(token, 30, 10)) << "disabled";
    EXPECT_FALSE(t.try_login(right));
    t.sql("UPDATE gebruiker SET actief = $1", {true});
    token = open();
    t.sql("UPDATE gebruiker SET actief = $1", {false});
    EXPECT_FALSE(t.store.session(token, 30, 10)) << "also without our own code";
}

TEST_P(Inloggen, half_way_is_no_session) {
    Door t{GetParam()};
    auto const begun = t.login.with_password("privacy_officer.1", right, here);
    EXPECT_EQ(begun->stap, Stap::instellen) << "the policy asks a second factor of the privacy officer";
    EXPECT_FALSE(t.session(begun->token).volledig);
    t.sql("UPDATE sessie SET aangemaakt = $1", {t.clock.now().plus(-std::chrono::minutes{11})});
    EXPECT_FALSE(t.store.session(begun->token, 30, 10)) << "ten minutes for the second step";
    EXPECT_FALSE(t.store.expired_session(begun->token));
    EXPECT_EQ(t.count("SELECT COUNT(*) FROM audit WHERE handeling = 'ingelogd'"), 0);
}

TEST_P(Inloggen, a_code_works_once_and_renews_the_session) {
    Door t{GetParam()};
    auto const half = t.half_way();
    EXPECT_EQ(half.session.gebruiker.tweede_factor, true);
    auto const code = totp_code(half.secret, totp_now());
    auto const token = t.login.with_code(half.session, code, here);
    ASSERT_TRUE(token);
    EXPECT_TRUE(t.session(*token).volledig);
    EXPECT_NE(t.session(*token).id, half.session.id);
    EXPECT_EQ(t.count("SELECT COUNT(*) FROM sessie WHERE NOT volledig"), 0) << "the half one is gone";
    auto const again = t.session(t.login.with_password("privacy_officer.1", right, here)->token);
    EXPECT_EQ(t.login.with_code(again, code, here).error(), Login::Refusal::onjuist) << "looked over the shoulder";
    EXPECT_EQ(t.login.with_code(again, "000000", here).error(), Login::Refusal::onjuist);
    EXPECT_TRUE(t.login.with_code(again, totp_code(half.secret, totp_now().plus(std::chrono::seconds{30})), here));
}

TEST_P(Inloggen, five_wrong_codes_shut_the_account_and_end_the_half_session) {
    Door t{GetParam()};
    auto const half = t.half_way();
    for (int i = 0; i < 5; ++i) EXPECT_FALSE(t.login.with_code(half.session, "12345", here));
    EXPECT_EQ(t.count("SELECT COUNT(*) FROM sessie WHERE NOT volledig"), 0);
    EXPECT_FALSE(t.try_login(right, "privacy_officer.1"));
}

TEST_P(Inloggen, knowing_the_password_does_not_wipe_out_wrong_codes) {
    Door t{GetParam()};
    auto half = t.half_way().session;
    for (int i = 0; i < 5; ++i) {
        EXPECT_FALSE(t.login.with_code(half, "12345", here));
        if (i < 4) half = t.session(t.login.with_password("privacy_officer.1", right, here)->token);
    }
    EXPECT_FALSE(t.try_login(right, "privacy_officer.1"));
}

TEST_P(Inloggen, a_recovery_code_works_once) {
    Door t{GetParam()};
    auto const half = t.half_way();
    ASSERT_EQ(half.codes.size(), 10U);
    EXPECT_EQ(t.login.recovery_codes_left(half.session.gebruiker.id), 10);
    auto typed = half.codes[3];
    std::erase(typed, '-');
    EXPECT_TRUE(t.login.with_recovery_code(half.session, typed, here));
    EXPECT_EQ(t.login.recovery_codes_left(half.session.gebruiker.id), 9);
    auto const again = t.session(t.login.with_password("privacy_officer.1", right, here)->token);
    EXPECT_FALSE(t.login.with_recovery_code(again, half.codes[3], here));
    EXPECT_FALSE(t.login.with_recovery_code(again, "aaaa-bbbb-cccc", here));
    auto const fresh = t.login.renew_recovery_codes(again);
    EXPECT_FALSE(t.login.with_recovery_code(again, half.codes[4], here)) << "the old ones are void";
    EXPECT_TRUE(t.login.with_recovery_code(again, fresh[0], here));
}

TEST_P(Inloggen, the_secret_in_the_form_is_bound_to_its_user) {
    Door t{GetParam()};
    auto const secret = new_totp_secret();
    auto const sealed = t.login.sealed_secret(user_of(1, "klantmanager"), secret);
    EXPECT_EQ(t.login.open_secret(user_of(1, "klantmanager"), sealed), secret);
    EXPECT_EQ(t.login.open_secret(user_of(1, "regisseur"), sealed), std::nullopt);
    EXPECT_EQ(t.login.open_secret(user_of(1, "klantmanager"), secret), std::nullopt) << "one of his own making";
    EXPECT_EQ(t.login.open_secret(user_of(1, "klantmanager"), ""), std::nullopt);
    EXPECT_EQ(sealed.find(secret), std::string::npos);
}

TEST_P(Inloggen, a_wrong_first_code_sets_nothing_up) {
    Door t{GetParam()};
    auto const session = t.session(t.login.with_password("privacy_officer.1", right, here)->token);
    EXPECT_FALSE(t.login.set_up_factor(session, new_totp_secret(), "12345", here));
    EXPECT_FALSE(t.store.user(session.gebruiker.id)->tweede_factor);
}

TEST_P(Inloggen, a_new_password_ends_the_other_sessions) {
    Door t{GetParam()};
    auto const other = t.login.with_password("klantmanager.1", right, {"10.1.1.1", "Chrome"})->token;
    auto const mine = t.login.with_password("klantmanager.1", right, here)->token;
    EXPECT_EQ(t.login.sessions(user_of(1, "klantmanager"), 30, 10).size(), 2U);
    auto const session = t.session(mine);
    EXPECT_FALSE(t.login.confirm_password(session, wrong, here));
    EXPECT_TRUE(t.login.confirm_password(session, right, here));
    auto const token = t.login.set_password(session, "gras water steen huis", here);
    EXPECT_FALSE(t.store.session(other, 30, 10));
    EXPECT_FALSE(t.store.session(mine, 30, 10));
    EXPECT_TRUE(t.session(token).volledig);
    EXPECT_FALSE(t.try_login(right));
    EXPECT_TRUE(t.try_login("gras water steen huis"));
}

TEST_P(Inloggen, one_session_of_his_own_can_be_ended) {
    Door t{GetParam()};
    auto const session = t.session(t.login.with_password("klantmanager.1", right, here)->token);
    auto const other = t.login.with_password("klantmanager.1", right, here)->token;
    auto const boss = t.login.with_password("regisseur.1", right, here)->token;
    t.login.end_session(session, t.session(boss).id);
    EXPECT_TRUE(t.store.session(boss, 30, 10)) << "not one of somebody else";
    t.login.end_session(session, t.session(other).id);
    EXPECT_FALSE(t.store.session(other, 30, 10));
}

TEST_P(Inloggen, a_temporary_password_must_be_replaced_first) {
    Door t{GetParam()};
    auto const beheer = Access::van(t.store.user(user_of(1, "functioneel_beheerder"))->access());
    auto const password = t.users.reset_password(beheer, user_of(1, "klantmanager"));
    ASSERT_TRUE(password);
    auto const begun = t.login.with_password("klantmanager.1", *password, here);
    ASSERT_TRUE(begun);
    EXPECT_EQ(begun->stap, Stap::nieuw_wachtwoord);
    auto const half = t.session(begun->token);
    EXPECT_FALSE(half.volledig);
    auto const token = t.login.set_password(half, "gras water steen huis", here);
    EXPECT_TRUE(t.session(token).volledig);
    EXPECT_FALSE(t.session(token).gebruiker.wachtwoord_tijdelijk);
}

TEST_P(Inloggen, a_temporary_password_does_not_skip_the_second_factor) {
    Door t{GetParam()};
    auto const half = t.half_way();
    auto const beheer = Access::van(t.store.user(user_of(1, "functioneel_beheerder"))->access());
    auto const password = t.users.reset_password(beheer, half.session.gebruiker.id);
    auto const begun = t.login.with_password("privacy_officer.1", *password, here);
    auto const token = t.login.set_password(t.session(begun->token), "gras water steen huis", here);
    EXPECT_FALSE(t.session(token).volledig);
    EXPECT_EQ(next_step(t.session(token).gebruiker), Stap::code);
}

TEST_P(Inloggen, an_old_hash_is_made_anew_at_the_next_log_in) {
    Door t{GetParam()};
    Login stronger{*t.database, t.kluis, t.clock, {1, 1UL << 20}};
    auto const hash = [&] {
        return t.database->read(db::Scope::system(), [](db::Connection& c) {
            return c.value<std::string>(
                "SELECT wachtwoord_hash FROM gebruiker WHERE gebruikersnaam = 'klantmanager.1'");
        });
    };
    auto const before = hash();
    EXPECT_TRUE(stronger.with_password("klantmanager.1", right, here));
    EXPECT_NE(hash(), before);
    EXPECT_TRUE(stronger.with_password("klantmanager.1", right, here));
}
