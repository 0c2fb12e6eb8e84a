#include "brede_intake/oproep_store.h"

#include "agenda/store.h"
#include "brede_intake/queries.h"
#include "brede_intake/store.h"
#include "brieven/store.h"
#include "dossier/store.h"
#include "inburgeringstermijn/store.h"
#include "law/citation.h"
#include "law/handhaving.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"
#include "werkvoorraad/store.h"

#include <algorithm>

namespace brede_intake {
namespace {
using i18n::N_;
using inburgeringstermijn::FeitSoort;
using vertrouwen::Access;

void note(db::Connection& c, Access const& access, Timestamp now, std::string_view what, OproepId id,
          std::string_view key, std::string_view value) {
    json::Writer w;
    w.object().field(key, value).end_object();
    vertrouwen::audit(c, access, now, what, "oproep", id.value, w.take());
}
void entry(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, Timestamp now, DossierId id,
           Date day, vertrouwen::Categorie category, std::string_view title) {
    dossier::add_event(c, kluis, access, now, id,
                       {.dag = day,
                        .soort = dossier::Soort::wettelijk,
                        .categorie = category,
                        .titel = std::string{title},
                        .tekst = {},
                        .bron = "Intake",
                        .persoon = {},
                        .contact = {},
                        .vervangt = {}});
}
IntakeId latest_intake(db::Connection& c, Access const& access, DossierId dossier) {
    auto const all = intakes(c, access, dossier);
    return all.empty() || !all.front().open() ? IntakeId{} : all.front().id;
}
std::string hh_mm(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }
Timestamp moment(Date day, int minutes) { return platform::moment_of({day, minutes / 60, minutes % 60}); }

/// The letter that belongs to this number, from what is known of the oproep before.
brieven::Waarden letter_values(NieuweOproep const& n, Oproeptermijn const& term, std::string const& with,
                               std::vector<Oproep> const& before) {
    brieven::Waarden w;
    w.velden = {{"dag", to_iso(n.dag)},
                {"tijd", hh_mm(n.begin)},
                {"plaats", n.plaats},
                {"gesprek_met", with},
                {"reactie_tot", to_iso(term.reageren_voor)}};
    if (!n.tolk_taal.empty()) {
        w.velden["tolk_taal"] = n.tolk_taal;
        w.blokken.insert("tolk");
    }
    if (n.wijze == "video") w.blokken.insert("video");
    if (n.kinderen) w.blokken.insert("kinderen");
    if (n.toets) w.blokken.insert("toets");
    if (term.nummer == 1) return w;
    // The oproep before this one that counts: a date with a valid reason in between is none (Awb 5:41).
    auto const missed = std::ranges::find_if(before.rbegin(), before.rend(), [&](Oproep const& o) {
        return o.feit.nummer == term.nummer - 1 && o.feit.verwijtbaar.value_or(false);
    });
    check(missed != before.rend());
    w.velden["eerste_dag"] = to_iso(missed->feit.afspraak.value_or(missed->feit.verzonden));
    w.velden["uiterlijk"] = to_iso(term.reageren_voor);
    w.blokken.insert(missed->feit.uitkomst == OproepUitkomst::werkte_niet_mee ? "te_weinig_meegewerkt"
                                                                              : "niet_gekomen");
    return w;
}
std::string colleague(db::Connection& c, Access const& access, GebruikerId id) {
    for (auto const& one : werkvoorraad::colleagues(c, access))
        if (one.id == id) return one.naam;
    return {};
}
/// The appointment follows the outcome, unless somebody changed it in the agenda.
void set_appointment(db::Connection& c, Access const& access, Timestamp now, AfspraakId id, agenda::Stand stand) {
    auto const version = c.value<std::int64_t>(queries::appointment_state, {access.gemeente(), id});
    if (!version) return;
    auto const done = agenda::set_stand(c, access, now, id, *version, stand);
    check(done.has_value());   // read in this transaction
}
agenda::Stand appointment_after(OproepUitkomst outcome) {
    switch (outcome) {
    case OproepUitkomst::verschenen:
    case OproepUitkomst::werkte_niet_mee: return agenda::Stand::geweest;
    case OproepUitkomst::niet_verschenen: return agenda::Stand::niet_verschenen;
    case OproepUitkomst::geldige_reden:
    case OproepUitkomst::open: return agenda::Stand::afgezegd;
    }
    return agenda::Stand::afgezegd;
}

std::string day_text(Date day) {
    std::chrono::year_month_day const d{day};
    return fmt::format("{}-{}-{}", static_cast<unsigned>(d.day()), static_cast<unsigned>(d.month()),
                       static_cast<int>(d.year()));
}
/// What the jurist needs: dates, outcomes, the figures of the law. Nothing of the intake itself, nor what the person
/// gave as a reason: that may be about health, which enforcement may not use (Wi2021 art. 37 lid 2).
std::string proposal_text(std::vector<Oproep> const& all, Uitgelegd<Vervolg> const& next) {
    std::string text;
    for (auto const& o : all)
        text += fmt::format("Oproep {}: verzonden {}, afspraak {}. {}.\n", o.feit.nummer, day_text(o.feit.verzonden),
                            day_text(o.feit.afspraak.value_or(o.feit.verzonden)), titel(o.feit.uitkomst));
    auto const& fine = law::boete_intake.since(all.back().feit.uiterlijk);
    text += fmt::format("De wet noemt {} euro ({}). ", fine.value.in_cents() / 100, law::cite(fine.source));
    if (next.uitkomst.nummer == 2) {
        auto const& months = law::derde_oproep_maanden.since(all.back().feit.uiterlijk);
        text += fmt::format("Het besluit geeft een derde termijn van ten hoogste {} maanden ({}). ",
                            months.value.count(), law::cite(months.source));
    } else {
        text += fmt::format("Samen met een eerdere boete: {} euro. ", next.uitkomst.totaal.in_cents() / 100);
    }
    auto const gate = std::ranges::find(next.redenen, "R8.31", &Waarom::regel);
    if (gate != next.redenen.end()) text += std::string{gate->zin};
    return text;
}
}

std::vector<Oproep> oproepen(db::Connection& c, Access const& access, DossierId dossier) {
    if (access.dossier() && *access.dossier() != dossier) return {};
    return c.list(queries::calls, {access.gemeente(), dossier, latest_intake(c, access, dossier)},
                  [](db::Row const& r) {
                      Oproep o{.id = r.get<OproepId>(0),
                               .feit = {.nummer = r.get<int>(1),
                                        .verzonden = r.date(2),
                                        .uiterlijk = r.date(3),
                                        .afspraak = r.date(5),
                                        .uitkomst = uitkomst_van(r.text(7)).value_or(OproepUitkomst::open),
                                        .verwijtbaar = r.get<std::optional<bool>>(10)},
                               .afspraak = r.get<AfspraakId>(4),
                               .brief = r.get<std::optional<BriefId>>(6),
                               .uitkomst_op = r.get<std::optional<Date>>(8),
                               .reden = r.get<std::string>(9),
                               .voorstel = r.get<std::optional<TaakId>>(11),
                               .geen_boete_op = r.get<std::optional<Date>>(12),
                               .geen_boete_reden = r.get<std::optional<std::string>>(13).value_or(""),
                               .begint = r.timestamp(14),
                               .eindigt = r.timestamp(15),
                               .plaats = r.get<std::string>(16),
                               .tolk_taal = r.get<std::optional<std::string>>(17).value_or("")};
                      return o;
                  });
}

Oproepfeiten feiten(db::Connection& c, Access const& access, DossierId dossier, std::vector<Oproep> const& all) {
    auto const known = inburgeringstermijn::basis(c, dossier);
    Oproepfeiten f{.groep = known.groep, .groep_bekend = known.groep_bekend, .oproepen = {}, .besluit = {}};
    for (auto const& o : all) f.oproepen.push_back(o.feit);
    // The fine of this flow: made known after the second oproep was missed. Or the jurist decided: none.
    auto const second = std::ranges::find_if(all.rbegin(), all.rend(), [](Oproep const& o) {
        return o.feit.nummer == 2 && o.feit.verwijtbaar.value_or(false);
    });
    if (second != all.rend()) {
        for (auto const& fact : known.feiten)
            if (fact.feit.soort == FeitSoort::boete_intake_bekendgemaakt && fact.feit.dag >= *second->uitkomst_op)
                f.besluit = Boetebesluit{true, fact.feit.dag};
        if (!f.besluit && second->geen_boete_op) f.besluit = Boetebesluit{false, *second->geen_boete_op};
    }
    auto const latest = intakes(c, access, dossier);
    f.afgerond = !latest.empty() && !latest.front().open();
    return f;
}

Opgeroepen roep_op(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, Timestamp now, Date today,
                   DossierId dossier, Oproeptermijn const& term, NieuweOproep const& n) {
    auto const before = oproepen(c, access, dossier);
    Opgeroepen out{.id = {}, .brief = {}, .briefweigering = {}};
    db::assign_new(out.id);
    auto const appointment = agenda::plan(c, access, now,
                                          {.dossier = dossier,
                                           .gebruiker = n.met,
                                           .begint = moment(n.dag, n.begin),
                                           .eindigt = moment(n.dag, n.einde),
                                           .onderwerp = std::string{N_("Gesprek voor de brede intake")},
                                           .plaats = n.plaats,
                                           .tolk_taal = n.tolk_taal,
                                           .tolk_stand = n.tolk_taal.empty() ? "" : "gevraagd"});
    auto const intake = latest_intake(c, access, dossier);
    c.exec(queries::insert_call,
           {out.id, access.gemeente(), dossier, intake.value ? std::optional{intake} : std::nullopt, term.nummer, today,
            term.reageren_voor, appointment, n.dag, access.gebruiker(), now});
    auto const letter = brieven::maak(
        c, kluis, access, now, today, dossier,
        term.nummer == 1 ? brieven::Soort::oproep_intake : brieven::Soort::tweede_oproep_intake,
        letter_values(n, term, colleague(c, access, n.met), before), fmt::format("oproep {}", out.id.value));
    if (letter) {
        out.brief = *letter;
        c.exec(queries::set_letter, {access.gemeente(), out.id, *letter});
    } else {
        out.briefweigering = brieven::tekst(letter.error());
    }
    note(c, access, now, "oproep.verzonden", out.id, "nummer", std::to_string(term.nummer));
    entry(c, kluis, access, now, dossier, today,
          term.nummer == 1 ? vertrouwen::Categorie::voortgang : vertrouwen::Categorie::handhaving,
          term.nummer == 1   ? N_("Opgeroepen voor de brede intake")
          : term.nummer == 2 ? N_("Gewaarschuwd en tweede keer opgeroepen voor de brede intake")
                             : N_("Derde keer opgeroepen voor de brede intake"));
    werk_bijwerken(c, access, now, today, dossier);
    return out;
}

bool leg_uitkomst_vast(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, Timestamp now,
                       Date today, DossierId dossier, Oproep const& call, UitkomstVoorstel const& v) {
    check(v.dag.has_value());
    if (c.exec(queries::set_call_outcome,
               {access.gemeente(), call.id, naam(v.uitkomst), *v.dag, v.reden, access.gebruiker()})
        == 0)
        return false;
    set_appointment(c, access, now, call.afspraak, appointment_after(v.uitkomst));
    note(c, access, now, "oproep.uitkomst", call.id, "uitkomst", naam(v.uitkomst));
    auto const title = v.uitkomst == OproepUitkomst::verschenen ? N_("Gekomen op het gesprek voor de brede intake")
                       : v.uitkomst == OproepUitkomst::niet_verschenen
                           ? N_("Niet gekomen op het gesprek voor de brede intake")
                       : v.uitkomst == OproepUitkomst::geldige_reden
                           ? N_("Niet gekomen met een geldige reden: nieuwe datum voor de brede intake")
                           : N_("Niet genoeg meegewerkt aan de brede intake");
    bool const missed = v.uitkomst == OproepUitkomst::niet_verschenen || v.uitkomst == OproepUitkomst::werkte_niet_mee;
    entry(c, kluis, access, now, dossier, *v.dag,
          missed ? vertrouwen::Categorie::handhaving : vertrouwen::Categorie::voortgang, title);
    werk_bijwerken(c, access, now, today, dossier);
    return true;
}

bool beoordeel(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, Timestamp now, Date today,
               DossierId dossier, Oproep const& call, std::map<std::string, std::string> const& answers, bool blame) {
    json::Writer w;
    w.object();
    for (auto const& [question, answer] : answers) w.field(question, answer);
    w.end_object();
    if (c.exec(queries::judge_call, {access.gemeente(), call.id, blame, w.take(), access.gebruiker(), now}) == 0)
        return false;
    note(c, access, now, "oproep.beoordeeld", call.id, "verwijtbaar", blame ? "ja" : "nee");
    if (!blame) return true;
    auto const all = oproepen(c, access, dossier);
    auto const next = vervolg(feiten(c, access, dossier, all));
    if (next.uitkomst.stap != Stap::voorstel && next.uitkomst.stap != Stap::voorstel_en_verstek) return true;
    // The day of the breach is the day of the appointment; the time to fine runs from there (Awb 5:45).
    inburgeringstermijn::add_fact(c, access, now, dossier,
                                  {FeitSoort::overtreding_intake, call.feit.afspraak.value_or(today), {}}, "intake",
                                  fmt::format("oproep {}", call.feit.nummer));
    inburgeringstermijn::recompute(c, access, now, today, dossier);
    auto const jurists =
        c.list(queries::only_lawyer, {access.gemeente(), true}, [](db::Row const& r) { return r.get<GebruikerId>(0); });
    auto const file = dossier::find(c, access, dossier);
    auto const task = werkvoorraad::add(
        c, access, now,
        {.dossier = dossier,
         .soort = "handhaving",
         .titel = std::string{next.uitkomst.nummer == 2 ? N_("Beoordelen: tweede oproep voor de intake gemist")
                                                        : N_("Beoordelen: derde oproep voor de intake gemist")},
         .toelichting = proposal_text(all, next),
         .artikel = "Wet 22",
         .wettelijk = false,
         .uiterlijk = today + std::chrono::weeks{2},
         .eigenaar = jurists.size() == 1 ? std::optional{jurists.front()} : std::nullopt,
         .team = file ? file->team : std::nullopt,
         .termijnsoort = {},
         .wacht_op = {}});
    c.exec(queries::set_proposal, {access.gemeente(), call.id, task});
    entry(c, kluis, access, now, dossier, today, vertrouwen::Categorie::handhaving,
          N_("Voorstel aan de jurist: oproep voor de brede intake gemist"));
    return true;
}

bool geen_boete(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, Timestamp now,
                DossierId dossier, Oproep const& call, Date dag, std::string_view reden) {
    if (c.exec(queries::set_no_fine, {access.gemeente(), call.id, dag, reden}) == 0) return false;
    note(c, access, now, "oproep.geen_boete", call.id, "dag", to_iso(dag));
    entry(c, kluis, access, now, dossier, dag, vertrouwen::Categorie::handhaving,
          N_("De jurist besloot: geen boete voor de brede intake"));
    if (call.voorstel) werkvoorraad::close(c, access, now, *call.voorstel, werkvoorraad::Stand::klaar);
    return true;
}
}
