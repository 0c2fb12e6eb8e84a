#include "pip/beeld.h"

#include "inburgeringstermijn/feiten.h"
#include "instroom/store.h"
#include "pip/rijen.h"

#include <algorithm>

namespace pip {
using html::Html;
using i18n::N_;
using vertrouwen::Bereik;
using vertrouwen::Recht;

Omgeving surroundings(gate::Context& context) {
    return {context.app.kluis, context.access, context.now(), context.today()};
}
std::string plan_path(DossierId id, std::string_view rest) {
    return fmt::format("/dossiers/{}/plan{}", id.value, rest);
}

bool may(gate::Context const& context, Recht recht) {
    using vertrouwen::Relatie;
    auto const relation = context.access.relatie();
    switch (context.access.bereik_van(recht)) {
    case Bereik::geen: return false;
    case Bereik::eigen: return relation == Relatie::eigen || relation == Relatie::vervanging;
    case Bereik::team: return relation != Relatie::gemeente;
    case Bereik::doel:
    case Bereik::gemeente: return true;
    }
    return false;
}

bool Lezing::is_concept() const {
    return plan && (plan->kop.stand == Stand::in_concept || plan->kop.stand == Stand::voorgelegd);
}

Lezing read_plan(db::Connection& c, gate::Context& context, DossierId id) {
    Lezing r;
    r.kop = dossier::head(c, context.access, context.now(), id);
    r.basis = inburgeringstermijn::basis(c, id);
    r.versies = versies(c, context.access, id);
    if (!r.versies.empty()) {
        auto const draft = r.versies.front();
        auto const shown = draft.stand == Stand::vervangen ? geldend(c, context.access, id).value_or(draft) : draft;
        r.plan = lees(c, context.app.kluis, context.access, id, shown.id);
    }
    r.feiten = facts_for(c, context.access, id, context.today());
    r.intake = brede_intake::samenvatting(c, context.access, id);
    r.gebieden = brede_intake::leefgebieden(c, context.access.gemeente());
    return r;
}

http::Response plan_page(gate::Context& context, int status, Lezing const& r, std::string const& title, Html body) {
    if (!r.kop) return gate::not_found(context);
    auto const facts = dossier::facts_for(*r.kop, r.basis, context.today());
    return gate::page(context, status, dossier::file_title(context.view, *r.kop, title),
                      dossier::file_frame(context, *r.kop, facts, dossier::Tab::plan, std::move(body)));
}

Html steps(html::View const& v, DossierId id, std::string_view current) {
    std::vector<html::Chip> chips;
    for (int i = 0; i < aantal_delen; ++i) {
        auto const part = static_cast<Deel>(i);
        chips.push_back({fmt::format("{} {}", i + 1, v.t(titel(part))), plan_path(id, fmt::format("/{}", naam(part))),
                         std::nullopt, naam(part) == current});
    }
    chips.push_back({fmt::format("{} {}", aantal_delen + 1, v.t("Controle")), plan_path(id, "/controle"), std::nullopt,
                     current == "controle"});
    return html::chips(v.t("Stappen van het plan"), chips);
}

std::string gebied_titel(html::View const& v, std::vector<brede_intake::Leefgebied> const& areas,
                         std::string_view code) {
    auto const found = std::ranges::find(areas, code, &brede_intake::Leefgebied::code);
    if (found != areas.end()) return found->eigen ? found->titel : v.t(found->titel);
    auto const* kind = brede_intake::leefgebied_soort(code);
    return kind ? v.t(kind->titel) : std::string{code};
}

Html grondslag_tag(html::View const& v, std::string_view code) {
    bool const own = code == "Wi";
    return html::ground_tag(code, own ? v.t("Wet inburgering 2021") : v.t("Participatiewet"), own);
}

Html field_value(html::View const& v, Inhoud const& in, Veld const& field) {
    auto const value = waarde(in, field);
    if (value.empty()) return {};
    switch (field.vorm) {
    case Vorm::keuze: return html::text(v.t(titel_van(field.opties, value)));
    case Vorm::meerkeuze: {
        std::string all;
        for (auto const& option : field.opties)
            if (value.find(option.waarde) != std::string::npos) all += (all.empty() ? "" : ", ") + v.t(option.titel);
        return html::text(all);
    }
    case Vorm::getal: {
        auto const number = in.*std::get<std::optional<std::int64_t> Inhoud::*>(field.plek);
        auto const shown = html::grouped(v, number.value_or(0));
        return html::text(field.naam == "gesprekken" ? shown : v.t("{} uur", shown));
    }
    case Vorm::dag:
        if (auto const day = parse_date(value)) return html::time_tag(*day, html::long_date(v, *day));
        return {};
    case Vorm::tekst:
    case Vorm::lang: return html::typed_text(value);
    }
    return {};
}

bool telt_mee(Veld const& field, Inhoud const& in, Vragen const& q) {
    if (!waarde(in, field).empty()) return true;
    auto const name = field.naam;
    auto const one_of = [&](std::initializer_list<std::string_view> names) {
        return std::ranges::find(names, name) != names.end();
    };
    if (name == "uren") return q.uren;
    if (name == "intensiteit") return q.intensiteit;
    if (name == "toets_reden") return q.toets_reden;
    if (name == "z_examens") return q.z_route;
    if (one_of({"vorige_route", "vorig_niveau", "vorige_dagtekening"})) return q.vorig_elders;
    if (name == "wijziging_reden") return q.gewijzigd;
    if (one_of({"uren_nt2", "inspanning", "b1_haalbaar"})) return q.schaalt_af;
    if (one_of({"map_uren", "map"})) return q.map;
    if (one_of({"vve_nodig", "vve"})) return q.vve;
    return !one_of({"aftrek_cursus", "aftrek_participatie", "aftrek_school", "school_vanaf", "aftrek_reden",
                    "bijzonder_geval", "onderwijs_gestopt", "uren_intake", "ontzorgen"});
}

Html goal_lines(gate::Context& context, Lezing const& r, Plan const& plan, std::string_view termijn) {
    auto const& v = context.view;
    bool const sees_health = context.access.mag_zien(vertrouwen::Categorie::gezondheid);
    Html lines;
    for (auto const& goal : plan.doelen) {
        if (goal.termijn != termijn) continue;
        bool const closed = rijen::is_gezondheid(goal.leefgebied) && !sees_health;
        auto const words =
            closed ? html::soft(html::text(v.t("Doel over gezondheid: alleen zichtbaar voor wie begeleidt.")))
                   : html::typed_text(goal.tekst);
        lines += html::tagged_line({}, html::strong(html::text(gebied_titel(v, r.gebieden, goal.leefgebied) + ": "))
                                           + words);
    }
    return lines;
}

Html agreement_line(html::View const& v, Afspraak const& a) {
    auto line = html::typed_text(a.wat);
    std::string who = a.wie;
    if (a.dag) who += (who.empty() ? "" : " · ") + v.t("uiterlijk {}", html::short_day(v, *a.dag));
    if (!who.empty()) line += html::text(" ") + html::soft(html::text(who));
    return html::tagged_line(grondslag_tag(v, a.grondslag), line);
}

std::vector<html::ChangeLine> change_lines(html::View const& v, std::vector<brede_intake::Leefgebied> const& areas,
                                           Plan const& before, Plan const& now) {
    std::vector<html::ChangeLine> lines;
    for (auto const& one : verschil(before, now)) {
        auto const kind = one.aard == Aard::nieuw ? html::ChangeKind::added
                          : one.aard == Aard::weg ? html::ChangeKind::removed
                                                  : html::ChangeKind::changed;
        auto what = v.t(one.titel);
        if (!one.leefgebied.empty()) what = gebied_titel(v, areas, one.leefgebied) + ", " + what;
        bool const choice = !one.veld.empty() && veld(one.veld).vorm == Vorm::keuze;
        auto const shown = [&](std::string const& text) { return choice && !text.empty() ? v.t(text) : text; };
        lines.push_back({kind, std::move(what), shown(one.oud), shown(one.nieuw)});
    }
    return lines;
}

Html ontzorgen_line(html::View const& v, inburgeringstermijn::Grondslag const& basis, Date today) {
    using inburgeringstermijn::FeitSoort;
    if (!basis.groep_bekend) return {};
    std::optional<Period> benefit;
    for (auto const& stored : basis.feiten)
        if (stored.feit.soort == FeitSoort::bijstand) benefit = Period{stored.feit.dag, stored.feit.tot};
    if (!benefit) return {};
    auto const answer = inburgeringstermijn::ontzorgen({basis.groep, benefit->from, benefit->until});
    Html words;
    if (!answer.uitkomst.recht)
        words = html::text(v.t("Geen recht op ontzorgen."));
    else if (*answer.uitkomst.tot <= today)
        words = html::text(v.t("Ontzorgen is voorbij sinds {}.", html::long_date(v, *answer.uitkomst.tot)));
    else
        words = html::text(
            v.t("De gemeente betaalt huur, gas, water, stroom en zorgverzekering uit de bijstand, tot en met {}.",
                html::long_date(v, *answer.uitkomst.tot - std::chrono::days{1})));
    return html::tagged_line(grondslag_tag(v, "Pw"), words)
           + html::waarom(v, v.t("Waarom?"), answer.redenen, "waarom-ontzorgen");
}
}
