#include "instroom/inlees.h"
#include "instroom/store.h"
#include "tests/web/harness.h"

#include <gtest/gtest.h>

namespace {
using web_testing::Answer;
using web_testing::Browser;
using web_testing::Fields;
using web_testing::WebTest;

class instroom_web : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(db, instroom_web, ::testing::ValuesIn(testing_support::engines()),
                         [](auto const& i) { return i.param; });

std::string path(WebTest::File const& file, std::string_view rest = {}) {
    return fmt::format("/dossiers/{}{}", file.dossier.value, rest);
}
std::int64_t count(WebTest& t, std::string_view sql) {
    return t.database().read(db::Scope::system(),
                             [&](db::Connection& c) { return c.value<std::int64_t>(sql).value_or(-1); });
}
Fields person(std::string voornamen, std::string geslachtsnaam = "Haile") {
    return {{"voornamen", std::move(voornamen)},
            {"voorvoegsel", ""},
            {"geslachtsnaam", std::move(geslachtsnaam)},
            {"geslacht", "V"},
            {"geboren-dag", "14"},
            {"geboren-maand", "3"},
            {"geboren-jaar", "1997"}};
}
Fields with(Fields fields, std::string_view name, std::string value) {
    for (auto& [key, old] : fields)
        if (key == name) {
            old = std::move(value);
            return fields;
        }
    fields.emplace_back(name, std::move(value));
    return fields;
}
instroom::Persoonsgegevens from_brp() {
    instroom::Persoonsgegevens g;
    g.bsn = Bsn::parse("999993653").value();
    g.a_nummer = "8940402024";
    g.naam = {"Almaz", "", "", "Haile"};
    g.geslacht = "V";
    g.geboren = PartialDate::parse("1997-03-14").value();
    g.herkomst = "brp";
    return g;
}
PersoonId add(WebTest& t, instroom::Persoonsgegevens const& g, int gemeente = 1) {
    return t.database().write(db::Scope::of(GemeenteId{gemeente}), [&](db::Connection& c) {
        return instroom::upsert(c, t.kluis(), vertrouwen::Access::systeem(GemeenteId{gemeente}),
                                t.program().shared().clock.now(), g)
            .persoon;
    });
}

// ---- the list ----
TEST_P(instroom_web, the_list_is_by_name_with_filters_and_pages) {
    WebTest t{GetParam()};
    for (int i = 0; i < 60; ++i) {
        instroom::Persoonsgegevens g;
        g.naam = {"Naam", "", "", fmt::format("Fam{:02}", i)};
        g.herkomst = "hand";
        add(t, g);
    }
    auto const file = t.file("Semhar", "Aaaa");
    auto me = t.as("regisseur");
    auto const first = me.get("/inburgeraars");
    EXPECT_EQ(first.status, 200);
    EXPECT_TRUE(first.has("Semhar Aaaa"));
    EXPECT_TRUE(first.has("Naam Fam48"));
    EXPECT_FALSE(first.has("Naam Fam49"));
    EXPECT_TRUE(first.has("Nieuwe persoon"));
    auto const at = first.body.find("/inburgeraars?na=");
    ASSERT_NE(at, std::string::npos);
    auto const second = me.get(first.body.substr(at, first.body.find('"', at) - at));
    EXPECT_TRUE(second.has("Naam Fam49"));
    EXPECT_FALSE(second.has("Naam Fam48"));
    EXPECT_TRUE(me.get("/inburgeraars?fase=instroom").has("Semhar Aaaa"));
    EXPECT_FALSE(me.get("/inburgeraars?fase=instroom").has("Naam Fam00"));
    EXPECT_FALSE(me.get("/inburgeraars?fase=geen").has("Semhar Aaaa"));
    EXPECT_TRUE(me.get("/inburgeraars?groep=AS-a").has("Er is niemand met deze doelgroep en fase."));
    EXPECT_TRUE(me.get("/inburgeraars?groep=onbekend&fase=instroom").has("Semhar Aaaa"));
    for (auto const* odd : {"/inburgeraars?groep=%27%3B--&fase=%3Cscript%3E", "/inburgeraars?na=%00.1",
                            "/inburgeraars?na=zzz.-", "/inburgeraars?na=."})
        EXPECT_EQ(me.get(odd).status, 200) << odd;
    EXPECT_GT(count(t, "SELECT COUNT(*) FROM leeslog WHERE handeling = 'lijst'"), 0);
    (void)file;
}

TEST_P(instroom_web, other_municipalities_people_do_not_exist_here) {
    WebTest t{GetParam()};
    auto const theirs = add(t, from_brp(), 2);
    auto me = t.as("regisseur");
    EXPECT_FALSE(me.get("/inburgeraars").has("Almaz"));
    EXPECT_EQ(me.get("/inburgeraars/" + std::to_string(theirs.value)).status, 404);
    EXPECT_EQ(me.post("/inburgeraars/" + std::to_string(theirs.value) + "/dossier", {}).status, 404);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM dossier"), 0);
}

TEST_P(instroom_web, a_person_without_a_file_gets_one) {
    WebTest t{GetParam()};
    auto const id = std::to_string(add(t, from_brp()).value);
    auto me = t.as("regisseur");
    EXPECT_TRUE(me.get("/inburgeraars/" + id).has("Dossier openen"));
    auto const opened = me.post("/inburgeraars/" + id + "/dossier", {});
    EXPECT_EQ(opened.status, 303);
    EXPECT_TRUE(opened.location.starts_with("/dossiers/"));
    EXPECT_EQ(me.get("/inburgeraars/" + id).location, opened.location);
    me.post("/inburgeraars/" + id + "/dossier", {});
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM dossier"), 1) << "one open file a person";
    EXPECT_FALSE(t.as("planner").get("/inburgeraars/" + id).has("Dossier openen"));
}

// ---- registering ----
TEST_P(instroom_web, people_are_accepted_as_they_are) {
    WebTest t{GetParam()};
    auto me = t.as("regisseur");
    Fields const mononym{{"voornamen", "Rahmatullah"}, {"geslacht", "O"},        {"geboren-dag", ""},
                         {"geboren-maand", ""},        {"geboren-jaar", "1980"}, {"v_nummer", "273 104 9958"}};
    auto const saved = me.post("/inburgeraars/nieuw", mononym);
    ASSERT_EQ(saved.status, 303) << saved.body.substr(0, 3000);
    auto const page = me.get(saved.location);
    EXPECT_EQ(page.status, 403) << "opened by a regisseur who is not on the file: a purpose comes first";
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM persoon WHERE geboortedatum = '1980-00-00' AND geslachtsnaam IS NULL AND "
                       "v_nummer = '2731049958'"),
              1);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM dossier WHERE fase = 'instroom' AND stand = 'open'"), 1);
    Fields const nothing{{"geslachtsnaam", "Noor"}, {"geslacht", "V"}};
    EXPECT_EQ(me.post("/inburgeraars/nieuw", nothing).status, 303) << "no number, no birth date, no given name";
}

TEST_P(instroom_web, a_klantmanager_gets_the_file_that_he_opens) {
    WebTest t{GetParam()};
    auto me = t.as("klantmanager");
    auto const saved = me.post("/inburgeraars/nieuw", {{"voornamen", "Semhar"}, {"geslacht", "V"}});
    ASSERT_EQ(saved.status, 303);
    EXPECT_EQ(me.get(saved.location).status, 200) << saved.location;
    EXPECT_EQ(t.as("klantmanager2").get(saved.location).status, 403) << "a colleague still names a purpose";
}

TEST_P(instroom_web, errors_stand_beside_their_fields_and_what_was_typed_is_kept) {
    WebTest t{GetParam()};
    auto me = t.as("regisseur");
    auto const refused = [&](Fields const& fields, std::string_view message) {
        auto const answer = me.post("/inburgeraars/nieuw", fields);
        EXPECT_EQ(answer.status, 422);
        EXPECT_TRUE(answer.has(message)) << message;
        EXPECT_TRUE(answer.has("value=\"Haile\"") || fields[2].second != "Haile");
    };
    refused(with(person("Almaz"), "bsn", "999993654"), "elfproef");
    refused(with(person("Almaz"), "bsn", "12345"), "negen cijfers");
    refused(with(person("Almaz"), "v_nummer", "12ab"), "tien cijfers");
    refused(with(with(person("Almaz"), "geboren-dag", "31"), "geboren-maand", "2"), "Deze dag bestaat niet");
    refused(with(person("Almaz"), "geboren-jaar", "2030"), "in de toekomst");
    refused(with(person("Almaz"), "geboren-jaar", "97"), "Vul een datum in");
    refused(with(person("", ""), "geslacht", "V"), "Vul een naam in");
    refused(with(person("Almaz"), "geslacht", "X"), "Kies een antwoord");
    refused(person(std::string(300, 'x')), "hooguit 200 tekens");
    refused(person("Alm\xE2\x80\xAE"
                   "az"),
            "onzichtbare tekens");
    refused(person(std::string{"Alm\0az", 6}), "onzichtbare tekens");
    refused(with(person("Almaz"), "telefoon", "bel mij"), "telefoonnummer");
    refused(with(person("Almaz"), "email", "geen adres"), "e-mailadres");
    refused(with(person("Almaz"), "nationaliteit", "9999"), "uit de lijst");
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM persoon"), 0);
}

TEST_P(instroom_web, a_name_is_text_everywhere) {
    WebTest t{GetParam()};
    auto me = t.as("regisseur");
    EXPECT_EQ(me.post("/inburgeraars/nieuw", person("<script>alert(1)</script>", "\"><img onerror=x> {{7*7}}")).status,
              303);
    auto const list = me.get("/inburgeraars");
    EXPECT_TRUE(list.has("&lt;script&gt;alert(1)&lt;/script&gt;"));
    EXPECT_FALSE(list.has("<script>alert"));
    EXPECT_FALSE(list.has("<img onerror"));
}

TEST_P(instroom_web, look_alikes_are_shown_before_anything_is_saved) {
    WebTest t{GetParam()};
    add(t, from_brp());
    auto me = t.as("regisseur");
    auto const shown = me.post("/inburgeraars/nieuw", person("Almas", "Hayle"));
    EXPECT_EQ(shown.status, 422);
    EXPECT_TRUE(shown.has("Er is al iemand die hierop lijkt"));
    EXPECT_TRUE(shown.has("Zelfde geboortedatum"));
    EXPECT_TRUE(shown.has("van 100"));
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM persoon"), 1);
    EXPECT_EQ(me.post("/inburgeraars/nieuw", with(person("Almas", "Hayle"), "toch", "ja")).status, 303);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM persoon"), 2);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM dubbel WHERE stand = 'open'"), 1) << "and the desk knows of it";
    auto const taken =
        me.post("/inburgeraars/nieuw", with(with(person("Iemand", "Anders"), "bsn", "999993653"), "toch", "ja"));
    EXPECT_EQ(taken.status, 422);
    EXPECT_TRUE(taken.has("Met dit nummer staat hier al iemand."));
}

TEST_P(instroom_web, a_double_click_registers_one_person) {
    WebTest t{GetParam()};
    auto me = t.as("regisseur");
    auto fields = person("Almaz");
    Answer only = me.get("/inburgeraars/nieuw");
    only.body = only.body.substr(only.body.find("action=\"/inburgeraars/nieuw\""));
    fields.emplace_back("_csrf", only.input("_csrf"));
    fields.emplace_back("_eenmalig", only.input("_eenmalig"));
    auto const once = me.post_raw("/inburgeraars/nieuw", fields), twice = me.post_raw("/inburgeraars/nieuw", fields);
    EXPECT_EQ(once.status, 303);
    EXPECT_EQ(twice.location, once.location);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM persoon"), 1);
}

// ---- the person in the file ----
TEST_P(instroom_web, the_second_editor_chooses_per_field) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    EXPECT_TRUE(me.get(path(file, "/persoon")).has("Persoon wijzigen"));
    auto const edit = path(file, "/persoon/wijzigen");
    auto const form = me.get(edit);
    ASSERT_EQ(form.status, 200);
    Fields const both{{"voornamen", "Semhar"},
                      {"was_voornamen", form.input("was_voornamen")},
                      {"geslachtsnaam", "Gebremeskel"},
                      {"was_geslachtsnaam", "Gebremeskel"},
                      {"geslacht", "O"},
                      {"was_geslacht", form.input("was_geslacht")},
                      {"geboren-dag", "17"},
                      {"geboren-maand", "5"},
                      {"geboren-jaar", "1990"},
                      {"was_geboren", form.input("was_geboren")},
                      {"was_taal", ""},
                      {"was_tolk_wens", ""}};
    EXPECT_EQ(me.post(edit, with(with(both, "taal", "ti"), "tolk_wens", "")).status, 303);
    // The other one had the form open already: touched the interpreter's wish and the language.
    auto const clash = me.post(edit, with(with(both, "taal", "ar"), "tolk_wens", "vrouw"));
    EXPECT_EQ(clash.status, 409);
    EXPECT_TRUE(clash.has("Iemand anders heeft deze persoon intussen gewijzigd"));
    EXPECT_TRUE(clash.has("Tigrinya"));
    EXPECT_TRUE(clash.has("Arabisch"));
    EXPECT_TRUE(clash.has("value=\"vrouw\"")) << "nothing that was typed is lost";
    EXPECT_FALSE(clash.has("kies_tolk_wens")) << "only what both changed is asked";
    EXPECT_EQ(me.post(edit, with(with(with(both, "taal", "ar"), "tolk_wens", "vrouw"), "kies_taal", "ander")).status,
              303);
    auto const page = me.get(path(file, "/persoon"));
    EXPECT_TRUE(page.has("Tigrinya"));
    EXPECT_TRUE(page.has("vrouw"));
}

TEST_P(instroom_web, a_hidden_field_that_is_posted_changes_nothing) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    t.database().write(db::Scope::system(), [&](db::Connection& c) {
        c.exec("UPDATE persoon SET herkomst = 'brp' WHERE id = $1", {file.persoon});
    });
    auto me = t.as("klantmanager");
    auto const edit = path(file, "/persoon/wijzigen");
    EXPECT_TRUE(me.get(edit).has("komen uit de BRP"));
    EXPECT_EQ(me.post(edit, {{"geslachtsnaam", "Anders"},
                             {"was_geslachtsnaam", "Gebremeskel"},
                             {"geheimhouding", "7"},
                             {"overleden-jaar", "2020"},
                             {"taal", "ti"},
                             {"was_taal", ""}})
                  .status,
              303);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM persoon WHERE geslachtsnaam = 'Gebremeskel' AND geheimhouding = 0 AND "
                       "taal = 'ti' AND overleden_op IS NULL"),
              1);
}

TEST_P(instroom_web, secrecy_shows_no_address) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    t.database().write(db::Scope::system(), [&](db::Connection& c) {
        c.exec("UPDATE persoon SET geheimhouding = 7 WHERE id = $1", {file.persoon});
        c.exec("INSERT INTO adres (id, gemeente, persoon, functie, straat, huisnummer, postcode, woonplaats, "
               "aangemaakt) VALUES (1, 1, $1, 'W', 'Schuilstraat', 3, '5461AB', 'Veghel', $2)",
               {file.persoon, Timestamp{}});
        c.exec("INSERT INTO toewijzing (id, gemeente, dossier, rol, gebruiker, vanaf, door, tijdstip) VALUES (5, 1, "
               "$1, 'regisseur', $2, $3, 0, $4)",
               {file.dossier, testing_support::user_of(1, "regisseur"), Date{2026y / 1 / 1}, Timestamp{}});
    });
    EXPECT_TRUE(t.as("klantmanager").get(path(file, "/persoon")).has("Schuilstraat 3"))
        << "the own klantmanager may see it";
    EXPECT_FALSE(t.as("regisseur").get("/inburgeraars").has("Schuilstraat"));
    EXPECT_TRUE(t.as("regisseur").get("/inburgeraars").has("adres geheim"));
    auto planner = t.as("planner");
    planner.post("/toegang", {{"dossier", std::to_string(file.dossier.value)},
                              {"doel", "planning"},
                              {"reden", "lesgroep indelen voor januari"}});
    auto const page = planner.get(path(file, "/persoon"));
    EXPECT_FALSE(page.has("Schuilstraat"));
}

// ---- family, group ----
TEST_P(instroom_web, a_family_member_is_added_by_hand) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto const other = t.file("Yonas", "Tesfay");
    auto me = t.as("klantmanager");
    EXPECT_TRUE(me.get(path(file, "/gezin")).has("Er zijn nog geen gezinsleden bekend."));
    Fields const kid{
        {"soort", "kind"}, {"voornamen", "Selam"}, {"geslacht", "V"}, {"geboren-jaar", "2019"}, {"verblijf", "nareis"}};
    EXPECT_EQ(me.post(path(file, "/gezin/nieuw"), kid).status, 303);
    auto page = me.get(path(file, "/gezin"));
    EXPECT_TRUE(page.has("Selam"));
    EXPECT_TRUE(page.has("dochter"));
    Fields husband{{"soort", "partner"},  {"voornamen", "Yonas"}, {"geslachtsnaam", "Tesfay"}, {"geslacht", "O"},
                   {"geboren-dag", "17"}, {"geboren-maand", "5"}, {"geboren-jaar", "1990"},    {"verblijf", "hier"}};
    auto const ask = me.post(path(file, "/gezin/nieuw"), husband);
    EXPECT_EQ(ask.status, 422);
    EXPECT_TRUE(ask.has("Is het een van deze personen?"));
    husband.emplace_back("gekozen", std::to_string(other.persoon.value));
    EXPECT_EQ(me.post(path(file, "/gezin/nieuw"), husband).status, 303);
    EXPECT_TRUE(me.get(path(file, "/gezin")).has(path(other))) << "linked to the other file";
    EXPECT_TRUE(me.get(path(other, "/gezin")).has("Semhar Gebremeskel")) << "and back";
    auto const id = count(t, "SELECT id FROM gezinsband WHERE voornamen = 'Selam'");
    EXPECT_EQ(me.post(path(file, "/gezin/" + std::to_string(id)), {{"verblijf", "hier"}}).status, 303);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM gezinsband WHERE voornamen = 'Selam' AND verblijf = 'hier'"), 1);
    EXPECT_EQ(me.post(path(file, "/gezin/" + std::to_string(id)), {{"verblijf", "maan"}}).status, 400);
    EXPECT_EQ(me.post(path(other, "/gezin/" + std::to_string(id)), {{"verblijf", "hier"}}).status, 404)
        << "a tie of another file";
    for (auto const& bad : {with(kid, "voornamen", ""), with(kid, "soort", "buur"), with(kid, "verblijf", ""),
                            with(kid, "geboren-jaar", "19")})
        EXPECT_EQ(me.post(path(file, "/gezin/nieuw"), bad).status, 422);
    EXPECT_EQ(me.post(path(file, "/gezin/nieuw"),
                      with(with(with(kid, "geboren-dag", "31"), "geboren-maand", "2"), "voornamen", "X"))
                  .status,
              422);
}

TEST_P(instroom_web, the_offer_follows_from_the_group_with_its_why) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto me = t.as("klantmanager");
    EXPECT_TRUE(me.get(path(file, "/doelgroep")).has("De doelgroep is nog niet bekend."));
    Fields const group{{"groep", "GM"},
                       {"vanaf-dag", "1"},
                       {"vanaf-maand", "11"},
                       {"vanaf-jaar", "2026"},
                       {"reden", "Gebeld met DUO."}};
    for (auto const& bad : {with(group, "groep", "XX"), with(group, "vanaf-jaar", "2027"),
                            with(group, "vanaf-dag", "31"), with(group, "reden", " ")})
        EXPECT_EQ(me.post(path(file, "/doelgroep"), bad).status, 422);
    EXPECT_EQ(me.post(path(file, "/doelgroep"), group).status, 303);
    auto page = me.get(path(file, "/doelgroep"));
    EXPECT_TRUE(page.has("gezinsmigrant"));
    EXPECT_TRUE(page.has("Waarom dit aanbod?"));
    EXPECT_FALSE(page.has("Extra aanbod stoppen"));
    EXPECT_EQ(me.post(path(file, "/doelgroep/extra"), {{"toegekend", "ja"}, {"reden_extra", ""}}).status, 422);
    EXPECT_EQ(
        me.post(path(file, "/doelgroep/extra"), {{"toegekend", "ja"}, {"reden_extra", "Kan niet alleen."}}).status,
        303);
    page = me.get(path(file, "/doelgroep"));
    EXPECT_TRUE(page.has("Extra aanbod stoppen"));
    EXPECT_TRUE(page.has("Kan niet alleen."));
    EXPECT_EQ(me.post(path(file, "/doelgroep"), with(group, "groep", "AS-a")).status, 303);
    EXPECT_FALSE(me.get(path(file, "/doelgroep")).has("Extra aanbod toekennen")) << "the law gives them all of it";
    EXPECT_EQ(me.post(path(file, "/doelgroep/extra"), {{"toegekend", "ja"}, {"reden_extra", "x"}}).status, 422);
}

// ---- reading files in ----
std::string const lo =
    ";01.01.10;01.01.20;01.02.10;01.02.40;01.03.10;01.04.10\nL1;8940402024;999993653;Almaz;Haile;19970314;V\n"
    "L3;5212476312;999993654;Jael;Jager;20000101;V\n";

TEST_P(instroom_web, a_file_is_read_in_with_progress_and_refusals) {
    WebTest t{GetParam()};
    auto me = t.as("regisseur");
    auto const sent = me.upload("/inlezen", "bestand", "../../etc/lijst\x01.csv", lo, {{"soort", "brp"}});
    ASSERT_EQ(sent.status, 303);
    auto page = me.get(sent.location);
    EXPECT_TRUE(page.has("Het bestand wordt ingelezen"));
    EXPECT_TRUE(page.has(sent.location + "/voortgang"));
    EXPECT_TRUE(page.has("lijst.csv"));
    EXPECT_FALSE(page.has("etc/"));
    auto const events = me.get(sent.location + "/voortgang");
    EXPECT_EQ(events.response.content_type, "text/event-stream");
    EXPECT_TRUE(events.response.event_topic.starts_with("inlees."));
    EXPECT_GE(t.run_jobs(), 1);
    page = me.get(sent.location);
    EXPECT_TRUE(page.has("elfproef"));
    EXPECT_TRUE(page.has("klaar, 1 geweigerd"));
    EXPECT_TRUE(me.get(sent.location + "/voortgang").has("event: klaar"));
    EXPECT_TRUE(me.get("/inlezen").has("lijst.csv"));
    EXPECT_EQ(t.as("regisseur", 2).get(sent.location).status, 404);
    EXPECT_EQ(t.as("regisseur", 2).get(sent.location + "/voortgang").status, 404);
    EXPECT_FALSE(t.as("regisseur", 2).get("/inlezen").has("lijst.csv"));
}

TEST_P(instroom_web, a_file_of_the_wrong_kind_is_refused_at_once) {
    WebTest t{GetParam()};
    auto me = t.as("regisseur");
    auto const refused = [&](std::string_view soort, std::string_view content, std::string_view message) {
        auto const answer = me.upload("/inlezen", "bestand", "x.csv", content, {{"soort", std::string{soort}}});
        EXPECT_EQ(answer.status, 422) << soort << " " << message;
        EXPECT_TRUE(answer.has(message)) << soort << " " << message;
        EXPECT_TRUE(answer.has("id=\"bestand-fout\"") || answer.has("id=\"soort-fout\"")) << "beside its field";
        EXPECT_TRUE(answer.has("href=\"#bestand\"") || answer.has("href=\"#soort\"")) << "and in the summary";
    };
    // Whatever the kind that was chosen and whatever the name says: the content counts.
    using namespace std::string_view_literals;
    for (std::string_view const soort : {"brp", "brp_api", "duo", "coa"}) {
        refused(soort, "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv, "Dit is een afbeelding. Kies een CSV- of JSON-bestand.");
        refused(soort, "\xFF\xD8\xFF\xE0\0\x10JFIF"sv, "Dit is een afbeelding");
        refused(soort, "RIFF\x24\0\0\0WEBPVP8 "sv, "Dit is een afbeelding");
        refused(soort, "%PDF-1.7\n%\xE2\xE3\xCF\xD3", "Vraag het bestand op als CSV of JSON.");
        refused(soort, "PK\x03\x04\x14\0\x06\0[Content_Types].xml"sv, "Sla het blad op als CSV");
        refused(soort, "PK\x05\x06\0\0\0\0"sv, "zip-bestand");
        refused(soort, "", "Het bestand is leeg. Kies een ander bestand.");
        refused(soort, " \r\n\t ", "Het bestand is leeg. Kies een ander bestand.");
        refused(soort, "\xFF\xFEv\0N\0u\0m\0m\0e\0r\0"sv, "UTF-16. Sla het op als UTF-8.");
        refused(soort, "\xFE\xFF\0v\0N\0u"sv, "UTF-16. Sla het op als UTF-8.");
        refused(soort, "v\0N\0u\0m\0m\0e\0r\0;\0"sv, "UTF-16. Sla het op als UTF-8.");
        refused(soort, "\0{\0\"\0a\0\"\0:"sv, "UTF-16. Sla het op als UTF-8.");
        refused(soort, "{\\rtf1\\ansi hallo}", "Dit is een tekstdocument (rtf).");
        refused(soort, "<html><body>Aanmelden</body></html>", "Dit is HTML of XML.");
        refused(soort, "\x1F\x8B\x08\0"sv, "Pak het eerst uit.");
        refused(soort, "MZ\x90\0"sv, "Dit is een programma.");
    }
    refused("brp", "naam;geboren\nAlmaz;1997\n", "de kop heeft geen LO-kolommen");
    refused("brp", "01.01.10;01.01.20\n1;2\n", "Deze kolommen ontbreken: 01.02.10");
    refused("coa", "vNummer;naam\n1;Almaz\n", "ontbre");
    refused("duo", "[{\"gebeurtenisId\":\"SS101\"}]", "op een eigen regel");
    refused("duo", "{\"personen\":[]}", "Kies bij soort");
    refused("brp_api", "{\"gebeurtenisId\":\"SS101\"}", "Dit zijn meldingen van DUO");
    refused("brp", "{\"personen\":[]}", "JSON-bestand");
    refused("brp_api", lo, "geen JSON-bestand");
    refused("ufo", lo, "Kies wat voor bestand");
    EXPECT_EQ(me.post("/inlezen", {{"soort", "brp"}}).status, 422);
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM inlees"), 0);
    EXPECT_EQ(t.as("klantmanager").upload("/inlezen", "bestand", "x.csv", lo, {{"soort", "brp"}}).status, 403);
}
}
