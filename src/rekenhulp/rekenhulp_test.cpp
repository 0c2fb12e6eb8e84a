#include "rekenhulp/rekenhulp.h"

#include <gtest/gtest.h>

#include <sstream>

using namespace rekenhulp;

namespace {
/// "key=value key=value"; values without blanks.
Gegevens given(std::string const& text) {
    Gegevens all;
    std::istringstream words{text};
    for (std::string word; words >> word;) {
        auto const at = word.find('=');
        all.emplace_back(word.substr(0, at), word.substr(at + 1));
    }
    return all;
}

/// The outcome object (or the refusal) as it stands in the JSON.
std::string outcome(std::string const& rule, std::string const& text) {
    auto const answer = reken(rule, given(text));
    if (!answer) return tekst(answer.error());
    auto const& json = answer->json;
    return json.substr(1, json.find(",\"waarom\":") - 1);
}

struct Case {
    char const* name;
    char const* rule;
    char const* in;
    char const* out;
};

// Every worked example of the domain rulebook §13 and the Awb/Pw rulebook §10 that these rules cover.
constexpr Case cases[] = {
    {"E1", "pip-termijn", "kennisgeving=2026-01-05 brp=2025-12-01",
     R"("uitkomst":{"uiterlijk":"2026-03-16","ongerold":"2026-03-16"})"},
    {"E2", "pip-termijn", "kennisgeving=2026-02-28",
     R"("uitkomst":{"uiterlijk":"2026-05-11","ongerold":"2026-05-09"})"},
    {"E3", "pip-termijn", "kennisgeving=2026-09-18",
     R"("uitkomst":{"uiterlijk":"2026-11-27","ongerold":"2026-11-27"})"},
    {"E4", "pip-termijn", "kennisgeving=2026-10-16",
     R"("uitkomst":{"uiterlijk":"2026-12-28","ongerold":"2026-12-25"})"},
    {"E5", "pip-termijn", "kennisgeving=2026-01-05 brp=2026-03-02 hw28=ja",
     R"("uitkomst":{"uiterlijk":"2026-05-11","ongerold":"2026-05-11"})"},
    {"E6", "pip-termijn", "kennisgeving=2026-01-05 derden_ontvangen=2026-03-13",
     R"("uitkomst":{"uiterlijk":"2026-03-27","ongerold":"2026-03-27"})"},
    {"E7", "pip-termijn", "kennisgeving=2026-01-05 derden_ontvangen=2026-02-20",
     R"("uitkomst":{"uiterlijk":"2026-03-16","ongerold":"2026-03-16"})"},
    {"E7a", "pip-termijn", "kennisgeving=2022-06-15 brp=2022-03-01",
     R"("uitkomst":{"uiterlijk":"2022-05-10","ongerold":"2022-05-10"})"},
    {"E7b", "pip-termijn", "kennisgeving=2025-02-01 verhuisd_met_pip=2026-03-02",
     R"("uitkomst":{"uiterlijk":"2026-05-11","ongerold":"2026-05-11"})"},
    {"E7c", "pip-termijn", "kennisgeving=2026-01-05 brp=2026-03-02 hw28=nee",
     R"("uitkomst":{"uiterlijk":"2026-03-16","ongerold":"2026-03-16"})"},
    {"E7d", "pip-termijn", "kennisgeving=2026-02-26",
     R"("uitkomst":{"uiterlijk":"2026-05-07","ongerold":"2026-05-07"})"},
    {"E7e", "pip-termijn", "kennisgeving=2026-02-24",
     R"("uitkomst":{"uiterlijk":"2026-05-06","ongerold":"2026-05-05"})"},
    {"X4", "pip-termijn", "kennisgeving=2026-03-05",
     R"("uitkomst":{"uiterlijk":"2026-05-18","ongerold":"2026-05-14"})"},
    {"X5", "pip-termijn", "kennisgeving=2025-10-24",
     R"("uitkomst":{"uiterlijk":"2026-01-05","ongerold":"2026-01-02"})"},
    {"X6", "pip-termijn", "kennisgeving=2027-02-25",
     R"("uitkomst":{"uiterlijk":"2027-05-10","ongerold":"2027-05-06"})"},
    {"X9", "pip-termijn", "kennisgeving=2026-01-05 derden_ontvangen=2026-03-20",
     R"("uitkomst":{"uiterlijk":"2026-04-07","ongerold":"2026-04-03"})"},
    {"X10", "pip-termijn", "kennisgeving=2026-01-05 verhuisd_met_pip=2026-03-16",
     R"("uitkomst":{"uiterlijk":"2026-05-26","ongerold":"2026-05-25"})"},
    {"E8", "inburgeringstermijn", "eerste_pip=2025-05-12",
     R"("uitkomst":{"start":"2025-05-13","einde":"2028-05-13","laatste_dag":"2028-05-12","schakelgrens":"2026-11-13","toets_verlenging":"2027-11-13","na_zes_maanden":"2028-11-13","herinnering":"2028-03-13"})"},
    {"E9", "inburgeringstermijn", "eerste_pip=2024-02-28",
     R"("uitkomst":{"start":"2024-02-29","einde":"2027-02-28","laatste_dag":"2027-02-27","schakelgrens":"2025-08-29","toets_verlenging":"2026-08-29","na_zes_maanden":"2027-08-28","herinnering":"2026-12-28"})"},
    {"E15", "schakelen", "eerste_pip=2025-05-12 van=z naar=b1 op=2026-11-10", R"("uitkomst":{"toegestaan":true})"},
    {"E16", "schakelen", "eerste_pip=2025-05-12 van=B naar=Z op=2026-11-14", R"("geweigerd":"na_anderhalf_jaar")"},
    {"E16 special case", "schakelen", "eerste_pip=2025-05-12 van=b1 naar=z op=2026-11-14 bijzonder_geval=ja",
     R"("uitkomst":{"toegestaan":true})"},
    {"E16 O to B1", "schakelen", "eerste_pip=2025-05-12 van=O naar=B op=2026-11-14",
     R"("uitkomst":{"toegestaan":true})"},
    {"E16c", "schakelen", "eerste_pip=2025-05-12 van=b1 naar=z op=2027-02-15 onderwijs_gestopt=2027-02-01",
     R"("uitkomst":{"toegestaan":true})"},
    {"same route", "schakelen", "eerste_pip=2025-05-12 van=b1 naar=B1 op=2026-01-01", R"("geweigerd":"zelfde_route")"},
    {"before the term", "schakelen", "eerste_pip=2025-05-12 van=b1 naar=z op=2025-05-12",
     R"("geweigerd":"voor_de_termijn")"},
    {"E29a", "pip-duo", "eerste=ja groep=AS-a route=B niveau=A2 dagtekening=2026-03-16",
     R"("geweigerd":"a2_in_eerste_pip")"},
    {"E29a later", "pip-duo", "eerste=nee groep=AS-a route=B niveau=A2 dagtekening=2026-03-16",
     R"("uitkomst":{"aangenomen":true,"niveau":"A2"})"},
    {"E29b", "pip-duo", "eerste=ja groep=GM route=O dagtekening=2026-03-16",
     R"("uitkomst":{"aangenomen":true,"niveau":"B1"})"},
    {"Z without a level", "pip-duo", "eerste=ja groep=GM route=Z dagtekening=2026-03-16",
     R"("uitkomst":{"aangenomen":true,"niveau":null})"},
    {"E29c", "pip-duo", "eerste=nee groep=OM route=z niveau=B1 dagtekening=2026-03-16",
     R"("geweigerd":"b1_in_z_route")"},
    {"E29d", "pip-duo", "eerste=ja groep=GM route=b1 uren=900 dagtekening=2026-03-16",
     R"("geweigerd":"uren_niet_voor_deze_groep")"},
    {"E29e", "pip-duo",
     "eerste=nee groep=AS-a route=b1 dagtekening=2026-03-15 eerste_pip=2025-05-12 huidig_pip=2026-03-16",
     R"("geweigerd":"voor_het_huidige_pip")"},
    {"E29f", "pip-duo", "eerste=ja groep=AS-a route=b1 dagtekening=2026-03-01 vestiging=2026-03-02",
     R"("geweigerd":"voor_de_vestiging")"},
    {"before the plicht", "pip-duo", "eerste=ja groep=AS-a route=b1 dagtekening=2026-03-01 plicht_begin=2026-03-02",
     R"("geweigerd":"voor_de_plicht")"},
    {"E27m", "afschalen", "route=b1 uren_nt2=600 inspanning=ja b1_haalbaar=nee", R"("uitkomst":{"toegestaan":true})"},
    {"E27m2", "afschalen", "route=b1 uren_nt2=560 inspanning=ja b1_haalbaar=nee", R"("geweigerd":"te_weinig_uren")"},
    {"E27m3", "afschalen", "route=B uren_nt2=540 uren_intake=60 inspanning=ja b1_haalbaar=nee",
     R"("uitkomst":{"toegestaan":true})"},
    {"E27n", "afschalen", "route=b1 uren_nt2=590 inspanning=ja b1_haalbaar=nee", R"("geweigerd":"te_weinig_uren")"},
    {"E27o", "afschalen", "route=onderwijs uren_nt2=600 inspanning=ja b1_haalbaar=nee",
     R"("geweigerd":"niet_b1_route")"},
    {"no effort", "afschalen", "route=b1 uren_nt2=600 inspanning=nee b1_haalbaar=nee",
     R"("geweigerd":"onvoldoende_inspanning")"},
    {"within reach", "afschalen", "route=b1 uren_nt2=600 inspanning=ja b1_haalbaar=ja", R"("geweigerd":"b1_haalbaar")"},
    {"E22 X11", "bezwaar", "bekendgemaakt=2026-06-01",
     R"("uitkomst":{"einde":"2026-07-13","ongerold":"2026-07-13","onherroepelijk_vanaf":"2026-07-14"})"},
    {"E23 X12", "bezwaar", "bekendgemaakt=2026-11-13",
     R"("uitkomst":{"einde":"2026-12-28","ongerold":"2026-12-25","onherroepelijk_vanaf":"2026-12-29"})"},
    {"E25l", "bezwaar", "bekendgemaakt=2026-03-24",
     R"("uitkomst":{"einde":"2026-05-06","ongerold":"2026-05-05","onherroepelijk_vanaf":"2026-05-07"})"},
    {"E17 X34", "ontzorgen", "groep=AS-a bijstand_vanaf=2026-04-01",
     R"("uitkomst":{"recht":true,"vanaf":"2026-04-01","tot":"2026-10-01"})"},
    {"E18 X35", "ontzorgen", "groep=AS-a bijstand_vanaf=2026-08-31",
     R"("uitkomst":{"recht":true,"vanaf":"2026-08-31","tot":"2027-02-28"})"},
    {"E19", "ontzorgen", "groep=AS-a bijstand_vanaf=2026-01-15 bijstand_tot=2026-05-01",
     R"("uitkomst":{"recht":true,"vanaf":"2026-01-15","tot":"2026-05-01"})"},
    {"E20 X37", "ontzorgen", "groep=AS-b bijstand_vanaf=2026-04-01",
     R"("uitkomst":{"recht":false,"vanaf":null,"tot":null})"},
    {"E21", "ontzorgen", "groep=GM bijstand_vanaf=2026-04-01", R"("uitkomst":{"recht":false,"vanaf":null,"tot":null})"},
    {"no bijstand", "ontzorgen", "groep=AS-a", R"("uitkomst":{"recht":false,"vanaf":null,"tot":null})"},
    {"AS-a", "aanbod", "groep=AS-a bijstand=ja",
     R"("uitkomst":{"onderdelen":["maatschappelijke_begeleiding","financieel_ontzorgen","begeleiding","leerroute_aanbod","map","pvt","participatie_in_pip"]})"},
    {"E20a", "aanbod", "groep=AS-b bijstand=ja",
     R"("uitkomst":{"onderdelen":["maatschappelijke_begeleiding","begeleiding","leerroute_aanbod","map","pvt","participatie_in_pip"]})"},
    {"GM", "aanbod", "groep=GM bijstand=nee", R"("uitkomst":{"onderdelen":["begeleiding","map","pvt"]})"},
    {"OM with bijstand", "aanbod", "groep=OM bijstand=ja",
     R"("uitkomst":{"onderdelen":["begeleiding","map","pvt","participatie_in_pip"]})"},
    {"age", "leeftijd", "geboren=1996-02-29 op=2017-02-28", R"("uitkomst":{"jaren":20})"},
    {"age unknown", "leeftijd", "geboren=2000-00-00 op=2026-11-25", R"("uitkomst":{"jaren":"onbekend"})"},
    {"BSN", "bsn", "waarde=999993653", R"("uitkomst":{"geldig":true})"},
    {"BSN wrong", "bsn", "waarde=999993654", R"("uitkomst":{"geldig":false})"},
    {"BSN empty", "bsn", "waarde=", R"("uitkomst":{"geldig":false})"},
    {"IBAN", "iban", "waarde=NL91ABNA0417164300", R"("uitkomst":{"geldig":true})"},
    {"IBAN wrong", "iban", "waarde=NL92ABNA0417164300", R"("uitkomst":{"geldig":false})"},
    {"IBAN short", "iban", "waarde=NL91ABNA04171643", R"("uitkomst":{"geldig":false})"},
    {"IBAN shape", "iban", "waarde=12", R"("uitkomst":{"geldig":false})"},
    {"Christmas", "werkdag", "dag=2026-12-25", R"("uitkomst":{"dag":"2026-12-28"})"},
    {"a working day", "werkdag", "dag=2026-11-25", R"("uitkomst":{"dag":"2026-11-25"})"},
    {"X48", "taakstelling", "landelijk=13500 inwoners_gemeente=82000 inwoners_nederland=17900000",
     R"("uitkomst":{"taak":62,"saldo_eind":-62})"},
    {"X49", "taakstelling", "landelijk=10000 inwoners_gemeente=90000 inwoners_nederland=18000000",
     R"("uitkomst":{"taak":50,"saldo_eind":-50})"},
    {"X49 over", "taakstelling",
     "landelijk=10000 inwoners_gemeente=90001 inwoners_nederland=18000000 saldo=-3 gehuisvest=60",
     R"("uitkomst":{"taak":51,"saldo_eind":6})"},
    {"before the act", "pip-termijn", "kennisgeving=2021-12-31", R"("geweigerd":"wet_geldt_nog_niet")"},
    {"before the act", "inburgeringstermijn", "eerste_pip=2021-12-31", R"("geweigerd":"wet_geldt_nog_niet")"},
    {"before the act", "schakelen", "eerste_pip=2021-12-31 van=b1 naar=z op=2022-02-01",
     R"("geweigerd":"wet_geldt_nog_niet")"},
};

TEST(Rekenhulp, worked_examples) {
    for (auto const& c : cases) {
        SCOPED_TRACE(std::string{c.name} + " " + c.rule + " " + c.in);
        EXPECT_EQ(outcome(c.rule, c.in), c.out);
    }
}

TEST(Rekenhulp, json_holds_the_why_in_full) {
    auto const answer = reken("pip-termijn", given("kennisgeving=2026-02-28 hw28=nee"));
    EXPECT_EQ(
        answer->json,
        R"({"uitkomst":{"uiterlijk":"2026-05-11","ongerold":"2026-05-09"},"waarom":[)"
        R"({"regel":"R3.1","zin":"De gemeente stelt het PIP vast binnen tien weken na de dag waarop DUO de persoon schriftelijk liet weten dat hij moet inburgeren.",)"
        R"("artikelen":["Besluit inburgering 2021 art. 5.3 lid 1"],"zekerheid":"P","invoer":{"kennisgeving":"2026-02-28","hw28":false},)"
        R"("stappen":[{"wat":"de termijn telt vanaf","waarde":"2026-02-28"},{"wat":"aantal weken","waarde":10},{"wat":"laatste dag","waarde":"2026-05-09"}]},)"
        R"({"regel":"R3.5","zin":"Valt de laatste dag op een zaterdag, een zondag of een feestdag, dan loopt de termijn door tot en met de volgende werkdag.",)"
        R"("artikelen":["Algemene termijnenwet art. 1 lid 1","Algemene termijnenwet art. 5"],"zekerheid":"P","invoer":{},)"
        R"("stappen":[{"wat":"zaterdag","waarde":"2026-05-09"},{"wat":"zondag","waarde":"2026-05-10"},{"wat":"volgende werkdag","waarde":"2026-05-11"}]}]})");
}

TEST(Rekenhulp, every_rule_says_why_also_when_it_refuses) {
    for (auto const& c : cases) {
        SCOPED_TRACE(std::string{c.rule} + " " + c.in);
        auto const answer = reken(c.rule, given(c.in));
        ASSERT_TRUE(answer);
        EXPECT_NE(answer->json.find("\"waarom\":[{\"regel\":"), std::string::npos);
        EXPECT_NE(answer->tekst.find("Waarom"), std::string::npos);
        EXPECT_EQ(answer->geweigerd, std::string{c.out}.starts_with("\"geweigerd\""));
    }
}

struct Bad {
    char const* rule;
    char const* in;
    char const* key;
    FoutSoort kind;
};
using enum FoutSoort;
constexpr Bad bad[] = {
    {"onbekend", "", "onbekend", onbekende_regel},
    {"pip-termijn", "", "kennisgeving", ontbreekt},
    {"pip-termijn", "kennisgeving=", "kennisgeving", ontbreekt},
    {"pip-termijn", "kennisgeving=2026-02-31", "kennisgeving", geen_dag},
    {"pip-termijn", "kennisgeving=31-02-2026", "kennisgeving", geen_dag},
    {"pip-termijn", "kennisgeving=2026-01-05 brp=morgen", "brp", geen_dag},
    {"pip-termijn", "kennisgeving=2026-01-05 hw28=yes", "hw28", geen_ja_nee},
    {"pip-termijn", "kennisgeving=2026-01-05 kleur=rood", "kleur", onbekende_sleutel},
    {"pip-termijn", "kennisgeving=2026-01-05 kennisgeving=2026-01-06", "kennisgeving", dubbele_sleutel},
    {"schakelen", "eerste_pip=2025-05-12 van=b2 naar=z op=2026-01-01", "van", geen_route},
    {"pip-duo", "eerste=ja groep=GM route=b1 niveau=C1 dagtekening=2026-03-16", "niveau", geen_niveau},
    {"ontzorgen", "groep=AS bijstand_vanaf=2026-04-01", "groep", geen_groep},
    {"ontzorgen", "groep=AS-a bijstand_tot=2026-04-01", "bijstand_vanaf", zonder_vanaf},
    {"ontzorgen", "groep=AS-a bijstand_vanaf=2026-04-01 bijstand_tot=2026-04-01", "bijstand_tot", niet_na_vanaf},
    {"afschalen", "route=b1 uren_nt2=-1 inspanning=ja b1_haalbaar=nee", "uren_nt2", geen_aantal},
    {"afschalen", "route=b1 uren_nt2=6e2 inspanning=ja b1_haalbaar=nee", "uren_nt2", geen_aantal},
    {"afschalen", "route=b1 uren_nt2=600,5 inspanning=ja b1_haalbaar=nee", "uren_nt2", geen_aantal},
    {"afschalen", "route=b1 uren_nt2=99999999999999999999 inspanning=ja b1_haalbaar=nee", "uren_nt2", geen_aantal},
    {"taakstelling", "landelijk=1 inwoners_gemeente=1 inwoners_nederland=0", "inwoners_nederland", nul_inwoners},
    {"taakstelling", "landelijk=1 inwoners_gemeente=3 inwoners_nederland=2", "inwoners_gemeente", meer_dan_nederland},
    {"taakstelling", "landelijk=1 inwoners_gemeente=1 inwoners_nederland=2 saldo=x", "saldo", geen_getal},
    {"leeftijd", "geboren=2000-13-00 op=2026-11-25", "geboren", geen_deels_bekende_dag},
    {"leeftijd", "geboren=2026-11-26 op=2026-11-25", "geboren", geboren_na_op},
    {"leeftijd", "geboren=2027-00-00 op=2026-11-25", "geboren", geboren_na_op},
    {"leeftijd", "geboren=2026-12-00 op=2026-11-25", "geboren", geboren_na_op},
    {"naam", "voornamen=Jo geslachtsnaam=Groenen geslacht=X", "geslacht", geen_geslacht},
    {"naam", "voornamen=Jo geslachtsnaam=Groenen geslacht=M naamgebruik=Q", "naamgebruik", geen_naamgebruik},
    {"naam", "voornamen=Jo geslacht=M", "geslachtsnaam", ontbreekt},
};

TEST(Rekenhulp, every_bad_question_names_its_key) {
    for (auto const& c : bad) {
        SCOPED_TRACE(std::string{c.rule} + " " + c.in);
        auto const answer = reken(c.rule, given(c.in));
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().sleutel, c.key);
        EXPECT_EQ(answer.error().soort, c.kind);
        EXPECT_TRUE(tekst(answer.error()).starts_with(std::string{c.key} + ": "));
    }
    auto const too_long = reken("bsn", {{"waarde", std::string(201, '1')}});
    ASSERT_FALSE(too_long);
    EXPECT_EQ(too_long.error().soort, te_lang);
    auto const torn = reken("naam", {{"voornamen", "J\xC3"}, {"geslachtsnaam", "Groenen"}, {"geslacht", "M"}});
    ASSERT_FALSE(torn);
    EXPECT_EQ(torn.error().soort, geen_leesbare_tekst);
}

TEST(Rekenhulp, naam_as_the_brp_makes_it) {
    EXPECT_EQ(
        outcome("naam", "voornamen=Jo geslachtsnaam=Groenen geslacht=M"),
        R"("uitkomst":{"aanhef":"Geachte heer Groenen","aanschrijfwijze":"J. Groenen","lopende_tekst":"de heer Groenen","voorletters":"J."})");
    auto const none = outcome("naam", "voornamen= geslachtsnaam=. geslacht=O");
    EXPECT_NE(none.find("\"voorletters\":null"), std::string::npos) << none;
    EXPECT_NE(none.find("\"aanhef\":null"), std::string::npos) << none;
    EXPECT_NE(outcome("naam", "voornamen=Fien geslachtsnaam=Jansen geslacht=V naamgebruik=V partner_voorvoegsel=van "
                              "partner_geslachtsnaam=Puffelen")
                  .find("Van Puffelen-Jansen"),
              std::string::npos);
}

TEST(Rekenhulp, text_escapes_nothing_and_json_everything) {
    auto const answer = reken("naam", {{"voornamen", "A\"<b>"}, {"geslachtsnaam", "O'Neil\n"}, {"geslacht", "M"}});
    ASSERT_TRUE(answer);
    EXPECT_NE(answer->json.find(R"(A\"<b>)"), std::string::npos);
    EXPECT_EQ(answer->json.find('\n'), std::string::npos);
}

struct Ran {
    int code;
    std::string out, err;
};
Ran run(std::vector<std::string> const& words) {
    std::ostringstream out, err;
    int const code = cli(words, out, err);
    return {code, out.str(), err.str()};
}

TEST(Reken_command, exit_codes_and_streams) {
    auto const help = run({});
    EXPECT_EQ(help.code, 0);
    for (auto const* rule : {"pip-termijn", "taakstelling", "kennisgeving=", "brp?="})
        EXPECT_NE(help.out.find(rule), std::string::npos) << rule;
    EXPECT_EQ(run({"--help"}).out, help.out);
    auto const one = run({"bezwaar", "--help"});
    EXPECT_EQ(one.code, 0);
    EXPECT_NE(one.out.find("bekendgemaakt"), std::string::npos);

    auto const json = run({"bezwaar", "bekendgemaakt=2026-06-01", "--json"});
    EXPECT_EQ(json.code, 0);
    EXPECT_TRUE(json.out.starts_with("{\"uitkomst\":{\"einde\":\"2026-07-13\""));
    EXPECT_TRUE(json.out.ends_with("]}\n"));
    EXPECT_TRUE(json.err.empty());
    EXPECT_EQ(run({"--json", "bezwaar", "bekendgemaakt=2026-06-01"}).out, json.out);
    auto const text = run({"bezwaar", "bekendgemaakt=2026-06-01"});
    EXPECT_NE(text.out.find("Laatste dag voor bezwaar: 2026-07-13 (maandag)"), std::string::npos);
    EXPECT_NE(text.out.find("Algemene wet bestuursrecht art. 6:7"), std::string::npos);

    auto const refused = run({"schakelen", "eerste_pip=2025-05-12", "van=b1", "naar=z", "op=2026-11-14", "--json"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_TRUE(refused.out.starts_with("{\"geweigerd\":\"na_anderhalf_jaar\",\"waarom\":[{"));
}

TEST(Reken_command, wrong_usage_is_two_and_says_what_is_wrong) {
    auto const unknown = run({"boete"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_NE(unknown.err.find("boete: Deze regel bestaat niet."), std::string::npos);
    EXPECT_TRUE(unknown.out.empty());
    auto const day = run({"pip-termijn", "kennisgeving=2026-02-31"});
    EXPECT_EQ(day.code, 2);
    EXPECT_NE(day.err.find("kennisgeving: Dit is geen bestaande dag."), std::string::npos);
    EXPECT_NE(day.err.find("(2026-02-31)"), std::string::npos);
    EXPECT_EQ(run({"pip-termijn", "vandaag"}).code, 2);
    EXPECT_EQ(run({"pip-termijn", "=2026-01-05"}).code, 2);
    EXPECT_EQ(run({"pip-termijn", "--snel"}).code, 2);
}
}
