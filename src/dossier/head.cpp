#include "dossier/frame.h"
#include "dossier/queries.h"

#include <algorithm>

namespace dossier {
namespace {
using vertrouwen::Access;
using vertrouwen::Categorie;
std::string text_of(db::Row const& r, int column) { return r.get<std::optional<std::string>>(column).value_or(""); }

Dossier file_of_row(db::Row const& r, GemeenteId gemeente) {
    return {r.get<DossierId>(0),
            gemeente,
            r.get<std::string>(1),
            r.get<PersoonId>(2),
            r.text(3) == "open",
            r.get<std::string>(4),
            r.date(5),
            r.get<std::optional<Date>>(6),
            text_of(r, 7),
            r.get<std::optional<GebruikerId>>(8),
            r.get<std::optional<GebruikerId>>(10),
            text_of(r, 9),
            text_of(r, 11),
            r.get<std::optional<TeamId>>(12),
            text_of(r, 13),
            r.integer(14)};
}
}

namespace {
/// How far intake, test and plan are; thirteen columns from `at`.
Onderweg on_the_way(db::Row const& r, int at) {
    Onderweg o;
    auto const intake = text_of(r, at), toets = text_of(r, at + 3), plan = text_of(r, at + 5);
    o.intake = intake.empty() ? Onderdeel::geen : intake == "open" ? Onderdeel::bezig : Onderdeel::klaar;
    o.gesprekken = r.integer(at + 1);
    o.open_leefgebieden = r.integer(at + 2);
    o.toets = toets.empty()                                    ? Onderdeel::geen
              : toets == "aangevraagd" || toets == "ingepland" ? Onderdeel::bezig
                                                               : Onderdeel::klaar;
    o.toetsdag = r.get<std::optional<Date>>(at + 4);
    o.plan = plan.empty() ? Onderdeel::geen : plan == "concept" ? Onderdeel::bezig : Onderdeel::klaar;
    if (auto const call = r.get<std::optional<std::int64_t>>(at + 6)) o.oproep = *call;
    o.oproepdag = r.get<std::optional<Date>>(at + 7);
    if (auto const letter = r.get<std::optional<std::int64_t>>(at + 8)) o.brief = *letter;
    o.verschenen = r.integer(at + 9) > 0;
    o.getekend = r.integer(at + 10) > 0;
    o.intake_begonnen = r.get<std::optional<Date>>(at + 11);
    o.intake_afgerond = r.get<std::optional<Date>>(at + 12);
    return o;
}
}

std::optional<Dossier> find(db::Connection& c, Access const& access, DossierId id) {
    if (access.dossier() && *access.dossier() != id) return std::nullopt;
    return c.one(queries::find_dossier, {id, access.gemeente()},
                 [&](db::Row const& r) { return file_of_row(r, access.gemeente()); });
}

std::optional<Kop> head(db::Connection& c, Access const& access, Timestamp now, DossierId id) {
    if (access.dossier() && *access.dossier() != id) return std::nullopt;
    db::Params const params{id,
                            access.gemeente(),
                            access.mag_zien(Categorie::identiteit),
                            access.mag_zien(Categorie::contact),
                            access.mag_zien(Categorie::gezin),
                            access.mag_nummers(),
                            access.mag_zien(Categorie::veiligheid),
                            now};
    return c.one(queries::head, params, [&](db::Row const& r) {
        Kop k{.dossier = file_of_row(r, access.gemeente())};
        k.naam = text_of(r, 15);
        k.eigen_schrift = text_of(r, 16);
        k.eigen_schrift_taal = text_of(r, 17);
        k.uitspraak = text_of(r, 18);
        k.geboren = r.get<std::optional<PartialDate>>(19);
        k.taal = text_of(r, 20);
        k.tolk_wens = text_of(r, 21);
        k.tolk_nodig = r.get<std::optional<bool>>(22).value_or(false);
        k.v_nummer = text_of(r, 23);
        k.adres_geheim = r.get<std::optional<std::int64_t>>(24).value_or(0) > 0;
        k.overleden = !r.is_null(25);
        k.groep = instroom::doelgroep_van(text_of(r, 26));
        k.gezinsleden = r.get<std::optional<std::int64_t>>(27).value_or(0);
        k.eerste_contact = r.get<std::optional<Date>>(28);
        k.afspraak_gepland = r.integer(29) > 0;
        k.onderweg = on_the_way(r, 30);
        return k;
    });
}

Feiten facts_for(Kop const& kop, inburgeringstermijn::Grondslag const& basis, Date today) {
    using inburgeringstermijn::FeitSoort;
    Feiten f;
    f.open = kop.dossier.open;
    f.gesloten_op = kop.dossier.gesloten_op;
    f.fase = fase_van(kop.dossier.fase).value_or(Fase::instroom);
    f.heeft_begeleider = kop.dossier.regisseur || kop.dossier.klantmanager;
    f.afspraak_gepland = kop.afspraak_gepland;
    f.eerste_contact = kop.eerste_contact;
    f.onderweg = kop.onderweg;
    std::vector<inburgeringstermijn::Opgeschreven> written;
    for (auto const& fact : basis.feiten) written.push_back({fact.feit, fact.bron});
    for (auto const& fact : inburgeringstermijn::geldend(written)) {
        if (fact.soort == FeitSoort::kennisgeving) f.kennisgeving = fact.dag;
        if (fact.soort == FeitSoort::eerste_pip) f.eerste_pip = fact.dag;
    }
    f.klokken = inburgeringstermijn::clocks(basis, today);
    return f;
}
}
