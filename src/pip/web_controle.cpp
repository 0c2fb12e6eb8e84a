#include "leerbaarheidstoets/store.h"
#include "pip/beeld.h"
#include "pip/web.h"

#include <algorithm>

namespace pip {
using html::Html;
using vertrouwen::Recht;

namespace {
struct Read {
    Lezing r;
    leerbaarheidstoets::Uitkomst test;
    std::optional<Gelezen> current;   // the plan in force, beside the draft
};

std::string anchor(Weigering const& w) {
    return w.veld == "afspraken" ? fmt::format("afspraken-{}", w.rij) : std::string{w.veld};
}
std::vector<html::CheckRow::Refusal> at(html::View const& v, std::vector<Weigering> const& all,
                                        std::string_view field) {
    std::vector<html::CheckRow::Refusal> found;
    for (auto const& w : all)
        if (w.veld == field) found.push_back({v.t(w.redenen.front().zin), w.redenen});
    return found;
}

/// What must be there before a plan can be: the intake, the test, and a day that the law and DUO accept.
Html conditions(gate::Context& context, Read const& read, std::vector<Weigering> const& refusals) {
    auto const& v = context.view;
    auto const id = read.r.kop->dossier.id;
    auto const file = fmt::format("/dossiers/{}", id.value);
    auto const& intake = read.r.intake;
    auto const intake_words = !intake               ? v.t("nog niet begonnen")
                              : !intake->afgerond   ? v.t("{} van {} leefgebieden", intake->besproken, intake->totaal)
                              : intake->bij_verstek ? v.t("afgerond bij verstek")
                                                    : v.t("afgerond op {}", html::long_date(v, *intake->afgerond_op));
    std::vector<html::CheckRow> rows{{"intake", v.t("Brede intake"), html::text(intake_words),
                                      html::link(file + "/intake", v.t("Naar de intake")), at(v, refusals, "intake")},
                                     {"toets", v.t("Leerbaarheidstoets"), html::text(v.t(titel(read.test.stand))),
                                      html::link(file + "/toets", v.t("Naar de toets")), at(v, refusals, "toets")},
                                     {"dagtekening",
                                      v.t("Dagtekening"),
                                      html::text(v.t("vandaag, {}", html::long_date(v, context.today()))),
                                      {},
                                      at(v, refusals, "dagtekening")}};
    return html::panel(
        {.id = "voorwaarden", .title = v.t("Voorwaarden"), .head_end = {}, .body = html::check_rows(v, rows)});
}

Html consequences(html::View const& v, Feiten const& f) {
    std::vector<Html> lines;
    if (f.eerste())
        lines.push_back(html::text(v.t("Dagtekening: de termijn van drie jaar begint een dag later.")));
    else
        lines.push_back(html::text(v.t("De termijn verandert niet: die begon na het eerste PIP.")));
    lines.push_back(html::text(v.t("U geeft leerroute en niveau door aan DUO.")));
    lines.push_back(html::text(v.t("De inburgeraar krijgt een brief met het besluit.")));
    lines.push_back(html::text(v.t("Bezwaar kan zes weken lang, vanaf de dag na de bekendmaking.")));
    return html::panel(
        {.id = "gevolgen", .title = v.t("Wat er dan gebeurt"), .head_end = {}, .body = html::step_list(lines)});
}

Html strip(html::View const& v, Read const& read, DossierId id) {
    if (!read.current) return {};
    std::vector<html::VersionDot> dots;
    auto const& all = read.r.versies;
    constexpr std::ptrdiff_t most = 4;
    auto const shown = std::min<std::ptrdiff_t>(most, std::ssize(all));
    for (auto i = shown; i-- > 0;) {
        auto const& one = all[static_cast<std::size_t>(i)];
        bool const draft = one.id == read.r.plan->kop.id;
        dots.push_back({draft ? v.t("{}, concept", one.versie) : std::to_string(one.versie),
                        draft ? "" : plan_path(id, fmt::format("/versies/{}", one.versie)), !draft});
    }
    auto changes = change_lines(v, read.r.gebieden, read.current->plan, read.r.plan->plan);
    constexpr std::size_t most_changes = 4;
    if (changes.size() > most_changes) changes.resize(most_changes);
    auto const path = plan_path(id, fmt::format("/versies/{}/{}", read.current->kop.versie, read.r.plan->kop.versie));
    return html::version_strip(v, v.t("Versies en verschillen"), dots, changes,
                               html::link(path, v.t("Alle verschillen bekijken")));
}

std::vector<Html> next_buttons(gate::Context& context, Read const& read, bool free) {
    auto const& v = context.view;
    auto const id = read.r.kop->dossier.id;
    bool const laid = read.r.plan->kop.stand == Stand::voorgelegd;
    bool const decides = may(context, Recht::plan_vaststellen);
    std::vector<Html> buttons;
    if (!laid)
        buttons.push_back(html::button_link(html::Act::primary, plan_path(id, "/voorleggen"),
                                            v.t("Voorleggen aan de inburgeraar"), "chat"));
    else if (!read.r.plan->handtekening)
        buttons.push_back(html::button_link(free && decides ? html::Act::secondary : html::Act::primary,
                                            plan_path(id, "/ondertekenen"), v.t("Laten ondertekenen"), "note"));
    if (free && decides)
        buttons.push_back(html::button_link(laid ? html::Act::primary : html::Act::secondary,
                                            plan_path(id, "/vaststellen"), v.t("Plan vaststellen"), "check"));
    buttons.push_back(html::button_link(html::Act::subtle, plan_path(id, "/verwerpen"), v.t("Concept weggooien")));
    return buttons;
}
}

http::Response review(gate::Context& context) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    auto const read = context.app.database.read(context.scope(), [&](db::Connection& c) {
        Read found{read_plan(c, context, id), leerbaarheidstoets::uitslag(c, context.access, id), {}};
        if (auto const now = geldend(c, context.access, id))
            found.current = lees(c, context.app.kluis, context.access, id, now->id);
        return found;
    });
    auto const& r = read.r;
    if (!r.kop) return gate::not_found(context);
    if (!r.is_concept()) return http::see_other(plan_path(id));
    auto const refusals = controleer(r.plan->plan, r.feiten, context.today(), context.today());
    Html notice;
    if (!refusals.empty()) {
        std::vector<html::FieldError> links;
        for (auto const& w : refusals) links.push_back({anchor(w), v.t(w.redenen.front().zin)});
        notice = html::obstacles(v.t("Dit plan kan nog niet worden vastgesteld"), links);
    } else {
        notice =
            html::alert(html::AlertKind::ok, v.t("Dit plan kan worden vastgesteld"),
                        html::paragraph(html::text(v.t("Lees alles na met de inburgeraar. Na het vaststellen is dit "
                                                       "een besluit: er is bezwaar mogelijk."))));
    }
    auto const next = html::panel({.id = "verder",
                                   .title = v.t("Verder"),
                                   .head_end = {},
                                   .body = html::actions(next_buttons(context, read, refusals.empty()))});
    auto const main = html::stack(
        {conditions(context, read, refusals), plan_panels(context, r, *r.plan, refusals, Wijzig::ja), next});
    auto const aside = html::stack({consequences(v, r.feiten)});
    auto const body =
        notice + strip(v, read, id) + steps(v, id, "controle") + html::columns(main, aside, v.t("Wat er dan gebeurt"));
    return plan_page(context, 200, r, v.t("Controleer het PIP"), body);
}
}
