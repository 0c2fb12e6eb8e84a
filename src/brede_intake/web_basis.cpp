#include "brede_intake/blad.h"
#include "brede_intake/web.h"
#include "brp/tabellen.h"

#include <algorithm>

namespace brede_intake {
namespace {
using html::Act;
using html::Html;
using i18n::N_;

struct Deel {
    std::string_view code, titel, lead;
    std::string_view rijen;   // heading of the rows; empty: this part has none
};
constexpr std::array<Deel, 4> delen{{
    {"opleiding", N_("Opleiding en diploma's"), N_("Ook een opleiding die niet af is, telt mee."), N_("Opleidingen")},
    {"werk", N_("Werk en vrijwilligerswerk"), N_("Alles telt: betaald werk, een eigen bedrijf, vrijwilligerswerk."),
     N_("Werk")},
    {"taal", N_("Talen, lezen en schrijven"), N_("Begin met de moedertaal. Vul per taal in wat lukt."), N_("Talen")},
    {"gezin", N_("Kinderen en opvang"), N_("Alleen wat nodig is om te leren en te werken."), {}},
}};
Deel const* deel_van(std::string_view code) {
    auto const at = std::ranges::find(delen, code, &Deel::code);
    return at == delen.end() ? nullptr : &*at;
}

struct Basisblad {
    Blad blad;
    Velden velden;   // of the part, or all of them on the overview
    std::vector<Rij<Opleiding>> opleidingen;
    std::vector<Rij<Werk>> werk;
    std::vector<Rij<Taal>> talen;
};
Basisblad read_basis(db::Connection& c, gate::Context const& context, std::string_view part) {
    Basisblad b{.blad = lees(c, context), .velden = {}, .opleidingen = {}, .werk = {}, .talen = {}};
    auto const* latest = b.blad.laatste();
    if (!latest) return b;
    auto const& access = context.access;
    for (auto const& d : delen) {
        if (!part.empty() && part != d.code) continue;
        auto more = velden(c, context.app.kluis, access, latest->id, basisonderwerp(d.code));
        b.velden.merge(more);
    }
    b.opleidingen = opleidingen(c, access, latest->id);
    b.werk = werk(c, access, latest->id);
    b.talen = talen(c, access, latest->id);
    return b;
}

std::string period(html::View const& v, Werk const& w) {
    auto const from = w.van.empty() ? v.t("begin onbekend") : html::partial_date(v, w.van);
    return v.t("{} tot {}", from, w.tot.empty() ? v.t("nu") : html::partial_date(v, w.tot));
}
struct Line {
    std::int64_t id;
    std::string main, sub;
};
std::vector<Line> lines(html::View const& v, Basisblad const& b, std::string_view part) {
    std::vector<Line> all;
    if (part == "opleiding")
        for (auto const& [id, version, o] : b.opleidingen) {
            auto sub = fmt::format("{} · {}", v.t(brp::land(o.land)),
                                   o.diploma == "ja" ? v.t("met diploma") : v.t("zonder diploma"));
            if (!o.jaren.empty()) sub += " · " + v.t("{} jaar", o.jaren);
            sub += o.waardering == "ontvangen"
                       ? " · " + v.t("waardering: {}", v.t(keuze_titel(waarderingsniveaus(), o.waardering_niveau)))
                       : " · " + v.t("waardering: {}", v.t(keuze_titel(waarderingen(), o.waardering)));
            all.push_back({id, o.naam.empty() ? v.t(keuze_titel(opleidingsniveaus(), o.niveau)) : o.naam, sub});
        }
    if (part == "werk")
        for (auto const& [id, version, w] : b.werk) {
            auto sub = fmt::format("{} · {} · {}", v.t(keuze_titel(werksoorten(), w.soort)), v.t(brp::land(w.land)),
                                   period(v, w));
            if (!w.uren.empty()) sub += " · " + v.t("{} uur per week", w.uren);
            all.push_back({id, w.beroep, sub});
        }
    if (part == "taal")
        for (auto const& [id, version, t] : b.talen) {
            auto const level = [&](std::string const& code) { return v.t(keuze_titel(taalniveaus(), code)); };
            auto sub =
                v.t("spreekt: {} · leest: {} · schrijft: {}", level(t.spreken), level(t.lezen), level(t.schrijven));
            all.push_back({id,
                           t.moedertaal == "ja" ? v.t("{} (moedertaal)", v.t(dossier::taal_naam(t.taal)))
                                                : v.t(dossier::taal_naam(t.taal)),
                           sub});
        }
    return all;
}

Html rows_panel(html::View const& v, Basisblad const& b, Deel const& part) {
    if (part.rijen.empty()) return {};
    bool const open = b.blad.open() && b.blad.mag_schrijven;
    auto const base = pad(b.blad, fmt::format("/basis/{}/", part.code));
    std::vector<html::ListItem> items;
    for (auto const& line : lines(v, b, part.code)) {
        Html act;
        if (open)
            act = html::link(fmt::format("{}{}", base, line.id),
                             html::text(v.t("Wijzigen")) + html::hidden(" " + line.main));
        items.push_back({{}, html::cell_two(html::bdi(line.main), html::text(line.sub)), act});
    }
    std::vector<Html> body{items.empty() ? html::empty_state(v.t("Nog niets ingevuld.")) : html::item_list(items)};
    if (open)
        body.push_back(
            html::actions({html::button_link(Act::secondary, base + "nieuw", v.t("Toevoegen"), "plus", true)}));
    return html::panel({.id = "rijen", .title = v.t(part.rijen), .head_end = {}, .body = html::stack(body)});
}

Html basis_fields(html::View const& v, std::string_view part, Velden const& there, std::vector<Veldinvoer> const& typed,
                  html::Errors const& errors) {
    Html out;
    for (auto const& f : basisvelden()) {
        if (f.onderdeel != part) continue;
        std::string const name{f.naam};
        auto const at = std::ranges::find(typed, name, &Veldinvoer::veld);
        html::Field field{.name = name,
                          .label = v.t(f.label),
                          .help = f.help.empty() ? std::string{} : v.t(f.help),
                          .value = at != typed.end() ? at->tekst : there.at(name).tekst,
                          .error = std::string{errors.at(name)},
                          .required = false};
        out += f.keuzes.empty() ? html::textarea_field(v, field, 3) : html::radio_field(v, field, keuzes(v, f.keuzes));
    }
    return out;
}
std::map<std::string, std::string> basis_labels(html::View const& v) {
    std::map<std::string, std::string> all;
    for (auto const& f : basisvelden()) all[std::string{f.naam}] = v.t(f.label);
    return all;
}

Html parts_nav(html::View const& v, Blad const& b, std::string_view now) {
    std::vector<html::ListItem> items;
    for (auto const& d : delen)
        items.push_back({{},
                         d.code == now ? html::strong(html::text(v.t(d.titel)))
                                       : html::link(pad(b, fmt::format("/basis/{}#werkblad", d.code)), v.t(d.titel)),
                         {}});
    items.push_back(
        {{},
         html::link(pad(b, "/leefgebieden/" + b.leefgebieden.front().code + "#werkblad"), v.t("Naar de leefgebieden")),
         {}});
    return html::panel({.id = "delen", .title = v.t("Basisgegevens"), .head_end = {}, .body = html::item_list(items)});
}

std::string shown(html::View const& v, Basisveld const& f, std::string const& value) {
    if (value.empty()) return v.t("niet gevraagd");
    return f.keuzes.empty() ? value : v.t(keuze_titel(f.keuzes, value));
}

http::Response basis_screen(gate::Context& context, int status, Basisblad const& b, Deel const& part,
                            std::vector<Veldinvoer> const& typed, html::Errors const& errors) {
    auto const& v = context.view;
    Html work;
    if (b.blad.open() && b.blad.mag_schrijven) {
        work = html::saving_form(
            v, {.form = {.action = pad(b.blad, fmt::format("/basis/{}", part.code)),
                         .fields = basis_fields(v, part.code, b.velden, typed, errors)
                                   + merken(context.app.kluis, b.velden, typed),
                         .buttons = {html::button(Act::primary, v.t("Opslaan en verder"), "arrow", "daarna", "verder"),
                                     html::button(Act::secondary, v.t("Opslaan en stoppen"), {}, "daarna", "stop")}},
                .saved = opgeslagen(v, b.velden)});
    } else {
        std::vector<html::Fact> facts;
        for (auto const& f : basisvelden())
            if (f.onderdeel == part.code)
                facts.push_back(
                    {v.t(f.label), html::text(shown(v, f, b.velden.at(std::string{f.naam}).tekst)), {}, false});
        work = html::fact_list(facts);
    }
    auto const middle =
        html::error_summary(v, errors)
        + html::panel({.id = "werkblad",
                       .title = v.t(part.titel),
                       .head_end = {},
                       .body = html::stack({html::paragraph(html::soft(html::text(v.t(part.lead)))), work})});
    return toon(context, status, b.blad, v.t(part.titel), {{v.t("Basisgegevens"), pad(b.blad, "/basis")}},
                html::three_columns(parts_nav(v, b.blad, part.code), v.t("Basisgegevens"), middle,
                                    rows_panel(v, b, part), v.t("Regels")));
}
}

http::Response basis_page(gate::Context& context) {
    auto const& v = context.view;
    auto const b =
        context.app.database.read(context.scope(), [&](db::Connection& c) { return read_basis(c, context, {}); });
    if (!b.blad.laatste()) return http::see_other(pad(b.blad));
    std::vector<Html> blocks;
    for (auto const& part : delen) {
        std::vector<html::Fact> facts;
        for (auto const& line : lines(v, b, part.code)) facts.push_back({line.main, html::text(line.sub), {}, false});
        for (auto const& f : basisvelden())
            if (f.onderdeel == part.code)
                facts.push_back(
                    {v.t(f.label), html::text(shown(v, f, b.velden.at(std::string{f.naam}).tekst)), {}, false});
        blocks.push_back(
            html::panel({.id = std::string{part.code},
                         .title = v.t(part.titel),
                         .head_end = html::link(pad(b.blad, fmt::format("/basis/{}#werkblad", part.code)),
                                                html::text(v.t("Wijzigen")) + html::hidden(" " + v.t(part.titel))),
                         .body = html::check_list(facts)}));
    }
    return toon(context, 200, b.blad, v.t("Basisgegevens"), html::stack(blocks));
}

http::Response basis_form(gate::Context& context) {
    auto const* part = deel_van(context.request.param("onderdeel"));
    if (!part) return gate::not_found(context);
    auto const b = context.app.database.read(context.scope(),
                                             [&](db::Connection& c) { return read_basis(c, context, part->code); });
    if (!b.blad.laatste()) return http::see_other(pad(b.blad));
    return basis_screen(context, 200, b, *part, {}, {});
}

http::Response save_basis(gate::Context& context) {
    auto const& v = context.view;
    auto const& r = context.request;
    auto const* part = deel_van(r.param("onderdeel"));
    if (!part) return gate::not_found(context);
    bool const while_typing = r.form_value("bewaar") == "auto";
    auto const subject = basisonderwerp(part->code);
    auto const sent = lees_velden(r, subject);
    std::optional<Basisblad> b;
    auto const kept = context.app.database.write(context.scope(), [&](db::Connection& c) -> std::optional<Bewaring> {
        dossier::hold(c, context.access, DossierId{context.id_param("dossier")});
        b = read_basis(c, context, part->code);
        if (!b->blad.open()) return std::nullopt;
        auto const id = b->blad.open()->id;
        auto done = bewaar(c, context.app.kluis, context.access, context.now(), id, subject, sent,
                           while_typing ? Omvang::wat_kan : Omvang::alles);
        if (!while_typing || !done.geschreven.empty())
            onthoud_plek(c, context.access, id, fmt::format("basis/{}", part->code));
        return done;
    });
    if (!kept) return http::see_other(pad(b->blad));
    if (while_typing) return bewaard_antwoord(context, *kept);
    if (!kept->fouten.empty()) {
        html::Errors errors;
        for (auto const& no : kept->fouten) errors.add(no.veld, v.t(tekst(no.reden)));
        return basis_screen(context, 422, *b, *part, sent, errors);
    }
    auto const here = pad(b->blad, fmt::format("/basis/{}", part->code));
    if (!kept->conflicten.empty())
        return toon(context, 409, b->blad, v.t(part->titel),
                    keuzeblad(v, context.app.kluis, kept->conflicten, here, basis_labels(v)));
    if (r.form_value("daarna") == "stop") return http::see_other(pad(b->blad));
    auto const at = static_cast<std::size_t>(part - delen.data());
    if (r.form_value("daarna") == "verder" && at + 1 < delen.size())
        return http::see_other(pad(b->blad, fmt::format("/basis/{}#werkblad", delen.at(at + 1).code)));
    return http::see_other(r.form_value("daarna") == "verder" ? pad(b->blad) : here + "#werkblad");
}
}
