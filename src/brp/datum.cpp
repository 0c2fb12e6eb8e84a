#include "brp/naam.h"

#include <array>

namespace brp {
namespace {
constexpr std::array<std::string_view, 12> maanden{"januari",   "februari", "maart",    "april",
                                                   "mei",       "juni",     "juli",     "augustus",
                                                   "september", "oktober",  "november", "december"};
}

DatumSoort datum_soort(PartialDate d) {
    if (d.year() == 0) return DatumSoort::onbekend;
    if (d.month() == 0) return DatumSoort::jaar;
    return d.day() == 0 ? DatumSoort::jaar_maand : DatumSoort::datum;
}

std::string lang_formaat(PartialDate d) {
    auto const jaar = std::to_string(d.year());
    auto const maand = [&] { return std::string{maanden[static_cast<std::size_t>(d.month() - 1)]}; };
    switch (datum_soort(d)) {
    case DatumSoort::datum: return std::to_string(d.day()) + " " + maand() + " " + jaar;
    case DatumSoort::jaar_maand: return maand() + " " + jaar;
    case DatumSoort::jaar: return jaar;
    case DatumSoort::onbekend: break;
    }
    return "onbekend";
}

std::optional<int> leeftijd(PartialDate geboren, Overleden overleden, Date op) {
    if (overleden == Overleden::ja) return std::nullopt;
    return age(geboren, op);
}

bool verblijfstitel_geldig(std::string_view code, std::optional<PartialDate> tot, Date op) {
    if (code.empty() || code == "98") return false;
    if (!tot || tot->year() == 0) return true;
    // Of an end that is known in part only the known part is compared: this year or this month may still have to end.
    auto const now = PartialDate::of(op);
    if (tot->month() == 0) return tot->year() >= now.year();
    if (tot->day() == 0) return std::pair{tot->year(), tot->month()} >= std::pair{now.year(), now.month()};
    return *tot > now;
}
}
