#pragma once
#include "brieven/opslag.h"
#include "platform/html/letter.h"
#include "platform/pdf/printer.h"

namespace brieven {
/// The letter as a page or as print. `adres_tonen`: whether the reader of a page may see where the person lives.
enum class Adres { tonen, verbergen };
html::Letter beeld(Geheel const&, Talen, Adres);

/// Both prints of a letter, made outside any transaction. `vertaald` empty: there is no translation.
struct Drukwerk {
    std::string nl, vertaald;
};
Result<std::string, pdf::PrintRefusal> druk(pdf::Printer&, Geheel const&, Talen);
Result<Drukwerk, pdf::PrintRefusal> druk_beide(pdf::Printer&, Geheel const&);
std::string_view tekst(pdf::PrintRefusal);   // Dutch: what is wrong and what to do
/// A printer with the letters' style sheet and fonts. Nothing starts before the first letter.
std::unique_ptr<pdf::Printer> maak_printer();

/// Values of an invented person in which everything of a letter occurs, for looking at a template.
Waarden voorbeeld(Soort);
Geheel voorbeeld_geheel(Soort, std::string nl, std::string vertaling, std::string bij_nl, std::string_view taal,
                        Briefhoofd const&, std::string_view gemeente, Date dag);
/// That only the Dutch text counts, in the language itself.
std::string_view alleen_nederlands_geldt(std::string_view taal);
}
