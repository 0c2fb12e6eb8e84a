#include "werkvoorraad/lijst.h"
#include "werkvoorraad/web.h"

#include <algorithm>

namespace werkvoorraad {
namespace {
using html::Html;
using vertrouwen::Bereik;
constexpr int page_size = 50;

/// Whoever works for one team sees the queue of that team and nothing else.
bool bound_to_team(vertrouwen::Access const& access) {
    return access.bereik_van(vertrouwen::Recht::teamwerk) == Bereik::team && access.team();
}

struct Read {
    std::vector<Telling> counts;
    std::vector<Taak> tasks, waiting;
    std::vector<Team> teams;
    std::vector<BewaardFilter> saved;
    std::optional<Gedaan> done;
};
Read read(gate::Context& context, Filter const& f) {
    auto const& access = context.access;
    Date const today = context.today();
    return context.app.database.read(context.scope(), [&](db::Connection& c) {
        Read r;
        r.counts = counts(c, access, {{}, f.team, today, horizon(today)});
        auto q = question(f, {}, today);
        q.limiet = page_size;
        r.tasks = list(c, access, q);
        // What waits stands in the same list, under its own heading; on its last day it is work again.
        if (!f.wacht && !f.na && (!f.dag || *f.dag <= today)) {
            q.stand = Stand::wacht;
            r.waiting = list(c, access, q);
        }
        r.teams = teams(c, access);
        r.saved = saved_filters(c, access);
        r.done = find_done(context, c);
        return r;
    });
}

Html team_chips(html::View const& v, vertrouwen::Access const& access, std::vector<Team> const& teams,
                Filter const& f) {
    if (teams.size() < 2 || bound_to_team(access)) return {};
    auto const href = [&](std::optional<TeamId> team) {
        Filter other = f;
        other.team = team;
        other.na.reset();
        return address("/werkvoorraad", other);
    };
    std::vector<html::Chip> all{{.label = v.t("Alle teams"), .href = href({}), .current = !f.team}};
    for (auto const& team : teams)
        all.push_back({.label = team.naam, .href = href(team.id), .current = f.team == team.id});
    return html::chips(v.t("Team"), all);
}

Html nothing(html::View const& v, Filter const& f) {
    return html::panel({.id = "leeg",
                        .title = f.leeg() ? v.t("De wachtrij is leeg") : v.t("Niets gevonden"),
                        .head_end = {},
                        .body = html::empty_state(f.leeg() ? v.t("Elke taak heeft een eigenaar.")
                                                           : v.t("Er zijn geen taken met deze keuze."),
                                                  f.leeg() ? html::link("/mijn-werk", v.t("Naar Mijn werk"))
                                                           : html::link("/werkvoorraad", v.t("Toon alles")))});
}
}

http::Response queue_page(gate::Context& context, int status, Filter const& asked, Html above) {
    auto const& v = context.view;
    Filter f = asked;
    if (bound_to_team(context.access)) f.team = context.access.team();
    auto r = read(context, f);
    auto const next = next_page(Lijst::wachtrij, f, r.tasks, page_size);
    if (r.waiting.size() > static_cast<std::size_t>(page_size)) r.waiting.resize(page_size);
    r.tasks.insert(r.tasks.end(), r.waiting.begin(), r.waiting.end());
    std::ranges::stable_sort(r.tasks, {}, &Taak::uiterlijk);
    log_people(context, r.tasks, "werkvoorraad");
    Filter first = f;
    first.na.reset();
    auto const all = cijfers(r.counts, v.today);
    auto tables = groups(v, Lijst::wachtrij, r.tasks, cijfers(fitting(r.counts, f, v.today), v.today));
    tables += html::pager(v, f.na ? std::optional{address("/werkvoorraad", first)} : std::nullopt, next);
    auto const head = html::page_head({v.t("Teamwachtrij"), lead(v, all), {}});
    auto const line = html::group({.id = "liniaal",
                                   .title = v.t("Termijnen, tien werkdagen vooruit"),
                                   .count = {},
                                   .lead = "",
                                   .body = day_ruler(v, Lijst::wachtrij, r.counts, f)});
    auto const work = r.tasks.empty() ? nothing(v, f) : list_form(v, address("/werkvoorraad", f), true, tables);
    return gate::page(
        context, status, v.t("Teamwachtrij"),
        head
            + html::stack({std::move(above), done_notice(context, r.done), line,
                           team_chips(v, context.access, r.teams, f), kind_chips(v, Lijst::wachtrij, all, f, {}), work,
                           saved_panel(v, r.saved, address("/werkvoorraad", first))}));
}

http::Response team_queue(gate::Context& context) { return queue_page(context, 200, read_filter(context.request), {}); }
}
