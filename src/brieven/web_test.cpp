#include "agenda/store.h"
#include "brieven/druk.h"
#include "brieven/store.h"
#include "instroom/store.h"
#include "tests/web/harness.h"

namespace brieven {
namespace {
using web_testing::Answer;
using web_testing::WebTest;

struct Tafel {
    WebTest t;
    WebTest::File file;
    explicit Tafel(std::string const& engine) : t{engine}, file{t.file("Semhar", "Gebremeskel", "regisseur")} {
        run("UPDATE persoon SET taal = 'ti', geslacht = 'V' WHERE id = $1");
        run("INSERT INTO adres (id, gemeente, persoon, functie, straat, huisnummer, postcode, woonplaats, aangemaakt) "
            "SELECT $1, gemeente, id, 'W', 'Kerkstraat', 118, '5461KT', 'Veghel', aangemaakt FROM persoon WHERE id = "
            "$1");
    }
    void run(std::string_view sql) {
        t.database().write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) { c.exec(sql, {file.persoon}); });
    }
    vertrouwen::Access access() {
        return vertrouwen::Access::systeem(GemeenteId{1}, testing_support::user_of(1, "regisseur"));
    }
    BriefId letter(Soort soort = Soort::afspraak) {
        return t.database().write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
            auto const now = platform::moment_of({Date{2026y / 11 / 25}, 9, 0});
            return *maak(c, t.kluis(), access(), now, Date{2026y / 11 / 25}, file.dossier, soort, voorbeeld(soort),
                         "proef 1");
        });
    }
    std::string at(std::string_view rest = {}) const {
        return fmt::format("/dossiers/{}/brieven{}", file.dossier.value, rest);
    }
    std::string at(BriefId id, std::string_view rest = {}) const { return at(fmt::format("/{}{}", id.value, rest)); }
};
web_testing::Fields sending(std::string_view wijze, std::string_view versie = "1") {
    return {{"versie", std::string{versie}},
            {"wijze", std::string{wijze}},
            {"dag-dag", "25"},
            {"dag-maand", "11"},
            {"dag-jaar", "2026"}};
}

BOTH_ENGINES(brieven_web);

TEST_P(brieven_web, the_tab_lists_letters_and_documents) {
    Tafel w{GetParam()};
    auto regisseur = w.t.as("regisseur");
    EXPECT_TRUE(regisseur.get(w.at()).has("Er zijn nog geen brieven"));
    auto const id = w.letter();
    auto const page = regisseur.get(w.at());
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has(w.at(id)));
    EXPECT_TRUE(page.has("Bevestiging van een afspraak"));
    EXPECT_TRUE(page.has("Tigrinya"));
}

TEST_P(brieven_web, a_letter_is_read_printed_sent_and_comes_back) {
    Tafel w{GetParam()};
    auto regisseur = w.t.as("regisseur");
    auto const id = w.letter(Soort::pip_beschikking);
    auto const page = regisseur.get(w.at(id));
    for (auto const* part : {"Geachte mevrouw Gebremeskel", "Kerkstraat 118", "ውሳነ", "woensdag 6 januari 2027",
                             "Het briefhoofd van de gemeente is nog leeg"})
        EXPECT_TRUE(page.has(part)) << part;
    auto const print = regisseur.get(w.at(id, "/pdf?talen=beide"));
    EXPECT_EQ(print.status, 200);
    EXPECT_TRUE(print.body.starts_with("%PDF"));

    auto const sent = regisseur.post(w.at(id, "/verzenden"), sending("post"));
    ASSERT_EQ(sent.status, 303) << sent.body;
    auto const after = regisseur.get(w.at(id));
    EXPECT_TRUE(after.has("Verzonden"));
    EXPECT_FALSE(after.has("Vastleggen als verzonden"));
    EXPECT_TRUE(regisseur.get(w.at(id, "/pdf?talen=nl")).body.starts_with("%PDF"));
    EXPECT_TRUE(regisseur.get(fmt::format("/dossiers/{}", w.file.dossier.value)).has("Verzonden per post."));

    auto const bad = regisseur.post(w.at(id, "/retour"),
                                    {{"dag-dag", "25"}, {"dag-maand", "11"}, {"dag-jaar", "2026"}, {"reden", "  "}});
    EXPECT_EQ(bad.status, 422);
    EXPECT_TRUE(bad.has("Vul in waarom de brief terugkwam"));
    auto const back = regisseur.post(
        w.at(id, "/retour"),
        {{"dag-dag", "25"}, {"dag-maand", "11"}, {"dag-jaar", "2026"}, {"reden", "<b>woont hier niet</b>"}});
    EXPECT_EQ(back.status, 303);
    EXPECT_TRUE(regisseur.get(w.at(id)).has("&lt;b&gt;woont hier niet&lt;/b&gt;"));

    EXPECT_TRUE(regisseur.get(w.at(id)).has("Opnieuw versturen"));
    auto const again = regisseur.post(w.at(id, "/opnieuw"), {});
    ASSERT_EQ(again.status, 303) << again.body;
    auto const next = regisseur.get(again.location);
    EXPECT_TRUE(next.has("Geachte mevrouw Gebremeskel"));
    EXPECT_TRUE(next.has("Vastleggen als verzonden"));
    EXPECT_EQ(regisseur.post(w.at(id, "/opnieuw"), {}).location, again.location) << "the second of two clicks";
    auto const not_back = regisseur.post(again.location + "/opnieuw", {});
    EXPECT_EQ(not_back.status, 422);
    EXPECT_TRUE(not_back.has("Deze brief is niet teruggekomen"));
}

TEST_P(brieven_web, a_refusal_stands_at_its_field_and_keeps_what_was_typed) {
    Tafel w{GetParam()};
    auto regisseur = w.t.as("regisseur");
    auto const id = w.letter();
    w.run("UPDATE persoon SET geheimhouding = 7 WHERE id = $1");
    auto const secret = regisseur.post(w.at(id, "/verzenden"), sending("post"));
    EXPECT_EQ(secret.status, 422);
    EXPECT_TRUE(secret.has("Reik de brief uit op kantoor"));
    EXPECT_FALSE(secret.has("Kerkstraat"));
    auto fields = sending("uitgereikt");
    fields[3].second = "13";
    auto const no_day = regisseur.post(w.at(id, "/verzenden"), fields);
    EXPECT_EQ(no_day.status, 422);
    EXPECT_EQ(no_day.input("dag-maand"), "13");
    EXPECT_TRUE(no_day.has("Vul de dag in"));
    EXPECT_EQ(regisseur.post(w.at(id, "/verzenden"), sending("duif")).status, 422);
    auto const old = regisseur.post(w.at(id, "/verzenden"), sending("uitgereikt", "7"));
    EXPECT_EQ(old.status, 422);
    EXPECT_TRUE(old.has("Iemand heeft deze brief intussen veranderd"));
    EXPECT_EQ(regisseur.post(w.at(id, "/taal"), {{"versie", "1"}, {"taal", "xx"}}).status, 422);
    EXPECT_EQ(regisseur.post(w.at(id, "/taal"), {{"versie", "1"}, {"taal", "ar"}}).status, 303);
    EXPECT_TRUE(regisseur.get(w.at(id)).has("dir=\"rtl\""));
}

TEST_P(brieven_web, what_is_not_of_this_file_is_not_there) {
    Tafel w{GetParam()};
    auto regisseur = w.t.as("regisseur");
    auto const id = w.letter();
    auto const other = w.t.file("Ander", "Mens", "regisseur");
    for (auto const* rest : {"", "/pdf"})
        EXPECT_EQ(regisseur.get(fmt::format("/dossiers/{}/brieven/{}{}", other.dossier.value, id.value, rest)).status,
                  404);
    EXPECT_EQ(regisseur.get(w.at("/99")).status, 404);
    EXPECT_EQ(regisseur.get(w.at("/kaas")).status, 404);
    EXPECT_EQ(regisseur.post(w.at("/99/retour"), {}).status, 404);
    EXPECT_EQ(regisseur.post(w.at("/99/verzenden"), sending("post")).status, 404);
    EXPECT_EQ(w.t.as("regisseur", 2).get(w.at(id)).status, 404);
}

TEST_P(brieven_web, documents_go_in_by_content_and_come_out_as_attachments) {
    Tafel w{GetParam()};
    auto regisseur = w.t.as("regisseur");
    auto const to = fmt::format("/dossiers/{}/documenten", w.file.dossier.value);
    std::string const pdf = "%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";
    ASSERT_EQ(regisseur.upload(to, "bestand", "..\\diploma.html", pdf).status, 303);
    auto const page = regisseur.get(w.at());
    EXPECT_TRUE(page.has("diploma.pdf"));
    auto const link = page.body.find(to + "/");
    ASSERT_NE(link, std::string::npos);
    auto const href = page.body.substr(link, page.body.find('"', link) - link);
    auto const file = regisseur.get(href);
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.body, pdf);
    EXPECT_EQ(file.response.content_type, "application/pdf");
    auto const header = [&](std::string_view name) {
        for (auto const& [n, v] : file.response.headers)
            if (n == name) return v;
        return std::string{};
    };
    EXPECT_TRUE(header("Content-Disposition").starts_with("attachment")) << header("Content-Disposition");
    EXPECT_EQ(header("X-Content-Type-Options"), "nosniff");
    for (auto const& [name, bytes] : {std::pair<std::string, std::string>{"x.pdf", "<html><script>alert(1)</script>"},
                                      {"x.pdf", ""},
                                      {"x.pdf", "%PDF-1.7\n<script>\n%%EOF"}}) {
        auto const refused = regisseur.upload(to, "bestand", name, bytes);
        EXPECT_EQ(refused.status, 422) << bytes;
        EXPECT_TRUE(refused.has("md-error"));
    }
    EXPECT_EQ(regisseur.post(to, {}).status, 422);
    auto const other = w.t.file("Ander", "Mens", "regisseur");
    auto const id = href.substr(href.rfind('/'));
    EXPECT_EQ(regisseur.get(fmt::format("/dossiers/{}/documenten{}", other.dossier.value, id)).status, 404);
    EXPECT_EQ(w.t.as("regisseur", 2).get(href).status, 404);
}

TEST_P(brieven_web, an_appointment_is_confirmed_with_one_button) {
    Tafel w{GetParam()};
    auto regisseur = w.t.as("regisseur");
    auto const id = w.t.database().write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
        auto const at = platform::moment_of({Date{2026y / 12 / 8}, 10, 30});
        return agenda::plan(c, w.access(), at,
                            {.dossier = w.file.dossier,
                             .gebruiker = testing_support::user_of(1, "regisseur"),
                             .begint = at,
                             .eindigt = at.plus(std::chrono::hours{1}),
                             .onderwerp = "de lessen",
                             .plaats = "Kamer 3",
                             .tolk_taal = "ti",
                             .tolk_stand = "gevraagd"});
    });
    EXPECT_TRUE(regisseur.get(w.at()).has("Bevestiging maken"));
    auto const made = regisseur.post(w.at("/afspraak"), {{"afspraak", std::to_string(id.value)}});
    ASSERT_EQ(made.status, 303);
    auto const page = regisseur.get(made.location);
    for (auto const* part : {"Kamer 3", "de lessen", "dinsdag 8 december 2026", "10.30 uur", "Taal: "})
        EXPECT_TRUE(page.has(part)) << part;
    EXPECT_EQ(regisseur.post(w.at("/afspraak"), {{"afspraak", "1"}}).status, 404);
}

TEST_P(brieven_web, templates_are_changed_previewed_and_reset) {
    Tafel w{GetParam()};
    auto beheer = w.t.as("functioneel_beheerder");
    EXPECT_TRUE(beheer.get("/beheer/sjablonen").has("/beheer/sjablonen/afspraak/ti"));
    auto const path = std::string{"/beheer/sjablonen/afspraak/nl"};
    EXPECT_TRUE(beheer.get(path).has("S. Gebremeskel"));
    auto const bad =
        beheer.post(path, {{"doen", "opslaan"}, {"tekst", "= Titel\n[opening]\nBSN {bsn} <script>x</script>"}});
    EXPECT_EQ(bad.status, 422);
    EXPECT_TRUE(bad.has("Het veld bsn bestaat niet in deze brief"));
    EXPECT_TRUE(bad.has("value=\"3\""));
    EXPECT_TRUE(bad.has("&lt;script&gt;x&lt;/script&gt;"));
    EXPECT_FALSE(bad.has("<script>x"));
    auto const look = beheer.post(path, {{"doen", "voorbeeld"}, {"tekst", "= Eigen titel\n[opening]\nDag {naam}"}});
    EXPECT_EQ(look.status, 200);
    EXPECT_TRUE(look.has("Dag <bdi>Semhar Gebremeskel</bdi>"));
    EXPECT_FALSE(beheer.get(path).has("Eigen tekst van de gemeente"));
    ASSERT_EQ(beheer.post(path, {{"doen", "opslaan"}, {"tekst", "= Eigen titel\n[opening]\nDag {naam}"}}).status, 303);
    EXPECT_TRUE(beheer.get(path).has("Eigen tekst van de gemeente"));
    EXPECT_TRUE(w.t.as("regisseur").get(w.at(w.letter())).has("Eigen titel"));
    EXPECT_EQ(beheer.post(path + "/herstellen", {}).status, 303);
    EXPECT_FALSE(beheer.get(path).has("Eigen tekst van de gemeente"));
    EXPECT_TRUE(beheer.get(path).has("terug naar de tekst van Meedoen"));
    EXPECT_EQ(beheer.get("/beheer/sjablonen/afspraak/xx").status, 404);
    EXPECT_EQ(beheer.get("/beheer/sjablonen/boete/nl").status, 404);
}

TEST_P(brieven_web, the_letterhead_is_set_and_checked) {
    Tafel w{GetParam()};
    auto beheer = w.t.as("functioneel_beheerder");
    EXPECT_EQ(beheer.get("/beheer/briefhoofd").status, 200);
    auto const bad = beheer.post("/beheer/briefhoofd",
                                 {{"afdeling", std::string(121, 'a')}, {"adres", ""}, {"telefoon", "14 0413"}});
    EXPECT_EQ(bad.status, 422);
    EXPECT_EQ(bad.input("telefoon"), "14 0413");
    EXPECT_EQ(beheer.post("/beheer/briefhoofd", {{"adres", "Postbus 1\n5460 AA"}, {"telefoon", "1"}}).status, 422);
    ASSERT_EQ(
        beheer
            .post("/beheer/briefhoofd",
                  {{"afdeling", "Team Inburgering"}, {"adres", "Postbus 1, 5460 AA Veghel"}, {"telefoon", "14 0413"}})
            .status,
        303);
    auto const page = w.t.as("regisseur").get(w.at(w.letter()));
    EXPECT_TRUE(page.has("Postbus 1, 5460 AA Veghel"));
    EXPECT_FALSE(page.has("Het briefhoofd van de gemeente is nog leeg"));
}
}
}
