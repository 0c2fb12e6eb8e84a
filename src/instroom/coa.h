#pragma once
#include "instroom/store.h"

#include <istream>
#include <memory>

/// Arrivals from the reception centres: people with a V-number, coupled to this municipality.
namespace instroom {

struct CoaKoppeling {
    std::string locatie;
    Date gekoppeld_op;
    std::optional<int> slaapkamers;
};
struct CoaPersoon {
    Persoonsgegevens persoon;
    CoaKoppeling koppeling;
};

/// Reader of `vNummer;naam;geboortedatum;nationaliteit;locatie;gekoppeldOp;telefoon;email;slaapkamers`, columns in any
/// order, the last three optional. Streams.
class CoaLezer {
public:
    explicit CoaLezer(std::istream&);
    ~CoaLezer();
    /// Nothing, or a Dutch sentence that says why this is no such file.
    std::optional<std::string> open();
    struct Gelezen {
        int regel;
        Result<CoaPersoon, std::string> uitkomst;
    };   // Dutch reason, "veld: zin"
    std::optional<Gelezen> next();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

enum class KoppelUitkomst { nieuw, ongewijzigd };
/// Keeps the coupling; the group AS-a where none is known yet: who lives at the COA with a permit has an asylum permit.
KoppelUitkomst save_coupling(db::Connection&, vertrouwen::Access const&, Timestamp now, PersoonId, CoaKoppeling const&);
}
