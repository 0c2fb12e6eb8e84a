#include "platform/html/components.h"
#include "platform/html/gallery.h"
#include "platform/html/markup.h"
#include "platform/html/plan.h"

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace {
using namespace html;

std::string const script = "<script>alert(1)</script>";
std::string const quotes = "\" onmouseover=\"alert(1)\" ' onfocus='x";
std::string const right_to_left = "Jan \u202Egnp.exe";
std::string const entity = "&lt;b&gt; &amp; </bdi></td></form>";
std::string const controls{"a\0b\x01\x1F\x7F", 6};
std::string const endless(10'000, 'x');

View view() {
    View v{.today = Date{std::chrono::year{2026} / 11 / 25}};
    v.csrf = [](std::string_view action) { return "t-" + std::string{action}; };
    return v;
}

/// Reads markup strictly: every tag closed in order, every attribute quoted, no raw < or " outside its place.
class Reader {
public:
    explicit Reader(std::string_view markup) : rest_{markup} {
        while (!rest_.empty()) rest_.front() == '<' ? tag() : words();
        EXPECT_TRUE(open_.empty()) << "not closed: " << (open_.empty() ? "" : open_.back());
    }
    std::multiset<std::string> tags, attributes;
    std::vector<std::string> ids;

private:
    void words() {
        auto const end = std::min(rest_.find('<'), rest_.size());
        auto const plain = rest_.substr(0, end);
        EXPECT_EQ(plain.find('>'), std::string_view::npos) << plain.substr(0, 80);
        for (unsigned char c : plain) EXPECT_TRUE(c >= 0x20 || c == '\n' || c == '\t') << static_cast<int>(c);
        rest_.remove_prefix(end);
    }
    void tag() {
        rest_.remove_prefix(1);
        if (rest_.starts_with("!DOCTYPE html>")) return rest_.remove_prefix(14);
        bool const closing = rest_.starts_with('/');
        if (closing) rest_.remove_prefix(1);
        auto const name = std::string{take([](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; })};
        ASSERT_FALSE(name.empty()) << rest_.substr(0, 60);
        while (rest_.starts_with(' ')) attribute();
        bool const empty = rest_.starts_with("/>");
        rest_.remove_prefix(empty ? 1 : 0);
        ASSERT_TRUE(rest_.starts_with('>')) << name << ": " << rest_.substr(0, 60);
        rest_.remove_prefix(1);
        if (closing) {
            ASSERT_FALSE(open_.empty());
            EXPECT_EQ(open_.back(), name);
            open_.pop_back();
        } else {
            tags.insert(name);
            static std::set<std::string> const alone{"input", "br", "meta", "link", "col"};
            if (!empty && !alone.contains(name)) open_.push_back(name);
        }
    }
    void attribute() {
        rest_.remove_prefix(1);
        auto const name = std::string{take([](char c) { return c != '=' && c != ' ' && c != '>' && c != '/'; })};
        attributes.insert(name);
        if (!rest_.starts_with('=')) return;
        char const quote = rest_[1];
        ASSERT_TRUE(quote == '"' || quote == '\'') << rest_.substr(0, 40);
        auto const end = rest_.find(quote, 2);
        ASSERT_NE(end, std::string_view::npos);
        auto const value = rest_.substr(2, end - 2);
        EXPECT_EQ(value.find('<'), std::string_view::npos) << name << ": " << value.substr(0, 80);
        if (name == "id") ids.emplace_back(value);
        rest_.remove_prefix(end + 1);
    }
    template <class Fits> std::string_view take(Fits fits) {
        std::size_t n = 0;
        while (n < rest_.size() && fits(rest_[n])) ++n;
        auto const part = rest_.substr(0, n);
        rest_.remove_prefix(n);
        return part;
    }
    std::string_view rest_;
    std::vector<std::string> open_;
};

using Samples = std::map<std::string, Html>;

void add_fields(Samples& all, View const& v, std::string const& s) {
    Field const f{.name = s,
                  .label = s,
                  .help = s,
                  .value = s,
                  .error = s,
                  .autocomplete = s,
                  .input_mode = s,
                  .css_class = s,
                  .lang = s};
    std::vector<Choice> const choices{{s, s, s}, {"b", s, s}};
    all["text_field"] = text_field(v, f);
    all["textarea_field"] = textarea_field(v, f);
    all["date_field"] = date_field(v, f);
    all["date_field_typed"] = date_field(v, {.name = "d", .label = s, .value = s + "|" + s + "|" + s});
    all["select_field"] = select_field(v, f, choices);
    all["radio_field"] = radio_field(v, f, choices);
    all["checkbox_field"] = checkbox_field(v, f, s, true);
    all["checkbox_group"] = checkbox_group(v, f, choices, {s});
    all["file_field"] = file_field(v, f, s);
    all["hidden_field"] = hidden_field(s, s);
    all["fieldset"] = fieldset(s, text(s));
    all["button"] = button(Act::danger, s, "check", s, s, true);
    all["button_link"] = button_link(Act::subtle, s, s);
    all["post_form"] = post_form(v, {.action = s,
                                     .fields = text(s),
                                     .buttons = {button(Act::primary, s)},
                                     .multipart = true,
                                     .id = s,
                                     .css_class = s});
    all["get_form"] = get_form({.action = s, .fields = text(s), .buttons = {}, .id = s, .css_class = s});
    all["post_button"] = post_button(v, s, Act::secondary, s, "cross", hidden_field(s, s));
    Errors errors;
    errors.add(s, s);
    errors.add("", s);
    all["error_summary"] = error_summary(v, errors);
}

void add_lists(Samples& all, View const& v, std::string const& s) {
    all["panel"] = panel({.id = s, .title = s, .head_end = text(s), .body = text(s)});
    all["item_list"] = item_list({{text(s), text(s), text(s)}});
    all["empty_state"] = empty_state(s, text(s));
    all["check_list"] = check_list({{s, text(s), text(s), true}});
    all["fact_list"] = fact_list({{s, text(s), text(s), true}});
    Table table{.caption = s,
                .columns = {{.label = s, .css_class = s}, {.label = s, .align = Align::end}},
                .rows = {{{text(s), cell_two(text(s), text(s))}}},
                .css_class = s};
    all["data_table"] = data_table(table);
    table.cards = false;
    all["data_table_wide"] = data_table(table);
    all["pick_box"] = pick_box(s, s, s, true);
    all["pager"] = pager(v, s, s);
    all["chips"] = chips(s, {{.label = s, .href = s, .count = 3}}, s, {{.label = s, .href = s, .applied = true}}, s);
    all["bulk_bar"] = bulk_bar(v, s, s, {text(s)}, text(s));
    all["ruler"] = ruler(v, {{1, s, s, true, false, true}});
    all["page_head"] = page_head({s, text(s), {text(s)}});
    all["columns"] = columns(text(s), text(s), s);
    all["breadcrumb"] = breadcrumb(v, {{s, s}, {s, ""}});
    all["group"] = group({s, s, 3, s, text(s)});
    all["side_by_side"] = side_by_side({s, s, text(s)}, {s + "2", s, text(s)});
}

void add_plan(Samples& all, View const& v, std::string const& s) {
    Waarom const why{
        .regel = "R1", .zin = s, .bronnen = {{s, s, s}}, .zekerheid = Zekerheid::P, .invoer = {}, .stappen = {}};
    all["check_rows"] = check_rows(v, {{s, s, text(s), text(s), {{s, {why}}}}});
    all["obstacles"] = obstacles(s, {{s, s}, {"", s}});
    all["ground_tag"] = ground_tag(s, s, true) + ground_tag(s, s, false);
    all["tagged_line"] = tagged_line(text(s), text(s));
    std::vector<ChangeLine> const changes{
        {ChangeKind::added, s, "", s}, {ChangeKind::removed, s, s, ""}, {ChangeKind::changed, s, s, s}};
    all["version_strip"] = version_strip(v, s, {{s, s, true}, {s, "", false}}, changes, text(s));
    all["change_table"] = change_table(v, s, changes);
    all["conflict_table"] = conflict_table(v, s, changes);
    all["when_group"] = when_group(s, When{s, s}, text(s));
    all["form_row"] = form_row(s, text(s));
    all["done_list"] = done_list(v, {{text(s), true}, {text(s), false}});
    all["typed_text"] = typed_text(s);
    all["signature_pad"] = signature_pad(v, {.action = s, .fields = text(s), .buttons = {text(s)}}, s, s);
    all["signature_drawing"] = signature_drawing(s + ";1,1 2,2", s);
    all["stacked_bars"] = stacked_bars(v, {s, s, s, s, {s, s}, {{s, s, {3, 0}, true}, {s, "", {1, 2}}}});
    all["lying_bars"] = lying_bars(v, {s, s, s, s, s, {{s, s, 3, true}, {s, "", 0}}});
}

void add_file(Samples& all, View const& v, std::string const& s) {
    Waarom const why{.regel = "R1",
                     .zin = s,
                     .bronnen = {{s, s, s}},
                     .zekerheid = Zekerheid::M,
                     .invoer = {{s, std::string{s}, s}},
                     .stappen = {{s, std::string_view{s}}}};
    all["identity_bar"] = identity_bar(v, {s, s, s, s, s, {{s, s}}, {{s, "lock"}}});
    all["state_sentence"] = state_sentence(v, StateTone::late, text(s), {text(s)}, {{s, s, Stop::Stage::now}});
    all["tabs"] = tabs(s, {{s, s, s, true}});
    all["timeline"] =
        timeline(v, {{.icon_name = "note", .title = text(s), .when = s, .iso = s, .source = s, .body = text(s)}});
    all["legal_clock"] = legal_clock(v, {s, s, {}, s, 140, s, s, {why}, s});
    all["waarom"] = waarom(v, s, {why}, s, true);
    all["agenda_list"] = agenda_list({{s, text(s), s}});
    all["week_list"] = week_list(v, {{s, true, {{s, text(s), s}}}, {s, false, {}}});
    all["progress_bar"] = progress_bar(v, s, 1, 2, s);
    all["alert"] = alert(AlertKind::info, s, text(s), true);
    all["due_badge"] = due_badge(v, DueKind::waiting, s, v.today);
    all["status_badge"] = status_badge(s, "ok");
    all["law_tag"] = law_tag({s, s, s}, s);
    all["count_badge"] = count_badge(3, s);
    all["bdi"] = bdi(s, s);
    all["text"] = paragraph(strong(text(s)) + soft(text(s)) + hidden(s), s);
    all["headings"] = heading(2, text(s), s) + visually_hidden_heading(3, s);
    all["links"] = link(s, s) + external_file_link(s, s) + time_tag(v.today, s);
    all["lists"] = bullet_list({text(s)}) + step_list({text(s)});
}

class Hostile : public testing::TestWithParam<std::string> {};

TEST_P(Hostile, no_component_lets_markup_through) {
    Samples all;
    add_fields(all, view(), GetParam());
    add_lists(all, view(), GetParam());
    add_file(all, view(), GetParam());
    add_plan(all, view(), GetParam());
    for (auto const& [name, markup] : all) {
        SCOPED_TRACE(name);
        Reader const read{markup.str()};
        EXPECT_EQ(read.tags.count("script"), 0u);
        EXPECT_EQ(read.attributes.count("onmouseover") + read.attributes.count("onfocus"), 0u);
        EXPECT_FALSE(markup.empty());
    }
}

TEST_P(Hostile, nor_does_a_whole_page) {
    auto v = view();
    v.user_name = v.municipality = v.return_path = GetParam();
    v.idle_minutes = 30;
    v.navigation = {{"lines", "Mijn werk", GetParam(), 2, true}};
    Page const page{.title = GetParam(), .main = heading(1, text(GetParam())), .refresh_seconds = {}};
    for (auto const& whole :
         {staff_page(v, page), plain_page(v, page), login_page(v, GetParam(), {{GetParam(), true, false}}, {})}) {
        Reader const read{whole};
        EXPECT_EQ(read.tags.count("script"), 1u);   // our own
        EXPECT_EQ(read.tags.count("h1"), 1u);
        EXPECT_EQ(read.attributes.count("style") + read.attributes.count("onmouseover"), 0u);
    }
}

INSTANTIATE_TEST_SUITE_P(Texts, Hostile, testing::Values(script, quotes, right_to_left, entity, controls, endless));

TEST(Escaping, every_special_character) {
    EXPECT_EQ(text("a<b> & \"c\" 'd'").str(), "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
    EXPECT_EQ(text(controls).str(), "a\uFFFDb\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(text("a\r\nb\tc").str(), "a\nb\tc");
    EXPECT_EQ(text("ሰምሃር عبد").str(), "ሰምሃር عبد");
    EXPECT_EQ(text(endless).str(), endless);
}

TEST(Escaping, ids_hold_only_what_a_selector_can_name) {
    EXPECT_EQ(id_of("a b\"<ç"), "a-b----");
    EXPECT_EQ(id_of("taak", "12"), "taak-12");
    EXPECT_EQ(query_part("/zoeken?q=a b&c"), "/zoeken%3Fq%3Da%20b%26c");
}

TEST(Escaping, a_name_keeps_its_direction_to_itself) {
    for (auto const& shown :
         {identity_bar(view(), {"x", right_to_left, "", "", "", {{"regisseur", right_to_left}}, {}}),
          breadcrumb(view(), {{right_to_left, "/"}}), bdi(right_to_left),
          waarom(view(), "Waarom?", {{.regel = "R", .zin = {}, .invoer = {{"naam", right_to_left}}}})})
        EXPECT_NE(shown.str().find("<bdi>" + right_to_left + "</bdi>"), std::string::npos);
    EXPECT_EQ(bdi("عبد", "ar").str(), "<bdi lang=\"ar\" dir=\"rtl\">عبد</bdi>");
    EXPECT_EQ(bdi("ሰምሃር", "ti").str(), "<bdi lang=\"ti\">ሰምሃር</bdi>");
}

TEST(Gallery, every_id_of_a_page_is_its_own) {
    for (auto const name : gallery_pages()) {
        SCOPED_TRACE(std::string{name});
        auto const page = gallery(View{}, name);
        Reader const read{page};
        EXPECT_EQ(std::set<std::string>(read.ids.begin(), read.ids.end()).size(), read.ids.size());
        EXPECT_EQ(read.tags.count("h1"), 1u);
        EXPECT_EQ(read.attributes.count("style"), 0u);
    }
}
}
