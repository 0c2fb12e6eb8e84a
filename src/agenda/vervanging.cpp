#include "agenda/vervanging.h"

#include "agenda/queries.h"
#include "vertrouwen/store.h"

namespace agenda {
namespace {
Collega colleague(db::Row const& r) { return {r.get<GebruikerId>(0), r.get<std::string>(1)}; }
bool may_for(vertrouwen::Access const& access, GebruikerId absent) {
    return absent == access.gebruiker() || access.rol() == vertrouwen::Rol::regisseur;
}
}

std::vector<Collega> afwezigen_voor(db::Connection& c, GebruikerId vervanger, Date today) {
    return c.list(queries::absent_for, {vervanger, today}, colleague);
}

std::vector<Vervanging> vervangingen(db::Connection& c, vertrouwen::Access const& access, Date today) {
    return c.list(queries::substitutions, {access.gemeente(), today}, [](db::Row const& r) {
        return Vervanging{r.get<std::int64_t>(0), r.get<GebruikerId>(1), r.get<GebruikerId>(2), r.get<std::string>(3),
                          r.get<std::string>(4),  r.get<Date>(5),        r.get<Date>(6),        !r.is_null(7)};
    });
}

std::vector<Collega> collegas(db::Connection& c, vertrouwen::Access const& access) {
    return c.list(queries::colleagues, {access.gemeente(), true}, colleague);
}

Result<std::int64_t, VervangingRefusal> vervang(db::Connection& c, vertrouwen::Access const& access, Timestamp now,
                                                Date today, GebruikerId afwezig, GebruikerId vervanger, Period period) {
    auto const known = [&](GebruikerId id) {
        return c.value<std::int64_t>(queries::is_colleague, {access.gemeente(), id, true}).has_value();
    };
    if (!may_for(access, afwezig)) return unexpected{VervangingRefusal::niet_voor_een_ander};
    if (!known(afwezig) || !known(vervanger)) return unexpected{VervangingRefusal::onbekende_collega};
    if (afwezig == vervanger) return unexpected{VervangingRefusal::zelfde_persoon};
    if (!period.until || *period.until <= period.from) return unexpected{VervangingRefusal::einde_voor_begin};
    if (*period.until <= today) return unexpected{VervangingRefusal::al_voorbij};
    if (c.value<std::int64_t>(queries::overlapping_substitution, {afwezig, period.from, *period.until}))
        return unexpected{VervangingRefusal::overlapt};
    auto const id = db::new_id();
    c.exec(queries::add_substitution, {id, access.gemeente(), afwezig, vervanger, period.from, *period.until});
    vertrouwen::audit(c, access, now, "vervanging_gemaakt", "vervanging", id, "{}");
    return id;
}

bool trek_in(db::Connection& c, vertrouwen::Access const& access, Timestamp now, std::int64_t id) {
    auto const absent = c.value<GebruikerId>(queries::substitution_of, {access.gemeente(), id});
    if (!absent || !may_for(access, *absent)) return false;
    c.exec(queries::withdraw_substitution, {access.gemeente(), id, now});
    vertrouwen::audit(c, access, now, "vervanging_ingetrokken", "vervanging", id, "{}");
    return true;
}
}
