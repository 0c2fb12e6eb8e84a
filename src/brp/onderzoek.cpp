#include "brp/onderzoek.h"

#include <algorithm>
#include <span>

namespace brp {
namespace {
constexpr std::string_view niet_op_adres = "089999";

/// Elements that a field rests on; ".." is the category of the person or of a relative.
constexpr std::string_view form_of_address[] = {"010210", "010220", "010230", "010240", "010410",
                                                "016110", "050220", "050230", "050240"};
constexpr std::string_view line_1[] = {"081110", "081120", "081130", "081140", "081150", "081210", "081330"};
constexpr std::string_view line_2[] = {"080910", "081160", "081170", "081340"};
constexpr std::string_view line_3[] = {"081350"}, country[] = {"081310"};
constexpr std::string_view given[] = {"..0210"}, noble[] = {"..0220"}, prefix[] = {"..0230"}, family[] = {"..0240"};
constexpr std::string_view full_name[] = {"..0210", "..0220", "..0230", "..0240", "010410"}, usage[] = {"016110"};
constexpr std::string_view age[] = {"010310"};
constexpr std::string_view born[] = {"..0310"}, born_place[] = {"..0320"}, born_country[] = {"..0330"};
constexpr std::string_view title[] = {"103910"}, title_until[] = {"103920"}, title_from[] = {"103930"};

std::span<std::string_view const> rests_on(Veld v) {
    switch (v) {
    case Veld::aanhef:
    case Veld::aanschrijfwijze:
    case Veld::lopende_tekst: return form_of_address;
    case Veld::adresregel_1: return line_1;
    case Veld::adresregel_2: return line_2;
    case Veld::adresregel_3: return line_3;
    case Veld::adres_land: return country;
    case Veld::leeftijd: return age;
    case Veld::voornamen:
    case Veld::voorletters: return given;
    case Veld::adellijke_titel: return noble;
    case Veld::voorvoegsel: return prefix;
    case Veld::geslachtsnaam: return family;
    case Veld::volledige_naam: return full_name;
    case Veld::naamgebruik: return usage;
    case Veld::geboortedatum: return born;
    case Veld::geboorteplaats: return born_place;
    case Veld::geboorteland: return born_country;
    case Veld::verblijfstitel: return title;
    case Veld::titel_vanaf: return title_from;
    case Veld::titel_tot: return title_until;
    }
    return {};
}

/// The person, both parents, the partner and a child have a name and a birth.
bool has_name(std::string_view category) {
    return category == "01" || category == "02" || category == "03" || category == "05" || category == "09";
}

bool covers(std::string_view aanduiding, std::string_view element) {
    auto const category = aanduiding.substr(0, 2), group = aanduiding.substr(2, 2), part = aanduiding.substr(4, 2);
    if (element.starts_with("..") ? !has_name(category) : category != element.substr(0, 2)) return false;
    if (group == "00") return true;
    return group == element.substr(2, 2) && (part == "00" || part == element.substr(4, 2));
}
}

bool in_onderzoek(Veld v, std::string_view aanduiding) {
    if (aanduiding.size() != 6) return false;
    if (woont_hier_niet(aanduiding)) aanduiding = "080000";
    return std::ranges::any_of(rests_on(v), [&](std::string_view element) { return covers(aanduiding, element); });
}

bool woont_hier_niet(std::string_view aanduiding) { return aanduiding == niet_op_adres; }
}
