#include "dossier/rules.h"

#include <gtest/gtest.h>
#include <set>

namespace dossier {
namespace {
using inburgeringstermijn::Klok;
using inburgeringstermijn::KlokSoort;
using inburgeringstermijn::KlokStand;
constexpr Date today{2026y / 11 / 25};
constexpr std::chrono::days one_day{1};

Klok clock(KlokSoort soort, KlokStand stand, Date uiterlijk = today) {
    return {.soort = soort,
            .stand = stand,
            .begin = today - std::chrono::weeks{9},
            .uiterlijk = uiterlijk,
            .ongerold = uiterlijk};
}
Feiten file(std::vector<Klok> klokken = {}) {
    Feiten f;
    f.heeft_begeleider = true;
    f.klokken = std::move(klokken);
    return f;
}

TEST(dossier_stand, pip_day_before_on_and_after_the_last_day) {
    for (int left : {1, 0}) {
        auto const s = stand(file({clock(KlokSoort::pip, KlokStand::loopt, today + std::chrono::days{left})}), today);
        EXPECT_EQ(s.staat, Staat::pip_loopt);
        EXPECT_EQ(s.toon, Toon::gewoon);
        EXPECT_EQ(s.dagen, left);
    }
    auto const late = stand(file({clock(KlokSoort::pip, KlokStand::loopt, today - one_day)}), today);
    EXPECT_EQ(late.staat, Staat::pip_te_laat);
    EXPECT_EQ(late.toon, Toon::laat);
    EXPECT_EQ(late.dagen, -1);
    EXPECT_EQ(late.dag, today - one_day);
}
TEST(dossier_stand, precedence) {
    auto f = file({clock(KlokSoort::pip, KlokStand::loopt, today - one_day)});
    f.open = false;
    f.gesloten_op = today;
    EXPECT_EQ(stand(f, today).staat, Staat::gesloten);
    f = file({clock(KlokSoort::inburgeringstermijn, KlokStand::loopt, today + one_day)});
    EXPECT_EQ(stand(f, today).staat, Staat::termijn_loopt);
    f.klokken.push_back(clock(KlokSoort::beslissing_op_bezwaar, KlokStand::loopt, today - one_day));
    EXPECT_EQ(stand(f, today).staat, Staat::andere_te_laat);
    EXPECT_EQ(stand(f, today).klok, KlokSoort::beslissing_op_bezwaar);
    f.fase = Fase::voldaan;
    EXPECT_EQ(stand(f, today).staat, Staat::voldaan);
}
TEST(dossier_stand, the_term_that_ended_is_said) {
    EXPECT_EQ(stand(file({clock(KlokSoort::inburgeringstermijn, KlokStand::loopt, today - one_day)}), today).staat,
              Staat::termijn_voorbij);
    EXPECT_EQ(stand(file({clock(KlokSoort::pip, KlokStand::stilgelegd)}), today).staat, Staat::pip_stilgelegd);
    EXPECT_EQ(stand(file(), today).staat, Staat::wacht_op_kennisgeving);
    auto f = file();
    f.kennisgeving = today;
    EXPECT_EQ(stand(f, today).staat, Staat::geen_termijn);
}

TEST(dossier_actie, one_primary_action_for_every_state) {
    auto f = file({clock(KlokSoort::pip, KlokStand::loopt)});
    EXPECT_EQ(volgende_actie(f, today), Actie::uitnodigen);
    f.afspraak_gepland = true;
    EXPECT_EQ(volgende_actie(f, today), Actie::intake_beginnen);
    f.heeft_begeleider = false;
    EXPECT_EQ(volgende_actie(f, today), Actie::toewijzen);
    f.open = false;
    EXPECT_EQ(volgende_actie(f, today), Actie::heropenen);
    EXPECT_EQ(volgende_actie(file(), today), Actie::kennisgeving_vastleggen);
    EXPECT_EQ(volgende_actie(file({clock(KlokSoort::inburgeringstermijn, KlokStand::loopt)}), today),
              Actie::gesprek_plannen);
    EXPECT_EQ(volgende_actie(file({clock(KlokSoort::inburgeringstermijn, KlokStand::loopt, today - one_day)}), today),
              Actie::termijn_bekijken);
}
TEST(dossier_actie, the_road_to_a_plan_step_by_step) {
    auto f = file({clock(KlokSoort::pip, KlokStand::loopt)});
    auto& o = f.onderweg;
    o.oproep = 5;
    o.oproepdag = today + one_day;
    o.brief = 6;
    EXPECT_EQ(volgende_actie(f, today), Actie::brief_versturen);
    EXPECT_EQ(actie_pad(Actie::brief_versturen, DossierId{7}, f), "/dossiers/7/brieven/6#verzenden");
    o.brief.reset();
    EXPECT_EQ(volgende_actie(f, today), Actie::intake_beginnen);
    EXPECT_EQ(volgende_actie(f, today + one_day), Actie::oproep_vastleggen);
    EXPECT_EQ(actie_pad(Actie::oproep_vastleggen, DossierId{7}, f), "/dossiers/7/intake/oproepen/5");
    o.oproep.reset();
    EXPECT_EQ(volgende_actie(f, today), Actie::uitnodigen);
    o.verschenen = true;
    EXPECT_EQ(volgende_actie(f, today), Actie::intake_beginnen);
    o.intake = Onderdeel::bezig;
    EXPECT_EQ(volgende_actie(f, today), Actie::intake_verder);
    o.gesprekken = 1;
    o.open_leefgebieden = 2;
    EXPECT_EQ(volgende_actie(f, today), Actie::intake_verder);
    o.toets = Onderdeel::bezig;
    o.toetsdag = today + one_day;
    EXPECT_EQ(volgende_actie(f, today), Actie::intake_verder);
    EXPECT_EQ(volgende_actie(f, today + one_day), Actie::toets_vastleggen);
    o.open_leefgebieden = 0;
    EXPECT_EQ(volgende_actie(f, today), Actie::toets_vastleggen);
    o.toets = Onderdeel::klaar;
    EXPECT_EQ(volgende_actie(f, today), Actie::intake_afronden);
    o.plan = Onderdeel::bezig;
    EXPECT_EQ(volgende_actie(f, today), Actie::intake_afronden) << "the plan rests on the intake";
    o.plan = Onderdeel::geen;
    o.intake = Onderdeel::klaar;
    EXPECT_EQ(volgende_actie(f, today), Actie::plan_maken);
    o.plan = Onderdeel::bezig;
    EXPECT_EQ(volgende_actie(f, today), Actie::plan_afmaken);
    o.plan = Onderdeel::klaar;
    EXPECT_EQ(volgende_actie(f, today), Actie::plan_ondertekenen);
    o.getekend = true;
    EXPECT_EQ(volgende_actie(f, today), Actie::plan_vaststellen);
}
TEST(dossier_actie, a_decision_that_is_not_sent_goes_first_also_after_the_term_began) {
    auto f = file({clock(KlokSoort::inburgeringstermijn, KlokStand::loopt, today + one_day)});
    f.onderweg.intake = Onderdeel::klaar;
    EXPECT_EQ(volgende_actie(f, today), Actie::gesprek_plannen);
    f.onderweg.brief = 6;
    EXPECT_EQ(volgende_actie(f, today), Actie::brief_versturen);
    f.fase = Fase::voldaan;
    EXPECT_EQ(volgende_actie(f, today), Actie::gesprek_plannen);
}
TEST(dossier_actie, each_has_a_label_and_a_path_in_the_file_or_the_agenda) {
    for (int i = 0; i <= static_cast<int>(Actie::gesprek_plannen); ++i) {
        auto const actie = static_cast<Actie>(i);
        EXPECT_GT(tekst(actie).size(), 5U);
        auto const path = actie_pad(actie, DossierId{7}, file());
        EXPECT_TRUE(path.starts_with("/dossiers/7") || path.starts_with("/agenda/nieuw?dossier=7")) << path;
    }
}

std::vector<Halte> stages(Feiten const& f) {
    std::vector<Halte> all;
    for (auto const& stop : mijlpalen(f)) all.push_back(stop.halte);
    return all;
}
using enum Halte;
TEST(dossier_mijlpalen, seven_stops_from_new_to_met) {
    auto f = file();
    EXPECT_EQ(stages(f), (std::vector{nu, straks, straks, straks, straks, straks, straks}));
    f.kennisgeving = today;
    EXPECT_EQ(stages(f), (std::vector{klaar, nu, straks, straks, straks, straks, straks}));
    f.fase = Fase::pip;
    EXPECT_EQ(stages(f), (std::vector{klaar, klaar, nu, straks, straks, straks, straks}));
    f.fase = Fase::leerroute;
    f.eerste_pip = today;
    f.klokken = {clock(KlokSoort::inburgeringstermijn, KlokStand::loopt, Date{2029y / 11 / 25})};
    EXPECT_EQ(stages(f), (std::vector{klaar, klaar, klaar, nu, straks, straks, straks}));
    EXPECT_EQ(mijlpalen(f)[6].dag, (Date{2029y / 11 / 25}));
    f.fase = Fase::voldaan;
    EXPECT_EQ(stages(f), (std::vector{klaar, klaar, klaar, klaar, klaar, klaar, klaar}));
}
TEST(dossier_mijlpalen, the_date_of_the_pip_stands_under_its_stop) {
    auto f = file({clock(KlokSoort::pip, KlokStand::loopt, Date{2026y / 12 / 7})});
    f.kennisgeving = Date{2026y / 9 / 28};
    EXPECT_EQ(mijlpalen(f)[2].dag, (Date{2026y / 12 / 7}));
    EXPECT_EQ(mijlpalen(f)[2].toelichting, "uiterlijk");
}

struct Case {
    char const* name;
    std::string tekst;
    std::optional<Date> dag;
    bool mag;
    std::optional<std::string_view> wijze;
    int minuten;
    std::optional<NotitieRefusal> no;
};
TEST(dossier_notitie, every_refusal) {
    std::string const longest(langste_notitie, 'x');
    std::string accents;
    for (std::size_t i = 0; i < langste_notitie; ++i) accents += "é";
    Case const cases[] = {
        {"a plain note", "Gebeld.", today, true, {}, 0, {}},
        {"the longest note", longest, today, true, {}, 0, {}},
        {"characters count, not bytes", accents, today, true, {}, 0, {}},
        {"one too long", longest + "x", today, true, {}, 0, NotitieRefusal::te_lang},
        {"blanks are empty", " \n\t", today, true, {}, 0, NotitieRefusal::leeg},
        {"31 February", "x", {}, true, {}, 0, NotitieRefusal::geen_dag},
        {"tomorrow", "x", today + one_day, true, {}, 0, NotitieRefusal::dag_in_toekomst},
        {"a category one may not see", "x", today, false, {}, 0, NotitieRefusal::onbekende_categorie},
        {"an unknown way", "x", today, true, "postduif", 0, NotitieRefusal::onbekende_wijze},
        {"a visit", "x", today, true, "huisbezoek", 55, {}},
        {"negative minutes", "x", today, true, "huisbezoek", -1, NotitieRefusal::minuten},
        {"longer than a day", "x", today, true, "huisbezoek", 1441, NotitieRefusal::minuten},
    };
    for (auto const& c : cases) {
        SCOPED_TRACE(c.name);
        EXPECT_EQ(check_notitie({c.tekst, c.dag, c.mag, c.wijze, c.minuten}, today), c.no);
        if (c.no) { EXPECT_GT(tekst(*c.no).size(), 10U); }
    }
}
TEST(dossier_taal, a_code_without_a_name_stays_a_code) {
    EXPECT_EQ(taal_naam("ti"), "Tigrinya");
    EXPECT_EQ(taal_naam("xx"), "xx");
}
TEST(dossier_fase, names_of_the_table) {
    for (auto const fase : {Fase::instroom, Fase::intake, Fase::pip, Fase::leerroute, Fase::voldaan})
        EXPECT_EQ(fase_van(naam(fase)), fase);
    EXPECT_EQ(fase_van("klaar"), std::nullopt);
}
}
}
