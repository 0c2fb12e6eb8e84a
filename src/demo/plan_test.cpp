// The intake, the test and the plan of invented files read as if the slices had written them.
#include "brede_intake/store.h"
#include "demo/demo.h"
#include "inburgeringstermijn/store.h"
#include "leerbaarheidstoets/store.h"
#include "pip/store.h"
#include "pip/tijdigheid.h"
#include "tests/support/database.h"

#include <gtest/gtest.h>
#include <set>
#include <sstream>

namespace demo {
namespace {
using vertrouwen::Access;

constexpr Date today{2026y / 11 / 25};

struct Town {
    explicit Town(std::string const& engine) : scratch{engine} {
        std::stringstream progress;
        EXPECT_EQ(fill(*scratch, kluis, platform::Clock{today}, {250, 11, ""}, progress), 0) << progress.str();
    }
    testing_support::ScratchDatabase scratch;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    struct File {
        DossierId id;
        GemeenteId gemeente;
        std::string fase;
        bool team_queue;
    };
    template <class F> void each_file(F&& f) {
        scratch->read(db::Scope::system(), [&](db::Connection& c) {
            auto const files =
                c.list("SELECT id, gemeente, fase, klantmanager IS NULL AND regisseur IS NULL FROM dossier", {},
                       [](db::Row const& r) {
                           return File{r.get<DossierId>(0), r.get<GemeenteId>(1), r.get<std::string>(2), r.boolean(3)};
                       });
            EXPECT_EQ(files.size(), 250U);
            for (auto const& file : files) f(c, Access::systeem(file.gemeente), file);
            return 0;
        });
    }
};

BOTH_ENGINES(demo_plan);

TEST_P(demo_plan, who_is_on_the_way_has_a_closed_intake_a_result_and_a_plan_of_the_day_the_term_counts_from) {
    Town t{GetParam()};
    int plans = 0;
    t.each_file([&](db::Connection& c, Access const& access, Town::File const& file) {
        if (file.team_queue || (file.fase != "leerroute" && file.fase != "voldaan")) return;
        auto const intake = brede_intake::samenvatting(c, access, file.id);
        ASSERT_TRUE(intake && intake->afgerond);
        EXPECT_EQ(intake->besproken, intake->totaal);
        EXPECT_TRUE(leerbaarheidstoets::uitslag(c, access, file.id).klaar());
        auto const plan = pip::geldend(c, access, file.id);
        ASSERT_TRUE(plan.has_value());
        auto const facts = inburgeringstermijn::facts(c, file.id);
        EXPECT_TRUE(std::ranges::any_of(facts, [&](auto const& f) {
            return f.feit.soort == inburgeringstermijn::FeitSoort::eerste_pip && f.feit.dag == plan->dagtekening;
        }));
        EXPECT_LE(*intake->afgerond_op, *plan->dagtekening);
        ++plans;
    });
    EXPECT_GT(plans, 80);
}

TEST_P(demo_plan, a_plan_that_is_fixed_is_signed_and_whole) {
    Town t{GetParam()};
    t.each_file([&](db::Connection& c, Access const& access, Town::File const& file) {
        auto const head = pip::geldend(c, access, file.id);
        if (!head) return;
        auto const read = pip::lees(c, t.kluis, access, file.id, head->id);
        ASSERT_TRUE(read.has_value());
        EXPECT_TRUE(read->handtekening.has_value());
        EXPECT_EQ(read->plan.doelen.size(), 3U);
        EXPECT_EQ(read->plan.afspraken.size(), 2U);
        EXPECT_TRUE(read->plan.inhoud.gesprekken.has_value()) << "mandatory: Besluit 5.3(4)";
    });
}

TEST_P(demo_plan, drafts_and_intakes_that_go_on_are_there_too_and_health_stays_sealed) {
    Town t{GetParam()};
    int drafts = 0, going_on = 0;
    t.each_file([&](db::Connection& c, Access const& access, Town::File const& file) {
        auto const now = pip::huidig(c, access, file.id);
        drafts += now && now->stand != pip::Stand::vastgesteld ? 1 : 0;
        auto const intake = brede_intake::samenvatting(c, access, file.id);
        going_on += intake && !intake->afgerond ? 1 : 0;
    });
    EXPECT_GT(drafts, 2);
    EXPECT_GT(going_on, 10);
    auto const open_text = t.scratch->read(db::Scope::system(), [](db::Connection& c) {
        return c.value<std::int64_t>(
            "SELECT COUNT(*) FROM intake_veld WHERE onderwerp IN ('fysieke_gezondheid', "
            "'mentale_gezondheid') AND (score IS NOT NULL OR veld <> 'antwoord' AND tekst IS NOT NULL)");
    });
    EXPECT_EQ(open_text, 0);
}

TEST_P(demo_plan, everybody_in_a_long_list_of_plans_in_time_has_a_name_and_a_number) {
    Town t{GetParam()};
    auto const gemeente = testing_support::cast().meierijstad;
    pip::TijdVraag q{};
    q.van = Date{2022y / 1 / 3};
    q.tot = Date{2027y / 12 / 27};
    q.stand = "alles";
    q.limiet = 400;
    auto const all = t.scratch->read(
        db::Scope::system(), [&](db::Connection& c) { return pip::in_time(c, Access::systeem(gemeente), q, today); });
    EXPECT_GT(all.rijen.size(), 100U) << "more than one question of fifty";
    std::set<std::string> numbers;
    for (auto const& row : all.rijen) {
        EXPECT_FALSE(row.naam.empty());
        numbers.insert(row.nummer);
    }
    EXPECT_EQ(numbers.size(), all.rijen.size()) << "each its own";
}
}
}
