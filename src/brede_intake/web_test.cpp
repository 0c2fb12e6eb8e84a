#include "brede_intake/store.h"
#include "dossier/store.h"
#include "instroom/beleid.h"
#include "tests/web/harness.h"
#include "vertrouwen/store.h"

#include <algorithm>

namespace {
using web_testing::Answer;
using web_testing::Browser;
using web_testing::Fields;
using web_testing::WebTest;

class brede_intake_web : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(db, brede_intake_web, ::testing::ValuesIn(testing_support::engines()),
                         [](auto const& i) { return i.param; });

std::string path(WebTest::File const& file, std::string_view rest = {}) {
    return fmt::format("/dossiers/{}/intake{}", file.dossier.value, rest);
}
Fields day(std::string name, std::string d, std::string m = "11", std::string y = "2026") {
    return {{name + "-dag", std::move(d)}, {name + "-maand", std::move(m)}, {name + "-jaar", std::move(y)}};
}
Fields with(Fields a, Fields const& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}
Answer begin(Browser& me, WebTest::File const& file) {
    return me.post(path(file), with({{"plaats", "gemeente"}}, day("dag", "25")));
}
std::string area(std::string_view code) { return fmt::format("/leefgebieden/{}", code); }
/// The form of a page with all its marks, as a browser would send it.
Fields area_form(Answer const& page, std::string answer, std::string reason, std::string strong = {}) {
    Fields f{{"antwoord", std::move(answer)},
             {"reden", std::move(reason)},
             {"eigen_woorden", ""},
             {"sterk", std::move(strong)},
             {"nodig", ""}};
    for (auto const* field : {"antwoord", "reden", "eigen_woorden", "sterk", "nodig"})
        f.emplace_back("merk." + std::string{field}, page.input("merk." + std::string{field}));
    return f;
}
std::int64_t count(WebTest& t, std::string_view sql) {
    return t.database().read(db::Scope::system(),
                             [&](db::Connection& c) { return c.value<std::int64_t>(sql).value_or(-1); });
}

TEST_P(brede_intake_web, an_intake_begins_and_shows_thirteen_leefgebieden_as_not_asked) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    EXPECT_TRUE(me.get(path(file)).has("Brede intake beginnen"));
    EXPECT_EQ(begin(me, file).status, 303);
    auto const page = me.get(path(file));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("0 van 13 gevraagd"));
    EXPECT_TRUE(page.has("Dat is iets anders dan nee"));
    EXPECT_TRUE(page.has("nog 11 van 11"));
    EXPECT_TRUE(page.has("Dezelfde cijfers als tabel"));
    EXPECT_EQ(page.body.find("<h1"), page.body.rfind("<h1"));
    for (auto const& l : brede_intake::leefgebied_soorten()) {
        auto const one = me.get(path(file, area(l.code)));
        EXPECT_EQ(one.status, 200) << l.code;
        EXPECT_TRUE(one.has(l.gezondheid ? "geen ziekte, diagnose of medicijn" : "In eigen woorden")) << l.code;
    }
}

TEST_P(brede_intake_web, beginning_is_refused_where_the_rules_do) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    struct {
        Fields fields;
        std::string_view says;
    } const cases[] = {{with({{"plaats", "gemeente"}}, day("dag", "31", "02")), "Vul een dag in die bestaat"},
                       {with({{"plaats", "gemeente"}}, day("dag", "26")), "Deze dag ligt in de toekomst"},
                       {with({{"plaats", "azc"}}, day("dag", "25")), "niet aan de gemeente gekoppeld"},
                       {with({{"plaats", "maan"}}, day("dag", "25")), "Kies waar de intake begint"}};
    for (auto const& c : cases) {
        auto const no = me.post(path(file), c.fields);
        EXPECT_EQ(no.status, 422);
        EXPECT_TRUE(no.has(c.says)) << c.says;
    }
    EXPECT_EQ(begin(me, file).status, 303);
    EXPECT_EQ(begin(me, file).status, 422);   // one is open already
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM intake"), 1);
}

TEST_P(brede_intake_web, an_intake_begins_in_the_azc_when_coa_linked_the_person_and_the_policy_says_so) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel"), second = t.file("Filmon", "Tekle");
    auto me = t.as("klantmanager");
    t.database().write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
        for (auto const& f : {file, second})
            c.exec("INSERT INTO coa_koppeling (id, gemeente, persoon, locatie, gekoppeld_op) VALUES ($1, 1, $2, "
                   "'Budel', $3)",
                   {db::new_id(), f.persoon, Date{2026y / 11 / 25}});
        return 0;
    });
    EXPECT_EQ(me.post(path(file), with({{"plaats", "azc"}}, day("dag", "25"))).status, 303);
    EXPECT_TRUE(me.get(fmt::format("/dossiers/{}", file.dossier.value)).has("Brede intake begonnen in het azc"));
    t.database().write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
        auto const done =
            instroom::set_policy(c, vertrouwen::Access::systeem(GemeenteId{1}), t.program().shared().clock.now(),
                                 "intake.start_azc", "nee", Date{2026y / 1 / 1}, "Collegebesluit 2");
        EXPECT_TRUE(done);
        return 0;
    });
    auto const no = me.post(path(second), with({{"plaats", "azc"}}, day("dag", "25")));
    EXPECT_EQ(no.status, 422);
    EXPECT_TRUE(no.has("de intake niet in het azc begint"));
    auto const talk_there =
        me.post(path(file, "/gesprekken/nieuw"),
                with({{"plaats", "azc"}, {"wijze", "persoonlijk"}, {"tolk_wijze", "geen"}}, day("dag", "25")));
    EXPECT_EQ(talk_there.status, 422);
}

TEST_P(brede_intake_web, a_score_needs_a_reason_and_what_was_typed_stays) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    begin(me, file);
    auto const page = me.get(path(file, area("opleiding")));
    auto no = me.post(path(file, area("opleiding")), area_form(page, "3", "", "Rekent goed."));
    EXPECT_EQ(no.status, 422);
    EXPECT_TRUE(no.has("Schrijf waarom u deze score geeft."));
    EXPECT_TRUE(no.has("Rekent goed."));
    for (auto const* wrong : {"0", "6", "veel"}) {
        no = me.post(path(file, area("opleiding")), area_form(page, wrong, "Omdat."));
        EXPECT_EQ(no.status, 422) << wrong;
        EXPECT_TRUE(no.has("Kies een score van 1 tot en met 5"));
    }
    no = me.post(path(file, area("opleiding")), area_form(page, "3", std::string(100'000, 'x')));
    EXPECT_EQ(no.status, 422);
    EXPECT_TRUE(no.has("De tekst is te lang"));
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM intake_veld"), 0);
    auto const yes =
        me.post(path(file, area("opleiding")), with(area_form(page, "3", "Vijf jaar school."), {{"daarna", "verder"}}));
    EXPECT_EQ(yes.status, 303);
    EXPECT_EQ(yes.location, path(file, "/leefgebieden/werkervaring#werkblad"));
    EXPECT_TRUE(me.get(path(file)).has("1 van 13 gevraagd"));
    EXPECT_TRUE(me.get(path(file)).has("/intake/leefgebieden/opleiding#werkblad"));   // resume where one was
}

TEST_P(brede_intake_web, two_editors_choose_per_field) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    auto regisseur = t.as("regisseur");
    begin(me, file);
    regisseur.post("/toegang", {{"dossier", std::to_string(file.dossier.value)}, {"doel", "inburgering"}});
    auto const url = path(file, area("netwerk"));
    auto const mine = me.get(url), hers = regisseur.get(url);
    ASSERT_EQ(hers.status, 200);
    EXPECT_EQ(regisseur.post(url, area_form(hers, "4", "Kent de buren.", "Zingt in een koor.")).status, 303);
    auto const clash = me.post(url, area_form(mine, "", "", "Speelt voetbal."));
    EXPECT_EQ(clash.status, 409);
    EXPECT_TRUE(clash.has("Zingt in een koor."));
    EXPECT_TRUE(clash.has("Speelt voetbal."));
    EXPECT_FALSE(clash.has("Kent de buren."));   // untouched fields are no conflict
    Fields choice{{"sterk", clash.input("sterk")}, {"merk.sterk", clash.input("merk.sterk")}, {"kies.sterk", "beide"}};
    EXPECT_EQ(me.post(url, choice).status, 303);
    auto const now = me.get(url);
    EXPECT_TRUE(now.has("Zingt in een koor."));
    EXPECT_TRUE(now.has("Speelt voetbal."));
    EXPECT_TRUE(now.has("Kent de buren."));
}

TEST_P(brede_intake_web, a_refused_form_keeps_its_marks_so_that_a_later_conflict_is_seen) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    begin(me, file);
    auto const url = path(file, area("netwerk"));
    auto const page = me.get(url);
    EXPECT_EQ(me.post(url, area_form(page, "", "", "Eerst.")).status, 303);
    auto const refused = me.post(url, area_form(page, "3", "", "Daarna."));
    ASSERT_EQ(refused.status, 422);
    EXPECT_EQ(me.post(url, area_form(refused, "3", "Omdat.", "Daarna.")).status, 409);
}

TEST_P(brede_intake_web, saving_while_typing_answers_json_and_can_be_repeated) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    begin(me, file);
    auto const url = path(file, area("digitaal"));
    auto const page = me.get(url);
    EXPECT_TRUE(page.has("data-bewaar"));
    EXPECT_TRUE(page.has("bewaren."));
    auto const sent = with(area_form(page, "2", "", "Belt zelf."), {{"bewaar", "auto"}});
    auto const one = me.post(url, sent);
    EXPECT_EQ(one.status, 200);
    EXPECT_EQ(one.response.content_type, "application/json; charset=utf-8");
    EXPECT_TRUE(one.has("Opgeslagen om"));
    EXPECT_TRUE(one.has("Schrijf waarom u deze score geeft."));
    EXPECT_TRUE(one.has("\"sterk\":\"1."));
    EXPECT_EQ(me.post(url, sent).status, 200);   // sent again after a lost answer: no conflict
    EXPECT_TRUE(me.post(url, sent).has("\"samen\":false"));
    EXPECT_TRUE(me.post(url, sent).has("\"sterk\":\"1."));   // and the mark comes again
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM intake_veld"), 1);
}

TEST_P(brede_intake_web, the_baseline_is_filled_in_by_part_and_by_row) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    begin(me, file);
    for (auto const* part : {"opleiding", "werk", "taal", "gezin"})
        EXPECT_EQ(me.get(path(file, fmt::format("/basis/{}", part))).status, 200);
    EXPECT_EQ(me.get(path(file, "/basis/geld")).status, 404);
    EXPECT_EQ(me.post(path(file, "/basis/taal"), {{"alfabetisering", "AA"}}).status, 303);
    auto const mark = me.get(path(file, "/basis/taal")).input("merk.alfabetisering");
    EXPECT_EQ(me.post(path(file, "/basis/taal"), {{"alfabetisering", "B"}, {"merk.alfabetisering", mark}}).status, 422);
    EXPECT_EQ(me.post(path(file, "/basis/taal"), {{"alfabetisering", "A"}}).status, 409);   // without having seen AA
    Fields const work{{"soort", "betaald"}, {"land", "5022"}, {"beroep", "Kok"}, {"uren", "40"}};
    auto const end_first = me.post(path(file, "/basis/werk/nieuw"),
                                   with(with(work, day("van", "1", "5", "2020")), day("tot", "1", "4", "2020")));
    EXPECT_EQ(end_first.status, 422);
    EXPECT_TRUE(end_first.has("Het einde ligt voor het begin."));
    auto const no_day = me.post(path(file, "/basis/werk/nieuw"), with(work, day("van", "31", "02", "2020")));
    EXPECT_EQ(no_day.status, 422);
    EXPECT_TRUE(no_day.has("Vul een datum in die bestaat."));
    EXPECT_EQ(me.post(path(file, "/basis/werk/nieuw"), with(work, day("van", "", "", "2020"))).status, 303);
    auto const page = me.get(path(file, "/basis/werk"));
    EXPECT_TRUE(page.has("Kok"));
    EXPECT_TRUE(page.has("2020"));
    auto const id = count(t, "SELECT id FROM intake_werk");
    auto const row = path(file, fmt::format("/basis/werk/{}", id));
    auto other = work;
    other[2].second = "Bakker";
    other.emplace_back("versie", "1");
    EXPECT_EQ(me.post(row, other).status, 303);
    auto third = work;
    third.emplace_back("versie", "1");
    auto const clash = me.post(row, third);
    EXPECT_EQ(clash.status, 409);
    EXPECT_TRUE(clash.has("Bakker"));
    EXPECT_EQ(me.post(row + "/weghalen", {}).status, 303);
    EXPECT_EQ(me.get(row).status, 404);
    EXPECT_TRUE(me.get(path(file, "/basis")).has("Alfabet") || me.get(path(file, "/basis")).has("ander schrift"));
}

Fields talk(std::string text, std::string d = "25") {
    return with({{"plaats", "gemeente"},
                 {"wijze", "persoonlijk"},
                 {"tolk_wijze", "aanwezig"},
                 {"tolk_taal", "ti"},
                 {"verslag", std::move(text)}},
                day("dag", std::move(d)));
}

TEST_P(brede_intake_web, a_private_note_is_nowhere_but_in_its_own_file) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel"), partner = t.file("Filmon", "Tekle");
    auto me = t.as("klantmanager");
    begin(me, file);
    begin(me, partner);
    std::string const secret = "Wil weg bij haar man";
    auto const saved = me.post(path(file, "/prive/nieuw"), talk(secret + "."));
    ASSERT_EQ(saved.status, 303);
    auto const id = count(t, "SELECT id FROM intake_gesprek WHERE prive");
    auto const url = path(file, fmt::format("/prive/{}", id));
    EXPECT_TRUE(me.get(url).has(secret));
    // Not as an ordinary talk, not under the partner's file, not to a colleague who chose a purpose.
    EXPECT_EQ(me.get(path(file, fmt::format("/gesprekken/{}", id))).status, 404);
    EXPECT_EQ(me.get(path(partner, fmt::format("/prive/{}", id))).status, 404);
    auto other = t.as("klantmanager2");
    EXPECT_FALSE(other.get(url).has(secret));
    other.post("/toegang", {{"dossier", std::to_string(file.dossier.value)}, {"doel", "inburgering"}});
    auto const colleague = other.get(url);
    EXPECT_EQ(colleague.status, 200);
    EXPECT_FALSE(colleague.has(secret));
    EXPECT_TRUE(colleague.has("Dit verslag kunt u niet lezen."));
    EXPECT_EQ(other.post(url, talk("Overschreven.")).status, 403);
    for (auto const* role :
         {"jobcoach", "budgetbeheerder", "jurist", "planner", "functioneel_beheerder", "privacy_officer"}) {
        auto b = t.as(role);
        auto const no = b.get(url);
        EXPECT_EQ(no.status, 403) << role;
        EXPECT_FALSE(no.has(secret));
    }
    // Pages of both files that the writer may see.
    for (auto const& f : {file, partner})
        for (auto const* rest : {"", "/gezin", "/termijnen", "/persoon", "/duo", "/intake", "/intake/basis",
                                 "/intake/oproepen", "/intake/afronden"})
            EXPECT_FALSE(me.get(fmt::format("/dossiers/{}{}", f.dossier.value, rest)).has(secret)) << rest;
    EXPECT_FALSE(me.post("/zoeken", {{"q", "haar man"}}).has(secret));
    EXPECT_FALSE(t.as("regisseur").get("/mijn-werk").has(secret));
    // Reading it stands in the read log.
    EXPECT_GE(count(t, "SELECT COUNT(*) FROM leeslog WHERE handeling = 'intake.prive'"), 1);
}

TEST_P(brede_intake_web, a_talk_is_checked_and_its_version_too) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    EXPECT_EQ(me.get(path(file, "/gesprekken/nieuw")).status, 404);   // no intake yet
    begin(me, file);
    EXPECT_EQ(me.post(path(file, "/gesprekken/nieuw"), talk("Morgen.", "26")).status, 422);
    EXPECT_EQ(me.post(path(file, "/gesprekken/nieuw"), talk("Te vroeg.", "24")).status, 422);
    EXPECT_EQ(me.post(path(file, "/gesprekken/nieuw"), talk(std::string(100'000, 'x'))).status, 422);
    EXPECT_EQ(me.post(path(file, "/gesprekken/nieuw"), talk("<script>alert(1)</script>")).status, 303);
    auto const url = path(file, fmt::format("/gesprekken/{}", count(t, "SELECT id FROM intake_gesprek")));
    EXPECT_TRUE(me.get(url).has("&lt;script&gt;"));
    EXPECT_EQ(me.post(url, with(talk("Tweede."), {{"versie", "1"}})).status, 303);
    auto const late = me.post(url, with(talk("Derde."), {{"versie", "1"}}));
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.has("Tweede."));
    EXPECT_TRUE(late.has("Derde."));
}

TEST_P(brede_intake_web, the_legal_minimum_must_be_there_before_the_intake_is_closed) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    begin(me, file);
    auto const no = me.post(path(file, "/afronden"), {{"wijze", "gewoon"}});
    EXPECT_EQ(no.status, 422);
    EXPECT_TRUE(no.has("Nog niet alles wat de wet noemt is besproken."));
    EXPECT_EQ(me.post(path(file, "/afronden"), {{"wijze", "verstek"}, {"reden", "Omdat."}}).status, 422);
    for (auto const o : brede_intake::alle_onderdelen()) {
        auto const url = path(file, fmt::format("/wettelijk/{}", naam(o)));
        if (o == brede_intake::Onderdeel::apart_gesprek) {
            EXPECT_EQ(me.post(url, day("dag", "26")).status, 422);
            EXPECT_EQ(me.post(url, day("dag", "25")).status, 303);
        } else {
            EXPECT_EQ(me.post(url, {{"stand", "niet_relevant"}, {"grond", ""}}).status, 422) << naam(o);
            EXPECT_EQ(me.post(url, {{"stand", "niet_relevant"}, {"grond", "Bekend uit het azc."}}).status, 303);
        }
    }
    EXPECT_EQ(me.get(path(file, "/wettelijk/onbekend")).status, 404);
    EXPECT_TRUE(me.post(path(file, "/afronden"), {{"wijze", "gewoon"}}).has("Er is nog geen gesprek vastgelegd."));
    me.post(path(file, "/gesprekken/nieuw"), talk("Goed."));
    EXPECT_TRUE(me.get(path(file, "/afronden")).has("Intake afronden"));
    EXPECT_EQ(me.post(path(file, "/afronden"), {{"wijze", "gewoon"}}).status, 303);
    auto const page = me.get(path(file));
    EXPECT_TRUE(page.has("De brede intake is klaar"));
    EXPECT_TRUE(page.has("Nieuwe intake"));
    EXPECT_EQ(me.post(path(file, area("opleiding")), {{"antwoord", "1"}, {"reden", "Te laat."}}).status, 409);
    EXPECT_TRUE(me.get(path(file, area("opleiding"))).has("niets ingevuld"));
    EXPECT_TRUE(me.get(fmt::format("/dossiers/{}", file.dossier.value)).has("Brede intake afgerond"));
}

void choose_term(WebTest& t) {
    t.database().write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
        auto const done =
            instroom::set_policy(c, vertrouwen::Access::systeem(GemeenteId{1}), t.program().shared().clock.now(),
                                 "oproep.reactietermijn", "10", Date{2026y / 1 / 1}, "Collegebesluit 1");
        EXPECT_TRUE(done);
        return 0;
    });
}
Fields call(std::string d, std::string m = "12") {
    return with({{"begin", "9.30"},
                 {"einde", "10.30"},
                 {"plaats", "Stadhuisplein 1"},
                 {"wijze", "persoonlijk"},
                 {"tolk_taal", "ti"},
                 {"met", std::to_string(testing_support::user_of(1, "klantmanager").value)}},
                day("dag", std::move(d), std::move(m)));
}

TEST_P(brede_intake_web, an_oproep_waits_for_the_choice_of_the_municipality) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    auto const no = me.post(path(file, "/oproepen/nieuw"), call("10"));
    EXPECT_EQ(no.status, 422);
    EXPECT_TRUE(no.has("De gemeente moet nog kiezen hoeveel dagen"));
    choose_term(t);
    EXPECT_EQ(me.post(path(file, "/oproepen/nieuw"), call("1")).status, 422);   // less than ten days
    EXPECT_EQ(me.post(path(file, "/oproepen/nieuw"), call("31", "02")).status, 422);
    auto const sent = me.post(path(file, "/oproepen/nieuw"), call("10"));
    EXPECT_EQ(sent.status, 303);
    auto const page = me.get(sent.location);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Wat is er gebeurd?"));
    EXPECT_TRUE(page.has("Brief bekijken en versturen"));
    EXPECT_EQ(me.post(path(file, "/oproepen/nieuw"), call("11")).status, 422);   // one is under way
    EXPECT_EQ(
        me.post(sent.location, with({{"uitkomst", "niet_verschenen"}, {"reden", "Geen"}}, day("dag", "25"))).status,
        422);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM afspraak"), 1);
    auto const other = t.file("Filmon", "Tekle", "klantmanager", 2);
    auto there = t.as("klantmanager", 2);
    auto const id = count(t, "SELECT id FROM oproep");
    EXPECT_EQ(there.get(path(other, fmt::format("/oproepen/{}", id))).status, 404);
    EXPECT_EQ(there.get(sent.location).status, 404);
}

TEST_P(brede_intake_web, a_double_click_calls_up_once) {
    WebTest t{GetParam()};
    choose_term(t);
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    auto form = me.get(path(file, "/oproepen/nieuw"));
    form.body = form.body.substr(form.body.find("action=\"" + path(file, "/oproepen/nieuw")));
    auto fields = call("10");
    fields.emplace_back("_csrf", form.input("_csrf"));
    fields.emplace_back("_eenmalig", form.input("_eenmalig"));
    EXPECT_EQ(me.post_raw(path(file, "/oproepen/nieuw"), fields).status, 303);
    EXPECT_EQ(me.post_raw(path(file, "/oproepen/nieuw"), fields).status, 303);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM oproep"), 1);
}

TEST_P(brede_intake_web, a_valid_reason_gives_a_new_date) {
    WebTest t{GetParam()};
    choose_term(t);
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    auto const url = me.post(path(file, "/oproepen/nieuw"), call("10")).location;
    EXPECT_EQ(me.post(url, with({{"uitkomst", "geldige_reden"}, {"reden", ""}}, day("dag", "25"))).status, 422);
    EXPECT_EQ(
        me.post(url, with({{"uitkomst", "geldige_reden"}, {"reden", "Belde af, geldige reden."}}, day("dag", "25")))
            .status,
        303);
    auto const page = me.get(path(file, "/oproepen"));
    EXPECT_TRUE(page.has("Maak een nieuwe afspraak"));
    EXPECT_TRUE(page.has("Awb 5:41"));
    EXPECT_EQ(me.post(url + "/verwijt", {{"kon_komen", "ja"}}).status, 422);
    EXPECT_EQ(me.post(url + "/geen-boete", with({{"reden", "x"}}, day("dag", "25"))).status, 422);
}

/// The talk was three days ago: a page cannot plan in the past.
void let_time_pass(WebTest& t) {
    Date const talk{2026y / 11 / 22};
    t.database().write(db::Scope::system(), [&](db::Connection& c) {
        return c.exec("UPDATE oproep SET verzonden_op = $1, uiterlijk = $2, dag = $2 WHERE uitkomst = 'open'",
                      {talk - std::chrono::days{14}, talk});
    });
}
Answer miss(WebTest& t, Browser& me, WebTest::File const& file) {
    auto const url = me.post(path(file, "/oproepen/nieuw"), call("10")).location;
    let_time_pass(t);
    EXPECT_EQ(me.post(url, with({{"uitkomst", "niet_verschenen"}, {"reden", "Geen reden."}}, day("dag", "23"))).status,
              303);
    EXPECT_TRUE(me.get(url).has("Is dit te verwijten?"));
    EXPECT_EQ(me.post(url + "/verwijt", {{"kon_komen", "ja"}}).status, 422);   // not all questions
    Fields all;
    for (auto const* q : {"oproep_ontvangen", "oproep_begrepen", "reden_gevraagd", "geen_geldige_reden", "kon_komen"})
        all.emplace_back(q, "ja");
    EXPECT_EQ(me.post(url + "/verwijt", all).status, 303);
    EXPECT_EQ(me.post(url + "/verwijt", all).status, 422);   // judged once
    return me.get(url);
}

TEST_P(brede_intake_web, E24_the_pages_go_from_warning_to_proposal_and_never_to_a_fine) {
    WebTest t{GetParam()};
    choose_term(t);
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    EXPECT_TRUE(miss(t, me, file).has("Waarschuw schriftelijk en roep een tweede keer op"));
    EXPECT_TRUE(me.get(path(file, "/oproepen")).has("Waarschuwing en tweede oproep maken"));
    auto const second = miss(t, me, file);
    EXPECT_TRUE(second.has("Voorstel voor de jurist"));
    EXPECT_TRUE(second.has("Besluit van de jurist"));
    auto const page = me.get(path(file, "/oproepen"));
    EXPECT_TRUE(page.has("Voorstel: 0 euro."));   // the target group is not known: the gate is shut
    EXPECT_TRUE(page.has("Besluit 7.1"));
    EXPECT_EQ(me.post(path(file, "/oproepen/nieuw"), call("10")).status, 422);   // the jurist decides first
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM taak WHERE soort = 'handhaving' AND stand = 'open'"), 1);
    auto const url = path(file, fmt::format("/oproepen/{}", count(t, "SELECT MAX(id) FROM oproep")));
    EXPECT_EQ(me.post(url + "/geen-boete", with({{"reden", ""}}, day("dag", "25"))).status, 422);
    EXPECT_EQ(me.post(url + "/geen-boete", with({{"reden", "Geen onwil."}}, day("dag", "1"))).status, 422);
    EXPECT_EQ(me.post(url + "/geen-boete", with({{"reden", "Geen onwil."}}, day("dag", "25"))).status, 303);
    EXPECT_TRUE(me.get(path(file, "/oproepen")).has("De derde oproep kan tot en met maandag 25 januari 2027."));
    begin(me, file);
    EXPECT_EQ(me.post(path(file, "/afronden"), {{"wijze", "verstek"}, {"reden", "Gegevens."}}).status, 422);
    EXPECT_TRUE(miss(t, me, file).has("de intake kan bij verstek klaar"));
    EXPECT_TRUE(me.get(path(file, "/afronden")).has("Afronden zonder de persoon (bij verstek)"));
    EXPECT_EQ(me.post(path(file, "/afronden"), {{"wijze", "verstek"}, {"reden", ""}}).status, 422);
    EXPECT_EQ(me.post(path(file, "/afronden"), {{"wijze", "verstek"}, {"reden", "Gegevens van het COA."}}).status, 303);
    EXPECT_TRUE(me.get(path(file)).has("Afgerond zonder de persoon"));
}

TEST_P(brede_intake_web, who_does_no_intake_sees_nothing_of_it) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    begin(me, file);
    for (auto const* role : {"jobcoach", "budgetbeheerder", "jurist", "planner", "coordinator_vrijwilligers",
                             "beleidsmedewerker", "functioneel_beheerder", "privacy_officer"}) {
        auto b = t.as(role);
        EXPECT_EQ(b.get(path(file)).status, 403) << role;
        EXPECT_EQ(b.get(path(file, area("fysieke_gezondheid"))).status, 403) << role;
    }
    auto other = t.as("klantmanager", 2);
    EXPECT_EQ(other.get(path(file)).status, 404);
    // A purpose that has no base for health (Participatiewet) opens no health.
    auto colleague = t.as("klantmanager2");
    colleague.post("/toegang", {{"dossier", std::to_string(file.dossier.value)}, {"doel", "participatiewet"}});
    EXPECT_EQ(colleague.get(path(file, area("fysieke_gezondheid"))).status, 404);
    EXPECT_EQ(me.get(path(file, area("onbekend"))).status, 404);
}

TEST_P(brede_intake_web, the_municipality_orders_its_list) {
    WebTest t{GetParam()};
    auto admin = t.as("functioneel_beheerder");
    auto const page = admin.get("/beheer/leefgebieden");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("verplicht door de wet"));
    EXPECT_EQ(admin.post("/beheer/leefgebieden", {{"nieuw", "Opleiding"}}).status, 422);
    EXPECT_EQ(
        admin.post("/beheer/leefgebieden", {{"nieuw", "Wonen <b>"}, {"plaats.netwerk", "1"}, {"actief.netwerk", "ja"}})
            .status,
        303);
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    begin(me, file);
    auto const intake = me.get(path(file));
    EXPECT_TRUE(intake.has("Wonen &lt;b&gt;"));
    EXPECT_LT(intake.body.find("Sociaal netwerk"), intake.body.find("Leerbaarheid"));
    EXPECT_FALSE(intake.has("leefgebieden/digitaal#"));   // switched off
    EXPECT_TRUE(intake.has("leefgebieden/opleiding#"));   // the law keeps it
    EXPECT_EQ(me.get("/beheer/leefgebieden").status, 403);
}
}
