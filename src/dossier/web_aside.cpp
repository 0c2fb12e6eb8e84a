#include "dossier/overzicht.h"
#include "inburgeringstermijn/klok_beeld.h"

namespace dossier {
namespace {
using html::Html;
using i18n::N_;
using vertrouwen::Bereik;
using vertrouwen::Recht;

std::string file_path(DossierId id, std::string_view rest) { return fmt::format("/dossiers/{}{}", id.value, rest); }

Html clocks_panel(html::View const& v, Overzicht const& o) {
    return html::panel({.id = "termijnen",
                        .title = v.t("Wettelijke termijnen"),
                        .head_end = html::link(file_path(o.kop.dossier.id, "/termijnen"), v.t("Alle")),
                        .body = inburgeringstermijn::running_clocks(v, o.feiten.klokken)});
}

Html tasks_panel(html::View const& v, Overzicht const& o) {
    std::vector<html::ListItem> items;
    for (auto const& t : o.taken) {
        int const left = static_cast<int>((t.uiterlijk - v.today).count());
        auto const kind =
            t.stand == werkvoorraad::Stand::wacht ? html::DueKind::waiting : html::due_kind(v.today, t.uiterlijk);
        auto const who = t.eigenaar_naam.empty() ? v.t("nog van niemand") : t.eigenaar_naam;
        items.push_back(
            {{},
             html::cell_two(html::link(fmt::format("/taken/{}", t.id.value), v.t(t.titel)), html::text(who)),
             html::due_badge(v, kind, html::days_left(v, left), {})});
    }
    auto const body = items.empty() ? html::empty_state(v.t("Er staan geen taken open.")) : html::item_list(items);
    auto const add = html::link(fmt::format("/taken/nieuw?dossier={}", o.kop.dossier.id.value), v.t("Nieuwe taak"));
    return html::panel({.id = "taken", .title = v.t("Taken"), .head_end = add, .body = body});
}

Html appointments_panel(html::View const& v, Overzicht const& o) {
    std::vector<html::ListItem> items;
    for (auto const& a : o.afspraken) {
        auto const local = platform::local_time(a.begint);
        auto sub = html::clock_time(v, local.hour, local.minute);
        if (!a.plaats.empty()) sub += " · " + a.plaats;
        if (!a.tolk_taal.empty())
            sub += " · " + (a.tolk_stand == "bevestigd" ? v.t("tolk bevestigd") : v.t("tolk gevraagd"));
        items.push_back({html::time_tag(local.day, html::short_day(v, local.day)),
                         html::cell_two(html::text(v.t(a.onderwerp)), html::text(sub)),
                         {}});
    }
    auto const body =
        items.empty() ? html::empty_state(v.t("Er zijn geen afspraken gepland.")) : html::item_list(items);
    auto const add = html::link(fmt::format("/agenda/nieuw?dossier={}", o.kop.dossier.id.value), v.t("Afspraak maken"));
    return html::panel({.id = "afspraken", .title = v.t("Komende afspraken"), .head_end = add, .body = body});
}

std::string tie(html::View const& v, instroom::GezinslidRegel const& m) {
    std::string words = m.soort == "kind"      ? m.geslacht == "M"   ? v.t("zoon")
                                                 : m.geslacht == "V" ? v.t("dochter")
                                                                     : v.t("kind")
                             : m.soort == "partner" ? v.t("partner")
                                               : v.t("ouder");
    if (m.voorbij) words += " (" + v.t("voorbij") + ")";
    if (auto const years = age(m.geboren, v.today)) words += ", " + v.n("{} jaar", "{} jaar", *years);
    if (m.verblijf == "nareis") words += " · " + v.t("nareis");
    if (m.verblijf == "buitenland") words += " · " + v.t("in het buitenland");
    return words;
}

Html family_panel(gate::Context& context, Overzicht const& o) {
    auto const& v = context.view;
    if (!context.access.mag_zien(vertrouwen::Categorie::gezin)) return {};
    std::vector<html::ListItem> items;
    for (auto const& m : o.gezin) {
        auto const name = html::bdi(m.naam);
        auto const shown = m.dossier ? html::link(file_path(*m.dossier, ""), name) : name;
        items.push_back({{}, html::cell_two(shown, html::text(tie(v, m))), {}});
    }
    auto const body =
        items.empty() ? html::empty_state(v.t("Er zijn geen gezinsleden bekend.")) : html::item_list(items);
    return html::panel({.id = "gezin",
                        .title = v.t("Gezin"),
                        .head_end = html::link(file_path(o.kop.dossier.id, "/gezin"), v.t("Alle")),
                        .body = body});
}

Html team_panel(gate::Context& context, Overzicht const& o) {
    auto const& v = context.view;
    auto const& d = o.kop.dossier;
    std::vector<html::ListItem> items;
    auto const add = [&](std::string const& name, std::string_view rol) {
        auto const who = name.empty() ? html::soft(html::text(v.t("nog niemand"))) : html::bdi(name);
        items.push_back({{}, who, html::soft(html::text(v.t(rol)))});
    };
    add(d.regisseur_naam, N_("regisseur"));
    add(d.klantmanager_naam, N_("klantmanager"));
    if (!d.team_naam.empty()) items.push_back({{}, html::text(d.team_naam), html::soft(html::text(v.t("team")))});
    bool const may = context.access.bereik_van(Recht::dossier_toewijzen) != Bereik::geen;
    auto const change = may ? html::link(file_path(d.id, "/toewijzen"), v.t("Wijzigen")) : Html{};
    auto body = html::item_list(items);
    if (may && d.open)
        body += html::paragraph(html::link(file_path(d.id, "/sluiten"), v.t("Dossier sluiten")), "md-more-link");
    return html::panel({.id = "team", .title = v.t("Team"), .head_end = change, .body = body});
}
}

Html aside(gate::Context& context, Overzicht const& o) {
    auto const& v = context.view;
    auto const appointments =
        context.access.mag_zien(vertrouwen::Categorie::contact) ? appointments_panel(v, o) : Html{};
    return html::stack(
        {clocks_panel(v, o), tasks_panel(v, o), appointments, family_panel(context, o), team_panel(context, o)});
}
}
