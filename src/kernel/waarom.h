#pragma once
#include "kernel/law.h"
#include "kernel/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// A value inside an explanation. Formatted by the page (per language) or the calculator (ISO, cents), never by the
/// rule. A string_view is a fixed Dutch word from the rule (translated by the page); a std::string is what somebody
/// typed.
using WaaromWaarde = std::variant<Date, std::int64_t, Money, bool, std::string_view, std::string>;

/// One line of an explanation: `label` is Dutch, fixed and translatable; for an input `sleutel` is the calculator's
/// key.
struct WaaromRegel {
    std::string_view label;
    WaaromWaarde waarde;
    std::string_view sleutel{};
};

/// Why a date, amount, status or refusal is what it is: the rule in words, its articles, how sure we are, what went in
/// and how it was reckoned. The last of `stappen` is the outcome.
struct Waarom {
    std::string_view regel;   // id in the domain rulebook: "R3.1"
    std::string_view zin;     // the rule in one Dutch B1 sentence, fixed, translatable
    std::vector<LawRef> bronnen;
    Zekerheid zekerheid = Zekerheid::M;
    std::vector<WaaromRegel> invoer;
    std::vector<WaaromRegel> stappen;
};

/// What a pure rule gives: the outcome and why. `redenen` has one entry a rule that mattered, the deciding one first.
template <class T> struct Uitgelegd {
    T uitkomst;
    std::vector<Waarom> redenen;
};
/// A refusal with its reasons.
template <class Refusal> struct Geweigerd {
    Refusal reden;
    std::vector<Waarom> redenen;
};
