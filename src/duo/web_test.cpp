#include "duo/store.h"
#include "instroom/store.h"
#include "tests/web/harness.h"

#include <gtest/gtest.h>

namespace {
using testing_support::cast;
using web_testing::Answer;
using web_testing::WebTest;

class duo_web : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(db, duo_web, ::testing::ValuesIn(testing_support::engines()),
                         [](auto const& i) { return i.param; });

constexpr std::string_view almaz = R"("bsn":"999993653")", yonas = R"("bsn":"999990007")",
                           by_v_number = R"("vNummer":2740000001)";
constexpr std::string_view duty =
    R"(,"inburgeringsplicht":{"indicatorInburgeringsplicht":true,"begindatum":"2026-11-01",)"
    R"("datumKennisgevingInburgeringsplicht":"2026-11-10"})";

std::string said(std::string_view code, std::string_view day, std::string_view who, std::string_view more = "") {
    return fmt::format(R"({{"registratieDatumTijd":"{}T09:00:00+01:00","gebeurtenisId":"{}",{}{}}})", day, code, who,
                       more);
}
std::int64_t count(WebTest& t, std::string_view sql) {
    return t.database().read(db::Scope::system(),
                             [&](db::Connection& c) { return c.value<std::int64_t>(sql).value_or(-1); });
}
PersoonId add(WebTest& t, std::string given, std::string_view bsn = "", std::string_view v_nummer = "") {
    instroom::Persoonsgegevens g;
    g.naam = {std::move(given), "", "", "Haile"};
    if (!bsn.empty()) g.bsn = Bsn::parse(bsn).value();
    g.v_nummer = v_nummer;
    g.herkomst = "hand";
    return t.database().write(db::Scope::of(cast().meierijstad), [&](db::Connection& c) {
        return instroom::upsert(c, t.kluis(), vertrouwen::Access::systeem(cast().meierijstad),
                                t.program().shared().clock.now(), g)
            .persoon;
    });
}
/// Reads a file of notices in through the page, as a user does.
Answer read_in(WebTest& t, std::string const& lines) {
    auto me = t.as("regisseur");
    auto const sent = me.upload("/inlezen", "bestand", "duo.jsonl", lines, {{"soort", "duo"}});
    EXPECT_EQ(sent.status, 303);
    t.run_jobs();
    return me.get(sent.location);
}
std::string notice(WebTest& t, std::string_view code) {
    auto const id = t.database().read(db::Scope::system(), [&](db::Connection& c) {
        return c.value<std::int64_t>("SELECT id FROM duo_melding WHERE code = $1 ORDER BY id DESC", {code}).value();
    });
    return "/duo/" + std::to_string(id);
}
std::size_t rows(Answer const& page) {
    std::size_t n = 0;
    for (std::size_t at = 0; (at = page.body.find("href=\"/duo/", at)) != std::string::npos; ++at) ++n;
    return n;
}

TEST_P(duo_web, the_inbox_is_empty_and_says_where_to_begin) {
    WebTest t{GetParam()};
    auto const page = t.as("regisseur").get("/duo");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.has("Er zijn geen berichten met deze stand."));
    EXPECT_TRUE(page.has("href=\"/inlezen\""));
    EXPECT_EQ(t.as("klantmanager").get("/duo").status, 403);
}

TEST_P(duo_web, the_inbox_filters_by_state_and_by_event_in_the_address) {
    WebTest t{GetParam()};
    add(t, "Almaz", "999993653");
    read_in(t, said("SS101", "2026-11-12", almaz, duty) + "\n" + said("SS139", "2026-11-13", almaz) + "\n"
                   + said("SS139", "2026-11-14", yonas) + "\n" + said("SS998", "2026-11-15", almaz) + "\n");
    auto me = t.as("regisseur");
    EXPECT_EQ(rows(me.get("/duo")), 4U);
    EXPECT_EQ(rows(me.get("/duo?stand=verwerkt")), 2U);
    EXPECT_EQ(rows(me.get("/duo?code=SS139")), 2U);
    auto const both = me.get("/duo?stand=wacht_op_persoon&code=SS139");
    EXPECT_EQ(rows(both), 1U);
    EXPECT_TRUE(both.has("/duo?stand=verwerkt&amp;code=SS139")) << "one filter keeps the other";
    EXPECT_TRUE(both.has("href=\"/duo?stand=wacht_op_persoon\"")) << "the event can be taken away";
    EXPECT_EQ(rows(me.get("/duo?code=SS998")), 1U) << "a code that is not known here";
    auto const none = me.get("/duo?code=SS106");
    EXPECT_EQ(rows(none), 0U);
    EXPECT_TRUE(none.has("Er zijn geen berichten van deze soort."));
    // What can be no code or state is no filter, and does no harm.
    for (auto const* odd : {"/duo?code=%3Cscript%3E", "/duo?code=ss139", "/duo?code=SS13999", "/duo?stand=weg",
                            "/duo?code=%27%20OR%201%3D1", "/duo?code=%00"}) {
        auto const page = me.get(odd);
        EXPECT_EQ(page.status, 200) << odd;
        EXPECT_EQ(rows(page), 4U) << odd;
    }
    EXPECT_EQ(rows(t.as("regisseur", 2).get("/duo?code=SS139")), 0U) << "another municipality's notices";
}

TEST_P(duo_web, the_pages_of_a_filter_keep_it) {
    WebTest t{GetParam()};
    add(t, "Almaz", "999993653");
    std::string lines;
    for (int i = 0; i < 60; ++i) lines += said("SS199", fmt::format("2026-09-{:02}", 1 + i % 30), almaz) + "\n";
    for (int i = 0; i < 60; ++i)
        lines +=
            fmt::format(R"({{"registratieDatumTijd":"2026-10-{:02}T{:02}:30:00+01:00","gebeurtenisId":"SS199",{}}})"
                        "\n",
                        1 + i % 30, 8 + i / 30, almaz);
    lines += said("SS101", "2026-09-10", almaz, duty) + "\n";
    read_in(t, lines);
    auto me = t.as("regisseur");
    auto const first = me.get("/duo?code=SS199");
    EXPECT_EQ(rows(first), 50U);
    auto const at = first.body.find("/duo?code=SS199&amp;na=");
    ASSERT_NE(at, std::string::npos);
    auto next = first.body.substr(at, first.body.find('"', at) - at);
    next.replace(next.find("&amp;"), 5, "&");
    auto const second = me.get(next);
    EXPECT_EQ(rows(second), 40U) << "thirty of them came twice";
    EXPECT_FALSE(second.has("SS101 ·</a>"));
}

TEST_P(duo_web, one_notice_shows_what_it_did) {
    WebTest t{GetParam()};
    add(t, "Almaz", "999993653");
    read_in(t, said("SS101", "2026-11-12", almaz, duty) + "\n");
    auto me = t.as("regisseur");
    auto const page = me.get(notice(t, "SS101"));
    EXPECT_EQ(page.status, 200);
    for (auto const* text :
         {"Kennisgeving van DUO: inburgeringsplichtig", "SS101", "Almaz Haile", "12 nov", "Verwerkt"})
        EXPECT_TRUE(page.has(text)) << text;
    EXPECT_FALSE(page.has("999993653")) << "no number in a page that does not need it";
    EXPECT_FALSE(page.has("Bericht koppelen"));
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM leeslog WHERE handeling = 'duo-bericht'"), 1);
    EXPECT_EQ(t.as("regisseur", 2).get(notice(t, "SS101")).status, 404);
    EXPECT_EQ(t.as("klantmanager").get(notice(t, "SS101")).status, 403);
    EXPECT_EQ(me.get("/duo/1").status, 404);
    EXPECT_EQ(me.get("/duo/abc").status, 404);
}

TEST_P(duo_web, a_stranger_waits_and_is_tied_by_file_number) {
    WebTest t{GetParam()};
    read_in(t, said("SS101", "2026-11-12", by_v_number, duty) + "\n" + said("SS139", "2026-11-13", by_v_number) + "\n");
    auto me = t.as("regisseur");
    auto const inbox = me.get("/duo?stand=wacht_op_persoon");
    EXPECT_EQ(rows(inbox), 2U);
    EXPECT_TRUE(inbox.has("V-nummer 2740000001"));
    auto const where = notice(t, "SS101");
    EXPECT_TRUE(me.get(where).has("Deze persoon is hier nog niet bekend. Het bericht wacht."));
    auto const file = t.file("Almaz", "Haile");
    auto const number = t.database().read(db::Scope::system(), [&](db::Connection& c) {
        return c.value<std::string>("SELECT nummer FROM dossier WHERE id = $1", {file.dossier}).value();
    });
    for (auto const* wrong : {"", "2026-999999", "Almaz", "DROP TABLE dossier; --"}) {
        auto const refused = me.post(where + "/koppelen", {{"dossier", wrong}});
        EXPECT_EQ(refused.status, 422) << wrong;
        EXPECT_TRUE(refused.has("Dit dossiernummer kennen wij niet.")) << wrong;
        EXPECT_EQ(refused.input("dossier"), wrong) << "what was typed is kept";
    }
    auto const tied = me.post(where + "/koppelen", {{"dossier", "  " + number + " "}});
    EXPECT_EQ(tied.status, 303);
    EXPECT_EQ(tied.location, where);
    EXPECT_TRUE(me.get(where).has("Almaz Haile"));
    EXPECT_EQ(rows(me.get("/duo?stand=wacht_op_persoon")), 0U) << "all that waited under the V-number";
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM termijnfeit WHERE soort = 'kennisgeving'"), 1);
    auto const again = me.post(where + "/koppelen", {{"dossier", number}});
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(again.has("Dit bericht is al gekoppeld."));
    EXPECT_EQ(t.as("regisseur", 2).post(where + "/koppelen", {{"dossier", number}}).status, 404);
}

TEST_P(duo_web, a_notice_with_another_bsn_is_not_tied) {
    WebTest t{GetParam()};
    auto const person = add(t, "Almaz", "999993653");
    auto me = t.as("regisseur");
    me.post("/inburgeraars/" + std::to_string(person.value) + "/dossier", {});
    auto const number = t.database().read(db::Scope::system(), [&](db::Connection& c) {
        return c.value<std::string>("SELECT nummer FROM dossier").value();
    });
    read_in(t, said("SS101", "2026-11-12", yonas, duty) + "\n");
    auto const refused = me.post(notice(t, "SS101") + "/koppelen", {{"dossier", number}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.has("Deze persoon heeft een ander BSN dan het bericht."));
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM duo_melding WHERE stand = 'wacht_op_persoon'"), 1);
}

TEST_P(duo_web, a_person_who_is_registered_later_takes_what_waits) {
    WebTest t{GetParam()};
    read_in(t, said("SS101", "2026-11-12", by_v_number, duty) + "\n");
    auto const sent = t.as("regisseur")
                          .upload("/inlezen", "bestand", "coa.csv",
                                  "vNummer;naam;geboortedatum;nationaliteit;locatie;gekoppeldOp\n2740000001;Haile, "
                                  "Almaz;1997-03-14;0113;AZC Grave;2026-11-20\n",
                                  {{"soort", "coa"}});
    ASSERT_EQ(sent.status, 303);
    t.run_jobs();
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM duo_melding WHERE stand = 'verwerkt'"), 1);
}

TEST_P(duo_web, each_line_of_a_file_stands_by_itself_and_says_what_was_wrong) {
    WebTest t{GetParam()};
    add(t, "Almaz", "999993653");
    auto const page =
        read_in(t, said("SS101", "2026-11-12", almaz, duty) + "\n" + R"({"registratieDatumTijd":"2026-11-12T0)" + "\n"
                       + said("SS101", "2026-11-12", R"("bsn":"999993654")") + "\n"
                       + said("SS101", "2026-11-12", R"("vNummer":0)") + "\n" + said("SS101", "2027-11-12", almaz)
                       + "\n" + said("SS998", "2026-11-12", almaz) + "\n" + said("SS101", "2026-11-12", yonas) + "\n");
    EXPECT_TRUE(page.has("klaar, 5 geweigerd"));
    for (auto const* reason :
         {"Deze regel is geen (hele) JSON-regel.", "elfproef", "vNummer moet een getal van 1",
          "registratieDatumTijd ligt in de toekomst.", "Meedoen kent gebeurtenis SS998 nog niet.", "wacht"})
        EXPECT_TRUE(page.has(reason)) << reason;
    EXPECT_FALSE(page.has("999993654"));
    EXPECT_EQ(count(t, "SELECT COUNT(*) FROM dossier"), 1) << "the good line was done";
}

TEST_P(duo_web, the_page_of_the_file_shows_an_extension_with_its_why) {
    WebTest t{GetParam()};
    auto const known = t.file("Almaz", "Haile");
    read_in(t, said("SS101", "2024-01-02", by_v_number) + "\n"
                   + said("SS102", "2024-03-03", by_v_number,
                          R"(,"inburgeringstermijn":{"startdatum":"2024-03-02","einddatum":"2027-03-02"})")
                   + "\n"
                   + said("SS104", "2026-11-20", by_v_number,
                          R"(,"inburgeringstermijn":{"startdatum":"2024-03-02","einddatum":"2027-09-02"})")
                   + "\n");
    auto const number = t.database().read(db::Scope::system(), [&](db::Connection& c) {
        return c.value<std::string>("SELECT nummer FROM dossier WHERE id = $1", {known.dossier}).value();
    });
    ASSERT_EQ(t.as("regisseur").post(notice(t, "SS101") + "/koppelen", {{"dossier", number}}).status, 303);
    auto const file = "/dossiers/" + std::to_string(known.dossier.value);
    auto me = t.as("klantmanager");
    auto const clocks = me.get(file + "/termijnen");
    EXPECT_EQ(clocks.status, 200);
    for (auto const* text :
         {"DUO heeft de inburgeringstermijn verlengd.", "Termijn verlengd door DUO", "1 september 2027", "aangenomen",
          "Aangenomen: DUO noemde de dag van de kennisgeving niet."})
        EXPECT_TRUE(clocks.has(text)) << text;
    auto const duo = me.get(file + "/duo");
    EXPECT_TRUE(duo.has("Er is geen verschil."));
    EXPECT_TRUE(duo.has("Inburgeringstermijn op verzoek verlengd"));
}
}
