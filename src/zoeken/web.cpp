#include "zoeken/web.h"

#include "gate/form.h"
#include "instroom/rules.h"
#include "zoeken/store.h"

namespace zoeken {
namespace {
using html::Act;

/// The file, or the page of somebody who has none yet.
std::string path_of(Gevonden const& g) {
    return g.dossier ? "/dossiers/" + std::to_string(g.dossier->value)
                     : "/inburgeraars/" + std::to_string(g.persoon.value);
}

html::Row row_of(html::View const& v, Gevonden const& g) {
    html::Html name = html::link(path_of(g), html::bdi(g.naam));
    html::Html sub = g.eigen_schrift.empty() ? html::Html{} : html::bdi(g.eigen_schrift, g.eigen_schrift_taal);
    auto const group = instroom::doelgroep_van(g.groep);
    html::Html file = g.dossier ? html::text(g.nummer) : html::text(v.t("geen dossier"));
    html::Html who = html::text(g.klantmanager.empty() ? g.regisseur : g.klantmanager);
    return {{html::cell_two(name, sub), html::text(html::partial_date(v, g.geboren)),
             html::text(group ? v.t(instroom::titel(*group)) : v.t("nog niet bekend")),
             html::cell_two(file, g.dossier && !g.open ? html::text(v.t("gesloten")) : html::Html{}), who,
             html::text(v.t(titel(g.treffer)))},
            false};
}

http::Response results(gate::Context& context, std::string const& shown, Vraag const& vraag) {
    auto const& v = context.view;
    auto const result = context.app.database.read(
        context.scope(), [&](db::Connection& c) { return zoek(c, context.app.kluis, context.access, vraag); });
    std::vector<std::pair<PersoonId, std::optional<DossierId>>> seen;
    for (auto const& g : result.lijst) seen.emplace_back(g.persoon, g.dossier);
    gate::log_reads(context, seen, "zoeken");
    // One hit for a number is the file itself.
    bool const number = vraag.geheim() || !vraag.dossiernummer.empty();
    if (number && result.lijst.size() == 1) return http::see_other(path_of(result.lijst[0]));

    auto main = html::page_head(
        {.title = v.t("Zoeken"),
         .lead = shown.empty() ? html::Html{} : html::text(v.t("Gezocht op")) + html::text(" ") + html::bdi(shown),
         .buttons = {}});
    std::vector<html::Html> blocks;
    auto const fields =
        html::text_field(v, {.name = "q",
                             .label = v.t("Naam, geboortedatum, BSN, V-nummer, telefoon of dossiernummer"),
                             .help = v.t("Elke schrijfwijze mag. Voorbeelden: yousef 1990, 14-03-1997, 2026-000123."),
                             .value = vraag.geheim() ? "" : shown,
                             .type = "search",
                             .max_length = 200,
                             .id = "zoekvraag"});
    blocks.push_back(html::post_form(v, {.action = "/zoeken",
                                         .fields = fields,
                                         .buttons = {html::button(Act::primary, v.t("Zoeken"), "search")},
                                         .id = {}}));
    if (vraag.leeg()) {
        blocks.push_back(html::empty_state(v.t("Typ een naam of een nummer om te zoeken.")));
    } else if (result.lijst.empty()) {
        bool const may_add =
            context.access.bereik_van(vertrouwen::Recht::persoon_registreren) != vertrouwen::Bereik::geen;
        blocks.push_back(html::empty_state(
            v.t("Wij vinden niemand. Controleer de schrijfwijze of zoek op geboortedatum."),
            may_add ? html::button_link(Act::secondary, "/inburgeraars/nieuw", v.t("Nieuwe persoon")) : html::Html{}));
    } else {
        html::Table table{.caption = v.t("Gevonden personen"),
                          .columns = {{v.t("Naam")},
                                      {v.t("Geboren")},
                                      {v.t("Groep")},
                                      {v.t("Dossier")},
                                      {v.t("Behandelaar")},
                                      {v.t("Gevonden op")}},
                          .rows = {}};
        for (auto const& g : result.lijst) table.rows.push_back(row_of(v, g));
        blocks.push_back(html::panel(
            {.id = "gevonden",
             .title = v.n("{} persoon gevonden", "{} personen gevonden", static_cast<long long>(result.lijst.size())),
             .head_end = {},
             .body = html::data_table(table),
             .flush = true}));
        if (result.meer)
            blocks.push_back(html::paragraph(
                html::text(v.t("Er zijn er meer dan {}. Typ meer van de naam of voeg het geboortejaar toe.", meeste))));
    }
    main += html::stack(blocks);
    return gate::page(context, v.t("Zoeken"), std::move(main));
}
}

http::Response show(gate::Context& context) {
    auto const typed = gate::trimmed(context.request.query_value("q"));
    auto const vraag = lees(typed);
    // Somebody pasted a number into the address: it is not used, comes back in no link, and the page asks to type it in
    // the box.
    if (vraag.geheim()) context.view.return_path = "/zoeken";
    return results(context, vraag.geheim() ? "" : typed, vraag.geheim() ? Vraag{} : vraag);
}

http::Response ask(gate::Context& context) {
    auto const typed = gate::trimmed(context.request.form_value("q"));
    auto const vraag = lees(typed);
    if (!vraag.geheim()) return http::see_other("/zoeken?q=" + http::url_encode(typed));
    return results(context, "", vraag);
}
}
