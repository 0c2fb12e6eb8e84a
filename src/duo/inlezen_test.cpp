#include "duo/inlezen.h"

#include "duo/store.h"
#include "instroom/store.h"
#include "tests/support/database.h"
#include "vertrouwen/store.h"

#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace duo {
namespace {
using testing_support::cast;
using vertrouwen::Access;

std::string notice(std::string_view code, int second) {
    return fmt::format(
        R"({{"registratieDatumTijd":"2026-11-12T09:{:02}:{:02}Z","gebeurtenisId":"{}","bsn":"999993653"}})",
        second / 60, second % 60, code);
}

struct Desk {
    explicit Desk(std::string const& engine) : d{engine} {
        testing_support::seed_cast(*d);
        instroom::Persoonsgegevens g;
        g.bsn = Bsn::parse("999993653").value();
        g.naam = {"Almaz", "", "", "Haile"};
        g.herkomst = "hand";
        d->write(db::Scope::of(cast().meierijstad), [&](db::Connection& c) {
            instroom::upsert(c, kluis, access, clock.now(), g);
            c.exec("INSERT INTO inlees (id, gemeente, soort, bestandsnaam, gestart_door, gestart, stand) VALUES (77, "
                   "1, 'duo', 'a', 0, $1, 'bezig')",
                   {clock.now()});
        });
    }
    testing_support::ScratchDatabase d;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    platform::Clock clock{Date{2026y / 11 / 25}};
    Access access = Access::systeem(cast().meierijstad);

    Result<Telling, BestandRefusal> read(
        std::string_view content,
        std::function<bool(Voortgang const&)> progress = [](Voortgang const&) { return true; }) {
        return read_file(*d, kluis, access, clock, InleesId{77}, content, progress);
    }
    std::int64_t number(std::string_view sql) {
        return d->read(db::Scope::system(), [&](db::Connection& c) { return c.value<std::int64_t>(sql).value(); });
    }
    std::string reason(int line) {
        return d->read(db::Scope::system(), [&](db::Connection& c) {
            return c.value<std::string>("SELECT reden FROM inlees_regel WHERE inlees = 77 AND regel = $1", {line})
                .value_or("niet gelezen");
        });
    }
};

BOTH_ENGINES(duo_inlezen);

TEST_P(duo_inlezen, good_and_bad_lines_mixed_each_stand_by_themselves) {
    Desk desk{GetParam()};
    auto const content =
        "\xEF\xBB\xBF" + notice("SS101", 1) + "\r\n\r\n" + "{torn\n" + notice("SS139", 2) + "\n" + notice("SS139", 2)
        + "\n" + notice("SS777", 3) + "\n[1,2]\n"
        + R"({"registratieDatumTijd":"2026-11-12T09:00:00Z","gebeurtenisId":"SS101","bsn":"999993654"})" + "\n"
        + R"({"registratieDatumTijd":"2028-11-12T09:00:00Z","gebeurtenisId":"SS110","bsn":"999993653"})" + "\n"
        + R"({"registratieDatumTijd":"2026-11-12T09:00:00Z","gebeurtenisId":"SS101","bsn":"999990007"})";   // no end of
                                                                                                            // line
    auto const done = desk.read(content);
    ASSERT_TRUE(done.has_value());
    EXPECT_EQ(done->regels, 9);
    EXPECT_EQ(done->gelukt, 3) << "two done, one waits";
    EXPECT_EQ(done->ongewijzigd, 1);
    EXPECT_EQ(done->geweigerd, 5);
    EXPECT_EQ(desk.reason(3), "Deze regel is geen (hele) JSON-regel.")
        << "lines are counted as in the file, empty ones too";
    EXPECT_EQ(desk.reason(5), "Dit bericht was al ontvangen.");
    EXPECT_NE(desk.reason(6).find("SS777"), std::string::npos);
    EXPECT_EQ(desk.reason(8), "bsn voldoet niet aan de elfproef.");
    EXPECT_EQ(desk.reason(9), "registratieDatumTijd ligt in de toekomst.")
        << "it would overtake all that comes before it";
    EXPECT_EQ(desk.number(
                  "SELECT COUNT(*) FROM inlees WHERE stand = 'klaar' AND totaal = 9 AND gelukt = 3 AND geweigerd = 5"),
              1);
    EXPECT_EQ(desk.number("SELECT COUNT(*) FROM dossier WHERE stand = 'open'"), 1);
    EXPECT_EQ(desk.number("SELECT COUNT(*) FROM duo_melding"), 4) << "the unknown code and the waiting one are kept";
    EXPECT_TRUE(vertrouwen::verify_audit(*desk.d).bevindingen.empty());
}

TEST_P(duo_inlezen, the_wrong_kind_of_file_is_refused_whole) {
    Desk desk{GetParam()};
    for (auto const* nothing : {"", " \r\n\t\n", "\xEF\xBB\xBF\n"})
        EXPECT_EQ(desk.read(nothing).error(), BestandRefusal::leeg);
    for (auto const* other :
         {"BSN;naam\n1;2\n", "<?xml version=\"1.0\"?>", "[{\"a\":1}]", "PK\x03\x04", "%PDF-1.7", "\xff\xfe{"})
        EXPECT_EQ(desk.read(other).error(), BestandRefusal::geen_json_regels) << other;
    EXPECT_EQ(desk.number("SELECT COUNT(*) FROM inlees_regel"), 0);
    EXPECT_FALSE(tekst(BestandRefusal::leeg).empty());
    EXPECT_FALSE(tekst(BestandRefusal::geen_json_regels).empty());
}

TEST_P(duo_inlezen, a_line_of_megabytes_and_a_line_with_a_nul_are_refused_and_the_rest_goes_on) {
    Desk desk{GetParam()};
    auto const content = "{\"a\":\"" + std::string(3'000'000, 'x') + "\"}\n{\"a\":\"" + std::string(1, '\0') + "\"}\n"
                         + notice("SS101", 1) + "\n";
    auto const done = desk.read(content);
    ASSERT_TRUE(done.has_value());
    EXPECT_EQ(done->geweigerd, 2);
    EXPECT_EQ(done->gelukt, 1);
    EXPECT_EQ(desk.reason(1), "Deze regel is langer dan 64 kB.");
}

TEST_P(duo_inlezen, stopped_half_way_what_was_read_stays_and_reading_again_skips_it) {
    Desk desk{GetParam()};
    std::string content;
    for (int i = 0; i < 450; ++i) content += notice("SS137", i) + "\n";
    int batches = 0;
    auto const half = desk.read(content, [&](Voortgang const& v) {
        EXPECT_LE(v.bytes, v.totaal);
        return ++batches < 2;
    });
    EXPECT_EQ(half->regels, 400);
    EXPECT_EQ(desk.number("SELECT COUNT(*) FROM inlees WHERE stand = 'bezig'"), 1);
    auto const again = desk.read(content);
    EXPECT_EQ(again->regels, 450);
    EXPECT_EQ(again->ongewijzigd, 400);
    EXPECT_EQ(again->gelukt, 50);
    EXPECT_EQ(desk.number("SELECT COUNT(*) FROM duo_melding"), 450);
}

TEST_P(duo_inlezen, from_the_command_line) {
    Desk desk{GetParam()};
    auto const file = std::filesystem::temp_directory_path() / ("duo-" + std::to_string(db::new_id()) + ".jsonl");
    std::stringstream out, err;
    auto const import = [&](std::string_view content, std::string_view municipality) {
        std::ofstream{file} << content;
        out.str("");
        err.str("");
        return cli_import(*desk.d, desk.kluis, desk.clock, file.string(), municipality, out, err);
    };
    EXPECT_EQ(import(notice("SS101", 1) + "\n", "1948"), 0);
    EXPECT_NE(out.str().find("1 regels gelezen"), std::string::npos);
    EXPECT_EQ(import("{\n" + notice("SS139", 2), "1948"), 1);
    EXPECT_NE(err.str().find("regel 1: "), std::string::npos);
    EXPECT_EQ(import("naam;datum\n", "1948"), 2);
    EXPECT_EQ(import(notice("SS101", 1), "0000"), 2);
    std::filesystem::remove(file);
    EXPECT_EQ(cli_import(*desk.d, desk.kluis, desk.clock, file.string(), "1948", out, err), 2);
}
}
}
