#include "agenda/store.h"

#include "agenda/vervanging.h"
#include "dossier/store.h"
#include "instroom/store.h"
#include "tests/support/database.h"
#include "vertrouwen/store.h"

#include <gtest/gtest.h>

namespace agenda {
namespace {
using testing_support::cast;
using testing_support::user_of;
using vertrouwen::Access;
using vertrouwen::Rol;

constexpr Date today{2026y / 11 / 25};

struct Desk {
    explicit Desk(std::string const& engine) : d{engine} { testing_support::seed_cast(*d); }
    testing_support::ScratchDatabase d;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    Timestamp now = platform::moment_of({today, 8, 0});
    GebruikerId me = user_of(1, "klantmanager"), colleague = user_of(1, "klantmanager2");

    static Access as(std::string_view role, int gemeente = 1) {
        return Access::van({GemeenteId{gemeente}, user_of(gemeente, role), cast().team_veghel,
                            role == "klantmanager2" ? Rol::klantmanager : *vertrouwen::rol_van(role)});
    }
    template <class F> auto write(F&& f, int gemeente = 1) { return d->write(db::Scope::of(GemeenteId{gemeente}), f); }
    AfspraakId add(Date day, int from, int until, GebruikerId who, int gemeente = 1,
                   std::optional<DossierId> file = {}) {
        return write(
            [&](db::Connection& c) {
                return plan(c, as("klantmanager", gemeente), now,
                            {file, who, platform::moment_of({day, from / 60, from % 60}),
                             platform::moment_of({day, until / 60, until % 60}), "Intakegesprek met Semhar Gebremeskel",
                             "Spreekkamer 3", "ti", "gevraagd"});
            },
            gemeente);
    }
    std::size_t clashing(int from, int until, std::optional<AfspraakId> except = {}) {
        return write([&](db::Connection& c) {
            return clashes(c, as("klantmanager"), me, platform::moment_of({today, from / 60, from % 60}),
                           platform::moment_of({today, until / 60, until % 60}), except)
                .size();
        });
    }
    Afspraak see(AfspraakId id) {
        return write([&](db::Connection& c) { return find(c, as("klantmanager"), id).value(); });
    }
    Result<std::int64_t, VervangingRefusal> substitute(std::string_view by, GebruikerId absent, GebruikerId instead,
                                                       Date from, std::optional<Date> until) {
        return write([&](db::Connection& c) { return vervang(c, as(by), now, today, absent, instead, {from, until}); });
    }
};

BOTH_ENGINES(agenda_store);

TEST_P(agenda_store, an_appointment_clashes_with_what_it_overlaps_and_not_with_what_it_touches) {
    Desk desk{GetParam()};
    auto const id = desk.add(today, 600, 660, desk.me);
    EXPECT_EQ(desk.clashing(540, 600), 0U) << "ends when the other begins";
    EXPECT_EQ(desk.clashing(660, 720), 0U);
    EXPECT_EQ(desk.clashing(540, 601), 1U);
    EXPECT_EQ(desk.clashing(659, 700), 1U);
    EXPECT_EQ(desk.clashing(610, 620), 1U) << "inside it";
    EXPECT_EQ(desk.clashing(540, 720), 1U) << "around it";
    EXPECT_EQ(desk.clashing(600, 660, id), 0U) << "not with itself";
    desk.add(today, 600, 660, desk.colleague);
    EXPECT_EQ(desk.clashing(600, 660), 1U) << "a colleague's is no clash";
    desk.write(
        [&](db::Connection& c) { return set_stand(c, Desk::as("klantmanager"), desk.now, id, 1, Stand::afgezegd); });
    EXPECT_EQ(desk.clashing(600, 660), 0U) << "called off";
}

TEST_P(agenda_store, the_second_of_two_changes_is_refused) {
    Desk desk{GetParam()};
    auto const id = desk.add(today, 600, 660, desk.me);
    auto const move = [&](std::int64_t version, int gemeente = 1) {
        return desk.write(
            [&](db::Connection& c) {
                return change(c, Desk::as("klantmanager", gemeente), desk.now, id, version,
                              {{},
                               desk.me,
                               platform::moment_of({today, 11, 0}),
                               platform::moment_of({today, 12, 0}),
                               "Gesprek",
                               "",
                               "",
                               ""});
            },
            gemeente);
    };
    EXPECT_TRUE(move(1).has_value());
    EXPECT_EQ(move(1).error(), WijzigRefusal::intussen_gewijzigd);
    EXPECT_EQ(desk.see(id).onderwerp, "Gesprek");
    EXPECT_EQ(desk.see(id).versie, 2);
    EXPECT_EQ(move(2, 2).error(), WijzigRefusal::bestaat_niet) << "another municipality";
    auto const cancel = [&](std::int64_t version) {
        return desk.write([&](db::Connection& c) {
            return set_stand(c, Desk::as("klantmanager"), desk.now, id, version, Stand::afgezegd);
        });
    };
    EXPECT_EQ(cancel(1).error(), WijzigRefusal::intussen_gewijzigd);
    EXPECT_TRUE(cancel(2).has_value());
    EXPECT_TRUE(vertrouwen::verify_audit(*desk.d).bevindingen.empty());
}

TEST_P(agenda_store, only_of_those_asked_for_and_of_the_own_municipality) {
    Desk desk{GetParam()};
    desk.add(today, 600, 660, desk.me);
    desk.add(today, 540, 570, desk.me);
    desk.add(today, 600, 660, desk.colleague);
    auto const theirs = desk.add(today, 600, 660, user_of(2, "klantmanager"), 2);
    auto const range = [&](std::vector<GebruikerId> of, Date from, Date until) {
        return desk.write([&](db::Connection& c) {
            return between(c, Desk::as("klantmanager"), of, platform::moment_of({from, 0, 0}),
                           platform::moment_of({until, 0, 0}));
        });
    };
    auto const mine = range({desk.me}, today, today + std::chrono::days{1});
    ASSERT_EQ(mine.size(), 2U);
    EXPECT_LT(mine[0].begint, mine[1].begint);
    EXPECT_EQ(range({desk.me, desk.colleague}, today, today + std::chrono::days{1}).size(), 3U);
    EXPECT_EQ(range({desk.me}, today + std::chrono::days{1}, today + std::chrono::days{2}).size(), 0U);
    EXPECT_EQ(range({user_of(2, "klantmanager")}, today, today + std::chrono::days{1}).size(), 0U);
    EXPECT_FALSE(desk.write([&](db::Connection& c) { return find(c, Desk::as("klantmanager"), theirs).has_value(); }));
}

TEST_P(agenda_store, nights_when_the_clock_changes) {
    Desk desk{GetParam()};
    Date const autumn{2026y / 10 / 25}, spring{2027y / 3 / 28};
    auto const a = desk.see(desk.add(autumn, 60, 240, desk.me));   // 01:00–04:00
    EXPECT_EQ(a.eindigt.micros - a.begint.micros, 4LL * 3'600'000'000) << "that night has an hour more";
    auto const s = desk.see(desk.add(spring, 60, 240, desk.me));
    EXPECT_EQ(s.eindigt.micros - s.begint.micros, 2LL * 3'600'000'000);
    for (Date const day : {autumn, spring}) {
        auto const found = desk.write([&](db::Connection& c) {
            return between(c, Desk::as("klantmanager"), {desk.me}, platform::moment_of({day, 0, 0}),
                           platform::moment_of({day + std::chrono::days{1}, 0, 0}));
        });
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(platform::local_time(found[0].begint).hour, 1);
        EXPECT_EQ(platform::local_time(found[0].eindigt).hour, 4);
    }
}

TEST_P(agenda_store, the_feed_works_until_it_is_replaced_or_revoked) {
    Desk desk{GetParam()};
    auto const me = Desk::as("klantmanager");
    auto const make = [&] {
        return desk.write([&](db::Connection& c) { return make_feed(c, desk.kluis, me, desk.now); });
    };
    auto const owner = [&](std::string_view token) {
        return desk.d->read(db::Scope::system(), [&](db::Connection& c) { return feed_owner(c, desk.kluis, token); });
    };
    auto const first = make();
    ASSERT_TRUE(owner(first));
    EXPECT_EQ(owner(first)->gebruiker, desk.me);
    EXPECT_EQ(owner(first)->gemeente, GemeenteId{1});
    auto const second = make();
    EXPECT_NE(first, second);
    EXPECT_FALSE(owner(first)) << "a new address ends the old one";
    EXPECT_TRUE(owner(second));
    for (auto const& wrong :
         {std::string{}, second.substr(1), second + "A", std::string(32, 'A'), std::string(1000, 'A')})
        EXPECT_FALSE(owner(wrong));
    desk.d->read(db::Scope::system(), [&](db::Connection& c) {
        c.each("SELECT sleutel_hash FROM agenda_feed", {},
               [&](db::Row const& r) { EXPECT_EQ(r.blob(0).bytes.find(second), std::string::npos); });
    });
    desk.write([&](db::Connection& c) { revoke_feeds(c, me, desk.now); });
    EXPECT_FALSE(owner(second));
    auto const third = make();
    desk.d->write(db::Scope::system(), [&](db::Connection& c) {
        c.exec("UPDATE gebruiker SET actief = $1 WHERE id = $2", {false, desk.me});
    });
    EXPECT_FALSE(owner(third)) << "out of service";
}

TEST_P(agenda_store, a_calendar_on_a_telephone_holds_no_name_and_no_file_number) {
    Desk desk{GetParam()};
    auto const file = desk.write([&](db::Connection& c) {
        instroom::Persoonsgegevens g;
        g.naam = {"Semhar", "", "", "Gebremeskel"};
        g.herkomst = "hand";
        auto const system = Access::systeem(GemeenteId{1});
        return dossier::open_for(c, system, desk.now, today,
                                 instroom::upsert(c, desk.kluis, system, desk.now, g).persoon, "intake");
    });
    auto const id = desk.add(today, 600, 660, desk.me, 1, file);
    auto const cancelled = desk.add(today, 700, 720, desk.me);
    desk.write([&](db::Connection& c) {
        return set_stand(c, Desk::as("klantmanager"), desk.now, cancelled, 1, Stand::afgezegd);
    });
    EXPECT_EQ(desk.see(id).persoon_naam, "Semhar Gebremeskel");
    auto const text = icalendar({desk.see(id), desk.see(cancelled)}, desk.now);
    for (auto const* secret :
         {"Semhar", "Gebremeskel", "2026-000001", "Intakegesprek", "Spreekkamer", "ti\r", "Test klantmanager"})
        EXPECT_EQ(text.find(secret), std::string::npos) << secret;
    for (auto const* part :
         {"BEGIN:VCALENDAR\r\n", "VERSION:2.0", "PRODID:", "UID:", "DTSTART:20261125T090000Z", "DTEND:20261125T100000Z",
          "SUMMARY:Afspraak inburgering", "STATUS:CANCELLED", "STATUS:CONFIRMED", "END:VCALENDAR\r\n"})
        EXPECT_NE(text.find(part), std::string::npos) << part;
    EXPECT_NE(icalendar({}, desk.now).find("END:VCALENDAR"), std::string::npos);
}

TEST_P(agenda_store, substitution_refusals) {
    Desk desk{GetParam()};
    Date const monday{2026y / 11 / 30}, friday{2026y / 12 / 5};
    using enum VervangingRefusal;
    EXPECT_EQ(desk.substitute("klantmanager", desk.colleague, desk.me, monday, friday).error(), niet_voor_een_ander);
    EXPECT_EQ(desk.substitute("klantmanager", desk.me, user_of(2, "klantmanager"), monday, friday).error(),
              onbekende_collega)
        << "other municipality";
    EXPECT_EQ(desk.substitute("klantmanager", desk.me, user_of(1, "planner"), monday, friday).error(),
              onbekende_collega)
        << "no caseload";
    EXPECT_EQ(desk.substitute("klantmanager", desk.me, GebruikerId{0}, monday, friday).error(), onbekende_collega);
    EXPECT_EQ(desk.substitute("klantmanager", desk.me, desk.me, monday, friday).error(), zelfde_persoon);
    EXPECT_EQ(desk.substitute("klantmanager", desk.me, desk.colleague, friday, monday).error(), einde_voor_begin);
    EXPECT_EQ(desk.substitute("klantmanager", desk.me, desk.colleague, monday, monday).error(), einde_voor_begin);
    EXPECT_EQ(desk.substitute("klantmanager", desk.me, desk.colleague, monday, {}).error(), einde_voor_begin)
        << "without an end";
    EXPECT_EQ(desk.substitute("klantmanager", desk.me, desk.colleague, today - std::chrono::days{7}, today).error(),
              al_voorbij)
        << "ended yesterday";
    ASSERT_TRUE(desk.substitute("klantmanager", desk.me, desk.colleague, monday, friday));
    EXPECT_EQ(desk.substitute("klantmanager", desk.me, user_of(1, "regisseur"), friday - std::chrono::days{1},
                              friday + std::chrono::days{7})
                  .error(),
              overlapt);
    EXPECT_TRUE(
        desk.substitute("klantmanager", desk.me, user_of(1, "regisseur"), friday, friday + std::chrono::days{7}))
        << "from the day after it";
    EXPECT_TRUE(desk.substitute("regisseur", desk.colleague, desk.me, monday, friday))
        << "a regisseur may for a colleague";
}

TEST_P(agenda_store, a_substitute_stands_in_from_the_first_to_the_last_day_and_not_after_withdrawal) {
    Desk desk{GetParam()};
    Date const first{2026y / 11 / 30}, after{2026y / 12 / 5};
    auto const id = desk.substitute("klantmanager", desk.me, desk.colleague, first, after).value();
    auto const absent = [&](Date day) {
        return desk.write([&](db::Connection& c) { return afwezigen_voor(c, desk.colleague, day).size(); });
    };
    EXPECT_EQ(absent(first - std::chrono::days{1}), 0U);
    EXPECT_EQ(absent(first), 1U);
    EXPECT_EQ(absent(after - std::chrono::days{1}), 1U);
    EXPECT_EQ(absent(after), 0U);
    auto const withdraw = [&](std::string_view who, int gemeente = 1) {
        return desk.write([&](db::Connection& c) { return trek_in(c, Desk::as(who, gemeente), desk.now, id); },
                          gemeente);
    };
    EXPECT_FALSE(withdraw("klantmanager2")) << "of a colleague";
    EXPECT_FALSE(withdraw("regisseur", 2)) << "of another municipality";
    EXPECT_TRUE(withdraw("klantmanager"));
    EXPECT_FALSE(withdraw("klantmanager")) << "twice";
    EXPECT_EQ(absent(first), 0U);
    EXPECT_TRUE(vertrouwen::verify_audit(*desk.d).bevindingen.empty());
}
}
}
