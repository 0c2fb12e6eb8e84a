#pragma once
#include "kernel/partial_date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Names, salutations and address lines as the BRP API Personen 2.7.0 makes them (its 1,584 worked scenarios are the
/// oracle).
namespace brp {

struct Naam {
    std::string voornamen, titel, voorvoegsel, geslachtsnaam;
};   // titel: code of table 38; geslachtsnaam "." is unknown, empty is none
struct Partner {
    Naam naam;
    std::string geslacht, aangegaan, ontbonden, soort;
};   // dates YYYYMMDD, may be empty
struct Benoemd {
    Naam naam;
    std::string geslacht = "O", naamgebruik = "E";
    std::vector<Partner> partners;
};

/// Whose name counts in the form of address: of the relations that still run the oldest, otherwise the one that ended
/// last; one without a name only where there is no other. Nothing without partners.
Partner const* bepalende_partner(std::vector<Partner> const&);

struct Aanschrijfwijze {
    std::string naam, aanspreekvorm;
};
std::optional<std::string> aanhef(
    Benoemd const&);   // "Geachte mevrouw Van Puffelen"; nothing: a letter needs its own fallback
std::optional<Aanschrijfwijze> aanschrijfwijze(Benoemd const&);   // envelope line
std::optional<std::string> lopende_tekst(Benoemd const&);         // "mevrouw Van Puffelen"
std::string voorletters(std::string_view voornamen);              // "A.b.M."
std::string volledige_naam(Naam const&, std::string_view geslacht);
/// For lists and headings: always something, "Onbekend" at the very least.
std::string weergavenaam(Naam const&);

struct Adres {
    std::string functie = "W", straat, huisletter, toevoeging, aanduiding, postcode, woonplaats, locatie;
    int huisnummer = 0;
    std::string gemeente;                                      // table 33: names the town where woonplaats is empty
    std::string land, regel_1, regel_2, regel_3, vanaf, tot;   // abroad; dates YYYYMMDD or YYYY-MM-DD with zeros
};
struct Adresregels {
    std::string regel_1, regel_2, regel_3, land;
};
std::optional<Adresregels> adresregels(Adres const&);   // nothing: not known well enough to write to

enum class DatumSoort { datum, jaar_maand, jaar, onbekend };
DatumSoort datum_soort(PartialDate);
std::string lang_formaat(PartialDate);   // "1 februari 1998", "mei 2020", "1963", "onbekend"
/// Nothing after death and wherever the known parts do not settle it.
enum class Overleden { nee, ja };
std::optional<int> leeftijd(PartialDate geboren, Overleden, Date op);
/// A residence title counts while its end is not known or still to come (on the last day it has ended); 98 never does.
bool verblijfstitel_geldig(std::string_view code, std::optional<PartialDate> tot, Date op);

struct Gezinslid {
    std::string soort;
    Naam naam;
    std::string bsn, a_nummer, geslacht;
    PartialDate geboren;
    std::string verbintenis, vanaf, tot, verblijf;
};   // soort: ouder, partner, kind
}
