#include "inburgeringstermijn/rules.h"
#include "inburgeringstermijn/uitleg.h"
#include "law/besluit_inburgering.h"
#include "law/wi2021.h"
#include "platform/i18n/i18n.h"

#include <algorithm>

namespace inburgeringstermijn {
using i18n::N_;
using std::chrono::days;
using std::chrono::months;

namespace {
/// The calendar convention of this system: the same day of the month, or the month's last day. DUO's dates always win.
Date plus(Date from, months n) { return add_months(from, n, MissingDay::last_of_month); }

/// The gaps that count, in order, without overlap: closed, at most a year, and begun within the term.
std::vector<Period> meetellende_gaten(Date start, std::vector<Period> gaps) {
    std::erase_if(gaps, [&](Period const& p) {
        return !p.until || *p.until <= std::max(p.from, start) || langer_dan_een_jaar(p, *p.until);
    });
    std::ranges::sort(gaps, {}, &Period::from);
    std::vector<Period> merged;
    for (auto const& gap : gaps) {
        Date const from = std::max(gap.from, start);
        if (!merged.empty() && from <= *merged.back().until)
            merged.back().until = std::max(*merged.back().until, *gap.until);
        else
            merged.push_back({from, gap.until});
    }
    return merged;
}

Waarom waarom_termijn(Date eerste_pip, Termijn const& t) {
    auto const& length = law::inburgeringstermijn_maanden.since(eerste_pip);
    return {"R1.40",
            N_("De inburgeringstermijn is drie jaar. Zij begint op de dag na de dagtekening van het eerste PIP en "
               "verschuift niet door een later PIP."),
            {length.source, law::termijn_begint, law::termijn_schuift_niet},
            length.zekerheid,
            {{N_("dagtekening van het eerste PIP"), eerste_pip, "eerste_pip"}},
            {{N_("begin van de termijn"), t.start},
             {N_("duur in maanden"), std::int64_t{length.value.count()}},
             {N_("einde van de termijn"), t.einde},
             {N_("laatste dag van de termijn"), t.laatste_dag}}};
}

void leg_momenten_uit(std::vector<Waarom>& redenen, Termijn const& t) {
    auto const& switching = law::schakel_maanden.since(t.start);
    redenen.push_back({"R3.30",
                       N_("Wisselen van leerroute kan tot anderhalf jaar na het begin van de eerste termijn."),
                       {law::schakelen, switching.source},
                       switching.zekerheid,
                       {},
                       {{N_("begin van de termijn"), t.start}, {N_("grens voor wisselen"), t.schakelgrens}}});
    auto const& request = law::verlengingsverzoek_maanden.since(t.start);
    redenen.push_back(
        {"R1.45",
         N_("Verlenging kan op zijn vroegst zes maanden voor het einde van de termijn worden aangevraagd. "
            "Er wordt teruggeteld, dus deze dag schuift niet op."),
         {request.source},
         request.zekerheid,
         {},
         {{N_("einde van de termijn"), t.einde}, {N_("aanvragen kan vanaf"), t.toets_verlenging}}});
    auto const& effort = law::inspanning_maanden.since(t.start);
    redenen.push_back({"R1.51",
                       N_("Wie zich genoeg heeft ingespannen krijgt van DUO een keer zes maanden extra, geteld vanaf "
                          "het einde van de termijn."),
                       {law::verlenging_door_duo, effort.source},
                       effort.zekerheid,
                       {},
                       {{N_("einde met zes maanden extra"), t.na_zes_maanden}}});
    auto const& reminder = law::herinnering_maanden.since(t.start);
    redenen.push_back({"R8.11",
                       N_("Ongeveer twee maanden voor het einde stuurt DUO een herinnering."),
                       {reminder.source},
                       reminder.zekerheid,
                       {},
                       {{N_("herinnering"), t.herinnering}}});
}
}

bool langer_dan_een_jaar(Period const& gap, Date today) {
    auto const& most = law::onderbreking_maanden.since(gap.from);
    return gap.until.value_or(today) > plus(gap.from, most.value);
}

Termijn termijn_tussen(Date start, Date einde) {
    auto const whole = law::inburgeringstermijn_maanden.since(start).value;
    auto const before = law::verlengingsverzoek_maanden.since(start).value;
    // An unchanged term is counted from its start, so that a leap day is lost at most once: two and a half years.
    Date const request = einde == plus(start, whole) ? plus(start, whole - before) : plus(einde, -before);
    return {.start = start,
            .einde = einde,
            .laatste_dag = einde - days{1},
            .schakelgrens = plus(start, law::schakel_maanden.since(start).value),
            .toets_verlenging = request,
            .na_zes_maanden = plus(einde, law::inspanning_maanden.since(start).value),
            .herinnering = plus(einde, -law::herinnering_maanden.since(start).value)};
}

Uitgelegd<Termijn> inburgeringstermijn(Date eerste_pip) { return inburgeringstermijn(eerste_pip, {}); }

Uitgelegd<Termijn> inburgeringstermijn(Date eerste_pip, std::vector<Period> const& buitenland) {
    Date const start = eerste_pip + days{1};
    auto outcome = termijn_tussen(start, plus(start, law::inburgeringstermijn_maanden.since(eerste_pip).value));
    std::vector<Waarom> redenen{waarom_termijn(eerste_pip, outcome)};
    Waarom gap_why{"R1.13",
                   N_("Wie hoogstens een jaar niet in Nederland woonde, bleef inburgeringsplichtig. De termijn wordt "
                      "langer met de duur van die onderbreking."),
                   {law::onderbreking_maanden.since(start).source, law::termijn_groeit_met_onderbreking},
                   Zekerheid::D,
                   {},
                   {}};
    for (auto const& gap : meetellende_gaten(start, buitenland)) {
        if (gap.from >= outcome.einde) continue;
        auto const length = *gap.until - gap.from;
        outcome = termijn_tussen(start, outcome.einde + length);
        gap_why.invoer.push_back({N_("weg vanaf"), gap.from, "buitenland"});
        gap_why.invoer.push_back({N_("terug op"), *gap.until, "buitenland_tot"});
        gap_why.stappen.push_back({N_("dagen onderbreking"), std::int64_t{length.count()}});
        gap_why.stappen.push_back({N_("einde van de termijn"), outcome.einde});
    }
    if (!gap_why.stappen.empty()) redenen.insert(redenen.begin(), std::move(gap_why));
    leg_momenten_uit(redenen, outcome);
    leg_begin_wet_uit(redenen, eerste_pip);
    return {outcome, std::move(redenen)};
}
}
