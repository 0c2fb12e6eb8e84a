#pragma once
#include "brieven/sjabloon.h"
#include "brieven/store.h"

/// A template with its values filled in: what the page and the paper show. Pure.
namespace brieven {

/// A run of text. `taal` empty: the language of the part it stands in; "nl" in a translation: a value that was
/// entered in Dutch. `los`: a value, kept apart from the reading direction around it.
struct Tekst {
    std::string tekst, taal;
    bool vet = false, los = false;
};
using Regel = std::vector<Tekst>;
struct Deel {
    enum class Soort { kop, alinea, punten, tabel } soort;
    std::vector<Regel> regels;               // kop: one; alinea: one a line; punten: one a point; tabel: the head
    std::vector<std::vector<Regel>> rijen;   // tabel
};
struct Gevuld {
    Regel titel;
    struct Sectie {
        std::string naam, bron;
        Vorm vorm;
        std::vector<Deel> delen;   // empty when all of it depended on what is not so
    };
    std::vector<Sectie> secties;
};
/// `vast`: what brieven fills in itself, by name. `taal`: how dates, times and languages are written. A field without a
/// value becomes nothing.
Gevuld vul(Sjabloon const&, Soort, Waarden const&, std::map<std::string, std::string> const& vast,
           std::string_view taal);

/// The Dutch sections, each with its translation. A section whose Dutch text is not the one that the translation was
/// made of (`bij_nl`) has none.
struct Paar {
    Gevuld::Sectie nederlands;
    std::vector<Deel> vertaald;
};
struct Paren {
    Regel titel, titel_vertaald;
    std::vector<Paar> paren;
    int zonder_vertaling = 0;   // sections
};
Paren paar(Gevuld nederlands, std::optional<Gevuld> const& vertaald, Sjabloon const& bij_nl);

/// The first name whose value is not in the allow-list, is left out though obligatory, or has the wrong shape.
std::optional<std::string> afwijking(Soort, Waarden const&);
/// Something of a leefgebied of health among the values (Wi2021 art. 14; AVG art. 9): never in a letter.
bool noemt_gezondheid(Waarden const&);
}
