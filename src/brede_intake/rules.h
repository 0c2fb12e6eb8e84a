#pragma once
#include "brede_intake/leefgebieden.h"
#include "kernel/date.h"
#include "kernel/id.h"
#include "kernel/partial_date.h"
#include "kernel/result.h"
#include "kernel/waarom.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What may be written in an intake, what the law wants in it, and when it may be closed. Pure.
namespace brede_intake {

// ---- a leefgebied ----
/// Not asked is not the same as no.
enum class Gebiedstand { niet_gevraagd, besproken, wil_niet, niet_van_toepassing };
std::string_view naam(Gebiedstand);
std::string_view titel(Gebiedstand);   // Dutch: "niet gevraagd"
std::optional<Gebiedstand> gebiedstand_van(std::string_view);
/// What stands in field `antwoord`: a score ("1" to "5", which means besproken), or the name of a stand. Empty: not
/// asked.
struct Antwoord {
    Gebiedstand stand = Gebiedstand::niet_gevraagd;
    int score = 0;   // 0: none
    friend bool operator==(Antwoord const&, Antwoord const&) = default;
};
std::optional<Antwoord> antwoord_van(std::string_view);
std::string tekst(Antwoord const&);

/// The fields of a leefgebied in the order of the form. Of health: a conclusion and what is needed, nothing else
/// (rulebook R12.3).
std::vector<std::string_view> const& gebiedvelden(bool gezondheid);
inline constexpr std::size_t langste_tekst = 4'000;   // characters, of any text in an intake

/// Why a field is not kept; in order of precedence.
enum class VeldRefusal { onbekend_antwoord, te_lang, score_zonder_reden, stand_zonder_reden, ongeldig_teken };
struct Veldfout {
    std::string veld;
    VeldRefusal reden;
};
/// `velden`: field → text as it would be after saving. Every fault, at most one a field.
std::vector<Veldfout> check_gebied(std::map<std::string, std::string> const& velden);
std::string_view tekst(VeldRefusal);

// ---- two editors of one field ----
/// `versie` is the one the writer saw; `aangeraakt`: the writer changed the text he saw.
enum class Samengaan { blijft, schrijven, conflict };
struct Veldstand {
    std::string tekst;
    std::int64_t versie = 0;   // 0: never written
};
Samengaan samengaan(Veldstand const& nu, std::int64_t gezien, bool aangeraakt, std::string_view nieuw);
/// How a conflict was settled: the colleague's text, the own one, or both, theirs first.
enum class Keus { hunne, mijne, beide };
std::optional<Keus> keus_van(std::string_view);
std::string kies(Keus, std::string_view hunne, std::string_view mijne);

// ---- baseline ----
/// A field with a fixed set of answers (empty `keuzes`: free text). `onderdeel` is the page it stands on.
struct Basiskeuze {
    std::string_view waarde, titel;
};
struct Basisveld {
    std::string_view naam, onderdeel, label, help;
    std::vector<Basiskeuze> keuzes;
};
std::vector<Basisveld> const& basisvelden();
std::optional<VeldRefusal> check_basis(Basisveld const&, std::string_view waarde);

struct Opleiding {
    std::string land, naam, niveau;   // niveau: see opleidingsniveaus
    std::string jaren;                // whole years, typed
    std::string diploma;              // ja, nee
    std::string waardering;           // geen, aangevraagd, ontvangen
    std::string waardering_niveau;    // of IDW or Nuffic, once received
};
struct Werk {
    std::string soort, land, beroep;   // soort: see werksoorten
    std::string van, tot;              // YYYY-MM-DD with 00 for what is not known; tot empty: still
    std::string uren;                  // a week
};
struct Taal {
    std::string taal, moedertaal;            // BCP 47; ja, nee
    std::string spreken, lezen, schrijven;   // see taalniveaus
};
std::vector<Basiskeuze> const& opleidingsniveaus();
std::vector<Basiskeuze> const& werksoorten();
std::vector<Basiskeuze> const& taalniveaus();
std::vector<Basiskeuze> const& waarderingen();
std::vector<Basiskeuze> const& waarderingsniveaus();
std::string_view keuze_titel(std::vector<Basiskeuze> const&, std::string_view);
enum class RijRefusal {
    onbekende_keuze,
    leeg,
    te_lang,
    geen_getal,
    geen_datum,
    einde_voor_begin,
    in_toekomst,
    niveau_zonder_waardering
};
struct Rijfout {
    std::string veld;
    RijRefusal reden;
};
std::vector<Rijfout> check_rij(Opleiding const&);
std::vector<Rijfout> check_rij(Werk const&, Date today);
std::vector<Rijfout> check_rij(Taal const&);
std::string_view tekst(RijRefusal);

// ---- a talk ----
struct Gesprek {
    std::optional<Date> dag;
    std::string plaats, wijze, aanwezigen, tolk_taal, tolk_wijze, verslag;
    bool prive = false;   // alone, without partner or anybody who is not there as a professional
};
std::vector<Basiskeuze> const& gesprek_plaatsen();
std::vector<Basiskeuze> const& gesprek_wijzen();
std::vector<Basiskeuze> const& tolk_wijzen();
enum class GesprekRefusal {
    geen_dag,
    dag_in_toekomst,
    voor_de_intake,
    onbekende_keuze,
    te_lang,
    azc_mag_niet   // policy intake.start_azc is off
};
struct Gesprekfout {
    std::string veld;
    GesprekRefusal reden;
};
std::vector<Gesprekfout> check_gesprek(Gesprek const&, Date begonnen, Date today);
std::string_view tekst(GesprekRefusal);

// ---- beginning ----
/// Where somebody lives when the intake begins, and what is known then.
struct Beginfeiten {
    bool gekoppeld = false;                      // COA linked the person to the municipality, still in the AZC
    bool azc_beleid = true;                      // policy intake.start_azc
    bool loopt_al = false;                       // an intake is open
    bool open = true;                            // the file
    std::optional<Date> vorige = std::nullopt;   // day on which the intake before this one began
};
enum class BeginRefusal {
    dossier_gesloten,
    loopt_al,
    voor_de_wet,
    voor_de_vorige,
    dag_in_toekomst,
    niet_gekoppeld,
    azc_mag_niet
};
/// May an intake begin on this day at this place ("gemeente" or "azc")? In the AZC from the moment of linking (R2.4),
/// when the municipality does so.
Result<Uitgelegd<bool>, Geweigerd<BeginRefusal>> beginnen(Beginfeiten const&, std::string_view plaats, Date dag,
                                                          Date today);
std::string_view tekst(BeginRefusal);

// ---- legal minimum ----
/// What the intake must hold by law (Wet 14(3), Besluit 5.2).
enum class Onderdeel {
    leerbaarheidstoets,
    opleiding,
    werkervaring,
    omstandigheden,
    fysieke_gezondheid,
    mentale_gezondheid,
    vve,
    taalniveau,
    kansen_op_werk,
    zelfredzaamheid,
    apart_gesprek
};
inline constexpr int aantal_onderdelen = 11;
std::string_view naam(Onderdeel);
std::string_view titel(Onderdeel);
std::optional<Onderdeel> onderdeel_van(std::string_view);
LawRef bron(Onderdeel);
std::vector<Onderdeel> const& alle_onderdelen();
/// May a user mark it as not relevant, with a reason? Not the right to a talk alone: that must be pointed out.
bool mag_niet_relevant(Onderdeel);

enum class Afhandeling { open, afgedaan, niet_relevant };
std::string_view naam(Afhandeling);
std::optional<Afhandeling> afhandeling_van(std::string_view);
struct MinimumRegel {
    Onderdeel onderdeel;
    Afhandeling stand = Afhandeling::open;
    std::string grond;      // why not relevant, or what it rests on
    std::string_view zin;   // fixed Dutch: what is still to do, or why it counts as done
};
struct Minimumfeiten {
    std::map<std::string, Antwoord> gebieden;                          // code → answer
    std::map<std::string, std::string> basis;                          // field → text
    int opleidingen = 0, werk = 0;                                     // rows
    std::optional<Date> apart_gesprek_op;                              // the right was pointed out
    std::map<Onderdeel, std::pair<Afhandeling, std::string>> gemeld;   // marked by a user or another slice
    bool verhuisd_met_pip = false;                                     // Wet 15(4): some parts need not be repeated
};
std::vector<MinimumRegel> wettelijk_minimum(Minimumfeiten const&);
enum class MerkRefusal { mag_niet, geen_reden, te_lang };
std::optional<MerkRefusal> check_merk(Onderdeel, Afhandeling, std::string_view reden);
std::string_view tekst(MerkRefusal);

// ---- closing ----
enum class AfrondRefusal { al_afgerond, minimum_open, geen_gesprek, derde_oproep_niet_gemist, geen_reden, te_lang };
struct Afrondfeiten {
    bool afgerond = false;
    int gesprekken = 0;
    std::vector<MinimumRegel> minimum;
    bool bij_verstek = false;   // Wet 14(2)
    bool derde_oproep_gemist = false;
    std::string_view reden;   // in absence: on what it rests
};
/// May the intake be closed? In absence only after the third oproep was missed (R2.22).
Result<Uitgelegd<bool>, Geweigerd<AfrondRefusal>> afronden(Afrondfeiten const&);
std::string_view tekst(AfrondRefusal);

// ---- who reads the notes of a talk alone ----
/// The writer, and whoever does the intake of this file as the own one or as a substitute; a regisseur.
struct Lezer {
    bool schreef_zelf, eigen_of_vervanging, regisseur, mag_intake_schrijven;
};
bool leest_prive(Lezer const&);

// ---- work that follows ----
enum class Werksoort { uitnodigen, gesprek, afronden };
struct Werkfeiten {
    bool open = true, begonnen = false, afgerond = false;
    bool oproep_loopt = false;   // one is sent or planned and has no outcome yet
    int gesprekken = 0;
    bool mag_beginnen = false;   // there is a notice, or the person may be seen in the AZC
    std::optional<Date> pip_uiterlijk, afspraak;
};
struct WerkVoorstel {
    Werksoort soort;
    Date uiterlijk;
};
/// The one thing to do next, due well before the PIP (Besluit 5.3): the invitation eight weeks, the talk six weeks and
/// the closing three weeks before its last day; never earlier than `today`.
std::optional<WerkVoorstel> volgend_werk(Werkfeiten const&, Date today);
std::string_view titel(Werksoort);   // of the task: Dutch, fixed
}
