#include "brede_intake/blad.h"
#include "brede_intake/web.h"
#include "brp/tabellen.h"
#include "gate/form.h"

#include <algorithm>
#include <charconv>

namespace brede_intake {
namespace {
using html::Act;
using html::Html;
using i18n::N_;

/// A row as typed, whichever kind it is: field → text.
using Getypt = std::map<std::string, std::string>;
struct Rijblad {
    Blad blad;
    std::string onderdeel;
    std::int64_t id = 0, versie = 0;   // id 0: new
    Getypt waarden, hunne;             // hunne: as a colleague left it
};
constexpr std::array<std::string_view, 3> soorten{"opleiding", "werk", "taal"};

Getypt typed_of(Opleiding const& o) {
    return {{"land", o.land},
            {"naam", o.naam},
            {"niveau", o.niveau},
            {"jaren", o.jaren},
            {"diploma", o.diploma},
            {"waardering", o.waardering},
            {"waardering_niveau", o.waardering_niveau}};
}
Getypt typed_of(Werk const& w) {
    return {{"soort", w.soort}, {"land", w.land}, {"beroep", w.beroep},
            {"van", w.van},     {"tot", w.tot},   {"uren", w.uren}};
}
Getypt typed_of(Taal const& t) {
    return {{"taal", t.taal},
            {"moedertaal", t.moedertaal},
            {"spreken", t.spreken},
            {"lezen", t.lezen},
            {"schrijven", t.schrijven}};
}
template <class T> bool pick(std::vector<Rij<T>> const& rows, Rijblad& out) {
    auto const at = std::ranges::find(rows, out.id, &Rij<T>::id);
    if (at == rows.end()) return false;
    out.versie = at->versie;
    out.waarden = typed_of(at->waarde);
    return true;
}

/// Nothing: no such part or row here, or the intake is closed.
std::optional<Rijblad> read_row(db::Connection& c, gate::Context const& context) {
    Rijblad r{.blad = lees(c, context), .onderdeel = std::string{context.request.param("onderdeel")}, .waarden = {}};
    if (!r.blad.open() || std::ranges::find(soorten, r.onderdeel) == soorten.end()) return std::nullopt;
    if (context.request.param("rij") == "nieuw") {
        r.waarden = r.onderdeel == "opleiding" ? Getypt{{"waardering", "geen"}} : Getypt{};
        return r;
    }
    r.id = context.id_param("rij");
    auto const intake = r.blad.open()->id;
    bool const there = r.onderdeel == "opleiding" ? pick(opleidingen(c, context.access, intake), r)
                       : r.onderdeel == "werk"    ? pick(werk(c, context.access, intake), r)
                                                  : pick(talen(c, context.access, intake), r);
    return there ? std::optional{std::move(r)} : std::nullopt;
}

std::string title_of(html::View const& v, Rijblad const& r) {
    if (r.onderdeel == "opleiding") return r.id ? v.t("Opleiding wijzigen") : v.t("Opleiding toevoegen");
    if (r.onderdeel == "werk") return r.id ? v.t("Werk wijzigen") : v.t("Werk toevoegen");
    return r.id ? v.t("Taal wijzigen") : v.t("Taal toevoegen");
}

class Fields {
public:
    Fields(html::View const& v, Getypt const& values, html::Errors const& errors)
        : v_{v}, values_{values}, errors_{errors} {}
    Fields& text(std::string name, std::string label, std::string help = {}, bool required = true) {
        out_ += html::text_field(v_, field(std::move(name), std::move(label), std::move(help), required, 100));
        return *this;
    }
    Fields& number(std::string name, std::string label) {
        auto f = field(std::move(name), std::move(label), {}, false, 3);
        f.input_mode = "numeric";
        f.css_class = "md-short";
        out_ += html::text_field(v_, f);
        return *this;
    }
    Fields& date(std::string name, std::string label, std::string help) {
        out_ += html::date_field(v_, field(std::move(name), std::move(label), std::move(help), false, 0));
        return *this;
    }
    Fields& select(std::string name, std::string label, std::vector<Basiskeuze> const& list, std::string help = {},
                   bool required = true) {
        out_ += html::select_field(v_, field(std::move(name), std::move(label), std::move(help), required, 0),
                                   keuzes(v_, list));
        return *this;
    }
    Fields& radio(std::string name, std::string label, std::vector<html::Choice> const& choices) {
        out_ += html::radio_field(v_, field(std::move(name), std::move(label), {}, true, 0), choices);
        return *this;
    }
    /// A language by its code; the most frequent ones, and any other by its name.
    Fields& language(std::string name, std::string label) {
        static constexpr std::array<std::string_view, 26> codes{"ti", "ar", "prs", "ps", "fa", "tr", "ku", "so", "am",
                                                                "om", "uk", "ru",  "fr", "en", "nl", "es", "pt", "pl",
                                                                "de", "zh", "th",  "vi", "ur", "hi", "sw", "ber"};
        std::vector<html::Choice> all;
        for (auto const code : codes) all.push_back({std::string{code}, v_.t(dossier::taal_naam(code)), {}});
        out_ += html::select_field(v_, field(std::move(name), std::move(label), {}, true, 0), all);
        return *this;
    }
    Fields& country(std::string name, std::string label) {
        std::vector<html::Choice> all;
        for (auto const& one : brp::landen()) all.push_back({std::string{one.code}, v_.t(one.naam), {}});
        std::ranges::sort(all, {}, &html::Choice::label);
        auto const f = field(std::move(name), std::move(label), {}, true, 0);
        if (!f.value.empty() && std::ranges::find(all, f.value, &html::Choice::value) == all.end())
            all.push_back({f.value, v_.t(brp::land(f.value)), {}});
        out_ += html::select_field(v_, f, all);
        return *this;
    }
    Html take() { return std::move(out_); }

private:
    html::Field field(std::string name, std::string label, std::string help, bool required, int longest) {
        auto const at = values_.find(name);
        return {.name = name,
                .label = std::move(label),
                .help = std::move(help),
                .value = at == values_.end() ? std::string{} : at->second,
                .error = std::string{errors_.at(name)},
                .required = required,
                .max_length = longest};
    }
    html::View const& v_;
    Getypt const& values_;
    html::Errors const& errors_;
    Html out_;
};

Html row_fields(html::View const& v, Rijblad const& r, html::Errors const& errors) {
    std::vector<html::Choice> const yes_no{{"ja", v.t("Ja"), {}}, {"nee", v.t("Nee"), {}}};
    Fields f{v, r.waarden, errors};
    if (r.onderdeel == "opleiding")
        return f.country("land", v.t("In welk land?"))
            .select("niveau", v.t("Niveau"), opleidingsniveaus())
            .text("naam", v.t("Naam van de opleiding of het vak"), {}, false)
            .number("jaren", v.t("Aantal jaren"))
            .radio("diploma", v.t("Is er een diploma?"), yes_no)
            .select("waardering", v.t("Waardering van het diploma (IDW of Nuffic)"), waarderingen(),
                    v.t("Vraag de waardering vroeg aan: het antwoord kan lang duren."))
            .select("waardering_niveau", v.t("Nederlands niveau volgens de waardering"), waarderingsniveaus(),
                    v.t("Alleen als de waardering is ontvangen."), false)
            .take();
    if (r.onderdeel == "werk")
        return f.select("soort", v.t("Soort werk"), werksoorten())
            .text("beroep", v.t("Beroep of taak"))
            .country("land", v.t("In welk land?"))
            .date("van", v.t("Van"), v.t("Weet u de dag of de maand niet? Laat die dan leeg."))
            .date("tot", v.t("Tot"), v.t("Laat leeg als het werk doorgaat."))
            .number("uren", v.t("Uren per week"))
            .take();
    return f.language("taal", v.t("Taal"))
        .radio("moedertaal", v.t("Is dit de moedertaal?"), yes_no)
        .select("spreken", v.t("Spreken"), taalniveaus())
        .select("lezen", v.t("Lezen"), taalniveaus())
        .select("schrijven", v.t("Schrijven"), taalniveaus())
        .take();
}

/// What a colleague filled in where it differs, field by field.
Html theirs(html::View const& v, Rijblad const& r) {
    static std::map<std::string_view, std::string_view> const labels{
        {"land", N_("Land")},
        {"naam", N_("Naam van de opleiding of het vak")},
        {"niveau", N_("Niveau")},
        {"jaren", N_("Aantal jaren")},
        {"diploma", N_("Diploma")},
        {"waardering", N_("Waardering")},
        {"soort", N_("Soort werk")},
        {"waardering_niveau", N_("Nederlands niveau volgens de waardering")},
        {"beroep", N_("Beroep")},
        {"van", N_("Van")},
        {"tot", N_("Tot")},
        {"uren", N_("Uren per week")},
        {"taal", N_("Taal")},
        {"moedertaal", N_("Moedertaal")},
        {"spreken", N_("Spreken")},
        {"lezen", N_("Lezen")},
        {"schrijven", N_("Schrijven")}};
    auto const words = [&](std::string const& field, std::string const& value) -> std::string {
        for (auto const* list :
             {&opleidingsniveaus(), &werksoorten(), &taalniveaus(), &waarderingen(), &waarderingsniveaus()})
            if (auto const title = keuze_titel(*list, value); !title.empty() && field != "beroep" && field != "naam")
                return v.t(title);
        if (field == "land") return v.t(brp::land(value));
        if (field == "taal") return v.t(dossier::taal_naam(value));
        if (field == "diploma" || field == "moedertaal") return value == "ja" ? v.t("ja") : v.t("nee");
        if (field == "van" || field == "tot") return value.empty() ? v.t("niets") : html::partial_date(v, value);
        return value.empty() ? v.t("niets") : value;
    };
    std::vector<Html> lines;
    for (auto const& [field, value] : r.hunne) {
        auto const mine = r.waarden.find(field);
        if (mine == r.waarden.end() || mine->second == value) continue;
        auto const label = labels.find(field);
        lines.push_back(
            html::text(v.t("{}: {}", label == labels.end() ? field : v.t(label->second), words(field, value))));
    }
    return html::bullet_list(lines);
}

http::Response row_screen(gate::Context& context, int status, Rijblad const& r, html::Errors const& errors,
                          Html above = {}) {
    auto const& v = context.view;
    auto const base = pad(r.blad, "/basis/" + r.onderdeel);
    auto const action = r.id ? fmt::format("{}/{}", base, r.id) : base + "/nieuw";
    auto const form =
        html::post_form(v, {.action = action,
                            .fields = row_fields(v, r, errors) + html::hidden_field("versie", std::to_string(r.versie)),
                            .buttons = {html::button(Act::primary, v.t("Opslaan")),
                                        html::button_link(Act::subtle, base, v.t("Annuleren"))}});
    Html body = html::error_summary(v, errors) + above
                + html::panel({.id = "werkblad", .title = title_of(v, r), .head_end = {}, .body = form});
    if (r.id) body += html::post_button(v, action + "/weghalen", Act::subtle, v.t("Deze regel weghalen"));
    return toon(context, status, r.blad, title_of(v, r), {{v.t("Basisgegevens"), pad(r.blad, "/basis")}}, body);
}

Getypt read_typed(http::Request const& request, std::string_view part) {
    Getypt all;
    auto const take = [&](std::initializer_list<char const*> names) {
        for (auto const* name : names) all[name] = gate::trimmed(request.form_value(name));
    };
    if (part == "opleiding") take({"land", "naam", "niveau", "jaren", "diploma", "waardering", "waardering_niveau"});
    if (part == "taal") take({"taal", "moedertaal", "spreken", "lezen", "schrijven"});
    if (part == "werk") {
        take({"soort", "land", "beroep", "uren"});
        for (auto const* name : {"van", "tot"}) {
            auto const typed = gate::date_input(request, name);
            auto const date = gate::partial_date(typed);
            all[name] = typed.empty() || !date ? typed : date->to_iso();
        }
    }
    return all;
}
Opleiding schooling(Getypt& t) {
    return {t["land"], t["naam"], t["niveau"], t["jaren"], t["diploma"], t["waardering"], t["waardering_niveau"]};
}
Werk job(Getypt& t) { return {t["soort"], t["land"], t["beroep"], t["van"], t["tot"], t["uren"]}; }
Taal language(Getypt& t) { return {t["taal"], t["moedertaal"], t["spreken"], t["lezen"], t["schrijven"]}; }
std::int64_t whole(std::string_view text) {
    std::int64_t n = 0;
    std::from_chars(text.data(), text.data() + text.size(), n);
    return n;
}
}

http::Response row_form(gate::Context& context) {
    auto const r = context.app.database.read(context.scope(), [&](db::Connection& c) { return read_row(c, context); });
    return r ? row_screen(context, 200, *r, {}) : gate::not_found(context);
}

http::Response save_row(gate::Context& context) {
    auto const& v = context.view;
    std::optional<Rijblad> r;
    html::Errors errors;
    bool changed_meanwhile = false;
    bool const saved = context.app.database.write(context.scope(), [&](db::Connection& c) {
        errors = {};
        dossier::hold(c, context.access, DossierId{context.id_param("dossier")});
        r = read_row(c, context);
        if (!r) return false;
        auto const there = r->versie;
        r->hunne = r->waarden;
        r->waarden = read_typed(context.request, r->onderdeel);
        auto const wrong = r->onderdeel == "opleiding" ? check_rij(schooling(r->waarden))
                           : r->onderdeel == "werk"    ? check_rij(job(r->waarden), context.today())
                                                       : check_rij(language(r->waarden));
        for (auto const& no : wrong) errors.add(no.veld, v.t(tekst(no.reden)));
        if (!errors.none()) return false;
        auto const seen = whole(context.request.form_value("versie"));
        changed_meanwhile = r->id != 0 && seen != there;
        if (changed_meanwhile) return false;
        auto const intake = r->blad.open()->id;
        return r->onderdeel == "opleiding"
                   ? zet(c, context.access, context.now(), intake, Rij<Opleiding>{r->id, seen, schooling(r->waarden)})
               : r->onderdeel == "werk"
                   ? zet(c, context.access, context.now(), intake, Rij<Werk>{r->id, seen, job(r->waarden)})
                   : zet(c, context.access, context.now(), intake, Rij<Taal>{r->id, seen, language(r->waarden)});
    });
    if (!r) return gate::not_found(context);
    if (saved) return http::see_other(pad(r->blad, "/basis/" + r->onderdeel + "#rijen"));
    if (!changed_meanwhile) return row_screen(context, 422, *r, errors);
    auto const note =
        html::alert(html::AlertKind::warning, v.t("Iemand heeft deze regel intussen gewijzigd"),
                    html::paragraph(html::text(v.t("Wat u typte, staat hieronder. Hier staat wat uw collega invulde:")))
                        + theirs(v, *r) + html::paragraph(html::text(v.t("Kies per veld wat goed is en sla op."))),
                    true);
    return row_screen(context, 409, *r, errors, note);
}

http::Response remove_row(gate::Context& context) {
    std::optional<Rijblad> r;
    context.app.database.write(context.scope(), [&](db::Connection& c) {
        r = read_row(c, context);
        if (r && r->id) haal_weg(c, context.access, context.now(), r->blad.open()->id, r->onderdeel, r->id);
        return 0;
    });
    if (!r || !r->id) return gate::not_found(context);
    return http::see_other(pad(r->blad, "/basis/" + r->onderdeel + "#rijen"));
}
}
