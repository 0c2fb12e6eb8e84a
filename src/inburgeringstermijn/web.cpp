#include "inburgeringstermijn/web.h"

#include "dossier/frame.h"
#include "inburgeringstermijn/klok_beeld.h"

#include <algorithm>

namespace inburgeringstermijn {
namespace {
using html::Html;
using i18n::N_;
using vertrouwen::Bereik;
using vertrouwen::Recht;

struct Read {
    std::optional<dossier::Kop> kop;
    Grondslag basis;
    std::vector<FeitGeschiedenis> history;
};

std::string path(DossierId id, std::string_view rest) {
    return fmt::format("/dossiers/{}/termijnen{}", id.value, rest);
}

std::string last_day(html::View const& v, Feit const& f) {
    if (!f.tot) return vorm(f.soort) == FeitVorm::een_dag ? std::string{} : v.t("loopt nog");
    return html::short_day(v, *f.tot - std::chrono::days{1});
}
std::string source(html::View const& v, std::string_view bron) {
    if (bron == "duo") return "DUO";
    if (bron == "brp") return "BRP";
    if (bron == "pip") return "PIP";
    if (bron == "brief") return v.t("brief");
    if (bron == "hand") return v.t("met de hand");
    if (bron == aangenomen) return v.t("aangenomen");
    return std::string{bron};
}

Html group_of_clocks(html::View const& v, std::vector<Klok> const& all, std::string id, std::string_view title,
                     auto&& belongs, std::string_view empty) {
    Html body;
    for (auto const& klok : all)
        if (belongs(klok)) body += clock(v, klok, id);
    if (body.empty() && empty.empty()) return {};
    if (body.empty()) body = html::empty_state(v.t(empty));
    return html::panel({.id = id, .title = v.t(title), .head_end = {}, .body = body});
}

Html all_clocks(html::View const& v, std::vector<Klok> const& all) {
    return group_of_clocks(
               v, all, "lopend", N_("Wat nu loopt"),
               [](Klok const& k) { return k.stand == KlokStand::loopt || k.stand == KlokStand::stilgelegd; },
               N_("Er lopen geen wettelijke termijnen."))
           + group_of_clocks(v, all, "straks", N_("Wat nog begint"),
                             [](Klok const& k) { return k.stand == KlokStand::loopt_nog_niet; }, {})
           + group_of_clocks(
               v, all, "voorbij", N_("Wat voorbij is"),
               [](Klok const& k) { return k.stand == KlokStand::gehaald || k.stand == KlokStand::vervallen; }, {});
}

Html fact_actions(html::View const& v, DossierId id, OpgeslagenFeit const& f) {
    if (f.bron == "duo") return {};   // DUO's registrations change through DUO
    auto const replace = path(id, fmt::format("/feit?soort={}&vervangt={}", naam(f.feit.soort), f.id));
    auto const what = html::hidden(": " + v.t(titel(f.feit.soort)));
    return html::link(replace, html::text(v.t("Verbeteren")) + what) + html::text(" ")
           + html::link(path(id, fmt::format("/feit/{}/intrekken", f.id)), html::text(v.t("Intrekken")) + what);
}

Html facts_panel(gate::Context& context, DossierId id, std::vector<OpgeslagenFeit> const& facts) {
    auto const& v = context.view;
    bool const may_write = context.access.bereik_van(Recht::dossier_schrijven) != Bereik::geen;
    auto const add =
        may_write ? html::button_link(html::Act::secondary, path(id, "/feit"), v.t("Feit toevoegen"), "plus", true)
                  : Html{};
    if (facts.empty())
        return html::panel(
            {.id = "feiten",
             .title = v.t("Feiten achter de termijnen"),
             .head_end = add,
             .body = html::empty_state(v.t("Er zijn nog geen feiten. Zonder feit loopt er geen termijn."))});
    std::vector<Opgeschreven> written;
    for (auto const& f : facts) written.push_back({f.feit, f.bron});
    html::Table table{.caption = v.t("Feiten achter de termijnen"),
                      .columns = {{.label = v.t("Feit")},
                                  {.label = v.t("Dag")},
                                  {.label = v.t("Tot en met")},
                                  {.label = v.t("Bron")},
                                  {.label = v.t("Wat u kunt doen")}},
                      .rows = {}};
    for (auto const& f : facts) {
        auto sub = html::text(v.t(f.toelichting));
        if (wijkt_voor_duo(written, {f.feit, f.bron}))
            sub += html::text(" ") + html::status_badge(v.t("DUO gaat voor"), "warning");
        table.rows.push_back(
            {{html::cell_two(html::text(v.t(titel(f.feit.soort))), sub),
              html::time_tag(f.feit.dag, html::short_day(v, f.feit.dag)), html::text(last_day(v, f.feit)),
              html::text(source(v, f.bron)), may_write ? fact_actions(v, id, f) : Html{}}});
    }
    return html::panel({.id = "feiten",
                        .title = v.t("Feiten achter de termijnen"),
                        .head_end = add,
                        .body = html::data_table(table),
                        .flush = true});
}

Html history_panel(html::View const& v, std::vector<FeitGeschiedenis> const& history) {
    bool const changed = std::ranges::any_of(history, [](auto const& h) { return h.vervangen || h.intrekking; });
    if (!changed) return {};
    html::Table table{.caption = v.t("Geschiedenis van de feiten"),
                      .columns = {{.label = v.t("Vastgelegd")},
                                  {.label = v.t("Feit")},
                                  {.label = v.t("Dag")},
                                  {.label = v.t("Tot en met")},
                                  {.label = v.t("Stand")},
                                  {.label = v.t("Door")}},
                      .rows = {},
                      .row_header = 1};
    for (auto const& h : history) {
        auto const written = platform::local_time(h.feit.vastgelegd_op).day;
        auto const state = h.intrekking ? v.t("intrekking") : h.vervangen ? v.t("vervangen") : v.t("geldt");
        auto const what = h.intrekking ? v.t("Een feit ingetrokken") : v.t(titel(h.feit.feit.soort));
        table.rows.push_back(
            {{html::text(html::short_day(v, written)),
              html::cell_two(html::text(what), html::text(v.t(h.feit.toelichting))),
              html::text(h.intrekking ? "" : html::short_day(v, h.feit.feit.dag)),
              html::text(h.intrekking ? "" : last_day(v, h.feit.feit)), html::text(state), html::text(h.door)}});
    }
    return html::panel({.id = "geschiedenis",
                        .title = v.t("Geschiedenis van de feiten"),
                        .head_end = {},
                        .body = html::data_table(table),
                        .flush = true});
}
}

http::Response show(gate::Context& context) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    auto const read = context.app.database.read(context.scope(), [&](db::Connection& c) {
        return Read{dossier::head(c, context.access, context.now(), id), basis(c, id), history(c, context.access, id)};
    });
    if (!read.kop) return gate::not_found(context);
    auto const facts = dossier::facts_for(*read.kop, read.basis, v.today);
    Html notice;
    if (!read.basis.groep_bekend)
        notice = html::alert(html::AlertKind::info, v.t("De doelgroep is nog niet bekend."),
                             html::paragraph(html::text(v.t("Termijnen die van de doelgroep afhangen, zoals ontzorgen, "
                                                            "staan er daarom nog niet bij."))));
    auto const main =
        html::stack({notice, facts_panel(context, id, read.basis.feiten), history_panel(v, read.history)});
    auto const body = html::columns(main, html::stack({all_clocks(v, facts.klokken)}), v.t("Wettelijke termijnen"));
    return gate::page(context, dossier::file_title(v, *read.kop, v.t("Termijnen")),
                      dossier::file_frame(context, *read.kop, facts, dossier::Tab::termijnen, body));
}
}
