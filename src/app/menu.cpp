#include "app/menu.h"

namespace app {
using i18n::N_;
using vertrouwen::Recht;

std::vector<gate::Gate::MenuItem> menu() {
    return {
        {"lines", N_("Mijn werk"), "/mijn-werk", Recht::eigen_werk},
        {"board", N_("Teamwachtrij"), "/werkvoorraad", Recht::teamwerk},
        {"people", N_("Inburgeraars"), "/inburgeraars", Recht::persoon_zoeken},
        {"calendar", N_("Agenda"), "/agenda", Recht::eigen_werk},
        {"upload", N_("Inlezen"), "/inlezen", Recht::inlezen},
        {"mail", N_("DUO-berichten"), "/duo", Recht::inlezen},
        {"merge", N_("Dubbelen"), "/dubbelen", Recht::persoon_samenvoegen},
        {"clock", N_("Rekenhulp"), "/rekenhulp", Recht::rekenhulp},
        {"eye", N_("Leeslog"), "/beheer/leeslog", Recht::leeslog_inzien},
        {"gear", N_("Beheer"), "/beheer", Recht::ingelogd},
    };
}
}
