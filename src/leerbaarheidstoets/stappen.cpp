#include "leerbaarheidstoets/stappen.h"

#include "gate/form.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace leerbaarheidstoets {
using html::Html;
using i18n::N_;

namespace {
struct Naam {
    std::string_view naam, titel;
};
constexpr std::array<Naam, 7> namen{{{"aanvragen", N_("Toets aanvragen bij DUO")},
                                     {"plannen", N_("Dag van de toets vastleggen")},
                                     {"uitslag", N_("Uitslag vastleggen")},
                                     {"uitzondering", N_("Toets hoeft niet")},
                                     {"geweigerd", N_("Toets geweigerd")},
                                     {"afwijken", N_("Afwijken van de uitslag")},
                                     {"gemeld", N_("Aan DUO gemeld")}}};
constexpr int most_text = 2000;
}

std::string_view naam(Stap step) { return namen[static_cast<std::size_t>(step)].naam; }
std::string_view titel(Stap step) { return namen[static_cast<std::size_t>(step)].titel; }
std::optional<Stap> stap_van(std::string_view name) {
    auto const* found = std::ranges::find(namen, name, &Naam::naam);
    if (found == namen.end()) return std::nullopt;
    return static_cast<Stap>(found - namen.begin());
}

std::vector<Stap> stappen(Toets const& t, bool sees_health) {
    std::vector<Stap> all;
    switch (t.stand) {
    case Stand::geen: all = {Stap::aanvragen, Stap::uitslag, Stap::geweigerd}; break;
    case Stand::aangevraagd: all = {Stap::plannen, Stap::uitslag, Stap::aanvragen, Stap::geweigerd}; break;
    case Stand::ingepland: all = {Stap::uitslag, Stap::plannen, Stap::geweigerd}; break;
    case Stand::uitslag: return {Stap::afwijken, Stap::uitslag, Stap::aanvragen};
    case Stand::uitzondering:
        if (!t.duo_gemeld) all = {Stap::gemeld};
        all.push_back(Stap::aanvragen);
        return all;
    case Stand::geweigerd: all = {Stap::aanvragen, Stap::uitslag}; break;
    }
    if (sees_health) all.push_back(Stap::uitzondering);   // its ground is health
    return all;
}

Invoer invoer_van(Regel const& row, Stap step, Date today) {
    auto const& t = row.toets;
    Invoer in;
    in.gezien = row.id;
    in.examennummer = t.examennummer;
    auto const iso = [](std::optional<Date> day) { return day ? to_iso(*day) : std::string{}; };
    switch (step) {
    case Stap::aanvragen: in.dag = iso(t.aangevraagd.value_or(today)); break;
    case Stap::plannen: in.dag = iso(t.gepland); break;
    case Stap::uitslag:
        in.dag = iso(t.geregistreerd);
        if (t.uitslag) in.uitslag = naam(*t.uitslag);
        if (t.score) in.score = score_tekst(*t.score);
        if (t.vereist) in.vereist = score_tekst(*t.vereist);
        break;
    case Stap::uitzondering:
    case Stap::geweigerd:
    case Stap::gemeld: in.dag = to_iso(today); break;
    case Stap::afwijken: in.afwijking = t.afwijking; break;
    }
    return in;
}

Invoer read_invoer(http::Request const& r) {
    Invoer in;
    auto const seen = r.form_value("gezien");
    std::from_chars(seen.data(), seen.data() + seen.size(), in.gezien);
    in.examennummer = gate::trimmed(r.form_value("examennummer"));
    in.dag = gate::date_input(r, "dag");
    in.uitslag = r.form_value("uitslag");
    in.score = gate::trimmed(r.form_value("score"));
    in.vereist = gate::trimmed(r.form_value("vereist"));
    in.grond = r.form_value("grond");
    in.niet_in_staat = r.form_value("niet_in_staat");
    in.reden = gate::trimmed(r.form_value("reden"));
    in.afwijking = gate::trimmed(r.form_value("afwijking"));
    return in;
}

namespace {
struct Form {
    html::View const& v;
    Invoer const& in;
    html::Errors const& errors;

    html::Field field(std::string name, std::string label, std::string value, std::string help = {}) const {
        auto error = std::string{errors.at(name)};
        return {.name = std::move(name),
                .label = std::move(label),
                .help = std::move(help),
                .value = std::move(value),
                .error = std::move(error)};
    }
    Html day(std::string label, std::string help = {}) const {
        return html::date_field(v, field("dag", std::move(label), in.dag, std::move(help)));
    }
    Html number(bool needed) const {
        auto f = field("examennummer", v.t("Examennummer"), in.examennummer,
                       v.t("Van DUO, ten hoogste 12 letters en cijfers."));
        f.required = needed;
        f.max_length = static_cast<int>(langste_examennummer);
        f.css_class = "md-narrow";
        return html::text_field(v, f);
    }
    Html reason(std::string label, std::string help = {}) const {
        auto f = field("reden", std::move(label), in.reden, std::move(help));
        f.max_length = most_text;
        return html::textarea_field(v, f, 3);
    }
    Html score(std::string name, std::string label, std::string value) const {
        auto f = field(std::move(name), std::move(label), std::move(value),
                       v.t("Nodig bij haalbaar en niet haalbaar. Bijvoorbeeld 12,50."));
        f.required = false;
        f.css_class = "md-narrow";
        f.input_mode = "decimal";
        f.max_length = 6;
        return html::text_field(v, f);
    }
};

Html result_fields(Form const& f) {
    auto const& v = f.v;
    std::vector<html::Choice> results;
    for (auto const one : {Uitslag::haalbaar, Uitslag::niet_haalbaar, Uitslag::onbekend})
        results.push_back({std::string{naam(one)}, v.t(titel(one)), ""});
    return html::radio_field(v, f.field("uitslag", v.t("Uitslag volgens DUO"), f.in.uitslag), results)
           + f.score("score", v.t("Behaalde score"), f.in.score)
           + f.score("vereist", v.t("Vereiste score"), f.in.vereist)
           + f.day(v.t("Dag waarop DUO de uitslag registreerde")) + f.number(false);
}
Html exception_fields(Form const& f) {
    auto const& v = f.v;
    std::vector<html::Choice> const grounds{
        {"visueel", v.t(titel(Grond::visueel)), v.t("Altijd een grond.")},
        {"auditief", v.t(titel(Grond::auditief)), v.t("Alleen als iemand ook niet in staat is de toets te doen.")}};
    return html::radio_field(v, f.field("grond", v.t("Waarom de toets niet hoeft"), f.in.grond), grounds)
           + html::checkbox_field(
               v, f.field("niet_in_staat", v.t("Ik acht de persoon niet in staat de toets te doen"), ""), "ja",
               f.in.niet_in_staat == "ja")
           + f.reason(v.t("Reden"), v.t("Wordt versleuteld bewaard. Schrijf de uitkomst, geen medische gegevens."))
           + f.day(v.t("Dag van het besluit"));
}
}

Html fields(html::View const& v, Stap step, Invoer const& in, html::Errors const& errors) {
    Form const f{v, in, errors};
    switch (step) {
    case Stap::aanvragen: return f.number(true) + f.day(v.t("Aangevraagd bij DUO op"));
    case Stap::plannen: return f.day(v.t("Dag van de toets")) + f.number(true);
    case Stap::uitslag: return result_fields(f);
    case Stap::uitzondering: return exception_fields(f);
    case Stap::geweigerd:
        return f.reason(v.t("Wat er gebeurde"), v.t("Niet meewerken aan de toets is ook niet meewerken aan de intake."))
               + f.day(v.t("Dag"));
    case Stap::afwijken: {
        auto reasons = f.field("afwijking", v.t("Waarom de gemeente afwijkt van de uitslag"), in.afwijking,
                               v.t("De toets geeft advies. De leerroute volgt uit de hele intake."));
        reasons.required = false;
        reasons.max_length = most_text;
        return html::textarea_field(v, reasons, 4);
    }
    case Stap::gemeld: return f.day(v.t("Aan DUO gemeld op"));
    }
    return {};
}

namespace {
void apply_result(html::View const& v, Invoer const& in, std::optional<Date> day, Toets& t, html::Errors& errors) {
    t.stand = Stand::uitslag;
    t.geregistreerd = day;
    t.uitslag = uitslag_van(in.uitslag);
    t.score = score_van(in.score);
    t.vereist = score_van(in.vereist);
    t.examennummer = in.examennummer;
    for (auto const& [name, typed, read] :
         {std::tuple{"score", in.score, t.score}, std::tuple{"vereist", in.vereist, t.vereist}})
        if (!typed.empty() && !read)
            errors.add(name, v.t("Vul de score in met twee cijfers achter de komma, bijvoorbeeld 12,50."));
}
}

Toets apply(html::View const& v, Stap step, Invoer const& in, Toets const& standing, html::Errors& errors) {
    auto t = standing;
    auto const day = gate::whole_date(in.dag);
    switch (step) {
    case Stap::aanvragen:
        t = {};
        t.stand = Stand::aangevraagd;
        t.examennummer = in.examennummer;
        t.aangevraagd = day;
        break;
    case Stap::plannen:
        t.stand = Stand::ingepland;
        t.examennummer = in.examennummer;
        t.gepland = day;
        break;
    case Stap::uitslag: apply_result(v, in, day, t, errors); break;
    case Stap::uitzondering:
        t = {};
        t.stand = Stand::uitzondering;
        t.grond = grond_van(in.grond);
        t.niet_in_staat = in.niet_in_staat == "ja";
        t.reden = in.reden;
        t.dag = day;
        break;
    case Stap::geweigerd:
        t.stand = Stand::geweigerd;
        t.reden = in.reden;
        t.dag = day;
        break;
    case Stap::afwijken: t.afwijking = in.afwijking; break;
    case Stap::gemeld:
        t.duo_gemeld = day;
        if (!day) errors.add("dag", v.t(tekst(Refusal::dag_ontbreekt)));
        if (day && standing.dag && *day < *standing.dag)
            errors.add("dag", v.t("Deze dag ligt voor de dag van het besluit."));
        break;
    }
    return t;
}
}
