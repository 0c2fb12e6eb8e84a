#include "instroom/inlees.h"

#include "brp/lijst.h"
#include "brp/soort.h"
#include "instroom/coa.h"
#include "instroom/opslag.h"
#include "instroom/queries.h"
#include "platform/i18n/i18n.h"
#include "vertrouwen/store.h"

#include <array>
#include <sstream>

namespace instroom {
using i18n::N_;

namespace {
struct SoortNaam {
    std::string_view naam, titel;
};
constexpr std::array<SoortNaam, 4> soorten{{{"brp", N_("BRP-lijst (CSV)")},
                                            {"brp_api", N_("BRP API Personen (JSON)")},
                                            {"duo", N_("Meldingen van DUO (JSON)")},
                                            {"coa", N_("Koppelingen van het COA (CSV)")}}};

Inlees read_import(db::Row const& r) {
    return {r.get<InleesId>(0),     inlees_soort_van(r.text(1)).value(),
            std::string{r.text(2)}, std::string{r.text(3)},
            r.timestamp(4),         r.get<std::optional<Timestamp>>(5),
            std::string{r.text(6)}, r.integer(7),
            r.integer(8),           r.integer(9),
            r.integer(10),          opslag::text(r, 11),
            r.get<GebruikerId>(12)};
}
}

std::string_view naam(InleesSoort soort) { return soorten[static_cast<std::size_t>(soort)].naam; }
std::string_view titel(InleesSoort soort) { return soorten[static_cast<std::size_t>(soort)].titel; }
std::optional<InleesSoort> inlees_soort_van(std::string_view text) {
    for (std::size_t i = 0; i < soorten.size(); ++i)
        if (soorten[i].naam == text) return static_cast<InleesSoort>(i);
    return std::nullopt;
}
std::string import_topic(InleesId id) { return "inlees." + std::to_string(id.value); }

std::optional<std::string> verkeerd_bestand(InleesSoort soort, std::string_view head) {
    if (auto const wrong = brp::geen_tekst(head)) return std::string{*wrong};
    auto const text = brp::zonder_bom(head);
    char const first = text[text.find_first_not_of(" \t\r\n")];
    bool const json = first == '{' || first == '[',
               wants_json = soort == InleesSoort::brp_api || soort == InleesSoort::duo;
    if (json && !wants_json)
        return std::string{N_("Dit is een JSON-bestand. Kies bij soort 'BRP API Personen' of 'Meldingen van DUO'.")};
    if (!json && wants_json)
        return std::string{N_("Dit is geen JSON-bestand. Kies bij soort een CSV, of kies een ander bestand.")};
    if (soort == InleesSoort::duo && first == '[')
        return std::string{
            N_("Dit is één JSON-lijst. Meldingen van DUO staan elk op een eigen regel, die met { begint.")};
    bool const notices = text.find("\"gebeurtenisId\"") != std::string_view::npos,
               people = text.find("\"personen\"") != std::string_view::npos;
    if (soort == InleesSoort::duo && people && !notices)
        return std::string{N_("Dit is een antwoord van de BRP. Kies bij soort 'BRP API Personen'.")};
    if (soort == InleesSoort::brp_api && notices && !people)
        return std::string{N_("Dit zijn meldingen van DUO. Kies bij soort 'Meldingen van DUO'.")};
    bool const lo = text.find("01.01.20") != std::string_view::npos,
               coa = text.find("vNummer") != std::string_view::npos;
    if (soort == InleesSoort::brp && coa && !lo)
        return std::string{N_("Dit is een bestand van het COA. Kies bij soort 'Koppelingen van het COA'.")};
    if (soort == InleesSoort::coa && lo) return std::string{N_("Dit is een BRP-lijst. Kies bij soort 'BRP-lijst'.")};
    return std::nullopt;
}

std::optional<std::string> verkeerde_kop(InleesSoort soort, std::string const& inhoud) {
    std::istringstream in{inhoud};
    switch (soort) {
    case InleesSoort::brp: return brp::LijstLezer{in}.open();
    case InleesSoort::coa: return CoaLezer{in}.open();
    case InleesSoort::brp_api:
    case InleesSoort::duo: break;   // no heading: each person or notice stands by itself
    }
    return std::nullopt;
}

InleesId start_import(db::Connection& c, vertrouwen::Kluis const& kluis, vertrouwen::Access const& access,
                      Timestamp now, InleesSoort soort, std::string_view bestandsnaam, std::string_view inhoud) {
    InleesId id;
    db::assign_new(id);
    c.exec(queries::insert_import,
           {access.gemeente(), id, naam(soort), bestandsnaam, access.gebruiker(), now, "wacht", kluis.seal(inhoud)});
    jobs::add(c, access.gemeente(), import_job(soort), std::to_string(id.value), now);
    vertrouwen::audit(c, access, now, "bestand_ingelezen", "inlees", id.value,
                      "{\"soort\":\"" + std::string{naam(soort)} + "\"}");
    return id;
}

std::optional<Inlees> find_import(db::Connection& c, vertrouwen::Access const& access, InleesId id) {
    return c.one(queries::import, {access.gemeente(), id}, read_import);
}
std::vector<Inlees> imports(db::Connection& c, vertrouwen::Access const& access, InleesId before, int limit) {
    return c.list(queries::imports, {access.gemeente(), before, limit}, read_import);
}
std::vector<InleesRegel> lines_to_look_at(db::Connection& c, vertrouwen::Access const& access, InleesId id,
                                          std::int64_t after, int limit) {
    return c.list(queries::lines_to_look_at, {access.gemeente(), id, after, limit}, [](db::Row const& r) {
        return InleesRegel{r.integer(0), std::string{r.text(1)}, std::string{r.text(2)},
                           r.get<std::optional<PersoonId>>(3)};
    });
}
}
