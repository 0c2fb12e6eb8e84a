#include "agenda/web.h"

#include "agenda/store.h"
#include "agenda/vervanging.h"
#include "gate/form.h"

namespace agenda {
using html::Act;
using std::chrono::days;

namespace {
http::Response feed_screen(gate::Context& context, std::string const& token) {
    auto const& v = context.view;
    bool const live =
        context.app.database.read(context.scope(), [&](db::Connection& c) { return has_feed(c, context.access); });
    std::vector<html::Html> blocks;
    if (!token.empty()) {
        bool const secure = context.request.secure;
        auto const host = context.request.header("host");
        blocks.push_back(html::panel(
            {.id = "adres",
             .title = v.t("Uw geheime adres"),
             .head_end = {},
             .body = html::paragraph(
                         html::text(v.t("Kopieer dit adres nu naar uw agenda-app. Wij tonen het maar één keer.")))
                     + html::paragraph(html::strong(html::text(
                         fmt::format("{}://{}/agenda/feed/{}.ics", secure ? "https" : "http", host, token))))}));
    }
    std::vector<html::Html> buttons{
        html::post_button(v, "/agenda/feed", Act::primary, live ? v.t("Nieuw adres maken") : v.t("Adres maken"))};
    if (live) buttons.push_back(html::post_button(v, "/agenda/feed/intrekken", Act::danger, v.t("Adres intrekken")));
    auto const state = html::text(live ? v.t("Er is een adres in gebruik. Een nieuw adres maakt het oude ongeldig.")
                                       : v.t("Er is nog geen adres."));
    blocks.push_back(html::panel({.id = "ophalen",
                                  .title = v.t("Afspraken ophalen"),
                                  .head_end = {},
                                  .body = html::paragraph(state) + html::actions(buttons)}));
    auto const head =
        html::page_head({.title = v.t("Agenda in mijn telefoon"),
                         .lead = html::text(v.t("Uw telefoon kan uw afspraken ophalen. Er staan geen namen in.")),
                         .buttons = {}});
    return gate::page(context, v.t("Agenda in mijn telefoon"), head + html::stack(blocks));
}
}

http::Response feed_page(gate::Context& context) { return feed_screen(context, ""); }

http::Response feed_make(gate::Context& context) {
    auto const token = context.app.database.write(context.scope(), [&](db::Connection& c) {
        return make_feed(c, context.app.kluis, context.access, context.now());
    });
    return feed_screen(context, token);
}

http::Response feed_revoke(gate::Context& context) {
    context.app.database.write(context.scope(),
                               [&](db::Connection& c) { revoke_feeds(c, context.access, context.now()); });
    return http::see_other("/agenda/feed");
}

http::Response feed(gate::Context& context) {
    auto token = context.request.param("token");
    if (token.ends_with(".ics")) token.remove_suffix(4);
    auto const now = context.now();
    auto const calendar =
        context.app.database.read(db::Scope::system(), [&](db::Connection& c) -> std::optional<std::string> {
            auto const owner = feed_owner(c, context.app.kluis, token);
            if (!owner) return std::nullopt;
            auto const access = vertrouwen::Access::systeem(owner->gemeente, owner->gebruiker);
            return icalendar(between(c, access, {owner->gebruiker}, now.plus(-std::chrono::hours{24 * 30}),
                                     now.plus(std::chrono::hours{24 * 365})),
                             now);
        });
    if (!calendar) return gate::not_found(context);
    http::Response response;
    response.content_type = "text/calendar; charset=utf-8";
    response.body = *calendar;
    return response;
}

namespace {
std::string explain(html::View const& v, VervangingRefusal refusal) {
    switch (refusal) {
    case VervangingRefusal::zelfde_persoon: return v.t("Kies een andere collega dan degene die afwezig is.");
    case VervangingRefusal::niet_voor_een_ander:
        return v.t("U kunt alleen uw eigen vervanging regelen. Vraag de regisseur.");
    case VervangingRefusal::onbekende_collega: return v.t("Kies een collega uit de lijst.");
    case VervangingRefusal::einde_voor_begin: return v.t("De laatste dag moet op of na de eerste dag liggen.");
    case VervangingRefusal::al_voorbij: return v.t("Deze periode is al voorbij. Kies een latere laatste dag.");
    case VervangingRefusal::overlapt: return v.t("In deze periode is er al een vervanging. Trek die eerst in.");
    }
    return {};
}

http::Response substitution_screen(gate::Context& context, int status, html::Errors const& errors) {
    auto const& v = context.view;
    auto const [list, people] = context.app.database.read(context.scope(), [&](db::Connection& c) {
        return std::pair{vervangingen(c, context.access, context.today()), collegas(c, context.access)};
    });
    bool const any = context.access.rol() == vertrouwen::Rol::regisseur;
    auto const& r = context.request;
    std::vector<html::Choice> choices;
    for (auto const& person : people) choices.push_back({std::to_string(person.id.value), person.naam, {}});
    auto const chosen = [&](std::string_view name) { return std::string{r.form_value(name)}; };
    auto const self = std::to_string(context.access.gebruiker().value);
    html::Html fields = html::error_summary(v, errors);
    if (any)
        fields += html::select_field(v,
                                     {.name = "afwezig",
                                      .label = v.t("Wie is afwezig?"),
                                      .value = chosen("afwezig").empty() ? self : chosen("afwezig"),
                                      .error = std::string{errors.at("afwezig")}},
                                     choices);
    fields += html::select_field(v,
                                 {.name = "vervanger",
                                  .label = v.t("Wie neemt waar?"),
                                  .value = chosen("vervanger"),
                                  .error = std::string{errors.at("vervanger")}},
                                 choices);
    fields += html::date_field(v, {.name = "vanaf",
                                   .label = v.t("Eerste dag"),
                                   .value = gate::date_input(r, "vanaf"),
                                   .error = std::string{errors.at("vanaf")}});
    fields += html::date_field(v, {.name = "tm",
                                   .label = v.t("Laatste dag"),
                                   .help = v.t("Op deze dag neemt uw collega nog waar."),
                                   .value = gate::date_input(r, "tm"),
                                   .error = std::string{errors.at("tm")}});

    html::Table table{.caption = v.t("Vervangingen"),
                      .columns = {{v.t("Afwezig")},
                                  {v.t("Neemt waar")},
                                  {v.t("Periode")},
                                  {v.t("Intrekken"), html::Align::start, true}},
                      .rows = {}};
    for (auto const& s : list) {
        bool const mine = any || s.afwezig == context.access.gebruiker();
        auto const hidden = html::hidden_field("vervanging", std::to_string(s.id));
        table.rows.push_back(
            {{html::bdi(s.afwezig_naam), html::bdi(s.vervanger_naam),
              html::text(v.t("{} tot en met {}", html::short_date(v, s.vanaf), html::short_date(v, s.tot - days{1}))),
              mine ? html::post_button(v, "/vervanging/intrekken", Act::secondary, v.t("Intrekken"), {}, hidden, true)
                   : html::Html{}},
             false});
    }
    auto main = html::page_head(
        {.title = v.t("Vervanging bij afwezigheid"),
         .lead = html::text(v.t("Wie waarneemt, ziet de taken, dossiers en agenda van de afwezige collega.")),
         .buttons = {}});
    auto const form = html::post_form(v, {.action = "/vervanging",
                                          .fields = fields,
                                          .buttons = {html::button(Act::primary, v.t("Vervanging opslaan"))},
                                          .id = {}});
    main +=
        html::stack({html::panel({.id = "nieuw", .title = v.t("Vervanging regelen"), .head_end = {}, .body = form}),
                     html::panel({.id = "lijst",
                                  .title = v.t("Nu en later"),
                                  .head_end = {},
                                  .body = table.rows.empty() ? html::empty_state(v.t("Er is geen vervanging geregeld."))
                                                             : html::data_table(table),
                                  .flush = !table.rows.empty()})});
    return gate::page(context, status, v.t("Vervanging bij afwezigheid"), std::move(main));
}
}

http::Response substitutions(gate::Context& context) { return substitution_screen(context, 200, {}); }

http::Response add_substitution(gate::Context& context) {
    auto const& v = context.view;
    auto const& r = context.request;
    html::Errors errors;
    auto const from = gate::whole_date(gate::date_input(r, "vanaf")),
               last = gate::whole_date(gate::date_input(r, "tm"));
    if (!from) errors.add("vanaf", v.t("Vul een dag in die bestaat, bijvoorbeeld 3 12 2026."));
    if (!last) errors.add("tm", v.t("Vul een dag in die bestaat, bijvoorbeeld 3 12 2026."));
    auto const id = [&](std::string_view name) {
        return GebruikerId{std::atoll(std::string{r.form_value(name)}.c_str())};
    };
    auto const absent = r.has_form("afwezig") ? id("afwezig") : context.access.gebruiker();
    if (!errors.none()) return substitution_screen(context, 422, errors);
    auto const done = context.app.database.write(context.scope(), [&](db::Connection& c) {
        return vervang(c, context.access, context.now(), context.today(), absent, id("vervanger"),
                       Period{*from, *last + days{1}});
    });
    if (!done) {
        auto const refusal = done.error();
        bool const about_days = refusal == VervangingRefusal::einde_voor_begin
                                || refusal == VervangingRefusal::al_voorbij || refusal == VervangingRefusal::overlapt;
        errors.add(about_days ? "tm" : "vervanger", explain(v, refusal));
        return substitution_screen(context, 422, errors);
    }
    return http::see_other("/vervanging");
}

http::Response withdraw_substitution(gate::Context& context) {
    auto const id = std::atoll(std::string{context.request.form_value("vervanging")}.c_str());
    bool const done = context.app.database.write(
        context.scope(), [&](db::Connection& c) { return trek_in(c, context.access, context.now(), id); });
    return done ? http::see_other("/vervanging") : gate::not_found(context);
}
}
