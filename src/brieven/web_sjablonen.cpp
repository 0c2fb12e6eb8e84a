#include "brieven/druk.h"
#include "brieven/sjablonen.h"
#include "brieven/taal.h"
#include "brieven/web.h"
#include "dossier/rules.h"
#include "gate/form.h"
#include "platform/html/components_vertrouwen.h"
#include "platform/html/print.h"

#include <charconv>

/// The texts of the letters, for who manages them.
namespace brieven {
namespace {
using html::Act;
using html::Html;
using i18n::N_;
constexpr std::string_view home = "/beheer/sjablonen";

std::string path(Soort soort, std::string_view taal, std::string_view rest = {}) {
    return fmt::format("{}/{}/{}{}", home, naam(soort), taal, rest);
}
std::string moment(html::View const& v, Timestamp t) {
    auto const local = platform::local_time(t);
    return html::short_date(v, local.day) + ", " + html::clock_time(v, local.hour, local.minute);
}
struct Keuze {
    Soort soort;
    std::string taal;
};
std::optional<Keuze> chosen(gate::Context const& context) {
    auto const soort = soort_van(context.request.param("soort"));
    std::string taal{context.request.param("taal")};
    if (!soort || (taal != "nl" && !is_vertaaltaal(taal))) return std::nullopt;
    return Keuze{*soort, std::move(taal)};
}

/// A name between braces and what it is.
Html name_of(std::string const& name, Html const& what) { return html::code(name) + html::text(" ") + what; }
Html names(html::View const& v, std::string_view heading, std::vector<Html> const& lines) {
    return lines.empty() ? Html{} : html::fold(v.t(heading), html::bullet_list(lines));
}
std::vector<Html> fields_of(html::View const& v, std::span<Veld const> list) {
    std::vector<Html> lines;
    for (auto const& one : list) lines.push_back(name_of(fmt::format("{{{}}}", one.naam), html::text(v.t(one.uitleg))));
    return lines;
}
/// What may stand in this letter.
Html allowed(html::View const& v, Soort soort) {
    std::vector<Html> conditions, lists;
    for (auto const& one : blokken(soort))
        conditions.push_back(name_of(fmt::format("{{als {}}}", one.naam), html::text(v.t(one.uitleg))));
    for (auto const& one : lijsten(soort)) {
        std::string columns;
        for (auto const& c : one.velden) columns += fmt::format(" {{{}}}", c.naam);
        lists.push_back(name_of(fmt::format("{{tabel {}}}", one.naam), html::text(v.t(one.uitleg) + ":" + columns)));
    }
    auto const how = html::bullet_list(
        {html::text(v.t("= Titel: de eerste regel.")),
         html::text(v.t("[naam]: begin van een onderdeel. Met kader of breed erachter komt het in een kader of over de "
                        "hele breedte.")),
         html::text(v.t("## Kop, - punt, **vet**.")),
         html::text(v.t("Een blok begint met als, lijst of tabel tussen accolades en stopt met {einde}."))});
    return html::panel({.id = "velden",
                        .title = v.t("Wat u kunt gebruiken"),
                        .head_end = {},
                        .body = html::stack({how, names(v, N_("Velden van deze brief"), fields_of(v, velden(soort))),
                                             names(v, N_("Voorwaarden"), conditions), names(v, N_("Lijsten"), lists),
                                             names(v, N_("Velden van elke brief"), fields_of(v, vaste_velden()))})});
}

Html history(html::View const& v, Keuze const& k, std::vector<Versie> const& all) {
    if (all.empty()) return {};
    std::vector<html::ListItem> items;
    for (auto const& one : all) {
        auto const what = one.tekst ? v.t("eigen tekst") : v.t("terug naar de tekst van Meedoen");
        items.push_back({{},
                         html::cell_two(html::text(moment(v, one.gemaakt)), html::text(one.door + ", " + what)),
                         one.tekst
                             ? html::link(path(k.soort, k.taal, fmt::format("?versie={}", one.id)), v.t("Bekijken"))
                             : Html{}});
    }
    return html::panel(
        {.id = "versies", .title = v.t("Eerdere versies"), .head_end = {}, .body = html::item_list(items)});
}

/// The lines at fault, each with what is wrong.
Html wrong_lines(html::View const& v, std::string const& typed, std::vector<Fout> const& fouten) {
    std::vector<html::NumberedLine> lines;
    int number = 0;
    for (std::string_view rest = typed; !rest.empty();) {
        auto const end = std::min(rest.find('\n'), rest.size());
        html::NumberedLine line{++number, std::string{rest.substr(0, end)}, {}};
        for (auto const& f : fouten)
            if (f.regel == number) line.wrong.push_back(v.t(tekst(f.soort), f.wat));
        if (!line.wrong.empty()) lines.push_back(std::move(line));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return html::numbered_lines(lines);
}

Html preview(gate::Context& context, Keuze const& k, std::string const& typed, Geldig const& dutch,
             Briefhoofd const& head) {
    auto const& v = context.view;
    bool const translation = k.taal != "nl";
    auto const g = voorbeeld_geheel(k.soort, translation ? dutch.tekst : typed, translation ? typed : "", dutch.tekst,
                                    k.taal, head, v.municipality, context.today());
    return html::panel({.id = "voorbeeld",
                        .title = v.t("Voorbeeld met een verzonnen persoon"),
                        .head_end = {},
                        .body = html::letter_preview(beeld(g, Talen::beide, Adres::tonen))});
}

std::string source(html::View const& v, Keuze const& k, std::optional<Geldig> const& now) {
    if (!now) return v.t("Er is nog geen tekst in deze taal.");
    if (now->eigen) return v.t("Eigen tekst van de gemeente.");
    if (k.taal == "nl") return v.t("Tekst van Meedoen.");
    return v.t("Tekst van Meedoen. Laat de vertaling nakijken door iemand die de taal van huis uit spreekt.");
}

struct Pagina {
    int status = 200;
    std::string typed;
    std::vector<Fout> fouten;
    bool tonen = false;
};
http::Response form_page(gate::Context& context, Keuze const& k, Pagina const& p) {
    auto const& v = context.view;
    struct Read {
        std::optional<Geldig> now, dutch;
        std::vector<Versie> versions;
        Briefhoofd head;
    };
    auto const r = context.app.database.read(context.scope(), [&](db::Connection& c) {
        auto const g = context.access.gemeente();
        return Read{geldig(c, g, k.soort, k.taal), geldig(c, g, k.soort, "nl"), versies(c, g, k.soort, k.taal),
                    briefhoofd(c, g)};
    });
    check(r.dutch.has_value());
    html::Errors errors;
    if (!p.fouten.empty()) {
        auto const& f = p.fouten.front();
        errors.add("tekst", v.n("Er is {} fout in de tekst. Regel {}: {}",
                                "Er zijn {} fouten in de tekst. De eerste, op regel {}: {}",
                                static_cast<long long>(p.fouten.size()), f.regel, v.t(tekst(f.soort), f.wat)));
    }
    constexpr int rows = 28;
    auto const label =
        k.taal == "nl" ? v.t("Nederlandse tekst") : v.t("Vertaling: {}", v.t(dossier::taal_naam(k.taal)));
    auto const fields =
        html::textarea_field(v,
                             {.name = "tekst",
                              .label = label,
                              .help = v.t("De Nederlandse tekst is geldig; een vertaling staat ernaast."),
                              .value = p.typed,
                              .error = std::string{errors.at("tekst")},
                              .css_class = "md-template",
                              .lang = k.taal},
                             rows);
    Html main = html::error_summary(v, errors);
    main += html::page_head({.title = v.t(titel(k.soort)),
                             .lead = html::text(source(v, k, r.now)),
                             .buttons = {html::button_link(Act::subtle, home, v.t("Alle brieven"), "back")}});
    auto const form = html::post_form(
        v, {.action = path(k.soort, k.taal),
            .fields = fields,
            .buttons = {html::button(Act::primary, v.t("Opslaan"), {}, "doen", "opslaan"),
                        html::button(Act::secondary, v.t("Voorbeeld bekijken"), {}, "doen", "voorbeeld")}});
    std::vector<Html> blocks;
    if (!p.fouten.empty())
        blocks.push_back(html::panel({.id = "fouten",
                                      .title = v.t("Wat er niet klopt"),
                                      .head_end = {},
                                      .body = wrong_lines(v, p.typed, p.fouten)}));
    blocks.push_back(html::panel({.id = "tekst-paneel", .title = label, .head_end = {}, .body = form}));
    if (p.tonen && p.fouten.empty()) blocks.push_back(preview(context, k, p.typed, *r.dutch, r.head));
    std::vector<Html> aside{allowed(v, k.soort), history(v, k, r.versions)};
    if (r.now && r.now->eigen)
        aside.push_back(html::panel({.id = "herstellen",
                                     .title = v.t("Terug naar de tekst van Meedoen"),
                                     .head_end = {},
                                     .body = html::post_button(v, path(k.soort, k.taal, "/herstellen"), Act::danger,
                                                               v.t("Eigen tekst loslaten"))}));
    main += html::columns(html::stack(blocks), html::stack(aside), v.t("Hulp bij deze tekst"));
    return gate::page(context, p.status, v.t(titel(k.soort)), std::move(main));
}
}

http::Response templates_page(gate::Context& context) {
    auto const& v = context.view;
    struct Line {
        Soort soort;
        std::vector<std::string> talen;
        bool eigen;
    };
    auto const lines = context.app.database.read(context.scope(), [&](db::Connection& c) {
        std::vector<Line> all;
        for (auto const soort : soorten()) {
            auto const now = geldig(c, context.access.gemeente(), soort, "nl");
            all.push_back({soort, talen(c, context.access.gemeente(), soort), now && now->eigen});
        }
        return all;
    });
    html::Table table{
        .caption = v.t("Brieven"), .columns = {{v.t("Brief")}, {v.t("Tekst")}, {v.t("Vertalingen")}}, .rows = {}};
    for (auto const& l : lines) {
        std::vector<Html> links, others;
        for (auto const taal : vertaaltalen()) {
            bool const there = std::ranges::find(l.talen, taal) != l.talen.end();
            (there ? links : others).push_back(html::link(path(l.soort, taal), v.t(dossier::taal_naam(taal))));
        }
        table.rows.push_back(
            {{html::link(path(l.soort, "nl"), v.t(titel(l.soort))),
              html::text(l.eigen ? v.t("eigen tekst") : v.t("tekst van Meedoen")),
              html::bullet_list(links) + html::fold(v.t("Andere taal toevoegen"), html::bullet_list(others))},
             false});
    }
    auto main = html::page_head(
        {.title = v.t("Sjablonen van brieven"),
         .lead = html::text(v.t("De Nederlandse tekst is geldig. Wie de tekst verandert, kijkt ook de vertaling na: "
                                "een deel dat niet meer past, gaat alleen in het Nederlands.")),
         .buttons = {html::button_link(Act::secondary, "/beheer/briefhoofd", v.t("Briefhoofd"), "doc")}});
    main += html::panel(
        {.id = "sjablonen", .title = v.t("Brieven"), .head_end = {}, .body = html::data_table(table), .flush = true});
    return gate::page(context, v.t("Sjablonen van brieven"), std::move(main));
}

http::Response template_form(gate::Context& context) {
    auto const k = chosen(context);
    if (!k) return gate::not_found(context);
    std::int64_t id{};
    auto const wanted = context.request.query_value("versie");
    std::from_chars(wanted.data(), wanted.data() + wanted.size(), id);
    auto const text = context.app.database.read(context.scope(), [&](db::Connection& c) {
        auto const g = context.access.gemeente();
        if (auto const old = versie(c, g, k->soort, k->taal, id); old && old->tekst) return *old->tekst;
        return geldig(c, g, k->soort, k->taal).value_or(Geldig{}).tekst;
    });
    return form_page(context, *k, {.typed = text, .tonen = !text.empty()});
}

http::Response save_template(gate::Context& context) {
    auto const k = chosen(context);
    if (!k) return gate::not_found(context);
    Pagina p{.typed = std::string{context.request.form_value("tekst")}};
    bool const keep = context.request.form_value("doen") == "opslaan";
    bool const saved = context.app.database.write(context.scope(), [&](db::Connection& c) {
        p.fouten = keur(c, context.access.gemeente(), k->soort, k->taal, p.typed);
        if (!keep || !p.fouten.empty()) return false;
        bewaar(c, context.access, context.now(), k->soort, k->taal, p.typed);
        return true;
    });
    if (saved) return http::see_other(path(k->soort, k->taal));
    p.status = p.fouten.empty() ? 200 : 422;
    p.tonen = true;
    return form_page(context, *k, p);
}

http::Response reset_template(gate::Context& context) {
    auto const k = chosen(context);
    if (!k) return gate::not_found(context);
    context.app.database.write(
        context.scope(), [&](db::Connection& c) { herstel(c, context.access, context.now(), k->soort, k->taal); });
    return http::see_other(path(k->soort, k->taal));
}

namespace {
struct Hoofdveld {
    std::string_view naam, titel, uitleg;
    std::string Briefhoofd::* plek;
    bool verplicht;
};
constexpr Hoofdveld hoofdvelden[] = {
    {"afdeling", N_("Afdeling"), N_("Bijvoorbeeld: Team Inburgering."), &Briefhoofd::afdeling, false},
    {"adres", N_("Postadres"), N_("Hier gaat ook een bezwaar naartoe. Bijvoorbeeld: Postbus 1, 5460 AA Veghel."),
     &Briefhoofd::adres, true},
    {"bezoekadres", N_("Bezoekadres"), {}, &Briefhoofd::bezoekadres, false},
    {"telefoon", N_("Telefoonnummer"), {}, &Briefhoofd::telefoon, true},
    {"website", N_("Website"), {}, &Briefhoofd::website, false}};

http::Response head_page(gate::Context& context, int status, Briefhoofd const& h, html::Errors const& errors) {
    auto const& v = context.view;
    Html fields;
    for (auto const& f : hoofdvelden)
        fields += html::text_field(v, {.name = std::string{f.naam},
                                       .label = v.t(f.titel),
                                       .help = f.uitleg.empty() ? "" : v.t(f.uitleg),
                                       .value = h.*f.plek,
                                       .error = std::string{errors.at(f.naam)},
                                       .required = f.verplicht,
                                       .max_length = static_cast<int>(langste_hoofdregel)});
    auto main = html::error_summary(v, errors)
                + html::page_head({.title = v.t("Briefhoofd"),
                                   .lead = html::text(v.t("Dit staat boven elke brief van de gemeente.")),
                                   .buttons = {html::button_link(Act::subtle, home, v.t("Alle brieven"), "back")}});
    main += html::panel({.id = "briefhoofd",
                         .title = v.t("Briefhoofd"),
                         .head_end = {},
                         .body = html::post_form(v, {.action = "/beheer/briefhoofd",
                                                     .fields = fields,
                                                     .buttons = {html::button(Act::primary, v.t("Opslaan"))}})});
    return gate::page(context, status, v.t("Briefhoofd"), std::move(main));
}
}

http::Response letterhead_form(gate::Context& context) {
    return head_page(context, 200,
                     context.app.database.read(
                         context.scope(), [&](db::Connection& c) { return briefhoofd(c, context.access.gemeente()); }),
                     {});
}

http::Response save_letterhead(gate::Context& context) {
    auto const& v = context.view;
    Briefhoofd h;
    html::Errors errors;
    for (auto const& f : hoofdvelden) {
        h.*f.plek = gate::trimmed(context.request.form_value(f.naam));
        if (f.verplicht && (h.*f.plek).empty()) errors.add(std::string{f.naam}, v.t("Vul dit in."));
        auto const length =
            std::ranges::count_if(h.*f.plek, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
        if (length > static_cast<std::ptrdiff_t>(langste_hoofdregel))
            errors.add(std::string{f.naam}, v.t("Gebruik hooguit {} tekens.", langste_hoofdregel));
        if (std::ranges::any_of(h.*f.plek, [](char c) { return static_cast<unsigned char>(c) < ' '; }))
            errors.add(std::string{f.naam}, v.t("Zet dit op één regel."));
    }
    if (!errors.none()) return head_page(context, 422, h, errors);
    context.app.database.write(context.scope(),
                               [&](db::Connection& c) { zet_briefhoofd(c, context.access, context.now(), h); });
    return http::see_other("/beheer/briefhoofd");
}
}
