#pragma once
#include "brp/naam.h"
#include "kernel/bsn.h"

#include <utility>

namespace brp {

/// One person as the BRP gives it, from a list in LO columns or from the BRP API: current facts only, nothing guessed.
struct Persoon {
    std::optional<Bsn> bsn;
    std::string a_nummer;
    Naam naam;
    std::string naamgebruik = "E", geslacht = "O";
    PartialDate geboren;
    std::string geboorteplaats, geboorteland;
    std::optional<PartialDate> overleden;
    int geheimhouding = 0;
    std::string opschorting;
    std::string verblijfstitel, titel_vanaf, titel_tot;   // dates YYYY-MM-DD with zeros, or empty
    std::string gemeente, ingeschreven_op;
    std::vector<std::pair<std::string, std::string>> nationaliteiten;   // code, from
    std::optional<Adres> adres;
    std::vector<Gezinslid> gezin;
};

/// Why a person was not taken over. `reden` is a fixed Dutch sentence, `veld` a fixed Dutch label or empty: no data of
/// the person stand in it, so it can be logged, stored and translated.
struct Weigering {
    int regel;   // line in the file, from 1
    std::string_view veld, reden;
    std::string tekst() const;   // "Burgerservicenummer: voldoet niet aan de elfproef."
};

/// Letters, marks and spaces only: no control, bidirectional override or unassigned characters. Valid UTF-8.
bool schone_tekst(std::string_view text);
inline constexpr int langste_naam = 200;   // characters, as in the LO
int lengte(std::string_view utf8);         // in code points
}
