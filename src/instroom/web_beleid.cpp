#include "gate/form.h"
#include "instroom/beleid.h"
#include "instroom/web.h"

#include <algorithm>
#include <charconv>

namespace instroom {
namespace {
using html::Act;

std::string shown(html::View const& v, Beleidssleutel const& key, std::string const& value) {
    switch (key.soort) {
    case Beleidssoort::ja_nee: return value == "ja" ? v.t("ja") : v.t("nee");
    case Beleidssoort::dagen: return v.n("{} dag", "{} dagen", std::atoi(value.c_str()));
    case Beleidssoort::maanden: return v.n("{} maand", "{} maanden", std::atoi(value.c_str()));
    }
    return value;
}

std::string explain(html::View const& v, BeleidRefusal refusal, Beleidssleutel const* key) {
    switch (refusal) {
    case BeleidRefusal::onbekende_sleutel: return v.t("Kies een onderwerp uit de lijst.");
    case BeleidRefusal::geen_ja_of_nee: return v.t("Kies ja of nee.");
    case BeleidRefusal::geen_getal: return v.t("Vul een heel getal in.");
    case BeleidRefusal::buiten_de_ruimte:
        return key ? v.t("Vul een getal van {} tot en met {} in. Meer laat de wet niet toe.", key->minste, key->meeste)
                   : v.t("Deze waarde past niet binnen de wet.");
    case BeleidRefusal::geen_besluit: return v.t("Noem het besluit: naam of nummer, en datum.");
    }
    return {};
}

html::Html value_field(html::View const& v, Beleidssleutel const& key, std::string const& typed,
                       std::string const& error) {
    html::Field field{.name = "waarde", .label = v.t("Nieuwe waarde"), .value = typed, .error = error, .id = "waarde"};
    if (key.soort == Beleidssoort::ja_nee)
        return html::radio_field(v, field, {{"ja", v.t("ja"), {}}, {"nee", v.t("nee"), {}}});
    field.help = v.t("Een heel getal van {} tot en met {}.", key.minste, key.meeste);
    field.input_mode = "numeric";
    field.css_class = "md-short";
    field.max_length = 4;
    return html::text_field(v, field);
}

struct Shown {
    Beleidssleutel const* key;
    std::optional<std::string> value;
    std::vector<Beleidswaarde> history;
};

/// "gm.extra_aanbod" as the id of its panel.
std::string anchor(std::string_view key) {
    std::string id{key};
    std::ranges::replace(id, '.', '-');
    return id;
}

html::Html key_panel(html::View const& v, Shown const& s) {
    std::vector<html::Fact> facts{
        {v.t("Geldt nu"), html::text(s.value ? shown(v, *s.key, *s.value) : v.t("nog niet besloten")), {}, false},
        {v.t("Ruimte in de wet"), html::text(v.t(s.key->ruimte)), {}, false},
        {v.t("Bron"), html::law_tag(s.key->bron, "#" + anchor(s.key->sleutel)), {}, false}};
    for (auto const& old : s.history)
        facts.push_back(
            {v.t("Vanaf {}", html::short_date(v, old.vanaf)),
             html::cell_two(html::text(shown(v, *s.key, old.waarde)), html::text(old.besluit + " · " + old.door)),
             {},
             false});
    auto const change =
        html::button_link(Act::secondary, "/beheer/beleid?sleutel=" + std::string{s.key->sleutel} + "#wijzigen",
                          v.t("Wijzigen"), {}, true);
    return html::panel(
        {.id = anchor(s.key->sleutel),
         .title = v.t(s.key->titel),
         .head_end = change,
         .body = html::stack({html::paragraph(html::text(v.t(s.key->uitleg))), html::fact_list(facts)})});
}

http::Response screen(gate::Context& context, int status, std::string const& chosen, html::Errors const& errors) {
    auto const& v = context.view;
    auto const& r = context.request;
    std::vector<Shown> all;
    context.app.database.read(context.scope(), [&](db::Connection& c) {
        for (auto const& key : beleidssleutels())   // a handful of keys, each with at most twenty values
            all.push_back({&key, policy(c, context.access.gemeente(), key.sleutel, context.today()),
                           policy_history(c, context.access.gemeente(), key.sleutel)});
    });
    std::vector<html::Html> blocks;
    for (auto const& s : all) blocks.push_back(key_panel(v, s));
    if (auto const* key = beleidssleutel(chosen)) {
        auto const at = [&](std::string_view field) { return std::string{errors.at(field)}; };
        html::Html fields = html::error_summary(v, errors) + html::hidden_field("sleutel", key->sleutel)
                            + value_field(v, *key, std::string{r.form_value("waarde")}, at("waarde"));
        auto const from = gate::date_input(r, "vanaf");
        fields += html::date_field(v, {.name = "vanaf",
                                       .label = v.t("Geldt vanaf"),
                                       .value = from.empty() ? to_iso(context.today()) : from,
                                       .error = at("vanaf")});
        fields += html::text_field(v, {.name = "besluit",
                                       .label = v.t("Besluit"),
                                       .help = v.t("Bijvoorbeeld: collegebesluit 12 november 2026."),
                                       .value = std::string{r.form_value("besluit")},
                                       .error = at("besluit"),
                                       .max_length = 300});
        blocks.push_back(
            html::panel({.id = "wijzigen",
                         .title = v.t("Wijzigen: {}", v.t(key->titel)),
                         .head_end = {},
                         .body = html::post_form(v, {.action = "/beheer/beleid",
                                                     .fields = fields,
                                                     .buttons = {html::button(Act::primary, v.t("Waarde vastleggen"))},
                                                     .id = {}})}));
    }
    auto main = html::page_head(
        {.title = v.t("Beleid van de gemeente"),
         .lead = html::text(
             v.t("Wat de wet aan de gemeente overlaat. Een nieuwe waarde komt erbij; de oude blijft zichtbaar.")),
         .buttons = {}});
    main += html::stack(blocks);
    return gate::page(context, status, v.t("Beleid van de gemeente"), std::move(main));
}
}

http::Response show_policy(gate::Context& context) {
    return screen(context, 200, std::string{context.request.query_value("sleutel")}, {});
}

http::Response change_policy(gate::Context& context) {
    auto const& v = context.view;
    auto const& r = context.request;
    std::string const chosen{r.form_value("sleutel")};
    html::Errors errors;
    auto const from = gate::whole_date(gate::date_input(r, "vanaf"));
    if (!from) errors.add("vanaf", v.t("Vul een dag in die bestaat, bijvoorbeeld 3 12 2026."));
    auto const value = gate::trimmed(r.form_value("waarde")), decision = gate::trimmed(r.form_value("besluit"));
    if (auto const fits = geldig_beleid(chosen, value, decision); !fits) {
        bool const about_decision = fits.error() == BeleidRefusal::geen_besluit;
        errors.add(about_decision ? "besluit" : "waarde", explain(v, fits.error(), beleidssleutel(chosen)));
    }
    if (!errors.none()) return screen(context, 422, chosen, errors);
    context.app.database.write(context.scope(), [&](db::Connection& c) {
        return set_policy(c, context.access, context.now(), chosen, value, *from, decision);
    });
    return http::see_other("/beheer/beleid");
}
}
