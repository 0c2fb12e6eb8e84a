#pragma once
#include "kernel/waarom.h"
#include "platform/db/db.h"
#include "vertrouwen/rules.h"

#include <span>

/// What the municipality decides itself within the room that the law leaves (domain rulebook §14).
namespace instroom {

enum class Beleidssoort { ja_nee, dagen, maanden };
struct Beleidssleutel {
    std::string_view sleutel, titel, uitleg;   // "gm.extra_aanbod"; Dutch, translatable
    std::string_view ruimte;                   // in one sentence: what the law leaves to the municipality
    LawRef bron;
    Zekerheid zekerheid;
    Beleidssoort soort;
    std::string_view standaard;   // empty: there is none, the municipality must decide
    int minste = 0, meeste = 0;   // for days and months
};
std::span<Beleidssleutel const> beleidssleutels();
Beleidssleutel const* beleidssleutel(std::string_view);

enum class BeleidRefusal { onbekende_sleutel, geen_ja_of_nee, geen_getal, buiten_de_ruimte, geen_besluit };
/// Whether this value fits the room of the key. Pure.
Result<std::string, BeleidRefusal> geldig_beleid(std::string_view sleutel, std::string_view waarde,
                                                 std::string_view besluit);

struct Beleidswaarde {
    std::string waarde;
    Date vanaf;
    std::string besluit, door;
    Timestamp op;
};
/// Newest first, those still to come included; at most 20.
std::vector<Beleidswaarde> policy_history(db::Connection&, GemeenteId, std::string_view sleutel);
/// The value in force on a day: decided, or the default; nothing where the municipality must still decide.
std::optional<std::string> policy(db::Connection&, GemeenteId, std::string_view sleutel, Date on);
Result<std::string, BeleidRefusal> set_policy(db::Connection&, vertrouwen::Access const&, Timestamp now,
                                              std::string_view sleutel, std::string_view waarde, Date vanaf,
                                              std::string_view besluit);

/// Extra offer for one person: per case, with a reason; newest first.
struct ExtraBesluit {
    bool toegekend;
    std::string reden;
    Date vanaf;
    std::string door;
};
std::vector<ExtraBesluit> extra_offers(db::Connection&, vertrouwen::Access const&, PersoonId);
void decide_extra_offer(db::Connection&, vertrouwen::Access const&, Timestamp now, PersoonId, bool toegekend,
                        std::string_view reden, Date vanaf);
}
