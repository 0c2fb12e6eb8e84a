#include "instroom/lijst.h"

#include "instroom/opslag.h"
#include "instroom/queries.h"

namespace instroom {

std::vector<Lijstregel> people(db::Connection& c, vertrouwen::Access const& access, Lijstfilter const& filter,
                               Lijstplek const& after, int limit) {
    if (!access.mag_zien(vertrouwen::Categorie::identiteit)) return {};
    return c.list(queries::people, {access.gemeente(), after.sleutel, after.id, filter.groep, filter.fase, limit},
                  [](db::Row const& r) {
                      Lijstregel l{};
                      l.persoon = r.get<PersoonId>(0);
                      l.naam = r.text(1);
                      l.eigen_schrift = opslag::text(r, 2);
                      l.eigen_schrift_taal = opslag::text(r, 3);
                      l.geboren = r.get<PartialDate>(4);
                      l.geheim = r.integer(5) > 0;
                      l.plek = {std::string{r.text(6)}, l.persoon.value};
                      l.dossier = r.get<std::optional<DossierId>>(7);
                      l.nummer = opslag::text(r, 8);
                      l.fase = opslag::text(r, 9);
                      l.groep = doelgroep_van(opslag::text(r, 10));
                      l.overleden = !r.is_null(11);
                      l.opschorting = opslag::text(r, 12);
                      l.behandelaar = opslag::text(r, 13);
                      return l;
                  });
}

std::optional<Lijstplek> page_before(db::Connection& c, vertrouwen::Access const& access, Lijstfilter const& filter,
                                     Lijstplek const& first, int limit) {
    auto const before = c.list(queries::people_before,
                               {access.gemeente(), first.sleutel, first.id, filter.groep, filter.fase, limit + 1},
                               [](db::Row const& r) { return Lijstplek{std::string{r.text(0)}, r.integer(1)}; });
    if (before.empty()) return std::nullopt;
    // A place is exclusive: the row before the page is where it begins; with too few rows that is the very top.
    return before.size() > static_cast<std::size_t>(limit) ? before.back() : Lijstplek{};
}
}
