#include "dossier/queries.h"
#include "dossier/store.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"

namespace dossier {
namespace {
using vertrouwen::Access;
using vertrouwen::Categorie;
using vertrouwen::Kluis;

constexpr std::array<std::string_view, 8> soorten{"wettelijk", "contact",  "gezin", "brief",
                                                  "notitie",   "afspraak", "taak",  "instroom"};

std::string text_of(db::Row const& r, int column) { return r.get<std::optional<std::string>>(column).value_or(""); }

Gebeurtenis event_of_row(Kluis const& kluis, db::Row const& r) {
    auto const soort = soort_van(r.text(3));
    auto const category = categorie_van(r.text(4));
    check(soort && category);
    Gebeurtenis e{};
    e.id = r.get<GebeurtenisId>(0);
    e.dag = r.date(1);
    e.tijdstip = r.timestamp(2);
    e.soort = *soort;
    e.categorie = *category;
    e.titel = r.get<std::string>(5);
    e.tekst = r.is_null(7) ? text_of(r, 6) : kluis.open(r.blob(7));
    e.bron = r.get<std::string>(8);
    e.gebruiker_naam = text_of(r, 9);
    e.persoon = r.get<PersoonId>(10);
    e.persoon_naam = text_of(r, 11);
    e.gecorrigeerd = r.integer(12) != 0;
    e.vervangt = r.get<std::optional<GebeurtenisId>>(13);
    if (!r.is_null(14))
        e.contact =
            Contact{r.get<std::string>(14), text_of(r, 15), r.get<std::optional<int>>(16).value_or(0), text_of(r, 17)};
    e.gebruiker = r.get<GebruikerId>(18);
    return e;
}
}

std::string_view naam(Soort soort) { return soorten[static_cast<std::size_t>(soort)]; }
std::optional<Soort> soort_van(std::string_view name) {
    for (std::size_t i = 0; i < soorten.size(); ++i)
        if (soorten[i] == name) return static_cast<Soort>(i);
    return std::nullopt;
}

std::optional<Categorie> categorie_van(std::string_view name) {
    for (int i = 0; i < vertrouwen::aantal_categorieen; ++i)
        if (naam(static_cast<Categorie>(i)) == name) return static_cast<Categorie>(i);
    return std::nullopt;
}

GebeurtenisId latest_version(db::Connection& c, DossierId dossier, GebeurtenisId id) {
    for (auto next = c.value<GebeurtenisId>(queries::correction_of, {id, dossier}); next;
         next = c.value<GebeurtenisId>(queries::correction_of, {id, dossier}))
        id = *next;
    return id;
}

GebeurtenisId add_event(db::Connection& c, Kluis const& kluis, Access const& access, Timestamp now, DossierId dossier,
                        NieuweGebeurtenis const& e) {
    check(!access.dossier() || *access.dossier() == dossier);
    GebeurtenisId id;
    db::assign_new(id);
    bool const sealed = e.categorie == Categorie::gezondheid;
    std::optional<std::string> const text = sealed ? std::nullopt : std::optional{e.tekst};
    std::optional<db::Blob> const secret = sealed ? std::optional{kluis.seal(e.tekst)} : std::nullopt;
    auto const contact = [&](auto&& part) { return e.contact ? db::Param{part(*e.contact)} : db::Param{std::nullopt}; };
    c.exec(queries::insert_gebeurtenis,
           {id, access.gemeente(), dossier, e.persoon, e.dag, now, naam(e.soort), naam(e.categorie), e.titel, text,
            secret, e.bron, access.gebruiker(), e.vervangt, contact([](Contact const& x) { return x.wijze; }),
            contact([](Contact const& x) { return x.met; }), contact([](Contact const& x) { return x.minuten; }),
            contact([](Contact const& x) { return x.tolk; })});
    json::Writer w;
    w.object().field("soort", naam(e.soort)).field("categorie", naam(e.categorie)).field("dag", e.dag);
    if (e.vervangt) w.field("vervangt", e.vervangt->value);
    w.end_object();
    vertrouwen::audit(c, access, now, e.vervangt ? "gebeurtenis.verbeterd" : "gebeurtenis.toegevoegd", "gebeurtenis",
                      id.value, w.take());
    return id;
}

std::vector<Gebeurtenis> timeline(db::Connection& c, Kluis const& kluis, Access const& access, DossierId dossier,
                                  std::optional<Soort> soort, std::optional<PersoonId> family_member,
                                  std::optional<GebeurtenisId> before, int limit) {
    if (access.dossier() && *access.dossier() != dossier) return {};
    Date last_day{9999y / 12 / 31};
    std::int64_t last_id = 0;
    if (before) {
        auto const day = c.value<Date>(queries::place_of_event, {*before, dossier});
        if (!day) return {};
        last_day = *day;
        last_id = before->value;
    }
    db::Params params{dossier, access.gemeente(), soort ? naam(*soort) : std::string_view{},
                      family_member ? family_member->value : std::int64_t{0}};
    for (int i = 0; i < vertrouwen::aantal_categorieen; ++i) {
        auto const category = static_cast<Categorie>(i);
        params.emplace_back(access.mag_zien(category) ? naam(category) : std::string_view{});
    }
    params.emplace_back(last_day);
    params.emplace_back(last_id);
    params.emplace_back(limit);
    return c.list(queries::timeline, params, [&](db::Row const& r) { return event_of_row(kluis, r); });
}

std::optional<Gebeurtenis> event(db::Connection& c, Kluis const& kluis, Access const& access, DossierId dossier,
                                 GebeurtenisId id) {
    if (access.dossier() && *access.dossier() != dossier) return std::nullopt;
    auto found = c.one(queries::event, {dossier, access.gemeente(), id},
                       [&](db::Row const& r) { return event_of_row(kluis, r); });
    if (found && !access.mag_zien(found->categorie)) return std::nullopt;
    return found;
}
}
