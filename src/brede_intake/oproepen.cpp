#include "brede_intake/oproepen.h"

#include "law/handhaving.h"
#include "platform/i18n/i18n.h"

#include <algorithm>

namespace brede_intake {
namespace {
using i18n::N_;
using inburgeringstermijn::Groep;

constexpr std::array<std::string_view, 5> uitkomsten{"open", "verschenen", "niet_verschenen", "geldige_reden",
                                                     "werkte_niet_mee"};
constexpr std::array<std::string_view, 5> uitkomst_titels{
    N_("nog niet bekend"), N_("Is gekomen en werkte mee"), N_("Is niet gekomen"),
    N_("Is niet gekomen, met een geldige reden"), N_("Kwam wel, maar werkte niet mee aan de intake of de toets")};
constexpr std::array<std::string_view, 10> stappen{
    "eerste_oproep", "uitkomst_afwachten", "verwijtbaarheid",     "nieuwe_datum", "waarschuwing_en_tweede",
    "voorstel",      "derde_oproep",       "voorstel_en_verstek", "verder",       "klaar"};
constexpr std::array<std::string_view, 10> stap_titels{
    N_("Roep de persoon op voor de intake"),
    N_("Wacht op het gesprek en leg de uitkomst vast"),
    N_("Beoordeel of het gemiste gesprek te verwijten is"),
    N_("Maak een nieuwe afspraak"),
    N_("Waarschuw schriftelijk en roep een tweede keer op"),
    N_("Voorstel voor de jurist"),
    N_("Roep een derde keer op"),
    N_("Tweede voorstel voor de jurist; de intake kan bij verstek klaar"),
    N_("Ga verder met de intake"),
    N_("De intake is klaar")};
std::vector<Verwijtvraag> const vragen{
    {"oproep_ontvangen", N_("Is de oproep op tijd bij de persoon aangekomen, op het goede adres?")},
    {"oproep_begrepen", N_("Kon de persoon de oproep begrijpen, met een tolk of een vertaling als dat nodig was?")},
    {"reden_gevraagd", N_("Is gevraagd waarom de persoon niet kwam of niet meewerkte?")},
    {"geen_geldige_reden",
     N_("Is er geen geldige reden, zoals ziekte, zorg, school, werk of een afspraak bij een dokter?")},
    {"kon_komen", N_("Had de persoon kunnen komen: vervoer, opvang en tijd waren geregeld?")}};

bool asylum(Oproepfeiten const& f) { return !f.groep_bekend || f.groep == Groep::as_a || f.groep == Groep::as_b; }
bool missed(Oproepfeit const& o) {
    return o.uitkomst == OproepUitkomst::niet_verschenen || o.uitkomst == OproepUitkomst::werkte_niet_mee;
}
std::string_view group_word(Oproepfeiten const& f) {
    if (!f.groep_bekend) return N_("nog niet bekend");
    switch (f.groep) {
    case Groep::as_a: return N_("asielstatushouder");
    case Groep::as_b: return N_("gezinslid van asielstatushouder");
    case Groep::gm: return N_("gezinsmigrant");
    case Groep::om: return N_("overige migrant");
    }
    return {};
}

Waarom sentence(std::string_view rule, std::string_view zin, std::vector<LawRef> refs, Zekerheid sure = Zekerheid::P) {
    return {.regel = rule, .zin = zin, .bronnen = std::move(refs), .zekerheid = sure, .invoer = {}, .stappen = {}};
}
Waarom first_call() {
    return sentence("R2.20",
                    N_("Het college roept de persoon op en stelt een termijn. Wie niet komt of niet genoeg meewerkt, "
                       "krijgt eerst een schriftelijke waarschuwing en een tweede oproep."),
                    {law::oproepen});
}
/// What the law sets for a second or third miss, and the gate for asylum.
void propose(Vervolg& next, std::vector<Waarom>& why, Oproepfeiten const& f, Oproepfeit const& last) {
    auto const& fine = law::boete_intake.since(last.uiterlijk);
    bool const second = last.nummer == 3;
    next.boete = fine.value;
    // The first may have been refused by the jurist, or was never made known: then there is nothing to add it to.
    bool const earlier = second && f.besluit && f.besluit->boete;
    next.totaal = earlier ? fine.value + fine.value : fine.value;
    Waarom sum = sentence(
        second ? "R2.22" : "R2.21",
        second
            ? N_("Wie ook op de derde oproep verwijtbaar niet komt, kan een tweede boete krijgen. Het college rondt de "
                 "intake af zonder de persoon.")
            : N_("Wie verwijtbaar ook op de tweede oproep niet komt of niet meewerkt, kan een boete krijgen. Het "
                 "boetebesluit geeft een nieuwe termijn van ten hoogste twee maanden: de derde oproep."),
        second ? std::vector<LawRef>{law::boete_derde_oproep, law::bij_verstek, fine.source}
               : std::vector<LawRef>{law::boete_tweede_oproep, fine.source,
                                     law::derde_oproep_maanden.since(last.uiterlijk).source});
    sum.invoer.push_back({N_("doelgroep"), group_word(f), "groep"});
    sum.stappen = {{N_("boete in de wet"), fine.value}, {N_("samen met de eerdere"), next.totaal}};
    if (asylum(f)) {
        next.poort = true;
        why.push_back(sentence(
            "R8.31",
            N_("Rechters vinden een boete voor een asielstatushouder alleen goed bij bewezen en blijvende onwil. De "
               "standaard is daarom 0 euro. Alleen een beoordelaar die bij naam bekend is, kan met een geschreven "
               "reden "
               "anders besluiten."),
            {law::boete_tweede_oproep}, Zekerheid::D));
        next.boete = next.totaal = Money::cents(0);
        sum.stappen.push_back({N_("voorstel"), Money::cents(0)});
    }
    why.push_back(std::move(sum));
    why.push_back(
        sentence("R8.21",
                 N_("De boete wordt lager bij bijzondere omstandigheden, zoals weinig geld. Het college gebruikt "
                    "ook wat het zelf weet."),
                 {law::boete_matigen}));
}

/// After a miss that can be held against somebody.
void after_miss(Vervolg& next, std::vector<Waarom>& why, Oproepfeiten const& f, Oproepfeit const& last) {
    next.nummer = last.nummer;
    if (last.uitkomst == OproepUitkomst::werkte_niet_mee)
        why.push_back(
            sentence("R2.24",
                     N_("Wie de leerbaarheidstoets weigert of tegenwerkt, werkt niet genoeg mee. Dat telt als een "
                        "gemiste oproep."),
                     {law::boete_tweede_oproep}));
    if (last.nummer == 1) {
        next.stap = Stap::waarschuwing_en_tweede;
        next.nummer = 2;
        why.insert(why.begin(), first_call());
        return;
    }
    if (last.nummer == 2 && f.besluit) {
        auto const& months = law::derde_oproep_maanden.since(f.besluit->bekendgemaakt);
        next.stap = Stap::derde_oproep;
        next.nummer = 3;
        next.uiterlijk = add_months(f.besluit->bekendgemaakt, months.value, MissingDay::last_of_month);
        auto term = sentence("R2.21",
                             N_("De derde oproep heeft de termijn uit het besluit, ten hoogste twee maanden nadat het "
                                "besluit bekend is gemaakt."),
                             {months.source});
        term.invoer.push_back({N_("besluit bekendgemaakt"), f.besluit->bekendgemaakt, "bekendgemaakt"});
        term.stappen.push_back({N_("uiterlijk"), *next.uiterlijk});
        why.push_back(std::move(term));
        return;
    }
    next.stap = last.nummer == 2 ? Stap::voorstel : Stap::voorstel_en_verstek;
    next.mag_verstek = last.nummer == 3;
    propose(next, why, f, last);
}
}

std::string_view naam(OproepUitkomst u) { return uitkomsten[static_cast<std::size_t>(u)]; }
std::string_view titel(OproepUitkomst u) { return uitkomst_titels[static_cast<std::size_t>(u)]; }
std::optional<OproepUitkomst> uitkomst_van(std::string_view name) {
    auto const at = std::ranges::find(uitkomsten, name);
    if (at == uitkomsten.end()) return std::nullopt;
    return static_cast<OproepUitkomst>(at - uitkomsten.begin());
}
std::vector<Verwijtvraag> const& verwijtvragen() { return vragen; }
std::string_view naam(Stap s) { return stappen[static_cast<std::size_t>(s)]; }
std::string_view titel(Stap s) { return stap_titels[static_cast<std::size_t>(s)]; }

Uitgelegd<Vervolg> vervolg(Oproepfeiten const& f) {
    Vervolg next{.stap = Stap::eerste_oproep, .nummer = 1, .uiterlijk = {}};
    std::vector<Waarom> why;
    if (f.afgerond) {
        next.stap = Stap::klaar;
        return {next, {sentence("R2.3", N_("Deze intake is afgerond."), {law::brede_intake})}};
    }
    if (f.oproepen.empty()) return {next, {first_call()}};
    auto const& last = f.oproepen.back();
    next.nummer = last.nummer;
    if (last.uitkomst == OproepUitkomst::open) {
        next.stap = Stap::uitkomst_afwachten;
        return {next, {first_call()}};
    }
    if (last.uitkomst == OproepUitkomst::verschenen) {
        next.stap = Stap::verder;
        next.nummer = 1;   // who came starts anew when called up for another talk
        return {next,
                {sentence("R2.1", N_("De persoon is gekomen en werkt mee. De intake gaat verder."), {law::oproepen})}};
    }
    if (missed(last) && !last.verwijtbaar) {
        next.stap = Stap::verwijtbaarheid;
        return {next,
                {sentence("R8.20",
                          N_("Een gemiste oproep telt alleen als die te verwijten is. Beantwoord eerst de vragen."),
                          {law::geen_verwijt})}};
    }
    if (!missed(last) || !*last.verwijtbaar) {
        next.stap = Stap::nieuwe_datum;
        return {
            next,
            {sentence("R8.20",
                      N_("Er is een geldige reden, of de persoon is niets te verwijten. Er komt een nieuwe datum en "
                         "geen volgende stap."),
                      {law::geen_verwijt})}};
    }
    after_miss(next, why, f, last);
    return {next, std::move(why)};
}

Result<Uitgelegd<Oproeptermijn>, OproepRefusal> oproep(Oproepfeiten const& f, OproepVoorstel const& v, Date today) {
    auto const next = vervolg(f);
    switch (next.uitkomst.stap) {
    case Stap::klaar: return unexpected{OproepRefusal::intake_klaar};
    case Stap::uitkomst_afwachten: return unexpected{OproepRefusal::loopt_nog};
    case Stap::verwijtbaarheid:
    case Stap::voorstel:
    case Stap::voorstel_en_verstek: return unexpected{OproepRefusal::niet_aan_de_beurt};
    case Stap::eerste_oproep:
    case Stap::nieuwe_datum:
    case Stap::waarschuwing_en_tweede:
    case Stap::derde_oproep:
    case Stap::verder: break;
    }
    int const number = next.uitkomst.nummer;
    if (number < 3 && !v.reactiedagen) return unexpected{OproepRefusal::termijn_niet_gekozen};
    if (!v.dag) return unexpected{OproepRefusal::geen_dag};
    if (*v.dag < today) return unexpected{OproepRefusal::dag_voorbij};
    if (!v.begin || !v.einde) return unexpected{OproepRefusal::geen_tijd};
    if (*v.einde <= *v.begin) return unexpected{OproepRefusal::einde_voor_begin};
    if (v.plaats.find_first_not_of(" \t\r\n") == std::string::npos) return unexpected{OproepRefusal::geen_plaats};
    std::optional<Date> limit;
    if (number == 3) {
        for (auto const& o : f.oproepen)
            if (o.nummer == 3) limit = o.uiterlijk;
        if (next.uitkomst.uiterlijk) limit = next.uitkomst.uiterlijk;
        // Who could not come for a valid reason gets a new date, also when the term is over (Awb 5:41).
        bool const excused = next.uitkomst.stap == Stap::nieuwe_datum;
        if (limit && !excused && *v.dag > *limit) return unexpected{OproepRefusal::na_derde_termijn};
        if (limit && excused) limit = std::max(*limit, *v.dag);
    } else if (*v.dag < today + std::chrono::days{*v.reactiedagen}) {
        return unexpected{OproepRefusal::termijn_te_kort};
    }
    Date const until = number == 3 ? limit.value_or(*v.dag) : today + std::chrono::days{*v.reactiedagen};
    Waarom why =
        number == 3 ? sentence("R2.21", N_("De termijn van de derde oproep staat in het besluit."),
                               {law::derde_oproep_maanden.since(today).source})
                    : sentence("R2.20", N_("Het college stelt de termijn van de eerste en de tweede oproep zelf vast."),
                               {law::oproepen});
    why.invoer.push_back({N_("verzonden"), today, "verzonden"});
    if (number < 3) why.invoer.push_back({N_("dagen om te reageren"), std::int64_t{*v.reactiedagen}, "dagen"});
    why.stappen.push_back({N_("reageren tot en met"), until});
    return Uitgelegd<Oproeptermijn>{{number, until}, {std::move(why)}};
}

std::optional<OproepRefusal> check_uitkomst(Oproepfeit const& o, UitkomstVoorstel const& v, Date today) {
    if (v.uitkomst == OproepUitkomst::open) return OproepRefusal::onbekende_uitkomst;
    if (o.uitkomst != OproepUitkomst::open) return OproepRefusal::al_vastgelegd;
    if (!v.dag) return OproepRefusal::geen_dag;
    if (*v.dag > today) return OproepRefusal::dag_in_toekomst;
    // Nobody stays away before the appointment; a valid reason may be told earlier.
    bool const needs_day = v.uitkomst != OproepUitkomst::geldige_reden;
    if (*v.dag < o.verzonden || (needs_day && o.afspraak && *v.dag < *o.afspraak))
        return OproepRefusal::uitkomst_te_vroeg;
    bool const needs_reason = v.uitkomst != OproepUitkomst::verschenen;
    if (needs_reason && v.reden.find_first_not_of(" \t\r\n") == std::string::npos) return OproepRefusal::geen_reden;
    if (v.reden.size() > langste_tekst) return OproepRefusal::te_lang;
    return std::nullopt;
}

Result<bool, OproepRefusal> verwijtbaar(std::map<std::string, std::string> const& answers) {
    bool blame = true;
    for (auto const& question : vragen) {
        auto const found = answers.find(std::string{question.code});
        if (found == answers.end() || (found->second != "ja" && found->second != "nee"))
            return unexpected{OproepRefusal::vragen_open};
        blame = blame && found->second == "ja";
    }
    return blame;
}

std::string_view tekst(OproepRefusal refusal) {
    switch (refusal) {
    case OproepRefusal::intake_klaar: return N_("Deze intake is al afgerond.");
    case OproepRefusal::loopt_nog: return N_("Er loopt al een oproep. Leg eerst vast wat daarvan is gekomen.");
    case OproepRefusal::termijn_niet_gekozen:
        return N_(
            "De gemeente heeft nog niet gekozen hoeveel dagen iemand heeft om te reageren. Vul die eerst in bij het "
            "beleid.");
    case OproepRefusal::niet_aan_de_beurt:
        return N_("Een nieuwe oproep kan nu niet. Kijk bij de volgende stap wat eerst moet.");
    case OproepRefusal::geen_dag: return N_("Vul een dag in die bestaat, bijvoorbeeld 3 12 2026.");
    case OproepRefusal::dag_voorbij: return N_("Deze dag is al voorbij.");
    case OproepRefusal::geen_tijd: return N_("Vul een begintijd en een eindtijd in, bijvoorbeeld 9.30.");
    case OproepRefusal::einde_voor_begin: return N_("Het einde ligt voor het begin.");
    case OproepRefusal::geen_plaats: return N_("Schrijf waar het gesprek is.");
    case OproepRefusal::termijn_te_kort:
        return N_("Zo krijgt de persoon te weinig dagen om te reageren. Kies een latere dag.");
    case OproepRefusal::na_derde_termijn:
        return N_(
            "De derde oproep moet binnen de termijn van het besluit: ten hoogste twee maanden. Kies een eerdere dag.");
    case OproepRefusal::onbekende_uitkomst: return N_("Kies wat er is gebeurd.");
    case OproepRefusal::al_vastgelegd: return N_("De uitkomst van deze oproep is al vastgelegd.");
    case OproepRefusal::uitkomst_te_vroeg: return N_("Deze dag ligt voor het gesprek.");
    case OproepRefusal::dag_in_toekomst: return N_("Deze dag ligt in de toekomst.");
    case OproepRefusal::geen_reden: return N_("Schrijf wat de persoon zei, of dat er geen reden is gegeven.");
    case OproepRefusal::te_lang: return N_("De tekst is te lang. Maak hem korter.");
    case OproepRefusal::vragen_open: return N_("Beantwoord alle vragen met ja of nee.");
    }
    return {};
}
}
