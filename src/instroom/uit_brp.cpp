#include "instroom/uit_brp.h"

#include "brp/tabellen.h"

namespace instroom {

Persoonsgegevens uit_brp(brp::Persoon const& p, BrpBron bron) {
    Persoonsgegevens g;
    g.bsn = p.bsn;
    g.a_nummer = p.a_nummer;
    g.naam = p.naam;
    g.naamgebruik = p.naamgebruik;
    g.geslacht = p.geslacht;
    g.geboren = p.geboren;
    g.geboorteplaats = p.geboorteplaats;
    g.geboorteland = p.geboorteland;
    g.overleden = p.overleden;
    g.geheimhouding = p.geheimhouding;
    g.opschorting = p.opschorting;
    g.verblijfstitel = p.verblijfstitel;
    g.titel_vanaf = p.titel_vanaf;
    g.titel_tot = p.titel_tot;
    g.brp_gemeente = p.gemeente;
    g.brp_ingeschreven_op = p.ingeschreven_op;
    g.nationaliteiten = p.nationaliteiten;
    if (p.adres) {
        g.adressen.push_back(*p.adres);
        auto& a = g.adressen.back();
        // Older addresses lack a town of their own: then it is that of the municipality.
        if (a.woonplaats.empty() && a.land.empty()) a.woonplaats = brp::gemeente(a.gemeente);
    }
    g.gezin = p.gezin;
    g.herkomst = "brp";
    g.volledig = bron == BrpBron::lijst;
    return g;
}
}
