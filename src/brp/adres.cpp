#include "brp/naam.h"
#include "brp/tabellen.h"
#include "brp/tekst.h"

namespace brp {
namespace {
bool standard(std::string const& value) { return value.empty() || value == "."; }
bool starts_with_digit(std::string const& text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }

std::string street_line(Adres const& a) {
    std::string_view const near = a.aanduiding == "by" ? "bij" : a.aanduiding == "to" ? "t/o" : "";
    std::string line = joined({a.straat, near, std::to_string(a.huisnummer)});
    if (!a.huisletter.empty()) return line + " " + a.huisletter + a.toevoeging;
    // Two numbers in a row would read as one, so a hyphen keeps them apart.
    if (!a.toevoeging.empty()) line += (starts_with_digit(a.toevoeging) ? "-" : " ") + a.toevoeging;
    return line;
}

std::string town_line(Adres const& a) {
    auto const town = upper(a.woonplaats.empty() ? gemeente(a.gemeente) : a.woonplaats);
    if (a.postcode.size() != 6) return town;
    return a.postcode.substr(0, 4) + " " + a.postcode.substr(4) + "  " + town;
}

std::optional<Adresregels> abroad(Adres const& a) {
    if (a.land == "0000" || (a.regel_1.empty() && a.regel_2.empty() && a.regel_3.empty())) return std::nullopt;
    return Adresregels{a.regel_1, a.regel_2, a.regel_3, land(a.land)};
}
}

std::optional<Adresregels> adresregels(Adres const& a) {
    if (!a.land.empty() && a.land != "6030") return abroad(a);
    if (!a.locatie.empty()) {
        if (a.locatie == ".") return std::nullopt;
        return Adresregels{a.locatie, upper(a.woonplaats.empty() ? gemeente(a.gemeente) : a.woonplaats), {}, {}};
    }
    // A street "." or house number 0 is the BRP's way to say that it is not known: half an address helps nobody.
    if (standard(a.straat) || a.huisnummer == 0) return std::nullopt;
    return Adresregels{street_line(a), town_line(a), {}, {}};
}
}
