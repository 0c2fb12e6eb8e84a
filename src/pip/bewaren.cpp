#include "brede_intake/store.h"
#include "dossier/store.h"
#include "leerbaarheidstoets/store.h"
#include "pip/queries.h"
#include "pip/rijen.h"
#include "pip/store.h"
#include "pip/werk.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"

namespace pip {
using i18n::N_;
using vertrouwen::Categorie;

namespace {
void add_fields(db::Params& params, Inhoud const& in) {
    for (auto const& field : velden()) std::visit([&](auto place) { params.push_back(in.*place); }, field.plek);
}
void note(db::Connection& c, Omgeving const& o, std::string_view what, DossierId dossier, int version,
          std::string_view part = {}) {
    json::Writer w;
    w.object().field("versie", version);
    if (!part.empty()) w.field("deel", part);
    w.end_object();
    vertrouwen::audit(c, o.access, o.now, what, "dossier", dossier.value, w.take());
}

void put_goals(db::Connection& c, Omgeving const& o, PipId id, std::vector<Doel> const& goals) {
    for (auto const& goal : goals) {
        bool const health = rijen::is_gezondheid(goal.leefgebied);
        auto const open = health ? std::nullopt : std::optional{goal.tekst};
        auto const sealed = health ? std::optional{o.kluis.seal(goal.tekst)} : std::nullopt;
        c.exec(queries::insert_goal,
               {db::new_id(), o.access.gemeente(), id, goal.leefgebied, goal.termijn, open, sealed});
    }
}
void put_agreements(db::Connection& c, Omgeving const& o, PipId id, std::vector<Afspraak> const& agreements) {
    for (auto const& a : agreements)
        c.exec(queries::insert_agreement, {db::new_id(), o.access.gemeente(), id, a.wat, a.wie, a.dag, a.grondslag});
}
std::string_view count_of(Deel part) {
    switch (part) {
    case Deel::leerroute: return queries::count_leerroute;
    case Deel::begeleiding: return queries::count_begeleiding;
    case Deel::doelen: return queries::count_doelen;
    case Deel::afspraken: return queries::count_afspraken;
    }
    throw Bug{"deel"};
}
bool is_draft(Stand stand) { return stand == Stand::in_concept || stand == Stand::voorgelegd; }

/// What the intake and the test give a first plan; a later one starts from the plan in force.
Plan start_of(db::Connection& c, Omgeving const& o, DossierId dossier) {
    auto const current = geldend(c, o.access, dossier);
    auto const facts = facts_for(c, o.access, dossier, o.today);
    if (current) {
        auto read = lees(c, o.kluis, o.access, dossier, current->id);
        check(read.has_value());
        auto plan = std::move(read->plan);
        plan.doelen = rijen::doelen(c, o.kluis, current->id, rijen::Zicht::met_gezondheid);
        auto& in = plan.inhoud;   // reasons of an earlier change are no reasons for this one
        in.wijziging_reden.clear();
        in.bijzonder_geval.clear();
        in.onderwijs_gestopt.reset();
        return plan;
    }
    Aanleiding from;
    if (auto const intake = brede_intake::samenvatting(c, o.access, dossier)) {
        from.alfabetisering = intake->alfabetisering;
        from.vve_leeftijd = intake->kinderen_vve_leeftijd;
    }
    from.toets_afwijking = leerbaarheidstoets::uitslag(c, o.access, dossier).afwijking;
    return eerste_ontwerp(facts, from);
}
}

PipId begin(db::Connection& c, Omgeving const& o, DossierId dossier) {
    dossier::hold(c, o.access, dossier);
    if (auto const there = huidig(c, o.access, dossier); there && is_draft(there->stand)) return there->id;
    auto const plan = start_of(c, o, dossier);
    auto const version = c.value<std::int64_t>(queries::next_version, {dossier});
    check(version.has_value());
    PipId id;
    db::assign_new(id);
    db::Params params{id, o.access.gemeente(), dossier, *version, o.access.gebruiker(), o.now};
    add_fields(params, plan.inhoud);
    c.exec(queries::insert_pip, params);
    put_goals(c, o, id, plan.doelen);
    put_agreements(c, o, id, plan.afspraken);
    auto const file = dossier::find(c, o.access, dossier);
    check(file.has_value());
    if (file->fase == "instroom" || file->fase == "intake") dossier::set_stage(c, o.access, dossier, "pip");
    note(c, o, "pip.begonnen", dossier, static_cast<int>(*version));
    follow(c, o, dossier);
    return id;
}

Result<void, SlaRefusal> bewaar(db::Connection& c, Omgeving const& o, DossierId dossier, PipId id, Deel part,
                                std::int64_t seen, Plan const& plan) {
    dossier::hold(c, o.access, dossier);
    auto const standing = lees(c, o.kluis, o.access, dossier, id);
    if (!standing || !is_draft(standing->kop.stand)) return unexpected{SlaRefusal::geen_concept};
    if (standing->deel_versie[static_cast<std::size_t>(part)] != seen) return unexpected{SlaRefusal::andere_versie};
    auto inhoud = standing->plan.inhoud;   // the other parts stay as they are
    for (auto const& field : velden())
        if (field.deel == part) std::visit([&](auto place) { inhoud.*place = plan.inhoud.*place; }, field.plek);
    db::Params params{id, o.access.gemeente()};
    add_fields(params, inhoud);
    c.exec(queries::update_pip, params);
    if (part == Deel::doelen) {
        // Who may not see goals about health keeps them as they are.
        bool const sees = o.access.mag_zien(Categorie::gezondheid);
        auto goals = plan.doelen;
        if (!sees)
            for (auto& goal : rijen::doelen(c, o.kluis, id, rijen::Zicht::met_gezondheid))
                if (rijen::is_gezondheid(goal.leefgebied)) goals.push_back(std::move(goal));
        c.exec(queries::clear_goals, {id});
        put_goals(c, o, id, goals);
    }
    if (part == Deel::afspraken) {
        c.exec(queries::clear_agreements, {id});
        put_agreements(c, o, id, plan.afspraken);
    }
    c.exec(count_of(part), {id, o.access.gemeente(), o.access.gebruiker()});
    note(c, o, "pip.bewaard", dossier, standing->kop.versie, naam(part));
    follow(c, o, dossier);
    return {};
}

Result<void, SlaRefusal> leg_voor(db::Connection& c, Omgeving const& o, DossierId dossier, PipId id, std::int64_t seen,
                                  Date dag) {
    dossier::hold(c, o.access, dossier);
    auto const standing = lees(c, o.kluis, o.access, dossier, id);
    if (!standing || !is_draft(standing->kop.stand)) return unexpected{SlaRefusal::geen_concept};
    if (standing->plan.inhoud.leerroute.empty()) return unexpected{SlaRefusal::geen_leerroute};
    if (standing->kop.voorgelegd_op == dag) return {};   // the second of two clicks
    if (standing->stand_van_inhoud() != seen) return unexpected{SlaRefusal::andere_versie};
    c.exec(queries::lay_before, {id, o.access.gemeente(), dag});
    dossier::add_event(c, o.kluis, o.access, o.now, dossier,
                       {.dag = dag,
                        .soort = dossier::Soort::contact,
                        .categorie = Categorie::voortgang,
                        .titel = std::string{N_("PIP voorgelegd aan de inburgeraar")},
                        .tekst = {},
                        .bron = "Meedoen",
                        .persoon = {},
                        .contact = {},
                        .vervangt = {}});
    note(c, o, "pip.voorgelegd", dossier, standing->kop.versie);
    follow(c, o, dossier);
    return {};
}

Result<void, SlaRefusal> onderteken(db::Connection& c, Omgeving const& o, DossierId dossier, PipId id,
                                    std::int64_t seen, Handtekening const& signature) {
    dossier::hold(c, o.access, dossier);
    auto const standing = lees(c, o.kluis, o.access, dossier, id);
    if (!standing || !is_draft(standing->kop.stand)) return unexpected{SlaRefusal::geen_concept};
    if (standing->plan.inhoud.leerroute.empty()) return unexpected{SlaRefusal::geen_leerroute};
    if (standing->stand_van_inhoud() != seen) return unexpected{SlaRefusal::andere_versie};
    c.exec(queries::insert_signature,
           {db::new_id(), o.access.gemeente(), id, seen, naam(signature.wijze), signature.naam, signature.tekening,
            signature.document, signature.dag, o.access.gebruiker(), o.now});
    dossier::add_event(c, o.kluis, o.access, o.now, dossier,
                       {.dag = signature.dag,
                        .soort = dossier::Soort::wettelijk,
                        .categorie = Categorie::voortgang,
                        .titel = std::string{N_("PIP ondertekend door de inburgeraar")},
                        .tekst = {},
                        .bron = "Meedoen",
                        .persoon = {},
                        .contact = {},
                        .vervangt = {}});
    note(c, o, "pip.ondertekend", dossier, standing->kop.versie);
    return {};
}

Result<void, SlaRefusal> verwerp(db::Connection& c, Omgeving const& o, DossierId dossier, PipId id) {
    dossier::hold(c, o.access, dossier);
    auto const standing = lees(c, o.kluis, o.access, dossier, id);
    if (!standing || !is_draft(standing->kop.stand)) return unexpected{SlaRefusal::geen_concept};
    c.exec(queries::delete_signatures, {id});
    c.exec(queries::clear_goals, {id});
    c.exec(queries::clear_agreements, {id});
    c.exec(queries::delete_draft, {id, o.access.gemeente()});
    note(c, o, "pip.verworpen", dossier, standing->kop.versie);
    follow(c, o, dossier);
    return {};
}
}
