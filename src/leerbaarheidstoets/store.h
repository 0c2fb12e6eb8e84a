#pragma once
#include "leerbaarheidstoets/rules.h"
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"
#include "vertrouwen/rules.h"

/// The test of a file: every change is a new row, the latest holds.
namespace leerbaarheidstoets {

struct Omgeving {
    vertrouwen::Kluis const& kluis;
    vertrouwen::Access const& access;
    Timestamp now;
    Date today;
};

/// The test as it stands, for other slices: no ground of an exception, no reasons of it. `duo_…`: what DUO's notices
/// SS137 and SS131 say, also when nobody has taken it over here.
struct Uitkomst {
    Stand stand = Stand::geen;
    std::optional<bool> haalbaar;        // B1-route; nothing: no result, or "Onbekend"
    std::optional<int> score, vereist;   // hundredths
    std::optional<Date> datum;           // planned day, day of the result, of the exception or of the refusal
    std::string examennummer, afwijking;
    std::optional<Date> duo_aangemeld, duo_uitslag;
    /// Nothing more is waited for: a result, or an exception.
    bool klaar() const { return stand == Stand::uitslag || stand == Stand::uitzondering; }
};
Uitkomst uitslag(db::Connection&, vertrouwen::Access const&, DossierId);

struct Regel {
    std::int64_t id = 0;   // 0: nothing was written yet
    Toets toets;
    std::string door;
    Timestamp op{};
};
/// The latest row, for the page of the test; ground and reasons only where the reader may see health.
Regel latest(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, DossierId);
/// All rows, newest first, at most 50.
std::vector<Regel> history(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, DossierId);

/// Why nothing was written. `andere_versie`: somebody wrote a row after `gezien` (the id the writer saw).
struct Bezwaren {
    bool andere_versie = false;
    std::vector<Refusal> redenen;
};
/// Adds the next state in the caller's transaction, with timeline entry, audit row and the task that follows: tell DUO
/// of an exception, ask for the result, look at a refusal in the no-show flow of the intake (R2.24).
Result<void, Bezwaren> write(db::Connection&, Omgeving const&, DossierId, std::int64_t gezien, Toets const&);
}
