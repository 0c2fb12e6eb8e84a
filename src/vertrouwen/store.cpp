#include "vertrouwen/store.h"

#include "platform/jobs/jobs.h"
#include "platform/json/json.h"
#include "vertrouwen/queries.h"
#include "vertrouwen/session.h"

#include <sodium.h>

namespace vertrouwen {
namespace {
constexpr std::chrono::minutes half_way{10};   // a session that lacks its second factor
constexpr std::chrono::hours kept{24};         // how long a timed-out session can still save its form
}

std::string new_token() {
    std::array<unsigned char, 32> random{};
    check(sodium_init() >= 0);
    randombytes_buf(random.data(), random.size());
    std::array<char, 64> text{};
    sodium_bin2base64(text.data(), text.size(), random.data(), random.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

db::Blob token_hash(std::string_view token) {
    std::string sum(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(sum.data()), sum.size(),
                       reinterpret_cast<unsigned char const*>(token.data()), token.size(), nullptr, 0);
    return {std::move(sum)};
}

Gebruiker read_user(db::Row const& r, int from) {
    auto const rol = rol_van(r.text(from + 4));
    check(rol.has_value());
    return {.id = r.get<GebruikerId>(from),
            .gemeente = r.get<GemeenteId>(from + 1),
            .gebruikersnaam = r.get<std::string>(from + 2),
            .naam = r.get<std::string>(from + 3),
            .rol = *rol,
            .team = r.get<std::optional<TeamId>>(from + 5),
            .actief = r.boolean(from + 6),
            .tweede_factor = r.boolean(from + 7),
            .taal = r.get<std::string>(from + 8),
            .versie = r.integer(from + 9),
            .gemeente_naam = r.get<std::string>(from + 10),
            .beleid = r.get<std::string>(from + 11),
            .wachtwoord_tijdelijk = r.boolean(from + 12)};
}

namespace {
std::optional<Sessie> read_session(db::Database& database, std::string_view token) {
    if (token.size() != 43) return std::nullopt;   // 32 bytes in base64
    return database.read(db::Scope::system(), [&](db::Connection& c) {
        return c.one(queries::find_session, {token_hash(token)}, [](db::Row const& r) {
            return Sessie{r.integer(0),   read_user(r, 6), r.boolean(1),         r.blob(2).bytes,
                          r.timestamp(3), r.timestamp(4),  r.get<std::string>(5)};
        });
    });
}
}

std::optional<Sessie> Store::session(std::string_view token, int idle_minutes, int absolute_hours) {
    auto found = read_session(db_, token);
    auto const now = clock_.now();
    if (!found || !found->gebruiker.actief) return std::nullopt;
    if (found->laatst_gezien.plus(std::chrono::minutes{idle_minutes}) < now) return std::nullopt;
    if (found->aangemaakt.plus(std::chrono::hours{absolute_hours}) < now) return std::nullopt;
    if (!found->volledig && found->aangemaakt.plus(half_way) < now) return std::nullopt;
    if (found->laatst_gezien.plus(std::chrono::minutes{1}) < now)
        db_.write(db::Scope::system(), [&](db::Connection& c) { c.exec(queries::touch_session, {found->id, now}); });
    return found;
}

std::optional<Sessie> Store::expired_session(std::string_view token) {
    auto found = read_session(db_, token);
    if (!found || !found->gebruiker.actief || !found->volledig) return std::nullopt;
    if (found->laatst_gezien.plus(kept) < clock_.now()) return std::nullopt;
    return found;
}

std::optional<Gebruiker> Store::user(GebruikerId id) {
    return db_.read(db::Scope::system(), [&](db::Connection& c) {
        return c.one(queries::find_user, {id}, [](db::Row const& r) { return read_user(r, 0); });
    });
}

std::optional<Store::DossierRelatie> Store::relation(Access::Gebruiker const& user, DossierId dossier) {
    db::Params const params{dossier, user.id, user.team, clock_.today(), clock_.now()};
    return db_.read(db::Scope::system(), [&](db::Connection& c) {
        bool known_here = false;
        auto relation = c.one(queries::find_relation, params, [&](db::Row const& r) {
            DossierRelatie found{.gemeente = r.get<GemeenteId>(0), .persoon = r.get<PersoonId>(1)};
            if (r.boolean(2))
                found.relatie = Relatie::eigen;
            else if (r.boolean(3))
                found.relatie = Relatie::vervanging;
            else if (r.boolean(4))
                found.relatie = Relatie::team;
            if (!r.is_null(5)) found.gekozen_doel = doel_van(r.text(5));
            known_here = r.boolean(6);
            found.open = r.boolean(7);
            found.overleden = r.boolean(8);
            return found;
        });
        if (relation && known_here)
            relation->eigen_gezin = c.value<int>(queries::is_family, {user.id, relation->persoon}).has_value();
        return relation;
    });
}

void Store::grant_purpose(Access::Gebruiker const& user, DossierId dossier, Doel doel, std::string_view reden) {
    bool const emergency = doel == Doel::noodtoegang;
    auto const now = clock_.now();
    auto const until = now.plus(emergency ? std::chrono::hours{1} : std::chrono::hours{8});
    auto const id = db::new_id();
    json::Writer about;
    about.object().field("doel", naam(doel)).field("toegang", id).end_object();
    auto const details = about.take();
    db_.write(db::Scope::of(user.gemeente), [&](db::Connection& c) {
        c.exec(queries::add_access, {id, user.gemeente, user.id, dossier, naam(doel), reden, now, until});
        audit(c, Access::van(user), now, emergency ? "noodtoegang" : "doel_gekozen", "dossier", dossier.value, details);
        if (emergency) jobs::add(c, user.gemeente, alert_job, fmt::format("noodtoegang {}", dossier.value), now);
    });
}

std::vector<GebruikerId> privacy_officers(db::Connection& c, GemeenteId gemeente) {
    return c.list(queries::privacy_officers, {gemeente}, [](db::Row const& r) { return r.get<GebruikerId>(0); });
}

void Store::family_alert(Access::Gebruiker const& user, DossierId dossier) {
    db_.write(db::Scope::of(user.gemeente), [&](db::Connection& c) {
        auto const now = clock_.now();
        audit(c, Access::van(user), now, "eigen_dossier_geweigerd", "eigen_dossier", dossier.value, "{}");
        // Somebody who keeps trying makes one task, not a hundred.
        auto const once = fmt::format("eigen_dossier {} {}", user.id.value, dossier.value);
        jobs::add(c, user.gemeente, alert_job, fmt::format("eigen_dossier {}", dossier.value), now, once);
    });
}
}
