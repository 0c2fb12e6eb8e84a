#include "brede_intake/blad.h"
#include "brede_intake/oproep_store.h"
#include "brede_intake/web.h"
#include "gate/form.h"

#include <algorithm>

namespace brede_intake {
namespace {
using html::Act;
using html::Html;
using i18n::N_;

// ---- a part of the legal minimum ----
struct Onderdeelblad {
    Blad blad;
    MinimumRegel regel;
};
std::optional<Onderdeelblad> read_part(db::Connection& c, gate::Context const& context) {
    auto const part = onderdeel_van(context.request.param("onderdeel"));
    auto blad = lees(c, context);
    if (!part || !blad.open()) return std::nullopt;
    auto const all = minimum(c, context.access, blad.dossier, *blad.open());
    auto const at = std::ranges::find(all, *part, &MinimumRegel::onderdeel);
    check(at != all.end());
    return Onderdeelblad{std::move(blad), *at};
}

Html part_fields(gate::Context& context, Onderdeelblad const& b, html::Errors const& errors) {
    auto const& v = context.view;
    auto const& r = context.request;
    if (b.regel.onderdeel == Onderdeel::apart_gesprek) {
        auto const typed = gate::date_input(r, "dag");
        auto const known = b.blad.open()->apart_gesprek_op;
        return html::date_field(
            v, {.name = "dag",
                .label = v.t("Op welke dag hebt u dit gezegd?"),
                .help = v.t("Zeg het in een taal die de persoon begrijpt, op een moment zonder partner."),
                .value = !typed.empty() ? typed : to_iso(known.value_or(context.today())),
                .error = std::string{errors.at("dag")}});
    }
    auto const state = r.has_form("stand") ? std::string{r.form_value("stand")} : std::string{naam(b.regel.stand)};
    return html::radio_field(v,
                             {.name = "stand",
                              .label = v.t("Hoe staat het hiermee?"),
                              .value = state,
                              .error = std::string{errors.at("stand")}},
                             {{"open", v.t("Nog te doen"), {}},
                              {"afgedaan", v.t("Klaar"), {}},
                              {"niet_relevant", v.t("Niet relevant voor deze persoon"), {}}})
           + html::textarea_field(v,
                                  {.name = "grond",
                                   .label = v.t("Waarop rust dit?"),
                                   .help = v.t("Verplicht bij klaar en bij niet relevant. Geen ziekte of diagnose."),
                                   .value = r.has_form("grond") ? std::string{r.form_value("grond")} : b.regel.grond,
                                   .error = std::string{errors.at("grond")},
                                   .required = false},
                                  3);
}

http::Response part_screen(gate::Context& context, int status, Onderdeelblad const& b, html::Errors const& errors) {
    auto const& v = context.view;
    auto const title = v.t(titel(b.regel.onderdeel));
    auto const form = html::post_form(v, {.action = pad(b.blad, fmt::format("/wettelijk/{}", naam(b.regel.onderdeel))),
                                          .fields = part_fields(context, b, errors),
                                          .buttons = {html::button(Act::primary, v.t("Vastleggen")),
                                                      html::button_link(Act::subtle, pad(b.blad), v.t("Annuleren"))}});
    auto const body = html::stack({html::paragraph(html::text(v.t(b.regel.zin))), form});
    return toon(context, status, b.blad, title,
                html::error_summary(v, errors)
                    + html::panel({.id = "werkblad",
                                   .title = title,
                                   .head_end = html::law_tag(bron(b.regel.onderdeel), pad(b.blad) + "#wettelijk"),
                                   .body = body}));
}

void check_part(gate::Context& context, Onderdeelblad const& b, html::Errors& errors) {
    auto const& v = context.view;
    auto const& r = context.request;
    if (b.regel.onderdeel == Onderdeel::apart_gesprek) {
        auto const day = gate::whole_date(gate::date_input(r, "dag"));
        if (!day)
            errors.add("dag", v.t("Vul een dag in die bestaat, bijvoorbeeld 3 12 2026."));
        else if (*day > context.today())
            errors.add("dag", v.t("Deze dag ligt in de toekomst."));
        return;
    }
    auto const state = afhandeling_van(r.form_value("stand"));
    if (!state) return errors.add("stand", v.t("Kies een antwoord uit de lijst."));
    auto const no = check_merk(b.regel.onderdeel, *state, r.form_value("grond"));
    if (no) errors.add(*no == MerkRefusal::mag_niet ? "stand" : "grond", v.t(tekst(*no)));
}

// ---- closing ----
struct Slotblad {
    Blad blad;
    std::vector<MinimumRegel> minimum;
    std::map<std::string, Antwoord> nu;
    std::vector<GesprekRegel> gesprekken;
    bool verstek_mag = false;
};
std::optional<Slotblad> read_end(db::Connection& c, gate::Context const& context) {
    auto blad = lees(c, context);
    if (!blad.laatste()) return std::nullopt;
    auto const& intake = *blad.laatste();
    Slotblad s{.blad = blad, .minimum = {}, .nu = {}, .gesprekken = {}};
    s.minimum = minimum(c, context.access, blad.dossier, intake);
    s.nu = antwoorden(c, context.app.kluis, context.access, intake.id);
    s.gesprekken = gesprekken(c, context.app.kluis, context.access, intake.id);
    auto const calls = oproepen(c, context.access, blad.dossier);
    s.verstek_mag = vervolg(feiten(c, context.access, blad.dossier, calls)).uitkomst.mag_verstek;
    return s;
}
Afrondfeiten facts_of(Slotblad const& s, bool in_absence, std::string_view reason) {
    return {.afgerond = !s.blad.laatste()->open(),
            .gesprekken = static_cast<int>(s.gesprekken.size()),
            .minimum = s.minimum,
            .bij_verstek = in_absence,
            .derde_oproep_gemist = s.verstek_mag,
            .reden = reason};
}

Html answers_panel(html::View const& v, Slotblad const& s) {
    std::vector<html::Fact> facts;
    for (auto const& l : s.blad.leefgebieden) {
        auto const at = s.nu.find(l.code);
        auto const a = at == s.nu.end() ? Antwoord{} : at->second;
        auto const label = l.eigen ? l.titel : v.t(l.titel);
        facts.push_back({label, html::text(a.score > 0 ? fmt::format("{}/5", a.score) : v.t(titel(a.stand))),
                         html::link(pad(s.blad, "/leefgebieden/" + l.code + "#werkblad"),
                                    html::text(v.t("Wijzig")) + html::hidden(" " + label)),
                         false});
    }
    return html::panel(
        {.id = "antwoorden", .title = v.t("Leefgebieden"), .head_end = {}, .body = html::check_list(facts)});
}
Html minimum_panel(html::View const& v, Slotblad const& s) {
    std::vector<html::Fact> facts;
    for (auto const& m : s.minimum) {
        auto text = html::text(v.t(m.zin));
        if (!m.grond.empty()) text = html::cell_two(text, html::text(v.t(m.grond)));
        facts.push_back({v.t(titel(m.onderdeel)), text, onderdeel_links(v, s.blad, m), m.stand == Afhandeling::open});
    }
    return html::panel(
        {.id = "wettelijk", .title = v.t("Wettelijk minimum"), .head_end = {}, .body = html::check_list(facts)});
}

http::Response end_screen(gate::Context& context, int status, Slotblad const& s, html::Errors const& errors) {
    auto const& v = context.view;
    auto const may = afronden(facts_of(s, false, {}));
    Html decide;
    if (!may)
        decide += html::alert(html::AlertKind::warning, v.t("De intake kan nog niet klaar"),
                              html::paragraph(html::text(v.t(tekst(may.error().reden)))), status == 422);
    if (may)
        decide += html::post_form(v, {.action = pad(s.blad, "/afronden"),
                                      .fields = html::hidden_field("wijze", "gewoon"),
                                      .buttons = {html::button(Act::primary, v.t("Intake afronden"), "check")}});
    if (s.verstek_mag && s.blad.open())
        decide += html::post_form(
            v, {.action = pad(s.blad, "/afronden"),
                .fields = html::hidden_field("wijze", "verstek")
                          + html::textarea_field(
                              v,
                              {.name = "reden",
                               .label = v.t("Op welke gegevens rust deze intake?"),
                               .help = v.t("De persoon kwam drie keer niet. Het PIP rust op wat nu bekend is."),
                               .value = std::string{context.request.form_value("reden")},
                               .error = std::string{errors.at("reden")}},
                              4),
                .buttons = {html::button(Act::secondary, v.t("Afronden zonder de persoon (bij verstek)"))}});
    auto const& why = may ? may->redenen : may.error().redenen;
    decide += html::waarom(v, v.t("Waarom?"), why, "waarom-afronden");
    return toon(
        context, status, s.blad, v.t("Intake afronden"),
        html::error_summary(v, errors)
            + html::stack({html::paragraph(
                               html::text(v.t("Kijk de antwoorden na. Na het afronden kunt u ze niet meer wijzigen."))),
                           minimum_panel(v, s), answers_panel(v, s),
                           html::panel({.id = "besluit", .title = v.t("Afronden"), .head_end = {}, .body = decide})}));
}
}

http::Response part_form(gate::Context& context) {
    auto const b = context.app.database.read(context.scope(), [&](db::Connection& c) { return read_part(c, context); });
    return b ? part_screen(context, 200, *b, {}) : gate::not_found(context);
}

http::Response mark_part(gate::Context& context) {
    auto const& r = context.request;
    std::optional<Onderdeelblad> b;
    html::Errors errors;
    bool const saved = context.app.database.write(context.scope(), [&](db::Connection& c) {
        errors = {};
        dossier::hold(c, context.access, DossierId{context.id_param("dossier")});
        b = read_part(c, context);
        if (!b) return false;
        check_part(context, *b, errors);
        if (!errors.none()) return false;
        auto const id = b->blad.open()->id;
        if (b->regel.onderdeel == Onderdeel::apart_gesprek)
            wijs_op_apart_gesprek(c, context.access, context.now(), id, *gate::whole_date(gate::date_input(r, "dag")));
        else
            merk_onderdeel(c, context.access, context.now(), id, b->regel.onderdeel,
                           *afhandeling_van(r.form_value("stand")), gate::trimmed(r.form_value("grond")));
        return true;
    });
    if (!b) return gate::not_found(context);
    return saved ? http::see_other(pad(b->blad, "#wettelijk")) : part_screen(context, 422, *b, errors);
}

http::Response finish_form(gate::Context& context) {
    auto const s = context.app.database.read(context.scope(), [&](db::Connection& c) { return read_end(c, context); });
    if (!s || !s->blad.open()) return http::see_other(pad(DossierId{context.id_param("dossier")}));
    return end_screen(context, 200, *s, {});
}

http::Response finish(gate::Context& context) {
    auto const& v = context.view;
    auto const reason = gate::trimmed(context.request.form_value("reden"));
    bool const in_absence = context.request.form_value("wijze") == "verstek";
    DossierId const id{context.id_param("dossier")};
    std::optional<Slotblad> s;
    html::Errors errors;
    bool const done = context.app.database.write(context.scope(), [&](db::Connection& c) {
        errors = {};
        dossier::hold(c, context.access, id);
        s = read_end(c, context);
        if (!s || !s->blad.open()) return true;
        auto const may = afronden(facts_of(*s, in_absence, reason));
        if (!may) {
            errors.add(in_absence && s->verstek_mag ? "reden" : "", v.t(tekst(may.error().reden)));
            return false;
        }
        rond_af(c, context.app.kluis, context.access, context.now(), context.today(), id, s->blad.open()->id,
                in_absence, reason);
        return true;
    });
    return done ? http::see_other(pad(id)) : end_screen(context, 422, *s, errors);
}
}
