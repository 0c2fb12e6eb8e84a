#include "pip/oorzaak.h"

#include "kernel/check.h"
#include "platform/i18n/i18n.h"

#include <algorithm>
#include <array>

namespace pip {
using i18n::N_;

namespace {
struct Naam {
    std::string_view naam, titel;
};
constexpr std::array<Naam, aantal_oorzaken> namen{{
    {"gereed", N_("PIP vastgesteld")},
    {"geen_klantmanager", N_("Nog geen klantmanager")},
    {"niet_uitgenodigd", N_("Nog niet uitgenodigd")},
    {"uitgenodigd", N_("Uitgenodigd, nog geen gesprek")},
    {"niet_verschenen", N_("Niet verschenen op het gesprek")},
    {"intake_open", N_("Intake niet afgerond")},
    {"toets_ontbreekt", N_("Leerbaarheidstoets ontbreekt")},
    {"wacht_op_derden", N_("Wacht op informatie van derden")},
    {"plan_niet_begonnen", N_("Plan nog niet begonnen")},
    {"plan_concept", N_("Plan in concept")},
    {"voorgelegd", N_("Voorgelegd, nog niet vastgesteld")},
}};
constexpr std::array<Naam, 4> tijden{{
    {"op_tijd", N_("Op tijd vastgesteld")},
    {"te_laat", N_("Te laat vastgesteld")},
    {"loopt", N_("Nog binnen de termijn")},
    {"verlopen", N_("Termijn voorbij, geen PIP")},
}};
}

std::string_view naam(Oorzaak cause) { return namen[static_cast<std::size_t>(cause)].naam; }
std::string_view titel(Oorzaak cause) { return namen[static_cast<std::size_t>(cause)].titel; }
std::optional<Oorzaak> oorzaak_van(std::string_view name) {
    auto const* found = std::ranges::find(namen, name, &Naam::naam);
    if (found == namen.end()) return std::nullopt;
    return static_cast<Oorzaak>(found - namen.begin());
}
std::vector<Oorzaak> const& oorzaken() {
    static std::vector<Oorzaak> const all = [] {
        std::vector<Oorzaak> causes;
        for (int i = 1; i < aantal_oorzaken; ++i) causes.push_back(static_cast<Oorzaak>(i));
        return causes;
    }();
    return all;
}

Oorzaak oorzaak(Voortgang const& p) {
    if (p.plan == "vastgesteld") return Oorzaak::gereed;
    if (p.plan == "voorgelegd") return Oorzaak::voorgelegd;
    if (p.wacht_op_derden) return Oorzaak::wacht_op_derden;
    if (!p.intake_klaar) {
        if (!p.heeft_klantmanager) return Oorzaak::geen_klantmanager;
        if (p.niet_verschenen) return Oorzaak::niet_verschenen;
        if (!p.gesproken) return p.uitgenodigd ? Oorzaak::uitgenodigd : Oorzaak::niet_uitgenodigd;
        if (p.toets_nodig && !p.toets_klaar) return Oorzaak::toets_ontbreekt;
        return Oorzaak::intake_open;
    }
    if (p.toets_nodig && !p.toets_klaar) return Oorzaak::toets_ontbreekt;
    return p.plan == "concept" ? Oorzaak::plan_concept : Oorzaak::plan_niet_begonnen;
}

std::string_view naam(Tijd time) { return tijden[static_cast<std::size_t>(time)].naam; }
std::string_view titel(Tijd time) { return tijden[static_cast<std::size_t>(time)].titel; }
std::optional<Tijd> tijd_van(std::string_view name) {
    auto const* found = std::ranges::find(tijden, name, &Naam::naam);
    if (found == tijden.end()) return std::nullopt;
    return static_cast<Tijd>(found - tijden.begin());
}
Tijd tijd(Date uiterlijk, std::optional<Date> vastgesteld, Date today) {
    if (vastgesteld) return *vastgesteld <= uiterlijk ? Tijd::op_tijd : Tijd::te_laat;
    return today <= uiterlijk ? Tijd::loopt : Tijd::verlopen;
}
}
