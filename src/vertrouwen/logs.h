#pragma once
#include "vertrouwen/store.h"

/// Reading the read log, the audit and the list of purposes: for the privacy officer, and per file for its people.
namespace vertrouwen {

struct LeesFilter {
    std::optional<PersoonId> persoon;
    std::optional<GebruikerId> gebruiker;
    std::optional<Timestamp> vanaf, tot;   // tot exclusive
    std::optional<std::int64_t> voor;      // paging: only numbers below it
};
struct LeesRegel {
    std::int64_t volgnummer;
    Timestamp tijdstip;
    GebruikerId gebruiker;
    std::string gebruiker_naam, gebruiker_rol;
    std::optional<DossierId> dossier;
    std::string dossier_nummer, doel, handeling, resultaat, herkomst;
};
/// Newest first. For one file: only what is about the person of that file.
std::vector<LeesRegel> read_log(db::Connection&, Access const&, LeesFilter const&, std::size_t limit);
/// The file and person behind a number as people write it: "2026-000123".
struct DossierVerwijzing {
    DossierId dossier;
    PersoonId persoon;
    std::string nummer;
};
std::optional<DossierVerwijzing> file_by_number(db::Connection&, Access const&, std::string_view nummer);
std::optional<std::string> number_of_file(db::Connection&, Access const&, DossierId);
/// Who ever read this person's data here, by name: for a filter. 0: the program itself.
struct Lezer {
    GebruikerId gebruiker;
    std::string naam;
};
std::vector<Lezer> readers(db::Connection&, Access const&, PersoonId);
std::vector<Lezer> users_by_name(db::Connection&, Access const&);

struct AuditRegel {
    std::int64_t volgnummer;
    Timestamp tijdstip;
    std::string gebruiker_naam, handeling, soort;
    std::int64_t voorwerp;
    std::string gegevens;
    std::optional<DossierId> dossier;           // the file it is about, in the list of changes
    std::string dossier_nummer, over_collega;   // and the colleague
};
std::vector<AuditRegel> audit_log(db::Connection&, Access const&, std::optional<std::int64_t> before,
                                  std::size_t limit);
/// Tries to open an own or family file, newest first.
std::vector<AuditRegel> family_alerts(db::Connection&, Access const&, std::size_t limit);

enum class ToegangSoort { na_te_kijken, noodtoegang, alles };
struct ToegangRegel {
    std::int64_t id;
    std::string gebruiker_naam, gebruiker_rol;
    DossierId dossier;
    std::string dossier_nummer, doel, reden;
    Timestamp vanaf, tot;
    std::string nagekeken_door, oordeel;
    std::optional<Timestamp> nagekeken_op;
};
std::vector<ToegangRegel> accesses(db::Connection&, Access const&, ToegangSoort, std::optional<std::int64_t> before,
                                   std::size_t limit);
std::int64_t to_review(db::Connection&, GemeenteId);
enum class OordeelRefusal { niet_gevonden, eigen_toegang, al_nagekeken };
Result<std::monostate, OordeelRefusal> review(db::Connection&, Access const&, Timestamp now, std::int64_t id,
                                              std::string_view oordeel);
}
