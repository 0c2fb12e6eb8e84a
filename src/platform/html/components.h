#pragma once
#include "kernel/waarom.h"
#include "platform/html/html.h"
#include "platform/html/view.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// One function a component of the look (NL Design System CSS under our own theme). Text arguments are plain text and
/// are escaped; Html arguments are made by these functions. Labels are already in the reader's language (view.t).
namespace html {

// ---- text ----
Html bdi(std::string_view name, std::string_view lang = {});   // a name somebody entered
Html strong(Html const& inner);
Html soft(Html const& inner);   // small and soft
Html hidden(std::string_view for_screen_readers);
Html paragraph(Html const& inner, std::string_view css_class = {});
Html heading(int level, Html const& inner, std::string_view id = {});   // 1..4; exactly one level 1 a page
Html visually_hidden_heading(int level, std::string_view text);
Html link(std::string_view href, Html const& label);
Html link(std::string_view href, std::string_view label);
Html external_file_link(std::string_view href, std::string_view label);   // download
/// alert, arrow, back, bag, board, calendar, cap, chart, chat, check, clock, cross, doc, download, euro, eye, gear,
/// globe, heart, info, key, lines, lock, mail, menu, merge, note, out, people, phone, pin, plus, print, search, shield,
/// turn, upload, warning, wave. Any other name is a Bug.
Html icon(std::string_view name);
Html time_tag(Date day, std::string_view shown);
Html bullet_list(std::vector<Html> const& items);
Html step_list(std::vector<Html> const& items);   // numbered
Html stack(std::vector<Html> const& blocks);      // md-stack-l
Html actions(std::vector<Html> const& buttons);   // md-actions

// ---- page ----
struct Page {
    std::string title;             // for the browser tab, without " · Meedoen"
    Html main;                     // holds the one h1
    std::string refresh_seconds;   // for progress without JavaScript; empty: none
    bool wide = true;
};
std::string staff_page(View const&, Page const&);   // whole document with navigation and search
std::string plain_page(View const&, Page const&);   // errors, nobody logged in
struct LoginStep {
    std::string label;
    bool done, now;
};
std::string login_page(View const&, std::string_view title, std::vector<LoginStep> const&, Html const& form);
struct Head {
    std::string title;
    Html lead;
    std::vector<Html> buttons;
};
Html page_head(Head const&);   // h1, lead, actions
Html columns(Html const& main, Html const& aside, std::string_view aside_label);
struct Crumb {
    std::string label, href;
};   // no href: where we are
Html breadcrumb(View const&, std::vector<Crumb> const&);
/// A heading with its number and a sentence, and what it holds: a list that stands on the page itself.
struct Group {
    std::string id, title;
    std::optional<int> count;
    std::string lead;
    Html body;
};
Html group(Group const&);
/// Two things side by side above a list: a wide one (the ruler) and a narrow one (today's agenda), each with its title.
struct Titled {
    std::string id, title;
    Html body;
};
Html side_by_side(Titled const& wide, Titled const& narrow);

// ---- panels and lists ----
struct Panel {
    std::string id, title;
    Html head_end;
    Html body;
    int level = 2;
    bool flush = false;
};
Html panel(Panel const&);
struct ListItem {
    Html start, main, end;
};
Html item_list(std::vector<ListItem> const&);   // md-list
Html empty_state(std::string_view sentence, Html const& action = {});
struct Fact {
    std::string label;
    Html value;
    Html act;
    bool refused = false;
};
Html check_list(std::vector<Fact> const&);   // md-check (dl), "Wijzig" at every row
Html fact_list(std::vector<Fact> const&);    // plain dl

// ---- tables ----
enum class Align { start, end };
struct Column {
    std::string label;
    Align align = Align::start;
    bool hidden_label = false;
    std::string css_class;
};
struct Row {
    std::vector<Html> cells;
    bool chosen = false;
};   // the row_header'th cell is the row header
/// A column's css_class gives its width (c-pick, c-due, c-who, c-what, c-law, c-do, c-short) and stands on its cells
/// too; on a phone rows become cards and cells of the other columns show their column's label. `cards` = false: the
/// table stays a table and scrolls sideways inside its own region.
struct Table {
    std::string caption;
    std::vector<Column> columns;
    std::vector<Row> rows;
    int row_header = 0;
    std::string css_class = "md-work";
    bool cards = true;
    bool caption_hidden = true;
};
Html data_table(Table const&);
Html cell_two(Html const& main, Html const& sub);   // two lines in a cell
Html pick_box(std::string_view name, std::string_view value, std::string_view label, bool chosen);
struct PageLink {
    std::string label, href;
};
Html pager(View const&, std::optional<std::string> previous_href, std::optional<std::string> next_href);

// ---- filters and bulk ----
struct Chip {
    std::string label, href;
    std::optional<int> count;
    bool current = false;
    bool applied = false;
};
/// `take_off`: what a screen reader hears behind an applied filter ("filter weghalen").
Html chips(std::string_view group_label, std::vector<Chip> const& choices, std::string_view applied_label = {},
           std::vector<Chip> const& applied = {}, std::string_view take_off = {});
Html bulk_bar(View const&, std::string_view region_label, std::string_view text, std::vector<Html> const& buttons,
              Html const& clear = {});
struct RulerDay {
    int count;
    std::string label;
    std::string href;
    bool late, now, week_start;
};
Html ruler(View const&, std::vector<RulerDay> const&);

// ---- forms ----
struct FieldError {
    std::string field, message;
};   // field: input name
struct Errors {
    std::vector<FieldError> list;
    bool none() const { return list.empty(); }
    std::string_view at(std::string_view field) const;   // first message, or empty
    void add(std::string field, std::string message) { list.push_back({std::move(field), std::move(message)}); }
};
struct Field {
    std::string name, label, help, value, error;
    bool required = true;   // false: "(niet verplicht)" behind the label
    std::string type = "text", autocomplete, input_mode, css_class, lang;
    int max_length = 0;
    std::string id{};   // of the input; empty: its name
};
struct Choice {
    std::string value, label, help;
};
Html text_field(View const&, Field const&);
Html textarea_field(View const&, Field const&, int rows = 5);
/// Day, month, year as three text inputs name-dag, name-maand, name-jaar; `value` is YYYY-MM-DD with 00 for empty
/// parts, or raw "d|m|y".
Html date_field(View const&, Field const&);
Html select_field(View const&, Field const&, std::vector<Choice> const&);   // value = chosen
Html radio_field(View const&, Field const&, std::vector<Choice> const&);
Html checkbox_field(View const&, Field const&, std::string_view checked_value, bool checked);
Html checkbox_group(View const&, Field const&, std::vector<Choice> const&, std::vector<std::string> const& chosen);
Html file_field(View const&, Field const&, std::string_view accept);
Html hidden_field(std::string_view name, std::string_view value);
Html fieldset(std::string_view legend, Html const& inner);
enum class Act { primary, secondary, subtle, danger };
Html button(Act, std::string_view label, std::string_view icon_name = {}, std::string_view name = {},
            std::string_view value = {}, bool small = false);
Html button_link(Act, std::string_view href, std::string_view label, std::string_view icon_name = {},
                 bool small = false);
struct Form {
    std::string action;
    Html fields;
    std::vector<Html> buttons;
    bool multipart = false;
    std::string id;
    std::string css_class = "md-stack";
};
Html post_form(View const&, Form const&);   // with its own CSRF token and a once-only key
Html get_form(Form const&);
/// A form of one button that posts.
Html post_button(View const&, std::string_view action, Act, std::string_view label, std::string_view icon_name = {},
                 Html const& hidden_fields = {}, bool small = false);
/// "Er gaat iets mis": links to every field; first thing in main, focusable.
Html error_summary(View const&, Errors const&);

// ---- status ----
enum class AlertKind { error, warning, info, ok };
Html alert(AlertKind, std::string_view title, Html const& body = {}, bool fresh = false);
enum class DueKind { late, today, soon, later, waiting };
Html due_badge(View const&, DueKind, std::string_view words, std::optional<Date> day);   // badge and full date under it
DueKind due_kind(Date today, Date due);                                                  // soon: at most 14 days
Html status_badge(std::string_view label, std::string_view tone);   // tone: neutral, ok, warning, danger, waiting
Html law_tag(LawRef const&, std::string_view href);   // short: "Wet 15", "Besluit 5.3", "Awb 6:7", "Pw 56a"
std::string law_short(LawRef const&);
Html unsure_tag(View const&);   // "niet bevestigd"
Html count_badge(int n, std::string_view hidden_suffix = {});

// ---- the file ----
Html dot(bool done);   // the round mark of a step, decoration only
struct Mark {
    std::string label, icon_name;
    bool calm = false;
};
struct IdentityFact {
    std::string label, value;
    bool wide = true;
};
struct Identity {
    std::string region_label, name, own_script, own_script_lang, pronounce;
    std::vector<IdentityFact> facts;
    std::vector<Mark> marks;
};
Html identity_bar(View const&, Identity const&);
enum class StateTone { normal, late, calm };
struct Stop {
    std::string label, detail;
    enum class Stage { done, now, next } stage;
};
/// `brief`: on a phone the sentence alone, where the page beneath is what somebody came for.
enum class StateSize { whole, brief };
Html state_sentence(View const&, StateTone, Html const& sentence, std::vector<Html> const& buttons,
                    std::vector<Stop> const& stops, StateSize = StateSize::whole);
struct Tab {
    std::string label, href, badge;
    bool current = false;
};
Html tabs(std::string_view nav_label, std::vector<Tab> const&);
struct TimelineItem {
    std::string icon_name;
    Html title;
    std::string when;
    std::string iso;
    std::string source;
    Html body;
    bool law = false, future = false;
    bool today_mark = false;
};
Html timeline(View const&, std::vector<TimelineItem> const&);
struct ClockView {
    std::string id, label;
    Html badge;
    std::string end_note;
    int percent = -1;
    std::string day_text;
    std::string tone;
    std::vector<Waarom> redenen;
    std::string why_label;
};
Html legal_clock(View const&, ClockView const&);
/// The unfolding explanation: rule, inputs, sum, articles, confidence.
Html waarom(View const&, std::string_view summary, std::vector<Waarom> const&, std::string_view id = {},
            bool open = false);
std::string waarom_value(View const&, WaaromWaarde const&);
struct AgendaItem {
    std::string time;
    Html what;
    std::string sub;
};
Html agenda_list(std::vector<AgendaItem> const&);
/// `events`: address of a stream of server-sent events ("voortgang" with "done total", then "klaar", which reloads the
/// page); empty: no stream. Without script the page refreshes itself (Page::refresh_seconds).
Html progress_bar(View const&, std::string_view label, std::int64_t done, std::int64_t total,
                  std::string_view events = {});
struct WeekDay {
    std::string label;
    bool today;
    std::vector<AgendaItem> items;
};
Html week_list(View const&, std::vector<WeekDay> const&);
}
