#include "platform/html/field.h"

#include <algorithm>
#include <array>

namespace html {
namespace {

std::string textbox_class(Field const& f) {
    std::string css = "utrecht-textbox utrecht-textbox--html-input";
    if (!f.error.empty()) css += " utrecht-textbox--invalid";
    if (!f.css_class.empty()) css += " " + f.css_class;
    return css;
}

std::string max_length(Field const& f) { return f.max_length > 0 ? std::to_string(f.max_length) : std::string{}; }

/// What is known of a date: "2026-11-25" (00 for an empty part) or what was typed, "25|11|2026".
std::array<std::string, 3> date_parts(std::string_view value) {
    std::array<std::string, 3> parts;
    if (auto const first = value.find('|'); first != std::string_view::npos) {
        auto const second = value.find('|', first + 1);
        parts[0] = value.substr(0, first);
        parts[1] = value.substr(first + 1, second == std::string_view::npos ? second : second - first - 1);
        if (second != std::string_view::npos) parts[2] = value.substr(second + 1);
    } else if (value.size() == 10) {
        parts = {std::string{value.substr(8)}, std::string{value.substr(5, 2)}, std::string{value.substr(0, 4)}};
        for (auto& part : parts)
            if (part.find_first_not_of('0') == std::string::npos) part.clear();
    }
    return parts;
}

Html choice(Field const& f, std::string_view type, std::string_view id, Choice const& c, Flag required, bool checked) {
    auto const help = c.help.empty() ? Html{} : Markup::of("<span class=\"md-choice__help\">", c.help, "</span>");
    return Markup::of("<label class=\"md-choice\"><input", Attr{"type", type}, Attr{"id", id}, Attr{"name", f.name},
                      Attr{"value", c.value}, Flag{"checked", checked}, required,
                      OptionalAttr{"aria-invalid", f.error.empty() ? "" : "true"}, "><span>", c.label, help,
                      "</span></label>");
}

/// The first choice carries the field's own id, where the error summary leads to.
std::string choice_id(Field const& f, std::size_t at) {
    auto const base = field::id(f);
    return at == 0 ? base : base + "-" + std::to_string(at + 1);
}
}

std::string_view Errors::at(std::string_view field) const {
    auto const found = std::ranges::find(list, field, &FieldError::field);
    return found == list.end() ? std::string_view{} : std::string_view{found->message};
}

Html text_field(View const& view, Field const& f) {
    auto const length = max_length(f);
    return field::box(view, f,
                      Markup::of("<input", Attr{"class", textbox_class(f)}, Attr{"type", f.type},
                                 field::control_attributes(f), OptionalAttr{"value", f.value},
                                 OptionalAttr{"autocomplete", f.autocomplete}, OptionalAttr{"inputmode", f.input_mode},
                                 OptionalAttr{"maxlength", length}, ">"));
}

Html textarea_field(View const& view, Field const& f, int rows) {
    std::string css = "utrecht-textarea utrecht-textarea--html-textarea";
    if (!f.error.empty()) css += " utrecht-textarea--invalid";
    if (!f.css_class.empty()) css += " " + f.css_class;
    auto const length = max_length(f);
    // A browser drops one line break right after the tag; so there is always one to drop.
    return field::box(view, f,
                      Markup::of("<textarea", Attr{"class", css}, field::control_attributes(f),
                                 Attr{"rows", std::to_string(rows)}, OptionalAttr{"maxlength", length}, ">\n", f.value,
                                 "</textarea>"));
}

Html date_field(View const& view, Field const& f) {
    auto const parts = date_parts(f.value);
    auto const base = field::id(f);
    auto const part = [&](std::string_view suffix, std::string const& label, std::string const& value, bool year) {
        auto const id = suffix == "-dag" ? base : base + std::string{suffix};
        return Markup::of("<div class=\"md-datepart\"><label class=\"md-datepart__label\"", Attr{"for", id}, ">", label,
                          "</label><input class=\"utrecht-textbox utrecht-textbox--html-input ",
                          f.error.empty() ? "" : "utrecht-textbox--invalid ",
                          year ? "md-datepart__year" : "md-datepart__two", "\" type=\"text\" inputmode=\"numeric\"",
                          Attr{"id", id}, Attr{"name", f.name + std::string{suffix}}, OptionalAttr{"value", value},
                          Attr{"maxlength", year ? "4" : "2"}, " autocomplete=\"off\"",
                          OptionalAttr{"aria-describedby", f.error.empty() ? "" : base + "-fout"},
                          OptionalAttr{"aria-invalid", f.error.empty() ? "" : "true"}, "></div>");
    };
    return field::group(view, f,
                        Markup::of("<div class=\"md-dateparts\">", part("-dag", view.t("Dag"), parts[0], false),
                                   part("-maand", view.t("Maand"), parts[1], false),
                                   part("-jaar", view.t("Jaar"), parts[2], true), "</div>"));
}

Html select_field(View const& view, Field const& f, std::vector<Choice> const& choices) {
    auto const options = each(choices, [&](Choice const& c) {
        return Markup::of("<option", Attr{"value", c.value}, Flag{"selected", c.value == f.value}, ">", c.label,
                          "</option>");
    });
    // Without an own empty choice the first one would look chosen when nothing is.
    bool const has_empty = std::ranges::any_of(choices, [](Choice const& c) { return c.value.empty(); });
    bool const chosen = std::ranges::any_of(choices, [&](Choice const& c) { return c.value == f.value; });
    auto const first = has_empty || chosen ? Html{} : Markup::of("<option value=\"\">", view.t("Kies"), "</option>");
    return field::box(view, f,
                      Markup::of("<select class=\"utrecht-select utrecht-select--html-select",
                                 f.error.empty() ? "" : " utrecht-select--invalid", "\"", field::control_attributes(f),
                                 OptionalAttr{"autocomplete", f.autocomplete}, ">", first, options, "</select>"));
}

Html radio_field(View const& view, Field const& f, std::vector<Choice> const& choices) {
    Html all;
    for (std::size_t i = 0; i < choices.size(); ++i)
        all +=
            choice(f, "radio", choice_id(f, i), choices[i], Flag{"required", f.required}, choices[i].value == f.value);
    return field::group(view, f, Markup::of("<div class=\"md-choices\">", all, "</div>"));
}

Html checkbox_field(View const& view, Field const& f, std::string_view checked_value, bool checked) {
    return Markup::of(
        "<div class=\"utrecht-form-field", f.error.empty() ? "" : " utrecht-form-field--invalid", "\">",
        field::error(view, f), "<div class=\"md-choice\"><input type=\"checkbox\"",
        field::control_attributes({.name = f.name, .help = f.help, .error = f.error, .required = false, .id = f.id}),
        Attr{"value", checked_value}, Flag{"checked", checked}, "><label", Attr{"for", field::id(f)}, ">", f.label,
        "</label></div>", field::help(f), "</div>");
}

Html checkbox_group(View const& view, Field const& f, std::vector<Choice> const& choices,
                    std::vector<std::string> const& chosen) {
    Html all;
    for (std::size_t i = 0; i < choices.size(); ++i)
        all += choice(f, "checkbox", choice_id(f, i), choices[i], Flag{"required", false},
                      std::ranges::find(chosen, choices[i].value) != chosen.end());
    return field::group(view, f, Markup::of("<div class=\"md-choices\">", all, "</div>"));
}

Html file_field(View const& view, Field const& f, std::string_view accept) {
    return field::box(view, f,
                      Markup::of("<input class=\"md-file\" type=\"file\"", field::control_attributes(f),
                                 OptionalAttr{"accept", accept}, ">"));
}
}
