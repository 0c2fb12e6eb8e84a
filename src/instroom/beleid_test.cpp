#include "instroom/beleid.h"

#include "tests/support/database.h"

#include <gtest/gtest.h>

namespace instroom {
namespace {
using testing_support::cast;

TEST(Beleid, every_key_has_a_source_and_its_default_fits_its_room) {
    for (auto const& s : beleidssleutels()) {
        SCOPED_TRACE(s.sleutel);
        EXPECT_FALSE(s.bron.article.empty());
        EXPECT_TRUE(s.standaard.empty() || geldig_beleid(s.sleutel, s.standaard, "x").has_value());
    }
}
TEST(Beleid, refusals) {
    using enum BeleidRefusal;
    EXPECT_EQ(geldig_beleid("boete.pip.schaal", "1", "x").error(), onbekende_sleutel) << "the law decides that one";
    EXPECT_EQ(geldig_beleid("gm.extra_aanbod", "misschien", "x").error(), geen_ja_of_nee);
    EXPECT_EQ(geldig_beleid("voortgang.interval", "zes", "x").error(), geen_getal);
    EXPECT_EQ(geldig_beleid("voortgang.interval", "0", "x").error(), buiten_de_ruimte);
    EXPECT_TRUE(geldig_beleid("voortgang.interval", "1", "x").has_value());
    EXPECT_TRUE(geldig_beleid("voortgang.interval", "12", "x").has_value());
    EXPECT_EQ(geldig_beleid("voortgang.interval", "13", "x").error(), buiten_de_ruimte);
    EXPECT_EQ(geldig_beleid("voortgang.interval", "6", " \n").error(), geen_besluit);
}

BOTH_ENGINES(InstroomBeleid);

TEST_P(InstroomBeleid, a_value_holds_from_its_day) {
    testing_support::ScratchDatabase d{GetParam()};
    testing_support::seed_cast(*d);
    auto const access = vertrouwen::Access::systeem(cast().meierijstad);
    auto const now = platform::moment_of({Date{2026y / 11 / 25}, 10, 0});
    d->write(db::Scope::of(cast().meierijstad), [&](db::Connection& c) {
        auto const on = [&](Date day) { return policy(c, cast().meierijstad, "oproep.reactietermijn", day); };
        EXPECT_EQ(on(Date{2026y / 11 / 25}), std::nullopt) << "no default: the municipality must decide";
        EXPECT_TRUE(set_policy(c, access, now, "oproep.reactietermijn", "14", Date{2027y / 1 / 1}, "Collegebesluit 12")
                        .has_value());
        EXPECT_EQ(on(Date{2026y / 12 / 31}), std::nullopt);
        EXPECT_EQ(on(Date{2027y / 1 / 1}), "14");
        EXPECT_EQ(policy(c, cast().meierijstad, "voortgang.interval", Date{2026y / 11 / 25}), "6");
        EXPECT_EQ(policy(c, cast().maashorst, "oproep.reactietermijn", Date{2027y / 1 / 2}), std::nullopt);
        EXPECT_FALSE(set_policy(c, access, now, "oproep.reactietermijn", "61", Date{2027y / 1 / 1}, "x").has_value());
        ASSERT_EQ(policy_history(c, cast().meierijstad, "oproep.reactietermijn").size(), 1u);
        EXPECT_EQ(policy_history(c, cast().meierijstad, "oproep.reactietermijn")[0].besluit, "Collegebesluit 12");
    });
}
}
}
