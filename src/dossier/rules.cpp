#include "dossier/rules.h"

#include "platform/i18n/i18n.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>

namespace dossier {
namespace {
using i18n::N_;
using inburgeringstermijn::Klok;
using inburgeringstermijn::KlokSoort;
using inburgeringstermijn::KlokStand;

constexpr std::array<std::string_view, 5> fase_namen{"instroom", "intake", "pip", "leerroute", "voldaan"};
constexpr std::array<std::string_view, 5> fase_titels{N_("nieuw"), N_("in de intake"), N_("PIP in de maak"),
                                                      N_("leerroute loopt"), N_("voldaan")};

Klok const* clock_of(Feiten const& f, KlokSoort soort) {
    auto const found = std::ranges::find(f.klokken, soort, &Klok::soort);
    return found == f.klokken.end() ? nullptr : &*found;
}
bool runs(Klok const* klok) { return klok && klok->stand == KlokStand::loopt; }
int days_until(Date day, Date today) { return static_cast<int>((day - today).count()); }

Stand of_clock(Staat staat, Klok const& klok, Date today) {
    int const left = days_until(klok.uiterlijk, today);
    return {staat, left < 0 ? Toon::laat : Toon::gewoon, klok.uiterlijk, left, klok.soort};
}
}

std::string_view naam(Fase fase) { return fase_namen[static_cast<std::size_t>(fase)]; }
std::string_view titel(Fase fase) { return fase_titels[static_cast<std::size_t>(fase)]; }
std::optional<Fase> fase_van(std::string_view name) {
    for (std::size_t i = 0; i < fase_namen.size(); ++i)
        if (fase_namen[i] == name) return static_cast<Fase>(i);
    return std::nullopt;
}

Stand stand(Feiten const& f, Date today) {
    if (!f.open) return {Staat::gesloten, Toon::rustig, f.gesloten_op, 0, {}};
    if (f.fase == Fase::voldaan) return {Staat::voldaan, Toon::rustig, {}, 0, {}};
    auto const* pip = clock_of(f, KlokSoort::pip);
    if (runs(pip) && pip->uiterlijk < today) return of_clock(Staat::pip_te_laat, *pip, today);
    for (auto const& klok : f.klokken)
        if (klok.stand == KlokStand::loopt && klok.uiterlijk < today && klok.soort != KlokSoort::inburgeringstermijn)
            return of_clock(Staat::andere_te_laat, klok, today);
    if (pip && pip->stand == KlokStand::stilgelegd) return {Staat::pip_stilgelegd, Toon::rustig, {}, 0, pip->soort};
    if (runs(pip)) return of_clock(Staat::pip_loopt, *pip, today);
    auto const* term = clock_of(f, KlokSoort::inburgeringstermijn);
    if (term && term->stand != KlokStand::loopt_nog_niet && term->stand != KlokStand::vervallen) {
        bool const over = term->uiterlijk < today && term->stand == KlokStand::loopt;
        return of_clock(over ? Staat::termijn_voorbij : Staat::termijn_loopt, *term, today);
    }
    if (!f.kennisgeving && !f.eerste_pip) return {Staat::wacht_op_kennisgeving, Toon::rustig, {}, 0, {}};
    return {Staat::geen_termijn, Toon::rustig, {}, 0, {}};
}

namespace {
/// The next step of the intake, of who waits for a plan.
Actie next_in_intake(Feiten const& f, Date today) {
    auto const& o = f.onderweg;
    if (o.oproep && *o.oproepdag <= today) return Actie::oproep_vastleggen;
    if (o.intake == Onderdeel::geen)
        return o.oproep || o.verschenen || f.afspraak_gepland ? Actie::intake_beginnen : Actie::uitnodigen;
    if (o.toets == Onderdeel::bezig && o.toetsdag && *o.toetsdag <= today) return Actie::toets_vastleggen;
    if (o.gesprekken == 0 || o.open_leefgebieden > 0) return Actie::intake_verder;
    return o.toets == Onderdeel::klaar ? Actie::intake_afronden : Actie::toets_vastleggen;
}
/// The step on the road to a plan; nothing when nobody is on that road.
std::optional<Actie> next_to_plan(Feiten const& f, bool awaits_plan, Date today) {
    auto const& o = f.onderweg;
    if (o.brief) return Actie::brief_versturen;
    if (o.plan == Onderdeel::klaar) return o.getekend ? Actie::plan_vaststellen : Actie::plan_ondertekenen;
    if (o.intake == Onderdeel::bezig) return next_in_intake(f, today);
    if (o.plan == Onderdeel::bezig) return Actie::plan_afmaken;
    if (!awaits_plan) return std::nullopt;
    return o.intake == Onderdeel::klaar ? Actie::plan_maken : next_in_intake(f, today);
}
}

Actie volgende_actie(Feiten const& f, Date today) {
    if (!f.open) return Actie::heropenen;
    if (!f.heeft_begeleider) return Actie::toewijzen;
    auto const now = stand(f, today);
    if (now.staat == Staat::voldaan) return Actie::gesprek_plannen;
    bool const awaits_plan = now.staat == Staat::pip_te_laat || now.staat == Staat::pip_loopt;
    if (auto const step = next_to_plan(f, awaits_plan, today)) return *step;
    switch (now.staat) {
    case Staat::gesloten: return Actie::heropenen;
    case Staat::pip_stilgelegd:
    case Staat::andere_te_laat:
    case Staat::termijn_voorbij: return Actie::termijn_bekijken;
    case Staat::wacht_op_kennisgeving: return Actie::kennisgeving_vastleggen;
    case Staat::pip_te_laat:
    case Staat::pip_loopt:
    case Staat::voldaan:
    case Staat::termijn_loopt:
    case Staat::geen_termijn: break;
    }
    return Actie::gesprek_plannen;
}

std::string_view tekst(Actie actie) {
    switch (actie) {
    case Actie::heropenen: return N_("Dossier heropenen");
    case Actie::toewijzen: return N_("Begeleider kiezen");
    case Actie::kennisgeving_vastleggen: return N_("Kennisgeving vastleggen");
    case Actie::brief_versturen: return N_("Brief versturen");
    case Actie::uitnodigen: return N_("Uitnodigen voor de intake");
    case Actie::oproep_vastleggen: return N_("Vastleggen of iemand kwam");
    case Actie::intake_beginnen: return N_("Intake beginnen");
    case Actie::intake_verder: return N_("Verder met de intake");
    case Actie::toets_vastleggen: return N_("Leerbaarheidstoets vastleggen");
    case Actie::intake_afronden: return N_("Intake afronden");
    case Actie::plan_maken: return N_("PIP maken");
    case Actie::plan_afmaken: return N_("PIP afmaken en voorleggen");
    case Actie::plan_ondertekenen: return N_("PIP laten ondertekenen");
    case Actie::plan_vaststellen: return N_("PIP vaststellen");
    case Actie::termijn_bekijken: return N_("Termijn bekijken");
    case Actie::gesprek_plannen: return N_("Gesprek plannen");
    }
    return {};
}

std::string actie_pad(Actie actie, DossierId dossier, Feiten const& f) {
    auto const file = fmt::format("/dossiers/{}", dossier.value);
    switch (actie) {
    case Actie::heropenen: return file + "/heropenen";
    case Actie::toewijzen: return file + "/toewijzen";
    case Actie::kennisgeving_vastleggen: return file + "/termijnen/feit?soort=kennisgeving";
    case Actie::brief_versturen: return fmt::format("{}/brieven/{}#verzenden", file, f.onderweg.brief.value_or(0));
    case Actie::uitnodigen: return file + "/intake/oproepen";
    case Actie::oproep_vastleggen: return fmt::format("{}/intake/oproepen/{}", file, f.onderweg.oproep.value_or(0));
    case Actie::intake_beginnen:
    case Actie::intake_verder: return file + "/intake";
    case Actie::toets_vastleggen: return file + "/toets";
    case Actie::intake_afronden: return file + "/intake/afronden";
    case Actie::plan_maken: return file + "/plan";
    case Actie::plan_afmaken: return file + "/plan/controle";
    case Actie::plan_ondertekenen: return file + "/plan/ondertekenen";
    case Actie::plan_vaststellen: return file + "/plan/vaststellen";
    case Actie::gesprek_plannen: return fmt::format("/agenda/nieuw?dossier={}", dossier.value);
    case Actie::termijn_bekijken: return file + "/termijnen";
    }
    return file;
}

namespace {
Mijlpaal pip_stop(Feiten const& f) {
    auto const* clock = clock_of(f, KlokSoort::pip);
    if (f.eerste_pip) return {N_("PIP"), Halte::klaar, {}, f.eerste_pip};
    auto const halte = f.fase == Fase::pip ? Halte::nu : Halte::straks;
    if (runs(clock)) return {N_("PIP"), halte, N_("uiterlijk"), clock->uiterlijk};
    return {N_("PIP"), halte, N_("na de intake"), {}};
}
Mijlpaal intake_stop(Feiten const& f) {
    auto const& o = f.onderweg;
    bool const over = f.eerste_pip || f.fase == Fase::pip || f.fase == Fase::leerroute || f.fase == Fase::voldaan;
    if (over || o.intake == Onderdeel::klaar)
        return {N_("Intake"), Halte::klaar, {}, o.intake_afgerond ? o.intake_afgerond : f.eerste_contact};
    if (o.intake_begonnen) return {N_("Intake"), Halte::nu, N_("begonnen"), o.intake_begonnen};
    if (!f.kennisgeving && f.fase == Fase::instroom) return {N_("Intake"), Halte::straks, N_("na de kennisgeving"), {}};
    if (o.oproepdag) return {N_("Intake"), Halte::nu, N_("gesprek op"), o.oproepdag};
    return {N_("Intake"), Halte::nu, N_("nog geen gesprek"), {}};
}
}

std::vector<Mijlpaal> mijlpalen(Feiten const& f) {
    auto const* term = clock_of(f, KlokSoort::inburgeringstermijn);
    bool const has_end = term && term->stand != KlokStand::loopt_nog_niet && term->stand != KlokStand::vervallen;
    std::optional<Date> const end = has_end ? std::optional{term->uiterlijk} : std::nullopt;
    bool const met = f.fase == Fase::voldaan;
    bool const learning = f.eerste_pip.has_value() && !met;
    std::vector<Mijlpaal> stops;
    if (f.kennisgeving)
        stops.push_back({N_("Kennisgeving"), Halte::klaar, {}, f.kennisgeving});
    else if (f.eerste_pip || met || f.fase != Fase::instroom)
        stops.push_back({N_("Kennisgeving"), Halte::klaar, N_("dag onbekend"), {}});
    else
        stops.push_back({N_("Kennisgeving"), Halte::nu, N_("nog niet ontvangen"), {}});
    stops.push_back(intake_stop(f));
    stops.push_back(pip_stop(f));
    auto const later = met ? Halte::klaar : Halte::straks;
    stops.push_back(learning ? Mijlpaal{N_("Leerroute"), Halte::nu, N_("sinds"), f.eerste_pip}
                             : Mijlpaal{N_("Leerroute"), later, met ? std::string_view{} : N_("na het PIP"), {}});
    stops.push_back({N_("PVT en MAP"), later,
                     met   ? std::string_view{}
                     : end ? N_("uiterlijk")
                           : N_("binnen 3 jaar"),
                     met ? std::nullopt : end});
    stops.push_back({N_("Examens"), later, met ? std::string_view{} : N_("nog te bepalen"), {}});
    stops.push_back({N_("Voldaan"), later,
                     met   ? std::string_view{}
                     : end ? N_("uiterlijk")
                           : N_("3 jaar na het PIP"),
                     met ? std::nullopt : end});
    return stops;
}

std::optional<NotitieRefusal> check_notitie(Notitie const& n, Date today) {
    if (n.tekst.find_first_not_of(" \t\r\n") == std::string_view::npos) return NotitieRefusal::leeg;
    auto const characters =
        std::ranges::count_if(n.tekst, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    if (static_cast<std::size_t>(characters) > langste_notitie) return NotitieRefusal::te_lang;
    if (!n.dag) return NotitieRefusal::geen_dag;
    if (*n.dag > today) return NotitieRefusal::dag_in_toekomst;
    if (!n.categorie_mag) return NotitieRefusal::onbekende_categorie;
    if (n.wijze && keuze_titel(contact_wijzen(), *n.wijze).empty()) return NotitieRefusal::onbekende_wijze;
    constexpr int whole_day = 24 * 60;
    if (n.minuten < 0 || n.minuten > whole_day) return NotitieRefusal::minuten;
    return std::nullopt;
}

std::string_view tekst(NotitieRefusal refusal) {
    switch (refusal) {
    case NotitieRefusal::leeg: return N_("Schrijf wat er is gebeurd.");
    case NotitieRefusal::te_lang:
        return N_("De tekst is te lang. Maak er twee notities van (ten hoogste 10.000 tekens).");
    case NotitieRefusal::geen_dag: return N_("Vul een dag in die bestaat, bijvoorbeeld 25 11 2026.");
    case NotitieRefusal::dag_in_toekomst: return N_("Deze dag ligt in de toekomst. Maak daarvoor een afspraak.");
    case NotitieRefusal::onbekende_categorie: return N_("Kies waar de notitie over gaat.");
    case NotitieRefusal::onbekende_wijze: return N_("Kies hoe het contact was.");
    case NotitieRefusal::minuten: return N_("Vul het aantal minuten in als getal, bijvoorbeeld 45.");
    }
    return {};
}

std::vector<Keuze> const& contact_wijzen() {
    static std::vector<Keuze> const all{{"kantoor", N_("Gesprek op kantoor")}, {"huisbezoek", N_("Huisbezoek")},
                                        {"telefoon", N_("Telefoongesprek")},   {"video", N_("Videogesprek")},
                                        {"bericht", N_("Bericht of e-mail")},  {"anders", N_("Ander contact")}};
    return all;
}
std::vector<Keuze> const& tolk_keuzes() {
    static std::vector<Keuze> const all{
        {"geen", N_("Geen tolk")}, {"aanwezig", N_("Tolk aanwezig")}, {"telefonisch", N_("Tolk aan de telefoon")}};
    return all;
}
std::vector<Keuze> const& categorie_keuzes() {
    static std::vector<Keuze> const all{{"voortgang", N_("Voortgang van de inburgering")},
                                        {"contact", N_("Contact en bereikbaarheid")},
                                        {"gezin", N_("Gezin")},
                                        {"gezondheid", N_("Gezondheid (versleuteld, beperkt leesbaar)")},
                                        {"financien", N_("Geld")},
                                        {"handhaving", N_("Handhaving")},
                                        {"veiligheid", N_("Veiligheid (beperkt leesbaar)")}};
    return all;
}
std::string_view keuze_titel(std::vector<Keuze> const& keuzes, std::string_view waarde) {
    auto const found = std::ranges::find(keuzes, waarde, &Keuze::waarde);
    return found == keuzes.end() ? std::string_view{} : found->titel;
}

std::string_view taal_naam(std::string_view code) {
    static constexpr Keuze names[] = {
        {"ar", N_("Arabisch")},  {"ti", N_("Tigrinya")},   {"prs", N_("Dari")},          {"ps", N_("Pasjtoe")},
        {"fa", N_("Farsi")},     {"tr", N_("Turks")},      {"ku", N_("Koerdisch")},      {"kmr", N_("Koerdisch")},
        {"so", N_("Somalisch")}, {"am", N_("Amhaars")},    {"uk", N_("Oekraïens")},      {"ru", N_("Russisch")},
        {"fr", N_("Frans")},     {"en", N_("Engels")},     {"nl", N_("Nederlands")},     {"es", N_("Spaans")},
        {"pt", N_("Portugees")}, {"pl", N_("Pools")},      {"de", N_("Duits")},          {"zh", N_("Chinees")},
        {"th", N_("Thais")},     {"vi", N_("Vietnamees")}, {"ur", N_("Urdu")},           {"hi", N_("Hindi")},
        {"sq", N_("Albanees")},  {"hy", N_("Armeens")},    {"az", N_("Azerbeidzjaans")}, {"ka", N_("Georgisch")},
        {"om", N_("Oromo")},     {"tl", N_("Tagalog")},    {"id", N_("Indonesisch")},    {"ber", N_("Berbers")},
        {"sw", N_("Swahili")},   {"fil", N_("Filipijns")}, {"ro", N_("Roemeens")},       {"bg", N_("Bulgaars")}};
    for (auto const& one : names)
        if (one.waarde == code) return one.titel;
    return code;
}
}
