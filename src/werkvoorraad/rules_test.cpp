#include "werkvoorraad/rules.h"

#include <gtest/gtest.h>

namespace werkvoorraad {
namespace {
constexpr Date wednesday{2026y / 11 / 25}, sunday{2026y / 11 / 29};

TEST(werkvoorraad_groep, day_before_on_and_after_today) {
    EXPECT_EQ(groep_van(Stand::open, wednesday - std::chrono::days{1}, wednesday), Groep::nu);
    EXPECT_EQ(groep_van(Stand::open, wednesday, wednesday), Groep::nu);
    EXPECT_EQ(groep_van(Stand::open, wednesday + std::chrono::days{1}, wednesday), Groep::deze_week);
}
TEST(werkvoorraad_groep, the_week_ends_on_sunday) {
    EXPECT_EQ(einde_week(wednesday), sunday);
    EXPECT_EQ(einde_week(sunday), sunday);
    EXPECT_EQ(groep_van(Stand::open, sunday, wednesday), Groep::deze_week);
    EXPECT_EQ(groep_van(Stand::open, sunday + std::chrono::days{1}, wednesday), Groep::later);
}
TEST(werkvoorraad_groep, what_waits_is_work_again_on_its_day) {
    EXPECT_EQ(groep_van(Stand::wacht, wednesday + std::chrono::days{1}, wednesday), Groep::wacht);
    EXPECT_EQ(groep_van(Stand::wacht, wednesday, wednesday), Groep::nu);
}

struct Case {
    char const* name;
    Aard aard;
    std::optional<Weigering> move, finish, assign;
};
using enum Weigering;
constexpr Case cases[] = {
    {"own task", {Stand::open, false}, {}, {}, {}},
    {"own task that waits", {Stand::wacht, false}, {}, {}, {}},
    {"done is done", {Stand::klaar, false}, al_klaar, al_klaar, al_klaar},
    {"lapsed is done", {Stand::vervallen, true}, al_klaar, al_klaar, al_klaar},
    {"a legal term only goes to a colleague", {Stand::open, true}, wettelijke_termijn, wettelijke_termijn, {}},
};
TEST(werkvoorraad_weigering, legal_terms_are_not_moved_or_closed_by_hand) {
    for (auto const& c : cases) {
        SCOPED_TRACE(c.name);
        EXPECT_EQ(may_move(c.aard), c.move);
        EXPECT_EQ(may_finish(c.aard), c.finish);
        EXPECT_EQ(may_assign(c.aard), c.assign);
    }
}
TEST(werkvoorraad_weigering, each_says_what_to_do) {
    for (auto const w :
         {bestaat_niet, al_klaar, van_ander, wettelijke_termijn, al_gewijzigd, onbekende_collega, geen_recht})
        EXPECT_GT(tekst(w).size(), 10U);
}

TEST(werkvoorraad_cijfers, sums_by_group_and_kind) {
    std::vector<Telling> const t{{Stand::open, "pip", wednesday - std::chrono::days{3}, 2},
                                 {Stand::open, "pip", wednesday, 1},
                                 {Stand::wacht, "duo", wednesday, 4},
                                 {Stand::open, "geld", sunday, 3},
                                 {Stand::open, "geld", sunday + std::chrono::days{1}, 5},
                                 {Stand::wacht, "duo", sunday, 7}};
    auto const c = cijfers(t, wednesday);
    EXPECT_EQ(c.te_laat, 2);
    EXPECT_EQ(c.vandaag, 5);
    EXPECT_EQ(c.deze_week, 3);
    EXPECT_EQ(c.later, 5);
    EXPECT_EQ(c.wacht, 7);
    EXPECT_EQ(c.alles, 22);
    EXPECT_EQ(c.per_soort[0], 3);
    EXPECT_EQ(c.per_soort[5], 11);
}

TEST(werkvoorraad_liniaal, ten_working_days_skip_weekend_and_holiday) {
    auto const days = werkdagen(wednesday, 10);
    ASSERT_EQ(days.size(), 10U);
    EXPECT_EQ(days[3], (Date{2026y / 11 / 30}));
    EXPECT_EQ(days[9], (Date{2026y / 12 / 8}));
    auto const christmas = werkdagen(Date{2026y / 12 / 24}, 2);
    EXPECT_EQ(christmas[1], (Date{2026y / 12 / 28}));
}
TEST(werkvoorraad_liniaal, a_task_on_saturday_counts_on_friday) {
    auto const days = werkdagen(wednesday, 4);   // wed, thu, fri, mon
    auto const counts = per_dag({{Stand::open, "pip", Date{2026y / 11 / 28}, 2},
                                 {Stand::open, "pip", Date{2026y / 11 / 30}, 1},
                                 {Stand::open, "pip", Date{2026y / 12 / 1}, 9},
                                 {Stand::open, "pip", wednesday - std::chrono::days{1}, 9},
                                 {Stand::wacht, "pip", Date{2026y / 11 / 27}, 9}},
                                days, wednesday);
    EXPECT_EQ(counts, (std::vector<std::int64_t>{0, 0, 2, 1}));
}

TEST(werkvoorraad_stap, leads_to_where_the_work_is) {
    EXPECT_EQ(volgende_stap({"pip", "pip", "", DossierId{7}, TaakId{9}}).href, "/dossiers/7");
    EXPECT_EQ(volgende_stap({"termijn", "schakelgrens", "", DossierId{7}, TaakId{9}}).href, "/dossiers/7/termijnen");
    EXPECT_EQ(volgende_stap({"dubbel", "", "", DossierId{7}, TaakId{9}}).href, "/dubbelen");
    EXPECT_EQ(volgende_stap({"duo", "", "", DossierId{7}, TaakId{9}}).href, "/dossiers/7");
    EXPECT_EQ(volgende_stap({"pip", "", "PIP voorbereiden", DossierId{7}, TaakId{9}}).href, "/dossiers/7/plan");
    EXPECT_EQ(volgende_stap({"intake", "", "Leerbaarheidstoets plannen", DossierId{7}, TaakId{9}}).href,
              "/dossiers/7/toets");
    EXPECT_EQ(volgende_stap({"intake", "", "Intakegesprek voeren", DossierId{7}, TaakId{9}}).href,
              "/dossiers/7/intake");
    EXPECT_EQ(volgende_stap({"overig", "", "", DossierId{7}, TaakId{9}}).href, "/taken/9");
    EXPECT_EQ(volgende_stap({"overig", "", "", std::nullopt, TaakId{9}}).href, "/taken/9");
}
TEST(werkvoorraad_soort, names_are_those_of_the_table) {
    EXPECT_TRUE(is_soort("pip"));
    EXPECT_FALSE(is_soort("PIP"));
    EXPECT_EQ(soort_titel("bericht"), "Bericht");
    EXPECT_EQ(soort_titel("onbekend"), "");
    for (auto const stand : {Stand::open, Stand::wacht, Stand::klaar, Stand::vervallen})
        EXPECT_EQ(stand_van(naam(stand)), stand);
    EXPECT_EQ(stand_van("bezig"), std::nullopt);
}
}
}
