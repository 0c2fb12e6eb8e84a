#pragma once
#include "platform/html/components.h"

/// What a plan of many fields needs: its answers with a refusal at each, versions and what changed, rows in a form, a
/// signature; and figures as bars with their table.
namespace html {

/// A row of "check answers": `id` is where a link to it leads. `refusals`: sentences with their explanation.
struct CheckRow {
    std::string id, label;
    Html value, act;
    struct Refusal {
        std::string sentence;
        std::vector<Waarom> why;
    };
    std::vector<Refusal> refusals;
};
Html check_rows(View const&, std::vector<CheckRow> const&);
/// Links to everything that stands in the way, as an alert with its own heading.
Html obstacles(std::string_view title, std::vector<FieldError> const& links);
/// The short tag of a legal ground with its whole name; `own`: of the main act, otherwise the dashed one.
Html ground_tag(std::string_view code, std::string_view whole, bool own);
/// A tag before a line of text; `mark` empty: only the text.
Html tagged_line(Html const& mark, Html const& line);

struct VersionDot {
    std::string label, href;   // no href: where we are
    bool done = true;
};
enum class ChangeKind { added, removed, changed };
struct ChangeLine {
    ChangeKind kind;
    std::string what, before, after;
};
/// Versions as a line of dots, and beside it the changes in short; `more` is a link behind them.
Html version_strip(View const&, std::string_view heading, std::vector<VersionDot> const&,
                   std::vector<ChangeLine> const&, Html const& more);
/// The same changes as a table: what, how it was, how it is.
Html change_table(View const&, std::string_view caption, std::vector<ChangeLine> const&);
/// Two texts of one field that were written at the same time: what is kept now, and what this reader typed.
Html conflict_table(View const&, std::string_view caption, std::vector<ChangeLine> const&);

/// A group of fields that only counts for some answers of another field: with script it is hidden while that field has
/// another value and nothing was filled in here.
struct When {
    std::string field, values;   // values: "B Z"
};
Html when_group(std::string_view legend, std::optional<When> const&, Html const& fields);
/// Things that must be there, each with its mark; in words too: "klaar", "nog niet".
struct Step {
    Html line;
    bool done;
};
Html done_list(View const&, std::vector<Step> const&);
/// Fields of one row of a list, side by side on a wide screen.
Html form_row(std::string_view legend, Html const& fields);
/// Text as it was typed, line breaks kept.
Html typed_text(std::string_view text);

/// Drawing with a finger, pen or mouse into a hidden field `name`: strokes "x,y x,y;x,y" from 0 to 1000. Without script
/// nothing of it is shown.
Html signature_pad(View const&, Form const& form, std::string_view name, std::string_view label);
/// Strokes as they were drawn; anything else than digits, commas, spaces and semicolons is left out.
Html signature_drawing(std::string_view strokes, std::string_view label);

/// Bars of several series on top of each other, one a period, with a legend and the same figures as a table.
struct StackedBars {
    std::string id, title, say, row_label;   // id: of the heading above it; title: of the table
    std::vector<std::string> series;         // at most 4; the last one is what went wrong
    struct Bar {
        std::string label, href;
        std::vector<std::int64_t> counts;   // one a series
        bool now = false;
    };
    std::vector<Bar> bars;
};
Html stacked_bars(View const&, StackedBars const&);
/// Lying bars, one a subject; `href` leads to what it counts.
struct LyingBars {
    std::string id, title, say, row_label, count_label;   // id: of the heading above it
    struct Bar {
        std::string label, href;
        std::int64_t count;
        bool current = false;
    };
    std::vector<Bar> bars;
};
Html lying_bars(View const&, LyingBars const&);
}
