#include "werkvoorraad/lijst.h"

#include <algorithm>

namespace werkvoorraad {
namespace {
using html::Html;

/// "do 26", and the month where a new one begins.
std::string day_label(html::View const& v, Date day) {
    auto const words = html::short_date(v, day);   // do 26 nov 2026
    bool const first_of_month = std::chrono::year_month_day{day}.day() <= std::chrono::day{1};
    std::size_t end = words.find(' ', words.find(' ') + 1);
    if (first_of_month && end != std::string::npos) end = words.find(' ', end + 1);
    return words.substr(0, end);
}
std::string late_words(html::View const& v, std::int64_t n) {
    return n == 1 ? v.t("Eén taak is te laat") : v.t("{} taken zijn te laat", html::grouped(v, n));
}
std::string today_words(html::View const& v, std::int64_t n, bool second) {
    if (n == 0) return v.t("vandaag hoeft er niets af");
    if (second) return n == 1 ? v.t("één moet vandaag af") : v.t("{} moeten vandaag af", html::grouped(v, n));
    return n == 1 ? v.t("één taak moet vandaag af") : v.t("{} taken moeten vandaag af", html::grouped(v, n));
}
std::string capital_first(std::string words) {
    if (words.starts_with("é")) return "É" + words.substr(std::string_view{"é"}.size());
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}
}

Html lead(html::View const& v, Cijfers const& c) {
    auto const day = html::time_tag(v.today, capital_first(html::long_date(v, v.today)));
    auto words = c.te_laat > 0 ? late_words(v, c.te_laat) + ", " + today_words(v, c.vandaag, c.vandaag > 0)
                               : capital_first(today_words(v, c.vandaag, false));
    return day + html::text(". " + words + ".");
}

Html day_ruler(html::View const& v, Lijst lijst, std::vector<Telling> const& all, Filter const& f) {
    auto const days = ruler_days(v.today);
    auto const counted = per_dag(all, days, v.today);
    Filter only;
    only.soort = f.soort;
    only.team = f.team;
    only.zonder = f.zonder;
    only.te_laat = true;
    auto const late = cijfers(all, v.today).te_laat;
    std::vector<html::RulerDay> marks{
        {static_cast<int>(late), v.t("Te laat"), address(path_of(lijst), only), late > 0, false, false}};
    only.te_laat = false;
    for (std::size_t i = 0; i < days.size(); ++i) {
        only.dag = days[i];
        bool const new_week = i > 0 && einde_week(days[i]) != einde_week(days[i - 1]);
        marks.push_back({static_cast<int>(counted[i]), i == 0 ? v.t("Vandaag") : day_label(v, days[i]),
                         address(path_of(lijst), only), false, i == 0, new_week});
    }
    return html::ruler(v, marks);
}

Html kind_chips(html::View const& v, Lijst lijst, Cijfers const& c, Filter const& f,
                std::vector<html::Chip> const& applied) {
    auto const href = [&](auto&& change) {
        Filter other = f;
        other.na.reset();
        change(other);
        return address(path_of(lijst), other);
    };
    std::vector<html::Chip> kinds{{.label = v.t("Alles"),
                                   .href = href([](Filter& x) { x.soort.clear(); }),
                                   .count = static_cast<int>(c.alles),
                                   .current = f.soort.empty()}};
    for (std::size_t i = 0; i < soorten().size(); ++i) {
        auto const& kind = soorten()[i];
        if (c.per_soort[i] == 0 && f.soort != kind.naam) continue;
        kinds.push_back({.label = v.t(kind.meervoud),
                         .href = href([&](Filter& x) { x.soort = kind.naam; }),
                         .count = static_cast<int>(c.per_soort[i]),
                         .current = f.soort == kind.naam});
    }
    auto taken = applied;
    if (f.te_laat)
        taken.push_back({.label = v.t("Te laat"), .href = href([](Filter& x) { x.te_laat = false; }), .applied = true});
    if (f.dag)
        taken.push_back(
            {.label = html::short_date(v, *f.dag), .href = href([](Filter& x) { x.dag.reset(); }), .applied = true});
    if (f.wacht)
        taken.push_back(
            {.label = v.t("Wacht op anderen"), .href = href([](Filter& x) { x.wacht = false; }), .applied = true});
    else if (c.wacht > 0)
        kinds.push_back({.label = v.t("Wacht op anderen"),
                         .href = href([](Filter& x) {
                             x.wacht = true;
                             x.dag.reset();
                             x.te_laat = false;
                         }),
                         .count = static_cast<int>(c.wacht)});
    return html::chips(v.t("Toon"), kinds, taken.empty() ? "" : v.t("Gekozen"), taken, v.t("filter weghalen"));
}

Html list_form(html::View const& v, std::string const& list_address, bool may_assign, Html const& tables) {
    std::vector<Html> buttons;
    auto const add = [&](std::string_view value, std::string const& label) {
        buttons.push_back(html::button(html::Act::secondary, label, {}, "doe", value, true));
    };
    if (may_assign) add(naam(Handeling::toewijzen), v.t("Toewijzen"));
    add(naam(Handeling::verplaatsen), v.t("Naar een datum verplaatsen"));
    add(naam(Handeling::klaar), v.t("Klaar"));
    auto const bar = html::bulk_bar(v, v.t("Gekozen taken"), v.t("Met de gekozen taken:"), buttons,
                                    html::link(list_address, v.t("Keuze wissen")));
    return html::post_form(v, {.action = "/taken/kiezen",
                               .fields = html::stack({html::hidden_field("terug", list_address), bar, tables}),
                               .buttons = {},
                               .css_class = ""});
}

Html saved_panel(html::View const& v, std::vector<BewaardFilter> const& saved, std::string const& list_address) {
    bool const chosen = list_address.find('?') != std::string::npos;
    if (saved.empty() && !chosen) return {};
    std::vector<html::ListItem> items;
    for (auto const& one : saved) {
        auto const drop = html::post_button(v, fmt::format("/taken/filters/{}/weg", one.id), html::Act::subtle,
                                            v.t("Weghalen"), {}, html::hidden_field("terug", list_address), true);
        items.push_back({{}, html::link(list_or(one.adres, "/mijn-werk"), html::bdi(one.naam)), drop});
    }
    auto const field =
        html::text_field(
            v, {.name = "naam", .label = v.t("Naam voor deze keuze"), .value = "", .error = "", .max_length = 60})
        + html::hidden_field("adres", list_address);
    auto const form =
        html::post_form(v, {.action = "/taken/filters",
                            .fields = field,
                            .buttons = {html::button(html::Act::secondary, v.t("Keuze bewaren"), {}, {}, {}, true)}});
    return html::panel({.id = "bewaard",
                        .title = v.t("Bewaarde keuzes"),
                        .head_end = {},
                        .body = (items.empty() ? Html{} : html::item_list(items)) + (chosen ? form : Html{})});
}

std::optional<Gedaan> find_done(gate::Context& context, db::Connection& c) {
    auto const id = whole_number(context.request.query_value("gedaan"));
    auto bulk = id ? find_bulk(c, context.access, *id) : std::nullopt;
    if (!bulk) return std::nullopt;
    std::vector<TaakId> refused;
    for (auto const& one : bulk->mislukt) refused.push_back(one.taak);
    auto tasks = refused.empty() ? std::vector<Taak>{} : find_all(c, context.access, refused);
    std::erase_if(tasks,
                  [&](Taak const& t) { return !reaches(c, context.access, context.today(), t.eigenaar, t.team); });
    return Gedaan{*id, std::move(*bulk), std::move(tasks)};
}

namespace {
/// For which tasks it could not be done, and why; a task that this reader may not know is one without a name.
Html refused_lines(gate::Context& context, Gedaan const& done) {
    auto const& v = context.view;
    if (done.bulk.mislukt.empty()) return {};
    log_people(context, done.geweigerd, "taken.samen");
    std::vector<Html> lines;
    for (auto const& one : done.bulk.mislukt) {
        auto const task = std::ranges::find(done.geweigerd, one.taak, &Taak::id);
        auto const name = task == done.geweigerd.end() ? html::text(v.t("Een taak die u niet (meer) kunt zien"))
                                                       : task_line(v, *task);
        lines.push_back(name + html::text(": " + v.t(tekst(one.waarom))));
    }
    auto const n = static_cast<long long>(lines.size());
    return html::paragraph(
               html::strong(html::text(v.n("Voor {} taak kon dit niet:", "Voor {} taken kon dit niet:", n))))
           + html::bullet_list(lines);
}
}

Html done_notice(gate::Context& context, std::optional<Gedaan> const& done) {
    if (!done) return {};
    auto const& v = context.view;
    auto const& bulk = done->bulk;
    if (bulk.teruggedraaid) return html::alert(html::AlertKind::info, v.t("Dit is ongedaan gemaakt."), {}, true);
    std::string words;
    switch (bulk.handeling) {
    case Handeling::toewijzen: words = v.n("{} taak toegewezen.", "{} taken toegewezen.", bulk.aantal); break;
    case Handeling::verplaatsen: words = v.n("{} taak verplaatst.", "{} taken verplaatst.", bulk.aantal); break;
    case Handeling::klaar: words = v.n("{} taak afgerond.", "{} taken afgerond.", bulk.aantal); break;
    }
    auto const back = list_or(context.request.path, "/mijn-werk");
    auto const button = html::post_button(v, fmt::format("/taken/samen/{}/ongedaan", done->id), html::Act::secondary,
                                          v.t("Ongedaan maken"), {}, html::hidden_field("terug", back), true);
    auto const kind = bulk.mislukt.empty() ? html::AlertKind::ok : html::AlertKind::warning;
    return html::alert(kind, words, refused_lines(context, *done) + button, true);
}
}
