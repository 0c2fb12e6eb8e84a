#include "brede_intake/oproep_store.h"

#include "agenda/store.h"
#include "brede_intake/store.h"
#include "brieven/store.h"
#include "dossier/store.h"
#include "inburgeringstermijn/store.h"
#include "instroom/store.h"
#include "tests/support/database.h"
#include "werkvoorraad/store.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace brede_intake {
namespace {
using testing_support::cast;
using testing_support::user_of;
using vertrouwen::Access;
constexpr std::chrono::days one_day{1};

struct Flow {
    testing_support::ScratchDatabase scratch;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    Date today{2026y / 2 / 2};
    DossierId file;
    PersoonId person;
    explicit Flow(std::string const& engine, instroom::Doelgroep group = instroom::Doelgroep::gm) : scratch{engine} {
        testing_support::seed_cast(*scratch);
        db::assign_new(person);
        auto const system = Access::systeem(GemeenteId{1});
        file = scratch->write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
            c.exec("INSERT INTO persoon (id, gemeente, naam, sorteersleutel, geboortedatum, herkomst, aangemaakt) "
                   "VALUES ($1, 1, 'Semhar', 'semhar', '1997-03-14', 'hand', $2)",
                   {person, now()});
            instroom::set_target_group(c, system, now(), person, group, "", "", "", today, "hand");
            auto const id = dossier::open_for(c, system, now(), today, person, "instroom");
            dossier::assign(c, system, now(), today, id, "klantmanager", user_of(1, "klantmanager"));
            return id;
        });
    }
    Timestamp now() const { return platform::moment_of({today, 9, 30}); }
    template <class F> auto write(F&& f) { return scratch->write(db::Scope::of(GemeenteId{1}), f); }
    template <class F> auto read(F&& f) { return scratch->read(db::Scope::of(GemeenteId{1}), f); }
    Access mine() {
        return Access::voor_dossier(
            {GemeenteId{1}, user_of(1, "klantmanager"), cast().team_veghel, vertrouwen::Rol::klantmanager}, file,
            vertrouwen::Relatie::eigen, vertrouwen::Doel::eigen_caseload);
    }
    std::vector<Oproep> all() {
        return read([&](db::Connection& c) { return oproepen(c, mine(), file); });
    }
    Uitgelegd<Vervolg> next() {
        return read([&](db::Connection& c) { return vervolg(feiten(c, mine(), file, oproepen(c, mine(), file))); });
    }
    Opgeroepen call() {
        return write([&](db::Connection& c) {
            auto const f = feiten(c, mine(), file, oproepen(c, mine(), file));
            Date const day = today + std::chrono::days{14};
            auto const may = oproep(f, {day, 600, 690, "Stadhuisplein 1, Veghel", 10}, today);
            check(may.has_value());
            return roep_op(c, kluis, mine(), now(), today, file, may->uitkomst,
                           {day, 600, 690, "Stadhuisplein 1, Veghel", "ti", "persoonlijk", user_of(1, "klantmanager"),
                            true, true});
        });
    }
    void outcome(OproepUitkomst u) {
        today = today + std::chrono::days{14};
        write([&](db::Connection& c) {
            auto const one = oproepen(c, mine(), file).back();
            EXPECT_TRUE(leg_uitkomst_vast(c, kluis, mine(), now(), today, file, one,
                                          {u, today, "Had griep, zei de huisarts."}));
            EXPECT_FALSE(leg_uitkomst_vast(c, kluis, mine(), now(), today, file, one, {u, today, "Nog eens."}));
            return 0;
        });
    }
    void judge(bool blame) {
        write([&](db::Connection& c) {
            auto const one = oproepen(c, mine(), file).back();
            EXPECT_TRUE(
                beoordeel(c, kluis, mine(), now(), today, file, one, {{"kon_komen", blame ? "ja" : "nee"}}, blame));
            EXPECT_FALSE(beoordeel(c, kluis, mine(), now(), today, file, one, {}, true));
            return 0;
        });
    }
    void miss() {
        call();
        outcome(OproepUitkomst::niet_verschenen);
        judge(true);
    }
    std::vector<werkvoorraad::Taak> tasks(std::string_view kind) {
        auto list =
            read([&](db::Connection& c) { return werkvoorraad::of_file(c, Access::systeem(GemeenteId{1}), file); });
        std::erase_if(list, [&](auto const& t) { return t.soort != kind; });
        return list;
    }
};

BOTH_ENGINES(oproep_store);

TEST_P(oproep_store, a_call_is_an_appointment_a_letter_and_a_task) {
    Flow f{GetParam()};
    auto const made = f.call();
    EXPECT_TRUE(made.brief) << made.briefweigering;
    auto const one = f.all().front();
    EXPECT_EQ(one.feit.nummer, 1);
    EXPECT_EQ(one.brief, made.brief);
    f.read([&](db::Connection& c) {
        auto const planned = agenda::upcoming(c, f.mine(), f.file, f.now(), 5);
        EXPECT_EQ(planned.size(), 1U);
        EXPECT_EQ(planned.front().tolk_taal, "ti");
        EXPECT_EQ(planned.front().tolk_stand, "gevraagd");
        auto const letter = brieven::van_bron(c, f.mine(), f.file, fmt::format("oproep {}", made.id.value));
        EXPECT_TRUE(letter && letter->soort == brieven::Soort::oproep_intake);
        return 0;
    });
    ASSERT_EQ(f.tasks("intake").size(), 1U);
    EXPECT_EQ(f.tasks("intake").front().uiterlijk, f.today + std::chrono::days{14});
}

TEST_P(oproep_store, E24a_first_miss_leads_to_a_warning_with_the_second_oproep) {
    Flow f{GetParam()};
    f.miss();
    EXPECT_EQ(f.next().uitkomst.stap, Stap::waarschuwing_en_tweede);
    EXPECT_TRUE(f.tasks("handhaving").empty());
    auto const second = f.call();
    f.read([&](db::Connection& c) {
        auto const letter = brieven::van_bron(c, f.mine(), f.file, fmt::format("oproep {}", second.id.value));
        EXPECT_TRUE(letter && letter->soort == brieven::Soort::tweede_oproep_intake);
        return 0;
    });
}

TEST_P(oproep_store, E24b_second_miss_leads_to_a_proposal_without_what_the_person_said) {
    Flow f{GetParam()};
    f.miss();
    f.miss();
    EXPECT_EQ(f.next().uitkomst.stap, Stap::voorstel);
    auto const tasks = f.tasks("handhaving");
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_EQ(tasks.front().eigenaar, user_of(1, "jurist"));
    EXPECT_NE(tasks.front().toelichting.find("250 euro"), std::string::npos);
    EXPECT_NE(tasks.front().toelichting.find("ten hoogste 2 maanden"), std::string::npos);
    EXPECT_NE(tasks.front().toelichting.find("art. 22"), std::string::npos);
    EXPECT_EQ(tasks.front().toelichting.find("griep"), std::string::npos);   // Wi2021 art. 37 lid 2
    f.read([&](db::Connection& c) {
        auto const facts = inburgeringstermijn::facts(c, f.file);
        EXPECT_TRUE(std::ranges::any_of(
            facts, [](auto const& x) { return x.feit.soort == inburgeringstermijn::FeitSoort::overtreding_intake; }));
        return 0;
    });
}

TEST_P(oproep_store, E24c_third_miss_after_the_fine_leads_to_a_second_proposal_and_absence) {
    Flow f{GetParam()};
    f.miss();
    f.miss();
    f.write([&](db::Connection& c) {
        inburgeringstermijn::add_fact(
            c, f.mine(), f.now(), f.file,
            {inburgeringstermijn::FeitSoort::boete_intake_bekendgemaakt, f.today + one_day, {}}, "hand", "");
        return 0;
    });
    f.today = f.today + one_day;
    EXPECT_EQ(f.next().uitkomst.stap, Stap::derde_oproep);
    f.miss();
    auto const next = f.next().uitkomst;
    EXPECT_EQ(next.stap, Stap::voorstel_en_verstek);
    EXPECT_TRUE(next.mag_verstek);
    EXPECT_EQ(next.totaal, Money::cents(50'000));
    EXPECT_EQ(f.tasks("handhaving").size(), 2U);
}

TEST_P(oproep_store, E24d_a_valid_reason_is_a_new_date_and_no_step) {
    Flow f{GetParam()};
    f.miss();
    f.call();
    f.outcome(OproepUitkomst::geldige_reden);
    EXPECT_EQ(f.next().uitkomst.stap, Stap::nieuwe_datum);
    EXPECT_EQ(f.next().uitkomst.nummer, 2);
    f.call();
    EXPECT_EQ(f.all().back().feit.nummer, 2);
    f.outcome(OproepUitkomst::niet_verschenen);
    f.judge(false);
    EXPECT_EQ(f.next().uitkomst.stap, Stap::nieuwe_datum);
    EXPECT_TRUE(f.tasks("handhaving").empty());
}

TEST_P(oproep_store, E25c_the_gate_for_asylum_and_a_decision_without_fine) {
    Flow f{GetParam(), instroom::Doelgroep::as_a};
    f.miss();
    f.miss();
    auto const next = f.next().uitkomst;
    EXPECT_TRUE(next.poort);
    EXPECT_EQ(next.boete, Money::cents(0));
    EXPECT_NE(f.tasks("handhaving").front().toelichting.find("standaard is daarom 0 euro"), std::string::npos);
    EXPECT_NE(f.tasks("handhaving").front().toelichting.find("verzonden 2-2-2026"), std::string::npos);
    f.write([&](db::Connection& c) {
        auto const one = oproepen(c, f.mine(), f.file).back();
        EXPECT_TRUE(geen_boete(c, f.kluis, f.mine(), f.now(), f.file, one, f.today, "Geen bewezen onwil."));
        EXPECT_FALSE(geen_boete(c, f.kluis, f.mine(), f.now(), f.file, one, f.today, "Nog eens."));
        return 0;
    });
    EXPECT_TRUE(f.tasks("handhaving").empty());
    EXPECT_EQ(f.next().uitkomst.stap, Stap::derde_oproep);
}

TEST_P(oproep_store, E24e_refusing_the_test_twice_is_proposed_and_the_gate_is_named_too) {
    Flow f{GetParam(), instroom::Doelgroep::as_b};
    for (int i = 0; i < 2; ++i) {
        f.call();
        f.outcome(OproepUitkomst::werkte_niet_mee);
        f.judge(true);
    }
    EXPECT_EQ(f.next().uitkomst.stap, Stap::voorstel);
    ASSERT_EQ(f.tasks("handhaving").size(), 1U);
    EXPECT_NE(f.tasks("handhaving").front().toelichting.find("standaard is daarom 0 euro"), std::string::npos);
    EXPECT_NE(f.tasks("handhaving").front().toelichting.find("werkte niet mee"), std::string::npos);
}

TEST_P(oproep_store, a_call_sent_before_the_intake_belongs_to_it) {
    Flow f{GetParam()};
    f.call();
    f.outcome(OproepUitkomst::verschenen);
    f.write(
        [&](db::Connection& c) { return begin(c, f.kluis, f.mine(), f.now(), f.today, f.file, "gemeente", f.today); });
    EXPECT_EQ(f.all().size(), 1U);
    EXPECT_EQ(f.next().uitkomst.stap, Stap::verder);
    f.write([&](db::Connection& c) {
        auto const id = intakes(c, f.mine(), f.file).front().id;
        rond_af(c, f.kluis, f.mine(), f.now(), f.today, f.file, id, false, {});
        return 0;
    });
    EXPECT_EQ(f.next().uitkomst.stap, Stap::klaar);
}
}
}
