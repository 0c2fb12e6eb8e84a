#include "brede_intake/store.h"

#include "dossier/store.h"
#include "tests/support/database.h"
#include "werkvoorraad/store.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace brede_intake {
namespace {
using testing_support::cast;
using testing_support::user_of;
using vertrouwen::Access;
using vertrouwen::Doel;
using vertrouwen::Relatie;
using vertrouwen::Rol;
constexpr Date today{2026y / 11 / 25};

struct Desk {
    testing_support::ScratchDatabase scratch;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    Timestamp now = platform::moment_of({today, 9, 30});
    Access system = Access::systeem(GemeenteId{1});
    explicit Desk(std::string const& engine) : scratch{engine} { testing_support::seed_cast(*scratch); }
    template <class F> auto write(F&& f) { return scratch->write(db::Scope::of(GemeenteId{1}), f); }
    template <class F> auto read(F&& f) { return scratch->read(db::Scope::of(GemeenteId{1}), f); }
    DossierId file(std::string_view name = "Semhar") {
        PersoonId id;
        db::assign_new(id);
        return write([&](db::Connection& c) {
            c.exec("INSERT INTO persoon (id, gemeente, naam, sorteersleutel, geboortedatum, herkomst, aangemaakt) "
                   "VALUES ($1, 1, $2, $2, '1997-03-14', 'hand', $3)",
                   {id, name, now});
            auto const file = dossier::open_for(c, system, now, today, id, "instroom");
            dossier::assign(c, system, now, today, file, "klantmanager", user_of(1, "klantmanager"));
            return file;
        });
    }
    Access in(DossierId id, std::string_view role, Rol rol, Relatie relatie = Relatie::eigen,
              Doel doel = Doel::eigen_caseload) {
        return Access::voor_dossier({GemeenteId{1}, user_of(1, role), cast().team_veghel, rol}, id, relatie, doel);
    }
    Access mine(DossierId id) { return in(id, "klantmanager", Rol::klantmanager); }
    IntakeId begin(DossierId id, Date day = today) {
        return write([&](db::Connection& c) {
            return brede_intake::begin(c, kluis, mine(id), now, today, id, "gemeente", day);
        });
    }
    Leefgebied area(std::string_view code) {
        auto const all = standaardlijst();
        return *std::ranges::find(all, code, &Leefgebied::code);
    }
    Bewaring save(DossierId file, IntakeId id, std::string_view code, std::vector<Veldinvoer> const& fields,
                  Omvang omvang = Omvang::alles) {
        return write([&](db::Connection& c) {
            return bewaar(c, kluis, mine(file), now, id, onderwerp_van(area(code)), fields, omvang);
        });
    }
    Velden get(DossierId file, IntakeId id, std::string_view code) {
        return read([&](db::Connection& c) { return velden(c, kluis, mine(file), id, onderwerp_van(area(code))); });
    }
    std::vector<werkvoorraad::Taak> tasks(DossierId file) {
        auto all = read([&](db::Connection& c) { return werkvoorraad::of_file(c, system, file); });
        std::erase_if(all, [](auto const& t) { return t.soort != "intake"; });
        return all;
    }
};
Gesprek talk(std::string text, bool alone = false) {
    return {.dag = today,
            .plaats = "gemeente",
            .wijze = "persoonlijk",
            .aanwezigen = "",
            .tolk_taal = "ti",
            .tolk_wijze = "aanwezig",
            .verslag = std::move(text),
            .prive = alone};
}

BOTH_ENGINES(brede_intake_store);

TEST_P(brede_intake_store, an_intake_begins_once_and_the_file_follows) {
    Desk d{GetParam()};
    auto const file = d.file();
    auto const id = d.begin(file);
    d.read([&](db::Connection& c) {
        auto const all = intakes(c, d.mine(file), file);
        EXPECT_EQ(all.size(), 1U);
        EXPECT_EQ(all.front().id, id);
        EXPECT_TRUE(all.front().open());
        EXPECT_EQ(dossier::find(c, d.mine(file), file)->fase, "intake");
        return 0;
    });
    EXPECT_THROW(d.begin(file), Bug);
    auto const tasks = d.tasks(file);
    ASSERT_EQ(tasks.size(), 1U);
    EXPECT_EQ(tasks.front().titel, titel(Werksoort::gesprek));
    EXPECT_EQ(tasks.front().eigenaar, user_of(1, "klantmanager"));
}

TEST_P(brede_intake_store, a_field_keeps_its_version_and_its_writer) {
    Desk d{GetParam()};
    auto const file = d.file();
    auto const id = d.begin(file);
    auto const first =
        d.save(file, id, "opleiding", {{"antwoord", "3", "", {}}, {"reden", "Vijf jaar school.", "", {}}});
    EXPECT_EQ(first.geschreven.size(), 2U);
    auto const now = d.get(file, id, "opleiding");
    EXPECT_EQ(now.at("antwoord").tekst, "3");
    EXPECT_EQ(now.at("antwoord").versie, 1);
    EXPECT_FALSE(now.at("reden").door.empty());
    EXPECT_EQ(now.at("sterk").versie, 0);
    // The same again changes nothing.
    EXPECT_TRUE(d.save(file, id, "opleiding", {{"reden", "Vijf jaar school.\r\n", merk(d.kluis, now.at("reden")), {}}})
                    .geschreven.empty());
    EXPECT_EQ(d.get(file, id, "opleiding").at("reden").versie, 1);
}

TEST_P(brede_intake_store, two_editors_meet_at_the_field_and_nothing_is_lost) {
    Desk d{GetParam()};
    auto const file = d.file();
    auto const id = d.begin(file);
    auto const seen = d.get(file, id, "netwerk");   // both open the page
    auto const m = [&](char const* field) { return merk(d.kluis, seen.at(field)); };
    d.save(file, id, "netwerk",
           {{"sterk", "Kent de buren.", m("sterk"), {}}, {"nodig", "Taalmaatje.", m("nodig"), {}}});
    auto const second = d.save(file, id, "netwerk",
                               {{"sterk", "Gaat naar de kerk.", m("sterk"), {}},
                                {"eigen_woorden", "Ik ken hier niemand.", m("eigen_woorden"), {}},
                                {"nodig", "", m("nodig"), {}}});   // left as it was: no conflict
    ASSERT_EQ(second.conflicten.size(), 1U);
    EXPECT_EQ(second.conflicten.front().veld, "sterk");
    EXPECT_EQ(second.conflicten.front().hunne.tekst, "Kent de buren.");
    EXPECT_EQ(second.conflicten.front().mijne, "Gaat naar de kerk.");
    auto now = d.get(file, id, "netwerk");
    EXPECT_EQ(now.at("sterk").tekst, "Kent de buren.");
    EXPECT_EQ(now.at("nodig").tekst, "Taalmaatje.");
    EXPECT_EQ(now.at("eigen_woorden").tekst, "Ik ken hier niemand.");
    d.save(file, id, "netwerk", {{"sterk", "Gaat naar de kerk.", merk(d.kluis, now.at("sterk")), Keus::beide}});
    EXPECT_EQ(d.get(file, id, "netwerk").at("sterk").tekst, "Kent de buren.\n\nGaat naar de kerk.");
    // A choice made on a text that changed once more is asked again.
    auto const late =
        d.save(file, id, "netwerk", {{"sterk", "Iets anders.", merk(d.kluis, now.at("sterk")), Keus::mijne}});
    EXPECT_EQ(late.conflicten.size(), 1U);
}

TEST_P(brede_intake_store, an_answer_that_got_lost_is_no_conflict_with_oneself) {
    Desk d{GetParam()};
    auto const file = d.file();
    auto const id = d.begin(file);
    auto const mark = merk(d.kluis, d.get(file, id, "netwerk").at("sterk"));
    d.save(file, id, "netwerk", {{"sterk", "Zingt", mark, {}}}, Omvang::wat_kan);   // kept, but nobody heard
    auto const again = d.save(file, id, "netwerk", {{"sterk", "Zingt in een koor.", mark, {}, {"Zing", "Zingt"}}});
    EXPECT_TRUE(again.conflicten.empty());
    EXPECT_EQ(d.get(file, id, "netwerk").at("sterk").tekst, "Zingt in een koor.");
    auto const other = d.save(file, id, "netwerk", {{"sterk", "Anders.", mark, {}, {"Zingt"}}});
    EXPECT_EQ(other.conflicten.size(), 1U);   // what stands there now was never sent by this page
}

TEST_P(brede_intake_store, saving_while_typing_keeps_what_it_can) {
    Desk d{GetParam()};
    auto const file = d.file();
    auto const id = d.begin(file);
    auto const kept = d.save(file, id, "motivatie", {{"antwoord", "4", "", {}}, {"sterk", "Wil kok worden.", "", {}}},
                             Omvang::wat_kan);
    ASSERT_EQ(kept.fouten.size(), 1U);
    EXPECT_EQ(kept.fouten.front().reden, VeldRefusal::score_zonder_reden);
    EXPECT_EQ(kept.geschreven, std::vector<std::string>{"sterk"});
    EXPECT_EQ(d.get(file, id, "motivatie").at("antwoord").tekst, "");   // a score without a reason is not kept
    auto const none = d.save(file, id, "motivatie", {{"antwoord", "4", "", {}}, {"nodig", "Stage.", "", {}}});
    EXPECT_TRUE(none.geschreven.empty());
    EXPECT_EQ(d.get(file, id, "motivatie").at("nodig").tekst, "");
}

TEST_P(brede_intake_store, health_is_sealed_in_the_database_and_shut_without_the_category) {
    Desk d{GetParam()};
    auto const file = d.file();
    auto const id = d.begin(file);
    d.save(file, id, "mentale_gezondheid", {{"antwoord", "2", "", {}}, {"reden", "Kan twee ochtenden.", "", {}}});
    d.read([&](db::Connection& c) {
        c.each("SELECT tekst, score, verzegeld FROM intake_veld WHERE onderwerp = 'mentale_gezondheid'", {},
               [](db::Row const& r) {
                   EXPECT_TRUE(r.is_null(0) || r.text(0) == "besproken");
                   EXPECT_TRUE(r.is_null(1));
                   EXPECT_FALSE(r.is_null(2));
               });
        auto const subject = onderwerp_van(d.area("mentale_gezondheid"));
        EXPECT_EQ(velden(c, d.kluis, d.mine(file), id, subject).at("reden").tekst, "Kan twee ochtenden.");
        EXPECT_EQ(antwoorden(c, d.kluis, d.mine(file), id).at("mentale_gezondheid").score, 2);
        // For the benefits side (Pw) there is no base: neither the text nor the score.
        auto const pw = d.in(file, "klantmanager", Rol::klantmanager, Relatie::gemeente, Doel::participatiewet);
        EXPECT_TRUE(velden(c, d.kluis, pw, id, subject).empty());
        EXPECT_EQ(antwoorden(c, d.kluis, pw, id).at("mentale_gezondheid").score, 0);
        EXPECT_EQ(antwoorden(c, d.kluis, pw, id).at("mentale_gezondheid").stand, Gebiedstand::besproken);
        auto const s = samenvatting(c, d.mine(file), file);
        auto const at = std::ranges::find(s->leefgebieden, "mentale_gezondheid", &LeefgebiedStand::code);
        EXPECT_EQ(at->score, 0);   // the PIP says only that it was discussed
        EXPECT_EQ(at->stand, Gebiedstand::besproken);
        return 0;
    });
    auto const pw = d.in(file, "klantmanager", Rol::klantmanager, Relatie::gemeente, Doel::participatiewet);
    auto const tried = d.write([&](db::Connection& c) {
        return bewaar(c, d.kluis, pw, d.now, id, onderwerp_van(d.area("mentale_gezondheid")),
                      {{"reden", "Anders.", "", {}}}, Omvang::alles);
    });
    EXPECT_TRUE(tried.geschreven.empty());
}

TEST_P(brede_intake_store, a_private_talk_is_read_by_few_and_never_on_the_timeline) {
    Desk d{GetParam()};
    auto const file = d.file(), partner = d.file("Filmon");
    auto const id = d.begin(file);
    d.begin(partner);
    auto const secret = std::string{"Zij is bang voor haar man."};
    auto const note = d.write([&](db::Connection& c) {
        return voeg_toe(c, d.kluis, d.mine(file), d.now, today, file, id, talk(secret, true));
    });
    d.read([&](db::Connection& c) {
        EXPECT_EQ(gesprek(c, d.kluis, d.mine(file), id, note)->gesprek.verslag, secret);
        auto const colleague = d.in(file, "klantmanager2", Rol::klantmanager, Relatie::gemeente, Doel::inburgering);
        auto const seen = gesprek(c, d.kluis, colleague, id, note);
        EXPECT_FALSE(seen->leesbaar);
        EXPECT_EQ(seen->gesprek.verslag, "");
        auto const regisseur = d.in(file, "regisseur", Rol::regisseur, Relatie::gemeente, Doel::inburgering);
        EXPECT_TRUE(gesprek(c, d.kluis, regisseur, id, note)->leesbaar);
        // Nor in the file of the partner, of whoever reads it there.
        EXPECT_TRUE(gesprekken(c, d.kluis, d.mine(partner), intakes(c, d.mine(partner), partner).front().id).empty());
        EXPECT_TRUE(intakes(c, d.mine(partner), file).empty());
        for (auto const one : {file, partner})
            for (auto const& e : dossier::timeline(c, d.kluis, d.mine(one), one, {}, {}, {}, 100)) {
                EXPECT_EQ(e.tekst.find("bang"), std::string::npos);
                EXPECT_EQ(e.titel.find("lleen"), std::string::npos);   // not even that it was alone
            }
        // Nothing of it stands readable in any table.
        c.each("SELECT verslag, verslag_verzegeld FROM intake_gesprek WHERE prive", {}, [&](db::Row const& r) {
            EXPECT_TRUE(r.is_null(0));
            EXPECT_EQ(r.blob(1).bytes.find("bang"), std::string::npos);
        });
        return 0;
    });
}

TEST_P(brede_intake_store, rows_of_the_baseline_have_a_version_and_go_along_to_the_next_intake) {
    Desk d{GetParam()};
    auto const file = d.file();
    auto const id = d.begin(file, today - std::chrono::days{30});
    auto const access = d.mine(file);
    d.write([&](db::Connection& c) {
        EXPECT_TRUE(zet(c, access, d.now, id,
                        Rij<Opleiding>{0, 0, {"Eritrea", "Verpleging", "beroep", "3", "ja", "ontvangen", "mbo3"}}));
        EXPECT_TRUE(zet(c, access, d.now, id,
                        Rij<Werk>{0, 0, {"betaald", "Eritrea", "Verpleegkundige", "2015-00-00", "", "36"}}));
        EXPECT_TRUE(zet(c, access, d.now, id, Rij<Taal>{0, 0, {"ti", "ja", "goed", "goed", "redelijk"}}));
        return 0;
    });
    d.write([&](db::Connection& c) {
        auto row = werk(c, access, id).front();
        EXPECT_EQ(row.waarde.uren, "36");
        row.waarde.uren = "";
        EXPECT_TRUE(zet(c, access, d.now, id, row));
        EXPECT_FALSE(zet(c, access, d.now, id, row));   // on a version that is gone
        return 0;
    });
    d.write([&](db::Connection& c) {
        rond_af(c, d.kluis, access, d.now, today, file, id, true, "Gegevens van het COA.");
        return 0;
    });
    auto const next = d.begin(file);
    d.write([&](db::Connection& c) {
        EXPECT_EQ(opleidingen(c, access, next).front().waarde.waardering_niveau, "mbo3");
        EXPECT_EQ(werk(c, access, next).front().waarde.van, "2015-00-00");
        EXPECT_EQ(werk(c, access, next).front().waarde.uren, "");
        EXPECT_EQ(talen(c, access, next).size(), 1U);
        haal_weg(c, access, d.now, next, "taal", talen(c, access, next).front().id);
        EXPECT_TRUE(talen(c, access, next).empty());
        EXPECT_EQ(talen(c, access, id).size(), 1U);   // what stood in the earlier intake stays there
        return 0;
    });
}

TEST_P(brede_intake_store, closing_leads_to_the_pip_and_leaves_no_task) {
    Desk d{GetParam()};
    auto const file = d.file();
    auto const id = d.begin(file);
    auto const access = d.mine(file);
    d.write([&](db::Connection& c) {
        voeg_toe(c, d.kluis, access, d.now, today, file, id, talk("Goed gesprek."));
        meld_onderdeel(c, access, d.now, file, Onderdeel::leerbaarheidstoets, Afhandeling::afgedaan, "Uitslag bekend.");
        wijs_op_apart_gesprek(c, access, d.now, id, today);
        return 0;
    });
    EXPECT_EQ(d.tasks(file).front().titel, titel(Werksoort::afronden));
    d.write([&](db::Connection& c) {
        auto const all = minimum(c, access, file, intakes(c, access, file).front());
        EXPECT_EQ(all.front().stand, Afhandeling::afgedaan);
        EXPECT_EQ(all.back().stand, Afhandeling::afgedaan);
        EXPECT_EQ(std::ranges::count(all, Afhandeling::open, &MinimumRegel::stand), aantal_onderdelen - 2);
        rond_af(c, d.kluis, access, d.now, today, file, id, false, {});
        EXPECT_EQ(dossier::find(c, access, file)->fase, "pip");
        auto const s = samenvatting(c, access, file);
        EXPECT_TRUE(s->afgerond);
        EXPECT_EQ(s->afgerond_op, today);
        EXPECT_EQ(s->totaal, 13);
        return 0;
    });
    EXPECT_TRUE(d.tasks(file).empty());
    d.write([&](db::Connection& c) {
        meld_onderdeel(c, access, d.now, file, Onderdeel::vve, Afhandeling::afgedaan,
                       "Te laat.");   // no open intake: nothing
        return 0;
    });
}

TEST_P(brede_intake_store, the_municipality_has_its_own_list) {
    Desk d{GetParam()};
    auto const file = d.file();
    auto const id = d.begin(file);
    d.save(file, id, "digitaal", {{"antwoord", "besproken", "", {}}});
    auto list = standaardlijst();
    std::ranges::reverse(list);
    for (auto& l : list) l.actief = l.wettelijk();
    list.push_back({.code = "eigen_1", .titel = "Wonen", .actief = true, .eigen = true});
    d.write([&](db::Connection& c) {
        zet_leefgebieden(c, d.system, d.now, list);
        auto const back = leefgebieden(c, GemeenteId{1});
        EXPECT_EQ(back.front().code, list.front().code);
        EXPECT_EQ(back.back().titel, "Wonen");
        EXPECT_EQ(leefgebieden(c, GemeenteId{2}).front().code, "leerbaarheid");
        // What was answered already stays in the summary, also when it is no longer asked.
        auto const s = samenvatting(c, d.mine(file), file);
        EXPECT_TRUE(std::ranges::any_of(s->leefgebieden, [](auto const& l) { return l.code == "digitaal"; }));
        return 0;
    });
}

TEST_P(brede_intake_store, whoever_must_get_a_pip_is_invited_once) {
    Desk d{GetParam()};
    auto const file = d.file(), other = d.file("Filmon");
    d.write([&](db::Connection& c) {
        return c.exec("INSERT INTO termijn (id, gemeente, dossier, soort, begin_op, uiterlijk, ongerold, stand, bron) "
                      "VALUES (77, 1, $1, 'pip', $2, $3, $3, 'loopt', 'berekend')",
                      {file, today, today + std::chrono::days{70}});
    });
    auto const run = [&] { return nodig_uit(*d.scratch, GemeenteId{1}, d.now, today, [] { return true; }); };
    EXPECT_EQ(run(), 1);
    EXPECT_TRUE(d.tasks(other).empty());
}
}
}
