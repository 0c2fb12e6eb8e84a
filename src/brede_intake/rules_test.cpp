#include "brede_intake/rules.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace brede_intake {
namespace {
constexpr Date today{2026y / 11 / 25};
using Map = std::map<std::string, std::string>;

std::vector<VeldRefusal> faults(Map const& fields) {
    std::vector<VeldRefusal> all;
    for (auto const& f : check_gebied(fields)) all.push_back(f.reden);
    return all;
}

TEST(Wi2021_art14, thirteen_leefgebieden_come_with_criteria_for_every_score) {
    ASSERT_EQ(leefgebied_soorten().size(), 13U);
    std::set<std::string_view> codes;
    for (auto const& l : leefgebied_soorten()) {
        EXPECT_TRUE(codes.insert(l.code).second);
        for (auto const& score : l.scores) EXPECT_FALSE(score.naam.empty() || score.criterium.empty()) << l.code;
    }
    EXPECT_EQ(std::ranges::count_if(leefgebied_soorten(), [](auto const& l) { return l.gezondheid; }), 2);
}

TEST(Besluit_art5_2, the_legal_minimum_cannot_be_left_out_of_the_list) {
    auto list = standaardlijst();
    EXPECT_FALSE(check_lijst(list));
    for (auto& l : list) {
        if (!l.wettelijk()) continue;
        l.actief = false;
        EXPECT_EQ(check_lijst(list), LijstRefusal::wettelijk_weggelaten) << l.code;
        l.actief = true;
    }
    for (auto& l : list)
        if (!l.wettelijk()) l.actief = false;
    EXPECT_FALSE(check_lijst(list));
}

TEST(leefgebieden, every_refusal_of_a_list) {
    auto list = standaardlijst();
    list.push_back({.code = "vreemd", .titel = "Vreemd"});
    EXPECT_EQ(check_lijst(list), LijstRefusal::onbekende_code);
    list.back() = {.code = "eigen_1", .titel = " ", .eigen = true};
    EXPECT_EQ(check_lijst(list), LijstRefusal::geen_titel);
    list.back().titel = std::string(61, 'x');
    EXPECT_EQ(check_lijst(list), LijstRefusal::titel_te_lang);
    list.back().titel = "Opleiding";
    EXPECT_EQ(check_lijst(list), LijstRefusal::dubbele_titel);
    list.back().titel = "Wonen";
    EXPECT_FALSE(check_lijst(list));
    EXPECT_FALSE(criteria(list.back())[0].criterium.empty());
    for (int i = 2; i < 9; ++i) list.push_back({.code = "e", .titel = "Eigen " + std::to_string(i), .eigen = true});
    EXPECT_EQ(check_lijst(list), LijstRefusal::te_veel);
    for (auto const refusal : {LijstRefusal::wettelijk_weggelaten, LijstRefusal::te_veel, LijstRefusal::dubbele_titel})
        EXPECT_FALSE(tekst(refusal).empty());
}

TEST(leefgebied, a_score_without_a_reason_is_refused) {
    using enum VeldRefusal;
    EXPECT_EQ(faults({{"antwoord", "3"}, {"reden", ""}}), std::vector{score_zonder_reden});
    EXPECT_EQ(faults({{"antwoord", "3"}, {"reden", " \n"}}), std::vector{score_zonder_reden});
    EXPECT_TRUE(faults({{"antwoord", "3"}, {"reden", "Leest een brief met hulp."}}).empty());
    EXPECT_TRUE(faults({{"antwoord", "besproken"}, {"reden", ""}}).empty());
    EXPECT_TRUE(faults({{"antwoord", "wil_niet"}}).empty());
    EXPECT_TRUE(faults({{"antwoord", ""}}).empty());
    EXPECT_EQ(faults({{"antwoord", "niet_van_toepassing"}}), std::vector{stand_zonder_reden});
}

TEST(leefgebied, only_scores_one_to_five) {
    for (auto const* wrong : {"0", "6", "-1", "3.5", "10", "geen", " 3"})
        EXPECT_EQ(faults({{"antwoord", wrong}, {"reden", "Omdat."}}), std::vector{VeldRefusal::onbekend_antwoord})
            << wrong;
    for (auto const* right : {"1", "2", "3", "4", "5"})
        EXPECT_TRUE(faults({{"antwoord", right}, {"reden", "Omdat."}}).empty());
}

TEST(leefgebied, a_text_has_a_longest_length_in_characters) {
    std::string e;
    for (int i = 0; i < 4000; ++i) e += "é";
    EXPECT_TRUE(faults({{"nodig", e}}).empty());
    EXPECT_EQ(faults({{"nodig", e + "x"}}), std::vector{VeldRefusal::te_lang});
    EXPECT_EQ(faults({{"sterk", "\xff\xfe"}}), std::vector{VeldRefusal::ongeldig_teken});
    EXPECT_EQ(faults({{"sterk", std::string("a\0b", 3)}}), std::vector{VeldRefusal::ongeldig_teken});
}

TEST(leefgebied, not_asked_is_not_the_same_as_no) {
    EXPECT_EQ(antwoord_van(""), (Antwoord{Gebiedstand::niet_gevraagd, 0}));
    EXPECT_EQ(antwoord_van("wil_niet"), (Antwoord{Gebiedstand::wil_niet, 0}));
    EXPECT_EQ(antwoord_van("4"), (Antwoord{Gebiedstand::besproken, 4}));
    EXPECT_EQ(antwoord_van("6"), std::nullopt);
    for (auto const* text : {"", "1", "5", "besproken", "wil_niet", "niet_van_toepassing"})
        EXPECT_EQ(tekst(*antwoord_van(text)), text);
}

TEST(Wi2021_art37, health_has_a_conclusion_and_no_place_for_a_diagnosis) {
    EXPECT_EQ(gebiedvelden(true), (std::vector<std::string_view>{"antwoord", "reden", "nodig"}));
    EXPECT_EQ(gebiedvelden(false).size(), 5U);
}

TEST(two_editors, meet_at_a_field) {
    Veldstand const now{"Reist met de bus.", 3};
    EXPECT_EQ(samengaan(now, 3, true, "Reist zelf."), Samengaan::schrijven);
    EXPECT_EQ(samengaan(now, 2, true, "Reist zelf."), Samengaan::conflict);
    EXPECT_EQ(samengaan(now, 2, false, "Oude tekst."), Samengaan::blijft);        // did not touch it
    EXPECT_EQ(samengaan(now, 2, true, "Reist met de bus."), Samengaan::blijft);   // wrote the same
    EXPECT_EQ(kies(Keus::beide, "a", "b"), "a\n\nb");
    EXPECT_EQ(kies(Keus::hunne, "a", "b"), "a");
    EXPECT_EQ(kies(Keus::mijne, "a", "b"), "b");
    EXPECT_EQ(keus_van("geen"), std::nullopt);
}

Afhandeling stand_of(Minimumfeiten const& f, Onderdeel o) {
    auto const all = wettelijk_minimum(f);
    return std::ranges::find(all, o, &MinimumRegel::onderdeel)->stand;
}

TEST(Besluit_art5_2, everything_is_open_at_the_start) {
    auto const all = wettelijk_minimum({});
    ASSERT_EQ(all.size(), static_cast<std::size_t>(aantal_onderdelen));
    for (auto const& m : all) {
        EXPECT_EQ(m.stand, Afhandeling::open) << naam(m.onderdeel);
        EXPECT_FALSE(m.zin.empty());
        EXPECT_FALSE(bron(m.onderdeel).article.empty());
    }
}

TEST(Besluit_art5_2, what_is_filled_in_settles_a_part) {
    using enum Onderdeel;
    Minimumfeiten f;
    f.gebieden = {{"taalniveau", {Gebiedstand::besproken, 2}}, {"gezinssituatie", {Gebiedstand::wil_niet, 0}}};
    f.basis = {{"opleiding_gevolgd", "nee"}, {"kinderen_vve", "ja"}, {"kansen_werk", "Zorg"}};
    f.werk = 1;
    f.apart_gesprek_op = today;
    for (auto const o : {taalniveau, omstandigheden, opleiding, werkervaring, kansen_op_werk, apart_gesprek})
        EXPECT_EQ(stand_of(f, o), Afhandeling::afgedaan) << naam(o);
    EXPECT_EQ(stand_of(f, vve), Afhandeling::open);   // there are children, and nothing of their chances
    f.basis["vve_kansen"] = "Staat op de lijst.";
    EXPECT_EQ(stand_of(f, vve), Afhandeling::afgedaan);
    EXPECT_EQ(stand_of(f, zelfredzaamheid), Afhandeling::open);
}

TEST(Wi2021_art15, after_a_move_with_a_fixed_leerroute_some_parts_need_not_be_repeated) {
    using enum Onderdeel;
    Minimumfeiten const f{.gebieden = {}, .basis = {}, .gemeld = {}, .verhuisd_met_pip = true};
    for (auto const o : {leerbaarheidstoets, opleiding, werkervaring})
        EXPECT_EQ(stand_of(f, o), Afhandeling::niet_relevant);
    for (auto const o : {omstandigheden, fysieke_gezondheid, vve, apart_gesprek})
        EXPECT_EQ(stand_of(f, o), Afhandeling::open);
}

TEST(Besluit_art5_2, a_mark_needs_a_reason_and_the_right_to_talk_alone_is_never_left_out) {
    using enum Onderdeel;
    EXPECT_EQ(check_merk(vve, Afhandeling::niet_relevant, ""), MerkRefusal::geen_reden);
    EXPECT_EQ(check_merk(vve, Afhandeling::niet_relevant, "Geen kinderen."), std::nullopt);
    EXPECT_EQ(check_merk(vve, Afhandeling::open, ""), std::nullopt);
    EXPECT_EQ(check_merk(apart_gesprek, Afhandeling::niet_relevant, "Woont alleen."), MerkRefusal::mag_niet);
    EXPECT_EQ(check_merk(vve, Afhandeling::afgedaan, std::string(501, 'x')), MerkRefusal::te_lang);
    Minimumfeiten f;
    f.gemeld[leerbaarheidstoets] = {Afhandeling::afgedaan, "Uitslag van 3 november."};
    EXPECT_EQ(stand_of(f, leerbaarheidstoets), Afhandeling::afgedaan);
}

std::vector<MinimumRegel> all_done() {
    auto all = wettelijk_minimum({});
    for (auto& m : all) m.stand = Afhandeling::afgedaan;
    return all;
}
std::optional<AfrondRefusal> refusal(Afrondfeiten const& f) {
    auto const may = afronden(f);
    return may ? std::nullopt : std::optional{may.error().reden};
}

TEST(Wi2021_art14, the_intake_is_closed_when_the_minimum_is_there_and_somebody_was_spoken_to) {
    Afrondfeiten f{.gesprekken = 2, .minimum = all_done(), .reden = {}};
    EXPECT_EQ(refusal(f), std::nullopt);
    f.gesprekken = 0;
    EXPECT_EQ(refusal(f), AfrondRefusal::geen_gesprek);
    f.minimum.front().stand = Afhandeling::open;
    EXPECT_EQ(refusal(f), AfrondRefusal::minimum_open);
    f.minimum.front().stand = Afhandeling::niet_relevant;
    f.gesprekken = 1;
    EXPECT_EQ(refusal(f), std::nullopt);
    f.afgerond = true;
    EXPECT_EQ(refusal(f), AfrondRefusal::al_afgerond);
}

TEST(Wi2021_art14_lid2, in_absence_only_after_the_third_oproep_was_missed) {
    Afrondfeiten f{.minimum = wettelijk_minimum({}), .bij_verstek = true, .reden = "Gegevens van het COA."};
    EXPECT_EQ(refusal(f), AfrondRefusal::derde_oproep_niet_gemist);
    f.derde_oproep_gemist = true;
    EXPECT_EQ(refusal(f), std::nullopt);
    f.reden = " ";
    EXPECT_EQ(refusal(f), AfrondRefusal::geen_reden);
    std::string const longer(4001, 'x');
    f.reden = longer;
    EXPECT_EQ(refusal(f), AfrondRefusal::te_lang);
}

std::optional<BeginRefusal> begin_refusal(Beginfeiten const& f, std::string_view place, Date day = today) {
    auto const may = beginnen(f, place, day, today);
    return may ? std::nullopt : std::optional{may.error().reden};
}

TEST(Wi2021_art14, an_intake_may_begin_in_the_azc_from_the_moment_of_linking) {
    EXPECT_EQ(begin_refusal({.gekoppeld = true}, "azc"), std::nullopt);
    EXPECT_EQ(begin_refusal({.gekoppeld = false}, "azc"), BeginRefusal::niet_gekoppeld);
    EXPECT_EQ(begin_refusal({.gekoppeld = true, .azc_beleid = false}, "azc"), BeginRefusal::azc_mag_niet);
    EXPECT_EQ(begin_refusal({}, "gemeente"), std::nullopt);
    EXPECT_EQ(begin_refusal({}, "gemeente", today + std::chrono::days{1}), BeginRefusal::dag_in_toekomst);
    EXPECT_EQ(begin_refusal({}, "gemeente", Date{2021y / 12 / 31}), BeginRefusal::voor_de_wet);
    EXPECT_EQ(begin_refusal({}, "gemeente", Date{2022y / 1 / 1}), std::nullopt);
    // The latest is the one that began last: an earlier day would hide the new one behind the old.
    EXPECT_EQ(begin_refusal({.vorige = today}, "gemeente", today - std::chrono::days{1}), BeginRefusal::voor_de_vorige);
    EXPECT_EQ(begin_refusal({.vorige = today}, "gemeente", today), std::nullopt);
    EXPECT_EQ(begin_refusal({.loopt_al = true}, "gemeente"), BeginRefusal::loopt_al);
    EXPECT_EQ(begin_refusal({.open = false}, "gemeente"), BeginRefusal::dossier_gesloten);
}

TEST(Besluit_art5_2_lid2, notes_of_a_talk_alone_are_read_by_few) {
    EXPECT_TRUE(leest_prive(
        {.schreef_zelf = true, .eigen_of_vervanging = false, .regisseur = false, .mag_intake_schrijven = true}));
    EXPECT_TRUE(leest_prive({false, true, false, true}));
    EXPECT_TRUE(leest_prive({false, false, true, true}));
    EXPECT_FALSE(leest_prive({false, false, false, true}));   // a colleague of the team, by purpose
    EXPECT_FALSE(leest_prive({false, true, false, false}));   // a role that does no intake
}

TEST(werk, one_thing_to_do_well_before_the_pip) {
    Date const pip{2027y / 1 / 20};
    Werkfeiten f{.mag_beginnen = true, .pip_uiterlijk = pip, .afspraak = {}};
    auto const due = [&](Werksoort kind, Date day) {
        auto const w = volgend_werk(f, today);
        ASSERT_TRUE(w);
        EXPECT_EQ(w->soort, kind);
        EXPECT_EQ(w->uiterlijk, day);
    };
    due(Werksoort::uitnodigen, pip - std::chrono::weeks{8});
    f.oproep_loopt = true;
    f.afspraak = Date{2026y / 12 / 3};
    due(Werksoort::gesprek, *f.afspraak);
    f.gesprekken = 1;
    due(Werksoort::afronden, pip - std::chrono::weeks{3});
    f.pip_uiterlijk = today + std::chrono::days{2};
    due(Werksoort::afronden, today);
    f.afgerond = true;
    EXPECT_FALSE(volgend_werk(f, today));
    EXPECT_FALSE(volgend_werk({.mag_beginnen = false, .pip_uiterlijk = {}, .afspraak = {}}, today));
    EXPECT_FALSE(volgend_werk({.open = false, .mag_beginnen = true, .pip_uiterlijk = pip, .afspraak = {}}, today));
}
}
}
