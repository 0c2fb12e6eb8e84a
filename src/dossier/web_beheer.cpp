#include "dossier/frame.h"
#include "dossier/web.h"
#include "gate/form.h"
#include "werkvoorraad/store.h"

#include <algorithm>
#include <charconv>

namespace dossier {
namespace {
using html::Html;
using i18n::N_;

struct Read {
    Kop kop;
    inburgeringstermijn::Grondslag basis;
    std::vector<werkvoorraad::Collega> colleagues;
    std::vector<Toewijzing> history;
};
Read read(db::Connection& c, gate::Context const& context, DossierId id) {
    auto kop = head(c, context.access, context.now(), id);
    check(kop.has_value());
    return {std::move(*kop), inburgeringstermijn::basis(c, id), werkvoorraad::colleagues(c, context.access),
            assignments(c, context.access, id)};
}
std::string back(DossierId id, std::string_view rest = {}) { return fmt::format("/dossiers/{}{}", id.value, rest); }
std::int64_t number(std::string_view text) {
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}
http::Response framed(gate::Context& context, int status, Read const& r, std::string const& title, Html body) {
    auto const& v = context.view;
    return gate::page(context, status, file_title(v, r.kop, title),
                      file_frame(context, r.kop, facts_for(r.kop, r.basis, v.today), Tab::overzicht, std::move(body)));
}

// ---- who directs the file ----
struct Keus {
    std::string rol = "klantmanager", wie, vanaf;
    std::int64_t versie = 0;
};

Html history_table(html::View const& v, std::vector<Toewijzing> const& history) {
    if (history.empty()) return html::empty_state(v.t("Dit dossier is nog aan niemand toegewezen."));
    html::Table table{.caption = v.t("Geschiedenis van de toewijzing"),
                      .columns = {{.label = v.t("Vanaf")},
                                  {.label = v.t("Rol")},
                                  {.label = v.t("Naam")},
                                  {.label = v.t("Gedaan door")}},
                      .rows = {}};
    for (auto const& t : history)
        table.rows.push_back({{html::time_tag(t.vanaf, html::short_date(v, t.vanaf)),
                               html::text(t.rol == "regisseur" ? v.t("regisseur") : v.t("klantmanager")),
                               t.naam.empty() ? html::text(v.t("niemand")) : html::bdi(t.naam), html::bdi(t.door)}});
    return html::data_table(table);
}

Html conflict(html::View const& v, Read const& r) {
    auto const name = [&](std::string const& who) { return who.empty() ? v.t("niemand") : who; };
    auto const now =
        html::paragraph(html::text(v.t("Nu staat er: regisseur {}, klantmanager {}.",
                                       name(r.kop.dossier.regisseur_naam), name(r.kop.dossier.klantmanager_naam))))
        + html::paragraph(html::text(v.t("Uw keuze staat nog in het formulier. Sla opnieuw op als u die wilt.")));
    return html::alert(html::AlertKind::warning, v.t("Iemand heeft dit dossier intussen gewijzigd."), now, true);
}

http::Response assign_page(gate::Context& context, int status, Read const& r, Keus const& k, html::Errors const& errors,
                           Html above = {}) {
    auto const& v = context.view;
    std::vector<html::Choice> people{{"0", v.t("Niemand"), ""}};
    for (auto const& one : r.colleagues)
        if (one.rol == "regisseur" || one.rol == "klantmanager")
            people.push_back({std::to_string(one.id.value), one.naam, ""});
    auto const fields =
        html::radio_field(v,
                          {.name = "rol", .label = v.t("Rol"), .value = k.rol, .error = std::string{errors.at("rol")}},
                          {{"klantmanager", v.t("Klantmanager"), v.t("Doet het werk: open taken gaan mee.")},
                           {"regisseur", v.t("Regisseur"), v.t("Bewaakt het geheel en de wettelijke termijnen.")}})
        + html::select_field(
            v, {.name = "wie", .label = v.t("Wie"), .value = k.wie, .error = std::string{errors.at("wie")}}, people)
        + html::date_field(v, {.name = "vanaf",
                               .label = v.t("Vanaf"),
                               .help = v.t("Op die dag gaan de taken mee."),
                               .value = k.vanaf,
                               .error = std::string{errors.at("vanaf")}})
        + html::hidden_field("versie", std::to_string(r.kop.dossier.versie));
    auto const id = r.kop.dossier.id;
    auto const form =
        html::post_form(v, {.action = back(id, "/toewijzen"),
                            .fields = fields,
                            .buttons = {html::button(html::Act::primary, v.t("Toewijzen")),
                                        html::button_link(html::Act::subtle, back(id), v.t("Annuleren"))}});
    auto const title = v.t("Dossier toewijzen");
    auto const body = html::error_summary(v, errors) + above
                      + html::stack({html::panel({.id = "toewijzen", .title = title, .head_end = {}, .body = form}),
                                     html::panel({.id = "geschiedenis",
                                                  .title = v.t("Wie het dossier had"),
                                                  .head_end = {},
                                                  .body = history_table(v, r.history)})});
    return framed(context, status, r, title, body);
}
}

http::Response assign_form(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const r = context.app.database.read(context.scope(), [&](db::Connection& c) { return read(c, context, id); });
    Keus k;
    k.vanaf = to_iso(context.today());
    if (r.kop.dossier.klantmanager) k.wie = std::to_string(r.kop.dossier.klantmanager->value);
    return assign_page(context, 200, r, k, {});
}

http::Response assign_post(gate::Context& context) {
    auto const& v = context.view;
    auto const& form = context.request;
    DossierId const id{context.id_param("dossier")};
    Keus const k{std::string{form.form_value("rol")}, std::string{form.form_value("wie")},
                 gate::date_input(form, "vanaf"), number(form.form_value("versie"))};
    html::Errors errors;
    std::optional<Read> r;
    bool stale = false;
    bool const done = context.app.database.write(context.scope(), [&](db::Connection& c) {
        errors = {};
        hold(c, context.access, id);
        r = read(c, context, id);
        stale = k.versie != r->kop.dossier.versie;
        auto const from = gate::whole_date(k.vanaf);
        GebruikerId const who{number(k.wie)};
        bool const known = k.wie == "0" || std::ranges::any_of(r->colleagues, [&](auto const& one) {
                               return one.id == who && (one.rol == "regisseur" || one.rol == "klantmanager");
                           });
        if (k.rol != "regisseur" && k.rol != "klantmanager") errors.add("rol", v.t("Kies een rol."));
        if (!known) errors.add("wie", v.t("Kies een collega uit de lijst."));
        if (!from)
            errors.add("vanaf", v.t("Vul een dag in die bestaat, bijvoorbeeld 25 11 2026."));
        else if (*from < r->kop.dossier.geopend_op)
            errors.add("vanaf", v.t("Kies een dag op of na de opening van het dossier."));
        else if (*from > v.today + std::chrono::years{1})
            errors.add("vanaf", v.t("Kies een dag binnen een jaar."));
        if (!errors.none() || stale) return false;
        assign(c, context.access, context.now(), *from, id, k.rol, k.wie == "0" ? std::nullopt : std::optional{who});
        return true;
    });
    if (done) return http::see_other(back(id));
    if (!errors.none()) return assign_page(context, 422, *r, k, errors);
    return assign_page(context, 409, *r, k, errors, conflict(v, *r));
}

// ---- closing and reopening ----
namespace {
constexpr std::array<std::string_view, 6> reasons{N_("De inburgering is voldaan"),
                                                  N_("Verhuisd naar een andere gemeente"),
                                                  N_("Niet meer inburgeringsplichtig"),
                                                  N_("Vertrokken uit Nederland"),
                                                  N_("Overleden"),
                                                  N_("Per vergissing geopend")};

http::Response close_page(gate::Context& context, int status, Read const& r, std::string const& reason,
                          html::Errors const& errors) {
    auto const& v = context.view;
    std::vector<html::Choice> choices;
    for (auto const one : reasons) choices.push_back({std::string{one}, v.t(one), ""});
    auto const id = r.kop.dossier.id;
    auto const fields =
        html::paragraph(html::text(v.t("Open taken vervallen en de termijnen stoppen. U kunt het dossier later "
                                       "heropenen.")))
        + html::radio_field(v,
                            {.name = "reden",
                             .label = v.t("Waarom sluit u het dossier?"),
                             .value = reason,
                             .error = std::string{errors.at("reden")}},
                            choices);
    auto const form =
        html::post_form(v, {.action = back(id, "/sluiten"),
                            .fields = fields,
                            .buttons = {html::button(html::Act::danger, v.t("Dossier sluiten")),
                                        html::button_link(html::Act::subtle, back(id), v.t("Annuleren"))}});
    auto const title = v.t("Dossier sluiten");
    return framed(context, status, r, title,
                  html::error_summary(v, errors)
                      + html::panel({.id = "sluiten", .title = title, .head_end = {}, .body = form}));
}
http::Response reopen_page(gate::Context& context, int status, Read const& r, Html above = {}) {
    auto const& v = context.view;
    auto const id = r.kop.dossier.id;
    auto const body = html::paragraph(html::text(v.t("De termijnen lopen weer en de taken daarvan komen terug.")))
                      + html::post_button(v, back(id, "/heropenen"), html::Act::primary, v.t("Dossier heropenen"));
    auto const title = v.t("Dossier heropenen");
    return framed(context, status, r, title,
                  above + html::panel({.id = "heropenen", .title = title, .head_end = {}, .body = body}));
}
}

http::Response close_form(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const r = context.app.database.read(context.scope(), [&](db::Connection& c) { return read(c, context, id); });
    return r.kop.dossier.open ? close_page(context, 200, r, "", {}) : http::see_other(back(id));
}

http::Response close_post(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    std::string const reason{context.request.form_value("reden")};
    bool const known = std::ranges::find(reasons, std::string_view{reason}) != reasons.end();
    auto const r = context.app.database.write(context.scope(), [&](db::Connection& c) {
        if (known) {
            if (reason == reasons.front()) set_stage(c, context.access, id, "voldaan");
            close(c, context.access, context.now(), context.today(), id, reason);
        }
        return read(c, context, id);
    });
    if (known) return http::see_other(back(id));
    html::Errors errors;
    errors.add("reden", context.view.t("Kies een reden."));
    return close_page(context, 422, r, reason, errors);
}

http::Response reopen_form(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const r = context.app.database.read(context.scope(), [&](db::Connection& c) { return read(c, context, id); });
    return r.kop.dossier.open ? http::see_other(back(id)) : reopen_page(context, 200, r);
}

http::Response reopen_post(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    struct Outcome {
        Read read;
        bool other_open;
    };
    auto const outcome = context.app.database.write(context.scope(), [&](db::Connection& c) {
        hold(c, context.access, id);
        auto before = read(c, context, id);
        auto const open = open_of(c, before.kop.dossier.persoon);
        if (open && *open != id) return Outcome{std::move(before), true};
        reopen(c, context.access, context.now(), id);
        return Outcome{std::move(before), false};
    });
    if (!outcome.other_open) return http::see_other(back(id));
    auto const& v = context.view;
    return reopen_page(context, 409, outcome.read,
                       html::alert(html::AlertKind::error, v.t("Deze persoon heeft al een ander open dossier."),
                                   html::paragraph(html::text(v.t("Werk verder in dat dossier, of sluit het eerst."))),
                                   true));
}
}
