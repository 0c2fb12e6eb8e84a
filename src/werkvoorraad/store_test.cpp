#include "werkvoorraad/store.h"

#include "tests/support/database.h"
#include "werkvoorraad/bulk.h"
#include "werkvoorraad/counts.h"

#include <gtest/gtest.h>
#include <random>
#include <thread>

namespace werkvoorraad {
namespace {
using testing_support::cast;
using testing_support::user_of;
using vertrouwen::Access;
using vertrouwen::Rol;

constexpr Date today{2026y / 11 / 25};
constexpr Timestamp now{1'795'600'000'000'000};   // in the morning of that day

Access as(std::string_view role, Rol rol, TeamId team, int gemeente = 1) {
    return Access::van({GemeenteId{gemeente}, user_of(gemeente, role), team, rol});
}
Access regisseur(int gemeente = 1) { return as("regisseur", Rol::regisseur, cast().team_veghel, gemeente); }
Access klantmanager() { return as("klantmanager", Rol::klantmanager, cast().team_veghel); }
Access klantmanager2() { return as("klantmanager2", Rol::klantmanager, cast().team_schijndel); }
Access jobcoach() { return as("jobcoach", Rol::jobcoach, cast().team_veghel); }

struct Desk {
    testing_support::ScratchDatabase scratch;
    explicit Desk(std::string const& engine) : scratch{engine} { testing_support::seed_cast(*scratch); }
    template <class F> auto write(F&& f) { return scratch->write(db::Scope::of(GemeenteId{1}), f); }
    template <class F> auto read(F&& f) { return scratch->read(db::Scope::of(GemeenteId{1}), f); }
    TaakId task(NieuweTaak taak) {
        if (taak.soort.empty()) taak.soort = "overig";
        if (taak.titel.empty()) taak.titel = "Bellen";
        if (taak.uiterlijk == Date{}) taak.uiterlijk = today;
        return write([&](db::Connection& c) { return add(c, Access::systeem(GemeenteId{1}), now, taak); });
    }
    Taak get(TaakId id) {
        auto found = read([&](db::Connection& c) { return find(c, regisseur(), id); });
        check(found.has_value());
        return *found;
    }
    template <class F> auto by(Access const& access, F&& f) {
        return write([&](db::Connection& c) { return f(c, access); });
    }
    void expect_counts_right() {
        auto const outcome = write([](db::Connection& c) { return recount(c, regisseur(), now); });
        EXPECT_EQ(outcome.verschillen, 0);
    }
    std::int64_t counted(std::vector<GebruikerId> owners, std::optional<TeamId> team = {}) {
        auto const lines = read([&](db::Connection& c) {
            return counts(c, regisseur(), {owners, team, today, today + std::chrono::days{14}});
        });
        return cijfers(lines, today).alles;
    }
};

BOTH_ENGINES(werkvoorraad_store);

TEST_P(werkvoorraad_store, a_new_task_without_owner_is_in_the_team_queue) {
    Desk d{GetParam()};
    auto const id = d.task({.soort = "pip", .titel = "PIP vaststellen", .team = cast().team_veghel});
    EXPECT_EQ(d.get(id).stand, Stand::open);
    EXPECT_EQ(d.counted({}), 1);
    EXPECT_EQ(d.counted({}, cast().team_veghel), 1);
    EXPECT_EQ(d.counted({}, cast().team_schijndel), 0);
    d.expect_counts_right();
}

TEST_P(werkvoorraad_store, the_team_queue_does_not_count_as_somebodys_own_work) {
    Desk d{GetParam()};
    d.task({.titel = "Van niemand", .team = cast().team_veghel});
    d.task({.titel = "Van mij", .eigenaar = klantmanager().gebruiker()});
    EXPECT_EQ(d.counted({klantmanager().gebruiker()}), 1);
    EXPECT_EQ(d.counted({klantmanager().gebruiker(), klantmanager2().gebruiker()}), 1);
}

TEST_P(werkvoorraad_store, claiming_moves_it_and_its_count) {
    Desk d{GetParam()};
    auto const id = d.task({.team = cast().team_veghel});
    auto const me = klantmanager();
    EXPECT_TRUE(d.by(me, [&](auto& c, auto& a) { return claim(c, a, now, id); }));
    EXPECT_TRUE(d.by(me, [&](auto& c, auto& a) { return claim(c, a, now, id); })) << "a double click is harmless";
    EXPECT_EQ(d.get(id).eigenaar, me.gebruiker());
    EXPECT_EQ(d.counted({}), 0);
    EXPECT_EQ(d.counted({me.gebruiker()}), 1);
    auto const second = d.by(regisseur(), [&](auto& c, auto& a) { return claim(c, a, now, id); });
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error(), Weigering::van_ander);
    d.expect_counts_right();
}

TEST_P(werkvoorraad_store, of_two_who_claim_at_once_one_gets_it) {
    Desk d{GetParam()};
    for (int round = 0; round < 10; ++round) {
        auto const id = d.task({.team = cast().team_veghel});
        std::optional<Result<void, Weigering>> one, two;
        std::thread a{[&] { one = d.by(klantmanager(), [&](auto& c, auto& x) { return claim(c, x, now, id); }); }};
        std::thread b{[&] { two = d.by(regisseur(), [&](auto& c, auto& x) { return claim(c, x, now, id); }); }};
        a.join();
        b.join();
        ASSERT_TRUE(one && two);
        EXPECT_NE(one->has_value(), two->has_value());
        EXPECT_EQ((*one ? *two : *one).error(), Weigering::van_ander);
    }
    d.expect_counts_right();
}

TEST_P(werkvoorraad_store, the_queue_of_another_team_is_not_claimed) {
    Desk d{GetParam()};
    auto const id = d.task({.team = cast().team_veghel});
    auto const no = d.by(klantmanager2(), [&](auto& c, auto& a) { return claim(c, a, now, id); });
    ASSERT_FALSE(no);
    EXPECT_EQ(no.error(), Weigering::geen_recht);
}

TEST_P(werkvoorraad_store, another_municipality_has_no_such_task) {
    Desk d{GetParam()};
    auto const id = d.task({});
    auto const other = regisseur(2);
    auto const tried = d.scratch->write(db::Scope::of(GemeenteId{2}), [&](db::Connection& c) {
        return std::array{claim(c, other, now, id), assign(c, other, now, id, other.gebruiker()),
                          move(c, other, now, id, today), finish(c, other, now, id),
                          wait_for(c, other, now, id, "DUO")};
    });
    for (auto const& outcome : tried) {
        ASSERT_FALSE(outcome);
        EXPECT_EQ(outcome.error(), Weigering::bestaat_niet);
    }
    EXPECT_FALSE(d.scratch->read(db::Scope::of(GemeenteId{2}), [&](db::Connection& c) { return find(c, other, id); }));
}

TEST_P(werkvoorraad_store, a_legal_term_is_not_moved_or_closed_by_hand) {
    Desk d{GetParam()};
    auto const id = d.task({.soort = "pip", .wettelijk = true, .termijnsoort = "pip"});
    auto const moved = d.by(regisseur(), [&](auto& c, auto& a) { return move(c, a, now, id, today); });
    auto const closed = d.by(regisseur(), [&](auto& c, auto& a) { return finish(c, a, now, id); });
    ASSERT_FALSE(moved);
    ASSERT_FALSE(closed);
    EXPECT_EQ(moved.error(), Weigering::wettelijke_termijn);
    EXPECT_EQ(closed.error(), Weigering::wettelijke_termijn);
    EXPECT_TRUE(d.by(regisseur(), [&](auto& c, auto& a) { return assign(c, a, now, id, user_of(1, "klantmanager")); }));
    d.expect_counts_right();
}

TEST_P(werkvoorraad_store, own_task_is_moved_waits_goes_on_and_is_done) {
    Desk d{GetParam()};
    auto const me = klantmanager();
    auto const id = d.task({.eigenaar = me.gebruiker()});
    EXPECT_TRUE(d.by(me, [&](auto& c, auto& a) { return move(c, a, now, id, today + std::chrono::days{3}); }));
    EXPECT_EQ(d.get(id).uiterlijk, today + std::chrono::days{3});
    EXPECT_TRUE(d.by(me, [&](auto& c, auto& a) { return wait_for(c, a, now, id, "DUO"); }));
    EXPECT_EQ(d.get(id).stand, Stand::wacht);
    EXPECT_EQ(d.get(id).wacht_op, "DUO");
    EXPECT_TRUE(d.by(me, [&](auto& c, auto& a) { return wait_for(c, a, now, id, ""); }));
    EXPECT_TRUE(d.by(me, [&](auto& c, auto& a) { return finish(c, a, now, id); }));
    EXPECT_TRUE(d.by(me, [&](auto& c, auto& a) { return finish(c, a, now, id); })) << "twice is once";
    EXPECT_EQ(d.get(id).stand, Stand::klaar);
    auto const late = d.by(me, [&](auto& c, auto& a) { return wait_for(c, a, now, id, "DUO"); });
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error(), Weigering::al_klaar);
    EXPECT_EQ(d.counted({me.gebruiker()}), 0);
    d.expect_counts_right();
}

TEST_P(werkvoorraad_store, work_of_somebody_else_needs_substitution_or_the_right_to_assign) {
    Desk d{GetParam()};
    auto const id = d.task({.eigenaar = user_of(1, "klantmanager")});
    auto const refused = d.by(jobcoach(), [&](auto& c, auto& a) { return finish(c, a, now, id); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), Weigering::geen_recht);
    auto const other_team = d.by(klantmanager2(), [&](auto& c, auto& a) { return move(c, a, now, id, today); });
    ASSERT_FALSE(other_team);
    EXPECT_EQ(other_team.error(), Weigering::geen_recht);
    d.write([](db::Connection& c) {
        return c.exec(
            "INSERT INTO vervanging (id, gemeente, afwezig, vervanger, vanaf, tot) VALUES (1, 1, $1, $2, $3, $4)",
            {user_of(1, "klantmanager"), user_of(1, "jobcoach"), today, today + std::chrono::days{1}});
    });
    EXPECT_TRUE(d.by(jobcoach(), [&](auto& c, auto& a) { return finish(c, a, now, id); }));
}

TEST_P(werkvoorraad_store, an_unknown_colleague_is_refused) {
    Desk d{GetParam()};
    auto const id = d.task({});
    for (auto const who : {GebruikerId{424242}, user_of(2, "regisseur")}) {
        auto const no = d.by(regisseur(), [&](auto& c, auto& a) { return assign(c, a, now, id, who); });
        ASSERT_FALSE(no);
        EXPECT_EQ(no.error(), Weigering::onbekende_collega);
    }
}

TEST_P(werkvoorraad_store, pages_go_on_where_the_last_one_ended) {
    Desk d{GetParam()};
    auto const me = klantmanager().gebruiker();
    std::vector<TaakId> made;
    for (int i = 0; i < 7; ++i) made.push_back(d.task({.uiterlijk = today + std::chrono::days{i / 3}, .eigenaar = me}));
    Vraag v{.eigenaars = {me}, .today = today, .limiet = 3};
    std::vector<TaakId> seen;
    for (int page = 0; page < 3; ++page) {
        auto const rows = d.read([&](db::Connection& c) { return list(c, klantmanager(), v); });
        EXPECT_EQ(rows.size(), page < 2 ? 4U : 1U);
        for (std::size_t i = 0; i < rows.size() && i < 3; ++i) seen.push_back(rows[i].id);
        auto const& last = rows[std::min<std::size_t>(rows.size(), 3) - 1];
        v.na = Sleutel{last.uiterlijk, last.id};
    }
    std::ranges::sort(seen);
    std::ranges::sort(made);
    EXPECT_EQ(seen, made);
}

TEST_P(werkvoorraad_store, the_queue_is_filtered_by_team_and_kind) {
    Desk d{GetParam()};
    d.task({.soort = "pip", .team = cast().team_veghel});
    d.task({.soort = "duo", .team = cast().team_veghel});
    d.task({.soort = "duo", .team = cast().team_schijndel});
    auto const size = [&](std::string soort, std::optional<TeamId> team) {
        return d.read([&](db::Connection& c) {
            return list(c, regisseur(), {.team = team, .soort = soort, .today = today}).size();
        });
    };
    EXPECT_EQ(size("", {}), 3U);
    EXPECT_EQ(size("duo", {}), 2U);
    EXPECT_EQ(size("", cast().team_veghel), 2U);
    EXPECT_EQ(size("duo", cast().team_schijndel), 1U);
    EXPECT_EQ(size("pip", cast().team_schijndel), 0U);
}

TEST_P(werkvoorraad_store, what_waits_stands_apart_until_its_day) {
    Desk d{GetParam()};
    auto const me = klantmanager().gebruiker();
    d.task({.uiterlijk = today, .eigenaar = me, .wacht_op = "school"});
    d.task({.uiterlijk = today + std::chrono::days{1}, .eigenaar = me, .wacht_op = "school"});
    auto const size = [&](Stand stand) {
        return d.read([&](db::Connection& c) {
            return list(c, klantmanager(), {.eigenaars = {me}, .stand = stand, .today = today}).size();
        });
    };
    EXPECT_EQ(size(Stand::open), 1U);
    EXPECT_EQ(size(Stand::wacht), 1U);
}

TEST_P(werkvoorraad_store, names_are_not_read_without_the_right) {
    Desk d{GetParam()};
    d.write([](db::Connection& c) {
        c.exec("INSERT INTO persoon (id, gemeente, naam, sorteersleutel, geboortedatum, herkomst, aangemaakt) "
               "VALUES (5, 1, 'Semhar', 's', '1997-03-14', 'hand', $1)",
               {now});
        c.exec("INSERT INTO dossier (id, gemeente, nummer, persoon, stand, fase, geopend_op) "
               "VALUES (6, 1, '2026-000001', 5, 'open', 'instroom', $1)",
               {today});
    });
    auto const id = d.task({.dossier = DossierId{6}});
    auto const seen = [&](Access const& a) {
        return d.read([&](db::Connection& c) { return find(c, a, id)->persoon_naam; });
    };
    EXPECT_EQ(seen(regisseur()), "Semhar");
    EXPECT_EQ(seen(as("privacy_officer", Rol::privacy_officer, cast().team_veghel)), "");
}

TEST_P(werkvoorraad_store, tasks_move_along_with_the_file) {
    Desk d{GetParam()};
    d.write([](db::Connection& c) {
        c.exec("INSERT INTO persoon (id, gemeente, naam, sorteersleutel, geboortedatum, herkomst, aangemaakt) "
               "VALUES (5, 1, 'Semhar', 's', '1997-03-14', 'hand', $1)",
               {now});
        c.exec("INSERT INTO dossier (id, gemeente, nummer, persoon, stand, fase, geopend_op) "
               "VALUES (6, 1, '2026-000001', 5, 'open', 'instroom', $1)",
               {today});
    });
    DossierId const file{6};
    auto const old = user_of(1, "klantmanager"), next = user_of(1, "klantmanager2"), third = user_of(1, "jobcoach");
    auto const mine = d.task({.dossier = file, .eigenaar = old});
    auto const queued = d.task({.dossier = file});
    auto const of_third = d.task({.dossier = file, .eigenaar = third});
    d.write([&](db::Connection& c) { hand_over(c, regisseur(), file, old, next, Wachtrij::blijft); });
    EXPECT_EQ(d.get(mine).eigenaar, next);
    EXPECT_EQ(d.get(queued).eigenaar, std::nullopt);
    d.write([&](db::Connection& c) { hand_over(c, regisseur(), file, next, old, Wachtrij::mee); });
    EXPECT_EQ(d.get(queued).eigenaar, old);
    EXPECT_EQ(d.get(of_third).eigenaar, third);
    d.write([&](db::Connection& c) { move_with_file(c, regisseur(), file, std::nullopt); });
    EXPECT_EQ(d.counted({}), 3);
    d.expect_counts_right();
}

TEST_P(werkvoorraad_store, counts_equal_a_recount_after_random_work) {
    Desk d{GetParam()};
    std::mt19937 random{7};
    std::vector<TaakId> ids;
    std::array const owners{user_of(1, "klantmanager"), user_of(1, "regisseur")};
    for (int i = 0; i < 30; ++i)
        ids.push_back(d.task({.soort = i % 2 ? "pip" : "duo",
                              .uiterlijk = today + std::chrono::days{i % 5},
                              .team = i % 3 ? std::optional{cast().team_veghel} : std::nullopt}));
    auto const pick = [&](int n) { return static_cast<std::size_t>(random() % static_cast<unsigned>(n)); };
    for (int i = 0; i < 150; ++i) {
        auto const id = ids[pick(30)];
        auto const step = pick(6);
        auto const owner = owners[pick(2)];
        Date const day = today + std::chrono::days{static_cast<int>(pick(9)) - 4};
        d.by(regisseur(), [&](auto& c, auto& a) {
            if (step == 0) return claim(c, a, now, id).has_value();
            if (step == 1) return assign(c, a, now, id, owner).has_value();
            if (step == 2) return move(c, a, now, id, day).has_value();
            if (step == 3) return wait_for(c, a, now, id, i % 2 ? "DUO" : "").has_value();
            if (step == 4) return assign(c, a, now, id, std::nullopt).has_value();
            if (i % 4 == 0) return finish(c, a, now, id).has_value();
            set_due(c, a, id, day, "");
            return true;
        });
    }
    d.expect_counts_right();
}

TEST_P(werkvoorraad_store, the_recount_repairs_and_reports) {
    Desk d{GetParam()};
    d.task({.team = cast().team_veghel});
    d.write([](db::Connection& c) { return c.exec("UPDATE taak_telling SET aantal = 9"); });
    auto const outcome = d.write([](db::Connection& c) { return recount(c, regisseur(), now); });
    EXPECT_EQ(outcome.verschillen, 1);
    EXPECT_EQ(d.counted({}), 1);
    d.write([](db::Connection& c) { rebuild_counts(c, GemeenteId{1}); });
    d.expect_counts_right();
}

TEST_P(werkvoorraad_store, what_was_done_together_is_taken_back_but_not_what_somebody_changed_since) {
    Desk d{GetParam()};
    auto const me = klantmanager();
    std::vector<TaakId> ids;
    for (int i = 0; i < 3; ++i) ids.push_back(d.task({.eigenaar = me.gebruiker()}));
    auto const legal = d.task({.soort = "pip", .wettelijk = true, .eigenaar = me.gebruiker(), .termijnsoort = "pip"});
    Opdracht const order{Handeling::klaar, {ids[0], ids[1], ids[2], legal, TaakId{77}}, {}, {}};
    EXPECT_EQ(d.by(me, [&](auto& c, auto& a) { return preview(c, a, now, order).size(); }), 2U);
    auto const done = d.by(me, [&](auto& c, auto& a) { return do_bulk(c, a, now, order); });
    EXPECT_EQ(done.gelukt, 3);
    ASSERT_EQ(done.mislukt.size(), 2U);
    EXPECT_EQ(d.counted({me.gebruiker()}), 1);
    auto const moved = d.by(me, [&](auto& c, auto& a) {
        return do_bulk(c, a, now, {Handeling::verplaatsen, {ids[0]}, {}, today + std::chrono::days{1}});
    });
    EXPECT_EQ(moved.gelukt, 0) << "what is done is not moved";
    d.write([&](db::Connection& c) {
        return c.exec("UPDATE taak SET uiterlijk = $2 WHERE id = $1", {ids[2], today + std::chrono::days{9}});
    });
    EXPECT_FALSE(d.by(regisseur(), [&](auto& c, auto& a) { return undo_bulk(c, a, now, done.id); })) << "not hers";
    auto const undone = d.by(me, [&](auto& c, auto& a) { return undo_bulk(c, a, now, done.id); });
    ASSERT_TRUE(undone.has_value());
    EXPECT_EQ(undone->hersteld, 2);
    EXPECT_EQ(undone->overgeslagen.size(), 1U);
    EXPECT_EQ(d.get(ids[0]).stand, Stand::open);
    EXPECT_EQ(d.get(ids[2]).stand, Stand::klaar);
    EXPECT_FALSE(d.by(me, [&](auto& c, auto& a) { return undo_bulk(c, a, now, done.id); })) << "only once";
    d.expect_counts_right();
}

TEST_P(werkvoorraad_store, one_open_task_a_clock) {
    Desk d{GetParam()};
    d.write([](db::Connection& c) {
        c.exec("INSERT INTO persoon (id, gemeente, naam, sorteersleutel, geboortedatum, herkomst, aangemaakt) "
               "VALUES (5, 1, 'Semhar', 's', '1997-03-14', 'hand', $1)",
               {now});
        c.exec("INSERT INTO dossier (id, gemeente, nummer, persoon, stand, fase, geopend_op) "
               "VALUES (6, 1, '2026-000001', 5, 'open', 'instroom', $1)",
               {today});
    });
    auto const id = d.task({.dossier = DossierId{6}, .soort = "pip", .termijnsoort = "pip"});
    d.read([&](db::Connection& c) {
        EXPECT_EQ(of_clock(c, DossierId{6}, "pip"), id);
        EXPECT_EQ(of_clock(c, DossierId{6}, "bezwaar"), std::nullopt);
        EXPECT_EQ(clock_tasks(c, DossierId{6}).size(), 1U);
        EXPECT_EQ(of_file(c, regisseur(), DossierId{6}).size(), 1U);
        return 0;
    });
    EXPECT_THROW(d.task({.dossier = DossierId{6}, .soort = "pip", .termijnsoort = "pip"}), db::Error);
    d.write([&](db::Connection& c) { close(c, regisseur(), now, id, Stand::vervallen); });
    d.write([&](db::Connection& c) { close(c, regisseur(), now, id, Stand::klaar); });
    EXPECT_EQ(d.get(id).stand, Stand::vervallen);
    d.expect_counts_right();
}
}
}
