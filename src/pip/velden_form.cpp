#include "pip/invoer.h"

#include "pip/rijen.h"

#include <algorithm>

namespace pip {
using html::Html;

namespace {
std::string typed(Invoer const& in, std::string_view name) {
    auto const found = in.velden.find(name);
    return found == in.velden.end() ? std::string{} : found->second;
}
std::vector<html::Choice> choices(html::View const& v, std::span<Optie const> options) {
    std::vector<html::Choice> all;
    for (auto const& one : options)
        all.push_back({std::string{one.waarde}, v.t(one.titel), one.uitleg.empty() ? "" : v.t(one.uitleg)});
    return all;
}
std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> all;
    while (!list.empty()) {
        auto const comma = std::min(list.find(','), list.size());
        all.emplace_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return all;
}

/// What is wrong with a field, and the explanation that belongs under it.
std::string fault(html::View const& v, Bezwaren const& no, std::string_view name) {
    if (auto const typed_wrong = no.errors.at(name); !typed_wrong.empty()) return std::string{typed_wrong};
    for (auto const& w : no.weigeringen)
        if (field_name(w) == name) return v.t(w.redenen.front().zin);
    return {};
}
Html explanation(html::View const& v, Bezwaren const& no, std::string_view name) {
    if (!no.errors.at(name).empty()) return {};
    for (auto const& w : no.weigeringen)
        if (field_name(w) == name)
            return html::waarom(v, v.t("Waarom kan dit niet?"), w.redenen, fmt::format("waarom-{}", name));
    return {};
}

Html control(html::View const& v, Invoer const& in, Bezwaren const& no, std::string_view name) {
    auto const& field = veld(name);
    html::Field f{.name = std::string{name},
                  .label = v.t(field.titel),
                  .help = field.uitleg.empty() ? "" : v.t(field.uitleg),
                  .value = typed(in, name),
                  .error = fault(v, no, name),
                  .required = field.verplicht()};
    switch (field.vorm) {
    case Vorm::tekst: f.max_length = field.langste; return html::text_field(v, f);
    case Vorm::lang: f.max_length = field.langste; return html::textarea_field(v, f, 3);
    case Vorm::getal:
        f.input_mode = "numeric";
        f.css_class = "md-narrow";
        f.max_length = 6;
        return html::text_field(v, f);
    case Vorm::dag: return html::date_field(v, f);
    case Vorm::meerkeuze: return html::checkbox_group(v, f, choices(v, field.opties), split(f.value));
    case Vorm::keuze: {
        auto options = choices(v, field.opties);
        if (name == "niveau") options.insert(options.begin(), {"", v.t("Niet ingevuld"), ""});
        return html::radio_field(v, f, options);
    }
    }
    return {};
}

struct Groep {
    html::View const& v;
    Invoer const& in;
    Bezwaren const& no;
    Html fields(std::initializer_list<std::string_view> names) const {
        Html all;
        for (auto const name : names) all += control(v, in, no, name) + explanation(v, no, name);
        return all;
    }
    bool filled(std::initializer_list<std::string_view> names) const {
        return std::ranges::any_of(names, [&](auto name) { return !typed(in, name).empty(); });
    }
};

Html earlier_plan(Groep const& g, Lezing const& r) {
    if (!r.feiten.vorig_elders()) return {};
    auto const& v = g.v;
    auto const say = r.feiten.verhuisd_met_pip
                         ? v.t("Deze persoon verhuisde hierheen met een PIP. Vraag het op bij de vorige gemeente. De "
                               "leerroute blijft gelden.")
                         : v.t("Er was al een PIP dat niet in Meedoen staat. Vul in wat daarin stond.");
    return html::when_group(v.t("Het vorige plan"), {},
                            html::paragraph(html::text(say))
                                + g.fields({"vorige_route", "vorig_niveau", "vorige_dagtekening"}));
}

Html changed_plan(Groep const& g, Lezing const& r) {
    if (r.feiten.eerste()) return {};
    auto const& v = g.v;
    Html inside;
    if (!r.feiten.verhuisd_met_pip)
        inside += html::when_group(v.t("Waarom het plan verandert"), {}, g.fields({"wijziging_reden"}))
                  + html::when_group(v.t("Wisselen van leerroute na anderhalf jaar"), {},
                                     g.fields({"bijzonder_geval", "onderwijs_gestopt"}));
    return inside
           + html::when_group(v.t("Afschalen van B1 naar A2"), html::When{"niveau", "A2"},
                              g.fields({"uren_nt2", "uren_intake", "inspanning", "b1_haalbaar"}));
}

Html route_fields(Groep const& g, Lezing const& r) {
    auto const& v = g.v;
    auto const asked = vragen(r.plan->plan.inhoud, r.feiten);
    Html hours;
    if (asked.asiel || g.filled({"uren", "intensiteit"}))
        hours = html::when_group(v.t("Hoeveel les in de B1-route"), html::When{"leerroute", "B"}, g.fields({"uren"}))
                + html::when_group(v.t("Hoeveel les in de andere leerroutes"), html::When{"leerroute", "O Z"},
                                   g.fields({"intensiteit"}));
    Html test;
    if (r.feiten.toets_haalbaar || g.filled({"toets_reden"})) test = g.fields({"toets_reden"});
    auto const z = g.fields({"z_examens", "aftrek_cursus"})
                   + (asked.asiel || g.filled({"aftrek_participatie"}) ? g.fields({"aftrek_participatie"}) : Html{})
                   + g.fields({"aftrek_school", "school_vanaf", "aftrek_reden"});
    return earlier_plan(g, r)
           + html::when_group(v.t("Eerst onderzoeken"), {}, g.fields({"onderwijs_onderzocht", "onderwijs_reden"}))
           + html::when_group(v.t("De leerroute"), {},
                              g.fields({"leerroute", "leerroute_reden"}) + test + g.fields({"niveau"}))
           + hours + html::when_group(v.t("Voor DUO"), {}, g.fields({"alfabetisering", "opleiding_afmaken"}))
           + html::when_group(v.t("Alleen in de Z-route"), html::When{"leerroute", "Z"}, z) + changed_plan(g, r);
}

Html support_fields(gate::Context& context, Groep const& g, Lezing const& r) {
    auto const& v = g.v;
    auto const& in = r.plan->plan.inhoud;
    Html map;
    if (in.leerroute != "O" || g.filled({"map_uren", "map"})) map = g.fields({"map_uren", "map"});
    Html vve;
    if (r.feiten.vve_leeftijd || g.filled({"vve_nodig", "vve"}))
        vve = html::when_group(v.t("Kinderen"), {}, g.fields({"vve_nodig", "vve"}));
    auto const care = ontzorgen_line(v, r.basis, context.today());
    Html relief;
    if (!care.empty() || g.filled({"ontzorgen"}))
        relief = html::when_group(v.t("Ontzorgen"), {}, care + g.fields({"ontzorgen"}));
    return html::when_group(v.t("PVT en MAP"), {}, g.fields({"pvt_uren", "pvt"}) + map)
           + html::when_group(v.t("Begeleiding en voortgang"), {}, g.fields({"begeleiding", "gesprekken", "voortgang"}))
           + vve + relief;
}
}

std::string field_name(Weigering const& w) {
    return w.veld == "afspraken" ? fmt::format("grondslag-{}", w.rij) : std::string{w.veld};
}

Html part_fields(gate::Context& context, Lezing const& r, Deel part, Invoer const& in, Bezwaren const& no) {
    Groep const g{context.view, in, no};
    switch (part) {
    case Deel::leerroute: return route_fields(g, r);
    case Deel::begeleiding: return support_fields(context, g, r);
    case Deel::doelen: return goal_fields(context, r, in, no);
    case Deel::afspraken: return agreement_fields(context, r, in, no);
    }
    return {};
}

namespace {
constexpr std::size_t spare_rows = 2;

Html goal_row(html::View const& v, std::vector<html::Choice> const& areas, Doelinvoer const& goal, std::size_t at,
              Bezwaren const& no, std::string const& legend) {
    auto const area_name = fmt::format("gebied-{}", at), text_name = fmt::format("doel-{}", at);
    return html::form_row(legend, html::select_field(v,
                                                     {.name = area_name,
                                                      .label = v.t("Leefgebied"),
                                                      .value = goal.leefgebied,
                                                      .error = fault(v, no, area_name),
                                                      .required = false},
                                                     areas)
                                      + html::textarea_field(v,
                                                             {.name = text_name,
                                                              .label = v.t("Doel"),
                                                              .value = goal.tekst,
                                                              .error = fault(v, no, text_name),
                                                              .required = false,
                                                              .max_length = static_cast<int>(langste_regel)},
                                                             2)
                                      + html::hidden_field(fmt::format("termijn-{}", at), goal.termijn));
}
}

Html goal_fields(gate::Context& context, Lezing const& r, Invoer const& in, Bezwaren const& no) {
    auto const& v = context.view;
    bool const sees_health = context.access.mag_zien(vertrouwen::Categorie::gezondheid);
    std::vector<html::Choice> areas{{"", v.t("Kies een leefgebied"), ""}};
    for (auto const& area : r.gebieden)
        if (area.actief && (sees_health || !rijen::is_gezondheid(area.code)))
            areas.push_back({area.code, gebied_titel(v, r.gebieden, area.code), ""});
    Html all = html::paragraph(html::text(
        v.t("Lege regels tellen niet mee. Een doel haalt u weg door de tekst leeg te maken. Over gezondheid alleen de "
            "uitkomst, geen medische gegevens. Zo'n doel staat niet in de brief.")));
    std::size_t next = in.doelen.size();
    for (auto const& term : doel_termijnen()) {
        Html rows;
        std::size_t count = 0;
        for (std::size_t i = 0; i < in.doelen.size(); ++i) {
            if (in.doelen[i].termijn != term.waarde) continue;
            if (!sees_health && rijen::is_gezondheid(in.doelen[i].leefgebied)) continue;   // kept by the store
            rows += goal_row(v, areas, in.doelen[i], i, no, v.t("Doel {}", ++count));
        }
        for (std::size_t i = 0; i < spare_rows && next < meeste_regels; ++i)
            rows += goal_row(v, areas, {"", std::string{term.waarde}, ""}, next++, no, v.t("Doel {}", ++count));
        all += html::when_group(v.t(term.titel), {}, rows);
    }
    return all;
}

Html agreement_fields(gate::Context& context, Lezing const& r, Invoer const& in, Bezwaren const& no) {
    auto const& v = context.view;
    Html all;
    if (!r.feiten.bijstand)
        all += html::paragraph(html::text(
            v.t("Er is geen bijstand vastgelegd. Een afspraak op grond van de Participatiewet kan daarom niet.")));
    auto const shown = std::min(in.afspraken.size() + spare_rows, meeste_regels);
    for (std::size_t i = 0; i < shown; ++i) {
        auto const a = i < in.afspraken.size() ? in.afspraken[i] : Afspraakinvoer{"", "", "", "Wi"};
        auto const field = [&](std::string_view name, std::string label, std::string value, std::string help = {}) {
            auto const whole = fmt::format("{}-{}", name, i);
            return html::Field{.name = whole,
                               .label = std::move(label),
                               .help = std::move(help),
                               .value = std::move(value),
                               .error = fault(v, no, whole),
                               .required = false};
        };
        auto what = field("wat", v.t("Wat is afgesproken"), a.wat);
        what.max_length = static_cast<int>(langste_regel);
        auto who = field("wie", v.t("Wie doet het"), a.wie);
        who.max_length = 100;
        std::vector<html::Choice> grounds;
        for (auto const& one : grondslagen())
            if (one.waarde == "Wi" || r.feiten.bijstand || a.grondslag == "Pw")
                grounds.push_back({std::string{one.waarde}, v.t(one.titel), v.t(one.uitleg)});
        all += html::form_row(v.t("Afspraak {}", i + 1),
                              html::textarea_field(v, what, 2) + html::text_field(v, who)
                                  + html::date_field(v, field("dag", v.t("Wanneer klaar"), a.dag))
                                  + html::radio_field(v, field("grondslag", v.t("Grondslag"), a.grondslag), grounds)
                                  + explanation(v, no, fmt::format("grondslag-{}", i)));
    }
    return html::when_group(v.t("Wie doet wat, en wanneer"), {}, all);
}
}
