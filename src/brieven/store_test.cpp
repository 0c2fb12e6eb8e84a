#include "brieven/druk.h"
#include "brieven/store.h"
#include "dossier/store.h"
#include "inburgeringstermijn/store.h"
#include "instroom/store.h"
#include "tests/support/database.h"
#include "werkvoorraad/store.h"

#include <gtest/gtest.h>

namespace brieven {
namespace {
using testing_support::cast;
using testing_support::user_of;
using vertrouwen::Access;
using vertrouwen::Rol;
using enum BriefRefusal;
constexpr Date today{2026y / 11 / 25}, tomorrow{2026y / 11 / 26};

std::string const fake_pdf = "%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";

struct Desk {
    testing_support::ScratchDatabase scratch;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    Timestamp now = platform::moment_of({today, 9, 30});
    Access system = Access::systeem(GemeenteId{1}, user_of(1, "regisseur"));
    PersoonId person;
    DossierId file;
    explicit Desk(std::string const& engine, instroom::Persoonsgegevens const& who = semhar()) : scratch{engine} {
        testing_support::seed_cast(*scratch);
        scratch->write(db::Scope::of(GemeenteId{1}), [&](db::Connection& c) {
            person = instroom::upsert(c, kluis, system, now, who).persoon;
            file = dossier::open_for(c, system, now, today, person, "intake");
        });
    }
    static instroom::Persoonsgegevens semhar() {
        instroom::Persoonsgegevens p;
        p.naam = {.voornamen = "Semhar", .titel = {}, .voorvoegsel = {}, .geslachtsnaam = "Gebremeskel"};
        p.geslacht = "V";
        p.geboren = *PartialDate::parse("1997-03-14");
        p.taal = "ti";
        p.adressen = {{.straat = "Kerkstraat", .postcode = "5461KT", .woonplaats = "Veghel", .huisnummer = 118}};
        p.herkomst = "hand";
        return p;
    }
    template <class F> auto write(F&& f) { return scratch->write(db::Scope::of(GemeenteId{1}), f); }
    template <class F> auto read(F&& f) { return scratch->read(db::Scope::of(GemeenteId{1}), f); }
    Access in() {
        return Access::voor_dossier({GemeenteId{1}, user_of(1, "regisseur"), cast().team_veghel, Rol::regisseur}, file,
                                    vertrouwen::Relatie::eigen, vertrouwen::Doel::eigen_caseload);
    }
    Result<BriefId, BriefRefusal> make(Soort soort, Waarden const& w, std::string_view bron = "proef 1") {
        return write([&](db::Connection& c) { return maak(c, kluis, in(), now, today, file, soort, w, bron); });
    }
    Geheel whole(BriefId id, Date dag = today) {
        auto g = read([&](db::Connection& c) { return geheel(c, kluis, in(), file, id, dag); });
        check(g.has_value());
        return *g;
    }
    Result<void, BriefRefusal> send(BriefId id, Wijze wijze = Wijze::post, std::optional<Date> dag = today,
                                    bool consent = false) {
        auto const g = whole(id, dag.value_or(today));
        Verzending const v{
            wijze, dag, consent, g.brief.versie, to_json(g.vast), fake_pdf, g.brief.vertaald ? fake_pdf : ""};
        return write([&](db::Connection& c) { return verzend(c, kluis, in(), now, today, file, id, v); });
    }
    Result<void, BriefRefusal> back(BriefId id, std::optional<Date> dag, std::string_view reden) {
        return write([&](db::Connection& c) { return retour(c, kluis, in(), now, today, file, id, dag, reden); });
    }
    void set(std::string_view sql) {
        write([&](db::Connection& c) { return c.exec(sql, {person}); });
    }
    Brief get(BriefId id) {
        return *read([&](db::Connection& c) { return zoek(c, in(), file, id); });
    }
    std::vector<dossier::Gebeurtenis> timeline() {
        return read([&](db::Connection& c) {
            return dossier::timeline(c, kluis, in(), file, dossier::Soort::brief, {}, {}, 10);
        });
    }
};
std::string text_of(Geheel const& g) { return html::letter_document(beeld(g, Talen::beide, Adres::tonen)); }

BOTH_ENGINES(brief_store);

TEST_P(brief_store, a_letter_is_made_with_name_address_and_translation) {
    Desk d{GetParam()};
    auto const id = d.make(Soort::oproep_intake, voorbeeld(Soort::oproep_intake));
    ASSERT_TRUE(id);
    auto const g = d.whole(*id);
    EXPECT_EQ(g.brief.stand, Stand::in_concept);
    EXPECT_EQ(g.brief.taal, "ti");
    EXPECT_TRUE(g.brief.vertaald);
    EXPECT_EQ(g.zonder_vertaling, 0);
    auto const text = text_of(g);
    for (auto const* part :
         {"Geachte mevrouw Gebremeskel", "Kerkstraat 118", "5461 KT  VEGHEL", "dinsdag 8 december 2026", "10.30 uur",
          "ዕድመ", "Meierijstad", "Alleen de Nederlandse tekst geldt", "እቲ ናይ ሆላንድኛ ጽሑፍ ጥራይ"})
        EXPECT_NE(text.find(part), std::string::npos) << part;
}

TEST_P(brief_store, the_same_source_replaces_a_concept_and_never_a_sent_letter) {
    Desk d{GetParam()};
    auto const first = d.make(Soort::afspraak, voorbeeld(Soort::afspraak)),
               second = d.make(Soort::afspraak, voorbeeld(Soort::afspraak));
    ASSERT_TRUE(first && second);
    EXPECT_EQ(*first, *second);
    EXPECT_EQ(d.read([&](db::Connection& c) { return van_bron(c, d.in(), d.file, "proef 1"); })->id, *first);
    ASSERT_TRUE(d.send(*first));
    EXPECT_EQ(d.make(Soort::afspraak, voorbeeld(Soort::afspraak)).error(), al_verzonden);
    EXPECT_TRUE(d.make(Soort::afspraak, voorbeeld(Soort::afspraak), "proef 2"));
    EXPECT_EQ(d.read([&](db::Connection& c) { return van_dossier(c, d.in(), d.file); }).size(), 2u);
}

TEST_P(brief_store, once_sent_nothing_changes_it) {
    Desk d{GetParam()};
    auto const id = *d.make(Soort::afspraak, voorbeeld(Soort::afspraak));
    ASSERT_TRUE(d.send(id));
    auto const before = text_of(d.whole(id));
    d.write([&](db::Connection& c) {
        bewaar(c, d.system, d.now, Soort::afspraak, "nl", "= Anders\n[a]\nx");
        zet_briefhoofd(c, d.system, d.now, {"Nieuw", "Nieuwe straat", "", "1", ""});
        return 0;
    });
    d.set("UPDATE persoon SET geslachtsnaam = 'Anders', naam = 'Anders' WHERE id = $1");
    EXPECT_EQ(text_of(d.whole(id, tomorrow)), before);
    EXPECT_EQ(d.send(id).error(), al_verzonden);
    auto const kept = d.get(id);
    EXPECT_EQ(kept.stand, Stand::verzonden);
    ASSERT_TRUE(kept.document && kept.document_nl);
    EXPECT_NE(*kept.document, *kept.document_nl);
    auto const lines = d.timeline();
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines[0].titel, "Bevestiging van een afspraak");
    EXPECT_EQ(lines[0].tekst, "Verzonden per post.");
}

TEST_P(brief_store, a_new_template_is_for_new_letters) {
    Desk d{GetParam()};
    auto const old = *d.make(Soort::afspraak, voorbeeld(Soort::afspraak));
    d.write([&](db::Connection& c) {
        bewaar(c, d.system, d.now, Soort::afspraak, "nl", "= Onze eigen brief\n[opening]\n{aanhef},");
        return 0;
    });
    EXPECT_NE(text_of(d.whole(old)).find("Uw afspraak met de gemeente"), std::string::npos);
    auto const fresh = d.whole(*d.make(Soort::afspraak, voorbeeld(Soort::afspraak), "proef 2"));
    EXPECT_NE(text_of(fresh).find("Onze eigen brief"), std::string::npos);
    // The Dutch text is another one now, so the translation of that part does not belong to it any more.
    EXPECT_FALSE(fresh.brief.vertaald);
    d.write([&](db::Connection& c) {
        herstel(c, d.system, d.now.plus(std::chrono::seconds{1}), Soort::afspraak, "nl");
        return 0;
    });
    EXPECT_TRUE(d.whole(*d.make(Soort::afspraak, voorbeeld(Soort::afspraak), "proef 3")).brief.vertaald);
    EXPECT_EQ(d.read([&](db::Connection& c) { return versies(c, GemeenteId{1}, Soort::afspraak, "nl"); }).size(), 2u);
    EXPECT_FALSE(d.read([&](db::Connection& c) { return geldig(c, GemeenteId{2}, Soort::afspraak, "nl"); })->eigen);
}

TEST_P(brief_store, a_secret_address_stands_nowhere_and_does_not_go_by_post) {
    Desk d{GetParam()};
    auto const id = *d.make(Soort::afspraak, voorbeeld(Soort::afspraak));
    d.set("UPDATE persoon SET geheimhouding = 7 WHERE id = $1");
    EXPECT_EQ(text_of(d.whole(id)).find("Kerkstraat"), std::string::npos);
    EXPECT_EQ(d.send(id, Wijze::post).error(), adres_geheim);
    EXPECT_EQ(d.get(id).stand, Stand::in_concept);
    EXPECT_EQ(d.send(id, Wijze::digitaal).error(), geen_toestemming);
    EXPECT_TRUE(d.send(id, Wijze::uitgereikt));
}

TEST_P(brief_store, refusals_of_the_person_and_the_file) {
    Desk d{GetParam()};
    auto const id = *d.make(Soort::afspraak, voorbeeld(Soort::afspraak));
    d.set("UPDATE adres SET straat = '.' WHERE persoon = $1");
    EXPECT_EQ(d.send(id, Wijze::post).error(), adres_onbekend);
    d.set("UPDATE persoon SET overleden_op = '2026-11-20' WHERE id = $1");
    EXPECT_EQ(d.send(id, Wijze::uitgereikt).error(), overleden);
    EXPECT_EQ(d.make(Soort::afspraak, voorbeeld(Soort::afspraak), "proef 2").error(), overleden);
    d.set("UPDATE persoon SET overleden_op = NULL WHERE id = $1");
    d.write([&](db::Connection& c) {
        dossier::close(c, d.system, d.now, today, d.file, "verhuisd");
        return 0;
    });
    EXPECT_EQ(d.send(id, Wijze::uitgereikt).error(), dossier_gesloten);
    EXPECT_EQ(d.make(Soort::afspraak, voorbeeld(Soort::afspraak), "proef 2").error(), dossier_gesloten);
    EXPECT_TRUE(d.timeline().empty());
}

TEST_P(brief_store, another_day_or_file_is_refused) {
    Desk d{GetParam()};
    auto const id = *d.make(Soort::afspraak, voorbeeld(Soort::afspraak));
    EXPECT_EQ(d.send(id, Wijze::post, tomorrow).error(), dag_in_toekomst);
    EXPECT_EQ(d.send(id, Wijze::post, std::nullopt).error(), geen_dag);
    EXPECT_EQ(d.send(id, Wijze::post, today - std::chrono::days{1}).error(), dag_te_vroeg);
    auto const other =
        Access::voor_dossier({GemeenteId{1}, user_of(1, "regisseur"), cast().team_veghel, Rol::regisseur},
                             DossierId{12345}, vertrouwen::Relatie::eigen, vertrouwen::Doel::eigen_caseload);
    EXPECT_FALSE(d.read([&](db::Connection& c) { return zoek(c, other, d.file, id); }));
    EXPECT_FALSE(d.read([&](db::Connection& c) { return zoek(c, other, DossierId{12345}, id); }));
    EXPECT_FALSE(d.scratch->read(db::Scope::of(GemeenteId{2}), [&](db::Connection& c) {
        return zoek(c, Access::systeem(GemeenteId{2}), d.file, id);
    }));
}

TEST_P(brief_store, what_changed_after_the_print_is_told) {
    Desk d{GetParam()};
    auto const id = *d.make(Soort::afspraak, voorbeeld(Soort::afspraak));
    auto const g = d.whole(id);
    Verzending const printed{Wijze::post, today, false, g.brief.versie, to_json(g.vast), fake_pdf, {}};
    auto const send = [&] {
        return d.write(
            [&](db::Connection& c) { return verzend(c, d.kluis, d.in(), d.now, today, d.file, id, printed); });
    };
    d.set("UPDATE adres SET huisnummer = 119 WHERE persoon = $1");
    EXPECT_EQ(send().error(), gewijzigd);
    d.set("UPDATE adres SET huisnummer = 118 WHERE persoon = $1");
    ASSERT_TRUE(d.make(Soort::afspraak, voorbeeld(Soort::afspraak)));   // the same letter again: another version
    EXPECT_EQ(send().error(), gewijzigd);
}

TEST_P(brief_store, a_decision_names_its_last_day_for_an_objection_and_starts_that_clock) {
    Desk d{GetParam()};
    auto const id = *d.make(Soort::pip_beschikking, voorbeeld(Soort::pip_beschikking), "pip 1");
    EXPECT_NE(text_of(d.whole(id)).find("woensdag 6 januari 2027"), std::string::npos);
    ASSERT_TRUE(d.send(id));
    EXPECT_EQ(d.get(id).bezwaar_tot, (Date{2027y / 1 / 6}));
    auto const clocks = d.read([&](db::Connection& c) { return inburgeringstermijn::clocks(c, d.file, today); });
    EXPECT_TRUE(
        std::ranges::any_of(clocks, [](auto const& k) { return k.soort == inburgeringstermijn::KlokSoort::bezwaar; }));
}

TEST_P(brief_store, health_stays_out_of_a_letter) {
    Desk d{GetParam()};
    auto w = voorbeeld(Soort::pip_beschikking);
    w.lijsten["doelen"][0]["leefgebied"] = "Fysieke gezondheid";
    EXPECT_EQ(d.make(Soort::pip_beschikking, w).error(), gezondheid_in_brief);
    w = voorbeeld(Soort::afspraak);
    w.velden["bsn"] = "999993653";
    EXPECT_THROW(static_cast<void>(d.make(Soort::afspraak, w)), Bug);
}

TEST_P(brief_store, a_letter_that_came_back_gives_a_task) {
    Desk d{GetParam()};
    auto const id = *d.make(Soort::afspraak, voorbeeld(Soort::afspraak));
    EXPECT_EQ(d.back(id, today, "onbekend").error(), niet_verzonden);
    ASSERT_TRUE(d.send(id));
    EXPECT_EQ(d.back(id, tomorrow, "onbekend").error(), dag_in_toekomst);
    EXPECT_EQ(d.back(id, today, " ").error(), geen_reden);
    ASSERT_TRUE(d.back(id, today, "woont hier niet meer"));
    EXPECT_EQ(d.back(id, today, "nog eens").error(), al_verzonden);
    EXPECT_EQ(d.get(id).retour->reden, "woont hier niet meer");
    auto const tasks = d.read([&](db::Connection& c) { return werkvoorraad::of_file(c, d.in(), d.file); });
    EXPECT_EQ(std::ranges::count(tasks, "Adres nakijken: brief kwam terug", &werkvoorraad::Taak::titel), 1);
    EXPECT_EQ(d.timeline().size(), 2u);
}

TEST_P(brief_store, another_language_and_none) {
    Desk d{GetParam()};
    auto const id = *d.make(Soort::afspraak, voorbeeld(Soort::afspraak));
    auto const choose = [&](std::string_view taal) {
        auto const version = d.get(id).versie;
        return d.write([&](db::Connection& c) { return zet_taal(c, d.kluis, d.in(), d.file, id, version, taal); });
    };
    ASSERT_TRUE(choose("ar"));
    EXPECT_NE(text_of(d.whole(id)).find("dir=\"rtl\""), std::string::npos);
    ASSERT_TRUE(choose("nl"));
    EXPECT_FALSE(d.get(id).vertaald);
    ASSERT_TRUE(choose("uk"));   // there is no text in it
    EXPECT_FALSE(d.get(id).vertaald);
    ASSERT_TRUE(d.send(id));
    EXPECT_EQ(choose("ar").error(), al_verzonden);
}

TEST_P(brief_store, what_is_stored_is_sealed) {
    Desk d{GetParam()};
    ASSERT_TRUE(d.make(Soort::pip_beschikking, voorbeeld(Soort::pip_beschikking)));
    auto const stored = d.read([&](db::Connection& c) { return *c.value<db::Blob>("SELECT inhoud FROM brief"); });
    EXPECT_EQ(stored.bytes.find("verzorgingshuis"), std::string::npos);
}

TEST_P(brief_store, a_name_of_eighty_characters_and_strange_ones_fits_on_paper) {
    auto who = Desk::semhar();
    who.naam.geslachtsnaam = "Ĳsbrandszoon-Şükrüoğlu-Đorđević-Łukaszewicz-Ẽñàçïōžǎ-Van-Puffelen-Woldemichael<b>&amp";
    Desk d{GetParam(), who};
    auto const id = *d.make(Soort::afspraak, voorbeeld(Soort::afspraak));
    auto const g = d.whole(id);
    EXPECT_EQ(text_of(g).find("<b>&amp"), std::string::npos);
    auto const printer = maak_printer();
    auto const print = druk_beide(*printer, g);
    ASSERT_TRUE(print);
    EXPECT_TRUE(print->nl.starts_with("%PDF"));
    EXPECT_GT(print->vertaald.size(), print->nl.size());
}
}
}
