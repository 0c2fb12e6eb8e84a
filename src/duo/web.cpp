#include "duo/web.h"

#include "dossier/frame.h"
#include "duo/queries.h"
#include "duo/store.h"
#include "gate/form.h"
#include "inburgeringstermijn/store.h"
#include "instroom/store.h"

#include <algorithm>
#include <charconv>

namespace duo {
namespace {
using html::Act;
constexpr int a_page = 50;

struct StandNaam {
    std::string_view stand, titel, tone;
};
constexpr StandNaam standen[] = {{"verwerkt", i18n::N_("Verwerkt"), "ok"},
                                 {"wacht_op_persoon", i18n::N_("Wacht op persoon"), "waiting"},
                                 {"achterhaald", i18n::N_("Achterhaald"), "neutral"},
                                 {"onbekende_code", i18n::N_("Onbekende code"), "danger"}};
StandNaam const& stand_naam(std::string_view stand) {
    auto const* found = std::ranges::find(standen, stand, &StandNaam::stand);
    return found == std::end(standen) ? standen[0] : *found;
}

std::string moment(html::View const& v, Timestamp t) {
    auto const local = platform::local_time(t);
    return html::short_date(v, local.day) + ", " + html::clock_time(v, local.hour, local.minute);
}

html::Html who(html::View const& v, InboxRegel const& r) {
    if (r.dossier) return html::link("/dossiers/" + std::to_string(r.dossier->value), html::bdi(r.persoon_naam));
    if (r.persoon) return html::bdi(r.persoon_naam);
    if (!r.v_nummer.empty()) return html::text(v.t("V-nummer {}", r.v_nummer));
    return html::text(v.t("nog niet bekend"));
}

html::Html table_of(html::View const& v, std::vector<InboxRegel> const& list, bool with_person) {
    html::Table table{
        .caption = v.t("Berichten van DUO"), .columns = {{v.t("Bericht")}, {v.t("Geregistreerd")}}, .rows = {}};
    if (with_person) table.columns.push_back({v.t("Persoon")});
    table.columns.push_back({v.t("Stand")});
    for (auto const& r : list) {
        auto const* e = gebeurtenis(r.code);
        auto const title = e ? v.t(e->titel) : v.t("Onbekende code");
        html::Html const label = with_person ? html::link("/duo/" + std::to_string(r.id), title) : html::text(title);
        html::Row row{{html::cell_two(label, html::text(r.code)), html::text(moment(v, r.geregistreerd))}, false};
        if (with_person) row.cells.push_back(who(v, r));
        auto const& stand = stand_naam(r.stand);
        row.cells.push_back(html::cell_two(html::status_badge(v.t(stand.titel), stand.tone),
                                           r.stand == "verwerkt" ? html::Html{} : html::text(v.t(r.toelichting))));
        table.rows.push_back(std::move(row));
    }
    return html::data_table(table);
}

std::optional<std::pair<Timestamp, std::int64_t>> after_of(std::string_view text) {
    auto const dash = text.find('-');
    std::int64_t micros{}, id{};
    if (dash == std::string_view::npos) return std::nullopt;
    std::from_chars(text.data(), text.data() + dash, micros);
    std::from_chars(text.data() + dash + 1, text.data() + text.size(), id);
    return std::pair{Timestamp{micros}, id};
}
}

namespace {
std::string address(InboxFilter const& f, std::string_view after = {}) {
    std::string query;
    auto const add = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) query += (query.empty() ? "?" : "&") + std::string{name} + "=" + std::string{value};
    };
    add("stand", f.stand);
    add("code", f.code);
    add("na", after);
    return "/duo" + query;
}
/// Only values that can be: another one is no filter. DUO may send a code that is not known here.
InboxFilter read_filter(http::Request const& request) {
    InboxFilter f{std::string{request.query_value("stand")}, std::string{request.query_value("code")}};
    if (std::ranges::find(standen, f.stand, &StandNaam::stand) == std::end(standen)) f.stand.clear();
    if (!is_code(f.code)) f.code.clear();
    return f;
}

html::Html filters(html::View const& v, InboxFilter const& f) {
    std::vector<html::Chip> chips{
        {.label = v.t("Alles"), .href = address({"", f.code}), .count = {}, .current = f.stand.empty()}};
    for (auto const& s : standen)
        chips.push_back({.label = v.t(s.titel),
                         .href = address({std::string{s.stand}, f.code}),
                         .count = {},
                         .current = s.stand == f.stand});
    std::vector<html::Chip> applied;
    if (!f.code.empty())
        applied.push_back({.label = f.code, .href = address({f.stand, ""}), .count = {}, .applied = true});
    std::vector<html::Choice> codes{{"", v.t("Alle berichten"), {}}};
    for (auto const& e : gebeurtenissen())
        codes.push_back({std::string{e.code}, std::string{e.code} + " · " + v.t(e.titel), {}});
    std::ranges::sort(codes.begin() + 1, codes.end(), {}, &html::Choice::value);
    if (!f.code.empty() && !gebeurtenis(f.code)) codes.push_back({f.code, f.code + " · " + v.t("Onbekende code"), {}});
    auto fields = html::select_field(
        v, {.name = "code", .label = v.t("Soort bericht"), .help = {}, .value = f.code, .error = {}, .required = false},
        codes);
    if (!f.stand.empty()) fields += html::hidden_field("stand", f.stand);
    return html::chips(v.t("Stand"), chips, applied.empty() ? "" : v.t("Gekozen"), applied, v.t("filter weghalen"))
           + html::get_form({.action = "/duo",
                             .fields = fields,
                             .buttons = {html::button(Act::secondary, v.t("Toon"), "search")},
                             .id = {},
                             .css_class = "md-filterform"});
}
}

http::Response show_inbox(gate::Context& context) {
    auto const& v = context.view;
    auto const filter = read_filter(context.request);
    auto list = context.app.database.read(context.scope(), [&](db::Connection& c) {
        return inbox(c, context.access, filter, after_of(context.request.query_value("na")), a_page + 1);
    });
    bool const more = list.size() > a_page;
    if (more) list.resize(a_page);
    std::vector<std::pair<PersoonId, std::optional<DossierId>>> seen;
    for (auto const& r : list)
        if (r.persoon) seen.emplace_back(*r.persoon, r.dossier);
    gate::log_reads(context, seen, "duo-berichten");

    auto main = html::page_head(
        {.title = v.t("DUO-berichten"),
         .lead = html::text(v.t("Alles wat DUO meldde, ook wat te laat, dubbel of voor een onbekende kwam.")),
         .buttons = {html::button_link(Act::secondary, "/inlezen", v.t("Bestand inlezen"), "upload")}});
    std::vector<html::Html> blocks{filters(v, filter)};
    if (list.empty())
        blocks.push_back(html::empty_state(filter.code.empty() ? v.t("Er zijn geen berichten met deze stand.")
                                                               : v.t("Er zijn geen berichten van deze soort."),
                                           html::button_link(Act::secondary, "/inlezen", v.t("Bestand inlezen"))));
    else
        blocks.push_back(html::panel({.id = "berichten",
                                      .title = v.t("Berichten"),
                                      .head_end = {},
                                      .body = table_of(v, list, true),
                                      .flush = true}));
    std::optional<std::string> next;
    if (more)
        next = address(filter, std::to_string(list.back().geregistreerd.micros) + "-" + std::to_string(list.back().id));
    blocks.push_back(html::pager(v, std::nullopt, next));
    main += html::stack(blocks);
    return gate::page(context, v.t("DUO-berichten"), std::move(main));
}

namespace {
http::Response notice_page(gate::Context& context, int status, InboxRegel const& r, html::Errors const& errors) {
    auto const& v = context.view;
    auto const* e = gebeurtenis(r.code);
    auto const& stand = stand_naam(r.stand);
    auto main = html::page_head({.title = e ? v.t(e->titel) : v.t("Onbekende code {}", r.code),
                                 .lead = html::text(r.code),
                                 .buttons = {html::button_link(Act::subtle, "/duo", v.t("Terug naar DUO-berichten"))}});
    std::vector<html::Html> blocks;
    blocks.push_back(html::panel(
        {.id = "bericht",
         .title = v.t("Bericht"),
         .head_end = {},
         .body = html::fact_list({{v.t("Persoon"), who(v, r), {}, false},
                                  {v.t("Geregistreerd bij DUO"), html::text(moment(v, r.geregistreerd)), {}, false},
                                  {v.t("Ontvangen"), html::text(moment(v, r.ontvangen)), {}, false},
                                  {v.t("Stand"), html::status_badge(v.t(stand.titel), stand.tone), {}, false},
                                  {v.t("Toelichting"), html::text(v.t(r.toelichting)), {}, false}})}));
    if (r.stand != "wacht_op_persoon" && !errors.none())   // somebody was faster: there is no field any more
        blocks.insert(blocks.begin(), html::alert(html::AlertKind::error, std::string{errors.list.front().message}));
    if (r.stand == "wacht_op_persoon") {
        auto const fields =
            html::error_summary(v, errors)
            + html::text_field(
                v, {.name = "dossier",
                    .label = v.t("Dossiernummer"),
                    .help = v.t("Zoek eerst de persoon. Neem het dossiernummer over, bijvoorbeeld 2026-000123."),
                    .value = std::string{context.request.form_value("dossier")},
                    .error = std::string{errors.at("dossier")},
                    .max_length = 11});
        blocks.push_back(
            html::panel({.id = "koppelen",
                         .title = v.t("Koppelen aan een persoon"),
                         .head_end = {},
                         .body = html::post_form(v, {.action = "/duo/" + std::to_string(r.id) + "/koppelen",
                                                     .fields = fields,
                                                     .buttons = {html::button(Act::primary, v.t("Bericht koppelen"))},
                                                     .id = {}})}));
    }
    main += html::stack(blocks);
    return gate::page(context, status, v.t("DUO-bericht"), std::move(main));
}
}

http::Response show_notice(gate::Context& context) {
    auto const found = context.app.database.read(
        context.scope(), [&](db::Connection& c) { return find(c, context.access, context.id_param("melding")); });
    if (!found) return gate::not_found(context);
    if (found->persoon) gate::log_read(context, *found->persoon, found->dossier, "duo-bericht");
    return notice_page(context, 200, *found, {});
}

http::Response tie_notice(gate::Context& context) {
    auto const id = context.id_param("melding");
    auto const number = gate::trimmed(context.request.form_value("dossier"));
    struct Answer {
        std::optional<InboxRegel> notice;
        bool known = false;
        std::optional<KoppelRefusal> refused;
    };
    auto const answer = context.app.database.write(context.scope(), [&](db::Connection& c) {
        Answer a{find(c, context.access, id), false, {}};
        if (!a.notice) return a;
        auto const person = c.value<PersoonId>(queries::person_of_file, {context.access.gemeente(), number});
        a.known = person.has_value();
        if (!person) return a;
        auto const tied = tie(c, {context.app.kluis, context.access, context.now(), context.today()}, id, *person);
        if (!tied) a.refused = tied.error();
        return a;
    });
    if (!answer.notice) return gate::not_found(context);
    html::Errors errors;
    if (!answer.known)
        errors.add("dossier", context.view.t("Dit dossiernummer kennen wij niet. Schrijf het als 2026-000123."));
    else if (answer.refused == KoppelRefusal::ander_bsn)
        errors.add("dossier",
                   context.view.t("Deze persoon heeft een ander BSN dan het bericht. Kijk het dossiernummer na."));
    else if (answer.refused)
        errors.add("dossier", context.view.t("Dit bericht is al gekoppeld. Ga terug naar de lijst."));
    if (!errors.none()) return notice_page(context, 422, *answer.notice, errors);
    return http::see_other("/duo/" + std::to_string(id));
}

http::Response show_file(gate::Context& context) {
    auto const& v = context.view;
    DossierId const file{context.id_param("dossier")};
    struct Duty {
        bool plichtig;
        std::optional<Date> begin, eind, notice;
        std::string reason;
    };
    struct Answer {
        std::vector<InboxRegel> notices;
        std::vector<Duty> duties;
        std::vector<inburgeringstermijn::Klok> clocks;
        std::vector<instroom::DoelgroepRegel> groups;
    };
    auto const a = context.app.database.read(context.scope(), [&](db::Connection& c) {
        return Answer{
            of_person(c, context.access, *context.persoon),
            c.list(queries::duty, {context.access.gemeente(), *context.persoon},
                   [](db::Row const& r) {
                       return Duty{r.boolean(0), r.get<std::optional<Date>>(1), r.get<std::optional<Date>>(2),
                                   r.get<std::optional<Date>>(4), r.get<std::optional<std::string>>(5).value_or("")};
                   }),
            inburgeringstermijn::clocks(c, file, context.today()), instroom::target_groups(c, *context.persoon)};
    });
    auto const day = [&](std::optional<Date> d) { return html::text(d ? html::long_date(v, *d) : v.t("niet bekend")); };
    std::vector<html::Html> blocks;
    if (a.duties.empty()) {
        blocks.push_back(html::panel({.id = "plicht",
                                      .title = v.t("Wat DUO registreerde"),
                                      .head_end = {},
                                      .body = html::empty_state(v.t("DUO heeft over de plicht nog niets gemeld."))}));
    } else {
        auto const& duty = a.duties.front();
        std::vector<html::Fact> facts{
            {v.t("Inburgeringsplichtig"), html::text(duty.plichtig ? v.t("ja") : v.t("nee")), {}, false},
            {v.t("Begin van de plicht"), day(duty.begin), {}, false},
            {v.t("Kennisgeving aan de persoon"), day(duty.notice), {}, false}};
        if (duty.eind) facts.push_back({v.t("Laatste dag van de plicht"), day(duty.eind), {}, false});
        if (!duty.reason.empty()) facts.push_back({v.t("Reden"), html::text(v.t(duty.reason)), {}, false});
        if (!a.groups.empty())
            facts.push_back(
                {v.t("Doelgroep"),
                 html::text(v.t(instroom::titel(a.groups.front().groep))
                            + (a.groups.front().duo_fijn.empty() ? "" : " (" + a.groups.front().duo_fijn + ")")),
                 {},
                 false});
        blocks.push_back(html::panel(
            {.id = "plicht", .title = v.t("Wat DUO registreerde"), .head_end = {}, .body = html::fact_list(facts)}));
    }
    std::vector<html::Html> differences;
    for (auto const& klok : a.clocks)
        if (klok.van_duo && klok.eigen_berekening)
            differences.push_back(
                html::text(v.t("{}: DUO heeft {}, wij rekenen {}. De datum van DUO gaat voor.",
                               v.t(inburgeringstermijn::titel(klok.soort)), html::long_date(v, klok.uiterlijk),
                               html::long_date(v, *klok.eigen_berekening))));
    blocks.push_back(html::panel({.id = "verschil",
                                  .title = v.t("Verschil met onze berekening"),
                                  .head_end = {},
                                  .body = differences.empty() ? html::paragraph(html::text(v.t("Er is geen verschil.")))
                                                              : html::bullet_list(differences)}));
    blocks.push_back(html::panel(
        {.id = "berichten",
         .title = v.t("Berichten van DUO"),
         .head_end = {},
         .body = a.notices.empty() ? html::empty_state(v.t("Er zijn nog geen berichten van DUO over deze persoon."))
                                   : table_of(v, a.notices, false),
         .flush = !a.notices.empty()}));
    return gate::page(context, v.t("DUO"), dossier::file_frame(context, file, dossier::Tab::duo, html::stack(blocks)));
}
}
