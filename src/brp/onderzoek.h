#pragma once
#include <string_view>

/// What of a person stands open while the municipality investigates a part of the BRP record. Pure.
namespace brp {

/// What we show or make of a record. Of a relative only the names and the birth are shown.
enum class Veld {
    aanhef,
    aanschrijfwijze,
    lopende_tekst,
    adresregel_1,
    adresregel_2,
    adresregel_3,
    adres_land,
    leeftijd,
    voornamen,
    adellijke_titel,
    voorvoegsel,
    geslachtsnaam,
    voorletters,
    volledige_naam,
    naamgebruik,
    geboortedatum,
    geboorteplaats,
    geboorteland,
    verblijfstitel,
    titel_vanaf,
    titel_tot
};

/// Whether this field rests on what element 83.10 puts under investigation. `aanduiding`: category, group and element
/// of the Logisch Ontwerp, two digits each, 00 for all of it ("010210": given names of the person; "080000": the whole
/// address). The form of address rests on the deciding partner's family name too: ask it with that partner's code.
/// Source: BRP API Personen 2.7.0, its scenarios "in onderzoek".
bool in_onderzoek(Veld, std::string_view aanduiding);

/// "089999": the municipality has established that the person does not live at the registered address.
bool woont_hier_niet(std::string_view aanduiding);
}
