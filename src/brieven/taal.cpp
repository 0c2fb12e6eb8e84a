#include "brieven/taal.h"

#include "dossier/rules.h"

#include <unicode/datefmt.h>
#include <unicode/smpdtfmt.h>

namespace brieven {
namespace {
constexpr std::string_view van_rechts[] = {"ar", "fa", "prs", "ps", "ur", "ckb", "he"};
constexpr std::size_t iso_length = 10, time_length = 5;

std::string utf8(icu::UnicodeString const& text) {
    std::string out;
    return text.toUTF8String(out);
}
/// Dari is written as Persian is; the data know it by that name.
std::string icu_code(std::string_view taal) { return std::string{taal == "prs" ? "fa-AF" : taal}; }
icu::Locale locale(std::string_view taal) {
    auto where = icu::Locale{icu_code(taal).c_str()};
    UErrorCode error = U_ZERO_ERROR;
    where.setKeywordValue("numbers", "latn", error);
    error = U_ZERO_ERROR;
    where.setKeywordValue("calendar", "gregorian", error);
    return where;
}
}

std::string schrijf_dag(Date day, std::string_view taal, bool met_weekdag) {
    UErrorCode error = U_ZERO_ERROR;
    icu::SimpleDateFormat format{met_weekdag ? "EEEE d MMMM y" : "d MMMM y", locale(taal), error};
    if (U_FAILURE(error) != 0) return to_iso(day);
    format.adoptTimeZone(icu::TimeZone::getGMT()->clone());
    constexpr std::int64_t millis_a_day = 86'400'000;
    icu::UnicodeString out;
    format.format(static_cast<UDate>(day.time_since_epoch().count() * millis_a_day), out);
    return utf8(out);
}

std::string schrijf(Veldsoort soort, std::string_view waarde, std::string_view taal) {
    switch (soort) {
    case Veldsoort::datum:
    case Veldsoort::weekdag:
        if (auto const day = parse_date(waarde); day && waarde.size() == iso_length)
            return schrijf_dag(*day, taal, soort == Veldsoort::weekdag);
        break;
    case Veldsoort::tijd:
        // 14.00 uur, as a Dutch letter has it; elsewhere with a colon.
        if (taal == "nl" && waarde.size() == time_length)
            return std::string{waarde.substr(0, 2)} + "." + std::string{waarde.substr(3)} + " uur";
        break;
    case Veldsoort::taal: {
        if (taal == "nl") return std::string{dossier::taal_naam(waarde)};
        icu::UnicodeString out;
        icu::Locale{icu_code(waarde).c_str()}.getDisplayLanguage(locale(taal), out);
        return utf8(out);
    }
    case Veldsoort::tekst:
    case Veldsoort::getal: break;
    }
    return std::string{waarde};
}

std::vector<std::string_view> const& vertaaltalen() {
    static std::vector<std::string_view> const all{"ar", "ti", "en", "am", "fa", "fr", "ku", "pl", "prs",
                                                   "ps", "ru", "so", "es", "th", "tr", "uk", "zh"};
    return all;
}
bool is_vertaaltaal(std::string_view taal) { return std::ranges::find(vertaaltalen(), taal) != vertaaltalen().end(); }
bool rechts_naar_links(std::string_view taal) {
    return std::ranges::find(van_rechts, taal.substr(0, taal.find('-'))) != std::end(van_rechts);
}
std::string eigen_naam(std::string_view taal) {
    icu::UnicodeString out;
    icu::Locale{icu_code(taal).c_str()}.getDisplayLanguage(locale(taal), out);
    return utf8(out);
}
}
