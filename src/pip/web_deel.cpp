#include "pip/invoer.h"
#include "pip/web.h"

#include <algorithm>

namespace pip {
using html::Html;

namespace {
/// The part of the address: /dossiers/9/plan/leerroute.
std::optional<Deel> part_of(gate::Context const& context) {
    auto const& path = context.request.path;
    return deel_van(std::string_view{path}.substr(path.rfind('/') + 1));
}
std::string next_path(DossierId id, Deel part) {
    auto const next = static_cast<int>(part) + 1;
    if (next >= aantal_delen) return plan_path(id, "/controle");
    return plan_path(id, fmt::format("/{}", naam(static_cast<Deel>(next))));
}

/// What the intake found, beside the form.
Html intake_panel(html::View const& v, Lezing const& r, DossierId id) {
    if (!r.intake) return {};
    std::vector<html::ListItem> items;
    for (auto const& area : r.intake->leefgebieden) {
        if (area.gezondheid) continue;
        auto const title = gebied_titel(v, r.gebieden, area.code);
        auto const score = area.score > 0 ? v.t("score {}", area.score) : v.t(titel(area.stand));
        items.push_back({{}, html::text(title), html::soft(html::text(score))});
    }
    return html::panel({.id = "intake",
                        .title = v.t("Uit de brede intake"),
                        .head_end = html::link(fmt::format("/dossiers/{}/intake", id.value), v.t("Intake bekijken")),
                        .body = html::item_list(items)});
}

Html grounds_panel(html::View const& v) {
    Html lines;
    for (auto const& one : grondslagen())
        lines += html::tagged_line(grondslag_tag(v, one.waarde), html::text(v.t(one.uitleg)));
    return html::panel({.id = "gronden", .title = v.t("Twee gronden"), .head_end = {}, .body = lines});
}

struct FormPage {
    int status = 200;
    Deel part;
    Html notice;
};

/// What is kept as a draft but cannot be fixed like this.
Html kept_but(html::View const& v, std::vector<Weigering> const& refusals) {
    if (refusals.empty()) return {};
    std::vector<html::FieldError> links;
    for (auto const& w : refusals) links.push_back({field_name(w), v.t(w.redenen.front().zin)});
    return html::obstacles(v.t("Bewaard als concept, maar zo kan het plan niet worden vastgesteld"), links);
}

http::Response form_page(gate::Context& context, Lezing const& r, FormPage const& p, Invoer const& in,
                         Bezwaren const& no) {
    auto const& v = context.view;
    auto const id = r.kop->dossier.id;
    auto const title = fmt::format("{} {}", static_cast<int>(p.part) + 1, v.t(titel(p.part)));
    auto const form = html::post_form(
        v, {.action = plan_path(id, fmt::format("/{}", naam(p.part))),
            .fields = part_fields(context, r, p.part, in, no) + html::hidden_field("gezien", std::to_string(in.gezien)),
            .buttons = {html::button(html::Act::primary, v.t("Opslaan en verder"), {}, "verder", "ja"),
                        html::button(html::Act::secondary, v.t("Opslaan"), {}, "verder", "nee"),
                        html::button_link(html::Act::subtle, plan_path(id), v.t("Terug naar het plan"))}});
    auto const aside = html::stack({p.part == Deel::afspraken ? grounds_panel(v) : Html{}, intake_panel(v, r, id)});
    auto const panel = html::panel({.id = "deel", .title = title, .head_end = {}, .body = form});
    auto const body = html::error_summary(v, no.errors) + p.notice + kept_but(v, no.weigeringen)
                      + steps(v, id, naam(p.part)) + html::columns(panel, aside, v.t("Uit de brede intake"));
    return plan_page(context, p.status, r, title, body);
}

/// What a colleague made of it meanwhile, beside what was typed here, which stands in the form.
Html conflict(html::View const& v, Lezing const& r, Deel part, Plan const& mine) {
    auto const lines = change_lines(v, r.gebieden, r.plan->plan, mine);
    auto const& by = r.plan->deel_door[static_cast<std::size_t>(part)];
    auto const who = by.empty() ? v.t("een collega") : by;
    auto const body = html::paragraph(html::text(
                          v.t("{} sloeg dit deel op terwijl u typte. Links staat wat er nu bewaard is, rechts "
                              "wat u typte. Uw tekst staat in het formulier. Voeg samen wat nodig is en sla op.",
                              who)))
                      + html::conflict_table(v, v.t("Wat verschilt"), lines);
    return html::alert(html::AlertKind::warning, v.t("Iemand heeft dit deel intussen gewijzigd."), body, true);
}
}

http::Response part_form(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const part = part_of(context);
    if (!part) return gate::not_found(context);
    auto const r =
        context.app.database.read(context.scope(), [&](db::Connection& c) { return read_plan(c, context, id); });
    if (!r.kop) return gate::not_found(context);
    if (!r.is_concept()) return http::see_other(plan_path(id));
    Bezwaren const kept{{}, bij_opslaan(r.plan->plan, r.feiten, *part, context.today())};
    return form_page(context, r, {200, *part, {}}, invoer_van(*r.plan, *part), kept);
}

http::Response save_part(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const& v = context.view;
    auto const part = part_of(context);
    if (!part) return gate::not_found(context);
    auto in = read_invoer(context.request, *part);
    struct Saved {
        Lezing r;
        html::Errors errors;
        Plan mine;
        std::optional<SlaRefusal> refused;
        bool still_wrong = false;   // kept, but the rules have something against it
    };
    auto saved = context.app.database.write(context.scope(), [&](db::Connection& c) {
        Saved s{read_plan(c, context, id), {}, {}, {}};
        if (!s.r.is_concept()) {
            s.refused = SlaRefusal::geen_concept;
            return s;
        }
        s.mine = apply(v, in, *part, s.r.plan->plan, s.errors);
        if (!s.errors.none()) return s;
        auto const done = bewaar(c, surroundings(context), id, s.r.plan->kop.id, *part, in.gezien, s.mine);
        if (!done) s.refused = done.error();
        s.still_wrong = !bij_opslaan(s.mine, s.r.feiten, *part, context.today()).empty();
        return s;
    });
    if (!saved.r.kop) return gate::not_found(context);
    if (saved.refused == SlaRefusal::geen_concept) return http::see_other(plan_path(id));
    if (!saved.errors.none()) return form_page(context, saved.r, {422, *part, {}}, in, {saved.errors, {}});
    if (saved.refused == SlaRefusal::andere_versie) {
        in.gezien = saved.r.plan->deel_versie[static_cast<std::size_t>(*part)];
        return form_page(context, saved.r, {409, *part, conflict(v, saved.r, *part, saved.mine)}, in, {});
    }
    bool const further = context.request.form_value("verder") != "nee" && !saved.still_wrong;
    return http::see_other(further ? next_path(id, *part) : plan_path(id, fmt::format("/{}", naam(*part))));
}
}
