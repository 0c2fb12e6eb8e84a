#include "instroom/taakstelling.h"

#include <gtest/gtest.h>

using namespace instroom;

namespace {
struct Case {
    char const* name;
    TaakstellingVraag asked;
    std::int64_t taak, saldo_eind;
};
constexpr Case cases[] = {
    {"X48", {13'500, 82'000, 17'900'000}, 62, -62},
    {"X49 exactly 50", {10'000, 90'000, 18'000'000}, 50, -50},
    {"X49 a little over", {10'000, 90'001, 18'000'000}, 51, -51},
    {"a little under", {10'000, 89'999, 18'000'000}, 50, -50},
    {"lead carries over", {10'000, 90'000, 18'000'000, 5, 48}, 50, 3},
    {"backlog carries over", {10'000, 90'000, 18'000'000, -7, 50}, 50, -7},
    {"nothing to share", {0, 82'000, 17'900'000}, 0, 0},
    {"the whole country", {10'000, 18'000'000, 18'000'000}, 10'000, -10'000},
    {"no overflow", {1'000'000'000, 1'000'000'000, 1'000'000'000}, 1'000'000'000, -1'000'000'000},
};

TEST(Huisvestingswet_art29, share_rounded_up) {
    for (auto const& c : cases) {
        SCOPED_TRACE(c.name);
        auto const answer = taakstelling(c.asked);
        EXPECT_EQ(answer.uitkomst.taak, c.taak);
        EXPECT_EQ(answer.uitkomst.saldo_eind, c.saldo_eind);
    }
}

TEST(Huisvestingswet_art29, X50_X51_publication_and_population) {
    EXPECT_EQ(publicatie_uiterlijk(Date{2027y / 1 / 1}), Date(2026y / 10 / 2));
    EXPECT_EQ(peildatum_inwoners(Date{2027y / 1 / 1}), Date(2026y / 1 / 1));
    EXPECT_EQ(publicatie_uiterlijk(Date{2026y / 7 / 1}), Date(2026y / 4 / 1));
    EXPECT_EQ(peildatum_inwoners(Date{2026y / 7 / 1}), Date(2025y / 1 / 1));
}
}
