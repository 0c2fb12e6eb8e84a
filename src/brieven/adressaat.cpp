#include "brieven/adressaat.h"

#include "brieven/queries.h"
#include "instroom/store.h"

namespace brieven {
namespace {
std::string text(db::Row const& r, int column) { return r.get<std::optional<std::string>>(column).value_or(""); }

std::vector<brp::Partner> partners(db::Connection& c, GemeenteId gemeente, PersoonId persoon) {
    return c.list(queries::partners, {gemeente, persoon}, [](db::Row const& r) {
        return brp::Partner{
            {text(r, 0), text(r, 1), text(r, 2), text(r, 3)}, text(r, 4), text(r, 5), text(r, 6), text(r, 7)};
    });
}
}

std::optional<brp::Adresregels> schrijfadres(std::vector<brp::Adres> const& all) {
    for (auto const* functie : {"B", "W", "azc"})
        for (auto a = all.rbegin(); a != all.rend(); ++a)
            if (a->functie == functie)
                if (auto lines = brp::adresregels(*a)) return lines;
    return std::nullopt;
}

std::optional<Adressaat> adressaat(db::Connection& c, vertrouwen::Kluis const& kluis, vertrouwen::Access const& access,
                                   DossierId dossier) {
    if (access.dossier() && *access.dossier() != dossier) return std::nullopt;
    auto found = c.one(queries::addressee, {access.gemeente(), dossier}, [](db::Row const& r) {
        Adressaat a;
        a.dossiernummer = r.text(0);
        a.open = r.text(1) == "open";
        a.persoon = r.get<PersoonId>(2);
        a.geheim = r.integer(3) > 0;
        a.overleden = !r.is_null(4);
        a.taal = r.text(5);
        a.gemeente = r.text(6);
        a.naam = r.text(7);
        a.regisseur = r.get<std::optional<GebruikerId>>(8);
        a.klantmanager = r.get<std::optional<GebruikerId>>(9);
        return a;
    });
    if (!found) return std::nullopt;
    // The letter needs the whole name and address, whoever makes it; what its maker sees is for the page to decide.
    auto const letter = vertrouwen::Access::systeem(access.gemeente(), access.gebruiker());
    auto const person = instroom::find(c, kluis, letter, found->persoon);
    check(person.has_value());
    auto const& g = person->gegevens;
    brp::Benoemd const who{g.naam, g.geslacht, g.naamgebruik, partners(c, access.gemeente(), found->persoon)};
    // Dutch forms of address where the BRP's rules give one; otherwise the name as it is.
    found->aanhef = brp::aanhef(who).value_or("Beste " + found->naam);
    auto const envelope = brp::aanschrijfwijze(who);
    found->regels.push_back(!envelope                         ? found->naam
                            : envelope->aanspreekvorm.empty() ? envelope->naam
                                                              : envelope->aanspreekvorm + " " + envelope->naam);
    auto const where = schrijfadres(g.adressen);
    found->woont = where.has_value();
    if (where && !found->geheim)
        for (auto const* line : {&where->regel_1, &where->regel_2, &where->regel_3, &where->land})
            if (!line->empty()) found->regels.push_back(*line);
    auto const groups = instroom::target_groups(c, found->persoon);
    found->asiel =
        !groups.empty()
        && (groups.front().groep == instroom::Doelgroep::as_a || groups.front().groep == instroom::Doelgroep::as_b);
    return found;
}
}
