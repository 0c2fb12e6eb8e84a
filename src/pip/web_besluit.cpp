#include "brieven/store.h"
#include "gate/form.h"
#include "law/wi2021.h"
#include "pip/beeld.h"
#include "pip/brief.h"
#include "pip/web.h"

#include <charconv>

namespace pip {
using html::Html;
using vertrouwen::Recht;

namespace {
Lezing read(gate::Context& context, DossierId id) {
    return context.app.database.read(context.scope(), [&](db::Connection& c) { return read_plan(c, context, id); });
}
std::optional<Date> typed_day(html::View const& v, std::string const& typed, std::string const& field,
                              html::Errors& errors) {
    auto const day = gate::whole_date(typed);
    if (!day) errors.add(field, v.t("Vul een dag in die bestaat, bijvoorbeeld 25 11 2026."));
    return day;
}
http::Response one_form(gate::Context& context, int status, Lezing const& r, std::string const& title, Html const& lead,
                        html::Form form, html::Errors const& errors) {
    auto const& v = context.view;
    form.buttons.push_back(
        html::button_link(html::Act::subtle, plan_path(r.kop->dossier.id, "/controle"), v.t("Terug naar de controle")));
    auto const body =
        html::error_summary(v, errors)
        + html::panel({.id = "stap", .title = title, .head_end = {}, .body = lead + html::post_form(v, form)});
    return plan_page(context, status, r, title, body);
}

/// Gelezen::stand_van_inhoud() as the page was shown; -1, which no plan has, for anything else.
std::int64_t seen_content(http::Request const& r) {
    auto const text = r.form_value("gezien");
    std::int64_t seen = -1;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), seen);
    return error == std::errc{} && end == text.data() + text.size() ? seen : -1;
}

// ---- lay before the person ----
http::Response lay_page(gate::Context& context, int status, Lezing const& r, std::string const& day,
                        html::Errors const& errors) {
    auto const& v = context.view;
    auto const lead = html::paragraph(html::text(v.t(
        "Lees het plan samen na, in een taal die de inburgeraar begrijpt, en geef de kans om te reageren. Verandert "
        "er daarna iets, dan wordt het weer een concept.")));
    return one_form(context, status, r, v.t("Voorleggen aan de inburgeraar"), lead,
                    {.action = plan_path(r.kop->dossier.id, "/voorleggen"),
                     .fields = html::date_field(v, {.name = "dag",
                                                    .label = v.t("Dag waarop u het plan bespreekt"),
                                                    .value = day,
                                                    .error = std::string{errors.at("dag")}})
                               + html::hidden_field("gezien", std::to_string(r.plan->stand_van_inhoud())),
                     .buttons = {html::button(html::Act::primary, v.t("Plan is voorgelegd"))}},
                    errors);
}
}

http::Response lay_before_form(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const r = read(context, id);
    if (!r.kop) return gate::not_found(context);
    if (!r.is_concept()) return http::see_other(plan_path(id));
    return lay_page(context, 200, r, to_iso(context.today()), {});
}

http::Response lay_before_post(gate::Context& context) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    auto const typed = gate::date_input(context.request, "dag");
    auto const seen = seen_content(context.request);
    html::Errors errors;
    auto const day = typed_day(v, typed, "dag", errors);
    if (day && *day > context.today()) errors.add("dag", v.t("Deze dag ligt in de toekomst."));
    if (day && *day < law::wi2021_in_werking)
        errors.add("dag", v.t("Deze dag ligt voor 1 januari 2022. De wet geldt sinds die dag."));
    std::optional<SlaRefusal> refused;
    auto const r = context.app.database.write(context.scope(), [&](db::Connection& c) {
        refused.reset();
        auto all = read_plan(c, context, id);
        if (!all.is_concept() || !errors.none()) return all;
        auto const done = leg_voor(c, surroundings(context), id, all.plan->kop.id, seen, *day);
        if (!done) refused = done.error();
        return all;
    });
    if (!r.kop) return gate::not_found(context);
    if (!r.is_concept()) return http::see_other(plan_path(id));
    if (refused == SlaRefusal::geen_leerroute)
        errors.add("", v.t("Kies eerst een leerroute. Zonder leerroute is er nog geen plan."));
    if (refused == SlaRefusal::andere_versie)
        errors.add("", v.t("Iemand heeft het plan intussen gewijzigd. Lees het plan opnieuw voordat u het voorlegt."));
    if (!errors.none()) return lay_page(context, 422, r, typed, errors);
    return http::see_other(plan_path(id, "/ondertekenen"));
}

// ---- fix the plan ----
namespace {
struct Besluitinvoer {
    std::string dag, reden;
    bool zonder = false;
    std::int64_t gezien = -1;
};

/// What the decision does to the term, with the days that follow from today's date.
Html consequence(html::View const& v, Lezing const& r, Date day) {
    if (!r.feiten.eerste())
        return html::paragraph(html::text(v.t("De inburgeringstermijn verandert niet door dit plan.")));
    auto const term = inburgeringstermijn::inburgeringstermijn(day);
    return html::paragraph(
               html::text(v.t("Met deze dagtekening loopt de inburgeringstermijn van {} tot en met {}.",
                              html::long_date(v, term.uitkomst.start), html::long_date(v, term.uitkomst.laatste_dag))))
           + html::waarom(v, v.t("Waarom deze dagen?"), term.redenen, "waarom-termijn");
}

http::Response fix_page(gate::Context& context, int status, Lezing const& r, Besluitinvoer const& in,
                        html::Errors const& errors, std::vector<Weigering> const& refusals = {}) {
    auto const& v = context.view;
    auto const id = r.kop->dossier.id;
    Html why;
    for (auto const& w : refusals)
        why += html::waarom(v, v.t("Waarom kan dit niet?"), w.redenen, fmt::format("waarom-{}", naam(w.soort)));
    auto fields = html::date_field(v, {.name = "dag",
                                       .label = v.t("Dagtekening van het besluit"),
                                       .help = v.t("De datum die op het besluit staat."),
                                       .value = in.dag,
                                       .error = std::string{errors.at("dag")}})
                  + why;
    if (!r.plan->handtekening)
        fields +=
            html::textarea_field(v,
                                 {.name = "zonder",
                                  .label = v.t("Waarom stelt u het plan vast zonder handtekening?"),
                                  .help = v.t("Het is een besluit van het college: het kan ook zonder. Of laat eerst "
                                              "ondertekenen."),
                                  .value = in.reden,
                                  .error = std::string{errors.at("zonder")},
                                  .max_length = 500},
                                 3);
    fields += html::hidden_field("gezien", std::to_string(r.plan->stand_van_inhoud()));
    auto const route = v.t(route_titel(r.plan->plan.inhoud.leerroute));
    auto const lead = html::paragraph(html::text(
                          v.t("U stelt versie {} vast: {}. Daarna verandert dit plan niet meer; wijzigen kan met "
                              "een nieuwe versie.",
                              r.plan->kop.versie, route)))
                      + consequence(v, r, gate::whole_date(in.dag).value_or(context.today()));
    return one_form(context, status, r, v.t("Plan vaststellen"), lead,
                    {.action = plan_path(id, "/vaststellen"),
                     .fields = std::move(fields),
                     .buttons = {html::button(html::Act::primary, v.t("Plan vaststellen"), "check")}},
                    errors);
}

Besluitinvoer read_decision(http::Request const& r) {
    Besluitinvoer in;
    in.dag = gate::date_input(r, "dag");
    in.reden = gate::trimmed(r.form_value("zonder"));
    in.gezien = seen_content(r);
    return in;
}

void explain(html::View const& v, Tegen const& no, html::Errors& errors) {
    if (no.andere_versie)
        errors.add("", v.t("Het plan is intussen gewijzigd. Controleer het nog eens voordat u het vaststelt."));
    if (no.geen_handtekening)
        errors.add("zonder", v.t("Er is geen handtekening. Schrijf waarom u het plan toch vaststelt."));
    for (auto const& w : no.weigeringen) errors.add(w.veld == "dagtekening" ? "dag" : "", v.t(w.redenen.front().zin));
}
}

http::Response fix_form(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const r = read(context, id);
    if (!r.kop) return gate::not_found(context);
    if (!r.is_concept() || r.plan->plan.inhoud.leerroute.empty()) return http::see_other(plan_path(id, "/controle"));
    return fix_page(context, 200, r, {to_iso(context.today()), "", false, 0}, {});
}

http::Response fix_post(gate::Context& context) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    auto const in = read_decision(context.request);
    html::Errors errors;
    auto const day = typed_day(v, in.dag, "dag", errors);
    constexpr std::size_t longest = 2000;
    if (in.reden.size() > longest) errors.add("zonder", v.t("Deze tekst is te lang. Maak hem korter."));
    Tegen no;
    bool fixed = false;
    auto const r = context.app.database.write(context.scope(), [&](db::Connection& c) {
        no = {};
        fixed = false;
        auto all = read_plan(c, context, id);
        if (!all.is_concept() || !errors.none()) return all;
        auto done = stel_vast(c, surroundings(context), id, all.plan->kop.id, {in.gezien, *day, in.reden});
        fixed = done.has_value();
        if (!done) no = std::move(done.error());
        return all;
    });
    if (!r.kop) return gate::not_found(context);
    if (fixed || !r.is_concept() || no.geen_concept) return http::see_other(plan_path(id));
    explain(v, no, errors);
    return fix_page(context, no.andere_versie ? 409 : 422, r, in, errors, no.weigeringen);
}

// ---- throw a draft away ----
http::Response discard_form(gate::Context& context) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    auto const r = read(context, id);
    if (!r.kop) return gate::not_found(context);
    if (!r.is_concept()) return http::see_other(plan_path(id));
    auto const lead = html::paragraph(html::text(
        v.t("Alles wat in versie {} staat gaat weg. Het plan dat nu geldt, blijft gelden.", r.plan->kop.versie)));
    return one_form(context, 200, r, v.t("Concept weggooien"), lead,
                    {.action = plan_path(id, "/verwerpen"),
                     .fields = {},
                     .buttons = {html::button(html::Act::danger, v.t("Concept weggooien"))}},
                    {});
}

http::Response discard_post(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    context.app.database.write(context.scope(), [&](db::Connection& c) {
        auto const now = huidig(c, context.access, id);
        if (now) (void)verwerp(c, surroundings(context), id, now->id);   // gone already: the same end
    });
    return http::see_other(plan_path(id));
}
}
