#pragma once
#include <span>
#include <string>
#include <string_view>

/// The part of the national tables (RvIG) that our labels need, restated; an unlisted code is shown as the code it is.
namespace brp {

struct Tabelregel {
    std::string_view code, naam;
};
std::span<Tabelregel const> nationaliteiten();   // table 32, most frequent in the inburgering first
std::span<Tabelregel const> landen();            // table 34

std::string nationaliteit(std::string_view code);   // "Eritrese", "code 0123"
std::string land(std::string_view code);            // "Syrië"
std::string gemeente(std::string_view code);        // "Meierijstad"; codes that were merged into it give its name too
/// A place is a municipality code in the Netherlands and a name abroad.
std::string plaats(std::string_view code_or_name);
std::string verblijfstitel(std::string_view code);   // table 56, shortened to what a caseworker says
std::string opschorting(std::string_view code);      // "overleden", "geëmigreerd", …

/// Table 38 in the form that belongs to the sex: ("G", "V") is "gravin". Where the sex is unknown or has no form of its
/// own, the word of the code itself. Empty for an unknown code.
std::string titel_woord(std::string_view code, std::string_view geslacht);
}
