#include "platform/json/json.h"
#include "vertrouwen/factor.h"
#include "vertrouwen/login.h"
#include "vertrouwen/queries.h"
#include "vertrouwen/totp.h"

#include <sodium.h>

namespace vertrouwen {

std::int64_t Login::recovery_codes_left(GebruikerId user) {
    return db_.read(db::Scope::system(), [&](db::Connection& c) {
        return c.value<std::int64_t>(queries::count_recovery_codes, {user}).value_or(0);
    });
}

std::string Login::sealed_secret(GebruikerId user, std::string_view secret) const {
    auto const sealed = seal_secret(kluis_, user, secret).bytes;
    std::string text(sodium_base64_encoded_len(sealed.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<unsigned char const*>(sealed.data()), sealed.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.pop_back();   // the NUL
    return text;
}

std::optional<std::string> Login::open_secret(GebruikerId user, std::string_view text) const {
    if (text.size() > 400) return std::nullopt;
    std::string sealed(text.size(), '\0');
    std::size_t length{};
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(sealed.data()), sealed.size(), text.data(), text.size(),
                          nullptr, &length, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
        != 0)
        return std::nullopt;
    sealed.resize(length);
    auto secret = unseal_secret(kluis_, user, {std::move(sealed)});
    return secret && is_totp_secret(*secret) ? secret : std::nullopt;
}

Result<Login::Ingesteld, Login::Refusal> Login::set_up_factor(Sessie const& session, std::string_view secret,
                                                              std::string_view code, Herkomst const& from) {
    if (auto const waits = address_waits(from.adres)) return unexpected{*waits};
    auto const step = totp_step(secret, code, totp_now());
    auto made = db_.write(db::Scope::system(), [&](db::Connection& c) -> std::optional<Ingesteld> {
        auto const& user = session.gebruiker;
        if (!step || !not_locked(c, user.id)) {
            note_failure(c, user.id, from);
            return std::nullopt;
        }
        keep_secret(c, kluis_, user.id, secret, *step);
        auto codes = replace_recovery_codes(c, kluis_, user.id);
        audit(c, Access::van(user.access()), clock_.now(), "tweede_factor_ingesteld", "gebruiker", user.id.value, "{}");
        return Ingesteld{renew(c, session, true, from), std::move(codes)};
    });
    if (!made) return unexpected{Refusal::onjuist};
    return std::move(*made);
}

std::vector<std::string> Login::renew_recovery_codes(Sessie const& session) {
    return db_.write(db::Scope::system(), [&](db::Connection& c) {
        auto const& user = session.gebruiker;
        audit(c, Access::van(user.access()), clock_.now(), "herstelcodes_vernieuwd", "gebruiker", user.id.value, "{}");
        return replace_recovery_codes(c, kluis_, user.id);
    });
}

std::vector<Login::SessieRegel> Login::sessions(GebruikerId user, int idle_minutes, int absolute_hours) {
    auto const now = clock_.now();
    return db_.read(db::Scope::system(), [&](db::Connection& c) {
        return c.list(
            queries::list_sessions,
            {user, now.plus(-std::chrono::minutes{idle_minutes}), now.plus(-std::chrono::hours{absolute_hours})},
            [](db::Row const& r) {
                return SessieRegel{r.integer(0), r.timestamp(1), r.timestamp(2), r.get<std::string>(3)};
            });
    });
}

void Login::end_session(Sessie const& session, std::int64_t session_id) {
    db_.write(db::Scope::system(), [&](db::Connection& c) {
        if (c.exec(queries::drop_session, {session_id, session.gebruiker.id}) == 0) return;
        audit(c, Access::van(session.gebruiker.access()), clock_.now(), "sessie_beeindigd", "gebruiker",
              session.gebruiker.id.value, "{}");
    });
}

void Login::log_out(Sessie const& session) {
    db_.write(db::Scope::system(), [&](db::Connection& c) {
        c.exec(queries::drop_session, {session.id, session.gebruiker.id});
        if (session.volledig)
            audit(c, Access::van(session.gebruiker.access()), clock_.now(), "uitgelogd", "gebruiker",
                  session.gebruiker.id.value, "{}");
    });
}

std::string Login::begin_full_session(Gebruiker const& user, Herkomst const& from) {
    return db_.write(db::Scope::system(), [&](db::Connection& c) { return begin_session(c, user, true, from); });
}

void Login::set_language(GebruikerId user, std::string_view taal) {
    db_.write(db::Scope::system(), [&](db::Connection& c) { c.exec(queries::set_language, {user, taal}); });
}

void Login::set_name(Sessie const& session, std::string_view naam) {
    db_.write(db::Scope::system(), [&](db::Connection& c) {
        c.exec(queries::set_own_name, {session.gebruiker.id, naam});
        audit(c, Access::van(session.gebruiker.access()), clock_.now(), "eigen_naam_gewijzigd", "gebruiker",
              session.gebruiker.id.value, "{}");
    });
}

void sweep(db::Database& database, Timestamp now) {
    database.write(db::Scope::system(), [&](db::Connection& c) {
        auto const day = now.plus(-std::chrono::hours{24});
        c.exec(queries::sweep_sessions, {day});
        c.exec(queries::sweep_attempts, {day});
        c.exec(queries::sweep_forms, {day});
    });
}

std::string start_session(db::Database& database, Kluis const& kluis, platform::Clock clock, GebruikerId user,
                          std::string_view adres) {
    auto const about = Store{database, kluis, clock}.user(user);
    check(about.has_value());
    return Login{database, kluis, clock}.begin_full_session(*about, {std::string{adres}, ""});
}

std::string browser_name(std::string_view user_agent) {
    // In this order: Edge and Opera also say Chrome, and Chrome also says Safari.
    constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"Edg", "Edge"}, {"OPR", "Opera"}, {"Firefox", "Firefox"}, {"Chrome", "Chrome"}, {"Safari", "Safari"}};
    for (auto const& [sign, name] : names)
        if (user_agent.find(sign) != std::string_view::npos) return std::string{name};
    return {};
}
}
