#include "inburgeringstermijn/rules.h"
#include "inburgeringstermijn/uitleg.h"
#include "law/participatiewet.h"
#include "law/wi2021.h"
#include "platform/i18n/i18n.h"

namespace inburgeringstermijn {
using i18n::N_;

namespace {
std::string_view groep_naam(Groep groep) {
    switch (groep) {
    case Groep::as_a: return N_("asielstatushouder (AS-a)");
    case Groep::as_b: return N_("gezinslid van een asielstatushouder (AS-b)");
    case Groep::gm: return N_("gezinsmigrant (GM)");
    case Groep::om: return N_("overige migrant (OM)");
    }
    throw Bug{"groep"};
}

/// Why there is no right to it; nothing when there is.
std::optional<std::string_view> waarom_niet(OntzorgVraag const& v) {
    if (v.groep == Groep::as_b)
        return N_("Geen ontzorgen: dit gezinslid heeft een gewone verblijfsvergunning en geen eigen asielvergunning.");
    if (v.groep != Groep::as_a) return N_("Geen ontzorgen: dat is er alleen voor wie een eigen asielvergunning heeft.");
    if (!v.bijstand_vanaf) return N_("Geen ontzorgen: dat is er alleen voor wie bijstand krijgt.");
    if (!law::ontzorg_maanden.on(*v.bijstand_vanaf)) return N_("Geen ontzorgen: de plicht daartoe bestond nog niet.");
    return std::nullopt;
}
}

Uitgelegd<Ontzorgen> ontzorgen(OntzorgVraag const& v) {
    Waarom why{
        "R7.4",
        N_("De gemeente betaalt zes maanden de huur, gas, water, stroom en zorgverzekering uit de bijstand, vanaf "
           "de dag waarop het recht op bijstand ontstaat."),
        {law::ontzorgen_voor_wie},
        Zekerheid::P,
        {{N_("doelgroep"), groep_naam(v.groep), "groep"}},
        {}};
    if (v.bijstand_vanaf) why.invoer.push_back({N_("recht op bijstand vanaf"), *v.bijstand_vanaf, "bijstand_vanaf"});
    if (v.bijstand_tot) why.invoer.push_back({N_("bijstand tot"), *v.bijstand_tot, "bijstand_tot"});
    if (auto const no = waarom_niet(v)) {
        why.regel = "R7.3";
        why.zin = *no;
        return {{false, std::nullopt, std::nullopt}, {std::move(why)}};
    }
    auto const& rule = *law::ontzorg_maanden.on(*v.bijstand_vanaf);
    Date const six = add_months(*v.bijstand_vanaf, rule.value, MissingDay::last_of_month);
    why.bronnen.push_back(rule.source);
    why.stappen = {{N_("aantal maanden"), std::int64_t{rule.value.count()}}, {N_("ontzorgen tot"), six}};
    std::vector<Waarom> redenen{std::move(why)};
    bool const ends_early = v.bijstand_tot && *v.bijstand_tot < six;
    if (ends_early)
        redenen.insert(redenen.begin(),
                       {"R7.6",
                        N_("Het ontzorgen hangt aan de bijstand en stopt dus als de bijstand stopt."),
                        {rule.source},
                        Zekerheid::D,
                        {{N_("bijstand tot"), *v.bijstand_tot, "bijstand_tot"}},
                        {{N_("zes maanden zou zijn tot"), six}, {N_("ontzorgen tot"), *v.bijstand_tot}}});
    return {{true, v.bijstand_vanaf, ends_early ? *v.bijstand_tot : six}, std::move(redenen)};
}
}
