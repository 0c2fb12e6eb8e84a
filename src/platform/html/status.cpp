#include "platform/html/components.h"
#include "platform/html/markup.h"

namespace html {
namespace {

struct AlertLook {
    Raw css;
    std::string_view icon_name;
};
AlertLook look(AlertKind kind) {
    switch (kind) {
    case AlertKind::error: return {"utrecht-alert utrecht-alert--error", "alert"};
    case AlertKind::warning: return {"utrecht-alert utrecht-alert--warning", "warning"};
    case AlertKind::info: return {"utrecht-alert utrecht-alert--info", "info"};
    case AlertKind::ok: return {"utrecht-alert utrecht-alert--ok", "check"};
    }
    throw Bug{"alert kind"};
}

/// Colour and shape together; the words come first in any case.
Raw look(DueKind kind) {
    switch (kind) {
    case DueKind::late: return "utrecht-status-badge utrecht-status-badge--danger md-due";
    case DueKind::today: return "utrecht-status-badge utrecht-status-badge--warning md-due";
    case DueKind::soon: return "utrecht-status-badge utrecht-status-badge--warning md-due md-due--soon";
    case DueKind::later: return "utrecht-status-badge utrecht-status-badge--neutral md-due md-due--later";
    case DueKind::waiting: return "utrecht-status-badge utrecht-status-badge--neutral md-due md-due--wait";
    }
    throw Bug{"due kind"};
}

constexpr int soon_days = 14;   // look.md: a term that falls due within two weeks is "soon"
}

Html alert(AlertKind kind, std::string_view title, Html const& body, bool fresh) {
    auto const [css, icon_name] = look(kind);
    return Markup::of("<div class=\"", css, "\"", OptionalAttr{"role", fresh ? "alert" : ""},
                      "><div class=\"utrecht-alert__icon\">", icon(icon_name),
                      "</div><div class=\"utrecht-alert__content\">",
                      "<div class=\"utrecht-alert__message\"><p class=\"md-alert__title\">", title, "</p>", body,
                      "</div></div></div>");
}

Html due_badge(View const& view, DueKind kind, std::string_view words, std::optional<Date> day) {
    auto const date =
        day ? Markup::of("<span class=\"md-cell-sub\">", time_tag(*day, short_date(view, *day)), "</span>") : Html{};
    return Markup::of("<span class=\"", look(kind), "\">", words, "</span>", date);
}

DueKind due_kind(Date today, Date due) {
    auto const days = (due - today).count();
    if (days < 0) return DueKind::late;
    if (days == 0) return DueKind::today;
    return days <= soon_days ? DueKind::soon : DueKind::later;
}

Html status_badge(std::string_view label, std::string_view tone) {
    Raw css = "utrecht-status-badge utrecht-status-badge--neutral";
    if (tone == "ok")
        css = "utrecht-status-badge utrecht-status-badge--safe";
    else if (tone == "warning")
        css = "utrecht-status-badge utrecht-status-badge--warning";
    else if (tone == "danger")
        css = "utrecht-status-badge utrecht-status-badge--danger";
    else if (tone == "waiting")
        css = "utrecht-status-badge utrecht-status-badge--neutral md-status--wait";
    else
        check(tone == "neutral");
    return Markup::of("<span class=\"", css, "\">", label, "</span>");
}

Html count_badge(int n, std::string_view hidden_suffix) {
    return Markup::of("<span class=\"utrecht-number-badge\">", n,
                      hidden_suffix.empty() ? Html{} : hidden(hidden_suffix), "</span>");
}

Html unsure_tag(View const& view) {
    return Markup::of("<span class=\"utrecht-data-badge md-unsure\">", view.t("niet bevestigd"), "</span>");
}

Html progress_bar(View const& view, std::string_view label, std::int64_t done, std::int64_t total,
                  std::string_view events) {
    auto const of_total = total > 0 ? view.t("{} van {}", grouped(view, done), grouped(view, total)) : view.t("bezig");
    // Without a total the bar runs without a value: the browser then shows that something is going on.
    auto const range =
        total > 0 ? Markup::of(Attr{"value", std::to_string(done)}, Attr{"max", std::to_string(total)}) : Html{};
    return Markup::of("<div class=\"md-progress\"", OptionalAttr{"data-events", events},
                      "><label class=\"md-progress__row\">", "<span class=\"md-progress__label\">", label,
                      "</span> <span class=\"md-progress__text md-num\">", of_total, "</span><progress", range,
                      "></progress></label></div>");
}
}
