#pragma once
#include "kernel/date.h"
#include "kernel/id.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What may be done with a task, and in which group of the work list it stands. Pure.
namespace werkvoorraad {

enum class Stand { open, wacht, klaar, vervallen };
std::string_view naam(Stand);
std::optional<Stand> stand_van(std::string_view);

/// The kinds of table taak, in the order of the filter chips.
struct SoortNaam {
    std::string_view naam, titel, meervoud;
};
inline constexpr int aantal_soorten = 10;
std::array<SoortNaam, aantal_soorten> const& soorten();
bool is_soort(std::string_view naam);
std::string_view soort_titel(std::string_view naam);

/// Why a task is not changed by hand; in order of precedence.
enum class Weigering {
    bestaat_niet,   // or not of this municipality, or not yours to know: the same answer
    al_klaar,
    van_ander,
    wettelijke_termijn,
    al_gewijzigd,
    onbekende_collega,
    geen_recht
};
std::string_view naam(Weigering);   // as kept with what was done together
std::optional<Weigering> weigering_van(std::string_view);
std::string_view tekst(Weigering);   // Dutch sentence, fixed, says what to do

/// A task made by a legal clock: its date is the law's, and only the fact that the clock waits for closes it.
struct Aard {
    Stand stand;
    bool van_termijn;
};
std::optional<Weigering> may_move(Aard const&);
std::optional<Weigering> may_finish(Aard const&);
std::optional<Weigering> may_assign(Aard const&);

/// Groups of the work list. A waiting task whose day has come stands with today's work again.
enum class Groep { nu, deze_week, later, wacht };
Groep groep_van(Stand, Date uiterlijk, Date today);
/// The Sunday that ends the week of `today`.
Date einde_week(Date today);

/// One line of the aggregates: so many tasks of this kind with this day.
struct Telling {
    Stand stand;
    std::string soort;
    Date uiterlijk;
    std::int64_t aantal;
};
struct Cijfers {
    std::int64_t te_laat{}, vandaag{}, deze_week{}, later{}, wacht{}, alles{};
    std::array<std::int64_t, aantal_soorten> per_soort{};
};
Cijfers cijfers(std::vector<Telling> const&, Date today);
/// How many open tasks are due on each of `days`; tasks on a day off count with the working day before it, so that no
/// task falls out of sight.
std::vector<std::int64_t> per_dag(std::vector<Telling> const&, std::vector<Date> const& days, Date today);
/// The next `count` working days from `today` on, today included even when it is a day off itself.
std::vector<Date> werkdagen(Date today, int count);

/// What the button of a task says and where it leads; the label is Dutch and fixed.
struct Stap {
    std::string_view label;
    std::string href;
};
struct StapFeiten {
    std::string_view soort, termijnsoort, titel;   // titel: the fixed Dutch one
    std::optional<DossierId> dossier;
    TaakId taak;
};
Stap volgende_stap(StapFeiten const&);
}
