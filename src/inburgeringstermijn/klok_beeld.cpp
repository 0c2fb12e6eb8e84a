#include "inburgeringstermijn/klok_beeld.h"

#include <algorithm>

namespace inburgeringstermijn {
namespace {
using html::Html;

html::DueKind kind_of(Klok const& klok, Date today) { return html::due_kind(today, klok.uiterlijk); }

std::string_view tone(html::DueKind kind) {
    if (kind == html::DueKind::late) return "late";
    return kind == html::DueKind::today || kind == html::DueKind::soon ? "soon" : "";
}

/// What DUO registered leads; what we reckoned stands beside it.
std::string duo_note(html::View const& v, Klok const& klok) {
    if (!klok.van_duo) return {};
    if (!klok.eigen_berekening) return v.t("Datum van DUO.");
    return v.t("Datum van DUO. Onze berekening komt op {}: bespreek het verschil met DUO.",
               html::short_day(v, *klok.eigen_berekening));
}

void describe_running(html::View const& v, Klok const& klok, html::ClockView& view) {
    auto const kind = kind_of(klok, v.today);
    int const left = static_cast<int>((klok.uiterlijk - v.today).count());
    bool const near = kind != html::DueKind::later;
    if (near)
        view.badge = html::due_badge(v, kind, html::days_left(v, left), {});
    else
        view.end_note = v.t("tot en met {}", html::short_day(v, klok.uiterlijk));
    view.tone = tone(kind);
    if (auto const so_far = voortgang(klok, v.today)) {
        view.percent = so_far->procent;
        view.day_text = v.t("Dag {} van {}.", so_far->dag, so_far->van);
    }
    if (near)
        view.day_text += (view.day_text.empty() ? "" : " ") + v.t("Uiterlijk {}.", html::short_day(v, klok.uiterlijk));
}
}

std::optional<Voortgang> voortgang(Klok const& klok, Date today) {
    int const whole = static_cast<int>((klok.uiterlijk - klok.begin).count());
    int const day = static_cast<int>((today - klok.begin).count());
    if (whole <= 0 || day < 0) return std::nullopt;
    constexpr int all = 100;
    return Voortgang{std::min(day, whole), whole, std::min(all, day * all / whole)};
}

Html clock(html::View const& v, Klok const& klok, std::string_view prefix) {
    html::ClockView view;
    view.id = fmt::format("{}-{}", prefix, naam(klok.soort));
    view.label = v.t(titel(klok.soort));
    view.redenen = klok.redenen;
    bool const dated = klok.stand != KlokStand::loopt_nog_niet && klok.stand != KlokStand::stilgelegd;
    view.why_label = dated ? v.t("Waarom {}?", html::day_month(v, klok.uiterlijk)) : v.t("Waarom?");
    switch (klok.stand) {
    case KlokStand::loopt_nog_niet: view.end_note = v.t("loopt nog niet"); break;
    case KlokStand::stilgelegd: view.end_note = v.t("staat stil"); break;
    case KlokStand::loopt: describe_running(v, klok, view); break;
    case KlokStand::gehaald:
        view.badge = html::status_badge(v.t("klaar"), "ok");
        view.day_text = v.t("Uiterlijk {}.", html::short_day(v, klok.uiterlijk));
        break;
    case KlokStand::vervallen: view.end_note = v.t("niet meer van belang"); break;
    }
    if (auto const duo = duo_note(v, klok); !duo.empty()) view.day_text += (view.day_text.empty() ? "" : " ") + duo;
    return html::legal_clock(v, view);
}

Html running_clocks(html::View const& v, std::vector<Klok> const& klokken) {
    Html out;
    for (auto const& klok : klokken) {
        using enum KlokSoort;
        bool const to_come =
            klok.stand == KlokStand::loopt_nog_niet
            && (klok.soort == pip || klok.soort == KlokSoort::inburgeringstermijn || klok.soort == ontzorgen);
        if (klok.stand == KlokStand::loopt || klok.stand == KlokStand::stilgelegd || to_come)
            out += clock(v, klok, "klok");
    }
    return out.empty() ? html::empty_state(v.t("Er lopen geen wettelijke termijnen.")) : out;
}
}
