#include "vertrouwen/login.h"

#include "platform/json/json.h"
#include "platform/log/log.h"
#include "vertrouwen/account_rules.h"
#include "vertrouwen/factor.h"
#include "vertrouwen/queries.h"
#include "vertrouwen/session.h"

namespace vertrouwen {
namespace {
std::string origin_json(Herkomst const& from) {
    json::Writer w;
    w.object().field("herkomst", from.adres).end_object();
    return w.take();
}
std::optional<Gebruiker> find_user(db::Connection& c, GebruikerId id) {
    return c.one(queries::find_user, {id}, [](db::Row const& r) { return read_user(r, 0); });
}
struct Known {
    GebruikerId id;
    std::string hash;
};
}

Stap next_step(Gebruiker const& user) {
    if (user.wachtwoord_tijdelijk) return Stap::nieuw_wachtwoord;
    if (user.tweede_factor) return Stap::code;
    return tweede_factor_nodig(user.beleid, user.rol) ? Stap::instellen : Stap::klaar;
}

std::optional<Login::Refusal> Login::address_waits(std::string_view adres) {
    auto const since = clock_.now().plus(-address_window);
    auto const wrong = db_.read(db::Scope::system(), [&](db::Connection& c) {
        return c.value<std::int64_t>(queries::count_attempts, {adres, since}).value_or(0);
    });
    if (wrong < wrong_of_address) return std::nullopt;
    return Refusal::adres_wacht;
}

void Login::note_failure(db::Connection& c, std::optional<GebruikerId> user, Herkomst const& from) {
    auto const now = clock_.now();
    c.exec(queries::add_attempt, {db::new_id(), from.adres, now});
    // While an account is shut, more attempts neither lengthen the time nor tell anything.
    auto const wrong = c.value<std::int64_t>(queries::count_wrong, {user.value_or(GebruikerId{}), now});
    if (!wrong) return;
    auto const about = find_user(c, *user);
    check(about.has_value());
    auto const access = Access::van(about->access());
    auto const pause = lock_time(*wrong);
    if (pause) c.exec(queries::lock_user, {*user, now.plus(*pause)});
    audit(c, access, now, pause ? "account_geblokkeerd" : "inloggen_mislukt", "gebruiker", user->value,
          origin_json(from));
}

bool Login::not_locked(db::Connection& c, GebruikerId user) {
    return c.value<std::int64_t>(queries::unlocked_user, {user, clock_.now()}).has_value();
}

std::string Login::begin_session(db::Connection& c, Gebruiker const& user, bool full, Herkomst const& from) {
    auto token = new_token();
    auto const now = clock_.now();
    auto const where = from.browser.empty() ? from.adres : from.adres + " · " + from.browser;
    c.exec(queries::add_session, {db::new_id(), token_hash(token), user.id, full, db::Blob{new_token()}, now, where});
    if (full) c.exec(queries::clear_wrong, {user.id});
    return token;
}

void Login::note_login(db::Connection& c, Gebruiker const& user, Herkomst const& from) {
    audit(c, Access::van(user.access()), clock_.now(), "ingelogd", "gebruiker", user.id.value, origin_json(from));
}

std::string Login::renew(db::Connection& c, Sessie const& old, bool full, Herkomst const& from) {
    c.exec(queries::drop_session, {old.id, old.gebruiker.id});
    if (full && !old.volledig) note_login(c, old.gebruiker, from);
    return begin_session(c, old.gebruiker, full, from);
}

Result<Login::Begonnen, Login::Refusal> Login::with_password(std::string_view gebruikersnaam,
                                                             std::string_view wachtwoord, Herkomst const& from) {
    if (auto const waits = address_waits(from.adres)) return unexpected{*waits};
    auto const name = username_key(gebruikersnaam.substr(0, 200));
    auto const known = db_.read(db::Scope::system(), [&](db::Connection& c) {
        return c.one(queries::find_login, {name}, [](db::Row const& r) {
            return Known{r.get<GebruikerId>(0), r.get<std::optional<std::string>>(1).value_or("")};
        });
    });
    auto const fit = password_fits(known ? known->hash : "", wachtwoord.substr(0, maximum_wachtwoord + 1), cost_);
    auto const fresh = fit == Fit::yes_but_old ? hash_password(wachtwoord, cost_) : "";
    auto begun = db_.write(db::Scope::system(), [&](db::Connection& c) -> std::optional<Begonnen> {
        // Asked again inside the transaction: attempts side by side must not slip past the lock.
        if (!known || fit == Fit::no || !not_locked(c, known->id)) {
            note_failure(c, known ? std::optional{known->id} : std::nullopt, from);
            return std::nullopt;
        }
        if (!fresh.empty()) c.exec(queries::rehash, {known->id, fresh});
        auto const user = find_user(c, known->id);
        check(user.has_value());
        auto const step = next_step(*user);
        if (step == Stap::klaar) note_login(c, *user, from);
        return Begonnen{begin_session(c, *user, step == Stap::klaar, from), *user, step};
    });
    if (!begun) {
        logging::warning("login_refused");
        return unexpected{Refusal::onjuist};
    }
    return std::move(*begun);
}

Result<std::string, Login::Refusal> Login::second_step(Sessie const& half, Herkomst const& from,
                                                       std::function<bool(db::Connection&)> const& fits) {
    if (auto const waits = address_waits(from.adres)) return unexpected{*waits};
    auto const token = db_.write(db::Scope::system(), [&](db::Connection& c) -> std::string {
        if (not_locked(c, half.gebruiker.id) && fits(c)) return renew(c, half, true, from);
        note_failure(c, half.gebruiker.id, from);
        if (!not_locked(c, half.gebruiker.id)) c.exec(queries::drop_session, {half.id, half.gebruiker.id});
        return {};
    });
    if (token.empty()) return unexpected{Refusal::onjuist};
    return token;
}

Result<std::string, Login::Refusal> Login::with_code(Sessie const& half, std::string_view code, Herkomst const& from) {
    return second_step(half, from, [&](db::Connection& c) { return take_code(c, kluis_, half.gebruiker.id, code); });
}

Result<std::string, Login::Refusal> Login::with_recovery_code(Sessie const& half, std::string_view code,
                                                              Herkomst const& from) {
    return second_step(half, from, [&](db::Connection& c) {
        bool const taken = take_recovery_code(c, kluis_, clock_.now(), half.gebruiker.id, code);
        if (taken)
            audit(c, Access::van(half.gebruiker.access()), clock_.now(), "herstelcode_gebruikt", "gebruiker",
                  half.gebruiker.id.value, origin_json(from));
        return taken;
    });
}

Result<std::monostate, Login::Refusal> Login::confirm_password(Sessie const& session, std::string_view wachtwoord,
                                                               Herkomst const& from) {
    if (auto const waits = address_waits(from.adres)) return unexpected{*waits};
    bool const fits = is_current(session.gebruiker.id, wachtwoord);
    bool const right = db_.write(db::Scope::system(), [&](db::Connection& c) {
        bool const ok = fits && not_locked(c, session.gebruiker.id);
        if (!ok) note_failure(c, session.gebruiker.id, from);
        return ok;
    });
    if (!right) return unexpected{Refusal::onjuist};
    return std::monostate{};
}

bool Login::is_current(GebruikerId user, std::string_view wachtwoord) {
    auto const hash = db_.read(db::Scope::system(), [&](db::Connection& c) {
        return c.value<std::optional<std::string>>(queries::hash_of, {user});
    });
    return password_fits(hash && *hash ? **hash : "", wachtwoord.substr(0, maximum_wachtwoord + 1), cost_) != Fit::no;
}

std::string Login::set_password(Sessie const& session, std::string_view nieuw, Herkomst const& from) {
    auto const hash = hash_password(nieuw, cost_);
    return db_.write(db::Scope::system(), [&](db::Connection& c) {
        auto const& user = session.gebruiker;
        auto const now = clock_.now();
        c.exec(queries::set_password, {user.id, hash, now});
        audit(c, Access::van(user.access()), now, "wachtwoord_gewijzigd", "gebruiker", user.id.value, "{}");
        c.exec(queries::drop_sessions, {user.id});
        auto changed = session;
        changed.gebruiker.wachtwoord_tijdelijk = false;
        return renew(c, changed, session.volledig || next_step(changed.gebruiker) == Stap::klaar, from);
    });
}
}
