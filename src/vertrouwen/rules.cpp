#include "vertrouwen/rules.h"

#include "kernel/check.h"
#include "platform/i18n/i18n.h"

namespace vertrouwen {
namespace {
using i18n::N_;

struct RolNaam {
    std::string_view naam, titel, start;
};
constexpr std::array<RolNaam, aantal_rollen> rollen{{
    {"regisseur", N_("Regisseur inburgering"), "/mijn-werk"},
    {"klantmanager", N_("Klantmanager"), "/mijn-werk"},
    {"budgetbeheerder", N_("Budgetbeheerder"), "/mijn-werk"},
    {"jobcoach", N_("Jobcoach"), "/mijn-werk"},
    {"jurist", N_("Jurist handhaving"), "/mijn-werk"},
    {"coordinator_vrijwilligers", N_("Coördinator vrijwilligers"), "/mijn-werk"},
    {"planner", N_("Planner"), "/mijn-werk"},
    {"beleidsmedewerker", N_("Beleidsmedewerker"), "/rekenhulp"},
    {"functioneel_beheerder", N_("Functioneel beheerder"), "/beheer/gebruikers"},
    {"privacy_officer", N_("Privacy officer (FG)"), "/beheer/leeslog"},
}};

constexpr std::array<std::string_view, aantal_categorieen> categorie_namen{
    "identiteit", "contact", "gezin", "gezondheid", "financien", "handhaving", "veiligheid", "voortgang"};

struct DoelNaam {
    std::string_view naam, titel;
};
constexpr std::array<DoelNaam, aantal_doelen> doel_namen{{
    {"eigen_caseload", N_("Eigen caseload")},
    {"inburgering", N_("Begeleiding van de inburgering")},
    {"participatiewet", N_("Uitvoering van de Participatiewet")},
    {"ontzorgen", N_("Financieel ontzorgen")},
    {"planning", N_("Planning van lessen, groepen en afspraken")},
    {"handhaving", N_("Handhaving, bezwaar en beroep")},
    {"toezicht", N_("Toezicht en kwaliteit")},
    {"beheer", N_("Beheer van het systeem")},
    {"noodtoegang", N_("Noodtoegang")},
}};

constexpr std::array<std::string_view, aantal_rechten> recht_namen{"publiek",
                                                                   "inloggen",
                                                                   "ingelogd",
                                                                   "eigen_werk",
                                                                   "teamwerk",
                                                                   "dossier_lezen",
                                                                   "dossier_schrijven",
                                                                   "dossier_toewijzen",
                                                                   "persoon_zoeken",
                                                                   "persoon_registreren",
                                                                   "persoon_samenvoegen",
                                                                   "inlezen",
                                                                   "rekenhulp",
                                                                   "beleid_beheren",
                                                                   "gebruikers_beheren",
                                                                   "leeslog_inzien",
                                                                   "audit_inzien",
                                                                   "dossier_inzage",
                                                                   "intake_lezen",
                                                                   "intake_schrijven",
                                                                   "plan_lezen",
                                                                   "plan_schrijven",
                                                                   "plan_vaststellen",
                                                                   "brieven_lezen",
                                                                   "brieven_sturen",
                                                                   "sjablonen_beheren",
                                                                   "cohort_inzien"};

// Reach of every permission, one column a role in the order of `Rol`. What is not granted here, nobody may.
constexpr Bereik n = Bereik::geen, e = Bereik::eigen, t = Bereik::team, d = Bereik::doel, g = Bereik::gemeente;
using Rij = std::array<Bereik, aantal_rollen>;
constexpr std::array<Rij, aantal_rechten> bereiken{{
    // reg kla bud job jur coo pla bel fun pri
    {g, g, g, g, g, g, g, g, g, g},   // publiek
    {g, g, g, g, g, g, g, g, g, g},   // inloggen
    {g, g, g, g, g, g, g, g, g, g},   // ingelogd
    {e, e, e, e, e, e, e, n, n, e},   // eigen_werk
    {g, t, n, n, n, n, n, n, n, n},   // teamwerk
    {d, d, d, d, d, d, d, n, n, n},   // dossier_lezen
    {d, d, d, d, d, d, n, n, n, n},   // dossier_schrijven
    {g, t, n, n, n, n, n, n, n, n},   // dossier_toewijzen
    {g, g, g, g, g, g, g, n, n, n},   // persoon_zoeken
    {g, g, n, n, n, n, n, n, n, n},   // persoon_registreren
    {g, n, n, n, n, n, n, n, n, n},   // persoon_samenvoegen
    {g, n, n, n, n, n, n, n, n, n},   // inlezen
    {g, g, g, g, g, g, g, g, g, g},   // rekenhulp
    {n, n, n, n, n, n, n, n, g, n},   // beleid_beheren
    {n, n, n, n, n, n, n, n, g, n},   // gebruikers_beheren
    {n, n, n, n, n, n, n, n, n, g},   // leeslog_inzien
    {n, n, n, n, n, n, n, n, n, g},   // audit_inzien
    {d, e, n, n, n, n, n, n, n, g},   // dossier_inzage
    {d, d, n, n, n, n, n, n, n, n},   // intake_lezen
    {d, d, n, n, n, n, n, n, n, n},   // intake_schrijven
    {d, d, n, d, d, n, n, n, n, n},   // plan_lezen
    {d, d, n, n, n, n, n, n, n, n},   // plan_schrijven
    {d, e, n, n, n, n, n, n, n, n},   // plan_vaststellen
    {d, d, n, n, d, n, n, n, n, n},   // brieven_lezen
    {d, d, n, n, n, n, n, n, n, n},   // brieven_sturen
    {n, n, n, n, n, n, n, n, g, n},   // sjablonen_beheren
    {g, t, n, n, n, n, n, n, n, n},   // cohort_inzien
}};

using enum Categorie;
constexpr unsigned long in(std::initializer_list<Categorie> list) {
    unsigned long bits = 0;
    for (auto const c : list) bits |= 1UL << bit(c);
    return bits;
}
constexpr unsigned long alles = (1UL << aantal_categorieen) - 1;

/// The most a role ever sees. Health stays with regisseur and klantmanager: Wi2021 art. 37 lid 2 lifts the ban for
/// intake, PIP and guidance, not for enforcement, money or planning (rulebook R12.3).
constexpr std::array<unsigned long, aantal_rollen> hoogstens{
    alles,
    alles,
    in({identiteit, contact, gezin, financien}),
    in({identiteit, contact, voortgang}),
    in({identiteit, contact, voortgang, handhaving}),
    in({identiteit, contact}),
    in({identiteit, contact, voortgang}),
    0,
    0,
    0,
};

/// What a purpose needs. Wi data for the Participatiewet need a base of their own, so that purpose opens no health
/// (rulebook R12.1); emergency access is about people, not about money or fines.
constexpr std::array<unsigned long, aantal_doelen> nodig{
    0,   // eigen_caseload: only with the relation itself
    in({identiteit, contact, gezin, gezondheid, veiligheid, voortgang}),
    in({identiteit, contact, gezin, financien, voortgang}),
    in({identiteit, contact, gezin, financien}),
    in({identiteit, contact, voortgang}),
    in({identiteit, contact, voortgang, handhaving}),
    in({identiteit, voortgang}),
    in({identiteit}),
    in({identiteit, contact, gezin, gezondheid, veiligheid, voortgang}),
};
/// What emergency access adds to the role's own categories.
constexpr unsigned long noodzaak = in({contact, gezin, veiligheid});
/// Kept out of every list: health and safety are read in the file, by somebody who opened that file.
constexpr unsigned long nooit_in_lijst = in({gezondheid, veiligheid});

template <class E> constexpr std::size_t at(E value) { return static_cast<std::size_t>(value); }
template <class E> std::optional<E> named(auto const& names, std::string_view name, auto&& text_of) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (text_of(names[i]) == name) return static_cast<E>(i);
    return std::nullopt;
}
bool opens_files(Rol rol) { return bereik(rol, Recht::dossier_lezen) != Bereik::geen; }
bool needs_guidance(Recht recht) {
    return recht == Recht::intake_schrijven || recht == Recht::plan_schrijven || recht == Recht::plan_vaststellen
           || recht == Recht::brieven_sturen;
}
bool own(Relatie relatie) { return relatie == Relatie::eigen || relatie == Relatie::vervanging; }
}

std::string_view naam(Rol rol) { return rollen[at(rol)].naam; }
std::string_view titel(Rol rol) { return rollen[at(rol)].titel; }
std::string_view startpagina(Rol rol) { return rollen[at(rol)].start; }
std::optional<Rol> rol_van(std::string_view name) {
    return named<Rol>(rollen, name, [](RolNaam const& r) { return r.naam; });
}
std::string_view naam(Categorie categorie) { return categorie_namen[bit(categorie)]; }
std::string_view naam(Doel doel) { return doel_namen[at(doel)].naam; }
std::string_view titel(Doel doel) { return doel_namen[at(doel)].titel; }
std::optional<Doel> doel_van(std::string_view name) {
    return named<Doel>(doel_namen, name, [](DoelNaam const& x) { return x.naam; });
}
std::string_view naam(Recht recht) { return recht_namen[at(recht)]; }

Bereik bereik(Rol rol, Recht recht) { return bereiken[at(recht)][at(rol)]; }

Categorieen categorieen(Rol rol, Relatie relatie, Doel doel) {
    auto const most = hoogstens[at(rol)];
    if (most == 0) return {};
    if (doel == Doel::noodtoegang) return Categorieen{(most | noodzaak) & nodig[at(doel)]};
    if (own(relatie) && doel == Doel::eigen_caseload) return Categorieen{most};
    return Categorieen{most & nodig[at(doel)]};
}

std::vector<Doel> doelen(Rol rol) {
    using enum Doel;
    switch (rol) {
    case Rol::regisseur: return {inburgering, participatiewet, ontzorgen, planning, handhaving, toezicht, noodtoegang};
    case Rol::klantmanager: return {inburgering, participatiewet, ontzorgen, planning, noodtoegang};
    case Rol::budgetbeheerder: return {ontzorgen, noodtoegang};
    case Rol::jobcoach: return {inburgering, participatiewet, noodtoegang};
    case Rol::jurist: return {handhaving, noodtoegang};
    case Rol::coordinator_vrijwilligers: return {inburgering, noodtoegang};
    case Rol::planner: return {planning, noodtoegang};
    case Rol::beleidsmedewerker:
    case Rol::functioneel_beheerder:
    case Rol::privacy_officer: return {};
    }
    return {};
}

Doel standaard_doel(Rol rol) {
    switch (rol) {
    case Rol::regisseur:
    case Rol::klantmanager:
    case Rol::coordinator_vrijwilligers: return Doel::inburgering;
    case Rol::budgetbeheerder: return Doel::ontzorgen;
    case Rol::jobcoach: return Doel::inburgering;
    case Rol::jurist: return Doel::handhaving;
    case Rol::planner: return Doel::planning;
    case Rol::functioneel_beheerder: return Doel::beheer;
    case Rol::beleidsmedewerker:
    case Rol::privacy_officer: return Doel::toezicht;
    }
    return Doel::toezicht;
}

bool tweede_factor_nodig(std::string_view beleid, Rol rol) {
    if (beleid == "niemand") return false;
    if (beleid == "beheer") return rol == Rol::functioneel_beheerder || rol == Rol::privacy_officer;
    return true;
}

Result<Doel, DoelRefusal> choose_purpose(Rol rol, std::string_view doel, std::string_view reden) {
    auto const chosen = doel_van(doel);
    if (!chosen) return unexpected{DoelRefusal::onbekend_doel};
    auto const allowed = doelen(rol);
    if (std::ranges::find(allowed, *chosen) == allowed.end()) return unexpected{DoelRefusal::niet_voor_rol};
    // Counted without white space: twenty spaces are not a reason.
    auto const letters = std::ranges::count_if(reden, [](char c) {
        return c != ' ' && c != '\t' && c != '\n' && c != '\r' && (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    });
    if (*chosen == Doel::noodtoegang && static_cast<std::size_t>(letters) < minimale_reden)
        return unexpected{DoelRefusal::reden_te_kort};
    return *chosen;
}

bool Access::mag_nummers() const {
    if (!mag_zien(Categorie::identiteit)) return false;
    switch (rol_) {
    case Rol::regisseur:
    case Rol::klantmanager:
    case Rol::budgetbeheerder:
    case Rol::jurist: return true;
    default: return false;
    }
}

Access Access::systeem(GemeenteId gemeente, GebruikerId gebruiker) {
    Access access;
    access.gemeente_ = gemeente;
    access.gebruiker_ = gebruiker;
    access.rol_ = Rol::regisseur;
    access.doel_ = Doel::beheer;
    access.relatie_ = Relatie::eigen;
    access.categorieen_ = Categorieen{alles};
    return access;
}

Access Access::van(Gebruiker const& user) {
    Access access;
    access.gemeente_ = user.gemeente;
    access.gebruiker_ = user.id;
    access.team_ = user.team;
    access.rol_ = user.rol;
    access.doel_ = standaard_doel(user.rol);
    access.relatie_ = Relatie::gemeente;
    access.categorieen_ =
        vertrouwen::categorieen(user.rol, Relatie::gemeente, access.doel_) & ~Categorieen{nooit_in_lijst};
    return access;
}

Access Access::voor_dossier(Gebruiker const& user, DossierId dossier, Relatie relatie, Doel doel) {
    Access access = van(user);
    access.doel_ = doel;
    access.relatie_ = relatie;
    access.dossier_ = dossier;
    access.categorieen_ = vertrouwen::categorieen(user.rol, relatie, doel);
    return access;
}

Result<Access, DossierRefusal> open_dossier(Access::Gebruiker const& user, DossierId dossier,
                                            DossierRelatie const& facts, Recht recht) {
    if (facts.gemeente != user.gemeente) return unexpected{DossierRefusal::andere_gemeente};
    if (facts.eigen_gezin) return unexpected{DossierRefusal::eigen_gezin};
    auto const reach = bereik(user.rol, recht);
    if (reach == Bereik::geen) return unexpected{DossierRefusal::buiten_rol};
    if (own(facts.relatie) && opens_files(user.rol))
        return Access::voor_dossier(user, dossier, facts.relatie, Doel::eigen_caseload);

    auto const allowed = doelen(user.rol);
    bool const chosen = facts.gekozen_doel && std::ranges::find(allowed, *facts.gekozen_doel) != allowed.end();
    bool const emergency = chosen && facts.gekozen_doel == Doel::noodtoegang && recht == Recht::dossier_lezen;
    bool const in_reach = reach == Bereik::doel || reach == Bereik::gemeente || emergency
                          || (reach == Bereik::team && facts.relatie == Relatie::team);
    if (!in_reach) return unexpected{DossierRefusal::buiten_rol};
    // Who looks for planning, money or supervision does not write an intake, a plan or a decision.
    bool const fits = !chosen || !needs_guidance(recht) || *facts.gekozen_doel == Doel::inburgering
                      || *facts.gekozen_doel == Doel::participatiewet;
    if (!fits) return unexpected{DossierRefusal::doel_nodig};
    if (chosen) return Access::voor_dossier(user, dossier, facts.relatie, *facts.gekozen_doel);
    if (reach == Bereik::doel) return unexpected{DossierRefusal::doel_nodig};
    return Access::voor_dossier(user, dossier, facts.relatie, standaard_doel(user.rol));
}
}
