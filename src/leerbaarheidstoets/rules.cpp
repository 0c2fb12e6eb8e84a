#include "leerbaarheidstoets/rules.h"

#include "law/wi2021.h"
#include "platform/i18n/i18n.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>

namespace leerbaarheidstoets {
using i18n::N_;

namespace {
struct Naam {
    std::string_view naam, titel;
};
constexpr std::array<Naam, 6> standen{{{"geen", N_("nog niet aangevraagd")},
                                       {"aangevraagd", N_("aangevraagd bij DUO")},
                                       {"ingepland", N_("gepland")},
                                       {"uitslag", N_("uitslag bekend")},
                                       {"uitzondering", N_("niet nodig: uitzondering")},
                                       {"geweigerd", N_("geweigerd of niet meegewerkt")}}};
constexpr std::array<Naam, 3> uitslagen{{{"haalbaar", N_("B1-route haalbaar")},
                                         {"niet_haalbaar", N_("B1-route niet haalbaar")},
                                         {"onbekend", N_("Onbekend")}}};
constexpr std::array<Naam, 2> gronden{{{"visueel", N_("Visuele beperking")}, {"auditief", N_("Auditieve beperking")}}};

template <class Enum, std::size_t N> std::optional<Enum> of(std::array<Naam, N> const& names, std::string_view name) {
    auto const* found = std::ranges::find(names, name, &Naam::naam);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}
bool leeg(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }
std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}
constexpr std::size_t longest_text = 2000;
constexpr int hundred = 100;
}

std::string_view naam(Stand stand) { return standen[static_cast<std::size_t>(stand)].naam; }
std::string_view titel(Stand stand) { return standen[static_cast<std::size_t>(stand)].titel; }
std::optional<Stand> stand_van(std::string_view name) { return of<Stand>(standen, name); }
std::string_view naam(Uitslag result) { return uitslagen[static_cast<std::size_t>(result)].naam; }
std::string_view titel(Uitslag result) { return uitslagen[static_cast<std::size_t>(result)].titel; }
std::optional<Uitslag> uitslag_van(std::string_view name) { return of<Uitslag>(uitslagen, name); }
std::string_view naam(Grond ground) { return gronden[static_cast<std::size_t>(ground)].naam; }
std::string_view titel(Grond ground) { return gronden[static_cast<std::size_t>(ground)].titel; }
std::optional<Grond> grond_van(std::string_view name) { return of<Grond>(gronden, name); }

std::optional<int> score_van(std::string_view typed) {
    auto const comma = typed.find_first_of(",.");
    constexpr std::size_t decimals = 2, most_digits = 3;
    if (comma == std::string_view::npos || comma == 0 || comma > most_digits) return std::nullopt;
    auto const whole = typed.substr(0, comma), part = typed.substr(comma + 1);
    auto const digits = [](std::string_view text) {
        return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    };
    if (part.size() != decimals || !digits(whole) || !digits(part)) return std::nullopt;
    int value = 0;
    for (char const c : std::string{whole} + std::string{part}) value = value * 10 + (c - '0');
    return value;
}
std::string score_tekst(int hundredths) { return fmt::format("{},{:02}", hundredths / hundred, hundredths % hundred); }

std::string_view naam(Refusal refusal) {
    switch (refusal) {
    case Refusal::geen_examennummer: return "geen_examennummer";
    case Refusal::examennummer_te_lang: return "examennummer_te_lang";
    case Refusal::dag_ontbreekt: return "dag_ontbreekt";
    case Refusal::dag_in_toekomst: return "dag_in_toekomst";
    case Refusal::dag_voor_aanvraag: return "dag_voor_aanvraag";
    case Refusal::geen_uitslag: return "geen_uitslag";
    case Refusal::geen_score: return "geen_score";
    case Refusal::uitslag_past_niet_bij_score: return "uitslag_past_niet_bij_score";
    case Refusal::geen_grond: return "geen_grond";
    case Refusal::uitzondering_voor_2023: return "uitzondering_voor_2023";
    case Refusal::auditief_en_in_staat: return "auditief_en_in_staat";
    case Refusal::geen_reden: return "geen_reden";
    case Refusal::te_lang: return "te_lang";
    case Refusal::geen_uitslag_om_van_af_te_wijken: return "geen_uitslag_om_van_af_te_wijken";
    }
    throw Bug{"toetsrefusal"};
}

std::string_view veld(Refusal refusal) {
    switch (refusal) {
    case Refusal::geen_examennummer:
    case Refusal::examennummer_te_lang: return "examennummer";
    case Refusal::dag_ontbreekt:
    case Refusal::dag_in_toekomst:
    case Refusal::dag_voor_aanvraag:
    case Refusal::uitzondering_voor_2023: return "dag";
    case Refusal::geen_uitslag: return "uitslag";
    case Refusal::geen_score:
    case Refusal::uitslag_past_niet_bij_score: return "score";
    case Refusal::geen_grond: return "grond";
    case Refusal::auditief_en_in_staat: return "niet_in_staat";
    case Refusal::geen_reden:
    case Refusal::te_lang: return "reden";
    case Refusal::geen_uitslag_om_van_af_te_wijken: return "afwijking";
    }
    throw Bug{"toetsrefusal"};
}

std::string_view tekst(Refusal refusal) {
    switch (refusal) {
    case Refusal::geen_examennummer: return N_("Vul het examennummer in dat DUO gaf.");
    case Refusal::examennummer_te_lang: return N_("Een examennummer heeft ten hoogste 12 letters en cijfers.");
    case Refusal::dag_ontbreekt: return N_("Vul een dag in die bestaat, bijvoorbeeld 25 11 2026.");
    case Refusal::dag_in_toekomst: return N_("Deze dag ligt in de toekomst.");
    case Refusal::dag_voor_aanvraag: return N_("Deze dag ligt voor de dag van de aanvraag bij DUO.");
    case Refusal::geen_uitslag: return N_("Kies de uitslag zoals DUO die geeft.");
    case Refusal::geen_score:
        return N_(
            "Vul de behaalde en de vereiste score allebei in, met twee cijfers achter de komma. Bijvoorbeeld 12,50.");
    case Refusal::uitslag_past_niet_bij_score:
        return N_("De uitslag past niet bij de scores. Kijk beide nog eens na bij DUO.");
    case Refusal::geen_grond: return N_("Kies waarom de toets niet hoeft.");
    case Refusal::uitzondering_voor_2023: return N_("De gemeente kan de toets pas sinds 1 januari 2023 overslaan.");
    case Refusal::auditief_en_in_staat:
        return N_("Een auditieve beperking is alleen een grond als u de persoon ook niet in staat acht de toets te "
                  "doen.");
    case Refusal::geen_reden: return N_("Schrijf de reden op.");
    case Refusal::te_lang: return N_("Deze tekst is te lang. Maak hem korter (ten hoogste 2.000 tekens).");
    case Refusal::geen_uitslag_om_van_af_te_wijken:
        return N_("Er is nog geen uitslag. Afwijken kan pas als die er is.");
    }
    throw Bug{"toetsrefusal"};
}

Result<Uitgelegd<bool>, Geweigerd<Refusal>> uitzondering(Grond grond, bool niet_in_staat, Date op) {
    auto const* rule = law::toets_uitzondering.on(op);
    Waarom why{
        "R2.8",
        N_("De gemeente slaat de toets over bij een visuele beperking, en bij een auditieve beperking als iemand "
           "ook niet in staat wordt geacht de toets te doen."),
        {law::toets_uitzondering.versions.back().source, law::toets_uitzondering_wie},
        Zekerheid::P,
        {{N_("grond"), titel(grond), "grond"},
         {N_("niet in staat geacht"), niet_in_staat, "niet_in_staat"},
         {N_("dag van het besluit"), op, "dag"}},
        {}};
    if (!rule) {
        why.zin = N_("De gemeente kan de toets pas sinds 1 januari 2023 overslaan.");
        return unexpected{Geweigerd<Refusal>{Refusal::uitzondering_voor_2023, {std::move(why)}}};
    }
    if (grond == Grond::auditief && !niet_in_staat)
        return unexpected{Geweigerd<Refusal>{Refusal::auditief_en_in_staat, {std::move(why)}}};
    return Uitgelegd<bool>{true, {std::move(why)}};
}

bool wijkt_af(std::optional<Uitslag> result, bool z_route) {
    if (!result || *result == Uitslag::onbekend) return false;
    return (*result == Uitslag::haalbaar) == z_route;
}

namespace {
void check_nummer(Toets const& t, std::vector<Refusal>& found) {
    if (leeg(t.examennummer)) found.push_back(Refusal::geen_examennummer);
    if (characters(t.examennummer) > langste_examennummer) found.push_back(Refusal::examennummer_te_lang);
}
/// A day that has been.
void check_dag(std::optional<Date> day, Toets const& staand, Date today, std::vector<Refusal>& found) {
    if (!day)
        found.push_back(Refusal::dag_ontbreekt);
    else if (*day > today)
        found.push_back(Refusal::dag_in_toekomst);
    else if (staand.aangevraagd && *day < *staand.aangevraagd)
        found.push_back(Refusal::dag_voor_aanvraag);
}
void check_uitslag(Toets const& t, Toets const& staand, Date today, std::vector<Refusal>& found) {
    if (characters(t.examennummer) > langste_examennummer) found.push_back(Refusal::examennummer_te_lang);
    check_dag(t.geregistreerd, staand, today, found);
    if (!t.uitslag) {
        found.push_back(Refusal::geen_uitslag);
        return;
    }
    bool const known = *t.uitslag != Uitslag::onbekend;
    if (t.score.has_value() != t.vereist.has_value() || (known && !t.score)) {
        found.push_back(Refusal::geen_score);
        return;
    }
    if (known && (*t.score >= *t.vereist) != (*t.uitslag == Uitslag::haalbaar))
        found.push_back(Refusal::uitslag_past_niet_bij_score);
}
void check_uitzondering(Toets const& t, Date today, std::vector<Refusal>& found) {
    check_dag(t.dag, {}, today, found);
    if (!t.grond)
        found.push_back(Refusal::geen_grond);
    else if (auto const allowed = uitzondering(*t.grond, t.niet_in_staat, t.dag.value_or(today)); !allowed)
        found.push_back(allowed.error().reden);
}
}

std::vector<Refusal> keur(Toets const& t, Toets const& staand, Date today) {
    std::vector<Refusal> found;
    switch (t.stand) {
    case Stand::geen: break;
    case Stand::aangevraagd:
        check_nummer(t, found);
        check_dag(t.aangevraagd, {}, today, found);
        break;
    case Stand::ingepland:
        check_nummer(t, found);
        if (!t.gepland)
            found.push_back(Refusal::dag_ontbreekt);
        else if (t.aangevraagd && *t.gepland < *t.aangevraagd)
            found.push_back(Refusal::dag_voor_aanvraag);
        break;
    case Stand::uitslag: check_uitslag(t, staand, today, found); break;
    case Stand::uitzondering: check_uitzondering(t, today, found); break;
    case Stand::geweigerd: check_dag(t.dag, staand, today, found); break;
    }
    bool const needs_reason = t.stand == Stand::uitzondering || t.stand == Stand::geweigerd;
    if (needs_reason && leeg(t.reden)) found.push_back(Refusal::geen_reden);
    if (characters(t.reden) > longest_text || characters(t.afwijking) > longest_text) found.push_back(Refusal::te_lang);
    if (!leeg(t.afwijking) && t.stand != Stand::uitslag) found.push_back(Refusal::geen_uitslag_om_van_af_te_wijken);
    return found;
}
}
