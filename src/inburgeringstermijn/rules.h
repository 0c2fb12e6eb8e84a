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
struct PipFeiten {
    Date kennisgeving;
    std::optional<Date> brp;
    bool huisvesting_28 = false;
    std::optional<Date> derden_ontvangen, verhuisd_met_pip;
};
struct PipTermijn {
    Date uiterlijk, ongerold, begin;
};
/// Besluit 5.3: ten weeks after the notice; cases of 2022 after the BRP registration; own rules after housing, a third
/// party's information and a move. `uiterlijk` is the legal day, rolled by Atw 1 and 5.
Uitgelegd<PipTermijn> pip_termijn(PipFeiten const&);

struct Termijn {
    Date start, einde /*exclusive*/, laatste_dag, schakelgrens, toets_verlenging, na_zes_maanden, herinnering;
};
Uitgelegd<Termijn> inburgeringstermijn(Date eerste_pip);
/// With gaps abroad of at most a year (Besluit 4.2): the end moves by each gap. Longer or open gaps do not move it.
Uitgelegd<Termijn> inburgeringstermijn(Date eerste_pip, std::vector<Period> const& buitenland);
/// What follows from a start and an end, also when DUO gave them. Month arithmetic keeps the day, or takes the month's
/// last.
Termijn termijn_tussen(Date start, Date einde);
/// A gap of more than a year ends the plicht (Besluit 2.1(2)); an open one when it has lasted so long on `today`.
bool langer_dan_een_jaar(Period const& buitenland, Date today);

enum class Route { b1, onderwijs, z };
struct SchakelVraag {
    Date eerste_pip;
    Route van, naar;
    Date op;
    bool bijzonder_geval = false;
    std::optional<Date> onderwijs_gestopt;
};
enum class SchakelRefusal { zelfde_route, voor_de_termijn, na_anderhalf_jaar };
std::string_view naam(SchakelRefusal);
/// Besluit 5.4: within a year and a half after the start of the first term; onderwijsroute to B1 at any time.
Result<Uitgelegd<bool>, Geweigerd<SchakelRefusal>> schakelen(SchakelVraag const&);

struct AfschaalVraag {
    Route route;
    int uren_nt2;
    int uren_intake = 0;
    bool inspanning;
    bool b1_haalbaar;
};
enum class AfschaalRefusal { niet_b1_route, te_weinig_uren, onvoldoende_inspanning, b1_haalbaar };
std::string_view naam(AfschaalRefusal);
/// Besluit 5.5: from B1 to A2, at any time; the college may, it need not.
Result<Uitgelegd<bool>, Geweigerd<AfschaalRefusal>> afschalen(AfschaalVraag const&);

struct Bezwaar {
    Date einde, ongerold, onherroepelijk_vanaf;
};
Uitgelegd<Bezwaar> bezwaar(Date bekendgemaakt);

/// Was a bezwaar in time (Awb 6:9)? Too late is not the end: ask why (Awb 6:11).
struct Indiening {
    Date bekendgemaakt, ontvangen;
    std::optional<Date> gepost;
};
enum class Tijdigheid { op_tijd, op_tijd_per_post, te_laat };
Uitgelegd<Tijdigheid> tijdigheid(Indiening const&);

/// Awb 7:10, counted from the rolled end of the bezwaar term. `herstel`: from the day repair of a defect was asked
/// until the day it was done (or the term for it was over); suspension is added before rolling.
enum class Commissie { nee, ja };
enum class Verdaagd { nee, ja };
struct Behandeling {
    Date bekendgemaakt;
    Commissie commissie = Commissie::nee;
    Verdaagd verdaagd = Verdaagd::nee;
    std::optional<Period> herstel;
};
struct Uiterste {
    Date uiterlijk, ongerold;
};
Uitgelegd<Uiterste> beslissing_op_bezwaar(Behandeling const&);

/// Awb 4:13: an application without a term of its own; the days while it is being completed do not count (4:15).
Uitgelegd<Uiterste> beslissing_op_aanvraag(Date ontvangen, std::optional<Period> const& aanvulling);

struct OntzorgVraag {
    Groep groep;
    std::optional<Date> bijstand_vanaf, bijstand_tot;
};
struct Ontzorgen {
    bool recht;
    std::optional<Date> vanaf, tot;
};
/// Pw 56a: six months from the day the right to bijstand arises, only AS-a; ends with the bijstand.
Uitgelegd<Ontzorgen> ontzorgen(OntzorgVraag const&);

Uitgelegd<Date> werkdag(Date dag);   // the day itself, or the next that is no weekend or holiday

// ---- facts of a file and its clocks ----
enum class FeitSoort {
    plicht_begin,
    kennisgeving,
    tien_weken_gestart,
    brp_inschrijving,
    huisvesting_28,
    derden_gevraagd,
    derden_ontvangen,
    verhuisd_met_pip,
    eerste_pip,
    pip_bekendgemaakt,
    duo_termijn,
    duo_verlenging,
    buitenland,
    tijdelijke_vrijstelling,
    bijstand,
    bezwaar_ontvangen,
    plicht_geeindigd,
    plicht_voldaan,
    verhuisd_zonder_pip,
    pip_vastgesteld,
    bezwaar_gepost,
    bezwaar_commissie,
    bezwaar_verdaagd,
    bezwaar_herstel,
    bezwaar_beslist,
    verlenging_aangevraagd,
    verlenging_beslist,
    ontheffing_aangevraagd,
    ontheffing_beslist,
    aanvraag_ontvangen,
    aanvraag_aanvulling,
    aanvraag_hersteltermijn,
    aanvraag_beslist,
    ingebrekestelling,
    overtreding_intake,
    overtreding_pip,
    boeterapport,
    boete_bekendgemaakt,
    boete_intake_bekendgemaakt,
    aanmaning,
    boete_betaald
};
std::string_view naam(FeitSoort);
std::string_view titel(FeitSoort);   // Dutch, for people
std::optional<FeitSoort> feit_van(std::string_view);
std::vector<FeitSoort> const& alle_feiten();
/// `een_dag`; `periode`: `tot` (exclusive) is known or still open; `periode_met_einde`: `tot` is needed.
enum class FeitVorm { een_dag, periode, periode_met_einde };
FeitVorm vorm(FeitSoort);
/// `tot` exclusive, for periods: duo_termijn (start, end), duo_verlenging (day of the decision, new end), buitenland,
/// tijdelijke_vrijstelling, bijstand, bezwaar_herstel and aanvraag_aanvulling (asked, done).
struct Feit {
    FeitSoort soort;
    Date dag;
    std::optional<Date> tot;
    bool aangenomen = false;   // nobody named this day: it stands in until somebody does
};

enum class KlokSoort {
    pip,
    inburgeringstermijn,
    schakelgrens,
    verlengingsmoment,
    herinnering,
    bezwaar,
    beslissing_op_bezwaar,
    ontzorgen,
    onderbreking,
    duo_beslist_verlenging,
    duo_beslist_ontheffing,
    beslissing_op_aanvraag,
    niet_behandelen,
    dwangsom_begint,
    dwangsom_eindigt,
    boetebesluit,
    verval_boete_intake,
    verval_boete_pip,
    derde_oproep,
    betaling_boete,
    bezwaar_boete,
    aanmaning,
    verjaring_boete
};
std::string_view naam(KlokSoort);
std::string_view titel(KlokSoort);
std::optional<KlokSoort> klok_van(std::string_view);
enum class KlokStand { loopt_nog_niet, loopt, gehaald, vervallen, stilgelegd };
struct Klok {
    KlokSoort soort;
    KlokStand stand;
    Date begin{}, uiterlijk{}, ongerold{};   // meaningless while loopt_nog_niet; uiterlijk: the last day in time
    bool van_duo = false;                    // DUO's date leads
    std::optional<Date> eigen_berekening;    // ours, where it differs from DUO's
    std::optional<Date> waarschuwing;        // from this day it is work
    std::vector<Waarom> redenen;
};
/// All clocks that the facts give, most urgent first: late, running by their day, held, waiting to start, over. A hold
/// only where the law has one (temporary exemption, repair of a defect). Facts may come in any order; none is needed.
/// Where a term is not ours to act on, `waarschuwing` is the day after it.
std::vector<Klok> klokken(Groep, std::vector<Feit> const&, Date today);
}
