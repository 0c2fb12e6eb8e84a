#include "inburgeringstermijn/rules.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace inburgeringstermijn;

namespace {
using enum FeitSoort;
constexpr Date jan5{2026y / 1 / 5}, mar2{2026y / 3 / 2}, mar16{2026y / 3 / 16}, today{2026y / 2 / 1};

std::optional<Klok> find(std::vector<Klok> const& clocks, KlokSoort kind) {
    auto const found = std::ranges::find(clocks, kind, &Klok::soort);
    return found == clocks.end() ? std::nullopt : std::optional{*found};
}
std::optional<Klok> clock(KlokSoort kind, std::vector<Feit> const& facts, Date on = today, Groep groep = Groep::as_a) {
    return find(klokken(groep, facts, on), kind);
}
bool says(Klok const& k, std::string_view regel) {
    return std::ranges::find(k.redenen, regel, &Waarom::regel) != k.redenen.end();
}

TEST(Klokken, no_facts_no_clocks) { EXPECT_TRUE(klokken(Groep::as_a, {}, today).empty()); }

TEST(Klokken, names_go_both_ways) {
    for (auto const kind : alle_feiten()) EXPECT_EQ(feit_van(naam(kind)), kind);
    for (int i = 0; i <= static_cast<int>(KlokSoort::verjaring_boete); ++i) {
        auto const kind = static_cast<KlokSoort>(i);
        EXPECT_EQ(klok_van(naam(kind)), kind);
        EXPECT_FALSE(titel(kind).empty());
    }
    EXPECT_FALSE(feit_van("iets"));
    EXPECT_FALSE(klok_van("iets"));
    EXPECT_EQ(alle_feiten().size(), static_cast<std::size_t>(boete_betaald) + 1);
}

TEST(Klok_pip, waits_for_the_notice) {
    auto const k = clock(KlokSoort::pip, {{plicht_begin, jan5, {}}});
    ASSERT_TRUE(k);
    EXPECT_EQ(k->stand, KlokStand::loopt_nog_niet);
    EXPECT_FALSE(clock(KlokSoort::pip, {{bijstand, jan5, {}}}));
}

TEST(Klok_pip, ten_weeks_after_the_notice_with_a_warning_three_weeks_ahead) {
    auto const k = clock(KlokSoort::pip, {{kennisgeving, jan5, {}}});
    ASSERT_TRUE(k);
    EXPECT_EQ(k->stand, KlokStand::loopt);
    EXPECT_EQ(k->begin, jan5);
    EXPECT_EQ(k->uiterlijk, mar16);
    EXPECT_EQ(k->waarschuwing, Date(2026y / 2 / 23));
    EXPECT_FALSE(k->van_duo);
}

TEST(Klok_pip, E5_housed_persons_wait_for_their_registration) {
    std::vector<Feit> facts{{huisvesting_28, Date{2025y / 12 / 1}, {}}, {kennisgeving, jan5, {}}};
    EXPECT_EQ(clock(KlokSoort::pip, facts)->stand, KlokStand::loopt_nog_niet);
    facts.push_back({brp_inschrijving, mar2, {}});
    EXPECT_EQ(clock(KlokSoort::pip, facts)->uiterlijk, Date(2026y / 5 / 11));
    EXPECT_EQ(clock(KlokSoort::pip, facts, today, Groep::gm)->uiterlijk, mar16);   // E7c: a GM gets no such shift
    EXPECT_EQ(clock(KlokSoort::pip, facts, today, Groep::as_b)->uiterlijk, mar16);
}

TEST(Klok_pip, SS139_leads_over_the_notice_and_the_difference_is_shown) {
    auto const k = clock(KlokSoort::pip, {{tien_weken_gestart, Date{2026y / 1 / 12}, {}}, {kennisgeving, jan5, {}}});
    ASSERT_TRUE(k);
    EXPECT_TRUE(k->van_duo);
    EXPECT_EQ(k->begin, Date(2026y / 1 / 12));
    EXPECT_EQ(k->uiterlijk, Date(2026y / 3 / 23));
    EXPECT_EQ(k->eigen_berekening, mar16);
    EXPECT_EQ(k->redenen.front().regel, "R1.22");
    EXPECT_TRUE(says(*k, "R3.1"));
    auto const same = clock(KlokSoort::pip, {{tien_weken_gestart, jan5, {}}, {kennisgeving, jan5, {}}});
    EXPECT_FALSE(same->eigen_berekening);
    auto const alone = clock(KlokSoort::pip, {{tien_weken_gestart, jan5, {}}});
    EXPECT_EQ(alone->uiterlijk, mar16);
}

TEST(Klok_pip, E6_third_party_also_after_SS139) {
    auto const k = clock(KlokSoort::pip, {{tien_weken_gestart, jan5, {}},
                                          {derden_gevraagd, Date{2026y / 2 / 1}, {}},
                                          {derden_ontvangen, Date{2026y / 3 / 13}, {}}});
    EXPECT_EQ(k->uiterlijk, Date(2026y / 3 / 27));
    EXPECT_TRUE(says(*k, "R1.22"));
    auto const waiting = clock(KlokSoort::pip, {{kennisgeving, jan5, {}}, {derden_gevraagd, Date{2026y / 2 / 1}, {}}});
    EXPECT_EQ(waiting->uiterlijk, mar16);
    EXPECT_TRUE(says(*waiting, "R3.3"));
}

TEST(Klok_pip, E7b_moved_with_a_pip) {
    std::vector<Feit> facts{
        {eerste_pip, Date{2025y / 5 / 12}, {}}, {kennisgeving, Date{2025y / 3 / 1}, {}}, {verhuisd_met_pip, mar2, {}}};
    auto const k = clock(KlokSoort::pip, facts);
    EXPECT_EQ(k->stand, KlokStand::loopt);
    EXPECT_EQ(k->uiterlijk, Date(2026y / 5 / 11));
    EXPECT_EQ(k->redenen.front().regel, "R3.6");
    facts.push_back({pip_vastgesteld, Date{2026y / 4 / 1}, {}});
    EXPECT_EQ(clock(KlokSoort::pip, facts)->stand, KlokStand::gehaald);
}

TEST(Klok_pip, E7a_case_of_2022_without_a_notice) {
    auto const k =
        clock(KlokSoort::pip, {{plicht_begin, Date{2022y / 2 / 1}, {}}, {brp_inschrijving, Date{2022y / 3 / 1}, {}}},
              Date{2022y / 4 / 1});
    EXPECT_EQ(k->uiterlijk, Date(2022y / 5 / 10));
}

TEST(Klok_pip, R3_7_moved_without_a_pip_goes_on) {
    auto const k = clock(KlokSoort::pip, {{kennisgeving, jan5, {}}, {verhuisd_zonder_pip, Date{2026y / 1 / 20}, {}}});
    EXPECT_EQ(k->uiterlijk, mar16);
    EXPECT_TRUE(says(*k, "R3.7"));
}

TEST(Klok_pip, done_in_time_or_late) {
    for (auto const& [day, word] :
         {std::pair{mar16, "op tijd gedaan op"}, std::pair{mar16 + std::chrono::days{1}, "te laat gedaan op"}}) {
        auto const k = clock(KlokSoort::pip, {{kennisgeving, jan5, {}}, {eerste_pip, day, {}}}, Date{2026y / 6 / 1});
        EXPECT_EQ(k->stand, KlokStand::gehaald);
        EXPECT_EQ(k->redenen.front().stappen.back().label, word);
    }
}

TEST(Klok_pip, a_temporary_exemption_is_the_only_hold) {
    std::vector<Feit> facts{{kennisgeving, jan5, {}},
                            {tijdelijke_vrijstelling, Date{2026y / 1 / 20}, Date{2026y / 8 / 1}}};
    EXPECT_EQ(clock(KlokSoort::pip, facts, Date{2026y / 1 / 19})->stand, KlokStand::loopt);
    EXPECT_EQ(clock(KlokSoort::pip, facts, Date{2026y / 1 / 20})->stand, KlokStand::stilgelegd);
    EXPECT_EQ(clock(KlokSoort::pip, facts, Date{2026y / 7 / 31})->stand, KlokStand::stilgelegd);
    EXPECT_EQ(clock(KlokSoort::pip, facts, Date{2026y / 8 / 1})->stand,
              KlokStand::loopt_nog_niet);   // SS129: a new start is needed
    facts.push_back({tien_weken_gestart, Date{2026y / 8 / 10}, {}});
    EXPECT_EQ(clock(KlokSoort::pip, facts, Date{2026y / 9 / 1})->uiterlijk, Date(2026y / 10 / 19));
    facts.back().dag = Date{2026y / 1 / 6};   // a start of before the exemption does not count any more
    EXPECT_EQ(clock(KlokSoort::pip, facts, Date{2026y / 8 / 1})->stand, KlokStand::loopt_nog_niet);
    facts.push_back({kennisgeving, Date{2026y / 8 / 3}, {}});
    EXPECT_EQ(clock(KlokSoort::pip, facts, Date{2026y / 8 / 4})->uiterlijk, Date(2026y / 10 / 12));
}

TEST(Klok_pip, ends_with_the_plicht) {
    std::vector<Feit> facts{{kennisgeving, jan5, {}}, {plicht_geeindigd, today, {}}};
    EXPECT_EQ(clock(KlokSoort::pip, facts, today - std::chrono::days{1})->stand, KlokStand::loopt);
    EXPECT_EQ(clock(KlokSoort::pip, facts, today)->stand, KlokStand::vervallen);
    facts.push_back({plicht_begin, Date{2026y / 3 / 1}, {}});
    EXPECT_EQ(clock(KlokSoort::pip, facts, Date{2026y / 3 / 2})->stand, KlokStand::loopt);
}

TEST(Klok_termijn, E8_and_its_moments) {
    std::vector<Feit> const facts{{eerste_pip, Date{2025y / 5 / 12}, {}}};
    auto const term = clock(KlokSoort::inburgeringstermijn, facts);
    EXPECT_EQ(term->begin, Date(2025y / 5 / 13));
    EXPECT_EQ(term->uiterlijk, Date(2028y / 5 / 12));
    EXPECT_EQ(term->waarschuwing, Date(2028y / 3 / 13));
    EXPECT_EQ(clock(KlokSoort::schakelgrens, facts)->uiterlijk, Date(2026y / 11 / 12));
    EXPECT_EQ(clock(KlokSoort::schakelgrens, facts, Date{2026y / 11 / 12})->stand, KlokStand::loopt);
    EXPECT_EQ(clock(KlokSoort::schakelgrens, facts, Date{2026y / 11 / 13})->stand, KlokStand::vervallen);
    auto const request = clock(KlokSoort::verlengingsmoment, facts);
    EXPECT_EQ(request->begin, Date(2027y / 11 / 13));
    EXPECT_EQ(request->waarschuwing, Date(2027y / 11 / 13));
    EXPECT_EQ(request->uiterlijk, Date(2028y / 5 / 12));
    EXPECT_EQ(clock(KlokSoort::herinnering, facts)->uiterlijk, Date(2028y / 3 / 13));
    EXPECT_EQ(clock(KlokSoort::herinnering, facts, Date{2028y / 3 / 14})->stand, KlokStand::vervallen);
}

TEST(Klok_termijn, E13_a_later_pip_does_not_move_it) {
    std::vector<Feit> const facts{{eerste_pip, Date{2025y / 5 / 12}, {}},
                                  {pip_vastgesteld, Date{2026y / 2 / 1}, {}},
                                  {pip_bekendgemaakt, Date{2026y / 2 / 2}, {}},
                                  {bezwaar_ontvangen, Date{2026y / 2 / 20}, {}}};
    EXPECT_EQ(clock(KlokSoort::inburgeringstermijn, facts)->uiterlijk, Date(2028y / 5 / 12));
}

TEST(Klok_termijn, E16a_gap_abroad_and_DUO_wins) {
    std::vector<Feit> facts{{eerste_pip, Date{2025y / 5 / 12}, {}},
                            {buitenland, Date{2026y / 6 / 1}, Date{2026y / 11 / 1}}};
    EXPECT_EQ(clock(KlokSoort::inburgeringstermijn, facts)->uiterlijk, Date(2028y / 10 / 12));
    facts.push_back({duo_termijn, Date{2025y / 5 / 13}, Date{2028y / 10 / 1}});
    auto const k = clock(KlokSoort::inburgeringstermijn, facts);
    EXPECT_TRUE(k->van_duo);
    EXPECT_EQ(k->uiterlijk, Date(2028y / 9 / 30));
    EXPECT_EQ(k->eigen_berekening, Date(2028y / 10 / 12));
    EXPECT_TRUE(says(*k, "R1.13"));
    EXPECT_EQ(clock(KlokSoort::verlengingsmoment, facts)->begin, Date(2028y / 4 / 1));
}

TEST(Klok_termijn, E14_only_DUO_extends) {
    std::vector<Feit> facts{{eerste_pip, Date{2025y / 5 / 12}, {}},
                            {duo_termijn, Date{2025y / 5 / 13}, Date{2028y / 5 / 13}},
                            {duo_verlenging, Date{2028y / 2 / 1}, Date{2028y / 9 / 2}}};
    auto k = clock(KlokSoort::inburgeringstermijn, facts);
    EXPECT_EQ(k->uiterlijk, Date(2028y / 9 / 1));
    EXPECT_TRUE(k->van_duo);
    EXPECT_EQ(k->redenen.front().regel, "R1.43");
    EXPECT_FALSE(k->eigen_berekening);   // the extension explains the difference
    facts.push_back({duo_verlenging, Date{2027y / 12 / 1}, Date{2028y / 7 / 1}});   // an earlier one that came in late
    EXPECT_EQ(clock(KlokSoort::inburgeringstermijn, facts)->uiterlijk, Date(2028y / 9 / 1));
}

TEST(Klok_termijn, a_new_term_after_a_fine_leads_and_leaves_the_switching_limit) {
    std::vector<Feit> const facts{{eerste_pip, Date{2022y / 6 / 30}, {}},
                                  {duo_termijn, Date{2022y / 7 / 1}, Date{2025y / 7 / 1}},
                                  {duo_termijn, Date{2025y / 10 / 1}, Date{2027y / 10 / 1}}};
    EXPECT_EQ(clock(KlokSoort::inburgeringstermijn, facts)->uiterlijk, Date(2027y / 9 / 30));
    EXPECT_EQ(clock(KlokSoort::schakelgrens, facts)->uiterlijk, Date(2023y / 12 / 31));
    EXPECT_FALSE(clock(KlokSoort::inburgeringstermijn, facts)->eigen_berekening);
    // Where only DUO's last term was kept, the first PIP still tells when the first term began.
    std::vector<Feit> const kept{facts[0], facts[2]};
    EXPECT_EQ(clock(KlokSoort::schakelgrens, kept)->uiterlijk, Date(2023y / 12 / 31));
    EXPECT_TRUE(says(*clock(KlokSoort::inburgeringstermijn, kept), "R8.13"));
}

TEST(Klok_termijn, more_than_a_year_abroad_ends_it) {
    std::vector<Feit> const facts{{eerste_pip, Date{2025y / 5 / 12}, {}}, {buitenland, Date{2026y / 6 / 1}, {}}};
    EXPECT_EQ(clock(KlokSoort::inburgeringstermijn, facts, Date{2027y / 6 / 1})->stand, KlokStand::loopt);
    EXPECT_EQ(clock(KlokSoort::inburgeringstermijn, facts, Date{2027y / 6 / 2})->stand, KlokStand::vervallen);
    auto const back = clock(KlokSoort::onderbreking, facts, Date{2026y / 12 / 1});
    EXPECT_EQ(back->uiterlijk, Date(2027y / 6 / 1));
    EXPECT_EQ(clock(KlokSoort::onderbreking, facts, Date{2027y / 6 / 2})->stand, KlokStand::vervallen);
}

TEST(Klok_termijn, exemption_holds_it_and_lengthens_our_own_reckoning) {
    std::vector<Feit> const facts{{eerste_pip, Date{2025y / 5 / 12}, {}},
                                  {tijdelijke_vrijstelling, Date{2026y / 1 / 1}, Date{2026y / 1 / 31}}};
    EXPECT_EQ(clock(KlokSoort::inburgeringstermijn, facts, Date{2026y / 1 / 15})->stand, KlokStand::stilgelegd);
    auto const after = clock(KlokSoort::inburgeringstermijn, facts, Date{2026y / 1 / 31});
    EXPECT_EQ(after->stand, KlokStand::loopt);
    EXPECT_EQ(after->uiterlijk, Date(2028y / 6 / 11));   // thirty days more
    EXPECT_EQ(after->redenen.front().zekerheid, Zekerheid::D);
}

TEST(Klok_termijn, fulfilled_is_reached) {
    std::vector<Feit> const facts{{eerste_pip, Date{2025y / 5 / 12}, {}}, {plicht_voldaan, Date{2026y / 1 / 1}, {}}};
    EXPECT_EQ(clock(KlokSoort::inburgeringstermijn, facts)->stand, KlokStand::gehaald);
    EXPECT_EQ(clock(KlokSoort::herinnering, facts)->stand, KlokStand::vervallen);
}

TEST(Klok_termijn, before_the_first_pip_it_waits) {
    EXPECT_EQ(clock(KlokSoort::inburgeringstermijn, {{kennisgeving, jan5, {}}})->stand, KlokStand::loopt_nog_niet);
    EXPECT_FALSE(clock(KlokSoort::schakelgrens, {{kennisgeving, jan5, {}}}));
}

TEST(Klok_duo, decides_within_eight_weeks) {
    std::vector<Feit> facts{{verlenging_aangevraagd, Date{2026y / 10 / 30}, {}}};
    auto const k = clock(KlokSoort::duo_beslist_verlenging, facts);
    EXPECT_EQ(k->ongerold, Date(2026y / 12 / 25));
    EXPECT_EQ(k->uiterlijk, Date(2026y / 12 / 28));
    facts.push_back({verlenging_beslist, Date{2026y / 12 / 1}, {}});
    EXPECT_EQ(clock(KlokSoort::duo_beslist_verlenging, facts)->stand, KlokStand::gehaald);
    EXPECT_EQ(clock(KlokSoort::duo_beslist_ontheffing, {{ontheffing_aangevraagd, jan5, {}}})->uiterlijk, mar2);
}

TEST(Klok_bezwaar, from_the_day_the_pip_was_made_known) {
    std::vector<Feit> facts{{pip_bekendgemaakt, Date{2026y / 6 / 1}, {}}};
    EXPECT_EQ(clock(KlokSoort::bezwaar, facts, Date{2026y / 7 / 13})->stand, KlokStand::loopt);
    EXPECT_EQ(clock(KlokSoort::bezwaar, facts, Date{2026y / 7 / 14})->stand, KlokStand::vervallen);
    EXPECT_FALSE(clock(KlokSoort::beslissing_op_bezwaar, facts));
    facts.push_back({bezwaar_ontvangen, Date{2026y / 7 / 1}, {}});
    EXPECT_EQ(clock(KlokSoort::bezwaar, facts)->stand, KlokStand::gehaald);
    EXPECT_EQ(clock(KlokSoort::beslissing_op_bezwaar, facts)->uiterlijk, Date(2026y / 8 / 24));   // X16
    facts.push_back({bezwaar_herstel, Date{2026y / 7 / 20}, {}});
    EXPECT_EQ(clock(KlokSoort::beslissing_op_bezwaar, facts)->stand, KlokStand::stilgelegd);
    facts.back().tot = Date{2026y / 7 / 30};
    EXPECT_EQ(clock(KlokSoort::beslissing_op_bezwaar, facts)->uiterlijk, Date(2026y / 9 / 2));   // X19
    facts.push_back({bezwaar_beslist, Date{2026y / 9 / 1}, {}});
    EXPECT_EQ(clock(KlokSoort::beslissing_op_bezwaar, facts)->stand, KlokStand::gehaald);
}

TEST(Klok_bezwaar, X17_committee_and_deferral) {
    std::vector<Feit> facts{{pip_bekendgemaakt, Date{2026y / 6 / 1}, {}},
                            {bezwaar_ontvangen, Date{2026y / 7 / 1}, {}},
                            {bezwaar_commissie, Date{2026y / 7 / 2}, {}}};
    EXPECT_EQ(clock(KlokSoort::beslissing_op_bezwaar, facts)->uiterlijk, Date(2026y / 10 / 5));
    facts.push_back({bezwaar_verdaagd, Date{2026y / 9 / 1}, {}});
    EXPECT_EQ(clock(KlokSoort::beslissing_op_bezwaar, facts)->uiterlijk, Date(2026y / 11 / 16));
}

TEST(Klok_bezwaar, X15_too_late_asks_why) {
    std::vector<Feit> const late{{pip_bekendgemaakt, Date{2026y / 6 / 1}, {}},
                                 {bezwaar_ontvangen, Date{2026y / 7 / 21}, {}},
                                 {bezwaar_gepost, Date{2026y / 7 / 13}, {}}};
    EXPECT_TRUE(says(*clock(KlokSoort::beslissing_op_bezwaar, late), "A102"));
    EXPECT_EQ(clock(KlokSoort::beslissing_op_bezwaar, {{bezwaar_ontvangen, Date{2026y / 7 / 1}, {}}})->stand,
              KlokStand::loopt_nog_niet);
}

TEST(Klok_ontzorgen, only_AS_a_with_bijstand) {
    std::vector<Feit> const facts{{bijstand, Date{2026y / 4 / 1}, {}}};
    auto const k = clock(KlokSoort::ontzorgen, facts, Date{2026y / 9 / 30});
    EXPECT_EQ(k->uiterlijk, Date(2026y / 9 / 30));
    EXPECT_EQ(k->stand, KlokStand::loopt);
    EXPECT_EQ(clock(KlokSoort::ontzorgen, facts, Date{2026y / 10 / 1})->stand, KlokStand::gehaald);
    EXPECT_FALSE(clock(KlokSoort::ontzorgen, facts, today, Groep::as_b));
    EXPECT_EQ(clock(KlokSoort::ontzorgen, {{bijstand, Date{2026y / 1 / 15}, Date{2026y / 5 / 1}}})->uiterlijk,
              Date(2026y / 4 / 30));
    EXPECT_TRUE(says(*clock(KlokSoort::ontzorgen, {{bijstand, Date{2026y / 1 / 15}, Date{2026y / 2 / 1}},
                                                   {bijstand, Date{2026y / 4 / 1}, {}}}),
                     "A138"));
}

TEST(Klokken, late_first_then_by_day_then_what_waits_and_what_is_over) {
    std::vector<Feit> const facts{{kennisgeving, Date{2025y / 10 / 1}, {}},
                                  {bijstand, Date{2025y / 12 / 1}, {}},
                                  {pip_bekendgemaakt, Date{2026y / 1 / 20}, {}},
                                  {plicht_begin, Date{2025y / 9 / 1}, {}},
                                  {verlenging_aangevraagd, Date{2025y / 11 / 1}, {}}};
    auto const clocks = klokken(Groep::as_a, facts, today);
    ASSERT_GE(clocks.size(), 4U);
    EXPECT_EQ(clocks[0].soort, KlokSoort::duo_beslist_verlenging);   // 29-12-2025: late
    EXPECT_EQ(clocks[1].soort, KlokSoort::bezwaar);                  // 3-3-2026
    EXPECT_EQ(clocks[2].soort, KlokSoort::ontzorgen);                // 31-5-2026
    EXPECT_EQ(clocks[3].stand, KlokStand::loopt_nog_niet);
    EXPECT_EQ(clocks.back().stand, KlokStand::gehaald);
}

TEST(Klokken, the_order_of_the_facts_makes_no_difference) {
    std::vector<Feit> facts{{kennisgeving, jan5, {}},
                            {brp_inschrijving, mar2, {}},
                            {huisvesting_28, jan5, {}},
                            {bijstand, mar2, {}},
                            {eerste_pip, Date{2026y / 4 / 1}, {}},
                            {pip_bekendgemaakt, Date{2026y / 4 / 3}, {}},
                            {bezwaar_ontvangen, Date{2026y / 4 / 20}, {}}};
    auto const shape = [&](std::vector<Feit> const& f) {
        std::vector<std::tuple<KlokSoort, KlokStand, Date>> all;
        for (auto const& k : klokken(Groep::as_a, f, Date{2026y / 5 / 1}))
            all.emplace_back(k.soort, k.stand, k.uiterlijk);
        return all;
    };
    auto const expected = shape(facts);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        std::ranges::rotate(facts, facts.begin() + 1);
        EXPECT_EQ(shape(facts), expected);
    }
    std::ranges::reverse(facts);
    EXPECT_EQ(shape(facts), expected);
}

TEST(Klokken, every_clock_has_a_reason_and_a_sound_pair_of_days) {
    std::vector<Feit> facts;
    Date day = jan5;
    for (auto const kind : alle_feiten()) {
        day += std::chrono::days{3};
        facts.push_back(
            {kind, day, vorm(kind) == FeitVorm::een_dag ? std::nullopt : std::optional{day + std::chrono::days{200}}});
    }
    for (auto const groep : {Groep::as_a, Groep::as_b, Groep::gm, Groep::om})
        for (Date on{2025y / 12 / 1}; on < Date{2034y / 1 / 1}; on += std::chrono::days{97})
            for (auto const& k : klokken(groep, facts, on)) {
                SCOPED_TRACE(naam(k.soort));
                ASSERT_FALSE(k.redenen.empty());
                EXPECT_FALSE(k.redenen.front().zin.empty());
                if (k.stand == KlokStand::loopt_nog_niet) continue;
                EXPECT_LE(k.ongerold, k.uiterlijk);
                EXPECT_LE(k.begin, k.uiterlijk);
            }
}
}
