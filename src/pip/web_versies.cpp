#include "pip/beeld.h"
#include "pip/web.h"
#include "platform/html/print.h"

#include <algorithm>

namespace pip {
using html::Html;

namespace {
std::string words(html::View const& v, Huidig const& one) {
    auto text = v.t(titel(one.stand));
    if (one.dagtekening) text += ", " + html::long_date(v, *one.dagtekening);
    return text;
}
struct Pair {
    Lezing r;
    std::optional<Gelezen> first, second;
};
}

http::Response list_versions(gate::Context& context) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    auto const r =
        context.app.database.read(context.scope(), [&](db::Connection& c) { return read_plan(c, context, id); });
    html::Table table{.caption = v.t("Versies van het plan"),
                      .columns = {{.label = v.t("Versie")},
                                  {.label = v.t("Stand")},
                                  {.label = v.t("Leerroute en niveau")},
                                  {.label = v.t("Door")},
                                  {.label = v.t("Verschillen")}},
                      .rows = {}};
    for (std::size_t i = 0; i < r.versies.size(); ++i) {
        auto const& one = r.versies[i];
        auto route = one.leerroute.empty() ? std::string{} : v.t(route_titel(one.leerroute));
        if (!one.niveau.empty()) route += ", " + one.niveau;
        Html difference;
        if (i + 1 < r.versies.size()) {
            auto const earlier = r.versies[i + 1].versie;
            difference = html::link(plan_path(id, fmt::format("/versies/{}/{}", earlier, one.versie)),
                                    v.t("Verschil met versie {}", earlier));
        }
        table.rows.push_back(
            {{html::link(plan_path(id, fmt::format("/versies/{}", one.versie)), v.t("Versie {}", one.versie)),
              html::text(words(v, one)), html::text(route), html::bdi(one.door), difference}});
    }
    auto const list = r.versies.empty() ? html::empty_state(v.t("Er is nog geen plan.")) : html::data_table(table);
    auto const body = html::panel({.id = "versies",
                                   .title = v.t("Versies van het plan"),
                                   .head_end = html::link(plan_path(id), v.t("Terug naar het plan")),
                                   .body = list,
                                   .flush = !r.versies.empty()});
    return plan_page(context, 200, r, v.t("Versies van het plan"), body);
}

http::Response show_version(gate::Context& context) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    auto const number = static_cast<int>(std::min<std::int64_t>(context.id_param("versie"), 10'000));
    auto const pair = context.app.database.read(context.scope(), [&](db::Connection& c) {
        return Pair{read_plan(c, context, id), lees_versie(c, context.app.kluis, context.access, id, number), {}};
    });
    if (!pair.r.kop || !pair.first) return gate::not_found(context);
    auto const title = v.t("Versie {}", pair.first->kop.versie);
    auto const head =
        html::panel({.id = "versie",
                     .title = title,
                     .head_end = html::link(plan_path(id, "/versies"), v.t("Alle versies")),
                     .body = html::paragraph(html::text(words(v, pair.first->kop)))
                             + html::actions({html::print_link(plan_path(id, fmt::format("/afdruk?versie={}", number)),
                                                               v.t("Deze versie afdrukken"))})});
    return plan_page(context, 200, pair.r, title,
                     html::stack({head, plan_panels(context, pair.r, *pair.first, {}, Wijzig::nee)}));
}

http::Response compare(gate::Context& context) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    auto const number = [&](std::string_view name) {
        return static_cast<int>(std::min<std::int64_t>(context.id_param(name), 10'000));
    };
    auto const pair = context.app.database.read(context.scope(), [&](db::Connection& c) {
        auto const read_one = [&](int version) {
            return lees_versie(c, context.app.kluis, context.access, id, version);
        };
        return Pair{read_plan(c, context, id), read_one(number("a")), read_one(number("b"))};
    });
    if (!pair.r.kop || !pair.first || !pair.second) return gate::not_found(context);
    auto const title = v.t("Versie {} en versie {}", pair.first->kop.versie, pair.second->kop.versie);
    auto const changes = change_lines(v, pair.r.gebieden, pair.first->plan, pair.second->plan);
    auto const dates = html::paragraph(
        html::text(v.t("Versie {}: {}. Versie {}: {}.", pair.first->kop.versie, words(v, pair.first->kop),
                       pair.second->kop.versie, words(v, pair.second->kop))));
    auto const list = changes.empty() ? html::empty_state(v.t("Deze versies zijn gelijk."))
                                      : html::change_table(v, v.t("Wat er anders is"), changes);
    auto const body = html::stack({html::panel({.id = "vergelijk",
                                                .title = title,
                                                .head_end = html::link(plan_path(id, "/versies"), v.t("Alle versies")),
                                                .body = dates}),
                                   html::panel({.id = "verschillen",
                                                .title = v.t("Wat er anders is"),
                                                .head_end = {},
                                                .body = list,
                                                .flush = !changes.empty()})});
    return plan_page(context, 200, pair.r, title, body);
}
}
