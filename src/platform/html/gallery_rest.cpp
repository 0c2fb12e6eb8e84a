#include "platform/html/gallery.h"

namespace html {
namespace {
constexpr Date day(unsigned month, unsigned d) {
    return std::chrono::year{2026} / std::chrono::month{month} / std::chrono::day{d};
}
}

std::string gallery_parts::formulier(View const& base, bool refused) {
    auto const view = staff(base, "/inburgeraars");
    Errors errors;
    if (refused) {
        errors.add("geboren", "31 februari bestaat niet. Vul een dag van 1 tot en met 28 in.");
        errors.add("bsn", "Dit BSN klopt niet. Controleer de negen cijfers, of laat het leeg.");
        errors.add("taal", "Kies de taal die de inburgeraar spreekt.");
        errors.add("reden", "Schrijf op waarom u dit wijzigt.");
        errors.add("groep", "Kies tot welke groep de inburgeraar hoort.");
        errors.add("bestand", "Dit is geen CSV-bestand. Kies een bestand dat op .csv eindigt.");
    }
    auto const error = [&](std::string_view field) { return std::string{errors.at(field)}; };
    auto const person =
        text_field(view, {.name = "naam",
                          .label = "Geslachtsnaam",
                          .help = "Eén naam mag ook.",
                          .value = refused ? "Gebremeskel \"Semhar\" <b>" : "",
                          .required = true,
                          .autocomplete = "off",
                          .max_length = 200})
        + text_field(
            view,
            {.name = "eigen", .label = "Naam in eigen schrift", .value = "عبد الرحمن", .required = false, .lang = "ar"})
        + date_field(view, {.name = "geboren",
                            .label = "Geboortedatum",
                            .help = "Weet u de dag of maand niet? Laat dat vak dan leeg.",
                            .value = refused ? "31|2|1991" : "1991-00-00",
                            .error = error("geboren")})
        + text_field(view, {.name = "bsn",
                            .label = "BSN",
                            .help = "Negen cijfers.",
                            .value = refused ? "99999365" : "",
                            .error = error("bsn"),
                            .required = false,
                            .input_mode = "numeric",
                            .css_class = "md-short",
                            .max_length = 11});
    auto const rest =
        select_field(view, {.name = "taal", .label = "Taal", .error = error("taal")},
                     {{"ti", "Tigrinya", ""}, {"ar", "Arabisch", ""}, {"prs", "Dari", ""}})
        + radio_field(view,
                      {.name = "groep", .label = "Groep", .help = "Dit bepaalt het aanbod.", .error = error("groep")},
                      {{"AS-b", "Asielstatushouder", "Met een uitkering of eigen inkomen"},
                       {"GM", "Gezinsmigrant", ""},
                       {"OM", "Overige migrant", ""}})
        + checkbox_group(view, {.name = "dag", .label = "Beschikbaar", .required = false},
                         {{"ma", "Maandag", ""}, {"di", "Dinsdag", ""}, {"wo", "Woensdag", ""}}, {"di"})
        + checkbox_field(view,
                         {.name = "tolk", .label = "Een tolk is nodig", .help = "De tolk staat dan in elke afspraak."},
                         "ja", true)
        + textarea_field(view, {.name = "reden", .label = "Reden van de wijziging", .error = error("reden")}, 4)
        + file_field(view,
                     {.name = "bestand",
                      .label = "Bestand",
                      .help = "CSV, ten hoogste 20 MB.",
                      .error = error("bestand"),
                      .required = false},
                     ".csv");
    auto const form = post_form(
        view, {.action = "/inburgeraars",
               .fields = fieldset("Persoon", person) + fieldset("Verder", rest),
               .buttons = {button(Act::primary, "Opslaan", "arrow"), button(Act::secondary, "Opslaan en stoppen"),
                           button_link(Act::subtle, "/inburgeraars", "Annuleren")},
               .multipart = true});
    auto const aside = panel({.id = "privacy",
                              .title = "Wie leest dit?",
                              .head_end = {},
                              .body = paragraph(text("Regisseurs en klantmanagers van uw team."))});
    auto const main = error_summary(view, errors)
                      + page_head({"Nieuwe inburgeraar", text("Vul in wat u weet. Wat onbekend is, laat u leeg."), {}})
                      + columns(panel({.id = {}, .title = {}, .head_end = {}, .body = form}), aside, "Uitleg");
    return staff_page(view, {.title = "Nieuwe inburgeraar", .main = main, .refresh_seconds = {}});
}

std::string gallery_parts::lijst(View const& base) {
    auto const view = staff(base, "/inburgeraars");
    auto const person = [&](std::string_view name, std::string_view lang, std::string_view own, std::string_view born,
                            std::string_view language, Html status, std::int64_t cents) {
        auto const who = link("/dossiers/7", bdi(name)) + (own.empty() ? Html{} : text(" ") + bdi(own, lang));
        return Row{{who, text(partial_date(view, born)), text(language), std::move(status), text(money(view, cents))}};
    };
    Table const people{
        .caption = "Inburgeraars van team Veghel",
        .columns = {{.label = "Naam"},
                    {.label = "Geboren"},
                    {.label = "Taal"},
                    {.label = "Stand"},
                    {.label = "Budget over", .align = Align::end}},
        .rows = {person("Semhar Gebremeskel", "ti", "ሰምሃር ገብረመስቀል", "1997-03-14", "Tigrinya",
                        status_badge("Intake", "neutral"), 123450),
                 person("Rahmatullah Noorzai", "fa", "رحمت الله نورزی", "1991-00-00", "Dari",
                        status_badge("Voldaan", "ok"), -26510),
                 person("Abdulrahman Al-Khateeb", "ar", "عبد الرحمن الخطيب", "0000-00-00", "Arabisch",
                        status_badge("Gestopt", "danger"), 0),
                 person("Mehmet Emin Yıldırım-Özdemir", "", "", "1988-06-00", "Turks",
                        status_badge("Wacht op DUO", "waiting"), 99900),
                 person("Elif Nur Karadağ", "", "", "1979-12-31", "Turks", status_badge("Let op", "warning"), 5)}};
    auto scrolls = people;
    scrolls.caption = "Dezelfde lijst als brede tabel";
    scrolls.cards = false;
    scrolls.caption_hidden = false;
    auto const search =
        get_form({.action = "/zoeken",
                  .fields = text_field(
                      view, {.name = "naam", .label = "Naam", .value = "Gebre", .required = false, .type = "search"}),
                  .buttons = {button(Act::primary, "Zoeken", "search")},
                  .id = "zoeken",
                  .css_class = "md-stack"});
    auto const main = page_head({"Inburgeraars",
                                 text("5 van 1.240 dossiers"),
                                 {button_link(Act::primary, "/inburgeraars/nieuw", "Nieuwe inburgeraar", "plus")}})
                      + stack({panel({.id = {}, .title = {}, .head_end = {}, .body = search}), data_table(people),
                               data_table(scrolls), pager(view, "?na=0", "?na=25")});
    return staff_page(view, {.title = "Inburgeraars", .main = main, .refresh_seconds = {}});
}

std::string gallery_parts::overzicht(View const& base) {
    auto const view = staff(base, "/beheer");
    auto const badges = stack({paragraph(due_badge(view, DueKind::late, days_left(view, -2), day(11, 23))),
                               paragraph(due_badge(view, DueKind::today, days_left(view, 0), day(11, 25))),
                               paragraph(due_badge(view, DueKind::soon, days_left(view, 1), day(11, 26))),
                               paragraph(due_badge(view, DueKind::later, days_left(view, 40), day(12, 31))),
                               paragraph(due_badge(view, DueKind::waiting, "wacht 7 dagen", {}) + text(" ")
                                         + unsure_tag(view) + text(" ") + count_badge(4, " open"))});
    auto const lists =
        bullet_list({text("Een regel met een "), external_file_link("/bestanden/1", "Gemeenteplan.pdf"),
                     text("Een lange regel: ")
                         + text("Werknemersvaardighedenbeoordelingsformulieren zijn soms niet af te breken")});
    auto const rows = item_list({{icon("note"), text("Notitie van het netwerkoverleg"), text("24 nov")},
                                 {icon("shield"), text("Noodtoegang nagekeken"), text("23 nov")}});
    auto const alerts =
        stack({alert(AlertKind::error, "Het bestand is niet ingelezen",
                     paragraph(text("Regel 12 is stuk. Er is niets opgeslagen.")), true),
               alert(AlertKind::warning, "Dit dossier is van een ander team",
                     paragraph(text("U leest het omdat u waarneemt."))),
               alert(AlertKind::info, "DUO heeft onderhoud", paragraph(text("Zaterdag van 8 tot 12 uur."))),
               alert(AlertKind::ok, "De taken zijn toegewezen")});
    auto const posts =
        actions({post_button(view, "/taken/1/oppakken", Act::primary, "Oppakken", "check"),
                 post_button(view, "/taken/1/weg", Act::danger, "Verwijderen", {}, hidden_field("versie", "3")),
                 button_link(Act::danger, "/weg", "Weg", {}, true)});
    auto const main =
        page_head({"Onderdelen", text("Alles wat niet op de andere bladen staat."), {}})
        + stack({alerts,
                 panel({.id = "inlezen",
                        .title = "Inlezen",
                        .head_end = {},
                        .body = progress_bar(view, "Personen inlezen", 1250, 5000, "/voortgang/1")
                                + progress_bar(view, "Wachten op DUO", 0, 0)}),
                 panel({.id = "leeg",
                        .title = "Termijnen",
                        .head_end = {},
                        .body = empty_state("Geen termijnen tot 7 december.",
                                            button_link(Act::secondary, "/agenda", "Agenda openen", "calendar"))}),
                 panel({.id = "merken", .title = "Merken", .head_end = {}, .body = badges}),
                 panel({.id = "lijsten", .title = "Lijsten", .head_end = {}, .body = lists + rows}),
                 panel({.id = "knoppen", .title = "Knoppen", .head_end = {}, .body = posts})});
    return staff_page(view, {.title = "Onderdelen", .main = main, .refresh_seconds = "5", .wide = false});
}

std::string gallery_parts::week(View const& base) {
    auto const view = staff(base, "/agenda");
    auto const none = std::vector<AgendaItem>{};
    auto const days = week_list(
        view, {{"ma 23 nov", false, none},
               {"di 24 nov", false, {{"11.00", text("Huisbezoek ") + bdi("Rahmatullah Noorzai"), "Schijndel"}}},
               {"wo 25 nov",
                true,
                {{"09.30", link("/afspraken/1", text("Intakegesprek 2")), "Spreekkamer 3"},
                 {"13.00", link("/afspraken/2", text("Netwerkoverleg")), "Raadzaal"}}},
               {"do 26 nov", false, none},
               {"vr 27 nov", false, none},
               {"za 28 nov", false, none},
               {"zo 29 nov", false, none}});
    auto const main = page_head({"Agenda",
                                 text("Week 48, 23 tot en met 29 november 2026"),
                                 {button_link(Act::secondary, "?week=2026-W47", "Vorige week", "back"),
                                  button_link(Act::secondary, "?week=2026-W49", "Volgende week", "arrow")}})
                      + days;
    return staff_page(view, {.title = "Agenda", .main = main, .refresh_seconds = {}});
}

std::string gallery_parts::inloggen(View const& base) {
    View view = base;
    view.municipality = "Meierijstad";
    view.return_path = "/inloggen";
    view.csrf = [](std::string_view) { return std::string{"token"}; };
    auto const form =
        paragraph(text("Open de app op uw telefoon. U ziet daar zes cijfers voor Meedoen."), "md-gap-s")
        + post_form(view, {.action = "/inloggen/code",
                           .fields = text_field(view, {.name = "code",
                                                       .label = "Code van zes cijfers",
                                                       .help = "Plakken mag. De code blijft 30 seconden geldig.",
                                                       .autocomplete = "one-time-code",
                                                       .input_mode = "numeric",
                                                       .css_class = "md-code",
                                                       .max_length = 6}),
                           .buttons = {button(Act::primary, "Inloggen")},
                           .css_class = "md-gap-l"})
        + paragraph(link("/inloggen/herstelcode", "Telefoon kwijt? Gebruik een herstelcode"));
    return login_page(view, "Vul de code in", {{"E-mail en wachtwoord", true, false}, {"Code", false, true}}, form);
}

std::string gallery_parts::fout(View const& base) {
    View view = base;
    view.return_path = "/dossiers/12";
    auto const main = page_head({"Deze pagina is er niet", {}, {}})
                      + paragraph(text("Misschien klopt het adres niet of is dit niet van uw gemeente."))
                      + actions({button_link(Act::primary, "/mijn-werk", "Naar Mijn werk")});
    return plain_page(view, {.title = "Deze pagina is er niet", .main = main, .refresh_seconds = {}});
}
}
