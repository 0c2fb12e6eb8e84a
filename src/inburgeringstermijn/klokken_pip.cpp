#include "inburgeringstermijn/klokwerk_wet.h"
#include "law/besluit_inburgering.h"
#include "law/huisvestingswet.h"
#include "platform/i18n/i18n.h"

#include <algorithm>

namespace inburgeringstermijn::klokwerk {
using i18n::N_;
using std::chrono::days;

namespace {
bool gehuisvest(Vraag const& q) { return q.groep == Groep::as_a && q.feiten.heeft(FeitSoort::huisvesting_28); }

/// The notice; for a case of 2022 the registration stands in where no notice is known, because it alone counted then.
std::optional<Date> kennisgeving_of_2022(Vraag const& q) {
    if (auto const notice = q.feiten.dag(FeitSoort::kennisgeving)) return notice;
    auto const brp = q.feiten.dag(FeitSoort::brp_inschrijving), begin = q.feiten.dag(FeitSoort::plicht_begin);
    bool const of_2022 = brp && begin && *brp < law::besluit_2023 && *begin < law::besluit_2023;
    return of_2022 ? brp : std::nullopt;
}

/// The law counts from the day DUO wrote to the person. DUO's notice may lack that day; then the day on which DUO
/// registered the notice stands in, and the reader must see it.
void leg_aanname_uit(Vraag const& q, Uitgelegd<PipTermijn>& reckoned) {
    auto const notice = q.feiten.laatste(FeitSoort::kennisgeving);
    if (!notice || !notice->aangenomen || reckoned.uitkomst.begin != notice->dag) return;
    reckoned.redenen.insert(
        reckoned.redenen.begin() + 1,
        {"R3.1",
         N_("Aangenomen: DUO noemde de dag van de kennisgeving niet. Wij rekenen vanaf de dag waarop DUO het bericht "
            "registreerde. Weet u de echte dag, leg die dan vast."),
         {{law::besluit, "art. 5.3", "lid 1"}},
         Zekerheid::D,
         {{N_("aangenomen dag van de kennisgeving"), notice->dag, "kennisgeving"}},
         {}});
}

std::optional<Uitgelegd<PipTermijn>> eigen(Vraag const& q) {
    auto const notice = kennisgeving_of_2022(q);
    if (!notice) return std::nullopt;
    auto reckoned = pip_termijn({.kennisgeving = *notice,
                                 .brp = q.feiten.dag(FeitSoort::brp_inschrijving),
                                 .huisvesting_28 = gehuisvest(q),
                                 .derden_ontvangen = q.feiten.dag(FeitSoort::derden_ontvangen),
                                 .verhuisd_met_pip = std::nullopt});
    leg_aanname_uit(q, reckoned);
    return reckoned;
}

Uitgelegd<PipTermijn> volgens_duo(Vraag const& q, Date started) {
    PipFeiten facts{.kennisgeving = started};
    if (started < law::besluit_2023) facts.brp = started;
    facts.derden_ontvangen = q.feiten.dag(FeitSoort::derden_ontvangen);
    auto reckoned = pip_termijn(facts);
    auto const base =
        std::ranges::find_if(reckoned.redenen, [](Waarom const& w) { return w.regel.starts_with("R3.1"); });
    check(base != reckoned.redenen.end());
    *base = {"R1.22",
             N_("DUO heeft gemeld dat de tien weken voor het PIP zijn begonnen. Die dag gaat voor op onze eigen "
                "berekening."),
             {{law::duo, "SS139", ""}, {law::besluit, "art. 5.3", "lid 1"}},
             Zekerheid::A,
             {{N_("DUO: tien weken gestart"), started, "tien_weken_gestart"}},
             std::move(base->stappen)};
    return reckoned;
}

bool verhuizing_telt(Vraag const& q) {
    auto const moved = q.feiten.dag(FeitSoort::verhuisd_met_pip);
    if (!moved) return false;
    auto const later = [&](FeitSoort kind) { return q.feiten.dag(kind).value_or(*moved) > *moved; };
    return !later(FeitSoort::tien_weken_gestart) && !later(FeitSoort::kennisgeving);
}

std::optional<Date> pip_sinds(Vraag const& q, std::optional<Date> from) {
    std::optional<Date> found;
    for (auto const kind : {FeitSoort::eerste_pip, FeitSoort::pip_vastgesteld, FeitSoort::pip_bekendgemaakt}) {
        auto const day = from ? q.feiten.dag_vanaf(kind, *from) : q.feiten.eerste_dag(kind);
        if (day && (!found || *day < *found)) found = day;
    }
    return found;
}

/// A temporary exemption that ended after these ten weeks began: they start anew with a new notice (SS129, SS139).
bool wacht_op_nieuwe_start(Vraag const& q, Date begin) {
    return std::ranges::any_of(q.feiten.perioden(FeitSoort::tijdelijke_vrijstelling), [&](Period const& exempt) {
        return exempt.until && *exempt.until <= q.today && *exempt.until > begin;
    });
}

void leg_omstandigheden_uit(Vraag const& q, std::vector<Waarom>& redenen) {
    auto const asked = q.feiten.dag(FeitSoort::derden_gevraagd);
    bool const waiting = asked && !q.feiten.dag_vanaf(FeitSoort::derden_ontvangen, *asked);
    if (waiting)
        redenen.push_back(
            {"R3.3",
             N_("Er is informatie gevraagd aan derden. Komt die later dan twee weken voor de laatste dag, dan "
                "is er tot twee weken na de ontvangst de tijd."),
             {{law::besluit, "art. 5.3", "lid 2"}},
             Zekerheid::P,
             {{N_("informatie gevraagd"), *asked, "derden_gevraagd"}},
             {}});
    if (auto const moved = q.feiten.dag(FeitSoort::verhuisd_zonder_pip))
        redenen.push_back(
            {"R3.7",
             N_("Deze persoon is zonder PIP hierheen verhuisd. De termijn loopt gewoon door: er kan weinig "
                "tijd over zijn."),
             {{law::besluit, "art. 5.3", ""}, {law::duo, "SS120", ""}},
             Zekerheid::D,
             {{N_("verhuisd zonder PIP"), *moved, "verhuisd_zonder_pip"}},
             {}});
}

Klok maak(Vraag const& q, Uitgelegd<PipTermijn> reckoned, std::optional<Date> done) {
    auto const& t = reckoned.uitkomst;
    if (!done) leg_omstandigheden_uit(q, reckoned.redenen);
    return klok(KlokSoort::pip, {t.begin, t.uiterlijk, t.ongerold, done, t.ongerold - days{21}},
                std::move(reckoned.redenen));
}

Klok nog_geen_start(Vraag const& q) {
    if (gehuisvest(q) && q.feiten.heeft(FeitSoort::kennisgeving))
        return nog_niet(KlokSoort::pip,
                        {"R3.2",
                         N_("De tien weken beginnen bij de inschrijving in de gemeente. Die is er nog niet."),
                         {{law::besluit, "art. 5.3", "lid 1"}, law::huisvesting_28},
                         Zekerheid::P,
                         {},
                         {}});
    return nog_niet(KlokSoort::pip,
                    {"R3.1",
                     N_("De tien weken voor het PIP beginnen bij de kennisgeving van DUO. Die is er nog niet."),
                     {{law::besluit, "art. 5.3", "lid 1"}},
                     Zekerheid::P,
                     {},
                     {}});
}

Klok nieuwe_start_nodig() {
    return nog_niet(KlokSoort::pip,
                    {"R1.23",
                     N_("De tijdelijke vrijstelling is voorbij. De tien weken beginnen opnieuw zodra DUO dat meldt."),
                     {{law::duo, "SS129", ""}},
                     Zekerheid::A,
                     {},
                     {}});
}

Klok pip_door_duo(Vraag const& q, Date started, std::optional<Date> done) {
    auto made = maak(q, volgens_duo(q, started), done);
    made.van_duo = true;
    if (auto own = eigen(q); own && own->uitkomst.uiterlijk != made.uiterlijk)
        leg_verschil_uit(made, own->uitkomst.uiterlijk, std::move(own->redenen));
    return made;
}
}

void leg_verschil_uit(Klok& clock, Date own, std::vector<Waarom> own_reasons) {
    clock.eigen_berekening = own;
    clock.redenen.push_back({"R1.22",
                             N_("Onze eigen berekening komt op een andere dag uit. De dag van DUO gaat voor."),
                             {},
                             Zekerheid::D,
                             {},
                             {{N_("volgens DUO"), clock.uiterlijk}, {N_("eigen berekening"), own}}});
    for (auto& reason : own_reasons) clock.redenen.push_back(std::move(reason));
}

std::optional<Klok> pip_klok(Vraag const& q) {
    auto const& facts = q.feiten;
    if (verhuizing_telt(q)) {
        Date const moved = *facts.dag(FeitSoort::verhuisd_met_pip);
        return maak(q,
                    pip_termijn({.kennisgeving = facts.dag(FeitSoort::kennisgeving).value_or(moved),
                                 .verhuisd_met_pip = moved}),
                    pip_sinds(q, moved));
    }
    auto const done = pip_sinds(q, std::nullopt);
    // A start of before a temporary exemption is stale: a newer notice may have started the weeks anew.
    auto const started = facts.dag(FeitSoort::tien_weken_gestart);
    bool const stale = started && !done && wacht_op_nieuwe_start(q, *started);
    if (started && !stale) return pip_door_duo(q, *started, done);
    bool const not_registered = gehuisvest(q) && !facts.heeft(FeitSoort::brp_inschrijving);
    auto own = eigen(q);
    if (own && (!not_registered || done)) {
        if (!done && wacht_op_nieuwe_start(q, own->uitkomst.begin)) return nieuwe_start_nodig();
        return maak(q, std::move(*own), done);
    }
    bool const expected = facts.heeft(FeitSoort::plicht_begin) || facts.heeft(FeitSoort::huisvesting_28)
                          || facts.heeft(FeitSoort::kennisgeving) || facts.heeft(FeitSoort::verhuisd_zonder_pip);
    if (done || !expected) return std::nullopt;
    if (stale) return nieuwe_start_nodig();
    return nog_geen_start(q);
}
}
