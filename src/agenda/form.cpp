#include "agenda/form.h"

#include "agenda/queries.h"
#include "gate/form.h"

#include <algorithm>

namespace agenda {
namespace {

struct Language {
    std::string_view code, name;
};
constexpr Language languages[] = {
    {"", i18n::N_("Geen tolk")}, {"ar", i18n::N_("Arabisch")},  {"ti", i18n::N_("Tigrinya")},
    {"prs", i18n::N_("Dari")},   {"ps", i18n::N_("Pasjtoe")},   {"fa", i18n::N_("Farsi")},
    {"tr", i18n::N_("Turks")},   {"ku", i18n::N_("Koerdisch")}, {"so", i18n::N_("Somalisch")},
    {"am", i18n::N_("Amhaars")}, {"uk", i18n::N_("Oekraïens")}, {"ru", i18n::N_("Russisch")},
    {"fr", i18n::N_("Frans")},   {"en", i18n::N_("Engels")}};

std::string hour_minute(Timestamp moment) {
    auto const local = platform::local_time(moment);
    return fmt::format("{:02}:{:02}", local.hour, local.minute);
}
}

Invoer read_form(http::Request const& r) {
    auto const value = [&](std::string_view name) { return gate::trimmed(r.form_value(name)); };
    return {gate::date_input(r, "dag"),  value("van"),        value("tot"),
            value("onderwerp"),          value("plaats"),     value("dossier"),
            value("tolk_taal"),          value("tolk_stand"), value("versie"),
            r.form_value("toch") == "ja"};
}

Invoer as_typed(Afspraak const& a) {
    return {to_iso(platform::local_time(a.begint).day),
            hour_minute(a.begint),
            hour_minute(a.eindigt),
            a.onderwerp,
            a.plaats,
            a.dossier_nummer,
            a.tolk_taal,
            a.tolk_stand,
            std::to_string(a.versie),
            false};
}

std::optional<Voorstel> understand(gate::Context& context, Invoer const& in, html::Errors& errors) {
    auto const& v = context.view;
    auto const day = gate::whole_date(in.dag);
    if (!day) errors.add("dag", v.t("Vul een dag in die bestaat, bijvoorbeeld 3 12 2026."));
    auto const from = gate::minutes_of_day(in.van), until = gate::minutes_of_day(in.tot);
    if (!from) errors.add("van", v.t("Vul de begintijd in als uren en minuten, bijvoorbeeld 09:30."));
    if (!until) errors.add("tot", v.t("Vul de eindtijd in als uren en minuten, bijvoorbeeld 10:30."));
    if (from && until && *until <= *from) errors.add("tot", v.t("De eindtijd moet na de begintijd liggen."));
    if (in.onderwerp.empty()) errors.add("onderwerp", v.t("Vul in waar de afspraak over gaat."));
    if (in.onderwerp.size() > 200) errors.add("onderwerp", v.t("Houd het onderwerp korter dan 200 tekens."));
    if (in.plaats.size() > 200) errors.add("plaats", v.t("Houd de plaats korter dan 200 tekens."));
    bool const known = std::ranges::any_of(languages, [&](Language const& l) { return l.code == in.tolk_taal; });
    if (!known) errors.add("tolk_taal", v.t("Kies een taal uit de lijst."));

    std::optional<DossierId> dossier;
    if (!in.dossier.empty()) {
        dossier = context.app.database.read(context.scope(), [&](db::Connection& c) {
            return c.value<DossierId>(queries::file_by_number, {context.access.gemeente(), in.dossier});
        });
        bool open = false;
        if (dossier) {   // only a file that this user may open: otherwise the number says nothing
            vertrouwen::Store store{context.app.database, context.app.kluis, context.app.clock};
            auto const user = context.sessie->gebruiker.access();
            auto const relation = store.relation(user, *dossier);
            open = relation && vertrouwen::open_dossier(user, *dossier, *relation, vertrouwen::Recht::dossier_lezen);
        }
        if (!open) errors.add("dossier", v.t("Dit dossiernummer kennen wij niet. Schrijf het als 2026-000123."));
    }
    auto const moment = [&](int minutes) { return platform::moment_of({*day, minutes / 60, minutes % 60}); };
    // In the hour that summer time skips, half past two is half past three.
    if (day && from && until && *until > *from && moment(*until) <= moment(*from))
        errors.add("tot", v.t("In deze nacht gaat de klok vooruit. Kies een latere eindtijd."));
    if (!errors.none()) return std::nullopt;
    return Voorstel{dossier,       context.access.gebruiker(),
                    moment(*from), moment(*until),
                    in.onderwerp,  in.plaats,
                    in.tolk_taal,  in.tolk_taal.empty() ? "" : in.tolk_stand == "bevestigd" ? "bevestigd" : "gevraagd"};
}

html::Html form(gate::Context& context, Invoer const& in, html::Errors const& errors,
                std::vector<Afspraak> const& overlapping, std::string const& action, std::string const& button_label) {
    auto const& v = context.view;
    auto const at = [&](std::string_view field) { return std::string{errors.at(field)}; };
    html::Html fields = html::error_summary(v, errors);
    if (!overlapping.empty()) {
        std::vector<html::Html> list;
        for (auto const& a : overlapping)
            list.push_back(
                html::text(fmt::format("{}–{} {}", hour_minute(a.begint), hour_minute(a.eindigt), a.onderwerp)));
        fields +=
            html::alert(html::AlertKind::warning, v.t("U hebt dan al een afspraak"), html::bullet_list(list), true);
        fields +=
            html::checkbox_field(v, {.name = "toch", .label = v.t("Toch plannen"), .required = false}, "ja", in.toch);
    }
    fields += html::date_field(v, {.name = "dag",
                                   .label = v.t("Dag"),
                                   .help = v.t("Bijvoorbeeld 3 12 2026"),
                                   .value = in.dag,
                                   .error = at("dag")});
    fields += html::text_field(v, {.name = "van",
                                   .label = v.t("Van"),
                                   .help = v.t("Bijvoorbeeld 09:30"),
                                   .value = in.van,
                                   .error = at("van"),
                                   .css_class = "md-short",
                                   .max_length = 5});
    fields += html::text_field(v, {.name = "tot",
                                   .label = v.t("Tot"),
                                   .help = v.t("Bijvoorbeeld 10:30"),
                                   .value = in.tot,
                                   .error = at("tot"),
                                   .css_class = "md-short",
                                   .max_length = 5});
    fields += html::text_field(
        v, {.name = "onderwerp",
            .label = v.t("Onderwerp"),
            .help = v.t("Dit ziet u in Meedoen. In uw telefoonagenda staat alleen “Afspraak inburgering”."),
            .value = in.onderwerp,
            .error = at("onderwerp"),
            .max_length = 200});
    fields += html::text_field(v, {.name = "plaats",
                                   .label = v.t("Plaats"),
                                   .help = v.t("Bijvoorbeeld Spreekkamer 3"),
                                   .value = in.plaats,
                                   .error = at("plaats"),
                                   .required = false,
                                   .max_length = 200});
    fields += html::text_field(v, {.name = "dossier",
                                   .label = v.t("Dossiernummer"),
                                   .help = v.t("Laat leeg als de afspraak niet over één inburgeraar gaat."),
                                   .value = in.dossier,
                                   .error = at("dossier"),
                                   .required = false,
                                   .max_length = 20});
    std::vector<html::Choice> choices;
    for (auto const& l : languages) choices.push_back({std::string{l.code}, v.t(l.name), {}});
    fields += html::select_field(
        v,
        {.name = "tolk_taal", .label = v.t("Tolk"), .value = in.tolk_taal, .error = at("tolk_taal"), .required = false},
        choices);
    fields += html::radio_field(v,
                                {.name = "tolk_stand",
                                 .label = v.t("Is de tolk bevestigd?"),
                                 .value = in.tolk_stand == "bevestigd" ? "bevestigd" : "gevraagd",
                                 .required = false},
                                {{"gevraagd", v.t("Gevraagd"), {}}, {"bevestigd", v.t("Bevestigd"), {}}});
    fields += html::hidden_field("versie", in.versie);
    return html::post_form(v,
                           {.action = action,
                            .fields = fields,
                            .buttons = {html::button(html::Act::primary, button_label),
                                        html::button_link(html::Act::subtle, "/agenda", v.t("Terug naar de agenda"))},
                            .id = {}});
}
}
