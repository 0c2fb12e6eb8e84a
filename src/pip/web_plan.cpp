#include "brieven/store.h"
#include "instroom/store.h"
#include "leerbaarheidstoets/store.h"
#include "pip/beeld.h"
#include "pip/brief.h"
#include "pip/web.h"
#include "platform/html/print.h"

#include <algorithm>
#include <charconv>

namespace pip {
using html::Html;
using i18n::N_;
using vertrouwen::Recht;

namespace {
struct Rest {
    std::optional<brieven::Brief> letter;
    std::optional<instroom::GezinslidRegel> partner;
    std::optional<Huidig> partner_plan;
    leerbaarheidstoets::Uitkomst test;
};

Rest read_rest(db::Connection& c, gate::Context& context, Lezing const& r, DossierId id) {
    Rest rest;
    if (r.plan) rest.letter = brieven::van_bron(c, context.access, id, brief_bron(r.plan->kop.id));
    rest.test = leerbaarheidstoets::uitslag(c, context.access, id);
    if (!context.persoon) return rest;
    for (auto const& member : instroom::family(c, context.access, *context.persoon))
        if (member.soort == "partner" && !member.voorbij && member.dossier) rest.partner = member;
    return rest;
}

Html state_words(html::View const& v, Gelezen const& g) {
    auto const day = [&](std::optional<Date> d) {
        return d ? html::strong(html::time_tag(*d, html::long_date(v, *d))) : Html{};
    };
    switch (g.kop.stand) {
    case Stand::in_concept:
        return dossier::sentence(v, N_("Versie {} is een concept."), {html::text(std::to_string(g.kop.versie))});
    case Stand::voorgelegd:
        return dossier::sentence(v, N_("Versie {} is op {} voorgelegd. Nu kan het plan worden vastgesteld."),
                                 {html::text(std::to_string(g.kop.versie)), day(g.kop.voorgelegd_op)});
    case Stand::vastgesteld:
        return dossier::sentence(v, N_("Versie {} geldt sinds {}."),
                                 {html::text(std::to_string(g.kop.versie)), day(g.kop.dagtekening)});
    case Stand::vervangen:
        return dossier::sentence(v, N_("Versie {} van {} is vervangen."),
                                 {html::text(std::to_string(g.kop.versie)), day(g.kop.dagtekening)});
    }
    return {};
}

/// The one thing to do next, and what else may be done.
std::vector<Html> buttons(gate::Context& context, Lezing const& r, Rest const& rest) {
    auto const& v = context.view;
    auto const id = r.kop->dossier.id;
    bool const writes = may(context, Recht::plan_schrijven) && r.kop->dossier.open;
    std::vector<Html> all;
    if (r.is_concept() && writes) {
        bool const ready = r.plan->kop.stand == Stand::voorgelegd;
        all.push_back(html::button_link(html::Act::primary, plan_path(id, "/controle"),
                                        ready ? v.t("Plan controleren en vaststellen") : v.t("Plan controleren"),
                                        "check"));
        all.push_back(
            html::button_link(html::Act::secondary, plan_path(id, "/leerroute"), v.t("Plan invullen"), "note"));
    }
    if (r.plan && rest.letter && r.plan->kop.stand == Stand::vastgesteld
        && context.access.bereik_van(Recht::brieven_lezen) != vertrouwen::Bereik::geen)
        all.push_back(html::button_link(
            rest.letter->stand == brieven::Stand::in_concept ? html::Act::primary : html::Act::secondary,
            fmt::format("/dossiers/{}/brieven/{}", id.value, rest.letter->id.value),
            rest.letter->stand == brieven::Stand::in_concept ? v.t("Brief met het besluit versturen")
                                                             : v.t("Brief met het besluit"),
            "mail"));
    if (!r.is_concept() && writes)
        all.push_back(html::post_button(v, plan_path(id, "/beginnen"),
                                        r.plan ? html::Act::secondary : html::Act::primary,
                                        r.plan ? v.t("Plan wijzigen: nieuwe versie") : v.t("Plan beginnen"), "plus"));
    if (r.plan) all.push_back(html::print_link(plan_path(id, "/afdruk"), v.t("Plan afdrukken")));
    return all;
}

Html conditions(gate::Context& context, Lezing const& r, Rest const& rest) {
    auto const& v = context.view;
    auto const id = r.kop->dossier.id;
    std::vector<html::Step> items;
    auto const line = [&](bool done, std::string const& words, std::string const& href) {
        items.push_back({href.empty() ? html::text(words) : html::link(href, words), done});
    };
    bool const intake = context.access.bereik_van(Recht::intake_lezen) != vertrouwen::Bereik::geen;
    auto const intake_href = intake ? fmt::format("/dossiers/{}/intake", id.value) : std::string{};
    if (!r.intake)
        line(false, v.t("Brede intake nog niet begonnen"), intake_href);
    else
        line(r.intake->afgerond,
             r.intake->afgerond ? v.t("Brede intake afgerond")
                                : v.t("Brede intake: {} van {}", r.intake->besproken, r.intake->totaal),
             intake_href);
    line(rest.test.klaar(), v.t("Leerbaarheidstoets: {}", v.t(titel(rest.test.stand))),
         intake ? fmt::format("/dossiers/{}/toets", id.value) : std::string{});
    if (r.plan) {
        line(!r.plan->plan.inhoud.onderwijs_onderzocht.empty(), v.t("Onderwijsroute onderzocht"), {});
        line(r.plan->handtekening.has_value(), v.t("Handtekening van de inburgeraar"), {});
    }
    Html delay;
    bool const waits = !r.plan || r.is_concept();
    if (waits && may(context, Recht::plan_schrijven))
        delay =
            html::heading(3, html::text(v.t("Loopt het vertraging op?")))
            + html::bullet_list({html::link(fmt::format("/dossiers/{}/termijnen/feit?soort=derden_gevraagd", id.value),
                                            v.t("Informatie gevraagd aan derden vastleggen")),
                                 html::link(plan_path(id, "/oorzaak"), v.t("Oorzaak opschrijven"))});
    return html::panel(
        {.id = "volledig", .title = v.t("Volledig?"), .head_end = {}, .body = html::done_list(v, items) + delay});
}

Html partner_panel(html::View const& v, Rest const& rest) {
    if (!rest.partner) return {};
    auto const words = html::paragraph(
        html::text(v.t("Ieder heeft een eigen PIP, ook partners. Bespreek of de plannen bij elkaar passen.")));
    return html::panel(
        {.id = "partner",
         .title = v.t("Plan van de partner"),
         .head_end = {},
         .body =
             words + html::paragraph(html::link(plan_path(*rest.partner->dossier), html::bdi(rest.partner->naam)))});
}

Html versions_panel(html::View const& v, DossierId id, std::vector<Huidig> const& all) {
    if (all.size() < 2) return {};
    std::vector<html::ListItem> items;
    constexpr std::size_t most = 5;
    for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
        auto const& one = all[i];
        auto words = v.t(titel(one.stand));
        if (one.dagtekening) words += ", " + html::short_day(v, *one.dagtekening);
        items.push_back(
            {{},
             html::link(plan_path(id, fmt::format("/versies/{}", one.versie)), v.t("Versie {}", one.versie)),
             html::soft(html::text(words))});
    }
    return html::panel({.id = "versies",
                        .title = v.t("Versies"),
                        .head_end = html::link(plan_path(id, "/versies"), v.t("Alle versies")),
                        .body = html::item_list(items)});
}

Html empty_plan(gate::Context& context, Lezing const& r, Rest const& rest) {
    auto const& v = context.view;
    auto const act = buttons(context, r, rest);
    auto const words =
        r.feiten.verhuisd_met_pip
            ? v.t("Deze persoon verhuisde hierheen met een PIP. Maak een nieuw plan met dezelfde leerroute.")
        : r.feiten.eerste_pip ? v.t("Er is een eerder PIP dat niet in Meedoen staat.")
                              : v.t("Er is nog geen plan. Het komt na de brede intake.");
    return html::empty_state(words, act.empty() ? Html{} : html::actions(act));
}
}

http::Response show(gate::Context& context) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    struct All {
        Lezing r;
        Rest rest;
    };
    auto const all = context.app.database.read(context.scope(), [&](db::Connection& c) {
        All found{read_plan(c, context, id), {}};
        found.rest = read_rest(c, context, found.r, id);
        return found;
    });
    auto const& r = all.r;
    if (!r.kop) return gate::not_found(context);
    if (all.rest.partner && all.rest.partner->persoon)
        gate::log_reads(context, {{*all.rest.partner->persoon, all.rest.partner->dossier}}, "dossier.plan");
    auto const aside =
        html::stack({conditions(context, r, all.rest), partner_panel(v, all.rest), versions_panel(v, id, r.versies)});
    if (!r.plan)
        return plan_page(context, 200, r, v.t("Plan"),
                         html::columns(html::panel({.id = "plan",
                                                    .title = v.t("Persoonlijk plan inburgering en participatie (PIP)"),
                                                    .head_end = {},
                                                    .body = empty_plan(context, r, all.rest)}),
                                       aside, v.t("Voorwaarden voor het plan")));
    auto const head =
        html::panel({.id = "plan",
                     .title = v.t("Persoonlijk plan inburgering en participatie (PIP)"),
                     .head_end = {},
                     .body = html::paragraph(state_words(v, *r.plan)) + html::actions(buttons(context, r, all.rest))});
    auto const body = html::columns(html::stack({head, plan_panels(context, r, *r.plan, {}, Wijzig::nee)}), aside,
                                    v.t("Voorwaarden en versies"));
    return plan_page(context, 200, r, v.t("Plan"), body);
}

http::Response start(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    bool const open = context.app.database.write(context.scope(), [&](db::Connection& c) {
        auto const file = dossier::find(c, context.access, id);
        if (!file || !file->open) return false;
        begin(c, surroundings(context), id);
        return true;
    });
    return http::see_other(plan_path(id, open ? "/leerroute" : ""));
}

http::Response paper(gate::Context& context) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    int number = 0;
    auto const asked = context.request.query_value("versie");
    std::from_chars(asked.data(), asked.data() + asked.size(), number);
    struct All {
        Lezing r;
        std::optional<Gelezen> chosen;
    };
    auto const all = context.app.database.read(context.scope(), [&](db::Connection& c) {
        All found{read_plan(c, context, id), {}};
        found.chosen = number ? lees_versie(c, context.app.kluis, context.access, id, number) : found.r.plan;
        return found;
    });
    if (!all.r.kop || !all.chosen) return gate::not_found(context);
    auto const title = v.t("PIP van {}", all.r.kop->naam);
    auto main = html::heading(1, html::text(title)) + html::paragraph(state_words(v, *all.chosen))
                + plan_panels(context, all.r, *all.chosen, {}, Wijzig::nee);
    http::Response response;
    response.body =
        html::print_page(v, {.title = title, .main = std::move(main), .refresh_seconds = {}}, plan_path(id));
    return response;
}
}
