#pragma once
#include "brieven/rules.h"

#include <span>

/// What a template may name, a letter: the contract with whoever makes letters. docs/sjablonen.md explains it to a
/// municipality. `verplicht`: whoever makes the letter must give it. Block asiel is filled in by brieven itself.
namespace brieven {
/// datum and weekdag come as YYYY-MM-DD, tijd as HH:MM, taal as a BCP 47 code: each language writes them its own way,
/// weekdag with the day of the week.
enum class Veldsoort { tekst, datum, weekdag, tijd, getal, taal };
struct Veld {
    std::string_view naam;
    Veldsoort soort;
    bool verplicht;
    std::string_view uitleg;   // Dutch, for who edits a template
};
struct Lijst {
    std::string_view naam;
    std::span<Veld const> velden;
    std::string_view uitleg;
};
struct Blok {
    std::string_view naam, uitleg;
};
/// Filled in by brieven itself, in every letter.
std::span<Veld const> vaste_velden();
std::span<Veld const> velden(Soort);
std::span<Lijst const> lijsten(Soort);
std::span<Blok const> blokken(Soort);
}
