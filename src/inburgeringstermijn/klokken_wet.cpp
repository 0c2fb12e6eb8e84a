#include "inburgeringstermijn/klokwerk_wet.h"
#include "inburgeringstermijn/uitleg.h"
#include "law/besluit_inburgering.h"
#include "law/participatiewet.h"
#include "law/wi2021.h"
#include "platform/i18n/i18n.h"

#include <algorithm>

namespace inburgeringstermijn::klokwerk {
using i18n::N_;
using std::chrono::days;
using std::chrono::weeks;

namespace {
/// The term that leads, with the start of the first term (for switching) and what we reckon ourselves.
struct Lopend {
    Termijn termijn;
    Date eerste_start;
    bool van_duo = false;
    std::vector<Waarom> redenen;
    std::optional<Uitgelegd<Termijn>> eigen;   // where it differs from DUO's
};

/// Ours: three years from the first PIP, longer by gaps abroad and by the exemption that held the plicht.
std::optional<Uitgelegd<Termijn>> eigen(Vraag const& q) {
    auto const first = q.feiten.eerste_dag(FeitSoort::eerste_pip);
    if (!first) return std::nullopt;
    auto own = inburgeringstermijn(*first, q.feiten.perioden(FeitSoort::buitenland));
    for (auto const& exempt : q.feiten.perioden(FeitSoort::tijdelijke_vrijstelling)) {
        Date const from = std::max(exempt.from, own.uitkomst.start);
        if (!exempt.until || *exempt.until <= from || from >= own.uitkomst.einde) continue;
        auto const length = *exempt.until - from;
        own.uitkomst = termijn_tussen(own.uitkomst.start, own.uitkomst.einde + length);
        own.redenen.insert(
            own.redenen.begin(),
            {"R1.3",
             N_("De plicht lag stil tijdens de tijdelijke vrijstelling. Wij tellen die dagen bij de termijn op; de "
                "dag die DUO meldt gaat voor."),
             {law::tijdelijke_vrijstelling, {law::duo, "SS130", ""}},
             Zekerheid::D,
             {{N_("vrijgesteld vanaf"), from}, {N_("vrijgesteld tot"), *exempt.until}},
             {{N_("dagen vrijstelling"), std::int64_t{length.count()}},
              {N_("einde van de termijn"), own.uitkomst.einde}}});
    }
    return own;
}

/// The extension that reaches furthest: from the day of the decision until the new end.
std::optional<Period> verlenging(Vraag const& q, Date start) {
    std::optional<Period> found;
    for (auto const& longer : q.feiten.perioden(FeitSoort::duo_verlenging))
        if (longer.until && longer.from >= start && (!found || *longer.until > *found->until)) found = longer;
    return found;
}

Waarom waarom_duo(Termijn const& t, std::optional<Period> const& extension) {
    Waarom why{
        "R1.42",
        N_("DUO heeft deze inburgeringstermijn geregistreerd. De dag die DUO meldt gaat voor op onze berekening."),
        {{law::duo, "Inburgeringstermijn", ""}},
        Zekerheid::A,
        {},
        {{N_("begin van de termijn"), t.start},
         {N_("einde van de termijn"), t.einde},
         {N_("laatste dag van de termijn"), t.laatste_dag}}};
    if (!extension) return why;
    why.regel = "R1.43";
    why.invoer = {{titel(FeitSoort::duo_verlenging), extension->from, naam(FeitSoort::duo_verlenging)}};
    why.zin =
        N_("DUO heeft de inburgeringstermijn verlengd. Alleen DUO kan dat; het PIP hoeft er niet voor te veranderen.");
    why.bronnen.push_back(law::verlenging_door_duo);
    return why;
}

std::optional<Lopend> lopend(Vraag const& q) {
    auto own = eigen(q);
    auto const given = q.feiten.laatste(FeitSoort::duo_termijn);
    bool const has_duo = given && given->tot && *given->tot > given->dag;
    if (!has_duo && !own) return std::nullopt;
    Date const start = has_duo ? given->dag : own->uitkomst.start;
    Date const base = has_duo ? *given->tot : own->uitkomst.einde;
    auto longer = verlenging(q, start);
    if (longer && *longer->until < base) longer.reset();   // DUO gave a later end since
    // The end before the extension is not known: DUO's notice of the extension was the first about this term.
    bool const only_the_new_end = longer && *longer->until == base;
    bool const new_term = has_duo && own && start >= own->uitkomst.einde;
    Lopend term{.termijn = termijn_tussen(start, longer ? *longer->until : base),
                .eerste_start = q.feiten.eerste_dag(FeitSoort::duo_termijn).value_or(start)};
    if (new_term && own->uitkomst.start < term.eerste_start) term.eerste_start = own->uitkomst.start;
    term.van_duo = has_duo || longer;
    if (term.van_duo) term.redenen.push_back(waarom_duo(term.termijn, longer));
    if (new_term) {
        term.redenen.push_back({"R8.13",
                                N_("Dit is een nieuwe termijn na de eerste. DUO bepaalt die, hoogstens twee jaar."),
                                {law::nieuwe_termijn},
                                Zekerheid::P,
                                {},
                                {}});
    } else if (has_duo && own && own->uitkomst.einde != base && !only_the_new_end) {
        term.eigen = std::move(own);
    } else if (own) {
        for (auto& reason : own->redenen) term.redenen.push_back(std::move(reason));
    }
    return term;
}

Waarom moment(std::string_view regel, std::string_view zin, std::vector<LawRef> bronnen, Zekerheid z, Termijn const& t,
              WaaromRegel outcome) {
    return {regel, zin, std::move(bronnen), z, {}, {{N_("einde van de termijn"), t.einde}, outcome}};
}

Klok schakelklok(Vraag const& q, Lopend const& term) {
    auto const& rule = law::schakel_maanden.since(term.eerste_start);
    Date const limit = add_months(term.eerste_start, rule.value, MissingDay::last_of_month), last = limit - days{1};
    Waarom why{"R3.30",
               N_("Wisselen van leerroute kan tot anderhalf jaar na het begin van de eerste termijn. Daarna kan het "
                  "alleen bij uitzondering."),
               {law::schakelen, rule.source},
               rule.zekerheid,
               {},
               {{N_("begin van de termijn"), term.eerste_start},
                {N_("grens voor wisselen"), limit},
                {N_("laatste dag"), last}}};
    auto made =
        klok(KlokSoort::schakelgrens, {term.eerste_start, last, last, std::nullopt, last - weeks{6}}, {std::move(why)});
    if (q.today > last) made.stand = KlokStand::vervallen;
    return made;
}

Klok verzoekklok(Vraag const& q, Lopend const& term) {
    auto const& t = term.termijn;
    auto const& rule = law::verlengingsverzoek_maanden.since(t.start);
    auto made =
        klok(KlokSoort::verlengingsmoment,
             {t.toets_verlenging, t.laatste_dag, t.laatste_dag,
              q.feiten.dag_vanaf(FeitSoort::verlenging_aangevraagd, t.toets_verlenging), t.toets_verlenging},
             {moment("R1.45",
                     N_("Verlenging aanvragen kan op zijn vroegst zes maanden voor het einde van de termijn. Er "
                        "wordt teruggeteld, dus deze dag schuift niet op."),
                     {rule.source}, rule.zekerheid, t, {N_("aanvragen kan vanaf"), t.toets_verlenging})});
    if (q.today > t.laatste_dag && made.stand == KlokStand::loopt) made.stand = KlokStand::vervallen;
    return made;
}

Klok herinnerklok(Vraag const& q, Lopend const& term) {
    auto const& t = term.termijn;
    auto const& rule = law::herinnering_maanden.since(t.start);
    auto made =
        klok(KlokSoort::herinnering, {t.start, t.herinnering, t.herinnering, std::nullopt, t.herinnering - weeks{2}},
             {moment("R8.11", N_("Ongeveer twee maanden voor het einde stuurt DUO een herinnering."), {rule.source},
                     rule.zekerheid, t, {N_("herinnering"), t.herinnering})});
    if (q.today > t.herinnering) made.stand = KlokStand::vervallen;
    return made;
}

void termijn_klokken(Vraag const& q, std::vector<Klok>& clocks) {
    auto term = lopend(q);
    if (!term) {
        auto waiting = nog_niet(KlokSoort::inburgeringstermijn,
                                {"R1.41",
                                 N_("De inburgeringstermijn begint op de dag na de dagtekening van het eerste PIP."),
                                 {law::termijn_begint},
                                 Zekerheid::P,
                                 {},
                                 {}});
        volg_plicht(waiting, q.plicht);
        if (q.feiten.heeft(FeitSoort::plicht_begin) || q.feiten.heeft(FeitSoort::kennisgeving))
            clocks.push_back(std::move(waiting));
        return;
    }
    auto const& t = term->termijn;
    auto made = klok(KlokSoort::inburgeringstermijn,
                     {t.start, t.laatste_dag, t.laatste_dag, std::nullopt, t.herinnering}, std::move(term->redenen));
    made.van_duo = term->van_duo;
    if (term->eigen) leg_verschil_uit(made, term->eigen->uitkomst.laatste_dag, std::move(term->eigen->redenen));
    for (auto& clock : {made, schakelklok(q, *term), verzoekklok(q, *term), herinnerklok(q, *term)}) {
        clocks.push_back(clock);
        if (clock.stand != KlokStand::vervallen) volg_plicht(clocks.back(), q.plicht);
    }
}

/// An open gap abroad: back within a year, or the plicht ends.
void onderbrekingsklok(Vraag const& q, std::vector<Klok>& clocks) {
    for (auto const& gap : q.feiten.perioden(FeitSoort::buitenland)) {
        if (gap.until && *gap.until <= q.today) continue;
        auto const& rule = law::onderbreking_maanden.since(gap.from);
        Date const last = add_months(gap.from, rule.value, MissingDay::last_of_month);
        auto made =
            klok(KlokSoort::onderbreking, {gap.from, last, last, std::nullopt, last - days{60}},
                 {{"R1.13",
                   N_("Wie binnen een jaar terug is, bleef inburgeringsplichtig; de termijn wordt langer met de duur. "
                      "Duurt het langer, dan eindigt de plicht."),
                   {rule.source, law::termijn_groeit_met_onderbreking},
                   rule.zekerheid,
                   {{N_("weg vanaf"), gap.from, "buitenland"}},
                   {{N_("laatste dag om terug te zijn"), last}}}});
        if (langer_dan_een_jaar(gap, q.today)) made.stand = KlokStand::vervallen;
        std::erase_if(clocks, [](Klok const& k) { return k.soort == KlokSoort::onderbreking; });
        clocks.push_back(std::move(made));
    }
}

void ontzorgklok(Vraag const& q, std::vector<Klok>& clocks) {
    auto const periods = q.feiten.perioden(FeitSoort::bijstand);
    if (periods.empty()) return;
    auto const& latest = periods.back();
    auto answer = ontzorgen({q.groep, latest.from, latest.until});
    if (!answer.uitkomst.recht) return;
    Date const last = *answer.uitkomst.tot - days{1};
    if (periods.size() > 1)
        answer.redenen.push_back(
            {"A138",
             N_("Het recht op bijstand begon opnieuw. Of er dan weer zes maanden ontzorgen zijn, staat niet in de "
                "wet; er is gerekend vanaf het laatste begin."),
             {law::ontzorgen_voor_wie},
             Zekerheid::D,
             {},
             {}});
    auto made =
        klok(KlokSoort::ontzorgen, {latest.from, last, last, std::nullopt, last - weeks{6}}, std::move(answer.redenen));
    if (q.today > last) made.stand = KlokStand::gehaald;
    clocks.push_back(std::move(made));
    volg_plicht(clocks.back(), q.plicht);
}

struct DuoBesluit {
    KlokSoort klok;
    FeitSoort gevraagd, beslist;
    std::string_view regel, zin;
};

void duo_besluit_klok(Vraag const& q, std::vector<Klok>& clocks, DuoBesluit const& d, Version<weeks> const& rule) {
    auto const asked = q.feiten.dag(d.gevraagd);
    if (!asked) return;
    Date const plain = *asked + rule.value;
    std::vector<Waarom> redenen{{d.regel,
                                 d.zin,
                                 {rule.source},
                                 rule.zekerheid,
                                 {{titel(d.gevraagd), *asked, naam(d.gevraagd)}},
                                 {{N_("aantal weken"), std::int64_t{rule.value.count()}}, {N_("laatste dag"), plain}}}};
    Date const last = leg_rollen_uit(redenen, plain);
    auto done = q.feiten.dag_vanaf(d.beslist, *asked);
    if (!done && d.klok == KlokSoort::duo_beslist_verlenging)
        done = q.feiten.dag_vanaf(FeitSoort::duo_verlenging, *asked);
    clocks.push_back(klok(d.klok, {*asked, last, plain, done, last + days{1}}, std::move(redenen)));
}
}

void wet_klokken(Vraag const& q, std::vector<Klok>& clocks) {
    if (auto pip = pip_klok(q)) {
        volg_plicht(*pip, q.plicht);
        clocks.push_back(std::move(*pip));
    }
    termijn_klokken(q, clocks);
    onderbrekingsklok(q, clocks);
    ontzorgklok(q, clocks);
    duo_besluit_klok(q, clocks,
                     {KlokSoort::duo_beslist_verlenging, FeitSoort::verlenging_aangevraagd,
                      FeitSoort::verlenging_beslist, "R1.45",
                      N_("DUO beslist binnen acht weken over een verzoek om verlenging.")},
                     law::duo_beslist_verlenging_weken.versions.back());
    duo_besluit_klok(q, clocks,
                     {KlokSoort::duo_beslist_ontheffing, FeitSoort::ontheffing_aangevraagd,
                      FeitSoort::ontheffing_beslist, "R1.32",
                      N_("DUO beslist binnen acht weken over een aanvraag om ontheffing.")},
                     law::duo_beslist_ontheffing_weken.versions.back());
}
}
