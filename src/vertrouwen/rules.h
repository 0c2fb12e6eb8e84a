#pragma once
#include "kernel/id.h"
#include "kernel/result.h"
#include "platform/clock/clock.h"

#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Who may do what, to which file, for which purpose, and which field categories they then see. Deny is the default.
namespace vertrouwen {

/// Staff roles of a municipality (product.md §1). Stored by name.
enum class Rol {
    regisseur,
    klantmanager,
    budgetbeheerder,
    jobcoach,
    jurist,
    coordinator_vrijwilligers,
    planner,
    beleidsmedewerker,
    functioneel_beheerder,
    privacy_officer
};
inline constexpr int aantal_rollen = 10;
std::string_view naam(Rol);   // "regisseur", as stored
std::optional<Rol> rol_van(std::string_view);
std::string_view titel(Rol);   // Dutch, for people: "Regisseur inburgering"

/// Field categories (architecture §5). Columns outside the granted categories are not selected at all.
enum class Categorie { identiteit, contact, gezin, gezondheid, financien, handhaving, veiligheid, voortgang };
inline constexpr int aantal_categorieen = 8;
using Categorieen = std::bitset<aantal_categorieen>;
constexpr std::size_t bit(Categorie c) { return static_cast<std::size_t>(c); }
std::string_view naam(Categorie);

/// How a user stands to a file, closest first.
enum class Relatie { eigen, vervanging, team, gemeente };

/// Why somebody opens a file that is not their own. Chosen by the user, kept in the read log.
enum class Doel {
    eigen_caseload,
    inburgering,
    participatiewet,
    ontzorgen,
    planning,
    handhaving,
    toezicht,
    beheer,
    noodtoegang
};
std::string_view naam(Doel);
std::string_view titel(Doel);
std::optional<Doel> doel_van(std::string_view);

/// Named permissions; every route has exactly one (app/routes.cpp). The table is in rules.cpp: permission × role →
/// reach.
enum class Recht {
    publiek,      // nobody logged in
    inloggen,     // half-way: password done, second factor not
    ingelogd,     // any user, nothing personal
    eigen_werk,   // Mijn werk, own agenda
    teamwerk,     // team queue, assign
    dossier_lezen,
    dossier_schrijven,
    dossier_toewijzen,
    persoon_zoeken,
    persoon_registreren,
    persoon_samenvoegen,
    inlezen,   // imports of BRP, DUO, COA
    rekenhulp,
    beleid_beheren,   // local policy: gelijkheid, terms
    gebruikers_beheren,
    leeslog_inzien,
    audit_inzien,
    dossier_inzage,   // "wie keek in dit dossier": who read it, not what is in it
    intake_lezen,
    intake_schrijven,
    plan_lezen,
    plan_schrijven,
    plan_vaststellen,   // the decision of the college (Wi2021 art. 15)
    brieven_lezen,
    brieven_sturen,
    sjablonen_beheren,   // texts of the letters
    cohort_inzien        // who gets the plan in time
};
inline constexpr int aantal_rechten = 27;
inline constexpr int aantal_doelen = 9;
std::string_view naam(Recht);

/// How far a permission reaches. `eigen`: own files and substitution; `team`: also the team's; `doel`: any file of the
/// municipality, but outside own caseload only after a purpose was chosen; `gemeente`: any file of the municipality.
enum class Bereik { geen, eigen, team, doel, gemeente };
Bereik bereik(Rol, Recht);
/// What a role sees of a person's file with this relation; nothing outside it is selected.
Categorieen categorieen(Rol, Relatie, Doel);
/// The purposes this role can choose for a file outside its caseload; noodtoegang last. Empty: opens no files at all.
std::vector<Doel> doelen(Rol);
/// What a role's lists and searches are for.
Doel standaard_doel(Rol);
/// Where a user of this role starts after logging in.
std::string_view startpagina(Rol);
/// Must a second factor be there under the policy of the municipality ("allen", "beheer", "niemand")? Unknown: yes.
bool tweede_factor_nodig(std::string_view beleid, Rol);

/// What a user chose on the purpose page, or why not.
enum class DoelRefusal { onbekend_doel, niet_voor_rol, reden_te_kort };
inline constexpr std::size_t minimale_reden = 20;   // letters that a reason for emergency access has at least
Result<Doel, DoelRefusal> choose_purpose(Rol, std::string_view doel, std::string_view reden);

/// The right to touch data, made once a request. A store cannot be called without it.
class Access {
public:
    GemeenteId gemeente() const { return gemeente_; }
    GebruikerId gebruiker() const { return gebruiker_; }
    std::optional<TeamId> team() const { return team_; }
    Rol rol() const { return rol_; }
    Doel doel() const { return doel_; }
    Relatie relatie() const { return relatie_; }
    /// Set when the request is about one file; the store refuses another.
    std::optional<DossierId> dossier() const { return dossier_; }
    bool mag_zien(Categorie c) const { return categorieen_[bit(c)]; }
    Categorieen const& zichtbaar() const { return categorieen_; }
    Bereik bereik_van(Recht r) const { return vertrouwen::bereik(rol_, r); }
    /// BSN, V-number and A-number: not every role that may know a name needs the number (rulebook R12.2, product.md
    /// §1).
    bool mag_nummers() const;

    /// For what the program does itself (jobs, imports, demo): everything of one municipality, in the name of
    /// `gebruiker`.
    static Access systeem(GemeenteId gemeente, GebruikerId gebruiker = {});
    struct Gebruiker {
        GemeenteId gemeente;
        GebruikerId id;
        std::optional<TeamId> team;
        Rol rol;
    };
    /// Outside a file: lists and searches. Categories are those the role may see of any file in its reach.
    static Access van(Gebruiker const&);
    /// Inside a file.
    static Access voor_dossier(Gebruiker const&, DossierId, Relatie, Doel);

private:
    GemeenteId gemeente_;
    GebruikerId gebruiker_;
    std::optional<TeamId> team_;
    Rol rol_ = Rol::planner;
    Doel doel_ = Doel::eigen_caseload;
    Relatie relatie_ = Relatie::gemeente;
    std::optional<DossierId> dossier_;
    Categorieen categorieen_;
};

/// What the store knows of a user and a file. `eigen_gezin`: the file is of the user, or of his family.
struct DossierRelatie {
    GemeenteId gemeente;
    PersoonId persoon;
    Relatie relatie = Relatie::gemeente;
    std::optional<Doel> gekozen_doel;
    bool eigen_gezin = false;
    bool open = true, overleden = false;
};
/// Intake and plan end with the file and with the life of the person: what is there may be read, nothing new is
/// written. Letters say so themselves; facts, whereabouts and reopening go on.
constexpr bool alleen_in_open_dossier(Recht recht) {
    return recht == Recht::intake_schrijven || recht == Recht::plan_schrijven || recht == Recht::plan_vaststellen;
}
/// May this user open this file now? In order of precedence. Own and family files stay shut, also with noodtoegang.
enum class DossierRefusal { andere_gemeente, eigen_gezin, buiten_rol, doel_nodig };
Result<Access, DossierRefusal> open_dossier(Access::Gebruiker const&, DossierId, DossierRelatie const&, Recht);
}
