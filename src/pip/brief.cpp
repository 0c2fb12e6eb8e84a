#include "pip/brief.h"

#include "brede_intake/store.h"
#include "inburgeringstermijn/store.h"
#include "pip/rijen.h"

#include <algorithm>
#include <fmt/core.h>

namespace pip {
namespace {
using brieven::Waarden;
using inburgeringstermijn::KlokSoort;
using inburgeringstermijn::KlokStand;

void put(Waarden& w, std::string name, std::string value) {
    if (!value.empty()) w.velden.insert_or_assign(std::move(name), std::move(value));
}
std::string hours_and_words(std::optional<std::int64_t> hours, std::string const& words) {
    auto text = hours ? fmt::format("{} uur", *hours) : std::string{};
    if (!text.empty() && !words.empty()) text += ": ";
    return text + words;
}
std::string intensity(Inhoud const& in) {
    if (in.uren) return fmt::format("ongeveer {} uur les in totaal", *in.uren);
    return in.intensiteit;
}
/// In the Z-route no level is needed; the letter says so in words.
std::string level(Inhoud const& in) { return in.niveau.empty() ? "geen examenniveau" : in.niveau; }

void put_fields(Waarden& w, Gelezen const& read) {
    auto const& in = read.plan.inhoud;
    check(read.kop.dagtekening.has_value());
    put(w, "dagtekening", to_iso(*read.kop.dagtekening));
    put(w, "leerroute", std::string{route_titel(in.leerroute)});
    put(w, "niveau", level(in));
    put(w, "reden", in.leerroute_reden);
    put(w, "intensiteit", intensity(in));
    put(w, "pvt", hours_and_words(in.pvt_uren, in.pvt));
    if (in.leerroute != "O") put(w, "map", hours_and_words(in.map_uren, in.map));
    put(w, "begeleiding", in.begeleiding);
    put(w, "voortgangsgesprekken", std::to_string(in.gesprekken.value_or(0)));
    put(w, "voortgang", in.voortgang);
    if (in.vve_nodig == "ja") put(w, "vve", in.vve);
    if (in.alfabetisering == "A" || in.alfabetisering == "AA")
        put(w, "alfabetisering", leesbaar(in, veld("alfabetisering")));
    put(w, "onderzochte_onderwijsroute", in.onderwijs_reden);
    put(w, "tekenaar", read.kop.door);
}

void put_lists(Waarden& w, std::vector<brede_intake::Leefgebied> const& areas, Gelezen const& read) {
    auto const title = [&](std::string const& code) {
        auto const found = std::ranges::find(areas, code, &brede_intake::Leefgebied::code);
        return found == areas.end() ? code : found->titel;
    };
    for (auto const& goal : read.plan.doelen) {
        if (rijen::is_gezondheid(goal.leefgebied)) continue;
        w.lijsten["doelen"].push_back({{"leefgebied", title(goal.leefgebied)},
                                       {"doel", goal.tekst},
                                       {"termijn", std::string{titel_van(doel_termijnen(), goal.termijn)}}});
    }
    for (auto const& a : read.plan.afspraken) {
        std::map<std::string, std::string> line{{"afspraak", a.wat}, {"grondslag", a.grondslag}};
        if (!a.wie.empty()) line["wie"] = a.wie;
        if (a.dag) line["dag"] = to_iso(*a.dag);
        w.lijsten["afspraken"].push_back(std::move(line));
    }
}

/// What only some plans hold: exam parts and deducted hours of the Z-route (R3.11a).
void put_parts(Waarden& w, Inhoud const& in) {
    auto const add = [&](std::string_view name, std::string text) {
        if (text.empty() || text == "0") return;
        w.lijsten["onderdelen"].push_back({{"onderdeel", std::string{veld(name).titel}}, {"inhoud", std::move(text)}});
    };
    if (in.leerroute == "Z") {
        add("z_examens", in.z_examens);
        for (auto const* name : {"aftrek_cursus", "aftrek_participatie", "aftrek_school"})
            add(name, waarde(in, veld(name)));
        add("aftrek_reden", in.aftrek_reden);
    }
    add("toets_reden", in.toets_reden);
    add("ontzorgen", in.ontzorgen);
    add("wijziging_reden", in.wijziging_reden);
}

void put_changes(Waarden& w, Gelezen const& before, Gelezen const& now) {
    w.blokken.insert("gewijzigd");
    if (before.kop.dagtekening) put(w, "vorige_dagtekening", to_iso(*before.kop.dagtekening));
    auto const& old = before.plan.inhoud;
    auto const& in = now.plan.inhoud;
    if (old.leerroute != in.leerroute) w.blokken.insert("geschakeld");
    if (old.niveau == "B1" && in.niveau == "A2" && in.leerroute == "B") w.blokken.insert("afgeschaald");
    for (auto const& change : verschil(before.plan, now.plan)) {
        if (rijen::is_gezondheid(change.leefgebied)) continue;
        std::map<std::string, std::string> line{{"onderdeel", std::string{change.titel}}};
        if (!change.oud.empty()) line["oud"] = change.oud;
        if (!change.nieuw.empty()) line["nieuw"] = change.nieuw;
        w.lijsten["wijzigingen"].push_back(std::move(line));
    }
}

void put_term(db::Connection& c, Waarden& w, DossierId dossier, Date dagtekening, Date today) {
    for (auto const& clock : inburgeringstermijn::clocks(c, dossier, today)) {
        bool const known = clock.stand == KlokStand::loopt || clock.stand == KlokStand::gehaald;
        if (clock.soort == KlokSoort::inburgeringstermijn && known) {
            put(w, "termijn_van", to_iso(clock.begin));
            put(w, "termijn_tot", to_iso(clock.uiterlijk));
        }
        if (clock.soort == KlokSoort::pip && known && dagtekening > clock.uiterlijk) w.blokken.insert("te_laat");
        if (clock.soort == KlokSoort::ontzorgen && clock.stand == KlokStand::loopt) w.blokken.insert("ontzorgen");
    }
}

void put_blocks(db::Connection& c, Omgeving const& o, DossierId dossier, Waarden& w, Gelezen const& read) {
    auto const& in = read.plan.inhoud;
    w.blokken.insert(in.leerroute == "B" ? "b1_route" : in.leerroute == "O" ? "onderwijsroute" : "z_route");
    if (in.leerroute != "O") w.blokken.insert("map");
    if (w.velden.contains("vve")) w.blokken.insert("vve");
    if (w.velden.contains("alfabetisering")) w.blokken.insert("alfabetisering");
    if (std::ranges::any_of(read.plan.afspraken, [](Afspraak const& a) { return a.grondslag == "Pw"; }))
        w.blokken.insert("pw");
    if (read.handtekening) w.blokken.insert("ondertekend");
    auto const basis = inburgeringstermijn::basis(c, dossier);
    using inburgeringstermijn::Groep;
    if (basis.groep_bekend && (basis.groep == Groep::as_a || basis.groep == Groep::as_b)) w.blokken.insert("asiel");
    if (auto const intake = brede_intake::samenvatting(c, o.access, dossier); intake && intake->bij_verstek)
        w.blokken.insert("bij_verstek");
}
}

std::string brief_bron(PipId id) { return fmt::format("pip {}", id.value); }

Waarden brief_waarden(db::Connection& c, Omgeving const& o, DossierId dossier, PipId id) {
    auto const read = lees(c, o.kluis, o.access, dossier, id);
    check(read.has_value());
    Waarden w;
    put_fields(w, *read);
    put(w, "tekenaar_functie", std::string{vertrouwen::titel(o.access.rol())});
    put_lists(w, brede_intake::leefgebieden(c, o.access.gemeente()), *read);
    put_parts(w, read->plan.inhoud);
    put_blocks(c, o, dossier, w, *read);
    put_term(c, w, dossier, *read->kop.dagtekening, o.today);
    auto const earlier = lees_versie(c, o.kluis, o.access, dossier, read->kop.versie - 1);
    if (earlier && earlier->kop.stand == Stand::vervangen)
        put_changes(w, *earlier, *read);
    else
        w.blokken.insert("eerste");
    return w;
}
}
