#include "brede_intake/blad.h"

#include "gate/form.h"
#include "platform/html/radar.h"
#include "platform/json/json.h"

#include <algorithm>

namespace brede_intake {
using html::Html;
using i18n::N_;

Blad lees(db::Connection& c, gate::Context const& context) {
    DossierId const id{context.id_param("dossier")};
    auto kop = dossier::head(c, context.access, context.now(), id);
    check(kop.has_value());   // the gate has opened this file
    auto areas = brede_intake::leefgebieden(c, context.access.gemeente());
    std::erase_if(areas, [](Leefgebied const& l) { return !l.actief; });
    bool const open = kop->dossier.open;
    return {.dossier = id,
            .kop = std::move(*kop),
            .grond = inburgeringstermijn::basis(c, id),
            .intakes = brede_intake::intakes(c, context.access, id),
            .leefgebieden = std::move(areas),
            .mag_schrijven =
                open && context.access.bereik_van(vertrouwen::Recht::intake_schrijven) != vertrouwen::Bereik::geen};
}

std::string pad(DossierId id, std::string_view rest) { return fmt::format("/dossiers/{}/intake{}", id.value, rest); }
std::string pad(Blad const& b, std::string_view rest) { return pad(b.dossier, rest); }

http::Response toon(gate::Context& context, int status, Blad const& b, std::string_view title,
                    std::vector<html::Crumb> const& between, Html body) {
    auto const& v = context.view;
    Html above;
    if (title != v.t("Intake")) {
        std::vector<html::Crumb> crumbs{{v.t("Intake"), pad(b)}};
        crumbs.insert(crumbs.end(), between.begin(), between.end());
        crumbs.push_back({std::string{title}, {}});
        above = html::breadcrumb(v, crumbs);
    }
    return gate::page(context, status, dossier::file_title(v, b.kop, title),
                      dossier::file_frame(context, b.kop, dossier::facts_for(b.kop, b.grond, context.today()),
                                          dossier::Tab::intake, above + body));
}
http::Response toon(gate::Context& context, int status, Blad const& b, std::string_view title, Html body) {
    return toon(context, status, b, title, {}, std::move(body));
}

std::string opgeslagen(html::View const& v, Velden const& fields) {
    Timestamp last{};
    for (auto const& [name, field] : fields) last = std::max(last, field.op);
    if (last == Timestamp{}) return {};
    auto const local = platform::local_time(last);
    auto const time = html::clock_time(v, local.hour, local.minute);
    return local.day == v.today ? v.t("Opgeslagen om {}.", time)
                                : v.t("Opgeslagen op {} om {}.", html::short_date(v, local.day), time);
}

std::vector<html::Choice> keuzes(html::View const& v, std::vector<Basiskeuze> const& list) {
    std::vector<html::Choice> all;
    for (auto const& one : list) all.push_back({std::string{one.waarde}, v.t(one.titel), {}});
    return all;
}

namespace {
Antwoord answer_of(std::map<std::string, Antwoord> const& all, std::string const& code) {
    auto const at = all.find(code);
    return at == all.end() ? Antwoord{} : at->second;
}
std::string area_title(html::View const& v, Leefgebied const& l) { return l.eigen ? l.titel : v.t(l.titel); }
}

Html takenlijst(html::View const& v, Blad const& b, std::map<std::string, Antwoord> const& answers,
                std::string_view now) {
    std::vector<html::TaskItem> items;
    int number = 0;
    for (auto const& l : b.leefgebieden) {
        auto const a = answer_of(answers, l.code);
        html::TaskItem t{.number = std::to_string(++number),
                         .label = area_title(v, l),
                         .href = pad(b, "/leefgebieden/" + l.code + "#werkblad")};
        bool const asked = a.stand != Gebiedstand::niet_gevraagd;
        if (asked) {
            t.stage = html::TaskItem::Stage::done;
            t.end = a.score > 0 ? fmt::format("{}/5", a.score) : v.t(titel(a.stand));
            t.hidden_end = a.score > 0 ? v.t("besproken, score ") : std::string{};
        } else {
            t.end = v.t("open");
            t.hidden_end = v.t("niet gevraagd, ");
        }
        if (l.code == now) {
            t.stage = html::TaskItem::Stage::now;
            t.hidden_end = v.t("hier bent u, ");
        }
        items.push_back(std::move(t));
    }
    return html::task_list(items);
}

namespace {
/// Where the work of a part is done, in the file; empty: only noted, in a form of its own.
std::string work_of(Onderdeel o) {
    switch (o) {
    case Onderdeel::leerbaarheidstoets: return "/toets";
    case Onderdeel::opleiding: return "/intake/basis/opleiding#werkblad";
    case Onderdeel::werkervaring:
    case Onderdeel::kansen_op_werk: return "/intake/basis/werk#werkblad";
    case Onderdeel::vve: return "/intake/basis/gezin#werkblad";
    case Onderdeel::omstandigheden: return "/intake/leefgebieden/gezinssituatie#werkblad";
    case Onderdeel::fysieke_gezondheid: return "/intake/leefgebieden/fysieke_gezondheid#werkblad";
    case Onderdeel::mentale_gezondheid: return "/intake/leefgebieden/mentale_gezondheid#werkblad";
    case Onderdeel::taalniveau: return "/intake/leefgebieden/taalniveau#werkblad";
    case Onderdeel::zelfredzaamheid: return "/intake/leefgebieden/zelfredzaamheid#werkblad";
    case Onderdeel::apart_gesprek: return {};
    }
    return {};
}
}

Html onderdeel_links(html::View const& v, Blad const& b, MinimumRegel const& m) {
    auto const named = [&](std::string const& href, std::string const& label) {
        return html::link(href, html::text(label) + html::hidden(" " + v.t(titel(m.onderdeel))));
    };
    auto const note = pad(b, fmt::format("/wettelijk/{}#werkblad", naam(m.onderdeel)));
    auto const work = work_of(m.onderdeel);
    if (work.empty() || !m.grond.empty())
        return named(note, m.stand == Afhandeling::open ? v.t("Vastleggen") : v.t("Wijzigen"));
    auto const there = fmt::format("/dossiers/{}{}", b.dossier.value, work);
    if (m.stand == Afhandeling::open)
        return named(there, v.t("Invullen")) + html::text(" · ") + named(note, v.t("Anders vastleggen"));
    return named(there, v.t("Wijzigen"));
}

int gevraagd(Blad const& b, std::map<std::string, Antwoord> const& answers) {
    return static_cast<int>(std::ranges::count_if(b.leefgebieden, [&](Leefgebied const& l) {
        return answer_of(answers, l.code).stand != Gebiedstand::niet_gevraagd;
    }));
}

Html beeld(html::View const& v, Blad const& b, std::map<std::string, Antwoord> const& now,
           std::map<std::string, Antwoord> const& earlier) {
    html::Radar r{.id = "beeld",
                  .title = v.t("Scores per leefgebied"),
                  .say = {},
                  .axes = {},
                  .now_label = v.t("nu"),
                  .earlier_label = earlier.empty() ? std::string{} : v.t("vorige")};
    int scored = 0;
    for (auto const& l : b.leefgebieden) {
        auto const a = answer_of(now, l.code);
        scored += a.score > 0 ? 1 : 0;
        r.axes.push_back({area_title(v, l), a.score, answer_of(earlier, l.code).score,
                          a.score > 0 ? std::string{} : v.t(titel(a.stand))});
    }
    if (r.axes.size() < 3) return {};
    r.say = scored == 0
                ? v.t("Er is nog geen score gegeven.")
                : v.t("{} van {} leefgebieden hebben een score. Een open stuk: nog geen score.", scored, r.axes.size());
    return html::panel({.id = "beeldpaneel", .title = v.t("Beeld tot nu"), .head_end = {}, .body = html::radar(v, r)});
}

std::vector<Veldinvoer> lees_velden(http::Request const& r, Onderwerp const& subject) {
    std::vector<Veldinvoer> all;
    for (auto const& field : subject.velden) {
        if (!r.has_form(field) && !r.has_form("kies." + field)) continue;
        Veldinvoer in{field,
                      std::string{r.form_value(field)},
                      std::string{r.form_value("merk." + field)},
                      keus_van(r.form_value("kies." + field)),
                      {}};
        for (auto const sent : r.form_values("vorig." + field)) in.vorig.emplace_back(sent);
        all.push_back(std::move(in));
    }
    return all;
}

http::Response bewaard_antwoord(gate::Context& context, Bewaring const& kept) {
    auto const& v = context.view;
    json::Writer w;
    w.object().key("merken").object();
    for (auto const& field : kept.gelijk) {
        auto const at = kept.nu.find(field);
        w.field(field, merk(context.app.kluis, at->second));
    }
    w.end_object();
    std::string message = opgeslagen(v, kept.nu);
    for (auto const& no : kept.fouten) message += (message.empty() ? "" : " ") + v.t(tekst(no.reden));
    w.field("melding", message).field("samen", !kept.conflicten.empty()).end_object();
    http::Response out;
    out.content_type = "application/json; charset=utf-8";
    out.body = w.take();
    return out;
}

Html merken(vertrouwen::Kluis const& kluis, Velden const& fields, std::vector<Veldinvoer> const& sent) {
    Html out;
    for (auto const& [name, field] : fields) {
        auto const at = std::ranges::find(sent, name, &Veldinvoer::veld);
        out += html::hidden_field("merk." + name, at == sent.end() ? merk(kluis, field) : at->merk);
    }
    return out;
}

Html keuzeblad(html::View const& v, vertrouwen::Kluis const& kluis, std::vector<Conflict> const& conflicts,
               std::string const& action, std::map<std::string, std::string> const& labels) {
    Html fields;
    for (auto const& one : conflicts) {
        auto const local = platform::local_time(one.hunne.op);
        auto const label = labels.find(one.veld);
        bool const answer = one.veld == "antwoord";
        auto const words = [&](std::string const& text) {
            auto const a = answer_of({{"", antwoord_van(text).value_or(Antwoord{})}}, "");
            return answer ? (a.score > 0 ? v.t("score {}", a.score) : v.t(titel(a.stand))) : text;
        };
        fields += html::choose_text(
            v, {.field = one.veld,
                .label = label == labels.end() ? one.veld : label->second,
                .theirs_by = v.t("{}, {}", one.hunne.door, html::clock_time(v, local.hour, local.minute)),
                .theirs = words(one.hunne.tekst),
                .mine = words(one.mijne),
                .both = !answer});
        fields +=
            html::hidden_field(one.veld, one.mijne) + html::hidden_field("merk." + one.veld, merk(kluis, one.hunne));
    }
    auto const form = html::post_form(
        v, {.action = action, .fields = fields, .buttons = {html::button(html::Act::primary, v.t("Keuze opslaan"))}});
    return html::alert(
               html::AlertKind::warning, v.t("U en een collega hebben hetzelfde veld gewijzigd"),
               html::paragraph(html::text(v.t("Er is niets weg. Kies hieronder welke tekst blijft. De andere velden "
                                              "zijn opgeslagen."))),
               true)
           + html::panel({.id = "keuze", .title = v.t("Kies per veld"), .head_end = {}, .body = form});
}
}
