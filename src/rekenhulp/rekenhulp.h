#pragma once
#include "kernel/result.h"

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The pure rules as a calculator: values in by key, the outcome and its why out. For the command line, the page and
/// later the API. No database, no clock.
namespace rekenhulp {

struct Antwoord {
    std::string json;
    std::string tekst;
    bool geweigerd;
};

/// What is wrong with the question itself. `sleutel` is the key; for an unknown rule it is the rule.
enum class FoutSoort {
    onbekende_regel,
    onbekende_sleutel,
    dubbele_sleutel,
    ontbreekt,
    geen_dag,
    geen_deels_bekende_dag,
    geen_ja_nee,
    geen_groep,
    geen_route,
    geen_niveau,
    geen_geslacht,
    geen_naamgebruik,
    geen_aantal,
    geen_getal,
    te_lang,
    geen_leesbare_tekst,
    niet_na_vanaf,
    zonder_vanaf,
    geboren_na_op,
    nul_inwoners,
    meer_dan_nederland
};
struct Fout {
    std::string sleutel;
    FoutSoort soort;
    std::string waarde;
};
/// The sentence of a fault, fixed Dutch, translatable.
std::string_view zin(FoutSoort);
/// As the command line says it: "kennisgeving: Dit is geen bestaande dag. … (2026-02-31)".
std::string tekst(Fout const&);

using Gegevens = std::vector<std::pair<std::string, std::string>>;
/// Works the rule out. JSON: {"uitkomst":{…},"waarom":[…]} or {"geweigerd":"code","waarom":[…]}.
Result<Antwoord, Fout> reken(std::string_view regel, Gegevens const&);

/// `meedoen reken RULE key=value … [--json]`: 0 worked out, 1 refused with reasons, 2 wrong usage.
int cli(std::span<std::string const> args, std::ostream& out, std::ostream& err);
}
