#include "brede_intake/blad.h"
#include "brede_intake/web.h"
#include "gate/form.h"
#include "instroom/beleid.h"

#include <algorithm>
#include <charconv>

namespace brede_intake {
namespace {
using html::Act;
using html::Html;
using i18n::N_;

struct Gesprekblad {
    Blad blad;
    std::optional<GesprekRegel> oud;   // nothing: a new one
    Gesprek gesprek;
    std::string dag_getypt;
    bool azc_beleid = true;
};

/// Nothing: there is no such talk of this kind here, or no intake.
std::optional<Gesprekblad> read_talk(db::Connection& c, gate::Context const& context, bool alone) {
    Gesprekblad g{.blad = lees(c, context), .oud = {}, .gesprek = {}, .dag_getypt = {}};
    auto const* latest = g.blad.laatste();
    if (!latest) return std::nullopt;
    g.azc_beleid = instroom::policy(c, context.access.gemeente(), "intake.start_azc", context.today()) == "ja";
    if (context.request.param("gesprek") == "nieuw") {
        g.gesprek.prive = alone;
        g.gesprek.plaats = latest->plaats == "azc" ? "azc" : "gemeente";
        g.gesprek.wijze = "persoonlijk";
        g.gesprek.tolk_wijze = g.blad.kop.tolk_nodig ? "aanwezig" : "geen";
        g.gesprek.tolk_taal = g.blad.kop.tolk_nodig ? g.blad.kop.taal : "";
        g.dag_getypt = to_iso(context.today());
        return g;
    }
    g.oud = gesprek(c, context.app.kluis, context.access, latest->id, GesprekId{context.id_param("gesprek")});
    if (!g.oud || g.oud->gesprek.prive != alone) return std::nullopt;
    g.gesprek = g.oud->gesprek;
    g.dag_getypt = to_iso(*g.oud->gesprek.dag);
    return g;
}

std::string kind(bool alone) { return alone ? "prive" : "gesprekken"; }
std::string title_of(html::View const& v, Gesprekblad const& g) {
    if (g.gesprek.prive) return v.t("Gesprek zonder partner of familie");
    return g.oud ? v.t("Gesprek") : v.t("Gesprek vastleggen");
}
Html alone_mark(html::View const& v) {
    return html::private_mark(v.t("Alleen gesproken, zonder partner of familie"),
                              v.t("Dit verslag lezen alleen de schrijver, wie deze intake doet en de regisseur. Het "
                                  "komt niet in het dossier van de "
                                  "partner, niet op de tijdlijn, niet in het PIP en niet in een brief."));
}

Html talk_fields(html::View const& v, Gesprekblad const& g, html::Errors const& errors) {
    auto const& t = g.gesprek;
    auto const at = [&](std::string_view field) { return std::string{errors.at(field)}; };
    Html out = html::date_field(v, {.name = "dag", .label = v.t("Dag"), .value = g.dag_getypt, .error = at("dag")});
    out += html::radio_field(v, {.name = "plaats", .label = v.t("Waar?"), .value = t.plaats, .error = at("plaats")},
                             keuzes(v, gesprek_plaatsen()));
    out += html::radio_field(v, {.name = "wijze", .label = v.t("Hoe?"), .value = t.wijze, .error = at("wijze")},
                             keuzes(v, gesprek_wijzen()));
    if (!t.prive)
        out += html::text_field(v, {.name = "aanwezigen",
                                    .label = v.t("Wie waren erbij, behalve de inburgeraar?"),
                                    .help = v.t("Bijvoorbeeld: partner, contactpersoon van VluchtelingenWerk."),
                                    .value = t.aanwezigen,
                                    .error = at("aanwezigen"),
                                    .required = false,
                                    .max_length = 200});
    out += html::radio_field(
        v, {.name = "tolk_wijze", .label = v.t("Tolk"), .value = t.tolk_wijze, .error = at("tolk_wijze")},
        keuzes(v, tolk_wijzen()));
    std::vector<html::Choice> languages{{"", v.t("Geen"), {}}};
    for (auto const code :
         {"ti", "ar", "prs", "ps", "fa", "tr", "ku", "so", "am", "om", "uk", "ru", "fr", "en", "es", "pt", "zh"})
        languages.push_back({code, v.t(dossier::taal_naam(code)), {}});
    if (!t.tolk_taal.empty() && std::ranges::find(languages, t.tolk_taal, &html::Choice::value) == languages.end())
        languages.push_back({t.tolk_taal, v.t(dossier::taal_naam(t.tolk_taal)), {}});
    out += html::select_field(v,
                              {.name = "tolk_taal",
                               .label = v.t("Taal van de tolk"),
                               .value = t.tolk_taal,
                               .error = at("tolk_taal"),
                               .required = false},
                              languages);
    return out
           + html::textarea_field(
               v,
               {.name = "verslag",
                .label = v.t("Verslag"),
                .help = t.prive ? v.t("Schrijf alleen wat nodig is voor de begeleiding.")
                                : v.t("Kort. Wat bij een leefgebied hoort, schrijft u daar. Gezondheid niet hier."),
                .value = t.verslag,
                .error = at("verslag"),
                .required = false},
               6);
}

Html read_only(html::View const& v, Gesprekblad const& g) {
    auto const& t = g.gesprek;
    return html::fact_list({{v.t("Dag"), html::text(html::long_date(v, *t.dag)), {}, false},
                            {v.t("Waar?"), html::text(v.t(keuze_titel(gesprek_plaatsen(), t.plaats))), {}, false},
                            {v.t("Hoe?"), html::text(v.t(keuze_titel(gesprek_wijzen(), t.wijze))), {}, false},
                            {v.t("Door"), html::text(g.oud->gebruiker_naam), {}, false},
                            {v.t("Verslag"),
                             html::text(!g.oud->leesbaar    ? v.t("Dit verslag kunt u niet lezen.")
                                        : t.verslag.empty() ? v.t("geen verslag")
                                                            : t.verslag),
                             {},
                             false}});
}

http::Response talk_screen(gate::Context& context, int status, Gesprekblad const& g, html::Errors const& errors,
                           Html above = {}) {
    auto const& v = context.view;
    auto const action = pad(g.blad, g.oud ? fmt::format("/{}/{}", kind(g.gesprek.prive), g.oud->id.value)
                                          : "/" + kind(g.gesprek.prive) + "/nieuw");
    bool const writable = g.blad.open() && g.blad.mag_schrijven && (!g.oud || g.oud->leesbaar);
    Html body = g.gesprek.prive ? alone_mark(v) : Html{};
    if (writable)
        body += html::post_form(v, {.action = action,
                                    .fields = talk_fields(v, g, errors)
                                              + html::hidden_field("versie", std::to_string(g.oud ? g.oud->versie : 0)),
                                    .buttons = {html::button(Act::primary, v.t("Gesprek opslaan")),
                                                html::button_link(Act::subtle, pad(g.blad), v.t("Annuleren"))}});
    else if (g.oud)
        body += read_only(v, g);
    else
        body += html::empty_state(v.t("Er loopt geen intake."));
    return toon(context, status, g.blad, title_of(v, g),
                html::error_summary(v, errors) + above
                    + html::panel({.id = "werkblad", .title = title_of(v, g), .head_end = {}, .body = body}));
}

http::Response form_of(gate::Context& context, bool alone) {
    auto const g =
        context.app.database.read(context.scope(), [&](db::Connection& c) { return read_talk(c, context, alone); });
    if (!g) return gate::not_found(context);
    if (alone && g->oud && g->oud->leesbaar) gate::log_read(context, *context.persoon, g->blad.dossier, "intake.prive");
    return talk_screen(context, 200, *g, {});
}

Gesprek read_typed(gate::Context& context, Gesprekblad& g) {
    auto const& r = context.request;
    g.dag_getypt = gate::date_input(r, "dag");
    bool const alone = g.gesprek.prive;
    g.gesprek = {.dag = gate::whole_date(g.dag_getypt),
                 .plaats = std::string{r.form_value("plaats")},
                 .wijze = std::string{r.form_value("wijze")},
                 .aanwezigen = alone ? std::string{} : gate::trimmed(r.form_value("aanwezigen")),
                 .tolk_taal = std::string{r.form_value("tolk_taal")},
                 .tolk_wijze = std::string{r.form_value("tolk_wijze")},
                 .verslag = gate::trimmed(r.form_value("verslag")),
                 .prive = alone};
    if (g.gesprek.tolk_wijze == "geen") g.gesprek.tolk_taal.clear();
    return g.gesprek;
}
void check_form(html::View const& v, Gesprekblad const& g, Date today, html::Errors& errors) {
    for (auto const& no : check_gesprek(g.gesprek, g.blad.open()->begonnen_op, today))
        errors.add(no.veld, v.t(tekst(no.reden)));
    if (g.gesprek.plaats == "azc" && !g.azc_beleid) errors.add("plaats", v.t(tekst(GesprekRefusal::azc_mag_niet)));
    if (g.gesprek.tolk_taal.size() > 8) errors.add("tolk_taal", v.t("Kies een taal uit de lijst."));
}

http::Response save(gate::Context& context, bool alone) {
    auto const& v = context.view;
    std::optional<Gesprekblad> g;
    html::Errors errors;
    bool conflict = false;
    bool const saved = context.app.database.write(context.scope(), [&](db::Connection& c) {
        errors = {};
        conflict = false;
        dossier::hold(c, context.access, DossierId{context.id_param("dossier")});
        g = read_talk(c, context, alone);
        if (!g || !g->blad.open() || (g->oud && !g->oud->leesbaar)) return false;
        auto const typed = read_typed(context, *g);
        check_form(v, *g, context.today(), errors);
        if (!errors.none()) return false;
        auto const intake = g->blad.open()->id;
        if (!g->oud) {
            voeg_toe(c, context.app.kluis, context.access, context.now(), context.today(), g->blad.dossier, intake,
                     typed);
            return true;
        }
        conflict = std::to_string(g->oud->versie) != context.request.form_value("versie");
        return !conflict && wijzig(c, context.app.kluis, context.access, context.now(), intake, *g->oud, typed);
    });
    if (!g) return gate::not_found(context);
    if (saved) return http::see_other(pad(g->blad, "#gesprekken"));
    if (!conflict)
        return talk_screen(context, g->blad.open() && errors.none() ? 403 : errors.none() ? 409 : 422, *g, errors);
    auto const note = html::alert(
        html::AlertKind::warning, v.t("Een collega heeft dit gesprek intussen gewijzigd"),
        html::paragraph(html::text(v.t("{} schreef:", g->oud->gebruiker_naam)))
            + html::paragraph(html::text(g->oud->gesprek.verslag), "md-timeline__text")
            + html::paragraph(html::text(v.t("Uw tekst staat hieronder. Voeg de teksten samen en sla dan op."))),
        true);
    return talk_screen(context, 409, *g, errors, note);
}
}

http::Response talk_form(gate::Context& context) { return form_of(context, false); }
http::Response private_talk_form(gate::Context& context) { return form_of(context, true); }
http::Response save_talk(gate::Context& context) { return save(context, false); }
http::Response save_private_talk(gate::Context& context) { return save(context, true); }
}
