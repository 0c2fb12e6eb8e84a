#include "inburgeringstermijn/klokwerk.h"
#include "inburgeringstermijn/uitleg.h"
#include "law/awb.h"
#include "law/termijnenwet.h"
#include "law/wi2021.h"
#include "platform/i18n/i18n.h"

#include <algorithm>

namespace inburgeringstermijn::klokwerk {
using i18n::N_;
using std::chrono::days;

namespace {
/// A period that was begun and not closed yet, or the last closed one, on or after `from`.
std::optional<Period> periode_vanaf(Vraag const& q, FeitSoort kind, Date from) {
    std::optional<Period> found;
    for (auto const& one : q.feiten.perioden(kind))
        if (one.from >= from) found = one;
    return found;
}

/// Running as long as today is not past it; after that there is nothing to do any more.
void voorbij_is_vervallen(Klok& clock, Date today) {
    if (clock.stand == KlokStand::loopt && today > clock.uiterlijk) clock.stand = KlokStand::vervallen;
}

Klok bezwaarklok(Vraag const& q, KlokSoort kind, Date made_known, std::optional<Date> received) {
    auto term = bezwaar(made_known);
    auto const& t = term.uitkomst;
    auto clock = klok(kind, {made_known, t.einde, t.ongerold, received, t.einde + days{1}}, std::move(term.redenen));
    voorbij_is_vervallen(clock, q.today);
    return clock;
}

void beslisklok(Vraag const& q, std::vector<Klok>& clocks, Date made_known, Date received) {
    auto const since = [&](FeitSoort kind) { return q.feiten.dag_vanaf(kind, received); };
    Behandeling handling{.bekendgemaakt = made_known};
    if (since(FeitSoort::bezwaar_commissie)) handling.commissie = Commissie::ja;
    if (since(FeitSoort::bezwaar_verdaagd)) handling.verdaagd = Verdaagd::ja;
    handling.herstel = periode_vanaf(q, FeitSoort::bezwaar_herstel, received);
    auto answer = beslissing_op_bezwaar(handling);
    auto in_time = tijdigheid({made_known, received, q.feiten.dag(FeitSoort::bezwaar_gepost)});
    if (in_time.uitkomst != Tijdigheid::op_tijd) answer.redenen.push_back(in_time.redenen.front());
    auto const& [last, plain] = answer.uitkomst;
    auto clock =
        klok(KlokSoort::beslissing_op_bezwaar,
             {received, last, plain, since(FeitSoort::bezwaar_beslist), plain - days{21}}, std::move(answer.redenen));
    bool const open_repair = handling.herstel && !handling.herstel->until;
    if (open_repair && clock.stand == KlokStand::loopt) {
        clock.stand = KlokStand::stilgelegd;
        clock.redenen.insert(
            clock.redenen.begin(),
            {"A116",
             N_("Er is om herstel van een fout in het bezwaar gevraagd. Zolang dat duurt staat de termijn stil."),
             {law::beslissing_opgeschort},
             Zekerheid::P,
             {{N_("herstel gevraagd"), handling.herstel->from}},
             {}});
    }
    clocks.push_back(std::move(clock));
}

/// A term in weeks or days that needs no more than its start. Rolled or not: the law decides.
enum class Rollen { nee, ja };
struct Eenvoudig {
    KlokSoort klok;
    std::string_view regel, zin;
    LawRef bron;
    Zekerheid zekerheid = Zekerheid::P;
    Rollen rollen = Rollen::ja;
};

Klok eenvoudig(Eenvoudig const& e, WaaromRegel input, Date begin, Date plain, std::optional<Date> done) {
    std::vector<Waarom> redenen{{e.regel, e.zin, {e.bron}, e.zekerheid, {input}, {{N_("laatste dag"), plain}}}};
    Date last = plain;
    if (e.rollen == Rollen::ja)
        last = leg_rollen_uit(redenen, plain);
    else if (law::is_rustdag(plain)) {
        Date working = plain;
        while (law::is_rustdag(working)) working -= days{1};
        redenen.push_back({"A8",
                           N_("Deze termijn schuift niet op naar een werkdag. Plan voor de laatste werkdag ervoor."),
                           {{law::atw, "art. 4", ""}},
                           Zekerheid::D,
                           {},
                           {{N_("laatste werkdag ervoor"), working}}});
    }
    return klok(e.klok, {begin, last, plain, done, last - days{14}}, std::move(redenen));
}

WaaromRegel van(Feit const& fact) { return {titel(fact.soort), fact.dag, naam(fact.soort)}; }
}

void bezwaar_klokken(Vraag const& q, std::vector<Klok>& clocks) {
    auto const made_known = q.feiten.dag(FeitSoort::pip_bekendgemaakt);
    auto const received = made_known ? q.feiten.dag_vanaf(FeitSoort::bezwaar_ontvangen, *made_known)
                                     : q.feiten.dag(FeitSoort::bezwaar_ontvangen);
    if (made_known) clocks.push_back(bezwaarklok(q, KlokSoort::bezwaar, *made_known, received));
    if (made_known && received) beslisklok(q, clocks, *made_known, *received);
    if (!made_known && received)
        clocks.push_back(nog_niet(
            KlokSoort::beslissing_op_bezwaar,
            {"R8.43",
             N_("De termijn om te beslissen telt vanaf het einde van de bezwaartermijn. Leg eerst vast wanneer "
                "het besluit is bekendgemaakt."),
             {law::beslis_weken.versions.back().source},
             Zekerheid::P,
             {},
             {}}));
}

void aanvraag_klokken(Vraag const& q, std::vector<Klok>& clocks) {
    auto const application = q.feiten.laatste(FeitSoort::aanvraag_ontvangen);
    if (application) {
        Date const received = application->dag;
        auto const done = q.feiten.dag_vanaf(FeitSoort::aanvraag_beslist, received);
        auto const completion = periode_vanaf(q, FeitSoort::aanvraag_aanvulling, received);
        auto answer = beslissing_op_aanvraag(received, completion);
        auto const [last, plain] = answer.uitkomst;
        auto clock = klok(KlokSoort::beslissing_op_aanvraag, {received, last, plain, done, plain - days{14}},
                          std::move(answer.redenen));
        if (completion && !completion->until && clock.stand == KlokStand::loopt) clock.stand = KlokStand::stilgelegd;
        clocks.push_back(std::move(clock));
    }
    if (auto const unused = q.feiten.laatste(FeitSoort::aanvraag_hersteltermijn)) {
        auto const& rule = law::niet_behandelen_weken.versions.back();
        clocks.push_back(eenvoudig({KlokSoort::niet_behandelen, "A36",
                                    N_("Is de aanvraag niet aangevuld, dan kan de gemeente binnen vier weken besluiten "
                                       "die niet te behandelen."),
                                    rule.source},
                                   van(*unused), unused->dag, unused->dag + rule.value,
                                   q.feiten.dag_vanaf(FeitSoort::aanvraag_beslist, unused->dag)));
    }
    auto const notice = q.feiten.laatste(FeitSoort::ingebrekestelling);
    if (!notice) return;
    auto decided = q.feiten.dag_vanaf(FeitSoort::bezwaar_beslist, notice->dag);
    if (!decided) decided = q.feiten.dag_vanaf(FeitSoort::aanvraag_beslist, notice->dag);
    auto const& wait = law::ingebrekestelling_weken.versions.back();
    auto const& most = law::dwangsom_dagen.versions.back();
    Date const last_free = notice->dag + wait.value;
    clocks.push_back(eenvoudig(
        {KlokSoort::dwangsom_begint, "A43",
         N_("Twee weken na een ingebrekestelling begint de dwangsom te lopen. Voor de zekerheid is deze dag niet "
            "opgeschoven naar een werkdag."),
         wait.source, Zekerheid::D, Rollen::nee},
        van(*notice), notice->dag, last_free, decided));
    clocks.push_back(eenvoudig({KlokSoort::dwangsom_eindigt, "A43",
                                N_("De dwangsom loopt hoogstens 42 dagen. Deze termijn schuift niet op."), most.source,
                                Zekerheid::P, Rollen::nee},
                               van(*notice), last_free + days{1}, last_free + most.value, decided));
}

namespace {
void vervalklok(Vraag const& q, std::vector<Klok>& clocks, FeitSoort breach, FeitSoort fine, Eenvoudig const& e,
                std::chrono::years after) {
    auto const fact = q.feiten.laatste(breach);
    if (!fact) return;
    Date const last = add_months(fact->dag, after, MissingDay::last_of_month);
    auto clock = eenvoudig(e, van(*fact), fact->dag, last, q.feiten.dag_vanaf(fine, fact->dag));
    clock.waarschuwing = last - days{60};
    voorbij_is_vervallen(clock, q.today);
    clocks.push_back(std::move(clock));
}

void betaalklokken(Vraag const& q, std::vector<Klok>& clocks, Feit const& fine) {
    auto const paid = q.feiten.dag_vanaf(FeitSoort::boete_betaald, fine.dag);
    auto const& rule = law::betaal_weken.versions.back();
    clocks.push_back(eenvoudig({KlokSoort::betaling_boete, "A82",
                                N_("Een boete wordt betaald binnen zes weken na de bekendmaking."), rule.source},
                               van(fine), fine.dag, fine.dag + rule.value, paid));
    Date const due = clocks.back().uiterlijk;
    clocks.back().waarschuwing = due + days{1};
    clocks.push_back(bezwaarklok(q, KlokSoort::bezwaar_boete, fine.dag, std::nullopt));
    auto const reminder = q.feiten.laatste(FeitSoort::aanmaning);
    bool const reminded = reminder && reminder->dag >= fine.dag;
    if (reminded) {
        auto const& two = law::aanmaning_weken.versions.back();
        clocks.push_back(eenvoudig(
            {KlokSoort::aanmaning, "A93",
             N_("Na een aanmaning zijn er twee weken om te betalen. Daarna kan een dwangbevel volgen."), two.source},
            van(*reminder), reminder->dag, reminder->dag + two.value, paid));
        clocks.back().waarschuwing = clocks.back().uiterlijk + days{1};
        clocks.back().redenen.front().bronnen.push_back(law::dwangbevel);
    }
    auto const& years = law::verjaring_jaren.versions.back();
    Date const from = reminded ? reminder->dag : due;
    auto lapse = eenvoudig(
        {KlokSoort::verjaring_boete, "A92",
         N_("De vordering verjaart vijf jaar na de betaaltermijn. Een aanmaning laat die vijf jaar opnieuw beginnen."),
         years.source, Zekerheid::P, Rollen::nee},
        reminded ? van(*reminder) : van(fine), from, add_months(from, years.value, MissingDay::last_of_month), paid);
    lapse.waarschuwing = lapse.uiterlijk - days{90};
    voorbij_is_vervallen(lapse, q.today);
    clocks.push_back(std::move(lapse));
}

void derde_oproep(Vraag const& q, std::vector<Klok>& clocks) {
    auto const fine = q.feiten.laatste(FeitSoort::boete_intake_bekendgemaakt);
    if (!fine) return;
    auto const& rule = law::derde_oproep_maanden.versions.back();
    clocks.push_back(eenvoudig({KlokSoort::derde_oproep, "R2.21",
                                N_("De boete noemt een nieuwe dag om te verschijnen, hoogstens twee maanden na de "
                                   "bekendmaking. Kies een werkdag."),
                                rule.source, Zekerheid::P, Rollen::nee},
                               van(*fine), fine->dag, add_months(fine->dag, rule.value, MissingDay::last_of_month),
                               q.feiten.dag_vanaf(FeitSoort::eerste_pip, fine->dag)));
}
}

void boete_klokken(Vraag const& q, std::vector<Klok>& clocks) {
    auto fine = q.feiten.laatste(FeitSoort::boete_bekendgemaakt);
    if (auto const other = q.feiten.laatste(FeitSoort::boete_intake_bekendgemaakt);
        other && (!fine || other->dag > fine->dag))
        fine = other;
    if (auto const report = q.feiten.laatste(FeitSoort::boeterapport)) {
        auto const& rule = law::boetebesluit_weken.versions.back();
        auto const done = fine && fine->dag >= report->dag ? std::optional{fine->dag} : std::nullopt;
        clocks.push_back(eenvoudig({KlokSoort::boetebesluit, "A64",
                                    N_("Na een rapport beslist de gemeente binnen dertien weken over de boete."),
                                    rule.source, Zekerheid::P, Rollen::nee},
                                   van(*report), report->dag, report->dag + rule.value, done));
    }
    auto const& lapse = law::boete_vervalt_jaren.versions.back();
    vervalklok(q, clocks, FeitSoort::overtreding_intake, FeitSoort::boete_intake_bekendgemaakt,
               {KlokSoort::verval_boete_intake, "A58",
                N_("Drie jaar na het verzuim kan er geen boete meer komen voor de brede intake. Bezwaar en beroep "
                   "schorten die termijn op."),
                lapse.source, Zekerheid::P, Rollen::nee},
               lapse.value.licht);
    vervalklok(q, clocks, FeitSoort::overtreding_pip, FeitSoort::boete_bekendgemaakt,
               {KlokSoort::verval_boete_pip, "A58",
                N_("Vijf jaar na het verzuim kan er geen boete meer komen voor het PIP. Bezwaar en beroep schorten die "
                   "termijn op."),
                lapse.source, Zekerheid::P, Rollen::nee},
               lapse.value.zwaar);
    derde_oproep(q, clocks);
    if (fine) betaalklokken(q, clocks, *fine);
}
}
