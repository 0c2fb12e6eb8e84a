#include "app/menu.h"

#include "app/queries.h"

namespace app {
using i18n::N_;
using vertrouwen::Bereik;
using vertrouwen::Recht;

namespace {
constexpr std::string_view own = "/mijn-werk", queue = "/werkvoorraad", pairs = "/dubbelen", notices = "/duo";

struct Waiting {
    int own, queue, pairs, notices;
};
}

std::vector<gate::Gate::MenuItem> menu() {
    return {
        {"lines", N_("Mijn werk"), own, Recht::eigen_werk},
        {"board", N_("Teamwachtrij"), queue, Recht::teamwerk},
        {"chart", N_("PIP op tijd"), "/pip-op-tijd", Recht::cohort_inzien},
        {"people", N_("Inburgeraars"), "/inburgeraars", Recht::persoon_zoeken},
        {"calendar", N_("Agenda"), "/agenda", Recht::eigen_werk},
        {"upload", N_("Inlezen"), "/inlezen", Recht::inlezen},
        {"mail", N_("DUO-berichten"), notices, Recht::inlezen},
        {"merge", N_("Dubbelen"), pairs, Recht::persoon_samenvoegen},
        {"clock", N_("Rekenhulp"), "/rekenhulp", Recht::rekenhulp},
        {"eye", N_("Leeslog"), "/beheer/leeslog", Recht::leeslog_inzien},
        {"gear", N_("Beheer"), "/beheer", Recht::ingelogd},
    };
}

void count_menu(gate::Context& context) {
    auto const& access = context.access;
    // What a user may not open is not counted either.
    auto const up_to = [&](Recht recht, bool wanted = true) {
        return wanted && access.bereik_van(recht) != Bereik::geen ? most_counted : 0;
    };
    bool const one_team = access.bereik_van(Recht::teamwerk) == Bereik::team;
    auto const team = access.team().value_or(TeamId{});
    auto const found = context.app.database.read(context.scope(), [&](db::Connection& c) {
        return c.one(queries::menu_counts,
                     {access.gemeente(), access.gebruiker(), up_to(Recht::eigen_werk),
                      up_to(Recht::teamwerk, !one_team), team, up_to(Recht::teamwerk, one_team),
                      up_to(Recht::persoon_samenvoegen), up_to(Recht::inlezen)},
                     [](db::Row const& r) {
                         return Waiting{r.get<int>(0), r.get<int>(1) + r.get<int>(2), r.get<int>(3), r.get<int>(4)};
                     });
    });
    if (!found) return;
    for (auto& item : context.view.navigation) {
        if (item.href == own) item.count = found->own;
        if (item.href == queue) item.count = found->queue;
        if (item.href == pairs) item.count = found->pairs;
        if (item.href == notices) item.count = found->notices;
    }
}
}
