#include "app/routes.h"

// clang-format off
namespace app {
using http::Method;
using vertrouwen::Recht;

std::vector<gate::Route> const& routes() {
    static std::vector<gate::Route> const all{
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
