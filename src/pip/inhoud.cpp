#include "pip/inhoud.h"

#include "kernel/check.h"
#include "platform/i18n/i18n.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/core.h>

namespace pip {
namespace {
using i18n::N_;
using enum Vorm;

constexpr std::array<std::string_view, aantal_delen> deel_namen{"leerroute", "begeleiding", "doelen", "afspraken"};
constexpr std::array<std::string_view, aantal_delen> deel_titels{N_("Leerroute"), N_("Meedoen en begeleiding"),
                                                                 N_("Doelen"), N_("Afspraken")};

constexpr Optie routes[] = {
    {"B", N_("B1-route"), N_("Binnen drie jaar vier taalexamens op B1, en KNM.")},
    {"O", N_("Onderwijsroute"), N_("Taalschakeltraject naar een opleiding. Taal op B1 of hoger, en KNM.")},
    {"Z", N_("Z-route"), N_("800 uur cursus. Voor asielstatushouders ook 800 uur meedoen.")}};
constexpr Optie niveaus[] = {{"B1", N_("B1"), ""},
                             {"A2", N_("A2"), N_("Na afschalen, of bij een later plan in de Z-route.")}};
constexpr Optie onderzoek[] = {{"past", N_("De onderwijsroute past"), ""},
                               {"past_niet", N_("De onderwijsroute past niet"), ""}};
constexpr Optie ja_nee[] = {{"ja", N_("Ja"), ""}, {"nee", N_("Nee"), ""}};
constexpr Optie alfa[] = {{"NVT", N_("Niet nodig"), N_("Kan lezen en schrijven in het Latijnse schrift.")},
                          {"A", N_("Ja: analfabeet"), N_("Kan in geen enkele taal lezen en schrijven.")},
                          {"AA", N_("Ja: anders gealfabetiseerd"), N_("Kan lezen en schrijven in een ander schrift.")}};
constexpr Optie examens[] = {{"LE", N_("Lezen"), ""},
                             {"LU", N_("Luisteren"), ""},
                             {"SC", N_("Schrijven"), ""},
                             {"SP", N_("Spreken"), ""},
                             {"KNM", N_("Kennis van de Nederlandse maatschappij (KNM)"), ""}};
constexpr Optie termijnen[] = {{"kort", N_("Binnen een half jaar"), ""},
                               {"midden", N_("Binnen anderhalf jaar"), ""},
                               {"lang", N_("Binnen drie jaar"), ""}};
constexpr Optie gronden[] = {
    {"Wi", N_("Wi: Wet inburgering"), N_("Niet nakomen: eerst praten, dan waarschuwen, daarna kan een boete.")},
    {"Pw", N_("Pw: Participatiewet"), N_("Niet nakomen: gevolgen voor de bijstand, volgens de verordening.")}};

constexpr int reden = 2000, kort = 300, groot_getal = 9999;
using In = Inhoud;
constexpr auto L = Deel::leerroute, B = Deel::begeleiding;

constexpr Veld tabel[] = {
    {"leerroute", N_("Leerroute"), "", L, keuze, &In::leerroute, routes},
    {"leerroute_reden",
     N_("Waarom deze leerroute"),
     N_("Op grond van de hele brede intake: opleiding, werk, gezin, gezondheid als uitkomst, wensen en de toets."),
     L,
     lang,
     &In::leerroute_reden,
     {},
     reden},
    {"onderwijs_onderzocht", N_("Onderwijsroute en andere mogelijkheden onderzocht"),
     N_("Dit moet bij iedereen, ook bij gezinsmigranten. Dat er in de regio geen onderwijsroute is, is niet genoeg."),
     L, keuze, &In::onderwijs_onderzocht, onderzoek},
    {"onderwijs_reden",
     N_("Wat u onderzocht hebt en waarom die uitkomst"),
     "",
     L,
     lang,
     &In::onderwijs_reden,
     {},
     reden},
    {"toets_reden",
     N_("Waarom u afwijkt van de leerbaarheidstoets"),
     N_("De toets geeft advies. U mag afwijken, met reden."),
     L,
     lang,
     &In::toets_reden,
     {},
     reden},
    {"niveau", N_("Niveau"), N_("Laat leeg voor B1 in de B1-route en de onderwijsroute."), L, keuze, &In::niveau,
     niveaus},
    {"uren",
     N_("Geschatte uren les"),
     N_("Taal en KNM samen, voor de hele B1-route. Alleen bij asielstatushouders."),
     L,
     getal,
     &In::uren,
     {},
     0,
     1,
     groot_getal},
    {"intensiteit",
     N_("Hoeveel les"),
     N_("Bijvoorbeeld: drie ochtenden in de week, een jaar lang."),
     L,
     tekst,
     &In::intensiteit,
     {},
     kort},
    {"alfabetisering", N_("Alfabetisering nodig"), "", L, keuze, &In::alfabetisering, alfa},
    {"opleiding_afmaken", N_("Mag een begonnen opleiding afmaken"),
     N_("Bijvoorbeeld praktijkonderwijs of entree. DUO wil dit weten."), L, keuze, &In::opleiding_afmaken, ja_nee},
    {"z_examens", N_("Examens die iemand wil en kan doen"),
     N_("In de Z-route is geen examen nodig. Examens op A2 mogen, en KNM ook."), L, meerkeuze, &In::z_examens, examens},
    {"aftrek_cursus",
     N_("Uren cursus uit de intake die meetellen"),
     N_("Alleen uren die aan dezelfde eisen voldoen, bijvoorbeeld les bij een erkende school."),
     L,
     getal,
     &In::aftrek_cursus,
     {},
     0,
     0,
     groot_getal},
    {"aftrek_participatie",
     N_("Uren meedoen uit de intake die meetellen"),
     N_("Alleen bij asielstatushouders."),
     L,
     getal,
     &In::aftrek_participatie,
     {},
     0,
     0,
     groot_getal},
    {"aftrek_school",
     N_("Uren Nederlands en KNM op school die meetellen"),
     N_("Vso, praktijkonderwijs of entree, in de twee jaar voor het PIP."),
     L,
     getal,
     &In::aftrek_school,
     {},
     0,
     0,
     groot_getal},
    {"school_vanaf", N_("Eerste dag van die schooluren"), "", L, dag, &In::school_vanaf},
    {"aftrek_reden", N_("Waarom deze uren meetellen"), "", L, lang, &In::aftrek_reden, {}, reden},
    {"vorige_route", N_("Leerroute in het PIP van de vorige gemeente"), "", L, keuze, &In::vorige_route, routes},
    {"vorig_niveau", N_("Niveau in het PIP van de vorige gemeente"), "", L, keuze, &In::vorig_niveau, niveaus},
    {"vorige_dagtekening", N_("Dagtekening van het PIP van de vorige gemeente"), "", L, dag, &In::vorige_dagtekening},
    {"wijziging_reden", N_("Waarom het plan verandert"), "", L, lang, &In::wijziging_reden, {}, reden},
    {"bijzonder_geval",
     N_("Bijzonder geval: waarom wisselen na anderhalf jaar toch kan"),
     N_("Vul dit alleen in als de grens van anderhalf jaar voorbij is."),
     L,
     lang,
     &In::bijzonder_geval,
     {},
     reden},
    {"onderwijs_gestopt", N_("Laatste dag van onderwijs dat niet vrijstelt"),
     N_("Is dat onderwijs na de grens van anderhalf jaar gestopt, dan mag de leerroute nog wijzigen."), L, dag,
     &In::onderwijs_gestopt},
    {"uren_nt2",
     N_("Gevolgde uren Nederlands (NT2)"),
     N_("Alfabetisering telt mee, KNM niet. Bij een erkende school."),
     L,
     getal,
     &In::uren_nt2,
     {},
     0,
     0,
     groot_getal},
    {"uren_intake",
     N_("Uren Nederlands in de intake die u laat meetellen"),
     "",
     L,
     getal,
     &In::uren_intake,
     {},
     0,
     0,
     groot_getal},
    {"inspanning", N_("Genoeg inspanning tijdens de lessen"), "", L, keuze, &In::inspanning, ja_nee},
    {"b1_haalbaar", N_("Is B1 nog haalbaar binnen de termijn"), "", L, keuze, &In::b1_haalbaar, ja_nee},

    {"pvt_uren",
     N_("Uren participatieverklaringstraject (PVT)"),
     N_("Ten minste 12 uur, met het ondertekenen. Uren uit de intake mogen meetellen."),
     B,
     getal,
     &In::pvt_uren,
     {},
     0,
     1,
     groot_getal},
    {"pvt",
     N_("Wanneer en hoe het PVT"),
     N_("Bijvoorbeeld: vier dinsdagen vanaf januari, met een excursie."),
     B,
     tekst,
     &In::pvt,
     {},
     kort},
    {"map_uren",
     N_("Uren module arbeidsmarkt en participatie (MAP)"),
     N_("Het deel in de praktijk is 40 uur. Dat getal staat in de Regeling en is niet bevestigd."),
     B,
     getal,
     &In::map_uren,
     {},
     0,
     1,
     groot_getal},
    {"map", N_("Wanneer en hoe de MAP"), "", B, tekst, &In::map, {}, kort},
    {"begeleiding",
     N_("Ondersteuning en begeleiding"),
     N_("Wie helpt, waarmee, en hoe vaak."),
     B,
     lang,
     &In::begeleiding,
     {},
     reden},
    {"gesprekken",
     N_("Aantal voortgangsgesprekken"),
     N_("Moet in het PIP staan. Een gesprek per half jaar is zes keer."),
     B,
     getal,
     &In::gesprekken,
     {},
     0,
     1,
     99},
    {"voortgang",
     N_("Hoe u de voortgang volgt"),
     N_("Bijvoorbeeld: presentie van de school, elke maand."),
     B,
     lang,
     &In::voortgang,
     {},
     reden},
    {"vve_nodig", N_("Afspraken over voorschoolse educatie (vve)"),
     N_("Vul dit in als er kinderen van die leeftijd zijn."), B, keuze, &In::vve_nodig, ja_nee},
    {"vve", N_("Welke afspraken, of waarom niet"), "", B, lang, &In::vve, {}, reden},
    {"ontzorgen",
     N_("Afspraken over ontzorgen"),
     N_("Of iemand recht heeft op ontzorgen en hoe lang, rekent Meedoen uit."),
     B,
     lang,
     &In::ontzorgen,
     {},
     reden},
};

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}
std::vector<std::string_view> parts(std::string_view list) {
    std::vector<std::string_view> all;
    while (!list.empty()) {
        auto const comma = std::min(list.find(','), list.size());
        if (comma > 0) all.push_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return all;
}
bool is_option(Veld const& field, std::string_view value) {
    return std::ranges::find(field.opties, value, &Optie::waarde) != field.opties.end();
}
}

std::string_view naam(Deel deel) { return deel_namen[static_cast<std::size_t>(deel)]; }
std::string_view titel(Deel deel) { return deel_titels[static_cast<std::size_t>(deel)]; }
std::optional<Deel> deel_van(std::string_view name) {
    auto const* found = std::ranges::find(deel_namen, name);
    if (found == deel_namen.end()) return std::nullopt;
    return static_cast<Deel>(found - deel_namen.begin());
}

std::span<Veld const> velden() { return tabel; }
Veld const& veld(std::string_view name) {
    auto const* found = std::ranges::find(tabel, name, &Veld::naam);
    check(found != std::end(tabel));
    return *found;
}

bool Veld::verplicht() const {
    constexpr std::string_view optional[] = {
        "niveau",          "toets_reden",       "z_examens",    "aftrek_cursus", "aftrek_participatie",
        "aftrek_school",   "school_vanaf",      "aftrek_reden", "vorig_niveau",  "vorige_dagtekening",
        "bijzonder_geval", "onderwijs_gestopt", "uren_intake",  "pvt",           "map",
        "ontzorgen"};
    return std::ranges::find(optional, naam) == std::end(optional);
}

std::string waarde(Inhoud const& in, Veld const& field) {
    if (auto const* text = std::get_if<std::string Inhoud::*>(&field.plek)) return in.**text;
    if (auto const* number = std::get_if<std::optional<std::int64_t> Inhoud::*>(&field.plek))
        return in.**number ? std::to_string(*(in.**number)) : std::string{};
    auto const day = in.*std::get<std::optional<Date> Inhoud::*>(field.plek);
    return day ? to_iso(*day) : std::string{};
}

std::string leesbaar(Inhoud const& in, Veld const& field) {
    auto value = waarde(in, field);
    if (field.vorm == keuze) return std::string{titel_van(field.opties, value)};
    return value;
}

std::string_view tekst(VeldFout fault) {
    switch (fault) {
    case VeldFout::onbekende_keuze: return N_("Kies een van de mogelijkheden.");
    case VeldFout::geen_getal: return N_("Vul een heel getal in, alleen cijfers.");
    case VeldFout::buiten_bereik: return N_("Dit getal is te klein of te groot.");
    case VeldFout::geen_dag: return N_("Vul een dag in die bestaat, bijvoorbeeld 25 11 2026.");
    case VeldFout::te_lang: return N_("Deze tekst is te lang. Maak hem korter.");
    }
    return {};
}

namespace {
Result<void, VeldFout> zet_getal(std::optional<std::int64_t>& place, Veld const& field, std::string_view typed) {
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (error == std::errc::result_out_of_range) return unexpected{VeldFout::buiten_bereik};
    if (error != std::errc{} || end != typed.data() + typed.size()) return unexpected{VeldFout::geen_getal};
    if (number < field.minste || number > field.meeste) return unexpected{VeldFout::buiten_bereik};
    place = number;
    return {};
}
}

Result<void, VeldFout> zet(Inhoud& in, Veld const& field, std::string_view typed) {
    if (auto const* number = std::get_if<std::optional<std::int64_t> Inhoud::*>(&field.plek)) {
        in.** number = std::nullopt;
        return typed.empty() ? Result<void, VeldFout>{} : zet_getal(in.**number, field, typed);
    }
    if (auto const* day = std::get_if<std::optional<Date> Inhoud::*>(&field.plek)) {
        in.** day = std::nullopt;
        if (typed.empty()) return {};
        auto const parsed = parse_date(typed);
        if (!parsed) return unexpected{VeldFout::geen_dag};
        in.** day = *parsed;
        return {};
    }
    auto& text = in.*std::get<std::string Inhoud::*>(field.plek);
    text.clear();
    if (field.vorm == keuze && !typed.empty() && !is_option(field, typed)) return unexpected{VeldFout::onbekende_keuze};
    if (field.vorm == meerkeuze) {
        auto const chosen = parts(typed);
        for (auto const& one : chosen)
            if (!is_option(field, one)) return unexpected{VeldFout::onbekende_keuze};
        for (auto const& option : field.opties)   // always in the order of the list, each once
            if (std::ranges::find(chosen, option.waarde) != chosen.end())
                text += (text.empty() ? "" : ",") + std::string{option.waarde};
        return {};
    }
    if (field.langste && characters(typed) > static_cast<std::size_t>(field.langste))
        return unexpected{VeldFout::te_lang};
    text = typed;
    return {};
}

std::span<Optie const> doel_termijnen() { return termijnen; }
std::span<Optie const> grondslagen() { return gronden; }
std::string_view titel_van(std::span<Optie const> options, std::string_view value) {
    auto const found = std::ranges::find(options, value, &Optie::waarde);
    return found == options.end() ? std::string_view{} : found->titel;
}

std::optional<inburgeringstermijn::Route> route_van(std::string_view code) {
    using inburgeringstermijn::Route;
    if (code == "B") return Route::b1;
    if (code == "O") return Route::onderwijs;
    if (code == "Z") return Route::z;
    return std::nullopt;
}
std::string_view route_code(inburgeringstermijn::Route route) {
    switch (route) {
    case inburgeringstermijn::Route::b1: return "B";
    case inburgeringstermijn::Route::onderwijs: return "O";
    case inburgeringstermijn::Route::z: return "Z";
    }
    throw Bug{"route"};
}
std::string_view route_titel(std::string_view code) { return titel_van(routes, code); }
}
