#pragma once
#include "kernel/bsn.h"
#include "kernel/partial_date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What somebody means who types in the search box: a number, words of a name, a birth date in part, or a mix. Pure.
namespace zoeken {

/// A birth date as far as it was typed: 1997 · 03-1997 · 14-03-1997 (also 14/3/1997, 14031997, 1997-03-14).
struct Geboren {
    int year = 0, month = 0, day = 0;
    /// First and last stored form (YYYY-MM-DD with zeros) that fits; a record that knows less fits too.
    std::string from() const;
    std::string until() const;
};
struct Vraag {
    std::optional<Bsn> bsn;
    std::optional<VNummer> v_nummer;
    std::string telefoon;               // last digits, at most nine
    std::string dossiernummer;          // 2026-000123
    std::vector<std::string> woorden;   // normalised, longest first, at most three
    std::vector<std::string> rest;      // further words: checked on the names found
    std::optional<Geboren> geboren;
    bool veel_cijfers = false;   // nine or more: a number of a person may hide between the words
    bool leeg() const;
    /// May hold a number of a person: never in an address, so not in a link or a bookmark.
    bool geheim() const { return veel_cijfers || bsn || v_nummer || !telefoon.empty(); }
};
Vraag lees(std::string_view typed);

/// How a person was found, best first.
enum class Treffer { nummer, precies, begin, deel, klank, datum };
std::string_view titel(Treffer);   // Dutch: "zelfde naam", "klinkt hetzelfde", …
}
