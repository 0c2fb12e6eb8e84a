#include "platform/html/gallery.h"

namespace html {
namespace {

constexpr Date day(int year, unsigned month, unsigned d) {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{d};
}
constexpr LawRef wet15{"Wi2021", "art. 15", ""}, besluit53{"Besluit", "art. 5.3", "lid 1"}, pw56a{"Pw", "art. 56a", ""};

std::vector<Waarom> pip_reasons() {
    return {{.regel = "R3.1",
             .zin = "Het college stelt het PIP vast binnen tien weken na de dag van de kennisgeving.",
             .bronnen = {wet15, besluit53},
             .zekerheid = Zekerheid::P,
             .invoer = {{"Kennisgeving DUO (SS139)", day(2026, 9, 28)}, {"Ingeschreven in de BRP", day(2026, 10, 2)}},
             .stappen = {{"Tien weken", std::string_view{"+ 70 dagen"}}, {"Uiterlijk", day(2026, 12, 7)}}},
            {.regel = "R3.2",
             .zin = "De klok van DUO (SS139) gaat vóór onze eigen berekening vanaf de inschrijving: 11 december.",
             .bronnen = {},
             .zekerheid = Zekerheid::M}};
}

std::vector<TimelineItem> events(View const& view) {
    auto const past = [&](std::string icon, std::string title, Date when, std::string source, std::string body,
                          bool law = false) {
        return TimelineItem{.icon_name = std::move(icon),
                            .title = text(title),
                            .when = short_date(view, when),
                            .iso = to_iso(when),
                            .source = std::move(source),
                            .body = body.empty() ? Html{} : paragraph(text(body)),
                            .law = law};
    };
    auto deadline = past("doc", "PIP uiterlijk vastgesteld", day(2026, 12, 7), "Besluit inburgering 5.3", "", true);
    deadline.future = true;
    auto talk = past("calendar", "Gesprek over de uitslag en de leerroute", day(2026, 12, 3), "Spreekkamer 3", "");
    talk.future = true;
    talk.when = "do 3 dec 2026, 10.00 uur";
    return {
        deadline,
        talk,
        TimelineItem{.title = text("Vandaag, woensdag 25 november"), .today_mark = true},
        past("chat", "Intakegesprek 2: werk, zelfredzaamheid, gezin", day(2026, 11, 25),
             "Anouk Verhoeven · 55 minuten, met tolk",
             "Werkte vijf jaar als naaister in Keren. Wil in de zorg. Zoekt opvang voor Natnael op dinsdag en "
             "donderdag."),
        past("cap", "Leerbaarheidstoets afgenomen", day(2026, 11, 18), "ICE, locatie Eindhoven",
             "Uitslag volgt binnen 10 werkdagen."),
        past("mail", "Oproep tweede gesprek verstuurd", day(2026, 11, 9),
             "brief en sms in het Tigrinya · gelezen 10 nov", ""),
        past("people", "Vrijwilliger gekoppeld", day(2026, 10, 20), "VluchtelingenWerk",
             "Truus van den Heuvel, woont in dezelfde wijk, dinsdag en vrijdag vrij."),
        past("pin", "Ingeschreven in Veghel", day(2026, 10, 2), "BRP",
             "Met Natnael (6) en Saba (3), vanuit het azc in Uden."),
        past("euro", "Recht op bijstand en ontzorgen gestart", day(2026, 10, 2), "Bram Kuijpers",
             "Huur, energie, water en zorgverzekering gaan zes maanden rechtstreeks van de uitkering."),
        past("doc", "Kennisgeving van DUO: de tien weken lopen", day(2026, 9, 28), "SS139 · ontvangen 06.12 uur", "",
             true),
        past("heart", "Rolmodel gekoppeld", day(2026, 8, 31), "Meedoen",
             "Letebrhan Asfaha: zelfde taal, eigen kinderen op dezelfde school."),
        past("pin", "Aangekomen in het azc Uden", day(2026, 2, 4), "COA",
             "Natnael begon op 23 februari op de school bij het azc."),
    };
}

Html clocks(View const& view) {
    ClockView const pip{.id = "klok-pip",
                        .label = "PIP vaststellen",
                        .badge = due_badge(view, DueKind::soon, "nog 12 dagen", {}),
                        .end_note = {},
                        .percent = 83,
                        .day_text = "Dag 58 van 70",
                        .tone = "soon",
                        .redenen = pip_reasons(),
                        .why_label = "Waarom 7 december?"};
    ClockView const ontzorgen{.id = "klok-ontzorgen",
                              .label = "Ontzorgen (6 maanden)",
                              .badge = {},
                              .end_note = "tot 2 april 2027",
                              .percent = 29,
                              .day_text = "Dag 54 van 182",
                              .tone = {},
                              .redenen = {{.regel = "R9.1",
                                           .zin = "Zes maanden na de dag van het recht op bijstand. Korter kan niet.",
                                           .bronnen = {pw56a},
                                           .zekerheid = Zekerheid::P,
                                           .invoer = {{"Recht op bijstand", day(2026, 10, 2)}},
                                           .stappen = {{"Tot en met", day(2027, 4, 1)}}}},
                              .why_label = "Waarom 2 april?"};
    ClockView const term{.id = "klok-termijn",
                         .label = "Inburgeringstermijn",
                         .badge = {},
                         .end_note = "loopt nog niet",
                         .day_text = "Drie jaar, vanaf de dag na de dagtekening van het PIP.",
                         .tone = {},
                         .redenen = {},
                         .why_label = {}};
    return legal_clock(view, pip) + legal_clock(view, ontzorgen) + legal_clock(view, term);
}

Html aside(View const& view) {
    auto const person = [](std::string_view name, std::string_view sub, std::string_view end) {
        return ListItem{
            {}, link("/dossiers/8", bdi(name)) + (sub.empty() ? Html{} : paragraph(soft(text(sub)))), text(end)};
    };
    auto const appointments = item_list({
        {time_tag(day(2026, 12, 3), "do 3 dec"),
         text("Leerroute bespreken") + paragraph(soft(text("10.00 uur · tolk bevestigd"))),
         {}},
        {time_tag(day(2026, 12, 8), "di 8 dec"),
         text("Workshop Hoe werkt Meierijstad") + paragraph(soft(text("13.00 uur · De Blauwe Kei"))),
         {}},
    });
    auto const family =
        item_list({person("Natnael Yonas Gebremeskel", "zoon, 6 jaar · Taalvijver, groep 3", "zwemles A"),
                   person("Saba Yonas Gebremeskel", "dochter, 3 jaar · vve aangevraagd", "wachtlijst"),
                   person("Yonas Ghirmay Tekle", "partner · in Soedan", "nareis loopt")});
    auto const team =
        item_list({person("Anouk Verhoeven", "", "regisseur"), person("Bram Kuijpers", "", "klantmanager"),
                   person("Letebrhan Asfaha", "", "rolmodel, tolk")});
    return panel({.id = "klokken", .title = "Wettelijke termijnen", .head_end = {}, .body = clocks(view)})
           + panel({.id = "afspraken",
                    .title = "Komende afspraken",
                    .head_end = link("/agenda", "Alle"),
                    .body = appointments})
           + panel({.id = "gezin", .title = "Gezin", .head_end = {}, .body = family})
           + panel({.id = "team", .title = "Team", .head_end = {}, .body = team});
}

std::vector<Stop> stops() {
    using enum Stop::Stage;
    return {{"Kennisgeving", "28 sept 2026", done}, {"Intake", "9 van 13 gebieden", now},
            {"PIP", "uiterlijk 7 dec 2026", next},  {"Leerroute", "na het PIP", next},
            {"PVT en MAP", "binnen 3 jaar", next},  {"Examens", "nog te bepalen", next},
            {"Voldaan", "3 jaar na het PIP", next}};
}

std::vector<Tab> file_tabs() {
    return {{"Overzicht", "/dossiers/7", "", true},         {"Gezin", "/dossiers/7/gezin", "4"},
            {"Persoon", "/dossiers/7/persoon", ""},         {"Termijnen", "/dossiers/7/termijnen", "3"},
            {"Aanbod", "/dossiers/7/aanbod", ""},           {"Notities", "/dossiers/7/notities", "12"},
            {"Afspraken", "/dossiers/7/afspraken", "2"},    {"Taken", "/dossiers/7/taken", "1"},
            {"Betrokkenen", "/dossiers/7/betrokkenen", ""}, {"Inzage", "/dossiers/7/inzage", ""}};
}
}

Identity gallery_parts::semhar() {
    return {.region_label = "Over wie gaat dit dossier",
            .name = "Semhar Tesfamariam Gebremeskel",
            .own_script = "ሰምሃር ተስፋማርያም ገብረመስቀል",
            .own_script_lang = "ti",
            .pronounce = "SEM-har",
            .facts = {{"geboren", "14 maart 1997 (29)"},
                      {"", "asielstatushouder"},
                      {"spreekt", "Tigrinya", false},
                      {"regisseur", "Anouk Verhoeven"},
                      {"V-nummer", "274 118 0936"}},
            .marks = {{"Tolk nodig: vrouw", "chat"}, {"Adres geheim", "lock", true}}};
}

std::string gallery_parts::dossier(View const& base) {
    auto view = staff(base, "/inburgeraars");
    auto const sentence = text("Het PIP moet uiterlijk ") + strong(text("maandag 7 december 2026"))
                          + text(" klaar zijn: nog 12 dagen. De uitslag van de leerbaarheidstoets ontbreekt.");
    auto const state =
        state_sentence(view, StateTone::normal, sentence,
                       {button_link(Act::primary, "/dossiers/7/taken", "Uitslag opvragen", "mail"),
                        button_link(Act::secondary, "/dossiers/7/afspraken", "Afspraak maken", "calendar")},
                       stops());
    auto const kinds = chips("Toon", {{.label = "Alles", .href = "?", .current = true},
                                      {.label = "Wettelijk", .href = "?soort=wet"},
                                      {.label = "Contact", .href = "?soort=contact"},
                                      {.label = "Gezin", .href = "?soort=gezin"}});
    auto const story = panel({.id = "tijdlijn",
                              .title = "Tijdlijn",
                              .head_end = kinds,
                              .body = timeline(view, events(view))
                                      + paragraph(link("?eerder=ja", "Eerdere gebeurtenissen (8)"), "md-more-link")});
    auto const main = identity_bar(view, semhar())
                      + visually_hidden_heading(1, "Dossier van Semhar Tesfamariam Gebremeskel") + state
                      + tabs("Onderdelen van dit dossier", file_tabs())
                      + columns(story, aside(view), "Termijnen, gezin, team en afspraken");
    return staff_page(view, {.title = "Dossier", .main = main, .refresh_seconds = {}});
}

std::string gallery_parts::controle(View const& base) {
    auto const view = staff(base, "/inburgeraars");
    Identity const who{.region_label = "Over wie gaat dit dossier",
                       .name = "Mohammad Reza Haidari",
                       .own_script = "محمد رضا حیدری",
                       .own_script_lang = "fa",
                       .pronounce = "mo-HAM-mad RÉ-za",
                       .facts = {{"geboren", "1991, dag en maand onbekend"},
                                 {"", "asielstatushouder, bijstand"},
                                 {"spreekt", "Dari", false}},
                       .marks = {{"Tolk Dari", "chat"}}};
    std::vector<Waarom> const why{{.regel = "R5.5",
                                   .zin = "DUO neemt in iemands eerste PIP alleen B1 aan bij de B1-route.",
                                   .bronnen = {{"Wi2021", "art. 17", "lid 3"}, {"Besluit", "art. 5.5", ""}},
                                   .zekerheid = Zekerheid::M,
                                   .invoer = {{"Eerder PIP, ook in andere gemeente", false},
                                              {"Lesuren NT2", std::int64_t{0}},
                                              {"Boete per keer", Money::cents(25000)},
                                              {"Gekozen", std::string{"B1-route, A2"}}},
                                   .stappen = {{"Uitkomst", std::string_view{"geweigerd"}}}}};
    auto const change = [](std::string_view what) {
        return link("/wijzig", text("Wijzig") + hidden(" " + std::string{what}));
    };
    auto const refused =
        text("A2 kan niet in een eerste PIP.") + waarom(view, "Waarom kan dit niet?", why, "waarom-niveau", true);
    auto const checks =
        check_list({{"Leerroute", strong(text("B1-route")), change("leerroute")},
                    {"Niveau", refused, change("niveau"), true},
                    {"Uren les", text("12 uur per week, ongeveer 1.050 uur in totaal"), change("uren les")},
                    {"School", text("Taalplein Oss-Veghel · Blik op Werk tot 31 dec 2027"), change("school")}});
    auto const facts = fact_list({{"BSN", text("999993653"), {}},
                                  {"Nationaliteit", text("Afghaanse"), {}},
                                  {"Telefoon", text("06 12 34 56 78"), link("tel:+31612345678", "Bellen")}});
    auto const steps = step_list({text("Dagtekening: de termijn van drie jaar begint een dag later."),
                                  text("DUO krijgt route en niveau."), text("Bezwaar kan zes weken lang.")});
    auto const main =
        identity_bar(view, who)
        + breadcrumb(view, {{"Dossier", "/dossiers/9"}, {"Plan", "/dossiers/9/plan"}, {"Versie 3 controleren", ""}})
        + page_head({"Controleer het PIP",
                     text("Lees alles na met meneer Haidari. Na het vaststellen is dit een besluit."),
                     {status_badge("Concept", "neutral")}})
        + state_sentence(view, StateTone::late, text("Dit plan kan nog niet worden vastgesteld."), {}, {})
        + columns(panel({.id = "leerroute", .title = "1 Leerroute", .head_end = {}, .body = checks}),
                  panel({.id = "feiten", .title = "Persoon", .head_end = {}, .body = facts})
                      + panel({.id = "dan", .title = "Wat er dan gebeurt", .head_end = {}, .body = steps}),
                  "Persoon en gevolgen");
    return staff_page(view, {.title = "Controleer het PIP", .main = main, .refresh_seconds = {}});
}
}
