#include "instroom/dubbelen.h"
#include "instroom/opslag.h"
#include "instroom/queries.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"

#include <algorithm>

namespace instroom {
using i18n::N_;

namespace {
/// Everything that hangs on a person. A new table with a person in it gets a line here, or the test says so.
struct Aanhangsel {
    std::string_view sleutel, label, rows, move;
};
constexpr Aanhangsel aanhangsels[] = {
    {"dossier", N_("dossiers"), queries::rows_dossier, queries::move_dossier},
    {"gebeurtenis", N_("gebeurtenissen"), queries::rows_gebeurtenis, queries::move_gebeurtenis},
    {"doelgroep", N_("regels doelgroep"), queries::rows_doelgroep, queries::move_doelgroep},
    {"extra_aanbod", N_("besluiten over extra aanbod"), queries::rows_extra_aanbod, queries::move_extra_aanbod},
    {"plicht", N_("regels inburgeringsplicht"), queries::rows_plicht, queries::move_plicht},
    {"duo_melding", N_("meldingen van DUO"), queries::rows_duo_melding, queries::move_duo_melding},
    {"coa_koppeling", N_("koppelingen van het COA"), queries::rows_coa_koppeling, queries::move_coa_koppeling},
    {"adres", N_("adressen"), queries::rows_adres, queries::move_adres},
    {"contactgegeven", N_("telefoonnummers en e-mailadressen"), queries::rows_contactgegeven,
     queries::move_contactgegeven},
    {"nationaliteit", N_("nationaliteiten"), queries::rows_nationaliteit, queries::move_nationaliteit},
    {"gezinsband", N_("gezinsleden"), queries::rows_gezinsband, queries::move_gezinsband},
    {"gezinsband_ander", N_("vermeldingen bij gezinsleden"), queries::rows_gezinsband_ander,
     queries::move_gezinsband_ander},
    {"gebruiker", N_("medewerkers die deze persoon zijn"), queries::rows_gebruiker, queries::move_gebruiker},
    {"samengevoegd", N_("eerder samengevoegde personen"), queries::rows_samengevoegd, queries::move_samengevoegd},
};

std::vector<std::int64_t> rows_of(db::Connection& c, GemeenteId gemeente, Aanhangsel const& kind, PersoonId from,
                                  PersoonId to) {
    return c.list(kind.rows, {gemeente, from, to}, [](db::Row const& r) { return r.integer(0); });
}

struct Paar {
    Dubbel dubbel;
    opslag::Rij blijver, ander;
};
Result<Paar, SamenvoegRefusal> load_pair(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente,
                                         Dubbel const& d, PersoonId blijver) {
    if (blijver != d.een && blijver != d.ander) return unexpected{SamenvoegRefusal::bestaat_niet};
    auto const ander = blijver == d.een ? d.ander : d.een;
    auto stays = opslag::load(c, kluis, gemeente, blijver, opslag::Nummers::ja);
    auto goes = opslag::load(c, kluis, gemeente, ander, opslag::Nummers::ja);
    if (!stays || !goes) return unexpected{SamenvoegRefusal::bestaat_niet};
    return Paar{d, std::move(*stays), std::move(*goes)};
}

bool two_bsns(opslag::Rij const& a, opslag::Rij const& b) { return a.g.bsn && b.g.bsn && *a.g.bsn != *b.g.bsn; }

/// What the merge did, so that it can be undone. No BSN in it: whose it was is enough.
std::string undo_json(Samenvoeging const& wish, PersoonId ander,
                      std::vector<std::tuple<Veld, std::string, std::string>> const& fields,
                      std::vector<std::pair<std::string_view, std::vector<std::int64_t>>> const& moved,
                      std::string_view bsn) {
    json::Writer w;
    w.object().field("blijver", wish.blijver.value).field("ander", ander.value).field("bsn", bsn);
    w.field("dossier", wish.gesloten_dossier ? wish.gesloten_dossier->value : 0);
    w.key("velden").array();
    for (auto const& [veld, before, after] : fields)
        w.object().field("veld", sleutel(veld)).field("was", before).field("werd", after).end_object();
    w.end_array().key("rijen").object();
    for (auto const& [kind, ids] : moved) {
        w.key(kind).array();
        for (auto const id : ids) w.value(id);
        w.end_array();
    }
    w.end_object().end_object();
    return w.take();
}

void reindex(db::Connection& c, GemeenteId gemeente, opslag::Rij const& row, Persoonsgegevens const* also) {
    auto names = opslag::search_names(row.g);
    // The other spelling stays a way to find this person.
    if (also)
        for (auto& name : opslag::search_names(*also)) names.push_back(std::move(name));
    index_names(c, gemeente, row.id, std::move(names));
}

std::optional<Veld> field_of(std::string_view key) {
    for (auto const veld : alle_velden)
        if (sleutel(veld) == key) return veld;
    return std::nullopt;
}
}

Samenvoegbeeld preview(db::Connection& c, vertrouwen::Kluis const& kluis, vertrouwen::Access const& access,
                       PersoonId blijver, PersoonId ander) {
    auto const gemeente = access.gemeente();
    Samenvoegbeeld beeld;
    for (auto const& kind : aanhangsels)
        if (auto const n = rows_of(c, gemeente, kind, ander, blijver).size(); n > 0)
            beeld.rijen.emplace_back(kind.label, static_cast<int>(n));
    auto const stays = opslag::load(c, kluis, gemeente, blijver, opslag::Nummers::ja);
    auto const goes = opslag::load(c, kluis, gemeente, ander, opslag::Nummers::ja);
    if (!stays || !goes) return beeld;
    for (auto const veld : alle_velden) {
        auto const mine = waarde(stays->g, veld), theirs = waarde(goes->g, veld);
        if (mine != theirs) beeld.verschillen.push_back(veld);
    }
    beeld.twee_bsn = two_bsns(*stays, *goes);
    beeld.open_blijver = c.value<DossierId>(queries::open_file, {blijver});
    beeld.open_ander = c.value<DossierId>(queries::open_file, {ander});
    return beeld;
}

Result<PersoonId, SamenvoegRefusal> merge(db::Connection& c, vertrouwen::Kluis const& kluis,
                                          vertrouwen::Access const& access, Timestamp now, std::int64_t id,
                                          Samenvoeging const& wish) {
    auto const gemeente = access.gemeente();
    auto const dubbel = find_pair(c, access, id);
    if (!dubbel) return unexpected{SamenvoegRefusal::bestaat_niet};
    if (dubbel->stand != DubbelStand::open) return unexpected{SamenvoegRefusal::al_besloten};
    auto paar = load_pair(c, kluis, gemeente, *dubbel, wish.blijver);
    if (!paar) return unexpected{paar.error()};
    auto& [d, stays, goes] = *paar;
    if (stays.samengevoegd_in || goes.samengevoegd_in) return unexpected{SamenvoegRefusal::al_besloten};
    if (two_bsns(stays, goes)) return unexpected{SamenvoegRefusal::twee_bsn};
    if (c.value<DossierId>(queries::open_file, {stays.id}) && c.value<DossierId>(queries::open_file, {goes.id}))
        return unexpected{SamenvoegRefusal::twee_open_dossiers};

    std::vector<std::pair<std::string_view, std::vector<std::int64_t>>> moved;
    for (auto const& kind : aanhangsels) {
        moved.emplace_back(kind.sleutel, rows_of(c, gemeente, kind, goes.id, stays.id));
        for (auto const row : moved.back().second) c.exec(kind.move, {gemeente, row, stays.id});
    }
    std::vector<std::tuple<Veld, std::string, std::string>> fields;
    for (auto const veld : alle_velden) {
        auto const before = waarde(stays.g, veld), other = waarde(goes.g, veld);
        if (before == other || (!before.empty() && !wish.van_ander.contains(veld))) continue;
        zet(stays.g, veld, other);
        fields.emplace_back(veld, before, other);
    }
    bool const takes_bsn = goes.g.bsn && !stays.g.bsn;
    if (takes_bsn) stays.g.bsn = goes.g.bsn;
    // First the other one steps back: a BSN is held by one person of a municipality.
    c.exec(queries::merged_into, {gemeente, goes.id, stays.id});
    check(opslag::save(c, kluis, gemeente, stays));
    reindex(c, gemeente, stays, &goes.g);
    index_names(c, gemeente, goes.id, {});
    c.exec(queries::decide_pair, {gemeente, id, "open", "samengevoegd", access.gebruiker(), now,
                                  undo_json(wish, goes.id, fields, moved, takes_bsn ? "van_ander" : "")});
    vertrouwen::audit(c, access, now, "personen_samengevoegd", "persoon", stays.id.value,
                      "{\"ander\":" + std::to_string(goes.id.value) + ",\"dubbel\":" + std::to_string(id) + "}");
    return stays.id;
}

Result<Hersteld, SamenvoegRefusal> take_apart(db::Connection& c, vertrouwen::Kluis const& kluis,
                                              vertrouwen::Access const& access, Timestamp now, std::int64_t id) {
    auto const gemeente = access.gemeente();
    auto const dubbel = find_pair(c, access, id);
    if (!dubbel) return unexpected{SamenvoegRefusal::bestaat_niet};
    if (dubbel->stand != DubbelStand::samengevoegd) return unexpected{SamenvoegRefusal::al_besloten};
    auto const stored = c.one(queries::pair, {gemeente, id}, [](db::Row const& r) { return std::string{r.text(6)}; });
    auto const undo = json::Value::parse(*stored).value();
    auto paar = load_pair(c, kluis, gemeente, *dubbel, PersoonId{undo.integer("blijver").value()});
    if (!paar) return unexpected{paar.error()};
    auto& [d, stays, goes] = *paar;
    // Merged on into a third person: that merge has to be undone first.
    if (stays.samengevoegd_in || goes.samengevoegd_in != stays.id)
        return unexpected{SamenvoegRefusal::later_samengevoegd};

    for (auto const& kind : aanhangsels) {
        auto const ids = undo.member("rijen")->member(kind.sleutel);
        if (!ids) continue;
        for (auto const& row : ids->elements()) c.exec(kind.move, {gemeente, row.as_integer(), goes.id});
    }
    for (auto const& change : undo.member("velden")->elements()) {
        auto const veld = field_of(change.text("veld").value());
        if (veld && waarde(stays.g, *veld) == change.text("werd").value())
            zet(stays.g, *veld, change.text("was").value());
    }
    if (undo.text("bsn") == "van_ander") stays.g.bsn.reset();
    check(opslag::save(c, kluis, gemeente, stays));
    c.exec(queries::merged_into, {gemeente, goes.id, std::nullopt});
    reindex(c, gemeente, stays, nullptr);
    reindex(c, gemeente, goes, nullptr);
    c.exec(queries::decide_pair, {gemeente, id, "samengevoegd", "hersteld", access.gebruiker(), now, *stored});
    vertrouwen::audit(c, access, now, "samenvoeging_hersteld", "persoon", stays.id.value,
                      "{\"ander\":" + std::to_string(goes.id.value) + ",\"dubbel\":" + std::to_string(id) + "}");
    auto const closed = undo.integer("dossier").value_or(0);
    return Hersteld{stays.id, goes.id, closed == 0 ? std::nullopt : std::optional{DossierId{closed}}};
}
}
