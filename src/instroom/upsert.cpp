#include "instroom/opslag.h"
#include "instroom/queries.h"
#include "platform/json/json.h"
#include "platform/search/search.h"
#include "vertrouwen/store.h"

#include <algorithm>

namespace instroom {
namespace {

/// How much a source knows of who somebody is: a later word of a weaker one only fills what is still empty.
int weight(std::string_view herkomst) {
    if (herkomst == "brp") return 4;
    if (herkomst == "duo") return 3;
    if (herkomst == "hand") return 2;
    return herkomst == "coa" ? 1 : 0;
}

enum class Mode { fill, add, replace };   // only what is empty · what the source names · all, also what it leaves out
Mode mode_for(Persoonsgegevens const& known, Persoonsgegevens const& source) {
    if (weight(source.herkomst) < weight(known.herkomst)) return Mode::fill;
    return source.volledig ? Mode::replace : Mode::add;
}

/// A birth date may be filled in further, never made vaguer by a source that knows less.
bool fills(Veld veld, std::string const& known, std::string const& said) {
    if (known.empty()) return true;
    if (veld != Veld::geboren) return false;
    auto const part = known.substr(0, known.ends_with("-00-00") ? 4 : known.ends_with("-00") ? 7 : known.size());
    return said.starts_with(part) && part.size() < known.size();
}

std::vector<std::string_view> merge_fields(Persoonsgegevens& known, Persoonsgegevens const& source, Mode mode) {
    std::vector<std::string_view> changed;
    for (auto const veld : alle_velden) {
        auto const before = waarde(known, veld), said = waarde(source, veld);
        bool const owned = van_brp(veld) && veld != Veld::a_nummer;
        bool const take = said.empty()         ? mode == Mode::replace && owned
                          : mode == Mode::fill ? fills(veld, before, said)
                                               : true;
        if (!take || before == said) continue;
        zet(known, veld, said);
        changed.push_back(sleutel(veld));
    }
    if (source.bsn && (!known.bsn || (mode != Mode::fill && *known.bsn != *source.bsn))) {
        known.bsn = source.bsn;
        changed.push_back("bsn");
    }
    if (weight(source.herkomst) > weight(known.herkomst)) {
        known.herkomst = source.herkomst;
        changed.push_back("herkomst");
    }
    return changed;
}

bool same_place(brp::Adres const& a, brp::Adres const& b) {
    return a.straat == b.straat && a.huisnummer == b.huisnummer && a.huisletter == b.huisletter
           && a.toevoeging == b.toevoeging && a.aanduiding == b.aanduiding && a.postcode == b.postcode
           && a.woonplaats == b.woonplaats && a.locatie == b.locatie && a.land == b.land && a.regel_1 == b.regel_1
           && a.regel_2 == b.regel_2 && a.regel_3 == b.regel_3;
}

void insert_address(db::Connection& c, GemeenteId gemeente, PersoonId persoon, Timestamp now, brp::Adres const& a) {
    using opslag::maybe;
    db::Param const number = a.huisnummer > 0 ? db::Param{a.huisnummer} : db::Param{std::nullopt};
    c.exec(queries::insert_address,
           {gemeente, db::new_id(), persoon, a.functie, maybe(a.straat), number, maybe(a.huisletter),
            maybe(a.toevoeging), maybe(a.aanduiding), maybe(a.postcode), maybe(a.woonplaats), maybe(a.locatie),
            maybe(a.land), maybe(a.regel_1), maybe(a.regel_2), maybe(a.regel_3), maybe(a.vanaf), maybe(a.tot), now});
}

std::string today_of(Timestamp now) { return to_iso(platform::local_time(now).day); }

/// An address ends where the next of its kind begins; it is never thrown away.
bool merge_addresses(db::Connection& c, GemeenteId gemeente, PersoonId persoon, Timestamp now,
                     Persoonsgegevens const& source, Mode mode) {
    struct Known {
        std::int64_t id;
        brp::Adres adres;
        bool kept;
    };
    auto known = c.list(queries::addresses, {gemeente, persoon},
                        [](db::Row const& r) { return Known{r.integer(0), opslag::address(r), false}; });
    bool changed = false;
    for (auto const& a : source.adressen) {
        auto const same_kind = [&](Known const& k) { return !k.kept && k.adres.functie == a.functie; };
        auto const at = a.tot.empty() ? std::ranges::find_if(known, same_kind) : known.end();
        if (at != known.end() && (mode == Mode::fill || (same_place(at->adres, a) && at->adres.vanaf == a.vanaf))) {
            at->kept = true;
            continue;
        }
        if (at != known.end()) {
            at->kept = true;
            c.exec(queries::end_address, {gemeente, at->id, a.vanaf.empty() ? today_of(now) : a.vanaf});
        }
        insert_address(c, gemeente, persoon, now, a);
        changed = true;
    }
    if (mode != Mode::replace) return changed;
    for (auto const& k : known)
        if (!k.kept && k.adres.functie != "azc") {
            c.exec(queries::end_address, {gemeente, k.id, today_of(now)});
            changed = true;
        }
    return changed;
}

std::string lower_ascii(std::string text) {
    for (auto& ch : text)
        if (ch >= 'A' && ch <= 'Z') ch = static_cast<char>(ch - 'A' + 'a');
    return text;
}
std::string contact_key(std::string_view soort, std::string const& value) {
    if (soort == "e-mail") return lower_ascii(value);
    auto const digits = search::digits(value);
    return digits.size() > 9 ? digits.substr(digits.size() - 9) : digits;
}

/// Telephone or e-mail: an old one ends, it is not thrown away. Without `said` only a user's change (replace) ends it.
bool merge_contact(db::Connection& c, GemeenteId gemeente, PersoonId persoon, Timestamp now, std::string_view soort,
                   std::string const& said, Mode mode) {
    if (said.empty() && mode != Mode::replace) return false;
    struct Known {
        std::int64_t id;
        std::string value;
    };
    std::vector<Known> known;
    c.each(queries::contacts, {gemeente, persoon}, [&](db::Row const& r) {
        if (r.text(1) == soort) known.push_back({r.integer(0), std::string{r.text(2)}});
    });
    bool const there = std::ranges::any_of(known, [&](Known const& k) { return k.value == said; });
    if (there || (mode == Mode::fill && !known.empty()) || (said.empty() && known.empty())) return false;
    Date const today = platform::local_time(now).day;
    for (auto const& k : known) c.exec(queries::end_contact, {gemeente, k.id, today});
    if (!said.empty())
        c.exec(queries::insert_contact,
               {gemeente, db::new_id(), persoon, soort, said, contact_key(soort, said), today});
    return true;
}

bool merge_nationalities(db::Connection& c, GemeenteId gemeente, PersoonId persoon, Persoonsgegevens const& source,
                         Mode mode) {
    if (source.nationaliteiten.empty() && mode != Mode::replace) return false;
    Persoonsgegevens known;
    opslag::nationalities(c, gemeente, persoon, known);
    if (known.nationaliteiten == source.nationaliteiten || (mode == Mode::fill && !known.nationaliteiten.empty()))
        return false;
    c.exec(queries::clear_nationalities, {gemeente, persoon});
    for (auto const& [code, from] : source.nationaliteiten)
        c.exec(queries::insert_nationality, {gemeente, db::new_id(), persoon, code, opslag::maybe(from)});
    return true;
}

std::optional<PersoonId> find_known(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente,
                                    Persoonsgegevens const& g) {
    if (g.bsn)
        if (auto const at = c.value<PersoonId>(queries::find_by_bsn, {gemeente, kluis.blind(*g.bsn)})) return at;
    if (!g.a_nummer.empty())
        if (auto const at = c.value<PersoonId>(queries::find_by_a_nummer, {gemeente, g.a_nummer})) return at;
    if (!g.v_nummer.empty()) {
        auto const at = c.value<PersoonId>(queries::find_by_v_nummer, {gemeente, g.v_nummer});
        // A V-number is typed over by hand now and then: two different BSNs are two people.
        if (at && g.bsn) {
            auto const row = opslag::load(c, kluis, gemeente, *at, opslag::Nummers::ja);
            if (row && row->g.bsn && *row->g.bsn != *g.bsn) return std::nullopt;
        }
        return at;
    }
    return std::nullopt;
}

std::string audit_json(Persoonsgegevens const& source, std::vector<std::string_view> const& changed) {
    json::Writer w;
    w.object().field("herkomst", source.herkomst).key("velden").array();
    for (auto const field : changed) w.value(field);
    w.end_array().end_object();
    return w.take();
}
}

Opgeslagen upsert(db::Connection& c, vertrouwen::Kluis const& kluis, vertrouwen::Access const& access, Timestamp now,
                  Persoonsgegevens const& source) {
    auto const gemeente = access.gemeente();
    auto const known = find_known(c, kluis, gemeente, source);
    opslag::Rij row;
    if (known) row = *opslag::load(c, kluis, gemeente, *known, opslag::Nummers::ja);
    auto const mode = known ? mode_for(row.g, source) : Mode::replace;
    if (!known) {
        db::assign_new(row.id);
        row.g.herkomst = source.herkomst;
    }
    bool const had_bsn = row.g.bsn.has_value(), had_a_nummer = !row.g.a_nummer.empty();
    auto changed = merge_fields(row.g, source, mode);
    if (!known) opslag::insert(c, kluis, gemeente, now, row);

    auto const note = [&](bool happened, std::string_view what) {
        if (happened) changed.push_back(what);
    };
    note(merge_addresses(c, gemeente, row.id, now, source, mode), "adres");
    // No register tells that somebody has no telephone: its silence ends nothing.
    auto const contact_mode = mode == Mode::replace ? Mode::add : mode;
    note(merge_contact(c, gemeente, row.id, now, "telefoon", source.telefoon, contact_mode), "telefoon");
    note(merge_contact(c, gemeente, row.id, now, "e-mail", source.email, contact_mode), "e-mail");
    note(merge_nationalities(c, gemeente, row.id, source, mode), "nationaliteit");
    note(opslag::save_ties(c, kluis, gemeente, row.id, source), "gezin");
    if (row.g.bsn.has_value() != had_bsn || row.g.a_nummer.empty() == had_a_nummer)
        opslag::link_waiting(c, kluis, gemeente, row.id, row.g.bsn, row.g.a_nummer);
    if (known && changed.empty()) return {row.id, Uitkomst::ongewijzigd};
    if (known) check(opslag::save(c, kluis, gemeente, row));   // read in this transaction
    auto names = row.g;
    names.gezin = source.gezin;
    index_names(c, gemeente, row.id, opslag::search_names(names));
    vertrouwen::audit(c, access, now, known ? "persoon_bijgewerkt" : "persoon_toegevoegd", "persoon", row.id.value,
                      audit_json(source, changed));
    return {row.id, known ? Uitkomst::bijgewerkt : Uitkomst::nieuw};
}

Result<std::int64_t, WijzigRefusal> update(db::Connection& c, vertrouwen::Kluis const& kluis,
                                           vertrouwen::Access const& access, Timestamp now, PersoonId persoon,
                                           Wijziging const& change) {
    auto const gemeente = access.gemeente();
    auto row = opslag::load(c, kluis, gemeente, persoon, opslag::Nummers::ja);
    if (!row || row->samengevoegd_in) return unexpected{WijzigRefusal::bestaat_niet};
    if (row->versie != change.versie) return unexpected{WijzigRefusal::andere_versie};
    if (change.gegevens.bsn && !row->g.bsn && find_by_bsn(c, kluis, gemeente, *change.gegevens.bsn))
        return unexpected{WijzigRefusal::bsn_van_ander};
    std::vector<std::string_view> changed;
    for (auto const veld : alle_velden)
        if (auto const value = waarde(change.gegevens, veld); value != waarde(row->g, veld)) {
            zet(row->g, veld, value);
            changed.push_back(sleutel(veld));
        }
    if (change.gegevens.bsn && !row->g.bsn) {
        row->g.bsn = change.gegevens.bsn;
        changed.push_back("bsn");
    }
    if (change.met_contact) {
        if (merge_contact(c, gemeente, persoon, now, "telefoon", change.gegevens.telefoon, Mode::replace))
            changed.push_back("telefoon");
        if (merge_contact(c, gemeente, persoon, now, "e-mail", change.gegevens.email, Mode::replace))
            changed.push_back("e-mail");
    }
    if (merge_nationalities(c, gemeente, persoon, change.gegevens, Mode::replace)) changed.push_back("nationaliteit");
    if (changed.empty()) return row->versie;
    if (!opslag::save(c, kluis, gemeente, *row)) return unexpected{WijzigRefusal::andere_versie};
    index_names(c, gemeente, persoon, opslag::search_names(row->g));
    if (std::ranges::find(changed, "bsn") != changed.end())
        opslag::link_waiting(c, kluis, gemeente, persoon, row->g.bsn, row->g.a_nummer);
    vertrouwen::audit(c, access, now, "persoon_gewijzigd", "persoon", persoon.value, audit_json(row->g, changed));
    return row->versie + 1;
}
}
