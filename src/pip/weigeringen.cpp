#include "pip/weigeringen.h"

#include "law/awb.h"
#include "law/besluit_inburgering.h"
#include "law/participatiewet.h"
#include "law/wi2021.h"
#include "platform/i18n/i18n.h"

namespace pip::controle {
using i18n::N_;

namespace {
void weiger(std::vector<Weigering>& found, Refusal kind, std::string_view field, Waarom why) {
    found.push_back({kind, field, {std::move(why)}, {}, 0});
}
Waarom wet(std::string_view rule, std::string_view sentence, std::vector<LawRef> sources) {
    return {rule, sentence, std::move(sources), Zekerheid::P, {}, {}};
}
bool ontbreekt(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }
constexpr LawRef duo_pip{law::duo, "PIP 1.2.0", ""};
}

void voorwaarden(Vraag const& q, std::vector<Weigering>& found) {
    auto const& f = q.feiten;
    if (q.vragen.gewijzigd) return;   // a changed plan rests on the intake of the first
    if (!f.intake_klaar_op)
        weiger(
            found, Refusal::intake_niet_klaar, "intake",
            wet("R2.1",
                N_("De brede intake is nog niet afgerond. Het plan komt na de intake, of na het afronden bij verstek."),
                {law::brede_intake, law::intake_bij_verstek}));
    else if (q.dagtekening < *f.intake_klaar_op) {
        auto why = wet("R2.3", N_("De dagtekening ligt voor het einde van de brede intake."), {law::brede_intake});
        why.invoer = {{N_("dagtekening van het PIP"), q.dagtekening, "dagtekening"}};
        why.stappen = {{N_("intake afgerond"), *f.intake_klaar_op}};
        weiger(found, Refusal::dagtekening_voor_intake, "dagtekening", std::move(why));
    }
    // Who moved here with a leerroute need not take the test again (Wet 15(4), R2.10).
    if (!f.toets_klaar && !q.vragen.verhuisd)
        weiger(found, Refusal::toets_niet_klaar, "toets",
               wet("R2.2",
                   N_("De leerbaarheidstoets hoort bij de intake. Er is nog geen uitslag en geen uitzondering."),
                   {{law::wi2021, "art. 14", "lid 3"}, law::toets_uitzondering.versions.back().source}));
    if (!f.groep)
        weiger(found, Refusal::geen_doelgroep, "leerroute",
               wet("R3.12",
                   N_("De doelgroep is nog niet bekend. Die bepaalt wat er in het plan moet. Leg haar eerst vast."),
                   {law::asielstatushouder, law::pip_inhoud}));
}

void leerroute(Vraag const& q, std::vector<Weigering>& found) {
    auto const& in = q.in();
    if (in.leerroute.empty())
        weiger(found, Refusal::geen_leerroute, "leerroute",
               wet("R3.11", N_("Kies een leerroute. Die moet in het plan staan."), {law::pip_inhoud}));
    if (ontbreekt(in.leerroute_reden))
        weiger(found, Refusal::geen_leerroute_reden, "leerroute_reden",
               wet("R2.7", N_("Schrijf waarom deze leerroute past, op grond van de hele intake."),
                   {law::toets_adviseert, law::pip_inhoud}));
    if (in.onderwijs_onderzocht.empty())
        weiger(found, Refusal::onderwijsroute_niet_onderzocht, "onderwijs_onderzocht",
               {"R3.37",
                N_("Onderzoek eerst of de onderwijsroute past en welke andere mogelijkheden er zijn. Dat moet bij "
                   "iedereen, ook bij gezinsmigranten (Raad van State, 24 december 2024)."),
                {law::onderwijsroute},
                Zekerheid::B,
                {},
                {}});
    else if (ontbreekt(in.onderwijs_reden))
        weiger(found, Refusal::onderwijsroute_niet_onderzocht, "onderwijs_reden",
               {"R3.37",
                N_("Schrijf wat u onderzocht hebt en waarom dat de uitkomst is."),
                {law::onderwijsroute},
                Zekerheid::B,
                {},
                {}});
    if (in.leerroute == "O" && in.onderwijs_onderzocht == "past_niet")
        weiger(found, Refusal::onderwijsroute_past_niet, "onderwijs_onderzocht",
               wet("R3.37",
                   N_("U koos de onderwijsroute, maar volgens het onderzoek past die niet. Verander een van de twee."),
                   {law::onderwijsroute}));
    if (q.vragen.toets_reden && ontbreekt(in.toets_reden))
        weiger(found, Refusal::afwijking_toets_zonder_reden, "toets_reden",
               wet("R2.7",
                   N_("De leerroute is anders dan de leerbaarheidstoets adviseert. Dat mag, maar schrijf waarom."),
                   {law::toets_adviseert}));
    if (q.vragen.uren && !in.uren)
        weiger(found, Refusal::uren_nodig, "uren",
               wet("R3.12", N_("Vul het geschatte aantal uren les in. Bij een asielstatushouder moet dat in het plan."),
                   {law::pip_intensiteit, duo_pip}));
    if (q.vragen.intensiteit && ontbreekt(in.intensiteit))
        weiger(found, Refusal::intensiteit_nodig, "intensiteit",
               wet("R3.12", N_("Schrijf hoeveel les er is. Bij een asielstatushouder moet dat in het plan."),
                   {law::pip_intensiteit}));
    if (in.alfabetisering.empty())
        weiger(found, Refusal::geen_alfabetisering, "alfabetisering",
               {"R3.11a", N_("Kies of alfabetisering nodig is. DUO vraagt dit."), {duo_pip}, Zekerheid::A, {}, {}});
    if (in.opleiding_afmaken.empty())
        weiger(found, Refusal::geen_opleiding_afmaken, "opleiding_afmaken",
               {"PIP",
                N_("Kies of iemand een begonnen opleiding mag afmaken. DUO vraagt dit."),
                {duo_pip},
                Zekerheid::A,
                {},
                {}});
}

namespace {
void vorig_onbekend(Vraag const& q, std::vector<Weigering>& found) {
    if (!q.in().vorige_route.empty()) return;
    weiger(found, Refusal::vorige_route_onbekend, "vorige_route",
           q.vragen.verhuisd
               ? wet("R3.32",
                     N_("Deze persoon verhuisde hierheen met een PIP. Vraag dat op bij de vorige gemeente en vul de "
                        "leerroute in: die blijft gelden."),
                     {law::leerroute_blijft, law::pip_van_vorige_gemeente})
               : wet("R3.30", N_("Er was al een PIP dat niet in Meedoen staat. Vul in welke leerroute daarin stond."),
                     {law::schakelen}));
}

void verhuizing(Vraag const& q, std::vector<Weigering>& found) {
    auto const& in = q.in();
    if (in.leerroute.empty() || in.vorige_route.empty() || in.leerroute == in.vorige_route) return;
    auto why = wet("R3.32",
                   N_("Wie verhuist met een PIP, houdt de leerroute. Kies dezelfde leerroute als in de vorige "
                      "gemeente. Wisselen kan daarna, met een nieuw plan."),
                   {law::leerroute_blijft, law::pip_verhuizing});
    why.invoer = {{N_("leerroute in de vorige gemeente"), route_titel(in.vorige_route)},
                  {N_("gekozen leerroute"), route_titel(in.leerroute)}};
    weiger(found, Refusal::leerroute_blijft, "leerroute", std::move(why));
}

void schakelen(Vraag const& q, std::vector<Weigering>& found) {
    auto const& in = q.in();
    auto const before = vorig_plan(in, q.feiten);
    auto const from = route_van(before.leerroute), to = route_van(in.leerroute);
    check(from && to);
    auto const first = q.feiten.eerste_pip ? q.feiten.eerste_pip : before.dagtekening;
    if (!first) return;
    auto answer = inburgeringstermijn::schakelen({.eerste_pip = *first,
                                                  .van = *from,
                                                  .naar = *to,
                                                  .op = q.dagtekening,
                                                  .bijzonder_geval = !ontbreekt(in.bijzonder_geval),
                                                  .onderwijs_gestopt = in.onderwijs_gestopt});
    if (answer) return;
    found.push_back({Refusal::schakelen_geweigerd, "leerroute", std::move(answer.error().redenen), {}, 0});
}

void afschalen(Vraag const& q, std::vector<Weigering>& found) {
    auto const& in = q.in();
    auto const followed = route_van(vorig_plan(in, q.feiten).leerroute);
    check(followed.has_value());
    auto answer = inburgeringstermijn::afschalen({.route = *followed,
                                                  .uren_nt2 = static_cast<int>(in.uren_nt2.value_or(0)),
                                                  .uren_intake = static_cast<int>(in.uren_intake.value_or(0)),
                                                  .inspanning = in.inspanning == "ja",
                                                  .b1_haalbaar = in.b1_haalbaar != "nee"});
    if (answer) return;
    found.push_back({Refusal::afschalen_geweigerd, "niveau", std::move(answer.error().redenen), {}, 0});
}
}

void wijziging(Vraag const& q, std::vector<Weigering>& found) {
    if (q.vragen.vorig_elders) vorig_onbekend(q, found);
    if (q.vragen.verhuisd) verhuizing(q, found);
    if (q.vragen.schakelt) schakelen(q, found);
    if (q.vragen.schaalt_af) afschalen(q, found);
    if (q.vragen.gewijzigd && ontbreekt(q.in().wijziging_reden))
        weiger(found, Refusal::wijziging_zonder_reden, "wijziging_reden",
               wet("R3.36", N_("Schrijf waarom het plan verandert. Het is een nieuw besluit."),
                   {law::pip_aanpassen, law::motivering}));
}

namespace {
std::string_view veld_van(DuoRefusal refusal) {
    switch (refusal) {
    case DuoRefusal::voor_de_plicht:
    case DuoRefusal::voor_het_eerste_pip:
    case DuoRefusal::voor_het_huidige_pip:
    case DuoRefusal::voor_de_vestiging: return "dagtekening";
    case DuoRefusal::a2_in_onderwijsroute:
    case DuoRefusal::b1_in_z_route:
    case DuoRefusal::a2_in_eerste_pip: return "niveau";
    case DuoRefusal::uren_buiten_b1_route:
    case DuoRefusal::uren_niet_voor_deze_groep:
    case DuoRefusal::uren_buiten_bereik: return "uren";
    }
    throw Bug{"duorefusal"};
}
}

void duo(Vraag const& q, std::vector<Weigering>& found) {
    auto const route = route_van(q.in().leerroute);
    if (!route || !q.feiten.groep) return;
    auto const& f = q.feiten;
    auto refusals = duo_weigeringen({.eerste = f.eerste(),
                                     .groep = *f.groep,
                                     .route = *route,
                                     .niveau = niveau_van(q.in().niveau),
                                     .uren = q.in().uren,
                                     .dagtekening = q.dagtekening,
                                     .plicht_begin = f.plicht_begin,
                                     .eerste_pip = f.eerste_pip,
                                     .huidig_pip = vorig_plan(q.in(), f).dagtekening,
                                     .vestiging = f.vestiging});
    for (auto& refusal : refusals)
        found.push_back({Refusal::duo, veld_van(refusal.reden), std::move(refusal.redenen), refusal.reden, 0});
}

void z_route(Vraag const& q, std::vector<Weigering>& found) {
    auto const& in = q.in();
    bool const deducts =
        in.aftrek_cursus.value_or(0) || in.aftrek_participatie.value_or(0) || in.aftrek_school.value_or(0);
    if (!q.vragen.z_route) {
        if (!in.leerroute.empty() && (deducts || !in.z_examens.empty()))
            weiger(found, Refusal::z_gegevens_buiten_z_route, deducts ? "aftrek_cursus" : "z_examens",
                   wet("R3.11a", N_("Dit hoort bij de Z-route. Maak deze velden leeg of kies de Z-route."),
                       {law::zroute_examen, law::zroute_aftrek_intake}));
        return;
    }
    bool const knm = in.z_examens.find("KNM") != std::string::npos;
    if (knm && !law::zroute_examen_knm.on(q.dagtekening))
        weiger(found, Refusal::knm_voor_2023, "z_examens",
               wet("R3.11a", N_("Het KNM-examen kan in de Z-route pas sinds 1 januari 2023."), {law::zroute_examen}));
    if (deducts && ontbreekt(in.aftrek_reden))
        weiger(found, Refusal::aftrek_zonder_reden, "aftrek_reden",
               wet("R4.26", N_("Laten meetellen is een keuze van de gemeente. Schrijf waarom deze uren meetellen."),
                   {law::zroute_aftrek_intake}));
    if (in.aftrek_participatie.value_or(0) && q.feiten.groep && !q.vragen.asiel)
        weiger(found, Refusal::aftrek_participatie_alleen_asiel, "aftrek_participatie",
               wet("R4.20",
                   N_("De 800 uur meedoen geldt niet voor gezinsmigranten en overige migranten. Er valt niets af te "
                      "trekken: maak dit veld leeg."),
                   {law::zroute_alleen_asiel}));
    auto const norm = law::zroute_uren.since(q.dagtekening).value;
    if (in.aftrek_cursus.value_or(0) + in.aftrek_school.value_or(0) > norm || in.aftrek_participatie.value_or(0) > norm)
        weiger(found, Refusal::aftrek_meer_dan_norm, "aftrek_cursus",
               wet("R4.26", N_("Er kunnen niet meer uren af dan de 800 uur die nodig zijn."),
                   {law::zroute_uren.since(q.dagtekening).source}));
    if (!in.aftrek_school.value_or(0)) return;
    auto const* rule = law::zroute_schooluren_jaren.on(q.dagtekening);
    Date const earliest = add_months(q.dagtekening, -std::chrono::months{24}, MissingDay::last_of_month);
    if (rule && in.school_vanaf && *in.school_vanaf >= earliest) return;
    auto why = wet("R4.21",
                   !rule              ? N_("Schooluren laten meetellen kan sinds 1 september 2025.")
                   : !in.school_vanaf ? N_("Vul de eerste dag van de schooluren in: alleen uren van ten hoogste twee "
                                           "jaar voor het PIP tellen mee.")
                                      : N_("Alleen schooluren van ten hoogste twee jaar voor het PIP tellen mee."),
                   {law::zroute_schooluren_jaren.versions.back().source});
    why.stappen = {{N_("uren tellen mee vanaf"), earliest}};
    weiger(found, Refusal::aftrek_school_te_vroeg, "school_vanaf", std::move(why));
}

void begeleiding(Vraag const& q, std::vector<Weigering>& found) {
    auto const& in = q.in();
    auto const& least = law::pvt_uren.since(q.dagtekening);
    if (!in.pvt_uren)
        weiger(found, Refusal::geen_pvt, "pvt_uren",
               wet("R3.11", N_("Vul het aantal uren PVT in. De intensiteit moet in het plan staan."),
                   {law::pip_inhoud, law::pvt_inhoud}));
    else if (*in.pvt_uren < least.value)
        weiger(found, Refusal::pvt_te_kort, "pvt_uren",
               wet("R5.1", N_("Het PVT duurt ten minste 12 uur, met het ondertekenen. Uren uit de intake tellen mee."),
                   {least.source}));
    if (q.vragen.map && !in.map_uren && !in.leerroute.empty())
        weiger(found, Refusal::geen_map, "map_uren",
               wet("R3.11", N_("Vul het aantal uren MAP in. De intensiteit moet in het plan staan."),
                   {law::pip_inhoud, law::map_inhoud}));
    if (!q.vragen.map && (in.map_uren || !in.map.empty()))
        weiger(found, Refusal::map_in_onderwijsroute, "map_uren",
               wet("R5.13", N_("In de onderwijsroute is er geen MAP. Maak deze velden leeg."),
                   {law::map_niet_in_onderwijsroute}));
    if (ontbreekt(in.begeleiding))
        weiger(found, Refusal::geen_begeleiding, "begeleiding",
               wet("R3.11", N_("Schrijf welke ondersteuning en begeleiding er is. Dat moet in het plan staan."),
                   {law::pip_inhoud}));
    if (!in.gesprekken)
        weiger(found, Refusal::geen_gesprekken, "gesprekken",
               wet("R6.2", N_("Vul het aantal voortgangsgesprekken in. Dat moet in het plan staan."),
                   {law::pip_gesprekken}));
    if (ontbreekt(in.voortgang))
        weiger(found, Refusal::geen_voortgang, "voortgang",
               wet("R3.13", N_("Schrijf hoe u de voortgang volgt. De gemeente moet daar genoeg zicht op hebben."),
                   {law::voortgang}));
    if (q.vragen.vve && in.vve_nodig.empty())
        weiger(found, Refusal::geen_vve, "vve_nodig",
               wet("R3.11", N_("Er is een kind in de leeftijd voor vve. Kies of daar afspraken over zijn."),
                   {law::pip_inhoud}));
    else if ((q.vragen.vve || in.vve_nodig == "ja") && ontbreekt(in.vve))
        weiger(found, Refusal::geen_vve, "vve",
               wet("R3.11", N_("Schrijf welke afspraken er over vve zijn, of waarom die er niet zijn."),
                   {law::pip_inhoud}));
}

void afspraken(Vraag const& q, std::vector<Weigering>& found) {
    if (q.vragen.pw) return;
    for (std::size_t i = 0; i < q.plan.afspraken.size(); ++i) {
        if (q.plan.afspraken[i].grondslag != "Pw") continue;
        found.push_back({Refusal::pw_zonder_bijstand,
                         "afspraken",
                         {wet("R3.15",
                              N_("Een afspraak op grond van de Participatiewet kan alleen bij iemand met bijstand. Er "
                                 "is hier geen bijstand vastgelegd."),
                              {law::pip_met_pw, law::participatie_plichten})},
                         {},
                         i});
    }
}

void dagtekening(Vraag const& q, std::vector<Weigering>& found) {
    if (q.dagtekening <= q.today) return;
    auto why = wet("R3.10", N_("De dagtekening ligt in de toekomst. Het besluit krijgt de datum waarop u het neemt."),
                   {law::termijn_begint});
    why.invoer = {{N_("dagtekening van het PIP"), q.dagtekening, "dagtekening"}};
    why.stappen = {{N_("vandaag"), q.today}};
    weiger(found, Refusal::dagtekening_in_toekomst, "dagtekening", std::move(why));
}
}
