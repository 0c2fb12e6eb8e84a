#include "platform/html/intake.h"

#include "platform/html/field.h"
#include "platform/html/markup.h"

namespace html {
namespace {
Html task_dot(TaskItem::Stage stage) {
    switch (stage) {
    case TaskItem::Stage::done:
        return Markup::of(
            "<span class=\"md-dot is-done\" aria-hidden=\"true\"><svg viewBox=\"0 0 24 24\" fill=\"none\" ",
            "stroke=\"currentColor\" stroke-linecap=\"round\" stroke-linejoin=\"round\">",
            "<path d=\"M5 12.5l4.500 4.500L19 7.500\"/></svg></span>");
    case TaskItem::Stage::now: return Markup::of("<span class=\"md-dot is-now\" aria-hidden=\"true\"></span>");
    case TaskItem::Stage::open: return Markup::of("<span class=\"md-dot is-next\" aria-hidden=\"true\"></span>");
    }
    return {};
}
Html radio(Field const& f, std::string const& id, std::string const& value) {
    return Markup::of("<input type=\"radio\"", Attr{"id", id}, Attr{"name", f.name}, Attr{"value", value},
                      Flag{"checked", f.value == value},
                      OptionalAttr{"aria-describedby", f.error.empty() ? "" : field::id(f) + "-fout"}, ">");
}
}

Html task_list(std::vector<TaskItem> const& items) {
    return Markup::of(
        "<ol class=\"md-tasks\">",
        each(items,
             [](TaskItem const& t) {
                 auto const end =
                     Markup::of("<small>", t.hidden_end.empty() ? Html{} : hidden(t.hidden_end), t.end, "</small>");
                 auto const number = Markup::of("<span>", t.number, "</span>");
                 return Markup::of("<li><a", Attr{"href", t.href},
                                   OptionalAttr{"aria-current", t.stage == TaskItem::Stage::now ? "step" : ""}, ">",
                                   task_dot(t.stage), "<span>", number, "<span>", t.label, "</span></span>", end,
                                   "</a></li>");
             }),
        "</ol>");
}

Html three_columns(Html const& start, std::string_view start_label, Html const& middle, Html const& end,
                   std::string_view end_label) {
    auto const aside =
        end.empty() ? Html{}
                    : Markup::of("<aside class=\"md-stack-l\"", Attr{"aria-label", end_label}, ">", end, "</aside>");
    return Markup::of("<div class=\"md-intake\"><nav", Attr{"aria-label", start_label}, ">", start,
                      "</nav><div class=\"md-stack-l\">", middle, "</div>", aside, "</div>");
}

Html score_field(View const& view, Field const& f, std::vector<ScoreLine> const& scores,
                 std::vector<Choice> const& others) {
    Html lines, rest;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        auto const& s = scores[i];
        auto const id = i == 0 ? field::id(f) : field::id(f) + "-" + s.value;
        lines += Markup::of("<label><span class=\"md-score__n\">", radio(f, id, s.value), s.value, " ", s.name,
                            "</span><span>", s.criterion, "</span></label>");
    }
    for (auto const& o : others)
        rest += Markup::of("<label class=\"md-choice\">", radio(f, field::id(f) + "-" + id_of(o.value), o.value),
                           "<span>", o.label, "</span></label>");
    return field::group(
        view, f,
        Markup::of("<div class=\"md-score\">", lines, "</div><div class=\"md-choices--row\">", rest, "</div>"));
}

Html private_mark(std::string_view title, std::string_view who) {
    return Markup::of("<div class=\"md-private\"><p><b>", icon("lock"), " ", title, "</b></p><p class=\"md-small\">",
                      who, "</p></div>");
}

Html saving_form(View const& view, SavingForm const& s) {
    auto form = s.form;
    // Above the buttons, where the eye is after typing; its texts are here so that the script needs no words.
    form.fields += Markup::of(
        "<p class=\"md-small md-soft md-saved\" role=\"status\" aria-live=\"polite\" data-bewaard",
        Attr{"data-bezig", view.t("Bezig met opslaan…")},
        Attr{"data-weg", view.t("Geen verbinding. Uw tekst staat nog op deze pagina. Wij proberen het opnieuw.")},
        Attr{"data-samen", view.t("Een collega heeft dit ook gewijzigd. Kies Opslaan om te zien wat er verschilt.")},
        Attr{"data-sessie",
             view.t("U bent uitgelogd. Uw tekst staat nog op deze pagina. Kies Opslaan en log opnieuw in.")},
        Attr{"data-mislukt",
             view.t("Opslaan lukt nu niet. Uw tekst staat nog op deze pagina. Wij proberen het opnieuw.")},
        ">", s.saved, "</p>");
    form.css_class += " md-saving";
    form.id = form.id.empty() ? "bewaarformulier" : form.id;
    return Markup::of("<div data-bewaar>", post_form(view, form), "</div>");
}

Html choose_text(View const& view, TwoTexts const& t) {
    auto const name = "kies." + t.field;
    auto const option = [&](std::string_view value, std::string const& label, Html const& body, bool checked) {
        return Markup::of("<label class=\"md-choice md-twotexts__one\"><input type=\"radio\"", Attr{"name", name},
                          Attr{"id", id_of(name, value)}, Attr{"value", value}, Flag{"checked", checked}, "><span><b>",
                          label, "</b>", body, "</span></label>");
    };
    auto const shown = [&](std::string const& text) {
        return Markup::of("<span class=\"md-twotexts__text\">", text.empty() ? view.t("(leeg)") : text, "</span>");
    };
    auto const both = t.both ? option("beide", view.t("Beide, eerst de tekst van uw collega"), {}, true) : Html{};
    return Markup::of(
        "<fieldset class=\"utrecht-form-field md-fieldset md-twotexts\"><legend class=\"utrecht-form-label\">", t.label,
        "</legend>", both, option("hunne", view.t("Van {}", t.theirs_by), shown(t.theirs), !t.both),
        option("mijne", view.t("Van u"), shown(t.mine), false), "</fieldset>");
}
}
