#include "brede_intake/rules.h"
#include "kernel/utf8.h"
#include "platform/i18n/i18n.h"

#include <algorithm>
#include <charconv>

namespace brede_intake {
namespace {
using i18n::N_;

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }
std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}
bool one_of(std::vector<Basiskeuze> const& list, std::string_view value) {
    return std::ranges::find(list, value, &Basiskeuze::waarde) != list.end();
}
std::optional<int> number(std::string_view text, int most) {
    int n = -1;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc{} || end != text.data() + text.size() || n < 0 || n > most) return std::nullopt;
    return n;
}
std::vector<Basiskeuze> const ja_nee{{"ja", N_("Ja")}, {"nee", N_("Nee")}};
constexpr std::size_t longest_name = 100;

std::vector<Basisveld> const velden{
    {"opleiding_gevolgd", "opleiding", N_("Is deze persoon naar school geweest?"), {}, ja_nee},
    {"wil_onderwijs", "opleiding", N_("Wil deze persoon hier een opleiding volgen?"),
     N_("Bij ja kijkt u bij het PIP eerst naar de onderwijsroute."), ja_nee},
    {"werk_gehad", "werk", N_("Heeft deze persoon gewerkt, betaald of als vrijwilliger?"),
     N_("In het land van herkomst, onderweg of in Nederland."), ja_nee},
    {"ondernemer_geweest", "werk", N_("Heeft deze persoon een eigen bedrijf gehad?"), {}, ja_nee},
    {"wil_ondernemen", "werk", N_("Wil deze persoon een eigen bedrijf beginnen?"), {}, ja_nee},
    {"onderneming", "werk", N_("Wat voor bedrijf was of wordt het?"), {}, {}},
    {"kansen_werk",
     "werk",
     N_("Welke kansen op werk ziet u?"),
     N_("Noem het werk, wat daarvoor nodig is en wat in de weg staat."),
     {}},
    {"alfabetisering",
     "taal",
     N_("Kan deze persoon lezen en schrijven?"),
     N_("Zo noemt DUO het ook. U hebt dit nodig voor het PIP."),
     {{"A", N_("Kan in geen enkele taal lezen en schrijven (A)")},
      {"AA", N_("Kan lezen en schrijven in een ander schrift, nog niet in het onze (AA)")},
      {"NVT", N_("Leest en schrijft ons schrift (niet van toepassing)")}}},
    {"kinderen_vve", "gezin", N_("Zijn er kinderen van 2 tot en met 5 jaar?"),
     N_("Voor hen is er voorschool of vroegschool (vve)."), ja_nee},
    {"vve_kansen",
     "gezin",
     N_("Welke kansen zijn er voor het kind?"),
     N_("Bijvoorbeeld: staat op de wachtlijst van de voorschool, of gaat al twee ochtenden."),
     {}},
    {"opvang_nodig",
     "gezin",
     N_("Is er kinderopvang nodig om te kunnen leren of werken?"),
     {},
     {{"nee", N_("Nee")}, {"geregeld", N_("Ja, die is geregeld")}, {"nodig", N_("Ja, die is nog niet geregeld")}}},
    {"opvang", "gezin", N_("Wat is er nodig voor de opvang?"), {}, {}},
};
std::vector<Basiskeuze> const niveaus{{"geen", N_("Geen school afgemaakt")},
                                      {"basis", N_("Basisschool")},
                                      {"lager_voortgezet", N_("Eerste deel middelbare school")},
                                      {"hoger_voortgezet", N_("Hele middelbare school")},
                                      {"beroep", N_("Beroepsopleiding")},
                                      {"bachelor", N_("Hbo of bachelor")},
                                      {"master", N_("Universiteit of master")}};
std::vector<Basiskeuze> const werk{{"betaald", N_("Betaald werk")},
                                   {"vrijwillig", N_("Vrijwilligerswerk")},
                                   {"onderneming", N_("Eigen bedrijf")},
                                   {"huishouden", N_("Werk in het eigen gezin of op het eigen land")}};
std::vector<Basiskeuze> const taal{
    {"niet", N_("Niet")}, {"beetje", N_("Een beetje")}, {"redelijk", N_("Redelijk")}, {"goed", N_("Goed")}};
std::vector<Basiskeuze> const waardering{
    {"geen", N_("Niet gevraagd")}, {"aangevraagd", N_("Gevraagd, nog geen antwoord")}, {"ontvangen", N_("Ontvangen")}};
std::vector<Basiskeuze> const waarderingen_niveau{{"vmbo", N_("vmbo")},
                                                  {"havo", N_("havo")},
                                                  {"vwo", N_("vwo")},
                                                  {"mbo1", N_("mbo 1")},
                                                  {"mbo2", N_("mbo 2")},
                                                  {"mbo3", N_("mbo 3")},
                                                  {"mbo4", N_("mbo 4")},
                                                  {"hbo", N_("hbo of bachelor")},
                                                  {"wo", N_("universiteit of master")},
                                                  {"geen", N_("geen Nederlands niveau")}};
std::vector<Basiskeuze> const plaatsen{{"gemeente", N_("Bij de gemeente")},
                                       {"azc", N_("In het azc")},
                                       {"thuis", N_("Thuis")},
                                       {"elders", N_("Ergens anders")}};
std::vector<Basiskeuze> const wijzen{
    {"persoonlijk", N_("Samen aan tafel")}, {"video", N_("Met video")}, {"telefoon", N_("Per telefoon")}};
std::vector<Basiskeuze> const tolken{
    {"geen", N_("Geen tolk")}, {"aanwezig", N_("Tolk was erbij")}, {"telefonisch", N_("Tolk per telefoon")}};

class RowCheck {
public:
    void choice(char const* field, std::string const& value, std::vector<Basiskeuze> const& list) {
        if (!one_of(list, value)) add(field, RijRefusal::onbekende_keuze);
    }
    void text(char const* field, std::string const& value, bool needed = true) {
        if (needed && blank(value)) return add(field, RijRefusal::leeg);
        if (letters(value) > longest_name || !is_utf8(value) || value.find('\0') != std::string::npos)
            add(field, RijRefusal::te_lang);
    }
    void whole(char const* field, std::string const& value, int most) {
        if (!value.empty() && !number(value, most)) add(field, RijRefusal::geen_getal);
    }
    std::optional<PartialDate> date(char const* field, std::string const& value) {
        if (value.empty()) return std::nullopt;
        auto const day = PartialDate::parse(value);
        if (day && day->year() > 0) return *day;
        add(field, RijRefusal::geen_datum);
        return std::nullopt;
    }
    void add(char const* field, RijRefusal refusal) { wrong.push_back({field, refusal}); }
    std::vector<Rijfout> wrong;
};
/// Surely after: the known parts say so.
bool after(PartialDate a, PartialDate b) {
    if (a.year() != b.year()) return a.year() > b.year();
    if (a.month() == 0 || b.month() == 0) return false;
    if (a.month() != b.month()) return a.month() > b.month();
    return a.day() != 0 && b.day() != 0 && a.day() > b.day();
}
}

std::vector<Basisveld> const& basisvelden() { return velden; }
std::vector<Basiskeuze> const& opleidingsniveaus() { return niveaus; }
std::vector<Basiskeuze> const& werksoorten() { return werk; }
std::vector<Basiskeuze> const& taalniveaus() { return taal; }
std::vector<Basiskeuze> const& waarderingen() { return waardering; }
std::vector<Basiskeuze> const& waarderingsniveaus() { return waarderingen_niveau; }
std::vector<Basiskeuze> const& gesprek_plaatsen() { return plaatsen; }
std::vector<Basiskeuze> const& gesprek_wijzen() { return wijzen; }
std::vector<Basiskeuze> const& tolk_wijzen() { return tolken; }
std::string_view keuze_titel(std::vector<Basiskeuze> const& list, std::string_view value) {
    auto const at = std::ranges::find(list, value, &Basiskeuze::waarde);
    return at == list.end() ? std::string_view{} : at->titel;
}

std::optional<VeldRefusal> check_basis(Basisveld const& f, std::string_view value) {
    if (!is_utf8(value) || value.find('\0') != std::string_view::npos) return VeldRefusal::ongeldig_teken;
    if (!f.keuzes.empty() && !value.empty() && !one_of(f.keuzes, value)) return VeldRefusal::onbekend_antwoord;
    if (letters(value) > langste_tekst) return VeldRefusal::te_lang;
    return std::nullopt;
}

std::vector<Rijfout> check_rij(Opleiding const& o) {
    RowCheck c;
    c.text("land", o.land);
    c.text("naam", o.naam, false);
    c.choice("niveau", o.niveau, niveaus);
    c.whole("jaren", o.jaren, 40);
    c.choice("diploma", o.diploma, ja_nee);
    c.choice("waardering", o.waardering, waardering);
    if (!o.waardering_niveau.empty()) {
        c.choice("waardering_niveau", o.waardering_niveau, waarderingen_niveau);
        if (o.waardering != "ontvangen") c.add("waardering_niveau", RijRefusal::niveau_zonder_waardering);
    } else if (o.waardering == "ontvangen") {
        c.add("waardering_niveau", RijRefusal::leeg);
    }
    return c.wrong;
}
std::vector<Rijfout> check_rij(Werk const& w, Date today) {
    RowCheck c;
    c.choice("soort", w.soort, werk);
    c.text("land", w.land);
    c.text("beroep", w.beroep);
    auto const from = c.date("van", w.van), until = c.date("tot", w.tot);
    auto const now = PartialDate::of(today);
    if (from && after(*from, now)) c.add("van", RijRefusal::in_toekomst);
    if (from && until && after(*from, *until)) c.add("tot", RijRefusal::einde_voor_begin);
    if (until && after(*until, now)) c.add("tot", RijRefusal::in_toekomst);
    c.whole("uren", w.uren, 80);
    return c.wrong;
}
std::vector<Rijfout> check_rij(Taal const& t) {
    RowCheck c;
    c.text("taal", t.taal);
    c.choice("moedertaal", t.moedertaal, ja_nee);
    c.choice("spreken", t.spreken, taal);
    c.choice("lezen", t.lezen, taal);
    c.choice("schrijven", t.schrijven, taal);
    return c.wrong;
}
std::string_view tekst(RijRefusal refusal) {
    switch (refusal) {
    case RijRefusal::onbekende_keuze: return N_("Kies een antwoord uit de lijst.");
    case RijRefusal::leeg: return N_("Vul dit in.");
    case RijRefusal::te_lang: return N_("Dit is te lang (ten hoogste 100 tekens).");
    case RijRefusal::geen_getal: return N_("Vul een heel getal in.");
    case RijRefusal::geen_datum:
        return N_("Vul een datum in die bestaat. Weet u de dag of de maand niet? Laat die dan leeg.");
    case RijRefusal::einde_voor_begin: return N_("Het einde ligt voor het begin.");
    case RijRefusal::in_toekomst: return N_("Deze datum ligt in de toekomst.");
    case RijRefusal::niveau_zonder_waardering: return N_("Een niveau hoort bij een waardering die is ontvangen.");
    }
    return {};
}

std::vector<Gesprekfout> check_gesprek(Gesprek const& g, Date begonnen, Date today) {
    std::vector<Gesprekfout> wrong;
    auto const add = [&](char const* field, GesprekRefusal r) { wrong.push_back({field, r}); };
    if (!g.dag)
        add("dag", GesprekRefusal::geen_dag);
    else if (*g.dag > today)
        add("dag", GesprekRefusal::dag_in_toekomst);
    else if (*g.dag < begonnen)
        add("dag", GesprekRefusal::voor_de_intake);
    if (!one_of(plaatsen, g.plaats)) add("plaats", GesprekRefusal::onbekende_keuze);
    if (!one_of(wijzen, g.wijze)) add("wijze", GesprekRefusal::onbekende_keuze);
    if (!one_of(tolken, g.tolk_wijze)) add("tolk_wijze", GesprekRefusal::onbekende_keuze);
    if (letters(g.aanwezigen) > 2 * longest_name || !is_utf8(g.aanwezigen)) add("aanwezigen", GesprekRefusal::te_lang);
    if (letters(g.verslag) > langste_tekst || !is_utf8(g.verslag)) add("verslag", GesprekRefusal::te_lang);
    return wrong;
}
std::string_view tekst(GesprekRefusal refusal) {
    switch (refusal) {
    case GesprekRefusal::geen_dag: return N_("Vul een dag in die bestaat, bijvoorbeeld 3 12 2026.");
    case GesprekRefusal::dag_in_toekomst: return N_("Deze dag ligt in de toekomst. Plan het gesprek in de agenda.");
    case GesprekRefusal::voor_de_intake: return N_("Deze dag ligt voor het begin van de intake.");
    case GesprekRefusal::onbekende_keuze: return N_("Kies een antwoord uit de lijst.");
    case GesprekRefusal::te_lang: return N_("Deze tekst is te lang. Maak hem korter.");
    case GesprekRefusal::azc_mag_niet:
        return N_("Het beleid van de gemeente is dat de intake niet in het azc begint. Kies een andere plaats.");
    }
    return {};
}
}
