#include "documenten/rules.h"

#include <gtest/gtest.h>

namespace documenten {
namespace {
using enum DocumentRefusal;
using namespace std::string_literals;

std::string const pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n%%EOF\n";
std::string const jpeg = "\xff\xd8\xff\xe0\x00\x10JFIF\xff\xd9"s;
std::string const zip_end = "PK\x05\x06"s + std::string(18, '\0');
std::string chunk(std::string const& kind, std::string const& body) {
    std::string length(4, '\0');
    length[3] = static_cast<char>(body.size());
    return length + kind + body + "crc!";
}
std::string const png =
    "\x89PNG\r\n\x1a\n"s + chunk("IHDR", std::string(13, 'x')) + chunk("IDAT", "y") + chunk("IEND", "");

struct Geval {
    char const* naam;
    std::string bytes;
    std::optional<DocumentRefusal> no;
};
TEST(document, is_known_by_its_content) {
    EXPECT_EQ(soort_van(pdf), Mediatype::pdf);
    EXPECT_EQ(soort_van(png), Mediatype::png);
    EXPECT_EQ(soort_van(jpeg), Mediatype::jpeg);
    Geval const gevallen[] = {
        {"nothing", "", leeg},
        {"a page", "<!doctype html><script>alert(1)</script>", ander_soort},
        {"an SVG image", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", ander_soort},
        {"a program",
         "\x7f"
         "ELF\x02\x01\x01",
         ander_soort},
        {"an office file", "PK\x03\x04word/", ander_soort},
        {"a PDF after rubbish", "MZ rubbish " + pdf, ander_soort},
        {"a PDF without an end", "%PDF-1.7\n1 0 obj", ander_soort},
        {"a PDF of no version", "%PDF-x\n%%EOF", ander_soort},
        {"a PNG without its last chunk", png.substr(0, png.size() - 12), ander_soort},
        {"a PNG with something behind it", png + "x", ander_soort},
        {"a PNG whose chunk is longer than the file", "\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDRxxxx"s, ander_soort},
        {"a PNG that starts with another chunk", "\x89PNG\r\n\x1a\n"s + chunk("IDAT", "y") + chunk("IEND", ""),
         ander_soort},
        {"a JPEG that is cut off", jpeg.substr(0, jpeg.size() - 1), ander_soort},
        {"a GIF", "GIF89a;", ander_soort},
        {"a PDF that is a page as well", "%PDF-1.7\n<html><script>alert(1)</script>\n%%EOF", twee_soorten},
        {"a JPEG with a script in its comment", "\xff\xd8\xff\xfe<ScRiPt>x</script>\xff\xd9", twee_soorten},
        {"a PDF that runs a script", "%PDF-1.7\n<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>\n%%EOF",
         twee_soorten},
        {"a PDF that hides its script", "%PDF-1.7\n<</S /J#61va#53cript /JS (x)>>\n%%EOF", twee_soorten},
        {"a PDF that starts a program", "%PDF-1.7\n<</S/Launch/F(cmd.exe)>>\n%%EOF", twee_soorten},
        {"a PDF that carries a file", "%PDF-1.7\n<</Names<</EmbeddedFiles 3 0 R>>>>\n%%EOF", twee_soorten},
        {"a PDF that writes about it", "%PDF-1.7\n(a /JavaScripts book)\n%%EOF", std::nullopt},
        {"a PDF with an archive behind it", pdf + "PK\x03\x04zip" + zip_end, twee_soorten},
        {"a PDF with an archive that ends in a remark",
         pdf + "PK\x05\x06"s + std::string(16, '\0') + "\x05\0"s + "%%EOF", twee_soorten},
    };
    for (auto const& g : gevallen) {
        SCOPED_TRACE(g.naam);
        auto const found = soort_van(g.bytes);
        EXPECT_EQ(found ? std::nullopt : std::optional{found.error()}, g.no);
    }
}

TEST(document, may_be_twenty_megabytes_and_not_a_byte_more) {
    auto big = pdf;
    big.insert(9, std::string(meeste_bytes - pdf.size(), ' '));
    EXPECT_EQ(soort_van(big), Mediatype::pdf);
    big.insert(9, " ");
    EXPECT_EQ(soort_van(big).error(), te_groot);
}

TEST(document, what_the_sender_says_must_fit) {
    EXPECT_TRUE(keur("scan.pdf", "application/pdf", pdf));
    EXPECT_TRUE(keur("scan.pdf", "", pdf));
    EXPECT_TRUE(keur("scan", "application/octet-stream", pdf));
    EXPECT_TRUE(keur("foto.jpg", "image/jpg", jpeg));
    EXPECT_TRUE(keur("foto.jpg", "IMAGE/JPEG; charset=x", jpeg));
    EXPECT_EQ(keur("foto.png", "image/png", jpeg).error(), niet_wat_het_zegt);
    EXPECT_EQ(keur("scan.pdf", "text/html", pdf).error(), niet_wat_het_zegt);
    EXPECT_EQ(keur(" . ", "", pdf).error(), geen_naam);
    EXPECT_TRUE(keur(std::string(langste_naam, 'n'), "", pdf));
    EXPECT_EQ(keur(std::string(langste_naam + 1, 'n'), "", pdf).error(), naam_te_lang);
}

TEST(document, a_name_is_made_harmless) {
    EXPECT_EQ(veilige_naam("../../etc/passwd", Mediatype::pdf), "passwd.pdf");
    EXPECT_EQ(veilige_naam("C:\\temp\\scan.PDF", Mediatype::pdf), "scan.pdf");
    EXPECT_EQ(veilige_naam("brief.exe", Mediatype::png), "brief.png");
    EXPECT_EQ(veilige_naam("\u202egpj.exe\u202c", Mediatype::jpeg), "gpj.exe.jpg");
    EXPECT_EQ(veilige_naam("a\r\nb\"c<d>", Mediatype::pdf), "ab_c_d_.pdf");
    EXPECT_EQ(veilige_naam("..", Mediatype::pdf), "document.pdf");
    EXPECT_EQ(veilige_naam("Diploma Şükrü.pdf", Mediatype::pdf), "Diploma Şükrü.pdf");
    EXPECT_EQ(veilige_naam("\xff\xfe", Mediatype::pdf), "document.pdf");
}

TEST(document, every_refusal_says_what_to_do) {
    for (auto r : {leeg, te_groot, geen_naam, naam_te_lang, ander_soort, niet_wat_het_zegt, twee_soorten})
        EXPECT_GT(tekst(r).size(), 25u);
}
}
}
