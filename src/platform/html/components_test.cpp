#include "platform/html/components.h"

#include "platform/html/assets.h"

#include <gtest/gtest.h>

namespace {
using namespace html;
constexpr Date today{std::chrono::sys_days{std::chrono::year{2026} / 11 / 25}};

View view(i18n::Taal taal = i18n::Taal::nl) {
    View v{.taal = taal, .today = today};
    v.csrf = [](std::string_view action) { return "token for " + std::string{action}; };
    return v;
}
bool has(Html const& markup, std::string_view part) { return markup.str().find(part) != std::string::npos; }
std::size_t count(std::string_view whole, std::string_view part) {
    std::size_t n = 0;
    for (auto at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) ++n;
    return n;
}

TEST(Due, kind_by_the_day) {
    using std::chrono::days;
    EXPECT_EQ(due_kind(today, today - days{1}), DueKind::late);
    EXPECT_EQ(due_kind(today, today), DueKind::today);
    EXPECT_EQ(due_kind(today, today + days{1}), DueKind::soon);
    EXPECT_EQ(due_kind(today, today + days{14}), DueKind::soon);
    EXPECT_EQ(due_kind(today, today + days{15}), DueKind::later);
}

TEST(Due, the_whole_date_stands_under_it) {
    auto const badge = due_badge(view(), DueKind::late, "2 dagen te laat", today);
    EXPECT_TRUE(has(badge, "utrecht-status-badge--danger md-due"));
    EXPECT_TRUE(has(badge, "<time datetime=\"2026-11-25\">wo 25 nov 2026</time>"));
    EXPECT_FALSE(has(due_badge(view(), DueKind::waiting, "wacht", {}), "<time"));
}

TEST(Law, short_names_as_caseworkers_say_them) {
    EXPECT_EQ(law_short({"Wi2021", "art. 15", "lid 1"}), "Wet 15");
    EXPECT_EQ(law_short({"Besluit", "art. 5.3", ""}), "Besluit 5.3");
    EXPECT_EQ(law_short({"Awb", "art. 6:7", ""}), "Awb 6:7");
    EXPECT_EQ(law_short({"Pw", "art. 56a", "lid 2"}), "Pw 56a");
    EXPECT_EQ(law_short({"Atw", "art. 1", "lid 1"}), "Atw 1");
    EXPECT_EQ(law_short({"Onbekende wet", "art. 3", ""}), "Onbekende wet 3");
    EXPECT_EQ(
        law_tag({"Awb", "art. 6:7", ""}, "#x").str(),
        "<a class=\"utrecht-data-badge md-law\" href=\"#x\" title=\"Algemene wet bestuursrecht art. 6:7\">Awb 6:7</a>");
}

TEST(Forms, label_help_error_input_in_that_order) {
    auto const field =
        text_field(view(),
                   {.name = "naam", .label = "Naam", .help = "Zoals in de BRP", .value = "x", .error = "Vul in"})
            .str();
    auto const label = field.find("<label"), help = field.find("id=\"naam-uitleg\""),
               error = field.find("id=\"naam-fout\""), input = field.find("<input");
    EXPECT_LT(label, help);
    EXPECT_LT(help, error);
    EXPECT_LT(error, input);
    EXPECT_NE(field.find("aria-describedby=\"naam-uitleg naam-fout\" aria-invalid=\"true\" required"),
              std::string::npos);
}

TEST(Forms, what_need_not_be_filled_in_says_so) {
    auto const field = text_field(view(), {.name = "naam", .label = "Naam", .required = false});
    EXPECT_TRUE(has(field, "(niet verplicht)"));
    EXPECT_FALSE(has(field, "required"));
    EXPECT_TRUE(has(text_field(view(i18n::Taal::en), {.name = "n", .label = "Name", .required = false}), "(optional)"));
}

TEST(Forms, a_date_keeps_what_is_known_and_what_was_typed) {
    auto const known = date_field(view(), {.name = "geboren", .label = "Geboren", .value = "1991-00-00"});
    EXPECT_TRUE(has(known, "name=\"geboren-jaar\" value=\"1991\""));
    EXPECT_FALSE(has(known, "value=\"00\""));
    auto const typed =
        date_field(view(), {.name = "geboren", .label = "Geboren", .value = "31|2|x", .error = "Bestaat niet"});
    EXPECT_TRUE(has(typed, "id=\"geboren\" name=\"geboren-dag\" value=\"31\""));
    EXPECT_TRUE(has(typed, "name=\"geboren-maand\" value=\"2\""));
    EXPECT_TRUE(has(typed, "name=\"geboren-jaar\" value=\"x\""));
}

TEST(Forms, the_summary_leads_to_every_kind_of_field) {
    Errors errors;
    for (auto const* name : {"tekst", "dag", "keuze", "groep", "bestand"})
        errors.add(name, std::string{"Fout in "} + name);
    auto const fields = text_field(view(), {.name = "tekst", .label = "a"})
                        + date_field(view(), {.name = "dag", .label = "b"})
                        + radio_field(view(), {.name = "keuze", .label = "c"}, {{"1", "een", ""}, {"2", "twee", ""}})
                        + checkbox_group(view(), {.name = "groep", .label = "d"}, {{"1", "een", ""}}, {})
                        + file_field(view(), {.name = "bestand", .label = "e"}, ".csv");
    for (auto const& error : errors.list) {
        EXPECT_TRUE(has(error_summary(view(), errors), "href=\"#" + error.field + "\"")) << error.field;
        EXPECT_EQ(count(fields.str(), "id=\"" + error.field + "\""), 1u) << error.field;
    }
    EXPECT_EQ(errors.at("dag"), "Fout in dag");
    EXPECT_EQ(errors.at("anders"), "");
    EXPECT_TRUE(error_summary(view(), {}).empty());
}

TEST(Forms, nothing_looks_chosen_when_nothing_is) {
    std::vector<Choice> const choices{{"a", "A", ""}, {"b", "B", ""}};
    EXPECT_TRUE(has(select_field(view(), {.name = "k", .label = "K"}, choices), "<option value=\"\">Kies</option>"));
    EXPECT_FALSE(has(select_field(view(), {.name = "k", .label = "K", .value = "b"}, choices), "<option value=\"\">"));
    EXPECT_TRUE(has(select_field(view(), {.name = "k", .label = "K", .value = "b"}, choices), "value=\"b\" selected"));
}

TEST(Forms, a_posting_form_carries_its_token_and_a_key_of_its_own) {
    auto const once = [](Html const& form) {
        auto const at = form.str().find("name=\"_eenmalig\" value=\"");
        return form.str().substr(at, 23 + 32);
    };
    Form const form{.action = "/taken", .fields = {}, .buttons = {button(Act::primary, "Opslaan")}};
    auto const first = post_form(view(), form), second = post_form(view(), form);
    EXPECT_TRUE(has(first, "name=\"_csrf\" value=\"token for /taken\""));
    EXPECT_NE(once(first), once(second));
    EXPECT_TRUE(has(post_button(view(), "/weg", Act::danger, "Weg"), "value=\"token for /weg\""));
    EXPECT_FALSE(has(get_form(form), "_csrf"));
    EXPECT_TRUE(has(post_form(view(), {.action = "/x", .fields = {}, .buttons = {}, .multipart = true}),
                    "enctype=\"multipart/form-data\""));
}

TEST(Tables, roles_are_written_for_when_rows_become_cards) {
    auto const table = data_table({.caption = "Lijst",
                                   .columns = {{.label = "Naam"}, {.label = "Bedrag", .align = Align::end}},
                                   .rows = {{{text("Semhar"), text("€ 5")}}}});
    for (auto const* part : {"role=\"table\"", "role=\"rowheader\" scope=\"row\"", "role=\"columnheader\"",
                             "role=\"cell\" data-label=\"Bedrag\"", "<caption class=\"md-hidden\">Lijst</caption>",
                             "utrecht-table__cell--numeric-column"})
        EXPECT_TRUE(has(table, part)) << part;
}

TEST(Tables, a_table_that_stays_wide_scrolls_in_a_region_that_has_the_focus) {
    auto const table = data_table({.caption = "Bedragen", .columns = {{.label = "Naam"}}, .rows = {}, .cards = false});
    EXPECT_TRUE(has(table, "md-scroll\" tabindex=\"0\" aria-label=\"Bedragen\""));
}

TEST(Waarom_panel, shows_rule_inputs_sum_articles_and_confidence) {
    Waarom const why{.regel = "R3.1",
                     .zin = "Binnen tien weken.",
                     .bronnen = {{"Wi2021", "art. 17", "lid 3"}, {"Wi2021", "art. 17", "lid 3"}},
                     .zekerheid = Zekerheid::M,
                     .invoer = {{"Dag", today}, {"Aantal", std::int64_t{1200}}},
                     .stappen = {{"Bedrag", Money::cents(1200)}, {"Uitkomst", true}}};
    auto const nl = waarom(view(), "Waarom?", {why}), en = waarom(view(i18n::Taal::en), "Why?", {why});
    for (auto const* part : {"Binnen tien weken.", "<td>25 nov 2026</td>", "<td>1.200</td>", "<td>€\u00A012,00</td>",
                             "<td>ja</td>", "Wet 17 lid 3", "niet bevestigd"})
        EXPECT_TRUE(has(nl, part)) << part;
    EXPECT_EQ(count(nl.str(), "Wet 17"), 1u);
    EXPECT_TRUE(has(en, "<td>1,200</td>") && has(en, "<td>yes</td>") && has(en, "not confirmed"));
    EXPECT_TRUE(waarom(view(), "Waarom?", {}).empty());
}

TEST(Pages, the_language_switch_comes_back_to_where_it_was) {
    auto v = view();
    v.return_path = "/zoeken?q=a b";
    EXPECT_NE(
        plain_page(v, {.title = "x", .main = {}, .refresh_seconds = {}}).find("/taal/en?terug=/zoeken%3Fq%3Da%20b"),
        std::string::npos);
}

TEST(Pages, htmx_only_where_a_page_uses_it) {
    auto const page = plain_page(view(), {.title = "x", .main = text("x"), .refresh_seconds = "5"});
    EXPECT_EQ(page.find("htmx"), std::string::npos);
    EXPECT_NE(page.find("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>"), std::string::npos);
}

TEST(Pages, a_session_that_ends_is_announced_only_to_who_is_logged_in) {
    auto v = view();
    v.idle_minutes = 30;
    Page const page{.title = "x", .main = {}, .refresh_seconds = {}};
    EXPECT_EQ(staff_page(v, page).find("id=\"sessie\""), std::string::npos);
    v.user_name = "Anouk";
    EXPECT_NE(staff_page(v, page).find("data-minutes=\"30\""), std::string::npos);
}

TEST(Icons, an_unknown_name_is_a_fault_of_ours) {
    EXPECT_TRUE(has(icon("arrow"), "md-icon--turn"));
    EXPECT_THROW(icon("unicorn"), Bug);
}

TEST(Assets, each_is_found_under_its_hashed_path) {
    for (auto const* name :
         {"utrecht.css", "meedoen.css", "meedoen.js", "htmx.min.js", "figtree-latin.woff2", "favicon.svg"}) {
        auto const* asset = find_asset(asset_url(name));
        ASSERT_NE(asset, nullptr) << name;
        EXPECT_TRUE(asset->path.starts_with("/static/"));
        EXPECT_NE(asset->path.find(asset->hash), std::string_view::npos);
        EXPECT_FALSE(asset->bytes.empty());
        EXPECT_TRUE(asset->gzip.size() < asset->bytes.size());
    }
    EXPECT_EQ(find_asset("/static/../secret"), nullptr);
    EXPECT_LE(find_asset(asset_url("meedoen.js"))->bytes.size(), 4096u);
    EXPECT_THROW(asset_url("nothing.css"), Bug);
}

TEST(Assets, the_style_sheets_need_nothing_from_elsewhere) {
    for (auto const* name : {"utrecht.css", "meedoen.css"}) {
        auto const css = find_asset(asset_url(name))->bytes;
        EXPECT_EQ(css.find("http:"), css.find("http://www.w3.org/2000/svg"));   // a name space, not an address
        EXPECT_EQ(css.find("https:"), std::string_view::npos);
        EXPECT_EQ(css.find("@import"), std::string_view::npos);
    }
}
}
