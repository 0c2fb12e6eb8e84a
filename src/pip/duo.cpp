#include "law/besluit_inburgering.h"
#include "law/wi2021.h"
#include "pip/rules.h"
#include "platform/i18n/i18n.h"

namespace pip {
using i18n::N_;

namespace {
constexpr LawRef interface{law::duo, "PIP 1.2.0", ""};
constexpr std::int64_t most_hours = 9999;
bool is_asiel(instroom::Doelgroep group) {
    return group == instroom::Doelgroep::as_a || group == instroom::Doelgroep::as_b;
}

Waarom duo_zegt(std::string_view rule, std::string_view sentence, std::vector<LawRef> also = {}) {
    also.push_back(interface);
    return {rule, sentence, std::move(also), Zekerheid::A, {}, {}};
}

/// The day is on or after `earliest`.
std::optional<Waarom> te_vroeg(Date day, std::optional<Date> earliest, Waarom why, std::string_view label) {
    if (!earliest || day >= *earliest) return std::nullopt;
    why.invoer = {{N_("dagtekening van het PIP"), day, "dagtekening"}};
    why.stappen = {{label, *earliest}};
    return why;
}

std::optional<Waarom> dag_regel(DuoRefusal kind, DuoPip const& p) {
    switch (kind) {
    case DuoRefusal::voor_de_plicht:
        return te_vroeg(p.dagtekening, p.plicht_begin,
                        duo_zegt("PIP-1", N_("De dagtekening ligt voor het begin van de inburgeringsplicht.")),
                        N_("begin van de inburgeringsplicht"));
    case DuoRefusal::voor_het_eerste_pip:
        return te_vroeg(p.dagtekening, p.eerste_pip,
                        duo_zegt("PIP-2", N_("De dagtekening ligt voor die van het eerste PIP.")),
                        N_("dagtekening van het eerste PIP"));
    case DuoRefusal::voor_het_huidige_pip:
        return te_vroeg(p.dagtekening, p.huidig_pip,
                        duo_zegt("PIP-3", N_("De dagtekening ligt voor die van het PIP dat nu geldt.")),
                        N_("dagtekening van het PIP dat nu geldt"));
    case DuoRefusal::voor_de_vestiging:
        return te_vroeg(
            p.dagtekening, p.vestiging,
            duo_zegt("PIP-4", N_("De dagtekening ligt voor de dag waarop iemand in de gemeente kwam wonen.")),
            N_("ingeschreven in de gemeente"));
    default: return std::nullopt;
    }
}

std::optional<Waarom> niveau_regel(DuoRefusal kind, DuoPip const& p) {
    bool const a2 = p.niveau == Niveau::a2, b1 = p.niveau == Niveau::b1;
    switch (kind) {
    case DuoRefusal::a2_in_onderwijsroute:
        if (a2 && p.route == Route::onderwijs)
            return duo_zegt("PIP-5", N_("A2 kan niet in de onderwijsroute. Die gaat over taal op B1 of hoger."),
                            {law::onderwijsroute});
        break;
    case DuoRefusal::b1_in_z_route:
        if (b1 && p.route == Route::z)
            return duo_zegt("PIP-6", N_("B1 kan niet in de Z-route. Die is voor wie B1 niet haalt binnen drie jaar."),
                            {law::z_route});
        break;
    case DuoRefusal::a2_in_eerste_pip:
        if (a2 && p.route != Route::onderwijs && p.eerste)   // there A2 is refused already
            return duo_zegt("PIP-7",
                            N_("A2 kan niet in een eerste PIP. De B1-route begint met B1; in de Z-route blijft het "
                               "niveau leeg. Afschalen kan later, na 600 uur les met genoeg inzet."),
                            {law::afschalen, law::afschaal_uren.versions.front().source});
        break;
    case DuoRefusal::uren_buiten_b1_route:
        if (p.uren && p.route != Route::b1)
            return duo_zegt("PIP-9", N_("Een aantal geschatte uren kan alleen in de B1-route. Laat dit veld leeg."));
        break;
    case DuoRefusal::uren_niet_voor_deze_groep:
        if (p.uren && !is_asiel(p.groep))
            return duo_zegt("PIP-10",
                            N_("Een aantal geschatte uren kan alleen bij asielstatushouders. Laat dit veld leeg."),
                            {law::pip_intensiteit});
        break;
    case DuoRefusal::uren_buiten_bereik:
        if (p.uren && (*p.uren < 1 || *p.uren > most_hours))
            return duo_zegt("R3.12", N_("Het aantal geschatte uren is 1 tot en met 9999."));
        break;
    default: break;
    }
    return std::nullopt;
}

std::string_view route_woord(Route route) { return route_titel(route_code(route)); }

void leg_vraag_uit(Waarom& why, DuoPip const& p) {
    if (!why.invoer.empty()) return;   // a date says it itself
    why.invoer = {{N_("eerste PIP van deze persoon"), p.eerste, "eerste"},
                  {N_("doelgroep"), instroom::code(p.groep), "groep"},
                  {N_("leerroute"), route_woord(p.route), "route"}};
    if (p.niveau) why.invoer.push_back({N_("niveau"), naam(*p.niveau), "niveau"});
    if (p.uren) why.invoer.push_back({N_("geschatte uren"), *p.uren, "uren"});
}
constexpr DuoRefusal all_refusals[] = {
    DuoRefusal::voor_de_plicht,    DuoRefusal::voor_het_eerste_pip,  DuoRefusal::voor_het_huidige_pip,
    DuoRefusal::voor_de_vestiging, DuoRefusal::a2_in_onderwijsroute, DuoRefusal::b1_in_z_route,
    DuoRefusal::a2_in_eerste_pip,  DuoRefusal::uren_buiten_b1_route, DuoRefusal::uren_niet_voor_deze_groep,
    DuoRefusal::uren_buiten_bereik};
}

std::string_view naam(DuoRefusal refusal) {
    switch (refusal) {
    case DuoRefusal::voor_de_plicht: return "voor_de_plicht";
    case DuoRefusal::voor_het_eerste_pip: return "voor_het_eerste_pip";
    case DuoRefusal::voor_het_huidige_pip: return "voor_het_huidige_pip";
    case DuoRefusal::voor_de_vestiging: return "voor_de_vestiging";
    case DuoRefusal::a2_in_onderwijsroute: return "a2_in_onderwijsroute";
    case DuoRefusal::b1_in_z_route: return "b1_in_z_route";
    case DuoRefusal::a2_in_eerste_pip: return "a2_in_eerste_pip";
    case DuoRefusal::uren_buiten_b1_route: return "uren_buiten_b1_route";
    case DuoRefusal::uren_niet_voor_deze_groep: return "uren_niet_voor_deze_groep";
    case DuoRefusal::uren_buiten_bereik: return "uren_buiten_bereik";
    }
    throw Bug{"duorefusal"};
}

std::vector<Geweigerd<DuoRefusal>> duo_weigeringen(DuoPip const& p) {
    std::vector<Geweigerd<DuoRefusal>> found;
    for (auto const kind : all_refusals) {
        auto why = dag_regel(kind, p);
        if (!why) why = niveau_regel(kind, p);
        if (!why) continue;
        leg_vraag_uit(*why, p);
        found.push_back({kind, {std::move(*why)}});
    }
    return found;
}

Result<Uitgelegd<std::optional<Niveau>>, Geweigerd<DuoRefusal>> duo_controle(DuoPip const& p) {
    auto refusals = duo_weigeringen(p);
    if (!refusals.empty()) return unexpected{std::move(refusals.front())};
    auto why = duo_zegt("PIP", N_("DUO neemt dit PIP aan."), {law::pip_inhoud});
    auto level = p.niveau;
    if (!level && p.route != Route::z) {
        level = Niveau::b1;
        why.regel = "PIP-8";
        why.zin = N_("Er is geen niveau gegeven. Bij de B1-route en de onderwijsroute legt DUO dan B1 vast.");
    }
    leg_vraag_uit(why, p);
    if (level) why.stappen = {{N_("niveau bij DUO"), naam(*level)}};
    return Uitgelegd<std::optional<Niveau>>{level, {std::move(why)}};
}
}
