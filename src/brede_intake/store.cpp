#include "brede_intake/store.h"

#include "brede_intake/queries.h"
#include "dossier/store.h"
#include "inburgeringstermijn/store.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"

#include <algorithm>

namespace brede_intake {
namespace {
using i18n::N_;
using vertrouwen::Access;

void note(db::Connection& c, Access const& access, Timestamp now, std::string_view what, IntakeId id,
          std::string_view key, std::string_view value) {
    json::Writer w;
    w.object().field(key, value).end_object();
    vertrouwen::audit(c, access, now, what, "intake", id.value, w.take());
}
/// On the timeline: that something happened, never what was said.
void entry(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, Timestamp now, DossierId id,
           Date day, std::string_view title, std::string_view text = {}) {
    dossier::add_event(c, kluis, access, now, id,
                       {.dag = day,
                        .soort = dossier::Soort::wettelijk,
                        .categorie = vertrouwen::Categorie::voortgang,
                        .titel = std::string{title},
                        .tekst = std::string{text},
                        .bron = "Intake",
                        .persoon = {},
                        .contact = {},
                        .vervangt = {}});
}
struct Rijtal {
    int opleidingen = 0, werk = 0, talen = 0, gesprekken = 0;
};
Rijtal count(db::Connection& c, Access const& access, IntakeId id) {
    return c
        .one(queries::count_rows, {access.gemeente(), id},
             [](db::Row const& r) { return Rijtal{r.get<int>(0), r.get<int>(1), r.get<int>(2), r.get<int>(3)}; })
        .value_or(Rijtal{});
}
/// The answers without what is sealed.
std::map<std::string, Antwoord> open_answers(db::Connection& c, Access const& access, IntakeId id) {
    std::map<std::string, Antwoord> all;
    c.each(queries::answers, {access.gemeente(), id}, [&](db::Row const& r) {
        auto answer = antwoord_van(r.get<std::optional<std::string>>(1).value_or("")).value_or(Antwoord{});
        answer.score = r.get<std::optional<int>>(2).value_or(0);
        all[r.get<std::string>(0)] = answer;
    });
    return all;
}
std::map<std::string, std::string> basis_texts(db::Connection& c, Access const& access, IntakeId id) {
    std::map<std::string, std::string> all;
    c.each(queries::fields, {access.gemeente(), id, basis},
           [&](db::Row const& r) { all[r.get<std::string>(0)] = r.get<std::optional<std::string>>(1).value_or(""); });
    return all;
}
bool moved_with_pip(db::Connection& c, DossierId dossier) {
    auto const facts = inburgeringstermijn::facts(c, dossier);
    return std::ranges::any_of(
        facts, [](auto const& f) { return f.feit.soort == inburgeringstermijn::FeitSoort::verhuisd_met_pip; });
}
}

std::vector<Leefgebied> leefgebieden(db::Connection& c, GemeenteId gemeente) {
    auto own = c.list(queries::own_list, {gemeente}, [](db::Row const& r) {
        return Leefgebied{r.get<std::string>(0), r.get<std::string>(1), r.boolean(2), r.boolean(3)};
    });
    if (own.empty()) return standaardlijst();
    for (auto& line : own)
        if (auto const* kind = line.soort()) line.titel = kind->titel;
    return own;
}

void zet_leefgebieden(db::Connection& c, Access const& access, Timestamp now, std::vector<Leefgebied> const& list) {
    check(!check_lijst(list));
    c.exec(queries::clear_list, {access.gemeente()});
    std::int64_t place = 0;
    for (auto const& l : list)
        c.exec(queries::add_to_list, {access.gemeente(), l.code, l.titel, ++place, l.actief, l.eigen});
    vertrouwen::audit(c, access, now, "intake.leefgebieden", "gemeente", access.gemeente().value, "{}");
}

std::vector<Intake> intakes(db::Connection& c, Access const& access, DossierId dossier) {
    if (access.dossier() && *access.dossier() != dossier) return {};
    return c.list(queries::intakes, {access.gemeente(), dossier}, [](db::Row const& r) {
        return Intake{r.get<IntakeId>(0),    r.date(1),
                      r.get<std::string>(2), r.get<std::optional<Date>>(3),
                      r.get<std::string>(4), r.get<std::optional<Date>>(5),
                      r.boolean(6),          r.get<std::optional<std::string>>(7).value_or(""),
                      r.integer(8)};
    });
}

bool gekoppeld_in_azc(db::Connection& c, Access const& access, DossierId dossier, Date today) {
    return c.value<std::int64_t>(queries::linked_in_azc, {access.gemeente(), dossier, today}).has_value();
}

IntakeId begin(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, Timestamp now, Date today,
               DossierId dossier, std::string_view plaats, Date dag) {
    auto const before = intakes(c, access, dossier);
    check(before.empty() || !before.front().open());
    IntakeId id;
    db::assign_new(id);
    c.exec(queries::insert_intake, {id, access.gemeente(), dossier, dag, plaats, access.gebruiker()});
    c.exec(queries::tie_calls, {access.gemeente(), dossier, id});
    if (!before.empty()) {
        auto const old = before.front().id;
        c.exec(queries::copy_basis, {access.gemeente(), old, id});
        for (auto row : opleidingen(c, access, old)) zet(c, access, now, id, Rij<Opleiding>{0, 0, row.waarde});
        for (auto row : werk(c, access, old)) zet(c, access, now, id, Rij<Werk>{0, 0, row.waarde});
        for (auto row : talen(c, access, old)) zet(c, access, now, id, Rij<Taal>{0, 0, row.waarde});
    }
    note(c, access, now, "intake.begonnen", id, "plaats", plaats);
    entry(c, kluis, access, now, dossier, dag,
          plaats == "azc" ? N_("Brede intake begonnen in het azc") : N_("Brede intake begonnen"));
    auto const file = dossier::find(c, access, dossier);
    if (file && file->fase == "instroom") dossier::set_stage(c, access, dossier, "intake");
    werk_bijwerken(c, access, now, today, dossier);
    return id;
}

void wijs_op_apart_gesprek(db::Connection& c, Access const& access, Timestamp now, IntakeId id, Date dag) {
    c.exec(queries::point_out_right, {access.gemeente(), id, dag});
    note(c, access, now, "intake.apart_gesprek", id, "dag", to_iso(dag));
}

void onthoud_plek(db::Connection& c, Access const& access, IntakeId id, std::string_view plek) {
    c.exec(queries::remember_place, {access.gemeente(), id, plek});
}

void merk_onderdeel(db::Connection& c, Access const& access, Timestamp now, IntakeId id, Onderdeel part,
                    Afhandeling stand, std::string_view grond) {
    c.exec(queries::insert_part,
           {db::new_id(), access.gemeente(), id, naam(part), naam(stand), grond, access.gebruiker(), now});
    note(c, access, now, "intake.onderdeel", id, naam(part), naam(stand));
}

void meld_onderdeel(db::Connection& c, Access const& access, Timestamp now, DossierId dossier, Onderdeel part,
                    Afhandeling stand, std::string_view grond) {
    auto const all = intakes(c, access, dossier);
    if (!all.empty() && all.front().open()) merk_onderdeel(c, access, now, all.front().id, part, stand, grond);
}

void rond_af(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, Timestamp now, Date today,
             DossierId dossier, IntakeId id, bool bij_verstek, std::string_view reden) {
    auto const changed = c.exec(queries::close_intake,
                                {access.gemeente(), id, today, bij_verstek,
                                 reden.empty() ? std::nullopt : std::optional{std::string{reden}}, access.gebruiker()});
    if (changed == 0) return;   // somebody was first
    note(c, access, now, bij_verstek ? "intake.bij_verstek" : "intake.afgerond", id, "dag", to_iso(today));
    entry(c, kluis, access, now, dossier, today,
          bij_verstek ? N_("Brede intake bij verstek afgerond") : N_("Brede intake afgerond"));
    auto const file = dossier::find(c, access, dossier);
    if (file && (file->fase == "instroom" || file->fase == "intake")) dossier::set_stage(c, access, dossier, "pip");
    werk_bijwerken(c, access, now, today, dossier);
}

std::vector<MinimumRegel> minimum(db::Connection& c, Access const& access, DossierId dossier, Intake const& intake) {
    Minimumfeiten f;
    f.gebieden = open_answers(c, access, intake.id);
    f.basis = basis_texts(c, access, intake.id);
    auto const rows = count(c, access, intake.id);
    f.opleidingen = rows.opleidingen;
    f.werk = rows.werk;
    f.apart_gesprek_op = intake.apart_gesprek_op;
    c.each(queries::parts, {access.gemeente(), intake.id}, [&](db::Row const& r) {
        auto const part = onderdeel_van(r.text(0));
        auto const stand = afhandeling_van(r.text(1));
        if (part && stand) f.gemeld[*part] = {*stand, r.get<std::string>(2)};
    });
    f.verhuisd_met_pip = moved_with_pip(c, dossier);
    return wettelijk_minimum(f);
}

std::map<std::string, Antwoord> antwoorden(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access,
                                           IntakeId id) {
    bool const health = access.mag_zien(vertrouwen::Categorie::gezondheid);
    std::map<std::string, Antwoord> all;
    c.each(queries::answers, {access.gemeente(), id}, [&](db::Row const& r) {
        auto answer = antwoord_van(r.get<std::optional<std::string>>(1).value_or("")).value_or(Antwoord{});
        answer.score = r.get<std::optional<int>>(2).value_or(0);
        if (health && !r.is_null(3)) answer = antwoord_van(kluis.open(r.blob(3))).value_or(answer);
        all[r.get<std::string>(0)] = answer;
    });
    return all;
}

std::optional<Samenvatting> samenvatting(db::Connection& c, Access const& access, DossierId dossier) {
    auto const all = intakes(c, access, dossier);
    if (all.empty()) return std::nullopt;
    auto const& latest = all.front();
    Samenvatting s{.intake = latest.id,
                   .begonnen = true,
                   .afgerond = !latest.open(),
                   .gestart = latest.begonnen_op,
                   .afgerond_op = latest.afgerond_op,
                   .bij_verstek = latest.bij_verstek,
                   .leefgebieden = {},
                   .alfabetisering = {}};
    auto const answers = open_answers(c, access, latest.id);
    for (auto const& l : leefgebieden(c, access.gemeente())) {
        auto const found = answers.find(l.code);
        auto const answer = found == answers.end() ? Antwoord{} : found->second;
        bool const asked = answer.stand != Gebiedstand::niet_gevraagd;
        if (!l.actief && !asked) continue;
        s.leefgebieden.push_back({l.code, l.titel, answer.stand, answer.score, l.gezondheid()});
        ++s.totaal;
        s.besproken += asked ? 1 : 0;
    }
    auto texts = basis_texts(c, access, latest.id);
    s.wil_onderwijs = texts["wil_onderwijs"] == "ja";
    s.alfabetisering = texts["alfabetisering"];
    s.kinderen_vve_leeftijd = texts["kinderen_vve"] == "ja";
    return s;
}
}
