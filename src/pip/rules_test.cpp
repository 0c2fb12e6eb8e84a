#include "pip/rules.h"

#include "pip/oorzaak.h"
#include "pip/werk.h"

#include <gtest/gtest.h>

namespace pip {
namespace {
using enum Refusal;
using instroom::Doelgroep;
constexpr Date today{2026y / 11 / 25};
constexpr std::chrono::days one{1};

Plan good(std::string route = "B") {
    Plan p;
    auto& in = p.inhoud;
    in.leerroute = route;
    in.leerroute_reden = "Past bij wat zij kan en wil.";
    in.onderwijs_onderzocht = route == "O" ? "past" : "past_niet";
    in.onderwijs_reden = "Besproken met het roc.";
    in.niveau = route == "Z" ? "" : "B1";
    if (route == "B") in.uren = 900;
    if (route != "B") in.intensiteit = "12 uur in de week";
    in.alfabetisering = "NVT";
    in.opleiding_afmaken = "nee";
    in.pvt_uren = 12;
    if (route != "O") in.map_uren = 40;
    in.begeleiding = "Elke maand een gesprek.";
    in.gesprekken = 6;
    in.voortgang = "Presentie van de school.";
    return p;
}
Feiten asylum() {
    Feiten f;
    f.groep = Doelgroep::as_a;
    f.plicht_begin = Date{2026y / 9 / 1};
    f.vestiging = Date{2026y / 9 / 15};
    f.intake_klaar_op = Date{2026y / 11 / 1};
    f.toets_klaar = true;
    return f;
}
/// The plan in force of E8: first PIP 12-5-2025.
Feiten with_plan(std::string route, std::string level) {
    auto f = asylum();
    f.plicht_begin = f.vestiging = Date{2025y / 3 / 1};
    f.eerste_pip = Date{2025y / 5 / 12};
    f.huidig = Vorig{std::move(route), std::move(level), Date{2025y / 5 / 12}};
    return f;
}
Plan changed(std::string route) {
    auto p = good(std::move(route));
    p.inhoud.wijziging_reden = "De voortgang is anders dan verwacht.";
    return p;
}
std::vector<Refusal> refused(Plan const& p, Feiten const& f, Date dated = today) {
    std::vector<Refusal> kinds;
    for (auto const& w : controleer(p, f, dated, today)) {
        kinds.push_back(w.soort);
        EXPECT_FALSE(w.redenen.empty() || w.redenen.front().bronnen.empty()) << naam(w.soort);
        EXPECT_FALSE(naam(w.soort).empty());
    }
    return kinds;
}
using Expected = std::vector<Refusal>;

TEST(Wi2021_art15, a_whole_plan_of_each_route_is_fixed) {
    for (auto const* route : {"B", "O", "Z"}) EXPECT_EQ(refused(good(route), asylum()), Expected{}) << route;
}
TEST(Wi2021_art15, every_obligatory_part_is_asked) {
    struct Case {
        char const* field;
        Refusal refusal;
    };
    for (auto const& c :
         {Case{"leerroute_reden", geen_leerroute_reden}, Case{"onderwijs_onderzocht", onderwijsroute_niet_onderzocht},
          Case{"onderwijs_reden", onderwijsroute_niet_onderzocht}, Case{"uren", uren_nodig},
          Case{"alfabetisering", geen_alfabetisering}, Case{"opleiding_afmaken", geen_opleiding_afmaken},
          Case{"pvt_uren", geen_pvt}, Case{"map_uren", geen_map}, Case{"begeleiding", geen_begeleiding},
          Case{"gesprekken", geen_gesprekken}, Case{"voortgang", geen_voortgang}}) {
        auto p = good();
        ASSERT_TRUE(zet(p.inhoud, veld(c.field), ""));
        EXPECT_EQ(refused(p, asylum()), Expected{c.refusal}) << c.field;
        EXPECT_EQ(controleer(p, asylum(), today, today).front().veld, c.field);
        EXPECT_TRUE(is_ontbrekend(c.refusal));
    }
    auto p = good();
    p.inhoud.leerroute.clear();
    p.inhoud.uren.reset();
    EXPECT_EQ(refused(p, asylum()), Expected{geen_leerroute});
    p = good("O");
    p.inhoud.intensiteit.clear();
    EXPECT_EQ(refused(p, asylum()), Expected{intensiteit_nodig});
    auto f = asylum();
    f.groep.reset();
    EXPECT_EQ(refused(good(), f), Expected{geen_doelgroep});
}
TEST(Wi2021_art14, plan_comes_after_the_intake_and_its_test) {
    auto f = asylum();
    f.intake_klaar_op.reset();
    EXPECT_EQ(refused(good(), f), Expected{intake_niet_klaar});
    f.intake_klaar_op = today;
    EXPECT_EQ(refused(good(), f), Expected{});
    EXPECT_EQ(refused(good(), f, today - one), Expected{dagtekening_voor_intake});
    f.toets_klaar = false;
    EXPECT_EQ(refused(good(), f), Expected{toets_niet_klaar});
}
TEST(Wi2021_art14_5, other_route_than_the_test_advises_needs_reasons) {
    auto f = asylum();
    f.toets_haalbaar = false;
    EXPECT_EQ(refused(good("B"), f), Expected{afwijking_toets_zonder_reden});
    EXPECT_EQ(refused(good("Z"), f), Expected{});
    auto p = good("B");
    p.inhoud.toets_reden = "Volgde al les op dit niveau.";
    EXPECT_EQ(refused(p, f), Expected{});
    f.toets_haalbaar = true;
    EXPECT_EQ(refused(good("Z"), f), Expected{afwijking_toets_zonder_reden});
    EXPECT_EQ(refused(good("O"), f), Expected{});
}
TEST(Wi2021_art8, onderwijsroute_that_does_not_fit_is_not_chosen) {
    auto p = good("O");
    p.inhoud.onderwijs_onderzocht = "past_niet";
    EXPECT_EQ(refused(p, asylum()), Expected{onderwijsroute_past_niet});
}
TEST(Wi2021_art8_3, no_MAP_in_the_onderwijsroute) {
    auto p = good("O");
    p.inhoud.map_uren = 40;
    EXPECT_EQ(refused(p, asylum()), Expected{map_in_onderwijsroute});
}
TEST(Besluit_art3_1, PVT_of_twelve_hours) {
    auto p = good();
    p.inhoud.pvt_uren = 11;
    EXPECT_EQ(refused(p, asylum()), Expected{pvt_te_kort});
    p.inhoud.pvt_uren = 12;
    EXPECT_EQ(refused(p, asylum()), Expected{});
}
TEST(Wi2021_art15_2, hours_of_a_gezinsmigrant_are_refused) {
    auto f = asylum();
    f.groep = Doelgroep::gm;
    auto const found = controleer(good(), f, today, today);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().duo, DuoRefusal::uren_niet_voor_deze_groep);
    EXPECT_EQ(found.front().veld, "uren");
    auto p = good();
    p.inhoud.uren.reset();
    EXPECT_EQ(refused(p, f), Expected{}) << "no intensity for a gezinsmigrant";
}
TEST(Wi2021_art15_1, vve_where_there_is_a_child_of_that_age) {
    auto f = asylum();
    f.vve_leeftijd = true;
    EXPECT_EQ(refused(good(), f), Expected{geen_vve});
    auto p = good();
    p.inhoud.vve_nodig = "nee";
    EXPECT_EQ(refused(p, f), Expected{geen_vve}) << "say why not";
    p.inhoud.vve = "Gaat in maart naar school.";
    EXPECT_EQ(refused(p, f), Expected{});
}
TEST(Wi2021_art15_3, Pw_agreement_only_with_bijstand) {
    auto p = good();
    p.afspraken = {{0, "Les volgen", "", {}, "Wi"}, {0, "Taalstage", "", {}, "Pw"}};
    auto f = asylum();
    EXPECT_EQ(refused(p, f), Expected{pw_zonder_bijstand});
    EXPECT_EQ(controleer(p, f, today, today).front().rij, 1U);
    f.bijstand = true;
    EXPECT_EQ(refused(p, f), Expected{});
}
TEST(Besluit_art3_14, Z_route_exams_and_deductions) {
    auto p = good();
    p.inhoud.z_examens = "LE";
    EXPECT_EQ(refused(p, asylum()), Expected{z_gegevens_buiten_z_route});
    p = good("Z");
    p.inhoud.z_examens = "LE,KNM";
    EXPECT_EQ(refused(p, asylum()), Expected{});
    auto old = asylum();
    old.plicht_begin = old.vestiging = old.intake_klaar_op = Date{2022y / 3 / 1};
    EXPECT_EQ(refused(p, old, Date{2022y / 12 / 31}), Expected{knm_voor_2023});
    EXPECT_EQ(refused(p, old, Date{2023y / 1 / 1}), Expected{});
    p = good("Z");
    p.inhoud.aftrek_cursus = 120;
    EXPECT_EQ(refused(p, asylum()), Expected{aftrek_zonder_reden});
    p.inhoud.aftrek_reden = "Les bij een erkende school in de intake.";
    EXPECT_EQ(refused(p, asylum()), Expected{});
    p.inhoud.aftrek_participatie = 20;
    auto family = asylum();
    family.groep = Doelgroep::gm;
    EXPECT_EQ(refused(p, family), Expected{aftrek_participatie_alleen_asiel});
    p.inhoud.aftrek_cursus = 800;
    p.inhoud.aftrek_participatie = 800;
    EXPECT_EQ(refused(p, asylum()), Expected{});
    p.inhoud.aftrek_cursus = 801;
    EXPECT_EQ(refused(p, asylum()), Expected{aftrek_meer_dan_norm});
}
TEST(Besluit_art3_14_9, school_hours_of_at_most_two_years_before) {
    auto p = good("Z");
    p.inhoud.aftrek_school = 150;
    p.inhoud.aftrek_reden = "Entree.";
    EXPECT_EQ(refused(p, asylum()), Expected{aftrek_school_te_vroeg}) << "the day is asked";
    p.inhoud.school_vanaf = Date{2024y / 11 / 25};
    EXPECT_EQ(refused(p, asylum()), Expected{});
    p.inhoud.school_vanaf = Date{2024y / 11 / 24};
    EXPECT_EQ(refused(p, asylum()), Expected{aftrek_school_te_vroeg});
    auto f = asylum();
    f.plicht_begin = f.vestiging = f.intake_klaar_op = Date{2025y / 6 / 1};
    p.inhoud.school_vanaf = Date{2025y / 1 / 1};
    EXPECT_EQ(refused(p, f, Date{2025y / 8 / 31}), Expected{aftrek_school_te_vroeg});
    EXPECT_EQ(refused(p, f, Date{2025y / 9 / 1}), Expected{});
}
TEST(Wi2021_art11, dagtekening_not_in_the_future) {
    EXPECT_EQ(refused(good(), asylum(), today), Expected{});
    EXPECT_EQ(refused(good(), asylum(), today + one), Expected{dagtekening_in_toekomst});
}
TEST(Wi2021_art15, PIP_before_the_plicht_is_refused_beside_the_date) {
    auto f = asylum();
    f.plicht_begin = today + one;
    auto const found = controleer(good(), f, today, today);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().duo, DuoRefusal::voor_de_plicht);
    EXPECT_EQ(found.front().veld, "dagtekening");
}

// ---- changing a plan ----
TEST(Besluit_art5_4_E15, switching_within_a_year_and_a_half) {
    EXPECT_EQ(refused(changed("B"), with_plan("Z", "A2"), Date{2026y / 11 / 10}), Expected{});
    EXPECT_EQ(refused(changed("B"), with_plan("Z", "A2"), Date{2026y / 11 / 12}), Expected{});
}
TEST(Besluit_art5_4_E16, later_only_in_a_special_case_but_O_to_B1_always) {
    constexpr Date late{2026y / 11 / 14};
    EXPECT_EQ(refused(changed("Z"), with_plan("B", "B1"), late), Expected{schakelen_geweigerd});
    auto p = changed("Z");
    p.inhoud.bijzonder_geval = "Ziekte in het eerste jaar.";
    EXPECT_EQ(refused(p, with_plan("B", "B1"), late), Expected{});
    EXPECT_EQ(refused(changed("B"), with_plan("O", "B1"), late), Expected{});
}
TEST(Besluit_art5_4_E16c, after_education_that_stopped_late) {
    auto p = changed("Z");
    p.inhoud.onderwijs_gestopt = Date{2026y / 11 / 13};
    EXPECT_EQ(refused(p, with_plan("B", "B1"), today), Expected{});
    p.inhoud.onderwijs_gestopt = Date{2026y / 11 / 12};   // before the limit of 13-11-2026
    EXPECT_EQ(refused(p, with_plan("B", "B1"), today), Expected{schakelen_geweigerd});
}
TEST(Besluit_art5_5, scaling_down_with_600_hours) {
    auto p = changed("B");
    p.inhoud.niveau = "A2";
    EXPECT_EQ(refused(p, with_plan("B", "B1")), Expected{afschalen_geweigerd});
    p.inhoud.uren_nt2 = 600;
    p.inhoud.inspanning = "ja";
    EXPECT_EQ(refused(p, with_plan("B", "B1")), Expected{afschalen_geweigerd}) << "is B1 attainable?";
    p.inhoud.b1_haalbaar = "nee";
    EXPECT_EQ(refused(p, with_plan("B", "B1")), Expected{});
    p.inhoud.uren_nt2 = 540;
    EXPECT_EQ(refused(p, with_plan("B", "B1")), Expected{afschalen_geweigerd});
    p.inhoud.uren_intake = 60;
    EXPECT_EQ(refused(p, with_plan("B", "B1")), Expected{});
    EXPECT_EQ(refused(p, with_plan("O", "B1")), Expected{afschalen_geweigerd}) << "first switch to the B1-route";
    EXPECT_EQ(refused(changed("B"), with_plan("B", "A2")), Expected{}) << "up again is free";
}
TEST(Besluit_art5_3_6, a_changed_plan_needs_a_reason) {
    EXPECT_EQ(refused(good("B"), with_plan("B", "B1")), Expected{wijziging_zonder_reden});
}
TEST(Wi2021_art15_4_E13, who_moved_here_keeps_the_leerroute) {
    auto f = asylum();
    f.eerste_pip = Date{2025y / 5 / 12};
    f.verhuisd_met_pip = f.vestiging = Date{2026y / 9 / 15};
    f.toets_klaar = false;   // R2.10: need not be repeated
    auto p = good("B");
    EXPECT_EQ(refused(p, f), Expected{vorige_route_onbekend});
    p.inhoud.vorige_route = "Z";
    EXPECT_EQ(refused(p, f), Expected{leerroute_blijft});
    p.inhoud.vorige_route = "B";
    p.inhoud.vorig_niveau = "B1";
    p.inhoud.vorige_dagtekening = Date{2025y / 5 / 12};
    EXPECT_EQ(refused(p, f), Expected{});
    p.inhoud.niveau = "A2";
    EXPECT_EQ(refused(p, f), Expected{afschalen_geweigerd});
    p.inhoud.vorig_niveau = "A2";
    EXPECT_EQ(refused(p, f), Expected{}) << "scaled down by the former gemeente";
}
TEST(Wi2021_art15, earlier_plan_on_paper) {
    auto f = asylum();
    f.eerste_pip = Date{2026y / 10 / 1};
    auto p = changed("Z");
    EXPECT_EQ(refused(p, f), Expected{vorige_route_onbekend});
    p.inhoud.vorige_route = "B";
    EXPECT_EQ(refused(p, f), Expected{}) << "a switch within the year and a half";
}
TEST(pip_rules, saving_a_part_says_only_what_is_wrong_there) {
    Plan p;
    EXPECT_TRUE(bij_opslaan(p, asylum(), Deel::leerroute, today).empty()) << "an empty draft is no fault";
    p.inhoud.leerroute = "B";
    p.inhoud.niveau = "A2";
    p.inhoud.pvt_uren = 3;
    auto const route = bij_opslaan(p, asylum(), Deel::leerroute, today);
    ASSERT_EQ(route.size(), 1U);
    EXPECT_EQ(route.front().duo, DuoRefusal::a2_in_eerste_pip);
    auto const support = bij_opslaan(p, asylum(), Deel::begeleiding, today);
    ASSERT_EQ(support.size(), 1U);
    EXPECT_EQ(support.front().soort, pvt_te_kort);
}

// ---- causes of delay ----
TEST(pip_oorzaak, first_thing_that_is_not_done) {
    Voortgang p;
    EXPECT_EQ(oorzaak(p), Oorzaak::geen_klantmanager);
    p.heeft_klantmanager = true;
    EXPECT_EQ(oorzaak(p), Oorzaak::niet_uitgenodigd);
    p.uitgenodigd = true;
    EXPECT_EQ(oorzaak(p), Oorzaak::uitgenodigd);
    p.niet_verschenen = true;
    EXPECT_EQ(oorzaak(p), Oorzaak::niet_verschenen);
    p.niet_verschenen = false;
    p.gesproken = true;
    EXPECT_EQ(oorzaak(p), Oorzaak::toets_ontbreekt);
    p.toets_klaar = true;
    EXPECT_EQ(oorzaak(p), Oorzaak::intake_open);
    p.wacht_op_derden = true;
    EXPECT_EQ(oorzaak(p), Oorzaak::wacht_op_derden);
    p.wacht_op_derden = false;
    p.intake_klaar = true;
    EXPECT_EQ(oorzaak(p), Oorzaak::plan_niet_begonnen);
    p.toets_klaar = false;
    EXPECT_EQ(oorzaak(p), Oorzaak::toets_ontbreekt);
    p.toets_nodig = false;
    p.plan = "concept";
    EXPECT_EQ(oorzaak(p), Oorzaak::plan_concept);
    p.plan = "voorgelegd";
    EXPECT_EQ(oorzaak(p), Oorzaak::voorgelegd);
    p.plan = "vastgesteld";
    EXPECT_EQ(oorzaak(p), Oorzaak::gereed);
    for (auto const cause : oorzaken()) EXPECT_EQ(oorzaak_van(naam(cause)), cause);
}
TEST(pip_oorzaak, in_time_on_the_last_day) {
    EXPECT_EQ(tijd(today, today, today), Tijd::op_tijd);
    EXPECT_EQ(tijd(today, today + one, today), Tijd::te_laat);
    EXPECT_EQ(tijd(today, {}, today), Tijd::loopt);
    EXPECT_EQ(tijd(today, {}, today + one), Tijd::verlopen);
}
TEST(pip_werk, next_task_and_its_day) {
    Werkfeiten f;
    f.pip_uiterlijk = today + std::chrono::weeks{6};
    EXPECT_FALSE(volgend_werk(f, today)) << "the intake first";
    f.intake_klaar = true;
    EXPECT_EQ(volgend_werk(f, today)->titel, "PIP voorbereiden");
    EXPECT_EQ(volgend_werk(f, today)->uiterlijk, today + std::chrono::weeks{3});
    f.draft = Stand::in_concept;
    EXPECT_EQ(volgend_werk(f, today)->titel, "PIP bespreken met de inburgeraar");
    f.draft = Stand::voorgelegd;
    EXPECT_FALSE(volgend_werk(f, today)) << "the clock's own task";
    f.eerste = false;
    EXPECT_EQ(volgend_werk(f, today)->titel, "Gewijzigd PIP vaststellen");
    f.draft.reset();
    EXPECT_FALSE(volgend_werk(f, today));
}
}
}
