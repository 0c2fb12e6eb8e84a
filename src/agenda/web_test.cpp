#include "agenda/store.h"
#include "agenda/vervanging.h"
#include "tests/web/harness.h"

using testing_support::user_of;
using web_testing::Answer;
using web_testing::Fields;
using web_testing::WebTest;
BOTH_ENGINES(AgendaPagina);

namespace {
Fields filled(std::string from = "09:30", std::string until = "10:30", std::string day = "3", std::string month = "12",
              std::string year = "2026") {
    return {{"dag-dag", std::move(day)},
            {"dag-maand", std::move(month)},
            {"dag-jaar", std::move(year)},
            {"van", std::move(from)},
            {"tot", std::move(until)},
            {"onderwerp", "Gesprek over werk"},
            {"plaats", "Spreekkamer 3"},
            {"dossier", ""},
            {"tolk_taal", ""},
            {"tolk_stand", "gevraagd"}};
}
Fields with(Fields fields, std::string_view name, std::string value) {
    for (auto& [key, old] : fields)
        if (key == name) old = value;
    return fields;
}
std::int64_t number(WebTest& t, std::string_view sql) {
    return t.database().read(db::Scope::system(),
                             [&](db::Connection& c) { return c.value<std::int64_t>(sql).value(); });
}
std::string only_one(WebTest& t) { return "/agenda/afspraken/" + std::to_string(number(t, "SELECT id FROM afspraak")); }
}

TEST_P(AgendaPagina, planned_and_seen_on_its_day) {
    WebTest t{GetParam()};
    auto user = t.as("klantmanager");
    auto const done = user.post("/agenda/nieuw", filled());
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(done.location, "/agenda?dag=2026-12-03&weergave=week");
    EXPECT_TRUE(user.get(done.location).has("Gesprek over werk"));
    EXPECT_TRUE(user.get("/agenda?dag=2026-12-03&weergave=dag").has("09.30"));
    EXPECT_FALSE(user.get("/agenda?dag=2026-12-04&weergave=dag").has("Gesprek over werk"));
    EXPECT_FALSE(t.as("klantmanager2").get("/agenda?dag=2026-12-03").has("Gesprek over werk"))
        << "a colleague's own agenda";
    for (auto const* odd :
         {"/agenda?dag=2026-02-31", "/agenda?dag=x&weergave=y", "/agenda?dag=2200-12-31", "/agenda?dag=1800-01-01"})
        EXPECT_EQ(user.get(odd).status, 200) << odd;
}

TEST_P(AgendaPagina, what_is_wrong_stands_beside_its_field_and_what_was_typed_stays) {
    WebTest t{GetParam()};
    auto user = t.as("klantmanager");
    auto const bad_day = user.post("/agenda/nieuw", filled("09:30", "10:30", "31", "2"));
    EXPECT_EQ(bad_day.status, 422);
    EXPECT_TRUE(bad_day.has("Vul een dag in die bestaat"));
    EXPECT_EQ(bad_day.input("dag-dag"), "31");
    EXPECT_EQ(bad_day.input("onderwerp"), "Gesprek over werk");
    EXPECT_EQ(bad_day.input("van"), "09:30");
    auto const words = user.post("/agenda/nieuw", filled("09:30", "10:30", "3", "mei"));
    EXPECT_EQ(words.status, 422);
    EXPECT_EQ(words.input("dag-maand"), "mei");
    auto const bad_time = user.post("/agenda/nieuw", filled("half tien", "25:00"));
    EXPECT_EQ(bad_time.status, 422);
    EXPECT_TRUE(bad_time.has("Vul de begintijd in"));
    EXPECT_TRUE(bad_time.has("Vul de eindtijd in"));
    EXPECT_EQ(bad_time.input("van"), "half tien");
    EXPECT_TRUE(user.post("/agenda/nieuw", filled("10:30", "10:30")).has("De eindtijd moet na de begintijd liggen."));
    EXPECT_EQ(user.post("/agenda/nieuw", with(filled(), "onderwerp", "  ")).status, 422);
    EXPECT_EQ(user.post("/agenda/nieuw", with(filled(), "onderwerp", std::string(201, 'a'))).status, 422);
    EXPECT_EQ(user.post("/agenda/nieuw", with(filled(), "tolk_taal", "klingon")).status, 422);
    EXPECT_EQ(user.post("/agenda/nieuw", {}).status, 422);
    auto const markup = user.post("/agenda/nieuw", with(filled("x"), "onderwerp", "<script>alert(1)</script>"));
    EXPECT_FALSE(markup.has("<script>alert"));
    EXPECT_EQ(number(t, "SELECT COUNT(*) FROM afspraak"), 0);
}

TEST_P(AgendaPagina, in_the_night_that_loses_an_hour_an_end_that_would_come_first_is_refused) {
    WebTest t{GetParam()};
    auto user = t.as("klantmanager");
    auto const spring = user.post("/agenda/nieuw", filled("02:30", "03:15", "28", "3", "2027"));
    EXPECT_EQ(spring.status, 422);
    EXPECT_TRUE(spring.has("In deze nacht gaat de klok vooruit"));
    EXPECT_EQ(user.post("/agenda/nieuw", filled("01:30", "03:15", "28", "3", "2027")).status, 303);
    EXPECT_EQ(user.post("/agenda/nieuw", filled("02:30", "03:15", "25", "10", "2026")).status, 303);
}

TEST_P(AgendaPagina, a_double_click_makes_one_appointment) {
    WebTest t{GetParam()};
    auto user = t.as("klantmanager");
    auto const page = user.get("/agenda/nieuw");
    auto fields = filled();
    auto const at = page.body.rfind("name=\"_csrf\" value=\"") + 20;   // the form's own, not the search box's
    fields.emplace_back("_csrf", page.body.substr(at, page.body.find('"', at) - at));
    fields.emplace_back("_eenmalig", page.input("_eenmalig"));
    auto const first = user.post_raw("/agenda/nieuw", fields), second = user.post_raw("/agenda/nieuw", fields);
    EXPECT_EQ(first.location, second.location);
    EXPECT_EQ(number(t, "SELECT COUNT(*) FROM afspraak"), 1);
}

TEST_P(AgendaPagina, an_overlap_is_asked_about_and_then_allowed) {
    WebTest t{GetParam()};
    auto user = t.as("klantmanager");
    user.post("/agenda/nieuw", filled());
    auto const asked = user.post("/agenda/nieuw", with(filled("10:00", "11:00"), "onderwerp", "Tweede gesprek"));
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.has("U hebt dan al een afspraak"));
    EXPECT_EQ(asked.input("onderwerp"), "Tweede gesprek");
    auto fields = filled("10:00", "11:00");
    fields.emplace_back("toch", "ja");
    EXPECT_EQ(user.post("/agenda/nieuw", fields).status, 303);
    EXPECT_EQ(user.post("/agenda/nieuw", filled("11:00", "12:00")).status, 303) << "one after the other is no overlap";
}

TEST_P(AgendaPagina, somebody_else_changed_it_meanwhile) {
    WebTest t{GetParam()};
    auto user = t.as("klantmanager");
    user.post("/agenda/nieuw", filled());
    auto const path = only_one(t);
    auto const page = user.get(path);
    EXPECT_EQ(page.status, 200);
    auto mine = with(filled("13:00", "14:00"), "onderwerp", "Mijn wijziging");
    mine.emplace_back("versie", page.input("versie"));
    auto theirs = with(filled("15:00", "16:00"), "onderwerp", "Andere wijziging");
    theirs.emplace_back("versie", page.input("versie"));
    EXPECT_EQ(user.post(path, theirs).status, 303);
    auto const refused = user.post(path, mine);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.has("Iemand anders heeft deze afspraak net gewijzigd"));
    EXPECT_EQ(refused.input("onderwerp"), "Mijn wijziging");
    auto again = with(filled("13:00", "14:00"), "onderwerp", "Mijn wijziging");
    again.emplace_back("versie", refused.input("versie"));
    EXPECT_EQ(user.post(path, again).status, 303);
    EXPECT_TRUE(user.get("/agenda?dag=2026-12-03").has("Mijn wijziging"));
}

TEST_P(AgendaPagina, an_appointment_of_another_or_of_another_municipality_is_not_there) {
    WebTest t{GetParam()};
    auto theirs = t.as("klantmanager", 2);
    theirs.post("/agenda/nieuw", with(filled(), "onderwerp", "Geheim gesprek"));
    auto const path = only_one(t);
    for (auto const* role : {"klantmanager", "regisseur", "planner"}) {
        auto user = t.as(role);
        for (auto const& answer : {user.get(path), user.post(path, filled()),
                                   user.post(path + "/stand", {{"stand", "afgezegd"}, {"versie", "1"}})}) {
            EXPECT_EQ(answer.status, 404) << role;
            EXPECT_FALSE(answer.has("Geheim gesprek"));
        }
    }
    EXPECT_EQ(t.as("klantmanager2", 2).get(path).status, 404) << "a colleague who does not stand in";
    EXPECT_EQ(number(t, "SELECT COUNT(*) FROM afspraak WHERE stand = 'gepland' AND versie = 1"), 1);
    auto const own_file = t.file("Semhar", "Gebremeskel");
    auto const foreign = t.database().read(db::Scope::system(), [&](db::Connection& c) {
        return c.value<std::string>("SELECT nummer FROM dossier WHERE id = $1", {own_file.dossier}).value();
    });
    EXPECT_EQ(theirs.post("/agenda/nieuw", with(filled("14:00", "15:00"), "dossier", foreign)).status, 422)
        << "a file number of elsewhere";
}

TEST_P(AgendaPagina, a_substitute_sees_and_changes_the_agenda_of_the_absent_colleague) {
    WebTest t{GetParam()};
    auto absent = t.as("klantmanager");
    absent.post("/agenda/nieuw", filled());
    auto const path = only_one(t);
    auto substitute = t.as("klantmanager2");
    EXPECT_EQ(substitute.get(path).status, 404);
    auto const id = std::to_string(user_of(1, "klantmanager2").value);
    Fields const period{{"vervanger", id}, {"vanaf-dag", "25"}, {"vanaf-maand", "11"}, {"vanaf-jaar", "2026"},
                        {"tm-dag", "5"},   {"tm-maand", "12"},  {"tm-jaar", "2026"}};
    EXPECT_EQ(absent.post("/vervanging", period).status, 303);
    EXPECT_EQ(absent.post("/vervanging", period).status, 422) << "overlaps the first";
    EXPECT_TRUE(substitute.get("/agenda?dag=2026-12-03").has("Gesprek over werk"));
    EXPECT_EQ(substitute.get(path).status, 200);
    EXPECT_EQ(substitute.post(path + "/stand", {{"stand", "afgezegd"}, {"versie", "1"}}).status, 303);
    EXPECT_EQ(number(t, "SELECT gebruiker FROM afspraak"), user_of(1, "klantmanager").value)
        << "it stays the colleague's";
    auto const row = number(t, "SELECT id FROM vervanging");
    EXPECT_EQ(substitute.post("/vervanging/intrekken", {{"vervanging", std::to_string(row)}}).status, 404);
    EXPECT_EQ(absent.post("/vervanging/intrekken", {{"vervanging", std::to_string(row)}}).status, 303);
    EXPECT_EQ(substitute.get(path).status, 404);
}

TEST_P(AgendaPagina, a_substitution_typed_wrongly_keeps_what_was_typed) {
    WebTest t{GetParam()};
    auto user = t.as("klantmanager");
    auto const id = std::to_string(user_of(1, "klantmanager2").value);
    auto const answer = user.post(
        "/vervanging",
        {{"vervanger", id}, {"vanaf-dag", "31"}, {"vanaf-maand", "11"}, {"vanaf-jaar", "2026"}, {"tm-dag", ""}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.input("vanaf-dag"), "31");
    EXPECT_EQ(user.post("/vervanging", {{"afwezig", id},
                                        {"vervanger", std::to_string(user_of(1, "klantmanager").value)},
                                        {"vanaf-dag", "1"},
                                        {"vanaf-maand", "12"},
                                        {"vanaf-jaar", "2026"},
                                        {"tm-dag", "2"},
                                        {"tm-maand", "12"},
                                        {"tm-jaar", "2026"}})
                  .status,
              422)
        << "not for a colleague";
    EXPECT_EQ(number(t, "SELECT COUNT(*) FROM vervanging"), 0);
}

TEST_P(AgendaPagina, the_feed_opens_with_its_address_alone_until_it_is_revoked) {
    WebTest t{GetParam()};
    auto const file = t.file("Semhar", "Gebremeskel");
    auto user = t.as("klantmanager");
    auto const nummer = t.database().read(db::Scope::system(), [&](db::Connection& c) {
        return c.value<std::string>("SELECT nummer FROM dossier WHERE id = $1", {file.dossier}).value();
    });
    EXPECT_EQ(
        user.post("/agenda/nieuw", with(with(filled(), "dossier", nummer), "onderwerp", "Gesprek met Semhar")).status,
        303);
    auto const made = user.post("/agenda/feed", {});
    auto const at = made.body.find("/agenda/feed/");
    ASSERT_NE(at, std::string::npos);
    auto const path = made.body.substr(at, made.body.find(".ics", at) + 4 - at);
    auto nobody = t.anonymous();
    auto const calendar = nobody.get(path);
    EXPECT_EQ(calendar.status, 200);
    EXPECT_TRUE(calendar.response.content_type.starts_with("text/calendar"));
    EXPECT_TRUE(calendar.has("Afspraak inburgering"));
    for (auto const* secret : {"Semhar", "Gebremeskel", "Gesprek"}) EXPECT_FALSE(calendar.has(secret)) << secret;
    EXPECT_FALSE(calendar.has(nummer));
    EXPECT_EQ(nobody.get("/agenda/feed/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics").status, 404);
    EXPECT_EQ(user.post("/agenda/feed/intrekken", {}).status, 303);
    EXPECT_EQ(nobody.get(path).status, 404);
}
