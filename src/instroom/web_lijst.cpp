#include "brp/tabellen.h"
#include "dossier/rules.h"
#include "dossier/store.h"
#include "instroom/lijst.h"
#include "instroom/openen.h"
#include "instroom/queries.h"
#include "instroom/store.h"
#include "instroom/web.h"
#include "platform/html/reference.h"

#include <charconv>

namespace instroom {
namespace {
using html::Act;
using i18n::N_;
constexpr int per_page = 50;

std::string address(Lijstfilter const& f, std::optional<Lijstplek> const& after = {}) {
    std::string query;
    auto const add = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) query += (query.empty() ? "?" : "&") + std::string{name} + "=" + http::url_encode(value);
    };
    add("groep", f.groep);
    add("fase", f.fase);
    if (after && !after->sleutel.empty()) add("na", after->sleutel + "." + std::to_string(after->id));
    return "/inburgeraars" + query;
}

Lijstplek read_place(std::string_view text) {
    auto const dot = text.rfind('.');
    Lijstplek p;
    if (dot == std::string_view::npos || text.find('\0') != std::string_view::npos) return p;
    auto const number = text.substr(dot + 1);
    auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), p.id);
    if (error != std::errc{} || end != number.data() + number.size()) return {};
    p.sleutel = text.substr(0, dot);
    return p;
}

struct Phase {
    std::string_view value, label;
};
constexpr Phase phases[] = {{"instroom", N_("Instroom")}, {"intake", N_("Brede intake")},
                            {"pip", N_("PIP")},           {"leerroute", N_("Leerroute")},
                            {"voldaan", N_("Voldaan")},   {"geen", N_("Geen dossier")}};
std::string_view phase_title(std::string_view value) {
    for (auto const& p : phases)
        if (p.value == value) return p.label;
    return value;
}

/// Only values of ours: another one is no filter.
Lijstfilter read_filter(http::Request const& request) {
    Lijstfilter f{std::string{request.query_value("groep")}, std::string{request.query_value("fase")}};
    if (f.groep != "onbekend" && !doelgroep_van(f.groep)) f.groep.clear();
    bool const known = std::ranges::any_of(phases, [&](Phase const& p) { return p.value == f.fase; });
    if (!known) f.fase.clear();
    return f;
}

html::Html filters(html::View const& v, Lijstfilter const& f) {
    std::vector<html::Chip> groups, stages;
    for (auto const group : {Doelgroep::as_a, Doelgroep::as_b, Doelgroep::gm, Doelgroep::om}) {
        std::string const value{code(group)};
        groups.push_back(
            {.label = v.t(titel(group)), .href = address({value, f.fase}), .count = {}, .current = f.groep == value});
    }
    groups.push_back({.label = v.t("nog niet bekend"),
                      .href = address({"onbekend", f.fase}),
                      .count = {},
                      .current = f.groep == "onbekend"});
    for (auto const& p : phases)
        stages.push_back({.label = v.t(p.label),
                          .href = address({f.groep, std::string{p.value}}),
                          .count = {},
                          .current = f.fase == p.value});
    std::vector<html::Chip> applied;
    if (!f.groep.empty()) {
        auto const group = doelgroep_van(f.groep);
        applied.push_back({.label = group ? v.t(titel(*group)) : v.t("nog niet bekend"),
                           .href = address({"", f.fase}),
                           .count = {},
                           .applied = true});
    }
    if (!f.fase.empty())
        applied.push_back(
            {.label = v.t(phase_title(f.fase)), .href = address({f.groep, ""}), .count = {}, .applied = true});
    return html::chips(v.t("Doelgroep"), groups)
           + html::chips(v.t("Fase"), stages, applied.empty() ? "" : v.t("Gekozen"), applied, v.t("filter weghalen"));
}

html::Row row_of(html::View const& v, Lijstregel const& l) {
    auto const href = l.dossier ? "/dossiers/" + std::to_string(l.dossier->value)
                                : "/inburgeraars/" + std::to_string(l.persoon.value);
    html::Html below = l.eigen_schrift.empty() ? html::Html{} : html::bdi(l.eigen_schrift, l.eigen_schrift_taal);
    if (l.geheim) below += html::text(below.empty() ? "" : " · ") + html::text(v.t("adres geheim"));
    if (l.overleden)
        below += html::text(below.empty() ? "" : " · ") + html::text(v.t("overleden"));
    else if (!l.opschorting.empty())
        below += html::text(below.empty() ? "" : " · ") + html::text(v.t(brp::opschorting(l.opschorting)));
    auto const years = l.overleden ? std::nullopt : age(l.geboren, v.today);
    return {{html::cell_two(html::link(href, html::bdi(l.naam)), below),
             html::cell_two(html::text(html::partial_date(v, l.geboren.to_iso())),
                            html::text(years ? v.n("{} jaar", "{} jaar", *years) : std::string{})),
             html::text(l.groep ? v.t(titel(*l.groep)) : v.t("nog niet bekend")),
             html::cell_two(l.dossier ? html::reference(l.nummer) : html::text(v.t("geen dossier")),
                            html::text(l.dossier ? v.t(phase_title(l.fase)) : std::string{})),
             html::text(l.behandelaar.empty() ? "" : l.behandelaar)},
            false};
}
bool may(gate::Context const& context, vertrouwen::Recht recht) {
    return context.access.bereik_van(recht) != vertrouwen::Bereik::geen;
}
}

http::Response show_people(gate::Context& context) {
    auto const& v = context.view;
    auto const filter = read_filter(context.request);
    auto const after = read_place(context.request.query_value("na"));
    struct Found {
        std::vector<Lijstregel> rows;
        std::optional<Lijstplek> before;
    };
    auto found = context.app.database.read(context.scope(), [&](db::Connection& c) {
        Found f{people(c, context.access, filter, after, per_page + 1), {}};
        if (!after.sleutel.empty() && !f.rows.empty())
            f.before = page_before(c, context.access, filter, f.rows.front().plek, per_page);
        return f;
    });
    bool const more = found.rows.size() > per_page;
    if (more) found.rows.pop_back();
    std::vector<std::pair<PersoonId, std::optional<DossierId>>> seen;
    for (auto const& l : found.rows) seen.emplace_back(l.persoon, l.dossier);
    gate::log_reads(context, seen, "lijst");

    std::vector<html::Html> buttons;
    if (may(context, vertrouwen::Recht::persoon_registreren))
        buttons.push_back(html::button_link(Act::primary, "/inburgeraars/nieuw", v.t("Nieuwe persoon"), "plus"));
    if (may(context, vertrouwen::Recht::inlezen))
        buttons.push_back(html::button_link(Act::secondary, "/inlezen", v.t("Bestand inlezen"), "upload"));
    auto main = html::page_head({.title = v.t("Inburgeraars"),
                                 .lead = html::text(v.t("Iedereen die uw gemeente kent, op achternaam.")),
                                 .buttons = buttons});
    html::Html list;
    if (found.rows.empty()) {
        bool const any = !filter.groep.empty() || !filter.fase.empty();
        list = html::empty_state(
            any ? v.t("Er is niemand met deze doelgroep en fase.") : v.t("Er zijn nog geen inburgeraars."),
            any ? html::button_link(Act::secondary, "/inburgeraars", v.t("Filters weghalen")) : html::Html{});
    } else {
        html::Table table{
            .caption = v.t("Inburgeraars op naam"),
            .columns = {{v.t("Naam")}, {v.t("Geboren")}, {v.t("Doelgroep")}, {v.t("Dossier")}, {v.t("Behandelaar")}},
            .rows = {}};
        for (auto const& l : found.rows) table.rows.push_back(row_of(v, l));
        list = html::data_table(table);
    }
    auto const next = more ? std::optional{address(filter, found.rows.back().plek)} : std::nullopt;
    auto const pages =
        html::pager(v, found.before ? std::optional{address(filter, *found.before)} : std::nullopt, next);
    main += html::stack({filters(v, filter), list, pages});
    return gate::page(context, v.t("Inburgeraars"), std::move(main));
}

http::Response show_person_without_file(gate::Context& context) {
    auto const& v = context.view;
    PersoonId const id{context.id_param("persoon")};
    struct Found {
        std::optional<Persoon> person;
        std::optional<DossierId> file;
    };
    auto const found = context.app.database.read(context.scope(), [&](db::Connection& c) {
        Found f{find(c, context.app.kluis, context.access, id), {}};
        if (f.person) f.file = dossier::open_of(c, f.person->samengevoegd_in.value_or(id));
        return f;
    });
    if (!found.person) return gate::not_found(context);
    if (found.file) return http::see_other("/dossiers/" + std::to_string(found.file->value));
    if (found.person->samengevoegd_in)
        return http::see_other("/inburgeraars/" + std::to_string(found.person->samengevoegd_in->value));
    gate::log_read(context, id, std::nullopt, "persoon");
    auto const& g = found.person->gegevens;
    std::vector<html::Fact> facts{
        {v.t("Geboren"), html::text(html::partial_date(v, g.geboren.to_iso())), {}},
        {v.t("Nationaliteit"),
         html::text(g.nationaliteiten.empty() ? v.t("onbekend") : brp::nationaliteit(g.nationaliteiten[0].first)),
         {}}};
    if (g.overleden) facts.push_back({v.t("Overleden"), html::text(html::partial_date(v, g.overleden->to_iso())), {}});
    auto main = html::page_head(
        {.title = found.person->naam, .lead = html::text(v.t("Deze persoon heeft geen open dossier.")), .buttons = {}});
    html::Html body = html::fact_list(facts);
    if (may(context, vertrouwen::Recht::persoon_registreren))
        body += html::post_button(v, "/inburgeraars/" + std::to_string(id.value) + "/dossier", Act::primary,
                                  v.t("Dossier openen"), "plus");
    main += html::panel({.id = "persoon", .title = v.t("Persoon"), .head_end = {}, .body = body});
    return gate::page(context, found.person->naam, std::move(main));
}

http::Response open_file(gate::Context& context) {
    PersoonId const id{context.id_param("persoon")};
    auto const file = context.app.database.write(context.scope(), [&](db::Connection& c) -> std::optional<DossierId> {
        auto const person = find(c, context.app.kluis, context.access, id);
        if (!person || person->samengevoegd_in) return std::nullopt;
        return open_as(c, context, id);
    });
    if (!file) return gate::not_found(context);
    return http::see_other("/dossiers/" + std::to_string(file->value));
}
}
