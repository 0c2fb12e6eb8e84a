#pragma once
#include "inburgeringstermijn/rules.h"
#include "kernel/date.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What stands in a plan, field by field. One table of fields serves the forms, the database, the check page, the diff
/// and the letter. Pure.
namespace pip {

/// The four forms of a plan, and with them the parts that two editors can hold at the same time.
enum class Deel { leerroute, begeleiding, doelen, afspraken };
inline constexpr int aantal_delen = 4;
std::string_view naam(Deel);    // as in the address
std::string_view titel(Deel);   // Dutch
std::optional<Deel> deel_van(std::string_view);

/// Codes as DUO has them: leerroute B, O, Z; niveau A2, B1; alfabetisering A, AA, NVT. Empty: not filled in yet.
struct Inhoud {
    // leerroute
    std::string leerroute, niveau, leerroute_reden;
    std::string onderwijs_onderzocht;   // past, past_niet
    std::string onderwijs_reden, toets_reden;
    std::optional<std::int64_t> uren;        // estimated intensity, whole B1-route
    std::string intensiteit;                 // in words, of the other routes
    std::string opleiding_afmaken;           // ja, nee: indicatorMagOpleidingAfmaken
    std::string alfabetisering, z_examens;   // z_examens: "LE,KNM"
    std::optional<std::int64_t> aftrek_cursus, aftrek_participatie, aftrek_school;   // hours
    std::string aftrek_reden;
    std::optional<Date> school_vanaf;
    // a changed plan
    std::string vorige_route, vorig_niveau;   // in the plan of another gemeente
    std::optional<Date> vorige_dagtekening;
    std::string bijzonder_geval;
    std::optional<Date> onderwijs_gestopt;
    std::optional<std::int64_t> uren_nt2, uren_intake;
    std::string inspanning, b1_haalbaar;   // ja, nee
    std::string wijziging_reden;
    // begeleiding
    std::optional<std::int64_t> pvt_uren, map_uren, gesprekken;
    std::string pvt, map, begeleiding, voortgang, vve_nodig, vve, ontzorgen;
};

enum class Vorm { tekst, lang, keuze, meerkeuze, getal, dag };
struct Optie {
    std::string_view waarde, titel, uitleg;
};
using Plek = std::variant<std::string Inhoud::*, std::optional<std::int64_t> Inhoud::*, std::optional<Date> Inhoud::*>;
struct Veld {
    std::string_view naam, titel, uitleg;
    Deel deel;
    Vorm vorm;
    Plek plek;
    std::span<Optie const> opties{};
    int langste = 0;              // characters, of text
    int minste = 0, meeste = 0;   // of a number
    /// Must a plan hold it? Of some people it only is when it is of use (see telt_mee).
    bool verplicht() const;
};
std::span<Veld const> velden();
Veld const& veld(std::string_view naam);   // one that is not there is a Bug

/// A field as text: what a form shows and the diff compares. Dates YYYY-MM-DD.
std::string waarde(Inhoud const&, Veld const&);
/// As a reader wants it: the title of a choice, otherwise the text itself. Fixed Dutch where it is a choice.
std::string leesbaar(Inhoud const&, Veld const&);
enum class VeldFout { onbekende_keuze, geen_getal, buiten_bereik, geen_dag, te_lang };
std::string_view tekst(VeldFout);
/// Writes what was typed; an empty text clears the field.
Result<void, VeldFout> zet(Inhoud&, Veld const&, std::string_view typed);

/// A goal within a half year, a year and a half, or the whole term; `leefgebied` is a code of the brede intake.
struct Doel {
    std::int64_t id = 0;
    std::string leefgebied, termijn, tekst;
};
struct Afspraak {
    std::int64_t id = 0;
    std::string wat, wie;
    std::optional<Date> dag;
    std::string grondslag;   // Wi, Pw: decides what follows when it is not kept (R3.14)
};
std::span<Optie const> doel_termijnen();   // kort, midden, lang
std::span<Optie const> grondslagen();
std::string_view titel_van(std::span<Optie const>, std::string_view waarde);
inline constexpr std::size_t langste_regel = 500, meeste_regels = 40;   // characters of a goal or agreement; rows

struct Plan {
    Inhoud inhoud;
    std::vector<Doel> doelen;
    std::vector<Afspraak> afspraken;
};

std::optional<inburgeringstermijn::Route> route_van(std::string_view code);
std::string_view route_code(inburgeringstermijn::Route);
std::string_view route_titel(std::string_view code);   // "B1-route"
}
