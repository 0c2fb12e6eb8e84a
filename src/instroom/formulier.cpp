#include "instroom/formulier.h"

#include "brp/persoon.h"
#include "brp/tabellen.h"
#include "dossier/rules.h"
#include "gate/form.h"

namespace instroom {
namespace {
using i18n::N_;
constexpr std::string_view talen[] = {"ar", "ti", "prs", "ps",  "fa", "tr", "ku", "so", "am", "uk", "ru", "fr",
                                      "en", "es", "pt",  "zh",  "th", "vi", "ur", "hi", "sq", "hy", "az", "ka",
                                      "om", "tl", "id",  "ber", "sw", "ro", "bg", "pl", "de", "nl"};
struct Word {
    std::string_view value, word;
};
constexpr Word geslachten[] = {{"V", N_("vrouw")}, {"M", N_("man")}, {"O", N_("onbekend")}};
constexpr Word naamgebruiken[] = {{"E", N_("eigen naam")},
                                  {"P", N_("naam van de partner")},
                                  {"V", N_("partner, dan eigen naam")},
                                  {"N", N_("eigen naam, dan partner")}};

bool is_date(Veld veld) { return veld == Veld::geboren || veld == Veld::overleden; }

html::Field field(html::View const& v, Persoonsinvoer const& in, html::Errors const& e, Veld veld,
                  bool required = false) {
    std::string const key{sleutel(veld)};
    return {.name = key,
            .label = v.t(titel(veld)),
            .help = {},
            .value = in.at(veld),
            .error = std::string{e.at(key)},
            .required = required,
            .max_length = brp::langste_naam};
}
std::vector<html::Choice> words(html::View const& v, std::span<Word const> all) {
    std::vector<html::Choice> choices;
    for (auto const& w : all) choices.push_back({std::string{w.value}, v.t(w.word), {}});
    return choices;
}

void check_text(html::View const& v, std::string field, std::string const& value, html::Errors& errors) {
    if (!brp::schone_tekst(value))
        errors.add(field, v.t("Hier staan onzichtbare tekens in. Typ de tekst opnieuw."));
    else if (brp::lengte(value) > brp::langste_naam)
        errors.add(field, v.t("Gebruik hooguit 200 tekens."));
}

void understand_dates(html::View const& v, Persoonsinvoer const& in, Persoonsgegevens& g, html::Errors& errors) {
    auto const typed = in.at(Veld::geboren);
    if (typed.empty()) {
        g.geboren = {};
        return;
    }
    auto const born = PartialDate::parse(typed);
    if (!born) {
        bool const no_day = born.error() == PartialDateRefusal::no_such_day;
        errors.add(
            "geboren",
            no_day
                ? v.t("Deze dag bestaat niet. Controleer de dag en de maand.")
                : v.t("Vul een datum in, bijvoorbeeld 14 3 1997. Laat de dag of de maand leeg als u die niet weet."));
    } else if (*born > PartialDate::of(v.today)) {
        errors.add("geboren", v.t("Deze datum ligt in de toekomst."));
    } else {
        g.geboren = *born;
    }
}

void understand_numbers(html::View const& v, Persoonsinvoer const& in, Persoonsgegevens& g, html::Errors& errors) {
    if (!in.bsn.empty()) {
        auto const bsn = Bsn::parse(in.bsn);
        if (bsn)
            g.bsn = *bsn;
        else
            errors.add("bsn",
                       bsn.error() == BsnRefusal::fails_eleven_test
                           ? v.t("Dit nummer klopt niet: het voldoet niet aan de elfproef. Controleer de cijfers.")
                           : v.t("Een burgerservicenummer heeft negen cijfers."));
    }
    auto const typed = in.at(Veld::v_nummer);
    auto const number = VNummer::parse(typed);
    if (typed.empty())
        g.v_nummer.clear();
    else if (number)
        g.v_nummer = number->digits();
    else
        errors.add("v_nummer", v.t("Een V-nummer heeft tien cijfers."));
}
}

Persoonsinvoer read_person(http::Request const& request) {
    Persoonsinvoer in;
    for (auto const veld : alle_velden) {
        std::string const key{sleutel(veld)};
        if (is_date(veld))
            in.velden[veld] = gate::date_input(request, key);
        else if (request.has_form(key))
            in.velden[veld] = gate::trimmed(request.form_value(key));
        else if (veld == Veld::tolk_nodig)
            in.velden[veld] = "";   // a box that is not ticked is not sent
    }
    in.bsn = gate::trimmed(request.form_value("bsn"));
    in.telefoon = gate::trimmed(request.form_value("telefoon"));
    in.email = gate::trimmed(request.form_value("email"));
    in.nationaliteit = gate::trimmed(request.form_value("nationaliteit"));
    return in;
}

Persoonsinvoer from_person(Persoonsgegevens const& g) {
    Persoonsinvoer in;
    for (auto const veld : alle_velden) in.velden[veld] = waarde(g, veld);
    if (in.velden[Veld::geslacht].empty()) in.velden[Veld::geslacht] = g.geslacht;
    in.telefoon = g.telefoon;
    in.email = g.email;
    in.nationaliteit = g.nationaliteiten.empty() ? "" : g.nationaliteiten[0].first;
    return in;
}

Persoonsgegevens understand_person(html::View const& v, Persoonsinvoer const& in, Persoonsgegevens g,
                                   html::Errors& errors) {
    for (auto const& [veld, value] : in.velden) {
        if (is_date(veld) || veld == Veld::v_nummer) continue;
        check_text(v, std::string{sleutel(veld)}, value, errors);
        zet(g, veld, value);
    }
    if (g.naam.voornamen.empty() && g.naam.geslachtsnaam.empty())
        errors.add("voornamen", v.t("Vul een naam in. Heeft iemand één naam? Vul die dan hier in."));
    understand_dates(v, in, g, errors);
    understand_numbers(v, in, g, errors);
    if (std::string_view{"MVO"}.find(g.geslacht) == std::string_view::npos || g.geslacht.size() != 1)
        errors.add("geslacht", v.t("Kies een antwoord."));
    check_text(v, "telefoon", in.telefoon, errors);
    check_text(v, "email", in.email, errors);
    g.telefoon = in.telefoon;
    g.email = in.email;
    auto const digits = std::ranges::count_if(in.telefoon, [](char c) { return c >= '0' && c <= '9'; });
    if (!in.telefoon.empty() && (digits < 9 || digits > 15))
        errors.add("telefoon", v.t("Vul een telefoonnummer in, bijvoorbeeld 06 12345678."));
    auto const at = in.email.find('@');
    if (!in.email.empty()
        && (at == 0 || at == std::string::npos || at + 1 == in.email.size() || in.email.find(' ') != std::string::npos))
        errors.add("email", v.t("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."));
    auto const known = brp::nationaliteiten();
    if (!in.nationaliteit.empty()) {
        if (std::ranges::find(known, in.nationaliteit, &brp::Tabelregel::code) == known.end())
            errors.add("nationaliteit", v.t("Kies een nationaliteit uit de lijst."));
        else if (g.nationaliteiten.empty() || g.nationaliteiten[0].first != in.nationaliteit)
            g.nationaliteiten = {{in.nationaliteit, ""}};
    }
    return g;
}

std::vector<html::Choice> language_choices(html::View const& v) {
    std::vector<html::Choice> all{{"", v.t("nog niet bekend"), {}}};
    for (auto const code : talen) all.push_back({std::string{code}, v.t(dossier::taal_naam(code)), {}});
    return all;
}
std::vector<html::Choice> nationality_choices(html::View const& v) {
    std::vector<html::Choice> all{{"", v.t("nog niet bekend"), {}}};
    for (auto const& line : brp::nationaliteiten()) all.push_back({std::string{line.code}, v.t(line.naam), {}});
    return all;
}

html::Html identity_fields(html::View const& v, Persoonsinvoer const& in, html::Errors const& e, Bewerkbaar what) {
    html::Html all;
    if (what == Bewerkbaar::alles) {
        auto given = field(v, in, e, Veld::voornamen);
        given.help = v.t("Heeft iemand maar één naam? Vul die hier in en laat de achternaam leeg.");
        all += html::text_field(v, given) + html::text_field(v, field(v, in, e, Veld::voorvoegsel))
               + html::text_field(v, field(v, in, e, Veld::geslachtsnaam));
        auto sex = field(v, in, e, Veld::geslacht, true);
        if (sex.value.empty()) sex.value = "O";
        all += html::radio_field(v, sex, words(v, geslachten));
        auto born = field(v, in, e, Veld::geboren);
        born.help = v.t("Weet u de dag of de maand niet? Laat die dan leeg.");
        all += html::date_field(v, born);
        all += html::text_field(v, field(v, in, e, Veld::geboorteplaats));
        all += html::select_field(v,
                                  {.name = "nationaliteit",
                                   .label = v.t("Nationaliteit"),
                                   .help = {},
                                   .value = in.nationaliteit,
                                   .error = std::string{e.at("nationaliteit")},
                                   .required = false},
                                  nationality_choices(v));
    }
    auto script = field(v, in, e, Veld::eigen_schrift);
    script.lang = in.at(Veld::eigen_schrift_taal);
    script.help = v.t("Zo schrijft de persoon de naam zelf, bijvoorbeeld in het Arabisch of het Tigrinya.");
    all += html::text_field(v, script)
           + html::select_field(v, field(v, in, e, Veld::eigen_schrift_taal), language_choices(v))
           + html::text_field(v, field(v, in, e, Veld::uitspraak));
    return all;
}

html::Html language_fields(html::View const& v, Persoonsinvoer const& in, html::Errors const& e) {
    auto interpreter = field(v, in, e, Veld::tolk_nodig);
    interpreter.label = v.t("Er is een tolk nodig");
    auto wish = field(v, in, e, Veld::tolk_wens);
    wish.help = v.t("Bijvoorbeeld: een vrouw, of via de telefoon.");
    return html::select_field(v, field(v, in, e, Veld::taal), language_choices(v))
           + html::checkbox_field(v, interpreter, "ja", in.at(Veld::tolk_nodig) == "ja") + html::text_field(v, wish);
}

html::Html contact_fields(html::View const& v, Persoonsinvoer const& in, html::Errors const& e) {
    return html::text_field(v, {.name = "telefoon",
                                .label = v.t("Telefoon"),
                                .help = {},
                                .value = in.telefoon,
                                .error = std::string{e.at("telefoon")},
                                .required = false,
                                .type = "tel",
                                .autocomplete = "off",
                                .input_mode = "tel",
                                .max_length = 30})
           + html::text_field(v, {.name = "email",
                                  .label = v.t("E-mail"),
                                  .help = {},
                                  .value = in.email,
                                  .error = std::string{e.at("email")},
                                  .required = false,
                                  .type = "email",
                                  .autocomplete = "off",
                                  .max_length = 200});
}

html::Html number_fields(html::View const& v, Persoonsinvoer const& in, html::Errors const& e, BsnVeld bsn) {
    auto number = field(v, in, e, Veld::v_nummer);
    number.input_mode = "numeric";
    number.max_length = 14;
    if (bsn == BsnVeld::staat_vast) return html::text_field(v, number);
    return html::text_field(v, {.name = "bsn",
                                .label = v.t("Burgerservicenummer (BSN)"),
                                .help = v.t("Nog geen BSN? Laat dit dan leeg."),
                                .value = in.bsn,
                                .error = std::string{e.at("bsn")},
                                .required = false,
                                .autocomplete = "off",
                                .input_mode = "numeric",
                                .max_length = 14})
           + html::text_field(v, number);
}

std::string shown(html::View const& v, Veld veld, std::string const& value) {
    if (value.empty()) return v.t("onbekend");
    auto const word = [&](std::span<Word const> all) {
        for (auto const& w : all)
            if (w.value == value) return v.t(w.word);
        return value;
    };
    switch (veld) {
    case Veld::geslacht: return word(geslachten);
    case Veld::naamgebruik: return word(naamgebruiken);
    case Veld::geboren:
    case Veld::overleden:
    case Veld::titel_vanaf:
    case Veld::titel_tot:
    case Veld::brp_ingeschreven_op: return html::partial_date(v, value);
    case Veld::geboorteplaats: return brp::plaats(value);
    case Veld::geboorteland: return v.t(brp::land(value));
    case Veld::titel: return brp::titel_woord(value, "");
    case Veld::opschorting: return v.t(brp::opschorting(value));
    case Veld::verblijfstitel: return v.t(brp::verblijfstitel(value));
    case Veld::brp_gemeente: return brp::gemeente(value);
    case Veld::geheimhouding: return v.t("ja");
    case Veld::taal:
    case Veld::eigen_schrift_taal: return v.t(dossier::taal_naam(value));
    case Veld::tolk_nodig: return v.t("ja");
    default: return value;
    }
}

std::string address_line(brp::Adres const& a) {
    auto const r = brp::adresregels(a);
    if (!r) return {};
    std::string all = r->regel_1;
    for (auto const& line : {r->regel_2, r->regel_3, r->land})
        if (!line.empty()) all += (all.empty() ? "" : ", ") + line;
    return all;
}
}
