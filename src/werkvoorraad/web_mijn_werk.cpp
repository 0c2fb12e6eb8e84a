#include "agenda/store.h"
#include "agenda/vervanging.h"
#include "platform/html/print.h"
#include "werkvoorraad/lijst.h"
#include "werkvoorraad/web.h"

#include <algorithm>

namespace werkvoorraad {
namespace {
using html::Html;
constexpr int page_size = 50, paper_size = 200;

/// Everything the page shows; a handful of questions, whatever the size of the municipality.
struct Read {
    std::vector<agenda::Collega> absent;
    std::vector<Telling> counts;
    std::vector<Taak> tasks, waiting;
    std::vector<agenda::Afspraak> appointments;
    std::vector<BewaardFilter> saved;
    std::optional<Gedaan> done;
};

std::vector<GebruikerId> owners(GebruikerId self, std::vector<agenda::Collega> const& absent, Filter const& f) {
    std::vector<GebruikerId> all;
    auto const add = [&](GebruikerId who) {
        if (std::ranges::find(f.zonder, who) == f.zonder.end() && all.size() < meeste_eigenaars) all.push_back(who);
    };
    add(self);
    for (auto const& one : absent) add(one.id);
    if (all.empty()) all.push_back(self);   // everything left out shows one's own work again
    return all;
}

Read read(gate::Context& context, Filter const& f, int size) {
    auto const& access = context.access;
    Date const today = context.today();
    return context.app.database.read(context.scope(), [&](db::Connection& c) {
        Read r;
        r.absent = agenda::afwezigen_voor(c, access.gebruiker(), today);
        auto const whose = owners(access.gebruiker(), r.absent, f);
        r.counts = counts(c, access, {whose, {}, today, horizon(today)});
        auto q = question(f, whose, today);
        q.limiet = size;
        r.tasks = list(c, access, q);
        if (!f.wacht && !f.te_laat && !f.dag && !f.na) {
            q.stand = Stand::wacht;
            r.waiting = list(c, access, q);
        }
        auto const midnight = platform::moment_of({today, 0, 0});
        auto const next = platform::moment_of({today + std::chrono::days{1}, 0, 0});
        r.appointments = agenda::between(c, access, {access.gebruiker()}, midnight, next);
        r.saved = saved_filters(c, access);
        r.done = find_done(context, c);
        return r;
    });
}

Html appointments(html::View const& v, std::vector<agenda::Afspraak> const& all) {
    std::vector<html::AgendaItem> items;
    for (auto const& a : all) {
        if (a.stand == agenda::Stand::afgezegd) continue;
        auto const at = platform::local_time(a.begint);
        auto what = html::text(a.onderwerp);
        if (!a.persoon_naam.empty() && a.dossier)
            what +=
                html::text(", ") + html::link(fmt::format("/dossiers/{}", a.dossier->value), html::bdi(a.persoon_naam));
        auto sub = a.plaats;
        if (!a.tolk_stand.empty())
            sub += (sub.empty() ? "" : " · ")
                   + (a.tolk_stand == "bevestigd" ? v.t("tolk bevestigd") : v.t("tolk gevraagd"));
        items.push_back({fmt::format("{:02}.{:02}", at.hour, at.minute), what, sub});
    }
    if (items.empty())
        return html::empty_state(v.t("U hebt vandaag geen afspraken."), html::link("/agenda", v.t("Naar de agenda")));
    return html::agenda_list(items);
}

/// The queues in this list as filters that can be taken off; only when there is more than one's own.
std::vector<html::Chip> queue_chips(gate::Context const& context, Read const& r, Filter const& f) {
    if (r.absent.empty()) return {};
    auto const& v = context.view;
    std::vector<html::Chip> all;
    auto const shown = owners(context.access.gebruiker(), r.absent, f);
    auto const add = [&](GebruikerId who, std::string const& label) {
        if (std::ranges::find(shown, who) == shown.end()) return;
        Filter other = f;
        other.na.reset();
        other.zonder.push_back(who);
        all.push_back({.label = label, .href = address("/mijn-werk", other), .applied = true});
    };
    if (shown.size() > 1) add(context.access.gebruiker(), v.t("Eigen werk"));
    for (auto const& one : r.absent) add(one.id, v.t("Vervangt: {}", one.naam));
    if (!f.zonder.empty()) {
        Filter whole = f;
        whole.zonder.clear();
        whole.na.reset();
        all.push_back({.label = v.t("Niet alles"), .href = address("/mijn-werk", whole), .applied = true});
    }
    return all;
}

void log_agenda(gate::Context& context, std::vector<agenda::Afspraak> const& all) {
    std::vector<std::pair<PersoonId, std::optional<DossierId>>> seen;
    for (auto const& a : all)
        if (a.persoon && !a.persoon_naam.empty()) seen.emplace_back(*a.persoon, a.dossier);
    if (!seen.empty()) gate::log_reads(context, seen, "mijn-werk.agenda");
}

Html nothing(html::View const& v, Filter const& f) {
    if (!f.leeg())
        return html::panel({.id = "leeg",
                            .title = v.t("Niets gevonden"),
                            .head_end = {},
                            .body = html::empty_state(v.t("Er zijn geen taken met deze keuze."),
                                                      html::link("/mijn-werk", v.t("Toon alles")))});
    auto const until = html::day_month(v, horizon(v.today));
    return html::panel({.id = "leeg",
                        .title = v.t("Alles is gedaan"),
                        .head_end = {},
                        .body = html::empty_state(v.t("Geen taken tot {}.", until),
                                                  html::link("/werkvoorraad", v.t("Kijk in de teamwachtrij")))});
}

/// The tasks under their headings; at most `size` and, of what waits, `size` again.
Html listed(html::View const& v, Lijst lijst, Read& r, Filter const& f, int size) {
    auto const next = next_page(lijst, f, r.tasks, size);
    Filter first = f, waiting = f;
    first.na.reset();
    waiting.wacht = true;
    bool const more_waiting = r.waiting.size() > static_cast<std::size_t>(size);
    if (more_waiting) r.waiting.resize(static_cast<std::size_t>(size));
    r.tasks.insert(r.tasks.end(), r.waiting.begin(), r.waiting.end());
    auto tables = groups(v, lijst, r.tasks, cijfers(fitting(r.counts, f, v.today), v.today));
    if (lijst == Lijst::afdruk)
        return next || more_waiting
                   ? tables
                         + html::paragraph(html::text(v.t("Dit zijn de eerste {} taken. Kies een soort of een dag "
                                                          "om de rest af te drukken.",
                                                          size)))
                   : tables;
    if (more_waiting) tables += html::paragraph(html::link(address("/mijn-werk", waiting), v.t("Alles wat wacht")));
    return tables + html::pager(v, f.na ? std::optional{address("/mijn-werk", first)} : std::nullopt, next);
}

std::string paper_address(Filter f) {
    f.na.reset();
    auto const here = address("/mijn-werk", f);
    return here + (here.find('?') == std::string::npos ? "?" : "&") + "afdruk=1";
}

/// The same list to take along: no navigation, nothing to press.
http::Response on_paper(gate::Context& context, Filter const& f) {
    auto const& v = context.view;
    auto r = read(context, f, paper_size);
    auto const tables = listed(v, Lijst::afdruk, r, f, paper_size);
    log_people(context, r.tasks, "mijn-werk.afdruk");
    log_agenda(context, r.appointments);
    html::Html main = html::page_head({v.t("Mijn werk"), lead(v, cijfers(r.counts, v.today)), {}});
    if (!r.appointments.empty())
        main += html::group({.id = "agenda",
                             .title = v.t("Vandaag in uw agenda"),
                             .count = {},
                             .lead = "",
                             .body = appointments(v, r.appointments)});
    main += r.tasks.empty() ? nothing(v, f) : html::stack({tables});
    http::Response response;
    response.body = html::print_page(v, {.title = v.t("Mijn werk"), .main = std::move(main), .refresh_seconds = {}},
                                     address("/mijn-werk", f));
    return response;
}
}

http::Response my_work(gate::Context& context) {
    auto const& v = context.view;
    auto const f = read_filter(context.request);
    if (context.request.query_value("afdruk") == "1") return on_paper(context, f);
    auto r = read(context, f, page_size);
    auto const tables = listed(v, Lijst::mijn_werk, r, f, page_size);
    log_people(context, r.tasks, "mijn-werk");
    log_agenda(context, r.appointments);

    Filter first = f;
    first.na.reset();
    auto const all = cijfers(r.counts, v.today);
    bool const may_assign = context.access.bereik_van(vertrouwen::Recht::teamwerk) != vertrouwen::Bereik::geen;
    auto const head =
        html::page_head({v.t("Mijn werk"),
                         lead(v, all),
                         {html::button_link(html::Act::secondary, "/taken/nieuw", v.t("Nieuwe taak"), "plus"),
                          html::print_link(paper_address(f), v.t("Lijst afdrukken"))}});
    auto const top = html::side_by_side(
        {"termijnen", v.t("Termijnen, tien werkdagen vooruit"), day_ruler(v, Lijst::mijn_werk, r.counts, f)},
        {"agenda", v.t("Vandaag in uw agenda"), appointments(v, r.appointments)});
    auto const work = r.tasks.empty() ? nothing(v, f) : list_form(v, address("/mijn-werk", f), may_assign, tables);
    return gate::page(context, v.t("Mijn werk"),
                      head
                          + html::stack({done_notice(context, r.done), top,
                                         kind_chips(v, Lijst::mijn_werk, all, f, queue_chips(context, r, f)), work,
                                         saved_panel(v, r.saved, address("/mijn-werk", first))}));
}
}
