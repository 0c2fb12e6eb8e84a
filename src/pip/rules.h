#pragma once
#include "instroom/rules.h"
#include "pip/inhoud.h"

/// When a plan can be fixed. Everything that DUO refuses and everything the act asks, each with its article. Pure.
namespace pip {

enum class Stand { in_concept, voorgelegd, vastgesteld, vervangen };
std::string_view naam(Stand);    // "concept", …
std::string_view titel(Stand);   // Dutch
std::optional<Stand> stand_van(std::string_view);

using inburgeringstermijn::Route;
enum class Niveau { a2, b1 };
std::optional<Niveau> niveau_van(std::string_view);
std::string_view naam(Niveau);

// ---- what DUO accepts (PIP interface 1.2.0) ----
struct DuoPip {
    bool eerste;   // no PIP anywhere before
    instroom::Doelgroep groep;
    Route route;
    std::optional<Niveau> niveau;
    std::optional<std::int64_t> uren;
    Date dagtekening;
    std::optional<Date> plicht_begin, eerste_pip, huidig_pip, vestiging;
};
/// In order of precedence: the first that applies is the one reported.
enum class DuoRefusal {
    voor_de_plicht,
    voor_het_eerste_pip,
    voor_het_huidige_pip,
    voor_de_vestiging,
    a2_in_onderwijsroute,
    b1_in_z_route,
    a2_in_eerste_pip,
    uren_buiten_b1_route,
    uren_niet_voor_deze_groep,
    uren_buiten_bereik
};
std::string_view naam(DuoRefusal);
/// The level as DUO stores it: B1 for B and O when none is given (E29b); in the Z-route none is stored without one.
Result<Uitgelegd<std::optional<Niveau>>, Geweigerd<DuoRefusal>> duo_controle(DuoPip const&);
/// Everything that DUO would say, in the same order.
std::vector<Geweigerd<DuoRefusal>> duo_weigeringen(DuoPip const&);

// ---- the whole plan ----
/// What is known beside the plan.
struct Vorig {
    std::string leerroute, niveau;
    std::optional<Date> dagtekening;
};
struct Feiten {
    std::optional<instroom::Doelgroep> groep;
    bool bijstand = false;   // on the day of the dagtekening
    std::optional<Date> plicht_begin, vestiging;
    std::optional<Date> eerste_pip;         // dagtekening of the first, wherever it was
    std::optional<Vorig> huidig;            // the plan in force here
    std::optional<Date> verhuisd_met_pip;   // and no plan of ours since
    std::optional<Date> intake_klaar_op;    // closed, or completed in absence
    bool wil_onderwijs = false, vve_leeftijd = false;
    std::optional<bool> toets_haalbaar;
    bool toets_klaar = false;   // result, exception, or completed in absence
    bool eerste() const { return !eerste_pip && !huidig && !verhuisd_met_pip; }
    /// There is an earlier plan, but not in this file: of another gemeente, or on paper.
    bool vorig_elders() const { return !eerste() && !huidig; }
};

/// In order of precedence within a field.
enum class Refusal {
    intake_niet_klaar,
    dagtekening_voor_intake,
    toets_niet_klaar,
    geen_doelgroep,
    geen_leerroute,
    geen_leerroute_reden,
    onderwijsroute_niet_onderzocht,
    onderwijsroute_past_niet,
    afwijking_toets_zonder_reden,
    leerroute_blijft,
    vorige_route_onbekend,
    schakelen_geweigerd,
    afschalen_geweigerd,
    wijziging_zonder_reden,
    duo,   // `duo` of the Weigering says which
    uren_nodig,
    intensiteit_nodig,
    geen_alfabetisering,
    geen_opleiding_afmaken,
    z_gegevens_buiten_z_route,
    knm_voor_2023,
    aftrek_zonder_reden,
    aftrek_participatie_alleen_asiel,
    aftrek_meer_dan_norm,
    aftrek_school_te_vroeg,
    geen_pvt,
    pvt_te_kort,
    geen_map,
    map_in_onderwijsroute,
    geen_begeleiding,
    geen_gesprekken,
    geen_voortgang,
    geen_vve,
    pw_zonder_bijstand,
    dagtekening_in_toekomst
};
std::string_view naam(Refusal);
/// The name of the field it stands at: a field of `velden()`, "afspraken", "dagtekening", "intake" or "toets".
struct Weigering {
    Refusal soort;
    std::string_view veld;
    std::vector<Waarom> redenen;   // the first says it
    std::optional<DuoRefusal> duo;
    std::size_t rij = 0;   // of the agreement, where the field is "afspraken"
};
/// Everything that stands in the way of fixing this plan with this date, in the order of the forms.
std::vector<Weigering> controleer(Plan const&, Feiten const&, Date dagtekening, Date today);
/// Only what a form can say at once: the refusals at fields of this part that were filled in (nothing is missing yet).
std::vector<Weigering> bij_opslaan(Plan const&, Feiten const&, Deel, Date today);
bool is_ontbrekend(Refusal);   // something still to be filled in, not something wrong

/// What the person's offer and group make of the form.
struct Vragen {
    bool asiel, uren, intensiteit, map, pw, z_route, vve, toets_reden;
    bool gewijzigd, schakelt, schaalt_af, verhuisd, vorig_elders;   // against the plan before this one
};
Vragen vragen(Inhoud const&, Feiten const&);
/// The plan before this one, here or as the form tells of it.
Vorig vorig_plan(Inhoud const&, Feiten const&);

/// The plan a first draft starts from: levels, PVT and MAP hours and what the intake tells.
struct Aanleiding {
    std::string alfabetisering;
    bool vve_leeftijd = false;
    std::string toets_afwijking;
};
Plan eerste_ontwerp(Feiten const&, Aanleiding const&);

/// The number of progress talks that half-yearly talks in three years give: the default of the form, not a rule (R6.2).
inline constexpr std::int64_t standaard_gesprekken = 6;
}
