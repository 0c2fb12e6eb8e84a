#include "brp/lijst_velden.h"

#include "brp/a_nummer.h"
#include "brp/tekst.h"
#include "platform/i18n/i18n.h"

#include <algorithm>
#include <charconv>

namespace brp {
using i18n::N_;

namespace {
std::string column_of(std::string_view category, std::string_view element) {
    return std::string{category} + "." + std::string{element};
}
bool digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}
}

std::vector<std::size_t> Velden::current(std::string_view category) const {
    std::vector<std::size_t> rows{0};
    auto const marker = column_of(category, "H");
    for (std::size_t row = 0; row + 1 < rijen_.size() && !cell(row, marker).empty(); ++row)
        if (cell(row, marker) == category) rows.push_back(row + 1);
    return rows;
}

std::optional<std::size_t> Velden::history_of(std::string_view category, std::size_t row) const {
    auto const& marker = cell(row, column_of(category, "H"));
    if (row + 1 >= rijen_.size() || marker.empty() || marker == category) return std::nullopt;
    return row + 1;
}

std::string const& Velden::cell(std::size_t row, std::string_view column) const {
    static std::string const none;
    auto const at = kolommen_.find(column);
    return at == kolommen_.end() ? none : rijen_[row][at->second];
}

void Velden::refuse(std::size_t row, std::string_view veld, std::string_view reden) {
    if (!weigering_) weigering_ = Weigering{regels_[row], veld, reden};
}

std::string Velden::text(std::size_t row, std::string_view column, std::string_view veld) {
    auto const& value = cell(row, column);
    if (!schone_tekst(value)) refuse(row, veld, N_("er staan tekens in die niet mogen."));
    if (lengte(value) > langste_naam) refuse(row, veld, N_("dit is langer dan 200 tekens."));
    return value;
}

PartialDate Velden::date(std::size_t row, std::string_view column, std::string_view veld) {
    auto const& value = cell(row, column);
    if (value.find_first_not_of(' ') == std::string::npos) return {};
    auto const parsed = PartialDate::parse_lo(value);
    if (parsed) return *parsed;
    switch (parsed.error()) {
    case PartialDateRefusal::not_a_date: refuse(row, veld, N_("dit is geen datum (JJJJMMDD).")); break;
    case PartialDateRefusal::no_such_day: refuse(row, veld, N_("deze dag bestaat niet.")); break;
    case PartialDateRefusal::day_without_month: refuse(row, veld, N_("de dag is ingevuld, maar de maand niet.")); break;
    case PartialDateRefusal::month_without_year:
        refuse(row, veld, N_("de maand is ingevuld, maar het jaar niet."));
        break;
    }
    return {};
}

std::string Velden::date_text(std::size_t row, std::string_view column, std::string_view veld) {
    return cell(row, column).empty() ? std::string{} : date(row, column, veld).to_iso();
}

std::string Velden::code(std::size_t row, std::string_view column, std::string_view veld, std::string_view allowed) {
    auto const& value = cell(row, column);
    bool const known = value.empty() || (value.size() == 1 && allowed.find(value[0]) != std::string_view::npos);
    if (!known) refuse(row, veld, N_("deze code bestaat niet."));
    return known ? value : std::string{};
}

std::optional<Bsn> Velden::bsn(std::size_t row, std::string_view column) {
    auto const& value = cell(row, column);
    if (value.empty()) return std::nullopt;
    auto const parsed = Bsn::parse(value);
    if (parsed) return *parsed;
    refuse(row, N_("Burgerservicenummer"),
           parsed.error() == BsnRefusal::fails_eleven_test ? N_("dit nummer voldoet niet aan de elfproef.")
                                                           : N_("dit zijn geen negen cijfers."));
    return std::nullopt;
}

Naam Velden::naam(std::size_t row, std::string_view category) {
    Naam n{text(row, column_of(category, "02.10"), N_("Voornamen")), cell(row, column_of(category, "02.20")),
           text(row, column_of(category, "02.30"), N_("Voorvoegsel")),
           text(row, column_of(category, "02.40"), N_("Geslachtsnaam"))};
    if (n.titel.size() > 2) refuse(row, N_("Adellijke titel"), N_("deze code bestaat niet."));
    return n;
}

void Velden::identity(Persoon& p) {
    p.bsn = bsn(0, "01.01.20");
    p.a_nummer = cell(0, "01.01.10");
    if (!p.a_nummer.empty() && !a_nummer_klopt(p.a_nummer)) refuse(0, N_("A-nummer"), N_("dit nummer klopt niet."));
    if (!p.bsn && p.a_nummer.empty() && !weigering_)
        refuse(0, {}, N_("er staat geen burgerservicenummer en geen A-nummer."));
    p.naam = naam(0, "01");
    if (p.naam.voornamen.empty() && p.naam.geslachtsnaam.empty()) refuse(0, N_("Naam"), N_("er staat geen naam."));
    p.geboren = date(0, "01.03.10", N_("Geboortedatum"));
    p.geboorteplaats = text(0, "01.03.20", N_("Geboorteplaats"));
    p.geboorteland = cell(0, "01.03.30");
    if (auto const g = code(0, "01.04.10", N_("Geslacht"), "MVO"); !g.empty()) p.geslacht = g;
    if (auto const n = code(0, "01.61.10", N_("Naamgebruik"), "EPVN"); !n.empty()) p.naamgebruik = n;
    if (!cell(0, "06.08.10").empty()) p.overleden = date(0, "06.08.10", N_("Datum overlijden"));
}

void Velden::nationality(Persoon& p) {
    for (auto const row : current("04")) {
        auto const& nationality = cell(row, "04.05.10");
        // A row without nationality is one that ended, or the special status B or V instead of one.
        auto const& special = cell(row, "04.65.10");
        auto const from = date_text(row, "04.85.10", N_("Nationaliteit vanaf"));
        if (!nationality.empty())
            p.nationaliteiten.emplace_back(nationality, from);
        else if (special == "B")
            p.nationaliteiten.emplace_back("0002", from);
        else if (special == "V")
            p.nationaliteiten.emplace_back("0500", from);
    }
}

void Velden::registration(Persoon& p) {
    auto const secrecy = code(0, "07.70.10", N_("Indicatie geheim"), "01234567");
    p.geheimhouding = secrecy.empty() ? 0 : secrecy[0] - '0';
    p.opschorting = code(0, "07.67.20", N_("Reden opschorting"), "ERMOFW.");
    p.gemeente = cell(0, "08.09.10");
    p.ingeschreven_op = date_text(0, "08.09.20", N_("Datum inschrijving"));
}

void Velden::residence(Persoon& p) {
    p.verblijfstitel = cell(0, "10.39.10");
    if (!p.verblijfstitel.empty() && (p.verblijfstitel.size() != 2 || !digits(p.verblijfstitel)))
        refuse(0, N_("Verblijfstitel"), N_("deze code bestaat niet."));
    p.titel_vanaf = date_text(0, "10.39.30", N_("Verblijfstitel vanaf"));
    p.titel_tot = date_text(0, "10.39.20", N_("Verblijfstitel tot"));
}

void Velden::address(Persoon& p) {
    Adres a;
    a.functie = cell(0, "08.10.10").empty() ? "W" : cell(0, "08.10.10");
    if (a.functie != "W" && a.functie != "B") refuse(0, N_("Functie adres"), N_("deze code bestaat niet."));
    a.straat = text(0, "08.11.10", N_("Straat"));
    a.huisletter = text(0, "08.11.30", N_("Huisletter"));
    a.toevoeging = text(0, "08.11.40", N_("Toevoeging"));
    a.aanduiding = cell(0, "08.11.50");
    a.postcode = text(0, "08.11.60", N_("Postcode"));
    a.woonplaats = text(0, "08.11.70", N_("Woonplaats"));
    a.locatie = text(0, "08.12.10", N_("Locatie"));
    a.gemeente = p.gemeente;
    auto const& number = cell(0, "08.11.20");
    if (!number.empty()) {
        auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), a.huisnummer);
        if (error != std::errc{} || end != number.data() + number.size() || a.huisnummer < 0 || a.huisnummer > 99'999)
            refuse(0, N_("Huisnummer"), N_("dit is geen huisnummer."));
    }
    a.land = cell(0, "08.13.10");
    a.regel_1 = text(0, "08.13.30", N_("Adres buitenland"));
    a.regel_2 = text(0, "08.13.40", N_("Adres buitenland"));
    a.regel_3 = text(0, "08.13.50", N_("Adres buitenland"));
    a.vanaf = date_text(0, a.land.empty() ? "08.10.30" : "08.13.20", N_("Adres vanaf"));
    if (!a.straat.empty() || !a.locatie.empty() || !a.land.empty()) p.adres = a;
}

Gezinslid Velden::relative(std::size_t row, std::string_view category, std::string_view soort) {
    Gezinslid g;
    g.soort = soort;
    g.naam = naam(row, category);
    if (auto const b = bsn(row, column_of(category, "01.20"))) g.bsn = b->digits();
    g.a_nummer = cell(row, column_of(category, "01.10"));
    g.geslacht = code(row, column_of(category, "04.10"), N_("Geslacht familielid"), "MVO");
    g.geboren = date(row, column_of(category, "03.10"), N_("Geboortedatum familielid"));
    return g;
}

void Velden::family(Persoon& p) {
    auto const somebody = [&](std::size_t row, std::string_view category) {
        auto const& name = cell(row, column_of(category, "02.40"));
        return !cell(row, column_of(category, "02.10")).empty() || (!name.empty() && name != ".");
    };
    for (std::string_view const category : {"02", "03"})
        if (somebody(0, category)) {
            p.gezin.push_back(relative(0, category, "ouder"));
            p.gezin.back().vanaf = date_text(0, column_of(category, "62.10"), N_("Ouder vanaf"));
        }
    for (auto const row : current("05")) {
        if (!somebody(row, "05")) continue;
        auto g = relative(row, "05", "partner");
        g.verbintenis = code(row, "05.15.10", N_("Soort verbintenis"), "HP");
        g.vanaf = date_text(row, "05.06.10", N_("Datum huwelijk"));
        g.tot = date_text(row, "05.07.10", N_("Datum ontbinding"));
        // A dissolved marriage no longer tells when it began: its history does.
        if (auto const before = history_of("05", row); g.vanaf.empty() && before)
            g.vanaf = date_text(*before, "05.06.10", N_("Datum huwelijk"));
        p.gezin.push_back(std::move(g));
    }
    for (auto const row : current("09"))
        // L: a child that was born lifeless. It belongs to the parents' register, not to a family file.
        if (somebody(row, "09") && cell(row, "09.89.10") != "L") p.gezin.push_back(relative(row, "09", "kind"));
}

Result<Persoon, Weigering> Velden::persoon() {
    Persoon p;
    identity(p);
    nationality(p);
    registration(p);
    residence(p);
    address(p);
    family(p);
    if (weigering_) return unexpected{*weigering_};
    return p;
}
}
