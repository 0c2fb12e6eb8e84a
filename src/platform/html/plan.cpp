#include "platform/html/plan.h"

#include "platform/html/markup.h"

#include <algorithm>

namespace html {

namespace {
Html refusal(View const& view, CheckRow::Refusal const& one, std::string const& id) {
    auto const why = one.why.empty() ? Html{} : waarom(view, view.t("Waarom kan dit niet?"), one.why, id);
    return Markup::of("<p class=\"md-error\">", icon("alert"), "<span>", hidden(view.t("Fout: ")), one.sentence,
                      "</span></p>", why);
}
}

Html check_rows(View const& view, std::vector<CheckRow> const& rows) {
    if (rows.empty()) return {};
    auto const lines = each(rows, [&](CheckRow const& row) {
        Html refusals;
        for (std::size_t i = 0; i < row.refusals.size(); ++i)
            refusals += refusal(view, row.refusals[i], fmt::format("waarom-{}-{}", row.id, i));
        auto const act = row.act.empty() ? Html{} : Markup::of("<dd class=\"md-check__act\">", row.act, "</dd>");
        return Markup::of("<div", OptionalAttr{"id", row.id.empty() ? "" : id_of(row.id)},
                          OptionalAttr{"class", row.refusals.empty() ? "" : "is-refused"}, "><dt>", row.label,
                          "</dt><dd>", row.value, refusals, "</dd>", act, "</div>");
    });
    return Markup::of("<dl class=\"md-check\">", lines, "</dl>");
}

Html obstacles(std::string_view title, std::vector<FieldError> const& links) {
    auto const lines = each(links, [](FieldError const& one) {
        return Markup::of("<li>", one.field.empty() ? text(one.message) : link("#" + id_of(one.field), one.message),
                          "</li>");
    });
    return Markup::of("<div class=\"utrecht-alert utrecht-alert--error\"><div class=\"utrecht-alert__icon\">",
                      icon("alert"), "</div><div class=\"utrecht-alert__content\"><div ",
                      "class=\"utrecht-alert__message\">", "<h2 class=\"utrecht-heading-3\">", title,
                      "</h2><ul class=\"md-bullets\">", lines, "</ul></div></div></div>");
}

Html ground_tag(std::string_view code, std::string_view whole, bool own) {
    return Markup::of("<span class=\"utrecht-data-badge ", own ? "md-ground-wi" : "md-ground-pw", "\"><abbr",
                      Attr{"title", whole}, ">", code, "</abbr></span>");
}

Html tagged_line(Html const& mark, Html const& line) {
    return Markup::of("<p class=\"md-goal\">", mark, "<span>", line, "</span></p>");
}

namespace {
struct Sign {
    std::string_view css, sign;
    std::string words;   // for who does not see the sign
};
Sign sign_of(View const& view, ChangeKind kind) {
    switch (kind) {
    case ChangeKind::added: return {"is-new", "+", view.t("Nieuw: ")};
    case ChangeKind::removed: return {"is-gone", "−", view.t("Vervallen: ")};
    case ChangeKind::changed: return {"is-mod", "~", view.t("Gewijzigd: ")};
    }
    throw Bug{"change"};
}
Html deleted(std::string_view plain) { return plain.empty() ? Html{} : Markup::of("<del>", plain, "</del>"); }
Html inserted(std::string_view plain) { return plain.empty() ? Html{} : Markup::of("<ins>", plain, "</ins>"); }

constexpr std::size_t short_text = 60;   // bytes of a change in the strip; the table has all of it
std::string shortened(std::string const& whole) {
    if (whole.size() <= short_text) return whole;
    auto end = short_text;
    while (end > 0 && (static_cast<unsigned char>(whole[end]) & 0xC0) == 0x80) --end;
    return whole.substr(0, end) + "…";
}
}

Html version_strip(View const& view, std::string_view heading_text, std::vector<VersionDot> const& versions,
                   std::vector<ChangeLine> const& changes, Html const& more) {
    auto const dots = each(versions, [](VersionDot const& one) {
        return Markup::of("<li><span class=\"md-dot ", one.done ? "is-done" : "is-now", "\" aria-hidden=\"true\">",
                          one.done ? icon("check") : Html{}, "</span>",
                          one.href.empty() ? Markup::of("<b>", one.label, "</b>") : link(one.href, one.label), "</li>");
    });
    auto const lines = each(changes, [&](ChangeLine const& one) {
        auto const sign = sign_of(view, one.kind);
        return Markup::of("<li class=\"", sign.css, "\"><b aria-hidden=\"true\">", sign.sign, "</b><span>",
                          hidden(sign.words), one.what, " ", deleted(shortened(one.before)), " ",
                          inserted(shortened(one.after)), "</span></li>");
    });
    auto const last = more.empty() ? Html{} : Markup::of("<li>", more, "</li>");
    auto const list =
        lines.empty() && last.empty() ? Html{} : Markup::of("<ul class=\"md-changes\">", lines, last, "</ul>");
    return Markup::of("<section class=\"md-panel md-diff\" aria-labelledby=\"versies-titel\"><h2 class=\"md-hidden\" ",
                      "id=\"versies-titel\">", heading_text, "</h2><ol class=\"md-versions\">", dots, "</ol>", list,
                      "</section>");
}

Html change_table(View const& view, std::string_view caption, std::vector<ChangeLine> const& changes) {
    Table table{.caption = std::string{caption},
                .columns = {{.label = view.t("Wat")}, {.label = view.t("Was")}, {.label = view.t("Is nu")}},
                .rows = {}};
    for (auto const& one : changes) {
        auto const sign = sign_of(view, one.kind);
        auto const what = Markup::of("<span class=\"md-change ", sign.css, "\"><b aria-hidden=\"true\">", sign.sign,
                                     "</b><span>", hidden(sign.words), one.what, "</span></span>");
        table.rows.push_back({{what, Markup::of("<span class=\"md-typed\">", deleted(one.before), "</span>"),
                               Markup::of("<span class=\"md-typed\">", inserted(one.after), "</span>")}});
    }
    return data_table(table);
}

Html conflict_table(View const& view, std::string_view caption, std::vector<ChangeLine> const& changes) {
    Table table{.caption = std::string{caption},
                .columns = {{.label = view.t("Wat")}, {.label = view.t("Nu bewaard")}, {.label = view.t("U typte")}},
                .rows = {}};
    for (auto const& one : changes)
        table.rows.push_back({{text(one.what), typed_text(one.before), typed_text(one.after)}});
    return data_table(table);
}

Html when_group(std::string_view legend, std::optional<When> const& when, Html const& fields) {
    return Markup::of("<fieldset class=\"md-fieldset md-fieldset--part\"",
                      OptionalAttr{"data-bij", when ? when->field : ""},
                      OptionalAttr{"data-waarden", when ? when->values : ""}, "><legend>", legend, "</legend>", fields,
                      "</fieldset>");
}

Html done_list(View const& view, std::vector<Step> const& steps) {
    auto const lines = each(steps, [&](Step const& one) {
        return Markup::of("<li><span class=\"md-dot", one.done ? " is-done" : "", "\" aria-hidden=\"true\">",
                          one.done ? icon("check") : Html{}, "</span><span>",
                          hidden(one.done ? view.t("Klaar: ") : view.t("Nog niet: ")), one.line, "</span></li>");
    });
    return Markup::of("<ul class=\"md-list md-donelist\">", lines, "</ul>");
}

Html form_row(std::string_view legend, Html const& fields) {
    return Markup::of("<fieldset class=\"md-formrow\"><legend class=\"md-hidden\">", legend, "</legend>", fields,
                      "</fieldset>");
}

Html typed_text(std::string_view plain) { return Markup::of("<span class=\"md-typed\">", plain, "</span>"); }

Html signature_pad(View const& view, Form const& form, std::string_view name, std::string_view label) {
    auto inside = form;
    inside.fields += Markup::of(
        "<div class=\"md-sign\"><p class=\"utrecht-form-label\" id=\"teken-naam\">", label,
        "</p><canvas width=\"1000\" ",
        "height=\"300\" role=\"img\" aria-labelledby=\"teken-naam\"></canvas><input type=\"hidden\"",
        Attr{"name", name}, "><button class=\"utrecht-button utrecht-button--subtle\" type=\"button\" data-wis>",
        view.t("Opnieuw tekenen"), "</button></div>");
    return Markup::of("<div data-tekenen hidden>", post_form(view, inside), "</div>");
}

namespace {
bool is_stroke_sign(char c) { return (c >= '0' && c <= '9') || c == ',' || c == ' '; }
}
Html signature_drawing(std::string_view strokes, std::string_view label) {
    Html lines;
    while (!strokes.empty()) {
        auto const end = std::min(strokes.find(';'), strokes.size());
        std::string points;
        for (char const c : strokes.substr(0, end))
            if (is_stroke_sign(c)) points += c;
        if (!points.empty()) lines += Markup::of("<polyline", Attr{"points", points}, "/>");
        strokes.remove_prefix(std::min(end + 1, strokes.size()));
    }
    if (lines.empty()) return {};
    return Markup::of("<svg class=\"md-signature\" viewBox=\"0 0 1000 300\" role=\"img\"", Attr{"aria-label", label},
                      ">", lines, "</svg>");
}
}
