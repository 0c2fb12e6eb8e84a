#include "brieven/store.h"
#include "dossier/store.h"
#include "inburgeringstermijn/store.h"
#include "pip/brief.h"
#include "pip/queries.h"
#include "pip/rijen.h"
#include "pip/store.h"
#include "pip/werk.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"
#include "werkvoorraad/store.h"

namespace pip {
using i18n::N_;
using vertrouwen::Categorie;

namespace {
bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::optional<Tegen> objections(Gelezen const& read, Feiten const& facts, Vaststelling const& v, Date today) {
    Tegen no;
    no.andere_versie = read.stand_van_inhoud() != v.gezien;
    no.geen_handtekening = !read.handtekening && is_blank(v.zonder_handtekening);
    no.weigeringen = controleer(read.plan, facts, v.dagtekening, today);
    if (!no.andere_versie && !no.geen_handtekening && no.weigeringen.empty()) return std::nullopt;
    return no;
}

/// DUO stores B1 for the B1-route and the onderwijsroute when none is given: so do we (E29b).
void fix_level(db::Connection& c, Omgeving const& o, Gelezen const& read) {
    auto const route = route_van(read.plan.inhoud.leerroute);
    if (!read.plan.inhoud.niveau.empty() || !route || *route == Route::z) return;
    c.exec(queries::set_level, {read.kop.id, o.access.gemeente(), naam(Niveau::b1)});
}

/// The first plan starts the term; a later one does not move it (Wet 11(2)-(3)).
void add_term_fact(db::Connection& c, Omgeving const& o, DossierId dossier, Gelezen const& read, Feiten const& facts,
                   Date dagtekening) {
    using inburgeringstermijn::FeitSoort;
    auto const kind = facts.eerste() ? FeitSoort::eerste_pip : FeitSoort::pip_vastgesteld;
    inburgeringstermijn::add_fact(c, o.access, o.now, dossier, {kind, dagtekening, {}}, "pip",
                                  fmt::format("Versie {}", read.kop.versie));
    inburgeringstermijn::recompute(c, o.access, o.now, o.today, dossier);
}

void add_task(db::Connection& c, Omgeving const& o, dossier::Dossier const& file, leerbaarheidstoets::Werk const& w) {
    werkvoorraad::NieuweTaak task;
    task.dossier = file.id;
    task.soort = w.soort;
    task.titel = w.titel;
    task.toelichting = w.toelichting;
    task.artikel = w.artikel;
    task.uiterlijk = w.uiterlijk;
    task.eigenaar = file.klantmanager ? file.klantmanager : file.regisseur;
    task.team = file.team;
    werkvoorraad::add(c, o.access, o.now, task);
}

void add_tasks(db::Connection& c, Omgeving const& o, DossierId dossier, bool first) {
    auto const file = dossier::find(c, o.access, dossier);
    check(file.has_value());
    auto const in_week = o.today + std::chrono::weeks{1};
    add_task(c, o, *file,
             {"pip", besluit_versturen, N_("Het besluit geldt pas als het bekend is gemaakt."), "Awb 3:41",
              o.today + std::chrono::days{3}});
    add_task(c, o, *file, {"duo", N_("PIP doorgeven aan DUO"), N_("Dagtekening, leerroute en niveau."), "", in_week});
    if (first)
        add_task(c, o, *file,
                 {"leerroute", N_("Leerroute starten"), N_("Meld aan bij de school en spreek de eerste les af."),
                  "Wet 16", o.today + std::chrono::weeks{4}});
    if (file->fase != "voldaan") dossier::set_stage(c, o.access, dossier, "leerroute");
}

void add_letter(db::Connection& c, Omgeving const& o, DossierId dossier, PipId id) {
    auto const made = brieven::maak(c, o.kluis, o.access, o.now, o.today, dossier, brieven::Soort::pip_beschikking,
                                    brief_waarden(c, o, dossier, id), brief_bron(id));
    if (made) return;
    auto const file = dossier::find(c, o.access, dossier);
    check(file.has_value());
    add_task(c, o, *file,
             {"pip", N_("Brief met het besluit maken"), brieven::tekst(made.error()), "Awb 3:41", o.today});
}
}

Result<void, Tegen> stel_vast(db::Connection& c, Omgeving const& o, DossierId dossier, PipId id,
                              Vaststelling const& decision) {
    dossier::hold(c, o.access, dossier);
    auto const read = lees(c, o.kluis, o.access, dossier, id);
    auto const file = dossier::find(c, o.access, dossier);   // it may have been closed in between
    bool const draft =
        file && file->open && read && (read->kop.stand == Stand::in_concept || read->kop.stand == Stand::voorgelegd);
    if (!draft) {
        Tegen gone;
        gone.geen_concept = true;
        return unexpected{std::move(gone)};
    }
    auto const facts = facts_for(c, o.access, dossier, decision.dagtekening);
    if (auto no = objections(*read, facts, decision, o.today)) return unexpected{std::move(*no)};

    fix_level(c, o, *read);
    c.exec(queries::replace_current, {dossier, o.access.gemeente()});
    auto const why_unsigned = read->handtekening ? std::string{} : decision.zonder_handtekening;
    c.exec(queries::fix_plan,
           {id, o.access.gemeente(), decision.dagtekening, o.access.gebruiker(), o.now, why_unsigned});
    add_term_fact(c, o, dossier, *read, facts, decision.dagtekening);
    add_tasks(c, o, dossier, facts.eerste());
    follow(c, o, dossier);
    dossier::add_event(c, o.kluis, o.access, o.now, dossier,
                       {.dag = decision.dagtekening,
                        .soort = dossier::Soort::wettelijk,
                        .categorie = Categorie::voortgang,
                        .titel = std::string{N_("PIP vastgesteld")},
                        .tekst = std::string{route_titel(read->plan.inhoud.leerroute)},
                        .bron = "Meedoen",
                        .persoon = {},
                        .contact = {},
                        .vervangt = {}});
    json::Writer w;
    w.object().field("versie", read->kop.versie).field("leerroute", read->plan.inhoud.leerroute);
    w.field("dagtekening", decision.dagtekening).field("ondertekend", read->handtekening.has_value()).end_object();
    vertrouwen::audit(c, o.access, o.now, "pip.vastgesteld", "dossier", dossier.value, w.take());
    add_letter(c, o, dossier, id);
    return {};
}
}
