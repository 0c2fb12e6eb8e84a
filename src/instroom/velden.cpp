#include "instroom/velden.h"

#include "platform/i18n/i18n.h"

namespace instroom {
using i18n::N_;

namespace {
using Tekst = std::string Persoonsgegevens::*;
struct Regel {
    std::string_view sleutel, titel;
    Tekst lid;
};
// In the order of Veld; those without a member have a case of their own below.
constexpr std::array<Regel, aantal_velden> regels{{
    {"voornamen", N_("Voornamen"), nullptr},
    {"titel", N_("Adellijke titel of predicaat"), nullptr},
    {"voorvoegsel", N_("Voorvoegsel"), nullptr},
    {"geslachtsnaam", N_("Achternaam"), nullptr},
    {"naamgebruik", N_("Naamgebruik"), &Persoonsgegevens::naamgebruik},
    {"geslacht", N_("Geslacht"), &Persoonsgegevens::geslacht},
    {"geboren", N_("Geboortedatum"), nullptr},
    {"geboorteplaats", N_("Geboorteplaats"), &Persoonsgegevens::geboorteplaats},
    {"geboorteland", N_("Geboorteland"), &Persoonsgegevens::geboorteland},
    {"overleden", N_("Datum overlijden"), nullptr},
    {"geheimhouding", N_("Geheimhouding"), nullptr},
    {"opschorting", N_("Opschorting bijhouding"), &Persoonsgegevens::opschorting},
    {"verblijfstitel", N_("Verblijfstitel"), &Persoonsgegevens::verblijfstitel},
    {"titel_vanaf", N_("Verblijfstitel vanaf"), &Persoonsgegevens::titel_vanaf},
    {"titel_tot", N_("Verblijfstitel tot"), &Persoonsgegevens::titel_tot},
    {"brp_gemeente", N_("Gemeente van inschrijving"), &Persoonsgegevens::brp_gemeente},
    {"brp_ingeschreven_op", N_("Ingeschreven op"), &Persoonsgegevens::brp_ingeschreven_op},
    {"a_nummer", N_("A-nummer"), &Persoonsgegevens::a_nummer},
    {"v_nummer", N_("V-nummer"), &Persoonsgegevens::v_nummer},
    {"eigen_schrift", N_("Naam in eigen schrift"), &Persoonsgegevens::eigen_schrift},
    {"eigen_schrift_taal", N_("Taal van het eigen schrift"), &Persoonsgegevens::eigen_schrift_taal},
    {"uitspraak", N_("Zo spreekt u de naam uit"), &Persoonsgegevens::uitspraak},
    {"taal", N_("Taal"), &Persoonsgegevens::taal},
    {"tolk_nodig", N_("Tolk nodig"), nullptr},
    {"tolk_wens", N_("Wens voor de tolk"), &Persoonsgegevens::tolk_wens},
}};
Regel const& of(Veld veld) { return regels[static_cast<std::size_t>(veld)]; }

std::string* name_part(Persoonsgegevens& p, Veld veld) {
    switch (veld) {
    case Veld::voornamen: return &p.naam.voornamen;
    case Veld::titel: return &p.naam.titel;
    case Veld::voorvoegsel: return &p.naam.voorvoegsel;
    case Veld::geslachtsnaam: return &p.naam.geslachtsnaam;
    default: return of(veld).lid ? &(p.*of(veld).lid) : nullptr;
    }
}
}

std::string_view sleutel(Veld veld) { return of(veld).sleutel; }
std::string_view titel(Veld veld) { return of(veld).titel; }
bool van_brp(Veld veld) { return veld <= Veld::a_nummer; }

std::string waarde(Persoonsgegevens const& p, Veld veld) {
    if (veld == Veld::geboren) return p.geboren == PartialDate{} ? std::string{} : p.geboren.to_iso();
    if (veld == Veld::overleden) return p.overleden ? p.overleden->to_iso() : std::string{};
    if (veld == Veld::geheimhouding) return p.geheimhouding > 0 ? std::to_string(p.geheimhouding) : std::string{};
    if (veld == Veld::tolk_nodig) return p.tolk_nodig ? "ja" : std::string{};
    auto const* text = name_part(const_cast<Persoonsgegevens&>(p), veld);
    check(text != nullptr);
    // "Sex unknown" and "own name" are what a source says when it says nothing.
    if ((veld == Veld::geslacht && *text == "O") || (veld == Veld::naamgebruik && *text == "E")) return {};
    return *text;
}

void zet(Persoonsgegevens& p, Veld veld, std::string const& text) {
    if (veld == Veld::geboren || veld == Veld::overleden) {
        auto const date = PartialDate::parse(text);
        if (!text.empty() && !date) return;
        if (veld == Veld::geboren)
            p.geboren = text.empty() ? PartialDate{} : *date;
        else if (text.empty())
            p.overleden.reset();
        else
            p.overleden = *date;
        return;
    }
    if (veld == Veld::geheimhouding) {
        if (text.empty())
            p.geheimhouding = 0;
        else if (text.size() == 1 && text[0] >= '0' && text[0] <= '7')
            p.geheimhouding = text[0] - '0';
        return;
    }
    if (veld == Veld::tolk_nodig) {
        p.tolk_nodig = text == "ja";
        return;
    }
    auto* part = name_part(p, veld);
    check(part != nullptr);
    *part = text;
    if (text.empty() && veld == Veld::geslacht) *part = "O";
    if (text.empty() && veld == Veld::naamgebruik) *part = "E";
}
}
