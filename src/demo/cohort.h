#pragma once
#include "demo/dice.h"
#include "demo/namen.h"
#include "inburgeringstermijn/rules.h"
#include "instroom/rules.h"
#include "kernel/partial_date.h"

#include <optional>
#include <string>
#include <vector>

/// One invented file, whole: who, which family, which group, how far. Pure and the same for the same seed. The shares
/// follow the CBS figures (Statistiek Wet inburgering 2022–2024): asylum 61 %, of whom 50 % from Syria and 29 % from
/// Turkey, Yemen, Eritrea and Afghanistan, 62 % men; family and other migrants 68 % women, 31 % from Morocco, Turkey,
/// Asia.
namespace demo {

struct Mens {
    std::string voornamen, geslachtsnaam, eigen_schrift;   // geslachtsnaam empty: mononym
    char geslacht;
    PartialDate geboren;
    Naam roepnaam, vader, familie;   // what the names were made of; children inherit them
};
struct Lid {
    Mens mens;
    std::string soort, verblijf;
};   // soort: partner, kind
struct Voorval {
    Date dag;
    std::string soort, categorie, titel, tekst, bron;
};
struct EigenTaak {
    std::string soort, titel, toelichting, wacht_op;
    Date uiterlijk;
};

enum class Stadium { azc, intake, pip_te_laat, onderweg, voldaan };
struct Zaak {
    Mens mens;
    Afkomst afkomst;
    instroom::Doelgroep groep;
    std::string duo_indeling, duo_fijn, verblijfstitel;
    Stadium stadium;
    std::string fase;
    std::vector<Lid> gezin;
    int geheimhouding = 0;
    bool tolk = false;
    std::string tolk_wens, straat, postcode, woonplaats;
    int huisnummer = 0;
    std::optional<Date> gekoppeld_op, aangekomen_op, ingeschreven_op, kennisgeving_op, eerste_pip, voldaan_op;
    std::vector<inburgeringstermijn::Feit> feiten;
    std::vector<Voorval> voorvallen;   // oldest first
    std::vector<EigenTaak> taken;
    std::optional<int> afspraak_over_dagen;   // from today
    int afspraak_blok = 0;                    // of three quarters of an hour, from half past eight
};
/// `gemeente_code`: 1948 or 1991; `number` from 0 tells files apart.
Zaak make_zaak(std::uint64_t seed, std::int64_t number, std::string_view gemeente_code, Date today);
inburgeringstermijn::Groep termijn_groep(instroom::Doelgroep);
}
