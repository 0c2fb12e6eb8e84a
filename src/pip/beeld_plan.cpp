#include "pip/beeld.h"

#include <algorithm>

namespace pip {
using html::CheckRow;
using html::Html;

namespace {
struct Panels {
    gate::Context& context;
    Lezing const& r;
    Gelezen const& g;
    std::vector<Weigering> const& refusals;
    Wijzig change;

    html::View const& v() const { return context.view; }
    DossierId id() const { return r.kop->dossier.id; }
    std::vector<CheckRow::Refusal> at(std::string_view field, std::optional<std::size_t> row = {}) const {
        std::vector<CheckRow::Refusal> found;
        for (auto const& w : refusals)
            if (w.veld == field && (!row || w.rij == *row)) found.push_back({v().t(w.redenen.front().zin), w.redenen});
        return found;
    }
    Html change_link(Deel part, std::string const& anchor, std::string const& label) const {
        if (change == Wijzig::nee) return {};
        return html::link(plan_path(id(), fmt::format("/{}#{}", naam(part), anchor)),
                          html::text(v().t("Wijzig")) + html::hidden(" " + label));
    }
    Html or_nothing(Html value) const {
        return value.empty() ? html::soft(html::text(v().t("niet ingevuld"))) : std::move(value);
    }

    std::vector<CheckRow> fields(Deel part) const {
        std::vector<CheckRow> rows;
        auto const& in = g.plan.inhoud;
        auto const asked = vragen(in, r.feiten);
        for (auto const& field : velden()) {
            if (field.deel != part) continue;
            auto wrong = at(field.naam);
            auto value = field_value(v(), in, field);
            bool const of_use = change == Wijzig::ja && telt_mee(field, in, asked);
            if (wrong.empty() && value.empty() && !of_use) continue;
            auto const label = v().t(field.titel);
            rows.push_back({std::string{field.naam}, label, or_nothing(std::move(value)),
                            change_link(part, std::string{field.naam}, label), std::move(wrong)});
        }
        return rows;
    }
    std::vector<CheckRow> goals() const {
        std::vector<CheckRow> rows;
        for (auto const& term : doel_termijnen()) {
            auto const label = v().t(term.titel);
            rows.push_back({fmt::format("doelen-{}", term.waarde),
                            label,
                            or_nothing(goal_lines(context, r, g.plan, term.waarde)),
                            change_link(Deel::doelen, std::string{term.waarde}, label),
                            {}});
        }
        return rows;
    }
    std::vector<CheckRow> agreements() const {
        std::vector<CheckRow> rows;
        for (std::size_t i = 0; i < g.plan.afspraken.size(); ++i) {
            auto const label = v().t("Afspraak {}", i + 1);
            rows.push_back({fmt::format("afspraken-{}", i), label, agreement_line(v(), g.plan.afspraken[i]),
                            change_link(Deel::afspraken, fmt::format("wat-{}", i), label), at("afspraken", i)});
        }
        if (rows.empty())
            rows.push_back({"afspraken-0",
                            v().t("Afspraken"),
                            or_nothing({}),
                            change_link(Deel::afspraken, "wat-0", v().t("Afspraken")),
                            {}});
        return rows;
    }
    /// What the Participatiewet adds (Wet 15(3)), from the rule.
    std::vector<CheckRow> with_relief(std::vector<CheckRow> rows) const {
        auto const words = ontzorgen_line(v(), r.basis, context.today());
        if (!words.empty()) rows.push_back({"ontzorgen-recht", v().t("Ontzorgen"), words, {}, {}});
        return rows;
    }
    Html panel(Deel part, std::vector<CheckRow> const& rows) const {
        return html::panel(
            {.id = fmt::format("deel-{}", naam(part)),
             .title = fmt::format("{} {}", static_cast<int>(part) + 1, v().t(titel(part))),
             .head_end = part == Deel::leerroute || part == Deel::begeleiding ? grondslag_tag(v(), "Wi") : Html{},
             .body = rows.empty() ? or_nothing({}) : html::check_rows(v(), rows)});
    }
};

Html signature_panel(html::View const& v, Gelezen const& g) {
    if (!g.handtekening && g.zonder_handtekening.empty()) return {};
    std::vector<html::Fact> facts;
    Html drawing;
    if (g.handtekening) {
        auto const& h = *g.handtekening;
        facts.push_back({v.t("Ondertekend door"), html::bdi(h.naam), {}});
        facts.push_back({v.t("Dag"), html::time_tag(h.dag, html::long_date(v, h.dag)), {}});
        facts.push_back({v.t("Hoe"), html::text(v.t(titel(h.wijze))), {}});
        if (!h.door.empty()) facts.push_back({v.t("In het bijzijn van"), html::bdi(h.door), {}});
        drawing = html::signature_drawing(h.tekening, v.t("Handtekening van {}", h.naam));
    } else {
        facts.push_back({v.t("Zonder handtekening, want"), html::typed_text(g.zonder_handtekening), {}});
    }
    return html::panel(
        {.id = "handtekening", .title = v.t("Handtekening"), .head_end = {}, .body = drawing + html::fact_list(facts)});
}
}

Html plan_panels(gate::Context& context, Lezing const& r, Gelezen const& g, std::vector<Weigering> const& refusals,
                 Wijzig change) {
    Panels const p{context, r, g, refusals, change};
    return html::stack({p.panel(Deel::leerroute, p.fields(Deel::leerroute)),
                        p.panel(Deel::begeleiding, p.with_relief(p.fields(Deel::begeleiding))),
                        p.panel(Deel::doelen, p.goals()), p.panel(Deel::afspraken, p.agreements()),
                        signature_panel(context.view, g)});
}
}
