#include "vertrouwen/users.h"

#include "platform/json/json.h"
#include "platform/search/search.h"
#include "vertrouwen/account_rules.h"
#include "vertrouwen/factor.h"
#include "vertrouwen/queries.h"
#include "vertrouwen/session.h"

namespace vertrouwen {
namespace {
GebruikerRegel read_line(db::Row const& r) {
    return {read_user(r, 0), r.get<std::optional<std::string>>(13).value_or(""), r.get<std::optional<Timestamp>>(14)};
}

/// The words of a name between spaces, so that a part of a word is found too.
std::string plain(std::string_view name) {
    std::string joined;
    for (auto const& word : search::words(name)) joined += ' ' + word;
    return joined;
}
}

Result<GebruikerId, GebruikerRefusal> add_user(db::Connection& c, Kluis const& kluis, Access const& access,
                                               Timestamp now, NieuweGebruiker const& user) {
    GebruikerId id;
    db::assign_new(id);
    std::optional<db::Blob> secret;
    if (!user.totp_secret.empty()) secret = seal_secret(kluis, id, user.totp_secret);
    std::optional<std::string> hash;
    if (!user.wachtwoord_hash.empty()) hash = user.wachtwoord_hash;
    std::optional<Timestamp> set_on;
    if (!user.tijdelijk) set_on = now;
    auto const added =
        c.value<std::int64_t>(queries::add_user, {id, access.gemeente(), user.gebruikersnaam, user.naam, naam(user.rol),
                                                  user.team, hash, set_on, secret, true, user.taal, now});
    if (!added) return unexpected{GebruikerRefusal::naam_bezet};
    json::Writer about;
    about.object().field("rol", naam(user.rol)).end_object();
    audit(c, access, now, "gebruiker_toegevoegd", "gebruiker", id.value, about.take());
    return id;
}

Users::Lijst Users::list(Access const& access, std::string_view wanted, std::optional<Sleutel> const& after,
                         std::size_t limit) {
    auto needle = plain(wanted);
    if (!needle.empty()) needle.erase(0, 1);
    Lijst list{};
    db_.read(db::Scope::of(access.gemeente()), [&](db::Connection& c) {
        c.each(queries::list_users, {access.gemeente(), after ? after->naam : "", after ? after->id : GebruikerId{}},
               [&](db::Row const& r) {
                   if (list.more) return;
                   auto line = read_line(r);
                   auto const& user = line.gebruiker;
                   if (!needle.empty() && plain(user.naam).find(needle) == std::string::npos
                       && plain(user.gebruikersnaam).find(needle) == std::string::npos)
                       return;
                   if (list.regels.size() == limit)
                       list.more = true;
                   else
                       list.regels.push_back(std::move(line));
               });
    });
    return list;
}

std::optional<GebruikerRegel> Users::find(Access const& access, GebruikerId id) {
    return db_.read(db::Scope::of(access.gemeente()), [&](db::Connection& c) {
        return c.one(queries::find_user_line, {access.gemeente(), id}, read_line);
    });
}

std::optional<GebruikerId> Users::by_name(std::string_view gebruikersnaam) {
    return db_.read(db::Scope::system(), [&](db::Connection& c) {
        return c.value<GebruikerId>(queries::find_login, {username_key(gebruikersnaam)});
    });
}

std::vector<Team> Users::teams(Access const& access) {
    return db_.read(db::Scope::of(access.gemeente()), [&](db::Connection& c) {
        return c.list(queries::list_teams, {access.gemeente()},
                      [](db::Row const& r) { return Team{r.get<TeamId>(0), r.get<std::string>(1)}; });
    });
}

std::optional<GemeenteId> Users::municipality(std::string_view code) {
    return db_.read(db::Scope::system(),
                    [&](db::Connection& c) { return c.value<GemeenteId>(queries::find_municipality, {code}); });
}

Result<Users::Toegevoegd, GebruikerRefusal> Users::add(Access const& access, NieuweGebruiker user) {
    std::string password;
    if (user.wachtwoord_hash.empty()) {
        password = new_password();
        user.wachtwoord_hash = hash_password(password, cost_);
    }
    auto const id = add_without_password(access, user);
    if (!id) return unexpected{id.error()};
    return Toegevoegd{*id, std::move(password)};
}

Result<GebruikerId, GebruikerRefusal> Users::add_without_password(Access const& access, NieuweGebruiker const& user) {
    return db_.write(db::Scope::of(access.gemeente()),
                     [&](db::Connection& c) { return add_user(c, kluis_, access, clock_.now(), user); });
}

Result<Gebruiker, Users::WijzigRefusal> Users::other_user(db::Connection& c, Access const& access, GebruikerId id) {
    auto line = c.one(queries::find_user_line, {access.gemeente(), id}, read_line);
    if (!line) return unexpected{WijzigRefusal::niet_gevonden};
    if (id == access.gebruiker()) return unexpected{WijzigRefusal::zichzelf};
    return std::move(line->gebruiker);
}

Result<std::monostate, Users::WijzigRefusal> Users::change(Access const& access, GebruikerId id, Wijziging const& to) {
    using Outcome = Result<std::monostate, WijzigRefusal>;
    return db_.write(db::Scope::of(access.gemeente()), [&](db::Connection& c) -> Outcome {
        auto const old = other_user(c, access, id);
        if (!old) return unexpected{old.error()};
        if (c.exec(queries::change_user, {id, to.naam, naam(to.rol), to.team, to.actief, to.versie}) == 0)
            return unexpected{WijzigRefusal::intussen_gewijzigd};
        if (old->rol != to.rol || old->actief != to.actief) c.exec(queries::drop_sessions, {id});
        json::Writer about;
        about.object().field("rol_was", naam(old->rol)).field("rol", naam(to.rol));
        about.field("actief_was", old->actief).field("actief", to.actief);
        about.field("team_was", old->team ? old->team->value : 0)
            .field("team", to.team ? to.team->value : 0)
            .end_object();
        audit(c, access, clock_.now(), "gebruiker_gewijzigd", "gebruiker", id.value, about.take());
        return std::monostate{};
    });
}

Result<std::string, Users::WijzigRefusal> Users::reset_password(Access const& access, GebruikerId id) {
    using Outcome = Result<std::string, WijzigRefusal>;
    auto const password = new_password();
    auto const hash = hash_password(password, cost_);
    return db_.write(db::Scope::of(access.gemeente()), [&](db::Connection& c) -> Outcome {
        if (auto const old = other_user(c, access, id); !old) return unexpected{old.error()};
        c.exec(queries::set_password, {id, hash, std::nullopt});
        c.exec(queries::clear_wrong, {id});
        c.exec(queries::drop_sessions, {id});
        audit(c, access, clock_.now(), "wachtwoord_hersteld", "gebruiker", id.value, "{}");
        return password;
    });
}

Result<std::monostate, Users::WijzigRefusal> Users::reset_factor(Access const& access, GebruikerId id) {
    using Outcome = Result<std::monostate, WijzigRefusal>;
    return db_.write(db::Scope::of(access.gemeente()), [&](db::Connection& c) -> Outcome {
        if (auto const old = other_user(c, access, id); !old) return unexpected{old.error()};
        c.exec(queries::drop_totp, {id});
        c.exec(queries::drop_recovery_codes, {id});
        c.exec(queries::drop_sessions, {id});
        audit(c, access, clock_.now(), "tweede_factor_verwijderd", "gebruiker", id.value, "{}");
        return std::monostate{};
    });
}

Result<std::monostate, Users::WijzigRefusal> Users::set_bsn(Access const& access, GebruikerId id,
                                                            std::optional<Bsn> const& bsn) {
    using Outcome = Result<std::monostate, WijzigRefusal>;
    std::optional<db::Blob> index;
    if (bsn) index = kluis_.blind(*bsn);
    return db_.write(db::Scope::of(access.gemeente()), [&](db::Connection& c) -> Outcome {
        if (auto const old = other_user(c, access, id); !old) return unexpected{old.error()};
        c.exec(queries::set_own_bsn, {id, index});
        audit(c, access, clock_.now(), index ? "eigen_dossier_afgeschermd" : "afscherming_weggehaald", "gebruiker",
              id.value, "{}");
        return std::monostate{};
    });
}

void Users::set_password(Access const& access, GebruikerId id, std::string_view wachtwoord) {
    auto const hash = hash_password(wachtwoord, cost_);
    db_.write(db::Scope::of(access.gemeente()), [&](db::Connection& c) {
        c.exec(queries::set_password, {id, hash, clock_.now()});
        c.exec(queries::clear_wrong, {id});
        c.exec(queries::drop_sessions, {id});
        audit(c, access, clock_.now(), "wachtwoord_hersteld", "gebruiker", id.value, "{}");
    });
}
}
