#pragma once
#include "brieven/velden.h"

#include <string>
#include <vector>

/// The text format of letters (docs/sjablonen.md): a title, sections, headings, paragraphs, points, tables, blocks that
/// depend and blocks that repeat, and names between braces from an allow-list. Pure.
namespace brieven {

enum class FoutSoort {
    te_lang,
    geen_utf8,
    geen_titel,
    tweede_titel,
    buiten_sectie,   // text before the first [section]
    sectie_ongeldig,
    sectie_dubbel,
    sectie_onbekend,   // in a translation: not in the Dutch text
    onbekend_veld,
    onbekend_blok,
    onbekende_lijst,
    haak_open,           // a { without }
    ster_open,           // bold that is not closed
    opdracht_onbekend,   // {foo bar}
    einde_te_veel,
    anders_te_veel,
    niet_gesloten,
    te_diep,
    lijst_in_lijst,
    tabel_ongeldig,   // not a head row and one row of as many cells
    rij_buiten_tabel
};
/// What is wrong in which line (from 1). `wat`: the word it is about.
struct Fout {
    int regel;
    FoutSoort soort;
    std::string wat;
};
/// Dutch, with {} for `wat`: what is wrong and what to do.
std::string_view tekst(FoutSoort);

struct Stuk {
    enum class Soort { tekst, veld } soort;
    std::string tekst;   // or the name of the field
    bool vet = false;
};
using Zin = std::vector<Stuk>;
struct Knoop {
    enum class Soort { kop, alinea, punt, als, lijst, tabel } soort;
    std::vector<Zin> zinnen;     // kop, punt: one; alinea: one a line; tabel: the cells of its row
    std::vector<Zin> kolommen;   // tabel: its head
    std::string naam;            // als: block, field or list; lijst, tabel: the list
    bool niet = false;           // als niet
    std::vector<Knoop> ja, nee;
};
enum class Vorm { naast, kader, breed };   // beside each other, in one box, one under the other over the whole width
struct Sectie {
    std::string naam, bron;   // bron: its lines as written
    Vorm vorm;
    std::vector<Knoop> knopen;
    int regel = 0;
};
struct Sjabloon {
    Zin titel;
    std::vector<Sectie> secties;
};
inline constexpr std::size_t langste_sjabloon = 40'000;   // bytes
inline constexpr int diepste_blok = 4;

struct Gelezen {
    Sjabloon sjabloon;
    std::vector<Fout> fouten;   // in the order of the lines; empty: usable
};
Gelezen lees_sjabloon(Soort, std::string_view tekst);
/// A translation may only have sections that the Dutch text has; they are paired by name.
Gelezen lees_vertaling(Soort, Sjabloon const& nederlands, std::string_view tekst);
}
