#include "demo/rijen.h"

#include "brp/naam.h"
#include "demo/tabellen.h"
#include "duo/rules.h"
#include "inburgeringstermijn/feiten.h"
#include "inburgeringstermijn/regel.h"
#include "platform/json/json.h"
#include "platform/search/search.h"

#include <fmt/core.h>

namespace demo {
namespace {
using std::chrono::days;

db::Param maybe(std::string_view text) { return text.empty() ? db::Param{std::nullopt} : db::Param{text}; }
db::Param maybe(std::optional<Date> day) { return db::Param{day}; }
Timestamp at_ten(Date day) { return platform::moment_of({day, 10, 0}); }
}

Rijen::Rijen(vertrouwen::Kluis const& kluis, Date today, std::int64_t first_id)
    : kluis_{kluis}, today_{today}, now_{platform::moment_of({today, 6, 0})}, id_{first_id} {}

void Rijen::put(std::string_view table, db::Params row) {
    auto found = rows_.find(table);
    if (found == rows_.end()) found = rows_.emplace(std::string{table}, std::vector<db::Params>{}).first;
    found->second.push_back(std::move(row));
}

void Rijen::write(db::Connection& c) {
    for (auto const& table : tabellen()) {
        auto const found = rows_.find(table.naam);
        if (found == rows_.end() || found->second.empty()) continue;
        std::size_t at = 0;
        auto& rows = found->second;
        c.insert_many(table.naam, table.kolommen, [&](db::Params& row) {
            if (at == rows.size()) return false;
            row = std::move(rows[at++]);
            return true;
        });
        rows.clear();
    }
}

void Rijen::add(Zaak const& zaak, Behandelaars const& by) {
    auto const who = person(zaak, zaak.mens, by, true);
    family(zaak, who, by);
    arrivals(zaak, who, by);
    auto const id = file(zaak, who, by);
    history(zaak, who, id, by);
    intake(zaak, id, by);
    toets(zaak, id, by);
    plan(zaak, id, by);
    clocks(zaak, id, by);
    tasks(zaak, id, by);
}

PersoonId Rijen::twin(Zaak const& zaak, Behandelaars const& by) {
    auto mens = zaak.mens;
    mens.voornamen = mens.voornamen.substr(0, mens.voornamen.find(' '));
    mens.eigen_schrift.clear();
    auto const id = person(zaak, mens, by, false).id;
    constexpr std::size_t v_number = 4;
    rows_.find("persoon")->second.back()[v_number] = db::Param{std::nullopt};   // another number would tell them apart
    return PersoonId{id};
}

Rijen::Persoon Rijen::person(Zaak const& zaak, Mens const& mens, Behandelaars const& by, bool with_file) {
    Persoon who{
        id_++, brp::weergavenaam({mens.voornamen, "", "", mens.geslachtsnaam}), {}, fmt::format("{:010}", v_number_++)};
    auto const& from = herkomst(zaak.afkomst);
    db::Param bsn{std::nullopt}, bsn_index{std::nullopt};
    if (with_file && zaak.ingeschreven_op && next_bsn_ < vrije_test_bsn().size()) {
        auto const number = Bsn::parse(fmt::format("99999{:04}", vrije_test_bsn()[next_bsn_++]));
        check(number.has_value());
        bsn = kluis_.seal(*number);
        bsn_index = kluis_.blind(*number);
        who.bsn = *number;
    }
    bool const registered = zaak.ingeschreven_op.has_value();
    put("persoon",
        {who.id,
         by.gemeente,
         bsn,
         bsn_index,
         who.v_nummer,
         maybe(mens.voornamen),
         maybe(mens.geslachtsnaam),
         who.naam,
         maybe(mens.eigen_schrift),
         maybe(mens.eigen_schrift.empty() ? "" : from.schrift_taal),
         search::sort_key(mens.geslachtsnaam.empty() ? mens.voornamen : mens.geslachtsnaam + " " + mens.voornamen),
         std::string(1, mens.geslacht),
         mens.geboren,
         from.land,
         from.taal,
         with_file && zaak.tolk,
         maybe(with_file ? zaak.tolk_wens : ""),
         zaak.geheimhouding,
         zaak.verblijfstitel,
         registered ? db::Param{by.gemeente.value == 1 ? "1948" : "1991"} : db::Param{std::nullopt},
         registered ? db::Param{to_iso(*zaak.ingeschreven_op)} : db::Param{std::nullopt},
         "demo",
         now_});
    if (registered)
        put("adres", {id_++, by.gemeente, who.id, "W", zaak.straat, zaak.huisnummer, zaak.postcode, zaak.woonplaats,
                      std::nullopt, to_iso(*zaak.ingeschreven_op), now_});
    else
        put("adres",
            {id_++, by.gemeente, who.id, "azc", std::nullopt, std::nullopt, std::nullopt, std::nullopt, "azc Uden",
             zaak.aangekomen_op ? db::Param{to_iso(*zaak.aangekomen_op)} : db::Param{std::nullopt}, now_});
    put("nationaliteit", {id_++, by.gemeente, who.id, from.nationaliteit});
    index(who.id, by.gemeente, mens.geboren, {who.naam, mens.eigen_schrift});
    return who;
}

void Rijen::index(std::int64_t person, GemeenteId gemeente, PartialDate const& geboren,
                  std::vector<std::string> const& names) {
    std::set<std::string> wanted;
    for (auto const& name : names)
        for (auto& word : search::words(name)) wanted.insert(std::move(word));
    for (auto const& word : wanted) {
        auto found = words_.find(word);
        if (found == words_.end()) {
            found = words_.emplace(word, id_++).first;
            put("zoekwoord", {found->second, word, search::sound(word)});
            for (auto const& ending : search::endings(word)) put("zoekstaart", {ending, found->second});
        }
        put("zoekterm", {gemeente, found->second, geboren.year(), person});
    }
}

void Rijen::tie(std::int64_t from, std::int64_t to, std::string_view soort, Mens const& other,
                std::string_view verblijf, std::string_view source, GemeenteId gemeente) {
    put("gezinsband",
        {id_++, gemeente, from, soort, to == 0 ? db::Param{std::nullopt} : db::Param{to}, maybe(other.voornamen),
         maybe(other.geslachtsnaam), std::string(1, other.geslacht), other.geboren, maybe(verblijf), source});
}

void Rijen::family(Zaak const& zaak, Persoon const& who, Behandelaars const& by) {
    struct Parent {
        std::int64_t id;
        Mens const* mens;
    };
    std::vector<Parent> parents{{who.id, &zaak.mens}};
    for (auto const& member : zaak.gezin) {
        bool const child = member.soort == "kind";
        bool const here = member.verblijf == "hier";
        std::int64_t const id = here ? person(zaak, member.mens, by, false).id : 0;
        for (auto const& parent : parents) {
            if (!child && parent.id != who.id) continue;
            tie(parent.id, id, member.soort, member.mens, member.verblijf, "demo", by.gemeente);
            if (here) tie(id, parent.id, child ? "ouder" : "partner", *parent.mens, "hier", "omgekeerd", by.gemeente);
        }
        if (here && !child) parents.push_back({id, &member.mens});
    }
}

/// The notice in DUO's inbox, as duo::receive keeps it. Gives its id.
std::int64_t Rijen::notice(Zaak const& zaak, Persoon const& who, GemeenteId gemeente) {
    auto const id = id_++;
    auto const registered = at_ten(*zaak.kennisgeving_op);
    constexpr std::string_view code = "SS139";
    json::Writer w;
    w.object().field("registratieDatumTijd", platform::to_rfc3339(registered)).field("gebeurtenisId", code);
    if (who.bsn) w.field("bsn", who.bsn->digits());
    w.field("vNummer", std::int64_t{std::stoll(who.v_nummer)});
    w.key("inburgeringsplicht")
        .object()
        .field("indicatorInburgeringsplicht", true)
        .field("begindatum", *zaak.kennisgeving_op - days{7});
    w.field("datumKennisgevingInburgeringsplicht", *zaak.kennisgeving_op);
    w.key("doelgroep")
        .object()
        .field("indeling", zaak.duo_indeling)
        .field("gedetailleerdeDoelgroep", zaak.duo_fijn)
        .end_object();
    w.end_object().end_object();
    db::Param const sealed_bsn = who.bsn ? db::Param{kluis_.seal(*who.bsn)} : db::Param{std::nullopt};
    put("duo_melding", {id, gemeente, code, registered, registered,
                        who.bsn ? kluis_.blind(*who.bsn) : kluis_.blind("v_nummer", who.v_nummer), sealed_bsn,
                        who.v_nummer, who.id, kluis_.seal(w.take()), "verwerkt", duo::gebeurtenis(code)->titel});
    return id;
}

void Rijen::arrivals(Zaak const& zaak, Persoon const& who, Behandelaars const& by) {
    auto const phone = fmt::format("06{:08}", 10'000'000 + who.id % 89'999'999);
    put("contactgegeven",
        {id_++, by.gemeente, who.id, "telefoon", phone, phone.substr(1), zaak.ingeschreven_op.value_or(today_)});
    Date const from = zaak.kennisgeving_op.value_or(zaak.gekoppeld_op.value_or(today_));
    put("doelgroep", {id_++, by.gemeente, who.id, instroom::code(zaak.groep), zaak.duo_indeling, zaak.duo_fijn, from,
                      zaak.kennisgeving_op ? "duo" : "coa", now_});
    if (zaak.kennisgeving_op)
        put("plicht",
            {id_++, by.gemeente, who.id, !zaak.voldaan_op.has_value(), *zaak.kennisgeving_op - days{7},
             maybe(zaak.voldaan_op), zaak.voldaan_op.value_or(*zaak.kennisgeving_op), *zaak.kennisgeving_op,
             maybe(zaak.voldaan_op ? "Inburgeringsplicht voldaan" : ""), notice(zaak, who, by.gemeente), now_});
    if (zaak.gekoppeld_op)
        put("coa_koppeling", {id_++, by.gemeente, who.id, "azc Uden", maybe(zaak.aangekomen_op), *zaak.gekoppeld_op,
                              maybe(zaak.ingeschreven_op), 2});
}

std::int64_t Rijen::file(Zaak const& zaak, Persoon const& who, Behandelaars const& by) {
    Date const opened = zaak.gekoppeld_op.value_or(zaak.kennisgeving_op.value_or(today_));
    int const year = int{std::chrono::year_month_day{opened}.year()};
    int const number = ++numbers_[{by.gemeente.value, year}];
    auto const id = id_++;
    bool const closed = zaak.voldaan_op.has_value();
    put("dossier", {id, by.gemeente, fmt::format("{}-{:06}", year, number), who.id, closed ? "gesloten" : "open",
                    zaak.fase, opened, maybe(zaak.voldaan_op), maybe(closed ? "Inburgeringsplicht voldaan" : ""),
                    db::Param{by.regisseur}, db::Param{by.klantmanager}, db::Param{by.team}});
    if (by.regisseur)
        put("toewijzing", {id_++, by.gemeente, id, "regisseur", *by.regisseur, opened, 0, at_ten(opened)});
    if (by.klantmanager)
        put("toewijzing", {id_++, by.gemeente, id, "klantmanager", *by.klantmanager, opened, 0, at_ten(opened)});
    return id;
}

void Rijen::history(Zaak const& zaak, Persoon const& who, std::int64_t file, Behandelaars const& by) {
    GebruikerId const writer = by.klantmanager.value_or(by.regisseur.value_or(GebruikerId{0}));
    for (auto const& e : zaak.voorvallen)
        put("gebeurtenis", {id_++, by.gemeente, file, who.id, e.dag, at_ten(e.dag), e.soort, e.categorie, e.titel,
                            maybe(e.tekst), e.bron, e.bron.empty() ? db::Param{writer} : db::Param{0}});
    if (zaak.afspraak_over_dagen && writer.value != 0) appointment(zaak, file, by.gemeente, writer);
}

/// On a working day, and when the colleague is busy then, in the next free block.
void Rijen::appointment(Zaak const& zaak, std::int64_t file, GemeenteId gemeente, GebruikerId writer) {
    constexpr int first_minute = 8 * 60 + 30, block = 45, blocks_a_day = 10;
    Date day = inburgeringstermijn::werkdag(today_ + days{*zaak.afspraak_over_dagen}).uitkomst;
    int number = zaak.afspraak_blok;
    auto const begins = [&] {
        return platform::moment_of({day, (first_minute + number * block) / 60, (first_minute + number * block) % 60});
    };
    while (!booked_.emplace(writer, begins()).second)
        if (++number == blocks_a_day) {
            number = 0;
            day = inburgeringstermijn::werkdag(day + days{1}).uitkomst;
        }
    auto const& language = herkomst(zaak.afkomst).taal;
    put("afspraak",
        {id_++, gemeente, file, writer, begins(), begins().plus(std::chrono::minutes{block}),
         zaak.fase == "leerroute" ? "Voortgangsgesprek" : "Intakegesprek", "Spreekkamer 3",
         maybe(zaak.tolk ? language : ""), maybe(zaak.tolk ? "bevestigd" : ""), day < today_ ? "geweest" : "gepland"});
}

void Rijen::clocks(Zaak const& zaak, std::int64_t file, Behandelaars const& by) {
    std::vector<inburgeringstermijn::Opgeschreven> written;
    for (auto const& fact : zaak.feiten) {
        using inburgeringstermijn::FeitSoort;
        bool const brp = fact.soort == FeitSoort::brp_inschrijving || fact.soort == FeitSoort::huisvesting_28;
        bool const hand = fact.soort == FeitSoort::bijstand || fact.soort == FeitSoort::eerste_pip
                          || fact.soort == FeitSoort::pip_bekendgemaakt || fact.soort == FeitSoort::buitenland;
        std::string const source = brp ? "brp" : hand ? "hand" : "duo";
        written.push_back({fact, source});
        put("termijnfeit", {id_++, by.gemeente, file, inburgeringstermijn::naam(fact.soort), fact.dag, maybe(fact.tot),
                            source, "", 0, at_ten(fact.dag)});
    }
    bool const open = !zaak.voldaan_op;
    for (auto const& klok :
         inburgeringstermijn::klokken(termijn_groep(zaak.groep), inburgeringstermijn::geldend(written), today_)) {
        if (auto const row = inburgeringstermijn::regel_van(klok))
            put("termijn", {id_++, by.gemeente, file, row->soort, row->begin, row->uiterlijk, row->ongerold, row->stand,
                            row->bron, maybe(row->waarschuwing)});
        if (!open || klok.stand != inburgeringstermijn::KlokStand::loopt
            || inburgeringstermijn::werk_vanaf(klok) > today_)
            continue;
        auto const words = inburgeringstermijn::taak_van(klok.soort);
        task(file, by, words.soort, words.titel, words.toelichting, inburgeringstermijn::artikelen(klok), true,
             klok.uiterlijk, "", inburgeringstermijn::naam(klok.soort));
    }
}

void Rijen::tasks(Zaak const& zaak, std::int64_t file, Behandelaars const& by) {
    for (auto const& t : zaak.taken)
        task(file, by, t.soort, t.titel, t.toelichting, "", false, t.uiterlijk, t.wacht_op, "");
}

void Rijen::task(std::int64_t file, Behandelaars const& by, std::string_view soort, std::string_view titel,
                 std::string_view toelichting, std::string_view artikel, bool legal, Date due,
                 std::string_view waits_for, std::string_view clock) {
    // As inburgeringstermijn::recompute assigns: the klantmanager, else the regisseur, else the team queue.
    auto const owner = by.klantmanager ? by.klantmanager : by.regisseur;
    // What waits for somebody has done so for a day, a week, almost three weeks.
    auto const since = waits_for.empty() ? now_ : at_ten(today_ - days{1 + id_ % 19});
    put("taak", {id_++, by.gemeente, file, soort, titel, toelichting, artikel, legal, due, db::Param{owner}, by.team,
                 waits_for.empty() ? "open" : "wacht", maybe(waits_for), maybe(clock), since});
}
}
