#pragma once
#include "brieven/velden.h"

#include <string>
#include <vector>

/// How each language writes what the fields hold, and which languages a letter can be translated into. Pure.
namespace brieven {
/// "dinsdag 1 december 2026", in the language and with Latin digits. Nothing is lost on a text that is no date.
std::string schrijf(Veldsoort, std::string_view waarde, std::string_view taal);
std::string schrijf_dag(Date, std::string_view taal, bool met_weekdag);
/// Languages for which a translation can be kept, by code.
std::vector<std::string_view> const& vertaaltalen();
bool is_vertaaltaal(std::string_view);
bool rechts_naar_links(std::string_view taal);
/// Its name in the language itself: "العربية".
std::string eigen_naam(std::string_view taal);
}
