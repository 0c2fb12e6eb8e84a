#include "brede_intake/rules.h"

#include "kernel/utf8.h"
#include "law/besluit_inburgering.h"
#include "law/wi2021.h"
#include "platform/i18n/i18n.h"

#include <algorithm>
#include <charconv>

namespace brede_intake {
namespace {
using i18n::N_;

template <class E, std::size_t N>
std::optional<E> named(std::array<std::string_view, N> const& names, std::string_view name) {
    auto const at = std::ranges::find(names, name);
    if (at == names.end()) return std::nullopt;
    return static_cast<E>(at - names.begin());
}
template <class E> constexpr std::size_t at(E e) { return static_cast<std::size_t>(e); }

constexpr std::array<std::string_view, 4> standen{"niet_gevraagd", "besproken", "wil_niet", "niet_van_toepassing"};
constexpr std::array<std::string_view, 4> stand_titels{N_("niet gevraagd"), N_("besproken"),
                                                       N_("wil hier niet over praten"), N_("niet van toepassing")};
constexpr std::array<std::string_view, 3> afhandelingen{"open", "afgedaan", "niet_relevant"};
constexpr std::array<std::string_view, 3> keuzes{"hunne", "mijne", "beide"};

struct OnderdeelRij {
    std::string_view naam, titel;
    LawRef bron;
};
constexpr LawRef inhoud{law::wi2021, "art. 14", "lid 3"}, besluit_inhoud{law::besluit, "art. 5.2", ""};
constexpr std::array<OnderdeelRij, aantal_onderdelen> onderdelen{{
    {"leerbaarheidstoets", N_("Leerbaarheidstoets"), inhoud},
    {"opleiding", N_("Opleiding in het land van herkomst"), inhoud},
    {"werkervaring", N_("Werkervaring in het land van herkomst"), inhoud},
    {"omstandigheden", N_("Persoonlijke omstandigheden"), inhoud},
    {"fysieke_gezondheid", N_("Lichamelijke gezondheid"), inhoud},
    {"mentale_gezondheid", N_("Mentale gezondheid"), inhoud},
    {"vve", N_("Kansen voor het kind: voorschool (vve)"), inhoud},
    {"taalniveau", N_("Taalniveau"), besluit_inhoud},
    {"kansen_op_werk", N_("Kansen op werk"), besluit_inhoud},
    {"zelfredzaamheid", N_("Mate van zelfredzaamheid"), besluit_inhoud},
    {"apart_gesprek", N_("Gewezen op het recht om alleen te praten"), LawRef{law::besluit, "art. 5.2", "lid 2"}},
}};

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }
std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}
std::string at_or_empty(std::map<std::string, std::string> const& map, std::string const& key) {
    auto const found = map.find(key);
    return found == map.end() ? std::string{} : found->second;
}
}

std::string_view naam(Gebiedstand s) { return standen[at(s)]; }
std::string_view titel(Gebiedstand s) { return stand_titels[at(s)]; }
std::optional<Gebiedstand> gebiedstand_van(std::string_view n) { return named<Gebiedstand>(standen, n); }

std::optional<Antwoord> antwoord_van(std::string_view text) {
    if (text.empty()) return Antwoord{};
    if (text.size() == 1 && text[0] >= '1' && text[0] <= '0' + aantal_scores)
        return Antwoord{Gebiedstand::besproken, text[0] - '0'};
    if (auto const stand = gebiedstand_van(text)) return Antwoord{*stand, 0};
    return std::nullopt;
}
std::string tekst(Antwoord const& a) {
    if (a.score > 0) return std::to_string(a.score);
    return a.stand == Gebiedstand::niet_gevraagd ? std::string{} : std::string{naam(a.stand)};
}

std::vector<std::string_view> const& gebiedvelden(bool gezondheid) {
    static std::vector<std::string_view> const all{"antwoord", "reden", "eigen_woorden", "sterk", "nodig"};
    static std::vector<std::string_view> const health{"antwoord", "reden", "nodig"};
    return gezondheid ? health : all;
}

std::vector<Veldfout> check_gebied(std::map<std::string, std::string> const& velden) {
    std::vector<Veldfout> wrong;
    auto const answer = antwoord_van(at_or_empty(velden, "antwoord"));
    if (!answer) wrong.push_back({"antwoord", VeldRefusal::onbekend_antwoord});
    bool reason_wrong = false;
    for (auto const& [veld, text] : velden) {
        auto const no = !is_utf8(text) || text.find('\0') != std::string::npos
                            ? std::optional{VeldRefusal::ongeldig_teken}
                        : letters(text) > langste_tekst ? std::optional{VeldRefusal::te_lang}
                                                        : std::nullopt;
        if (!no || (veld == "antwoord" && !answer)) continue;
        wrong.push_back({veld, *no});
        reason_wrong |= veld == "reden";
    }
    if (!answer || reason_wrong || !blank(at_or_empty(velden, "reden"))) return wrong;
    if (answer->score > 0) wrong.push_back({"reden", VeldRefusal::score_zonder_reden});
    if (answer->stand == Gebiedstand::niet_van_toepassing) wrong.push_back({"reden", VeldRefusal::stand_zonder_reden});
    return wrong;
}
std::string_view tekst(VeldRefusal refusal) {
    switch (refusal) {
    case VeldRefusal::onbekend_antwoord:
        return N_("Kies een score van 1 tot en met 5, of een van de andere antwoorden.");
    case VeldRefusal::te_lang: return N_("De tekst is te lang (ten hoogste 4.000 tekens). Maak hem korter.");
    case VeldRefusal::score_zonder_reden: return N_("Schrijf waarom u deze score geeft.");
    case VeldRefusal::stand_zonder_reden: return N_("Schrijf waarom dit leefgebied niet van toepassing is.");
    case VeldRefusal::ongeldig_teken: return N_("In deze tekst staat een teken dat niet kan. Typ de tekst opnieuw.");
    }
    return {};
}

Samengaan samengaan(Veldstand const& nu, std::int64_t gezien, bool aangeraakt, std::string_view nieuw) {
    if (nu.tekst == nieuw) return Samengaan::blijft;
    if (!aangeraakt) return Samengaan::blijft;
    return nu.versie == gezien ? Samengaan::schrijven : Samengaan::conflict;
}
std::optional<Keus> keus_van(std::string_view name) { return named<Keus>(keuzes, name); }
std::string kies(Keus keus, std::string_view hunne, std::string_view mijne) {
    switch (keus) {
    case Keus::hunne: return std::string{hunne};
    case Keus::mijne: return std::string{mijne};
    case Keus::beide: return std::string{hunne} + "\n\n" + std::string{mijne};
    }
    return {};
}

// ---- legal minimum ----
std::string_view naam(Onderdeel o) { return onderdelen[at(o)].naam; }
std::string_view titel(Onderdeel o) { return onderdelen[at(o)].titel; }
LawRef bron(Onderdeel o) { return onderdelen[at(o)].bron; }
std::optional<Onderdeel> onderdeel_van(std::string_view name) {
    auto const found = std::ranges::find(onderdelen, name, &OnderdeelRij::naam);
    if (found == onderdelen.end()) return std::nullopt;
    return static_cast<Onderdeel>(found - onderdelen.begin());
}
std::vector<Onderdeel> const& alle_onderdelen() {
    static std::vector<Onderdeel> const all = [] {
        std::vector<Onderdeel> list;
        for (int i = 0; i < aantal_onderdelen; ++i) list.push_back(static_cast<Onderdeel>(i));
        return list;
    }();
    return all;
}
bool mag_niet_relevant(Onderdeel o) { return o != Onderdeel::apart_gesprek; }
std::string_view naam(Afhandeling a) { return afhandelingen[at(a)]; }
std::optional<Afhandeling> afhandeling_van(std::string_view n) { return named<Afhandeling>(afhandelingen, n); }

namespace {
/// Whether what stands in the intake itself settles a part; the sentence says what is still to do.
struct Gedekt {
    bool klaar;
    std::string_view zin;
};
Gedekt gebied(Minimumfeiten const& f, std::string const& code, std::string_view todo) {
    auto const found = f.gebieden.find(code);
    bool const asked = found != f.gebieden.end() && found->second.stand != Gebiedstand::niet_gevraagd;
    return {asked, asked ? N_("Besproken in het leefgebied.") : todo};
}
Gedekt gedekt(Minimumfeiten const& f, Onderdeel o) {
    auto const basis = [&](char const* field) { return at_or_empty(f.basis, field); };
    switch (o) {
    case Onderdeel::leerbaarheidstoets: return {false, N_("Leg de toets vast, of waarom die niet hoeft.")};
    case Onderdeel::opleiding:
        return {f.opleidingen > 0 || basis("opleiding_gevolgd") == "nee",
                f.opleidingen > 0 ? N_("De opleiding staat in de basisgegevens.")
                : basis("opleiding_gevolgd") == "nee"
                    ? N_("Heeft geen opleiding gevolgd.")
                    : N_("Vul de opleiding in bij de basisgegevens, of dat er geen is.")};
    case Onderdeel::werkervaring:
        return {f.werk > 0 || basis("werk_gehad") == "nee",
                f.werk > 0                     ? N_("Het werk staat in de basisgegevens.")
                : basis("werk_gehad") == "nee" ? N_("Heeft nooit gewerkt.")
                                               : N_("Vul het werk in bij de basisgegevens, of dat er geen is.")};
    case Onderdeel::omstandigheden: return gebied(f, "gezinssituatie", N_("Bespreek het leefgebied Gezinssituatie."));
    case Onderdeel::fysieke_gezondheid:
        return gebied(f, "fysieke_gezondheid", N_("Bespreek het leefgebied Fysieke gezondheid."));
    case Onderdeel::mentale_gezondheid:
        return gebied(f, "mentale_gezondheid", N_("Bespreek het leefgebied Mentale gezondheid."));
    case Onderdeel::vve: {
        auto const children = basis("kinderen_vve");
        if (children == "nee") return {true, N_("Er zijn geen kinderen van 2 tot en met 5 jaar.")};
        bool const done = children == "ja" && !blank(basis("vve_kansen"));
        return {done, done               ? N_("De kansen voor het kind staan in de basisgegevens.")
                      : children == "ja" ? N_("Schrijf bij Kinderen en opvang welke kansen er zijn voor het kind.")
                                         : N_("Vul bij Kinderen en opvang in of er jonge kinderen zijn.")};
    }
    case Onderdeel::taalniveau: return gebied(f, "taalniveau", N_("Bespreek het leefgebied Taalniveau."));
    case Onderdeel::kansen_op_werk: {
        bool const done = !blank(basis("kansen_werk"));
        return {done, done ? N_("De kansen op werk staan in de basisgegevens.")
                           : N_("Schrijf bij Werk welke kansen op werk u ziet.")};
    }
    case Onderdeel::zelfredzaamheid:
        return gebied(f, "zelfredzaamheid", N_("Bespreek het leefgebied Mate van zelfredzaamheid."));
    case Onderdeel::apart_gesprek:
        return {f.apart_gesprek_op.has_value(),
                f.apart_gesprek_op ? N_("De dag is vastgelegd.")
                                   : N_("Zeg dat alleen praten mag, zonder partner of familie. Leg de dag vast.")};
    }
    return {false, {}};
}
bool hoeft_niet_na_verhuizing(Onderdeel o) {
    return o == Onderdeel::leerbaarheidstoets || o == Onderdeel::opleiding || o == Onderdeel::werkervaring;
}
}

std::vector<MinimumRegel> wettelijk_minimum(Minimumfeiten const& f) {
    std::vector<MinimumRegel> all;
    for (auto const o : alle_onderdelen()) {
        auto const own = gedekt(f, o);
        MinimumRegel line{
            .onderdeel = o, .stand = own.klaar ? Afhandeling::afgedaan : Afhandeling::open, .zin = own.zin};
        auto const told = f.gemeld.find(o);
        if (!own.klaar && told != f.gemeld.end() && told->second.first != Afhandeling::open) {
            line.stand = told->second.first;
            line.grond = told->second.second;
            line.zin =
                line.stand == Afhandeling::niet_relevant ? N_("Niet relevant voor deze persoon.") : N_("Vastgelegd.");
        } else if (!own.klaar && f.verhuisd_met_pip && hoeft_niet_na_verhuizing(o)) {
            line.stand = Afhandeling::niet_relevant;
            line.zin = N_("Hoeft niet opnieuw na een verhuizing met een vastgestelde leerroute (Wet 15 lid 4).");
        }
        all.push_back(line);
    }
    return all;
}

std::optional<MerkRefusal> check_merk(Onderdeel o, Afhandeling a, std::string_view reden) {
    if (a == Afhandeling::niet_relevant && !mag_niet_relevant(o)) return MerkRefusal::mag_niet;
    if (a != Afhandeling::open && blank(reden)) return MerkRefusal::geen_reden;
    if (letters(reden) > 500) return MerkRefusal::te_lang;
    return std::nullopt;
}
std::string_view tekst(MerkRefusal refusal) {
    switch (refusal) {
    case MerkRefusal::mag_niet:
        return N_("De wet laat dit onderdeel niet weg. Wijs op het recht om alleen te praten en leg de dag vast.");
    case MerkRefusal::geen_reden: return N_("Schrijf waarop dit rust. Zonder reden telt het niet.");
    case MerkRefusal::te_lang: return N_("De reden is te lang (ten hoogste 500 tekens).");
    }
    return {};
}

// ---- beginning and closing ----
Result<Uitgelegd<bool>, Geweigerd<BeginRefusal>> beginnen(Beginfeiten const& f, std::string_view plaats, Date dag,
                                                          Date today) {
    bool const azc = plaats == "azc";
    Waarom const why{"R2.4",
                     azc ? N_("De intake mag in het azc beginnen zodra het COA iemand aan de gemeente koppelt.")
                         : N_("Wie moet inburgeren, krijgt een brede intake. De wet noemt geen eigen termijn: het PIP "
                              "heeft die wel."),
                     {law::brede_intake},
                     azc ? Zekerheid::A : Zekerheid::P,
                     {{N_("plaats"), azc ? std::string_view{N_("azc")} : std::string_view{N_("gemeente")}, "plaats"},
                      {N_("dag"), dag, "dag"}},
                     {}};
    auto const no = [&](BeginRefusal refusal) { return unexpected{Geweigerd<BeginRefusal>{refusal, {why}}}; };
    if (!f.open) return no(BeginRefusal::dossier_gesloten);
    if (f.loopt_al) return no(BeginRefusal::loopt_al);
    if (dag < law::wi2021_in_werking) return no(BeginRefusal::voor_de_wet);
    if (f.vorige && dag < *f.vorige) return no(BeginRefusal::voor_de_vorige);
    if (dag > today) return no(BeginRefusal::dag_in_toekomst);
    if (azc && !f.gekoppeld) return no(BeginRefusal::niet_gekoppeld);
    if (azc && !f.azc_beleid) return no(BeginRefusal::azc_mag_niet);
    return Uitgelegd<bool>{true, {why}};
}
std::string_view tekst(BeginRefusal refusal) {
    switch (refusal) {
    case BeginRefusal::dossier_gesloten: return N_("Dit dossier is gesloten. Heropen het eerst.");
    case BeginRefusal::loopt_al: return N_("Er loopt al een intake. Ga daarin verder.");
    case BeginRefusal::voor_de_wet: return N_("Deze dag ligt voor 1 januari 2022. De wet geldt sinds die dag.");
    case BeginRefusal::voor_de_vorige: return N_("Deze dag ligt voor het begin van de vorige intake.");
    case BeginRefusal::dag_in_toekomst: return N_("Deze dag ligt in de toekomst. Plan het gesprek in de agenda.");
    case BeginRefusal::niet_gekoppeld:
        return N_("Het COA heeft deze persoon niet aan de gemeente gekoppeld. Leg eerst de koppeling vast.");
    case BeginRefusal::azc_mag_niet:
        return N_("Het beleid van de gemeente is dat de intake niet in het azc begint. Kies de gemeente, of wijzig het "
                  "beleid.");
    }
    return {};
}

Result<Uitgelegd<bool>, Geweigerd<AfrondRefusal>> afronden(Afrondfeiten const& f) {
    auto const still_open = std::ranges::count(f.minimum, Afhandeling::open, &MinimumRegel::stand);
    Waarom const why{f.bij_verstek ? "R2.22" : "R2.2",
                     f.bij_verstek ? N_("Wie drie keer niet komt of niet meewerkt, krijgt toch een PIP: het college "
                                        "rondt de intake af met wat "
                                        "bekend is.")
                                   : N_("De intake is klaar als alles besproken is wat de wet noemt, of als vastligt "
                                        "waarom iets niet relevant is."),
                     f.bij_verstek ? std::vector<LawRef>{LawRef{law::wi2021, "art. 14", "lid 2"}}
                                   : std::vector<LawRef>{inhoud, besluit_inhoud},
                     Zekerheid::P,
                     {{N_("gesprekken"), std::int64_t{f.gesprekken}, "gesprekken"}},
                     {{N_("onderdelen nog open"), std::int64_t{still_open}, "open"}}};
    auto const no = [&](AfrondRefusal refusal) { return unexpected{Geweigerd<AfrondRefusal>{refusal, {why}}}; };
    if (f.afgerond) return no(AfrondRefusal::al_afgerond);
    if (!f.bij_verstek) {
        if (still_open > 0) return no(AfrondRefusal::minimum_open);
        if (f.gesprekken == 0) return no(AfrondRefusal::geen_gesprek);
        return Uitgelegd<bool>{true, {why}};
    }
    if (!f.derde_oproep_gemist) return no(AfrondRefusal::derde_oproep_niet_gemist);
    if (blank(f.reden)) return no(AfrondRefusal::geen_reden);
    if (letters(f.reden) > langste_tekst) return no(AfrondRefusal::te_lang);
    return Uitgelegd<bool>{true, {why}};
}
std::string_view tekst(AfrondRefusal refusal) {
    switch (refusal) {
    case AfrondRefusal::al_afgerond: return N_("Deze intake is al afgerond.");
    case AfrondRefusal::minimum_open:
        return N_("Nog niet alles wat de wet noemt is besproken. Vul aan wat nog open staat, of schrijf waarom het "
                  "niet relevant is.");
    case AfrondRefusal::geen_gesprek: return N_("Er is nog geen gesprek vastgelegd.");
    case AfrondRefusal::derde_oproep_niet_gemist:
        return N_("Bij verstek afronden kan pas als iemand ook op de derde oproep niet kwam.");
    case AfrondRefusal::geen_reden: return N_("Schrijf op welke gegevens deze intake rust.");
    case AfrondRefusal::te_lang: return N_("De tekst is te lang (ten hoogste 4.000 tekens). Maak hem korter.");
    }
    return {};
}

bool leest_prive(Lezer const& l) {
    return l.mag_intake_schrijven && (l.schreef_zelf || l.eigen_of_vervanging || l.regisseur);
}

std::optional<WerkVoorstel> volgend_werk(Werkfeiten const& f, Date today) {
    if (!f.open || f.afgerond) return std::nullopt;
    auto const due = [&](std::chrono::weeks before, std::chrono::days otherwise) {
        Date const day = f.pip_uiterlijk ? *f.pip_uiterlijk - before : today + otherwise;
        return std::max(day, today);
    };
    if (f.gesprekken > 0) return WerkVoorstel{Werksoort::afronden, due(std::chrono::weeks{3}, std::chrono::days{28})};
    if (f.begonnen || f.oproep_loopt)
        return WerkVoorstel{Werksoort::gesprek, f.afspraak ? std::max(*f.afspraak, today)
                                                           : due(std::chrono::weeks{6}, std::chrono::days{14})};
    if (!f.mag_beginnen) return std::nullopt;
    return WerkVoorstel{Werksoort::uitnodigen, due(std::chrono::weeks{8}, std::chrono::days{7})};
}
std::string_view titel(Werksoort w) {
    switch (w) {
    case Werksoort::uitnodigen: return N_("Uitnodigen voor de brede intake");
    case Werksoort::gesprek: return N_("Intakegesprek voeren");
    case Werksoort::afronden: return N_("Brede intake afronden");
    }
    return {};
}
}
