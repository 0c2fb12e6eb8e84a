#include "dossier/notitie_form.h"

#include "gate/form.h"

#include <algorithm>
#include <charconv>

namespace dossier {
namespace {
using html::Html;
using i18n::N_;

template <class N> std::optional<N> whole(std::string_view text) {
    N value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}
std::vector<html::Choice> choices(html::View const& v, std::vector<Keuze> const& list) {
    std::vector<html::Choice> all;
    for (auto const& one : list) all.push_back({std::string{one.waarde}, v.t(one.titel), ""});
    return all;
}
/// In which field a refusal is put right.
std::string_view field_of(NotitieRefusal refusal) {
    switch (refusal) {
    case NotitieRefusal::leeg:
    case NotitieRefusal::te_lang: return "tekst";
    case NotitieRefusal::geen_dag:
    case NotitieRefusal::dag_in_toekomst: return "dag";
    case NotitieRefusal::onbekende_categorie: return "categorie";
    case NotitieRefusal::onbekende_wijze: return "wijze";
    case NotitieRefusal::minuten: return "minuten";
    }
    return {};
}
std::string title_of(NotitieInvoer const& in) {
    if (in.wijze != "notitie") return std::string{keuze_titel(contact_wijzen(), in.wijze)};
    return std::string{in.categorie == "gezondheid" ? N_("Notitie over gezondheid") : N_("Notitie")};
}
constexpr std::size_t longest_name = 100;
}

NotitieInvoer read_note(http::Request const& r) {
    NotitieInvoer in;
    in.wijze = r.form_value("wijze");
    in.dag = gate::date_input(r, "dag");
    in.minuten = gate::trimmed(r.form_value("minuten"));
    in.met = gate::trimmed(r.form_value("met"));
    if (r.has_form("tolk")) in.tolk = r.form_value("tolk");
    in.categorie = r.form_value("categorie");
    in.tekst = r.form_value("tekst");
    in.over = whole<std::int64_t>(r.form_value("over")).value_or(0);
    return in;
}

NotitieInvoer input_of(Gebeurtenis const& e) {
    NotitieInvoer in;
    if (e.contact) {
        in.wijze = e.contact->wijze;
        in.met = e.contact->met;
        in.tolk = e.contact->tolk;
        if (e.contact->minuten > 0) in.minuten = std::to_string(e.contact->minuten);
    }
    in.dag = to_iso(e.dag);
    in.categorie = vertrouwen::naam(e.categorie);
    in.tekst = e.tekst;
    in.over = e.persoon.value;
    return in;
}

std::vector<Persoonkeuze> people(db::Connection& c, vertrouwen::Access const& access, Kop const& kop) {
    std::vector<Persoonkeuze> all{{kop.dossier.persoon, kop.naam}};
    if (!access.mag_zien(vertrouwen::Categorie::gezin)) return all;
    for (auto const& member : instroom::family(c, access, kop.dossier.persoon))
        if (member.persoon) all.push_back({*member.persoon, member.naam});
    return all;
}

Html note_fields(gate::Context& context, std::vector<Persoonkeuze> const& persons, NotitieInvoer const& in,
                 html::Errors const& errors) {
    auto const& v = context.view;
    auto const error = [&](std::string_view field) { return std::string{errors.at(field)}; };
    auto ways = choices(v, contact_wijzen());
    ways.insert(ways.begin(), {"notitie", v.t("Geen contact, alleen een notitie"), ""});
    std::vector<html::Choice> about, categories;
    for (auto const& one : persons) about.push_back({std::to_string(one.id.value), one.naam, ""});
    for (auto const& one : categorie_keuzes())
        if (auto const c = categorie_van(one.waarde); c && context.access.mag_zien(*c))
            categories.push_back({std::string{one.waarde}, v.t(one.titel), ""});
    auto const over = std::to_string(in.over ? in.over : persons.front().id.value);
    auto const contact =
        html::text_field(v, {.name = "met",
                             .label = v.t("Met wie, als het een ander was dan de inburgeraar"),
                             .value = in.met,
                             .error = error("met"),
                             .required = false,
                             .max_length = static_cast<int>(longest_name)})
        + html::text_field(v, {.name = "minuten",
                               .label = v.t("Aantal minuten"),
                               .value = in.minuten,
                               .error = error("minuten"),
                               .required = false,
                               .input_mode = "numeric",
                               .css_class = "md-narrow",
                               .max_length = 4})
        + html::select_field(
            v, {.name = "tolk", .label = v.t("Tolk"), .value = in.tolk, .error = error("tolk"), .required = false},
            choices(v, tolk_keuzes()));
    Html out =
        html::select_field(
            v, {.name = "wijze", .label = v.t("Hoe was het contact?"), .value = in.wijze, .error = error("wijze")},
            ways)
        + html::date_field(v, {.name = "dag", .label = v.t("Dag"), .value = in.dag, .error = error("dag")})
        + html::textarea_field(v,
                               {.name = "tekst",
                                .label = v.t("Wat is er besproken of gebeurd?"),
                                .help = v.t("Schrijf zo dat de inburgeraar het mag lezen."),
                                .value = in.tekst,
                                .error = error("tekst")},
                               8)
        + html::select_field(v,
                             {.name = "categorie",
                              .label = v.t("Waar gaat het over?"),
                              .help = v.t("Dit bepaalt wie de tekst mag lezen."),
                              .value = in.categorie,
                              .error = error("categorie")},
                             categories);
    if (persons.size() > 1)
        out += html::select_field(v, {.name = "over", .label = v.t("Over wie?"), .value = over, .error = error("over")},
                                  about);
    return out + html::fieldset(v.t("Alleen bij contact"), contact);
}

std::optional<NieuweGebeurtenis> event_of(gate::Context& context, std::vector<Persoonkeuze> const& persons,
                                          NotitieInvoer const& in, html::Errors& errors) {
    auto const& v = context.view;
    bool const is_contact = in.wijze != "notitie";
    auto const category = categorie_van(in.categorie);
    auto const day = gate::whole_date(in.dag);
    auto const minutes = in.minuten.empty() ? std::optional{0} : whole<int>(in.minuten);
    std::optional<std::string_view> const way = is_contact ? std::optional<std::string_view>{in.wijze} : std::nullopt;
    if (auto const no = check_notitie(
            {in.tekst, day, category && context.access.mag_zien(*category), way, minutes.value_or(-1)}, v.today))
        errors.add(std::string{field_of(*no)}, v.t(tekst(*no)));
    if (in.met.size() > longest_name) errors.add("met", v.t("Deze naam is te lang (ten hoogste 100 tekens)."));
    if (keuze_titel(tolk_keuzes(), in.tolk).empty()) errors.add("tolk", v.t("Kies een tolk uit de lijst."));
    auto const about = std::ranges::find(persons, PersoonId{in.over}, &Persoonkeuze::id);
    if (in.over && about == persons.end()) errors.add("over", v.t("Kies iemand uit de lijst."));
    if (!errors.none()) return std::nullopt;
    NieuweGebeurtenis e{.dag = *day,
                        .soort = is_contact ? Soort::contact : Soort::notitie,
                        .categorie = *category,
                        .titel = title_of(in),
                        .tekst = gate::trimmed(in.tekst),
                        .bron = ""};
    if (in.over) e.persoon = about->id;
    if (is_contact) e.contact = Contact{in.wijze, in.met, *minutes, in.tolk};
    return e;
}
}
