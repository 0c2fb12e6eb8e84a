#include "instroom/rules.h"

#include "law/besluit_inburgering.h"
#include "law/participatiewet.h"
#include "law/wi2021.h"
#include "platform/i18n/i18n.h"

#include <algorithm>
#include <array>

namespace instroom {
using i18n::N_;

std::string_view code(Doelgroep groep) {
    switch (groep) {
    case Doelgroep::as_a: return "AS-a";
    case Doelgroep::as_b: return "AS-b";
    case Doelgroep::gm: return "GM";
    case Doelgroep::om: return "OM";
    }
    throw Bug{"doelgroep"};
}

std::optional<Doelgroep> doelgroep_van(std::string_view text) {
    for (auto const groep : {Doelgroep::as_a, Doelgroep::as_b, Doelgroep::gm, Doelgroep::om})
        if (code(groep) == text) return groep;
    return std::nullopt;
}

std::string_view titel(Doelgroep groep) {
    switch (groep) {
    case Doelgroep::as_a: return N_("asielstatushouder");
    case Doelgroep::as_b: return N_("gezinslid van asielstatushouder");
    case Doelgroep::gm: return N_("gezinsmigrant");
    case Doelgroep::om: return N_("overige migrant");
    }
    throw Bug{"doelgroep"};
}

std::string_view naam(Onderdeel part) {
    switch (part) {
    case Onderdeel::maatschappelijke_begeleiding: return "maatschappelijke_begeleiding";
    case Onderdeel::financieel_ontzorgen: return "financieel_ontzorgen";
    case Onderdeel::begeleiding: return "begeleiding";
    case Onderdeel::leerroute_aanbod: return "leerroute_aanbod";
    case Onderdeel::map: return "map";
    case Onderdeel::pvt: return "pvt";
    case Onderdeel::participatie_in_pip: return "participatie_in_pip";
    }
    throw Bug{"onderdeel"};
}

std::string_view titel(Onderdeel part) {
    switch (part) {
    case Onderdeel::maatschappelijke_begeleiding: return N_("Maatschappelijke begeleiding");
    case Onderdeel::financieel_ontzorgen: return N_("Financieel ontzorgen");
    case Onderdeel::begeleiding: return N_("Begeleiding bij de inburgering");
    case Onderdeel::leerroute_aanbod: return N_("Aanbod van de leerroute");
    case Onderdeel::map: return N_("Module Arbeidsmarkt en Participatie (MAP)");
    case Onderdeel::pvt: return N_("Participatieverklaringstraject (PVT)");
    case Onderdeel::participatie_in_pip: return N_("Afspraken over participatie in het PIP");
    }
    throw Bug{"onderdeel"};
}

namespace {
bool is_asiel(Doelgroep groep) { return groep == Doelgroep::as_a || groep == Doelgroep::as_b; }

/// One row of the task table for one person: does the law give it, and why (not).
struct Regel {
    Onderdeel part;
    bool recht;
    Waarom why;
};

Waarom why(std::string_view regel, std::string_view zin, std::vector<LawRef> bronnen, Zekerheid z = Zekerheid::P) {
    return {regel, zin, std::move(bronnen), z, {}, {}};
}

Regel maatschappelijk(Doelgroep groep) {
    if (is_asiel(groep))
        return {Onderdeel::maatschappelijke_begeleiding, true,
                why("R7.1",
                    N_("Een asielstatushouder krijgt maatschappelijke begeleiding vanaf de inschrijving in de BRP. "
                       "Dat geldt ook voor het gezinslid met een gewone vergunning."),
                    {law::asielstatushouder, law::maatschappelijke_begeleiding})};
    return {Onderdeel::maatschappelijke_begeleiding, false,
            why("R7.1",
                N_("Voor gezinsmigranten en overige migranten is maatschappelijke begeleiding geen wettelijke taak."),
                {law::asielstatushouder})};
}

Regel ontzorg(Doelgroep groep, Bijstand bijstand) {
    auto const part = Onderdeel::financieel_ontzorgen;
    if (groep == Doelgroep::as_b)
        return {
            part, false,
            why("R7.3",
                N_("Geen ontzorgen: dit gezinslid heeft een gewone verblijfsvergunning en geen eigen asielvergunning."),
                {law::ontzorgen_voor_wie})};
    if (groep != Doelgroep::as_a)
        return {part, false,
                why("R7.3", N_("Geen ontzorgen: dat is er alleen voor wie een eigen asielvergunning heeft."),
                    {law::ontzorgen_voor_wie})};
    if (bijstand == Bijstand::nee)
        return {
            part, false,
            why("R7.3", N_("Geen ontzorgen: dat is er alleen voor wie bijstand krijgt."), {law::ontzorgen_voor_wie})};
    return {part, true,
            why("R7.2", N_("Wie een eigen asielvergunning en bijstand heeft, wordt zes maanden financieel ontzorgd."),
                {law::ontzorgen_voor_wie, {law::pw, "art. 56a", "lid 2"}})};
}

Regel begeleiding() {
    return {Onderdeel::begeleiding, true,
            why("R2.1", N_("Iedere inburgeraar krijgt een brede intake, een PIP, advies en voortgangsgesprekken."),
                {law::brede_intake, law::pip_inhoud, law::voortgang, law::pip_gesprekken})};
}

Regel leerroute(Doelgroep groep) {
    if (is_asiel(groep))
        return {Onderdeel::leerroute_aanbod, true,
                why("H9",
                    N_("De gemeente biedt een asielstatushouder op tijd een cursus aan die past bij de leerroute."),
                    {law::inburgeringsaanbod})};
    return {Onderdeel::leerroute_aanbod, false,
            why("H9",
                N_("Gezinsmigranten en overige migranten kiezen en betalen zelf een school. Zij kunnen lenen bij DUO."),
                {law::inburgeringsaanbod, law::lening})};
}

Regel map_module() {
    return {Onderdeel::map, true,
            why("R5.6",
                N_("De gemeente biedt de module Arbeidsmarkt en Participatie aan iedereen aan. "
                   "In de onderwijsroute hoeft die niet."),
                {law::pvt_en_map, law::map_inhoud, law::map_niet_in_onderwijsroute})};
}

Regel pvt() {
    return {Onderdeel::pvt, true,
            why("R5.6", N_("De gemeente biedt het participatieverklaringstraject aan iedereen aan."),
                {law::pvt_en_map, law::pvt_inhoud})};
}

Regel participatie(Doelgroep groep, Bijstand bijstand) {
    auto const part = Onderdeel::participatie_in_pip;
    if (is_asiel(groep))
        return {part, true,
                why("R3.14",
                    N_("In het PIP van een asielstatushouder staan ook afspraken over meedoen: vanuit de "
                       "Participatiewet en in de Z-route."),
                    {law::pip_met_pw, law::zroute_participatie})};
    if (bijstand == Bijstand::ja)
        return {part, true,
                why("R3.15",
                    N_("Wie bijstand krijgt heeft in het PIP ook afspraken over participatie vanuit de "
                       "Participatiewet."),
                    {law::pip_met_pw, law::participatie_plichten})};
    return {part, false,
            why("R3.15",
                N_("Zonder bijstand staan er bij gezinsmigranten en overige migranten geen afspraken over "
                   "participatie in het PIP."),
                {law::pip_met_pw})};
}

std::array<Regel, 7> taaktabel(Doelgroep groep, Bijstand bijstand) {
    return {
        maatschappelijk(groep),       ontzorg(groep, bijstand), begeleiding(), leerroute(groep), map_module(), pvt(),
        participatie(groep, bijstand)};
}

/// What the municipality may add for who has no right to it by law: plan §2, gelijkheid. Ontzorgen is not among it,
/// because Pw 56a closes that group; Pw 57 has its own grounds.
constexpr Onderdeel extra_delen[] = {Onderdeel::maatschappelijke_begeleiding, Onderdeel::leerroute_aanbod,
                                     Onderdeel::participatie_in_pip};

Waarom extra_reden(Onderdeel part) {
    auto const zin = [&] {
        switch (part) {
        case Onderdeel::maatschappelijke_begeleiding:
            return N_(
                "Eigen beleid (gelijkheid): de gemeente geeft maatschappelijke begeleiding waar dat nodig is. De wet "
                "verplicht dit niet en verbiedt het niet.");
        case Onderdeel::leerroute_aanbod:
            return N_(
                "Eigen beleid (gelijkheid): de gemeente biedt extra lessen aan waar dat nodig is. De wet verplicht dit "
                "niet en verbiedt het niet.");
        default:
            return N_(
                "Eigen beleid (gelijkheid): de gemeente helpt met meedoen waar dat nodig is. De wet verplicht dit niet "
                "en verbiedt het niet.");
        }
    }();
    return why("gm.extra_aanbod", zin, {{law::beleidsplan, "par. 2", "gelijkheid"}}, Zekerheid::S);
}

Uitgelegd<std::vector<Onderdeel>> stel_samen(Doelgroep groep, Bijstand bijstand, ExtraAanbod extra) {
    bool const may_add = extra == ExtraAanbod::ja && !is_asiel(groep);
    Uitgelegd<std::vector<Onderdeel>> offer;
    std::vector<Waarom> not_given;
    for (auto& row : taaktabel(groep, bijstand)) {
        bool const added = may_add && !row.recht && std::ranges::find(extra_delen, row.part) != std::end(extra_delen);
        if (row.recht || added) offer.uitkomst.push_back(row.part);
        auto reason = added ? extra_reden(row.part) : std::move(row.why);
        reason.stappen.push_back({titel(row.part), row.recht || added});
        (row.recht || added ? offer.redenen : not_given).push_back(std::move(reason));
    }
    for (auto& reason : not_given) offer.redenen.push_back(std::move(reason));
    offer.redenen.front().invoer = {{N_("doelgroep"), titel(groep), "groep"},
                                    {N_("bijstand"), bijstand == Bijstand::ja, "bijstand"}};
    return offer;
}
}

Uitgelegd<std::vector<Onderdeel>> aanbod(Doelgroep groep, Bijstand bijstand) {
    return stel_samen(groep, bijstand, ExtraAanbod::nee);
}

Uitgelegd<std::vector<Onderdeel>> aanbod_met_beleid(Doelgroep groep, Bijstand bijstand, ExtraAanbod extra) {
    return stel_samen(groep, bijstand, extra);
}

namespace {
/// The group by DUO's fine value alone; nothing for a value we do not know.
std::optional<Doelgroep> van_fijn(std::string_view fijn) {
    if (fijn == "Asielstatushouder") return Doelgroep::as_a;
    if (fijn == "Gezinshereniger met Asielstatushouder" || fijn == "Gezinsvormer met Asielstatushouder")
        return Doelgroep::as_b;
    if (fijn == "Gezinshereniger" || fijn == "Gezinsvormer") return Doelgroep::gm;
    if (fijn == "Geestelijk bedienaar" || fijn == "Overig") return Doelgroep::om;
    return std::nullopt;
}
}

std::optional<DuoGroep> van_duo(std::string_view indeling, std::string_view fijn) {
    auto const fine = van_fijn(fijn);
    if (indeling == "Asielstatushouder") {
        // A fine value of another group under DUO's asylum heading: no own asylum permit, so no ontzorgen by itself.
        if (!fine) return DuoGroep{Doelgroep::as_a, false};
        return is_asiel(*fine) ? DuoGroep{*fine, false} : DuoGroep{Doelgroep::as_b, true};
    }
    if (indeling == "Gezinsmigrant en overige migrant") {
        if (!fine) return DuoGroep{Doelgroep::gm, false};
        if (!is_asiel(*fine)) return DuoGroep{*fine, false};
        return DuoGroep{*fine == Doelgroep::as_b ? Doelgroep::gm : Doelgroep::om, true};
    }
    if (!indeling.empty() || !fine) return std::nullopt;
    return DuoGroep{*fine, true};
}
}
