#include "dossier/frame.h"
#include "dossier/store.h"
#include "gate/form.h"
#include "inburgeringstermijn/store.h"
#include "instroom/beleid.h"
#include "instroom/store.h"
#include "instroom/web.h"

namespace instroom {
namespace {
using html::Act;
using vertrouwen::Categorie;

DossierId file_of(gate::Context const& context) { return DossierId{context.id_param("dossier")}; }
std::string file_path(gate::Context const& context, std::string_view rest) {
    return "/dossiers/" + std::to_string(file_of(context).value) + std::string{rest};
}
bool may_write(gate::Context const& context) {
    return context.access.bereik_van(vertrouwen::Recht::dossier_schrijven) != vertrouwen::Bereik::geen;
}

struct Gelezen {
    std::vector<DoelgroepRegel> groepen;
    std::vector<ExtraBesluit> extra;
    std::string beleid_extra;
    Bijstand bijstand = Bijstand::nee;
};

Gelezen load(gate::Context& context) {
    return context.app.database.read(context.scope(), [&](db::Connection& c) {
        Gelezen g;
        g.groepen = target_groups(c, *context.persoon);
        g.extra = extra_offers(c, context.access, *context.persoon);
        g.beleid_extra = policy(c, context.access.gemeente(), "gm.extra_aanbod", context.today()).value_or("nee");
        for (auto const& fact : inburgeringstermijn::facts(c, file_of(context))) {
            auto const& f = fact.feit;
            if (f.soort == inburgeringstermijn::FeitSoort::bijstand && Period{f.dag, f.tot}.contains(context.today()))
                g.bijstand = Bijstand::ja;
        }
        return g;
    });
}

bool extra_in_force(Gelezen const& g, Date today) {
    for (auto const& e : g.extra)
        if (e.vanaf <= today) return e.toegekend;
    return false;
}
bool asylum(Doelgroep group) { return group == Doelgroep::as_a || group == Doelgroep::as_b; }

std::string source(html::View const& v, std::string const& bron) {
    if (bron == "duo") return v.t("DUO");
    if (bron == "coa") return v.t("COA");
    return bron == "hand" ? v.t("medewerker") : bron;
}

html::Html offer_panel(html::View const& v, Gelezen const& g) {
    if (g.groepen.empty())
        return html::panel(
            {.id = "aanbod",
             .title = v.t("Aanbod"),
             .head_end = {},
             .body = html::empty_state(
                 v.t("De doelgroep is nog niet bekend. Daarom is er nog geen aanbod. DUO laat de doelgroep weten."))});
    auto const group = g.groepen.front().groep;
    auto const extra = g.beleid_extra == "ja" && extra_in_force(g, v.today) ? ExtraAanbod::ja : ExtraAanbod::nee;
    auto const offer = aanbod_met_beleid(group, g.bijstand, extra);
    std::vector<html::Html> items;
    for (auto const part : offer.uitkomst) items.push_back(html::text(v.t(titel(part))));
    html::Html body = html::paragraph(
        html::text(g.bijstand == Bijstand::ja
                       ? v.t("Deze persoon heeft bijstand. De gemeente biedt aan:")
                       : v.t("Deze persoon heeft geen bijstand, voor zover bekend. De gemeente biedt aan:")));
    body += html::bullet_list(items) + html::waarom(v, v.t("Waarom dit aanbod?"), offer.redenen, "waarom-aanbod");
    return html::panel({.id = "aanbod", .title = v.t("Aanbod"), .head_end = {}, .body = body});
}

html::Html group_panel(html::View const& v, Gelezen const& g) {
    html::Html body;
    if (g.groepen.empty()) {
        body = html::paragraph(html::text(v.t("Nog niet bekend.")));
    } else {
        html::Table table{.caption = v.t("Doelgroep met geschiedenis"),
                          .columns = {{v.t("Doelgroep")}, {v.t("Vanaf")}, {v.t("Bron")}},
                          .rows = {}};
        for (auto const& line : g.groepen)
            table.rows.push_back(
                {{html::cell_two(html::text(v.t(titel(line.groep))),
                                 html::text(line.duo_fijn.empty() ? std::string{code(line.groep)} : line.duo_fijn)),
                  html::time_tag(line.vanaf, html::short_date(v, line.vanaf)), html::text(source(v, line.bron))},
                 false});
        body = html::data_table(table);
    }
    return html::panel({.id = "doelgroep-nu", .title = v.t("Doelgroep"), .head_end = {}, .body = body});
}

html::Html set_form(gate::Context const& context, html::Errors const& errors) {
    auto const& v = context.view;
    auto const& r = context.request;
    std::vector<html::Choice> groups;
    for (auto const group : {Doelgroep::as_a, Doelgroep::as_b, Doelgroep::gm, Doelgroep::om})
        groups.push_back({std::string{code(group)}, v.t(titel(group)), std::string{code(group)}});
    auto const from = gate::date_input(r, "vanaf");
    auto const fields = html::radio_field(v,
                                          {.name = "groep",
                                           .label = v.t("Doelgroep"),
                                           .help = {},
                                           .value = std::string{r.form_value("groep")},
                                           .error = std::string{errors.at("groep")}},
                                          groups)
                        + html::date_field(v, {.name = "vanaf",
                                               .label = v.t("Vanaf"),
                                               .help = {},
                                               .value = from.empty() ? to_iso(context.today()) : from,
                                               .error = std::string{errors.at("vanaf")}})
                        + html::textarea_field(v,
                                               {.name = "reden",
                                                .label = v.t("Reden"),
                                                .help = v.t("Waarom wijkt u af van DUO, of waarom weet u dit al?"),
                                                .value = std::string{r.form_value("reden")},
                                                .error = std::string{errors.at("reden")},
                                                .max_length = 1000},
                                               3);
    return html::panel(
        {.id = "zelf",
         .title = v.t("Doelgroep zelf vastleggen"),
         .head_end = {},
         .body = html::paragraph(html::text(v.t("DUO bepaalt de doelgroep. Leg alleen iets vast als DUO nog niets "
                                                "heeft laten weten of als u iets moet herstellen.")))
                 + html::post_form(v, {.action = file_path(context, "/doelgroep"),
                                       .fields = fields,
                                       .buttons = {html::button(Act::secondary, v.t("Doelgroep vastleggen"))},
                                       .id = "doelgroep"})});
}

html::Html extra_panel(gate::Context const& context, Gelezen const& g, html::Errors const& errors) {
    auto const& v = context.view;
    if (g.groepen.empty() || asylum(g.groepen.front().groep)) return {};   // the law gives them all of it
    bool const now = extra_in_force(g, v.today);
    std::vector<html::Html> history;
    for (auto const& e : g.extra)
        history.push_back(html::text((e.toegekend ? v.t("Toegekend vanaf {}", html::short_date(v, e.vanaf))
                                                  : v.t("Gestopt vanaf {}", html::short_date(v, e.vanaf)))
                                     + " · " + e.reden + (e.door.empty() ? "" : " · " + e.door)));
    html::Html body = history.empty() ? html::Html{} : html::bullet_list(history);
    if (g.beleid_extra != "ja") {
        body += html::paragraph(html::text(v.t("Het beleid van uw gemeente kent geen extra aanbod voor deze groep.")));
    } else if (may_write(context)) {
        auto const fields = html::hidden_field("toegekend", now ? "nee" : "ja")
                            + html::textarea_field(v,
                                                   {.name = "reden_extra",
                                                    .label = v.t("Reden"),
                                                    .help = {},
                                                    .value = std::string{context.request.form_value("reden_extra")},
                                                    .error = std::string{errors.at("reden_extra")},
                                                    .max_length = 1000},
                                                   3);
        body += html::post_form(v, {.action = file_path(context, "/doelgroep/extra"),
                                    .fields = fields,
                                    .buttons = {html::button(Act::secondary, now ? v.t("Extra aanbod stoppen")
                                                                                 : v.t("Extra aanbod toekennen"))},
                                    .id = "extra"});
    }
    return html::panel(
        {.id = "extra-aanbod", .title = v.t("Extra aanbod (beleid van de gemeente)"), .head_end = {}, .body = body});
}

http::Response page_of(gate::Context& context, int status, html::Errors const& errors) {
    auto const& v = context.view;
    auto const g = load(context);
    std::vector<html::Html> blocks{html::error_summary(v, errors), group_panel(v, g), offer_panel(v, g),
                                   extra_panel(context, g, errors)};
    if (may_write(context)) blocks.push_back(set_form(context, errors));
    return gate::page(context, status, dossier::file_title(context, file_of(context), v.t("Doelgroep en aanbod")),
                      dossier::file_frame(context, file_of(context), dossier::Tab::doelgroep, html::stack(blocks)));
}

void note(gate::Context& context, db::Connection& c, std::string title, std::string text) {
    dossier::add_event(c, context.app.kluis, context.access, context.now(), file_of(context),
                       {.dag = context.today(),
                        .soort = dossier::Soort::instroom,
                        .categorie = Categorie::identiteit,
                        .titel = std::move(title),
                        .tekst = std::move(text),
                        .bron = "",
                        .persoon = {},
                        .contact = {},
                        .vervangt = {}});
}
}

http::Response show_group(gate::Context& context) { return page_of(context, 200, {}); }

http::Response set_group(gate::Context& context) {
    auto const& v = context.view;
    auto const group = doelgroep_van(context.request.form_value("groep"));
    auto const from = gate::whole_date(gate::date_input(context.request, "vanaf"));
    auto const why = gate::trimmed(context.request.form_value("reden"));
    html::Errors errors;
    if (!group) errors.add("groep", v.t("Kies een doelgroep."));
    if (!from)
        errors.add("vanaf", v.t("Vul een dag in die bestaat, bijvoorbeeld 3 12 2026."));
    else if (*from > context.today())
        errors.add("vanaf", v.t("Deze datum ligt in de toekomst."));
    if (why.empty()) errors.add("reden", v.t("Vul een reden in."));
    if (!errors.none()) return page_of(context, 422, errors);
    context.app.database.write(context.scope(), [&](db::Connection& c) {
        set_target_group(c, context.access, context.now(), *context.persoon, *group, {}, {}, {}, *from, "hand");
        note(context, c, "Doelgroep vastgelegd", std::string{titel(*group)} + ": " + why);
        inburgeringstermijn::recompute(c, context.access, context.now(), context.today(), file_of(context));
    });
    return http::see_other(file_path(context, "/doelgroep"));
}

http::Response decide_extra(gate::Context& context) {
    auto const why = gate::trimmed(context.request.form_value("reden_extra"));
    bool const grant = context.request.form_value("toegekend") == "ja";
    auto const g = load(context);
    bool const possible = g.beleid_extra == "ja" && !g.groepen.empty() && !asylum(g.groepen.front().groep);
    html::Errors errors;
    if (!possible)
        errors.add("reden_extra", context.view.t("Het beleid van uw gemeente kent geen extra aanbod voor deze groep."));
    else if (why.empty())
        errors.add("reden_extra", context.view.t("Vul een reden in."));
    if (!errors.none()) return page_of(context, 422, errors);
    context.app.database.write(context.scope(), [&](db::Connection& c) {
        decide_extra_offer(c, context.access, context.now(), *context.persoon, grant, why, context.today());
        note(context, c, grant ? "Extra aanbod toegekend" : "Extra aanbod gestopt", why);
    });
    return http::see_other(file_path(context, "/doelgroep"));
}
}
