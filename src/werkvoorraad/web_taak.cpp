#include "dossier/rules.h"
#include "gate/form.h"
#include "werkvoorraad/lijst.h"
#include "werkvoorraad/web.h"

#include <algorithm>

namespace werkvoorraad {
namespace {
using html::Html;
using i18n::N_;

struct Read {
    std::optional<Taak> task;
    std::vector<Collega> colleagues;
};
/// Nothing for a task that is not this reader's to know.
Read read(gate::Context& context, TaakId id) {
    return context.app.database.read(context.scope(), [&](db::Connection& c) {
        Read r{find(c, context.access, id), {}};
        if (r.task && !reaches(c, context.access, context.today(), r.task->eigenaar, r.task->team)) r.task.reset();
        if (r.task) r.colleagues = colleagues(c, context.access);
        return r;
    });
}
std::string path(TaakId id) { return fmt::format("/taken/{}", id.value); }

std::string stand_words(html::View const& v, Taak const& t) {
    switch (t.stand) {
    case Stand::open: return v.t("open");
    case Stand::wacht: return v.t("wacht op {}", t.wacht_op);
    case Stand::klaar: return v.t("klaar");
    case Stand::vervallen: return v.t("vervallen");
    }
    return {};
}

Html facts(html::View const& v, Taak const& t) {
    std::vector<html::Fact> all{
        {v.t("Uiterlijk"), due(v, t)},
        {v.t("Stand"), html::text(stand_words(v, t))},
        {v.t("Van"), t.eigenaar_naam.empty() ? html::text(v.t("teamwachtrij")) : html::bdi(t.eigenaar_naam)},
        {v.t("Soort"), html::text(v.t(soort_titel(t.soort)))}};
    if (t.dossier) all.push_back({v.t("Inburgeraar"), who(v, t)});
    if (!t.artikel.empty()) all.push_back({v.t("Grond"), laws(t)});
    if (!t.toelichting.empty()) all.push_back({v.t("Toelichting"), html::text(v.t(t.toelichting))});
    return html::fact_list(all);
}

struct Deel {
    std::string doe, knop;
    Html velden;
};
Html part(html::View const& v, Taak const& t, std::string const& title, Deel const& d) {
    auto const fields =
        d.velden + html::hidden_field("doe", d.doe) + html::hidden_field("versie", std::to_string(t.versie));
    auto const form = html::post_form(
        v, {.action = path(t.id), .fields = fields, .buttons = {html::button(html::Act::secondary, d.knop)}});
    return html::panel({.id = "doe-" + d.doe, .title = title, .head_end = {}, .body = form});
}

Html changes(gate::Context const& context, Read const& r, html::Errors const& errors) {
    auto const& v = context.view;
    auto const& t = *r.task;
    auto const error = [&](std::string_view field) { return std::string{errors.at(field)}; };
    auto const& form = context.request;
    Html out;
    if (!may_move(t.aard())) {
        auto const typed = gate::date_input(form, "dag");
        out += part(v, t, v.t("Datum verplaatsen"),
                    {"verplaatsen", v.t("Verplaatsen"),
                     html::date_field(v, {.name = "dag",
                                          .label = v.t("Naar welke dag?"),
                                          .value = typed.empty() ? to_iso(t.uiterlijk) : typed,
                                          .error = error("dag")})});
    }
    if (!may_assign(t.aard())) {
        std::vector<html::Choice> people{{"wachtrij", v.t("Terug naar de teamwachtrij"), ""}};
        for (auto const& k : r.colleagues) people.push_back({std::to_string(k.id.value), k.naam, ""});
        auto const current = t.eigenaar ? std::to_string(t.eigenaar->value) : "wachtrij";
        out +=
            part(v, t, v.t("Toewijzen"),
                 {"toewijzen", v.t("Toewijzen"),
                  html::select_field(
                      v, {.name = "wie", .label = v.t("Aan wie?"), .value = current, .error = error("wie")}, people)});
        out += part(v, t, v.t("Wacht op iemand anders"),
                    {"wachten", t.wacht_op.empty() ? v.t("Laten wachten") : v.t("Opslaan"),
                     html::text_field(v, {.name = "op",
                                          .label = v.t("Op wie of wat wacht deze taak?"),
                                          .help = v.t("Laat leeg als u weer verder kunt."),
                                          .value = t.wacht_op,
                                          .error = error("op"),
                                          .required = false,
                                          .max_length = 100})});
    }
    return out;
}

http::Response show(gate::Context& context, int status, Read const& r, html::Errors const& errors, Html above = {}) {
    auto const& v = context.view;
    auto const& t = *r.task;
    log_people(context, {t}, "taak");
    std::vector<Html> buttons;
    auto const quick = [&](std::string_view doe, std::string const& label, html::Act act) {
        buttons.push_back(
            html::post_button(v, path(t.id), act, label, {},
                              html::hidden_field("doe", doe) + html::hidden_field("versie", std::to_string(t.versie))));
    };
    bool const open = !may_assign(t.aard());
    if (open && !t.eigenaar) quick("oppakken", v.t("Oppakken"), html::Act::primary);
    if (!may_finish(t.aard())) quick("klaar", v.t("Klaar"), t.eigenaar ? html::Act::primary : html::Act::secondary);
    auto const next = volgende_stap({t.soort, t.termijnsoort, t.titel, t.dossier, t.id});
    if (next.href != path(t.id)) buttons.push_back(html::button_link(html::Act::secondary, next.href, v.t(next.label)));
    Html note;
    if (open && !t.termijnsoort.empty())
        note = html::alert(
            html::AlertKind::info, v.t("Wettelijke termijn"),
            html::paragraph(html::text(v.t("De datum volgt uit de wet. De taak sluit vanzelf als het feit in het "
                                           "dossier staat."))));
    auto const main =
        html::stack({std::move(above), note,
                     html::panel({.id = "taak", .title = v.t("Over deze taak"), .head_end = {}, .body = facts(v, t)})});
    auto const side = changes(context, r, errors);
    auto const body = html::error_summary(v, errors) + html::page_head({v.t(t.titel), {}, buttons});
    return gate::page(context, status, v.t(t.titel),
                      body + (side.empty() ? main : html::columns(main, side, v.t("Deze taak wijzigen"))));
}

/// What was asked, or errors beside the fields.
Result<void, Weigering> carry_out(gate::Context& context, db::Connection& c, Taak const& t, html::Errors& errors) {
    auto const& v = context.view;
    auto const& access = context.access;
    auto const& form = context.request;
    auto const doe = form.form_value("doe");
    if (doe == "oppakken") return claim(c, access, context.now(), t.id);
    if (doe == "klaar") return finish(c, access, context.now(), t.id);
    if (whole_number(form.form_value("versie")) != t.versie) return unexpected{Weigering::al_gewijzigd};
    if (doe == "verplaatsen") {
        auto const day = gate::whole_date(gate::date_input(form, "dag"));
        if (!day)
            errors.add("dag", v.t("Vul een dag in die bestaat, bijvoorbeeld 25 11 2026."));
        else if (*day < v.today)
            errors.add("dag", v.t("Kies vandaag of een latere dag."));
        else
            return move(c, access, context.now(), t.id, *day);
    } else if (doe == "toewijzen") {
        auto const id = whole_number(form.form_value("wie"));
        if (form.form_value("wie") == "wachtrij") return assign(c, access, context.now(), t.id, std::nullopt);
        if (id) return assign(c, access, context.now(), t.id, GebruikerId{*id});
        errors.add("wie", v.t("Kies een collega uit de lijst."));
    } else if (doe == "wachten") {
        auto const whom = gate::trimmed(form.form_value("op"));
        constexpr std::size_t longest = 200;
        if (whom.size() <= longest) return wait_for(c, access, context.now(), t.id, whom);
        errors.add("op", v.t("Deze tekst is te lang (ten hoogste 100 tekens)."));
    }
    return {};
}
}

http::Response task_page(gate::Context& context) {
    auto const r = read(context, TaakId{context.id_param("taak")});
    return r.task ? show(context, 200, r, {}) : gate::not_found(context);
}

http::Response change_task(gate::Context& context) {
    TaakId const id{context.id_param("taak")};
    auto r = read(context, id);
    if (!r.task) return gate::not_found(context);
    html::Errors errors;
    auto const done = context.app.database.write(context.scope(), [&](db::Connection& c) {
        errors = {};
        auto const now = find(c, context.access, id);
        check(now.has_value());
        return carry_out(context, c, *now, errors);
    });
    if (done && errors.none()) {
        bool const finished = context.request.form_value("doe") == "klaar";
        return http::see_other(finished ? "/mijn-werk" : path(id));
    }
    r = read(context, id);
    if (!r.task) return gate::not_found(context);
    if (!errors.none()) return show(context, 422, r, errors);
    auto const& v = context.view;
    auto const owner = r.task->eigenaar_naam.empty()
                           ? Html{}
                           : html::paragraph(html::text(v.t("De taak is nu van {}.", r.task->eigenaar_naam)));
    return show(context, 409, r, {}, html::alert(html::AlertKind::warning, v.t(tekst(done.error())), owner, true));
}

// ---- an own task ----
namespace {
struct Nieuw {
    std::string titel, toelichting, dag, wie;
    std::optional<DossierId> dossier;
};

/// May this user write in the file? The route has no file in its path, so it is asked here.
bool may_write_in(gate::Context& context, DossierId id) {
    auto const user = context.sessie->gebruiker.access();
    auto const relation =
        vertrouwen::Store{context.app.database, context.app.kluis, context.app.clock}.relation(user, id);
    return relation && vertrouwen::open_dossier(user, id, *relation, vertrouwen::Recht::dossier_schrijven).has_value();
}
http::Response new_page(gate::Context& context, int status, Nieuw const& in, html::Errors const& errors) {
    auto const& v = context.view;
    auto const people =
        context.app.database.read(context.scope(), [&](db::Connection& c) { return colleagues(c, context.access); });
    bool const may_assign = context.access.bereik_van(vertrouwen::Recht::teamwerk) != vertrouwen::Bereik::geen;
    std::vector<html::Choice> choices{{"", v.t("Mijzelf"), ""}, {"wachtrij", v.t("De teamwachtrij"), ""}};
    for (auto const& k : people)
        if (k.id != context.access.gebruiker()) choices.push_back({std::to_string(k.id.value), k.naam, ""});
    auto const error = [&](std::string_view field) { return std::string{errors.at(field)}; };
    Html fields =
        html::text_field(v, {.name = "titel",
                             .label = v.t("Wat moet er gebeuren?"),
                             .help = v.t("Bijvoorbeeld: school bellen over de plaatsing."),
                             .value = in.titel,
                             .error = error("titel"),
                             .max_length = 150})
        + html::date_field(
            v, {.name = "dag", .label = v.t("Wanneer moet het klaar zijn?"), .value = in.dag, .error = error("dag")})
        + html::textarea_field(v,
                               {.name = "toelichting",
                                .label = v.t("Toelichting"),
                                .value = in.toelichting,
                                .error = error("toelichting"),
                                .required = false},
                               3);
    if (may_assign)
        fields += html::select_field(
            v, {.name = "wie", .label = v.t("Voor wie?"), .value = in.wie, .error = error("wie")}, choices);
    if (in.dossier) fields += html::hidden_field("dossier", std::to_string(in.dossier->value));
    auto const back = in.dossier ? fmt::format("/dossiers/{}", in.dossier->value) : std::string{"/mijn-werk"};
    auto const form = html::post_form(v, {.action = "/taken/nieuw",
                                          .fields = fields,
                                          .buttons = {html::button(html::Act::primary, v.t("Taak maken")),
                                                      html::button_link(html::Act::subtle, back, v.t("Annuleren"))}});
    auto const lead =
        in.dossier ? html::link(back, v.t("Bij het dossier waar u vandaan komt.")) : html::text(v.t("Zonder dossier."));
    return gate::page(context, status, v.t("Nieuwe taak"),
                      html::error_summary(v, errors) + html::page_head({v.t("Nieuwe taak"), lead, {}})
                          + html::panel({.id = "taak", .title = v.t("De taak"), .head_end = {}, .body = form}));
}
}

http::Response new_task_form(gate::Context& context) {
    Nieuw in;
    if (auto const id = whole_number(context.request.query_value("dossier"))) in.dossier = DossierId{*id};
    if (in.dossier && !may_write_in(context, *in.dossier)) return gate::not_found(context);
    return new_page(context, 200, in, {});
}

http::Response add_task(gate::Context& context) {
    auto const& v = context.view;
    auto const& form = context.request;
    Nieuw in{gate::trimmed(form.form_value("titel")),
             gate::trimmed(form.form_value("toelichting")),
             gate::date_input(form, "dag"),
             std::string{form.form_value("wie")},
             {}};
    if (auto const id = whole_number(form.form_value("dossier"))) in.dossier = DossierId{*id};
    if (in.dossier && !may_write_in(context, *in.dossier)) return gate::not_found(context);
    constexpr std::size_t longest_title = 300, longest_text = 4000;
    html::Errors errors;
    if (in.titel.empty()) errors.add("titel", v.t("Schrijf wat er moet gebeuren."));
    if (in.titel.size() > longest_title) errors.add("titel", v.t("Maak dit korter (ten hoogste 150 tekens)."));
    if (in.toelichting.size() > longest_text)
        errors.add("toelichting", v.t("De toelichting is te lang (ten hoogste 2000 tekens)."));
    auto const day = gate::whole_date(in.dag);
    if (!day)
        errors.add("dag", v.t("Vul een dag in die bestaat, bijvoorbeeld 25 11 2026."));
    else if (*day < v.today)
        errors.add("dag", v.t("Kies vandaag of een latere dag."));
    std::optional<GebruikerId> owner = context.access.gebruiker();
    bool const may_assign = context.access.bereik_van(vertrouwen::Recht::teamwerk) != vertrouwen::Bereik::geen;
    if (in.wie == "wachtrij" && may_assign)
        owner.reset();
    else if (!in.wie.empty()) {
        auto const id = whole_number(in.wie);
        auto const people = context.app.database.read(context.scope(),
                                                      [&](db::Connection& c) { return colleagues(c, context.access); });
        bool const known =
            id && may_assign && std::ranges::any_of(people, [&](Collega const& k) { return k.id.value == *id; });
        if (known)
            owner = GebruikerId{*id};
        else
            errors.add("wie", v.t("Kies een collega uit de lijst."));
    }
    if (!errors.none()) return new_page(context, 422, in, errors);
    auto const id = context.app.database.write(context.scope(), [&](db::Connection& c) {
        return add(c, context.access, context.now(),
                   {.dossier = in.dossier,
                    .soort = "overig",
                    .titel = in.titel,
                    .toelichting = in.toelichting,
                    .uiterlijk = *day,
                    .eigenaar = owner,
                    .team = context.access.team()});
    });
    return http::see_other(in.dossier ? fmt::format("/dossiers/{}", in.dossier->value) : path(id));
}
}
