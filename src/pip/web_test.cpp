#include "inburgeringstermijn/store.h"
#include "instroom/store.h"
#include "pip/store.h"
#include "tests/web/harness.h"

#include <thread>

using web_testing::Answer;
using web_testing::Browser;
using web_testing::Fields;
using web_testing::WebTest;
BOTH_ENGINES(pip_web);

namespace {
using inburgeringstermijn::FeitSoort;
constexpr Date today{2026y / 11 / 25};

struct Office : WebTest {
    using WebTest::WebTest;
    File semhar = file("Semhar", "Gebremeskel");
    db::Scope scope = db::Scope::of(GemeenteId{1});
    vertrouwen::Access system = vertrouwen::Access::systeem(GemeenteId{1});
    Timestamp now = platform::moment_of({today, 9, 30});

    std::string path(std::string_view rest = {}) const {
        return fmt::format("/dossiers/{}/plan{}", semhar.dossier.value, rest);
    }
    void fact(FeitSoort kind, Date day) {
        database().write(scope, [&](db::Connection& c) {
            inburgeringstermijn::add_fact(c, system, now, semhar.dossier, {kind, day, {}}, "hand", "");
            inburgeringstermijn::recompute(c, system, now, today, semhar.dossier);
        });
    }
    void prepared(instroom::Doelgroep group = instroom::Doelgroep::as_a) {
        fact(FeitSoort::plicht_begin, Date{2026y / 9 / 1});
        fact(FeitSoort::kennisgeving, Date{2026y / 9 / 18});
        fact(FeitSoort::brp_inschrijving, Date{2026y / 9 / 10});
        database().write(scope, [&](db::Connection& c) {
            instroom::set_target_group(c, system, now, semhar.persoon, group, "", "", "", Date{2026y / 9 / 1}, "hand");
            c.exec("INSERT INTO intake (id, gemeente, dossier, begonnen_op, plaats, begonnen_door, afgerond_op) "
                   "VALUES (50, 1, $1, $2, 'gemeente', 1, $3)",
                   {semhar.dossier, Date{2026y / 10 / 1}, Date{2026y / 11 / 2}});
            c.exec(
                "INSERT INTO leerbaarheidstoets (id, gemeente, dossier, stand, examennummer, uitslag, score, vereist, "
                "geregistreerd_op, reden, afwijking, door, op) VALUES (60, 1, $1, 'uitslag', 'LBT1', 'haalbaar', 1300, "
                "1250, $2, '', '', 1, $3)",
                {semhar.dossier, Date{2026y / 10 / 20}, now});
        });
    }
    static Fields route(std::string level = "", std::string seen = "0") {
        return {{"gezien", seen},
                {"onderwijs_onderzocht", "past_niet"},
                {"onderwijs_reden", "Besproken met het roc."},
                {"leerroute", "B"},
                {"leerroute_reden", "Past bij wat zij kan en wil."},
                {"niveau", level},
                {"uren", "900"},
                {"alfabetisering", "NVT"},
                {"opleiding_afmaken", "nee"},
                {"verder", "ja"}};
    }
    static Fields support() {
        return {{"gezien", "0"},     {"pvt_uren", "12"},          {"map_uren", "40"}, {"begeleiding", "Elke maand."},
                {"gesprekken", "6"}, {"voortgang", "Presentie."}, {"verder", "ja"}};
    }
    static Fields agreements(std::string ground = "Wi") {
        return {{"gezien", "0"},      {"wat-0", "Les volgen"}, {"wie-0", "Semhar"},     {"dag-0-dag", "11"},
                {"dag-0-maand", "1"}, {"dag-0-jaar", "2027"},  {"grondslag-0", ground}, {"verder", "ja"}};
    }
    static Fields goals() {
        return {{"gezien", "0"},
                {"doel-0", "Ik loop mee in de kas."},
                {"gebied-0", "werkervaring"},
                {"termijn-0", "kort"},
                {"verder", "ja"}};
    }
    /// A draft with everything in it, up to the check.
    void filled(Browser& desk) {
        EXPECT_EQ(desk.post(path("/beginnen"), {}).location, path("/leerroute"));
        EXPECT_EQ(desk.post(path("/leerroute"), route()).location, path("/begeleiding"));
        EXPECT_EQ(desk.post(path("/begeleiding"), support()).location, path("/doelen"));
        EXPECT_EQ(desk.post(path("/doelen"), goals()).location, path("/afspraken"));
        EXPECT_EQ(desk.post(path("/afspraken"), agreements()).location, path("/controle"));
    }
};
Fields dated(Date day, std::string seen, std::string why = "Komt later tekenen.") {
    std::chrono::year_month_day const d{day};
    return {{"dag-dag", std::to_string(static_cast<unsigned>(d.day()))},
            {"dag-maand", std::to_string(static_cast<unsigned>(d.month()))},
            {"dag-jaar", std::to_string(static_cast<int>(d.year()))},
            {"gezien", std::move(seen)},
            {"zonder", std::move(why)}};
}

TEST_P(pip_web, from_an_empty_plan_to_a_decision_with_its_letter) {
    Office t{GetParam()};
    t.prepared();
    auto desk = t.as("klantmanager");
    EXPECT_TRUE(desk.get(t.path()).has("Plan beginnen"));
    t.filled(desk);
    auto const check = desk.get(t.path("/controle"));
    EXPECT_TRUE(check.has("Dit plan kan worden vastgesteld")) << check.body;
    EXPECT_TRUE(check.has("Voorleggen aan de inburgeraar"));
    EXPECT_EQ(desk.post(t.path("/voorleggen"),
                        {{"dag-dag", "25"}, {"dag-maand", "11"}, {"dag-jaar", "2026"}, {"gezien", "4"}})
                  .location,
              t.path("/ondertekenen"));
    EXPECT_TRUE(desk.get(t.path("/ondertekenen")).has("Ik teken dit plan met mijn naam"));
    EXPECT_EQ(desk.post(t.path("/ondertekenen"),
                        {{"wijze", "naam"}, {"naam", "Semhar Gebremeskel"}, {"akkoord", "ja"}, {"gezien", "4"}})
                  .location,
              t.path("/controle"));
    auto const form = desk.get(t.path("/vaststellen"));
    EXPECT_TRUE(form.has("donderdag 26 november 2026")) << "the term begins a day later";
    EXPECT_FALSE(form.has("zonder handtekening?"));
    EXPECT_EQ(desk.post(t.path("/vaststellen"), dated(today, form.input("gezien"), "")).location, t.path());
    auto const plan = desk.get(t.path());
    EXPECT_TRUE(plan.has("geldt sinds"));
    EXPECT_TRUE(plan.has("Brief met het besluit versturen"));
    EXPECT_TRUE(plan.has("Ondertekend door"));
    EXPECT_TRUE(plan.has("Ik loop mee in de kas."));
    EXPECT_TRUE(desk.get(t.path("/afdruk")).has("Afgedrukt op"));
    EXPECT_TRUE(desk.get(fmt::format("/dossiers/{}/termijnen", t.semhar.dossier.value)).has("26 nov 2026"));
    EXPECT_TRUE(desk.get(t.path("/versies")).has("Versie 1"));
    EXPECT_TRUE(desk.get(t.path("/versies/1")).has("Vastgesteld"));
    EXPECT_EQ(desk.get(t.path("/versies/9")).status, 404);
    EXPECT_EQ(desk.get(t.path("/versies/1/x")).status, 404);
    EXPECT_EQ(desk.get(t.path("/leerroute")).location, t.path()) << "a fixed plan has no form";
    EXPECT_EQ(desk.post(t.path("/leerroute"), Office::route()).location, t.path());
}
TEST_P(pip_web, A2_in_a_first_plan_is_kept_and_explained_beside_the_field) {
    Office t{GetParam()};
    t.prepared();
    auto desk = t.as("klantmanager");
    desk.post(t.path("/beginnen"), {});
    EXPECT_EQ(desk.post(t.path("/leerroute"), Office::route("A2")).location, t.path("/leerroute"));
    auto const form = desk.get(t.path("/leerroute"));
    EXPECT_TRUE(form.has("A2 kan niet in een eerste PIP"));
    EXPECT_TRUE(form.has("PIP 1.2.0"));
    EXPECT_TRUE(form.has("Wet 17"));
    auto const check = desk.get(t.path("/controle"));
    EXPECT_TRUE(check.has("Dit plan kan nog niet worden vastgesteld"));
    EXPECT_TRUE(check.has("href=\"#niveau\""));
    EXPECT_TRUE(check.has("id=\"niveau\""));
    EXPECT_TRUE(check.has("href=\"#pvt_uren\"") || check.has("Schrijf welke ondersteuning"));
    auto const refused = desk.post(t.path("/vaststellen"), dated(today, "1"));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.has("A2 kan niet in een eerste PIP"));
}
TEST_P(pip_web, other_combinations_that_DUO_or_the_act_refuse) {
    Office t{GetParam()};
    t.prepared(instroom::Doelgroep::gm);
    auto desk = t.as("klantmanager");
    desk.post(t.path("/beginnen"), {});
    EXPECT_EQ(desk.post(t.path("/leerroute"), Office::route()).location, t.path("/leerroute"));
    EXPECT_TRUE(desk.get(t.path("/leerroute")).has("alleen bij asielstatushouders. Laat dit veld leeg"));
    auto fields = Office::route("B1", "1");
    fields[3].second = "Z";
    fields[6].second = "";
    EXPECT_EQ(desk.post(t.path("/leerroute"), fields).location, t.path("/leerroute"));
    auto const z = desk.get(t.path("/leerroute"));
    EXPECT_TRUE(z.has("B1 kan niet in de Z-route"));
    desk.post(t.path("/afspraken"), Office::agreements("Pw"));
    EXPECT_TRUE(desk.get(t.path("/afspraken")).has("Er is hier geen bijstand vastgelegd"));
    EXPECT_TRUE(desk.get(t.path("/controle")).has("anders dan de leerbaarheidstoets adviseert"));
}
TEST_P(pip_web, dates_of_the_decision) {
    Office t{GetParam()};
    t.prepared();
    auto desk = t.as("klantmanager");
    t.filled(desk);
    struct Case {
        Date day;
        char const* says;
    };
    for (auto const& c :
         {Case{Date{2026y / 8 / 31}, "voor het begin van de inburgeringsplicht"},
          Case{Date{2026y / 9 / 9}, "kwam wonen"}, Case{Date{2026y / 11 / 1}, "voor het einde van de brede intake"},
          Case{today + std::chrono::days{1}, "ligt in de toekomst"}}) {
        auto const refused = desk.post(t.path("/vaststellen"), dated(c.day, "4"));
        EXPECT_EQ(refused.status, 422);
        EXPECT_TRUE(refused.has(c.says)) << c.says;
        EXPECT_TRUE(refused.has("Komt later tekenen.")) << "what was typed stays";
    }
    EXPECT_EQ(desk.post(t.path("/vaststellen"), dated(today, "4", "")).status, 422) << "no signature, no reason";
    EXPECT_EQ(desk.post(t.path("/vaststellen"), dated(today, "3")).status, 409) << "the plan was changed meanwhile";
    EXPECT_EQ(desk.post(t.path("/vaststellen"), dated(today, "99999999999999999999")).status, 409);
    EXPECT_EQ(desk.post(t.path("/vaststellen"),
                        {{"gezien", "4"}, {"dag-dag", "31"}, {"dag-maand", "2"}, {"dag-jaar", "2026"}})
                  .status,
              422);
    EXPECT_EQ(desk.post(t.path("/vaststellen"), dated(today, "4")).status, 303);
}
TEST_P(pip_web, double_click_makes_one_plan) {
    Office t{GetParam()};
    t.prepared();
    auto desk = t.as("klantmanager");
    t.filled(desk);
    EXPECT_EQ(desk.post(t.path("/vaststellen"), dated(today, "4")).location, t.path());
    EXPECT_EQ(desk.post(t.path("/vaststellen"), dated(today, "4")).location, t.path()) << "told where it is";
    t.database().read(t.scope, [&](db::Connection& c) {
        EXPECT_EQ(c.value<std::int64_t>("SELECT COUNT(*) FROM pip WHERE dossier = $1", {t.semhar.dossier}), 1);
        EXPECT_EQ(c.value<std::int64_t>("SELECT COUNT(*) FROM brief WHERE dossier = $1", {t.semhar.dossier}), 1);
        EXPECT_EQ(c.value<std::int64_t>("SELECT COUNT(*) FROM taak WHERE dossier = $1 AND titel = 'Leerroute starten'",
                                        {t.semhar.dossier}),
                  1);
    });
}
TEST_P(pip_web, two_editors_see_both_values) {
    Office t{GetParam()};
    t.prepared();
    auto desk = t.as("klantmanager");
    desk.post(t.path("/beginnen"), {});
    desk.post(t.path("/leerroute"), Office::route());
    auto mine = Office::route();
    mine[4].second = "Mijn eigen reden.";
    auto const conflict = desk.post(t.path("/leerroute"), mine);
    EXPECT_EQ(conflict.status, 409);
    EXPECT_TRUE(conflict.has("Iemand heeft dit deel intussen gewijzigd."));
    EXPECT_TRUE(conflict.has("Past bij wat zij kan en wil."));
    EXPECT_TRUE(conflict.has("Mijn eigen reden."));
    EXPECT_EQ(conflict.input("gezien"), "1") << "the next save is one that knows";
    mine[0].second = "1";
    EXPECT_EQ(desk.post(t.path("/leerroute"), mine).status, 303);
    EXPECT_TRUE(desk.get(t.path("/leerroute")).has("Mijn eigen reden."));
}
TEST_P(pip_web, bad_input_is_told_and_kept) {
    Office t{GetParam()};
    t.prepared();
    auto desk = t.as("klantmanager");
    desk.post(t.path("/beginnen"), {});
    auto fields = Office::route();
    fields[4].second = std::string(100'000, 'x');
    auto const huge = desk.post(t.path("/leerroute"), fields);
    EXPECT_EQ(huge.status, 422);
    EXPECT_TRUE(huge.has("Deze tekst is te lang"));
    EXPECT_TRUE(huge.has(std::string(100'000, 'x')));
    fields = Office::route("C1");
    fields[3].second = "X";
    fields[6].second = "veel";
    auto const unknown = desk.post(t.path("/leerroute"), fields);
    EXPECT_EQ(unknown.status, 422);
    EXPECT_TRUE(unknown.has("Kies een van de mogelijkheden"));
    EXPECT_TRUE(unknown.has("Vul een heel getal in"));
    EXPECT_TRUE(unknown.has("value=\"veel\""));
    EXPECT_EQ(desk.get(t.path("/onbekend")).status, 404);
    EXPECT_EQ(desk.post(t.path("/onbekend"), {}).status, 404);
    auto goal = Office::goals();
    goal[1].second = "<script>alert(1)</script>";
    goal[2].second = "";
    auto const no_area = desk.post(t.path("/doelen"), goal);
    EXPECT_EQ(no_area.status, 422);
    EXPECT_TRUE(no_area.has("Kies bij welk leefgebied dit doel hoort"));
    EXPECT_TRUE(no_area.has("&lt;script&gt;"));
    EXPECT_FALSE(no_area.has("<script>alert"));
    auto agreement = Office::agreements("Xx");
    agreement[1].second = "";
    agreement[3].second = "32";
    auto const wrong = desk.post(t.path("/afspraken"), agreement);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.has("Schrijf wat er is afgesproken"));
    EXPECT_TRUE(wrong.has("Kies op grond van welke wet"));
    EXPECT_TRUE(wrong.has("Vul een dag in die bestaat"));
    EXPECT_EQ(desk.post(t.path("/leerroute"), {{"gezien", "abc"}}).status, 409);
}
TEST_P(pip_web, signatures) {
    Office t{GetParam()};
    t.prepared();
    auto desk = t.as("klantmanager");
    t.filled(desk);
    auto const sign = [&](Fields fields) {
        fields.emplace_back("gezien", "4");
        return desk.post(t.path("/ondertekenen"), std::move(fields));
    };
    EXPECT_EQ(sign({{"wijze", "naam"}, {"naam", "Semhar"}}).status, 422) << "no tick";
    EXPECT_EQ(sign({{"wijze", "naam"}, {"naam", ""}, {"akkoord", "ja"}}).status, 422);
    EXPECT_EQ(sign({{"wijze", "naam"}, {"naam", std::string(900, 'a')}, {"akkoord", "ja"}}).status, 422);
    EXPECT_EQ(sign({{"wijze", "iets"}, {"naam", "Semhar"}}).status, 422);
    EXPECT_EQ(sign({{"wijze", "tekening"}, {"naam", "Semhar"}, {"tekening", "1,1 2,2"}}).status, 422);
    EXPECT_EQ(sign({{"wijze", "tekening"}, {"naam", "Semhar"}, {"tekening", "1,1 2,2\"/><script>"}}).status, 422);
    EXPECT_EQ(sign({{"wijze", "tekening"}, {"naam", "Semhar"}, {"tekening", "1,1 2,2 3,3;9,9 10,10 1001,4"}}).status,
              422);
    EXPECT_EQ(
        sign({{"wijze", "tekening"}, {"naam", std::string(80, 'N')}, {"tekening", "1,1 2,2 3,3;9,9 10,10"}}).status,
        303);
    auto const plan = desk.get(t.path());
    EXPECT_TRUE(plan.has("points=\"1,1 2,2 3,3\""));
    EXPECT_TRUE(plan.has(std::string(80, 'N')));
    Fields const scan{{"wijze", "document"}, {"naam", "Semhar"},  {"gezien", "4"},
                      {"dag-dag", "25"},     {"dag-maand", "11"}, {"dag-jaar", "2026"}};
    EXPECT_EQ(desk.upload(t.path("/ondertekenen"), "document", "plan.pdf", "MZ this is no pdf", scan).status, 422);
    EXPECT_EQ(desk.upload(t.path("/ondertekenen"), "document", "plan.pdf", "", scan).status, 422);
    auto const kept =
        desk.upload(t.path("/ondertekenen"), "document", "plan.pdf", "%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n", scan);
    EXPECT_EQ(kept.status, 303) << kept.body;
    EXPECT_TRUE(desk.get(t.path()).has("Getekend op papier, gescand"));
}
TEST_P(pip_web, versions_side_by_side) {
    Office t{GetParam()};
    t.prepared();
    auto desk = t.as("klantmanager");
    t.filled(desk);
    desk.post(t.path("/vaststellen"), dated(today, "4"));
    EXPECT_EQ(desk.post(t.path("/beginnen"), {}).location, t.path("/leerroute"));
    auto fields = Office::support();
    fields[3].second = "Elke week.";
    EXPECT_EQ(desk.post(t.path("/begeleiding"), fields).status, 303);
    auto const both = desk.get(t.path("/versies/1/2"));
    EXPECT_TRUE(both.has("<del>Elke maand.</del>"));
    EXPECT_TRUE(both.has("<ins>Elke week.</ins>"));
    EXPECT_FALSE(both.has("Presentie."));
    EXPECT_TRUE(desk.get(t.path("/controle")).has("Schrijf waarom het plan verandert"));
    EXPECT_TRUE(desk.get(t.path("/versies/2/2")).has("Deze versies zijn gelijk."));
    EXPECT_EQ(desk.post(t.path("/verwerpen"), {}).location, t.path());
    EXPECT_TRUE(desk.get(t.path()).has("geldt sinds"));
}
TEST_P(pip_web, who_may_what) {
    Office t{GetParam()};
    t.prepared();
    auto desk = t.as("klantmanager");
    t.filled(desk);
    auto stranger = t.as("regisseur", 2);
    EXPECT_EQ(stranger.get(t.path()).status, 404) << "another municipality";
    EXPECT_EQ(stranger.post(t.path("/vaststellen"), dated(today, "4")).status, 404);
    auto jobcoach = t.as("jobcoach");
    jobcoach.post("/toegang", {{"dossier", std::to_string(t.semhar.dossier.value)}, {"doel", "inburgering"}});
    auto const seen = jobcoach.get(t.path());
    EXPECT_EQ(seen.status, 200);
    EXPECT_FALSE(seen.has("Plan invullen"));
    EXPECT_EQ(jobcoach.get(t.path("/leerroute")).status, 403);
    EXPECT_EQ(t.as("planner").get(t.path()).status, 403);
}
TEST_P(pip_web, delay_in_the_workers_own_words) {
    Office t{GetParam()};
    t.prepared();
    auto desk = t.as("klantmanager");
    EXPECT_EQ(desk.post(t.path("/oorzaak"), {{"tekst", "=HYPERLINK(\"x\")"}}).location, t.path());
    EXPECT_TRUE(desk.get(t.path("/oorzaak")).has("HYPERLINK"));
    EXPECT_EQ(desk.post(t.path("/oorzaak"), {{"tekst", std::string(2000, 'x')}}).status, 422);
    auto const list = desk.get("/pip-op-tijd");
    EXPECT_TRUE(list.has("Semhar Gebremeskel"));
    EXPECT_TRUE(list.has("Plan nog niet begonnen"));
    auto const csv = desk.get("/pip-op-tijd/uitvoer");
    EXPECT_TRUE(csv.has("\"'=HYPERLINK"));
    EXPECT_TRUE(csv.has("\"Plan nog niet begonnen\""));
    EXPECT_FALSE(desk.get("/pip-op-tijd?oorzaak=voorgelegd").has("Semhar Gebremeskel"));
    EXPECT_TRUE(
        desk.get("/pip-op-tijd?oorzaak=x&team=abc&wie=-1&stand=x&week=2026-11-24&na=x.y").has("Semhar Gebremeskel"));
    EXPECT_TRUE(desk.get("/pip-op-tijd?week=2026-11-23").has("Alleen de week van"));
    EXPECT_FALSE(t.as("klantmanager2").get("/pip-op-tijd").has("Semhar Gebremeskel")) << "another team";
    EXPECT_FALSE(t.as("regisseur", 2).get("/pip-op-tijd?stand=alles").has("Semhar Gebremeskel"));
    EXPECT_EQ(t.as("jobcoach").get("/pip-op-tijd").status, 403);
}
TEST_P(pip_web, a_file_without_anything) {
    Office t{GetParam()};
    auto desk = t.as("klantmanager");
    EXPECT_TRUE(desk.get(t.path()).has("Er is nog geen plan"));
    for (auto const* step : {"/leerroute", "/controle", "/voorleggen", "/ondertekenen", "/verwerpen"})
        EXPECT_EQ(desk.get(t.path(step)).location, t.path()) << step;
    EXPECT_EQ(desk.get(t.path("/vaststellen")).status, 303);
    EXPECT_EQ(desk.get(t.path("/afdruk")).status, 404);
    EXPECT_EQ(desk.post(t.path("/vaststellen"), dated(today, "0")).location, t.path());
    desk.post(t.path("/beginnen"), {});
    auto const check = desk.get(t.path("/controle"));
    EXPECT_TRUE(check.has("De brede intake is nog niet afgerond"));
    EXPECT_TRUE(check.has("De doelgroep is nog niet bekend"));
    EXPECT_TRUE(check.has("Kies een leerroute"));
    EXPECT_EQ(desk.post(t.path("/voorleggen"), {{"dag-dag", "25"}, {"dag-maand", "11"}, {"dag-jaar", "2026"}}).status,
              422);
}
}
