#pragma once
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"
#include "vertrouwen/rules.h"

#include <set>

namespace vertrouwen {

// ---- audit: a hash chain a municipality, written in the transaction of the change ----
/// `gegevens` is JSON without BSN or free text of a file. The chain's head row serialises writers of one municipality.
void audit(db::Connection&, Access const&, Timestamp now, std::string_view handeling, std::string_view soort,
           std::int64_t voorwerp, std::string_view gegevens_json);
struct AuditBevinding {
    GemeenteId gemeente;
    std::string keten;
    std::int64_t volgnummer;
    std::string wat;        // Dutch, whole
    std::string_view zin;   // the same as a text to translate, with volgnummer and tot filled in
    std::int64_t tot;       // the last row it is about
};
struct AuditUitslag {
    std::int64_t regels{};
    std::vector<AuditBevinding> bevindingen;
};
/// Recomputes every chain (audit and read log); findings name the first broken link and gaps.
/// Of one municipality, or of all.
AuditUitslag verify_audit(db::Database&, std::optional<GemeenteId> only = {});

// ---- read log: every read of a person, committed before the answer leaves ----
struct Lezing {
    GemeenteId gemeente;
    GebruikerId gebruiker;
    std::optional<PersoonId> persoon;
    std::optional<DossierId> dossier;
    Doel doel;
    std::string handeling, resultaat, herkomst;
};   // handeling: "dossier", "zoeken", "agenda.ics"; resultaat: "gezien", "geweigerd"
class Leeslog {
public:
    Leeslog(db::Database&, platform::Clock);
    ~Leeslog();
    /// Hands the entries to the group commit and waits until they are on disk. Throws db::Error when they are not.
    void write(std::vector<Lezing> lezingen);
    /// For lists, where the same names pass by all day: who was shown to this user in this list, from this address and
    /// for this purpose, earlier in the same hour stands in the log already and is not written again.
    void write_shown(std::vector<Lezing> lezingen);
    struct Impl;

private:
    std::unique_ptr<Impl> impl_;
};

/// Background work that turns an emergency access, or a try at an own file, into a task of the privacy officers.
/// Payload: "noodtoegang DOSSIER" or "eigen_dossier DOSSIER". The task is made above this slice (app/melding.cpp).
inline constexpr std::string_view alert_job = "vertrouwen.melding";
std::vector<GebruikerId> privacy_officers(db::Connection&, GemeenteId);

// ---- accounts and sessions ----
struct Gebruiker {
    GebruikerId id;
    GemeenteId gemeente;
    std::string gebruikersnaam, naam;
    Rol rol;
    std::optional<TeamId> team;
    bool actief, tweede_factor;
    std::string taal;
    std::int64_t versie;
    std::string gemeente_naam;
    std::string beleid;                  // of the municipality: for whom a second factor is required
    bool wachtwoord_tijdelijk = false;   // must be changed before anything else
    Access::Gebruiker access() const { return {gemeente, id, team, rol}; }
};
struct Sessie {
    std::int64_t id;
    Gebruiker gebruiker;
    bool volledig;
    std::string csrf_sleutel;
    Timestamp aangemaakt, laatst_gezien;
    std::string herkomst;
};

class Store {
public:
    Store(db::Database& database, Kluis const& kluis, platform::Clock clock)
        : db_{database}, kluis_{kluis}, clock_{clock} {}
    /// The live session behind a cookie: not expired (idle, absolute), user active. Touches laatst_gezien at most once
    /// a minute.
    std::optional<Sessie> session(std::string_view token, int idle_minutes, int absolute_hours);
    std::optional<Gebruiker> user(GebruikerId);
    /// The session behind a cookie that timed out less than a day ago: only good for keeping the form that was sent.
    std::optional<Sessie> expired_session(std::string_view token);
    /// The relation of this user to a file and the file's municipality and person, in one question; nothing when there
    /// is no such file.
    using DossierRelatie = vertrouwen::DossierRelatie;
    std::optional<DossierRelatie> relation(Access::Gebruiker const&, DossierId);
    /// Chosen purpose, for 8 hours; noodtoegang needs a reason, lasts 1 hour, makes a task for the privacy officers and
    /// stands in their list until it has been looked at. What may be chosen: choose_purpose in rules.h.
    void grant_purpose(Access::Gebruiker const&, DossierId, Doel, std::string_view reden);
    /// Somebody tried his own file or one of his family: in the audit, in the list of the privacy officers, and a
    /// task for them.
    void family_alert(Access::Gebruiker const&, DossierId);

private:
    db::Database& db_;
    Kluis const& kluis_;
    platform::Clock clock_;
};
}
