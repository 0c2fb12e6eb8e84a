#pragma once
#include "kernel/date.h"
#include "kernel/law.h"
#include "kernel/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Letters: which there are, what may stand in them, and when one may go out. Pure.
namespace brieven {

enum class Soort { oproep_intake, tweede_oproep_intake, pip_beschikking, afspraak };
inline constexpr int aantal_soorten = 4;
std::string_view naam(Soort);    // "oproep_intake", as stored
std::string_view titel(Soort);   // Dutch, for staff: "Uitnodiging voor de intake"
std::optional<Soort> soort_van(std::string_view);
std::vector<Soort> const& soorten();

/// How a letter reached the person (Awb 3:41; digital only where the person said so, Awb 2:8).
enum class Wijze { post, uitgereikt, digitaal };
std::string_view naam(Wijze);
std::string_view titel(Wijze);           // Dutch
std::string_view verzonden_zin(Wijze);   // for the timeline
std::optional<Wijze> wijze_van(std::string_view);
enum class Stand { in_concept, verzonden, retour };
std::string_view naam(Stand);   // "concept", "verzonden", "retour"
std::string_view titel(Stand);
std::optional<Stand> stand_van(std::string_view);

/// Why a letter is not made, sent or marked as returned. In order of precedence: the first that applies.
enum class BriefRefusal {
    bestaat_niet,
    dossier_gesloten,
    overleden,
    gezondheid_in_brief,   // something of a health leefgebied among its values
    al_verzonden,          // what was sent is fixed
    niet_verzonden,        // only what was sent can come back
    niet_teruggekomen,     // only what came back is sent again
    gewijzigd,             // somebody changed it in between
    geen_dag,
    dag_in_toekomst,
    dag_te_vroeg,   // before the letter was made, or came back before it went
    adres_geheim,   // never on paper to be posted
    adres_onbekend,
    geen_toestemming,   // digital sending without the person's word for it
    geen_reden,
    reden_te_lang,
    sjabloon_onbruikbaar   // the municipality's own text no longer fits; the administrator is told what and where
};
std::string_view tekst(BriefRefusal);   // Dutch: what is wrong and what to do next
std::optional<LawRef> bron(BriefRefusal);

/// What is known when somebody wants to send. `woont`: there is an address that can be written to.
struct Verzendfeiten {
    Stand stand;
    bool open, overleden, geheim, woont, toestemming;
    Date gemaakt;
};
std::optional<BriefRefusal> check_verzend(Verzendfeiten const&, Wijze, std::optional<Date> dag, Date today);
inline constexpr std::size_t langste_reden = 500;   // characters
std::optional<BriefRefusal> check_retour(Stand, std::optional<Date> verzonden_op, std::optional<Date> dag,
                                         std::string_view reden, Date today);
/// Last day for an objection: six weeks from the day after the decision was made known, rolled (Awb 6:7, 6:8; Atw 1).
Date bezwaar_tot(Date bekendgemaakt);
}
