#include "brp/persoon.h"
#include "dossier/frame.h"
#include "dossier/store.h"
#include "gate/form.h"
#include "instroom/dubbelen.h"
#include "instroom/web.h"

#include <charconv>

namespace instroom {
namespace {
using html::Act;
using i18n::N_;
using vertrouwen::Categorie;

DossierId file_of(gate::Context const& context) { return DossierId{context.id_param("dossier")}; }
std::string file_path(gate::Context const& context, std::string_view rest) {
    return "/dossiers/" + std::to_string(file_of(context).value) + std::string{rest};
}
bool may_write(gate::Context const& context) {
    return context.access.bereik_van(vertrouwen::Recht::dossier_schrijven) != vertrouwen::Bereik::geen;
}

struct Word {
    std::string_view value, word;
};
constexpr Word whereabouts[] = {
    {"hier", N_("woont hier")}, {"nareis", N_("komt na (nareis)")}, {"buitenland", N_("in het buitenland")}};
constexpr Word relations[] = {{"partner", N_("Partner")}, {"kind", N_("Kind")}, {"ouder", N_("Ouder")}};
constexpr Word sexes[] = {{"V", N_("vrouw")}, {"M", N_("man")}, {"O", N_("onbekend")}};

template <std::size_t N> std::string word(html::View const& v, Word const (&all)[N], std::string_view value) {
    for (auto const& w : all)
        if (w.value == value) return v.t(w.word);
    return {};
}
template <std::size_t N> std::vector<html::Choice> choices(html::View const& v, Word const (&all)[N]) {
    std::vector<html::Choice> list;
    for (auto const& w : all) list.push_back({std::string{w.value}, v.t(w.word), {}});
    return list;
}

std::string relation(html::View const& v, GezinslidRegel const& g) {
    if (g.soort == "partner")
        return g.voorbij ? v.t("ex-partner") : g.verbintenis == "H" ? v.t("gehuwd") : v.t("partner");
    if (g.soort == "ouder") return g.geslacht == "V" ? v.t("moeder") : g.geslacht == "M" ? v.t("vader") : v.t("ouder");
    return g.geslacht == "V" ? v.t("dochter") : g.geslacht == "M" ? v.t("zoon") : v.t("kind");
}

html::Html whereabouts_cell(gate::Context const& context, GezinslidRegel const& g) {
    auto const& v = context.view;
    if (g.overleden) return html::text(v.t("overleden"));
    auto const known = g.verblijf.empty() ? (g.persoon ? v.t("bekend bij de gemeente") : v.t("nog niet bekend"))
                                          : word(v, whereabouts, g.verblijf);
    // A tie that exists only because the other one named this person is changed on that side.
    if (!may_write(context) || g.voorbij || g.herkomst == "omgekeerd") return html::text(known);
    auto list = choices(v, whereabouts);
    list.insert(list.begin(), {"", v.t("nog niet bekend"), {}});
    auto const field = html::select_field(v,
                                          {.name = "verblijf",
                                           .label = v.t("Waar is {}?", g.naam),
                                           .help = {},
                                           .value = g.verblijf,
                                           .error = {},
                                           .required = true,
                                           .id = "verblijf-" + std::to_string(g.id)},
                                          list);
    return html::post_form(v, {.action = file_path(context, "/gezin/" + std::to_string(g.id)),
                               .fields = field,
                               .buttons = {html::button(Act::secondary, v.t("Opslaan"), {}, {}, {}, true)},
                               .id = {}});
}

html::Row row_of(gate::Context const& context, GezinslidRegel const& g) {
    auto const& v = context.view;
    auto const years = g.overleden ? std::nullopt : age(g.geboren, v.today);
    html::Html name = html::bdi(g.naam);
    if (g.dossier)
        name = html::link("/dossiers/" + std::to_string(g.dossier->value), name);
    else if (g.persoon)
        name = html::link("/inburgeraars/" + std::to_string(g.persoon->value), name);
    html::Html below;
    if (g.dossier)
        below = html::text(v.t("heeft een dossier"));
    else if (!g.persoon)
        below = html::text(v.t("alleen de naam is bekend"));
    return {{html::cell_two(name, below), html::text(relation(v, g)),
             html::cell_two(html::text(html::partial_date(v, g.geboren.to_iso())),
                            html::text(years ? v.n("{} jaar", "{} jaar", *years) : "")),
             whereabouts_cell(context, g)},
            false};
}

html::Html members(gate::Context const& context, std::string const& id, std::string const& title,
                   std::vector<GezinslidRegel> const& list) {
    if (list.empty()) return {};
    html::Table table{.caption = title,
                      .columns = {{context.view.t("Naam")},
                                  {context.view.t("Relatie")},
                                  {context.view.t("Geboren")},
                                  {context.view.t("Waar")}},
                      .rows = {}};
    for (auto const& g : list) table.rows.push_back(row_of(context, g));
    return html::panel({.id = id, .title = title, .head_end = {}, .body = html::data_table(table), .flush = true});
}
}

http::Response show_family(gate::Context& context) {
    auto const& v = context.view;
    if (!context.access.mag_zien(Categorie::gezin)) return gate::forbidden(context);
    auto const all = context.app.database.read(
        context.scope(), [&](db::Connection& c) { return family(c, context.access, *context.persoon); });
    std::vector<std::pair<PersoonId, std::optional<DossierId>>> seen;
    for (auto const& g : all)
        if (g.persoon) seen.emplace_back(*g.persoon, g.dossier);
    gate::log_reads(context, seen, "gezin");
    std::vector<GezinslidRegel> household, parents, past;
    for (auto const& g : all) (g.voorbij ? past : g.soort == "ouder" ? parents : household).push_back(g);
    auto const add = may_write(context) ? html::button_link(Act::secondary, file_path(context, "/gezin/nieuw"),
                                                            v.t("Gezinslid toevoegen"), "plus")
                                        : html::Html{};
    std::vector<html::Html> blocks;
    if (all.empty())
        blocks.push_back(html::empty_state(v.t("Er zijn nog geen gezinsleden bekend."), add));
    else
        blocks.push_back(html::actions({add}));
    blocks.push_back(members(context, "gezin", v.t("Partner en kinderen"), household));
    blocks.push_back(members(context, "ouders", v.t("Ouders"), parents));
    blocks.push_back(members(context, "eerder", v.t("Eerdere partners"), past));
    return gate::page(context, dossier::file_title(context, file_of(context), v.t("Gezin")),
                      dossier::file_frame(context, file_of(context), dossier::Tab::gezin, html::stack(blocks)));
}

namespace {
struct Lidinvoer {
    std::string soort = "partner", voornamen, voorvoegsel, geslachtsnaam, geslacht = "O", geboren, verblijf = "hier",
                gekozen;
};

http::Response form_page(gate::Context& context, int status, Lidinvoer const& in, html::Errors const& errors,
                         std::vector<Kandidaat> const& found) {
    auto const& v = context.view;
    auto const at = [&](std::string_view field) { return std::string{errors.at(field)}; };
    html::Html fields;
    if (!found.empty()) {
        std::vector<html::Choice> people{{"nieuw", v.t("Nee, dit is iemand anders"), {}}};
        for (auto const& k : found)
            people.push_back({std::to_string(k.persoon.value), k.naam, html::partial_date(v, k.geboren.to_iso())});
        fields += html::radio_field(v,
                                    {.name = "gekozen",
                                     .label = v.t("Is het een van deze personen?"),
                                     .help = {},
                                     .value = in.gekozen,
                                     .error = at("gekozen")},
                                    people);
    }
    fields += html::radio_field(
        v, {.name = "soort", .label = v.t("Relatie"), .help = {}, .value = in.soort, .error = at("soort")},
        choices(v, relations));
    fields += html::text_field(v, {.name = "voornamen",
                                   .label = v.t("Voornamen"),
                                   .help = {},
                                   .value = in.voornamen,
                                   .error = at("voornamen"),
                                   .max_length = brp::langste_naam});
    fields += html::text_field(v, {.name = "voorvoegsel",
                                   .label = v.t("Voorvoegsel"),
                                   .help = {},
                                   .value = in.voorvoegsel,
                                   .error = {},
                                   .required = false,
                                   .max_length = 10});
    fields += html::text_field(v, {.name = "geslachtsnaam",
                                   .label = v.t("Achternaam"),
                                   .help = {},
                                   .value = in.geslachtsnaam,
                                   .error = at("geslachtsnaam"),
                                   .required = false,
                                   .max_length = brp::langste_naam});
    fields += html::radio_field(
        v, {.name = "geslacht", .label = v.t("Geslacht"), .help = {}, .value = in.geslacht, .error = at("geslacht")},
        choices(v, sexes));
    fields += html::date_field(v, {.name = "geboren",
                                   .label = v.t("Geboortedatum"),
                                   .help = v.t("Weet u de dag of de maand niet? Laat die dan leeg."),
                                   .value = in.geboren,
                                   .error = at("geboren"),
                                   .required = false});
    fields += html::radio_field(v,
                                {.name = "verblijf",
                                 .label = v.t("Waar is deze persoon?"),
                                 .help = {},
                                 .value = in.verblijf,
                                 .error = at("verblijf")},
                                choices(v, whereabouts));
    auto main = html::error_summary(v, errors)
                + html::page_head({.title = v.t("Gezinslid toevoegen"), .lead = {}, .buttons = {}});
    main +=
        html::post_form(v, {.action = file_path(context, "/gezin/nieuw"),
                            .fields = fields,
                            .buttons = {html::button(Act::primary, v.t("Gezinslid opslaan"), "check"),
                                        html::button_link(Act::subtle, file_path(context, "/gezin"), v.t("Annuleren"))},
                            .id = "gezinslid"});
    return gate::page(context, status, v.t("Gezinslid toevoegen"), std::move(main));
}

Lidinvoer read_form(http::Request const& r) {
    auto const at = [&](std::string_view name) { return gate::trimmed(r.form_value(name)); };
    return {at("soort"),         at("voornamen"), at("voorvoegsel"),
            at("geslachtsnaam"), at("geslacht"),  gate::date_input(r, "geboren"),
            at("verblijf"),      at("gekozen")};
}

brp::Gezinslid understand(html::View const& v, Lidinvoer const& in, html::Errors& errors) {
    brp::Gezinslid g;
    g.soort = in.soort;
    g.naam = {in.voornamen, {}, in.voorvoegsel, in.geslachtsnaam};
    g.geslacht = in.geslacht;
    g.verblijf = in.verblijf;
    if (word(v, relations, in.soort).empty()) errors.add("soort", v.t("Kies een antwoord."));
    if (word(v, sexes, in.geslacht).empty()) errors.add("geslacht", v.t("Kies een antwoord."));
    if (word(v, whereabouts, in.verblijf).empty()) errors.add("verblijf", v.t("Kies een antwoord."));
    if (in.voornamen.empty() && in.geslachtsnaam.empty())
        errors.add("voornamen", v.t("Vul een naam in. Heeft iemand één naam? Vul die dan hier in."));
    for (auto const& [field, text] :
         {std::pair{"voornamen", in.voornamen}, {"geslachtsnaam", in.geslachtsnaam + in.voorvoegsel}}) {
        if (!brp::schone_tekst(text))
            errors.add(field, v.t("Hier staan onzichtbare tekens in. Typ de tekst opnieuw."));
        else if (brp::lengte(text) > brp::langste_naam)
            errors.add(field, v.t("Gebruik hooguit 200 tekens."));
    }
    auto const born = gate::partial_date(in.geboren);
    if (born)
        g.geboren = *born;
    else if (!in.geboren.empty())
        errors.add("geboren", v.t("Deze dag bestaat niet. Controleer de dag en de maand."));
    return g;
}
}

http::Response new_relative_form(gate::Context& context) {
    if (!context.access.mag_zien(Categorie::gezin)) return gate::forbidden(context);
    return form_page(context, 200, {}, {}, {});
}

http::Response add_relative_post(gate::Context& context) {
    if (!context.access.mag_zien(Categorie::gezin)) return gate::forbidden(context);
    auto const in = read_form(context.request);
    html::Errors errors;
    auto const member = understand(context.view, in, errors);
    if (!errors.none()) return form_page(context, 422, in, errors, {});
    Persoonsgegevens g;
    g.naam = member.naam;
    g.geslacht = member.geslacht;
    g.geboren = member.geboren;
    auto const found = context.app.database.read(context.scope(), [&](db::Connection& c) {
        return candidates(c, context.app.kluis, context.access.gemeente(), g, context.persoon);
    });
    std::optional<PersoonId> ander;
    for (auto const& k : found)
        if (in.gekozen == std::to_string(k.persoon.value)) ander = k.persoon;
    if (!found.empty() && !ander && in.gekozen != "nieuw") {
        std::vector<std::pair<PersoonId, std::optional<DossierId>>> seen;
        for (auto const& k : found) seen.emplace_back(k.persoon, k.dossier);
        gate::log_reads(context, seen, "dubbelcontrole");
        errors.add("gekozen", context.view.t("Er is al iemand die hierop lijkt. Kies of het dezelfde persoon is."));
        return form_page(context, 422, in, errors, found);
    }
    context.app.database.write(context.scope(), [&](db::Connection& c) {
        add_relative(c, context.app.kluis, context.access, context.now(), *context.persoon, member, ander);
        dossier::add_event(c, context.app.kluis, context.access, context.now(), file_of(context),
                           {.dag = context.today(),
                            .soort = dossier::Soort::gezin,
                            .categorie = Categorie::gezin,
                            .titel = "Gezinslid toegevoegd",
                            .tekst = brp::weergavenaam(member.naam),
                            .bron = "",
                            .persoon = {},
                            .contact = {},
                            .vervangt = {}});
    });
    return http::see_other(file_path(context, "/gezin"));
}

http::Response set_whereabouts_post(gate::Context& context) {
    if (!context.access.mag_zien(Categorie::gezin)) return gate::forbidden(context);
    auto const where = context.request.form_value("verblijf");
    if (!where.empty() && word(context.view, whereabouts, where).empty()) return gate::error_response(context, 400);
    bool const done = context.app.database.write(context.scope(), [&](db::Connection& c) {
        return set_whereabouts(c, context.access, context.now(), *context.persoon, context.id_param("band"), where);
    });
    if (!done) return gate::not_found(context);
    return http::see_other(file_path(context, "/gezin"));
}
}
