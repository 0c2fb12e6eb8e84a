#include "brp/lijst.h"

#include "brp/a_nummer.h"
#include "brp/soort.h"

#include <cstdlib>
#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace brp {
namespace {
std::string const kop =
    ";01.01.10;01.01.20;01.02.10;01.02.20;01.02.30;01.02.40;01.03.10;01.03.20;01.03.30;01.04.10;01.61.10;"
    "02.01.20;02.02.10;02.02.40;04.05.10;04.85.10;04.H;05.01.20;05.02.10;05.02.40;05.06.10;05.07.10;05.15.10;05.H;"
    "06.88.10;06.88.10;07.67.20;07.70.10;08.09.10;08.11.10;08.11.20;08.H;09.01.20;09.02.10;09.89.10;09.H;10.39.10\n";

/// One line of a list with named cells.
std::string lijn(std::map<std::string, std::string> const& cells) {
    std::string out;
    std::stringstream names{kop.substr(0, kop.size() - 1)};
    bool first = true;
    for (std::string name; std::getline(names, name, ';'); first = false) {
        auto const at = cells.find(name);
        out += (first ? "" : ";") + (at == cells.end() ? std::string{} : at->second);
    }
    return out + "\n";
}
std::map<std::string, std::string> almaz() {
    return {{"", "L1"},
            {"01.01.10", "8940402024"},
            {"01.01.20", "999993653"},
            {"01.02.10", "Almaz"},
            {"01.02.40", "Haile"},
            {"01.03.10", "19970314"},
            {"01.04.10", "V"},
            {"01.61.10", "E"},
            {"04.05.10", "0084"},
            {"08.09.10", "1948"}};
}
std::vector<LijstLezer::Gelezen> read_all(std::string const& text, std::optional<std::string>* fault = nullptr) {
    std::istringstream in{text};
    LijstLezer lezer{in};
    auto const wrong = lezer.open();
    if (fault) *fault = wrong;
    std::vector<LijstLezer::Gelezen> all;
    if (wrong) return all;
    while (auto one = lezer.next()) all.push_back(std::move(*one));
    return all;
}
Weigering refusal_of(std::map<std::string, std::string> const& cells) {
    auto const all = read_all(kop + lijn(cells));
    EXPECT_EQ(all.size(), 1u);
    EXPECT_FALSE(all[0].uitkomst.has_value());
    return all[0].uitkomst ? Weigering{} : all[0].uitkomst.error();
}

TEST(BrpLijst, one_person) {
    auto const all = read_all("\xEF\xBB\xBF" + kop + lijn(almaz()));
    ASSERT_EQ(all.size(), 1u);
    auto const& p = all[0].uitkomst.value();
    EXPECT_EQ(p.bsn->digits(), "999993653");
    EXPECT_EQ(p.naam.voornamen, "Almaz");
    EXPECT_EQ(p.geboren.to_iso(), "1997-03-14");
    ASSERT_EQ(p.nationaliteiten.size(), 1u);
    EXPECT_EQ(p.nationaliteiten[0].first, "0084");
    EXPECT_EQ(p.gemeente, "1948");
    EXPECT_EQ(all[0].regel, 2);
}

TEST(BrpLijst, further_occurrences_are_people_and_history_is_not) {
    auto first = almaz();
    first["09.01.20"] = "999990639";
    first["09.02.10"] = "Dawit";
    first["09.H"] = "59";
    first["05.02.10"] = "Yonas";
    first["05.02.40"] = "Tesfay";
    first["05.07.10"] = "20200308";
    first["05.H"] = "55";
    auto const all =
        read_all(kop + lijn(first)
                 + lijn({{"09.02.10", "Davit (oud)"}, {"09.H", "09"}, {"05.02.10", "Yonas"}, {"05.06.10", "19980201"}})
                 + lijn({{"09.02.10", "Selam"}, {"09.H", "09"}}) + lijn({{"09.02.10", "Stil"}, {"09.89.10", "L"}}));
    ASSERT_EQ(all.size(), 1u);
    auto const& p = all[0].uitkomst.value();
    ASSERT_EQ(p.gezin.size(), 3u);
    EXPECT_EQ(p.gezin[0].soort, "partner");
    EXPECT_EQ(p.gezin[0].vanaf, "1998-02-01") << "the start stands in the history of a dissolved marriage";
    EXPECT_EQ(p.gezin[0].tot, "2020-03-08");
    EXPECT_EQ(p.gezin[1].naam.voornamen, "Dawit");
    EXPECT_EQ(p.gezin[2].naam.voornamen, "Selam");
}

TEST(BrpLijst, refusals_say_line_field_and_reason) {
    auto const with = [](std::string const& column, std::string const& value) {
        auto cells = almaz();
        cells[column] = value;
        return refusal_of(cells).tekst();
    };
    EXPECT_EQ(with("01.01.20", "999993654"), "Burgerservicenummer: dit nummer voldoet niet aan de elfproef.");
    EXPECT_EQ(with("01.01.20", "99999"), "Burgerservicenummer: dit zijn geen negen cijfers.");
    EXPECT_EQ(with("01.01.10", "1234567890"), "A-nummer: dit nummer klopt niet.");
    EXPECT_EQ(with("01.03.10", "19970231"), "Geboortedatum: deze dag bestaat niet.");
    EXPECT_EQ(with("01.03.10", "19970014"), "Geboortedatum: de dag is ingevuld, maar de maand niet.");
    EXPECT_EQ(with("01.03.10", "00000300"), "Geboortedatum: de maand is ingevuld, maar het jaar niet.");
    EXPECT_EQ(with("01.03.10", "14-3-1997"), "Geboortedatum: dit is geen datum (JJJJMMDD).");
    EXPECT_EQ(with("01.04.10", "X"), "Geslacht: deze code bestaat niet.");
    EXPECT_EQ(with("07.70.10", "9"), "Indicatie geheim: deze code bestaat niet.");
    EXPECT_EQ(with("07.67.20", "Z"), "Reden opschorting: deze code bestaat niet.");
    EXPECT_EQ(with("10.39.10", "asiel"), "Verblijfstitel: deze code bestaat niet.");
    EXPECT_EQ(with("08.11.20", "12a"), "Huisnummer: dit is geen huisnummer.");
    EXPECT_EQ(with("01.02.40", std::string(201, 'x')), "Geslachtsnaam: dit is langer dan 200 tekens.");
    EXPECT_EQ(with("01.02.40", "abc\xE2\x80\xAE"
                               "def"),
              "Geslachtsnaam: er staan tekens in die niet mogen.");
    auto child = almaz();
    child["09.02.10"] = "Dawit";
    child["09.01.20"] = "999993654";
    EXPECT_EQ(refusal_of(child).tekst(), "Burgerservicenummer: dit nummer voldoet niet aan de elfproef.");
    auto nobody = almaz();
    nobody["01.02.10"] = nobody["01.02.40"] = "";
    EXPECT_EQ(refusal_of(nobody).tekst(), "Naam: er staat geen naam.");
    auto numberless = almaz();
    numberless["01.01.10"] = numberless["01.01.20"] = "";
    EXPECT_EQ(refusal_of(numberless).tekst(), "Er staat geen burgerservicenummer en geen A-nummer.");
}

TEST(BrpLijst, accepts_what_real_people_have) {
    auto cells = almaz();
    cells["01.01.20"] = "";
    cells["01.02.10"] = "";
    cells["01.02.40"] = "Ali bin Mohammed";
    cells["01.03.10"] = "19970000";
    cells["07.70.10"] = "7";
    auto all = read_all(kop + lijn(cells));
    ASSERT_TRUE(all.at(0).uitkomst.has_value());
    EXPECT_EQ(all[0].uitkomst->geboren.to_iso(), "1997-00-00");
    EXPECT_EQ(all[0].uitkomst->geheimhouding, 7);
    cells["01.02.40"] = "\"<script> \"\"Jim\"\"; ook genaamd Kim\"";
    all = read_all(kop + lijn(cells));
    ASSERT_TRUE(all.at(0).uitkomst.has_value());
    EXPECT_EQ(all[0].uitkomst->naam.geslachtsnaam, "<script> \"Jim\"; ook genaamd Kim");
}

TEST(BrpLijst, a_bad_line_refuses_its_list_and_no_other) {
    auto second = almaz();
    second[""] = "L2";
    second["01.01.20"] = "999990639";
    second["01.01.10"] = "8320968431";
    auto bad = lijn({{"08.11.10", "Oude straat"}});
    bad.insert(bad.size() - 1, ";;");
    auto all = read_all(kop + lijn(almaz()) + bad + lijn(second));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].uitkomst.error().regel, 3);
    EXPECT_EQ(all[0].uitkomst.error().tekst(), "De regel heeft te veel kolommen.");
    EXPECT_TRUE(all[1].uitkomst.has_value());

    all = read_all(kop + lijn(almaz()) + "\"L2;open quote\n" + lijn(second));
    ASSERT_EQ(all.size(), 3u);
    EXPECT_TRUE(all[0].uitkomst.has_value());
    EXPECT_EQ(all[1].uitkomst.error().tekst(), "Een aanhalingsteken wordt niet gesloten.");
    EXPECT_TRUE(all[2].uitkomst.has_value());
}

TEST(BrpLijst, torn_files) {
    auto const whole = kop + lijn(almaz());
    auto const all = read_all(whole + whole.substr(kop.size(), 30));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[1].uitkomst.error().tekst(), "Het bestand breekt hier af.");
    EXPECT_EQ(read_all(kop + lijn({{"01.02.10", "los"}})).at(0).uitkomst.error().tekst(),
              "Deze vervolgregel hoort bij geen persoonslijst.");
    EXPECT_EQ(read_all(kop + "L1;\xFF\xFE;x\n").at(0).uitkomst.error().tekst(), "De tekens zijn geen geldig UTF-8.");
    EXPECT_EQ(read_all(kop + std::string{"L1;a\0b;x\n", 9}).at(0).uitkomst.error().tekst(),
              "Er staat een NUL-teken in de regel.");
    EXPECT_EQ(read_all(kop + "L1;a\"b;x\n").at(0).uitkomst.error().tekst(),
              "Er staat een los aanhalingsteken in een veld.");
    EXPECT_EQ(read_all(kop + "L1;" + std::string(2 << 20, 'x') + "\n").at(0).uitkomst.error().tekst(),
              "De regel is te lang.");
}

TEST(BrpLijst, wrong_kind_of_file) {
    std::optional<std::string> fault;
    read_all("", &fault);
    EXPECT_EQ(fault, "Het bestand is leeg.");
    read_all("naam;geboren\nAlmaz;1997\n", &fault);
    EXPECT_TRUE(fault->starts_with("Dit is geen BRP-lijst"));
    read_all(";01.01.10;01.02.10\n", &fault);
    EXPECT_EQ(fault, "Deze kolommen ontbreken: 01.01.20, 01.02.40, 01.03.10, 01.04.10.");
    EXPECT_TRUE(geen_tekst("PK\x03\x04rest"));
    EXPECT_TRUE(geen_tekst("%PDF-1.7"));
    EXPECT_TRUE(geen_tekst("\xFF\xFE;\0"));
    EXPECT_TRUE(geen_tekst(std::string_view{"ab\0c", 4}));
    EXPECT_TRUE(geen_tekst("  \n"));
    EXPECT_TRUE(geen_tekst("<html>"));
    EXPECT_FALSE(geen_tekst("\xEF\xBB\xBF;01.01.10"));
}

TEST(Anummer, LO_3_12) {
    EXPECT_TRUE(a_nummer_klopt("8940402024"));
    for (auto const* wrong : {"0940402024", "8940402025", "894040202", "8944402024", "89404o2024"})
        EXPECT_FALSE(a_nummer_klopt(wrong));
}

TEST(BrpLijst, public_test_set_loads_or_says_why) {
    auto const* given = std::getenv("MEEDOEN_SHARED");
    auto const base = given ? std::filesystem::path{given} / "data"
                            : std::filesystem::path{__FILE__}.parent_path() / "../../../shared/data";
    std::ifstream in{base / "brp" / "testset-persoonslijsten-2022-05-02.csv"};
    if (!in) GTEST_SKIP() << "the public test set is not here (set MEEDOEN_SHARED): " << base;
    LijstLezer lezer{in};
    ASSERT_EQ(lezer.open(), std::nullopt);
    int loaded = 0, refused = 0, secret = 0, suspended = 0, partial = 0, without_bsn = 0;
    while (auto one = lezer.next()) {
        if (!one->uitkomst) {
            ++refused;
            fmt::print("  line {}: {}\n", one->uitkomst.error().regel, one->uitkomst.error().tekst());
            continue;
        }
        ++loaded;
        secret += one->uitkomst->geheimhouding > 0;
        suspended += !one->uitkomst->opschorting.empty();
        partial += !one->uitkomst->geboren.known();
        without_bsn += !one->uitkomst->bsn;
    }
    fmt::print("  {} loaded, {} refused\n", loaded, refused);
    EXPECT_EQ(loaded + refused, 687);
    EXPECT_EQ(secret, 46);
    EXPECT_EQ(loaded, 681) << "six lists hold dates that cannot be, such as 19821291";
    EXPECT_GT(suspended, 90);
    EXPECT_GE(partial, 10);
    EXPECT_EQ(without_bsn, 2);
}
}
}
