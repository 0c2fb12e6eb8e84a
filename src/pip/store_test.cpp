#include "pip/store.h"

#include "brieven/store.h"
#include "dossier/store.h"
#include "inburgeringstermijn/store.h"
#include "leerbaarheidstoets/store.h"
#include "pip/brief.h"
#include "pip/tijdigheid.h"
#include "pip/werk.h"
#include "tests/support/database.h"
#include "vertrouwen/store.h"
#include "werkvoorraad/counts.h"
#include "werkvoorraad/store.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace pip {
namespace {
using inburgeringstermijn::FeitSoort;
using vertrouwen::Access;
constexpr Date today{2026y / 11 / 25};
constexpr DossierId file{6};
constexpr PersoonId semhar{5};

struct Desk {
    testing_support::ScratchDatabase scratch;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    Timestamp now = platform::moment_of({today, 9, 30});
    Access access = Access::systeem(GemeenteId{1}, testing_support::user_of(1, "regisseur"));
    Omgeving env() { return {kluis, access, now, today}; }

    explicit Desk(std::string const& engine) : scratch{engine} {
        testing_support::seed_cast(*scratch);
        scratch->write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
            c.exec("INSERT INTO persoon (id, gemeente, naam, sorteersleutel, voornamen, geslachtsnaam, geboortedatum, "
                   "herkomst, aangemaakt) VALUES (5, 1, 'Semhar Gebremeskel', 's', 'Semhar', 'Gebremeskel', "
                   "'1997-03-14', 'hand', $1)",
                   {now});
            c.exec("INSERT INTO dossier (id, gemeente, nummer, persoon, stand, fase, geopend_op, regisseur, team) "
                   "VALUES (6, 1, '2026-000001', 5, 'open', 'intake', $1, $2, 11)",
                   {today, testing_support::user_of(1, "regisseur")});
            c.exec("INSERT INTO doelgroep (gemeente, id, persoon, groep, duo_indeling, duo_fijn, asielrechten, vanaf, "
                   "bron, aangemaakt) VALUES (1, 7, 5, 'AS-a', '', '', '', $1, 'hand', $2)",
                   {Date{2026y / 9 / 1}, now});
        });
        fact(FeitSoort::plicht_begin, Date{2026y / 9 / 1});
        fact(FeitSoort::kennisgeving, Date{2026y / 9 / 18});
        fact(FeitSoort::brp_inschrijving, Date{2026y / 9 / 10});
    }
    template <class F> auto write(F&& f) { return scratch->write(db::Scope::of(GemeenteId{1}), f); }
    template <class F> auto read(F&& f) { return scratch->read(db::Scope::of(GemeenteId{1}), f); }
    void fact(FeitSoort kind, Date day, std::optional<Date> until = {}) {
        write([&](db::Connection& c) {
            inburgeringstermijn::add_fact(c, access, now, file, {kind, day, until}, "hand", "");
            inburgeringstermijn::recompute(c, access, now, today, file);
        });
    }
    void intake(bool closed) {
        write([&](db::Connection& c) {
            c.exec("INSERT INTO intake (id, gemeente, dossier, begonnen_op, plaats, begonnen_door, afgerond_op) "
                   "VALUES (50, 1, 6, $1, 'gemeente', 1, $2)",
                   {Date{2026y / 10 / 1}, closed ? std::optional{Date{2026y / 11 / 2}} : std::nullopt});
            follow(c, env(), file);
        });
    }
    void test_result(std::string_view result = "haalbaar") {
        write([&](db::Connection& c) {
            c.exec(
                "INSERT INTO leerbaarheidstoets (id, gemeente, dossier, stand, examennummer, uitslag, score, vereist, "
                "geregistreerd_op, reden, afwijking, door, op) VALUES (60, 1, 6, 'uitslag', 'LBT1', $1, 1300, 1250, "
                "$2, "
                "'', '', 1, $3)",
                {result, Date{2026y / 10 / 20}, now});
        });
    }
    PipId draft() {
        return write([&](db::Connection& c) { return begin(c, env(), file); });
    }
    Gelezen get(PipId id) {
        auto found = read([&](db::Connection& c) { return lees(c, kluis, access, file, id); });
        check(found.has_value());
        return *found;
    }
    Result<void, SlaRefusal> save(PipId id, Deel part, Plan const& plan) {
        auto const seen = get(id).deel_versie[static_cast<std::size_t>(part)];
        return write([&](db::Connection& c) { return bewaar(c, env(), file, id, part, seen, plan); });
    }
    Plan good() {
        Plan p;
        auto& in = p.inhoud;
        in.leerroute = "B";
        in.leerroute_reden = "Past.";
        in.onderwijs_onderzocht = "past_niet";
        in.onderwijs_reden = "Besproken.";
        in.uren = 900;
        in.alfabetisering = "NVT";
        in.opleiding_afmaken = "nee";
        in.pvt_uren = 12;
        in.map_uren = 40;
        in.begeleiding = "Elke maand.";
        in.gesprekken = 6;
        in.voortgang = "Presentie.";
        p.doelen = {{0, "werkervaring", "kort", "Ik loop mee."}};
        p.afspraken = {{0, "Les volgen", "Semhar", Date{2027y / 1 / 11}, "Wi"}};
        return p;
    }
    PipId ready() {
        intake(true);
        test_result();
        auto const id = draft();
        for (int i = 0; i < aantal_delen; ++i) EXPECT_TRUE(save(id, static_cast<Deel>(i), good()));
        return id;
    }
    Result<void, Tegen> fix(PipId id, Date dated = today, std::string why = "Getekend op papier, scan volgt.") {
        auto const seen = get(id).stand_van_inhoud();
        return write([&](db::Connection& c) { return stel_vast(c, env(), file, id, {seen, dated, why}); });
    }
    std::vector<std::string> tasks() {
        std::vector<std::string> titles;
        for (auto const& task : read([&](db::Connection& c) { return werkvoorraad::of_file(c, access, file); }))
            titles.push_back(task.titel);
        std::ranges::sort(titles);
        return titles;
    }
    bool has_task(std::string_view title) { return std::ranges::count(tasks(), title) == 1; }
    std::string stage() {
        return read([&](db::Connection& c) { return dossier::find(c, access, file)->fase; });
    }
};

BOTH_ENGINES(pip_store);

TEST_P(pip_store, every_field_comes_back) {
    Desk d{GetParam()};
    auto const id = d.draft();
    Plan p;
    for (auto const& field : velden()) {
        std::string typed = fmt::format("tekst van {}", field.naam);
        if (field.vorm == Vorm::keuze) typed = field.opties.back().waarde;
        if (field.vorm == Vorm::meerkeuze) typed = "LE,KNM";
        if (field.vorm == Vorm::getal) typed = std::to_string(field.naam.size() + 1);
        if (field.vorm == Vorm::dag) typed = fmt::format("2026-01-{:02}", field.naam.size());
        ASSERT_TRUE(zet(p.inhoud, field, typed)) << field.naam;
    }
    p.doelen = {{0, "werkervaring", "kort", "Łódź"}, {0, "mentale_gezondheid", "lang", "Rust"}};
    p.afspraken = {{0, "Les", "Semhar", today, "Wi"}, {0, "Stage", "", {}, "Pw"}};
    for (int i = 0; i < aantal_delen; ++i) ASSERT_TRUE(d.save(id, static_cast<Deel>(i), p));
    auto const back = d.get(id);
    for (auto const& field : velden())
        EXPECT_EQ(waarde(back.plan.inhoud, field), waarde(p.inhoud, field)) << field.naam;
    EXPECT_TRUE(verschil(p, back.plan).empty());
    EXPECT_EQ(back.stand_van_inhoud(), 4);
}
TEST_P(pip_store, health_goals_are_sealed_and_seen_by_few) {
    Desk d{GetParam()};
    auto const id = d.draft();
    Plan p;
    p.doelen = {{0, "mentale_gezondheid", "kort", "Minder nachtmerries"}};
    ASSERT_TRUE(d.save(id, Deel::doelen, p));
    EXPECT_EQ(d.read([](db::Connection& c) {
        return c.value<std::int64_t>(
            "SELECT COUNT(*) FROM pip_doel WHERE tekst IS NULL AND tekst_verzegeld IS NOT NULL");
    }),
              1);
    auto const jobcoach = Access::voor_dossier(
        {GemeenteId{1}, testing_support::user_of(1, "jobcoach"), TeamId{11}, vertrouwen::Rol::jobcoach}, file,
        vertrouwen::Relatie::gemeente, vertrouwen::Doel::inburgering);
    auto const seen = d.read([&](db::Connection& c) { return lees(c, d.kluis, jobcoach, file, id); });
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->plan.doelen.front().tekst, "");
    // Who does not see it, keeps it.
    Plan other;
    other.doelen = {{0, "werkervaring", "kort", "Werk"}};
    auto const done = d.write([&](db::Connection& c) {
        return bewaar(c, {d.kluis, jobcoach, d.now, today}, file, id, Deel::doelen, 1, other);
    });
    ASSERT_TRUE(done);
    EXPECT_EQ(d.get(id).plan.doelen.size(), 2U);
    EXPECT_EQ(d.get(id).plan.doelen.back().tekst, "Minder nachtmerries");
}
TEST_P(pip_store, two_editors_of_one_part_and_of_two) {
    Desk d{GetParam()};
    auto const id = d.draft();
    auto const save = [&](Deel part, std::int64_t seen) {
        return d.write([&](db::Connection& c) { return bewaar(c, d.env(), file, id, part, seen, d.good()); });
    };
    EXPECT_TRUE(save(Deel::leerroute, 0));
    EXPECT_EQ(save(Deel::leerroute, 0).error(), SlaRefusal::andere_versie);
    EXPECT_TRUE(save(Deel::begeleiding, 0)) << "another part is no conflict";
    EXPECT_EQ(d.get(id).deel_door[0].empty(), false);
    EXPECT_EQ(d.draft(), id) << "one draft a file";
}
TEST_P(pip_store, fixing_the_first_plan_starts_the_term_and_all_that_follows) {
    Desk d{GetParam()};
    auto const id = d.ready();
    EXPECT_TRUE(d.has_task("PIP bespreken met de inburgeraar"));
    EXPECT_TRUE(d.has_task("PIP vaststellen")) << "the clock's own";
    EXPECT_EQ(d.stage(), "pip");
    auto const lay_before = [&](std::int64_t seen) {
        return d.write([&](db::Connection& c) { return leg_voor(c, d.env(), file, id, seen, today); });
    };
    EXPECT_EQ(lay_before(d.get(id).stand_van_inhoud() - 1).error(), SlaRefusal::andere_versie) << "not what was read";
    ASSERT_TRUE(lay_before(d.get(id).stand_van_inhoud()));
    EXPECT_FALSE(d.has_task("PIP bespreken met de inburgeraar"));
    ASSERT_TRUE(d.fix(id));
    auto const plan = d.get(id);
    EXPECT_EQ(plan.kop.stand, Stand::vastgesteld);
    EXPECT_EQ(plan.kop.niveau, "B1") << "E29b";
    EXPECT_EQ(d.stage(), "leerroute");
    for (auto const* title : {"Besluit over het PIP versturen", "PIP doorgeven aan DUO", "Leerroute starten"})
        EXPECT_TRUE(d.has_task(title)) << title;
    EXPECT_FALSE(d.has_task("PIP vaststellen"));
    auto const clocks = d.read([](db::Connection& c) { return inburgeringstermijn::clocks(c, file, today); });
    auto const term = std::ranges::find(clocks, inburgeringstermijn::KlokSoort::inburgeringstermijn,
                                        &inburgeringstermijn::Klok::soort);
    ASSERT_NE(term, clocks.end());
    EXPECT_EQ(term->begin, Date(2026y / 11 / 26));
    auto const letter = d.read([&](db::Connection& c) { return brieven::van_bron(c, d.access, file, brief_bron(id)); });
    ASSERT_TRUE(letter);
    EXPECT_EQ(letter->soort, brieven::Soort::pip_beschikking);
    EXPECT_TRUE(d.has_task("Besluit over het PIP versturen"));
    d.write([&](db::Connection& c) {
        letter_sent(c, d.env(), file);
        c.exec("UPDATE brief SET stand = 'verzonden', verzonden_op = $1, wijze = 'post'", {today});
    });
    EXPECT_TRUE(d.has_task("Besluit over het PIP versturen")) << "it was not sent yet";
    d.write([&](db::Connection& c) { letter_sent(c, d.env(), file); });
    EXPECT_FALSE(d.has_task("Besluit over het PIP versturen"));
    auto const recount = d.write([&](db::Connection& c) { return werkvoorraad::recount(c, d.access, d.now); });
    EXPECT_EQ(recount.verschillen, 0);
    EXPECT_TRUE(vertrouwen::verify_audit(*d.scratch).bevindingen.empty());
}
TEST_P(pip_store, second_click_and_altered_plan_are_refused) {
    Desk d{GetParam()};
    auto const id = d.ready();
    auto const seen = d.get(id).stand_van_inhoud();
    auto const fix = [&](std::int64_t stand) {
        return d.write(
            [&](db::Connection& c) { return stel_vast(c, d.env(), file, id, {stand, today, "Telefonisch."}); });
    };
    auto const old = fix(seen - 1);
    ASSERT_FALSE(old);
    EXPECT_TRUE(old.error().andere_versie);
    ASSERT_TRUE(fix(seen));
    auto const again = fix(seen);
    ASSERT_FALSE(again);
    EXPECT_TRUE(again.error().geen_concept);
    EXPECT_EQ(d.save(id, Deel::leerroute, d.good()).error(), SlaRefusal::geen_concept) << "never altered";
    EXPECT_EQ(d.write([&](db::Connection& c) { return verwerp(c, d.env(), file, id); }).error(),
              SlaRefusal::geen_concept);
    EXPECT_EQ(d.write([&](db::Connection& c) { return leg_voor(c, d.env(), file, id, 4, today); }).error(),
              SlaRefusal::geen_concept);
    auto const facts = d.read([](db::Connection& c) { return inburgeringstermijn::facts(c, file); });
    EXPECT_EQ(std::ranges::count(facts, FeitSoort::eerste_pip, [](auto const& f) { return f.feit.soort; }), 1);
}
TEST_P(pip_store, without_signature_a_reason_is_needed) {
    Desk d{GetParam()};
    auto const id = d.ready();
    auto const refused = d.fix(id, today, "  ");
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().geen_handtekening);
    auto const sign = [&](std::int64_t seen) {
        return d.write([&](db::Connection& c) {
            return onderteken(c, d.env(), file, id, seen, {Wijze::naam, "Semhar Gebremeskel", "", {}, today, ""});
        });
    };
    EXPECT_EQ(sign(3).error(), SlaRefusal::andere_versie);
    ASSERT_TRUE(sign(4));
    EXPECT_TRUE(d.get(id).handtekening);
    ASSERT_TRUE(d.save(id, Deel::afspraken, d.good()));
    EXPECT_FALSE(d.get(id).handtekening) << "the plan changed after it";
    ASSERT_TRUE(sign(5));
    EXPECT_TRUE(d.fix(id, today, ""));
    EXPECT_EQ(d.get(id).handtekening->naam, "Semhar Gebremeskel");
}
TEST_P(pip_store, refusals_reach_the_caller_and_nothing_is_written) {
    Desk d{GetParam()};
    auto const id = d.ready();
    auto const early = d.fix(id, Date{2026y / 8 / 31});
    ASSERT_FALSE(early);
    std::vector<std::optional<DuoRefusal>> duo;
    for (auto const& w : early.error().weigeringen)
        if (w.soort == Refusal::duo) duo.push_back(w.duo);
    EXPECT_EQ(duo, (std::vector<std::optional<DuoRefusal>>{DuoRefusal::voor_de_plicht, DuoRefusal::voor_de_vestiging}));
    EXPECT_EQ(d.get(id).kop.stand, Stand::in_concept);
    EXPECT_EQ(d.stage(), "pip");
}
TEST_P(pip_store, later_plan_replaces_the_first_and_the_term_stays) {
    Desk d{GetParam()};
    auto const first = d.ready();
    ASSERT_TRUE(d.fix(first, Date{2026y / 11 / 10}));
    auto const second = d.draft();
    EXPECT_NE(second, first);
    EXPECT_TRUE(verschil(d.get(first).plan, d.get(second).plan).empty()) << "starts as a copy";
    auto p = d.get(second).plan;
    p.inhoud.begeleiding = "Elke week.";
    p.inhoud.wijziging_reden = "Er is meer hulp nodig.";
    ASSERT_TRUE(d.save(second, Deel::begeleiding, p));
    auto const refused = d.fix(second);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().weigeringen.front().soort, Refusal::wijziging_zonder_reden);
    ASSERT_TRUE(d.save(second, Deel::leerroute, p));
    ASSERT_TRUE(d.fix(second));
    EXPECT_EQ(d.get(first).kop.stand, Stand::vervangen);
    EXPECT_EQ(d.get(second).kop.versie, 2);
    auto const clocks = d.read([](db::Connection& c) { return inburgeringstermijn::clocks(c, file, today); });
    auto const term = std::ranges::find(clocks, inburgeringstermijn::KlokSoort::inburgeringstermijn,
                                        &inburgeringstermijn::Klok::soort);
    ASSERT_NE(term, clocks.end());
    EXPECT_EQ(term->begin, Date(2026y / 11 / 11)) << "Wet 11(3)";
    auto const letter = d.read([&](db::Connection& c) { return brief_waarden(c, d.env(), file, second); });
    EXPECT_TRUE(letter.blokken.contains("gewijzigd"));
    EXPECT_FALSE(letter.blokken.contains("eerste"));
    EXPECT_EQ(letter.velden.at("vorige_dagtekening"), "2026-11-10");
    auto const earlier = d.fix(d.draft(), Date{2026y / 11 / 24});
    ASSERT_FALSE(earlier);
    EXPECT_TRUE(std::ranges::any_of(earlier.error().weigeringen, [](Weigering const& w) {
        return w.duo == DuoRefusal::voor_het_huidige_pip;
    })) << "E29e";
}
TEST_P(pip_store, throwing_a_draft_away_brings_its_work_back) {
    Desk d{GetParam()};
    auto const id = d.ready();
    ASSERT_TRUE(d.write([&](db::Connection& c) { return verwerp(c, d.env(), file, id); }));
    EXPECT_TRUE(d.has_task("PIP voorbereiden"));
    EXPECT_FALSE(d.has_task("PIP bespreken met de inburgeraar"));
    EXPECT_FALSE(d.read([&](db::Connection& c) { return huidig(c, d.access, file); }));
    EXPECT_EQ(d.get(d.draft()).kop.versie, 1);
}
TEST_P(pip_store, the_job_makes_tasks_for_a_closed_intake) {
    Desk d{GetParam()};
    d.write([&](db::Connection& c) {
        c.exec("INSERT INTO intake (id, gemeente, dossier, begonnen_op, plaats, begonnen_door, afgerond_op) "
               "VALUES (50, 1, 6, $1, 'gemeente', 1, $2)",
               {Date{2026y / 10 / 1}, Date{2026y / 11 / 2}});
    });
    EXPECT_EQ(work(*d.scratch, d.kluis, GemeenteId{1}, d.now, today, [] { return true; }), 1);
    EXPECT_TRUE(d.has_task("PIP voorbereiden"));
    EXPECT_EQ(work(*d.scratch, d.kluis, GemeenteId{1}, d.now, today, [] { return true; }), 0) << "once";
}
TEST_P(pip_store, a_draft_starts_from_intake_and_test) {
    Desk d{GetParam()};
    d.intake(true);
    d.test_result("niet_haalbaar");
    auto const id = d.draft();
    auto const plan = d.get(id).plan.inhoud;
    EXPECT_EQ(plan.pvt_uren, 12);
    EXPECT_EQ(plan.gesprekken, standaard_gesprekken);
    auto const facts = d.read([&](db::Connection& c) { return facts_for(c, d.access, file, today); });
    EXPECT_EQ(facts.toets_haalbaar, false);
    EXPECT_TRUE(facts.toets_klaar);
    EXPECT_EQ(facts.intake_klaar_op, Date(2026y / 11 / 2));
    EXPECT_EQ(facts.plicht_begin, Date(2026y / 9 / 1));
    EXPECT_TRUE(facts.eerste());
    d.fact(FeitSoort::bijstand, Date{2026y / 10 / 1});
    EXPECT_TRUE(d.read([&](db::Connection& c) { return facts_for(c, d.access, file, today); }).bijstand);
}
TEST_P(pip_store, moved_here_with_a_plan) {
    Desk d{GetParam()};
    d.fact(FeitSoort::verhuisd_met_pip, Date{2026y / 10 / 1});
    auto const facts = d.read([&](db::Connection& c) { return facts_for(c, d.access, file, today); });
    EXPECT_TRUE(facts.vorig_elders());
    EXPECT_EQ(facts.vestiging, Date(2026y / 10 / 1));
}
TEST_P(pip_store, in_time_counts_causes_and_pages) {
    Desk d{GetParam()};
    TijdVraag q{};
    q.van = today - std::chrono::weeks{8};
    q.tot = today + std::chrono::weeks{12};
    auto const look = [&](Access const& who) {
        return d.read([&](db::Connection& c) { return in_time(c, who, q, today); });
    };
    auto const regisseur =
        Access::van({GemeenteId{1}, testing_support::user_of(1, "regisseur"), {}, vertrouwen::Rol::regisseur});
    auto all = look(regisseur);
    ASSERT_EQ(all.rijen.size(), 1U);
    EXPECT_EQ(all.rijen[0].oorzaak, Oorzaak::niet_uitgenodigd);
    EXPECT_EQ(all.rijen[0].naam, "Semhar Gebremeskel");
    EXPECT_EQ(all.rijen[0].uiterlijk, Date(2026y / 11 / 27));
    EXPECT_EQ(all.van(Tijd::loopt), 1);
    d.fact(FeitSoort::derden_gevraagd, Date{2026y / 11 / 1});
    EXPECT_EQ(look(regisseur).rijen[0].oorzaak, Oorzaak::wacht_op_derden);
    d.fact(FeitSoort::derden_ontvangen, Date{2026y / 11 / 2});
    d.intake(true);
    EXPECT_EQ(look(regisseur).rijen[0].oorzaak, Oorzaak::toets_ontbreekt);
    d.test_result();
    EXPECT_EQ(look(regisseur).rijen[0].oorzaak, Oorzaak::plan_niet_begonnen);
    auto const id = d.draft();
    EXPECT_EQ(look(regisseur).rijen[0].oorzaak, Oorzaak::plan_concept);
    d.write([&](db::Connection& c) { explain_delay(c, d.access, d.now, file, "School heeft wachtlijst"); });
    EXPECT_EQ(look(regisseur).rijen[0].eigen_tekst, "School heeft wachtlijst");
    q.oorzaak = Oorzaak::voorgelegd;
    EXPECT_TRUE(look(regisseur).rijen.empty());
    q.oorzaak.reset();
    q.na = std::pair{Date{2026y / 11 / 27}, file};
    EXPECT_TRUE(look(regisseur).rijen.empty()) << "after this one";
    q.na.reset();
    auto const other_team = Access::van(
        {GemeenteId{1}, testing_support::user_of(1, "klantmanager"), TeamId{12}, vertrouwen::Rol::klantmanager});
    EXPECT_TRUE(look(other_team).rijen.empty());
    EXPECT_EQ(look(other_team).totaal(), 0) << "counts follow the reach too";
    auto const same_team = Access::van(
        {GemeenteId{1}, testing_support::user_of(1, "klantmanager"), TeamId{11}, vertrouwen::Rol::klantmanager});
    EXPECT_EQ(look(same_team).rijen.size(), 1U);
    auto const planner =
        Access::van({GemeenteId{1}, testing_support::user_of(1, "planner"), {}, vertrouwen::Rol::planner});
    EXPECT_EQ(look(planner).totaal(), 0);
    for (int i = 0; i < aantal_delen; ++i) ASSERT_TRUE(d.save(id, static_cast<Deel>(i), d.good()));
    ASSERT_TRUE(d.fix(id));
    q.stand = "alles";
    all = look(regisseur);
    ASSERT_EQ(all.rijen.size(), 1U);
    EXPECT_EQ(all.rijen[0].tijd, Tijd::op_tijd);
    EXPECT_EQ(all.van(Tijd::op_tijd), 1);
    EXPECT_EQ(all.per_oorzaak[static_cast<std::size_t>(Oorzaak::plan_concept)], 0);
}
TEST(pip_tijdigheid, weeks_that_fit) {
    auto const monday = maandag(today);
    constexpr std::chrono::weeks one{1};
    EXPECT_EQ(maandag(Date{2026y / 11 / 29}), Date(2026y / 11 / 23));
    auto const all = passend({}, {}, today);
    EXPECT_EQ(all.van, monday - 8 * one);
    EXPECT_EQ(all.tot, monday + 12 * one);
    std::map<Date, std::int64_t> busy;
    for (int i = -8; i < 12; ++i) busy[monday + i * one] = meeste_in_venster / 3;
    auto const three = passend(busy, {}, today);
    EXPECT_EQ(three.van, monday - one);
    EXPECT_EQ(three.tot, monday + 2 * one);
    for (auto& [week, count] : busy) count = meeste_in_venster + 1;
    auto const alone = passend(busy, {}, today);
    EXPECT_EQ(alone.tot - alone.van, one) << "at least one";
    auto const later = passend({}, monday + 12 * one, today);
    EXPECT_EQ(later.van, monday + 12 * one);
    EXPECT_EQ(later.tot, monday + 32 * one);
}
TEST(pip_csv, formulas_are_made_harmless) {
    EXPECT_EQ(csv_cell("Semhar"), "\"Semhar\"");
    EXPECT_EQ(csv_cell("=1+1"), "\"'=1+1\"");
    EXPECT_EQ(csv_cell("  @SUM(A1)"), "\"'  @SUM(A1)\"");
    EXPECT_EQ(csv_cell("a\"b;c\nd"), "\"a\"\"b;c d\"");
    EXPECT_EQ(csv_cell("\xEF\xBB\xBF=2"), "\"'\xEF\xBB\xBF=2\"");
    EXPECT_EQ(csv_cell(""), "\"\"");
}
}
}
