#include "brieven/web_brief.h"

#include "brieven/taal.h"
#include "brieven/web.h"
#include "documenten/web.h"
#include "dossier/frame.h"
#include "instroom/store.h"

namespace brieven {
namespace web_brief {
namespace {
using html::Act;
using html::Html;
using vertrouwen::Categorie;
using vertrouwen::Recht;

bool may_send(gate::Context const& context) {
    return context.access.bereik_van(Recht::brieven_sturen) != vertrouwen::Bereik::geen;
}
bool sees_address(gate::Context const& context, Geheel const& g) {
    // What was printed before the address became secret is secret now.
    return context.access.mag_zien(Categorie::contact)
           && instroom::adres_zichtbaar(context.access, g.adressaat.geheim ? 1 : 0);
}

Html facts_panel(gate::Context& context, Geheel const& g) {
    auto const& v = context.view;
    auto const& b = g.brief;
    auto const tone = b.stand == Stand::in_concept ? "waiting" : b.stand == Stand::verzonden ? "ok" : "danger";
    std::vector<html::Fact> facts{
        {v.t("Stand"), html::status_badge(v.t(titel(b.stand)), tone), {}},
        {v.t("Gemaakt"),
         html::text(html::short_date(v, b.gemaakt) + (b.gemaakt_door.empty() ? "" : ", " + b.gemaakt_door)),
         {}}};
    if (b.verzonden_op && b.wijze)
        facts.push_back(
            {v.t("Verzonden"), html::text(html::short_date(v, *b.verzonden_op) + ", " + v.t(titel(*b.wijze))), {}});
    if (b.bezwaar_tot)
        facts.push_back({v.t("Bezwaar tot en met"), html::text(html::short_date(v, *b.bezwaar_tot)), {}});
    if (b.retour)
        facts.push_back(
            {v.t("Teruggekomen"), html::text(html::short_date(v, b.retour->dag) + ": " + b.retour->reden), {}});
    facts.push_back(
        {v.t("Vertaling"), html::text(b.vertaald ? v.t(dossier::taal_naam(b.taal)) : v.t("alleen Nederlands")), {}});
    std::vector<Html> links;
    if (sees_address(context, g) || g.vast.adres.size() <= 1) {
        links.push_back(html::external_file_link(path(context, "/pdf?talen=nl"), v.t("PDF in het Nederlands")));
        if (b.vertaald)
            links.push_back(html::external_file_link(path(context, "/pdf?talen=beide"),
                                                     v.t("PDF met {}", v.t(dossier::taal_naam(b.taal)))));
    } else {
        links.push_back(html::soft(html::text(v.t("De PDF is er alleen voor wie het adres mag zien."))));
    }
    return html::panel({.id = "brief",
                        .title = v.t("Over deze brief"),
                        .head_end = {},
                        .body = html::stack({html::fact_list(facts), html::actions(links)})});
}

Html send_form(gate::Context& context, Geheel const& g, Invoer const& in, html::Errors const& errors) {
    auto const& v = context.view;
    auto const at = [&](std::string_view f) { return std::string{errors.at(f)}; };
    auto const post_help = g.adressaat.geheim   ? v.t("Kan niet: het adres is geheim.")
                           : !g.adressaat.woont ? v.t("Kan niet: er is geen adres.")
                                                : v.t("Naar het adres in de brief.");
    std::vector<html::Choice> const choices{
        {"post", v.t("Per post"), post_help},
        {"uitgereikt", v.t("Persoonlijk uitgereikt"), v.t("De persoon krijgt de brief in handen.")},
        {"digitaal", v.t("Digitaal"), v.t("Alleen als de persoon dat goed vindt.")}};
    auto fields = html::hidden_field("versie", std::to_string(g.brief.versie));
    fields += html::radio_field(
        v, {.name = "wijze", .label = v.t("Hoe gaat de brief weg?"), .value = in.wijze, .error = at("wijze")}, choices);
    fields += html::checkbox_field(v,
                                   {.name = "toestemming",
                                    .label = v.t("De persoon heeft gezegd dat digitaal goed is"),
                                    .value = {},
                                    .error = at("toestemming"),
                                    .required = false},
                                   "ja", in.toestemming);
    fields += html::date_field(v, {.name = "dag",
                                   .label = v.t("Op welke dag?"),
                                   .value = in.dag.empty() ? to_iso(context.today()) : in.dag,
                                   .error = at("dag")});
    return html::panel(
        {.id = "verzenden",
         .title = v.t("Versturen"),
         .head_end = {},
         .body =
             html::paragraph(
                 html::text(v.t("Druk de brief af en leg daarna vast hoe hij wegging. Dan ligt de tekst vast.")))
             + html::post_form(v, {.action = path(context, "/verzenden"),
                                   .fields = fields,
                                   .buttons = {html::button(Act::primary, v.t("Vastleggen als verzonden"), "mail")}})});
}

Html language_form(gate::Context& context, Geheel const& g, Invoer const& in, html::Errors const& errors) {
    auto const& v = context.view;
    std::vector<html::Choice> choices{{"nl", v.t("Alleen Nederlands"), {}}};
    auto const known = context.app.database.read(
        context.scope(), [&](db::Connection& c) { return talen(c, context.access.gemeente(), g.brief.soort); });
    for (auto const& taal : known)
        if (taal != "nl") choices.push_back({taal, v.t(dossier::taal_naam(taal)), {}});
    auto const chosen = !in.taal.empty() ? in.taal : g.brief.vertaald ? g.brief.taal : "nl";
    auto const fields = html::hidden_field("versie", std::to_string(g.brief.versie))
                        + html::select_field(v,
                                             {.name = "taal",
                                              .label = v.t("Taal van de vertaling"),
                                              .value = chosen,
                                              .error = std::string{errors.at("taal")}},
                                             choices);
    return html::panel({.id = "vertaling",
                        .title = v.t("Vertaling"),
                        .head_end = {},
                        .body = html::post_form(v, {.action = path(context, "/taal"),
                                                    .fields = fields,
                                                    .buttons = {html::button(Act::secondary, v.t("Taal kiezen"))}})});
}

Html returned_form(gate::Context& context, Invoer const& in, html::Errors const& errors) {
    auto const& v = context.view;
    auto const at = [&](std::string_view f) { return std::string{errors.at(f)}; };
    auto fields = html::date_field(v, {.name = "dag",
                                       .label = v.t("Wanneer kwam de brief terug?"),
                                       .value = in.dag.empty() ? to_iso(context.today()) : in.dag,
                                       .error = at("dag")});
    fields += html::text_field(v, {.name = "reden",
                                   .label = v.t("Waarom?"),
                                   .help = v.t("Bijvoorbeeld: woont hier niet meer."),
                                   .value = in.reden,
                                   .error = at("reden"),
                                   .max_length = static_cast<int>(langste_reden)});
    return html::panel(
        {.id = "retour",
         .title = v.t("Kwam de brief terug?"),
         .head_end = {},
         .body =
             html::paragraph(html::text(v.t("Er komt dan een taak om het adres na te kijken.")))
             + html::post_form(v, {.action = path(context, "/retour"),
                                   .fields = fields,
                                   .buttons = {html::button(Act::secondary, v.t("Vastleggen als teruggekomen"))}})});
}

Html again_form(gate::Context& context) {
    auto const& v = context.view;
    return html::panel(
        {.id = "opnieuw",
         .title = v.t("Opnieuw versturen"),
         .head_end = {},
         .body = html::paragraph(html::text(v.t("Klopt het adres nu? Maak dan een nieuwe brief met dezelfde tekst.")))
                 + html::post_form(v, {.action = path(context, "/opnieuw"),
                                       .fields = {},
                                       .buttons = {html::button(Act::primary, v.t("Nieuwe brief maken"), "mail")}})});
}

Html warnings(gate::Context& context, Geheel const& g) {
    auto const& v = context.view;
    auto const& b = g.brief;
    std::vector<Html> lines;
    if (b.stand == Stand::in_concept) {
        if (g.zonder_briefhoofd)
            lines.push_back(html::text(v.t("Het briefhoofd van de gemeente is nog leeg. De functioneel beheerder vult "
                                           "het in bij Beheer, Briefhoofd.")));
        if (!b.taal.empty() && b.taal != "nl" && !b.vertaald)
            lines.push_back(html::text(v.t("Er is geen vertaling in het {}. De brief gaat alleen in het Nederlands.",
                                           v.t(dossier::taal_naam(b.taal)))));
        if (b.vertaald && g.zonder_vertaling > 0)
            lines.push_back(html::text(v.n("{} deel is niet vertaald, of de vertaling loopt achter op de Nederlandse "
                                           "tekst. Daar staat alleen Nederlands.",
                                           "{} delen zijn niet vertaald, of de vertaling loopt achter op de "
                                           "Nederlandse tekst. Daar staat alleen Nederlands.",
                                           g.zonder_vertaling)));
        if (g.adressaat.geheim)
            lines.push_back(
                html::text(v.t("Het adres is geheim. Het staat niet in de brief en de brief gaat niet per post.")));
    }
    if (lines.empty()) return {};
    return html::alert(html::AlertKind::warning, v.t("Let op"), html::bullet_list(lines));
}
}

DossierId dossier_of(gate::Context const& context) { return DossierId{context.id_param("dossier")}; }
BriefId letter_of(gate::Context const& context) { return BriefId{context.id_param("brief")}; }
std::string path(gate::Context const& context, std::string_view rest) {
    return fmt::format("/dossiers/{}/brieven/{}{}", dossier_of(context).value, letter_of(context).value, rest);
}

std::optional<Geheel> read(gate::Context& context, Date dag) {
    return context.app.database.read(context.scope(), [&](db::Connection& c) {
        return geheel(c, context.app.kluis, context.access, dossier_of(context), letter_of(context), dag);
    });
}

void add(gate::Context& context, Fouten& fouten, BriefRefusal refusal) {
    auto const text = context.view.t(tekst(refusal));
    switch (refusal) {
    case BriefRefusal::geen_dag:
    case BriefRefusal::dag_in_toekomst:
    case BriefRefusal::dag_te_vroeg: fouten.velden.add("dag", text); break;
    case BriefRefusal::adres_geheim:
    case BriefRefusal::adres_onbekend: fouten.velden.add("wijze", text); break;
    case BriefRefusal::geen_toestemming: fouten.velden.add("toestemming", text); break;
    case BriefRefusal::geen_reden:
    case BriefRefusal::reden_te_lang: fouten.velden.add("reden", text); break;
    case BriefRefusal::bestaat_niet:
    case BriefRefusal::dossier_gesloten:
    case BriefRefusal::overleden:
    case BriefRefusal::gezondheid_in_brief:
    case BriefRefusal::al_verzonden:
    case BriefRefusal::niet_verzonden:
    case BriefRefusal::niet_teruggekomen:
    case BriefRefusal::gewijzigd:
    case BriefRefusal::sjabloon_onbruikbaar: fouten.algemeen = text; break;
    }
}

http::Response screen(gate::Context& context, int status, Geheel const& g, Invoer const& in, Fouten const& fouten) {
    auto const& v = context.view;
    auto const letter = beeld(g, Talen::beide, sees_address(context, g) ? Adres::tonen : Adres::verbergen);
    std::vector<Html> aside{facts_panel(context, g)};
    if (may_send(context)) {
        if (g.brief.stand == Stand::in_concept) {
            aside.push_back(send_form(context, g, in, fouten.velden));
            aside.push_back(language_form(context, g, in, fouten.velden));
        }
        if (g.brief.stand == Stand::verzonden) aside.push_back(returned_form(context, in, fouten.velden));
        if (g.brief.stand == Stand::retour) aside.push_back(again_form(context));
    }
    Html body = html::error_summary(v, fouten.velden);
    if (!fouten.algemeen.empty())
        body += html::alert(html::AlertKind::error, v.t("Dit lukt niet."), html::text(fouten.algemeen), true);
    body += html::breadcrumb(
        v, {{v.t("Brieven & documenten"), fmt::format("/dossiers/{}/brieven", dossier_of(context).value)},
            {v.t(titel(g.brief.soort)), {}}});
    body +=
        html::columns(warnings(context, g) + html::letter_preview(letter), html::stack(aside), v.t("Over deze brief"));
    return gate::page(context, status, dossier::file_title(context, dossier_of(context), v.t(titel(g.brief.soort))),
                      dossier::file_frame(context, dossier_of(context), dossier::Tab::brieven, body));
}
}

using namespace web_brief;

http::Response letter_page(gate::Context& context) {
    auto const g = read(context, context.today());
    return g ? screen(context, 200, *g, {}, {}) : gate::not_found(context);
}

http::Response letter_pdf(gate::Context& context) {
    auto const g = read(context, context.today());
    if (!g) return gate::not_found(context);
    auto const with =
        context.request.query_value("talen") == "beide" && g->brief.vertaald ? Talen::beide : Talen::nederlands;
    if (g->brief.stand != Stand::in_concept) {
        auto const kept = with == Talen::beide ? g->brief.document : g->brief.document_nl;
        if (!kept) return gate::not_found(context);
        auto const document = context.app.database.read(context.scope(), [&](db::Connection& c) {
            return documenten::zoek(c, context.app.kluis, context.access, g->brief.dossier, *kept);
        });
        return document ? documenten::als_bijlage(*document) : gate::not_found(context);
    }
    // A concept with an address in it is for who may see the address.
    bool const with_address = g->vast.adres.size() > 1;
    if (with_address && !context.access.mag_zien(vertrouwen::Categorie::contact)) return gate::not_found(context);
    check(context.app.printer != nullptr);
    auto const made = druk(*context.app.printer, *g, with);
    if (!made) {
        Fouten fouten;
        fouten.algemeen = context.view.t(tekst(made.error()));
        return screen(context, 503, *g, {}, fouten);
    }
    return http::download("application/pdf", fmt::format("concept {}.pdf", titel(g->brief.soort)), *made);
}
}
