#pragma once
#include "kernel/bsn.h"
#include "kernel/date.h"
#include "kernel/result.h"
#include "platform/clock/clock.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// DUO's notices: what each of the 28 events (and the 12 attention signals that are foreseen) does here, and the strict
/// reading of a line of a notice file. Pure.
namespace duo {

/// Which state a notice is about: of one group the notice that DUO registered last counts.
enum class Onderwerp { plicht, doelgroep, termijn, bericht };
enum class Gevolg {
    nieuw,                 // plichtig: open a file, note the notice
    tien_weken,            // the ten weeks have started
    overgekomen_met_pip,   // moved here with a PIP: ten weeks for a new one, same route
    tijdelijk_vrijgesteld,
    hervat,
    hervat_met_pip,
    naar_gezins_of_overig,
    naar_asiel,
    ten_einde,
    overleden,
    voldaan,
    termijn,   // start or end of the term as DUO registered it
    bericht    // on the timeline, and a task where somebody must act
};
struct Gebeurtenis {
    std::string_view code, titel;   // titel: for the timeline, Dutch B1, fixed
    Onderwerp onderwerp;
    Gevolg gevolg;
    std::string_view taak, taak_toelichting;   // empty: nobody need act
    std::string_view reden;                    // why the file closes; empty: it does not
};
std::span<Gebeurtenis const> gebeurtenissen();
Gebeurtenis const* gebeurtenis(std::string_view code);   // nullptr: not known here

bool is_code(std::string_view text);   // has the shape of a code of DUO's

struct Plicht {
    bool plichtig;
    std::optional<Date> begin, eind, gewijzigd, kennisgeving;   // begin and end both inclusive
    std::string reden_geen;
};
struct Doelgroep {
    std::string indeling, fijn, asielrechten;
    std::optional<Date> begin;
};
struct Termijn {
    Date start, einde;
    std::optional<Date> gewijzigd;
};   // einde exclusive
struct Melding {
    Timestamp geregistreerd;
    std::string code;
    std::optional<Bsn> bsn;
    std::optional<VNummer> v_nummer;
    std::optional<Plicht> plicht;
    std::optional<Doelgroep> doelgroep;
    std::optional<Termijn> termijn;
};
/// One line of a file: DUO's notification object, with under `inburgeringsplicht` that interface's answer; `doelgroep`
/// and `inburgeringstermijn` beside it or inside it. The refusal is a Dutch sentence that names the field.
Result<Melding, std::string> lees(std::string_view line);
}
