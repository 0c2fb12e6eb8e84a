#include "kernel/utf8.h"
#include "platform/i18n/i18n.h"
#include "rekenhulp/regels.h"

#include <algorithm>
#include <charconv>
#include <fmt/core.h>

namespace rekenhulp {
using i18n::N_;

std::string_view zin(FoutSoort soort) {
    switch (soort) {
    case FoutSoort::onbekende_regel: return N_("Deze regel bestaat niet.");
    case FoutSoort::onbekende_sleutel: return N_("Deze regel kent dit gegeven niet.");
    case FoutSoort::dubbele_sleutel: return N_("Dit gegeven staat er twee keer.");
    case FoutSoort::ontbreekt: return N_("Dit gegeven is nodig.");
    case FoutSoort::geen_dag: return N_("Dit is geen bestaande dag. Schrijf JJJJ-MM-DD, bijvoorbeeld 2026-03-16.");
    case FoutSoort::geen_deels_bekende_dag:
        return N_("Dit is geen geboortedatum. Schrijf JJJJ-MM-DD, met 00 voor wat niet bekend is.");
    case FoutSoort::geen_ja_nee: return N_("Kies ja of nee.");
    case FoutSoort::geen_groep: return N_("Kies AS-a, AS-b, GM of OM.");
    case FoutSoort::geen_route: return N_("Kies b1, onderwijs of z.");
    case FoutSoort::geen_niveau: return N_("Kies A2 of B1.");
    case FoutSoort::geen_geslacht: return N_("Kies M, V of O.");
    case FoutSoort::geen_naamgebruik: return N_("Kies E, P, V of N.");
    case FoutSoort::geen_aantal: return N_("Vul een heel getal in van 0 tot en met 1.000.000.000, zonder punten.");
    case FoutSoort::geen_getal: return N_("Vul een heel getal in, met een min ervoor als er een achterstand is.");
    case FoutSoort::te_lang: return N_("Dit is te lang: gebruik hoogstens 200 tekens.");
    case FoutSoort::geen_leesbare_tekst: return N_("Deze tekens zijn niet leesbaar. Gebruik UTF-8.");
    case FoutSoort::niet_na_vanaf: return N_("Deze dag moet na de begindag liggen.");
    case FoutSoort::zonder_vanaf: return N_("Vul ook de begindag in.");
    case FoutSoort::geboren_na_op: return N_("De geboortedatum ligt na de dag waarvoor u de leeftijd vraagt.");
    case FoutSoort::nul_inwoners: return N_("Dit aantal moet groter zijn dan 0.");
    case FoutSoort::meer_dan_nederland: return N_("Een gemeente heeft niet meer inwoners dan Nederland.");
    }
    throw Bug{"foutsoort"};
}

std::string tekst(Fout const& fault) {
    auto text = fmt::format("{}: {}", fault.sleutel, zin(fault.soort));
    if (!fault.waarde.empty()) text += fmt::format(" ({})", fault.waarde);
    return text;
}

namespace {
constexpr std::int64_t most = 1'000'000'000;
constexpr std::size_t longest = 200;

std::optional<std::int64_t> whole_number(std::string_view text, std::int64_t least) {
    std::int64_t n = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc{} || end != text.data() + text.size() || n < least || n > most) return std::nullopt;
    return n;
}

std::optional<inburgeringstermijn::Route> route_of(std::string_view text) {
    using inburgeringstermijn::Route;
    struct Naam {
        std::string_view text;
        Route route;
    };
    constexpr Naam names[] = {
        {"b1", Route::b1},       {"B1", Route::b1}, {"B", Route::b1}, {"onderwijs", Route::onderwijs},
        {"O", Route::onderwijs}, {"z", Route::z},   {"Z", Route::z}};
    auto const* found = std::ranges::find(names, text, &Naam::text);
    return found == std::end(names) ? std::nullopt : std::optional{found->route};
}

Result<Waarde, FoutSoort> one_of(std::string_view text, std::string_view letters, FoutSoort no) {
    if (text.size() != 1 || letters.find(text) == std::string_view::npos) return unexpected{no};
    return Waarde{std::string{text}};
}

template <class Outcome> Result<Waarde, FoutSoort> or_else(Outcome const& found, FoutSoort no) {
    if (!found) return unexpected{no};
    return Waarde{*found};
}

Result<Waarde, FoutSoort> lees_waarde(Vorm vorm, std::string const& text) {
    switch (vorm) {
    case Vorm::dag: return or_else(parse_date(text), FoutSoort::geen_dag);
    case Vorm::deels_bekende_dag: return or_else(PartialDate::parse(text), FoutSoort::geen_deels_bekende_dag);
    case Vorm::ja_nee:
        if (text != "ja" && text != "nee") return unexpected{FoutSoort::geen_ja_nee};
        return Waarde{text == "ja"};
    case Vorm::groep: return or_else(instroom::doelgroep_van(text), FoutSoort::geen_groep);
    case Vorm::route: return or_else(route_of(text), FoutSoort::geen_route);
    case Vorm::niveau:
        if (text != "A2" && text != "B1") return unexpected{FoutSoort::geen_niveau};
        return Waarde{text};
    case Vorm::geslacht: return one_of(text, "MVO", FoutSoort::geen_geslacht);
    case Vorm::naamgebruik: return one_of(text, "EPVN", FoutSoort::geen_naamgebruik);
    case Vorm::aantal: return or_else(whole_number(text, 0), FoutSoort::geen_aantal);
    case Vorm::getal: return or_else(whole_number(text, -most), FoutSoort::geen_getal);
    case Vorm::woord:
        if (text.size() > longest) return unexpected{FoutSoort::te_lang};
        if (!is_utf8(text)) return unexpected{FoutSoort::geen_leesbare_tekst};
        return Waarde{text};
    }
    throw Bug{"vorm"};
}

/// Faults of the question as a whole: keys that are unknown or given twice.
void check_keys(Regel const& regel, Gegevens const& given, std::vector<Fout>& faults) {
    for (auto at = given.begin(); at != given.end(); ++at) {
        auto const& [key, value] = *at;
        if (std::ranges::find(regel.sleutels, key, &Sleutel::naam) == regel.sleutels.end())
            faults.push_back({key, FoutSoort::onbekende_sleutel, {}});
        else if (std::find_if(given.begin(), at, [&](auto const& earlier) { return earlier.first == key; }) != at)
            faults.push_back({key, FoutSoort::dubbele_sleutel, value});
    }
}
}

Result<Waarden, std::vector<Fout>> lees(Regel const& regel, Gegevens const& given) {
    std::vector<Fout> faults;
    check_keys(regel, given, faults);
    Waarden values;
    for (auto const& key : regel.sleutels) {
        auto const found = std::ranges::find(given, key.naam, &Gegevens::value_type::first);
        bool const may_be_empty = key.vorm == Vorm::woord;
        if (found == given.end() || (found->second.empty() && !may_be_empty)) {
            if (key.nodig == Nodig::ja) faults.push_back({std::string{key.naam}, FoutSoort::ontbreekt, {}});
            continue;
        }
        auto value = lees_waarde(key.vorm, found->second);
        if (value)
            values.zet(key.naam, std::move(*value));
        else
            faults.push_back({std::string{key.naam}, value.error(), found->second.substr(0, longest)});
    }
    if (!faults.empty()) return unexpected{std::move(faults)};
    return values;
}
}
