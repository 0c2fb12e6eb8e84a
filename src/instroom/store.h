#pragma once
#include "brp/naam.h"
#include "instroom/rules.h"
#include "kernel/partial_date.h"
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"
#include "vertrouwen/rules.h"

/// People, their families, target group and offer, however they arrive.
namespace instroom {

struct Persoonsgegevens {   // what a source tells of a person; nothing is invented
    std::optional<Bsn> bsn;
    std::string a_nummer, v_nummer;
    brp::Naam naam;   // voornamen, titel, voorvoegsel, geslachtsnaam (empty: mononym)
    std::string naamgebruik = "E", geslacht = "O";
    PartialDate geboren;
    std::string geboorteplaats, geboorteland;
    std::optional<PartialDate> overleden;
    std::string eigen_schrift, eigen_schrift_taal, uitspraak, taal, tolk_wens;
    bool tolk_nodig = false;
    int geheimhouding = 0;
    std::string opschorting;
    std::string verblijfstitel, titel_vanaf, titel_tot;
    std::string brp_gemeente, brp_ingeschreven_op;
    std::vector<std::pair<std::string, std::string>> nationaliteiten;   // code, from
    std::vector<brp::Adres> adressen;
    std::vector<brp::Gezinslid> gezin;
    std::string telefoon, email;
    std::string herkomst;    // hand, brp, duo, coa, demo
    bool volledig = false;   // the source names all there is: what it leaves out is no longer so
};
enum class Uitkomst { nieuw, bijgewerkt, ongewijzigd };
struct Opgeslagen {
    PersoonId persoon;
    Uitkomst uitkomst;
};

/// Finds the person by BSN, then A-number, then V-number, and brings the record up to date, or adds it; indexes the
/// names for search; ties family members that are known here both ways. In the caller's transaction.
Opgeslagen upsert(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now,
                  Persoonsgegevens const&);

struct Persoon {   // as shown; fields outside the reader's categories are empty
    PersoonId id;
    Persoonsgegevens gegevens;
    std::string naam;
    std::int64_t versie;
    std::optional<PersoonId> samengevoegd_in;
    bool adres_geheim = false;   // there is secrecy and this reader may not see where the person lives
};
std::optional<Persoon> find(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, PersoonId);
std::optional<PersoonId> find_by_bsn(db::Connection&, vertrouwen::Kluis const&, GemeenteId, Bsn const&);
std::optional<PersoonId> find_by_v_nummer(db::Connection&, GemeenteId, VNummer const&);
std::optional<PersoonId> find_by_a_nummer(db::Connection&, GemeenteId, std::string_view a_nummer);
/// Whoever may see the address of a person with secrecy: only a reader with category veiligheid.
bool adres_zichtbaar(vertrouwen::Access const&, int geheimhouding);

/// A user's change of single fields, on the version that the user saw.
struct Wijziging {
    std::int64_t versie;
    Persoonsgegevens gegevens;
    bool met_contact = true;
};   // false: telephone and e-mail stay
enum class WijzigRefusal { bestaat_niet, andere_versie, bsn_van_ander };
/// Saves exactly these fields and nationalities (not addresses and family). A BSN is added, never replaced. The new
/// version, or why not.
Result<std::int64_t, WijzigRefusal> update(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&,
                                           Timestamp now, PersoonId, Wijziging const&);
/// The names by which search finds a person; words that are no longer among them go. In the caller's transaction.
void index_names(db::Connection&, GemeenteId, PersoonId, std::vector<std::string> names);

struct GezinslidRegel {
    std::optional<PersoonId> persoon;
    std::optional<DossierId> dossier;
    std::string soort, naam, geslacht;
    PartialDate geboren;
    std::string verblijf;
    bool voorbij;
    std::int64_t id{};
    std::string herkomst, verbintenis, vanaf;
    bool overleden = false;
};
std::vector<GezinslidRegel> family(db::Connection&, vertrouwen::Access const&, PersoonId);

/// A family member added by hand: somebody who is here (`ander`), or only a name. Tied both ways when both are here.
void add_relative(db::Connection&, vertrouwen::Kluis const&, vertrouwen::Access const&, Timestamp now, PersoonId,
                  brp::Gezinslid const&, std::optional<PersoonId> ander);
/// Where a family member is: "hier", "nareis", "buitenland" or empty. False: no such tie of this person.
bool set_whereabouts(db::Connection&, vertrouwen::Access const&, Timestamp now, PersoonId, std::int64_t band,
                     std::string_view verblijf);

struct DoelgroepRegel {
    Doelgroep groep;
    std::string duo_fijn;
    Date vanaf;
    std::string bron;
};
/// Newest first; empty: not known yet.
std::vector<DoelgroepRegel> target_groups(db::Connection&, PersoonId);
void set_target_group(db::Connection&, vertrouwen::Access const&, Timestamp now, PersoonId, Doelgroep,
                      std::string_view duo_indeling, std::string_view duo_fijn, std::string_view asielrechten,
                      Date vanaf, std::string_view bron);
}
