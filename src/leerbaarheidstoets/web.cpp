#include "leerbaarheidstoets/web.h"

#include "dossier/frame.h"
#include "inburgeringstermijn/store.h"
#include "leerbaarheidstoets/stappen.h"

#include <algorithm>

namespace leerbaarheidstoets {
using html::Html;
using vertrouwen::Bereik;
using vertrouwen::Categorie;
using vertrouwen::Recht;

namespace {
std::string path(DossierId id, std::string_view rest = {}) {
    return fmt::format("/dossiers/{}/toets{}", id.value, rest);
}

struct Read {
    std::optional<dossier::Kop> kop;
    inburgeringstermijn::Grondslag basis;
    std::vector<Regel> rows;
    Uitkomst outcome;
    Regel now() const { return rows.empty() ? Regel{} : rows.front(); }
};
Read read(db::Connection& c, gate::Context& context, DossierId id) {
    return {dossier::head(c, context.access, context.now(), id), inburgeringstermijn::basis(c, id),
            history(c, context.app.kluis, context.access, id), uitslag(c, context.access, id)};
}
http::Response in_frame(gate::Context& context, int status, Read const& r, std::string const& title, Html body) {
    auto const facts = dossier::facts_for(*r.kop, r.basis, context.today());
    return gate::page(context, status, dossier::file_title(context.view, *r.kop, title),
                      dossier::file_frame(context, *r.kop, facts, dossier::Tab::intake, std::move(body)));
}
bool writes(gate::Context const& context, Read const& r) {
    return context.access.bereik_van(Recht::intake_schrijven) != Bereik::geen && r.kop->dossier.open;
}

Html day(html::View const& v, std::optional<Date> d) { return d ? html::time_tag(*d, html::long_date(v, *d)) : Html{}; }
/// What is known, in words.
std::vector<html::Fact> facts(gate::Context const& context, Toets const& t) {
    auto const& v = context.view;
    std::vector<html::Fact> all{{v.t("Stand"), html::strong(html::text(v.t(titel(t.stand)))), {}}};
    auto const add = [&](std::string label, Html value) {
        if (!value.empty()) all.push_back({std::move(label), std::move(value), {}});
    };
    if (!t.examennummer.empty()) add(v.t("Examennummer"), html::text(t.examennummer));
    add(v.t("Aangevraagd"), day(v, t.aangevraagd));
    add(v.t("Dag van de toets"), day(v, t.gepland));
    if (t.uitslag) add(v.t("Uitslag"), html::text(v.t(titel(*t.uitslag))));
    if (t.score && t.vereist)
        add(v.t("Score"), html::text(v.t("{}, vereist is {}", score_tekst(*t.score), score_tekst(*t.vereist))));
    add(v.t("Geregistreerd door DUO"), day(v, t.geregistreerd));
    add(v.t("Besloten op"), day(v, t.dag));
    if (t.grond) add(v.t("Grond"), html::text(v.t(titel(*t.grond))));
    bool const hidden_ground = t.stand == Stand::uitzondering && !t.grond;
    if (hidden_ground) add(v.t("Grond"), html::soft(html::text(v.t("alleen zichtbaar voor wie begeleidt"))));
    if (!t.reden.empty()) add(v.t("Reden"), html::text(t.reden));
    if (t.stand == Stand::uitzondering)
        add(v.t("Aan DUO gemeld"),
            t.duo_gemeld ? day(v, t.duo_gemeld) : html::status_badge(v.t("nog niet"), "warning"));
    if (!t.afwijking.empty()) add(v.t("Afwijking"), html::text(t.afwijking));
    return all;
}

/// What DUO said that was not taken over yet.
Html from_duo(html::View const& v, Uitkomst const& o) {
    if (o.klaar()) return {};
    if (o.duo_uitslag)
        return html::alert(html::AlertKind::info,
                           v.t("DUO meldde op {} dat de uitslag er is.", html::long_date(v, *o.duo_uitslag)),
                           html::paragraph(html::text(v.t("Vraag de uitslag op bij DUO en leg haar hier vast."))));
    if (o.duo_aangemeld && o.stand == Stand::geen)
        return html::alert(html::AlertKind::info,
                           v.t("DUO meldde op {} dat de persoon is aangemeld.", html::long_date(v, *o.duo_aangemeld)),
                           html::paragraph(html::text(v.t("Leg het examennummer vast."))));
    return {};
}

Html exception_why(html::View const& v, Toets const& t) {
    if (!t.grond || !t.dag) return {};
    auto const answer = uitzondering(*t.grond, t.niet_in_staat, *t.dag);
    return answer ? html::waarom(v, v.t("Waarom hoeft de toets niet?"), answer->redenen, "waarom-toets") : Html{};
}

Html history_panel(html::View const& v, std::vector<Regel> const& rows) {
    if (rows.size() < 2) return {};
    html::Table table{.caption = v.t("Geschiedenis van de toets"),
                      .columns = {{.label = v.t("Vastgelegd")}, {.label = v.t("Stand")}, {.label = v.t("Door")}},
                      .rows = {}};
    for (auto const& row : rows)
        table.rows.push_back({{html::text(html::short_day(v, platform::local_time(row.op).day)),
                               html::text(v.t(titel(row.toets.stand))), html::bdi(row.door)}});
    return html::panel({.id = "geschiedenis",
                        .title = v.t("Geschiedenis van de toets"),
                        .head_end = {},
                        .body = html::data_table(table),
                        .flush = true});
}

Html advice(html::View const& v) {
    return html::panel({.id = "advies",
                        .title = v.t("De toets geeft advies"),
                        .head_end = html::law_tag({"Wi2021", "art. 14", "lid 5"}, ""),
                        .body = html::paragraph(
                            html::text(v.t("De leerroute volgt uit de hele brede intake. De gemeente mag afwijken van "
                                           "de uitslag, met reden. Weigeren of niet meewerken telt als niet meewerken "
                                           "aan de intake.")))});
}
}

http::Response show(gate::Context& context) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    auto const r = context.app.database.read(context.scope(), [&](db::Connection& c) { return read(c, context, id); });
    if (!r.kop) return gate::not_found(context);
    auto const now = r.now();
    std::vector<Html> buttons;
    if (writes(context, r))
        for (auto const step : stappen(now.toets, context.access.mag_zien(Categorie::gezondheid))) {
            bool const first = buttons.empty() && !r.outcome.klaar();
            auto const act = first ? html::Act::primary : html::Act::secondary;
            buttons.push_back(html::button_link(act, path(id, fmt::format("/{}", naam(step))), v.t(titel(step))));
        }
    Html no_show;
    if (now.toets.stand == Stand::geweigerd)
        no_show = html::paragraph(html::link(fmt::format("/dossiers/{}/intake/oproepen", id.value),
                                             v.t("Naar de oproepen voor de intake: wat volgt er nu?")));
    auto const panel = html::panel({.id = "toets",
                                    .title = v.t("Leerbaarheidstoets"),
                                    .head_end = {},
                                    .body = html::fact_list(facts(context, now.toets)) + no_show
                                            + exception_why(v, now.toets) + html::actions(buttons)});
    auto const links = html::panel(
        {.id = "verder",
         .title = v.t("Verder"),
         .head_end = {},
         .body = html::bullet_list({html::link(fmt::format("/dossiers/{}/intake", id.value), v.t("Brede intake")),
                                    html::link(fmt::format("/dossiers/{}/plan", id.value), v.t("Plan"))})});
    auto const body = from_duo(v, r.outcome)
                      + html::columns(html::stack({panel, history_panel(v, r.rows)}), html::stack({advice(v), links}),
                                      v.t("Over de toets"));
    return in_frame(context, 200, r, v.t("Leerbaarheidstoets"), body);
}

namespace {
http::Response step_page(gate::Context& context, int status, Read const& r, Stap step, Invoer const& in,
                         html::Errors const& errors) {
    auto const& v = context.view;
    auto const id = r.kop->dossier.id;
    auto const title = v.t(titel(step));
    auto const form = html::post_form(
        v, {.action = path(id, fmt::format("/{}", naam(step))),
            .fields = fields(v, step, in, errors) + html::hidden_field("gezien", std::to_string(in.gezien)),
            .buttons = {html::button(html::Act::primary, v.t("Vastleggen")),
                        html::button_link(html::Act::subtle, path(id), v.t("Annuleren"))}});
    auto const body =
        html::error_summary(v, errors) + html::panel({.id = "stap", .title = title, .head_end = {}, .body = form});
    return in_frame(context, status, r, title, body);
}
/// A step that can be taken now by this reader.
std::optional<Stap> step_of(gate::Context const& context, Read const& r) {
    auto const step = stap_van(context.request.param("stap"));
    if (!step) return std::nullopt;
    auto const possible = stappen(r.now().toets, context.access.mag_zien(Categorie::gezondheid));
    return std::ranges::find(possible, *step) == possible.end() ? std::nullopt : step;
}
}

http::Response step_form(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const r = context.app.database.read(context.scope(), [&](db::Connection& c) { return read(c, context, id); });
    if (!r.kop || !stap_van(context.request.param("stap"))) return gate::not_found(context);
    auto const step = step_of(context, r);
    if (!step) return http::see_other(path(id));   // somebody took it already
    return step_page(context, 200, r, *step, invoer_van(r.now(), *step, context.today()), {});
}

http::Response step_post(gate::Context& context) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    auto in = read_invoer(context.request);
    html::Errors errors;
    bool outdated = false;
    std::optional<Stap> step;
    auto const r = context.app.database.write(context.scope(), [&](db::Connection& c) {
        errors = {};
        outdated = false;
        auto all = read(c, context, id);
        step = all.kop ? step_of(context, all) : std::nullopt;
        if (!step || !all.kop->dossier.open) return all;
        auto const next = apply(v, *step, in, all.now().toets, errors);
        if (!errors.none()) return all;
        Omgeving const o{context.app.kluis, context.access, context.now(), context.today()};
        auto const done = write(c, o, id, in.gezien, next);
        if (done) return all;
        outdated = done.error().andere_versie;
        for (auto const refusal : done.error().redenen)
            if (errors.at(veld(refusal)).empty()) errors.add(std::string{veld(refusal)}, v.t(tekst(refusal)));
        return all;
    });
    if (!r.kop || !stap_van(context.request.param("stap"))) return gate::not_found(context);
    if (!step) return http::see_other(path(id));
    if (outdated) {
        errors.add("", v.t("Iemand heeft de toets intussen gewijzigd: {}. Kijk na wat u typte en leg het dan vast.",
                           v.t(titel(r.now().toets.stand))));
        in.gezien = r.now().id;
    }
    if (!errors.none()) return step_page(context, outdated ? 409 : 422, r, *step, in, errors);
    return http::see_other(path(id));
}
}
