#pragma once
#include "instroom/store.h"

#include <array>

namespace instroom {

/// Every single field of a person, so that bringing up to date, editing and merging treat all in the same way.
enum class Veld {
    voornamen,
    titel,
    voorvoegsel,
    geslachtsnaam,
    naamgebruik,
    geslacht,
    geboren,
    geboorteplaats,
    geboorteland,
    overleden,
    geheimhouding,
    opschorting,
    verblijfstitel,
    titel_vanaf,
    titel_tot,
    brp_gemeente,
    brp_ingeschreven_op,
    a_nummer,
    v_nummer,
    eigen_schrift,
    eigen_schrift_taal,
    uitspraak,
    taal,
    tolk_nodig,
    tolk_wens
};
inline constexpr int aantal_velden = 25;
inline constexpr std::array<Veld, aantal_velden> alle_velden = [] {
    std::array<Veld, aantal_velden> all{};
    for (int i = 0; i < aantal_velden; ++i) all[static_cast<std::size_t>(i)] = static_cast<Veld>(i);
    return all;
}();

std::string_view sleutel(Veld);   // "geslachtsnaam": form field, audit
std::string_view titel(Veld);     // Dutch, for people
/// True for what the BRP keeps; the rest (script, language, interpreter, V-number) is the municipality's own.
bool van_brp(Veld);
/// The value as text; empty when it is not known: an unknown birth date, secrecy 0, no interpreter.
std::string waarde(Persoonsgegevens const&, Veld);
/// Text that `waarde` gave. Anything that is no such value leaves the field as it is.
void zet(Persoonsgegevens&, Veld, std::string const& text);
}
