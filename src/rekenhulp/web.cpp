#include "rekenhulp/web.h"

#include "gate/form.h"
#include "rekenhulp/regels.h"

#include <algorithm>

namespace rekenhulp {
namespace {
using html::Act;
using i18n::N_;
template <class... F> struct Cases : F... {
    using F::operator()...;
};

/// What was typed, by key, as the fields show it again.
using Getypt = std::map<std::string, std::string>;

bool is_date(Sleutel const& key) { return key.vorm == Vorm::dag || key.vorm == Vorm::deels_bekende_dag; }

Getypt typed_of(Regel const& regel, http::Request const& request) {
    Getypt typed;
    for (auto const& key : regel.sleutels) {
        auto text = is_date(key) ? gate::date_input(request, key.naam) : std::string{};
        if (text.empty()) text = gate::trimmed(request.form_value(key.naam));
        typed.emplace(key.naam, std::move(text));
    }
    return typed;
}

Gegevens given_of(Regel const& regel, Getypt const& typed) {
    Gegevens given;
    for (auto const& key : regel.sleutels) {
        auto text = typed.at(std::string{key.naam});
        if (key.vorm == Vorm::deels_bekende_dag)
            if (auto const date = gate::partial_date(text); date && !text.empty()) text = date->to_iso();
        // An empty word counts as given (a name may be missing); other empty fields are simply not filled in.
        if (!text.empty() || (key.vorm == Vorm::woord && key.nodig == Nodig::ja))
            given.emplace_back(key.naam, std::move(text));
    }
    return given;
}

/// The summary above the form names every field, so what is missing says which it is.
std::string message(html::View const& v, Regel const& regel, Fout const& fault) {
    auto const key = std::ranges::find(regel.sleutels, fault.sleutel, &Sleutel::naam);
    if (fault.soort == FoutSoort::ontbreekt && key != regel.sleutels.end())
        return v.t("Vul dit in: {}.", v.t(key->label));
    if (fault.soort == FoutSoort::geen_dag) return v.t("Vul een dag in die bestaat, bijvoorbeeld 16 3 2026.");
    if (fault.soort == FoutSoort::geen_deels_bekende_dag)
        return v.t("Vul een datum in die bestaat. Laat leeg wat u niet weet.");
    return v.t(zin(fault.soort));
}

std::vector<html::Choice> choices(html::View const& v, Vorm vorm) {
    switch (vorm) {
    case Vorm::ja_nee: return {{"ja", v.t("Ja"), {}}, {"nee", v.t("Nee"), {}}};
    case Vorm::groep: {
        std::vector<html::Choice> all;
        for (auto const g :
             {instroom::Doelgroep::as_a, instroom::Doelgroep::as_b, instroom::Doelgroep::gm, instroom::Doelgroep::om})
            all.push_back({std::string{code(g)}, fmt::format("{} ({})", v.t(titel(g)), code(g)), {}});
        return all;
    }
    case Vorm::route:
        return {{"b1", v.t("B1-route"), {}}, {"onderwijs", v.t("onderwijsroute"), {}}, {"z", v.t("Z-route"), {}}};
    case Vorm::niveau: return {{"A2", "A2", {}}, {"B1", "B1", {}}};
    case Vorm::geslacht: return {{"M", v.t("man"), {}}, {"V", v.t("vrouw"), {}}, {"O", v.t("onbekend"), {}}};
    case Vorm::naamgebruik:
        return {{"E", v.t("eigen naam"), {}},
                {"P", v.t("naam van de partner"), {}},
                {"V", v.t("naam van de partner voor de eigen naam"), {}},
                {"N", v.t("naam van de partner na de eigen naam"), {}}};
    case Vorm::dag:
    case Vorm::deels_bekende_dag:
    case Vorm::aantal:
    case Vorm::getal:
    case Vorm::woord: return {};
    }
    return {};
}

html::Html field(html::View const& v, Sleutel const& key, Getypt const& typed, html::Errors const& errors) {
    std::string const name{key.naam};
    html::Field f{.name = name,
                  .label = v.t(key.label),
                  .value = typed.at(name),
                  .error = std::string{errors.at(name)},
                  .required = key.nodig == Nodig::ja};
    switch (key.vorm) {
    case Vorm::dag: return html::date_field(v, f);
    case Vorm::deels_bekende_dag: f.help = v.t("Laat leeg wat u niet weet."); return html::date_field(v, f);
    case Vorm::ja_nee: return html::radio_field(v, f, choices(v, key.vorm));
    case Vorm::groep:
    case Vorm::route:
    case Vorm::niveau:
    case Vorm::geslacht:
    case Vorm::naamgebruik: return html::select_field(v, f, choices(v, key.vorm));
    case Vorm::aantal:
    case Vorm::getal:
        f.input_mode = "numeric";
        f.css_class = "md-short";
        f.max_length = 11;
        return html::text_field(v, f);
    case Vorm::woord:
        f.max_length = 200;
        f.autocomplete = "off";
        return html::text_field(v, f);
    }
    return {};
}

html::Html value(html::View const& v, Resultaat const& shown) {
    return std::visit(Cases{[&](std::monostate) { return html::soft(html::text(v.t("geen"))); },
                            [&](Date day) { return html::strong(html::time_tag(day, html::long_date(v, day))); },
                            [&](bool yes) { return html::strong(html::text(yes ? v.t("ja") : v.t("nee"))); },
                            [&](std::int64_t n) { return html::strong(html::text(html::waarom_value(v, n))); },
                            [&](std::string const& text) { return html::bdi(text); },
                            [&](std::string_view word) { return html::strong(html::text(v.t(word))); },
                            [&](Delen const& parts) {
                                std::vector<html::Html> items;
                                for (auto const& part : parts) items.push_back(html::text(v.t(part.titel)));
                                return html::bullet_list(items);
                            }},
                      shown);
}

html::Html answer(html::View const& v, Uitwerking const& worked) {
    html::Html body;
    if (worked.geweigerd.empty()) {
        std::vector<html::Fact> facts;
        for (auto const& one : worked.uitkomst) facts.push_back({v.t(one.label), value(v, one.waarde), {}, false});
        body = html::fact_list(facts);
    } else {
        body = html::alert(html::AlertKind::warning, v.t("Nee, dit kan niet"),
                           html::paragraph(html::text(v.t(worked.redenen.front().zin))));
    }
    body += html::waarom(v, v.t("Waarom?"), worked.redenen, "waarom", true);
    return html::panel({.id = "uitkomst", .title = v.t("Uitkomst"), .head_end = {}, .body = body});
}

http::Response rule_page(gate::Context& context, Regel const& regel, bool asked) {
    auto const& v = context.view;
    auto const typed = typed_of(regel, context.request);
    html::Errors errors;
    html::Html outcome;
    if (asked) {
        auto const add = [&](Fout const& fault) { errors.add(fault.sleutel, message(v, regel, fault)); };
        if (auto const values = lees(regel, given_of(regel, typed)); !values) {
            for (auto const& fault : values.error()) add(fault);
        } else if (auto const worked = regel.reken(*values); !worked) {
            add(worked.error());
        } else {
            outcome = answer(v, *worked);
        }
    }
    html::Html fields;
    for (auto const& key : regel.sleutels) fields += field(v, key, typed, errors);
    html::Form form{.action = "/rekenhulp/" + std::string{regel.naam},
                    .fields = fields,
                    .buttons = {html::button(Act::primary, v.t("Reken uit"))},
                    .id = "vraag"};
    auto main = html::error_summary(v, errors);
    main += html::breadcrumb(v, {{v.t("Rekenhulp"), "/rekenhulp"}});
    main += html::page_head({.title = v.t(regel.titel), .lead = html::text(v.t(regel.uitleg)), .buttons = {}});
    auto const question = html::panel({.id = "gegevens",
                                       .title = v.t("Gegevens"),
                                       .head_end = {},
                                       .body = regel.persoonlijk ? html::post_form(v, form) : html::get_form(form)});
    main += outcome.empty() ? question : html::stack({outcome, question});
    return gate::page(context, errors.none() ? 200 : 422, v.t(regel.titel), std::move(main));
}
}

http::Response list(gate::Context& context) {
    auto const& v = context.view;
    std::vector<html::ListItem> rules;
    for (auto const& regel : regels())
        rules.push_back({{},
                         html::cell_two(html::link("/rekenhulp/" + std::string{regel.naam}, v.t(regel.titel)),
                                        html::text(v.t(regel.uitleg))),
                         {}});
    auto main = html::page_head({.title = v.t("Rekenhulp"),
                                 .lead = html::text(v.t("Reken een regel uit en zie waarom. Er wordt niets bewaard.")),
                                 .buttons = {}});
    main += html::panel({.id = "regels", .title = v.t("Regels"), .head_end = {}, .body = html::item_list(rules)});
    return gate::page(context, v.t("Rekenhulp"), std::move(main));
}

http::Response show(gate::Context& context) {
    auto const* regel = zoek_regel(context.request.param("regel"));
    if (!regel) return gate::not_found(context);
    auto& request = context.request;
    // A number of a person in the address is not used, and leaves it.
    if (regel->persoonlijk && !request.query.empty()) return http::see_other(request.path);
    request.form = request.query;
    return rule_page(context, *regel, !request.form.empty());
}

http::Response work_out(gate::Context& context) {
    auto const* regel = zoek_regel(context.request.param("regel"));
    if (!regel) return gate::not_found(context);
    return rule_page(context, *regel, true);
}
}
