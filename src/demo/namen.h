#pragma once
#include <span>
#include <string_view>

/// Small tables of invented people: names of the origins that the CBS figures show, with their own script where it has
/// one.
namespace demo {

struct Naam {
    std::string_view latijn, eigen;
};
struct Herkomst {
    std::string_view land, nationaliteit;   // tables 34 and 32 of the BRP
    std::string_view taal, schrift_taal;    // BCP 47; schrift_taal empty: Latin
    std::span<Naam const> mannen, vrouwen, achternamen;
    bool vadersnaam;   // given name + father's + grandfather's name, no family name
};
enum class Afkomst {
    syrie,
    eritrea,
    afghanistan,
    turkije,
    jemen,
    irak,
    iran,
    somalie,
    marokko,
    oekraine,
    thailand,
    brazilie
};
inline constexpr int aantal_afkomsten = 12;
Herkomst const& herkomst(Afkomst);

struct Plaats {
    std::string_view woonplaats, postcode_cijfers;
};
std::span<Plaats const> plaatsen(std::string_view gemeente_code);
std::span<std::string_view const> straten();
std::span<std::string_view const> medewerkers_voornamen();
std::span<std::string_view const> medewerkers_achternamen();
/// Last four digits of test BSNs (99999xxxx, valid) that the public BRP test list does not use, so that reading that
/// list in beside the demonstration data changes nobody.
std::span<int const> vrije_test_bsn();
}
