#pragma once
#include "inburgeringstermijn/rules.h"

/// What the files that make the clocks share: the facts with questions to ask them, and the state of the plicht.
namespace inburgeringstermijn::klokwerk {

struct Feiten {
    std::vector<Feit> const& alle;
    /// Latest by its day; of two on one day the one written last.
    std::optional<Feit> laatste(FeitSoort) const;
    std::optional<Date> dag(FeitSoort) const;   // of the latest
    std::optional<Date> eerste_dag(FeitSoort) const;
    std::optional<Date> dag_vanaf(FeitSoort, Date from) const;   // the first on or after
    std::vector<Period> perioden(FeitSoort) const;               // by their start
    bool heeft(FeitSoort) const;
};

/// Where the plicht stands today. A later plicht_begin makes it live again.
struct Plicht {
    std::optional<Date> einde;   // over since
    bool voldaan = false;
    std::optional<Period> vrijgesteld;   // a temporary exemption that holds today
    std::vector<Waarom> redenen;         // why it is over or held
};

struct Vraag {
    Groep groep;
    Feiten feiten;
    Date today;
    Plicht plicht;
};
Vraag vraag(Groep, std::vector<Feit> const&, Date today);

/// A clock that runs, is reached, or is past; `gehaald_op` the day on which it was done.
struct Loop {
    Date begin, uiterlijk, ongerold;
    std::optional<Date> gehaald_op, waarschuwing;
};
Klok klok(KlokSoort, Loop const&, std::vector<Waarom>);
Klok nog_niet(KlokSoort, Waarom);
/// Over or held with the plicht, unless it was reached already.
void volg_plicht(Klok&, Plicht const&);

void wet_klokken(Vraag const&, std::vector<Klok>&);        // Wet and Besluit inburgering, Pw 56a
void bezwaar_klokken(Vraag const&, std::vector<Klok>&);    // Awb 6 and 7
void aanvraag_klokken(Vraag const&, std::vector<Klok>&);   // Awb 4.1
void boete_klokken(Vraag const&, std::vector<Klok>&);      // Awb 4.4 and 5.4, Wet 22
}
