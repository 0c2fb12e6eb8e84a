#include "dossier/frame.h"

namespace dossier {
namespace {
using html::Html;
using i18n::N_;
using vertrouwen::Bereik;
using vertrouwen::Categorie;
using vertrouwen::Recht;

std::string file_path(DossierId id, std::string_view rest = {}) {
    return fmt::format("/dossiers/{}{}", id.value, rest);
}

std::string born(html::View const& v, PartialDate day) {
    auto const shown = html::partial_date(v, day.to_iso());
    auto const years = age(day, v.today);
    return years ? fmt::format("{} ({})", shown, *years) : shown;
}

/// 2741180936 → 274 118 0936.
std::string in_groups(std::string number) {
    constexpr std::size_t whole = 10;
    return number.size() == whole ? number.substr(0, 3) + " " + number.substr(3, 3) + " " + number.substr(6) : number;
}

std::vector<html::IdentityFact> identity_facts(gate::Context& context, Kop const& kop) {
    auto const& v = context.view;
    std::vector<html::IdentityFact> facts;
    if (kop.geboren) facts.push_back({v.t("geboren"), born(v, *kop.geboren)});
    if (kop.groep) facts.push_back({"", v.t(instroom::titel(*kop.groep))});
    if (!kop.taal.empty()) facts.push_back({v.t("spreekt"), v.t(taal_naam(kop.taal)), false});
    if (!kop.dossier.regisseur_naam.empty()) facts.push_back({v.t("regisseur"), kop.dossier.regisseur_naam});
    if (!kop.v_nummer.empty()) facts.push_back({v.t("V-nummer"), in_groups(kop.v_nummer)});
    facts.push_back({v.t("dossier"), kop.dossier.nummer});
    return facts;
}

std::vector<html::Mark> marks(html::View const& v, Kop const& kop) {
    std::vector<html::Mark> all;
    if (kop.overleden) all.push_back({v.t("Overleden"), "note", true});
    if (kop.tolk_nodig)
        all.push_back({kop.tolk_wens.empty() ? v.t("Tolk nodig") : v.t("Tolk nodig: {}", kop.tolk_wens), "chat"});
    if (kop.adres_geheim) all.push_back({v.t("Adres geheim"), "lock", true});
    return all;
}

Html state_words(html::View const& v, Stand const& s, Kop const& kop) {
    auto const day = [&] { return s.dag ? html::strong(html::time_tag(*s.dag, html::long_date(v, *s.dag))) : Html{}; };
    auto const left = [&] { return html::text(html::days_left(v, s.dagen)); };
    auto const clock = [&] { return html::text(s.klok ? v.t(titel(*s.klok)) : ""); };
    switch (s.staat) {
    case Staat::gesloten:
        return sentence(v, N_("Dit dossier is gesloten op {}."), {day()}) + html::text(" ")
               + html::text(kop.dossier.sluitreden);
    case Staat::voldaan: return sentence(v, N_("De inburgering is voldaan."), {});
    case Staat::pip_te_laat: return sentence(v, N_("Het PIP had uiterlijk {} klaar moeten zijn: {}."), {day(), left()});
    case Staat::andere_te_laat: return sentence(v, N_("{}: dit moest uiterlijk {}; {}."), {clock(), day(), left()});
    case Staat::pip_stilgelegd: return sentence(v, N_("De termijn voor het PIP staat stil."), {});
    case Staat::pip_loopt: return sentence(v, N_("Het PIP moet uiterlijk {} klaar zijn: {}."), {day(), left()});
    case Staat::wacht_op_kennisgeving:
        return sentence(v, N_("Er is nog geen kennisgeving van DUO. De tien weken voor het PIP lopen nog niet."), {});
    case Staat::termijn_loopt:
        return sentence(v, N_("De inburgeringstermijn loopt tot en met {}: {}."), {day(), left()});
    case Staat::termijn_voorbij:
        return sentence(v, N_("De inburgeringstermijn is op {} geëindigd: {}."), {day(), left()});
    case Staat::geen_termijn: return sentence(v, N_("Er loopt nu geen wettelijke termijn."), {});
    }
    return {};
}

std::vector<html::Stop> stops(html::View const& v, Feiten const& f) {
    std::vector<html::Stop> all;
    for (auto const& m : mijlpalen(f)) {
        auto detail = m.toelichting.empty() ? std::string{} : v.t(m.toelichting);
        if (m.dag) detail += (detail.empty() ? "" : " ") + html::short_day(v, *m.dag);
        using Stage = html::Stop::Stage;
        auto const stage = m.halte == Halte::klaar ? Stage::done : m.halte == Halte::nu ? Stage::now : Stage::next;
        all.push_back({v.t(m.naam), detail, stage});
    }
    return all;
}

std::string_view icon_of(Actie actie) {
    switch (actie) {
    case Actie::heropenen: return "key";
    case Actie::toewijzen: return "people";
    case Actie::brief_versturen:
    case Actie::uitnodigen: return "mail";
    case Actie::oproep_vastleggen: return "check";
    case Actie::intake_beginnen:
    case Actie::intake_verder:
    case Actie::intake_afronden: return "chat";
    case Actie::kennisgeving_vastleggen:
    case Actie::toets_vastleggen:
    case Actie::plan_maken:
    case Actie::plan_afmaken:
    case Actie::plan_vaststellen: return "doc";
    case Actie::plan_ondertekenen: return "note";
    case Actie::gesprek_plannen: return "calendar";
    case Actie::termijn_bekijken: return "clock";
    }
    return {};
}
Recht right_for(Actie actie) {
    switch (actie) {
    case Actie::heropenen:
    case Actie::toewijzen: return Recht::dossier_toewijzen;
    case Actie::kennisgeving_vastleggen: return Recht::dossier_schrijven;
    case Actie::brief_versturen: return Recht::brieven_sturen;
    case Actie::uitnodigen:
    case Actie::oproep_vastleggen:
    case Actie::intake_beginnen:
    case Actie::intake_verder:
    case Actie::toets_vastleggen:
    case Actie::intake_afronden: return Recht::intake_schrijven;
    case Actie::plan_maken:
    case Actie::plan_afmaken:
    case Actie::plan_ondertekenen: return Recht::plan_schrijven;
    case Actie::plan_vaststellen: return Recht::plan_vaststellen;
    case Actie::gesprek_plannen: return Recht::eigen_werk;
    case Actie::termijn_bekijken: return Recht::dossier_lezen;
    }
    return Recht::dossier_lezen;
}

std::vector<Html> state_buttons(gate::Context& context, Kop const& kop, Feiten const& f) {
    auto const& v = context.view;
    auto const may = [&](Recht recht) { return context.access.bereik_van(recht) != Bereik::geen; };
    auto const next = volgende_actie(f, v.today);
    std::vector<Html> buttons;
    auto const target = actie_pad(next, kop.dossier.id, f);
    bool const here = target.substr(0, target.find_first_of("?#")) == context.request.path;
    if (may(right_for(next)) && !here)   // a page does not lead to itself
        buttons.push_back(html::button_link(html::Act::primary, target, v.t(tekst(next)), icon_of(next)));
    if (f.open && may(Recht::dossier_schrijven))
        buttons.push_back(html::button_link(html::Act::secondary, file_path(kop.dossier.id, "/notities"),
                                            v.t("Contact of notitie"), "note"));
    return buttons;
}

std::vector<html::Tab> tab_list(gate::Context& context, Kop const& kop, Tab current) {
    auto const& v = context.view;
    auto const id = kop.dossier.id;
    std::vector<html::Tab> all;
    auto const add = [&](Tab tab, std::string_view label, std::string_view rest, std::string badge = {}) {
        all.push_back({v.t(label), file_path(id, rest), std::move(badge), tab == current});
    };
    add(Tab::overzicht, N_("Overzicht"), "");
    if (context.access.mag_zien(Categorie::gezin))
        add(Tab::gezin, N_("Gezin"), "/gezin", kop.gezinsleden > 0 ? std::to_string(kop.gezinsleden) : "");
    auto const may = [&](Recht recht) { return context.access.bereik_van(recht) != Bereik::geen; };
    if (may(Recht::intake_lezen)) add(Tab::intake, N_("Intake"), "/intake");
    if (may(Recht::plan_lezen)) add(Tab::plan, N_("Plan"), "/plan");
    if (may(Recht::brieven_lezen)) add(Tab::brieven, N_("Brieven & documenten"), "/brieven");
    add(Tab::termijnen, N_("Termijnen"), "/termijnen");
    add(Tab::persoon, N_("Persoon"), "/persoon");
    add(Tab::doelgroep, N_("Doelgroep & aanbod"), "/doelgroep");
    add(Tab::duo, N_("DUO"), "/duo");
    if (may(Recht::dossier_inzage)) add(Tab::inzage, N_("Inzage"), "/inzage");
    return all;
}
std::string shown_name(html::View const& v, Kop const& kop) {
    return kop.naam.empty() ? v.t("Dossier {}", kop.dossier.nummer) : kop.naam;
}
}

Html sentence(html::View const& view, std::string_view dutch, std::vector<Html> const& parts) {
    auto const words = i18n::translate(view.taal, dutch);
    Html out;
    std::size_t from = 0, next = 0;
    for (auto at = words.find("{}"); at != std::string_view::npos && next < parts.size(); at = words.find("{}", from)) {
        out += html::text(words.substr(from, at - from)) + parts[next++];
        from = at + 2;
    }
    return out + html::text(words.substr(from));
}

Html file_frame(gate::Context& context, Kop const& kop, Feiten const& f, Tab tab, Html body) {
    auto const& v = context.view;
    auto const now = stand(f, v.today);
    auto const name = shown_name(v, kop);
    html::Identity const identity{.region_label = v.t("Over wie gaat dit dossier"),
                                  .name = name,
                                  .own_script = kop.eigen_schrift,
                                  .own_script_lang = kop.eigen_schrift_taal,
                                  .pronounce = kop.uitspraak,
                                  .facts = identity_facts(context, kop),
                                  .marks = marks(v, kop)};
    auto const tone = now.toon == Toon::laat     ? html::StateTone::late
                      : now.toon == Toon::rustig ? html::StateTone::calm
                                                 : html::StateTone::normal;
    return html::identity_bar(v, identity) + html::visually_hidden_heading(1, v.t("Dossier van {}", name))
           + html::state_sentence(v, tone, state_words(v, now, kop), state_buttons(context, kop, f), stops(v, f),
                                  tab == Tab::overzicht ? html::StateSize::whole : html::StateSize::brief)
           + html::tabs(v.t("Onderdelen van dit dossier"), tab_list(context, kop, tab)) + body;
}

Html file_frame(gate::Context& context, DossierId id, Tab tab, Html body) {
    struct Read {
        std::optional<Kop> kop;
        inburgeringstermijn::Grondslag basis;
    };
    auto const read = context.app.database.read(context.scope(), [&](db::Connection& c) {
        return Read{head(c, context.access, context.now(), id), inburgeringstermijn::basis(c, id)};
    });
    check(read.kop.has_value());   // the gate has opened this file
    return file_frame(context, *read.kop, facts_for(*read.kop, read.basis, context.today()), tab, std::move(body));
}

std::string file_title(html::View const& view, Kop const& kop, std::string_view page) {
    return fmt::format("{} · {}", shown_name(view, kop), page);
}

std::string file_title(gate::Context& context, DossierId id, std::string_view page) {
    auto const kop = context.app.database.read(
        context.scope(), [&](db::Connection& c) { return head(c, context.access, context.now(), id); });
    check(kop.has_value());
    return file_title(context.view, *kop, page);
}
}
