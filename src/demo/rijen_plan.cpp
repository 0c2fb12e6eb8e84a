// The intake and the plan of an invented file, as the stores of those slices would have written them.
#include "brede_intake/leefgebieden.h"
#include "brp/naam.h"
#include "demo/dice.h"
#include "demo/rijen.h"

#include <fmt/core.h>

namespace demo {
namespace {
using std::chrono::days;

Timestamp in_the_morning(Date day) { return platform::moment_of({day, 10, 0}); }

constexpr std::string_view redenen[] = {"Vertelt het zelf in het gesprek.", "Blijkt uit het eerste gesprek.",
                                        "Zo ziet ook de maatschappelijk begeleider het.",
                                        "Laat het zien met een voorbeeld.", "De toets en het gesprek wijzen dit uit."};
constexpr std::string_view sterk[] = {"Is leergierig.", "Vraagt hulp als iets niet lukt.", "Heeft een groot netwerk.",
                                      "Komt altijd op tijd.", "Kan goed plannen."};
constexpr std::string_view nodig[] = {"Oefenen met praten.", "Uitleg in de eigen taal.",
                                      "Rust en een vast aanspreekpunt.", "Hulp bij brieven.",
                                      "Opvang voor de kinderen."};

struct DoelTekst {
    std::string_view leefgebied, termijn, tekst;
};
constexpr DoelTekst doelen[] = {
    {"taalniveau", "kort", "Ik kan een afspraak maken in het Nederlands."},
    {"werkervaring", "midden", "Ik loop stage in een beroep dat ik ken."},
    {"zelfredzaamheid", "kort", "Ik regel zelf mijn post en mijn huisarts."},
    {"netwerk", "midden", "Ik ga elke week naar het taalcafé."},
    {"opleiding", "lang", "Ik volg een opleiding in de zorg."},
    {"werkervaring", "lang", "Ik heb betaald werk voor ten minste 24 uur."},
};

/// How far the intake of this file is: nothing, some talks, or closed on a day.
struct Stap {
    std::optional<Date> begonnen, afgerond;
    int gebieden = 0;
};
Stap intake_of(Dice& dice, Zaak const& z, Date today) {
    if (!z.kennisgeving_op) {   // begun in the AZC
        if (!z.gekoppeld_op || !dice.chance(25)) return {};
        return {std::min(today, *z.gekoppeld_op + days{12}), {}, dice.between(1, 3)};
    }
    Date const begin = *z.kennisgeving_op + days{13};
    if (begin > today) return {};
    if (z.eerste_pip) return {begin, std::max(begin, *z.eerste_pip - days{5}), 13};
    if (z.fase == "pip") return {begin, std::min(today, begin + days{21}), 13};
    return {begin, {}, dice.between(2, 10)};
}
}

void Rijen::intake_gebied(std::int64_t intake, GemeenteId gemeente, GebruikerId writer, Timestamp at,
                          brede_intake::LeefgebiedSoort const& gebied, Dice& dice) {
    int const score = dice.between(1, 5);
    auto const field = [&](std::string_view name, db::Param text, db::Param points, db::Param sealed) {
        put("intake_veld", {intake, gebied.code, name, gemeente, std::move(text), std::move(points), std::move(sealed),
                            1, writer, at});
    };
    auto const none = db::Param{std::nullopt};
    if (!gebied.gezondheid && !gebied.wettelijk && dice.chance(60)) {
        field("antwoord", "besproken", none, none);   // talked about, not scored
        return;
    }
    std::string const reason{dice.pick(std::span<std::string_view const>{redenen})};
    if (gebied.gezondheid) {
        field("antwoord", "besproken", none, kluis_.seal(std::to_string(score)));
        field("reden", none, none, kluis_.seal(reason));
        return;
    }
    field("antwoord", "besproken", score, none);
    field("reden", reason, none, none);
    if (score >= 4) field("sterk", dice.pick(std::span<std::string_view const>{sterk}), none, none);
    if (score <= 2) field("nodig", dice.pick(std::span<std::string_view const>{nodig}), none, none);
}

void Rijen::intake(Zaak const& zaak, std::int64_t file, Behandelaars const& by) {
    Dice dice{static_cast<std::uint64_t>(file)};
    auto const step = intake_of(dice, zaak, today_);
    GebruikerId const writer = by.klantmanager.value_or(by.regisseur.value_or(GebruikerId{0}));
    if (!step.begonnen || writer.value == 0) return;
    auto const id = id_++;
    bool const in_azc = !zaak.kennisgeving_op;
    auto const begun = in_the_morning(*step.begonnen);
    put("intake", {id, by.gemeente, file, *step.begonnen, in_azc ? "azc" : "gemeente", writer, db::Param{step.begonnen},
                   step.afgerond ? "" : "taalniveau", db::Param{step.afgerond},
                   step.afgerond ? db::Param{writer} : db::Param{std::nullopt}});
    int left = step.gebieden;
    for (auto const& gebied : brede_intake::leefgebied_soorten())
        if (left-- > 0) intake_gebied(id, by.gemeente, writer, begun, gebied, dice);
    put("intake_opleiding", {id_++, by.gemeente, id, herkomst(zaak.afkomst).land, "Middelbare school",
                             "hoger_voortgezet", dice.between(3, 12), dice.chance(60), "geen"});
    put("intake_taal", {id_++, by.gemeente, id, herkomst(zaak.afkomst).taal, true, "goed", "goed", "redelijk"});
    put("intake_gesprek", {id_++, by.gemeente, id, *step.begonnen, in_azc ? "azc" : "gemeente", "persoonlijk", "",
                           zaak.tolk ? "telefonisch" : "geen", zaak.tolk ? herkomst(zaak.afkomst).taal : "", false,
                           "Kennismaking en eerste leefgebieden.", writer, begun});
}

void Rijen::toets(Zaak const& zaak, std::int64_t file, Behandelaars const& by) {
    Dice dice{static_cast<std::uint64_t>(file) + 2};
    GebruikerId const writer = by.klantmanager.value_or(by.regisseur.value_or(GebruikerId{0}));
    if (!zaak.kennisgeving_op || writer.value == 0) return;
    Date const asked = *zaak.kennisgeving_op + days{6}, planned = asked + days{14}, known = planned + days{3};
    bool const needed = zaak.eerste_pip.has_value();   // no plan is fixed without a result
    if (asked > today_ || (!needed && !dice.chance(85))) return;
    bool const has_result = needed || (known <= today_ && dice.chance(75));
    int const score = dice.between(2, 24) * 100 + 50;
    constexpr int passes = 1250;
    auto const none = db::Param{std::nullopt};
    auto const day = [&](bool is_there, Date on) { return is_there ? db::Param{std::min(on, today_)} : none; };
    put("leerbaarheidstoets", {id_++, by.gemeente, file,
                               has_result                   ? "uitslag"
                               : planned > today_ + days{7} ? "aangevraagd"
                                                            : "ingepland",
                               fmt::format("T{:09}", file % 1'000'000'000), asked,
                               has_result || planned <= today_ + days{7} ? db::Param{planned} : none,
                               has_result ? db::Param{score >= passes ? "haalbaar" : "niet_haalbaar"} : none,
                               has_result ? db::Param{score} : none, has_result ? db::Param{passes} : none,
                               day(has_result, known), "", "", writer, in_the_morning(asked)});
}

void Rijen::plan(Zaak const& zaak, std::int64_t file, Behandelaars const& by) {
    Dice dice{static_cast<std::uint64_t>(file) + 1};
    GebruikerId const writer = by.klantmanager.value_or(by.regisseur.value_or(GebruikerId{0}));
    bool const draft = !zaak.eerste_pip && zaak.fase == "pip" && dice.chance(60);
    if ((!zaak.eerste_pip && !draft) || writer.value == 0) return;
    bool const asylum = zaak.groep == instroom::Doelgroep::as_a || zaak.groep == instroom::Doelgroep::as_b;
    constexpr std::string_view routes[] = {"B", "O", "Z"};
    auto const route = routes[dice.share(std::array{62, 10, 28})];
    bool const b1 = route == "B", z = route == "Z";
    auto const hours = b1 && asylum ? db::Param{dice.between(45, 70) * 10} : db::Param{std::nullopt};
    auto const id = id_++;
    bool const shown = draft && dice.chance(40);
    Date const made = zaak.eerste_pip ? *zaak.eerste_pip - days{4} : today_ - days{2};
    put("pip", {id,
                by.gemeente,
                file,
                1,
                shown   ? "voorgelegd"
                : draft ? "concept"
                        : "vastgesteld",
                writer,
                in_the_morning(made),
                shown   ? db::Param{today_ - days{1}}
                : draft ? db::Param{std::nullopt}
                        : db::Param{*zaak.eerste_pip - days{2}},
                db::Param{zaak.eerste_pip},
                draft ? db::Param{std::nullopt} : db::Param{writer},
                draft ? db::Param{std::nullopt} : db::Param{in_the_morning(*zaak.eerste_pip)},
                1,
                1,
                1,
                1,
                route,
                "Past bij wat de toets en de gesprekken laten zien.",
                route == "O" ? "past" : "past_niet",
                route == "O" ? "Wil een opleiding volgen en kan het diploma halen." : "Wil nu eerst taal en werk.",
                "",
                z ? "" : "B1",
                hours,
                b1 ? "" : "Vier dagdelen in de week.",
                z ? "A" : "NVT",
                "nee",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                12,
                "Zes dagdelen en een excursie.",
                route == "O" ? db::Param{std::nullopt} : db::Param{40},
                route == "O" ? "" : "Een dagdeel in de week.",
                "Een vrijwilliger van VluchtelingenWerk helpt het eerste jaar.",
                4,
                "Elk half jaar een gesprek met de klantmanager en een bericht van de school.",
                "nee",
                "",
                ""});
    for (int i = 0; i < 3; ++i) {
        auto const& goal = doelen[static_cast<std::size_t>(i * 2 + dice.between(0, 1))];
        put("pip_doel", {id_++, by.gemeente, id, goal.leefgebied, goal.termijn, goal.tekst});
    }
    put("pip_afspraak", {id_++, by.gemeente, id, "U gaat naar alle lessen. Kunt u niet? Dan belt u vooraf.", "u",
                         db::Param{std::nullopt}, "Wi"});
    put("pip_afspraak", {id_++, by.gemeente, id, "De gemeente meldt u aan bij de school.", "de gemeente",
                         db::Param{std::optional{made + days{21}}}, "Wi"});
    if (!draft)
        put("pip_handtekening", {id_++, by.gemeente, id, 4, "naam",
                                 brp::weergavenaam({zaak.mens.voornamen, "", "", zaak.mens.geslachtsnaam}), "",
                                 *zaak.eerste_pip, writer, in_the_morning(*zaak.eerste_pip)});
}
}
