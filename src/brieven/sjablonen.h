#pragma once
#include "brieven/sjabloon.h"
#include "platform/db/db.h"
#include "vertrouwen/rules.h"

/// The texts that letters are made of: those of the program, and what a municipality wrote in their place.
namespace brieven {

/// The text of the program in a language ("nl", "ar", …), or empty.
std::string_view standaardtekst(Soort, std::string_view taal);

/// What counts now. `bij_nl`: the Dutch text that a translation was made of. `eigen`: the municipality's own.
struct Geldig {
    std::string tekst, bij_nl;
    bool eigen = false;
    std::optional<Timestamp> sinds;
    std::string door;
};
/// Nothing: there is no text in this language.
std::optional<Geldig> geldig(db::Connection&, GemeenteId, Soort, std::string_view taal);
/// Languages with a text for this letter, Dutch first.
std::vector<std::string> talen(db::Connection&, GemeenteId, Soort);

struct Versie {
    std::int64_t id;
    std::optional<std::string> tekst;   // nothing: back to the program's own
    Timestamp gemaakt;
    std::string door;
};
/// Newest first, at most 50.
std::vector<Versie> versies(db::Connection&, GemeenteId, Soort, std::string_view taal);
std::optional<Versie> versie(db::Connection&, GemeenteId, Soort, std::string_view taal, std::int64_t id);
/// Everything that is wrong with a text, in the order of its lines; empty: it can be saved.
std::vector<Fout> keur(db::Connection&, GemeenteId, Soort, std::string_view taal, std::string_view tekst);
/// The caller has looked that it is good (keur). From then on new letters are made of it; letters that exist stay.
void bewaar(db::Connection&, vertrouwen::Access const&, Timestamp now, Soort, std::string_view taal,
            std::string_view tekst);
void herstel(db::Connection&, vertrouwen::Access const&, Timestamp now, Soort, std::string_view taal);

/// What stands at the top of every letter.
struct Briefhoofd {
    std::string afdeling, adres, bezoekadres, telefoon, website;
    bool leeg() const { return adres.empty(); }
};
inline constexpr std::size_t langste_hoofdregel = 120;   // characters
Briefhoofd briefhoofd(db::Connection&, GemeenteId);
void zet_briefhoofd(db::Connection&, vertrouwen::Access const&, Timestamp now, Briefhoofd const&);
}
