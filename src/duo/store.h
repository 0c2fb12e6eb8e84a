#pragma once
#include "duo/rules.h"
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"
#include "vertrouwen/rules.h"

/// The inbox of DUO's notices and what each does to a file. Append-only; nothing is lost, nothing is done twice.
namespace duo {

struct Omgeving {
    vertrouwen::Kluis const& kluis;
    vertrouwen::Access const& access;
    Timestamp now;
    Date today;
};

enum class Uitkomst { verwerkt, dubbel, wacht, achterhaald, onbekende_code };
std::string_view naam(Uitkomst);
struct Verwerkt {
    Uitkomst uitkomst;
    std::string toelichting;
    std::optional<PersoonId> persoon;
};
/// One notice, in the caller's transaction. `json` is the line as it came; it is kept sealed.
Verwerkt receive(db::Connection&, Omgeving const&, Melding const&, std::string_view json);
/// Notices that waited for this person (by BSN or V-number), oldest first; how many were processed. Call after a person
/// was added or got a number.
int process_waiting(db::Connection&, Omgeving const&, PersoonId, std::optional<Bsn> const&, std::string_view v_nummer);
/// Looks again for the people of all waiting notices of a municipality; how many were processed.
int retry_waiting(db::Database&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now, Date today);
/// A waiting notice tied to a person by hand; the person keeps its numbers.
enum class KoppelRefusal { geen_wachtend_bericht, ander_bsn };
Result<void, KoppelRefusal> tie(db::Connection&, Omgeving const&, std::int64_t melding, PersoonId);

struct InboxRegel {
    std::int64_t id;
    std::string code, stand, toelichting, v_nummer, persoon_naam;
    Timestamp geregistreerd, ontvangen;
    std::optional<PersoonId> persoon;
    std::optional<DossierId> dossier;
    bool met_bsn;
};
/// Of one state and one event code; empty: all.
struct InboxFilter {
    std::string stand, code;
};
/// Newest registration first. After (registered, id), exclusive.
std::vector<InboxRegel> inbox(db::Connection&, vertrouwen::Access const&, InboxFilter const&,
                              std::optional<std::pair<Timestamp, std::int64_t>> after, int limit);
std::vector<InboxRegel> of_person(db::Connection&, vertrouwen::Access const&, PersoonId);
std::optional<InboxRegel> find(db::Connection&, vertrouwen::Access const&, std::int64_t melding);
}
