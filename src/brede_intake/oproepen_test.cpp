#include "brede_intake/oproepen.h"

#include "law/handhaving.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace brede_intake {
namespace {
using inburgeringstermijn::Groep;
using enum OproepUitkomst;
using enum Stap;

Oproepfeit call(int number, OproepUitkomst outcome, std::optional<bool> blame = {}, Date sent = Date{2026y / 2 / 2}) {
    return {.nummer = number,
            .verzonden = sent,
            .uiterlijk = sent + std::chrono::days{14},
            .afspraak = sent + std::chrono::days{14},
            .uitkomst = outcome,
            .verwijtbaar = blame};
}
Oproepfeiten flow(std::vector<Oproepfeit> calls, Groep group = Groep::gm) {
    return {.groep = group, .oproepen = std::move(calls), .besluit = {}};
}
Vervolg after(Oproepfeiten const& f) { return vervolg(f).uitkomst; }

TEST(Wi2021_art22, E24a_gm_misses_first_oproep_warning_second_oproep_no_fine) {
    auto const next = after(flow({call(1, niet_verschenen, true)}));
    EXPECT_EQ(next.stap, waarschuwing_en_tweede);
    EXPECT_EQ(next.nummer, 2);
    EXPECT_EQ(next.boete, Money::cents(0));
}

TEST(Wi2021_art22, E24b_gm_misses_second_oproep_250_euro_third_term_at_most_two_months) {
    auto f = flow({call(1, niet_verschenen, true), call(2, niet_verschenen, true)});
    auto next = after(f);
    EXPECT_EQ(next.stap, voorstel);
    EXPECT_EQ(next.boete, Money::cents(25'000));
    EXPECT_FALSE(next.poort);
    EXPECT_FALSE(next.mag_verstek);
    f.besluit = Boetebesluit{true, Date{2026y / 4 / 13}};
    next = after(f);
    EXPECT_EQ(next.stap, derde_oproep);
    EXPECT_EQ(next.nummer, 3);
    EXPECT_EQ(next.uiterlijk, (Date{2026y / 6 / 13}));
}

TEST(Wi2021_art22, E24c_gm_misses_third_oproep_too_second_250_total_500_in_absence) {
    auto f = flow({call(1, niet_verschenen, true), call(2, niet_verschenen, true), call(3, niet_verschenen, true)});
    f.besluit = Boetebesluit{true, Date{2026y / 4 / 13}};
    auto const next = after(f);
    EXPECT_EQ(next.stap, voorstel_en_verstek);
    EXPECT_EQ(next.boete, Money::cents(25'000));
    EXPECT_EQ(next.totaal, Money::cents(50'000));
    EXPECT_TRUE(next.mag_verstek);
}

TEST(Awb_art5_41, E24d_in_hospital_with_proof_no_fine_new_date) {
    for (auto const& last : {call(2, geldige_reden), call(2, niet_verschenen, false)}) {
        auto const next = after(flow({call(1, niet_verschenen, true), last}));
        EXPECT_EQ(next.stap, nieuwe_datum);
        EXPECT_EQ(next.nummer, 2);   // no step forward
        EXPECT_EQ(next.boete, Money::cents(0));
    }
    EXPECT_EQ(after(flow({call(1, geldige_reden)})).nummer, 1);
}

TEST(Wi2021_art22, E24e_refuses_the_lbt_twice_called_250_euro_as_not_cooperating) {
    EXPECT_EQ(after(flow({call(1, werkte_niet_mee, true)})).stap, waarschuwing_en_tweede);
    auto const f = flow({call(1, werkte_niet_mee, true), call(2, werkte_niet_mee, true)});
    EXPECT_EQ(after(f).stap, voorstel);
    EXPECT_EQ(after(f).boete, Money::cents(25'000));
    auto const why = vervolg(f).redenen;
    EXPECT_TRUE(std::ranges::any_of(why, [](Waarom const& w) { return w.regel == "R2.24"; }));
}

TEST(Wi2021_art22, E25c_an_asylum_holder_is_stopped_at_the_gate) {
    for (auto const group : {Groep::as_a, Groep::as_b}) {
        auto const f = flow({call(1, niet_verschenen, true), call(2, niet_verschenen, true)}, group);
        auto const next = after(f);
        EXPECT_EQ(next.stap, voorstel);
        EXPECT_TRUE(next.poort);
        EXPECT_EQ(next.boete, Money::cents(0));
        EXPECT_EQ(vervolg(f).redenen.front().regel, "R8.31");
    }
    auto unknown = flow({call(1, niet_verschenen, true), call(2, niet_verschenen, true)}, Groep::om);
    unknown.groep_bekend = false;   // as long as nobody knows, the gate is shut
    EXPECT_TRUE(after(unknown).poort);
    EXPECT_FALSE(after(flow({call(1, niet_verschenen, true), call(2, niet_verschenen, true)}, Groep::om)).poort);
}

TEST(Awb_art5_41, nothing_goes_forward_before_somebody_judged) {
    EXPECT_EQ(after(flow({call(1, niet_verschenen)})).stap, verwijtbaarheid);
    EXPECT_EQ(after(flow({call(1, werkte_niet_mee)})).stap, verwijtbaarheid);
    std::map<std::string, std::string> answers;
    EXPECT_EQ(verwijtbaar(answers).error(), OproepRefusal::vragen_open);
    for (auto const& q : verwijtvragen()) answers[std::string{q.code}] = "ja";
    EXPECT_TRUE(*verwijtbaar(answers));
    for (auto const& q : verwijtvragen()) {
        auto one = answers;
        one[std::string{q.code}] = "nee";
        EXPECT_FALSE(*verwijtbaar(one)) << q.code;
        one[std::string{q.code}] = "misschien";
        EXPECT_EQ(verwijtbaar(one).error(), OproepRefusal::vragen_open);
    }
}

TEST(Wi2021_art14, the_other_steps) {
    EXPECT_EQ(after(flow({})).stap, eerste_oproep);
    EXPECT_EQ(after(flow({call(1, open)})).stap, uitkomst_afwachten);
    EXPECT_EQ(after(flow({call(1, niet_verschenen, true), call(2, verschenen)})).stap, verder);
    EXPECT_EQ(after(flow({call(1, niet_verschenen, true), call(2, verschenen)})).nummer, 1);
    auto done = flow({});
    done.afgerond = true;
    EXPECT_EQ(after(done).stap, klaar);
    auto decided = flow({call(1, niet_verschenen, true), call(2, niet_verschenen, true)}, Groep::as_a);
    decided.besluit = Boetebesluit{false, Date{2026y / 12 / 31}};
    EXPECT_EQ(after(decided).stap, derde_oproep);
    EXPECT_EQ(after(decided).uiterlijk, (Date{2027y / 2 / 28}));   // 31 December plus two months: the last of February
}

constexpr Date today{2026y / 11 / 25};
OproepVoorstel proposal(Date day = today + std::chrono::days{10}) { return {day, 600, 660, "Stadhuisplein 1", 10}; }
std::optional<OproepRefusal> refused(Oproepfeiten const& f, OproepVoorstel const& p) {
    auto const may = oproep(f, p, today);
    return may ? std::nullopt : std::optional{may.error()};
}

TEST(Wi2021_art14_lid1, the_college_sets_the_term_and_without_that_choice_no_oproep_goes_out) {
    auto p = proposal();
    auto const may = oproep(flow({}), p, today);
    ASSERT_TRUE(may);
    EXPECT_EQ(may->uitkomst.nummer, 1);
    EXPECT_EQ(may->uitkomst.reageren_voor, today + std::chrono::days{10});
    p.dag = today + std::chrono::days{9};
    EXPECT_EQ(refused(flow({}), p), OproepRefusal::termijn_te_kort);
    p.dag = today + std::chrono::days{11};
    EXPECT_EQ(refused(flow({}), p), std::nullopt);
    p.reactiedagen.reset();
    EXPECT_EQ(refused(flow({}), p), OproepRefusal::termijn_niet_gekozen);
}

TEST(Wi2021_art22_lid2, the_third_oproep_stays_within_the_term_of_the_decision) {
    auto f = flow({call(1, niet_verschenen, true), call(2, niet_verschenen, true)});
    EXPECT_EQ(refused(f, proposal()), OproepRefusal::niet_aan_de_beurt);   // the jurist decides first
    f.besluit = Boetebesluit{true, Date{2026y / 10 / 13}};
    EXPECT_EQ(refused(f, proposal(Date{2026y / 12 / 12})), std::nullopt);
    EXPECT_EQ(refused(f, proposal(Date{2026y / 12 / 13})), std::nullopt);
    EXPECT_EQ(refused(f, proposal(Date{2026y / 12 / 14})), OproepRefusal::na_derde_termijn);
    auto p = proposal(Date{2026y / 12 / 13});
    p.reactiedagen.reset();   // that term is the decision's, not the municipality's
    EXPECT_EQ(oproep(f, p, today)->uitkomst.reageren_voor, (Date{2026y / 12 / 13}));
}

TEST(Awb_art5_41, a_valid_reason_gives_a_new_date_also_when_the_term_of_the_decision_is_over) {
    auto third = call(3, geldige_reden);
    third.uiterlijk = Date{2026y / 11 / 20};
    auto f = flow({call(1, niet_verschenen, true), call(2, niet_verschenen, true), third});
    f.besluit = Boetebesluit{true, Date{2026y / 9 / 20}};
    EXPECT_EQ(after(f).stap, nieuwe_datum);
    auto const may = oproep(f, proposal(Date{2026y / 12 / 5}), today);
    ASSERT_TRUE(may);
    EXPECT_EQ(may->uitkomst.nummer, 3) << "no step forward";
    EXPECT_EQ(may->uitkomst.reageren_voor, (Date{2026y / 12 / 5}));
}
TEST(Wi2021_art22_lid3, without_a_first_fine_there_is_nothing_to_add_up) {
    auto f = flow({call(1, niet_verschenen, true), call(2, niet_verschenen, true), call(3, niet_verschenen, true)});
    f.besluit = Boetebesluit{false, Date{2026y / 4 / 13}};
    EXPECT_EQ(after(f).boete, Money::cents(25'000));
    EXPECT_EQ(after(f).totaal, Money::cents(25'000));
}

TEST(oproep, every_other_refusal) {
    auto const change = [](auto&& f) {
        auto p = proposal();
        f(p);
        return refused(flow({}), p);
    };
    EXPECT_EQ(change([](auto& p) { p.dag.reset(); }), OproepRefusal::geen_dag);
    EXPECT_EQ(change([](auto& p) { p.dag = today - std::chrono::days{1}; }), OproepRefusal::dag_voorbij);
    EXPECT_EQ(change([](auto& p) { p.begin.reset(); }), OproepRefusal::geen_tijd);
    EXPECT_EQ(change([](auto& p) { p.einde = 600; }), OproepRefusal::einde_voor_begin);
    EXPECT_EQ(change([](auto& p) { p.plaats = " "; }), OproepRefusal::geen_plaats);
    EXPECT_EQ(refused(flow({call(1, open)}), proposal()), OproepRefusal::loopt_nog);
    EXPECT_EQ(refused(flow({call(1, niet_verschenen)}), proposal()), OproepRefusal::niet_aan_de_beurt);
    auto done = flow({});
    done.afgerond = true;
    EXPECT_EQ(refused(done, proposal()), OproepRefusal::intake_klaar);
}

TEST(oproep, an_outcome_has_its_day_and_its_reason) {
    auto const sent = call(1, open, {}, Date{2026y / 11 / 1});   // talk on 15 November
    Date const talk{2026y / 11 / 15};
    auto const no = [&](OproepUitkomst u, std::optional<Date> day, std::string reason = "Geen reden gegeven.") {
        return check_uitkomst(sent, {u, day, std::move(reason)}, today);
    };
    EXPECT_EQ(no(niet_verschenen, talk), std::nullopt);
    EXPECT_EQ(no(niet_verschenen, talk - std::chrono::days{1}), OproepRefusal::uitkomst_te_vroeg);
    EXPECT_EQ(no(geldige_reden, talk - std::chrono::days{1}), std::nullopt);   // told beforehand
    EXPECT_EQ(no(niet_verschenen, today + std::chrono::days{1}), OproepRefusal::dag_in_toekomst);
    EXPECT_EQ(no(niet_verschenen, std::nullopt), OproepRefusal::geen_dag);
    EXPECT_EQ(no(niet_verschenen, talk, " "), OproepRefusal::geen_reden);
    EXPECT_EQ(no(verschenen, talk, ""), std::nullopt);
    EXPECT_EQ(no(open, talk), OproepRefusal::onbekende_uitkomst);
    EXPECT_EQ(no(niet_verschenen, talk, std::string(5000, 'x')), OproepRefusal::te_lang);
    EXPECT_EQ(check_uitkomst(call(1, verschenen), {verschenen, talk, ""}, today), OproepRefusal::al_vastgelegd);
}

TEST(Besluit_art7_1, the_fine_is_fixed) {
    EXPECT_EQ(law::boete_intake.on(Date{2022y / 1 / 1})->value, Money::cents(25'000));
    EXPECT_EQ(law::boete_intake.on(Date{2021y / 12 / 31}), nullptr);
}
}
}
