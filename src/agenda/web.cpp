#include "agenda/web.h"

#include "agenda/form.h"
#include "agenda/vervanging.h"
#include "dossier/store.h"
#include "gate/form.h"
#include "vertrouwen/logs.h"

#include <charconv>

namespace agenda {
namespace {
using html::Act;
using std::chrono::days;

Timestamp midnight(Date day) { return platform::moment_of({day, 0, 0}); }
Date monday_of(Date day) { return day - days{(std::chrono::weekday{day}.iso_encoding() - 1)}; }
std::string address(Date day, bool week) {
    return "/agenda?dag=" + to_iso(day) + (week ? "&weergave=week" : "&weergave=dag");
}

html::AgendaItem item(gate::Context const& context, Afspraak const& a) {
    auto const& v = context.view;
    auto const begin = platform::local_time(a.begint), end = platform::local_time(a.eindigt);
    html::Html what = html::link("/agenda/afspraken/" + std::to_string(a.id.value), v.t(a.onderwerp));
    if (a.dossier)
        what += html::text(" · ")
                + html::link("/dossiers/" + std::to_string(a.dossier->value),
                             a.persoon_naam.empty() ? html::text(a.dossier_nummer) : html::bdi(a.persoon_naam));
    if (a.stand != Stand::gepland)
        what += html::text(" ") + html::status_badge(v.t(titel(a.stand)), a.stand == Stand::geweest ? "ok" : "neutral");
    std::string sub = v.t("tot {}", html::clock_time(v, end.hour, end.minute));
    if (!a.plaats.empty()) sub += " · " + a.plaats;
    if (!a.tolk_taal.empty())
        sub += " · " + (a.tolk_stand == "bevestigd" ? v.t("tolk bevestigd") : v.t("tolk gevraagd"));
    if (a.gebruiker != context.access.gebruiker()) sub += " · " + v.t("van {}", a.gebruiker_naam);
    return {html::clock_time(v, begin.hour, begin.minute), what, sub};
}

void log_people(gate::Context& context, std::vector<Afspraak> const& list) {
    std::vector<std::pair<PersoonId, std::optional<DossierId>>> seen;
    for (auto const& a : list)
        if (a.persoon) seen.emplace_back(*a.persoon, a.dossier);
    gate::log_reads(context, seen, "agenda");
}

html::Html week_body(gate::Context const& context, std::vector<Afspraak> const& list, Date from, int count) {
    std::vector<html::WeekDay> week;
    for (int i = 0; i < count; ++i) {
        Date const day = from + days{i};
        html::WeekDay one{html::short_date(context.view, day), day == context.today(), {}};
        for (auto const& a : list)
            if (platform::local_time(a.begint).day == day) one.items.push_back(item(context, a));
        week.push_back(std::move(one));
    }
    return html::week_list(context.view, week);
}

std::optional<Afspraak> own(gate::Context& context) {
    AfspraakId const id{context.id_param("afspraak")};
    return context.app.database.read(context.scope(), [&](db::Connection& c) -> std::optional<Afspraak> {
        auto found = find(c, context.access, id);
        if (!found || found->gebruiker == context.access.gebruiker()) return found;
        auto const absent = afwezigen_voor(c, context.access.gebruiker(), context.today());
        bool const stands_in = std::ranges::any_of(absent, [&](Collega const& k) { return k.id == found->gebruiker; });
        return stands_in ? found : std::nullopt;
    });
}

void on_timeline(db::Connection& c, gate::Context const& context, Voorstel const& v, std::string const& title) {
    if (!v.dossier) return;
    auto const when = platform::local_time(v.begint);
    dossier::add_event(c, context.app.kluis, context.access, context.now(), *v.dossier,
                       {.dag = when.day,
                        .soort = dossier::Soort::afspraak,
                        .categorie = vertrouwen::Categorie::contact,
                        .titel = title,
                        .tekst = v.onderwerp + (v.plaats.empty() ? "" : " · " + v.plaats),
                        .bron = ""});
}

http::Response form_page(gate::Context& context, int status, Invoer const& in, html::Errors const& errors,
                         std::vector<Afspraak> const& overlapping, std::string const& action, std::string const& title,
                         html::Html const& below = {}) {
    auto main = html::page_head({.title = title, .lead = {}, .buttons = {}});
    main += form(context, in, errors, overlapping, action, context.view.t("Afspraak opslaan")) + below;
    return gate::page(context, status, title, std::move(main));
}

/// A file page links here with its id; in the form stands the number that people know. `understand` asks whether this
/// user may open that file.
std::string number_asked_for(gate::Context& context) {
    auto const text = context.request.query_value("dossier");
    DossierId id{};
    std::from_chars(text.data(), text.data() + text.size(), id.value);
    if (id.value <= 0) return {};
    return context.app.database.read(context.scope(), [&](db::Connection& c) {
        return vertrouwen::number_of_file(c, context.access, id).value_or("");
    });
}

std::vector<Afspraak> overlap(gate::Context& context, Voorstel const& v, std::optional<AfspraakId> except) {
    return context.app.database.read(context.scope(), [&](db::Connection& c) {
        return clashes(c, context.access, v.gebruiker, v.begint, v.eindigt, except);
    });
}
}

http::Response show(gate::Context& context) {
    auto const& v = context.view;
    auto const asked = gate::whole_date(context.request.query_value("dag"));
    bool const week = context.request.query_value("weergave") != "dag";
    Date const day = asked.value_or(context.today()), from = week ? monday_of(day) : day;
    int const count = week ? 7 : 1;
    auto const list = context.app.database.read(context.scope(), [&](db::Connection& c) {
        std::vector<GebruikerId> of{context.access.gebruiker()};
        for (auto const& absent : afwezigen_voor(c, context.access.gebruiker(), context.today()))
            of.push_back(absent.id);
        return between(c, context.access, of, midnight(from), midnight(from + days{count}));
    });
    log_people(context, list);
    auto main = html::page_head(
        {.title = v.t("Agenda"),
         .lead = html::text(week ? v.t("Week van {}", html::long_date(v, from)) : html::long_date(v, from)),
         .buttons = {html::button_link(Act::primary, "/agenda/nieuw?dag=" + to_iso(day), v.t("Afspraak maken"), "plus"),
                     html::button_link(Act::subtle, "/agenda/feed", v.t("In mijn telefoon"), "calendar")}});
    std::vector<html::Html> blocks;
    blocks.push_back(
        html::chips(v.t("Weergave"), {{.label = v.t("Dag"), .href = address(day, false), .count = {}, .current = !week},
                                      {.label = v.t("Week"), .href = address(day, true), .count = {}, .current = week},
                                      {.label = v.t("Vandaag"), .href = address(context.today(), week), .count = {}}}));
    blocks.push_back(list.empty() && !week
                         ? html::empty_state(v.t("U hebt op deze dag geen afspraken."),
                                             html::button_link(Act::secondary, "/agenda/nieuw?dag=" + to_iso(day),
                                                               v.t("Afspraak maken")))
                         : week_body(context, list, from, count));
    blocks.push_back(html::pager(v, address(from - days{count}, week), address(from + days{count}, week)));
    main += html::stack(blocks);
    return gate::page(context, v.t("Agenda"), std::move(main));
}

http::Response new_form(gate::Context& context) {
    Invoer in;
    auto const day = gate::whole_date(context.request.query_value("dag"));
    in.dag = to_iso(day.value_or(context.today()));
    in.dossier = number_asked_for(context);
    return form_page(context, 200, in, {}, {}, "/agenda/nieuw", context.view.t("Afspraak maken"));
}

http::Response add(gate::Context& context) {
    auto const in = read_form(context.request);
    html::Errors errors;
    auto const proposal = understand(context, in, errors);
    auto const clash = proposal && !in.toch ? overlap(context, *proposal, std::nullopt) : std::vector<Afspraak>{};
    if (!proposal || !clash.empty())
        return form_page(context, 422, in, errors, clash, "/agenda/nieuw", context.view.t("Afspraak maken"));
    context.app.database.write(context.scope(), [&](db::Connection& c) {
        plan(c, context.access, context.now(), *proposal);
        on_timeline(c, context, *proposal, "Afspraak gepland");
    });
    return http::see_other(address(platform::local_time(proposal->begint).day, true));
}

namespace {
html::Html state_buttons(gate::Context& context, Afspraak const& a) {
    auto const& v = context.view;
    auto const action = "/agenda/afspraken/" + std::to_string(a.id.value) + "/stand";
    std::vector<html::Html> buttons;
    auto const add_button = [&](Stand stand, Act act, std::string const& label) {
        buttons.push_back(html::post_button(v, action, act, label, {},
                                            html::hidden_field("stand", naam(stand))
                                                + html::hidden_field("versie", std::to_string(a.versie))));
    };
    if (a.stand != Stand::gepland) {
        add_button(Stand::gepland, Act::secondary, v.t("Toch weer plannen"));
    } else {
        add_button(Stand::geweest, Act::secondary, v.t("Geweest"));
        add_button(Stand::niet_verschenen, Act::secondary, v.t("Niet verschenen"));
        add_button(Stand::afgezegd, Act::danger, v.t("Afzeggen"));
    }
    return html::panel(
        {.id = "stand", .title = v.t("Hoe is het gegaan?"), .head_end = {}, .body = html::actions(buttons)});
}
}

http::Response edit_form(gate::Context& context) {
    auto const found = own(context);
    if (!found) return gate::not_found(context);
    log_people(context, {*found});
    return form_page(context, 200, as_typed(*found), {}, {}, context.request.path, context.view.t("Afspraak wijzigen"),
                     state_buttons(context, *found));
}

http::Response save(gate::Context& context) {
    auto const found = own(context);
    if (!found) return gate::not_found(context);
    auto in = read_form(context.request);
    html::Errors errors;
    auto proposal = understand(context, in, errors);
    auto const title = context.view.t("Afspraak wijzigen");
    if (!proposal) return form_page(context, 422, in, errors, {}, context.request.path, title);
    proposal->gebruiker = found->gebruiker;
    if (auto const clash = overlap(context, *proposal, found->id); !in.toch && !clash.empty())
        return form_page(context, 422, in, errors, clash, context.request.path, title);
    auto const done = context.app.database.write(context.scope(), [&](db::Connection& c) {
        auto outcome = change(c, context.access, context.now(), found->id, std::atoll(in.versie.c_str()), *proposal);
        if (outcome) on_timeline(c, context, *proposal, "Afspraak gewijzigd");
        return outcome;
    });
    if (!done) {
        errors.add(
            "onderwerp",
            context.view.t("Iemand anders heeft deze afspraak net gewijzigd: {} om {}. Controleer en sla opnieuw op.",
                           found->onderwerp, as_typed(*found).van));
        in.versie = std::to_string(found->versie);
        return form_page(context, 422, in, errors, {}, context.request.path, title);
    }
    return http::see_other(address(platform::local_time(proposal->begint).day, true));
}

http::Response set_state(gate::Context& context) {
    auto const found = own(context);
    auto const stand = stand_van(context.request.form_value("stand"));
    if (!found || !stand) return gate::not_found(context);
    context.app.database.write(context.scope(), [&](db::Connection& c) {
        auto const versie = std::atoll(std::string{context.request.form_value("versie")}.c_str());
        if (!agenda::set_stand(c, context.access, context.now(), found->id, versie, *stand)) return;
        on_timeline(
            c, context,
            {found->dossier, found->gebruiker, found->begint, found->eindigt, found->onderwerp, found->plaats, {}, {}},
            "Afspraak: " + std::string{titel(*stand)});
    });
    return http::see_other("/agenda/afspraken/" + std::to_string(found->id.value));
}
}
