#include "pip/invoer.h"

#include "gate/form.h"

#include <algorithm>
#include <charconv>

namespace pip {
namespace {
std::int64_t number(std::string_view text) {
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? value : -1;
}
std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}
std::string joined(std::vector<std::string> const& chosen) {
    std::string all;
    for (auto const& one : chosen) all += (all.empty() ? "" : ",") + one;
    return all;
}
std::vector<std::string> all_values(http::Request const& r, std::string_view name) {
    std::vector<std::string> found;
    for (auto const value : r.form_values(name)) found.emplace_back(value);
    return found;
}
}

Invoer invoer_van(Gelezen const& g, Deel part) {
    Invoer in;
    in.gezien = g.deel_versie[static_cast<std::size_t>(part)];
    for (auto const& field : velden())
        if (field.deel == part) in.velden[std::string{field.naam}] = waarde(g.plan.inhoud, field);
    for (auto const& goal : g.plan.doelen) in.doelen.push_back({goal.leefgebied, goal.termijn, goal.tekst});
    for (auto const& a : g.plan.afspraken)
        in.afspraken.push_back({a.wat, a.wie, a.dag ? to_iso(*a.dag) : "", a.grondslag});
    return in;
}

Invoer read_invoer(http::Request const& r, Deel part) {
    Invoer in;
    in.gezien = number(r.form_value("gezien"));
    for (auto const& field : velden()) {
        if (field.deel != part) continue;
        auto const name = std::string{field.naam};
        if (field.vorm == Vorm::dag)
            in.velden[name] = gate::date_input(r, name);
        else if (field.vorm == Vorm::meerkeuze)
            in.velden[name] = joined(all_values(r, name));
        else
            in.velden[name] = gate::trimmed(r.form_value(name));
    }
    for (std::size_t i = 0; part == Deel::doelen && i < meeste_regels; ++i) {
        if (!r.has_form(fmt::format("doel-{}", i))) continue;
        in.doelen.push_back({std::string{r.form_value(fmt::format("gebied-{}", i))},
                             std::string{r.form_value(fmt::format("termijn-{}", i))},
                             gate::trimmed(r.form_value(fmt::format("doel-{}", i)))});
    }
    for (std::size_t i = 0; part == Deel::afspraken && i < meeste_regels; ++i) {
        if (!r.has_form(fmt::format("wat-{}", i))) continue;
        in.afspraken.push_back({gate::trimmed(r.form_value(fmt::format("wat-{}", i))),
                                gate::trimmed(r.form_value(fmt::format("wie-{}", i))),
                                gate::date_input(r, fmt::format("dag-{}", i)),
                                std::string{r.form_value(fmt::format("grondslag-{}", i))}});
    }
    return in;
}

namespace {
void apply_goals(html::View const& v, Invoer const& in, std::vector<Doel>& goals, html::Errors& errors) {
    goals.clear();
    for (std::size_t i = 0; i < in.doelen.size(); ++i) {
        auto const& typed = in.doelen[i];
        if (typed.tekst.empty()) continue;   // an emptied goal goes
        if (characters(typed.tekst) > langste_regel)
            errors.add(fmt::format("doel-{}", i),
                       v.t("Deze tekst is te lang. Maak hem korter (ten hoogste 500 tekens)."));
        if (typed.leefgebied.empty())
            errors.add(fmt::format("gebied-{}", i), v.t("Kies bij welk leefgebied dit doel hoort."));
        if (titel_van(doel_termijnen(), typed.termijn).empty())
            errors.add(fmt::format("doel-{}", i), v.t("Deze termijn is niet bekend."));
        goals.push_back({0, typed.leefgebied, typed.termijn, typed.tekst});
    }
}
void apply_agreements(html::View const& v, Invoer const& in, std::vector<Afspraak>& agreements, html::Errors& errors) {
    agreements.clear();
    for (std::size_t i = 0; i < in.afspraken.size(); ++i) {
        auto const& typed = in.afspraken[i];
        if (typed.wat.empty() && typed.wie.empty() && typed.dag.empty()) continue;
        if (typed.wat.empty()) errors.add(fmt::format("wat-{}", i), v.t("Schrijf wat er is afgesproken."));
        if (characters(typed.wat) > langste_regel)
            errors.add(fmt::format("wat-{}", i),
                       v.t("Deze tekst is te lang. Maak hem korter (ten hoogste 500 tekens)."));
        constexpr std::size_t longest_who = 100;
        if (characters(typed.wie) > longest_who)
            errors.add(fmt::format("wie-{}", i),
                       v.t("Deze tekst is te lang. Maak hem korter (ten hoogste 100 tekens)."));
        auto const day = gate::whole_date(typed.dag);
        if (!typed.dag.empty() && !day)
            errors.add(fmt::format("dag-{}", i), v.t("Vul een dag in die bestaat, bijvoorbeeld 25 11 2026."));
        if (titel_van(grondslagen(), typed.grondslag).empty())
            errors.add(fmt::format("grondslag-{}", i), v.t("Kies op grond van welke wet deze afspraak is."));
        agreements.push_back({0, typed.wat, typed.wie, day, typed.grondslag});
    }
}
}

Plan apply(html::View const& v, Invoer const& in, Deel part, Plan const& standing, html::Errors& errors) {
    auto plan = standing;
    for (auto const& field : velden()) {
        if (field.deel != part) continue;
        auto const typed = in.velden.find(field.naam);
        auto const written = zet(plan.inhoud, field, typed == in.velden.end() ? std::string_view{} : typed->second);
        if (!written) errors.add(std::string{field.naam}, v.t(tekst(written.error())));
    }
    if (part == Deel::doelen) apply_goals(v, in, plan.doelen, errors);
    if (part == Deel::afspraken) apply_agreements(v, in, plan.afspraken, errors);
    return plan;
}
}
