#include "instroom/inlees.h"

#include "dossier/store.h"
#include "instroom/coa.h"
#include "instroom/dubbelen.h"
#include "tests/support/database.h"
#include "vertrouwen/store.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace instroom {
namespace {
using testing_support::cast;
using vertrouwen::Access;

std::string const lo_kop = ";01.01.10;01.01.20;01.02.10;01.02.40;01.03.10;01.04.10\n";
std::string const almaz = "L1;8940402024;999993653;Almaz;Haile;19970314;V\n";
std::string const dawit = "L2;8320968431;999990639;Dawit;Haile;20150201;M\n";
std::string const coa_kop = "vNummer;naam;geboortedatum;nationaliteit;locatie;gekoppeldOp;telefoon;email;slaapkamers\n";

struct World {
    explicit World(std::string const& engine) : d{engine} {
        testing_support::seed_cast(*d);
        folder = std::filesystem::temp_directory_path() / ("meedoen_inlees_" + std::to_string(db::new_id()));
        std::filesystem::create_directories(folder);
    }
    ~World() {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    testing_support::ScratchDatabase d;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    platform::Clock clock{Date{2026y / 11 / 25}};
    Access access = Access::systeem(cast().meierijstad, testing_support::user_of(1, "regisseur"));
    std::filesystem::path folder;
    std::vector<std::string> events;

    InleesId start(InleesSoort soort, std::string const& content) {
        return d->write(db::Scope::of(access.gemeente()), [&](db::Connection& c) {
            return start_import(c, kluis, access, clock.now(), soort, "bestand.csv", content);
        });
    }
    void work(std::function<bool()> const& alive = [] { return true; }) {
        auto const worker =
            import_worker(*d, kluis, clock, [&](std::string_view topic, std::string_view event, std::string_view data) {
                events.push_back(std::string{topic} + "|" + std::string{event} + "|" + std::string{data});
            });
        auto const jobs = d->read(db::Scope::system(), [&](db::Connection& c) {
            return c.list("SELECT id, soort, inhoud FROM job WHERE soort LIKE 'inlees.%' ORDER BY id DESC LIMIT 1", {},
                          [](db::Row const& r) {
                              return jobs::Job{r.integer(0), std::string{r.text(1)}, std::string{r.text(2)}, 1,
                                               cast().meierijstad};
                          });
        });
        worker(jobs.at(0), alive);
    }
    Inlees see(InleesId id) {
        return d->read(db::Scope::of(access.gemeente()),
                       [&](db::Connection& c) { return find_import(c, access, id).value(); });
    }
    std::vector<InleesRegel> lines(InleesId id) {
        return d->read(db::Scope::of(access.gemeente()),
                       [&](db::Connection& c) { return lines_to_look_at(c, access, id, 0, 100); });
    }
    Inlees read(InleesSoort soort, std::string const& content) {
        auto const id = start(soort, content);
        work();
        return see(id);
    }
    std::int64_t count(std::string_view sql) {
        return d->read(db::Scope::system(), [&](db::Connection& c) { return c.value<std::int64_t>(sql).value(); });
    }
    std::string file(std::string const& name, std::string const& content) {
        std::ofstream{folder / name, std::ios::binary} << content;
        return (folder / name).string();
    }
    int cli(std::string const& soort, std::string const& path, std::string const& code = "1948") {
        out.str("");
        err.str("");
        return cli_import(*d, kluis, clock, {soort, path, code}, out, err);
    }
    std::ostringstream out, err;
};

BOTH_ENGINES(InstroomInlezen);

TEST_P(InstroomInlezen, a_list_is_read_in_the_background_with_progress) {
    World w{GetParam()};
    auto const row = w.read(InleesSoort::brp, lo_kop + almaz + dawit);
    EXPECT_EQ(row.stand, "klaar");
    EXPECT_EQ(row.totaal, 2);
    EXPECT_EQ(row.gelukt, 2);
    EXPECT_EQ(row.door, "Test regisseur 1");
    EXPECT_EQ(w.events.front(), import_topic(row.id) + "|voortgang|0 2");
    EXPECT_EQ(w.events.back(), import_topic(row.id) + "|klaar|");
    EXPECT_EQ(w.count("SELECT count(*) FROM inlees WHERE inhoud IS NOT NULL"), 0) << "the content goes when it is read";
    auto const again = w.read(InleesSoort::brp, lo_kop + almaz + dawit);
    EXPECT_EQ(again.ongewijzigd, 2);
    EXPECT_EQ(again.gelukt, 0);
    EXPECT_EQ(w.count("SELECT count(*) FROM persoon"), 2);
}

TEST_P(InstroomInlezen, refused_lines_have_number_and_reason) {
    World w{GetParam()};
    auto const row =
        w.read(InleesSoort::brp, lo_kop + almaz + "L3;5212476312;999993654;Jael;Jager;20000101;V\nL4;torn");
    EXPECT_EQ(row.gelukt, 1);
    EXPECT_EQ(row.geweigerd, 2);
    auto const lines = w.lines(row.id);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].regel, 3);
    EXPECT_EQ(lines[0].reden, "Burgerservicenummer: dit nummer voldoet niet aan de elfproef.");
    EXPECT_EQ(lines[1].regel, 4);
    EXPECT_EQ(lines[1].reden, "Het bestand breekt hier af.");
}

TEST_P(InstroomInlezen, two_lists_that_claim_one_bsn) {
    World w{GetParam()};
    auto const row = w.read(InleesSoort::brp, lo_kop + almaz + "L9;8320968431;999993653;Ander;Mens;19600101;M\n");
    EXPECT_EQ(row.gelukt, 1);
    EXPECT_EQ(w.lines(row.id).at(0).reden,
              "Dit burgerservicenummer hoort hier al bij een persoon met een ander A-nummer.");
    auto const crossed = w.read(InleesSoort::brp, lo_kop + dawit + "L9;8320968431;999993653;Ander;Mens;19600101;M\n");
    EXPECT_EQ(w.lines(crossed.id).at(0).reden,
              "Het burgerservicenummer en het A-nummer horen hier bij twee verschillende personen.");
}

TEST_P(InstroomInlezen, goes_on_where_it_stopped) {
    World w{GetParam()};
    std::string content = lo_kop;
    // A person without BSN for each A-number that passes its tests.
    int made = 0;
    for (std::int64_t n = 1'010'000'000; made < 450; ++n) {
        auto const line =
            "L;" + std::to_string(n) + ";;Naam" + std::to_string(n) + ";Fam" + std::to_string(n) + ";00000000;O\n";
        std::string const a = std::to_string(n);
        int sum = 0, weighted = 0;
        bool twins = false;
        for (std::size_t i = 0; i < 10; ++i) {
            sum += a[i] - '0';
            weighted += (a[i] - '0') << i;
            twins = twins || (i > 0 && a[i] == a[i - 1]);
        }
        if (twins || (sum % 11 != 0 && sum % 11 != 5) || weighted % 11 != 0) continue;
        content += line;
        ++made;
    }
    auto const id = w.start(InleesSoort::brp, content);
    int asked = 0;
    w.work([&] { return ++asked < 2; });   // stops after the first batch, as when the server ends
    EXPECT_EQ(w.see(id).stand, "bezig");
    EXPECT_EQ(w.see(id).gedaan(), lijsten_per_keer);
    w.work();
    EXPECT_EQ(w.see(id).stand, "klaar");
    EXPECT_EQ(w.see(id).gelukt, 450);
    EXPECT_EQ(w.count("SELECT count(*) FROM persoon"), 450);
    w.work();
    EXPECT_EQ(w.see(id).gelukt, 450) << "a job that comes twice does nothing more";
}

TEST_P(InstroomInlezen, a_file_that_turns_out_wrong_fails_with_a_sentence) {
    World w{GetParam()};
    auto const row = w.read(InleesSoort::brp, "a;b;c\n1;2;3\n");
    EXPECT_EQ(row.stand, "mislukt");
    EXPECT_NE(row.fout.find("geen BRP-lijst"), std::string::npos);
}

TEST_P(InstroomInlezen, the_brp_api) {
    World w{GetParam()};
    auto const row =
        w.read(InleesSoort::brp_api,
               R"({"personen":[{"burgerservicenummer":"999993653","naam":{"voornamen":"Almaz"}},{"naam":{}}]})");
    EXPECT_EQ(row.gelukt, 1);
    EXPECT_EQ(row.geweigerd, 1);
    EXPECT_EQ(row.totaal, 2);
}

TEST_P(InstroomInlezen, coa_arrivals_get_a_file) {
    World w{GetParam()};
    std::string const content = coa_kop
                                + "2731049958;Haile, Almaz;1997-03-00;Eritrese;AZC Overloon;2026-11-20;0612345678;;3\n"
                                  "2731049959;Rahmatullah;14-03-1980;0300;AZC Overloon;20-11-2026;;;\n";
    auto const row = w.read(InleesSoort::coa, content);
    EXPECT_EQ(row.gelukt, 2) << (w.lines(row.id).empty() ? "" : w.lines(row.id)[0].reden);
    EXPECT_EQ(w.count("SELECT count(*) FROM dossier WHERE stand = 'open' AND fase = 'instroom'"), 2);
    EXPECT_EQ(w.count("SELECT count(*) FROM gebeurtenis WHERE bron = 'COA'"), 2);
    EXPECT_EQ(w.count("SELECT count(*) FROM doelgroep WHERE groep = 'AS-a' AND bron = 'coa'"), 2);
    auto const id = w.d->read(db::Scope::of(cast().meierijstad), [&](db::Connection& c) {
        return find_by_v_nummer(c, cast().meierijstad, VNummer::parse("2731049958").value()).value();
    });
    auto const p = w.d->read(db::Scope::of(cast().meierijstad),
                             [&](db::Connection& c) { return find(c, w.kluis, w.access, id).value(); });
    EXPECT_EQ(p.naam, "Almaz Haile");
    EXPECT_EQ(p.gegevens.geboren.to_iso(), "1997-03-00");
    EXPECT_EQ(p.gegevens.adressen.at(0).functie, "azc");
    auto const again = w.read(InleesSoort::coa, content);
    EXPECT_EQ(again.ongewijzigd, 2);
    EXPECT_EQ(w.count("SELECT count(*) FROM gebeurtenis WHERE bron = 'COA'"), 2);
}

TEST_P(InstroomInlezen, coa_refusals) {
    World w{GetParam()};
    auto const why = [&](std::string const& line) {
        return w.lines(w.read(InleesSoort::coa, coa_kop + line + "\n").id).at(0).reden;
    };
    EXPECT_EQ(why("27310x;Almaz;;;AZC;2026-11-20;;;"), "V-nummer: dit zijn geen tien cijfers.");
    EXPECT_EQ(why("2731049958;;;;AZC;2026-11-20;;;"), "Naam: er staat geen naam.");
    EXPECT_EQ(why("2731049958;Almaz;1997-02-31;;AZC;2026-11-20;;;"), "Geboortedatum: dit is geen datum die bestaat.");
    EXPECT_EQ(why("2731049958;Almaz;;Marsiaanse;AZC;2026-11-20;;;"),
              "Nationaliteit: deze nationaliteit is niet bekend.");
    EXPECT_EQ(why("2731049958;Almaz;;;;2026-11-20;;;"), "Locatie: er staat geen locatie.");
    EXPECT_EQ(why("2731049958;Almaz;;;AZC;2026-11-00;;;"), "Gekoppeld op: dit is geen datum die bestaat.");
    EXPECT_EQ(why("2731049958;Almaz;;;AZC;2026-11-20;;;veel"), "Slaapkamers: dit is geen aantal.");
    EXPECT_EQ(why("2731049958;Almaz;;"), "De regel heeft te weinig kolommen.");
    EXPECT_EQ(why("2731049958;Alm\xE2\x80\xAE"
                  "az;;;AZC;2026-11-20;;;"),
              "Naam: er staan tekens in die niet mogen.");
    EXPECT_EQ(w.read(InleesSoort::coa, "naam;v\n").fout,
              "Deze kolommen ontbreken: vNummer, geboortedatum, nationaliteit, locatie, gekoppeldOp.");
}

TEST_P(InstroomInlezen, the_command_says_how_it_went) {
    World w{GetParam()};
    EXPECT_EQ(w.cli("brp", w.file("goed.csv", lo_kop + almaz)), 0) << w.err.str();
    EXPECT_NE(w.out.str().find("1 nieuw"), std::string::npos);
    EXPECT_EQ(w.cli("brp", w.file("deels.csv", lo_kop + almaz + "L3;1;2;x;y;z;V\n")), 1);
    EXPECT_NE(w.out.str().find("regel 3: "), std::string::npos) << w.out.str();
    EXPECT_EQ(w.cli("brp", w.file("blad.xlsx", "PK\x03\x04")), 2);
    EXPECT_EQ(w.cli("brp", w.file("x.csv", "a;b\n")), 2);
    EXPECT_EQ(w.cli("brp", w.file("leeg.csv", "")), 2);
    EXPECT_EQ(w.cli("brp", "/bestaat/niet"), 2);
    EXPECT_EQ(w.cli("ufo", w.file("goed.csv", lo_kop)), 2);
    EXPECT_EQ(w.cli("brp-api", w.file("goed.csv", lo_kop)), 2);
    EXPECT_EQ(w.cli("brp", w.file("goed.csv", lo_kop + almaz), "0000"), 2);
}

TEST(Inlezen, wrong_kind_is_said_before_anything_is_kept) {
    EXPECT_FALSE(verkeerd_bestand(InleesSoort::brp, lo_kop));
    EXPECT_FALSE(verkeerd_bestand(InleesSoort::coa, coa_kop));
    EXPECT_FALSE(verkeerd_bestand(InleesSoort::duo, "{\"a\":1}"));
    EXPECT_TRUE(verkeerd_bestand(InleesSoort::brp, coa_kop));
    EXPECT_TRUE(verkeerd_bestand(InleesSoort::coa, lo_kop));
    EXPECT_TRUE(verkeerd_bestand(InleesSoort::brp, "{\"a\":1}"));
    EXPECT_TRUE(verkeerd_bestand(InleesSoort::brp_api, lo_kop));
    EXPECT_TRUE(verkeerd_bestand(InleesSoort::brp, "%PDF-1.7"));
}

TEST_P(InstroomInlezen, the_public_test_set) {
    auto const* given = std::getenv("MEEDOEN_SHARED");
    auto const base = given ? std::filesystem::path{given} / "data"
                            : std::filesystem::path{__FILE__}.parent_path() / "../../../shared/data";
    auto const path = base / "brp" / "testset-persoonslijsten-2022-05-02.csv";
    if (!std::filesystem::exists(path))
        GTEST_SKIP() << "the public test set is not here (set MEEDOEN_SHARED): " << path;
    World w{GetParam()};
    EXPECT_EQ(w.cli("brp", path.string()), 1) << w.err.str();
    std::cout << w.out.str();
    EXPECT_EQ(w.count("SELECT gelukt + ongewijzigd + geweigerd FROM inlees"), 687);
    auto const audited = w.count("SELECT count(*) FROM audit"), ties = w.count("SELECT count(*) FROM gezinsband");
    EXPECT_EQ(w.cli("brp", path.string()), 1);
    std::cout << w.out.str().substr(0, w.out.str().find('\n') + 1);
    EXPECT_NE(w.out.str().find(" 0 nieuw, 0 bijgewerkt,"), std::string::npos) << "a second reading changes nothing";
    EXPECT_EQ(w.count("SELECT count(*) FROM audit"), audited);
    EXPECT_EQ(w.count("SELECT count(*) FROM gezinsband"), ties);
    EXPECT_EQ(w.count("SELECT count(*) FROM gezinsband a WHERE a.ander IS NOT NULL AND NOT EXISTS "
                      "(SELECT 1 FROM gezinsband b WHERE b.persoon = a.ander AND b.ander = a.persoon)"),
              0)
        << "ties go both ways";
}
}
}
