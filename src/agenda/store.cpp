#include "agenda/store.h"

#include "agenda/queries.h"
#include "vertrouwen/store.h"

#include <array>
#include <sodium.h>

namespace agenda {
namespace {

constexpr std::array<std::string_view, 4> namen{"gepland", "geweest", "niet_verschenen", "afgezegd"};
constexpr std::array<std::string_view, 4> titels{"Gepland", "Geweest", "Niet verschenen", "Afgezegd"};

Afspraak read(db::Row const& r, bool names) {
    auto const text = [&](int column) { return r.get<std::optional<std::string>>(column).value_or(""); };
    Afspraak a{r.get<AfspraakId>(0),
               r.get<std::optional<DossierId>>(1),
               r.get<std::optional<PersoonId>>(2),
               names ? text(3) : "",
               text(4),
               r.get<GebruikerId>(5),
               r.get<std::string>(6),
               r.get<Timestamp>(7),
               r.get<Timestamp>(8),
               r.get<std::string>(9),
               r.get<std::string>(10),
               text(11),
               text(12),
               Stand::gepland,
               r.get<std::int64_t>(14)};
    auto const stand = stand_van(r.text(13));
    check(stand.has_value());
    a.stand = *stand;
    return a;
}

auto reader(vertrouwen::Access const& access) {
    return [names = access.mag_zien(vertrouwen::Categorie::identiteit)](db::Row const& r) { return read(r, names); };
}

std::optional<std::string> none_if_empty(std::string const& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

void note(db::Connection& c, vertrouwen::Access const& access, Timestamp now, std::string_view what, AfspraakId id) {
    vertrouwen::audit(c, access, now, what, "afspraak", id.value, "{}");
}

Result<void, WijzigRefusal> outcome(db::Connection& c, vertrouwen::Access const& access, AfspraakId id,
                                    std::int64_t rows) {
    if (rows == 1) return {};
    bool const there = c.value<std::int64_t>(queries::exists, {access.gemeente(), id}).has_value();
    return unexpected{there ? WijzigRefusal::intussen_gewijzigd : WijzigRefusal::bestaat_niet};
}
}

std::string_view naam(Stand s) { return namen[static_cast<std::size_t>(s)]; }
std::string_view titel(Stand s) { return titels[static_cast<std::size_t>(s)]; }
std::optional<Stand> stand_van(std::string_view text) {
    auto const found = std::ranges::find(namen, text);
    if (found == namen.end()) return std::nullopt;
    return static_cast<Stand>(found - namen.begin());
}

std::vector<Afspraak> between(db::Connection& c, vertrouwen::Access const& access, std::vector<GebruikerId> const& of,
                              Timestamp from, Timestamp until) {
    std::vector<Afspraak> all;
    for (auto const user : of) {   // oneself and at most seven absent colleagues
        auto some = c.list(queries::of_user, {access.gemeente(), user, from, until}, reader(access));
        std::ranges::move(some, std::back_inserter(all));
    }
    std::ranges::sort(all, {}, [](Afspraak const& a) { return std::pair{a.begint, a.id}; });
    return all;
}

std::vector<Afspraak> upcoming(db::Connection& c, vertrouwen::Access const& access, DossierId dossier, Timestamp from,
                               int limit) {
    return c.list(queries::of_file, {access.gemeente(), dossier, from, limit}, reader(access));
}

std::optional<Afspraak> find(db::Connection& c, vertrouwen::Access const& access, AfspraakId id) {
    return c.one(queries::by_id, {access.gemeente(), id}, reader(access));
}

std::vector<Afspraak> clashes(db::Connection& c, vertrouwen::Access const& access, GebruikerId user, Timestamp begint,
                              Timestamp eindigt, std::optional<AfspraakId> except) {
    return c.list(queries::overlapping, {access.gemeente(), user, begint, eindigt, except.value_or(AfspraakId{0})},
                  reader(access));
}

AfspraakId plan(db::Connection& c, vertrouwen::Access const& access, Timestamp now, Voorstel const& v) {
    AfspraakId const id{db::new_id()};
    c.exec(queries::add, {id, access.gemeente(), v.dossier, v.gebruiker, v.begint, v.eindigt, v.onderwerp, v.plaats,
                          none_if_empty(v.tolk_taal), none_if_empty(v.tolk_stand)});
    note(c, access, now, "afspraak_gepland", id);
    return id;
}

Result<void, WijzigRefusal> change(db::Connection& c, vertrouwen::Access const& access, Timestamp now, AfspraakId id,
                                   std::int64_t versie, Voorstel const& v) {
    auto const rows =
        c.exec(queries::change, {access.gemeente(), id, versie, v.dossier, v.gebruiker, v.begint, v.eindigt,
                                 v.onderwerp, v.plaats, none_if_empty(v.tolk_taal), none_if_empty(v.tolk_stand)});
    if (rows == 1) note(c, access, now, "afspraak_gewijzigd", id);
    return outcome(c, access, id, rows);
}

Result<void, WijzigRefusal> set_stand(db::Connection& c, vertrouwen::Access const& access, Timestamp now, AfspraakId id,
                                      std::int64_t versie, Stand stand) {
    auto const rows = c.exec(queries::set_stand, {access.gemeente(), id, versie, naam(stand)});
    if (rows == 1) note(c, access, now, "afspraak_" + std::string{naam(stand)}, id);
    return outcome(c, access, id, rows);
}

std::string make_feed(db::Connection& c, vertrouwen::Kluis const& kluis, vertrouwen::Access const& access,
                      Timestamp now) {
    revoke_feeds(c, access, now);
    std::array<unsigned char, 24> random{};
    randombytes_buf(random.data(), random.size());
    std::array<char, 64> text{};
    sodium_bin2base64(text.data(), text.size(), random.data(), random.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    std::string const token{text.data()};
    c.exec(queries::add_feed,
           {db::new_id(), access.gemeente(), access.gebruiker(), kluis.blind("agenda_feed", token), now});
    vertrouwen::audit(c, access, now, "agenda_feed_gemaakt", "gebruiker", access.gebruiker().value, "{}");
    return token;
}

void revoke_feeds(db::Connection& c, vertrouwen::Access const& access, Timestamp now) {
    if (c.exec(queries::revoke_feeds, {access.gebruiker(), now}) > 0)
        vertrouwen::audit(c, access, now, "agenda_feed_ingetrokken", "gebruiker", access.gebruiker().value, "{}");
}

bool has_feed(db::Connection& c, vertrouwen::Access const& access) {
    return c.value<std::int64_t>(queries::live_feed, {access.gebruiker()}).has_value();
}

std::optional<FeedOwner> feed_owner(db::Connection& c, vertrouwen::Kluis const& kluis, std::string_view token) {
    if (token.size() < 20 || token.size() > 64) return std::nullopt;
    return c.one(queries::feed_owner, {kluis.blind("agenda_feed", token), true},
                 [](db::Row const& r) { return FeedOwner{r.get<GemeenteId>(0), r.get<GebruikerId>(1)}; });
}
}
