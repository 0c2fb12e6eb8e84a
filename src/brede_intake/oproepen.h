#pragma once
#include "brede_intake/rules.h"
#include "inburgeringstermijn/rules.h"

/// The call-ups for the brede intake and what follows when somebody stays away (Wet 14, 22; rulebook R2.20–R2.24).
/// No fine is imposed here: it ends in a proposal for the jurist. Pure.
namespace brede_intake {

enum class OproepUitkomst { open, verschenen, niet_verschenen, geldige_reden, werkte_niet_mee };
std::string_view naam(OproepUitkomst);
std::string_view titel(OproepUitkomst);
std::optional<OproepUitkomst> uitkomst_van(std::string_view);

/// The questions before each step forward: a missed oproep counts only when it can be held against somebody (Awb
/// 5:41). Every question must be answered "ja" for the step.
struct Verwijtvraag {
    std::string_view code, vraag;
};
std::vector<Verwijtvraag> const& verwijtvragen();

struct Oproepfeit {
    int nummer = 1;   // 1 to 3; a new date after a valid reason keeps the number
    Date verzonden, uiterlijk;
    std::optional<Date> afspraak;
    OproepUitkomst uitkomst = OproepUitkomst::open;
    std::optional<bool> verwijtbaar;   // of a miss: nothing until somebody judged it
};
/// What the jurist decided on the first proposal.
struct Boetebesluit {
    bool boete;
    Date bekendgemaakt;
};
struct Oproepfeiten {
    inburgeringstermijn::Groep groep;
    bool groep_bekend = true;
    std::vector<Oproepfeit> oproepen;   // in the order in which they were sent
    std::optional<Boetebesluit> besluit;
    bool afgerond = false;
};
enum class Stap {
    eerste_oproep,
    uitkomst_afwachten,
    verwijtbaarheid,          // judge the miss first
    nieuwe_datum,             // valid reason, or no blame: the same oproep again
    waarschuwing_en_tweede,   // R2.20
    voorstel,                 // R2.21: proposal to the jurist
    derde_oproep,             // the decision set the term
    voorstel_en_verstek,      // R2.22
    verder,                   // appeared and cooperated: the intake goes on
    klaar
};
std::string_view naam(Stap);
std::string_view titel(Stap);
struct Vervolg {
    Stap stap;
    int nummer;                       // of the oproep it is about, or the next one
    Money boete = Money::cents(0);    // what the law sets for this miss; 0 where none
    Money totaal = Money::cents(0);   // with the earlier one
    bool poort = false;               // asylum gate: EUR 0 unless a reviewer decides otherwise (R8.31)
    std::optional<Date> uiterlijk;    // last day of the third oproep
    bool mag_verstek = false;         // Wet 14(2)
};
/// What follows from the call-ups so far, with the articles.
Uitgelegd<Vervolg> vervolg(Oproepfeiten const&);

/// Why an oproep is not sent or its outcome not kept; in order of precedence.
enum class OproepRefusal {
    intake_klaar,
    loopt_nog,
    termijn_niet_gekozen,
    niet_aan_de_beurt,
    geen_dag,
    dag_voorbij,
    geen_tijd,
    einde_voor_begin,
    geen_plaats,
    termijn_te_kort,
    na_derde_termijn,
    onbekende_uitkomst,
    al_vastgelegd,
    uitkomst_te_vroeg,
    dag_in_toekomst,
    geen_reden,
    te_lang,
    vragen_open
};
std::string_view tekst(OproepRefusal);
/// An oproep as proposed. `reactiedagen`: policy oproep.reactietermijn; nothing: the municipality has not chosen.
struct OproepVoorstel {
    std::optional<Date> dag;
    std::optional<int> begin, einde;   // minutes of the day
    std::string plaats;
    std::optional<int> reactiedagen;
};
struct Oproeptermijn {
    int nummer;
    Date reageren_voor;   // last day to react
};
Result<Uitgelegd<Oproeptermijn>, OproepRefusal> oproep(Oproepfeiten const&, OproepVoorstel const&, Date today);
struct UitkomstVoorstel {
    OproepUitkomst uitkomst;
    std::optional<Date> dag;   // it was found
    std::string reden;
};
std::optional<OproepRefusal> check_uitkomst(Oproepfeit const&, UitkomstVoorstel const&, Date today);
/// `antwoorden`: code → ja or nee. Refused while one is open; else whether it can be held against the person.
Result<bool, OproepRefusal> verwijtbaar(std::map<std::string, std::string> const& antwoorden);
}
