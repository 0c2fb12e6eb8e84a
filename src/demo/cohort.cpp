#include "demo/cohort.h"

#include <algorithm>
#include <fmt/core.h>

namespace demo {
namespace {
using inburgeringstermijn::FeitSoort;
using instroom::Doelgroep;
using std::chrono::days;

Afkomst origin(Dice& dice, bool asylum) {
    using enum Afkomst;
    if (asylum) {   // 50 % Syria; 29 % TR, YE, ER, AF; the rest over others
        constexpr Afkomst list[] = {syrie, eritrea, afghanistan, turkije, jemen, irak, iran, somalie};
        return list[dice.share(std::array{50, 9, 6, 9, 5, 9, 6, 6})];
    }
    constexpr Afkomst list[] = {marokko, turkije, syrie, thailand, brazilie, iran, afghanistan, oekraine, eritrea};
    return list[dice.share(std::array{13, 12, 20, 8, 15, 8, 9, 5, 10})];
}

Mens person(Dice& dice, Herkomst const& from, char sex, int age_low, int age_high, Date today, Mens const* father) {
    Mens m;
    m.geslacht = sex;
    m.roepnaam = dice.pick(sex == 'V' ? from.vrouwen : from.mannen);
    bool const one_name = father ? father->geslachtsnaam.empty() : dice.chance(1);
    // Given name, father's name; the grandfather's name stands where the BRP keeps the family name.
    if (from.vadersnaam) m.vader = father ? father->roepnaam : dice.pick(from.mannen);
    m.familie = !father ? dice.pick(from.achternamen) : from.vadersnaam ? father->vader : father->familie;
    auto const say = [&](std::string& latin, Naam const& part) {
        (latin += latin.empty() ? "" : " ") += part.latijn;
        if (!part.eigen.empty()) (m.eigen_schrift += m.eigen_schrift.empty() ? "" : " ") += part.eigen;
    };
    say(m.voornamen, m.roepnaam);
    if (from.vadersnaam && !one_name) say(m.voornamen, m.vader);
    if (!one_name) say(m.geslachtsnaam, m.familie);
    std::chrono::year_month_day const now{today};
    int const year = int{now.year()} - dice.between(age_low, age_high);
    int const month = dice.between(1, 12), day = dice.between(1, 28);
    int const known = dice.between(1, 100);   // many status holders: 1 January, or only the year
    auto const iso = known <= 4    ? fmt::format("{:04}-00-00", year)
                     : known <= 6  ? fmt::format("{:04}-{:02}-00", year, month)
                     : known <= 18 ? fmt::format("{:04}-01-01", year)
                                   : fmt::format("{:04}-{:02}-{:02}", year, month, day);
    m.geboren = *PartialDate::parse(iso);
    return m;
}

void add_family(Dice& dice, Zaak& z, Herkomst const& from, Date today) {
    bool const married = dice.chance(z.groep == Doelgroep::as_a ? 42 : 88);
    if (!married) return;
    bool const abroad = z.groep == Doelgroep::as_a && dice.chance(35);
    char const other = z.mens.geslacht == 'V' ? 'M' : 'V';
    z.gezin.push_back({person(dice, from, other, 24, 52, today, nullptr), "partner", abroad ? "nareis" : "hier"});
    Mens const father = z.mens.geslacht == 'M' ? z.mens : z.gezin.front().mens;
    int const children = static_cast<int>(dice.share(std::array{35, 25, 22, 12, 6}));
    for (int i = 0; i < children; ++i)
        z.gezin.push_back({person(dice, from, dice.chance(50) ? 'M' : 'V', 1, 15, today, &father), "kind",
                           abroad ? "nareis" : "hier"});
}

void set_group(Dice& dice, Zaak& z) {
    constexpr Doelgroep groups[] = {Doelgroep::as_a, Doelgroep::as_b, Doelgroep::gm, Doelgroep::om};
    z.groep = groups[dice.share(std::array{52, 9, 33, 6})];
    bool const asylum = z.groep == Doelgroep::as_a || z.groep == Doelgroep::as_b;
    z.duo_indeling = asylum ? "Asielstatushouder" : "Gezinsmigrant en overige migrant";
    switch (z.groep) {
    case Doelgroep::as_a: z.duo_fijn = "Asielstatushouder"; break;
    case Doelgroep::as_b: z.duo_fijn = "Gezinshereniger met Asielstatushouder"; break;
    case Doelgroep::gm: z.duo_fijn = dice.chance(60) ? "Gezinshereniger" : "Gezinsvormer"; break;
    case Doelgroep::om: z.duo_fijn = dice.chance(15) ? "Geestelijk bedienaar" : "Overig"; break;
    }
    z.verblijfstitel = z.groep == Doelgroep::as_a ? "26" : "21";
}

/// How far this file is, and the day of DUO's notice that goes with it.
void set_stadium(Dice& dice, Zaak& z, Date today) {
    bool const can_wait = z.groep == Doelgroep::as_a;
    auto const i = dice.share(std::array{can_wait ? 8 : 0, 22, 3, 59, 8});
    z.stadium = static_cast<Stadium>(i);
    int ago = 0;
    switch (z.stadium) {
    case Stadium::azc: z.fase = "instroom"; return;
    case Stadium::intake:
        z.fase = dice.chance(70) ? "intake" : "pip";
        ago = dice.between(0, 69);
        break;
    case Stadium::pip_te_laat:
        z.fase = "pip";
        ago = dice.between(72, 120);
        break;
    case Stadium::onderweg:
        z.fase = "leerroute";
        ago = dice.between(80, 1180);
        break;
    case Stadium::voldaan:
        z.fase = "voldaan";
        ago = dice.between(900, 1700);
        break;
    }
    z.kennisgeving_op = std::max(today - days{ago}, Date{2022y / 1 / 10});
}

void set_dates(Dice& dice, Zaak& z, Date today) {
    Date const notice = z.kennisgeving_op.value_or(today);
    if (z.groep == Doelgroep::as_a) {
        z.gekoppeld_op = notice - days{dice.between(20, 140)};
        z.aangekomen_op = *z.gekoppeld_op - days{dice.between(60, 420)};
        if (z.stadium != Stadium::azc) z.ingeschreven_op = notice - days{dice.between(0, 15)};
    } else {
        z.ingeschreven_op = notice - days{dice.between(14, 120)};
    }
    if (z.stadium == Stadium::onderweg || z.stadium == Stadium::voldaan)
        z.eerste_pip = std::min(notice + days{dice.between(22, 74)}, today - days{1});
    if (z.stadium == Stadium::voldaan) z.voldaan_op = today - days{dice.between(1, 200)};
}

void set_facts(Dice& dice, Zaak& z, Date today) {
    auto const fact = [&](FeitSoort soort, Date dag, std::optional<Date> tot = {}) {
        z.feiten.push_back({soort, std::min(dag, today), tot});
    };
    if (z.ingeschreven_op) fact(FeitSoort::brp_inschrijving, *z.ingeschreven_op);
    if (z.groep == Doelgroep::as_a && z.ingeschreven_op) fact(FeitSoort::huisvesting_28, *z.ingeschreven_op);
    if (!z.kennisgeving_op) return;
    fact(FeitSoort::plicht_begin, *z.kennisgeving_op - days{7});
    fact(FeitSoort::kennisgeving, *z.kennisgeving_op);
    fact(FeitSoort::tien_weken_gestart, *z.kennisgeving_op);
    if (z.groep == Doelgroep::as_a && dice.chance(75)) {
        bool const works = dice.chance(12);
        Date const begin = *z.ingeschreven_op + days{dice.between(0, 10)}, end = begin + days{dice.between(60, 160)};
        fact(FeitSoort::bijstand, begin, works && end < today ? std::optional{end} : std::nullopt);
    }
    if (z.eerste_pip) {
        fact(FeitSoort::eerste_pip, *z.eerste_pip);
        fact(FeitSoort::pip_bekendgemaakt, *z.eerste_pip + days{dice.between(0, 3)});
        Date const start = *z.eerste_pip + days{1};
        if (dice.chance(90))
            fact(FeitSoort::duo_termijn, start, add_months(start, std::chrono::months{36}, MissingDay::last_of_month));
        if (dice.chance(1) && start + days{200} < today)
            fact(FeitSoort::buitenland, start + days{60}, start + days{150});
    }
    if (z.voldaan_op) fact(FeitSoort::plicht_voldaan, *z.voldaan_op);
}

void set_events(Dice& dice, Zaak& z, Date today) {
    auto const happened = [&](std::optional<Date> dag, std::string soort, std::string categorie, std::string titel,
                              std::string tekst, std::string bron) {
        if (dag && *dag <= today)
            z.voorvallen.push_back(
                {*dag, std::move(soort), std::move(categorie), std::move(titel), std::move(tekst), std::move(bron)});
    };
    happened(z.aangekomen_op, "instroom", "identiteit", "Aangekomen in het azc", "", "COA");
    happened(z.gekoppeld_op, "instroom", "identiteit", "Gekoppeld aan de gemeente", "Woning gezocht.", "COA");
    if (z.gekoppeld_op)
        happened(*z.gekoppeld_op + days{12}, "contact", "contact", "Kennismaking in het azc",
                 "Rustig gesprek. Vragen over school en werk.", "");
    happened(z.ingeschreven_op, "instroom", "identiteit", "Ingeschreven in " + z.woonplaats, "", "BRP");
    happened(z.kennisgeving_op, "wettelijk", "voortgang", "Kennisgeving van DUO: de tien weken lopen", "", "SS139");
    constexpr std::string_view talks[] = {"Werkte eerder als naaister. Wil in de zorg.",
                                          "Heeft een diploma elektrotechniek. Waardering aangevraagd.",
                                          "Zoekt opvang voor de kinderen op dinsdag en donderdag.",
                                          "Leest nog geen Latijns schrift. Start met alfabetisering.",
                                          "Heeft een rijbewijs en wil chauffeur worden.",
                                          "Vraagt naar gezinshereniging."};
    if (z.kennisgeving_op)
        for (int i = 1; i <= 2; ++i)
            happened(*z.kennisgeving_op + days{i * 13}, "contact", "voortgang", fmt::format("Intakegesprek {}", i),
                     std::string{dice.pick(std::span<std::string_view const>{talks})}, "");
    happened(z.eerste_pip, "wettelijk", "voortgang", "PIP vastgesteld", "", "");
    if (z.eerste_pip) {
        happened(*z.eerste_pip + days{1}, "brief", "voortgang", "Besluit PIP verstuurd", "", "");
        for (int i = 1; i <= 3; ++i)
            happened(*z.eerste_pip + days{i * 120}, "contact", "voortgang", "Voortgangsgesprek",
                     std::string{dice.pick(std::span<std::string_view const>{talks})}, "");
    }
    happened(z.voldaan_op, "wettelijk", "voortgang", "Inburgeringsplicht voldaan: diploma behaald", "", "SS106");
    std::ranges::stable_sort(z.voorvallen, {}, &Voorval::dag);
}

void set_tasks(Dice& dice, Zaak& z, Date today) {
    if (z.stadium == Stadium::voldaan) return;
    struct Soort {
        std::string_view soort, titel, toelichting, wacht_op;
    };
    constexpr Soort own[] = {{"bericht", "Terugbellen over kinderopvang", "Nummer staat bij contact.", ""},
                             {"intake", "Intakegesprek voorbereiden", "Tolk aanvragen.", ""},
                             {"leerroute", "School vragen naar de voortgang", "", ""},
                             {"intake", "Diplomawaardering", "Aangevraagd bij IDW.", "IDW"},
                             {"leerroute", "School neemt verwijzing aan of wijst af", "", "school"},
                             {"geld", "Machtiging vaste lasten laten tekenen", "", ""}};
    if (!dice.chance(35)) return;
    auto const& chosen = own[dice.share(std::array{25, 20, 20, 12, 13, 10})];
    z.taken.push_back({std::string{chosen.soort}, std::string{chosen.titel}, std::string{chosen.toelichting},
                       std::string{chosen.wacht_op}, today + days{dice.between(-2, 25)}});
}
}

inburgeringstermijn::Groep termijn_groep(Doelgroep g) {
    using inburgeringstermijn::Groep;
    switch (g) {
    case Doelgroep::as_a: return Groep::as_a;
    case Doelgroep::as_b: return Groep::as_b;
    case Doelgroep::gm: return Groep::gm;
    case Doelgroep::om: return Groep::om;
    }
    return Groep::om;
}

Zaak make_zaak(std::uint64_t seed, std::int64_t number, std::string_view gemeente_code, Date today) {
    Dice dice{seed * 0x9E3779B97F4A7C15ULL + static_cast<std::uint64_t>(number) * 0xD1B54A32D192ED03ULL};
    dice.next();
    Zaak z;
    set_group(dice, z);
    bool const asylum = z.groep == Doelgroep::as_a || z.groep == Doelgroep::as_b;
    z.afkomst = origin(dice, asylum);
    auto const& from = herkomst(z.afkomst);
    char const sex = z.groep == Doelgroep::as_a ? (dice.chance(66) ? 'M' : 'V') : (dice.chance(32) ? 'M' : 'V');
    z.mens = person(dice, from, sex, 18, 58, today, nullptr);
    add_family(dice, z, from, today);
    z.geheimhouding = dice.chance(2) ? 7 : 0;
    z.tolk = dice.chance(60);
    if (z.tolk && dice.chance(15)) z.tolk_wens = sex == 'V' ? "vrouw" : "telefonisch";
    auto const& place = dice.pick(plaatsen(gemeente_code));
    z.woonplaats = place.woonplaats;
    z.postcode = std::string{place.postcode_cijfers} + static_cast<char>('A' + dice.between(0, 22))
                 + static_cast<char>('A' + dice.between(0, 22));
    z.straat = dice.pick(straten());
    z.huisnummer = dice.between(1, 180);
    set_stadium(dice, z, today);
    set_dates(dice, z, today);
    set_facts(dice, z, today);
    set_events(dice, z, today);
    set_tasks(dice, z, today);
    if (z.stadium != Stadium::voldaan && dice.chance(14)) {
        z.afspraak_over_dagen = dice.between(-3, 20);
        z.afspraak_blok = dice.between(0, 9);
    }
    return z;
}
}
