#pragma once
#include "pip/oorzaak.h"
#include "platform/db/db.h"
#include "vertrouwen/rules.h"

#include <array>
#include <map>

/// Who gets the plan in time, who not, and what holds it up: of all open files in the reader's reach.
namespace pip {

struct TijdVraag {
    Date van, tot;   // window of last days; tot exclusive
    TeamId team{};   // 0: all
    GebruikerId wie{};
    std::string stand;   // a Tijd by name, "alles", or empty: those without a plan
    std::optional<Oorzaak> oorzaak;
    std::optional<Date> week;                       // the list only: the week that begins on this Monday
    std::optional<std::pair<Date, DossierId>> na;   // where the page before ended, exclusive
    std::size_t limiet = 50;
};
struct TijdRij {
    DossierId dossier;
    Date uiterlijk;
    std::optional<Date> vastgesteld;
    Tijd tijd;
    Oorzaak oorzaak;
    PersoonId persoon{};
    std::string nummer, naam, wie, team, eigen_tekst;
};
struct Tijdbeeld {
    std::map<Date, std::array<std::int64_t, 4>> per_week;      // Monday → counts by Tijd
    std::array<std::int64_t, aantal_oorzaken> per_oorzaak{};   // of those without a plan
    std::vector<TijdRij> rijen;
    bool meer = false;   // there is a next page
    std::int64_t totaal() const;
    std::int64_t van(Tijd) const;
};
Date maandag(Date day);
/// Weeks around today (8 back, 12 ahead), or 20 from a Monday on; fewer where so many files would make the reader wait.
/// At least one week.
struct Venster {
    Date van, tot;   // Mondays; tot exclusive
};
inline constexpr std::int64_t meeste_in_venster = 10'000;
Venster passend(std::map<Date, std::int64_t> const& per_week, std::optional<Date> vanaf, Date today);
Venster window(db::Connection&, vertrouwen::Access const&, std::optional<Date> vanaf, Date today);
/// Counts over the whole window, rows of one page. One indexed question, and one a row for its name.
Tijdbeeld in_time(db::Connection&, vertrouwen::Access const&, TijdVraag const&, Date today);
/// A page as CSV (RFC 4180), with a heading; what a spreadsheet could take for a formula is made harmless.
std::string csv(std::vector<TijdRij> const&);
std::string csv_cell(std::string_view text);

struct EigenOorzaak {
    std::string tekst, door;
    Timestamp op;
};
std::optional<EigenOorzaak> own_cause(db::Connection&, vertrouwen::Access const&, DossierId);
/// An empty text takes the former one back.
void explain_delay(db::Connection&, vertrouwen::Access const&, Timestamp now, DossierId, std::string_view tekst);
}
