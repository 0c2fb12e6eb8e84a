#include "inburgeringstermijn/rules.h"
#include "inburgeringstermijn/uitleg.h"
#include "law/besluit_inburgering.h"
#include "law/huisvestingswet.h"
#include "law/termijnenwet.h"
#include "law/wi2021.h"
#include "platform/i18n/i18n.h"

namespace inburgeringstermijn {
using i18n::N_;

namespace {
/// Which sentence of Besluit 5.3 the term rests on, and the day it runs from.
struct Grondslag {
    Waarom why;
    Date begin;
    std::chrono::weeks weken;
};

std::vector<WaaromRegel> invoer(PipFeiten const& f) {
    std::vector<WaaromRegel> lines{{N_("kennisgeving van DUO aan de persoon"), f.kennisgeving, "kennisgeving"}};
    if (f.brp) lines.push_back({N_("inschrijving in de gemeente (BRP)"), *f.brp, "brp"});
    lines.push_back({N_("gehuisvest volgens artikel 28 Huisvestingswet"), f.huisvesting_28, "hw28"});
    if (f.derden_ontvangen)
        lines.push_back({N_("informatie van derden ontvangen"), *f.derden_ontvangen, "derden_ontvangen"});
    if (f.verhuisd_met_pip)
        lines.push_back({N_("verhuisd met een PIP, ingeschreven op"), *f.verhuisd_met_pip, "verhuisd_met_pip"});
    return lines;
}

Grondslag na_verhuizing(Date registered) {
    auto const& rule = law::pip_verhuizing_weken.since(registered);
    return {{"R3.6",
             N_("Iemand met een PIP is naar de gemeente verhuisd: de nieuwe gemeente stelt binnen tien weken na de "
                "inschrijving een nieuw PIP vast, met dezelfde leerroute."),
             {rule.source, law::leerroute_blijft},
             rule.zekerheid,
             {},
             {}},
            registered,
            rule.value};
}

Grondslag tekst_2022(PipFeiten const& f) {
    auto const& rule = law::pip_weken.since(f.brp.value_or(f.kennisgeving));
    if (!f.brp)
        return {
            {"R3.1a",
             N_("In 2022 telden de tien weken vanaf de inschrijving in de BRP. Die is niet ingevuld: er is voorlopig "
                "gerekend vanaf de kennisgeving."),
             {rule.source},
             Zekerheid::D,
             {},
             {}},
            f.kennisgeving,
            rule.value.weken};
    return {{"R3.1a",
             N_("In 2022 telden de tien weken vanaf de inschrijving in de BRP. De kennisgeving speelde geen rol."),
             {rule.source},
             rule.zekerheid,
             {},
             {}},
            *f.brp,
            rule.value.weken};
}

Grondslag kies(PipFeiten const& f) {
    if (f.verhuisd_met_pip) return na_verhuizing(*f.verhuisd_met_pip);
    if (f.kennisgeving < law::besluit_2023 && f.brp.value_or(f.kennisgeving) < law::besluit_2023) return tekst_2022(f);
    auto const& rule = law::pip_weken.since(law::besluit_2023);
    if (f.huisvesting_28 && f.brp && *f.brp > f.kennisgeving)
        return {{"R3.2",
                 N_("De gemeente huisvest deze persoon en die was op de dag van de kennisgeving hier nog niet "
                    "ingeschreven: de tien weken lopen vanaf de inschrijving."),
                 {rule.source, law::huisvesting_28},
                 rule.zekerheid,
                 {},
                 {}},
                *f.brp,
                rule.value.weken};
    return {{"R3.1",
             N_("De gemeente stelt het PIP vast binnen tien weken na de dag waarop DUO de persoon schriftelijk "
                "liet weten dat hij moet inburgeren."),
             {rule.source},
             rule.zekerheid,
             {},
             {}},
            f.kennisgeving,
            rule.value.weken};
}

/// What did not change the outcome, but a reader would ask about.
void leg_niet_gebruikt_uit(std::vector<Waarom>& redenen, PipFeiten const& f, std::string_view regel) {
    auto const& rule = law::pip_weken.since(law::besluit_2023);
    if (regel == "R3.1" && f.huisvesting_28 && !f.brp)
        redenen.push_back({"R3.2",
                           N_("Was de persoon op de dag van de kennisgeving nog niet ingeschreven in de gemeente die "
                              "hem huisvest, dan beginnen de tien weken pas bij die inschrijving. Vul die dan in."),
                           {rule.source, law::huisvesting_28},
                           rule.zekerheid,
                           {},
                           {}});
    if (regel == "R3.1" && !f.huisvesting_28 && f.brp && *f.brp > f.kennisgeving)
        redenen.push_back({"R3.2",
                           N_("Een latere inschrijving schuift de termijn alleen op bij iemand die de gemeente "
                              "huisvest volgens artikel 28 van de Huisvestingswet."),
                           {rule.source, law::huisvesting_28},
                           rule.zekerheid,
                           {},
                           {}});
    if (f.derden_ontvangen && regel == "R3.6")
        redenen.push_back({"R3.3",
                           N_("Wachten op informatie van derden geeft na een verhuizing geen extra tijd."),
                           {{law::besluit, "art. 5.3", "lid 2"}},
                           Zekerheid::P,
                           {},
                           {}});
    if (f.derden_ontvangen && regel == "R3.1a")
        redenen.push_back({"R3.1a",
                           N_("In 2022 gaf wachten op informatie van derden geen extra tijd."),
                           {{law::besluit, "art. 5.3", "lid 1 (tekst 2022)"}},
                           Zekerheid::P,
                           {},
                           {}});
}

void leg_overgang_uit(std::vector<Waarom>& redenen, PipFeiten const& f, PipTermijn const& t) {
    bool const over_de_grens = f.kennisgeving < law::besluit_2023 && t.ongerold >= law::besluit_2023;
    if (f.verhuisd_met_pip || !over_de_grens) return;
    redenen.push_back({"R3.1a",
                       N_("De regel veranderde op 1 januari 2023. Voor termijnen die over die dag heen liepen is geen "
                          "overgangsregel gelezen: controleer deze datum."),
                       {{law::besluit, "art. 5.3", "lid 1"}},
                       Zekerheid::D,
                       {},
                       {}});
}
}

Uitgelegd<PipTermijn> pip_termijn(PipFeiten const& f) {
    auto chosen = kies(f);
    std::string_view const regel = chosen.why.regel;
    Date const ten_weeks = chosen.begin + chosen.weken;
    PipTermijn outcome{law::rolled(ten_weeks), ten_weeks, chosen.begin};
    chosen.why.invoer = invoer(f);
    chosen.why.stappen = {{N_("de termijn telt vanaf"), chosen.begin},
                          {N_("aantal weken"), std::int64_t{chosen.weken.count()}},
                          {N_("laatste dag"), outcome.ongerold}};
    std::vector<Waarom> redenen{std::move(chosen.why)};

    bool const mag_wachten = f.derden_ontvangen && regel != "R3.6" && regel != "R3.1a";
    if (mag_wachten) {
        auto const& rule = law::pip_derden_weken.since(*f.derden_ontvangen);
        Date const later = *f.derden_ontvangen + rule.value;
        bool const counts = law::rolled(later) > outcome.uiterlijk;
        Waarom why{"R3.3",
                   counts ? N_("Het PIP kon niet zonder informatie van derden. Dan is de laatste dag twee weken na de "
                               "ontvangst, als dat later is.")
                          : N_("Twee weken na de ontvangst van de informatie van derden is niet later: de gewone "
                               "termijn blijft staan."),
                   {rule.source},
                   rule.zekerheid,
                   {{N_("informatie van derden ontvangen"), *f.derden_ontvangen, "derden_ontvangen"}},
                   {{N_("twee weken na de ontvangst"), later}}};
        if (counts) outcome = {law::rolled(later), later, chosen.begin};
        redenen.insert(counts ? redenen.begin() : redenen.end(), std::move(why));
    }
    leg_rollen_uit(redenen, outcome.ongerold);
    leg_niet_gebruikt_uit(redenen, f, regel);
    leg_overgang_uit(redenen, f, outcome);
    leg_begin_wet_uit(redenen, chosen.begin);
    return {outcome, std::move(redenen)};
}
}
