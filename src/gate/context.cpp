#include "gate/context.h"

#include <charconv>

namespace gate {

std::int64_t Context::id_param(std::string_view name) const {
    auto const text = request.param(name);
    std::int64_t id{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    return error == std::errc{} && end == text.data() + text.size() && id > 0 ? id : 0;
}

http::Response page(Context& context, int status, std::string title, html::Html main) {
    http::Response response;
    response.status = status;
    html::Page const page{.title = std::move(title), .main = std::move(main), .refresh_seconds = {}};
    bool const inside = context.sessie && context.sessie->volledig;
    if (inside && context.app.count_menu) context.app.count_menu(context);
    response.body = inside ? html::staff_page(context.view, page) : html::plain_page(context.view, page);
    return response;
}

http::Response page(Context& context, std::string title, html::Html main) {
    return page(context, 200, std::move(title), std::move(main));
}

namespace {
struct Words {
    std::string title, text;
};

Words words_for(html::View const& v, int status) {
    switch (status) {
    case 400:
        return {v.t("Dit adres of formulier klopt niet"),
                v.t("Ga terug naar de vorige pagina en probeer het opnieuw.")};
    case 403:
        return {v.t("U mag deze pagina niet openen"), v.t("Uw rol geeft geen recht op deze pagina. Hebt u het recht "
                                                          "wel nodig? Vraag het uw functioneel beheerder.")};
    case 404:
        return {v.t("Deze pagina is er niet"), v.t("Misschien klopt het adres niet of is dit niet van uw gemeente. "
                                                   "Zoek de persoon op naam of ga naar Mijn werk.")};
    case 405:
        return {v.t("Dit kan hier niet"), v.t("Ga terug naar de vorige pagina en gebruik de knop op het formulier.")};
    case 408:
        return {v.t("Het versturen duurde te lang"),
                v.t("Controleer uw verbinding en verstuur het formulier opnieuw.")};
    case 409:
        return {v.t("Dit formulier is al verstuurd"),
                v.t("Wij hebben het één keer verwerkt. Ga terug en ververs de pagina om het resultaat te zien.")};
    case 413:
        return {v.t("Dit bestand is te groot"),
                v.t("Kies een kleiner bestand of splits het in delen. Er is niets opgeslagen.")};
    case 414: return {v.t("Dit adres is te lang"), v.t("Maak uw zoekvraag of filter korter.")};
    case 419:
        return {v.t("Dit formulier is niet meer geldig"),
                v.t("Ga terug, ververs de pagina en verstuur het formulier opnieuw. Er is niets opgeslagen.")};
    case 429: return {v.t("Te veel verzoeken"), v.t("Wacht een minuut en probeer het opnieuw.")};
    case 431:
        return {v.t("Uw browser stuurt te veel gegevens mee"),
                v.t("Wis de cookies van deze site en probeer het opnieuw.")};
    case 503:
        return {v.t("Meedoen is even niet bereikbaar"),
                v.t("Probeer het over een minuut opnieuw. Wat u al had opgeslagen, is bewaard.")};
    default:
        return {v.t("Er ging bij ons iets mis"), v.t("Er is niets half opgeslagen. Probeer het opnieuw. Blijft het "
                                                     "misgaan? Geef uw beheerder het kenmerk onder aan deze pagina.")};
    }
}
}

namespace {
html::Html error_main(html::View const& view, int status, std::string_view reference) {
    auto const words = words_for(view, status);
    auto main =
        html::page_head({.title = words.title, .lead = {}, .buttons = {}}) + html::paragraph(html::text(words.text));
    if (status == 500 && !reference.empty())
        main += html::paragraph(html::soft(html::text(view.t("Kenmerk: {}", reference))));
    main += html::actions({html::button_link(html::Act::primary, "/", view.t("Naar de startpagina"))});
    return main;
}
}

std::string error_page(html::View const& view, int status, std::string_view reference) {
    return html::plain_page(
        view,
        {.title = words_for(view, status).title, .main = error_main(view, status, reference), .refresh_seconds = {}});
}

http::Response error_response(Context& context, int status) {
    return page(context, status, words_for(context.view, status).title,
                error_main(context.view, status, context.request.id));
}
http::Response not_found(Context& context) { return error_response(context, 404); }
http::Response forbidden(Context& context) { return error_response(context, 403); }

void log_reads(Context& context, std::vector<std::pair<PersoonId, std::optional<DossierId>>> const& seen,
               std::string_view handeling) {
    std::vector<vertrouwen::Lezing> lezingen;
    lezingen.reserve(seen.size());
    for (auto const& [persoon, dossier] : seen)
        lezingen.push_back({context.access.gemeente(), context.access.gebruiker(), persoon, dossier,
                            context.access.doel(), std::string{handeling}, "gezien", context.request.remote_address});
    context.app.leeslog.write_shown(std::move(lezingen));
}

void log_read(Context& context, PersoonId persoon, std::optional<DossierId> dossier, std::string_view handeling) {
    context.app.leeslog.write(
        {{context.access.gemeente(), context.access.gebruiker(), persoon, dossier, context.access.doel(),
          std::string{handeling}, "gezien", context.request.remote_address}});
}
}
