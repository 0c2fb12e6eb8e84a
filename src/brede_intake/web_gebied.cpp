#include "brede_intake/blad.h"
#include "brede_intake/web.h"

#include <algorithm>

namespace brede_intake {
namespace {
using html::Act;
using html::Html;
using i18n::N_;
using vertrouwen::Categorie;

struct Gebiedblad {
    Blad blad;
    std::size_t plaats = 0;   // in the list of active leefgebieden
    Velden velden;
    std::map<std::string, Antwoord> nu, eerder;
    Leefgebied const& gebied() const { return blad.leefgebieden[plaats]; }
    std::string titel(html::View const& v) const { return gebied().eigen ? gebied().titel : v.t(gebied().titel); }
};
/// Nothing: no such leefgebied here, no intake yet, or health that this reader may not see.
std::optional<Gebiedblad> read_area(db::Connection& c, gate::Context const& context) {
    auto blad = lees(c, context);
    auto const at = std::ranges::find(blad.leefgebieden, context.request.param("leefgebied"), &Leefgebied::code);
    if (at == blad.leefgebieden.end() || !blad.laatste()) return std::nullopt;
    if (at->gezondheid() && !context.access.mag_zien(Categorie::gezondheid)) return std::nullopt;
    auto const place = static_cast<std::size_t>(at - blad.leefgebieden.begin());
    auto const id = blad.laatste()->id;
    Gebiedblad g{.blad = std::move(blad), .plaats = place, .velden = {}, .nu = {}, .eerder = {}};
    g.velden = velden(c, context.app.kluis, context.access, id, onderwerp_van(g.gebied()));
    g.nu = antwoorden(c, context.app.kluis, context.access, id);
    if (g.blad.intakes.size() > 1) g.eerder = antwoorden(c, context.app.kluis, context.access, g.blad.intakes[1].id);
    return g;
}

std::map<std::string, std::string> labels(html::View const& v, bool health) {
    return {{"antwoord", v.t("Score")},
            {"reden", health ? v.t("Conclusie voor leren en werken") : v.t("Waarom deze score of dit antwoord?")},
            {"eigen_woorden", v.t("In eigen woorden")},
            {"sterk", v.t("Wat gaat goed")},
            {"nodig", v.t("Wat is nodig")}};
}

Html area_fields(gate::Context& context, Gebiedblad const& g, std::vector<Veldinvoer> const& typed,
                 html::Errors const& errors) {
    auto const& v = context.view;
    bool const health = g.gebied().gezondheid();
    auto const words = labels(v, health);
    auto const value = [&](std::string const& field) {
        auto const at = std::ranges::find(typed, field, &Veldinvoer::veld);
        return at != typed.end() ? at->tekst : g.velden.at(field).tekst;
    };
    std::vector<html::ScoreLine> scores;
    int n = 0;
    for (auto const& s : criteria(g.gebied())) scores.push_back({std::to_string(++n), v.t(s.naam), v.t(s.criterium)});
    auto const answer = value("antwoord");
    Html out;
    if (health)
        out += html::private_mark(v.t("Gezondheid: alleen een conclusie"),
                                  v.t("Schrijf geen ziekte, diagnose of medicijn op. Alleen wat iemand wel en niet kan "
                                      "bij leren en werken. Dit staat "
                                      "apart en versleuteld. Alleen wie de intake doet, leest het."));
    out += html::score_field(v,
                             {.name = "antwoord",
                              .label = v.t(vraag(g.gebied())),
                              .help = v.t("Kies wat nu het best past."),
                              .value = answer.empty() ? "niet_gevraagd" : answer,
                              .error = std::string{errors.at("antwoord")}},
                             scores,
                             {{"besproken", v.t("Besproken, nog geen score"), {}},
                              {"niet_gevraagd", v.t("Niet gevraagd"), {}},
                              {"wil_niet", v.t("Wil hier niet over praten"), {}},
                              {"niet_van_toepassing", v.t("Niet van toepassing"), {}}});
    auto const area = [&](std::string const& field, std::string const& help, int rows) {
        return html::textarea_field(v,
                                    {.name = field,
                                     .label = words.at(field),
                                     .help = help,
                                     .value = value(field),
                                     .error = std::string{errors.at(field)},
                                     .required = field == "reden"},
                                    rows);
    };
    out += area("reden",
                health ? v.t("Bijvoorbeeld: kan drie ochtenden per week naar les. Verplicht bij een score.")
                       : v.t("Verplicht bij een score en bij niet van toepassing."),
                3);
    if (!health) {
        out += area("eigen_woorden",
                    v.t("Schrijf op wat de persoon zegt, zo letterlijk mogelijk. De persoon kan dit later lezen."), 3);
        out += area("sterk", {}, 3);
    }
    return out + area("nodig", {}, 3);
}

Html read_only(html::View const& v, Gebiedblad const& g) {
    auto const words = labels(v, g.gebied().gezondheid());
    std::vector<html::Fact> facts;
    for (auto const& [field, f] : g.velden) {
        auto const a = antwoord_van(f.tekst).value_or(Antwoord{});
        auto const text = field != "antwoord" ? f.tekst
                          : a.score > 0       ? fmt::format("{}/5", a.score)
                                              : v.t(titel(a.stand));
        facts.push_back({words.at(field), html::text(text.empty() ? v.t("niets ingevuld") : text), {}, false});
    }
    return html::fact_list(facts);
}

http::Response area_page(gate::Context& context, int status, Gebiedblad const& g, std::vector<Veldinvoer> const& typed,
                         html::Errors const& errors) {
    auto const& v = context.view;
    auto const title = g.titel(v);
    auto const action = pad(g.blad, "/leefgebieden/" + g.gebied().code);
    Html work;
    if (g.blad.open() && g.blad.mag_schrijven) {
        bool const last = g.plaats + 1 == g.blad.leefgebieden.size();
        work = html::saving_form(
            v, {.form = {.action = action,
                         .fields = area_fields(context, g, typed, errors) + merken(context.app.kluis, g.velden, typed),
                         .buttons = {html::button(Act::primary, last ? v.t("Opslaan") : v.t("Opslaan en verder"),
                                                  "arrow", "daarna", last ? "stop" : "verder"),
                                     html::button(Act::secondary, v.t("Opslaan en stoppen"), {}, "daarna", "stop")}},
                .saved = opgeslagen(v, g.velden)});
    } else {
        work = read_only(v, g);
    }
    auto const above =
        html::paragraph(html::soft(html::text(v.t("Leefgebied {} van {}", g.plaats + 1, g.blad.leefgebieden.size()))));
    auto const middle =
        html::error_summary(v, errors)
        + html::panel({.id = "werkblad", .title = title, .head_end = {}, .body = html::stack({above, work})});
    auto const list = html::panel(
        {.id = "lijst",
         .title = v.t("Leefgebieden"),
         .head_end = html::text(v.t("{} van {} gevraagd", gevraagd(g.blad, g.nu), g.blad.leefgebieden.size())),
         .body = takenlijst(v, g.blad, g.nu, g.gebied().code)});
    return toon(
        context, status, g.blad, title,
        html::three_columns(list, v.t("Leefgebieden"), middle, beeld(v, g.blad, g.nu, g.eerder), v.t("Beeld tot nu")));
}

http::Response closed(gate::Context& context, Gebiedblad const& g) {
    auto const& v = context.view;
    return toon(context, 409, g.blad, g.titel(v),
                html::alert(html::AlertKind::warning, v.t("Deze intake is al afgerond"),
                            html::paragraph(html::text(v.t("Er is niets gewijzigd."))), true));
}
}

http::Response area_form(gate::Context& context) {
    auto const g = context.app.database.read(context.scope(), [&](db::Connection& c) { return read_area(c, context); });
    return g ? area_page(context, 200, *g, {}, {}) : gate::not_found(context);
}

http::Response save_area(gate::Context& context) {
    auto const& v = context.view;
    auto const& r = context.request;
    bool const while_typing = r.form_value("bewaar") == "auto";
    std::optional<Gebiedblad> g;
    std::vector<Veldinvoer> sent;
    auto const kept = context.app.database.write(context.scope(), [&](db::Connection& c) -> std::optional<Bewaring> {
        dossier::hold(c, context.access, DossierId{context.id_param("dossier")});
        g = read_area(c, context);
        if (!g || !g->blad.open()) return std::nullopt;
        auto const subject = onderwerp_van(g->gebied());
        sent = lees_velden(r, subject);
        auto const id = g->blad.open()->id;
        auto done = bewaar(c, context.app.kluis, context.access, context.now(), id, subject, sent,
                           while_typing ? Omvang::wat_kan : Omvang::alles);
        if (!while_typing || !done.geschreven.empty())
            onthoud_plek(c, context.access, id, "leefgebieden/" + subject.code);
        return done;
    });
    if (!g) return gate::not_found(context);
    if (!kept) return closed(context, *g);
    if (while_typing) return bewaard_antwoord(context, *kept);
    if (!kept->fouten.empty()) {
        html::Errors errors;
        for (auto const& no : kept->fouten) errors.add(no.veld, v.t(tekst(no.reden)));
        return area_page(context, 422, *g, sent, errors);
    }
    auto const here = pad(g->blad, "/leefgebieden/" + g->gebied().code);
    if (!kept->conflicten.empty())
        return toon(context, 409, g->blad, g->titel(v),
                    keuzeblad(v, context.app.kluis, kept->conflicten, here, labels(v, g->gebied().gezondheid())));
    if (r.form_value("daarna") == "stop") return http::see_other(pad(g->blad));
    if (r.form_value("daarna") == "verder" && g->plaats + 1 < g->blad.leefgebieden.size())
        return http::see_other(pad(g->blad, "/leefgebieden/" + g->blad.leefgebieden[g->plaats + 1].code + "#werkblad"));
    return http::see_other(here + "#werkblad");
}
}
