#pragma once
#include "pip/inhoud.h"

/// What changed between two plans, for people. Pure.
namespace pip {
enum class Aard { nieuw, weg, gewijzigd };
struct Verschil {
    Aard aard;
    Deel deel;
    std::string_view titel;   // of the field; of a goal or agreement its kind, fixed Dutch
    std::string oud, nieuw;
    std::string_view veld{};   // empty: a goal or agreement
    std::string leefgebied{};
};
/// In the order of the forms; empty: nothing changed. A goal or agreement whose text changed a little (same id in the
/// copy, or same area and term) is one change, not one gone and one new.
std::vector<Verschil> verschil(Plan const& oud, Plan const& nieuw);
}
