#include "brp/naam.h"

#include "brp/tabellen.h"
#include "brp/tekst.h"

#include <algorithm>

namespace brp {
namespace {

bool known(std::string const& geslachtsnaam) { return !geslachtsnaam.empty() && geslachtsnaam != "."; }
bool uses_partner(std::string const& naamgebruik) {
    return naamgebruik == "P" || naamgebruik == "V" || naamgebruik == "N";
}

bool any_data(Partner const& p) {
    return known(p.naam.geslachtsnaam) || !p.naam.titel.empty() || !p.naam.voornamen.empty();
}

/// Of the relations that still run the oldest; when none runs, the one that ended last. Dates in LO form order as text,
/// an unknown date counts as the oldest.
bool before(Partner const& p, Partner const& other) {
    bool const runs = p.ontbonden.empty(), other_runs = other.ontbonden.empty();
    if (runs != other_runs) return runs;
    return runs ? p.aangegaan < other.aangegaan : p.ontbonden > other.ontbonden;
}
Partner const* deciding_partner(std::vector<Partner> const& partners) {
    Partner const* found = nullptr;
    for (auto const& p : partners)
        if (any_data(p) && (!found || before(p, *found))) found = &p;
    return found;
}

/// What one person's names come down to once naamgebruik, partners and titles are weighed.
struct Samenstelling {
    Benoemd const& wie;
    Partner const* partner;
    std::string gebruik;       // E when there is no partner name to use
    std::string eigen_titel;   // word of the person's own title or predicate, in lower case; empty: not carried
    std::string hoffelijk;     // word of the partner's title that a woman carries out of courtesy
    bool predicaat = false;
};

/// A woman carries the title of her partner while she uses his name (not ridder, not a predicate).
bool courtesy(Benoemd const& wie, Partner const* partner) {
    if (!partner || wie.geslacht != "V" || !uses_partner(wie.naamgebruik)) return false;
    auto const& t = partner->naam.titel;
    return t == "B" || t == "G" || t == "H" || t == "M" || t == "P";
}

/// A jonkvrouw lays down her predicate while married, and afterwards while she still uses the partner's name.
bool carries_own(Benoemd const& wie, Partner const* partner, std::string const& gebruik) {
    if (wie.naam.titel.empty() || gebruik == "P") return false;
    bool const predicaat = wie.naam.titel == "JH" || wie.naam.titel == "JV";
    if (!predicaat || wie.geslacht != "V" || !partner) return true;
    return !partner->ontbonden.empty() && gebruik == "E";
}

Samenstelling weigh(Benoemd const& wie) {
    Samenstelling s{wie, deciding_partner(wie.partners), "E", {}, {}};
    bool const partner_named = s.partner && known(s.partner->naam.geslachtsnaam);
    if (partner_named && uses_partner(wie.naamgebruik)) s.gebruik = wie.naamgebruik;
    s.predicaat = wie.naam.titel == "JH" || wie.naam.titel == "JV";
    // A title has a form for men and one for women only; ridder has none for women.
    bool const sexed = wie.geslacht == "M" || (wie.geslacht == "V" && wie.naam.titel != "R");
    if (sexed && carries_own(wie, s.partner, s.gebruik)) s.eigen_titel = titel_woord(wie.naam.titel, wie.geslacht);
    if (partner_named && courtesy(wie, s.partner)) s.hoffelijk = titel_woord(s.partner->naam.titel, "V");
    return s;
}

std::string eigen_naam(Samenstelling const& s, std::string_view titel) {
    return joined({titel, s.wie.naam.voorvoegsel, s.wie.naam.geslachtsnaam});
}
std::string partner_naam(Samenstelling const& s) {
    return joined({s.hoffelijk, s.partner->naam.voorvoegsel, s.partner->naam.geslachtsnaam});
}

/// The family name as used, or nothing where it needs an own family name that is not known.
std::optional<std::string> family_name(Samenstelling const& s, std::string_view eigen_titel) {
    if (s.gebruik == "P") return partner_naam(s);
    if (!known(s.wie.naam.geslachtsnaam)) return std::nullopt;
    if (s.gebruik == "V") return partner_naam(s) + "-" + eigen_naam(s, eigen_titel);
    if (s.gebruik == "N") return eigen_naam(s, eigen_titel) + "-" + partner_naam(s);
    return eigen_naam(s, eigen_titel);
}

enum class Adel { hoogwelgeboren, hooggeboren, hoogheid };
Adel rank(std::string_view titel) {
    if (titel == "P" || titel == "PS") return Adel::hoogheid;
    if (titel == "G" || titel == "GI") return Adel::hooggeboren;
    return Adel::hoogwelgeboren;
}
/// "hoogwelgeboren vrouwe"; nothing where the sex is unknown, but a prince stays a highness.
std::string address_form(std::string_view titel, std::string_view geslacht) {
    if (rank(titel) == Adel::hoogheid) return "hoogheid";
    if (geslacht == "O" || geslacht.empty()) return {};
    std::string const word = rank(titel) == Adel::hooggeboren ? "hooggeboren" : "hoogwelgeboren";
    return word + (geslacht == "M" ? " heer" : " vrouwe");
}
}

Partner const* bepalende_partner(std::vector<Partner> const& partners) {
    if (auto const* named = deciding_partner(partners)) return named;
    auto const first = std::ranges::min_element(partners, before);
    return first == partners.end() ? nullptr : &*first;
}

std::optional<std::string> aanhef(Benoemd const& wie) {
    auto const s = weigh(wie);
    std::string form;
    if (courtesy(wie, s.partner))
        form = address_form(s.partner->naam.titel, "V");
    else if (carries_own(wie, s.partner, s.gebruik))
        form = address_form(wie.naam.titel, wie.geslacht);
    if (!form.empty()) return capitalised(form);

    auto const naam = family_name({wie, s.partner, s.gebruik, {}, {}}, {});
    if (!naam) return std::nullopt;
    if (wie.geslacht == "M") return "Geachte heer " + capitalised(*naam);
    if (wie.geslacht == "V") return "Geachte mevrouw " + capitalised(*naam);
    auto const letters = voorletters(wie.naam.voornamen);
    return "Geachte " + (letters.empty() ? capitalised(*naam) : letters + " " + *naam);
}

std::optional<Aanschrijfwijze> aanschrijfwijze(Benoemd const& wie) {
    auto const s = weigh(wie);
    auto const letters = voorletters(wie.naam.voornamen);
    bool const own_first = s.gebruik == "E" || s.gebruik == "N";
    bool const predicate_first = s.predicaat && !s.eigen_titel.empty() && own_first;
    auto const naam = family_name(s, predicate_first ? std::string_view{} : s.eigen_titel);
    if (!naam) return std::nullopt;
    Aanschrijfwijze envelope;
    envelope.naam = capitalised(joined({predicate_first ? s.eigen_titel : std::string{}, letters, *naam}));

    bool const prince = carries_own(wie, s.partner, s.gebruik) && rank(wie.naam.titel) == Adel::hoogheid;
    std::string form;
    if (!s.hoffelijk.empty())
        form = address_form(s.partner->naam.titel, "V");
    else if (!s.eigen_titel.empty() || prince)
        form = address_form(wie.naam.titel, wie.geslacht);
    if (!form.empty()) envelope.aanspreekvorm = "De " + form;
    return envelope;
}

std::optional<std::string> lopende_tekst(Benoemd const& wie) {
    auto const s = weigh(wie);
    auto const naam = family_name(s, s.eigen_titel);
    if (!naam) return std::nullopt;
    bool const partner_first = s.gebruik == "P" || s.gebruik == "V";
    bool const begins_with_title = partner_first ? !s.hoffelijk.empty() : !s.eigen_titel.empty();
    if (begins_with_title) return *naam;
    if (wie.geslacht == "M") return "de heer " + capitalised(*naam);
    if (wie.geslacht == "V") return "mevrouw " + capitalised(*naam);
    auto const letters = voorletters(wie.naam.voornamen);
    return letters.empty() ? capitalised(*naam) : letters + " " + *naam;
}

std::string voorletters(std::string_view voornamen) {
    std::string letters;
    bool bare_before = false;
    for (auto const& name : split_words(voornamen)) {
        auto const first = first_character(name);
        bool const bare = first.size() == name.size();
        // A given name of one letter is written as it is, so a space keeps it from the next one.
        if (bare_before) letters += ' ';
        letters += first;
        if (!bare) letters += '.';
        bare_before = bare;
    }
    return letters;
}

std::string volledige_naam(Naam const& naam, std::string_view geslacht) {
    auto const titel = titel_woord(naam.titel, geslacht);
    bool const predicaat = naam.titel == "JH" || naam.titel == "JV";
    std::string_view const achternaam = naam.geslachtsnaam == "." ? std::string_view{} : naam.geslachtsnaam;
    return predicaat ? joined({titel, naam.voornamen, naam.voorvoegsel, achternaam})
                     : joined({naam.voornamen, titel, naam.voorvoegsel, achternaam});
}

std::string weergavenaam(Naam const& naam) {
    std::string_view const achternaam = naam.geslachtsnaam == "." ? std::string_view{} : naam.geslachtsnaam;
    auto const shown = joined({naam.voornamen, naam.voorvoegsel, achternaam});
    return shown.empty() ? "Onbekend" : shown;
}
}
