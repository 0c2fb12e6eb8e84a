#include "agenda/store.h"
#include "brieven/store.h"
#include "brieven/web.h"
#include "documenten/web.h"
#include "dossier/frame.h"
#include "gate/form.h"
#include "platform/log/log.h"

#include <charconv>
#include <fstream>
#include <iterator>

/// Letters and documents of a file.
namespace brieven {
namespace {
using html::Act;
using html::Html;
using vertrouwen::Recht;

std::string path(DossierId id, std::string_view rest = {}) {
    return fmt::format("/dossiers/{}/brieven{}", id.value, rest);
}
bool may_send(gate::Context const& context) {
    return context.access.bereik_van(Recht::brieven_sturen) != vertrouwen::Bereik::geen;
}
std::string_view tone(Stand s) {
    switch (s) {
    case Stand::in_concept: return "waiting";
    case Stand::verzonden: return "ok";
    case Stand::retour: return "danger";
    }
    return {};
}

Html letters_panel(gate::Context& context, std::vector<Brief> const& letters) {
    auto const& v = context.view;
    Html body;
    if (letters.empty()) {
        body = html::empty_state(
            v.t("Er zijn nog geen brieven. Een brief ontstaat bij een uitnodiging, een afspraak of een plan."));
    } else {
        html::Table table{.caption = v.t("Brieven"),
                          .columns = {{v.t("Brief")}, {v.t("Stand")}, {v.t("Dag")}, {v.t("Vertaling")}},
                          .rows = {}};
        for (auto const& b : letters) {
            auto const day = b.retour ? b.retour->dag : b.verzonden_op.value_or(b.gemaakt);
            auto const how = b.wijze ? v.t(titel(*b.wijze)) : v.t("nog niet verzonden");
            table.rows.push_back(
                {{html::cell_two(html::link(path(b.dossier, fmt::format("/{}", b.id.value)), v.t(titel(b.soort))),
                                 html::text(v.t("gemaakt door {}", b.gemaakt_door))),
                  html::cell_two(html::status_badge(v.t(titel(b.stand)), tone(b.stand)), html::text(how)),
                  html::time_tag(day, html::short_date(v, day)),
                  html::text(b.vertaald ? v.t(dossier::taal_naam(b.taal)) : v.t("alleen Nederlands"))},
                 false});
        }
        body = html::data_table(table);
    }
    return html::panel(
        {.id = "brieven", .title = v.t("Brieven"), .head_end = {}, .body = body, .flush = !letters.empty()});
}

std::string size_of(html::View const& v, std::int64_t bytes) {
    constexpr std::int64_t kilo = 1000, mega = kilo * kilo;
    return bytes < mega ? v.t("{} kB", std::max<std::int64_t>(bytes / kilo, 1)) : v.t("{} MB", bytes / mega);
}

Html upload_form(gate::Context& context, DossierId id, html::Errors const& errors) {
    auto const& v = context.view;
    return html::post_form(v, {.action = fmt::format("/dossiers/{}/documenten", id.value),
                               .fields = html::file_field(v,
                                                          {.name = "bestand",
                                                           .label = v.t("Bestand"),
                                                           .help = v.t("PDF, PNG of JPEG, hooguit 20 MB."),
                                                           .value = {},
                                                           .error = std::string{errors.at("bestand")}},
                                                          ".pdf,.png,.jpg,.jpeg"),
                               .buttons = {html::button(Act::secondary, v.t("Document bewaren"), "upload")},
                               .multipart = true,
                               .id = "document"});
}

Html documents_panel(gate::Context& context, DossierId id, std::vector<documenten::Regel> const& documents,
                     html::Errors const& errors) {
    auto const& v = context.view;
    Html body;
    if (documents.empty()) {
        body = html::empty_state(v.t("Er zijn nog geen documenten in dit dossier."));
    } else {
        html::Table table{.caption = v.t("Documenten"),
                          .columns = {{v.t("Document")}, {v.t("Toegevoegd")}, {v.t("Grootte"), html::Align::end}},
                          .rows = {}};
        for (auto const& d : documents) {
            auto const day = platform::local_time(d.toegevoegd).day;
            table.rows.push_back(
                {{html::external_file_link(fmt::format("/dossiers/{}/documenten/{}", id.value, d.id.value), d.naam),
                  html::cell_two(html::time_tag(day, html::short_date(v, day)), html::text(d.door)),
                  html::text(size_of(v, d.omvang))},
                 false});
        }
        body = html::data_table(table);
    }
    auto const list = html::panel(
        {.id = "documenten", .title = v.t("Documenten"), .head_end = {}, .body = body, .flush = !documents.empty()});
    if (!may_send(context)) return list;
    return list
           + html::panel({.id = "toevoegen",
                          .title = v.t("Document toevoegen"),
                          .head_end = {},
                          .body = upload_form(context, id, errors)});
}

/// Appointments to come whose confirmation can be made with one button.
Html appointments_panel(gate::Context& context, DossierId id, std::vector<agenda::Afspraak> const& coming) {
    auto const& v = context.view;
    if (coming.empty() || !may_send(context)) return {};
    html::Table table{.caption = v.t("Komende afspraken"),
                      .columns = {{v.t("Afspraak")}, {v.t("Wanneer")}, {v.t("Brief"), html::Align::end}},
                      .rows = {}};
    for (auto const& a : coming) {
        auto const at = platform::local_time(a.begint);
        table.rows.push_back(
            {{html::text(v.t(a.onderwerp)),
              html::cell_two(html::text(html::short_date(v, at.day)),
                             html::text(html::clock_time(v, at.hour, at.minute))),
              html::post_button(v, path(id, "/afspraak"), Act::secondary, v.t("Bevestiging maken"), "mail",
                                html::hidden_field("afspraak", std::to_string(a.id.value)), true)},
             false});
    }
    return html::panel({.id = "afspraken",
                        .title = v.t("Komende afspraken"),
                        .head_end = {},
                        .body = html::data_table(table),
                        .flush = true});
}

http::Response screen(gate::Context& context, int status, html::Errors const& errors, std::string_view refusal) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    constexpr int most_appointments = 5;
    struct Read {
        std::vector<Brief> letters;
        std::vector<documenten::Regel> documents;
        std::vector<agenda::Afspraak> coming;
    };
    auto const r = context.app.database.read(context.scope(), [&](db::Connection& c) {
        return Read{van_dossier(c, context.access, id), documenten::van_dossier(c, context.access, id),
                    agenda::upcoming(c, context.access, id, context.now(), most_appointments)};
    });
    Html body = html::error_summary(v, errors);
    if (!refusal.empty())
        body += html::alert(html::AlertKind::error, v.t("De brief is niet gemaakt."), html::text(v.t(refusal)), true);
    body += html::stack({letters_panel(context, r.letters), appointments_panel(context, id, r.coming),
                         documents_panel(context, id, r.documents, errors)});
    return gate::page(context, status, dossier::file_title(context, id, v.t("Brieven & documenten")),
                      dossier::file_frame(context, id, dossier::Tab::brieven, body));
}

std::optional<std::string> content_of(http::Upload const& upload) {
    std::ifstream in{upload.path, std::ios::binary};
    if (!in) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>{in}, {}};
}
}

http::Response list_page(gate::Context& context) { return screen(context, 200, {}, {}); }

http::Response add_document(gate::Context& context) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    html::Errors errors;
    auto const* upload = context.request.upload("bestand");
    if (!upload || upload->filename.empty()) {
        errors.add("bestand", v.t("Kies een bestand."));
        return screen(context, 422, errors, {});
    }
    if (upload->size > documenten::meeste_bytes) {
        errors.add("bestand", v.t(documenten::tekst(documenten::DocumentRefusal::te_groot)));
        return screen(context, 422, errors, {});
    }
    auto bytes = content_of(*upload);
    if (!bytes) return gate::error_response(context, 500);
    documenten::NieuwDocument const document{
        .naam = upload->filename, .mediatype = upload->content_type, .bytes = std::move(*bytes), .soort = "toegevoegd"};
    auto const kept = context.app.database.write(context.scope(), [&](db::Connection& c) {
        return documenten::bewaar(c, context.app.kluis, context.access, context.now(), id, document);
    });
    if (kept) return http::see_other(path(id, "#documenten"));
    errors.add("bestand", v.t(documenten::tekst(kept.error())));
    return screen(context, 422, errors, {});
}

http::Response confirm_appointment(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    AfspraakId which{};
    auto const given = context.request.form_value("afspraak");
    std::from_chars(given.data(), given.data() + given.size(), which.value);
    bool known = false;
    auto const made =
        context.app.database.write(context.scope(), [&](db::Connection& c) -> Result<BriefId, BriefRefusal> {
            auto const found = agenda::find(c, context.access, which);
            known = found && found->dossier == id;
            if (!known) return unexpected{BriefRefusal::bestaat_niet};
            auto const at = platform::local_time(found->begint);
            Waarden w;
            w.velden = {{"dag", to_iso(at.day)},
                        {"tijd", fmt::format("{:02}:{:02}", at.hour, at.minute)},
                        {"plaats", found->plaats.empty() ? "gemeentehuis" : found->plaats},
                        {"onderwerp", found->onderwerp},
                        {"gesprek_met", found->gebruiker_naam}};
            if (!found->tolk_taal.empty()) {
                w.velden["tolk_taal"] = found->tolk_taal;
                w.blokken.insert("tolk");
            }
            return maak(c, context.app.kluis, context.access, context.now(), context.today(), id, Soort::afspraak, w,
                        fmt::format("afspraak {}", which.value));
        });
    if (made) return http::see_other(path(id, fmt::format("/{}", made->value)));
    if (!known) return gate::not_found(context);
    return screen(context, 422, {}, tekst(made.error()));
}
}
