#include "app/routes.h"

#include "app/pages.h"

// clang-format off
namespace app {
using http::Method;
using vertrouwen::Recht;

std::vector<gate::Route> const& routes() {
    static std::vector<gate::Route> const all{
        {Method::get, "/", start, Recht::publiek},
        {Method::get, "/gezond", health, Recht::publiek},
        {Method::get, "/metrics", metrics, Recht::publiek},
        {Method::get, "/hulp", help, Recht::ingelogd},
        {Method::get, "/beheer", management, Recht::ingelogd},
        // vertrouwen
        // werkvoorraad
        // dossier
        // agenda
        // inburgeringstermijn
        // instroom
        // duo
        // zoeken
        // rekenhulp
    };
    return all;
}
}
