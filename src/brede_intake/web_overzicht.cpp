#include "brede_intake/blad.h"
#include "brede_intake/oproep_store.h"
#include "brede_intake/web.h"
#include "gate/form.h"
#include "instroom/beleid.h"

#include <algorithm>

namespace brede_intake {
namespace {
using html::Act;
using html::Html;
using i18n::N_;

struct Alles {
    Blad blad;
    std::map<std::string, Antwoord> nu, eerder;
    std::vector<MinimumRegel> minimum;
    std::vector<GesprekRegel> gesprekken;
    std::vector<Oproep> oproepen;
    Oproepfeiten feiten;
    int opleidingen = 0, werk = 0, talen = 0;
    bool gekoppeld = false;
};
Alles read_all(db::Connection& c, gate::Context const& context) {
    auto const& access = context.access;
    auto const& kluis = context.app.kluis;
    Alles a{.blad = lees(c, context),
            .nu = {},
            .eerder = {},
            .minimum = {},
            .gesprekken = {},
            .oproepen = {},
            .feiten = {}};
    a.oproepen = oproepen(c, access, a.blad.dossier);
    a.feiten = feiten(c, access, a.blad.dossier, a.oproepen);
    a.gekoppeld = gekoppeld_in_azc(c, access, a.blad.dossier, context.today());
    auto const* latest = a.blad.laatste();
    if (!latest) return a;
    a.nu = antwoorden(c, kluis, access, latest->id);
    if (a.blad.intakes.size() > 1) a.eerder = antwoorden(c, kluis, access, a.blad.intakes[1].id);
    a.minimum = minimum(c, access, a.blad.dossier, *latest);
    a.gesprekken = gesprekken(c, kluis, access, latest->id);
    a.opleidingen = static_cast<int>(opleidingen(c, access, latest->id).size());
    a.werk = static_cast<int>(werk(c, access, latest->id).size());
    a.talen = static_cast<int>(talen(c, access, latest->id).size());
    return a;
}

Html calls_panel(html::View const& v, Alles const& a) {
    auto const next = vervolg(a.feiten);
    std::vector<Html> blocks;
    if (a.oproepen.empty() && !a.gesprekken.empty())   // who comes by himself need not be called up
        blocks.push_back(html::paragraph(
            html::text(v.t("Er is al gesproken. Een oproep is alleen nodig als iemand niet komt of niet meewerkt."))));
    else
        blocks.push_back(html::paragraph(html::strong(html::text(v.t(titel(next.uitkomst.stap))))));
    if (!a.oproepen.empty()) {
        auto const& last = a.oproepen.back();
        blocks.push_back(html::paragraph(html::text(v.t(
            "Oproep {}: gesprek op {}. {}.", last.feit.nummer, html::short_date(v, *last.feit.afspraak),
            last.feit.uitkomst == OproepUitkomst::open ? v.t("Nog geen uitkomst") : v.t(titel(last.feit.uitkomst))))));
    }
    blocks.push_back(html::paragraph(html::link(pad(a.blad, "/oproepen"), v.t("Oproepen en volgende stap"))));
    return html::panel({.id = "oproepen", .title = v.t("Oproepen"), .head_end = {}, .body = html::stack(blocks)});
}

Html talks_panel(html::View const& v, Alles const& a) {
    std::vector<html::ListItem> items;
    for (auto const& t : a.gesprekken) {
        auto const& g = t.gesprek;
        auto const where = fmt::format("{} · {} · {}", v.t(keuze_titel(gesprek_plaatsen(), g.plaats)),
                                       v.t(keuze_titel(gesprek_wijzen(), g.wijze)), t.gebruiker_naam);
        auto const href = pad(a.blad, fmt::format("/{}/{}", g.prive ? "prive" : "gesprekken", t.id.value));
        auto const title = g.prive ? v.t("Alleen gesproken op {}", html::short_date(v, *g.dag))
                                   : v.t("Gesprek op {}", html::short_date(v, *g.dag));
        items.push_back({{}, html::cell_two(html::link(href, title), html::text(where)), {}});
    }
    std::vector<Html> body{items.empty() ? html::empty_state(v.t("Er is nog geen gesprek vastgelegd."))
                                         : html::item_list(items)};
    if (a.blad.open() && a.blad.mag_schrijven)
        body.push_back(html::actions({html::button_link(Act::secondary, pad(a.blad, "/gesprekken/nieuw"),
                                                        v.t("Gesprek vastleggen"), "plus", true),
                                      html::button_link(Act::subtle, pad(a.blad, "/prive/nieuw"),
                                                        v.t("Gesprek zonder partner of familie"), "lock", true)}));
    return html::panel({.id = "gesprekken", .title = v.t("Gesprekken"), .head_end = {}, .body = html::stack(body)});
}

Html basis_panel(html::View const& v, Alles const& a) {
    auto const line = [&](std::string_view part, std::string const& label, std::string const& count) {
        return html::ListItem{
            {}, html::link(pad(a.blad, fmt::format("/basis/{}#werkblad", part)), label), html::soft(html::text(count))};
    };
    return html::panel(
        {.id = "basis",
         .title = v.t("Basisgegevens"),
         .head_end = html::link(pad(a.blad, "/basis"), v.t("Alles op een rij")),
         .body = html::item_list(
             {line("opleiding", v.t("Opleiding en diploma's"), v.n("{} opleiding", "{} opleidingen", a.opleidingen)),
              line("werk", v.t("Werk en vrijwilligerswerk"), v.n("{} regel", "{} regels", a.werk)),
              line("taal", v.t("Talen, lezen en schrijven"), v.n("{} taal", "{} talen", a.talen)),
              line("gezin", v.t("Kinderen en opvang"), {})})});
}

Html minimum_panel(html::View const& v, Alles const& a) {
    std::vector<html::Fact> facts;
    int open = 0;
    for (auto const& m : a.minimum) {
        open += m.stand == Afhandeling::open ? 1 : 0;
        auto const tone = m.stand == Afhandeling::open       ? "warning"
                          : m.stand == Afhandeling::afgedaan ? "ok"
                                                             : "neutral";
        auto const word = m.stand == Afhandeling::open       ? v.t("nog te doen")
                          : m.stand == Afhandeling::afgedaan ? v.t("klaar")
                                                             : v.t("niet relevant");
        auto text = html::text(v.t(m.zin));
        if (!m.grond.empty()) text = html::cell_two(text, html::text(v.t(m.grond)));
        Html act;
        if (a.blad.open() && a.blad.mag_schrijven) act = onderdeel_links(v, a.blad, m);
        facts.push_back({v.t(titel(m.onderdeel)), html::status_badge(word, tone) + html::text(" ") + text, act, false});
    }
    return html::panel(
        {.id = "wettelijk",
         .title = v.t("Wettelijk minimum"),
         .head_end = html::text(open == 0 ? v.t("alles klaar") : v.t("nog {} van {}", open, aantal_onderdelen)),
         .body = html::stack(
             {html::paragraph(html::text(v.t(
                  "Dit moet volgens Wet 14 lid 3 en Besluit 5.2 in de intake staan. Pas daarna kan de intake klaar."))),
              html::check_list(facts)})});
}

Html areas_panel(html::View const& v, Alles const& a) {
    auto const asked = gevraagd(a.blad, a.nu);
    std::vector<Html> body{
        takenlijst(v, a.blad, a.nu, {}),
        html::paragraph(html::soft(html::text(
            v.t("Open is nog niet gevraagd. Dat is iets anders dan nee: het telt niet mee in de meting."))))};
    if (auto const* open = a.blad.open(); open && a.blad.mag_schrijven) {
        auto place = open->laatste_plek;
        if (place.empty() && !a.blad.leefgebieden.empty()) place = "leefgebieden/" + a.blad.leefgebieden.front().code;
        body.push_back(html::actions(
            {html::button_link(Act::primary, pad(a.blad, "/" + place + "#werkblad"),
                               open->laatste_plek.empty() ? v.t("Begin met de leefgebieden") : v.t("Verder waar u was"),
                               "arrow"),
             html::button_link(Act::secondary, pad(a.blad, "/afronden"), v.t("Intake afronden"))}));
    }
    return html::panel({.id = "leefgebieden",
                        .title = v.t("Leefgebieden"),
                        .head_end = html::text(v.t("{} van {} gevraagd", asked, a.blad.leefgebieden.size())),
                        .body = html::stack(body)});
}

Html start_panel(gate::Context& context, Alles const& a, html::Errors const& errors) {
    auto const& v = context.view;
    auto const& r = context.request;
    auto const typed = gate::date_input(r, "dag");
    Html fields = html::date_field(v, {.name = "dag",
                                       .label = v.t("Wanneer begint de intake?"),
                                       .value = typed.empty() ? to_iso(context.today()) : typed,
                                       .error = std::string{errors.at("dag")}});
    auto const place = r.has_form("plaats") ? std::string{r.form_value("plaats")} : a.gekoppeld ? "azc" : "gemeente";
    fields += html::radio_field(
        v,
        {.name = "plaats",
         .label = v.t("Waar begint de intake?"),
         .help = a.gekoppeld ? v.t("Deze persoon woont in het azc en is aan de gemeente gekoppeld.") : std::string{},
         .value = place,
         .error = std::string{errors.at("plaats")}},
        {{"gemeente", v.t("In de gemeente"), {}},
         {"azc", v.t("In het azc"), v.t("Dit mag vanaf de koppeling door het COA.")}});
    auto const form = html::post_form(v, {.action = pad(a.blad),
                                          .fields = fields,
                                          .buttons = {html::button(Act::primary, v.t("Brede intake beginnen"))}});
    auto const lead = a.blad.laatste()
                          ? v.t("De vorige intake is klaar. Begin een nieuwe als de situatie sterk is veranderd. De "
                                "basisgegevens gaan mee.")
                          : v.t("De intake mag in meer gesprekken. Wat u invult, wordt steeds bewaard.");
    auto const body = html::stack({html::paragraph(html::text(lead)), form});
    if (a.blad.laatste())
        return html::panel({.id = "beginnen", .title = v.t("Nieuwe intake"), .head_end = {}, .body = body});
    return html::panel({.id = "beginnen", .title = v.t("Brede intake beginnen"), .head_end = {}, .body = body});
}

Html closed_note(gate::Context const& context, DossierId id, Intake const& i) {
    auto const& v = context.view;
    auto const day = html::long_date(v, *i.afgerond_op);
    auto body = html::paragraph(
        html::text(i.bij_verstek ? v.t("Afgerond zonder de persoon op {}.", day) : v.t("Afgerond op {}.", day)));
    if (!i.afgerond_reden.empty()) body += html::paragraph(html::text(i.afgerond_reden));
    if (context.access.bereik_van(vertrouwen::Recht::plan_lezen) != vertrouwen::Bereik::geen)
        body += html::paragraph(html::link(fmt::format("/dossiers/{}/plan", id.value), v.t("Naar het plan")));
    return html::alert(html::AlertKind::ok, v.t("De brede intake is klaar"), body);
}

http::Response screen(gate::Context& context, int status, Alles const& a, html::Errors const& errors) {
    auto const& v = context.view;
    Html top = html::error_summary(v, errors);
    auto const* latest = a.blad.laatste();
    bool const may_start = !a.blad.open() && a.blad.mag_schrijven && a.blad.kop.dossier.open;
    if (!latest) {
        std::vector<Html> blocks;
        if (may_start) blocks.push_back(start_panel(context, a, errors));
        if (!may_start) blocks.push_back(html::empty_state(v.t("Er is nog geen brede intake.")));
        blocks.push_back(calls_panel(v, a));
        return toon(context, status, a.blad, v.t("Intake"), top + html::stack(blocks));
    }
    if (!latest->open()) top += closed_note(context, a.blad.dossier, *latest);
    std::vector<Html> main{areas_panel(v, a), minimum_panel(v, a)};
    if (may_start) main.push_back(start_panel(context, a, errors));
    auto const aside =
        html::stack({beeld(v, a.blad, a.nu, a.eerder), basis_panel(v, a), talks_panel(v, a), calls_panel(v, a)});
    return toon(context, status, a.blad, v.t("Intake"),
                top + html::columns(html::stack(main), aside, v.t("Over deze intake")));
}
}

http::Response show(gate::Context& context) {
    auto const a = context.app.database.read(context.scope(), [&](db::Connection& c) { return read_all(c, context); });
    return screen(context, 200, a, {});
}

http::Response start(gate::Context& context) {
    auto const& v = context.view;
    auto const& r = context.request;
    DossierId const id{context.id_param("dossier")};
    html::Errors errors;
    auto const day = gate::whole_date(gate::date_input(r, "dag"));
    auto const place = r.form_value("plaats");
    if (!day) errors.add("dag", v.t("Vul een dag in die bestaat, bijvoorbeeld 3 12 2026."));
    if (place != "gemeente" && place != "azc") errors.add("plaats", v.t("Kies waar de intake begint."));
    std::optional<Alles> a;
    bool const begun = context.app.database.write(context.scope(), [&](db::Connection& c) {
        auto now = errors;
        dossier::hold(c, context.access, id);
        a = read_all(c, context);
        if (now.none()) {
            auto const may = beginnen(
                {.gekoppeld = a->gekoppeld,
                 .azc_beleid =
                     instroom::policy(c, context.access.gemeente(), "intake.start_azc", context.today()) == "ja",
                 .loopt_al = a->blad.open() != nullptr,
                 .open = a->blad.kop.dossier.open,
                 .vorige = a->blad.laatste() ? std::optional{a->blad.laatste()->begonnen_op} : std::nullopt},
                place, *day, context.today());
            if (!may) {
                auto const no = may.error().reden;
                bool const about_day = no == BeginRefusal::dag_in_toekomst || no == BeginRefusal::voor_de_wet
                                       || no == BeginRefusal::voor_de_vorige;
                now.add(about_day ? "dag" : "plaats", v.t(tekst(may.error().reden)));
            }
        }
        if (!now.none()) {
            errors = now;
            return false;
        }
        begin(c, context.app.kluis, context.access, context.now(), context.today(), id, place, *day);
        return true;
    });
    return begun ? http::see_other(pad(id)) : screen(context, 422, *a, errors);
}
}
