#include "duo/rules.h"

#include <cstdlib>
#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace duo {
namespace {

std::string refusal(std::string_view line) {
    auto const read = lees(line);
    return read ? "" : read.error();
}
constexpr std::string_view bsn = "999993653";
std::string line(std::string_view code, std::string_view more = "") {
    return fmt::format(R"({{"registratieDatumTijd":"2026-11-24T09:12:33.5+01:00","gebeurtenisId":"{}","bsn":"{}"{}}})",
                       code, bsn, more);
}
std::string with_duty(std::string_view duty) { return line("SS101", fmt::format(R"(,"inburgeringsplicht":{})", duty)); }

Onderwerp about(std::string_view code) { return gebeurtenis(code)->onderwerp; }
Gevolg does(std::string_view code) { return gebeurtenis(code)->gevolg; }
std::string_view closes(std::string_view code) { return gebeurtenis(code)->reden; }
bool asks(std::string_view code) { return !gebeurtenis(code)->taak.empty(); }

// DUO's own list, where this machine has it.
std::map<std::string, std::string> codes_of_duo() {
    char const* shared = std::getenv("MEEDOEN_SHARED");
    std::filesystem::path const root =
        shared ? std::filesystem::path{shared} : std::filesystem::path{MEEDOEN_SOURCE_DIR} / "../shared";
    std::ifstream in{root / "data/duo-m2m/gebeurtenissen.tsv"};
    std::map<std::string, std::string> codes;
    for (std::string text; std::getline(in, text);)
        if (text.starts_with("SS"))
            codes[text.substr(0, 5)] =
                text.find("attentiesignaal") == std::string::npos ? "gebeurtenis" : "attentiesignaal";
    return codes;
}
}

TEST(duo_gebeurtenissen, every_code_of_duo_has_a_consequence_here_and_none_more) {
    auto const wanted = codes_of_duo();
    if (wanted.empty()) GTEST_SKIP() << "DUO's list of events is not on this machine";
    std::set<std::string> known;
    for (auto const& e : gebeurtenissen()) EXPECT_TRUE(known.insert(std::string{e.code}).second) << e.code << " twice";
    for (auto const& [code, kind] : wanted) {
        EXPECT_TRUE(known.contains(code)) << code;
        EXPECT_TRUE(kind == "gebeurtenis" || does(code) == Gevolg::bericht) << code;
    }
    EXPECT_EQ(known.size(), wanted.size());
}

TEST(duo_gebeurtenissen, there_are_28_events_and_12_attention_signals_with_a_title_each) {
    EXPECT_EQ(gebeurtenissen().size(), 40U);
    for (auto const& e : gebeurtenissen()) {
        EXPECT_FALSE(e.titel.empty()) << e.code;
        EXPECT_EQ(e.taak.empty(), e.taak_toelichting.empty()) << e.code;
        EXPECT_EQ(gebeurtenis(e.code), &e);
    }
    EXPECT_EQ(gebeurtenis("SS105"), nullptr);
    EXPECT_EQ(gebeurtenis(""), nullptr);
}

TEST(duo_gebeurtenissen, R1_20_to_R1_24_a_notice_opens_and_only_SS139_says_that_the_ten_weeks_run) {
    for (auto const* code : {"SS101", "SS128", "SS120"}) EXPECT_EQ(does(code), Gevolg::nieuw) << code;
    EXPECT_EQ(does("SS139"), Gevolg::tien_weken);
    EXPECT_EQ(does("SS129"), Gevolg::hervat);
    EXPECT_EQ(does("SS121"), Gevolg::overgekomen_met_pip) << "R3.6: ten weeks for a new PIP, same route";
    EXPECT_TRUE(asks("SS128")) << "R1.21: starting is a choice";
    EXPECT_TRUE(asks("SS129") && asks("SS120") && asks("SS121") && asks("SS101"));
}

TEST(duo_gebeurtenissen, R11_1_changes_of_plicht_group_and_term) {
    EXPECT_EQ(does("SS124"), Gevolg::naar_gezins_of_overig);
    EXPECT_EQ(does("SS125"), Gevolg::naar_asiel);
    EXPECT_EQ(does("SS109"), Gevolg::tijdelijk_vrijgesteld);
    EXPECT_EQ(does("SS130"), Gevolg::hervat_met_pip);
    EXPECT_EQ(does("SS110"), Gevolg::ten_einde);
    EXPECT_EQ(does("SS111"), Gevolg::overleden);
    for (auto const* code : {"SS106", "SS107", "SS108"}) EXPECT_EQ(does(code), Gevolg::voldaan) << code;
    for (auto const* code : {"SS102", "SS103", "SS104"}) {
        EXPECT_EQ(does(code), Gevolg::termijn) << code;
        EXPECT_EQ(about(code), Onderwerp::termijn) << code;
    }
    for (auto const* code :
         {"SS101", "SS139", "SS109", "SS110", "SS111", "SS106", "SS129", "SS130", "SS120", "SS121", "SS128"})
        EXPECT_EQ(about(code), Onderwerp::plicht) << code;
    EXPECT_EQ(about("SS124"), Onderwerp::doelgroep);
    EXPECT_EQ(about("SS125"), Onderwerp::doelgroep);
}

TEST(duo_gebeurtenissen, a_file_closes_when_the_plicht_is_over_and_not_at_a_temporary_exemption) {
    for (auto const& e : gebeurtenissen()) {
        bool const over = e.gevolg == Gevolg::voldaan || e.gevolg == Gevolg::ten_einde || e.gevolg == Gevolg::overleden;
        EXPECT_EQ(!e.reden.empty(), over) << e.code;
    }
    EXPECT_EQ(closes("SS111"), "Overleden");
    EXPECT_FALSE(asks("SS111")) << "nobody is asked to call on the dead";
}

TEST(duo_gebeurtenissen, messages_that_need_an_act_ask_for_it) {
    for (auto const* code : {"SS131", "SS199", "SS113", "SS117", "SS118", "SS119", "SS122", "SS123", "SS126", "SS127",
                             "SS132", "SS133", "SS135", "SS136", "SS140", "SS141", "SS142", "SS109", "SS110"})
        EXPECT_TRUE(asks(code)) << code;
    for (auto const* code : {"SS137", "SS114", "SS115", "SS116", "SS112", "SS102"}) EXPECT_FALSE(asks(code)) << code;
}

TEST(duo_lees, a_whole_notice) {
    auto const m = lees(line("SS139", R"(,"vNummer":2740000001,"inburgeringsplicht":{"indicatorInburgeringsplicht":true,
        "begindatum":"2026-11-17","einddatum":null,"datumKennisgevingInburgeringsplicht":"2026-11-24",
        "doelgroep":{"indeling":"Asielstatushouder","gedetailleerdeDoelgroep":"Asielstatushouder","begindatum":"2026-11-17"}},
        "inburgeringstermijn":{"startdatum":"2026-12-01","einddatum":"2029-12-01"})"));
    ASSERT_TRUE(m.has_value()) << m.error();
    EXPECT_EQ(m->code, "SS139");
    EXPECT_EQ(m->bsn->digits(), bsn);
    EXPECT_EQ(m->v_nummer->digits(), "2740000001");
    EXPECT_EQ(m->plicht->begin, Date{2026y / 11 / 17});
    EXPECT_FALSE(m->plicht->eind);
    EXPECT_EQ(m->plicht->kennisgeving, Date{2026y / 11 / 24});
    EXPECT_EQ(m->doelgroep->indeling, "Asielstatushouder");
    EXPECT_EQ(m->termijn->einde, Date{2029y / 12 / 1});
    EXPECT_EQ(platform::to_rfc3339(m->geregistreerd), "2026-11-24T08:12:33.500000Z");
}

TEST(duo_lees, a_v_number_alone_is_enough_and_gets_its_zeros_back) {
    auto const m = lees(R"({"registratieDatumTijd":"2026-11-24T09:00:00Z","gebeurtenisId":"SS101","vNummer":74001})");
    ASSERT_TRUE(m.has_value()) << m.error();
    EXPECT_EQ(m->v_nummer->digits(), "0000074001");
    EXPECT_FALSE(m->bsn);
}

TEST(duo_lees, group_and_term_inside_the_plicht_or_beside_it) {
    auto const inside =
        lees(with_duty(R"({"indicatorInburgeringsplicht":true,"doelgroep":{"indeling":"Asielstatushouder"},
        "inburgeringstermijn":{"startdatum":"2026-01-01","einddatum":"2029-01-01"}})"));
    ASSERT_TRUE(inside.has_value()) << inside.error();
    EXPECT_TRUE(inside->doelgroep && inside->termijn);
    auto const beside = lees(line("SS124", R"(,"doelgroep":{"indeling":"Gezinsmigrant en overige migrant"})"));
    ASSERT_TRUE(beside.has_value()) << beside.error();
    EXPECT_TRUE(beside->doelgroep.has_value());
    EXPECT_FALSE(beside->plicht.has_value());
}

TEST(duo_lees, a_code_that_we_do_not_know_is_read_and_one_that_duo_cannot_use_is_refused) {
    EXPECT_EQ(refusal(line("SS777")), "");
    for (auto const* code : {"", "ss139", "SS 139", "SS13999", "SS1<b>", "SS';--"})
        EXPECT_NE(refusal(line(code)).find("gebeurtenisId"), std::string::npos) << code;
}

TEST(duo_lees, torn_and_foreign_json_is_refused) {
    auto const whole = line("SS101");
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(lees(whole.substr(0, length)).has_value()) << length;
    for (auto const* text : {"", "null", "[]", "\"SS101\"", "42", "{}", "nonsense", "{\"a\":1}}", "\xff\xfe"})
        EXPECT_FALSE(lees(text).has_value()) << text;
    EXPECT_EQ(refusal("[]"), "Deze regel is geen melding: er hoort een JSON-object te staan.");
    EXPECT_EQ(refusal(R"({"gebeurtenisId":"SS101","gebeurtenisId":"SS111"})"),
              "Een veld staat twee keer in deze regel.");
    EXPECT_EQ(refusal("{\"a\":" + std::string(200, '[') + std::string(200, ']') + "}"), "De JSON is te diep genest.");
    EXPECT_EQ(refusal("{\"a\":\"\xc3\x28\"}"), "Deze regel bevat tekens die geen UTF-8 zijn.");
    EXPECT_EQ(refusal("{\"vNummer\":99999999999999999999999}"), "Een getal in deze regel is te groot.");
}

TEST(duo_lees, numbers_of_people) {
    auto const with = [](std::string_view numbers) {
        return refusal(
            fmt::format(R"({{"registratieDatumTijd":"2026-11-24T09:00:00Z","gebeurtenisId":"SS101"{}}})", numbers));
    };
    EXPECT_EQ(with(R"(,"bsn":"999993654")"), "bsn voldoet niet aan de elfproef.");
    EXPECT_EQ(with(R"(,"bsn":"12345678")"), "bsn moet uit negen cijfers bestaan.");
    EXPECT_EQ(with(R"(,"bsn":999993653)"), "bsn moet uit negen cijfers bestaan.") << "a number lost its leading zero";
    EXPECT_EQ(with(R"(,"bsn":"99999365a")"), "bsn moet uit negen cijfers bestaan.");
    EXPECT_EQ(with(""), "bsn en vNummer ontbreken; een van beide is nodig.");
    EXPECT_EQ(with(R"(,"bsn":null,"vNummer":null)"), "bsn en vNummer ontbreken; een van beide is nodig.");
    for (auto const* v : {"0", "-1", "10000000000", "\"2740000001\"", "1.5"})
        EXPECT_NE(with(fmt::format(R"(,"vNummer":{})", v)).find("vNummer"), std::string::npos) << v;
    EXPECT_EQ(with(R"(,"vNummer":9999999999)"), "");
}

TEST(duo_lees, dates_that_do_not_exist_or_run_backwards_are_refused_with_their_field) {
    EXPECT_EQ(refusal(with_duty(R"({"indicatorInburgeringsplicht":true,"begindatum":"2026-02-31"})")),
              "begindatum is geen datum die bestaat; schrijf JJJJ-MM-DD.");
    for (auto const* text : {"31-02-2026", "2026-2-1", "2026-02-29", "9999-12-31", "", "gisteren"})
        EXPECT_NE(refusal(with_duty(fmt::format(R"({{"indicatorInburgeringsplicht":true,"einddatum":"{}"}})", text))),
                  "")
            << text;
    EXPECT_NE(refusal(with_duty(R"({"indicatorInburgeringsplicht":true,"begindatum":20260101})")), "");
    EXPECT_EQ(refusal(with_duty(
                  R"({"indicatorInburgeringsplicht":false,"begindatum":"2026-03-02","einddatum":"2026-03-01"})")),
              "einddatum van de plicht ligt voor de begindatum.");
    EXPECT_EQ(refusal(with_duty(
                  R"({"indicatorInburgeringsplicht":false,"begindatum":"2026-03-02","einddatum":"2026-03-02"})")),
              "")
        << "both inclusive: a plicht of one day";
    auto const term = [](std::string_view start, std::string_view end) {
        return refusal(
            line("SS102", fmt::format(R"(,"inburgeringstermijn":{{"startdatum":"{}","einddatum":"{}"}})", start, end)));
    };
    EXPECT_EQ(term("2026-03-01", "2026-03-01"), "einddatum van de termijn ligt niet na de startdatum.");
    EXPECT_EQ(term("2026-03-01", "2026-03-02"), "");
    EXPECT_EQ(refusal(line("SS102", R"(,"inburgeringstermijn":{"startdatum":"2026-03-01"})")),
              "inburgeringstermijn heeft een startdatum en een einddatum nodig.");
}

TEST(duo_lees, the_moment_of_registration) {
    auto const at = [](std::string_view moment) {
        return refusal(fmt::format(R"({{"registratieDatumTijd":{},"gebeurtenisId":"SS101","bsn":"{}"}})", moment, bsn));
    };
    EXPECT_EQ(at("\"2026-11-24T09:00:00+01:00\""), "");
    for (auto const* text : {"\"2026-11-24\"", "\"2026-11-24T25:00:00Z\"", "\"2026-02-30T09:00:00Z\"", "null", "17",
                             "\"\"", "\"24-11-2026 09:00\""})
        EXPECT_EQ(at(text), "registratieDatumTijd ontbreekt of is geen datum met tijd.") << text;
}

TEST(duo_lees, values_outside_the_enumerations_of_duo_are_refused) {
    EXPECT_EQ(refusal(with_duty(R"({"begindatum":"2026-01-01"})")),
              "indicatorInburgeringsplicht ontbreekt in inburgeringsplicht; vul true of false in.");
    EXPECT_NE(refusal(with_duty(R"({"indicatorInburgeringsplicht":"true"})")), "");
    EXPECT_EQ(refusal(with_duty("[]")), "inburgeringsplicht moet een object zijn.");
    EXPECT_EQ(refusal(with_duty(R"({"indicatorInburgeringsplicht":false,"redenGeenInburgeringsplicht":"Zomaar"})")),
              "redenGeenInburgeringsplicht heeft een waarde die DUO niet kent.");
    EXPECT_EQ(refusal(with_duty(R"({"indicatorInburgeringsplicht":false,"redenGeenInburgeringsplicht":"Overlijden"})")),
              "");
    EXPECT_EQ(refusal(line("SS124", R"(,"doelgroep":{"indeling":"asielstatushouder"})")),
              "indeling heeft een waarde die DUO niet kent.");
    EXPECT_EQ(refusal(line("SS124", R"(,"doelgroep":{"gedetailleerdeDoelgroep":"Student"})")),
              "gedetailleerdeDoelgroep heeft een waarde die DUO niet kent.");
    EXPECT_EQ(
        refusal(line("SS125",
                     R"(,"doelgroep":{"indeling":"Asielstatushouder","asielrechtenWijzigingVerblijfsdoel":"ja"})")),
        "asielrechtenWijzigingVerblijfsdoel heeft een waarde die DUO niet kent.");
}
}
