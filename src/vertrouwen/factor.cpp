#include "vertrouwen/factor.h"

#include "vertrouwen/queries.h"
#include "vertrouwen/totp.h"

namespace vertrouwen {
namespace {
std::string owned(GebruikerId user, std::string_view what) {
    return std::to_string(user.value) + ':' + std::string{what};
}
db::Blob recovery_hash(Kluis const& kluis, GebruikerId user, std::string_view code) {
    return {kluis.mac("herstelcode", owned(user, recovery_key(code)))};
}
}

db::Blob seal_secret(Kluis const& kluis, GebruikerId user, std::string_view secret) {
    return kluis.seal(owned(user, secret));
}

std::optional<std::string> unseal_secret(Kluis const& kluis, GebruikerId user, db::Blob const& sealed) {
    auto const plain = kluis.try_open(sealed);
    auto const front = owned(user, "");
    if (!plain || !plain->starts_with(front)) return std::nullopt;
    return plain->substr(front.size());
}

void keep_secret(db::Connection& c, Kluis const& kluis, GebruikerId user, std::string_view secret,
                 std::int64_t used_step) {
    c.exec(queries::set_totp, {user, seal_secret(kluis, user, secret), used_step});
}

bool take_code(db::Connection& c, Kluis const& kluis, GebruikerId user, std::string_view code) {
    auto const sealed = c.value<std::optional<db::Blob>>(queries::totp_of, {user});
    if (!sealed || !*sealed) return false;
    auto const secret = unseal_secret(kluis, user, **sealed);
    check(secret.has_value());
    auto const step = totp_step(*secret, code, totp_now());
    return step && c.value<std::int64_t>(queries::take_totp_step, {user, *step}).has_value();
}

bool take_recovery_code(db::Connection& c, Kluis const& kluis, Timestamp now, GebruikerId user, std::string_view code) {
    if (code.size() > 40) return false;
    return c.value<std::int64_t>(queries::take_recovery_code, {user, recovery_hash(kluis, user, code), now})
        .has_value();
}

std::vector<std::string> replace_recovery_codes(db::Connection& c, Kluis const& kluis, GebruikerId user) {
    c.exec(queries::drop_recovery_codes, {user});
    auto codes = new_recovery_codes();
    for (auto const& code : codes)
        c.exec(queries::add_recovery_code, {db::new_id(), user, recovery_hash(kluis, user, code)});
    return codes;
}
}
