#pragma once
#include "kernel/waarom.h"

#include <optional>
#include <string>
#include <vector>

/// Every legal clock of chapters 1–3 of the Wi rulebook and 1–5 of the Awb/Pw rulebook. Pure: facts and a day in,
/// dates and their why out. DUO's registered dates always lead; the difference is shown.
namespace inburgeringstermijn {

enum class Groep { as_a, as_b, gm, om };

// ---- single rules, as in the calculator ----
struct PipFeiten { Date kennisgeving; std::optional<Date> brp; bool huisvesting_28 = false; std::optional<Date> derden_ontvangen; std::optional<Date> verhuisd_met_pip; };
struct PipTermijn { Date uiterlijk, ongerold; };
Uitgelegd<PipTermijn> pip_termijn(PipFeiten const&);

struct Termijn { Date start, einde /*exclusive*/, laatste_dag, schakelgrens, toets_verlenging, na_zes_maanden, herinnering; };
Uitgelegd<Termijn> inburgeringstermijn(Date eerste_pip);
/// With gaps abroad of at most a year (Besluit 4.2): the end moves by each gap.
Uitgelegd<Termijn> inburgeringstermijn(Date eerste_pip, std::vector<Period> const& buitenland);

enum class Route { b1, onderwijs, z };
struct SchakelVraag { Date eerste_pip; Route van, naar; Date op; bool bijzonder_geval = false; std::optional<Date> onderwijs_gestopt; };
enum class SchakelRefusal { zelfde_route, voor_de_termijn, na_anderhalf_jaar };
Result<Uitgelegd<bool>, Geweigerd<SchakelRefusal>> schakelen(SchakelVraag const&);

struct AfschaalVraag { Route route; int uren_nt2; int uren_intake = 0; bool inspanning; bool b1_haalbaar; };
enum class AfschaalRefusal { niet_b1_route, te_weinig_uren, onvoldoende_inspanning, b1_haalbaar };
Result<Uitgelegd<bool>, Geweigerd<AfschaalRefusal>> afschalen(AfschaalVraag const&);

struct Bezwaar { Date einde, ongerold, onherroepelijk_vanaf; };
Uitgelegd<Bezwaar> bezwaar(Date bekendgemaakt);

struct OntzorgVraag { Groep groep; std::optional<Date> bijstand_vanaf, bijstand_tot; };
struct Ontzorgen { bool recht; std::optional<Date> vanaf, tot; };
Uitgelegd<Ontzorgen> ontzorgen(OntzorgVraag const&);

Uitgelegd<Date> werkdag(Date dag);                          // the day itself, or the next that is no weekend or holiday

// ---- facts of a file and its clocks ----
enum class FeitSoort {
    plicht_begin, kennisgeving, tien_weken_gestart, brp_inschrijving, huisvesting_28, derden_gevraagd, derden_ontvangen,
    verhuisd_met_pip, eerste_pip, pip_bekendgemaakt, duo_termijn, duo_verlenging, buitenland, tijdelijke_vrijstelling, bijstand,
    bezwaar_ontvangen, plicht_geeindigd
};
std::string_view naam(FeitSoort);
std::string_view titel(FeitSoort);                          // Dutch, for people
std::optional<FeitSoort> feit_van(std::string_view);
struct Feit { FeitSoort soort; Date dag; std::optional<Date> tot; };   // `tot` exclusive, for periods (duo_termijn, buitenland, bijstand, …)

enum class KlokSoort { pip, inburgeringstermijn, schakelgrens, verlengingsmoment, herinnering, bezwaar, beslissing_op_bezwaar, ontzorgen };
std::string_view naam(KlokSoort);
std::string_view titel(KlokSoort);
enum class KlokStand { loopt_nog_niet, loopt, gehaald, vervallen, stilgelegd };
struct Klok {
    KlokSoort soort; KlokStand stand;
    Date begin{}, uiterlijk{}, ongerold{};                   // meaningless while loopt_nog_niet; uiterlijk: the last day in time
    bool van_duo = false;                                    // DUO's date leads
    std::optional<Date> eigen_berekening;                    // ours, where it differs from DUO's
    std::optional<Date> waarschuwing;                        // from this day it is work
    std::vector<Waarom> redenen;
};
/// All clocks that the facts give, most urgent first. A hold only where the law has one (temporary exemption, repair of a defect).
std::vector<Klok> klokken(Groep, std::vector<Feit> const&, Date today);
}
