#pragma once
#include "pip/rules.h"
#include "pip/verschil.h"
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"
#include "vertrouwen/rules.h"

/// Plans of a file: one concept at most, fixed versions that nobody alters, and who signed.
namespace pip {

struct Omgeving {
    vertrouwen::Kluis const& kluis;
    vertrouwen::Access const& access;
    Timestamp now;
    Date today;
};

/// A plan without its text, for other slices.
struct Huidig {
    PipId id;
    int versie;   // 1, 2, … in this file
    Stand stand;
    std::string leerroute, niveau;
    std::optional<Date> dagtekening, voorgelegd_op;
    std::string door;
};
/// The one that is worked on, otherwise the one in force; nothing: there was never a plan here.
std::optional<Huidig> huidig(db::Connection&, vertrouwen::Access const&, DossierId);
/// Only the one in force.
std::optional<Huidig> geldend(db::Connection&, vertrouwen::Access const&, DossierId);
/// All versions, newest first, at most 100.
std::vector<Huidig> versies(db::Connection&, vertrouwen::Access const&, DossierId);

enum class Wijze { tekening, naam, document };
std::string_view naam(Wijze);
std::string_view titel(Wijze);
struct Handtekening {
    Wijze wijze;
    std::string naam, tekening;   // the strokes: "x,y x,y;x,y …", 0 … 1000 each
    std::optional<DocumentId> document;
    Date dag;
    std::string door;
};
struct Gelezen {
    Huidig kop;
    Plan plan;
    std::array<std::int64_t, aantal_delen> deel_versie{};
    std::array<std::string, aantal_delen> deel_door{};
    std::optional<Handtekening> handtekening;
    std::string zonder_handtekening;   // why it was fixed without one
    /// Counts every change: what was signed or checked is what stands there only while this is the same.
    std::int64_t stand_van_inhoud() const;
};
/// `handtekening` is the latest under the plan as it is now; goals about health are empty for who may not see them.
std::optional<Gelezen> lees(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, DossierId, PipId);
std::optional<Gelezen> lees_versie(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, DossierId,
                                   int versie);
/// What the rules need beside the plan, on this day.
Feiten facts_for(db::Connection&, vertrouwen::Access const&, DossierId, Date op);

/// A draft: from the plan in force, or from the intake. The one that is there when somebody was first.
PipId begin(db::Connection&, Omgeving const&, DossierId);
enum class SlaRefusal { geen_concept, andere_versie, geen_leerroute };
/// Saves one part of the draft as it was seen in `gezien`. A plan that was laid before the person becomes a draft
/// again.
Result<void, SlaRefusal> bewaar(db::Connection&, Omgeving const&, DossierId, PipId, Deel, std::int64_t gezien,
                                Plan const&);
/// What was laid before the person is the plan as it was in `gezien` (Gelezen::stand_van_inhoud()).
Result<void, SlaRefusal> leg_voor(db::Connection&, Omgeving const&, DossierId, PipId, std::int64_t gezien, Date dag);
Result<void, SlaRefusal> onderteken(db::Connection&, Omgeving const&, DossierId, PipId, std::int64_t gezien,
                                    Handtekening const&);
/// Throws the draft away; what is in force stays.
Result<void, SlaRefusal> verwerp(db::Connection&, Omgeving const&, DossierId, PipId);

struct Vaststelling {
    std::int64_t gezien;   // Gelezen::stand_van_inhoud() as the decider saw it
    Date dagtekening;
    std::string zonder_handtekening;   // needed when nobody signed
};
/// What stands in the way: refusals of the rules, no draft, or no signature and no reason.
struct Tegen {
    bool geen_concept = false, andere_versie = false, geen_handtekening = false;
    std::vector<Weigering> weigeringen;
};
/// Fixes the plan with all that follows, in the caller's transaction: the earlier one is replaced, the fact is added
/// and the clocks reckoned again, the stage moves, tasks and the letter are made. The second of two clicks is told
/// there is no draft.
Result<void, Tegen> stel_vast(db::Connection&, Omgeving const&, DossierId, PipId, Vaststelling const&);
}
