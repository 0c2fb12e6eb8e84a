#include "brieven/druk.h"
#include "brieven/inhoud.h"
#include "brieven/sjablonen.h"
#include "brieven/taal.h"

#include <gtest/gtest.h>

namespace brieven {
namespace {
using enum FoutSoort;

std::vector<Fout> faults(std::string_view text, Soort soort = Soort::pip_beschikking) {
    return lees_sjabloon(soort, text).fouten;
}
struct Geval {
    char const* naam;
    char const* tekst;
    int regel;
    FoutSoort fout;
    char const* wat;
};
constexpr Geval gevallen[] = {
    {"no title", "[a]\ntekst", 2, geen_titel, ""},
    {"two titles", "= Een\n= Twee\n[a]\nx", 2, tweede_titel, ""},
    {"a title among the sections", "= Een\n[a]\n= Twee", 3, tweede_titel, ""},
    {"text before a section", "= Een\nlos", 2, buiten_sectie, "los"},
    {"a section with capitals", "= Een\n[Opening]\nx", 2, sectie_ongeldig, "Opening"},
    {"a section of an unknown form", "= Een\n[a schuin]\nx", 2, sectie_ongeldig, "a schuin"},
    {"the same section again", "= Een\n[a]\nx\n[a]\ny", 4, sectie_dubbel, "a"},
    {"an unknown field", "= Een\n[a]\nBSN {bsn}", 3, onbekend_veld, "bsn"},
    {"a field of another letter", "= Een\n[a]\n{meenemen}", 3, onbekend_veld, "meenemen"},
    {"a column outside its list", "= Een\n[a]\n{doel}", 3, onbekend_veld, "doel"},
    {"an unknown field in a title", "= Een {bsn}\n[a]\nx", 1, onbekend_veld, "bsn"},
    {"an unknown condition", "= Een\n[a]\n{als geheim}\nx\n{einde}", 3, onbekend_blok, "geheim"},
    {"an unknown list", "= Een\n[a]\n{lijst boetes}\n- x\n{einde}", 3, onbekende_lijst, "boetes"},
    {"a brace that stays open", "= Een\n[a]\nBeste {naam", 3, haak_open, "naam"},
    {"bold that stays open", "= Een\n[a]\n**let op", 3, ster_open, ""},
    {"an unknown command", "= Een\n[a]\n{import /etc/passwd}", 3, opdracht_onbekend, "import"},
    {"a condition with too many words", "= Een\n[a]\n{als pw of vve}", 3, opdracht_onbekend, "als"},
    {"an end without a start", "= Een\n[a]\n{einde}", 3, einde_te_veel, ""},
    {"else without a condition", "= Een\n[a]\n{anders}", 3, anders_te_veel, ""},
    {"else twice", "= Een\n[a]\n{als pw}\nx\n{anders}\ny\n{anders}\nz\n{einde}", 7, anders_te_veel, ""},
    {"a block that stays open", "= Een\n[a]\n{als pw}\nx", 3, niet_gesloten, "pw"},
    {"a block over a section's edge", "= Een\n[a]\n{als pw}\nx\n[b]\ny", 3, niet_gesloten, "pw"},
    {"too deep",
     "= Een\n[a]\n{als pw}\n{als pw}\n{als pw}\n{als pw}\n{als pw}\nx\n{einde}\n{einde}\n{einde}\n{einde}\n{einde}", 7,
     te_diep, "pw"},
    {"a list in a list", "= Een\n[a]\n{lijst doelen}\n{lijst afspraken}\n- x\n{einde}\n{einde}", 4, lijst_in_lijst,
     "afspraken"},
    {"a table without a row", "= Een\n[a]\n{tabel doelen}\n| Doel |\n{einde}", 5, tabel_ongeldig, "doelen"},
    {"a table of unequal rows", "= Een\n[a]\n{tabel doelen}\n| A | B |\n| {doel} |\n{einde}", 6, tabel_ongeldig,
     "doelen"},
    {"text inside a table", "= Een\n[a]\n{tabel doelen}\nx\n{einde}", 4, tabel_ongeldig, "doelen"},
    {"a row without a table", "= Een\n[a]\n| A |", 3, rij_buiten_tabel, ""},
    {"no UTF-8", "= Een\n[a]\n\xff", 1, geen_utf8, ""},
};

TEST(sjabloon, every_fault_is_told_with_its_line) {
    for (auto const& g : gevallen) {
        SCOPED_TRACE(g.naam);
        auto const found = faults(g.tekst);
        ASSERT_FALSE(found.empty());
        auto const hit = std::ranges::find(found, g.fout, &Fout::soort);
        ASSERT_NE(hit, found.end());
        EXPECT_EQ(hit->regel, g.regel);
        EXPECT_EQ(hit->wat, g.wat);
        EXPECT_FALSE(tekst(g.fout).empty());
    }
    EXPECT_EQ(faults(std::string(langste_sjabloon + 1, 'x')).front().soort, te_lang);
}

TEST(sjabloon, all_faults_come_at_once_in_the_order_of_the_lines) {
    auto const found = faults("= Een\n[a]\n{bsn}\n{v_nummer}\n{als geheim}\nx\n{einde}");
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].regel, 3);
    EXPECT_EQ(found[1].regel, 4);
    EXPECT_EQ(found[2].regel, 5);
}

TEST(sjabloon, rubbish_never_breaks_the_reader) {
    // A small generator with a fixed start: the same texts every time.
    std::uint32_t state = 7;
    std::string_view const pieces[] = {"{", "}",    "**",           "als ", "pw",    "lijst ",  "doelen",
                                       "|", "[a]",  "\n",           "= ",   "- ",    "{einde}", "{anders}",
                                       "x", "\xc3", "\xe1\x88\xb0", "## ",  "tabel "};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 30; ++i) {
            state = state * 1664525u + 1013904223u;
            text += pieces[(state >> 8) % std::size(pieces)];
        }
        auto const read = lees_sjabloon(Soort::pip_beschikking, text);
        if (read.fouten.empty()) vul(read.sjabloon, Soort::pip_beschikking, {}, {}, "nl");
    }
}

std::string all_text(std::vector<Deel> const& parts) {
    std::string out;
    auto const add = [&](std::vector<Regel> const& lines) {
        for (auto const& line : lines) {
            for (auto const& t : line) out += t.tekst;
            out += '\n';
        }
    };
    for (auto const& p : parts) {
        add(p.regels);
        for (auto const& row : p.rijen) add(row);
    }
    return out;
}
std::string filled(std::string_view body, Waarden const& w, std::string_view taal = "nl",
                   Soort soort = Soort::pip_beschikking) {
    auto const read = lees_sjabloon(soort, "= Titel\n[a]\n" + std::string{body});
    EXPECT_TRUE(read.fouten.empty()) << body << ": " << (read.fouten.empty() ? "" : tekst(read.fouten.front().soort));
    return all_text(vul(read.sjabloon, soort, w, {{"naam", "Semhar"}}, taal).secties.front().delen);
}

TEST(sjabloon, fields_conditions_and_lists) {
    Waarden w;
    w.velden = {{"niveau", "B1"}, {"dagtekening", "2026-11-25"}};
    w.blokken = {"pw"};
    w.lijsten["doelen"] = {{{"leefgebied", "Taal"}, {"doel", "praten"}, {"termijn", "kort"}},
                           {{"leefgebied", "Werk"}, {"doel", "werken"}, {"termijn", "lang"}}};
    EXPECT_EQ(filled("Beste {naam}, **{niveau}**.", w), "Beste Semhar, B1.\n");
    EXPECT_EQ(filled("{als pw}\nja\n{anders}\nnee\n{einde}", w), "ja\n");
    EXPECT_EQ(filled("{als niet pw}\nja\n{anders}\nnee\n{einde}", w), "nee\n");
    EXPECT_EQ(filled("{als vve}\nja\n{einde}", w), "");
    EXPECT_EQ(filled("{als doelen}\nja\n{einde}", w), "ja\n");
    EXPECT_EQ(filled("{lijst doelen}\n- {leefgebied}: {doel} ({niveau})\n{einde}", w),
              "Taal: praten (B1)\nWerk: werken (B1)\n");
    EXPECT_EQ(filled("{tabel doelen}\n| Gebied | Doel |\n| {leefgebied} | {doel} |\n{einde}", w),
              "Gebied\nDoel\nTaal\npraten\nWerk\nwerken\n");
    EXPECT_EQ(filled("{tabel afspraken}\n| A |\n| {afspraak} |\n{einde}", w), "");
    EXPECT_EQ(filled("{dagtekening}", w), "25 november 2026\n");
    EXPECT_EQ(filled("{voortgang}", w), "");
}

TEST(sjabloon, a_value_is_text_and_never_template) {
    Waarden w;
    w.velden = {{"reden", "{naam} **vet** <script>alert(1)</script>"}};
    EXPECT_EQ(filled("{reden}", w), "{naam} **vet** <script>alert(1)</script>\n");
}

TEST(sjabloon, each_language_writes_days_and_times_its_own_way) {
    EXPECT_EQ(schrijf(Veldsoort::weekdag, "2026-12-08", "nl"), "dinsdag 8 december 2026");
    EXPECT_EQ(schrijf(Veldsoort::weekdag, "2026-12-08", "en"), "Tuesday 8 December 2026");
    EXPECT_EQ(schrijf(Veldsoort::datum, "2026-11-25", "ti"), "25 ሕዳር 2026");
    EXPECT_EQ(schrijf(Veldsoort::datum, "2026-11-25", "ar"), "25 نوفمبر 2026");
    EXPECT_EQ(schrijf(Veldsoort::datum, "2026-11-25", "fa"), "25 نوامبر 2026");
    EXPECT_EQ(schrijf(Veldsoort::tijd, "09:30", "nl"), "09.30 uur");
    EXPECT_EQ(schrijf(Veldsoort::tijd, "09:30", "ar"), "09:30");
    EXPECT_EQ(schrijf(Veldsoort::taal, "ti", "nl"), "Tigrinya");
    EXPECT_EQ(schrijf(Veldsoort::taal, "ar", "en"), "Arabic");
    EXPECT_EQ(schrijf(Veldsoort::datum, "morgen", "nl"), "morgen");
    for (auto const taal : vertaaltalen()) EXPECT_FALSE(alleen_nederlands_geldt(taal).empty()) << taal;
}

TEST(sjabloon, dutch_values_are_marked_in_a_translation) {
    Waarden w;
    w.velden = {{"reden", "U wilt werken"}, {"dagtekening", "2026-11-25"}};
    auto const read = lees_sjabloon(Soort::pip_beschikking, "= Titel\n[a]\n{reden} {dagtekening}");
    auto const line =
        vul(read.sjabloon, Soort::pip_beschikking, w, {}, "ar").secties.front().delen.front().regels.front();
    EXPECT_EQ(line.front().taal, "nl");
    EXPECT_TRUE(line.front().los);
    EXPECT_EQ(line.back().taal, "");
}

TEST(sjabloon, a_part_whose_dutch_changed_loses_its_translation) {
    auto const soort = Soort::afspraak;
    std::string const old = "= T\n[a]\nEen.\n[b]\nTwee.", now = "= T\n[a]\nEen.\n[b]\nTwee, maar anders.",
                      other = "= T\n[a]\nOne.\n[b]\nTwo.";
    auto const fill = [&](std::string const& text) {
        return vul(lees_sjabloon(soort, text).sjabloon, soort, {}, {}, "nl");
    };
    auto const fresh = paar(fill(old), fill(other), lees_sjabloon(soort, old).sjabloon);
    EXPECT_EQ(fresh.zonder_vertaling, 0);
    auto const stale = paar(fill(now), fill(other), lees_sjabloon(soort, old).sjabloon);
    EXPECT_EQ(stale.zonder_vertaling, 1);
    EXPECT_FALSE(stale.paren[0].vertaald.empty());
    EXPECT_TRUE(stale.paren[1].vertaald.empty());
}

TEST(sjabloon, a_translation_has_no_part_that_the_dutch_lacks) {
    auto const dutch = lees_sjabloon(Soort::afspraak, "= T\n[a]\nEen.").sjabloon;
    auto const read = lees_vertaling(Soort::afspraak, dutch, "= T\n[a]\nOne.\n[b]\nTwo.");
    ASSERT_EQ(read.fouten.size(), 1u);
    EXPECT_EQ(read.fouten[0].soort, sectie_onbekend);
    EXPECT_EQ(read.fouten[0].regel, 4);
}

TEST(sjabloon, every_text_of_the_program_is_sound_and_has_each_part_in_each_language) {
    for (auto const soort : soorten()) {
        auto const dutch = lees_sjabloon(soort, standaardtekst(soort, "nl"));
        ASSERT_TRUE(dutch.fouten.empty()) << naam(soort) << " line " << dutch.fouten.front().regel;
        for (auto const* taal : {"ar", "ti", "en"}) {
            SCOPED_TRACE(std::string{naam(soort)} + "." + taal);
            auto const other = lees_vertaling(soort, dutch.sjabloon, standaardtekst(soort, taal));
            EXPECT_TRUE(other.fouten.empty()) << other.fouten.front().regel << other.fouten.front().wat;
            for (auto const& s : dutch.sjabloon.secties)
                EXPECT_TRUE(std::ranges::any_of(other.sjabloon.secties, [&](Sectie const& o) {
                    return o.naam == s.naam && o.vorm == s.vorm;
                })) << s.naam;
        }
    }
}

TEST(waarden, what_the_allow_list_does_not_know_is_odd) {
    auto good = voorbeeld(Soort::pip_beschikking);
    EXPECT_EQ(afwijking(Soort::pip_beschikking, good), std::nullopt);
    for (auto const soort : soorten()) EXPECT_EQ(afwijking(soort, voorbeeld(soort)), std::nullopt) << naam(soort);
    auto w = good;
    w.velden["bsn"] = "999993653";
    EXPECT_EQ(afwijking(Soort::pip_beschikking, w), "bsn");
    w = good;
    w.velden.erase("niveau");
    EXPECT_EQ(afwijking(Soort::pip_beschikking, w), "niveau");
    w = good;
    w.velden["dagtekening"] = "25-11-2026";
    EXPECT_EQ(afwijking(Soort::pip_beschikking, w), "dagtekening");
    w = good;
    w.velden["voortgangsgesprekken"] = "zes";
    EXPECT_EQ(afwijking(Soort::pip_beschikking, w), "voortgangsgesprekken");
    w = good;
    w.lijsten["doelen"][0]["score"] = "3";
    EXPECT_EQ(afwijking(Soort::pip_beschikking, w), "doelen.score");
    w = good;
    w.lijsten["boetes"] = {};
    EXPECT_EQ(afwijking(Soort::pip_beschikking, w), "boetes");
    w = good;
    w.blokken.insert("geheim");
    EXPECT_EQ(afwijking(Soort::pip_beschikking, w), "geheim");
}

TEST(waarden, a_leefgebied_of_health_is_noticed) {
    auto w = voorbeeld(Soort::pip_beschikking);
    EXPECT_FALSE(noemt_gezondheid(w));
    w.lijsten["doelen"][0]["leefgebied"] = "Mentale gezondheid";
    EXPECT_TRUE(noemt_gezondheid(w));
}
}
}
