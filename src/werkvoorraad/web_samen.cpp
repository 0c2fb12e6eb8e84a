#include "gate/form.h"
#include "werkvoorraad/lijst.h"
#include "werkvoorraad/web.h"

#include <algorithm>

/// Several tasks at once: choose, see what will happen, do it, take it back.
namespace werkvoorraad {
namespace {
using html::Html;
using i18n::N_;
constexpr std::size_t most = 50;

std::vector<TaakId> chosen_ids(std::vector<std::string_view> const& values) {
    std::vector<TaakId> ids;
    for (auto const value : values)
        if (auto const id = whole_number(value);
            id && ids.size() < most && std::ranges::find(ids, TaakId{*id}) == ids.end())
            ids.push_back(TaakId{*id});
    return ids;
}
std::vector<std::string_view> query_values(http::Request const& r, std::string_view name) {
    std::vector<std::string_view> all;
    for (auto const& [key, value] : r.query)
        if (key == name) all.push_back(value);
    return all;
}

/// The wish as it stands in the address or the form; what is still missing is asked for.
struct Wens {
    std::optional<Handeling> doe;
    std::vector<TaakId> taken;
    std::string wie, dag, terug;
    bool gevraagd = false;   // the second question was answered
};
Wens wish_of_query(http::Request const& r) {
    Wens w{handeling_van(r.query_value("doe")),
           chosen_ids(query_values(r, "taak")),
           std::string{r.query_value("wie")},
           gate::date_query(r, "dag"),
           list_or(r.query_value("terug"), "/mijn-werk"),
           false};
    bool const date_shown = std::ranges::any_of(r.query, [](auto const& q) { return q.first == "dag-dag"; });
    w.gevraagd = !w.wie.empty() || !w.dag.empty() || date_shown || w.doe == Handeling::klaar;
    return w;
}

/// The order, when all is there and right; errors beside the fields otherwise.
std::optional<Opdracht> order(html::View const& v, Wens const& w, std::vector<Collega> const& colleagues,
                              html::Errors& errors) {
    check(w.doe.has_value());
    Opdracht o{*w.doe, w.taken, {}, {}};
    if (*w.doe == Handeling::toewijzen && w.wie != "wachtrij") {
        auto const id = whole_number(w.wie);
        bool const known = id && std::ranges::any_of(colleagues, [&](Collega const& k) { return k.id.value == *id; });
        if (!known)
            errors.add("wie", v.t("Kies een collega uit de lijst."));
        else
            o.naar = GebruikerId{*id};
    }
    if (*w.doe == Handeling::verplaatsen) {
        auto const day = gate::whole_date(w.dag);
        if (!day)
            errors.add("dag", v.t("Vul een dag in die bestaat, bijvoorbeeld 25 11 2026."));
        else if (*day < v.today)
            errors.add("dag", v.t("Kies vandaag of een latere dag."));
        else
            o.dag = *day;
    }
    return errors.none() ? std::optional{o} : std::nullopt;
}

std::string name_of(html::View const& v, std::vector<Collega> const& colleagues, Opdracht const& o) {
    if (!o.naar) return v.t("de teamwachtrij");
    auto const found = std::ranges::find(colleagues, *o.naar, &Collega::id);
    return found == colleagues.end() ? std::string{} : found->naam;
}
/// "U gaat 3 taken toewijzen aan Joost."
std::string announcement(html::View const& v, Opdracht const& o, std::vector<Collega> const& colleagues, long long n) {
    switch (o.handeling) {
    case Handeling::toewijzen:
        return v.n("U gaat {} taak toewijzen aan {}.", "U gaat {} taken toewijzen aan {}.", n,
                   name_of(v, colleagues, o));
    case Handeling::verplaatsen:
        return v.n("U gaat {} taak verplaatsen naar {}.", "U gaat {} taken verplaatsen naar {}.", n,
                   html::long_date(v, o.dag));
    case Handeling::klaar: return v.n("U gaat {} taak afronden.", "U gaat {} taken afronden.", n);
    }
    return {};
}
std::string title_of(html::View const& v, Handeling h) {
    switch (h) {
    case Handeling::toewijzen: return v.t("Taken toewijzen");
    case Handeling::verplaatsen: return v.t("Taken verplaatsen");
    case Handeling::klaar: return v.t("Taken afronden");
    }
    return {};
}

Html carried(Wens const& w) {
    auto out = html::hidden_field("doe", naam(*w.doe)) + html::hidden_field("terug", w.terug);
    for (auto const id : w.taken) out += html::hidden_field("taak", std::to_string(id.value));
    return out;
}
Html task_table(html::View const& v, std::vector<Taak> const& tasks, std::vector<Mislukt> const& refused) {
    html::Table table{.caption = v.t("Gekozen taken"),
                      .columns = {{.label = v.t("Termijn"), .css_class = "c-due"},
                                  {.label = v.t("Inburgeraar"), .css_class = "c-who"},
                                  {.label = v.t("Wat en waarom"), .css_class = "c-what"},
                                  {.label = v.t("Nu van")},
                                  {.label = v.t("Kan dit?")}},
                      .rows = {},
                      .row_header = 2,
                      .css_class = ""};
    for (auto const& t : tasks) {
        auto const no = std::ranges::find(refused, t.id, &Mislukt::taak);
        auto const can = no == refused.end() ? html::status_badge(v.t("ja"), "ok")
                                             : html::cell_two(html::status_badge(v.t("nee"), "danger"),
                                                              html::text(v.t(tekst(no->waarom))));
        table.rows.push_back(
            {{due(v, t), who(v, t), what(v, t),
              t.eigenaar_naam.empty() ? html::text(v.t("teamwachtrij")) : html::bdi(t.eigenaar_naam), can}});
    }
    return html::data_table(table);
}

Html question_form(html::View const& v, Wens const& w, std::vector<Collega> const& colleagues,
                   html::Errors const& errors) {
    Html fields = carried(w);
    if (*w.doe == Handeling::toewijzen) {
        std::vector<html::Choice> people{{"", v.t("Kies een collega"), ""},
                                         {"wachtrij", v.t("Terug naar de teamwachtrij"), ""}};
        for (auto const& k : colleagues) people.push_back({std::to_string(k.id.value), k.naam, ""});
        fields += html::select_field(
            v, {.name = "wie", .label = v.t("Aan wie?"), .value = w.wie, .error = std::string{errors.at("wie")}},
            people);
    } else {
        fields += html::date_field(
            v,
            {.name = "dag", .label = v.t("Naar welke dag?"), .value = w.dag, .error = std::string{errors.at("dag")}});
    }
    return html::get_form({.action = "/taken/samen",
                           .fields = fields,
                           .buttons = {html::button(html::Act::primary, v.t("Bekijk wat er gebeurt")),
                                       html::button_link(html::Act::subtle, w.terug, v.t("Annuleren"))}});
}
Html confirm_form(html::View const& v, Wens const& w) {
    auto fields = carried(w) + html::hidden_field("wie", w.wie) + html::hidden_field("dag", w.dag);
    return html::post_form(v, {.action = "/taken/samen",
                               .fields = fields,
                               .buttons = {html::button(html::Act::primary, v.t("Ja, doen")),
                                           html::button_link(html::Act::subtle, w.terug, v.t("Annuleren"))}});
}

http::Response show(gate::Context& context, int status, Wens const& w) {
    auto const& v = context.view;
    if (!w.doe) return http::see_other(w.terug);
    if (w.taken.empty())
        return gate::page(context, 422, title_of(v, *w.doe),
                          html::page_head({title_of(v, *w.doe), {}, {}})
                              + html::alert(html::AlertKind::error, v.t("Kies eerst een of meer taken."),
                                            html::paragraph(html::link(w.terug, v.t("Terug naar de lijst"))), true));
    html::Errors errors;
    struct Read {
        std::vector<Collega> colleagues;
        std::vector<Taak> tasks;
        std::optional<Opdracht> order;
        std::vector<Mislukt> refused;
    };
    auto r = context.app.database.read(context.scope(), [&](db::Connection& c) {
        Read out{colleagues(c, context.access), find_all(c, context.access, w.taken), {}, {}};
        std::erase_if(out.tasks,
                      [&](Taak const& t) { return !reaches(c, context.access, context.today(), t.eigenaar, t.team); });
        errors = {};
        if (w.gevraagd) out.order = order(v, w, out.colleagues, errors);
        out.refused = preview(c, context.access, context.now(), out.order.value_or(Opdracht{*w.doe, w.taken, {}, {}}));
        return out;
    });
    log_people(context, r.tasks, "taken.samen");
    auto const going = std::ranges::count_if(
        r.tasks, [&](Taak const& t) { return std::ranges::find(r.refused, t.id, &Mislukt::taak) == r.refused.end(); });
    auto body = html::error_summary(v, errors) + html::page_head({title_of(v, *w.doe), {}, {}});
    Html form;
    if (going == 0)
        form = html::alert(html::AlertKind::warning, v.t("Voor deze taken kan dit niet."),
                           html::paragraph(html::link(w.terug, v.t("Terug naar de lijst"))));
    else if (r.order)
        form = html::paragraph(html::strong(html::text(announcement(v, *r.order, r.colleagues, going))))
               + confirm_form(v, w);
    else
        form = question_form(v, w, r.colleagues, errors);
    auto const panel = html::panel({.id = "taken",
                                    .title = v.t("Gekozen taken"),
                                    .head_end = {},
                                    .body = task_table(v, r.tasks, r.refused),
                                    .flush = true});
    return gate::page(context, errors.none() ? status : 422, title_of(v, *w.doe), body + html::stack({form, panel}));
}
}

http::Response chosen(gate::Context& context) {
    auto const& r = context.request;
    auto const back = list_or(r.form_value("terug"), "/mijn-werk");
    if (auto const one = whole_number(r.form_value("oppakken"))) {
        TaakId const id{*one};
        struct Outcome {
            Result<void, Weigering> claimed;
            std::string owner;
        };
        auto const outcome = context.app.database.write(context.scope(), [&](db::Connection& c) {
            auto claimed = claim(c, context.access, context.now(), id);
            auto const task = claimed ? std::nullopt : find(c, context.access, id);
            return Outcome{claimed, task ? task->eigenaar_naam : std::string{}};
        });
        if (outcome.claimed) return http::see_other(back);
        auto const& v = context.view;
        auto const taken_by = outcome.claimed.error() == Weigering::van_ander && !outcome.owner.empty()
                                  ? html::paragraph(html::text(v.t("{} heeft de taak nu.", outcome.owner)))
                                  : Html{};
        return queue_page(context, 409, {},
                          html::alert(html::AlertKind::warning, v.t(tekst(outcome.claimed.error())), taken_by, true));
    }
    std::string target =
        "/taken/samen?doe=" + http::url_encode(r.form_value("doe")) + "&terug=" + http::url_encode(back);
    for (auto const id : chosen_ids(r.form_values("taak"))) target += fmt::format("&taak={}", id.value);
    return http::see_other(target);
}

http::Response preview_page(gate::Context& context) { return show(context, 200, wish_of_query(context.request)); }

http::Response do_together(gate::Context& context) {
    auto const& r = context.request;
    Wens w{handeling_van(r.form_value("doe")),
           chosen_ids(r.form_values("taak")),
           std::string{r.form_value("wie")},
           std::string{r.form_value("dag")},
           list_or(r.form_value("terug"), "/mijn-werk"),
           true};
    if (!w.doe || w.taken.empty()) return show(context, 422, w);
    html::Errors errors;
    auto const bulk = context.app.database.write(context.scope(), [&](db::Connection& c) -> std::optional<BulkUitslag> {
        errors = {};
        auto const o = order(context.view, w, colleagues(c, context.access), errors);
        if (!o) return std::nullopt;
        return do_bulk(c, context.access, context.now(), *o);
    });
    if (!bulk) return show(context, 422, w);
    if (bulk->gelukt == 0) return show(context, 409, w);   // somebody was faster; the page says what stands now
    return http::see_other(
        fmt::format("{}{}gedaan={}", w.terug, w.terug.find('?') == std::string::npos ? '?' : '&', bulk->id));
}

http::Response undo(gate::Context& context) {
    auto const back = list_or(context.request.form_value("terug"), "/mijn-werk");
    auto const id = context.id_param("bulk");
    struct Undone {
        std::optional<Terug> terug;
        std::vector<Taak> skipped;
    };
    auto const undone = context.app.database.write(context.scope(), [&](db::Connection& c) {
        Undone u{undo_bulk(c, context.access, context.now(), id), {}};
        if (u.terug && !u.terug->overgeslagen.empty()) u.skipped = find_all(c, context.access, u.terug->overgeslagen);
        std::erase_if(u.skipped,
                      [&](Taak const& t) { return !reaches(c, context.access, context.today(), t.eigenaar, t.team); });
        return u;
    });
    if (!undone.terug) return gate::not_found(context);
    auto const& v = context.view;
    auto const skipped = static_cast<long long>(undone.terug->overgeslagen.size());
    if (skipped == 0) return http::see_other(fmt::format("{}?gedaan={}", back, id));
    log_people(context, undone.skipped, "taken.samen");
    std::vector<Html> lines;
    for (auto const& t : undone.skipped) lines.push_back(task_line(v, t));
    auto const words = html::paragraph(html::text(
                           v.n("{} taak is intussen door iemand gewijzigd en blijft zoals die nu is.",
                               "{} taken zijn intussen door iemand gewijzigd en blijven zoals ze nu zijn.", skipped)))
                       + (lines.empty() ? Html{} : html::bullet_list(lines))
                       + html::paragraph(html::link(back, v.t("Terug naar de lijst")));
    return gate::page(context, v.t("Deels ongedaan gemaakt"),
                      html::page_head({v.t("Deels ongedaan gemaakt"), {}, {}})
                          + html::alert(html::AlertKind::warning,
                                        v.n("{} taak is hersteld.", "{} taken zijn hersteld.", undone.terug->hersteld),
                                        words, true));
}

http::Response save_filter_post(gate::Context& context) {
    auto const address = list_or(context.request.form_value("adres"), "/mijn-werk");
    auto const name = gate::trimmed(context.request.form_value("naam"));
    constexpr std::size_t longest = 120;
    if (name.empty() || name.size() > longest) {
        auto const& v = context.view;
        html::Errors errors;
        errors.add("naam", name.empty() ? v.t("Geef de keuze een naam.")
                                        : v.t("Deze naam is te lang (ten hoogste 60 tekens)."));
        auto const form =
            html::post_form(v, {.action = "/taken/filters",
                                .fields = html::text_field(v, {.name = "naam",
                                                               .label = v.t("Naam voor deze keuze"),
                                                               .value = name,
                                                               .error = std::string{errors.at("naam")},
                                                               .max_length = 60})
                                          + html::hidden_field("adres", address),
                                .buttons = {html::button(html::Act::primary, v.t("Keuze bewaren")),
                                            html::button_link(html::Act::subtle, address, v.t("Annuleren"))}});
        return gate::page(context, 422, v.t("Keuze bewaren"),
                          html::error_summary(v, errors) + html::page_head({v.t("Keuze bewaren"), {}, {}}) + form);
    }
    context.app.database.write(context.scope(),
                               [&](db::Connection& c) { save_filter(c, context.access, name, address); });
    return http::see_other(address);
}

http::Response forget_filter_post(gate::Context& context) {
    auto const id = context.id_param("filter");
    context.app.database.write(context.scope(), [&](db::Connection& c) { forget_filter(c, context.access, id); });
    return http::see_other(list_or(context.request.form_value("terug"), "/mijn-werk"));
}
}
