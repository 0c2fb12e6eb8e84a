#include "werkvoorraad/lijst.h"

#include "dossier/rules.h"
#include "instroom/rules.h"

#include <algorithm>

namespace werkvoorraad {
namespace {
using html::Html;
using i18n::N_;

std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}
int days_until(html::View const& v, Date day) { return static_cast<int>((day - v.today).count()); }

std::vector<html::Column> columns(html::View const& v, Lijst lijst) {
    std::vector<html::Column> middle{{.label = v.t("Termijn"), .css_class = "c-due"},
                                     {.label = v.t("Inburgeraar"), .css_class = "c-who"},
                                     {.label = v.t("Wat en waarom"), .css_class = "c-what"},
                                     {.label = v.t("Grond"), .css_class = "c-law"}};
    if (lijst == Lijst::afdruk) return middle;
    middle.insert(middle.begin(), {.label = v.t("Kies"), .hidden_label = true, .css_class = "c-pick"});
    middle.push_back({.label = v.t("Volgende stap"), .css_class = "c-do"});
    return middle;
}

Html step(html::View const& v, Lijst lijst, Taak const& t) {
    if (lijst == Lijst::wachtrij)
        return html::button(html::Act::secondary, v.t("Oppakken"), {}, "oppakken", std::to_string(t.id.value), true);
    auto const next = volgende_stap({t.soort, t.termijnsoort, t.titel, t.dossier, t.id});
    auto const act = t.wettelijk && t.uiterlijk <= v.today ? html::Act::primary : html::Act::secondary;
    return html::button_link(act, next.href, v.t(next.label), {}, true);
}

html::Row row(html::View const& v, Lijst lijst, Taak const& t) {
    if (lijst == Lijst::afdruk) return {{due(v, t), who(v, t), what(v, t), laws(t)}};
    auto const label = v.t("Kies taak: {}", v.t(t.titel)) + (t.persoon_naam.empty() ? "" : ", " + t.persoon_naam);
    return {{html::pick_box("taak", std::to_string(t.id.value), label, false), due(v, t), who(v, t), what(v, t),
             laws(t), step(v, lijst, t)}};
}

struct Kop {
    std::string id, titel, lead;
    std::int64_t aantal;
};
Kop heading(html::View const& v, Groep groep, Cijfers const& c) {
    switch (groep) {
    case Groep::nu:
        return {"vandaag", c.te_laat > 0 ? v.t("Te laat en vandaag") : v.t("Vandaag"),
                v.t("Wettelijke termijnen eerst; daarna wat u zelf hebt afgesproken."), c.te_laat + c.vandaag};
    case Groep::deze_week:
        return {"week", v.t("Deze week"), v.t("Tot en met {}.", html::long_date(v, einde_week(v.today))), c.deze_week};
    case Groep::later: return {"later", v.t("Later"), v.t("Na deze week."), c.later};
    case Groep::wacht:
        return {"wacht", v.t("Wacht op anderen"), v.t("Op de laatste dag staat de taak weer bij Vandaag."), c.wacht};
    }
    return {};
}
}

std::string_view path_of(Lijst lijst) { return lijst == Lijst::wachtrij ? "/werkvoorraad" : "/mijn-werk"; }

Html due(html::View const& v, Taak const& t) {
    if (t.stand == Stand::wacht && t.uiterlijk > v.today) {
        auto const since = platform::local_time(t.aangemaakt).day;
        auto const days = (v.today - since).count();
        auto const words = days > 0 ? v.n("wacht {} dag", "wacht {} dagen", days) : v.t("sinds vandaag");
        return html::due_badge(v, html::DueKind::waiting, words, t.uiterlijk);
    }
    auto const left = html::days_left(v, days_until(v, t.uiterlijk));
    auto const words = t.uiterlijk == v.today ? capital(left) : left;
    return html::due_badge(v, html::due_kind(v.today, t.uiterlijk), words, t.uiterlijk);
}

Html laws(Taak const& t) {
    Html out;
    auto const href = t.dossier ? fmt::format("/dossiers/{}/termijnen", t.dossier->value) : std::string{};
    std::string_view rest = t.artikel;
    while (!rest.empty()) {
        auto const comma = std::min(rest.find(", "), rest.size());
        auto const one = rest.substr(0, comma);
        auto const space = std::min(one.find(' '), one.size());
        auto const article = space < one.size() ? one.substr(space + 1) : std::string_view{};
        if (!out.empty()) out += html::text(" ");
        out += html::law_tag({one.substr(0, space), article, ""}, href);
        rest = comma < rest.size() ? rest.substr(comma + 2) : std::string_view{};
    }
    return out;
}

Html what(html::View const& v, Taak const& t) {
    auto sub = v.t(t.toelichting);
    if (!t.wacht_op.empty()) sub = v.t("Wacht op {}.", t.wacht_op) + (sub.empty() ? "" : " " + sub);
    auto const title = html::link(fmt::format("/taken/{}", t.id.value), v.t(t.titel));
    return html::cell_two(title, html::text(sub));
}

Html task_line(html::View const& v, Taak const& t) {
    auto line = html::link(fmt::format("/taken/{}", t.id.value), v.t(t.titel));
    if (!t.dossier) return line;
    auto const shown = t.persoon_naam.empty() ? t.dossier_nummer : t.persoon_naam;
    return line + html::text(", ") + html::bdi(shown);
}

Html who(html::View const& v, Taak const& t) {
    if (!t.dossier) return html::cell_two(html::text(v.t("Zonder dossier")), html::text(v.t(soort_titel(t.soort))));
    auto const shown = t.persoon_naam.empty() ? t.dossier_nummer : t.persoon_naam;
    auto name = html::bdi(shown);
    if (!t.eigen_schrift.empty()) name += html::text(" ") + html::bdi(t.eigen_schrift, t.eigen_schrift_taal);
    auto const group = instroom::doelgroep_van(t.groep);
    auto const stage = dossier::fase_van(t.fase);
    auto sub = group ? capital(v.t(instroom::titel(*group))) : v.t("Doelgroep onbekend");
    if (stage) sub += " · " + v.t(dossier::titel(*stage));
    return html::cell_two(html::link(fmt::format("/dossiers/{}", t.dossier->value), name), html::text(sub));
}

Html groups(html::View const& v, Lijst lijst, std::vector<Taak> const& tasks, Cijfers const& c) {
    Html out;
    for (auto const groep : {Groep::nu, Groep::deze_week, Groep::later, Groep::wacht}) {
        std::vector<Taak> mine;
        for (auto const& t : tasks)
            if (groep_van(t.stand, t.uiterlijk, v.today) == groep) mine.push_back(t);
        if (mine.empty()) continue;
        if (groep == Groep::nu)
            std::ranges::stable_sort(mine, [&](Taak const& a, Taak const& b) { return a.wettelijk && !b.wettelijk; });
        auto const head = heading(v, groep, c);
        html::Table table{.caption = head.titel,
                          .columns = columns(v, lijst),
                          .rows = {},
                          .row_header = lijst == Lijst::afdruk ? 1 : 2};
        for (auto const& t : mine) table.rows.push_back(row(v, lijst, t));
        out += html::group({.id = head.id,
                            .title = head.titel,
                            .count = static_cast<int>(head.aantal),
                            .lead = head.lead,
                            .body = html::data_table(table)});
    }
    return out;
}

void log_people(gate::Context& context, std::vector<Taak> const& tasks, std::string_view handeling) {
    std::vector<std::pair<PersoonId, std::optional<DossierId>>> seen;
    for (auto const& t : tasks)
        if (t.persoon && !t.persoon_naam.empty()) seen.emplace_back(*t.persoon, t.dossier);
    std::ranges::sort(seen);
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    if (!seen.empty()) gate::log_reads(context, seen, handeling);
}

std::vector<Date> ruler_days(Date today) {
    constexpr int shown_days = 9;   // with "Te laat" before them, ten places
    return werkdagen(today, shown_days);
}
Date horizon(Date today) { return ruler_days(today).back(); }

std::optional<std::string> next_page(Lijst lijst, Filter f, std::vector<Taak>& tasks, int limiet) {
    if (tasks.size() <= static_cast<std::size_t>(limiet)) return std::nullopt;
    tasks.resize(static_cast<std::size_t>(limiet));
    f.na = Sleutel{tasks.back().uiterlijk, tasks.back().id};
    return address(path_of(lijst), f);
}
}
