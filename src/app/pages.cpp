#include "app/pages.h"

#include "brede_intake/web.h"
#include "brieven/web.h"
#include "duo/store.h"
#include "gate/queries.h"
#include "instroom/web.h"
#include "pip/werk.h"
#include "vertrouwen/rules.h"

namespace app {
using vertrouwen::Recht;

http::Response start(gate::Context& context) {
    bool const inside = context.sessie && context.sessie->volledig;
    return http::see_other(inside ? std::string{vertrouwen::startpagina(context.sessie->gebruiker.rol)} : "/inloggen");
}

http::Response health(gate::Context& context) {
    auto const answers = context.app.database.read(
        db::Scope::system(), [](db::Connection& c) { return c.value<std::int64_t>(gate::queries::alive).has_value(); });
    return http::text(answers ? 200 : 503, answers ? "gezond\n" : "de database antwoordt niet\n");
}

http::Response metrics(gate::Context& context) {
    auto response = http::text(200, context.app.metrics ? context.app.metrics() : std::string{});
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    return response;
}

namespace {
struct Key {
    std::string_view keys, what;
};
constexpr Key shortcuts[] = {
    {"/", i18n::N_("Naar het zoekveld")},
    {"Tab", i18n::N_("Naar het volgende veld of de volgende knop")},
    {"Enter", i18n::N_("De gekozen knop of link gebruiken")},
};
struct Item {
    std::string_view path, label, what;
    Recht recht;
};
constexpr Item items[] = {
    {"/beheer/gebruikers", i18n::N_("Gebruikers"), i18n::N_("Collega's toevoegen, rollen en teams wijzigen."),
     Recht::gebruikers_beheren},
    {"/beheer/beleid", i18n::N_("Beleid van de gemeente"),
     i18n::N_("Wat uw gemeente zelf heeft besloten, met de ruimte die de wet laat."), Recht::beleid_beheren},
    {"/beheer/leefgebieden", i18n::N_("Leefgebieden van de intake"),
     i18n::N_("Volgorde, eigen leefgebieden en wat u niet gebruikt."), Recht::beleid_beheren},
    {"/beheer/leeslog", i18n::N_("Leeslog"), i18n::N_("Wie welk dossier heeft bekeken, en waarvoor."),
     Recht::leeslog_inzien},
    {"/beheer/noodtoegang", i18n::N_("Noodtoegang nakijken"),
     i18n::N_("Dossiers die met noodtoegang of een eigen doel zijn geopend."), Recht::leeslog_inzien},
    {"/beheer/audit", i18n::N_("Wijzigingen"), i18n::N_("Wat er is gewijzigd, in een keten die niet te veranderen is."),
     Recht::audit_inzien},
    {"/vervanging", i18n::N_("Vervanging bij afwezigheid"), i18n::N_("Wie uw dossiers waarneemt, en wanneer."),
     Recht::eigen_werk},
    {"/beheer/sjablonen", i18n::N_("Sjablonen van brieven"), i18n::N_("De teksten van de brieven en hun vertalingen."),
     Recht::sjablonen_beheren},
    {"/beheer/briefhoofd", i18n::N_("Briefhoofd"), i18n::N_("Wat boven elke brief van de gemeente staat."),
     Recht::sjablonen_beheren},
    {"/account", i18n::N_("Mijn account"), i18n::N_("Wachtwoord, tweede stap en taal."), Recht::ingelogd},
};
}

http::Response help(gate::Context& context) {
    auto const& v = context.view;
    html::Table table{.caption = v.t("Toetsen"), .columns = {{v.t("Toets")}, {v.t("Wat gebeurt er")}}, .rows = {}};
    for (auto const& key : shortcuts) table.rows.push_back({{html::text(key.keys), html::text(v.t(key.what))}, false});
    auto main =
        html::page_head({.title = v.t("Hulp"), .lead = html::text(v.t("Zo werkt u snel met Meedoen.")), .buttons = {}});
    main += html::stack({
        html::panel({.id = "toetsen", .title = v.t("Toetsen"), .head_end = {}, .body = html::data_table(table)}),
        html::panel(
            {.id = "waarom",
             .title = v.t("Waarom staat deze datum er?"),
             .head_end = {},
             .body = html::paragraph(html::text(v.t(
                 "Bij elke datum, elk bedrag en elke weigering staat “Waarom?”. Open het: u ziet de regel, het "
                 "artikel, de gegevens en de som. Staat er “niet bevestigd”? Controleer dan eerst de wettekst.")))}),
        html::panel({.id = "fout",
                     .title = v.t("Klopt er iets niet?"),
                     .head_end = {},
                     .body = html::paragraph(html::text(
                         v.t("Maak een taak voor uw functioneel beheerder of bel de helpdesk van uw gemeente. Noem het "
                             "dossiernummer, nooit het BSN.")))}),
    });
    return gate::page(context, v.t("Hulp"), std::move(main));
}

http::Response management(gate::Context& context) {
    auto const& v = context.view;
    std::vector<html::ListItem> list;
    for (auto const& item : items)
        if (context.access.bereik_van(item.recht) != vertrouwen::Bereik::geen)
            list.push_back(
                {{}, html::cell_two(html::link(item.path, v.t(item.label)), html::text(v.t(item.what))), {}});
    auto main = html::page_head(
        {.title = v.t("Beheer"), .lead = html::text(v.t("Kies wat u wilt bekijken of wijzigen.")), .buttons = {}});
    main +=
        html::panel({.id = "onderdelen", .title = v.t("Onderdelen"), .head_end = {}, .body = html::item_list(list)});
    return gate::page(context, v.t("Beheer"), std::move(main));
}

namespace {
http::Response then_duo(gate::Context& context, http::Response response) {
    if (response.status == 303)
        duo::retry_waiting(context.app.database, context.app.kluis, context.access, context.now(), context.today());
    return response;
}
}

namespace {
http::Response then_plan(gate::Context& context, http::Response response) {
    if (response.status != 303) return response;
    DossierId const dossier{context.id_param("dossier")};
    context.app.database.write(context.scope(), [&](db::Connection& c) {
        pip::follow(c, {context.app.kluis, context.access, context.now(), context.today()}, dossier);
    });
    return response;
}
}

http::Response begin_intake(gate::Context& context) { return then_plan(context, brede_intake::start(context)); }
http::Response finish_intake(gate::Context& context) { return then_plan(context, brede_intake::finish(context)); }

http::Response send_letter(gate::Context& context) {
    auto response = brieven::send(context);
    if (response.status != 303) return response;
    DossierId const dossier{context.id_param("dossier")};
    context.app.database.write(context.scope(), [&](db::Connection& c) {
        pip::letter_sent(c, {context.app.kluis, context.access, context.now(), context.today()}, dossier);
    });
    return response;
}

http::Response add_person(gate::Context& context) { return then_duo(context, instroom::add_person(context)); }
http::Response edit_person(gate::Context& context) { return then_duo(context, instroom::edit_person(context)); }
}
