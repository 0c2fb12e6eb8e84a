#include "brieven/druk.h"
#include "brieven/sjablonen.h"

#include <filesystem>
#include <fstream>
#include <iostream>

/// Prints every letter of the program for an invented person, alone and with each translation, to look at.
/// usage: letters FOLDER
int main(int count, char** values) {
    using namespace brieven;
    if (count != 2) {
        std::cerr << "usage: letters FOLDER\n";
        return 2;
    }
    std::filesystem::path const folder{values[1]};
    std::filesystem::create_directories(folder);
    auto const printer = maak_printer();
    Briefhoofd const head{"Team Inburgering", "Postbus 10001, 5460 DA Veghel", "Stadhuisplein 1, Veghel", "14 0413",
                          "www.meierijstad.nl"};
    bool good = true;
    for (auto const soort : soorten())
        for (auto const* taal : {"nl", "ar", "ti", "en"}) {
            std::string const dutch{standaardtekst(soort, "nl")};
            std::string const other{std::string_view{taal} == "nl" ? std::string_view{} : standaardtekst(soort, taal)};
            auto const letter =
                voorbeeld_geheel(soort, dutch, other, dutch, taal, head, "Meierijstad", Date{2026y / 11 / 25});
            auto const made = druk(*printer, letter, other.empty() ? Talen::nederlands : Talen::beide);
            auto const path = folder / fmt::format("{}-{}.pdf", naam(soort), taal);
            if (made)
                std::ofstream{path, std::ios::binary} << *made;
            else
                std::cerr << path << ": " << tekst(made.error()) << '\n';
            good = good && made.has_value();
        }
    return good ? 0 : 1;
}
