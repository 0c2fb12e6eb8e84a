#pragma once
#include "brieven/adressaat.h"
#include "brieven/inhoud.h"
#include "brieven/sjablonen.h"

/// What a letter keeps, and its text as it stands. Only for this slice.
namespace brieven {

/// Sealed in the row of the letter: the texts as they were when it was made, and the values.
struct Inhoud {
    std::string nl, vertaling, bij_nl;   // vertaling empty: none
    Waarden waarden;
};
std::string to_json(Inhoud const&);
Inhoud inhoud_van(std::string_view json);   // torn JSON is a Bug: we wrote it

/// What brieven fills in itself; kept from the day the letter was sent.
struct Vast {
    std::map<std::string, std::string> velden;
    std::vector<std::string> adres;
    std::string functie;   // of who made it
    friend bool operator==(Vast const&, Vast const&) = default;
};
std::string to_json(Vast const&);
Vast vast_van(std::string_view json);
/// As of a day: `dag` is the day the letter goes.
Vast vast_op(Adressaat const&, Briefhoofd const&, Soort, std::string_view maker, std::string_view maker_rol, Date dag);

/// A letter with everything that its page and its print need.
struct Geheel {
    Brief brief;
    Inhoud inhoud;
    Vast vast;   // of the day it was sent, or as of `dag`
    Adressaat adressaat;
    bool zonder_briefhoofd = false;
    int zonder_vertaling = 0;   // sections
};
std::optional<Geheel> geheel(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, DossierId, BriefId,
                             Date dag);
enum class Talen { nederlands, beide };
Paren paren(Geheel const&, Talen);
/// Another language for the translation of a concept; empty: Dutch alone.
Result<void, BriefRefusal> zet_taal(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, DossierId,
                                    BriefId, std::int64_t versie, std::string_view taal);
}
