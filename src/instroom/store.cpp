#include "instroom/store.h"

#include "instroom/opslag.h"
#include "instroom/queries.h"
#include "vertrouwen/store.h"

namespace instroom {
using vertrouwen::Categorie;

bool adres_zichtbaar(vertrouwen::Access const& access, int geheimhouding) {
    return access.mag_zien(Categorie::contact) && (geheimhouding == 0 || access.mag_zien(Categorie::veiligheid));
}

std::optional<Persoon> find(db::Connection& c, vertrouwen::Kluis const& kluis, vertrouwen::Access const& access,
                            PersoonId id) {
    auto const gemeente = access.gemeente();
    if (!access.mag_zien(Categorie::identiteit)) return std::nullopt;
    if (access.dossier() && c.value<PersoonId>(queries::file_is_of, {gemeente, *access.dossier()}) != id)
        return std::nullopt;
    auto row = opslag::load(c, kluis, gemeente, id, access.mag_nummers() ? opslag::Nummers::ja : opslag::Nummers::nee);
    if (!row) return std::nullopt;
    Persoon p{id, std::move(row->g), {}, row->versie, row->samengevoegd_in, false};
    p.naam = opslag::list_name(p.gegevens);
    opslag::nationalities(c, gemeente, id, p.gegevens);
    if (adres_zichtbaar(access, p.gegevens.geheimhouding)) {
        p.gegevens.adressen = opslag::addresses(c, gemeente, id);
        opslag::contacts(c, gemeente, id, p.gegevens);
    } else {
        p.adres_geheim = p.gegevens.geheimhouding > 0;
    }
    if (!access.mag_zien(Categorie::contact)) p.gegevens.tolk_wens.clear();
    return p;
}

std::optional<PersoonId> find_by_bsn(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente,
                                     Bsn const& bsn) {
    return c.value<PersoonId>(queries::find_by_bsn, {gemeente, kluis.blind(bsn)});
}
std::optional<PersoonId> find_by_v_nummer(db::Connection& c, GemeenteId gemeente, VNummer const& number) {
    return c.value<PersoonId>(queries::find_by_v_nummer, {gemeente, number.digits()});
}
std::optional<PersoonId> find_by_a_nummer(db::Connection& c, GemeenteId gemeente, std::string_view a_nummer) {
    return c.value<PersoonId>(queries::find_by_a_nummer, {gemeente, a_nummer});
}

std::vector<GezinslidRegel> family(db::Connection& c, vertrouwen::Access const& access, PersoonId persoon) {
    if (!access.mag_zien(Categorie::gezin)) return {};
    return c.list(queries::family, {access.gemeente(), persoon}, [](db::Row const& r) {
        GezinslidRegel g;
        g.id = r.integer(0);
        g.soort = r.text(1);
        g.persoon = r.get<std::optional<PersoonId>>(2);
        g.dossier = r.get<std::optional<DossierId>>(3);
        g.naam = r.text(4);
        if (g.naam.empty())
            g.naam = brp::weergavenaam({opslag::text(r, 5), {}, opslag::text(r, 6), opslag::text(r, 7)});
        g.geslacht = opslag::text(r, 8);
        g.geboren = r.get<std::optional<PartialDate>>(9).value_or(PartialDate{});
        g.verblijf = opslag::text(r, 10);
        g.voorbij = !opslag::text(r, 11).empty();
        g.herkomst = r.text(12);
        g.overleden = !r.is_null(13);
        g.verbintenis = opslag::text(r, 14);
        g.vanaf = opslag::text(r, 15);
        return g;
    });
}

std::vector<DoelgroepRegel> target_groups(db::Connection& c, PersoonId persoon) {
    return c.list(queries::target_groups, {persoon}, [](db::Row const& r) {
        auto const group = doelgroep_van(r.text(0));
        check(group.has_value());
        return DoelgroepRegel{*group, opslag::text(r, 1), r.date(2), opslag::text(r, 3)};
    });
}

void set_target_group(db::Connection& c, vertrouwen::Access const& access, Timestamp now, PersoonId persoon,
                      Doelgroep groep, std::string_view duo_indeling, std::string_view duo_fijn,
                      std::string_view asielrechten, Date vanaf, std::string_view bron) {
    using opslag::maybe;
    c.exec(queries::insert_target_group,
           {access.gemeente(), db::new_id(), persoon, code(groep), maybe(std::string{duo_indeling}),
            maybe(std::string{duo_fijn}), maybe(std::string{asielrechten}), vanaf, bron, now});
    vertrouwen::audit(c, access, now, "doelgroep", "persoon", persoon.value,
                      "{\"groep\":\"" + std::string{code(groep)} + "\",\"vanaf\":\"" + to_iso(vanaf) + "\"}");
}
}
