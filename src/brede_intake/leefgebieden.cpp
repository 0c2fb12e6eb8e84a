#include "brede_intake/leefgebieden.h"

#include "platform/i18n/i18n.h"

#include <algorithm>
#include <set>

namespace brede_intake {
namespace {
using i18n::N_;

std::vector<LeefgebiedSoort> const soorten{
    {"leerbaarheid",
     N_("Leerbaarheid"),
     N_("Hoe gemakkelijk leert deze persoon iets nieuws?"),
     true,
     false,
     {{{N_("Heel moeilijk"), N_("Heeft nooit leren leren. Onthoudt nieuwe dingen niet zonder veel hulp.")},
       {N_("Moeilijk"), N_("Leert langzaam. Heeft veel herhaling en voordoen nodig.")},
       {N_("Redelijk"), N_("Leert met uitleg en oefenen. Heeft vaste begeleiding nodig.")},
       {N_("Goed"), N_("Leert vlot in een groep. Vraagt zelf hulp als iets niet lukt.")},
       {N_("Heel goed"), N_("Leert snel en zelfstandig. Zoekt zelf op wat nog niet duidelijk is.")}}}},
    {"opleiding",
     N_("Opleiding"),
     N_("Welke opleiding heeft deze persoon gehad, en wat is die hier waard?"),
     true,
     false,
     {{{N_("Geen school"), N_("Is nooit naar school geweest, of korter dan drie jaar.")},
       {N_("Basisschool"), N_("Heeft de basisschool gedaan, met of zonder diploma.")},
       {N_("Middelbare school"), N_("Heeft een deel van de middelbare school gedaan.")},
       {N_("Diploma"), N_("Heeft een diploma van de middelbare school of een beroepsopleiding.")},
       {N_("Hoger onderwijs"), N_("Heeft op hbo- of universitair niveau gestudeerd.")}}}},
    {"werkervaring",
     N_("Werkervaring en vrijwilligerswerk"),
     N_("Welk werk heeft deze persoon gedaan, betaald of als vrijwilliger?"),
     true,
     false,
     {{{N_("Geen"), N_("Heeft nooit gewerkt, ook niet in het huishouden of op het land.")},
       {N_("Weinig"), N_("Heeft kort of af en toe gewerkt, of alleen thuis.")},
       {N_("Enige"), N_("Heeft meer dan een jaar gewerkt, in werk dat hier anders is.")},
       {N_("Ruim"), N_("Heeft jaren gewerkt in een beroep dat hier ook bestaat.")},
       {N_("Veel"), N_("Heeft lange ervaring en kan hier in dat beroep snel aan het werk.")}}}},
    {"praktische_competenties",
     N_("Praktische competenties"),
     N_("Wat kan deze persoon met de handen en in de praktijk?"),
     false,
     false,
     {{{N_("Weinig"), N_("Doet praktische taken alleen als een ander voordoet en meehelpt.")},
       {N_("Beperkt"), N_("Doet eenvoudige taken na voordoen.")},
       {N_("Voldoende"), N_("Doet bekende taken zelf. Vraagt hulp bij nieuwe taken.")},
       {N_("Goed"), N_("Werkt netjes en zelfstandig met gereedschap of apparaten.")},
       {N_("Vakbekwaam"), N_("Beheerst een vak en kan het anderen leren.")}}}},
    {"werknemersvaardigheden",
     N_("Werknemersvaardigheden"),
     N_("Hoe gaat samenwerken, op tijd komen en afspraken nakomen?"),
     false,
     false,
     {{{N_("Nog niet"), N_("Komt afspraken nog niet na. Weet niet wat een werkgever verwacht.")},
       {N_("Begin"), N_("Komt vaak op tijd als iemand eraan herinnert.")},
       {N_("Voldoende"), N_("Komt op tijd en belt af. Werkt samen onder leiding.")},
       {N_("Goed"), N_("Neemt verantwoordelijkheid en gaat goed om met opmerkingen.")},
       {N_("Heel goed"), N_("Werkt zelfstandig, overlegt en helpt collega's.")}}}},
    {"taalniveau",
     N_("Taalniveau"),
     N_("Hoe goed spreekt, leest en schrijft deze persoon Nederlands?"),
     true,
     false,
     {{{N_("Geen Nederlands"), N_("Kent nog geen Nederlands, of kan het alfabet nog niet lezen.")},
       {N_("Losse woorden"), N_("Kent woorden en korte zinnen over het dagelijks leven.")},
       {N_("A1"), N_("Kan eenvoudige vragen stellen en beantwoorden.")},
       {N_("A2"), N_("Voert een kort gesprek. Leest een eenvoudige brief.")},
       {N_("B1 of hoger"), N_("Praat mee over werk en nieuws. Schrijft een duidelijke e-mail.")}}}},
    {"motivatie",
     N_("Motivatie en interesses"),
     N_("Wat wil deze persoon bereiken, en hoe graag?"),
     false,
     false,
     {{{N_("Geen doel"), N_("Ziet nog geen doel. Is bezig met overleven of met zorgen.")},
       {N_("Twijfel"), N_("Wil wel iets, maar weet niet wat of durft niet.")},
       {N_("Wens"), N_("Heeft een wens en wil daarover praten.")},
       {N_("Doel"), N_("Heeft een doel dat past, en weet de eerste stap.")},
       {N_("Sterk doel"), N_("Heeft een duidelijk doel en is al begonnen.")}}}},
    {"zelfredzaamheid",
     N_("Mate van zelfredzaamheid"),
     N_("Hoe zelfstandig regelt deze persoon het dagelijks leven?"),
     true,
     false,
     {{{N_("Niet"), N_("Kan dagelijkse dingen niet zelf regelen. Anderen doen het.")},
       {N_("Met veel hulp"), N_("Regelt iets als iemand meegaat: winkel, bus, school.")},
       {N_("Met wat hulp"), N_("Regelt het meeste zelf. Vraagt hulp bij brieven en bellen.")},
       {N_("Bijna zelf"), N_("Regelt post, zorg en school zelf. Hulp bij iets nieuws.")},
       {N_("Zelf"), N_("Regelt alles zelf en helpt soms anderen.")}}}},
    {"digitaal",
     N_("Digitale vaardigheden"),
     N_("Wat kan deze persoon met telefoon, computer en DigiD?"),
     false,
     false,
     {{{N_("Niet"), N_("Gebruikt geen telefoon of computer.")},
       {N_("Bellen"), N_("Belt en stuurt spraakberichten.")},
       {N_("Apps"), N_("Gebruikt apps voor berichten, kaart en vertalen.")},
       {N_("E-mail en formulieren"), N_("Mailt, vult een formulier in en logt in met DigiD na uitleg.")},
       {N_("Alles"), N_("Werkt met computer en DigiD zonder hulp.")}}}},
    {"gezinssituatie",
     N_("Gezinssituatie"),
     N_("Hoe is de situatie thuis, en wat betekent die voor leren en werken?"),
     true,
     false,
     {{{N_("Heel zwaar"), N_("De zorg thuis of zorgen over familie laten geen tijd voor leren.")},
       {N_("Zwaar"), N_("Er is veel zorg thuis. Kinderopvang is nodig en nog niet geregeld.")},
       {N_("Wisselend"), N_("Het lukt thuis meestal, met hulp van anderen.")},
       {N_("Goed"), N_("De situatie thuis is rustig. Opvang is geregeld of niet nodig.")},
       {N_("Heel goed"), N_("Het gezin steunt het leren en werken.")}}}},
    {"fysieke_gezondheid",
     N_("Fysieke gezondheid"),
     N_("Wat kan deze persoon lichamelijk aan bij leren en werken?"),
     true,
     true,
     {{{N_("Kan nu niet"), N_("Kan nu niet naar les of werk.")},
       {N_("Veel aanpassing"), N_("Kan alleen met veel aanpassing, bijvoorbeeld thuis of weinig uren.")},
       {N_("Enige aanpassing"), N_("Kan meedoen met minder uren of vaste pauzes.")},
       {N_("Bijna alles"), N_("Kan bijna alles, met een kleine aanpassing.")},
       {N_("Geen beperking"), N_("Kan zonder aanpassing leren en werken.")}}}},
    {"mentale_gezondheid",
     N_("Mentale gezondheid"),
     N_("Wat kan deze persoon mentaal aan bij leren en werken?"),
     true,
     true,
     {{{N_("Kan nu niet"), N_("Kan zich nu niet richten op leren of werken.")},
       {N_("Veel rust nodig"), N_("Kan alleen in een klein groepje of met weinig uren.")},
       {N_("Enige rust nodig"), N_("Kan meedoen met een rustige opbouw.")},
       {N_("Bijna alles"), N_("Kan bijna alles, en weet wat helpt bij spanning.")},
       {N_("Geen beperking"), N_("Kan zonder aanpassing leren en werken.")}}}},
    {"netwerk",
     N_("Sociaal netwerk"),
     N_("Met wie heeft deze persoon contact, en wie kan helpen?"),
     false,
     false,
     {{{N_("Niemand"), N_("Kent hier niemand en komt weinig buiten.")},
       {N_("Alleen familie"), N_("Heeft alleen contact met gezin of familie.")},
       {N_("Eigen taal"), N_("Heeft contact met mensen die dezelfde taal spreken.")},
       {N_("Buurt"), N_("Kent mensen in de buurt, op school of bij een vereniging.")},
       {N_("Breed"), N_("Heeft een netwerk dat helpt bij taal en werk.")}}}},
};
constexpr std::string_view algemene_vraag = N_("Hoe gaat het op dit leefgebied?");
constexpr std::array<LeefgebiedSoort::Score, aantal_scores> algemeen{
    {{N_("Gaat niet"), N_("Lukt niet, ook niet met hulp.")},
     {N_("Met veel hulp"), N_("Lukt alleen als iemand meegaat of meedoet.")},
     {N_("Met wat hulp"), N_("Lukt meestal zelf. Vraagt hulp als het moeilijk is.")},
     {N_("Bijna zelf"), N_("Lukt zelf. Hulp alleen bij iets nieuws.")},
     {N_("Zelf"), N_("Lukt helemaal zelf.")}}};

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}
}

std::vector<LeefgebiedSoort> const& leefgebied_soorten() { return soorten; }
LeefgebiedSoort const* leefgebied_soort(std::string_view code) {
    auto const at = std::ranges::find(soorten, code, &LeefgebiedSoort::code);
    return at == soorten.end() ? nullptr : &*at;
}

std::vector<Leefgebied> standaardlijst() {
    std::vector<Leefgebied> all;
    for (auto const& s : soorten) all.push_back({.code = std::string{s.code}, .titel = std::string{s.titel}});
    return all;
}
std::string_view vraag(Leefgebied const& l) { return l.soort() ? l.soort()->vraag : algemene_vraag; }
std::array<LeefgebiedSoort::Score, aantal_scores> const& criteria(Leefgebied const& l) {
    return l.soort() ? l.soort()->scores : algemeen;
}

std::optional<LijstRefusal> check_lijst(std::vector<Leefgebied> const& list) {
    for (auto const& s : soorten) {
        if (!s.wettelijk) continue;
        auto const at = std::ranges::find(list, s.code, &Leefgebied::code);
        if (at == list.end() || !at->actief) return LijstRefusal::wettelijk_weggelaten;
    }
    std::set<std::string> titles;
    for (auto const& l : list) {
        if (!l.eigen && !l.soort()) return LijstRefusal::onbekende_code;
        if (l.titel.find_first_not_of(" \t\r\n") == std::string::npos) return LijstRefusal::geen_titel;
        if (letters(l.titel) > langste_titel) return LijstRefusal::titel_te_lang;
        if (!titles.insert(l.titel).second) return LijstRefusal::dubbele_titel;
    }
    if (list.size() > meeste_leefgebieden) return LijstRefusal::te_veel;
    return std::nullopt;
}
std::string_view tekst(LijstRefusal refusal) {
    switch (refusal) {
    case LijstRefusal::wettelijk_weggelaten:
        return N_("Dit leefgebied hoort bij wat de wet van de intake vraagt. U kunt het niet uitzetten.");
    case LijstRefusal::onbekende_code: return N_("Kies een leefgebied uit de lijst.");
    case LijstRefusal::geen_titel: return N_("Geef het leefgebied een naam.");
    case LijstRefusal::titel_te_lang: return N_("De naam is te lang (ten hoogste 60 tekens).");
    case LijstRefusal::dubbele_titel: return N_("Er is al een leefgebied met deze naam.");
    case LijstRefusal::te_veel: return N_("Er kunnen ten hoogste 20 leefgebieden zijn. Haal er eerst een weg.");
    }
    return {};
}
}
