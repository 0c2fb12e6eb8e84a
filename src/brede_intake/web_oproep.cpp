#include "agenda/store.h"
#include "brede_intake/blad.h"
#include "brede_intake/oproep_store.h"
#include "brede_intake/web.h"
#include "brieven/sjablonen.h"
#include "gate/form.h"
#include "instroom/beleid.h"
#include "werkvoorraad/store.h"

#include <algorithm>
#include <charconv>

namespace brede_intake {
namespace {
using html::Act;
using html::Html;
using i18n::N_;

struct Oproepblad {
    Blad blad;
    std::vector<Oproep> oproepen;
    Oproepfeiten feiten;
    std::optional<int> reactiedagen;
    std::vector<werkvoorraad::Collega> collegas;
    std::string bezoekadres;   // of the municipality's letterhead
};
Oproepblad read_calls(db::Connection& c, gate::Context const& context) {
    Oproepblad b{
        .blad = lees(c, context), .oproepen = {}, .feiten = {}, .reactiedagen = {}, .collegas = {}, .bezoekadres = {}};
    b.oproepen = oproepen(c, context.access, b.blad.dossier);
    b.feiten = feiten(c, context.access, b.blad.dossier, b.oproepen);
    b.collegas = werkvoorraad::colleagues(c, context.access);
    b.bezoekadres = brieven::briefhoofd(c, context.access.gemeente()).bezoekadres;
    if (auto const days = instroom::policy(c, context.access.gemeente(), "oproep.reactietermijn", context.today())) {
        int n = 0;
        std::from_chars(days->data(), days->data() + days->size(), n);
        b.reactiedagen = n;
    }
    return b;
}

std::string time_of(html::View const& v, Timestamp moment) {
    auto const local = platform::local_time(moment);
    return html::clock_time(v, local.hour, local.minute);
}

/// The municipality must choose the term itself; until then it is asked, and it says that it is a choice.
Html term_note(html::View const& v, Oproepblad const& b) {
    if (b.reactiedagen)
        return html::paragraph(html::soft(
            html::text(v.n("De gemeente geeft {} dag om op een oproep te reageren. Dat is een keuze van het college.",
                           "De gemeente geeft {} dagen om op een oproep te reageren. Dat is een keuze van het college.",
                           *b.reactiedagen))));
    return html::alert(
        html::AlertKind::warning, v.t("De gemeente moet nog kiezen hoeveel dagen iemand krijgt om te reageren"),
        html::paragraph(html::text(v.t("De wet noemt geen getal (Wet 14 lid 1): het college kiest. Zonder die keuze "
                                       "kan er geen oproep uit. De functioneel beheerder legt het vast bij Beheer, "
                                       "Beleid van de gemeente."))));
}

Html next_panel(html::View const& v, Oproepblad const& b) {
    auto const next = vervolg(b.feiten);
    auto const& u = next.uitkomst;
    std::vector<Html> blocks{html::paragraph(html::strong(html::text(v.t(titel(u.stap)))))};
    if (u.stap == Stap::voorstel || u.stap == Stap::voorstel_en_verstek) {
        blocks.push_back(html::paragraph(html::text(
            u.poort
                ? v.t("Voorstel: 0 euro. Deze persoon is asielstatushouder, of de doelgroep is nog niet bekend. Een "
                      "boete kan "
                      "alleen na het oordeel van een beoordelaar.")
                : v.t("De wet noemt {}. Samen met een eerdere boete: {}. U legt zelf geen boete op: de jurist beslist.",
                      html::money(v, u.boete.in_cents()), html::money(v, u.totaal.in_cents())))));
        blocks.push_back(
            html::paragraph(html::text(v.t("Er staat een taak klaar voor de jurist, met de feiten en de bedragen."))));
    }
    if (u.uiterlijk)
        blocks.push_back(
            html::paragraph(html::text(v.t("De derde oproep kan tot en met {}.", html::long_date(v, *u.uiterlijk)))));
    bool const send = u.stap == Stap::eerste_oproep || u.stap == Stap::nieuwe_datum
                      || u.stap == Stap::waarschuwing_en_tweede || u.stap == Stap::derde_oproep;
    if (send && b.blad.mag_schrijven && b.blad.kop.dossier.open) {
        blocks.push_back(term_note(v, b));
        auto const label = u.nummer == 1   ? v.t("Oproep maken")
                           : u.nummer == 2 ? v.t("Waarschuwing en tweede oproep maken")
                                           : v.t("Derde oproep maken");
        blocks.push_back(
            html::actions({html::button_link(Act::primary, pad(b.blad, "/oproepen/nieuw"), label, "mail")}));
    }
    bool const about_last = u.stap == Stap::uitkomst_afwachten || u.stap == Stap::verwijtbaarheid;
    if (about_last && !b.oproepen.empty() && b.blad.mag_schrijven)
        blocks.push_back(html::actions({html::button_link(
            Act::primary, pad(b.blad, fmt::format("/oproepen/{}", b.oproepen.back().id.value)),
            u.stap == Stap::uitkomst_afwachten ? v.t("Uitkomst vastleggen") : v.t("Gemist gesprek beoordelen"))}));
    if (u.mag_verstek && b.blad.open())
        blocks.push_back(html::actions(
            {html::button_link(Act::primary, pad(b.blad, "/afronden"), v.t("Intake afronden bij verstek"))}));
    blocks.push_back(html::waarom(v, v.t("Waarom?"), next.redenen, "waarom-stap"));
    return html::panel({.id = "stap", .title = v.t("Volgende stap"), .head_end = {}, .body = html::stack(blocks)});
}

Html list_panel(html::View const& v, Oproepblad const& b) {
    if (b.oproepen.empty())
        return html::panel({.id = "lijst",
                            .title = v.t("Oproepen"),
                            .head_end = {},
                            .body = html::empty_state(v.t("Er is nog niemand opgeroepen voor deze intake."))});
    std::vector<html::Row> rows;
    for (auto const& o : b.oproepen) {
        auto const href = pad(b.blad, fmt::format("/oproepen/{}", o.id.value));
        auto const open = o.feit.uitkomst == OproepUitkomst::open;
        Html outcome = html::status_badge(v.t(titel(o.feit.uitkomst)), open ? "waiting"
                                                                       : o.feit.uitkomst == OproepUitkomst::verschenen
                                                                           ? "ok"
                                                                           : "neutral");
        if (o.feit.verwijtbaar)
            outcome +=
                html::text(" ") + html::text(*o.feit.verwijtbaar ? v.t("te verwijten") : v.t("niet te verwijten"));
        rows.push_back(
            {{html::link(href, v.t("Oproep {}", o.feit.nummer)), html::text(html::short_date(v, o.feit.verzonden)),
              html::text(v.t("{} om {}", html::short_date(v, *o.feit.afspraak), time_of(v, o.begint))), outcome}});
    }
    return html::panel(
        {.id = "lijst",
         .title = v.t("Oproepen"),
         .head_end = {},
         .body = html::data_table({.caption = v.t("Oproepen voor deze intake"),
                                   .columns = {{v.t("Oproep")}, {v.t("Gemaakt")}, {v.t("Gesprek")}, {v.t("Uitkomst")}},
                                   .rows = rows}),
         .flush = true});
}

// ---- a new one ----
struct Getypt {
    std::string dag, begin, einde, plaats, wijze = "persoonlijk", tolk_taal, met;
    bool kinderen = false, toets = false;
};
Getypt typed_of(http::Request const& r) {
    auto const text = [&](std::string_view name) { return gate::trimmed(r.form_value(name)); };
    return {gate::date_input(r, "dag"),
            text("begin"),
            text("einde"),
            text("plaats"),
            text("wijze"),
            text("tolk_taal"),
            text("met"),
            r.form_value("kinderen") == "ja",
            r.form_value("toets") == "ja"};
}
Getypt fresh(gate::Context const& context, Oproepblad const& b) {
    Getypt t;
    t.tolk_taal = b.blad.kop.tolk_nodig ? b.blad.kop.taal : "";
    t.plaats = b.bezoekadres;
    t.begin = "10:00";
    t.einde = "11:30";
    auto const me = context.access.gebruiker();
    t.met = std::to_string(b.blad.kop.dossier.klantmanager.value_or(me).value);
    if (b.reactiedagen)
        t.dag = to_iso(inburgeringstermijn::werkdag(context.today() + std::chrono::days{*b.reactiedagen}).uitkomst);
    return t;
}
Html call_fields(html::View const& v, Oproepblad const& b, Getypt const& t, html::Errors const& errors) {
    auto const at = [&](std::string_view field) { return std::string{errors.at(field)}; };
    std::vector<html::Choice> people, languages{{"", v.t("Geen tolk"), {}}};
    for (auto const& one : b.collegas) people.push_back({std::to_string(one.id.value), one.naam, {}});
    for (auto const code :
         {"ti", "ar", "prs", "ps", "fa", "tr", "ku", "so", "am", "om", "uk", "ru", "fr", "en", "es", "pt", "zh"})
        languages.push_back({code, v.t(dossier::taal_naam(code)), {}});
    if (!t.tolk_taal.empty() && std::ranges::find(languages, t.tolk_taal, &html::Choice::value) == languages.end())
        languages.push_back({t.tolk_taal, v.t(dossier::taal_naam(t.tolk_taal)), {}});
    return html::date_field(v, {.name = "dag", .label = v.t("Dag van het gesprek"), .value = t.dag, .error = at("dag")})
           + html::text_field(v, {.name = "begin",
                                  .label = v.t("Van"),
                                  .help = v.t("Bijvoorbeeld 9.30"),
                                  .value = t.begin,
                                  .error = at("begin"),
                                  .css_class = "md-short",
                                  .max_length = 5})
           + html::text_field(v, {.name = "einde",
                                  .label = v.t("Tot"),
                                  .value = t.einde,
                                  .error = at("einde"),
                                  .css_class = "md-short",
                                  .max_length = 5})
           + html::radio_field(v, {.name = "wijze", .label = v.t("Hoe?"), .value = t.wijze, .error = at("wijze")},
                               {{"persoonlijk", v.t("Samen aan tafel"), {}}, {"video", v.t("Met video"), {}}})
           + html::text_field(v, {.name = "plaats",
                                  .label = v.t("Adres en kamer"),
                                  .help = v.t("Zo staat het in de brief. Bijvoorbeeld: Stadhuisplein 1, kamer 3."),
                                  .value = t.plaats,
                                  .error = at("plaats"),
                                  .max_length = 200})
           + html::select_field(v, {.name = "met", .label = v.t("Met wie?"), .value = t.met, .error = at("met")},
                                people)
           + html::select_field(v,
                                {.name = "tolk_taal",
                                 .label = v.t("Tolk"),
                                 .value = t.tolk_taal,
                                 .error = at("tolk_taal"),
                                 .required = false},
                                languages)
           + html::checkbox_field(v,
                                  {.name = "kinderen",
                                   .label = v.t("Er zijn jonge kinderen (de brief noemt de voorschool)"),
                                   .required = false},
                                  "ja", t.kinderen)
           + html::checkbox_field(
               v, {.name = "toets", .label = v.t("De brief noemt ook de leerbaarheidstoets"), .required = false}, "ja",
               t.toets);
}

http::Response new_screen(gate::Context& context, int status, Oproepblad const& b, Getypt const& t,
                          html::Errors const& errors) {
    auto const& v = context.view;
    auto const next = vervolg(b.feiten);
    auto const number = next.uitkomst.nummer;
    auto const title = number == 1   ? v.t("Oproep voor de intake")
                       : number == 2 ? v.t("Waarschuwing en tweede oproep")
                                     : v.t("Derde oproep");
    std::vector<Html> body{html::paragraph(html::text(
        number == 1   ? v.t("De afspraak komt in de agenda en de uitnodiging komt als concept bij de brieven.")
        : number == 2 ? v.t("De brief waarschuwt schriftelijk en roept opnieuw op. De afspraak komt in de agenda.")
                      : v.t("De termijn van deze oproep staat in het besluit van de jurist.")))};
    if (number < 3) body.push_back(term_note(v, b));
    body.push_back(
        html::post_form(v, {.action = pad(b.blad, "/oproepen/nieuw"),
                            .fields = call_fields(v, b, t, errors),
                            .buttons = {html::button(Act::primary, v.t("Afspraak en brief maken")),
                                        html::button_link(Act::subtle, pad(b.blad, "/oproepen"), v.t("Annuleren"))}}));
    return toon(context, status, b.blad, title, {{v.t("Oproepen"), pad(b.blad, "/oproepen")}},
                html::error_summary(v, errors)
                    + html::panel({.id = "werkblad", .title = title, .head_end = {}, .body = html::stack(body)}));
}
std::string field_of(OproepRefusal refusal) {
    switch (refusal) {
    case OproepRefusal::geen_tijd: return "begin";
    case OproepRefusal::einde_voor_begin: return "einde";
    case OproepRefusal::geen_plaats: return "plaats";
    case OproepRefusal::geen_dag:
    case OproepRefusal::dag_voorbij:
    case OproepRefusal::termijn_te_kort:
    case OproepRefusal::na_derde_termijn:
    case OproepRefusal::uitkomst_te_vroeg:
    case OproepRefusal::dag_in_toekomst: return "dag";
    case OproepRefusal::onbekende_uitkomst: return "uitkomst";
    case OproepRefusal::geen_reden:
    case OproepRefusal::te_lang: return "reden";
    case OproepRefusal::intake_klaar:
    case OproepRefusal::loopt_nog:
    case OproepRefusal::termijn_niet_gekozen:
    case OproepRefusal::niet_aan_de_beurt:
    case OproepRefusal::al_vastgelegd:
    case OproepRefusal::vragen_open: return {};
    }
    return {};
}
struct Begrepen {
    NieuweOproep oproep;
    Oproeptermijn termijn;
};
std::optional<Begrepen> understand(html::View const& v, Oproepblad const& b, Getypt const& t, Date today,
                                   html::Errors& errors) {
    OproepVoorstel const p{gate::whole_date(t.dag), gate::minutes_of_day(t.begin), gate::minutes_of_day(t.einde),
                           t.plaats, b.reactiedagen};
    auto const may = oproep(b.feiten, p, today);
    if (!may) errors.add(field_of(may.error()), v.t(tekst(may.error())));
    auto const with =
        std::ranges::find_if(b.collegas, [&](auto const& one) { return std::to_string(one.id.value) == t.met; });
    if (with == b.collegas.end()) errors.add("met", v.t("Kies een collega uit de lijst."));
    if (t.wijze != "persoonlijk" && t.wijze != "video") errors.add("wijze", v.t("Kies een antwoord uit de lijst."));
    bool const strange = t.tolk_taal.size() > 8 || !std::ranges::all_of(t.tolk_taal, [](char c) {
                             return c == '-' || (c >= 'a' && c <= 'z');
                         });
    if (strange) errors.add("tolk_taal", v.t("Kies een taal uit de lijst."));
    if (t.plaats.size() > 200) errors.add("plaats", v.t("Houd de plaats korter dan 200 tekens."));
    if (!errors.none()) return std::nullopt;
    return Begrepen{{*p.dag, *p.begin, *p.einde, t.plaats, t.tolk_taal, t.wijze, with->id, t.kinderen, t.toets},
                    may->uitkomst};
}
}

http::Response calls_page(gate::Context& context) {
    auto const& v = context.view;
    auto const b =
        context.app.database.read(context.scope(), [&](db::Connection& c) { return read_calls(c, context); });
    return toon(context, 200, b.blad, v.t("Oproepen"), html::stack({next_panel(v, b), list_panel(v, b)}));
}

http::Response new_call_form(gate::Context& context) {
    auto const b =
        context.app.database.read(context.scope(), [&](db::Connection& c) { return read_calls(c, context); });
    return new_screen(context, 200, b, fresh(context, b), {});
}

http::Response send_call(gate::Context& context) {
    auto const t = typed_of(context.request);
    DossierId const id{context.id_param("dossier")};
    std::optional<Oproepblad> b;
    html::Errors errors;
    auto const sent = context.app.database.write(context.scope(), [&](db::Connection& c) -> std::optional<Opgeroepen> {
        errors = {};
        dossier::hold(c, context.access, id);
        b = read_calls(c, context);
        auto const plan = understand(context.view, *b, t, context.today(), errors);
        if (!plan) return std::nullopt;
        return roep_op(c, context.app.kluis, context.access, context.now(), context.today(), id, plan->termijn,
                       plan->oproep);
    });
    return sent ? http::see_other(pad(id, fmt::format("/oproepen/{}", sent->id.value)))
                : new_screen(context, 422, *b, t, errors);
}
}
