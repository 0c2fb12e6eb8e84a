#include "platform/html/gallery.h"

#include <span>

namespace html {
namespace {

struct Task {
    DueKind kind;
    std::string_view due;
    std::optional<Date> day;
    std::string_view name, lang, own_script, group, what, why;
    std::vector<LawRef> laws;
    Act act;
    std::string_view step;
    bool chosen = false;
};

constexpr Date day(unsigned month, unsigned d) {
    return std::chrono::year{2026} / std::chrono::month{month} / std::chrono::day{d};
}
constexpr LawRef wet15{"Wi2021", "art. 15", ""}, besluit53{"Besluit", "art. 5.3", "lid 1"},
    wet22{"Wi2021", "art. 22", ""}, pw56a{"Pw", "art. 56a", ""}, wet23{"Wi2021", "art. 23", ""},
    awb553{"Awb", "art. 5:53", ""}, wet14{"Wi2021", "art. 14", ""};

std::vector<Task> today_tasks() {
    return {
        {DueKind::late,
         "2 dagen te laat",
         day(11, 23),
         "Tewelde Haile Woldemichael",
         "",
         "",
         "Asielstatushouder · Z-route",
         "PIP is niet op tijd vastgesteld",
         "10 weken na kennisgeving van 14 sept. DUO kan nu een signaal sturen (SS126).",
         {wet15, besluit53},
         Act::primary,
         "PIP afmaken"},
        {DueKind::today,
         "Vandaag",
         day(11, 25),
         "Fatima al-Zahra Abdulkarim Darwish",
         "",
         "",
         "Asielstatushouder · B1-route",
         "PIP ondertekenen en dagtekenen",
         "Dag 70 van 70. Gesprek staat vandaag om 15.15 uur.",
         {besluit53},
         Act::primary,
         "Controleren",
         true},
        {DueKind::today,
         "Vandaag",
         day(11, 25),
         "Mehmet Emin Yıldırım-Özdemir",
         "tr",
         "",
         "Gezinsmigrant · nog geen route",
         "Tweede oproep intake: laatste dag om te reageren",
         "Eerste oproep 2 nov, waarschuwing 10 nov. Bel eerst: nummer is op 20 nov gewijzigd.",
         {wet22},
         Act::secondary,
         "Bellen",
         true},
        {DueKind::today,
         "Vandaag",
         day(11, 25),
         "Rahmatullah Noorzai",
         "",
         "",
         "Asielstatushouder · B1-route",
         "DUO weigert de datum van het PVT",
         "De datum (3 juni) ligt vóór de start van de termijn (9 juni).",
         {{"DUO", "regel 3", ""}},
         Act::secondary,
         "Datum herstellen"},
    };
}

std::vector<Task> week_tasks() {
    return {
        {DueKind::soon,
         "nog 2 dagen",
         day(11, 27),
         "Abdulrahman Al-Khateeb",
         "",
         "عبد الرحمن الخطيب",
         "In het Huishoudboekje",
         "€\u00A0265,10 tekort op de dag van de huur",
         "Huurtoeslag van 20 nov is niet ontvangen. Huur gaat dinsdag 1 december af.",
         {pw56a},
         Act::secondary,
         "Geld bekijken"},
        {DueKind::soon,
         "nog 2 dagen",
         day(11, 27),
         "Elif Nur Karadağ",
         "tr",
         "",
         "Gezinsmigrant · B1-route",
         "Zienswijze: laatste dag",
         "Voornemen van 13 nov. Nog geen reactie; gesprek is eerst gevoerd op 3 nov.",
         {wet23, awb553},
         Act::secondary,
         "Dossier openen"},
    };
}

std::vector<Task> waiting_tasks() {
    return {
        {DueKind::waiting,
         "wacht 7 dagen",
         day(12, 7),
         "Semhar Tesfamariam Gebremeskel",
         "",
         "",
         "Asielstatushouder · nog geen route",
         "Uitslag leerbaarheidstoets",
         "Toets is op 18 nov afgenomen. Zonder uitslag geen leerroute.",
         {wet14},
         Act::secondary,
         "Herinneren"},
        {DueKind::later,
         "nog 33 dagen",
         day(12, 28),
         "Hüseyin Çelik",
         "tr",
         "",
         "Gezinsmigrant · B1-route",
         "Antwoord op bericht over werktijden",
         "Verstuurd gisteren 16.40 uur, nog niet gelezen.",
         {{"Beleidsplan", "5.1", ""}},
         Act::secondary,
         "Bericht lezen"},
    };
}

Row row(View const& view, Task const& task, int number) {
    auto name = link("/dossiers/" + std::to_string(number), bdi(task.name, task.lang));
    if (!task.own_script.empty()) name += text(" ") + bdi(task.own_script, "ar");
    Html laws;
    for (auto const& ref : task.laws) laws += law_tag(ref, "/rekenhulp") + text(" ");
    return {{pick_box("taak", std::to_string(number), "Kies taak: " + std::string{task.what}, task.chosen),
             due_badge(view, task.kind, task.due, task.day), cell_two(name, text(task.group)),
             cell_two(text(task.what), text(task.why)), laws,
             button_link(task.act, "/taken/" + std::to_string(number), task.step, {}, true)},
            task.chosen};
}

Html work_table(View const& view, std::string caption, std::vector<Task> const& tasks, int first) {
    Table table{.caption = std::move(caption),
                .columns = {{.label = "Kies", .hidden_label = true, .css_class = "c-pick"},
                            {.label = "Termijn", .css_class = "c-due"},
                            {.label = "Inburgeraar", .css_class = "c-who"},
                            {.label = "Wat en waarom", .css_class = "c-what"},
                            {.label = "Grond", .css_class = "c-law"},
                            {.label = "Volgende stap", .css_class = "c-do"}},
                .rows = {},
                .row_header = 2};
    for (auto const& task : tasks) table.rows.push_back(row(view, task, first++));
    return data_table(table);
}

Html at_the_top(View const& view) {
    auto const line = ruler(view, {{1, "Te laat", "?dag=laat", true, false, false},
                                   {3, "Vandaag", "?dag=2026-11-25", false, true, false},
                                   {0, "do 26", "?dag=2026-11-26", false, false, false},
                                   {2, "vr 27", "?dag=2026-11-27", false, false, false},
                                   {0, "ma 30", "?dag=2026-11-30", false, false, true},
                                   {0, "di 1 dec", "?dag=2026-12-01", false, false, false},
                                   {0, "wo 2", "?dag=2026-12-02", false, false, false},
                                   {1, "do 3", "?dag=2026-12-03", false, false, false},
                                   {0, "vr 4", "?dag=2026-12-04", false, false, false},
                                   {1, "ma 7", "?dag=2026-12-07", false, false, true}});
    auto const agenda = agenda_list({
        {"09.30", text("Intakegesprek 2, ") + bdi("Semhar T. Gebremeskel"), "Spreekkamer 3 · tolk Tigrinya (vrouw)"},
        {"13.00", text("Netwerkoverleg met school en IBN"), "Raadzaal"},
        {"15.15", text("Ondertekenen PIP, ") + bdi("Fatima Darwish"), "Balie 2 · tolk Arabisch"},
    });
    return side_by_side({"termijnen", "Termijnen, tien werkdagen vooruit", line},
                        {"agenda", "Vandaag in uw agenda", agenda});
}

Html filters() {
    return chips("Toon",
                 {{.label = "Alles", .href = "?", .count = 8, .current = true},
                  {.label = "PIP en intake", .href = "?soort=pip", .count = 4},
                  {.label = "Leerroute", .href = "?soort=leerroute", .count = 2},
                  {.label = "Geld", .href = "?soort=geld", .count = 1},
                  {.label = "DUO", .href = "?soort=duo", .count = 1},
                  {.label = "Handhaving", .href = "?soort=handhaving", .count = 1}},
                 "Gekozen",
                 {{.label = "Eigen dossiers", .href = "?eigen=nee", .applied = true},
                  {.label = "Vervangt: Joost", .href = "?vervangt=nee", .applied = true}},
                 "filter weghalen");
}
}

std::string gallery_parts::mijn_werk(View const& base) {
    auto const view = staff(base, "/mijn-werk");
    auto const lead =
        time_tag(view.today, "Woensdag 25 november 2026") + text(". Eén termijn is verlopen, drie lopen vandaag af.");
    auto const head = page_head({"Mijn werk",
                                 lead,
                                 {button_link(Act::secondary, "/inburgeraars/nieuw", "Nieuwe melding", "plus"),
                                  button_link(Act::subtle, "/mijn-werk?afdrukken=ja", "Lijst afdrukken", "print")}});
    auto const bulk = bulk_bar(view, "Gekozen taken", "2 taken gekozen",
                               {button(Act::secondary, "Toewijzen", {}, "doe", "toewijzen", true),
                                button(Act::secondary, "Naar een datum verplaatsen", {}, "doe", "verplaatsen", true)},
                               link("/mijn-werk", "Keuze wissen"));
    auto const lists = stack({
        bulk,
        group({"vandaag", "Vandaag", 4, "Wettelijke termijnen eerst; daarna wat u zelf hebt afgesproken.",
               work_table(view, "Taken van vandaag", today_tasks(), 1)}),
        group({"week", "Deze week", 2, "Tot en met zondag 29 november.",
               work_table(view, "Taken van deze week", week_tasks(), 5)}),
        group({"wacht", "Wacht op anderen", 2, "Loopt een eigen termijn in gevaar, dan staat de taak weer bij Vandaag.",
               work_table(view, "Taken die wachten", waiting_tasks(), 7)}),
    });
    auto const form = post_form(view, {.action = "/taken/kiezen", .fields = lists, .buttons = {}, .css_class = ""});
    return staff_page(
        view, {.title = "Mijn werk", .main = head + stack({at_the_top(view), filters(), form}), .refresh_seconds = {}});
}
}
