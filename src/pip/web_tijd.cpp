#include "gate/form.h"
#include "pip/beeld.h"
#include "pip/tijdigheid.h"
#include "pip/web.h"
#include "werkvoorraad/store.h"

#include <algorithm>
#include <charconv>

namespace pip {
using html::Html;
using i18n::N_;
using vertrouwen::Bereik;
using vertrouwen::Recht;

namespace {
constexpr std::chrono::weeks twenty_weeks{20};
constexpr std::size_t page_size = 50, most_exported = 5000;

struct Filter {
    std::string team, wie, stand, oorzaak, week, van, na;
};
std::int64_t number(std::string_view text) {
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && value > 0 ? value : 0;
}
Filter read_filter(http::Request const& r) {
    auto const value = [&](std::string_view name) { return std::string{r.query_value(name)}; };
    return {value("team"), value("wie"), value("stand"), value("oorzaak"), value("week"), value("van"), value("na")};
}
/// The address of a list with these filters; what a link changes is given in `changed`.
std::string address(Filter f, std::string_view path,
                    std::initializer_list<std::pair<std::string_view, std::string>> changed = {}) {
    f.na.clear();
    for (auto const& [name, value] : changed) {
        if (name == "team") f.team = value;
        if (name == "wie") f.wie = value;
        if (name == "stand") f.stand = value;
        if (name == "oorzaak") f.oorzaak = value;
        if (name == "week") f.week = value;
        if (name == "van") f.van = value;
        if (name == "na") f.na = value;
    }
    std::string query;
    auto const add = [&](std::string_view name, std::string const& value) {
        bool const plain = std::ranges::all_of(value, [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '_' || c == '-' || c == '.';
        });
        if (!value.empty() && plain) query += fmt::format("{}{}={}", query.empty() ? "?" : "&", name, value);
    };
    add("team", f.team);
    add("wie", f.wie);
    add("stand", f.stand);
    add("oorzaak", f.oorzaak);
    add("week", f.week);
    add("van", f.van);
    add("na", f.na);
    return std::string{path} + query;
}
constexpr std::string_view list_path = "/pip-op-tijd", export_path = "/pip-op-tijd/uitvoer";

std::optional<Date> monday(std::string_view typed) {
    auto const day = parse_date(typed);
    return day && maandag(*day) == *day ? std::optional{*day} : std::nullopt;
}

/// Unknown values of an address count as no filter.
TijdVraag question(Filter const& f) {
    TijdVraag q{};
    q.team = TeamId{number(f.team)};
    q.wie = GebruikerId{number(f.wie)};
    if (f.stand == "alles" || tijd_van(f.stand)) q.stand = f.stand;
    q.oorzaak = oorzaak_van(f.oorzaak);
    q.week = monday(f.week);
    auto const dot = f.na.find('.');
    if (dot != std::string::npos)
        if (auto const day = parse_date(std::string_view{f.na}.substr(0, dot)))
            q.na = std::pair{*day, DossierId{number(std::string_view{f.na}.substr(dot + 1))}};
    return q;
}

struct Read {
    Tijdbeeld beeld;
    std::vector<werkvoorraad::Team> teams;
    std::vector<werkvoorraad::Collega> people;
};

Html chart(html::View const& v, Filter const& f, Read const& r, TijdVraag const& q) {
    html::StackedBars bars{.id = "grafiek",
                           .title = v.t("Aantal plannen per week"),
                           .say = {},
                           .row_label = v.t("Week van"),
                           .series = {},
                           .bars = {}};
    constexpr std::array order{Tijd::op_tijd, Tijd::loopt, Tijd::te_laat, Tijd::verlopen};
    for (auto const time : order) bars.series.push_back(v.t(titel(time)));
    for (auto week = q.van; week < q.tot; week += std::chrono::weeks{1}) {
        html::StackedBars::Bar bar{html::day_month(v, week),
                                   address(f, list_path, {{"week", to_iso(week)}, {"stand", "alles"}}),
                                   {},
                                   week == maandag(v.today)};
        auto const counts = r.beeld.per_week.find(week);
        for (auto const time : order)
            bar.counts.push_back(counts == r.beeld.per_week.end() ? 0 : counts->second[static_cast<std::size_t>(time)]);
        bars.bars.push_back(std::move(bar));
    }
    auto const done = r.beeld.van(Tijd::op_tijd) + r.beeld.van(Tijd::te_laat);
    bars.say = v.t("Van {} vastgestelde plannen waren er {} op tijd. {} mensen wachten al langer dan mag.",
                   html::grouped(v, done), html::grouped(v, r.beeld.van(Tijd::op_tijd)),
                   html::grouped(v, r.beeld.van(Tijd::verlopen)));
    return html::panel({.id = "grafiek",
                        .title = v.t("PIP per week van de laatste dag"),
                        .head_end = {},
                        .body = html::stacked_bars(v, bars)});
}

Html causes(html::View const& v, Filter const& f, Read const& r, TijdVraag const& q) {
    html::LyingBars bars{.id = "waarop",
                         .title = v.t("Aantal mensen per oorzaak"),
                         .say = {},
                         .row_label = v.t("Oorzaak"),
                         .count_label = v.t("Aantal"),
                         .bars = {}};
    std::int64_t most = 0;
    Oorzaak biggest = Oorzaak::gereed;
    for (auto const cause : oorzaken()) {
        auto const count = r.beeld.per_oorzaak[static_cast<std::size_t>(cause)];
        if (count > most) {
            most = count;
            biggest = cause;
        }
        bool const chosen = q.oorzaak == cause;
        bars.bars.push_back({v.t(titel(cause)),
                             address(f, list_path, {{"oorzaak", std::string{naam(cause)}}, {"stand", ""}}), count,
                             chosen});
    }
    bars.say = most == 0 ? v.t("Niemand wacht op een plan.")
                         : v.t("Het vaakst: {} ({}).", v.t(titel(biggest)), html::grouped(v, most));
    return html::panel(
        {.id = "waarop", .title = v.t("Waar het op wacht"), .head_end = {}, .body = html::lying_bars(v, bars)});
}

Html filters(gate::Context const& context, Filter const& f, Read const& r) {
    auto const& v = context.view;
    auto const all = [&](std::string const& label) { return html::Choice{"", label, ""}; };
    std::vector<html::Choice> teams{all(v.t("Alle teams"))}, people{all(v.t("Alle begeleiders"))},
        states{all(v.t("Nog zonder PIP")), {"alles", v.t("Alles"), ""}}, reasons{all(v.t("Alle oorzaken"))};
    for (auto const& team : r.teams) teams.push_back({std::to_string(team.id.value), team.naam, ""});
    for (auto const& one : r.people) people.push_back({std::to_string(one.id.value), one.naam, ""});
    for (auto const time : {Tijd::verlopen, Tijd::loopt, Tijd::te_laat, Tijd::op_tijd})
        states.push_back({std::string{naam(time)}, v.t(titel(time)), ""});
    for (auto const cause : oorzaken()) reasons.push_back({std::string{naam(cause)}, v.t(titel(cause)), ""});
    auto const field = [&](std::string name, std::string label, std::string value) {
        return html::Field{.name = std::move(name), .label = std::move(label), .value = std::move(value)};
    };
    Html fields;
    if (context.access.bereik_van(Recht::cohort_inzien) == Bereik::gemeente)
        fields += html::select_field(v, field("team", v.t("Team"), f.team), teams);
    fields += html::select_field(v, field("wie", v.t("Begeleider"), f.wie), people)
              + html::select_field(v, field("stand", v.t("Stand"), f.stand), states)
              + html::select_field(v, field("oorzaak", v.t("Oorzaak"), f.oorzaak), reasons);
    return html::get_form({.action = std::string{list_path},
                           .fields = fields,
                           .buttons = {html::button(html::Act::secondary, v.t("Filteren")),
                                       html::button_link(html::Act::subtle, list_path, v.t("Filters wissen"))},
                           .css_class = "md-filterform md-stack"});
}

Html status(html::View const& v, TijdRij const& row) {
    if (row.vastgesteld)
        return html::cell_two(html::status_badge(v.t(titel(row.tijd)), row.tijd == Tijd::op_tijd ? "ok" : "warning"),
                              html::text(html::short_day(v, *row.vastgesteld)));
    auto const left = static_cast<int>((row.uiterlijk - v.today).count());
    return html::due_badge(v, html::due_kind(v.today, row.uiterlijk), html::days_left(v, left), std::nullopt);
}

Html table(html::View const& v, std::vector<TijdRij> const& rows) {
    html::Table list{.caption = v.t("Mensen en hun PIP"),
                     .columns = {{.label = v.t("Wie")},
                                 {.label = v.t("Uiterlijk")},
                                 {.label = v.t("Stand")},
                                 {.label = v.t("Wat het ophoudt")},
                                 {.label = v.t("Begeleider")}},
                     .rows = {}};
    for (auto const& row : rows) {
        auto const why = row.vastgesteld ? Html{} : html::text(v.t(titel(row.oorzaak)));
        list.rows.push_back(
            {{html::cell_two(html::link(plan_path(row.dossier), html::bdi(row.naam)), html::text(row.nummer)),
              html::time_tag(row.uiterlijk, html::short_date(v, row.uiterlijk)), status(v, row),
              html::cell_two(why, html::text(row.eigen_tekst)),
              html::cell_two(html::bdi(row.wie), html::text(row.team))}});
    }
    return html::data_table(list);
}

Read read(gate::Context& context, Filter const& f, TijdVraag& q) {
    return context.app.database.read(context.scope(), [&](db::Connection& c) {
        auto const weeks = window(c, context.access, monday(f.van), context.today());
        q.van = weeks.van;
        q.tot = weeks.tot;
        return Read{in_time(c, context.access, q, context.today()), werkvoorraad::teams(c, context.access),
                    werkvoorraad::colleagues(c, context.access)};
    });
}
void log_people(gate::Context& context, std::vector<TijdRij> const& rows, std::string_view list) {
    std::vector<std::pair<PersoonId, std::optional<DossierId>>> seen;
    for (auto const& row : rows) seen.emplace_back(row.persoon, row.dossier);
    if (!seen.empty()) gate::log_reads(context, seen, list);
}
}

http::Response in_time(gate::Context& context) {
    auto const& v = context.view;
    auto const f = read_filter(context.request);
    auto q = question(f);
    auto const r = read(context, f, q);
    log_people(context, r.beeld.rijen, "pip-op-tijd");
    auto const lead = v.t("Alle open dossiers met een laatste dag van {} tot en met {}.", html::short_day(v, q.van),
                          html::short_day(v, q.tot - std::chrono::days{1}));
    auto const head = html::page_head(
        {v.t("PIP op tijd"),
         html::text(lead),
         {html::button_link(html::Act::subtle,
                            address(f, list_path, {{"van", to_iso(q.van - twenty_weeks)}, {"week", ""}}),
                            v.t("Eerdere weken")),
          html::button_link(html::Act::subtle, address(f, list_path, {{"van", to_iso(q.tot)}, {"week", ""}}),
                            v.t("Latere weken")),
          html::button_link(html::Act::secondary, address(f, export_path), v.t("Lijst als CSV"), "download")}});
    std::optional<std::string> next;
    if (r.beeld.meer)
        next = address(
            f, list_path,
            {{"na", fmt::format("{}.{}", to_iso(r.beeld.rijen.back().uiterlijk), r.beeld.rijen.back().dossier.value)}});
    Html which;
    if (q.week)
        which = html::paragraph(html::text(v.t("Alleen de week van {}. ", html::long_date(v, *q.week)))
                                + html::link(address(f, list_path, {{"week", ""}}), v.t("Alle weken")));
    auto const rows =
        r.beeld.rijen.empty() ? html::empty_state(v.t("Niemand past bij deze filters.")) : table(v, r.beeld.rijen);
    auto const list =
        html::group({.id = "lijst",
                     .title = v.t("Wie"),
                     .count = {},
                     .lead = "",
                     .body = filters(context, f, r) + which + rows
                             + html::pager(v, q.na ? std::optional{address(f, list_path)} : std::nullopt, next)});
    return gate::page(context, v.t("PIP op tijd"), head + html::stack({chart(v, f, r, q), causes(v, f, r, q), list}));
}

http::Response in_time_csv(gate::Context& context) {
    auto const f = read_filter(context.request);
    auto q = question(f);
    q.limiet = most_exported;
    q.na.reset();
    auto const r = read(context, f, q);
    log_people(context, r.beeld.rijen, "pip-op-tijd.uitvoer");
    return http::download("text/csv; charset=utf-8", fmt::format("pip-op-tijd-{}.csv", to_iso(context.today())),
                          csv(r.beeld.rijen));
}

// ---- what a worker says of the delay ----
namespace {
http::Response cause_page(gate::Context& context, int status, Lezing const& r, std::string const& typed,
                          html::Errors const& errors) {
    auto const& v = context.view;
    auto const id = r.kop->dossier.id;
    auto const title = v.t("Waarom het plan op zich laat wachten");
    auto const form = html::post_form(
        v, {.action = plan_path(id, "/oorzaak"),
            .fields =
                html::textarea_field(v,
                                     {.name = "tekst",
                                      .label = v.t("Oorzaak in uw woorden"),
                                      .help = v.t("Komt in de lijst 'PIP op tijd'. Geen medische gegevens. Leeg maken "
                                                  "haalt de tekst weg."),
                                      .value = typed,
                                      .error = std::string{errors.at("tekst")},
                                      .required = false,
                                      .max_length = 300},
                                     3),
            .buttons = {html::button(html::Act::primary, v.t("Opslaan")),
                        html::button_link(html::Act::subtle, plan_path(id), v.t("Terug naar het plan"))}});
    return plan_page(context, status, r, title,
                     html::error_summary(v, errors)
                         + html::panel({.id = "oorzaak", .title = title, .head_end = {}, .body = form}));
}
}

http::Response explain_delay(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    struct All {
        Lezing r;
        std::optional<EigenOorzaak> own;
    };
    auto const all = context.app.database.read(context.scope(), [&](db::Connection& c) {
        return All{read_plan(c, context, id), own_cause(c, context.access, id)};
    });
    if (!all.r.kop) return gate::not_found(context);
    return cause_page(context, 200, all.r, all.own ? all.own->tekst : std::string{}, {});
}

http::Response delay_post(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const typed = gate::trimmed(context.request.form_value("tekst"));
    constexpr std::size_t longest = 1200;   // bytes of 300 characters
    html::Errors errors;
    if (typed.size() > longest)
        errors.add("tekst", context.view.t("Deze tekst is te lang. Maak hem korter (ten hoogste 300 tekens)."));
    auto const r = context.app.database.write(context.scope(), [&](db::Connection& c) {
        auto all = read_plan(c, context, id);
        if (errors.none() && all.kop) explain_delay(c, context.access, context.now(), id, typed);
        return all;
    });
    if (!r.kop) return gate::not_found(context);
    return errors.none() ? http::see_other(plan_path(id)) : cause_page(context, 422, r, typed, errors);
}
}
