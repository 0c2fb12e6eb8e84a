#include "brieven/sjablonen.h"

#include "brieven/queries.h"
#include "brieven/taal.h"
#include "brieven/texts.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"

namespace brieven {
namespace {
constexpr std::string_view nederlands = "nl";

Versie version_of(db::Row const& r) {
    return {r.integer(0), r.get<std::optional<std::string>>(1), r.timestamp(3), r.get<std::string>(4)};
}
void note(db::Connection& c, vertrouwen::Access const& access, Timestamp now, std::string_view what, Soort soort,
          std::string_view taal, std::int64_t id) {
    json::Writer w;
    w.object().field("soort", naam(soort)).field("taal", taal).end_object();
    vertrouwen::audit(c, access, now, what, "sjabloon", id, w.take());
}
}

std::string_view standaardtekst(Soort soort, std::string_view taal) {
    auto const wanted = std::string{naam(soort)} + "." + std::string{taal};
    for (auto const& text : texts())
        if (text.name == wanted) return text.content;
    return {};
}

std::optional<Geldig> geldig(db::Connection& c, GemeenteId gemeente, Soort soort, std::string_view taal) {
    struct Own {
        Versie version;
        std::string bij_nl;
    };
    auto own = c.one(queries::newest_text, {gemeente, naam(soort), taal}, [](db::Row const& r) {
        return Own{version_of(r), r.get<std::optional<std::string>>(2).value_or("")};
    });
    if (own && own->version.tekst)
        return Geldig{std::move(*own->version.tekst), std::move(own->bij_nl), true, own->version.gemaakt,
                      std::move(own->version.door)};
    auto const standard = standaardtekst(soort, taal);
    if (standard.empty()) return std::nullopt;
    return Geldig{std::string{standard}, std::string{standaardtekst(soort, nederlands)}, false, std::nullopt, {}};
}

std::vector<std::string> talen(db::Connection& c, GemeenteId gemeente, Soort soort) {
    std::vector<std::string> all{std::string{nederlands}};
    auto const own =
        c.list(queries::own_languages, {gemeente, naam(soort)}, [](db::Row const& r) { return r.get<std::string>(0); });
    for (auto const taal : vertaaltalen())
        if (!standaardtekst(soort, taal).empty() || std::ranges::find(own, taal) != own.end()) all.emplace_back(taal);
    return all;
}

std::vector<Versie> versies(db::Connection& c, GemeenteId gemeente, Soort soort, std::string_view taal) {
    return c.list(queries::text_versions, {gemeente, naam(soort), taal}, version_of);
}
std::optional<Versie> versie(db::Connection& c, GemeenteId gemeente, Soort soort, std::string_view taal,
                             std::int64_t id) {
    return c.one(queries::text_by_id, {gemeente, naam(soort), taal, id}, version_of);
}

std::vector<Fout> keur(db::Connection& c, GemeenteId gemeente, Soort soort, std::string_view taal,
                       std::string_view tekst) {
    if (taal == nederlands) return lees_sjabloon(soort, tekst).fouten;
    auto const dutch = geldig(c, gemeente, soort, nederlands);
    check(dutch.has_value());
    return lees_vertaling(soort, lees_sjabloon(soort, dutch->tekst).sjabloon, tekst).fouten;
}

void bewaar(db::Connection& c, vertrouwen::Access const& access, Timestamp now, Soort soort, std::string_view taal,
            std::string_view tekst) {
    std::optional<std::string> made_of;
    if (taal != nederlands) made_of = geldig(c, access.gemeente(), soort, nederlands).value_or(Geldig{}).tekst;
    auto const id = db::new_id();
    c.exec(queries::insert_text, {access.gemeente(), id, naam(soort), taal, tekst, made_of, now, access.gebruiker()});
    note(c, access, now, "sjabloon.bewaard", soort, taal, id);
}

void herstel(db::Connection& c, vertrouwen::Access const& access, Timestamp now, Soort soort, std::string_view taal) {
    auto const id = db::new_id();
    c.exec(queries::insert_text, {access.gemeente(), id, naam(soort), taal, std::optional<std::string>{},
                                  std::optional<std::string>{}, now, access.gebruiker()});
    note(c, access, now, "sjabloon.hersteld", soort, taal, id);
}

Briefhoofd briefhoofd(db::Connection& c, GemeenteId gemeente) {
    auto const found = c.one(queries::head, {gemeente}, [](db::Row const& r) {
        return Briefhoofd{r.get<std::string>(0), r.get<std::string>(1), r.get<std::string>(2), r.get<std::string>(3),
                          r.get<std::string>(4)};
    });
    return found.value_or(Briefhoofd{});
}

void zet_briefhoofd(db::Connection& c, vertrouwen::Access const& access, Timestamp now, Briefhoofd const& h) {
    auto const id = db::new_id();
    c.exec(queries::insert_head,
           {access.gemeente(), id, h.afdeling, h.adres, h.bezoekadres, h.telefoon, h.website, now, access.gebruiker()});
    json::Writer w;
    w.object().field("adres", h.adres).end_object();
    vertrouwen::audit(c, access, now, "briefhoofd.bewaard", "briefhoofd", id, w.take());
}
}
