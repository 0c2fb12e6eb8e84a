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

struct Eenblad {
    Blad blad;
    std::vector<Oproep> alle;
    Oproepfeiten feiten;
    Oproep oproep;
    bool laatste;   // only the last one of the flow is worked on
};
std::optional<Eenblad> read_one(db::Connection& c, gate::Context const& context) {
    auto blad = lees(c, context);
    auto all = oproepen(c, context.access, blad.dossier);
    auto const at = std::ranges::find(all, OproepId{context.id_param("oproep")}, &Oproep::id);
    if (at == all.end()) return std::nullopt;
    auto facts = feiten(c, context.access, blad.dossier, all);
    auto one = *at;
    bool const last = one.id == all.back().id;
    return Eenblad{std::move(blad), std::move(all), std::move(facts), std::move(one), last};
}
std::string here(Eenblad const& e, std::string_view rest = {}) {
    return pad(e.blad, fmt::format("/oproepen/{}{}", e.oproep.id.value, rest));
}
bool missed(Oproep const& o) {
    return o.feit.uitkomst == OproepUitkomst::niet_verschenen || o.feit.uitkomst == OproepUitkomst::werkte_niet_mee;
}

Html facts_panel(html::View const& v, Eenblad const& e) {
    auto const& o = e.oproep;
    auto const from = platform::local_time(o.begint), until = platform::local_time(o.eindigt);
    std::vector<html::Fact> facts{
        {v.t("Gemaakt"), html::text(html::long_date(v, o.feit.verzonden)), {}, false},
        {v.t("Reageren tot en met"), html::text(html::long_date(v, o.feit.uiterlijk)), {}, false},
        {v.t("Gesprek"),
         html::text(fmt::format("{}, {} – {}", html::long_date(v, from.day),
                                html::clock_time(v, from.hour, from.minute),
                                html::clock_time(v, until.hour, until.minute))),
         {},
         false},
        {v.t("Waar?"), html::text(o.plaats), {}, false}};
    if (!o.tolk_taal.empty())
        facts.push_back({v.t("Tolk"), html::text(v.t(dossier::taal_naam(o.tolk_taal))), {}, false});
    if (o.brief)
        facts.push_back({v.t("Brief"),
                         html::link(fmt::format("/dossiers/{}/brieven/{}", e.blad.dossier.value, o.brief->value),
                                    v.t("Brief bekijken en versturen")),
                         {},
                         false});
    else
        facts.push_back({v.t("Brief"), html::text(v.t("Er is geen brief gemaakt. Maak die bij Brieven.")), {}, true});
    if (o.feit.uitkomst != OproepUitkomst::open) {
        facts.push_back({v.t("Uitkomst"), html::text(v.t(titel(o.feit.uitkomst))), {}, false});
        facts.push_back({v.t("Vastgesteld op"), html::text(html::long_date(v, *o.uitkomst_op)), {}, false});
        if (!o.reden.empty()) facts.push_back({v.t("Wat de persoon zei"), html::text(o.reden), {}, false});
    }
    if (o.feit.verwijtbaar)
        facts.push_back({v.t("Verwijtbaar"), html::text(*o.feit.verwijtbaar ? v.t("ja") : v.t("nee")), {}, false});
    if (o.geen_boete_op)
        facts.push_back(
            {v.t("Besluit jurist"),
             html::text(v.t("Geen boete, {}: {}", html::short_date(v, *o.geen_boete_op), o.geen_boete_reden)),
             {},
             false});
    return html::panel(
        {.id = "oproep", .title = v.t("Oproep {}", o.feit.nummer), .head_end = {}, .body = html::fact_list(facts)});
}

Html outcome_panel(gate::Context& context, Eenblad const& e, html::Errors const& errors) {
    auto const& v = context.view;
    auto const& r = context.request;
    auto const typed_day = gate::date_input(r, "dag");
    auto const day = std::min(context.today(), std::max(e.oproep.feit.verzonden, *e.oproep.feit.afspraak));
    std::vector<html::Choice> choices;
    for (auto const u : {OproepUitkomst::verschenen, OproepUitkomst::niet_verschenen, OproepUitkomst::geldige_reden,
                         OproepUitkomst::werkte_niet_mee})
        choices.push_back({std::string{naam(u)}, v.t(titel(u)), {}});
    choices[2].help = v.t("Er komt een nieuwe datum, geen volgende stap.");
    choices[3].help = v.t("Ook de leerbaarheidstoets weigeren is niet genoeg meewerken.");
    auto const form = html::post_form(
        v,
        {.action = here(e),
         .fields =
             html::radio_field(v,
                               {.name = "uitkomst",
                                .label = v.t("Wat is er gebeurd?"),
                                .value = std::string{r.form_value("uitkomst")},
                                .error = std::string{errors.at("uitkomst")}},
                               choices)
             + html::date_field(v, {.name = "dag",
                                    .label = v.t("Op welke dag hebt u dit vastgesteld?"),
                                    .value = typed_day.empty() ? to_iso(day) : typed_day,
                                    .error = std::string{errors.at("dag")}})
             + html::textarea_field(
                 v,
                 {.name = "reden",
                  .label = v.t("Wat zei de persoon?"),
                  .help = v.t("Bij ziekte: schrijf alleen dat er een geldige reden is, niet welke ziekte."),
                  .value = std::string{r.form_value("reden")},
                  .error = std::string{errors.at("reden")},
                  .required = false},
                 3),
         .buttons = {html::button(Act::primary, v.t("Uitkomst vastleggen"))}});
    return html::panel({.id = "uitkomst-vastleggen", .title = v.t("Uitkomst"), .head_end = {}, .body = form});
}

Html judge_panel(gate::Context& context, Eenblad const& e, html::Errors const& errors) {
    auto const& v = context.view;
    Html fields = html::paragraph(html::text(v.t("Een gemiste oproep telt alleen als de persoon er iets aan kon doen. "
                                                 "Is een antwoord nee, dan komt er een nieuwe datum.")));
    for (auto const& q : verwijtvragen()) {
        std::string const name{q.code};
        fields += html::radio_field(v,
                                    {.name = name,
                                     .label = v.t(q.vraag),
                                     .value = std::string{context.request.form_value(name)},
                                     .error = std::string{errors.at(name)}},
                                    {{"ja", v.t("Ja"), {}}, {"nee", v.t("Nee"), {}}});
    }
    return html::panel(
        {.id = "verwijt",
         .title = v.t("Is dit te verwijten?"),
         .head_end = {},
         .body = html::post_form(v, {.action = here(e, "/verwijt"),
                                     .fields = fields,
                                     .buttons = {html::button(Act::primary, v.t("Oordeel vastleggen"))}})});
}

Html decision_panel(gate::Context& context, Eenblad const& e, html::Errors const& errors) {
    auto const& v = context.view;
    auto const& r = context.request;
    auto const typed = gate::date_input(r, "dag");
    auto const form =
        html::post_form(v, {.action = here(e, "/geen-boete"),
                            .fields = html::date_field(v, {.name = "dag",
                                                           .label = v.t("Dag van het besluit"),
                                                           .value = typed.empty() ? to_iso(context.today()) : typed,
                                                           .error = std::string{errors.at("dag")}})
                                      + html::textarea_field(v,
                                                             {.name = "reden",
                                                              .label = v.t("Waarom geen boete?"),
                                                              .value = std::string{r.form_value("reden")},
                                                              .error = std::string{errors.at("reden")}},
                                                             2),
                            .buttons = {html::button(Act::secondary, v.t("Vastleggen: geen boete"))}});
    auto const fact = html::link(fmt::format("/dossiers/{}/termijnen/feit", e.blad.dossier.value),
                                 v.t("Leg de boete vast bij Termijnen"));
    return html::panel(
        {.id = "besluit",
         .title = v.t("Besluit van de jurist"),
         .head_end = {},
         .body = html::stack({html::paragraph(html::text(v.t("Besloot de jurist tot een boete? De dag waarop die "
                                                             "bekend is gemaakt is een feit voor de termijnen."))
                                              + html::text(" ") + fact),
                              form})});
}

http::Response one_screen(gate::Context& context, int status, Eenblad const& e, html::Errors const& errors) {
    auto const& v = context.view;
    std::vector<Html> blocks{facts_panel(v, e)};
    bool const work = e.laatste && e.blad.mag_schrijven && !e.feiten.afgerond;
    if (work && e.oproep.feit.uitkomst == OproepUitkomst::open) blocks.push_back(outcome_panel(context, e, errors));
    if (work && missed(e.oproep) && !e.oproep.feit.verwijtbaar) blocks.push_back(judge_panel(context, e, errors));
    if (work && e.oproep.voorstel && e.oproep.feit.nummer == 2 && !e.feiten.besluit)
        blocks.push_back(decision_panel(context, e, errors));
    if (e.laatste) {
        auto const next = vervolg(e.feiten);
        blocks.push_back(html::panel(
            {.id = "stap",
             .title = v.t("Volgende stap"),
             .head_end = {},
             .body = html::paragraph(html::strong(html::text(v.t(titel(next.uitkomst.stap)))))
                     + html::paragraph(html::link(pad(e.blad, "/oproepen"), v.t("Oproepen en volgende stap")))
                     + html::waarom(v, v.t("Waarom?"), next.redenen, "waarom-stap")}));
    }
    return toon(context, status, e.blad, v.t("Oproep {}", e.oproep.feit.nummer),
                {{v.t("Oproepen"), pad(e.blad, "/oproepen")}}, html::error_summary(v, errors) + html::stack(blocks));
}
using Work = std::function<bool(db::Connection&, Eenblad const&, html::Errors&)>;
/// What the three forms of this page share: hold the file, read the oproep, do it or show what is wrong.
http::Response changed(gate::Context& context, Work const& work) {
    std::optional<Eenblad> e;
    html::Errors errors;
    bool const done = context.app.database.write(context.scope(), [&](db::Connection& c) {
        errors = {};
        dossier::hold(c, context.access, DossierId{context.id_param("dossier")});
        e = read_one(c, context);
        return e && work(c, *e, errors);
    });
    if (!e) return gate::not_found(context);
    if (done) return http::see_other(here(*e));
    if (errors.none())
        errors.add({}, context.view.t("Dit is intussen al vastgelegd. Kijk hieronder hoe het nu staat."));
    return one_screen(context, 422, *e, errors);
}
}

http::Response call_page(gate::Context& context) {
    auto const e = context.app.database.read(context.scope(), [&](db::Connection& c) { return read_one(c, context); });
    return e ? one_screen(context, 200, *e, {}) : gate::not_found(context);
}

http::Response save_outcome(gate::Context& context) {
    auto const& r = context.request;
    UitkomstVoorstel const v{uitkomst_van(r.form_value("uitkomst")).value_or(OproepUitkomst::open),
                             gate::whole_date(gate::date_input(r, "dag")), gate::trimmed(r.form_value("reden"))};
    return changed(context, [&](db::Connection& c, Eenblad const& e, html::Errors& errors) {
        if (auto const no = check_uitkomst(e.oproep.feit, v, context.today())) {
            auto const field = *no == OproepRefusal::onbekende_uitkomst                            ? "uitkomst"
                               : *no == OproepRefusal::geen_reden || *no == OproepRefusal::te_lang ? "reden"
                               : *no == OproepRefusal::al_vastgelegd                               ? ""
                                                                                                   : "dag";
            errors.add(field, context.view.t(tekst(*no)));
            return false;
        }
        return e.laatste
               && leg_uitkomst_vast(c, context.app.kluis, context.access, context.now(), context.today(),
                                    e.blad.dossier, e.oproep, v);
    });
}

http::Response judge(gate::Context& context) {
    std::map<std::string, std::string> answers;
    for (auto const& q : verwijtvragen()) answers[std::string{q.code}] = context.request.form_value(q.code);
    return changed(context, [&](db::Connection& c, Eenblad const& e, html::Errors& errors) {
        auto const blame = verwijtbaar(answers);
        if (!blame) {
            for (auto const& [code, answer] : answers)
                if (answer != "ja" && answer != "nee") errors.add(code, context.view.t(tekst(blame.error())));
            return false;
        }
        return e.laatste && missed(e.oproep)
               && beoordeel(c, context.app.kluis, context.access, context.now(), context.today(), e.blad.dossier,
                            e.oproep, answers, *blame);
    });
}

http::Response no_fine(gate::Context& context) {
    auto const& r = context.request;
    auto const day = gate::whole_date(gate::date_input(r, "dag"));
    auto const reason = gate::trimmed(r.form_value("reden"));
    return changed(context, [&](db::Connection& c, Eenblad const& e, html::Errors& errors) {
        auto const& v = context.view;
        if (!day) errors.add("dag", v.t(tekst(OproepRefusal::geen_dag)));
        if (day && *day > context.today()) errors.add("dag", v.t(tekst(OproepRefusal::dag_in_toekomst)));
        if (day && e.oproep.uitkomst_op && *day < *e.oproep.uitkomst_op)
            errors.add("dag", v.t("Deze dag ligt voor de gemiste oproep."));
        if (reason.empty()) errors.add("reden", v.t("Schrijf waarom er geen boete komt."));
        if (reason.size() > 500) errors.add("reden", v.t(tekst(OproepRefusal::te_lang)));
        if (!errors.none()) return false;
        return e.laatste
               && geen_boete(c, context.app.kluis, context.access, context.now(), e.blad.dossier, e.oproep, *day,
                             reason);
    });
}
}
