#pragma once
#include "brp/naam.h"
#include "instroom/rules.h"
#include "kernel/partial_date.h"
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"
#include "vertrouwen/rules.h"

/// People, their families, target group and offer, however they arrive.
namespace instroom {

struct Persoonsgegevens {                      // what a source tells of a person; nothing is invented
    std::optional<Bsn> bsn;
    std::string a_nummer, v_nummer;
    brp::Naam naam;                            // voornamen, titel, voorvoegsel, geslachtsnaam (empty: mononym)
    std::string naamgebruik = "E", geslacht = "O";
    PartialDate geboren; std::string geboorteplaats, geboorteland;
    std::optional<PartialDate> overleden;
    std::string eigen_schrift, eigen_schrift_taal, uitspraak, taal, tolk_wens; bool tolk_nodig = false;
    int geheimhouding = 0; std::string opschorting;
    std::string verblijfstitel, titel_vanaf, titel_tot;
    std::string brp_gemeente, brp_ingeschreven_op;
    std::vector<std::pair<std::string, std::string>> nationaliteiten;   // code, from
    std::vector<brp::Adres> adressen;
    std::vector<brp::Gezinslid> gezin;
    std::string telefoon, email;
    std::string herkomst;                      // hand, brp, duo, coa, demo
};
enum class Uitkomst { nieuw, bijgewerkt, ongewijzigd };
struct Opgeslagen { PersoonId persoon; Uitkomst uitkomst; };

/// Finds the person by BSN, then A-number, then V-number, and brings the record up to date, or adds it; indexes the
/// names for search; ties family members that are known here both ways. In the caller's transaction.
Opgeslagen upsert(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now, Persoonsgegevens const&);

struct Persoon {                               // as shown; fields outside the reader's categories are empty
    PersoonId id; Persoonsgegevens gegevens; std::string naam; std::int64_t versie; std::optional<PersoonId> samengevoegd_in;
};
std::optional<Persoon> find(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, PersoonId);
std::optional<PersoonId> find_by_bsn(db::Connection&, vertrouwen::Kluis const&, GemeenteId, Bsn const&);
std::optional<PersoonId> find_by_v_nummer(db::Connection&, GemeenteId, VNummer const&);

struct GezinslidRegel { std::optional<PersoonId> persoon; std::optional<DossierId> dossier; std::string soort, naam, geslacht; PartialDate geboren; std::string verblijf; bool voorbij; };
std::vector<GezinslidRegel> family(db::Connection&, vertrouwen::Access const&, PersoonId);

struct DoelgroepRegel { Doelgroep groep; std::string duo_fijn; Date vanaf; std::string bron; };
/// Newest first; empty: not known yet.
std::vector<DoelgroepRegel> target_groups(db::Connection&, PersoonId);
void set_target_group(db::Connection&, vertrouwen::Access const&, Timestamp now, PersoonId, Doelgroep, std::string_view duo_indeling, std::string_view duo_fijn, std::string_view asielrechten, Date vanaf, std::string_view bron);
}
