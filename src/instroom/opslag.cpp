#include "instroom/opslag.h"

#include "instroom/queries.h"
#include "platform/search/search.h"

#include <algorithm>

namespace instroom::opslag {

db::Param maybe(std::string const& text) {
    if (text.empty()) return std::nullopt;
    return text;
}
std::string text(db::Row const& row, int column) { return row.get<std::optional<std::string>>(column).value_or(""); }

std::optional<Rij> load(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente, PersoonId id,
                        Nummers nummers) {
    auto found = c.one(queries::person, {gemeente, id}, [](db::Row const& r) {
        Rij row;
        row.id = r.get<PersoonId>(0);
        auto& g = row.g;
        g.naam = {text(r, 1), text(r, 2), text(r, 3), text(r, 4)};
        g.eigen_schrift = text(r, 6);
        g.eigen_schrift_taal = text(r, 7);
        g.uitspraak = text(r, 8);
        g.geslacht = text(r, 9);
        g.geboren = r.get<PartialDate>(10);
        g.geboorteplaats = text(r, 11);
        g.geboorteland = text(r, 12);
        g.overleden = r.get<std::optional<PartialDate>>(13);
        g.naamgebruik = text(r, 14);
        g.taal = text(r, 15);
        g.tolk_nodig = r.boolean(16);
        g.tolk_wens = text(r, 17);
        g.geheimhouding = r.get<int>(18);
        g.opschorting = text(r, 19);
        g.verblijfstitel = text(r, 20);
        g.titel_vanaf = text(r, 21);
        g.titel_tot = text(r, 22);
        g.brp_gemeente = text(r, 23);
        g.brp_ingeschreven_op = text(r, 24);
        g.herkomst = text(r, 25);
        row.samengevoegd_in = r.get<std::optional<PersoonId>>(26);
        row.versie = r.integer(27);
        return row;
    });
    if (!found || nummers == Nummers::nee) return found;
    c.each(queries::numbers, {gemeente, id}, [&](db::Row const& r) {
        if (!r.is_null(0)) found->g.bsn = Bsn::parse(kluis.open(r.blob(0))).value();
        found->g.a_nummer = text(r, 1);
        found->g.v_nummer = text(r, 2);
    });
    return found;
}

namespace {
db::Params columns(vertrouwen::Kluis const& kluis, GemeenteId gemeente, Rij const& row) {
    auto const& g = row.g;
    db::Params p{gemeente, row.id};
    if (g.bsn)
        p.insert(p.end(), {db::Param{kluis.seal(*g.bsn)}, db::Param{kluis.blind(*g.bsn)}});
    else
        p.insert(p.end(), {db::Param{std::nullopt}, db::Param{std::nullopt}});
    db::Params const rest{maybe(g.a_nummer),
                          maybe(g.v_nummer),
                          maybe(g.naam.voornamen),
                          maybe(g.naam.titel),
                          maybe(g.naam.voorvoegsel),
                          maybe(g.naam.geslachtsnaam),
                          list_name(g),
                          sort_name(g),
                          maybe(g.eigen_schrift),
                          maybe(g.eigen_schrift_taal),
                          maybe(g.uitspraak),
                          g.geslacht,
                          g.geboren,
                          maybe(g.geboorteplaats),
                          maybe(g.geboorteland),
                          g.overleden,
                          g.naamgebruik,
                          maybe(g.taal),
                          g.tolk_nodig,
                          maybe(g.tolk_wens),
                          g.geheimhouding,
                          maybe(g.opschorting),
                          maybe(g.verblijfstitel),
                          maybe(g.titel_vanaf),
                          maybe(g.titel_tot),
                          maybe(g.brp_gemeente),
                          maybe(g.brp_ingeschreven_op),
                          g.herkomst};
    p.insert(p.end(), rest.begin(), rest.end());
    return p;
}
}

void insert(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente, Timestamp now, Rij const& row) {
    auto p = columns(kluis, gemeente, row);
    p.emplace_back(now);
    c.exec(queries::insert_person, p);
}

bool save(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente, Rij const& row) {
    auto p = columns(kluis, gemeente, row);
    p.emplace_back(row.versie);
    return c.exec(queries::update_person, p) == 1;
}

brp::Adres address(db::Row const& r) {
    brp::Adres a;
    a.functie = text(r, 1);
    a.straat = text(r, 2);
    a.huisnummer = r.get<std::optional<int>>(3).value_or(0);
    a.huisletter = text(r, 4);
    a.toevoeging = text(r, 5);
    a.aanduiding = text(r, 6);
    a.postcode = text(r, 7);
    a.woonplaats = text(r, 8);
    a.locatie = text(r, 9);
    a.land = text(r, 10);
    a.regel_1 = text(r, 11);
    a.regel_2 = text(r, 12);
    a.regel_3 = text(r, 13);
    a.vanaf = text(r, 14);
    a.tot = text(r, 15);
    return a;
}
std::vector<brp::Adres> addresses(db::Connection& c, GemeenteId gemeente, PersoonId persoon) {
    return c.list(queries::addresses, {gemeente, persoon}, address);
}
std::vector<brp::Adres> earlier_addresses(db::Connection& c, GemeenteId gemeente, PersoonId persoon) {
    return c.list(queries::earlier_addresses, {gemeente, persoon}, address);
}
void contacts(db::Connection& c, GemeenteId gemeente, PersoonId persoon, Persoonsgegevens& g) {
    c.each(queries::contacts, {gemeente, persoon},
           [&](db::Row const& r) { (r.text(1) == "telefoon" ? g.telefoon : g.email) = r.text(2); });
}
void nationalities(db::Connection& c, GemeenteId gemeente, PersoonId persoon, Persoonsgegevens& g) {
    c.each(queries::nationalities, {gemeente, persoon},
           [&](db::Row const& r) { g.nationaliteiten.emplace_back(text(r, 0), text(r, 1)); });
}

std::string list_name(Persoonsgegevens const& g) { return brp::weergavenaam(g.naam); }

std::string sort_name(Persoonsgegevens const& g) {
    // A list is ordered by family name; who has one name is ordered by that one.
    bool const family = !g.naam.geslachtsnaam.empty() && g.naam.geslachtsnaam != ".";
    return search::sort_key(family ? g.naam.geslachtsnaam + " " + g.naam.voornamen : g.naam.voornamen);
}

std::vector<std::string> search_names(Persoonsgegevens const& g) {
    std::vector<std::string> names{list_name(g)};
    if (!g.eigen_schrift.empty()) names.push_back(g.eigen_schrift);
    // Who uses the name of a partner is looked for under it.
    if (g.naamgebruik != "E")
        for (auto const& member : g.gezin)
            if (member.soort == "partner" && member.naam.geslachtsnaam != ".")
                names.push_back(member.naam.geslachtsnaam);
    return names;
}
}
