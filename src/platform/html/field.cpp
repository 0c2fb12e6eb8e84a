#include "platform/html/field.h"

#include <algorithm>
#include <array>

namespace html::field {

std::string id(Field const& f) { return id_of(f.id.empty() ? f.name : f.id); }

std::string described_by(Field const& f) {
    std::string ids;
    if (!f.help.empty()) ids += id(f) + "-uitleg";
    if (!f.error.empty()) ids += (ids.empty() ? "" : " ") + id(f) + "-fout";
    return ids;
}

Html label_text(View const& view, Field const& f) {
    if (f.required || f.label.empty()) return text(f.label);
    return Markup::of(f.label, " <span class=\"md-optional\">", view.t("(niet verplicht)"), "</span>");
}

Html help(Field const& f) {
    if (f.help.empty()) return {};
    return Markup::of("<p class=\"utrecht-form-field-description\"", Attr{"id", id(f) + "-uitleg"}, ">", f.help,
                      "</p>");
}

Html error(View const& view, Field const& f) {
    if (f.error.empty()) return {};
    return Markup::of("<p class=\"md-error\"", Attr{"id", id(f) + "-fout"}, ">", icon("alert"), "<span>",
                      hidden(view.t("Fout: ")), f.error, "</span></p>");
}

Html control_attributes(Field const& f) {
    return Markup::of(Attr{"id", id(f)}, Attr{"name", f.name}, OptionalAttr{"lang", f.lang},
                      OptionalAttr{"dir", f.lang == "ar" || f.lang == "fa" ? "rtl" : ""},
                      OptionalAttr{"aria-describedby", described_by(f)},
                      OptionalAttr{"aria-invalid", f.error.empty() ? "" : "true"}, Flag{"required", f.required});
}

Html box(View const& view, Field const& f, Html const& control) {
    return Markup::of("<div class=\"utrecht-form-field", f.error.empty() ? "" : " utrecht-form-field--invalid", "\">",
                      "<label class=\"utrecht-form-label\"", Attr{"for", id(f)}, ">", label_text(view, f), "</label>",
                      help(f), error(view, f), control, "</div>");
}

Html group(View const& view, Field const& f, Html const& controls) {
    return Markup::of("<fieldset class=\"utrecht-form-field md-fieldset",
                      f.error.empty() ? "" : " utrecht-form-field--invalid", "\"",
                      OptionalAttr{"aria-describedby", described_by(f)}, "><legend class=\"utrecht-form-label\">",
                      label_text(view, f), "</legend>", help(f), error(view, f), controls, "</fieldset>");
}
}
