#include "brieven/druk.h"
#include "brieven/taal.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

/// Letters as they come out of the printer, looked at with the tools of Poppler and qpdf.
namespace brieven {
namespace {
namespace fs = std::filesystem;

pdf::Printer& printer() {
    static auto const one = maak_printer();
    return *one;
}
Geheel letter(Soort soort, std::string_view taal) {
    Briefhoofd const head{"Team Inburgering", "Postbus 1, 5460 AA Veghel", "", "14 0413", ""};
    std::string const dutch{standaardtekst(soort, "nl")};
    std::string const other{taal == "nl" ? std::string_view{} : standaardtekst(soort, taal)};
    return voorbeeld_geheel(soort, dutch, other, dutch, taal, head, "Meierijstad", Date{2026y / 11 / 25});
}
class Afdruk {
public:
    explicit Afdruk(Geheel const& g) : path_{fs::temp_directory_path() / fmt::format("brief_test_{}.pdf", getpid())} {
        auto const made = druk(printer(), g, Talen::beide);
        check(made.has_value());
        std::ofstream{path_, std::ios::binary} << *made;
    }
    ~Afdruk() { fs::remove(path_); }
    Afdruk(Afdruk const&) = delete;
    Afdruk& operator=(Afdruk const&) = delete;
    std::string ask(std::string const& before, std::string const& after = {}) const {
        std::string out;
        auto* pipe = popen(fmt::format("{} {} {} 2>&1", before, path_.string(), after).c_str(), "r");
        char piece[4096];
        for (auto n = fread(piece, 1, sizeof piece, pipe); n > 0; n = fread(piece, 1, sizeof piece, pipe))
            out.append(piece, n);
        pclose(pipe);
        return out;
    }
    std::string text() const { return ask("pdftotext -layout", "-"); }

private:
    fs::path path_;
};
std::size_t count(std::string const& text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
    return n;
}
/// Where words stand on the first page, in points from the left and the top.
struct Woord {
    int left, top, right;
    std::string text;
};
std::vector<Woord> words(Afdruk const& print) {
    std::vector<Woord> all;
    auto const boxes = print.ask("pdftotext -bbox -l 1", "-");
    for (auto at = boxes.find("<word "); at != std::string::npos; at = boxes.find("<word ", at + 1)) {
        auto const number = [&](std::string_view name) {
            return std::stoi(boxes.substr(boxes.find(name, at) + name.size()));
        };
        auto const from = boxes.find('>', at) + 1;
        all.push_back({number("xMin=\""), number("yMin=\""), number("xMax=\""),
                       boxes.substr(from, boxes.find('<', from) - from)});
    }
    return all;
}
constexpr int mm(int n) { return n * 72 * 10 / 254; }   // points

TEST(afdruk, every_letter_in_every_language_is_sound_tagged_and_can_be_read_again) {
    for (auto const soort : soorten())
        for (auto const* taal : {"nl", "ar", "ti", "en"}) {
            SCOPED_TRACE(fmt::format("{} {}", naam(soort), taal));
            Afdruk const print{letter(soort, taal)};
            EXPECT_EQ(count(print.ask("qpdf --check"), "No syntax or stream encoding errors"), 1u);
            auto const facts = print.ask("pdfinfo");
            EXPECT_EQ(count(facts, "Tagged:          yes"), 1u) << facts;
            EXPECT_EQ(count(facts, "Title: "), 1u) << facts;
            auto const objects = print.ask("qpdf --qdf --object-streams=disable", "-");
            EXPECT_GE(count(objects, "/Lang (nl)"), 1u);
            auto const text = print.text();
            EXPECT_GE(count(text, "Geachte mevrouw Gebremeskel"), 1u) << text;
            EXPECT_GE(count(text, "Pagina 1 van"), 1u) << text;
            if (std::string_view{taal} == "nl") continue;
            EXPECT_GE(count(objects, fmt::format("/Lang ({})", taal)), 1u);
            EXPECT_GE(count(text, "Alleen de Nederlandse tekst geldt"), 1u) << text;
            // A word of the sentence, as breaks fall where they fall.
            auto const sentence = std::string{alleen_nederlands_geldt(taal)};
            EXPECT_GE(count(text, sentence.substr(0, sentence.find(' '))), 1u) << text;
        }
}

TEST(afdruk, the_address_stands_in_the_window_also_with_a_very_long_name) {
    auto g = letter(Soort::afspraak, "ti");
    g.vast.adres[0] = "Mevrouw S. Woldemichael-Gebremeskel-Van Puffelen-Ĳsbrandszoon-Şükrüoğlu-Đorđević-Łukasz";
    g.vast.velden["aanhef"] = "Geachte " + g.vast.adres[0];
    Afdruk const print{g};
    auto const all = words(print);
    auto const name = std::ranges::find(all, "Mevrouw", &Woord::text),
               town = std::ranges::find(all, "VEGHEL", &Woord::text);
    ASSERT_TRUE(name != all.end() && town != all.end());
    EXPECT_GE(name->top, mm(48));
    EXPECT_LE(name->top, mm(54));
    EXPECT_GE(name->left, mm(20));
    EXPECT_LE(town->top, mm(80));
    for (auto const& w : all) {
        EXPECT_LE(w.right, mm(190)) << w.text;
        if (w.top >= mm(48) && w.top <= mm(80)) { EXPECT_LE(w.right, mm(120)) << w.text; }
    }
}

TEST(afdruk, nothing_is_lost_however_long_it_is) {
    auto g = letter(Soort::pip_beschikking, "ar");
    std::string long_text;
    for (int i = 0; i < 900; ++i) long_text += fmt::format("woord{} ", i);
    g.inhoud.waarden.velden["reden"] = long_text + "SLOTWOORD";
    g.inhoud.waarden.velden["leerroute"] = std::string(300, 'x') + "EINDE";
    for (int i = 0; i < 60; ++i)
        g.inhoud.waarden.lijsten["doelen"].push_back(
            {{"leefgebied", "Taalniveau"}, {"doel", fmt::format("doel nummer {}", i)}, {"termijn", "in drie jaar"}});
    Afdruk const print{g};
    auto const text = print.text();
    EXPECT_EQ(count(text, "SLOTWOORD"), 1u);
    EXPECT_EQ(count(text, "doel nummer 59"), 1u);
    EXPECT_GE(count(text, "Wat u wilt bereiken"), 3u);   // the head of the table, again on each page
    // In both languages, though it breaks in the middle of the word.
    auto one_line = print.ask("pdftotext", "-");
    std::erase(one_line, '\n');
    EXPECT_GE(count(one_line, "xEINDE"), 2u);
}

TEST(afdruk, a_paragraph_beside_its_translation_may_be_longer_than_a_page) {
    std::string body;
    for (int i = 0; i < 1500; ++i) body += fmt::format("regel{} ", i);
    auto const dutch = "= Titel\n[a]\n" + body + "SLOT\n[b]\nDaarna.";
    auto g = letter(Soort::afspraak, "en");
    g.inhoud.nl = g.inhoud.bij_nl = dutch;
    g.inhoud.vertaling = "= Title\n[a]\nShort.\n[b]\nAfter.";
    Afdruk const print{g};
    auto const text = print.text();
    EXPECT_EQ(count(text, "SLOT"), 1u);
    EXPECT_EQ(count(text, "Daarna"), 1u);
}

TEST(afdruk, a_value_is_never_markup_and_reaches_no_file) {
    auto g = letter(Soort::afspraak, "ar");
    g.inhoud.waarden.velden["onderwerp"] =
        "<img src='file:///etc/passwd'><link rel=attachment href='file:///etc/passwd'>";
    g.vast.velden["naam"] = "</title><script>x</script>";
    g.vast.adres[0] = "<style>@import url(file:///etc/passwd)</style>";
    Afdruk const print{g};
    auto const text = print.ask("pdftotext", "-");
    EXPECT_EQ(count(text, "root:"), 0u);
    EXPECT_GE(count(text, "<img"), 1u) << text;
    EXPECT_EQ(count(print.ask("pdfdetach -list"), "0 embedded files"), 1u);
}

TEST(afdruk, without_a_translation_it_is_dutch_alone) {
    auto g = letter(Soort::afspraak, "uk");
    Afdruk const print{g};
    EXPECT_EQ(count(print.text(), "Alleen de Nederlandse tekst geldt"), 0u);
}
}
}
