#include "duo/store.h"

#include "dossier/store.h"
#include "duo/inlezen.h"
#include "inburgeringstermijn/store.h"
#include "instroom/store.h"
#include "tests/support/database.h"
#include "vertrouwen/store.h"
#include "werkvoorraad/counts.h"

#include <algorithm>
#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace duo {
namespace {
using inburgeringstermijn::FeitSoort;
using inburgeringstermijn::KlokSoort;
using inburgeringstermijn::KlokStand;
using testing_support::cast;
using vertrouwen::Access;

constexpr std::string_view almaz = "999993653", yonas = "999990007";
constexpr std::string_view duty =
    R"(,"inburgeringsplicht":{"indicatorInburgeringsplicht":true,"begindatum":"2026-11-01",
    "datumKennisgevingInburgeringsplicht":"2026-11-10","doelgroep":{"indeling":"Gezinsmigrant en overige migrant",
    "gedetailleerdeDoelgroep":"Gezinshereniger"}})";

std::string said(std::string_view code, std::string_view day, std::string_view who, std::string_view more = "") {
    return fmt::format(R"({{"registratieDatumTijd":"{}T09:00:00+01:00","gebeurtenisId":"{}",{}{}}})", day, code, who,
                       more);
}
std::string bsn(std::string_view number) { return fmt::format(R"("bsn":"{}")", number); }

struct World {
    explicit World(std::string const& engine, Date day = Date{2026y / 11 / 25}) : d{engine}, today{day} {
        testing_support::seed_cast(*d);
    }
    testing_support::ScratchDatabase d;
    Date today;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    Access access = Access::systeem(cast().meierijstad);

    Timestamp now() const { return platform::moment_of({today, 10, 0}); }
    template <class F> auto write(F&& work) { return d->write(db::Scope::of(access.gemeente()), work); }
    template <class F> auto read(F&& work) { return d->read(db::Scope::of(access.gemeente()), work); }
    ~World() {
        auto const audit = vertrouwen::verify_audit(*d);
        for (auto const& finding : audit.bevindingen)
            ADD_FAILURE() << finding.keten << " " << finding.volgnummer << ": " << finding.wat;
        auto const counts = write([&](db::Connection& c) { return werkvoorraad::recount(c, access, now()); });
        EXPECT_EQ(counts.verschillen, 0);
    }
    PersoonId add(std::string_view number, std::string_view v_nummer = "") {
        instroom::Persoonsgegevens g;
        if (!number.empty()) g.bsn = Bsn::parse(number).value();
        g.v_nummer = v_nummer;
        g.naam = {"Almaz", "", "", "Haile"};
        g.geslacht = "V";
        g.geboren = PartialDate::parse("1997-03-14").value();
        g.brp_gemeente = "1948";
        g.brp_ingeschreven_op = "2026-11-02";
        g.herkomst = "hand";
        return write([&](db::Connection& c) { return instroom::upsert(c, kluis, access, now(), g).persoon; });
    }
    Uitkomst take(std::string const& json) {
        auto const m = lees(json);
        EXPECT_TRUE(m.has_value()) << m.error();
        return write([&](db::Connection& c) { return receive(c, {kluis, access, now(), today}, *m, json).uitkomst; });
    }
    int retry() { return retry_waiting(*d, kluis, access, now(), today); }
    std::optional<DossierId> file(PersoonId p) {
        return read([&](db::Connection& c) { return dossier::open_of(c, p); });
    }
    DossierId last_file(PersoonId p) {
        return read([&](db::Connection& c) {
            return c.value<DossierId>("SELECT id FROM dossier WHERE persoon = $1 ORDER BY id DESC", {p}).value();
        });
    }
    dossier::Dossier see(DossierId id) {
        return read([&](db::Connection& c) { return dossier::find(c, access, id).value(); });
    }
    std::optional<inburgeringstermijn::Feit> fact(DossierId id, FeitSoort soort) {
        auto const all = read([&](db::Connection& c) { return inburgeringstermijn::facts(c, id); });
        auto const found = std::ranges::find_if(all, [&](auto const& f) { return f.feit.soort == soort; });
        return found == all.end() ? std::nullopt : std::optional{found->feit};
    }
    inburgeringstermijn::Klok clock(DossierId id, KlokSoort soort) {
        auto const all = read([&](db::Connection& c) { return inburgeringstermijn::clocks(c, id, today); });
        auto const found = std::ranges::find(all, soort, &inburgeringstermijn::Klok::soort);
        return found == all.end()
                   ? inburgeringstermijn::Klok{soort, KlokStand::loopt_nog_niet, {}, {}, {}, false, {}, {}, {}}
                   : *found;
    }
    std::int64_t number(std::string_view sql, db::Params const& params = {}) {
        return d->read(db::Scope::system(),
                       [&](db::Connection& c) { return c.value<std::int64_t>(sql, params).value(); });
    }
    std::int64_t open_tasks(std::string_view soort) {
        return number("SELECT COUNT(*) FROM taak WHERE soort = $1 AND stand = 'open'", {soort});
    }
    std::int64_t notices(std::string_view stand) {
        return number("SELECT COUNT(*) FROM duo_melding WHERE stand = $1", {stand});
    }
    std::int64_t events(std::string_view source) {
        return number("SELECT COUNT(*) FROM gebeurtenis WHERE bron = $1", {source});
    }
};

BOTH_ENGINES(duo_store);

TEST_P(duo_store, a_new_notice_opens_a_file_with_facts_clocks_and_a_pip_task) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    EXPECT_EQ(w.take(said("SS101", "2026-11-12", bsn(almaz), duty)), Uitkomst::verwerkt);
    auto const file = w.file(person);
    ASSERT_TRUE(file);
    EXPECT_EQ(w.fact(*file, FeitSoort::kennisgeving)->dag, Date{2026y / 11 / 10});
    EXPECT_EQ(w.fact(*file, FeitSoort::plicht_begin)->dag, Date{2026y / 11 / 1});
    EXPECT_FALSE(w.fact(*file, FeitSoort::tien_weken_gestart));
    EXPECT_EQ(w.clock(*file, KlokSoort::pip).stand, KlokStand::loopt);
    EXPECT_EQ(w.clock(*file, KlokSoort::pip).ongerold, Date{2027y / 1 / 19}) << "Besluit 5.3(1): seventy days";
    EXPECT_EQ(w.open_tasks("pip"), 1);
    EXPECT_EQ(w.open_tasks("duo"), 1) << "somebody divides the files";
    EXPECT_EQ(w.events("SS101"), 1);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM doelgroep WHERE groep = 'GM' AND bron = 'duo'"), 1);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM plicht WHERE melding IS NOT NULL"), 1);
}

TEST_P(duo_store, SS139_starts_the_ten_weeks_on_its_day) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    w.take(said("SS101", "2026-11-12", bsn(almaz), duty));
    w.take(said("SS139", "2026-11-20", bsn(almaz)));
    auto const file = *w.file(person);
    auto const pip = w.clock(file, KlokSoort::pip);
    EXPECT_EQ(pip.begin, Date{2026y / 11 / 20});
    EXPECT_EQ(pip.ongerold, Date{2027y / 1 / 29});
    EXPECT_TRUE(pip.van_duo);
    EXPECT_EQ(pip.eigen_berekening, Date{2027y / 1 / 19}) << "the difference is shown";
    EXPECT_EQ(w.see(file).fase, "intake");
    EXPECT_EQ(w.open_tasks("pip"), 1) << "still one task";
}

TEST_P(duo_store, a_second_delivery_does_nothing) {
    World w{GetParam()};
    w.add(almaz);
    auto const one = said("SS101", "2026-11-12", bsn(almaz), duty);
    EXPECT_EQ(w.take(one), Uitkomst::verwerkt);
    auto const audit = w.number("SELECT COUNT(*) FROM audit");
    for (int i = 0; i < 3; ++i) EXPECT_EQ(w.take(one), Uitkomst::dubbel);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM audit"), audit);
    EXPECT_EQ(w.events("SS101"), 1);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM duo_melding"), 1);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM plicht"), 1);
}

TEST_P(duo_store, the_same_notice_by_v_number_and_by_bsn_counts_once) {
    World w{GetParam()};
    w.add(almaz, "2740000001");
    EXPECT_EQ(w.take(said("SS101", "2026-11-12", R"("vNummer":2740000001)", duty)), Uitkomst::verwerkt);
    EXPECT_EQ(w.take(said("SS101", "2026-11-12", bsn(almaz), duty)), Uitkomst::dubbel);
    EXPECT_EQ(w.events("SS101"), 1);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM plicht"), 1);
    EXPECT_EQ(w.notices("achterhaald"), 1) << "kept all the same";
}

TEST_P(duo_store, withdrawn_before_it_was_told_opens_no_file) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    EXPECT_EQ(
        w.take(said("SS110", "2026-11-20", bsn(almaz), R"(,"inburgeringsplicht":{"indicatorInburgeringsplicht":false,
        "begindatum":"2026-11-01","einddatum":"2026-11-19","redenGeenInburgeringsplicht":"Verblijfsdoel gewijzigd"})")),
        Uitkomst::verwerkt);
    EXPECT_EQ(w.take(said("SS101", "2026-11-12", bsn(almaz), duty)), Uitkomst::achterhaald);
    EXPECT_FALSE(w.file(person));
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM dossier"), 0);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM taak"), 0);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM plicht"), 2) << "what DUO registered is kept";
}

TEST_P(duo_store, a_late_notice_never_opens_what_was_closed_nor_overwrites_what_is_newer) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    w.take(said("SS101", "2026-11-12", bsn(almaz), duty));
    auto const file = *w.file(person);
    w.take(said("SS110", "2026-11-20", bsn(almaz)));
    EXPECT_FALSE(w.file(person));
    EXPECT_EQ(
        w.take(said("SS139", "2026-11-15", bsn(almaz), R"(,"inburgeringsplicht":{"indicatorInburgeringsplicht":true,
        "begindatum":"2026-10-01","datumKennisgevingInburgeringsplicht":"2026-10-02"})")),
        Uitkomst::achterhaald);
    EXPECT_FALSE(w.file(person));
    EXPECT_EQ(w.fact(file, FeitSoort::kennisgeving)->dag, Date{2026y / 11 / 10});
    EXPECT_EQ(w.fact(file, FeitSoort::plicht_begin)->dag, Date{2026y / 11 / 1});
    EXPECT_EQ(w.see(file).fase, "instroom");
    EXPECT_EQ(w.events("SS139"), 1) << "and it is on the timeline";
    EXPECT_EQ(w.open_tasks("pip"), 0);
}

constexpr std::string_view first_term =
    R"(,"inburgeringstermijn":{"startdatum":"2024-03-02","einddatum":"2027-03-02"})";
constexpr std::string_view longer_term =
    R"(,"inburgeringstermijn":{"startdatum":"2024-03-02","einddatum":"2027-09-02"})";

TEST_P(duo_store, an_extension_that_comes_before_the_start_stays) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    w.take(said("SS101", "2024-01-02", bsn(almaz), duty));
    EXPECT_EQ(w.take(said("SS104", "2026-11-20", bsn(almaz), longer_term)), Uitkomst::verwerkt);
    EXPECT_EQ(w.take(said("SS102", "2024-03-03", bsn(almaz), first_term)), Uitkomst::achterhaald);
    auto const file = *w.file(person);
    EXPECT_EQ(w.fact(file, FeitSoort::duo_termijn)->tot, Date{2027y / 9 / 2});
    auto const clock = w.clock(file, KlokSoort::inburgeringstermijn);
    EXPECT_TRUE(clock.van_duo);
    EXPECT_EQ(clock.ongerold, Date{2027y / 9 / 1}) << "the end that DUO gives is the first day after it";
}

TEST_P(duo_store, the_term_of_duo_leads_and_the_difference_with_ours_is_shown) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    w.take(said("SS101", "2024-01-02", bsn(almaz), duty));
    auto const file = *w.file(person);
    w.write([&](db::Connection& c) {
        inburgeringstermijn::add_fact(c, w.access, w.now(), file, {FeitSoort::eerste_pip, Date{2024y / 3 / 1}, {}},
                                      "hand", "");
    });
    w.take(said("SS102", "2024-03-03", bsn(almaz), first_term));
    EXPECT_FALSE(w.clock(file, KlokSoort::inburgeringstermijn).eigen_berekening)
        << "three years from the day after the PIP: the same";
    w.take(said("SS103", "2026-11-20", bsn(almaz), longer_term));
    auto const clock = w.clock(file, KlokSoort::inburgeringstermijn);
    EXPECT_TRUE(clock.van_duo);
    EXPECT_EQ(clock.ongerold, Date{2027y / 9 / 1});
    EXPECT_FALSE(clock.eigen_berekening) << "the extension explains the difference";
    EXPECT_EQ(w.fact(file, FeitSoort::verlenging_beslist)->dag, Date{2026y / 11 / 20});
}

TEST_P(duo_store, SS103_and_SS104_write_the_extension_with_its_why) {
    for (std::string const code : {"SS103", "SS104"}) {
        SCOPED_TRACE(code);
        World w{GetParam()};
        auto const person = w.add(almaz);
        w.take(said("SS101", "2024-01-02", bsn(almaz), duty));
        w.take(said("SS102", "2024-03-03", bsn(almaz), first_term));
        auto const file = *w.file(person);
        EXPECT_FALSE(w.fact(file, FeitSoort::duo_verlenging));
        w.take(said(code, "2026-11-20", bsn(almaz), longer_term));
        auto const longer = w.fact(file, FeitSoort::duo_verlenging);
        ASSERT_TRUE(longer);
        EXPECT_EQ(longer->dag, Date{2026y / 11 / 20}) << "the day DUO registered it, where it names no other";
        EXPECT_EQ(longer->tot, Date{2027y / 9 / 2});
        EXPECT_EQ(w.fact(file, FeitSoort::duo_termijn)->tot, Date{2027y / 3 / 2}) << "the end before stays to be seen";
        auto const clock = w.clock(file, KlokSoort::inburgeringstermijn);
        EXPECT_EQ(clock.uiterlijk, Date{2027y / 9 / 1});
        EXPECT_EQ(clock.redenen.front().regel, "R1.43");
        // A second extension goes further; a term that DUO shortens again takes the last word.
        w.take(said("SS104", "2026-11-21", bsn(almaz),
                    R"(,"inburgeringstermijn":{"startdatum":"2024-03-02",)"
                    R"("einddatum":"2027-12-02","wijzigingsdatum":"2026-11-19"})"));
        EXPECT_EQ(w.clock(file, KlokSoort::inburgeringstermijn).uiterlijk, Date{2027y / 12 / 1});
        w.take(said("SS102", "2026-11-22", bsn(almaz), first_term));
        EXPECT_FALSE(w.fact(file, FeitSoort::duo_verlenging));
        EXPECT_EQ(w.clock(file, KlokSoort::inburgeringstermijn).uiterlijk, Date{2027y / 3 / 1});
    }
}

TEST_P(duo_store, an_extension_that_is_the_first_word_about_a_term_says_so) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    w.take(said("SS101", "2024-01-02", bsn(almaz), duty));
    w.take(said("SS104", "2026-11-20", bsn(almaz), longer_term));
    auto const clock = w.clock(*w.file(person), KlokSoort::inburgeringstermijn);
    EXPECT_EQ(clock.uiterlijk, Date{2027y / 9 / 1});
    EXPECT_EQ(clock.redenen.front().regel, "R1.43");
    EXPECT_FALSE(clock.eigen_berekening);
}

TEST_P(duo_store, a_notice_without_its_day_is_assumed_and_shown_until_somebody_names_it) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    constexpr std::string_view no_day =
        R"(,"inburgeringsplicht":{"indicatorInburgeringsplicht":true,"begindatum":"2026-11-01"})";
    w.take(said("SS101", "2026-11-12", bsn(almaz), no_day));
    auto const file = *w.file(person);
    auto const assumed = [](inburgeringstermijn::Klok const& k) {
        return std::ranges::any_of(k.redenen, [](auto const& why) { return why.zin.starts_with("Aangenomen"); });
    };
    auto clock = w.clock(file, KlokSoort::pip);
    EXPECT_EQ(clock.begin, Date{2026y / 11 / 12});
    EXPECT_TRUE(assumed(clock));
    // Somebody reads the real day in the letter: it leads, also over what is assumed later.
    w.write([&](db::Connection& c) {
        inburgeringstermijn::add_fact(c, w.access, w.now(), file, {FeitSoort::kennisgeving, Date{2026y / 11 / 5}, {}},
                                      "hand", "");
    });
    w.take(said("SS128", "2026-11-13", bsn(almaz), no_day));
    clock = w.clock(file, KlokSoort::pip);
    EXPECT_EQ(clock.begin, Date{2026y / 11 / 5});
    EXPECT_FALSE(assumed(clock));
    w.take(said("SS101", "2026-11-14", bsn(almaz), duty));   // now DUO names it
    clock = w.clock(file, KlokSoort::pip);
    EXPECT_EQ(clock.begin, Date{2026y / 11 / 10});
    EXPECT_FALSE(assumed(clock));
}

TEST_P(duo_store, a_day_that_DUO_names_later_in_an_older_notice_takes_the_place_of_the_assumed_one) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    w.take(said("SS101", "2026-11-20", bsn(almaz)));
    EXPECT_EQ(w.take(said("SS101", "2026-11-12", bsn(almaz), duty)), Uitkomst::achterhaald);
    EXPECT_EQ(w.clock(*w.file(person), KlokSoort::pip).begin, Date{2026y / 11 / 10});
}

TEST_P(duo_store, a_person_known_by_v_number_gets_the_bsn_that_duo_names) {
    World w{GetParam()};
    auto const person = w.add("", "2740000001");
    w.take(said("SS101", "2026-11-12", R"("vNummer":2740000001)", duty));
    w.take(said("SS139", "2026-11-20", R"("vNummer":2740000001,)" + bsn(almaz)));
    auto const known = w.read([&](db::Connection& c) { return instroom::find(c, w.kluis, w.access, person).value(); });
    EXPECT_EQ(known.gegevens.bsn->digits(), almaz);
    EXPECT_EQ(known.gegevens.geslacht, "V") << "and nothing else changed";
    EXPECT_EQ(w.take(said("SS137", "2026-11-21", bsn(almaz))), Uitkomst::verwerkt) << "found by BSN alone from now on";
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM persoon"), 1);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM dossier"), 1);
}

TEST_P(duo_store, two_bsns_on_one_v_number_are_two_people) {
    World w{GetParam()};
    w.add(almaz, "2740000001");
    EXPECT_EQ(w.take(said("SS101", "2026-11-12", R"("vNummer":2740000001,)" + bsn(yonas), duty)), Uitkomst::wacht);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM dossier"), 0);
    auto const waiting = w.number("SELECT id FROM duo_melding");
    auto const somebody = w.number("SELECT id FROM persoon");
    auto const tied = w.write(
        [&](db::Connection& c) { return tie(c, {w.kluis, w.access, w.now(), w.today}, waiting, PersoonId{somebody}); });
    EXPECT_EQ(tied.error(), KoppelRefusal::ander_bsn);
    EXPECT_EQ(w.notices("wacht_op_persoon"), 1);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM persoon"), 1) << "and nobody without a name was made";
}

TEST_P(duo_store, notices_of_an_unknown_person_wait_with_one_task_and_are_done_when_the_person_comes) {
    World w{GetParam()};
    EXPECT_EQ(w.take(said("SS139", "2026-11-20", bsn(almaz))), Uitkomst::wacht);
    EXPECT_EQ(w.take(said("SS101", "2026-11-12", bsn(almaz), duty)), Uitkomst::wacht);
    EXPECT_EQ(w.take(said("SS101", "2026-11-12", bsn(almaz), duty)), Uitkomst::dubbel);
    EXPECT_EQ(w.take(said("SS101", "2026-11-13", bsn(yonas), duty)), Uitkomst::wacht);
    EXPECT_EQ(w.open_tasks("duo"), 1);
    EXPECT_EQ(w.retry(), 0);
    auto const person = w.add(almaz);
    EXPECT_EQ(w.retry(), 2);
    auto const file = w.file(person);
    ASSERT_TRUE(file);
    EXPECT_EQ(w.clock(*file, KlokSoort::pip).begin, Date{2026y / 11 / 20});
    EXPECT_EQ(w.fact(*file, FeitSoort::kennisgeving)->dag, Date{2026y / 11 / 10}) << "oldest first: nothing overtaken";
    EXPECT_EQ(w.notices("verwerkt"), 2);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM taak WHERE soort = 'duo' AND dossier IS NULL AND stand = 'open'"), 1)
        << "one still waits";
    w.add(yonas);
    EXPECT_EQ(w.retry(), 1);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM taak WHERE soort = 'duo' AND dossier IS NULL AND stand = 'open'"), 0);
    EXPECT_EQ(w.retry(), 0);
}

TEST_P(duo_store, tied_by_hand_the_person_keeps_the_number_and_all_that_waited_under_it_follows) {
    World w{GetParam()};
    w.take(said("SS101", "2026-11-12", R"("vNummer":2740000009)", duty));
    w.take(said("SS139", "2026-11-20", R"("vNummer":2740000009)"));
    auto const person = w.add(almaz);
    auto const waiting = w.number("SELECT id FROM duo_melding WHERE code = 'SS101'");
    auto const tie_it = [&] {
        return w.write(
            [&](db::Connection& c) { return tie(c, {w.kluis, w.access, w.now(), w.today}, waiting, person); });
    };
    EXPECT_TRUE(tie_it().has_value());
    EXPECT_EQ(tie_it().error(), KoppelRefusal::geen_wachtend_bericht) << "a double click";
    EXPECT_EQ(w.notices("verwerkt"), 2);
    EXPECT_EQ(w.clock(*w.file(person), KlokSoort::pip).begin, Date{2026y / 11 / 20});
    EXPECT_EQ(w.take(said("SS137", "2026-11-21", R"("vNummer":2740000009)")), Uitkomst::verwerkt);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM taak WHERE dossier IS NULL AND stand = 'open'"), 0);
}

TEST_P(duo_store, SS109_holds_the_clocks_and_SS129_ends_the_exemption) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    w.take(said("SS101", "2026-10-01", bsn(almaz), duty));
    w.take(said("SS139", "2026-10-05", bsn(almaz)));
    w.take(said("SS109", "2026-10-20", bsn(almaz)));
    auto const file = *w.file(person);
    EXPECT_EQ(w.clock(file, KlokSoort::pip).stand, KlokStand::stilgelegd);
    w.take(said("SS129", "2026-11-12", bsn(almaz)));
    auto const exempt = w.fact(file, FeitSoort::tijdelijke_vrijstelling);
    EXPECT_EQ(exempt->dag, Date{2026y / 10 / 20});
    EXPECT_EQ(exempt->tot, Date{2026y / 11 / 12});
    EXPECT_EQ(w.clock(file, KlokSoort::pip).stand, KlokStand::loopt_nog_niet) << "R1.23: a new start is needed";
    w.take(said("SS139", "2026-11-14", bsn(almaz)));
    EXPECT_EQ(w.clock(file, KlokSoort::pip).begin, Date{2026y / 11 / 14});
    EXPECT_EQ(w.clock(file, KlokSoort::pip).stand, KlokStand::loopt);
    EXPECT_EQ(w.open_tasks("pip"), 1);
}

TEST_P(duo_store, SS130_resumes_a_term_that_was_held) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    w.take(said("SS101", "2024-01-02", bsn(almaz), duty));
    w.take(said("SS102", "2024-03-03", bsn(almaz), first_term));
    w.take(said("SS109", "2026-06-01", bsn(almaz)));
    auto const file = *w.file(person);
    EXPECT_EQ(w.clock(file, KlokSoort::inburgeringstermijn).stand, KlokStand::stilgelegd);
    w.take(said("SS130", "2026-11-10", bsn(almaz), longer_term));
    EXPECT_EQ(w.clock(file, KlokSoort::inburgeringstermijn).stand, KlokStand::loopt);
    EXPECT_EQ(w.clock(file, KlokSoort::inburgeringstermijn).ongerold, Date{2027y / 9 / 1});
}

TEST_P(duo_store, an_exemption_taken_back_on_the_day_it_was_given_never_held) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    w.take(said("SS101", "2026-10-01", bsn(almaz), duty));
    w.take(said("SS109", "2026-11-10", bsn(almaz)));
    w.take(R"({"registratieDatumTijd":"2026-11-10T15:00:00+01:00","gebeurtenisId":"SS129",)" + bsn(almaz) + "}");
    auto const file = *w.file(person);
    EXPECT_FALSE(w.fact(file, FeitSoort::tijdelijke_vrijstelling));
    EXPECT_EQ(w.clock(file, KlokSoort::pip).stand, KlokStand::loopt);
}

TEST_P(duo_store, SS129_before_its_SS109_leaves_the_plicht_running) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    w.take(said("SS101", "2026-10-01", bsn(almaz), duty));
    w.take(said("SS129", "2026-11-10", bsn(almaz)));
    EXPECT_EQ(w.take(said("SS109", "2026-10-20", bsn(almaz))), Uitkomst::achterhaald);
    EXPECT_NE(w.clock(*w.file(person), KlokSoort::pip).stand, KlokStand::stilgelegd);
}

TEST_P(duo_store, SS111_closes_the_file_and_stops_clocks_and_work) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    w.take(said("SS101", "2026-11-12", bsn(almaz), duty));
    EXPECT_GE(w.open_tasks("pip"), 1);
    w.take(said("SS111", "2026-11-20", bsn(almaz)));
    auto const file = w.see(w.last_file(person));
    EXPECT_FALSE(file.open);
    EXPECT_EQ(file.sluitreden, "Overleden");
    EXPECT_EQ(file.gesloten_op, Date{2026y / 11 / 20});
    EXPECT_EQ(w.clock(file.id, KlokSoort::pip).stand, KlokStand::vervallen);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM taak WHERE stand IN ('open', 'wacht')"), 0);
}

TEST_P(duo_store, SS106_reaches_the_term_and_closes_and_SS110_leaves_one_task) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    w.take(said("SS101", "2024-01-02", bsn(almaz), duty));
    w.take(said("SS102", "2024-03-03", bsn(almaz), first_term));
    w.take(said("SS106", "2026-11-20", bsn(almaz)));
    auto const file = w.see(w.last_file(person));
    EXPECT_EQ(file.fase, "voldaan");
    EXPECT_EQ(file.sluitreden, "Inburgeringsplicht voldaan");
    EXPECT_EQ(w.clock(file.id, KlokSoort::inburgeringstermijn).stand, KlokStand::gehaald);
    auto const other = w.add(yonas);
    w.take(said("SS101", "2026-11-12", bsn(yonas), duty));
    w.take(said("SS110", "2026-11-20", bsn(yonas)));
    EXPECT_FALSE(w.file(other));
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM taak WHERE dossier = $1 AND stand = 'open'", {w.last_file(other)}), 1)
        << "R11: hours and results are completed after the end";
}

TEST_P(duo_store, a_new_plicht_after_the_end_opens_a_new_file) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    w.take(said("SS101", "2024-01-02", bsn(almaz), duty));
    auto const first = *w.file(person);
    w.take(said("SS110", "2024-06-01", bsn(almaz)));
    w.take(said("SS101", "2026-11-12", bsn(almaz), duty));
    ASSERT_TRUE(w.file(person));
    EXPECT_NE(*w.file(person), first);
}

TEST_P(duo_store, SS121_starts_ten_weeks_at_the_registration_here) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    w.take(said("SS121", "2026-11-20", bsn(almaz)));
    auto const file = *w.file(person);
    EXPECT_EQ(w.fact(file, FeitSoort::verhuisd_met_pip)->dag, Date{2026y / 11 / 2}) << "BRP, not the day of the notice";
    EXPECT_EQ(w.clock(file, KlokSoort::pip).ongerold, Date{2027y / 1 / 11}) << "R3.6";
}

TEST_P(duo_store, SS124_and_SS125_change_the_group) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    w.take(said("SS101", "2026-11-12", bsn(almaz), duty));
    w.take(said("SS125", "2026-11-20", bsn(almaz),
                R"(,"doelgroep":{"indeling":"Asielstatushouder","begindatum":"2026-11-18"})"));
    auto groups = w.read([&](db::Connection& c) { return instroom::target_groups(c, person); });
    EXPECT_EQ(groups.front().groep, instroom::Doelgroep::as_a);
    EXPECT_EQ(groups.front().vanaf, Date{2026y / 11 / 18});
    w.take(said("SS124", "2026-11-22", bsn(almaz)));
    groups = w.read([&](db::Connection& c) { return instroom::target_groups(c, person); });
    EXPECT_EQ(groups.front().groep, instroom::Doelgroep::gm) << "without a group in the notice, by its meaning";
    EXPECT_EQ(groups.size(), 3U) << "history stays";
    EXPECT_EQ(w.take(said("SS125", "2026-11-19", bsn(almaz))), Uitkomst::achterhaald);
    EXPECT_EQ(w.read([&](db::Connection& c) { return instroom::target_groups(c, person); }).front().groep,
              instroom::Doelgroep::gm);
}

TEST_P(duo_store, an_unknown_code_is_kept_and_reported) {
    World w{GetParam()};
    w.add(almaz);
    EXPECT_EQ(w.take(said("SS777", "2026-11-12", bsn(almaz))), Uitkomst::onbekende_code);
    EXPECT_EQ(w.notices("onbekende_code"), 1);
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM dossier"), 0);
    auto const list = w.read([&](db::Connection& c) { return inbox(c, w.access, {"onbekende_code", ""}, {}, 10); });
    ASSERT_EQ(list.size(), 1U);
    EXPECT_NE(list[0].toelichting.find("SS777"), std::string::npos);
}

TEST_P(duo_store, every_known_code_can_come_first_or_last_without_harm) {
    World w{GetParam()};
    auto const person = w.add(almaz);
    int minute = 0;
    for (auto const& e : gebeurtenissen())
        for (auto const* day : {"2026-11-20", "2026-11-10"})
            w.take(fmt::format(R"({{"registratieDatumTijd":"{}T09:{:02}:00Z","gebeurtenisId":"{}",{}{}}})", day,
                               minute++ % 60, e.code, bsn(almaz), e.onderwerp == Onderwerp::termijn ? first_term : ""));
    EXPECT_EQ(w.notices("verwerkt") + w.notices("achterhaald"), 80);
    EXPECT_LE(w.number("SELECT COUNT(*) FROM dossier WHERE persoon = $1 AND stand = 'open'", {person}), 1);
}

TEST_P(duo_store, the_inbox_pages_without_loss_and_shows_no_other_municipality) {
    World w{GetParam()};
    w.add(almaz);
    for (int i = 10; i < 35; ++i)
        w.take(fmt::format(R"({{"registratieDatumTijd":"2026-11-12T09:00:{}Z","gebeurtenisId":"SS137",{}}})", i,
                           bsn(almaz)));
    std::optional<std::pair<Timestamp, std::int64_t>> after;
    std::vector<std::int64_t> seen;
    for (;;) {
        auto const page = w.read([&](db::Connection& c) { return inbox(c, w.access, {}, after, 7); });
        if (page.empty()) break;
        for (auto const& r : page) seen.push_back(r.id);
        after = std::pair{page.back().geregistreerd, page.back().id};
    }
    std::ranges::sort(seen);
    EXPECT_EQ(seen.size(), 25U);
    EXPECT_EQ(std::ranges::unique(seen).size(), 0U);
    auto const other = Access::systeem(cast().maashorst);
    auto const theirs = w.d->read(db::Scope::of(cast().maashorst), [&](db::Connection& c) {
        return std::pair{inbox(c, other, {}, {}, 10).size(), find(c, other, seen[0]).has_value()};
    });
    EXPECT_EQ(theirs, (std::pair{std::size_t{0}, false}));
}

TEST_P(duo_store, the_inbox_holds_no_bsn_in_the_clear) {
    World w{GetParam()};
    w.take(said("SS101", "2026-11-12", bsn(almaz), duty));
    w.d->read(db::Scope::system(), [&](db::Connection& c) {
        c.each("SELECT inhoud, bsn, persoonsleutel, toelichting FROM duo_melding", {}, [&](db::Row const& r) {
            for (int i = 0; i < 3; ++i) EXPECT_EQ(r.blob(i).bytes.find(almaz), std::string::npos);
            EXPECT_EQ(r.text(3).find(almaz), std::string::npos);
            EXPECT_NE(w.kluis.open(r.blob(0)).find(almaz), std::string::npos);
        });
    });
    EXPECT_EQ(w.number("SELECT COUNT(*) FROM audit WHERE gegevens IS NULL"), 0);
}
}
}
