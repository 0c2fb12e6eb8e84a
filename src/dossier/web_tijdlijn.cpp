#include "dossier/overzicht.h"

#include <algorithm>

namespace dossier {
namespace {
using html::Html;
using i18n::N_;
using vertrouwen::Bereik;
using vertrouwen::Recht;

struct SoortBeeld {
    Soort soort;
    std::string_view icon, chip;
    bool as_chip = true;
};
constexpr SoortBeeld looks[] = {
    {Soort::wettelijk, "doc", N_("Wettelijk")}, {Soort::contact, "chat", N_("Contact")},
    {Soort::gezin, "people", N_("Gezin")},      {Soort::brief, "mail", N_("Brieven")},
    {Soort::notitie, "note", N_("Notities")},   {Soort::afspraak, "calendar", N_("Afspraken")},
    {Soort::taak, "check", N_("Taken"), false}, {Soort::instroom, "pin", N_("Instroom"), false}};
SoortBeeld look(Soort soort) { return *std::ranges::find(looks, soort, &SoortBeeld::soort); }

std::string at_time(html::View const& v, Timestamp moment) {
    auto const local = platform::local_time(moment);
    return fmt::format("{}, {}", html::short_date(v, local.day), html::clock_time(v, local.hour, local.minute));
}

std::string source_of(html::View const& v, Gebeurtenis const& e, PersoonId subject) {
    std::string words;
    auto const add = [&](std::string const& part) {
        if (!part.empty()) words += (words.empty() ? "" : " · ") + part;
    };
    add(e.bron);
    add(e.gebruiker_naam);
    if (e.contact) {
        if (!e.contact->met.empty()) add(v.t("met {}", e.contact->met));
        if (e.contact->minuten > 0) add(v.n("{} minuut", "{} minuten", e.contact->minuten));
        if (e.contact->tolk != "geen") add(v.t(keuze_titel(tolk_keuzes(), e.contact->tolk)));
    }
    if (e.persoon != subject) add(v.t("over {}", e.persoon_naam));
    if (e.categorie == vertrouwen::Categorie::gezondheid) add(v.t("gezondheid, beperkt leesbaar"));
    return words;
}

bool may_correct(gate::Context const& context, Gebeurtenis const& e) {
    return (e.soort == Soort::notitie || e.soort == Soort::contact) && !e.gecorrigeerd
           && context.access.bereik_van(Recht::dossier_schrijven) != Bereik::geen;
}

/// What other parts of the program write on the timeline beside the title.
[[maybe_unused]] constexpr std::string_view own_texts[] = {
    N_("Dit bericht kwam later binnen dan een nieuwer bericht van DUO. Het nieuwere bericht gaat voor."),
    N_("Reden volgens DUO"), N_("Inburgeringsplicht voldaan")};

/// The program's own words in the reader's language, also before and after a colon; what somebody wrote as it was.
std::string text_of(html::View const& v, Gebeurtenis const& e) {
    if (e.soort == Soort::notitie || e.soort == Soort::contact || e.soort == Soort::afspraak) return e.tekst;
    auto const known = [&](std::string_view text) -> std::string {
        bool const full_stop = text.ends_with('.');
        auto const whole = v.t(text);
        if (whole != text || !full_stop) return whole;
        return v.t(text.substr(0, text.size() - 1)) + ".";
    };
    auto const colon = e.tekst.find(": ");
    auto const whole = v.t(e.tekst);
    if (whole != e.tekst || colon == std::string::npos) return known(e.tekst);
    return v.t(std::string_view{e.tekst}.substr(0, colon)) + ": " + known(std::string_view{e.tekst}.substr(colon + 2));
}

html::TimelineItem past(gate::Context& context, Overzicht const& o, Gebeurtenis const& e) {
    auto const& v = context.view;
    auto title = html::text(v.t(e.titel));
    if (e.gecorrigeerd) title += html::text(" ") + html::status_badge(v.t("verbeterd"), "neutral");
    if (e.vervangt) title += html::text(" ") + html::status_badge(v.t("verbetering"), "neutral");
    Html body = e.tekst.empty() ? Html{} : html::paragraph(html::text(text_of(v, e)), "md-timeline__text");
    if (may_correct(context, e)) {
        auto const href = fmt::format("/dossiers/{}/notities/{}", o.kop.dossier.id.value, e.id.value);
        auto const what = html::hidden(fmt::format(": {}, {}", v.t(e.titel), html::day_month(v, e.dag)));
        body += html::paragraph(html::link(href, html::text(v.t("Verbeteren")) + what), "md-small");
    }
    return {.icon_name = std::string{look(e.soort).icon},
            .title = title,
            .when = html::short_date(v, e.dag),
            .iso = to_iso(e.dag),
            .source = source_of(v, e, o.kop.dossier.persoon),
            .body = body,
            .law = e.soort == Soort::wettelijk};
}

struct Coming {
    Date day;
    std::int64_t order;
    html::TimelineItem item;
};

/// What is still to come, the furthest on top: the last day of each running clock, and the appointments.
std::vector<html::TimelineItem> future(html::View const& v, Overzicht const& o) {
    std::vector<Coming> all;
    for (auto const& klok : o.feiten.klokken) {
        if (klok.stand != inburgeringstermijn::KlokStand::loopt || klok.uiterlijk < v.today) continue;
        std::string article;
        if (!klok.redenen.empty() && !klok.redenen.front().bronnen.empty())
            article = html::law_short(klok.redenen.front().bronnen.front());
        all.push_back({klok.uiterlijk,
                       0,
                       {.icon_name = "doc",
                        .title = html::text(v.t("{}: laatste dag", v.t(titel(klok.soort)))),
                        .when = html::short_date(v, klok.uiterlijk),
                        .iso = to_iso(klok.uiterlijk),
                        .source = article,
                        .law = true,
                        .future = true}});
    }
    for (auto const& a : o.afspraken) {
        auto const day = platform::local_time(a.begint).day;
        auto place = a.plaats;
        if (!a.tolk_taal.empty()) place += (place.empty() ? "" : " · ") + v.t("tolk {}", v.t(taal_naam(a.tolk_taal)));
        all.push_back({day,
                       a.begint.micros,
                       {.icon_name = "calendar",
                        .title = html::text(v.t(a.onderwerp)),
                        .when = at_time(v, a.begint),
                        .iso = to_iso(day),
                        .source = place,
                        .future = true}});
    }
    std::ranges::sort(
        all, [](Coming const& a, Coming const& b) { return a.day != b.day ? a.day > b.day : a.order > b.order; });
    std::vector<html::TimelineItem> items;
    for (auto& one : all) items.push_back(std::move(one.item));
    return items;
}

Html filter_chips(html::View const& v, Overzicht const& o, Filter const& f) {
    auto const id = o.kop.dossier.id;
    std::vector<html::Chip> kinds{
        {.label = v.t("Alles"), .href = overview_path(id, {{}, f.persoon, {}}), .current = !f.soort}};
    for (auto const& one : looks)
        if (one.as_chip)
            kinds.push_back({.label = v.t(one.chip),
                             .href = overview_path(id, {one.soort, f.persoon, {}}),
                             .current = f.soort == one.soort});
    return html::chips(v.t("Toon"), kinds);
}
Html person_chips(html::View const& v, Overzicht const& o, Filter const& f) {
    auto const id = o.kop.dossier.id;
    std::vector<html::Chip> people{
        {.label = v.t("Iedereen"), .href = overview_path(id, {f.soort, {}, {}}), .current = !f.persoon},
        {.label = o.kop.naam,
         .href = overview_path(id, {f.soort, o.kop.dossier.persoon, {}}),
         .current = f.persoon == o.kop.dossier.persoon}};
    for (auto const& member : o.gezin)
        if (member.persoon)
            people.push_back({.label = member.naam,
                              .href = overview_path(id, {f.soort, member.persoon, {}}),
                              .current = f.persoon == member.persoon});
    return people.size() > 2 ? html::chips(v.t("Over"), people) : Html{};
}
}

Html timeline_panel(gate::Context& context, Overzicht const& o, Filter const& f) {
    auto const& v = context.view;
    auto const id = o.kop.dossier.id;
    std::vector<html::TimelineItem> items;
    bool const with_future =
        !f.voor && !f.persoon && (!f.soort || *f.soort == Soort::wettelijk || *f.soort == Soort::afspraak);
    if (with_future) items = future(v, o);
    if (!f.voor)
        items.push_back({.title = html::text(v.t("Vandaag, {}", html::long_date(v, v.today))), .today_mark = true});
    auto const more = o.gebeurtenissen.size() > static_cast<std::size_t>(per_bladzijde);
    auto const count = more ? static_cast<std::size_t>(per_bladzijde) : o.gebeurtenissen.size();
    for (std::size_t i = 0; i < count; ++i) {
        auto const& e = o.gebeurtenissen[i];
        // A planned appointment stands above "Vandaag" already, from the agenda itself.
        if (e.soort == Soort::afspraak && e.dag > v.today) continue;
        items.push_back(past(context, o, e));
    }
    Html body = html::timeline(v, items);
    if (count == 0)
        body += html::empty_state(f.leeg() ? v.t("Er is nog niets gebeurd in dit dossier.")
                                           : v.t("Niets gevonden met deze keuze."));
    if (more)
        body += html::paragraph(html::link(overview_path(id, {f.soort, f.persoon, o.gebeurtenissen[count - 1].id}),
                                           v.t("Eerdere gebeurtenissen")),
                                "md-more-link");
    if (f.voor)
        body += html::paragraph(html::link(overview_path(id, {f.soort, f.persoon, {}}), v.t("Terug naar de nieuwste")),
                                "md-more-link");
    return html::panel({.id = "tijdlijn",
                        .title = v.t("Tijdlijn"),
                        .head_end = {},
                        .body = html::stack({filter_chips(v, o, f) + person_chips(v, o, f), body})});
}
}
