#pragma once
#include "vertrouwen/password.h"
#include "vertrouwen/store.h"

/// The users of a municipality, for its functioneel beheerder and for `meedoen user`.
namespace vertrouwen {

struct NieuweGebruiker {
    std::string gebruikersnaam;   // accepted by account_rules
    std::string naam;
    Rol rol = Rol::planner;
    std::optional<TeamId> team;
    std::string wachtwoord_hash;   // empty: cannot log in with a password
    bool tijdelijk = true;         // must be changed at the first log-in
    std::string totp_secret;       // empty: none yet
    std::string taal = "nl";
};
enum class GebruikerRefusal { naam_bezet };
/// In the caller's transaction, in the municipality of the Access.
Result<GebruikerId, GebruikerRefusal> add_user(db::Connection&, Kluis const&, Access const&, Timestamp now,
                                               NieuweGebruiker const&);

struct GebruikerRegel {
    Gebruiker gebruiker;
    std::string team_naam;
    std::optional<Timestamp> laatst_ingelogd;
};
struct Team {
    TeamId id;
    std::string naam;
};

class Users {
public:
    Users(db::Database& database, Kluis const& kluis, platform::Clock clock, HashCost cost = HashCost::production())
        : db_{database}, kluis_{kluis}, clock_{clock}, cost_{cost} {}

    /// By name, then id; after `after` (exclusive). `wanted` filters on a part of name or user name.
    struct Sleutel {
        std::string naam;
        GebruikerId id;
    };
    struct Lijst {
        std::vector<GebruikerRegel> regels;
        bool more;
    };
    Lijst list(Access const&, std::string_view wanted, std::optional<Sleutel> const& after, std::size_t limit);
    std::optional<GebruikerRegel> find(Access const&, GebruikerId);
    std::optional<GebruikerId> by_name(std::string_view gebruikersnaam);   // in any municipality: for the command line
    std::vector<Team> teams(Access const&);
    std::optional<GemeenteId> municipality(std::string_view code);

    /// Gives the temporary password, to be shown once; empty when a hash was given.
    struct Toegevoegd {
        GebruikerId id;
        std::string wachtwoord;
    };
    Result<Toegevoegd, GebruikerRefusal> add(Access const&, NieuweGebruiker);
    /// Cannot log in until reset_password made a temporary one: a double click then loses no password.
    Result<GebruikerId, GebruikerRefusal> add_without_password(Access const&, NieuweGebruiker const&);

    /// Nobody changes his own role, team or activity: that takes a second beheerder.
    enum class WijzigRefusal { niet_gevonden, zichzelf, intussen_gewijzigd };
    struct Wijziging {
        std::string naam;
        Rol rol;
        std::optional<TeamId> team;
        bool actief;
        std::int64_t versie;
    };
    /// A change of role or activity ends the user's sessions in the same transaction.
    Result<std::monostate, WijzigRefusal> change(Access const&, GebruikerId, Wijziging const&);
    Result<std::string, WijzigRefusal> reset_password(Access const&, GebruikerId);
    Result<std::monostate, WijzigRefusal> reset_factor(Access const&, GebruikerId);
    /// Bars own and family files for this employee. Kept as a keyed index only; nothing: takes it away again.
    Result<std::monostate, WijzigRefusal> set_bsn(Access const&, GebruikerId, std::optional<Bsn> const&);
    /// Sets a password given on the command line.
    void set_password(Access const&, GebruikerId, std::string_view wachtwoord);

private:
    Result<Gebruiker, WijzigRefusal> other_user(db::Connection&, Access const&, GebruikerId);
    db::Database& db_;
    Kluis const& kluis_;
    platform::Clock clock_;
    HashCost cost_;
};
}
