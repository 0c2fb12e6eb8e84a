#pragma once
#include "platform/html/components.h"

/// Parts of forms that are filled in over several talks: a list of tasks, scores with their criteria, fields that are
/// saved while somebody types, and the choice when two people wrote in one field.
namespace html {

struct TaskItem {
    std::string number, label, href;
    enum class Stage { done, now, open } stage = Stage::open;
    std::string end, hidden_end;   // "3/5", and what only a screen reader hears before it: "klaar, score "
};
Html task_list(std::vector<TaskItem> const&);
/// A list of tasks at the start side, the work in the middle, a picture at the end side; `end` may be empty.
Html three_columns(Html const& start, std::string_view start_label, Html const& middle, Html const& end,
                   std::string_view end_label);

struct ScoreLine {
    std::string value, name, criterion;
};
/// One row a score with its criterion; `others` stand apart ("niet gevraagd").
Html score_field(View const&, Field const&, std::vector<ScoreLine> const& scores, std::vector<Choice> const& others);
/// The mark of what only few may read; `who` says who.
Html private_mark(std::string_view title, std::string_view who);

/// A form that is saved while somebody types (script) or with its buttons (without). The status line says when.
struct SavingForm {
    Form form;
    std::string saved;   // the status line at the start: "Opgeslagen om 10.32 uur"
};
Html saving_form(View const&, SavingForm const&);
/// Two texts of one field, and which one stays: name "kies.VELD", values hunne, mijne, beide.
struct TwoTexts {
    std::string field, label, theirs_by, theirs, mine;
    bool both = true;   // the two can stand after each other
};
Html choose_text(View const&, TwoTexts const&);
}
