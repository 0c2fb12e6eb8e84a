#include "brieven/store.h"

#include "brieven/opslag.h"
#include "brieven/queries.h"
#include "brieven/taal.h"
#include "dossier/store.h"
#include "inburgeringstermijn/store.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"
#include "platform/log/log.h"
#include "vertrouwen/store.h"
#include "werkvoorraad/store.h"

namespace brieven {
namespace {
using i18n::N_;
using vertrouwen::Access;
using vertrouwen::Kluis;

bool inside(Access const& access, DossierId dossier) { return !access.dossier() || *access.dossier() == dossier; }

Brief brief_of(db::Row const& r) {
    auto const soort = soort_van(r.text(2));
    auto const stand = stand_van(r.text(3));
    check(soort && stand);
    Brief b{.id = r.get<BriefId>(0),
            .dossier = r.get<DossierId>(1),
            .soort = *soort,
            .stand = *stand,
            .titel = r.get<std::string>(4),
            .taal = r.get<std::string>(5),
            .vertaald = r.boolean(6),
            .bron = r.get<std::string>(7),
            .gemaakt = r.date(8),
            .gemaakt_door = r.get<std::string>(9),
            .wijze = {},
            .verzonden_op = r.get<std::optional<Date>>(11),
            .bezwaar_tot = r.get<std::optional<Date>>(12),
            .retour = {},
            .document = r.get<std::optional<DocumentId>>(15),
            .document_nl = r.get<std::optional<DocumentId>>(16),
            .versie = r.integer(17)};
    if (!r.is_null(10)) b.wijze = wijze_van(r.text(10));
    if (!r.is_null(13)) b.retour = Retour{r.date(13), r.get<std::string>(14)};
    return b;
}

void note(db::Connection& c, Access const& access, Timestamp now, std::string_view what, BriefId id,
          std::string_view key, std::string_view value) {
    json::Writer w;
    w.object().field(key, value).end_object();
    vertrouwen::audit(c, access, now, what, "brief", id.value, w.take());
}
void entry(db::Connection& c, Kluis const& kluis, Access const& access, Timestamp now, DossierId dossier, Date day,
           std::string_view title, std::string text) {
    dossier::add_event(c, kluis, access, now, dossier,
                       {.dag = day,
                        .soort = dossier::Soort::brief,
                        .categorie = vertrouwen::Categorie::voortgang,
                        .titel = std::string{title},
                        .tekst = std::move(text),
                        .bron = {},
                        .persoon = {},
                        .contact = {},
                        .vervangt = {}});
}

std::string plain(Regel const& line) {
    std::string out;
    for (auto const& one : line) out += one.tekst;
    return out;
}

/// The texts for a letter that is being made: Dutch, and the translation into `taal` when there is one that fits.
std::optional<Inhoud> teksten(db::Connection& c, GemeenteId gemeente, Soort soort, std::string_view taal) {
    auto const dutch = geldig(c, gemeente, soort, "nl");
    check(dutch.has_value());
    if (!lees_sjabloon(soort, dutch->tekst).fouten.empty()) return std::nullopt;
    Inhoud i{dutch->tekst, {}, dutch->tekst, {}};
    if (!is_vertaaltaal(taal)) return i;
    auto const other = geldig(c, gemeente, soort, taal);
    if (!other || !lees_sjabloon(soort, other->tekst).fouten.empty()) return i;
    i.vertaling = other->tekst;
    i.bij_nl = other->bij_nl;
    return i;
}

/// Its heading, and whether anything of it is translated.
struct Kenmerken {
    std::string titel;
    bool vertaald;
};
Kenmerken kenmerken(Inhoud const& i, Soort soort, Adressaat const& to, std::string_view taal) {
    Geheel g{.brief = {.soort = soort, .taal = std::string{taal}}, .inhoud = i, .vast = {}, .adressaat = to};
    g.vast.velden = {{"naam", to.naam}, {"gemeente", to.gemeente}, {"dossiernummer", to.dossiernummer}};
    auto const pairs = paren(g, Talen::beide);
    bool const any = std::ranges::any_of(pairs.paren, [](Paar const& p) { return !p.vertaald.empty(); });
    return {plain(pairs.titel), any};
}
}

Result<BriefId, BriefRefusal> maak(db::Connection& c, Kluis const& kluis, Access const& access, Timestamp now,
                                   Date today, DossierId dossier, Soort soort, Waarden const& waarden,
                                   std::string_view bron) {
    if (auto const odd = afwijking(soort, waarden)) {
        logging::error("brief", {{"soort", std::string{naam(soort)}}, {"naam", *odd}});
        check(false);
    }
    auto const to = adressaat(c, kluis, access, dossier);
    if (!to) return unexpected{BriefRefusal::bestaat_niet};
    if (!to->open) return unexpected{BriefRefusal::dossier_gesloten};
    if (to->overleden) return unexpected{BriefRefusal::overleden};
    if (noemt_gezondheid(waarden)) return unexpected{BriefRefusal::gezondheid_in_brief};
    auto const earlier = van_bron(c, access, dossier, bron);
    if (earlier && earlier->stand != Stand::in_concept) return unexpected{BriefRefusal::al_verzonden};
    auto texts = teksten(c, access.gemeente(), soort, to->taal);
    if (!texts) return unexpected{BriefRefusal::sjabloon_onbruikbaar};
    texts->waarden = waarden;
    bool const group_counts = std::ranges::find(blokken(soort), "asiel", &Blok::naam) != blokken(soort).end();
    if (to->asiel && group_counts) texts->waarden.blokken.insert("asiel");
    auto const [title, translated] = kenmerken(*texts, soort, *to, to->taal);
    auto const sealed = kluis.seal(to_json(*texts));
    BriefId id = earlier ? earlier->id : BriefId{};
    if (earlier) {
        c.exec(queries::replace_concept, {access.gemeente(), id, naam(soort), title, to->taal, translated, sealed,
                                          today, now, access.gebruiker()});
    } else {
        db::assign_new(id);
        c.exec(queries::insert_letter, {access.gemeente(), id, dossier, naam(soort), bron, title, to->taal, translated,
                                        sealed, today, now, access.gebruiker()});
    }
    note(c, access, now, "brief.gemaakt", id, "soort", naam(soort));
    return id;
}

std::optional<Brief> zoek(db::Connection& c, Access const& access, DossierId dossier, BriefId id) {
    if (!inside(access, dossier)) return std::nullopt;
    return c.one(queries::find_letter, {access.gemeente(), dossier, id}, brief_of);
}
std::optional<Brief> van_bron(db::Connection& c, Access const& access, DossierId dossier, std::string_view bron) {
    if (!inside(access, dossier)) return std::nullopt;
    return c.one(queries::letter_of_source, {access.gemeente(), dossier, bron}, brief_of);
}
std::vector<Brief> van_dossier(db::Connection& c, Access const& access, DossierId dossier) {
    if (!inside(access, dossier)) return {};
    return c.list(queries::letters_of_file, {access.gemeente(), dossier}, brief_of);
}

std::optional<Geheel> geheel(db::Connection& c, Kluis const& kluis, Access const& access, DossierId dossier, BriefId id,
                             Date dag) {
    auto letter = zoek(c, access, dossier, id);
    if (!letter) return std::nullopt;
    auto to = adressaat(c, kluis, access, dossier);
    check(to.has_value());
    struct Row {
        db::Blob inhoud;
        std::optional<db::Blob> vast;
        std::string maker, rol;
    };
    auto const row = c.one(queries::letter_content, {access.gemeente(), id}, [](db::Row const& r) {
        return Row{r.blob(0), r.get<std::optional<db::Blob>>(1), r.get<std::optional<std::string>>(2).value_or(""),
                   r.get<std::optional<std::string>>(3).value_or("")};
    });
    check(row.has_value());
    auto const head = briefhoofd(c, access.gemeente());
    Geheel g{.brief = std::move(*letter),
             .inhoud = inhoud_van(kluis.open(row->inhoud)),
             .vast = row->vast ? vast_van(kluis.open(*row->vast))
                               : vast_op(*to, head, letter->soort, row->maker, row->rol, dag),
             .adressaat = std::move(*to),
             .zonder_briefhoofd = head.leeg()};
    if (!g.inhoud.vertaling.empty()) g.zonder_vertaling = paren(g, Talen::beide).zonder_vertaling;
    return g;
}

Result<BriefId, BriefRefusal> opnieuw(db::Connection& c, Kluis const& kluis, Access const& access, Timestamp now,
                                      Date today, DossierId dossier, BriefId id) {
    auto const g = geheel(c, kluis, access, dossier, id, today);
    if (!g) return unexpected{BriefRefusal::bestaat_niet};
    if (!g->adressaat.open) return unexpected{BriefRefusal::dossier_gesloten};
    if (g->adressaat.overleden) return unexpected{BriefRefusal::overleden};
    if (g->brief.stand != Stand::retour) return unexpected{BriefRefusal::niet_teruggekomen};
    auto const source = g->brief.bron + " opnieuw";
    if (auto const there = van_bron(c, access, dossier, source)) return there->id;
    BriefId fresh;
    db::assign_new(fresh);
    c.exec(queries::insert_letter,
           {access.gemeente(), fresh, dossier, naam(g->brief.soort), source, g->brief.titel, g->brief.taal,
            g->brief.vertaald, kluis.seal(to_json(g->inhoud)), today, now, access.gebruiker()});
    note(c, access, now, "brief.gemaakt", fresh, "soort", naam(g->brief.soort));
    return fresh;
}

Result<void, BriefRefusal> zet_taal(db::Connection& c, Kluis const& kluis, Access const& access, DossierId dossier,
                                    BriefId id, std::int64_t versie, std::string_view taal) {
    auto const g = geheel(c, kluis, access, dossier, id, Date{});
    if (!g) return unexpected{BriefRefusal::bestaat_niet};
    if (g->brief.stand != Stand::in_concept) return unexpected{BriefRefusal::al_verzonden};
    auto texts = teksten(c, access.gemeente(), g->brief.soort, taal);
    if (!texts) return unexpected{BriefRefusal::sjabloon_onbruikbaar};
    // The Dutch text of the letter stays the one it was made with.
    texts->nl = g->inhoud.nl;
    texts->waarden = g->inhoud.waarden;
    auto const translated = kenmerken(*texts, g->brief.soort, g->adressaat, taal).vertaald;
    bool const changed =
        c.exec(queries::set_language, {access.gemeente(), id, versie, taal, translated, kluis.seal(to_json(*texts))})
        == 1;
    if (!changed) return unexpected{BriefRefusal::gewijzigd};
    return {};
}

namespace {
Result<DocumentId, BriefRefusal> keep(db::Connection& c, Kluis const& kluis, Access const& access, Timestamp now,
                                      Geheel const& g, std::string name, std::string const& bytes) {
    // With the address in it, it is for who may see the address.
    bool const with_address = g.vast.adres.size() > 1;
    auto const kept = documenten::bewaar(
        c, kluis, access, now, g.brief.dossier,
        {.naam = std::move(name),
         .mediatype = "application/pdf",
         .bytes = bytes,
         .soort = "brief",
         .categorie = with_address ? vertrouwen::Categorie::contact : vertrouwen::Categorie::voortgang,
         .met_adres = with_address});
    check(kept.has_value());   // our own printer made it
    return *kept;
}
}

Result<void, BriefRefusal> verzend(db::Connection& c, Kluis const& kluis, Access const& access, Timestamp now,
                                   Date today, DossierId dossier, BriefId id, Verzending const& v) {
    auto const g = geheel(c, kluis, access, dossier, id, v.dag.value_or(today));
    if (!g) return unexpected{BriefRefusal::bestaat_niet};
    auto const& to = g->adressaat;
    Verzendfeiten const facts{g->brief.stand, to.open,       to.overleden,    to.geheim,
                              to.woont,       v.toestemming, g->brief.gemaakt};
    if (auto const no = check_verzend(facts, v.wijze, v.dag, today)) return unexpected{*no};
    // Name, address or letterhead changed since it was printed: then what lies on the desk is not this letter.
    if (g->brief.versie != v.versie || to_json(g->vast) != v.vast) return unexpected{BriefRefusal::gewijzigd};
    auto const name = fmt::format("{} {}", to_iso(*v.dag), titel(g->brief.soort));
    auto const dutch = keep(c, kluis, access, now, *g, name, v.pdf_nl);
    std::optional<DocumentId> both;
    if (!v.pdf_vertaald.empty())
        both = *keep(c, kluis, access, now, *g, fmt::format("{} ({})", name, g->brief.taal), v.pdf_vertaald);
    bool const decision = g->brief.soort == Soort::pip_beschikking;
    auto const objection = decision ? std::optional{bezwaar_tot(*v.dag)} : std::nullopt;
    bool const sent =
        c.exec(queries::set_sent, {access.gemeente(), id, v.versie, naam(v.wijze), *v.dag, access.gebruiker(),
                                   objection, kluis.seal(v.vast), both ? both : std::optional{*dutch}, *dutch})
        == 1;
    check(sent);   // read in this transaction
    entry(c, kluis, access, now, dossier, *v.dag, titel(g->brief.soort), std::string{verzonden_zin(v.wijze)});
    if (decision) {
        // From the day after, the six weeks for an objection run (Awb 6:8).
        inburgeringstermijn::add_fact(c, access, now, dossier,
                                      {inburgeringstermijn::FeitSoort::pip_bekendgemaakt, *v.dag, {}}, "brief",
                                      titel(g->brief.soort));
        inburgeringstermijn::recompute(c, access, now, today, dossier);
    }
    note(c, access, now, "brief.verzonden", id, "wijze", naam(v.wijze));
    return {};
}

Result<void, BriefRefusal> retour(db::Connection& c, Kluis const& kluis, Access const& access, Timestamp now,
                                  Date today, DossierId dossier, BriefId id, std::optional<Date> dag,
                                  std::string_view reden) {
    auto const letter = zoek(c, access, dossier, id);
    if (!letter) return unexpected{BriefRefusal::bestaat_niet};
    if (auto const no = check_retour(letter->stand, letter->verzonden_op, dag, reden, today)) return unexpected{*no};
    c.exec(queries::set_returned, {access.gemeente(), id, *dag, reden});
    entry(c, kluis, access, now, dossier, *dag, N_("Brief kwam terug"),
          fmt::format("{}: {}", titel(letter->soort), reden));
    auto const to = adressaat(c, kluis, access, dossier);
    check(to.has_value());
    // Somebody must look where this person lives: a decision that did not arrive may not have been made known.
    constexpr std::chrono::days soon{7};
    werkvoorraad::add(c, access, now,
                      {.dossier = dossier,
                       .soort = "bericht",
                       .titel = std::string{N_("Adres nakijken: brief kwam terug")},
                       .toelichting = fmt::format("{} ({})", titel(letter->soort), reden),
                       .artikel = letter->soort == Soort::pip_beschikking ? "Awb 3:41" : "",
                       .wettelijk = false,
                       .uiterlijk = today + soon,
                       .eigenaar = to->klantmanager ? to->klantmanager : to->regisseur,
                       .team = access.team(),
                       .termijnsoort = {},
                       .wacht_op = {}});
    note(c, access, now, "brief.retour", id, "dag", to_iso(*dag));
    return {};
}
}
