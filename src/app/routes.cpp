#include "app/routes.h"

#include "agenda/web.h"
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
        {Method::get, "/agenda", agenda::show, Recht::eigen_werk},
        {Method::get, "/agenda/nieuw", agenda::new_form, Recht::eigen_werk},
        {Method::post, "/agenda/nieuw", agenda::add, Recht::eigen_werk},
        {Method::get, "/agenda/afspraken/{afspraak}", agenda::edit_form, Recht::eigen_werk},
        {Method::post, "/agenda/afspraken/{afspraak}", agenda::save, Recht::eigen_werk},
        {Method::post, "/agenda/afspraken/{afspraak}/stand", agenda::set_state, Recht::eigen_werk},
        {Method::get, "/agenda/feed", agenda::feed_page, Recht::eigen_werk},
        {Method::post, "/agenda/feed", agenda::feed_make, Recht::eigen_werk},
        {Method::post, "/agenda/feed/intrekken", agenda::feed_revoke, Recht::eigen_werk},
        {Method::get, "/agenda/feed/{token}", agenda::feed, Recht::publiek},
        {Method::get, "/vervanging", agenda::substitutions, Recht::eigen_werk},
        {Method::post, "/vervanging", agenda::add_substitution, Recht::eigen_werk},
        {Method::post, "/vervanging/intrekken", agenda::withdraw_substitution, Recht::eigen_werk},
        // inburgeringstermijn
        // instroom
        // duo
        // zoeken
        // rekenhulp
    };
    return all;
}
}
