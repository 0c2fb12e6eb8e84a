#include "pip/tijdigheid.h"

#include "pip/queries.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"

#include <numeric>

namespace pip {
namespace {
using vertrouwen::Access;
using vertrouwen::Bereik;
using vertrouwen::Recht;

TijdRij row_of(db::Row const& r, Date today) {
    bool const reached = r.integer(2) != 0;
    Voortgang p;
    p.heeft_klantmanager = r.integer(4) != 0;
    p.uitgenodigd = r.integer(5) != 0;
    p.gesproken = r.integer(6) != 0;
    p.niet_verschenen = r.integer(7) != 0;
    p.intake_klaar = r.integer(8) != 0;
    p.toets_nodig = r.integer(9) == 0;
    p.toets_klaar = r.integer(10) != 0;
    p.wacht_op_derden = r.integer(11) != 0;
    p.plan = reached ? "vastgesteld" : r.get<std::string>(12);
    TijdRij row{};
    row.dossier = r.get<DossierId>(0);
    row.uiterlijk = r.date(1);
    // Reached by something else than a plan with a day (a registration of before): as in time.
    if (reached) row.vastgesteld = r.get<std::optional<Date>>(3).value_or(row.uiterlijk);
    row.tijd = tijd(row.uiterlijk, row.vastgesteld, today);
    row.oorzaak = oorzaak(p);
    return row;
}

bool belongs(TijdVraag const& q, TijdRij const& row) {
    if (q.week && maandag(row.uiterlijk) != *q.week) return false;
    if (q.oorzaak && row.oorzaak != *q.oorzaak) return false;
    if (q.stand == "alles") return true;
    if (q.stand.empty()) return row.tijd == Tijd::loopt || row.tijd == Tijd::verlopen;
    return naam(row.tijd) == q.stand;
}
bool comes_after(TijdVraag const& q, TijdRij const& row) {
    return !q.na || std::pair{row.uiterlijk, row.dossier} > *q.na;
}
/// Fifty files a question; a place that is not used holds 0, which no file has.
void add_people(db::Connection& c, Access const& access, std::vector<TijdRij>& rows) {
    constexpr std::size_t places = 50;
    std::map<DossierId, TijdRij*> by_file;
    for (auto& row : rows) by_file[row.dossier] = &row;
    for (std::size_t from = 0; from < rows.size(); from += places) {
        db::Params params{access.gemeente()};
        for (std::size_t i = from; i < from + places; ++i)
            params.emplace_back(i < rows.size() ? rows[i].dossier.value : std::int64_t{0});
        c.each(queries::in_time_people, params, [&](db::Row const& r) {
            auto& row = *by_file.at(r.get<DossierId>(0));
            row.persoon = r.get<PersoonId>(1);
            row.nummer = r.text(2);
            row.naam = r.text(3);
            row.wie = r.text(4);
            row.team = r.text(5);
            row.eigen_tekst = r.text(6);
        });
    }
}
}

std::int64_t Tijdbeeld::totaal() const {
    std::int64_t all = 0;
    for (auto const& [week, counts] : per_week) all += std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    return all;
}
std::int64_t Tijdbeeld::van(Tijd time) const {
    std::int64_t all = 0;
    for (auto const& [week, counts] : per_week) all += counts[static_cast<std::size_t>(time)];
    return all;
}

Date maandag(Date day) {
    auto const since = std::chrono::weekday{day} - std::chrono::Monday;
    return day - since;
}

namespace {
constexpr std::chrono::weeks one_week{1};
constexpr int weeks_back = 8, weeks_ahead = 12;
}

Venster passend(std::map<Date, std::int64_t> const& per_week, std::optional<Date> vanaf, Date today) {
    auto const size = [&](Date week) {
        auto const found = per_week.find(week);
        return found == per_week.end() ? std::int64_t{0} : found->second;
    };
    Date const first = vanaf.value_or(maandag(today));
    Venster v{first, first + one_week};
    auto total = size(first);
    Date const earliest = vanaf ? first : first - weeks_back * one_week;
    Date const latest = first + (vanaf ? weeks_back + weeks_ahead : weeks_ahead) * one_week;
    // One week ahead, one back, as long as it fits; so that what is late and what is due stay together.
    for (bool grows = true; grows;) {
        grows = false;
        if (v.tot < latest && total + size(v.tot) <= meeste_in_venster) {
            total += size(v.tot);
            v.tot += one_week;
            grows = true;
        }
        if (v.van > earliest && total + size(v.van - one_week) <= meeste_in_venster) {
            v.van -= one_week;
            total += size(v.van);
            grows = true;
        }
    }
    return v;
}

Venster window(db::Connection& c, Access const& access, std::optional<Date> vanaf, Date today) {
    std::map<Date, std::int64_t> sizes;
    Date const first = vanaf.value_or(maandag(today) - weeks_back * one_week);
    c.each(queries::in_time_sizes, {access.gemeente(), first, first + (weeks_back + weeks_ahead) * one_week},
           [&](db::Row const& r) { sizes[maandag(r.date(0))] += r.integer(1); });
    return passend(sizes, vanaf, today);
}

Tijdbeeld in_time(db::Connection& c, Access const& access, TijdVraag const& q, Date today) {
    Tijdbeeld found;
    auto const reach = access.bereik_van(Recht::cohort_inzien);
    if (reach == Bereik::geen) return found;
    bool const all = reach == Bereik::gemeente;
    // Who has no team reaches only the own files: no team has number -1.
    auto const team = all ? TeamId{} : access.team().value_or(TeamId{-1});
    c.each(queries::in_time, {access.gemeente(), q.van, q.tot, team, access.gebruiker(), q.team, q.wie},
           [&](db::Row const& r) {
               auto const row = row_of(r, today);
               ++found.per_week[maandag(row.uiterlijk)][static_cast<std::size_t>(row.tijd)];
               if (!row.vastgesteld) ++found.per_oorzaak[static_cast<std::size_t>(row.oorzaak)];
               if (!belongs(q, row) || !comes_after(q, row)) return;
               if (found.rijen.size() < q.limiet)
                   found.rijen.push_back(row);
               else
                   found.meer = true;
           });
    add_people(c, access, found.rijen);
    return found;
}

std::string csv_cell(std::string_view text) {
    constexpr std::string_view dangerous = "=+-@|%\t\r\n";
    auto const first = text.find_first_not_of(" \xEF\xBB\xBF");
    std::string cell = "\"";
    if (first != std::string_view::npos && dangerous.find(text[first]) != std::string_view::npos) cell += '\'';
    for (char const c : text) {
        if (c == '"') cell += '"';
        cell += c == '\r' || c == '\n' ? ' ' : c;
    }
    return cell + "\"";
}

std::string csv(std::vector<TijdRij> const& rows) {
    std::string out = "\xEF\xBB\xBF"
                      "dossier;naam;uiterlijk;vastgesteld;stand;oorzaak;toelichting;begeleider;team\r\n";
    for (auto const& row : rows) {
        auto const add = [&](std::string_view text, char end = ';') { (out += csv_cell(text)) += end; };
        add(row.nummer);
        add(row.naam);
        add(to_iso(row.uiterlijk));
        add(row.vastgesteld ? to_iso(*row.vastgesteld) : std::string{});
        add(titel(row.tijd));
        add(row.vastgesteld ? std::string_view{} : titel(row.oorzaak));
        add(row.eigen_tekst);
        add(row.wie);
        out += csv_cell(row.team) + "\r\n";
    }
    return out;
}

std::optional<EigenOorzaak> own_cause(db::Connection& c, Access const& access, DossierId dossier) {
    check(!access.dossier() || *access.dossier() == dossier);
    auto found = c.one(queries::own_cause, {dossier, access.gemeente()}, [](db::Row const& r) {
        return EigenOorzaak{r.get<std::string>(0), r.get<std::optional<std::string>>(1).value_or(""), r.timestamp(2)};
    });
    return found && !found->tekst.empty() ? found : std::nullopt;
}

void explain_delay(db::Connection& c, Access const& access, Timestamp now, DossierId dossier, std::string_view tekst) {
    check(!access.dossier() || *access.dossier() == dossier);
    c.exec(queries::insert_cause, {db::new_id(), access.gemeente(), dossier, tekst, access.gebruiker(), now});
    json::Writer w;
    w.object().field("leeg", tekst.empty()).end_object();
    vertrouwen::audit(c, access, now, "pip.oorzaak", "dossier", dossier.value, w.take());
}
}
