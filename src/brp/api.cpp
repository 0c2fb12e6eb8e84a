#include "brp/api.h"

#include "brp/soort.h"
#include "brp/tekst.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"

namespace brp {
using i18n::N_;
using json::Value;

namespace {
/// One person of the answer. Every field is optional there: a reader gets only what it asked for.
class Lezer {
public:
    Lezer(Value const& persoon, int regel) : v_{persoon}, regel_{regel} {}
    Result<Persoon, Weigering> persoon();

private:
    void refuse(std::string_view veld, std::string_view reden) {
        if (!weigering_) weigering_ = Weigering{regel_, veld, reden};
    }
    static std::optional<Value> object(Value const& v, std::string_view name) {
        auto const m = v.member(name);
        return m && m->is_object() ? m : std::nullopt;
    }
    std::string text(Value const& v, std::string_view name, std::string_view veld);
    std::string code(Value const& v, std::string_view name, std::string_view veld);
    PartialDate date(Value const& v, std::string_view name, std::string_view veld);
    std::string date_text(Value const& v, std::string_view name, std::string_view veld);
    std::optional<Bsn> bsn(Value const& v);
    Naam naam(Value const& v);
    void nationality(Persoon&);
    void address(Persoon&);
    void inland(Value const& at, Adres&);
    void family(Persoon&, std::string_view member, std::string_view soort);

    Value const& v_;
    int regel_;
    std::optional<Weigering> weigering_;
};

std::string Lezer::text(Value const& v, std::string_view name, std::string_view veld) {
    auto const m = v.member(name);
    if (!m || m->is_null()) return {};
    if (!m->is_string()) {
        refuse(veld, N_("dit is geen tekst."));
        return {};
    }
    auto value = m->as_text();
    if (!schone_tekst(value)) refuse(veld, N_("er staan tekens in die niet mogen."));
    if (lengte(value) > langste_naam) refuse(veld, N_("dit is langer dan 200 tekens."));
    return value;
}

std::string Lezer::code(Value const& v, std::string_view name, std::string_view veld) {
    auto const m = object(v, name);
    return m ? text(*m, "code", veld) : std::string{};
}

PartialDate Lezer::date(Value const& v, std::string_view name, std::string_view veld) {
    auto const m = object(v, name);
    if (!m) return {};
    std::string iso = "0000-00-00";
    if (auto const whole = m->text("datum")) {
        iso = *whole;
    } else if (auto const year = m->integer("jaar")) {
        iso = fmt::format("{:04}-{:02}-00", *year, m->integer("maand").value_or(0));
    }
    auto const parsed = PartialDate::parse(iso);
    if (parsed) return *parsed;
    refuse(veld, parsed.error() == PartialDateRefusal::no_such_day ? N_("deze dag bestaat niet.")
                                                                   : N_("dit is geen datum (JJJJ-MM-DD)."));
    return {};
}

std::string Lezer::date_text(Value const& v, std::string_view name, std::string_view veld) {
    return object(v, name) ? date(v, name, veld).to_iso() : std::string{};
}

std::optional<Bsn> Lezer::bsn(Value const& v) {
    auto const digits = text(v, "burgerservicenummer", N_("Burgerservicenummer"));
    if (digits.empty()) return std::nullopt;
    auto const parsed = Bsn::parse(digits);
    if (parsed) return *parsed;
    refuse(N_("Burgerservicenummer"), parsed.error() == BsnRefusal::fails_eleven_test
                                          ? N_("dit nummer voldoet niet aan de elfproef.")
                                          : N_("dit zijn geen negen cijfers."));
    return std::nullopt;
}

Naam Lezer::naam(Value const& v) {
    auto const n = object(v, "naam");
    if (!n) return {};
    return {text(*n, "voornamen", N_("Voornamen")), code(*n, "adellijkeTitelPredicaat", N_("Adellijke titel")),
            text(*n, "voorvoegsel", N_("Voorvoegsel")), text(*n, "geslachtsnaam", N_("Geslachtsnaam"))};
}

void Lezer::nationality(Persoon& p) {
    auto const all = v_.member("nationaliteiten");
    if (!all) return;
    for (auto const& n : all->elements()) {
        auto const type = n.text("type").value_or("");
        auto const known = code(n, "nationaliteit", N_("Nationaliteit"));
        auto const value = type == "Staatloos"                    ? "0499"
                           : type == "BehandeldAlsNederlander"    ? "0002"
                           : type == "VastgesteldNietNederlander" ? "0500"
                           : type == "NationaliteitOnbekend"      ? "0000"
                                                                  : known;
        if (!value.empty())
            p.nationaliteiten.emplace_back(value, date_text(n, "datumIngangGeldigheid", N_("Nationaliteit vanaf")));
    }
}

void Lezer::inland(Value const& at, Adres& a) {
    a.straat = text(at, "korteStraatnaam", N_("Straat"));
    if (a.straat.empty()) a.straat = text(at, "officieleStraatnaam", N_("Straat"));
    auto const number = at.integer("huisnummer").value_or(0);
    if (number < 0 || number > 99'999)
        refuse(N_("Huisnummer"), N_("dit is geen huisnummer."));
    else
        a.huisnummer = static_cast<int>(number);
    a.huisletter = text(at, "huisletter", N_("Huisletter"));
    a.toevoeging = text(at, "huisnummertoevoeging", N_("Toevoeging"));
    a.aanduiding = code(at, "aanduidingBijHuisnummer", N_("Aanduiding bij huisnummer"));
    a.postcode = text(at, "postcode", N_("Postcode"));
    a.woonplaats = text(at, "woonplaats", N_("Woonplaats"));
    a.locatie = text(at, "locatiebeschrijving", N_("Locatie"));
}

void Lezer::address(Persoon& p) {
    auto const place = object(v_, "verblijfplaats");
    auto const at = place ? object(*place, "verblijfadres") : std::nullopt;
    if (!at) return;
    Adres a;
    a.functie = code(*place, "functieAdres", N_("Functie adres"));
    if (a.functie != "B") a.functie = "W";
    a.gemeente = p.gemeente;
    inland(*at, a);
    a.land = code(*at, "land", N_("Land"));
    a.regel_1 = text(*at, "regel1", N_("Adres buitenland"));
    a.regel_2 = text(*at, "regel2", N_("Adres buitenland"));
    a.regel_3 = text(*at, "regel3", N_("Adres buitenland"));
    a.vanaf = date_text(*place, "datumVan", N_("Adres vanaf"));
    if (!a.straat.empty() || !a.locatie.empty() || !a.land.empty()) p.adres = a;
}

void Lezer::family(Persoon& p, std::string_view member, std::string_view soort) {
    auto const all = v_.member(member);
    if (!all) return;
    for (auto const& relative : all->elements()) {
        Gezinslid g;
        g.soort = soort;
        g.naam = naam(relative);
        if (auto const b = bsn(relative)) g.bsn = b->digits();
        if (g.naam.voornamen.empty() && (g.naam.geslachtsnaam.empty() || g.naam.geslachtsnaam == ".") && g.bsn.empty())
            continue;
        g.geslacht = code(relative, "geslacht", N_("Geslacht familielid"));
        if (auto const born = object(relative, "geboorte"))
            g.geboren = date(*born, "datum", N_("Geboortedatum familielid"));
        g.verbintenis = code(relative, "soortVerbintenis", N_("Soort verbintenis"));
        g.vanaf = date_text(relative, "datumIngangFamilierechtelijkeBetrekking", N_("Ouder vanaf"));
        if (auto const start = object(relative, "aangaanHuwelijkPartnerschap"))
            g.vanaf = date_text(*start, "datum", N_("Datum huwelijk"));
        if (auto const end = object(relative, "ontbindingHuwelijkPartnerschap"))
            g.tot = date_text(*end, "datum", N_("Datum ontbinding"));
        p.gezin.push_back(std::move(g));
    }
}

Result<Persoon, Weigering> Lezer::persoon() {
    if (!v_.is_object()) return unexpected{Weigering{regel_, {}, N_("dit is geen persoon.")}};
    Persoon p;
    p.bsn = bsn(v_);
    p.a_nummer = text(v_, "aNummer", N_("A-nummer"));
    if (!p.bsn && p.a_nummer.empty()) refuse({}, N_("er staat geen burgerservicenummer en geen A-nummer."));
    p.naam = naam(v_);
    if (p.naam.voornamen.empty() && p.naam.geslachtsnaam.empty()) refuse(N_("Naam"), N_("er staat geen naam."));
    if (auto const n = object(v_, "naam"))
        if (auto const use = code(*n, "aanduidingNaamgebruik", N_("Naamgebruik")); !use.empty()) p.naamgebruik = use;
    if (auto const sex = code(v_, "geslacht", N_("Geslacht")); !sex.empty()) p.geslacht = sex;
    if (std::string_view{"EPVN"}.find(p.naamgebruik) == std::string_view::npos || p.naamgebruik.size() != 1)
        refuse(N_("Naamgebruik"), N_("deze code bestaat niet."));
    if (std::string_view{"MVO"}.find(p.geslacht) == std::string_view::npos || p.geslacht.size() != 1)
        refuse(N_("Geslacht"), N_("deze code bestaat niet."));
    if (auto const born = object(v_, "geboorte")) {
        p.geboren = date(*born, "datum", N_("Geboortedatum"));
        auto const place = code(*born, "plaats", N_("Geboorteplaats"));
        auto const town = object(*born, "plaats");
        p.geboorteplaats = place.empty() && town ? text(*town, "omschrijving", N_("Geboorteplaats")) : place;
        p.geboorteland = code(*born, "land", N_("Geboorteland"));
    }
    if (auto const died = object(v_, "overlijden")) p.overleden = date(*died, "datum", N_("Datum overlijden"));
    // The API says only that there is secrecy, not which kind: the widest kind is the safe reading.
    if (v_.boolean("geheimhoudingPersoonsgegevens").value_or(false)) p.geheimhouding = 7;
    if (auto const s = object(v_, "opschortingBijhouding")) p.opschorting = code(*s, "reden", N_("Reden opschorting"));
    p.gemeente = code(v_, "gemeenteVanInschrijving", N_("Gemeente"));
    p.ingeschreven_op = date_text(v_, "datumInschrijvingInGemeente", N_("Datum inschrijving"));
    if (auto const t = object(v_, "verblijfstitel")) {
        p.verblijfstitel = code(*t, "aanduiding", N_("Verblijfstitel"));
        p.titel_vanaf = date_text(*t, "datumIngang", N_("Verblijfstitel vanaf"));
        p.titel_tot = date_text(*t, "datumEinde", N_("Verblijfstitel tot"));
    }
    nationality(p);
    address(p);
    family(p, "ouders", "ouder");
    family(p, "partners", "partner");
    family(p, "kinderen", "kind");
    if (weigering_) return unexpected{*weigering_};
    return p;
}

std::string_view why(json::ParseRefusal refusal) {
    switch (refusal) {
    case json::ParseRefusal::torn: return N_("dit is geen volledige JSON.");
    case json::ParseRefusal::too_deep: return N_("de JSON is te diep genest.");
    case json::ParseRefusal::duplicate_key: return N_("een naam komt twee keer voor in de JSON.");
    case json::ParseRefusal::not_utf8: return N_("de tekens zijn geen geldig UTF-8.");
    case json::ParseRefusal::number_out_of_range: return N_("er staat een onmogelijk getal in de JSON.");
    }
    return {};
}

/// Persons inside one JSON value; `line` 0: count them, else that line holds them all.
bool take_value(Value const& v, int line, std::function<void(ApiGelezen)> const& take) {
    auto const inner = v.is_object() ? v.member("personen") : std::nullopt;
    if (inner && !inner->is_array()) return false;
    bool const one = v.is_object() && !inner;
    if (one && !v.member("burgerservicenummer") && !v.member("naam") && !v.member("aNummer")) return false;
    if (!one && !inner && !v.is_array()) return false;
    auto const list = one ? std::vector<Value>{v} : (inner ? *inner : v).elements();
    int number = 0;
    for (auto const& person : list) {
        int const at = line > 0 ? line : ++number;
        take({at, Lezer{person, at}.persoon()});
    }
    return true;
}
}

std::optional<std::string> lees_api(std::string_view text, std::function<void(ApiGelezen)> const& take) {
    text = zonder_bom(text);
    if (auto const wrong = geen_tekst(text.substr(0, 4096))) return std::string{*wrong};
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || (text[first] != '{' && text[first] != '['))
        return std::string{N_("Dit is geen JSON: het bestand begint niet met { of [.")};
    auto const whole = Value::parse(text);
    if (whole) {
        if (take_value(*whole, 0, take)) return std::nullopt;
        return std::string{
            N_("Dit is JSON, maar geen antwoord van de BRP API Personen (er is geen lijst 'personen').")};
    }
    // Not one value: perhaps one a line. A file of a single line that cannot be read is refused as a whole.
    if (text.substr(first).find('\n') == std::string_view::npos) return std::string{capitalised(why(whole.error()))};
    int number = 0;
    for (std::size_t from = 0; from < text.size();) {
        auto const until = std::min(text.find('\n', from), text.size());
        auto line = text.substr(from, until - from);
        from = until + 1;
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        auto const value = Value::parse(line);
        if (!value)
            take({number, unexpected{Weigering{number, {}, why(value.error())}}});
        else if (!take_value(*value, number, take))
            take({number, unexpected{Weigering{number, {}, N_("dit is geen persoon.")}}});
    }
    return std::nullopt;
}
}
