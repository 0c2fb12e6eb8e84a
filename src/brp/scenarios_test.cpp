// Runs the worked scenarios of the BRP API Personen (RvIG) against our names, addresses, dates and titles.
#include "brp/naam.h"
#include "brp/onderzoek.h"
#include "brp/tabellen.h"
#include "brp/tekst.h"
#include "platform/json/json.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <span>

namespace brp {
namespace {
using Fields = std::map<std::string, std::string>;

struct Step {
    std::string text;
    std::vector<std::vector<std::string>> table;
    bool action = false, outcome = false;
};
struct Scenario {
    std::string file, name;
    std::vector<Step> steps;
};

std::filesystem::path shared_data() {
    if (auto const* given = std::getenv("MEEDOEN_SHARED")) return std::filesystem::path{given} / "data";
    return std::filesystem::path{__FILE__}.parent_path() / "../../../shared/data";
}

Scenario read(json::Value const& v) {
    Scenario s{v.text("file").value_or(""), v.text("scenario").value_or(""), {}};
    auto const steps = v.member("steps");
    for (auto const& step : steps->elements()) {
        auto const type = step.text("type").value_or("");
        Step one{step.text("text").value_or(""), {}, type == "Action", type == "Outcome"};
        if (auto const table = step.member("table"); table && table->is_array())
            for (auto const& row : table->elements()) {
                std::vector<std::string> cells;
                for (auto const& cell : row.elements()) cells.push_back(cell.as_text());
                one.table.push_back(cells);
            }
        s.steps.push_back(std::move(one));
    }
    return s;
}

std::string without_element(std::string key) {
    auto const at = key.find(" (");
    return at == std::string::npos ? key : key.substr(0, at);
}
Fields fields_of(Step const& step) {
    Fields all;
    auto const& t = step.table;
    if (t.empty()) return all;
    if (t[0] == std::vector<std::string>{"naam", "waarde"}) {
        for (std::size_t i = 1; i < t.size(); ++i) all[without_element(t[i][0])] = t[i][1];
    } else if (t.size() > 1) {
        for (std::size_t i = 0; i < t[0].size(); ++i) all[without_element(t[0][i])] = t[1][i];
    }
    return all;
}
std::vector<std::string> quoted(std::string const& text) {
    std::vector<std::string> all;
    for (std::size_t from = text.find('\''); from != std::string::npos;) {
        auto const until = text.find('\'', from + 1);
        if (until == std::string::npos) break;
        all.push_back(text.substr(from + 1, until - from - 1));
        from = text.find('\'', until + 1);
    }
    return all;
}
bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }
std::string get(Fields const& f, std::string const& key) {
    auto const at = f.find(key);
    return at == f.end() ? "" : at->second;
}

constexpr Date vandaag{2024y / 6 / 14};
Date op(Scenario const& s) {
    for (auto const& step : s.steps)
        if (step.action && has(step.text, "personen op '")) {
            static std::map<std::string, unsigned> const month{{"februari", 2}, {"maart", 3}};
            auto const said = quoted(step.text)[0];
            auto const words = split_words(said);
            return std::chrono::year{std::stoi(std::string{words[2]})}
                   / std::chrono::month{month.at(std::string{words[1]})}
                   / std::chrono::day{static_cast<unsigned>(std::stoi(std::string{words[0]}))};
        }
    return vandaag;
}
std::string lo(Date day) {
    auto iso = to_iso(day);
    std::erase(iso, '-');
    return iso;
}
/// "vandaag - 10 jaar", "volgende maand - 10 jaar": what the scenarios say in words.
std::string resolve(std::string const& value) {
    auto const words = split_words(value);
    if (words.empty() || (value[0] >= '0' && value[0] <= '9')) return value;
    bool const month = value.find("maand") != std::string::npos;
    int years = 0;
    if (auto const at = value.find(" - "); at != std::string::npos) years = std::stoi(value.substr(at + 3));
    Date day = vandaag;
    if (words[0] == "gisteren") day -= std::chrono::days{1};
    if (words[0] == "morgen") day += std::chrono::days{1};
    if (words[0] == "volgende") day = add_months(day, std::chrono::months{1}, MissingDay::last_of_month);
    if (words[0] == "vorige") day = add_months(day, std::chrono::months{-1}, MissingDay::last_of_month);
    day = add_months(day, std::chrono::months{-12 * years}, MissingDay::last_of_month);
    auto const text = lo(day);
    return month ? text.substr(0, 6) + "00" : text;
}

Naam naam_of(Fields const& f) {
    auto titel = get(f, "adellijke titel of predicaat");
    if (titel.empty()) titel = get(f, "adellijke titel of predikaat");
    return {get(f, "voornamen"), titel, get(f, "voorvoegsel"), get(f, "geslachtsnaam")};
}
Partner partner_of(Fields const& f) {
    return {naam_of(f), get(f, "geslachtsaanduiding"),
            get(f, "datum huwelijkssluiting/aangaan geregistreerd partnerschap"),
            get(f, "datum ontbinding huwelijk/geregistreerd partnerschap"), "H"};
}

void put(Fields& answer, std::string const& key, std::string const& value) {
    if (!value.empty()) answer[key] = value;
}
void put_date(Fields& answer, std::string const& key, std::string const& value) {
    if (value.empty()) return;
    auto const d = PartialDate::parse_lo(resolve(value));
    ASSERT_TRUE(d.has_value()) << value;
    static constexpr std::array<char const*, 4> soorten{"Datum", "JaarMaandDatum", "JaarDatum", "DatumOnbekend"};
    auto const soort = datum_soort(*d);
    answer[key + ".type"] = soorten[static_cast<std::size_t>(soort)];
    answer[key + ".langFormaat"] = lang_formaat(*d);
    if (soort == DatumSoort::datum) answer[key + ".datum"] = d->to_iso();
    if (soort == DatumSoort::onbekend) answer[key + ".onbekend"] = "true";
    if (soort == DatumSoort::jaar || soort == DatumSoort::jaar_maand) answer[key + ".jaar"] = std::to_string(d->year());
    if (soort == DatumSoort::jaar_maand) answer[key + ".maand"] = std::to_string(d->month());
}
void put_name(Fields& answer, std::string const& key, Fields const& f) {
    auto const n = naam_of(f);
    put(answer, key + "voornamen", n.voornamen);
    put(answer, key + "voorvoegsel", n.voorvoegsel);
    if (n.geslachtsnaam != ".") put(answer, key + "geslachtsnaam", n.geslachtsnaam);
    put(answer, key + "voorletters", voorletters(n.voornamen));
    put(answer, key + "volledigeNaam", volledige_naam(n, get(f, "geslachtsaanduiding")));
    if (n.titel.empty()) return;
    put(answer, key + "adellijkeTitelPredicaat.code", n.titel);
    put(answer, key + "adellijkeTitelPredicaat.omschrijving", titel_woord(n.titel, ""));
    put(answer, key + "adellijkeTitelPredicaat.soort", n.titel == "JH" || n.titel == "JV" ? "predicaat" : "titel");
}

/// The facts a scenario gives, and the answer ours gives to them.
struct Wereld {
    Fields persoon, plaats, overlijden, inschrijving, titel;
    std::map<std::string, Fields> named;
    std::string current;
    std::vector<Partner> partners;
    std::map<std::string, Fields> gerelateerd;   // kind, ouder, partner: the last one
    std::vector<std::string> asked;
    std::vector<Fields> partner_velden;   // beside `partners`: what else a scenario says of them

    void take(Step const& step);
    Fields answer(Date day) const;
    bool in_question(std::string const& key) const;
    bool is_asked(std::string const& key) const;
    void onderzoek(Fields& answer) const;
};

void Wereld::take(Step const& step) {
    auto const q = quoted(step.text);
    auto const f = fields_of(step);
    if (step.action) {
        auto text = q.size() == 2 && has(step.text, "wordt gevraagd van") ? q[0] : get(f, "fields");
        for (std::size_t from = 0; from <= text.size();) {
            auto const until = std::min(text.find(',', from), text.size());
            asked.push_back(text.substr(from, until - from));
            from = until + 1;
        }
        return;
    }
    if (has(step.text, "landelijke tabel")) return;
    if (has(step.text, "zijn met elkaar")) {
        partners.push_back(partner_of(named[q[1]]));
        return partner_velden.push_back(named[q[1]]);
    }
    if (has(step.text, "is gewijzigd naar")) {
        if (q[0] == "partner") {
            partners.back() = partner_of(f);
            partner_velden.back() = f;
        }
        if (q[0] == "verblijfstitel") titel = f;
        return;
    }
    if (has(step.text, "verkregen met")) {
        titel = f;
        return;
    }
    if (has(step.text, "de persoon '")) {
        current = q[0];
        return;
    }
    if (step.text == "heeft de volgende gegevens") {
        named[current] = f;
        if (named.size() == 1) persoon = f;
        return;
    }
    std::string const& subject = q.empty() ? step.text : q.back();
    if (has(step.text, "een ouder '")) {
        gerelateerd["ouder"] = f;
        return;
    }
    if (subject == "partner" || subject == "ex-partner") {
        partners.push_back(partner_of(f));
        partner_velden.push_back(f);
        gerelateerd["partner"] = f;
    } else if (subject == "kind")
        gerelateerd["kind"] = f;
    else if (subject == "verblijfplaats" || subject == "adres")
        plaats.insert(f.begin(), f.end());
    else if (subject == "overlijden")
        overlijden = f;
    else if (subject == "inschrijving")
        inschrijving = f;
    else if (subject == "verblijfstitel")
        titel = f;
    else if (has(step.text, "heeft de volgende gegevens"))
        persoon = f;
}

Fields Wereld::answer(Date day) const {
    Fields a;
    Benoemd const wie{naam_of(persoon),
                      get(persoon, "geslachtsaanduiding").empty() ? "O" : get(persoon, "geslachtsaanduiding"),
                      get(persoon, "aanduiding naamgebruik"), partners};
    put(a, "adressering.aanhef", aanhef(wie).value_or(""));
    put(a, "adressering.gebruikInLopendeTekst", lopende_tekst(wie).value_or(""));
    if (auto const w = aanschrijfwijze(wie)) {
        put(a, "adressering.aanschrijfwijze.naam", w->naam);
        put(a, "adressering.aanschrijfwijze.aanspreekvorm", w->aanspreekvorm);
    }
    put_name(a, "naam.", persoon);
    put(a, "naam.aanduidingNaamgebruik.code", wie.naamgebruik);

    Adres adres{get(plaats, "functie adres"),
                get(plaats, "straatnaam"),
                get(plaats, "huisletter"),
                get(plaats, "huisnummertoevoeging"),
                get(plaats, "aanduiding bij huisnummer"),
                get(plaats, "postcode"),
                get(plaats, "woonplaats"),
                get(plaats, "locatiebeschrijving"),
                get(plaats, "huisnummer").empty() ? 0 : std::stoi(get(plaats, "huisnummer"))};
    adres.gemeente = get(plaats, "gemeente van inschrijving");
    adres.land = get(plaats, "land") + get(plaats, "land adres buitenland");
    adres.regel_1 = get(plaats, "regel 1 adres buitenland");
    adres.regel_2 = get(plaats, "regel 2 adres buitenland");
    adres.regel_3 = get(plaats, "regel 3 adres buitenland");
    if (auto const r = adresregels(adres)) {
        for (std::string const& prefix : {std::string{"adressering."}, std::string{"adresseringBinnenland."}}) {
            if (prefix != "adressering." && !adres.land.empty()) continue;
            put(a, prefix + "adresregel1", r->regel_1);
            put(a, prefix + "adresregel2", r->regel_2);
            put(a, prefix + "adresregel3", r->regel_3);
            if (!r->land.empty()) put(a, prefix + "land.code", adres.land);
            put(a, prefix + "land.omschrijving", r->land);
        }
    }
    put_date(a, "geboorte.datum", get(persoon, "geboortedatum"));
    put_date(a, "overlijden.datum", get(overlijden, "datum overlijden"));
    put_date(a, "datumEersteInschrijvingGBA", get(inschrijving, "datum eerste inschrijving GBA"));
    auto const geboren = PartialDate::parse_lo(resolve(get(persoon, "geboortedatum")));
    if (geboren)
        if (auto const jaren = leeftijd(*geboren, overlijden.empty() ? Overleden::nee : Overleden::ja, day))
            a["leeftijd"] = std::to_string(*jaren);
    auto const geheim = get(inschrijving, "indicatie geheim");
    if (!geheim.empty() && geheim != "0") a["geheimhoudingPersoonsgegevens"] = "true";

    auto const code = get(titel, "aanduiding verblijfstitel"), einde = get(titel, "datum einde verblijfstitel");
    auto const tot = einde.empty() ? std::nullopt : std::optional{*PartialDate::parse_lo(resolve(einde))};
    if (verblijfstitel_geldig(code, tot, day)) {
        put(a, "verblijfstitel.aanduiding.code", code);
        put_date(a, "verblijfstitel.datumIngang", get(titel, "datum ingang verblijfstitel"));
        put_date(a, "verblijfstitel.datumEinde", einde);
    }
    for (auto const& [soort, f] : gerelateerd) {
        put_name(a, soort + ".naam.", f);
        put_date(a, soort + ".geboorte.datum", get(f, "geboortedatum"));
        put_date(a, soort + ".datumIngangFamilierechtelijkeBetrekking",
                 get(f, "datum ingang familierechtelijke betrekking"));
    }
    onderzoek(a);
    return a;
}

std::string aanduiding(Fields const& f) { return get(f, "aanduiding in onderzoek"); }
std::string since(Fields const& f) { return get(f, "datum ingang onderzoek"); }
using Gevraagd = std::pair<char const*, Veld>;
constexpr Gevraagd naamvelden[] = {{"voornamen", Veld::voornamen},
                                   {"adellijkeTitelPredicaat", Veld::adellijke_titel},
                                   {"voorvoegsel", Veld::voorvoegsel},
                                   {"geslachtsnaam", Veld::geslachtsnaam},
                                   {"voorletters", Veld::voorletters},
                                   {"volledigeNaam", Veld::volledige_naam},
                                   {"aanduidingNaamgebruik", Veld::naamgebruik}};
constexpr Gevraagd geboortevelden[] = {
    {"datum", Veld::geboortedatum}, {"plaats", Veld::geboorteplaats}, {"land", Veld::geboorteland}};
constexpr Gevraagd titelvelden[] = {
    {"aanduiding", Veld::verblijfstitel}, {"datumIngang", Veld::titel_vanaf}, {"datumEinde", Veld::titel_tot}};
constexpr Gevraagd aanspreekvelden[] = {{"aanhef", Veld::aanhef},
                                        {"aanschrijfwijze", Veld::aanschrijfwijze},
                                        {"gebruikInLopendeTekst", Veld::lopende_tekst}};
constexpr Gevraagd adresvelden[] = {{"adresregel1", Veld::adresregel_1},
                                    {"adresregel2", Veld::adresregel_2},
                                    {"adresregel3", Veld::adresregel_3},
                                    {"land", Veld::adres_land}};

/// The mark comes with a field that was asked, and the day of the investigation with the first mark.
void Wereld::onderzoek(Fields& a) const {
    auto const mark = [&](std::span<Gevraagd const> velden, std::string const& group, Fields const& f,
                          std::string const& day) {
        for (auto const& [name, veld] : velden) {
            if (!is_asked(group + name) || !in_onderzoek(veld, aanduiding(f))) continue;
            a[group + "inOnderzoek." + name] = "true";
            put_date(a, group + "inOnderzoek." + day, since(f));
        }
    };
    mark(naamvelden, "naam.", persoon, "datumIngangOnderzoek");
    mark(geboortevelden, "geboorte.", persoon, "datumIngangOnderzoek");
    mark(titelvelden, "verblijfstitel.", titel, "datumIngangOnderzoek");
    mark(aanspreekvelden, "adressering.", persoon, "datumIngangOnderzoekPersoon");
    constexpr Gevraagd age[] = {{"leeftijd", Veld::leeftijd}};
    mark(age, "", persoon, "datumIngangOnderzoekPersoon");
    if (auto const* deciding = bepalende_partner(partners))
        mark(aanspreekvelden, "adressering.", partner_velden[static_cast<std::size_t>(deciding - partners.data())],
             "datumIngangOnderzoekPartner");
    // In the Netherlands there are two lines and no country.
    std::map<std::string, std::size_t> const lines{{"adressering.", 4}, {"adresseringBinnenland.", 2}};
    for (auto const& [group, count] : lines) {
        mark(std::span{adresvelden}.first(count), group, plaats, "datumIngangOnderzoekVerblijfplaats");
        if (woont_hier_niet(aanduiding(plaats)) && a.contains(group + "inOnderzoek.adresregel1"))
            a[group + "indicatieVastgesteldVerblijftNietOpAdres"] = "true";
    }
    for (auto const& [soort, f] : gerelateerd) {
        // Of a relative the API gives no full name and no use of names.
        mark(std::span{naamvelden}.first(5), soort + ".naam.", f, "datumIngangOnderzoek");
        mark(geboortevelden, soort + ".geboorte.", f, "datumIngangOnderzoek");
    }
}

/// "kinderen.naam" in a question is "kind.naam" in what we keep.
std::string singular(std::string field) {
    for (auto const& [many, one] :
         std::map<std::string, std::string>{{"kinderen", "kind"}, {"ouders", "ouder"}, {"partners", "partner"}})
        if (field.starts_with(many)) return one + field.substr(many.size());
    return field;
}
bool Wereld::is_asked(std::string const& key) const {
    return std::ranges::any_of(asked, [&](std::string const& one) {
        auto const field = singular(one);
        return field == key || key.starts_with(field + ".") || field.starts_with(key + ".");
    });
}

/// The API gives a whole date or table value when a part of it is asked.
bool Wereld::in_question(std::string const& key) const {
    if (key == "geheimhoudingPersoonsgegevens") return true;
    if (has(key, "inOnderzoek.") || has(key, "indicatieVastgesteld")) return true;   // made for what was asked only
    for (auto const& one : asked) {
        auto field = singular(one);
        for (std::string_view group : {"datum", "datumIngang", "datumEinde", "aanduiding", "adellijkeTitelPredicaat",
                                       "aanduidingNaamgebruik", "land", "datumIngangFamilierechtelijkeBetrekking"}) {
            auto const at = field.find("." + std::string{group} + ".");
            if (at != std::string::npos) field = field.substr(0, at + 1 + group.size());
        }
        if (key == field || key.starts_with(field + ".")) return true;
    }
    return false;
}

/// Where the fields of an outcome live in the answer: "adressering.", "kind.naam.", or the person itself.
std::string prefix_of(Step const& step) {
    auto const q = quoted(step.text);
    std::string prefix;
    for (auto const& word : q)
        if (word != "Jo" && word != "Joan" && word != "Robin") prefix += word + ".";
    return prefix;
}

void check_outcome(Wereld const& w, Fields const& answer, Step const& step) {
    auto const& text = step.text;
    auto prefix = prefix_of(step);
    for (auto const& field : w.asked)
        if (prefix == "adressering." && field.starts_with("adresseringBinnenland")) prefix = "adresseringBinnenland.";
    bool const none = has(text, "zonder") || has(text, "leeg") || has(text, "geen '");
    auto const expected = none ? Fields{} : fields_of(step);
    for (auto const& [key, value] : expected) {
        // Labels of table 56 and of the use of names are shorter here on purpose; the rest must be literally the same.
        if (key == "aanduiding.omschrijving" || key == "aanduidingNaamgebruik.omschrijving") continue;
        if (key == "burgerservicenummer" || key.starts_with("opschorting")) continue;
        if (prefix == "opschortingBijhouding." || prefix.starts_with("verblijfplaats.")) continue;
        EXPECT_EQ(get(answer, prefix + key), value) << prefix << key;
    }
    if (!none && !has(text, "alleen")) return;
    for (auto const& [key, value] : answer)
        if (key.starts_with(prefix) && w.in_question(key) && !expected.contains(key.substr(prefix.size())))
            ADD_FAILURE() << "not asked for or must stay away: " << key << " = " << value;
}

/// Which of our subjects a file is about; nothing: see `why_not`.
std::optional<std::string> subject_of(std::string const& file) {
    static std::vector<std::pair<std::string, std::string>> const subjects{
        {"/fout-cases", ""},
        {"-fout-cases", ""},
        {"/verblijfplaats/", ""},
        {"/immigratie/", ""},
        {"/nationaliteit/", ""},
        {"/adressering/in-onderzoek", "aanspreekvorm in onderzoek"},
        {"/adres-regels/in-onderzoek", "adresregels in onderzoek"},
        {"/adres-regels/vastgesteld", "adresregels, woont daar niet"},
        {"/leeftijd/in-onderzoek", "leeftijd in onderzoek"},
        {"/naam/in-onderzoek", "naam in onderzoek"},
        {"/geboorte/in-onderzoek", "geboorte in onderzoek"},
        {"/verblijfstitel/in-onderzoek", "verblijfstitel in onderzoek"},
        {"/aanhef/", "aanhef"},
        {"/aanschrijfwijze/", "aanschrijfwijze"},
        {"/gebruikinlopendetekst/", "gebruikInLopendeTekst"},
        {"/voorletters", "voorletters"},
        {"/volledigeNaam", "volledigeNaam"},
        {"/naam/fields", "naam en naamgebruik"},
        {"/adres-regels/", "adresregels"},
        {"/persoon/datum", "datum"},
        {"/leeftijd/", "leeftijd"},
        {"/geboorte/fields", "geboortedatum"},
        {"/verblijfstitel/", "verblijfstitel"},
        {"/geheimhouding/", "geheimhouding"}};
    for (auto const& [part, subject] : subjects)
        if (has(file, part)) return subject.empty() ? std::nullopt : std::optional{subject};
    return std::nullopt;
}

/// Why a scenario does not run here. None of these is about a name, an address line or an age.
std::string why_not(Scenario const& s) {
    static std::vector<std::pair<std::string, std::string>> const reasons{
        {"fout-cases", "refuses parameters of the API itself"},
        {"lege-waarden", "which empty fields the API leaves out of its answer"},
        {"/verblijfplaats/", "parts of an address and their dates, passed on; the lines made of them run"},
        {"/nationaliteit/", "nationality, passed on"},
        {"/immigratie/", "immigration: not held here"},
        {"/opschorting", "suspension, passed on"},
        {"/geboorte/", "place and country of birth, passed on"}};
    bool const refused = std::ranges::any_of(s.steps, [](Step const& step) { return has(step.text, "een object"); });
    if (refused) return reasons.front().second;
    for (auto const& [part, reason] : reasons)
        if (has(s.file, part)) return reason;
    return "";
}
/// Where and in which country somebody was born is passed on, not reckoned; refusals of API parameters are not ours.
bool api_only(Scenario const& s) {
    bool const onderzoek = has(s.file, "in-onderzoek");
    for (auto const& step : s.steps) {
        if (has(step.text, "een object")) return true;
        auto const asked = step.action ? get(fields_of(step), "fields") : std::string{};
        if (!onderzoek && (has(asked, ".plaats") || (has(asked, "geboorte") && has(asked, ".land")))) return true;
    }
    return false;
}

TEST(BrpApiPersonen, scenarios) {
    auto const path = shared_data() / "brp" / "scenarios.jsonl";
    std::ifstream in{path};
    if (!in) GTEST_SKIP() << "scenarios.jsonl is not here (set MEEDOEN_SHARED): " << path;
    std::map<std::string, int> ran, left_out;
    for (std::string line; std::getline(in, line);) {
        auto const parsed = json::Value::parse(line);
        ASSERT_TRUE(parsed.has_value());
        auto const s = read(*parsed);
        auto const subject = subject_of(s.file);
        if (!subject || api_only(s)) {
            auto const reason = why_not(s);
            EXPECT_FALSE(reason.empty()) << "left out without a reason: " << s.file << " | " << s.name;
            ++left_out[reason];
            continue;
        }
        SCOPED_TRACE(s.file + " | " + s.name);
        Wereld w;
        Date const day = op(s);
        for (auto const& step : s.steps)
            if (!step.outcome) w.take(step);
        auto const answer = w.answer(day);
        for (auto const& step : s.steps)
            if (step.outcome) check_outcome(w, answer, step);
        ++ran[*subject];
    }
    int total = 0, skipped = 0;
    for (auto const& [subject, n] : ran) {
        std::cout << "  ran " << n << " of " << subject << "\n";
        total += n;
    }
    for (auto const& [reason, n] : left_out) {
        std::cout << "  not here " << n << ": " << reason << "\n";
        skipped += n;
    }
    std::cout << "  " << total << " scenarios ran, " << skipped << " did not\n";
    EXPECT_EQ(total + skipped, 1584);
    EXPECT_GE(total, 998);
}
}
}
