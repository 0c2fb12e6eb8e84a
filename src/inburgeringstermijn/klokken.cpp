#include "inburgeringstermijn/klokwerk.h"
#include "law/besluit_inburgering.h"
#include "law/wi2021.h"
#include "platform/i18n/i18n.h"

#include <algorithm>
#include <tuple>

namespace inburgeringstermijn {
using i18n::N_;

namespace klokwerk {
std::optional<Feit> Feiten::laatste(FeitSoort soort) const {
    std::optional<Feit> found;
    for (auto const& fact : alle)
        if (fact.soort == soort && (!found || fact.dag >= found->dag)) found = fact;
    return found;
}

std::optional<Date> Feiten::dag(FeitSoort soort) const {
    auto const found = laatste(soort);
    return found ? std::optional{found->dag} : std::nullopt;
}

std::optional<Date> Feiten::eerste_dag(FeitSoort soort) const {
    std::optional<Date> found;
    for (auto const& fact : alle)
        if (fact.soort == soort && (!found || fact.dag < *found)) found = fact.dag;
    return found;
}

std::optional<Date> Feiten::dag_vanaf(FeitSoort soort, Date from) const {
    std::optional<Date> found;
    for (auto const& fact : alle)
        if (fact.soort == soort && fact.dag >= from && (!found || fact.dag < *found)) found = fact.dag;
    return found;
}

std::vector<Period> Feiten::perioden(FeitSoort soort) const {
    std::vector<Period> found;
    for (auto const& fact : alle)
        if (fact.soort == soort) found.push_back({fact.dag, fact.tot});
    std::ranges::sort(found, {}, &Period::from);
    return found;
}

bool Feiten::heeft(FeitSoort soort) const { return laatste(soort).has_value(); }

namespace {
Plicht plicht(Feiten const& facts, Date today) {
    Plicht state;
    auto const over = [&](std::optional<Date> day, bool fulfilled, Waarom why) {
        if (!day || *day > today || (state.einde && *state.einde >= *day)) return;
        state.einde = day;
        state.voldaan = fulfilled;
        why.stappen = {{N_("einde van de inburgeringsplicht"), *day}};
        state.redenen = {std::move(why)};
    };
    over(facts.dag(FeitSoort::plicht_geeindigd), false,
         {"R1.8",
          N_("DUO heeft laten weten dat de inburgeringsplicht is geëindigd."),
          {{law::duo, "SS110", ""}},
          Zekerheid::A,
          {},
          {}});
    over(facts.dag(FeitSoort::plicht_voldaan), true,
         {"R1.8",
          N_("DUO heeft laten weten dat aan de inburgeringsplicht is voldaan."),
          {{law::duo, "SS106", ""}},
          Zekerheid::A,
          {},
          {}});
    auto const& year = law::onderbreking_maanden.since(today);
    for (auto const& gap : facts.perioden(FeitSoort::buitenland)) {
        if (!langer_dan_een_jaar(gap, today)) continue;
        over(add_months(gap.from, year.value, MissingDay::last_of_month), false,
             {"R1.54",
              N_("Wie langer dan een jaar niet in Nederland woont, is niet meer inburgeringsplichtig."),
              {year.source},
              Zekerheid::P,
              {{N_("weg vanaf"), gap.from, "buitenland"}},
              {}});
    }
    if (auto const again = facts.dag(FeitSoort::plicht_begin); state.einde && again && *again > *state.einde)
        state = {};
    for (auto const& exempt : facts.perioden(FeitSoort::tijdelijke_vrijstelling))
        if (!state.einde && exempt.contains(today)) state.vrijgesteld = exempt;
    if (state.vrijgesteld)
        state.redenen = {
            {"R1.3",
             N_("DUO heeft een tijdelijke vrijstelling gegeven. Zolang die duurt ligt de inburgeringsplicht stil."),
             {law::tijdelijke_vrijstelling, {law::duo, "SS109", ""}},
             Zekerheid::A,
             {},
             {{N_("vrijgesteld vanaf"), state.vrijgesteld->from}}}};
    return state;
}
}

Vraag vraag(Groep groep, std::vector<Feit> const& facts, Date today) {
    return {groep, {facts}, today, plicht({facts}, today)};
}

Klok klok(KlokSoort soort, Loop const& loop, std::vector<Waarom> redenen) {
    Klok made{.soort = soort, .stand = loop.gehaald_op ? KlokStand::gehaald : KlokStand::loopt};
    made.begin = loop.begin;
    made.uiterlijk = loop.uiterlijk;
    made.ongerold = loop.ongerold;
    made.waarschuwing = loop.waarschuwing;
    made.redenen = std::move(redenen);
    if (loop.gehaald_op)
        made.redenen.front().stappen.push_back(
            {*loop.gehaald_op <= loop.uiterlijk ? N_("op tijd gedaan op") : N_("te laat gedaan op"), *loop.gehaald_op});
    return made;
}

Klok nog_niet(KlokSoort soort, Waarom why) {
    Klok made{.soort = soort, .stand = KlokStand::loopt_nog_niet};
    made.redenen.push_back(std::move(why));
    return made;
}

void volg_plicht(Klok& clock, Plicht const& state) {
    if (clock.stand == KlokStand::gehaald || (!state.einde && !state.vrijgesteld)) return;
    bool const reached = state.voldaan && clock.soort == KlokSoort::inburgeringstermijn;
    clock.redenen.insert(clock.redenen.begin(), state.redenen.begin(), state.redenen.end());
    if (!state.einde) {
        if (clock.stand == KlokStand::loopt) clock.stand = KlokStand::stilgelegd;
        return;
    }
    if (clock.stand == KlokStand::loopt_nog_niet) clock.begin = clock.uiterlijk = clock.ongerold = *state.einde;
    clock.stand = reached ? KlokStand::gehaald : KlokStand::vervallen;
}

namespace {
int rang(KlokStand stand) {
    switch (stand) {
    case KlokStand::loopt: return 0;
    case KlokStand::stilgelegd: return 1;
    case KlokStand::loopt_nog_niet: return 2;
    case KlokStand::gehaald: return 3;
    case KlokStand::vervallen: return 4;
    }
    throw Bug{"klokstand"};
}
}
}

std::vector<Klok> klokken(Groep groep, std::vector<Feit> const& facts, Date today) {
    auto const question = klokwerk::vraag(groep, facts, today);
    std::vector<Klok> clocks;
    klokwerk::wet_klokken(question, clocks);
    klokwerk::bezwaar_klokken(question, clocks);
    klokwerk::aanvraag_klokken(question, clocks);
    klokwerk::boete_klokken(question, clocks);
    // By day, so what is late comes first by itself.
    std::ranges::stable_sort(clocks, {},
                             [](Klok const& k) { return std::tuple{klokwerk::rang(k.stand), k.uiterlijk, k.soort}; });
    return clocks;
}
}
