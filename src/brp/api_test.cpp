#include "brp/api.h"

#include <gtest/gtest.h>

namespace brp {
namespace {
std::vector<ApiGelezen> read_all(std::string_view text, std::optional<std::string>* fault = nullptr) {
    std::vector<ApiGelezen> all;
    auto const wrong = lees_api(text, [&](ApiGelezen one) { all.push_back(std::move(one)); });
    if (fault)
        *fault = wrong;
    else
        EXPECT_EQ(wrong, std::nullopt);
    return all;
}
constexpr std::string_view almaz = R"json({"burgerservicenummer":"999993653","aNummer":"8940402024",
"naam":{"voornamen":"Almaz","geslachtsnaam":"Haile","aanduidingNaamgebruik":{"code":"V"}},"geslacht":{"code":"V"},
"geboorte":{"datum":{"type":"JaarMaandDatum","jaar":1997,"maand":3},"land":{"code":"9003"},"plaats":{"omschrijving":"Asmara"}},
"geheimhoudingPersoonsgegevens":true,"gemeenteVanInschrijving":{"code":"1948"},
"datumInschrijvingInGemeente":{"type":"Datum","datum":"2026-03-02"},
"nationaliteiten":[{"type":"Nationaliteit","nationaliteit":{"code":"0084"}},{"type":"Staatloos"}],
"verblijfplaats":{"type":"Adres","functieAdres":{"code":"W"},"datumVan":{"type":"Datum","datum":"2026-03-02"},
 "verblijfadres":{"korteStraatnaam":"Kerkstraat","huisnummer":12,"huisletter":"a","postcode":"5461AB","woonplaats":"Veghel"}},
"verblijfstitel":{"aanduiding":{"code":"26"},"datumIngang":{"type":"Datum","datum":"2025-10-01"}},
"partners":[{"naam":{"voornamen":"Yonas","geslachtsnaam":"Tesfay"},"soortVerbintenis":{"code":"H"},
 "aangaanHuwelijkPartnerschap":{"datum":{"type":"JaarDatum","jaar":2018}}}],
"kinderen":[{"burgerservicenummer":"999990639","naam":{"voornamen":"Selam"},"geboorte":{"datum":{"type":"DatumOnbekend","onbekend":true}}}]})json";

TEST(BrpApi, a_person_with_family) {
    auto const all =
        read_all("{\"type\":\"RaadpleegMetBurgerservicenummer\",\"personen\":[" + std::string{almaz} + "]}");
    ASSERT_EQ(all.size(), 1u);
    ASSERT_TRUE(all[0].uitkomst.has_value()) << all[0].uitkomst.error().tekst();
    auto const& p = *all[0].uitkomst;
    EXPECT_EQ(p.geboren.to_iso(), "1997-03-00");
    EXPECT_EQ(p.geboorteplaats, "Asmara");
    EXPECT_EQ(p.geheimhouding, 7);
    EXPECT_EQ(p.naamgebruik, "V");
    EXPECT_EQ(p.nationaliteiten.at(1).first, "0499");
    EXPECT_EQ(adresregels(*p.adres)->regel_1, "Kerkstraat 12 a");
    ASSERT_EQ(p.gezin.size(), 2u);
    EXPECT_EQ(p.gezin[0].vanaf, "2018-00-00");
    EXPECT_EQ(p.gezin[1].bsn, "999990639");
}

TEST(BrpApi, shapes) {
    std::string flat{almaz};
    std::erase(flat, '\n');
    EXPECT_EQ(read_all(almaz).size(), 1u);
    EXPECT_EQ(read_all("[" + flat + "," + flat + "]").size(), 2u);
    auto const lines = read_all(flat + "\n\n{\"torn\n" + flat + "\n");
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[1].uitkomst.error().regel, 3);
    EXPECT_EQ(lines[1].uitkomst.error().tekst(), "Dit is geen volledige JSON.");
    EXPECT_EQ(lines[2].regel, 4);
    EXPECT_TRUE(read_all("{\"personen\":[]}").empty());
}

TEST(BrpApi, refusals) {
    auto const why = [](std::string_view text) { return read_all(text).at(0).uitkomst.error().tekst(); };
    EXPECT_EQ(why(R"({"burgerservicenummer":"999993654","naam":{"voornamen":"A"}})"),
              "Burgerservicenummer: dit nummer voldoet niet aan de elfproef.");
    EXPECT_EQ(why(R"({"naam":{"voornamen":"A"}})"), "Er staat geen burgerservicenummer en geen A-nummer.");
    EXPECT_EQ(why(R"({"burgerservicenummer":"999993653"})"), "Naam: er staat geen naam.");
    EXPECT_EQ(why(R"({"burgerservicenummer":"999993653","naam":{"voornamen":7}})"), "Voornamen: dit is geen tekst.");
    EXPECT_EQ(
        why(R"({"burgerservicenummer":"999993653","naam":{"voornamen":"A"},"geboorte":{"datum":{"datum":"2001-02-31"}}})"),
        "Geboortedatum: deze dag bestaat niet.");
    EXPECT_EQ(why(R"({"burgerservicenummer":"999993653","naam":{"voornamen":"A"},"geslacht":{"code":"X"}})"),
              "Geslacht: deze code bestaat niet.");
    EXPECT_EQ(why(R"([7])"), "Dit is geen persoon.");
    std::optional<std::string> fault;
    for (std::string_view text :
         {"", "naam;bsn\n", "{\"a\":1", "{\"meldingen\":[]}", "\xFF\xFE{\0", "{\"personen\":7}"}) {
        read_all(text, &fault);
        EXPECT_TRUE(fault.has_value()) << text;
    }
}
}
}
