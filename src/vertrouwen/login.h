#pragma once
#include "vertrouwen/password.h"
#include "vertrouwen/store.h"

/// Logging in, step by step, and everything that renews or ends a session.
namespace vertrouwen {

/// What still stands between a password that was right and the pages.
enum class Stap { nieuw_wachtwoord, code, instellen, klaar };
/// Pure. A temporary password goes first, so that the code is asked of the owner of the new one.
Stap next_step(Gebruiker const&);

/// Where a request came from: peer address and, roughly, the browser.
struct Herkomst {
    std::string adres, browser;
};

class Login {
public:
    Login(db::Database& database, Kluis const& kluis, platform::Clock clock, HashCost cost = HashCost::production())
        : db_{database}, kluis_{kluis}, clock_{clock}, cost_{cost} {}

    /// `onjuist` is all that is ever told: unknown, wrong, shut and out of service look and last the same.
    enum class Refusal { onjuist, adres_wacht };
    struct Begonnen {
        std::string token;
        Gebruiker gebruiker;
        Stap stap;
    };
    Result<Begonnen, Refusal> with_password(std::string_view gebruikersnaam, std::string_view wachtwoord,
                                            Herkomst const&);

    /// The second step. Each gives a new token; the half-way session is gone.
    Result<std::string, Refusal> with_code(Sessie const&, std::string_view code, Herkomst const&);
    Result<std::string, Refusal> with_recovery_code(Sessie const&, std::string_view code, Herkomst const&);
    /// How many recovery codes are left.
    std::int64_t recovery_codes_left(GebruikerId);

    /// Setting up a second factor: the secret travels sealed in the form, bound to its user, and is kept once a code
    /// fits.
    std::string sealed_secret(GebruikerId, std::string_view secret) const;
    std::optional<std::string> open_secret(GebruikerId, std::string_view sealed) const;
    struct Ingesteld {
        std::string token;
        std::vector<std::string> herstelcodes;
    };
    Result<Ingesteld, Refusal> set_up_factor(Sessie const&, std::string_view secret, std::string_view code,
                                             Herkomst const&);
    /// New recovery codes; the old ones stop working.
    std::vector<std::string> renew_recovery_codes(Sessie const&);

    /// Is this the password of the user? A wrong one counts towards the lock.
    Result<std::monostate, Refusal> confirm_password(Sessie const&, std::string_view wachtwoord, Herkomst const&);
    /// Whether this is the password now; not counted. For refusing a new one that is the old one.
    bool is_current(GebruikerId, std::string_view wachtwoord);
    /// Sets it (accepted by account_rules), ends all other sessions and renews this one.
    std::string set_password(Sessie const&, std::string_view nieuw, Herkomst const&);

    struct SessieRegel {
        std::int64_t id;
        Timestamp aangemaakt, laatst_gezien;
        std::string herkomst;
    };
    /// Live sessions of a user, latest first.
    std::vector<SessieRegel> sessions(GebruikerId, int idle_minutes, int absolute_hours);
    void end_session(Sessie const&, std::int64_t session_id);   // one of his own
    void log_out(Sessie const&);
    std::string begin_full_session(Gebruiker const&, Herkomst const&);   // only for start_session below
    void set_language(GebruikerId, std::string_view taal);
    void set_name(Sessie const&, std::string_view naam);

private:
    std::optional<Refusal> address_waits(std::string_view adres);
    void note_failure(db::Connection&, std::optional<GebruikerId>, Herkomst const&);
    bool not_locked(db::Connection&, GebruikerId);
    void note_login(db::Connection&, Gebruiker const&, Herkomst const&);
    std::string begin_session(db::Connection&, Gebruiker const&, bool full, Herkomst const&);
    std::string renew(db::Connection&, Sessie const&, bool full, Herkomst const&);
    Result<std::string, Refusal> second_step(Sessie const&, Herkomst const&,
                                             std::function<bool(db::Connection&)> const& fits);

    db::Database& db_;
    Kluis const& kluis_;
    platform::Clock clock_;
    HashCost cost_;
};

/// Forgets what is of no use any more: timed-out sessions, old attempts, forms nobody came back for. For a job.
void sweep(db::Database&, Timestamp now);
/// A session as after a whole log-in, without one: for tests and the bench. Gives its token.
std::string start_session(db::Database&, Kluis const&, platform::Clock, GebruikerId, std::string_view adres);
/// "Firefox" of a User-Agent header; empty when it is none we know.
std::string browser_name(std::string_view user_agent);
}
