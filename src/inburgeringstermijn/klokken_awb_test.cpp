#include "inburgeringstermijn/rules.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace inburgeringstermijn;

namespace {
using enum FeitSoort;
constexpr Date jan5{2026y / 1 / 5}, mar2{2026y / 3 / 2}, today{2026y / 2 / 1};

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

TEST(Klok_aanvraag, X20_X21_X22) {
    EXPECT_EQ(clock(KlokSoort::beslissing_op_aanvraag, {{aanvraag_ontvangen, Date{2026y / 10 / 30}, {}}})->uiterlijk,
              Date(2026y / 12 / 28));
    std::vector<Feit> facts{{aanvraag_ontvangen, mar2, {}}, {aanvraag_aanvulling, Date{2026y / 3 / 9}, {}}};
    EXPECT_EQ(clock(KlokSoort::beslissing_op_aanvraag, facts)->stand, KlokStand::stilgelegd);
    facts.back().tot = Date{2026y / 3 / 23};
    EXPECT_EQ(clock(KlokSoort::beslissing_op_aanvraag, facts)->uiterlijk, Date(2026y / 5 / 11));
    EXPECT_EQ(clock(KlokSoort::niet_behandelen, {{aanvraag_hersteltermijn, Date{2026y / 11 / 27}, {}}})->uiterlijk,
              Date(2026y / 12 / 28));
}

TEST(Klok_dwangsom, X32_X33) {
    std::vector<Feit> const facts{{ingebrekestelling, Date{2026y / 8 / 26}, {}}};
    EXPECT_EQ(clock(KlokSoort::dwangsom_begint, facts)->uiterlijk, Date(2026y / 9 / 9));
    EXPECT_EQ(clock(KlokSoort::dwangsom_eindigt, facts)->begin, Date(2026y / 9 / 10));
    EXPECT_EQ(clock(KlokSoort::dwangsom_eindigt, facts)->uiterlijk, Date(2026y / 10 / 21));
}

TEST(Klok_boete, X23_X24_report_does_not_roll) {
    EXPECT_EQ(clock(KlokSoort::boetebesluit, {{boeterapport, Date{2026y / 9 / 3}, {}}})->uiterlijk,
              Date(2026y / 12 / 3));
    auto const k = clock(KlokSoort::boetebesluit, {{boeterapport, Date{2026y / 9 / 25}, {}}});
    EXPECT_EQ(k->uiterlijk, Date(2026y / 12 / 25));
    ASSERT_TRUE(says(*k, "A8"));
    EXPECT_EQ(std::get<Date>(k->redenen.back().stappen.back().waarde), Date(2026y / 12 / 24));
}

TEST(Klok_boete, X25_X26_power_lapses) {
    Date const breach{2026y / 2 / 10};
    EXPECT_EQ(clock(KlokSoort::verval_boete_intake, {{overtreding_intake, breach, {}}})->uiterlijk,
              Date(2029y / 2 / 10));
    EXPECT_EQ(clock(KlokSoort::verval_boete_pip, {{overtreding_pip, breach, {}}})->uiterlijk, Date(2031y / 2 / 10));
    EXPECT_EQ(
        clock(KlokSoort::verval_boete_pip, {{overtreding_pip, breach, {}}, {boete_bekendgemaakt, mar2, {}}})->stand,
        KlokStand::gehaald);
}

TEST(Klok_boete, E24b_X47_third_call) {
    EXPECT_EQ(clock(KlokSoort::derde_oproep, {{boete_intake_bekendgemaakt, Date{2026y / 4 / 13}, {}}})->uiterlijk,
              Date(2026y / 6 / 13));
    EXPECT_EQ(clock(KlokSoort::derde_oproep, {{boete_intake_bekendgemaakt, Date{2026y / 11 / 13}, {}}})->uiterlijk,
              Date(2027y / 1 / 13));
}

TEST(Klok_boete, X27_X28_X29_X31_payment) {
    std::vector<Feit> facts{{boete_bekendgemaakt, Date{2026y / 6 / 1}, {}}};
    EXPECT_EQ(clock(KlokSoort::betaling_boete, facts)->uiterlijk, Date(2026y / 7 / 13));
    EXPECT_EQ(clock(KlokSoort::betaling_boete, facts)->waarschuwing, Date(2026y / 7 / 14));
    EXPECT_EQ(clock(KlokSoort::bezwaar_boete, facts)->uiterlijk, Date(2026y / 7 / 13));
    EXPECT_EQ(clock(KlokSoort::verjaring_boete, facts)->uiterlijk, Date(2031y / 7 / 13));
    EXPECT_FALSE(clock(KlokSoort::aanmaning, facts));
    facts.push_back({aanmaning, Date{2026y / 7 / 20}, {}});
    EXPECT_EQ(clock(KlokSoort::aanmaning, facts)->uiterlijk, Date(2026y / 8 / 3));
    EXPECT_EQ(clock(KlokSoort::verjaring_boete, facts)->uiterlijk, Date(2031y / 7 / 20));
    facts.push_back({boete_betaald, Date{2026y / 7 / 25}, {}});
    EXPECT_EQ(clock(KlokSoort::aanmaning, facts)->stand, KlokStand::gehaald);
    EXPECT_EQ(clock(KlokSoort::betaling_boete, {{boete_bekendgemaakt, Date{2026y / 11 / 13}, {}}})->uiterlijk,
              Date(2026y / 12 / 28));
    EXPECT_EQ(clock(KlokSoort::aanmaning, {{boete_bekendgemaakt, jan5, {}}, {aanmaning, Date{2026y / 12 / 11}, {}}})
                  ->uiterlijk,
              Date(2026y / 12 / 28));
}
}
