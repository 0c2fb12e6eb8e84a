#include "pip/rules.h"

#include "law/besluit_inburgering.h"
#include "law/participatiewet.h"
#include "law/wi2021.h"
#include "pip/weigeringen.h"
#include "platform/i18n/i18n.h"

#include <algorithm>
#include <array>

namespace pip {
using i18n::N_;

namespace {
constexpr std::array<std::string_view, 4> stand_namen{"concept", "voorgelegd", "vastgesteld", "vervangen"};
constexpr std::array<std::string_view, 4> stand_titels{N_("Concept"), N_("Voorgelegd"), N_("Vastgesteld"),
                                                       N_("Vervangen")};
}

std::string_view naam(Stand stand) { return stand_namen[static_cast<std::size_t>(stand)]; }
std::string_view titel(Stand stand) { return stand_titels[static_cast<std::size_t>(stand)]; }
std::optional<Stand> stand_van(std::string_view name) {
    auto const* found = std::ranges::find(stand_namen, name);
    if (found == stand_namen.end()) return std::nullopt;
    return static_cast<Stand>(found - stand_namen.begin());
}
std::string_view naam(Niveau niveau) { return niveau == Niveau::a2 ? "A2" : "B1"; }
std::optional<Niveau> niveau_van(std::string_view text) {
    if (text == "A2") return Niveau::a2;
    if (text == "B1") return Niveau::b1;
    return std::nullopt;
}

Vorig vorig_plan(Inhoud const& in, Feiten const& f) {
    if (f.huidig) return *f.huidig;
    return {in.vorige_route, in.vorig_niveau, in.vorige_dagtekening};
}

Vragen vragen(Inhoud const& in, Feiten const& f) {
    bool const asiel = f.groep == instroom::Doelgroep::as_a || f.groep == instroom::Doelgroep::as_b;
    auto const before = vorig_plan(in, f);
    Vragen q{};
    q.asiel = asiel;
    q.verhuisd = f.verhuisd_met_pip.has_value();
    q.vorig_elders = f.vorig_elders();
    q.gewijzigd = !f.eerste() && !q.verhuisd;
    q.uren = asiel && in.leerroute == "B";
    q.intensiteit = asiel && (in.leerroute == "O" || in.leerroute == "Z");
    q.map = in.leerroute != "O";
    q.pw = f.bijstand;
    q.z_route = in.leerroute == "Z";
    q.vve = f.vve_leeftijd;
    q.toets_reden = f.toets_haalbaar
                    && ((in.leerroute == "Z" && *f.toets_haalbaar) || (in.leerroute == "B" && !*f.toets_haalbaar)
                        || (in.leerroute == "O" && !*f.toets_haalbaar));
    bool const known = !f.eerste() && !before.leerroute.empty() && !in.leerroute.empty();
    q.schakelt = known && !q.verhuisd && before.leerroute != in.leerroute;
    // Scaling down presupposes a plan of the B1-route at B1; in a first plan A2 is refused as such.
    bool const was_a2 = before.leerroute == "B" && before.niveau == "A2";
    q.schaalt_af = known && in.leerroute == "B" && in.niveau == "A2" && !was_a2;
    return q;
}

Plan eerste_ontwerp(Feiten const& f, Aanleiding const& a) {
    Plan plan;
    auto& in = plan.inhoud;
    in.alfabetisering = a.alfabetisering;
    in.toets_reden = a.toets_afwijking;
    in.pvt_uren = law::pvt_uren.versions.back().value;
    in.map_uren = law::map_praktijk_uren.versions.back().value;
    in.gesprekken = standaard_gesprekken;
    if (f.huidig) in.leerroute = f.huidig->leerroute;
    return plan;
}

bool is_ontbrekend(Refusal refusal) {
    switch (refusal) {
    case Refusal::intake_niet_klaar:
    case Refusal::toets_niet_klaar:
    case Refusal::geen_doelgroep:
    case Refusal::geen_leerroute:
    case Refusal::geen_leerroute_reden:
    case Refusal::onderwijsroute_niet_onderzocht:
    case Refusal::afwijking_toets_zonder_reden:
    case Refusal::vorige_route_onbekend:
    case Refusal::wijziging_zonder_reden:
    case Refusal::uren_nodig:
    case Refusal::intensiteit_nodig:
    case Refusal::geen_alfabetisering:
    case Refusal::geen_opleiding_afmaken:
    case Refusal::aftrek_zonder_reden:
    case Refusal::geen_pvt:
    case Refusal::geen_map:
    case Refusal::geen_begeleiding:
    case Refusal::geen_gesprekken:
    case Refusal::geen_voortgang:
    case Refusal::geen_vve: return true;
    case Refusal::dagtekening_voor_intake:
    case Refusal::onderwijsroute_past_niet:
    case Refusal::leerroute_blijft:
    case Refusal::schakelen_geweigerd:
    case Refusal::afschalen_geweigerd:
    case Refusal::duo:
    case Refusal::z_gegevens_buiten_z_route:
    case Refusal::knm_voor_2023:
    case Refusal::aftrek_participatie_alleen_asiel:
    case Refusal::aftrek_meer_dan_norm:
    case Refusal::aftrek_school_te_vroeg:
    case Refusal::pvt_te_kort:
    case Refusal::map_in_onderwijsroute:
    case Refusal::pw_zonder_bijstand:
    case Refusal::dagtekening_in_toekomst: return false;
    }
    throw Bug{"refusal"};
}

std::string_view naam(Refusal refusal) {
    switch (refusal) {
    case Refusal::intake_niet_klaar: return "intake_niet_klaar";
    case Refusal::dagtekening_voor_intake: return "dagtekening_voor_intake";
    case Refusal::toets_niet_klaar: return "toets_niet_klaar";
    case Refusal::geen_doelgroep: return "geen_doelgroep";
    case Refusal::geen_leerroute: return "geen_leerroute";
    case Refusal::geen_leerroute_reden: return "geen_leerroute_reden";
    case Refusal::onderwijsroute_niet_onderzocht: return "onderwijsroute_niet_onderzocht";
    case Refusal::onderwijsroute_past_niet: return "onderwijsroute_past_niet";
    case Refusal::afwijking_toets_zonder_reden: return "afwijking_toets_zonder_reden";
    case Refusal::leerroute_blijft: return "leerroute_blijft";
    case Refusal::vorige_route_onbekend: return "vorige_route_onbekend";
    case Refusal::schakelen_geweigerd: return "schakelen_geweigerd";
    case Refusal::afschalen_geweigerd: return "afschalen_geweigerd";
    case Refusal::wijziging_zonder_reden: return "wijziging_zonder_reden";
    case Refusal::duo: return "duo";
    case Refusal::uren_nodig: return "uren_nodig";
    case Refusal::intensiteit_nodig: return "intensiteit_nodig";
    case Refusal::geen_alfabetisering: return "geen_alfabetisering";
    case Refusal::geen_opleiding_afmaken: return "geen_opleiding_afmaken";
    case Refusal::z_gegevens_buiten_z_route: return "z_gegevens_buiten_z_route";
    case Refusal::knm_voor_2023: return "knm_voor_2023";
    case Refusal::aftrek_zonder_reden: return "aftrek_zonder_reden";
    case Refusal::aftrek_participatie_alleen_asiel: return "aftrek_participatie_alleen_asiel";
    case Refusal::aftrek_meer_dan_norm: return "aftrek_meer_dan_norm";
    case Refusal::aftrek_school_te_vroeg: return "aftrek_school_te_vroeg";
    case Refusal::geen_pvt: return "geen_pvt";
    case Refusal::pvt_te_kort: return "pvt_te_kort";
    case Refusal::geen_map: return "geen_map";
    case Refusal::map_in_onderwijsroute: return "map_in_onderwijsroute";
    case Refusal::geen_begeleiding: return "geen_begeleiding";
    case Refusal::geen_gesprekken: return "geen_gesprekken";
    case Refusal::geen_voortgang: return "geen_voortgang";
    case Refusal::geen_vve: return "geen_vve";
    case Refusal::pw_zonder_bijstand: return "pw_zonder_bijstand";
    case Refusal::dagtekening_in_toekomst: return "dagtekening_in_toekomst";
    }
    throw Bug{"refusal"};
}

std::vector<Weigering> controleer(Plan const& plan, Feiten const& facts, Date dagtekening, Date today) {
    controle::Vraag const q{plan, facts, vragen(plan.inhoud, facts), dagtekening, today};
    std::vector<Weigering> found;
    controle::voorwaarden(q, found);
    controle::leerroute(q, found);
    controle::wijziging(q, found);
    controle::duo(q, found);
    controle::z_route(q, found);
    controle::begeleiding(q, found);
    controle::afspraken(q, found);
    controle::dagtekening(q, found);
    return found;
}

std::vector<Weigering> bij_opslaan(Plan const& plan, Feiten const& facts, Deel deel, Date today) {
    auto found = controleer(plan, facts, today, today);
    std::erase_if(found, [&](Weigering const& w) {
        if (is_ontbrekend(w.soort)) return true;
        if (w.veld == "dagtekening" || w.veld == "intake" || w.veld == "toets") return true;
        auto const at = w.veld == "afspraken" ? Deel::afspraken : veld(w.veld).deel;
        return at != deel;
    });
    return found;
}
}
