#include "vertrouwen/logs.h"

#include "platform/json/json.h"
#include "vertrouwen/queries.h"

namespace vertrouwen {
namespace {

LeesRegel read_line(db::Row const& r) {
    return {r.integer(0),
            r.timestamp(1),
            r.get<GebruikerId>(2),
            r.get<std::optional<std::string>>(3).value_or(""),
            r.get<std::optional<std::string>>(4).value_or(""),
            r.get<std::optional<DossierId>>(5),
            r.get<std::optional<std::string>>(6).value_or(""),
            r.get<std::string>(7),
            r.get<std::string>(8),
            r.get<std::string>(9),
            r.get<std::string>(10)};
}

/// The first number in the read log at or after a moment. Numbers and moments rise together, so halving finds it in
/// some twenty look-ups where an index on the moment would cost every read of a page.
std::int64_t number_at(db::Connection& c, GemeenteId gemeente, Timestamp moment) {
    std::int64_t low = 1, high = c.value<std::int64_t>(queries::last_readlog, {gemeente}).value_or(0) + 1;
    while (low < high) {
        auto const middle = low + (high - low) / 2;
        auto const at = c.value<Timestamp>(queries::readlog_moment, {gemeente, middle});
        if (at && *at < moment)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

AuditRegel read_audit(db::Row const& r) {
    return {r.integer(0),
            r.timestamp(1),
            r.get<std::optional<std::string>>(2).value_or(""),
            r.get<std::string>(3),
            r.get<std::string>(4),
            r.integer(5),
            r.get<std::string>(6),
            {},
            {},
            {}};
}
AuditRegel read_audit_about(db::Row const& r) {
    auto line = read_audit(r);
    line.dossier = r.get<std::optional<DossierId>>(7);
    line.dossier_nummer = r.get<std::optional<std::string>>(8).value_or("");
    line.over_collega = r.get<std::optional<std::string>>(9).value_or("");
    return line;
}
constexpr std::int64_t no_end = std::numeric_limits<std::int64_t>::max();
std::int64_t rows(std::size_t limit) { return static_cast<std::int64_t>(limit); }
}

std::vector<LeesRegel> read_log(db::Connection& c, Access const& access, LeesFilter const& filter, std::size_t limit) {
    auto const gemeente = access.gemeente();
    auto const from = filter.vanaf ? number_at(c, gemeente, *filter.vanaf) : 1;
    auto const end = std::min(filter.tot ? number_at(c, gemeente, *filter.tot) : no_end, filter.voor.value_or(no_end));
    db::Params params{gemeente, from, end, rows(limit)};
    auto sql = queries::read_log;
    if (filter.persoon && filter.gebruiker)
        sql = queries::read_log_of_both;
    else if (filter.persoon)
        sql = queries::read_log_of_person;
    else if (filter.gebruiker)
        sql = queries::read_log_of_user;
    if (filter.persoon) params.emplace_back(*filter.persoon);
    if (filter.gebruiker) params.emplace_back(*filter.gebruiker);
    return c.list(sql, params, read_line);
}

std::optional<DossierVerwijzing> file_by_number(db::Connection& c, Access const& access, std::string_view nummer) {
    return c.one(queries::file_by_number, {access.gemeente(), nummer}, [](db::Row const& r) {
        return DossierVerwijzing{r.get<DossierId>(0), r.get<PersoonId>(1), r.get<std::string>(2)};
    });
}

std::optional<std::string> number_of_file(db::Connection& c, Access const& access, DossierId dossier) {
    return c.value<std::string>(queries::number_of_file, {access.gemeente(), dossier});
}

std::vector<Lezer> readers(db::Connection& c, Access const& access, PersoonId persoon) {
    return c.list(queries::readers, {access.gemeente(), persoon},
                  [](db::Row const& r) { return Lezer{r.get<GebruikerId>(0), r.get<std::string>(1)}; });
}

std::vector<Lezer> users_by_name(db::Connection& c, Access const& access) {
    return c.list(queries::users_by_name, {access.gemeente()},
                  [](db::Row const& r) { return Lezer{r.get<GebruikerId>(0), r.get<std::string>(1)}; });
}

std::vector<AuditRegel> audit_log(db::Connection& c, Access const& access, std::optional<std::int64_t> before,
                                  std::size_t limit) {
    return c.list(queries::audit_log, {access.gemeente(), before.value_or(no_end), rows(limit)}, read_audit_about);
}

std::vector<AuditRegel> family_alerts(db::Connection& c, Access const& access, std::size_t limit) {
    return c.list(queries::family_alerts, {access.gemeente(), rows(limit)}, read_audit);
}

std::vector<ToegangRegel> accesses(db::Connection& c, Access const& access, ToegangSoort kind,
                                   std::optional<std::int64_t> before, std::size_t limit) {
    bool const emergency = kind != ToegangSoort::alles, open = kind == ToegangSoort::na_te_kijken;
    return c.list(queries::accesses, {access.gemeente(), before.value_or(no_end), rows(limit), emergency, open},
                  [](db::Row const& r) {
                      return ToegangRegel{r.integer(0),
                                          r.get<std::string>(1),
                                          r.get<std::string>(2),
                                          r.get<DossierId>(3),
                                          r.get<std::optional<std::string>>(4).value_or(""),
                                          r.get<std::string>(5),
                                          r.get<std::string>(6),
                                          r.timestamp(7),
                                          r.timestamp(8),
                                          r.get<std::optional<std::string>>(9).value_or(""),
                                          r.get<std::optional<std::string>>(10).value_or(""),
                                          r.get<std::optional<Timestamp>>(11)};
                  });
}

std::int64_t to_review(db::Connection& c, GemeenteId gemeente) {
    return c.value<std::int64_t>(queries::count_to_review, {gemeente}).value_or(0);
}

Result<std::monostate, OordeelRefusal> review(db::Connection& c, Access const& access, Timestamp now, std::int64_t id,
                                              std::string_view oordeel) {
    auto const owner = c.value<GebruikerId>(queries::owner_of_access, {access.gemeente(), id});
    if (!owner) return unexpected{OordeelRefusal::niet_gevonden};
    if (*owner == access.gebruiker()) return unexpected{OordeelRefusal::eigen_toegang};
    if (c.exec(queries::review_access, {access.gemeente(), id, access.gebruiker(), now, oordeel}) == 0)
        return unexpected{OordeelRefusal::al_nagekeken};
    audit(c, access, now, "toegang_nagekeken", "toegang", id, "{}");
    return std::monostate{};
}
}
