#pragma once
#include "kernel/waarom.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The leerbaarheidstoets (LBT): asked at DUO with an exam number, planned, its result; the exception that the college
/// grants; the refusal by the person. It advises on the leerroute, it does not fix it (Wi2021 art. 14(5)). Pure.
namespace leerbaarheidstoets {

enum class Stand { geen, aangevraagd, ingepland, uitslag, uitzondering, geweigerd };
std::string_view naam(Stand);
std::optional<Stand> stand_van(std::string_view);
std::string_view titel(Stand);   // Dutch, for people

enum class Uitslag { haalbaar, niet_haalbaar, onbekend };
std::string_view naam(Uitslag);
std::optional<Uitslag> uitslag_van(std::string_view);
std::string_view titel(Uitslag);   // as DUO says it

/// Why the college skips the test. Health: what it is about is sealed and not everybody sees it.
enum class Grond { visueel, auditief };
std::string_view naam(Grond);
std::optional<Grond> grond_van(std::string_view);
std::string_view titel(Grond);

/// Hundredths of a point, from "12,50" or "12.50": at most three digits, a comma, two digits.
std::optional<int> score_van(std::string_view typed);
std::string score_tekst(int hundredths);   // "12,50"

inline constexpr std::size_t langste_examennummer = 12;   // DUO-API: characters

/// What stands of the test, and what is written now.
struct Toets {
    Stand stand = Stand::geen;
    std::string examennummer;
    std::optional<Date> aangevraagd, gepland;   // the planned day of the test
    std::optional<Uitslag> uitslag;
    std::optional<int> score, vereist;   // hundredths
    std::optional<Date> geregistreerd;   // day on which DUO registered the result
    std::optional<Grond> grond;          // empty for a reader without category gezondheid
    bool niet_in_staat = false;          // thought unable to take the test, although the ear alone is no ground
    std::string reden;                   // of the exception (sealed) or of the refusal
    std::optional<Date> dag;             // of the exception or refusal
    std::optional<Date> duo_gemeld;      // the exception was told to DUO on this day
    std::string afwijking;               // why the leerroute differs from the result; empty: it does not
};

/// What is wrong, in order of precedence; `veld` is the name of the form's field.
enum class Refusal {
    geen_examennummer,
    examennummer_te_lang,
    dag_ontbreekt,
    dag_in_toekomst,
    dag_voor_aanvraag,
    geen_uitslag,
    geen_score,
    uitslag_past_niet_bij_score,
    geen_grond,
    uitzondering_voor_2023,
    auditief_en_in_staat,
    geen_reden,
    te_lang,
    geen_uitslag_om_van_af_te_wijken
};
std::string_view naam(Refusal);
std::string_view veld(Refusal);
std::string_view tekst(Refusal);   // Dutch: what to do

/// May this be the next state after `staand`? Everything that is wrong. Sources: DUO-API Leerbaarheidstoets 1.2.0;
/// Wi2021 art. 14(5)-(7).
std::vector<Refusal> keur(Toets const& nieuw, Toets const& staand, Date today);
/// The exception in words: visual always, auditory only for who is also thought unable; since 1-1-2023.
Result<Uitgelegd<bool>, Geweigerd<Refusal>> uitzondering(Grond, bool niet_in_staat, Date op);
/// Does a route differ from what the result advises? Then reasons are needed.
bool wijkt_af(std::optional<Uitslag>, bool z_route);
}
