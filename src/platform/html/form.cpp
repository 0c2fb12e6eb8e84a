#include "platform/html/components.h"
#include "platform/html/markup.h"

#include <array>
#include <sys/random.h>

namespace html {
namespace {

constexpr Raw small_button{" md-button--small"};

struct Look {
    std::string_view button, button_link;
};
/// Class names stand here in full: the asset build keeps of Utrecht's styles what it finds in these files.
Look look(Act act) {
    switch (act) {
    case Act::primary:
        return {"utrecht-button utrecht-button--primary-action",
                "utrecht-button-link utrecht-button-link--html-a utrecht-button-link--primary-action utrecht-button "
                "utrecht-button--primary-action"};
    case Act::secondary:
        return {"utrecht-button utrecht-button--secondary-action",
                "utrecht-button-link utrecht-button-link--html-a utrecht-button-link--secondary-action utrecht-button "
                "utrecht-button--secondary-action"};
    case Act::subtle:
        return {"utrecht-button utrecht-button--subtle",
                "utrecht-button-link utrecht-button-link--html-a utrecht-button-link--subtle utrecht-button "
                "utrecht-button--subtle"};
    case Act::danger:
        return {"utrecht-button utrecht-button--primary-action utrecht-button--danger",
                "utrecht-button-link utrecht-button-link--html-a utrecht-button-link--primary-action utrecht-button "
                "utrecht-button--primary-action utrecht-button--danger"};
    }
    throw Bug{"act"};
}

Html icon_or_nothing(std::string_view name) { return name.empty() ? Html{} : icon(name); }

/// 128 random bits: a form sent twice is known by it.
std::string once_key() {
    constexpr std::string_view hex = "0123456789abcdef";
    std::array<unsigned char, 16> bytes{};
    check(getrandom(bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()));
    std::string key;
    for (auto const byte : bytes) (key += hex[byte >> 4]) += hex[byte & 15];
    return key;
}

Html guard(View const& view, std::string_view action) {
    auto const token = view.csrf ? hidden_field("_csrf", view.csrf(action)) : Html{};
    return token + hidden_field("_eenmalig", once_key());
}
}

Html hidden_field(std::string_view name, std::string_view value) {
    return Markup::of("<input type=\"hidden\"", Attr{"name", name}, Attr{"value", value}, ">");
}

Html fieldset(std::string_view legend, Html const& inner) {
    return Markup::of("<fieldset class=\"md-fieldset md-fieldset--part\"><legend>", legend, "</legend>", inner,
                      "</fieldset>");
}

Html button(Act act, std::string_view label, std::string_view icon_name, std::string_view name, std::string_view value,
            bool small) {
    Html const value_part = name.empty() ? Html{} : Markup::of(Attr{"name", name}, Attr{"value", value});
    return Markup::of("<button class=\"", look(act).button, small ? Markup::of(small_button) : Html{},
                      "\" type=\"submit\"", value_part, ">", icon_or_nothing(icon_name), label, "</button>");
}

Html button_link(Act act, std::string_view href, std::string_view label, std::string_view icon_name, bool small) {
    return Markup::of("<a class=\"", look(act).button_link, small ? Markup::of(small_button) : Html{}, "\"",
                      Attr{"href", href}, ">", icon_or_nothing(icon_name), label, "</a>");
}

Html post_form(View const& view, Form const& form) {
    auto const buttons = form.buttons.empty() ? Html{} : actions(form.buttons);
    return Markup::of("<form method=\"post\"", Attr{"action", form.action}, OptionalAttr{"id", form.id},
                      OptionalAttr{"class", form.css_class},
                      OptionalAttr{"enctype", form.multipart ? "multipart/form-data" : ""}, " novalidate>", form.fields,
                      buttons, guard(view, form.action), "</form>");
}

Html get_form(Form const& form) {
    auto const buttons = form.buttons.empty() ? Html{} : actions(form.buttons);
    return Markup::of("<form method=\"get\"", Attr{"action", form.action}, OptionalAttr{"id", form.id},
                      OptionalAttr{"class", form.css_class}, " novalidate>", form.fields, buttons, "</form>");
}

Html post_button(View const& view, std::string_view action, Act act, std::string_view label, std::string_view icon_name,
                 Html const& hidden_fields, bool small) {
    return Markup::of("<form method=\"post\" class=\"md-inlineform\"", Attr{"action", action}, ">",
                      button(act, label, icon_name, {}, {}, small), hidden_fields, guard(view, action), "</form>");
}

Html error_summary(View const& view, Errors const& errors) {
    if (errors.none()) return {};
    auto const lines = each(errors.list, [](FieldError const& error) {
        if (error.field.empty()) return Markup::of("<li>", error.message, "</li>");
        return Markup::of("<li>", link("#" + id_of(error.field), error.message), "</li>");
    });
    return Markup::of(
        "<div class=\"utrecht-alert utrecht-alert--error md-errors\" role=\"alert\" tabindex=\"-1\" id=\"fouten\">",
        "<div class=\"utrecht-alert__icon\">", icon("alert"), "</div><div class=\"utrecht-alert__content\">",
        "<div class=\"utrecht-alert__message\"><h2 class=\"utrecht-heading-3\">",
        view.n("Er gaat iets mis", "Er gaan {} dingen mis", static_cast<long long>(errors.list.size())),
        "</h2><ul class=\"md-bullets\">", lines, "</ul></div></div></div>");
}
}
