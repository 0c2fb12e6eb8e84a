#include "dossier/store.h"

#include "dossier/rules.h"

#include "inburgeringstermijn/store.h"
#include "tests/support/database.h"
#include "werkvoorraad/counts.h"

#include <atomic>
#include <gtest/gtest.h>
#include <set>
#include <thread>

namespace dossier {
namespace {
using testing_support::cast;
using testing_support::user_of;
using vertrouwen::Access;
using vertrouwen::Categorie;
using vertrouwen::Doel;
using vertrouwen::Relatie;
using vertrouwen::Rol;

constexpr Date today{2026y / 11 / 25};
constexpr std::chrono::days one_day{1};

struct Desk {
    testing_support::ScratchDatabase scratch;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    Timestamp now = platform::moment_of({today, 9, 30});
    Access system = Access::systeem(GemeenteId{1});
    explicit Desk(std::string const& engine) : scratch{engine} { testing_support::seed_cast(*scratch); }
    template <class F> auto write(F&& f) { return scratch->write(db::Scope::of(GemeenteId{1}), f); }
    template <class F> auto read(F&& f) { return scratch->read(db::Scope::of(GemeenteId{1}), f); }
    PersoonId person(std::string_view name = "Semhar") {
        PersoonId id;
        db::assign_new(id);
        write([&](db::Connection& c) {
            return c.exec(
                "INSERT INTO persoon (id, gemeente, naam, sorteersleutel, geboortedatum, herkomst, aangemaakt) "
                "VALUES ($1, 1, $2, $2, '1997-03-14', 'hand', $3)",
                {id, name, now});
        });
        return id;
    }
    DossierId file(PersoonId persoon) {
        return write([&](db::Connection& c) { return open_for(c, system, now, today, persoon, "instroom"); });
    }
    Dossier get(DossierId id) {
        auto found = read([&](db::Connection& c) { return find(c, system, id); });
        check(found.has_value());
        return *found;
    }
    Access in(DossierId id, std::string_view role, Rol rol, Relatie relatie = Relatie::eigen,
              Doel doel = Doel::eigen_caseload) {
        return Access::voor_dossier({GemeenteId{1}, user_of(1, role), cast().team_veghel, rol}, id, relatie, doel);
    }
    GebeurtenisId note(DossierId id, Categorie category, std::string text, Date day = today) {
        return write([&](db::Connection& c) {
            return add_event(
                c, kluis, system, now, id,
                {.dag = day, .soort = Soort::notitie, .categorie = category, .titel = "Notitie", .tekst = text});
        });
    }
};

BOTH_ENGINES(dossier_store);

TEST_P(dossier_store, a_person_has_one_open_file) {
    Desk d{GetParam()};
    auto const persoon = d.person();
    auto const id = d.file(persoon);
    EXPECT_EQ(d.file(persoon), id);
    EXPECT_EQ(d.get(id).nummer, "2026-000001");
    EXPECT_EQ(d.read([&](db::Connection& c) { return open_of(c, persoon); }), id);
}

TEST_P(dossier_store, numbers_have_no_gap_under_eight_threads) {
    Desk d{GetParam()};
    std::vector<PersoonId> people;
    for (int i = 0; i < 40; ++i) people.push_back(d.person());
    std::atomic<std::size_t> next{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            for (std::size_t i = next++; i < people.size(); i = next++) {
                d.file(people[i]);
                d.file(people[(i + 1) % people.size()]);   // and somebody else opens the next one meanwhile
            }
        });
    for (auto& thread : threads) thread.join();
    auto const numbers = d.read([](db::Connection& c) {
        return c.list("SELECT nummer FROM dossier ORDER BY nummer", {},
                      [](db::Row const& r) { return r.get<std::string>(0); });
    });
    ASSERT_EQ(numbers.size(), people.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) EXPECT_EQ(numbers[i], fmt::format("2026-{:06}", i + 1));
}

TEST_P(dossier_store, a_refused_opening_leaves_no_gap) {
    Desk d{GetParam()};
    auto const one = d.person(), two = d.person();
    EXPECT_THROW(d.write([&](db::Connection& c) {
        open_for(c, d.system, d.now, today, one, "instroom");
        check(false);
    }),
                 Bug);
    EXPECT_EQ(d.get(d.file(two)).nummer, "2026-000001");
}

TEST_P(dossier_store, each_year_starts_at_one) {
    Desk d{GetParam()};
    d.file(d.person());
    auto const later = d.person();
    auto const id = d.write(
        [&](db::Connection& c) { return open_for(c, d.system, d.now, Date{2027y / 1 / 1}, later, "instroom"); });
    EXPECT_EQ(d.get(id).nummer, "2027-000001");
}

TEST_P(dossier_store, events_are_seen_by_category) {
    Desk d{GetParam()};
    auto const id = d.file(d.person());
    d.note(id, Categorie::voortgang, "Werkt als naaister.");
    d.note(id, Categorie::gezondheid, "Slaapt slecht.");
    auto const texts = [&](Access const& access) {
        std::set<std::string> all;
        for (auto const& e :
             d.read([&](db::Connection& c) { return timeline(c, d.kluis, access, id, {}, {}, {}, 50); }))
            all.insert(e.tekst);
        return all;
    };
    EXPECT_EQ(texts(d.in(id, "klantmanager", Rol::klantmanager)),
              (std::set<std::string>{"", "Werkt als naaister.", "Slaapt slecht."}));
    EXPECT_EQ(texts(d.in(id, "jobcoach", Rol::jobcoach)), (std::set<std::string>{"", "Werkt als naaister."}));
    EXPECT_EQ(texts(d.in(id, "budgetbeheerder", Rol::budgetbeheerder)), std::set<std::string>{});
}

TEST_P(dossier_store, health_text_is_sealed_at_rest) {
    Desk d{GetParam()};
    auto const id = d.file(d.person());
    d.note(id, Categorie::gezondheid, "Slaapt slecht.");
    d.read([&](db::Connection& c) {
        c.each("SELECT tekst, tekst_verzegeld FROM gebeurtenis WHERE categorie = 'gezondheid'", {},
               [&](db::Row const& r) {
                   EXPECT_TRUE(r.is_null(0));
                   EXPECT_EQ(r.blob(1).bytes.find("slecht"), std::string::npos);
               });
        return 0;
    });
}

TEST_P(dossier_store, a_correction_points_at_what_it_corrects_and_both_stay) {
    Desk d{GetParam()};
    auto const id = d.file(d.person());
    auto const wrong = d.note(id, Categorie::voortgang, "Woont in Uden.");
    auto const right = d.write([&](db::Connection& c) {
        return add_event(c, d.kluis, d.system, d.now, id,
                         {.dag = today,
                          .soort = Soort::notitie,
                          .categorie = Categorie::voortgang,
                          .titel = "Notitie",
                          .tekst = "Woont in Veghel.",
                          .vervangt = wrong});
    });
    auto const get = [&](GebeurtenisId e) {
        return *d.read([&](db::Connection& c) { return event(c, d.kluis, d.system, id, e); });
    };
    EXPECT_TRUE(get(wrong).gecorrigeerd);
    EXPECT_EQ(get(wrong).tekst, "Woont in Uden.");
    EXPECT_EQ(get(right).vervangt, wrong);
    EXPECT_FALSE(get(right).gecorrigeerd);
}

TEST_P(dossier_store, the_timeline_pages_and_filters) {
    Desk d{GetParam()};
    auto const parent = d.person(), child = d.person("Natnael");
    auto const id = d.file(parent);
    for (int i = 1; i <= 5; ++i) d.note(id, Categorie::voortgang, std::to_string(i), today - std::chrono::days{i});
    d.write([&](db::Connection& c) {
        return add_event(c, d.kluis, d.system, d.now, id,
                         {.dag = today,
                          .soort = Soort::contact,
                          .categorie = Categorie::contact,
                          .titel = "Huisbezoek",
                          .tekst = "Zwemles",
                          .persoon = child,
                          .contact = Contact{"huisbezoek", "school", 30, "aanwezig"}});
    });
    auto const page = [&](std::optional<Soort> soort, std::optional<PersoonId> who, std::optional<GebeurtenisId> before,
                          int n) {
        return d.read([&](db::Connection& c) { return timeline(c, d.kluis, d.system, id, soort, who, before, n); });
    };
    auto const first = page({}, {}, {}, 3);
    ASSERT_EQ(first.size(), 3U);
    auto const rest = page({}, {}, first.back().id, 50);
    EXPECT_EQ(first.size() + rest.size(), 7U);   // with "Dossier geopend"
    EXPECT_LE(rest.front().dag, first.back().dag);
    auto const contacts = page(Soort::contact, {}, {}, 50);
    ASSERT_EQ(contacts.size(), 1U);
    EXPECT_EQ(contacts[0].contact->minuten, 30);
    EXPECT_EQ(contacts[0].contact->tolk, "aanwezig");
    EXPECT_EQ(page({}, child, {}, 50).size(), 1U);
    EXPECT_EQ(page({}, {}, GebeurtenisId{12345}, 50).size(), 0U);
}

TEST_P(dossier_store, an_access_for_one_file_opens_no_other) {
    Desk d{GetParam()};
    auto const one = d.file(d.person()), two = d.file(d.person());
    auto const access = d.in(one, "klantmanager", Rol::klantmanager);
    EXPECT_FALSE(d.read([&](db::Connection& c) { return find(c, access, two); }));
    EXPECT_TRUE(d.read([&](db::Connection& c) { return timeline(c, d.kluis, access, two, {}, {}, {}, 50); }).empty());
    EXPECT_FALSE(d.scratch->read(db::Scope::of(GemeenteId{2}),
                                 [&](db::Connection& c) { return find(c, Access::systeem(GemeenteId{2}), one); }));
}

TEST_P(dossier_store, assignment_has_history_and_takes_the_tasks_along) {
    Desk d{GetParam()};
    auto const id = d.file(d.person());
    auto const first = user_of(1, "klantmanager"), second = user_of(1, "klantmanager2");
    auto const task = d.write([&](db::Connection& c) {
        return werkvoorraad::add(c, d.system, d.now,
                                 {.dossier = id, .soort = "overig", .titel = "Bellen", .uiterlijk = today});
    });
    auto const owner = [&] {
        return d.read([&](db::Connection& c) { return werkvoorraad::find(c, d.system, task)->eigenaar; });
    };
    auto const give = [&](std::string_view rol, std::optional<GebruikerId> who, Date from) {
        d.write([&](db::Connection& c) { assign(c, d.system, d.now, from, id, rol, who); });
    };
    give("klantmanager", first, today);
    EXPECT_EQ(d.get(id).klantmanager, first);
    EXPECT_EQ(d.get(id).team, cast().team_veghel);
    EXPECT_EQ(owner(), first);
    give("klantmanager", second, today + one_day);
    EXPECT_EQ(owner(), first) << "tomorrow is not today";
    d.write([&](db::Connection& c) { EXPECT_EQ(apply_assignments(c, d.system, d.now, today), 0); });
    d.write([&](db::Connection& c) { EXPECT_EQ(apply_assignments(c, d.system, d.now, today + one_day), 1); });
    EXPECT_EQ(owner(), second);
    EXPECT_EQ(d.get(id).team, cast().team_schijndel);
    give("klantmanager", std::nullopt, today + one_day);
    d.write([&](db::Connection& c) { EXPECT_EQ(apply_assignments(c, d.system, d.now, today + one_day), 1); });
    EXPECT_EQ(owner(), std::nullopt);
    EXPECT_EQ(d.read([&](db::Connection& c) { return assignments(c, d.system, id).size(); }), 3U);
    auto const counted = d.write([&](db::Connection& c) { return werkvoorraad::recount(c, d.system, d.now); });
    EXPECT_EQ(counted.verschillen, 0);
}

TEST_P(dossier_store, assigning_somebody_ends_the_task_to_assign) {
    Desk d{GetParam()};
    auto const id = d.file(d.person());
    auto const task = d.write([&](db::Connection& c) {
        return werkvoorraad::add(
            c, d.system, d.now, {.dossier = id, .soort = "duo", .titel = std::string{verdeeltaak}, .uiterlijk = today});
    });
    auto const state = [&] {
        return d.read([&](db::Connection& c) { return werkvoorraad::find(c, d.system, task)->stand; });
    };
    EXPECT_EQ(state(), werkvoorraad::Stand::open);
    d.write([&](db::Connection& c) { assign(c, d.system, d.now, today, id, "regisseur", user_of(1, "regisseur")); });
    EXPECT_EQ(state(), werkvoorraad::Stand::klaar);
}

TEST_P(dossier_store, closing_ends_tasks_and_clocks_and_reopening_starts_them) {
    Desk d{GetParam()};
    auto const id = d.file(d.person());
    d.write([&](db::Connection& c) {
        inburgeringstermijn::add_fact(c, d.system, d.now, id,
                                      {inburgeringstermijn::FeitSoort::kennisgeving, today - one_day, {}}, "hand", "");
        inburgeringstermijn::recompute(c, d.system, d.now, today, id);
    });
    auto const tasks = [&] {
        return d.read([&](db::Connection& c) { return werkvoorraad::of_file(c, d.system, id).size(); });
    };
    EXPECT_EQ(tasks(), 1U);
    d.write([&](db::Connection& c) { close(c, d.system, d.now, today, id, "verhuisd"); });
    d.write([&](db::Connection& c) { close(c, d.system, d.now, today, id, "nog eens"); });
    EXPECT_FALSE(d.get(id).open);
    EXPECT_EQ(d.get(id).sluitreden, "verhuisd");
    EXPECT_EQ(tasks(), 0U);
    d.write([&](db::Connection& c) { reopen(c, d.system, d.now, id); });
    EXPECT_TRUE(d.get(id).open);
    EXPECT_EQ(tasks(), 1U);
    d.write([&](db::Connection& c) { set_stage(c, d.system, id, "intake"); });
    EXPECT_EQ(d.get(id).fase, "intake");
}
}
}
