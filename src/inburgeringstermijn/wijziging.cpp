#include "inburgeringstermijn/rules.h"
#include "inburgeringstermijn/uitleg.h"
#include "law/besluit_inburgering.h"
#include "law/wi2021.h"
#include "platform/i18n/i18n.h"

namespace inburgeringstermijn {
using i18n::N_;

namespace {
std::string_view route_naam(Route route) {
    switch (route) {
    case Route::b1: return N_("B1-route");
    case Route::onderwijs: return N_("onderwijsroute");
    case Route::z: return N_("Z-route");
    }
    throw Bug{"route"};
}

std::vector<WaaromRegel> invoer(SchakelVraag const& v) {
    std::vector<WaaromRegel> lines{{N_("dagtekening van het eerste PIP"), v.eerste_pip, "eerste_pip"},
                                   {N_("van leerroute"), route_naam(v.van), "van"},
                                   {N_("naar leerroute"), route_naam(v.naar), "naar"},
                                   {N_("dag van de wijziging"), v.op, "op"}};
    if (v.bijzonder_geval) lines.push_back({N_("bijzonder geval, met reden vastgelegd"), true, "bijzonder_geval"});
    if (v.onderwijs_gestopt)
        lines.push_back({N_("niet-vrijstellend onderwijs gestopt op"), *v.onderwijs_gestopt, "onderwijs_gestopt"});
    return lines;
}

/// What happens with hours and exams that were already done (R3.30c).
std::optional<Waarom> wat_meetelt(Route van, Route naar) {
    auto const why = [](std::string_view zin) {
        return Waarom{"R3.30c", zin, {law::schakelen_wat_meetelt}, Zekerheid::P, {}, {}};
    };
    if (naar == Route::z)
        return why(N_("Uren NT2 en KNM bij een erkende school gaan af van de 800 cursusuren van de Z-route."));
    if (naar == Route::onderwijs)
        return van == Route::b1 ? std::optional{why(N_("Gedane examenpogingen en behaalde onderdelen tellen mee."))}
                                : std::nullopt;
    return why(
        van == Route::onderwijs
            ? N_("Gevolgde uren tellen mee bij het bepalen van de intensiteit. Gedane examenpogingen en behaalde "
                 "onderdelen tellen ook mee.")
            : N_("Gevolgde uren tellen mee bij het bepalen van de intensiteit."));
}

Waarom voor_de_grens(Date start, Date limit) {
    auto const& rule = law::schakel_maanden.since(start);
    return {"R3.30",
            N_("Wisselen van leerroute kan tot anderhalf jaar na het begin van de eerste termijn."),
            {law::schakelen, rule.source},
            rule.zekerheid,
            {},
            {{N_("begin van de termijn"), start}, {N_("grens voor wisselen"), limit}}};
}

/// The exception that still allows a switch after the limit, if any.
std::optional<Waarom> uitzondering(SchakelVraag const& v, Date limit) {
    auto const* after_school = law::schakelen_na_onderwijs.on(v.op);
    bool const stopped_late = v.onderwijs_gestopt && *v.onderwijs_gestopt >= limit && *v.onderwijs_gestopt <= v.op;
    if (after_school && stopped_late)
        return Waarom{"R3.30a",
                      N_("Onderwijs dat niet vrijstelt is na de grens van anderhalf jaar afgerond of gestopt. Dan mag "
                         "de leerroute nog wijzigen."),
                      {after_school->source},
                      after_school->zekerheid,
                      {},
                      {{N_("grens voor wisselen"), limit}, {N_("onderwijs gestopt"), *v.onderwijs_gestopt}}};
    if (!v.bijzonder_geval) return std::nullopt;
    auto const& special = law::schakelen_bijzonder_geval.since(v.op);
    return Waarom{"R3.30b",
                  N_("In een bijzonder geval mag de gemeente afwijken van de grens van anderhalf jaar. Leg de reden "
                     "schriftelijk vast."),
                  {special.source},
                  special.zekerheid,
                  {},
                  {{N_("grens voor wisselen"), limit}}};
}

Waarom te_laat(SchakelVraag const& v, Date start, Date limit) {
    auto why = voor_de_grens(start, limit);
    why.zin = v.op == limit
                  ? N_("De grens van anderhalf jaar is bereikt. Of wisselen op de dag van de grens zelf nog kan, staat "
                       "niet vast: deze berekening houdt aan van niet. Wisselen kan nog wel in een bijzonder geval.")
                  : N_("De grens van anderhalf jaar is voorbij. Wisselen kan alleen nog in een bijzonder geval, na "
                       "gestopt onderwijs dat niet vrijstelt, of van de onderwijsroute naar de B1-route.");
    if (v.op == limit) why.zekerheid = Zekerheid::D;
    why.bronnen.push_back(law::schakelen_bijzonder_geval.since(v.op).source);
    return why;
}
}

std::string_view naam(SchakelRefusal refusal) {
    switch (refusal) {
    case SchakelRefusal::zelfde_route: return "zelfde_route";
    case SchakelRefusal::voor_de_termijn: return "voor_de_termijn";
    case SchakelRefusal::na_anderhalf_jaar: return "na_anderhalf_jaar";
    }
    throw Bug{"schakelrefusal"};
}

Result<Uitgelegd<bool>, Geweigerd<SchakelRefusal>> schakelen(SchakelVraag const& v) {
    auto const term = inburgeringstermijn(v.eerste_pip).uitkomst;
    auto const refuse = [&](SchakelRefusal why_not, Waarom why) {
        why.invoer = invoer(v);
        return unexpected{Geweigerd<SchakelRefusal>{why_not, {std::move(why)}}};
    };
    if (v.van == v.naar)
        return refuse(SchakelRefusal::zelfde_route,
                      {"R3.30",
                       N_("De nieuwe leerroute is dezelfde als de oude: er valt niets te wisselen."),
                       {law::schakelen},
                       Zekerheid::P,
                       {},
                       {}});
    if (v.op < term.start)
        return refuse(SchakelRefusal::voor_de_termijn,
                      {"R3.30",
                       N_("De termijn is op deze dag nog niet begonnen. Wisselen kan pas na het eerste PIP."),
                       {law::schakelen, law::termijn_begint},
                       Zekerheid::D,
                       {},
                       {{N_("begin van de termijn"), term.start}}});

    std::optional<Waarom> ground;
    if (v.van == Route::onderwijs && v.naar == Route::b1)
        ground = Waarom{"R3.31",
                        N_("Van de onderwijsroute naar de B1-route wisselen kan tijdens het hele traject."),
                        {law::schakelen, {law::besluit, "art. 5.4", "lid 1"}},
                        Zekerheid::P,
                        {},
                        {}};
    else if (v.op < term.schakelgrens)
        ground = voor_de_grens(term.start, term.schakelgrens);
    else
        ground = uitzondering(v, term.schakelgrens);
    if (!ground) return refuse(SchakelRefusal::na_anderhalf_jaar, te_laat(v, term.start, term.schakelgrens));

    ground->invoer = invoer(v);
    std::vector<Waarom> redenen{std::move(*ground)};
    if (auto counts = wat_meetelt(v.van, v.naar)) redenen.push_back(std::move(*counts));
    redenen.push_back({"R3.36",
                       N_("Na een wisseling past de gemeente het PIP aan. Dat is een besluit."),
                       {law::pip_aanpassen},
                       Zekerheid::P,
                       {},
                       {}});
    leg_begin_wet_uit(redenen, v.eerste_pip);
    return Uitgelegd<bool>{true, std::move(redenen)};
}

std::string_view naam(AfschaalRefusal refusal) {
    switch (refusal) {
    case AfschaalRefusal::niet_b1_route: return "niet_b1_route";
    case AfschaalRefusal::te_weinig_uren: return "te_weinig_uren";
    case AfschaalRefusal::onvoldoende_inspanning: return "onvoldoende_inspanning";
    case AfschaalRefusal::b1_haalbaar: return "b1_haalbaar";
    }
    throw Bug{"afschaalrefusal"};
}

namespace {
std::string_view afschaal_zin(AfschaalRefusal refusal) {
    switch (refusal) {
    case AfschaalRefusal::niet_b1_route:
        return N_(
            "Afschalen kan alleen in de B1-route. Uit de onderwijsroute kan iemand eerst naar de B1-route wisselen.");
    case AfschaalRefusal::te_weinig_uren:
        return N_("Voor afschalen zijn 600 uren NT2 nodig bij een erkende school. Alfabetisering telt mee, KNM niet.");
    case AfschaalRefusal::onvoldoende_inspanning:
        return N_("Voor afschalen moet de persoon zich in de lessen genoeg hebben ingespannen.");
    case AfschaalRefusal::b1_haalbaar:
        return N_("Afschalen kan alleen als uit feiten blijkt dat B1 binnen de termijn niet haalbaar is.");
    }
    throw Bug{"afschaalrefusal"};
}

std::optional<AfschaalRefusal> waarom_niet(AfschaalVraag const& v, int needed) {
    if (v.route != Route::b1) return AfschaalRefusal::niet_b1_route;
    if (std::int64_t{v.uren_nt2} + v.uren_intake < needed) return AfschaalRefusal::te_weinig_uren;
    if (!v.inspanning) return AfschaalRefusal::onvoldoende_inspanning;
    if (v.b1_haalbaar) return AfschaalRefusal::b1_haalbaar;
    return std::nullopt;
}
}

Result<Uitgelegd<bool>, Geweigerd<AfschaalRefusal>> afschalen(AfschaalVraag const& v) {
    auto const& rule = law::afschaal_uren.versions.back();
    std::int64_t const total = std::int64_t{v.uren_nt2} + v.uren_intake;
    Waarom why{"R3.33",
               N_("Afschalen naar A2 mag: B1-route, 600 uren NT2, genoeg inspanning, en B1 is binnen de termijn niet "
                  "haalbaar. De gemeente beslist en past het PIP aan."),
               {law::afschalen, rule.source},
               rule.zekerheid,
               {{N_("leerroute"), route_naam(v.route), "route"},
                {N_("uren NT2 in de leerroute"), std::int64_t{v.uren_nt2}, "uren_nt2"},
                {N_("uren NT2 in de brede intake"), std::int64_t{v.uren_intake}, "uren_intake"},
                {N_("genoeg inspanning"), v.inspanning, "inspanning"},
                {N_("B1 haalbaar binnen de termijn"), v.b1_haalbaar, "b1_haalbaar"}},
               {{N_("uren die tellen"), total}, {N_("uren die nodig zijn"), std::int64_t{rule.value}}}};
    Waarom const intake{
        "R4.26",
        N_("De gemeente mag uren NT2 uit de brede intake meetellen als die aan de eisen voldoen. Leg die "
           "keuze vast in het PIP."),
        {law::afschaal_uren_intake},
        Zekerheid::P,
        {},
        {}};
    auto const no = waarom_niet(v, rule.value);
    if (no) why.zin = afschaal_zin(*no);
    std::vector<Waarom> redenen{std::move(why)};
    if (v.uren_intake > 0) redenen.push_back(intake);
    if (no) return unexpected{Geweigerd<AfschaalRefusal>{*no, std::move(redenen)}};
    redenen.push_back({"R3.34",
                       N_("Controleer dat minstens de helft van de lesuren in de klas was. Dit is een eis van het "
                          "keurmerk en geen voorwaarde in de wet."),
                       {{law::besluit, "art. 5.5", "lid 1"}},
                       Zekerheid::B,
                       {},
                       {}});
    return Uitgelegd<bool>{true, std::move(redenen)};
}
}
