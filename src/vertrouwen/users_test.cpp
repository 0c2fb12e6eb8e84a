#include "tests/support/database.h"
#include "vertrouwen/cli.h"
#include "vertrouwen/totp.h"
#include "vertrouwen/users.h"

#include <gtest/gtest.h>
#include <sstream>

using namespace vertrouwen;
using testing_support::cast;
using testing_support::ScratchDatabase;
using testing_support::user_of;
BOTH_ENGINES(Gebruikers);

namespace {
struct Desk {
    ScratchDatabase database;
    Kluis kluis = Kluis::for_tests();
    platform::Clock clock{Date{2026y / 11 / 25}};
    Store store{*database, kluis, clock};
    Users users{*database, kluis, clock, HashCost::lowest()};
    Access beheer;

    explicit Desk(std::string const& engine) : database{engine} {
        testing_support::seed_cast(*database);
        beheer = Access::van(store.user(user_of(1, "functioneel_beheerder"))->access());
    }
    struct Said {
        int code;
        std::string out, err;
    };
    Said say(std::vector<std::string> args, std::string const& typed = {}) {
        std::istringstream in{typed};
        std::ostringstream out, err;
        int const code = cli(*database, kluis, clock, args, in, out, err, HashCost::lowest());
        return {code, out.str(), err.str()};
    }
};
}

TEST_P(Gebruikers, a_name_is_taken_once_in_the_whole_database) {
    Desk t{GetParam()};
    auto const added = t.users.add(
        t.beheer,
        {.gebruikersnaam = "a.verhoeven", .naam = "Anne Verhoeven", .rol = Rol::jurist, .wachtwoord_hash = {}});
    ASSERT_TRUE(added);
    EXPECT_FALSE(added->wachtwoord.empty());
    auto const elsewhere = Access::systeem(cast().maashorst);
    auto const again = t.users.add(
        elsewhere, {.gebruikersnaam = "a.verhoeven", .naam = "Een ander", .rol = Rol::jurist, .wachtwoord_hash = {}});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error(), GebruikerRefusal::naam_bezet);
    EXPECT_EQ(t.users.find(elsewhere, added->id), std::nullopt) << "not to be seen from another municipality";
    EXPECT_EQ(t.users.find(t.beheer, added->id)->gebruiker.gemeente, cast().meierijstad);
}

TEST_P(Gebruikers, pages_follow_one_another_without_gap_or_double) {
    Desk t{GetParam()};
    std::vector<std::int64_t> seen;
    std::optional<Users::Sleutel> after;
    while (true) {
        auto const page = t.users.list(t.beheer, "", after, 4);
        for (auto const& line : page.regels) seen.push_back(line.gebruiker.id.value);
        if (!page.more) break;
        after = Users::Sleutel{page.regels.back().gebruiker.naam, page.regels.back().gebruiker.id};
    }
    EXPECT_EQ(seen.size(), 11U);
    std::ranges::sort(seen);
    EXPECT_EQ(std::ranges::adjacent_find(seen), seen.end());
}

TEST_P(Gebruikers, are_found_by_a_part_of_either_name_without_accents) {
    Desk t{GetParam()};
    t.users.add(t.beheer,
                {.gebruikersnaam = "rtasdelen", .naam = "Renée Taşdelen", .rol = Rol::planner, .wachtwoord_hash = {}});
    auto const found = [&](std::string_view wanted) { return t.users.list(t.beheer, wanted, {}, 50).regels.size(); };
    EXPECT_EQ(found("renee tas"), 1U);
    EXPECT_EQ(found("tasdel"), 1U);
    EXPECT_EQ(found("RTAS"), 1U);
    EXPECT_EQ(found("bestaat niet"), 0U);
    EXPECT_EQ(found("'; --"), found("")) << "signs alone ask for nothing";
}

TEST_P(Gebruikers, nobody_changes_himself) {
    Desk t{GetParam()};
    auto const me = t.beheer.gebruiker();
    auto const user = t.store.user(me);
    EXPECT_EQ(t.users.change(t.beheer, me, {user->naam, Rol::privacy_officer, {}, true, user->versie}).error(),
              Users::WijzigRefusal::zichzelf);
    EXPECT_EQ(t.users.reset_password(t.beheer, me).error(), Users::WijzigRefusal::zichzelf);
    EXPECT_EQ(t.users.reset_factor(t.beheer, me).error(), Users::WijzigRefusal::zichzelf);
    EXPECT_EQ(t.users.set_bsn(t.beheer, me, {}).error(), Users::WijzigRefusal::zichzelf);
    EXPECT_EQ(t.store.user(me)->rol, Rol::functioneel_beheerder);
}

TEST_P(Gebruikers, another_municipality_is_out_of_reach) {
    Desk t{GetParam()};
    auto const there = user_of(2, "planner");
    EXPECT_EQ(t.users.change(t.beheer, there, {"x", Rol::planner, {}, false, 1}).error(),
              Users::WijzigRefusal::niet_gevonden);
    EXPECT_EQ(t.users.reset_password(t.beheer, there).error(), Users::WijzigRefusal::niet_gevonden);
    EXPECT_TRUE(t.store.user(there)->actief);
}

TEST_P(Gebruikers, the_second_editor_is_told) {
    Desk t{GetParam()};
    auto const id = user_of(1, "planner");
    auto const user = t.store.user(id);
    EXPECT_TRUE(t.users.change(t.beheer, id, {"Eerste", Rol::planner, {}, true, user->versie}));
    EXPECT_EQ(t.users.change(t.beheer, id, {"Tweede", Rol::planner, {}, true, user->versie}).error(),
              Users::WijzigRefusal::intussen_gewijzigd);
    EXPECT_EQ(t.store.user(id)->naam, "Eerste");
}

TEST_P(Gebruikers, every_change_is_in_the_audit) {
    Desk t{GetParam()};
    auto const id = user_of(1, "planner");
    t.users.change(t.beheer, id, {"Pim", Rol::jurist, {}, false, t.store.user(id)->versie});
    auto const entry = t.database->read(db::Scope::of(cast().meierijstad), [](db::Connection& c) {
        return c.value<std::string>("SELECT gegevens FROM audit WHERE handeling = 'gebruiker_gewijzigd'");
    });
    ASSERT_TRUE(entry);
    EXPECT_NE(entry->find(R"("rol_was":"planner","rol":"jurist")"), std::string::npos) << *entry;
    EXPECT_EQ(entry->find("Pim"), std::string::npos) << "no names in the audit";
}

TEST_P(Gebruikers, command_line_adds_lists_and_disables) {
    Desk t{GetParam()};
    auto added = t.say(
        {"add", "j.jansen", "--naam", "Jan Jansen", "--rol", "jobcoach", "--gemeente", "1948", "--team", "Veghel"});
    EXPECT_EQ(added.code, 0) << added.err;
    EXPECT_NE(added.out.find("tijdelijk wachtwoord: "), std::string::npos);
    auto const listed = t.say({"list", "--gemeente", "1948"});
    EXPECT_NE(listed.out.find("j.jansen\tJan Jansen\tjobcoach\tMeierijstad\tactief"), std::string::npos) << listed.out;
    EXPECT_EQ(listed.out.find("Maashorst"), std::string::npos);
    EXPECT_EQ(t.say({"disable", "j.jansen"}).code, 0);
    EXPECT_NE(t.say({"list"}).out.find("buiten gebruik"), std::string::npos);
    EXPECT_EQ(t.say({"enable", "J.Jansen"}).code, 0);
    EXPECT_EQ(t.say({"password", "j.jansen", "--stdin"}, "gras water steen huis\n").code, 0);
    EXPECT_EQ(t.say({"password", "j.jansen"}).code, 0);
    EXPECT_EQ(t.say({"totp-reset", "j.jansen"}).code, 0);
    EXPECT_EQ(
        t.say({"add", "p.pietersen", "--naam", "Piet", "--rol", "planner", "--gemeente", "1948", "--wachtwoord-stdin"},
              "gras water steen huis")
            .code,
        0);
    auto const secret = new_totp_secret();
    auto const code = t.say({"code", secret});
    EXPECT_EQ(code.code, 0);
    EXPECT_EQ(code.out.size(), 7U);
    EXPECT_TRUE(verify_audit(*t.database).bevindingen.empty());
}

TEST_P(Gebruikers, command_line_refuses_with_a_reason_and_its_code) {
    Desk t{GetParam()};
    struct Case {
        std::vector<std::string> args;
        int code;
        std::string_view reason;
    };
    Case const cases[] = {
        {{}, 2, "geef een opdracht"},
        {{"verwijder"}, 2, "onbekende opdracht"},
        {{"add", "--naam"}, 2, "ontbreekt een waarde"},
        {{"add", "x.y", "--kleur", "rood"}, 2, "onbekende optie"},
        {{"add", "a b", "--naam", "A", "--rol", "planner", "--gemeente", "1948"}, 1, "gebruikersnaam mag niet"},
        {{"add", "a.b", "--naam", "A", "--rol", "directeur", "--gemeente", "1948"}, 1, "onbekende rol"},
        {{"add", "a.b", "--rol", "planner", "--gemeente", "1948"}, 2, "--naam ontbreekt"},
        {{"add", "a.b", "--naam", "A", "--rol", "planner", "--gemeente", "0000"}, 1, "onbekende gemeentecode"},
        {{"add", "a.b", "--naam", "A", "--rol", "planner", "--gemeente", "1948", "--team", "Uden"}, 1, "geen team"},
        {{"add", "planner.1", "--naam", "A", "--rol", "planner", "--gemeente", "1948"}, 1, "al in gebruik"},
        {{"add", "a.b", "--naam", "A", "--rol", "planner", "--gemeente", "1948", "--wachtwoord-stdin"}, 1, "te kort"},
        {{"disable"}, 2, "geef één gebruikersnaam"},
        {{"disable", "niemand"}, 1, "onbekende gebruiker"},
        {{"password", "niemand"}, 1, "onbekende gebruiker"},
        {{"totp-reset", "niemand"}, 1, "onbekende gebruiker"},
        {{"code", "geen geheim!"}, 1, "geen geheim"},
        {{"list", "--gemeente", "0000"}, 1, "onbekende gemeentecode"},
    };
    for (auto const& c : cases) {
        auto const said = t.say(c.args);
        EXPECT_EQ(said.code, c.code) << c.reason << ": " << said.err;
        EXPECT_NE(said.err.find(c.reason), std::string::npos) << said.err;
    }
    EXPECT_EQ(t.say({"--help"}).code, 0);
}
