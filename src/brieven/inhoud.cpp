#include "brieven/inhoud.h"

#include "brieven/taal.h"
#include "kernel/check.h"

namespace brieven {
namespace {
using Rij = std::map<std::string, std::string>;
constexpr std::size_t meeste_rijen = 200;   // of one list

Veld const* veld_van(std::span<Veld const> list, std::string_view name) {
    auto const found = std::ranges::find(list, name, &Veld::naam);
    return found == list.end() ? nullptr : &*found;
}
Lijst const* lijst_van(Soort soort, std::string_view name) {
    auto const all = lijsten(soort);
    auto const found = std::ranges::find(all, name, &Lijst::naam);
    return found == all.end() ? nullptr : &*found;
}
std::string value_in(Rij const& row, std::string const& name) {
    auto const found = row.find(name);
    return found == row.end() ? std::string{} : found->second;
}

std::string lower(std::string_view text) {
    std::string out{text};
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

class Vuller {
public:
    Vuller(Soort soort, Waarden const& waarden, Rij const& vast, std::string_view taal)
        : soort_{soort}, waarden_{waarden}, vast_{vast}, taal_{taal} {}

    Regel line(Zin const& zin) const {
        Regel out;
        for (auto const& stuk : zin) {
            if (stuk.soort == Stuk::Soort::tekst)
                out.push_back({stuk.tekst, {}, stuk.vet});
            else
                add_value(out, stuk);
        }
        return out;
    }
    void add(std::vector<Deel>& out, std::vector<Knoop> const& nodes) {
        for (auto const& node : nodes) one(out, node);
    }

private:
    struct Gevonden {
        std::string waarde;
        Veldsoort soort = Veldsoort::tekst;
    };
    /// A column of the row we are in goes before a field.
    Gevonden find(std::string const& name) const {
        if (lijst_)
            if (auto const* column = veld_van(lijst_->velden, name)) return {value_in(*rij_, name), column->soort};
        if (auto const* own = veld_van(velden(soort_), name)) return {value_in(waarden_.velden, name), own->soort};
        if (auto const* fixed = veld_van(vaste_velden(), name)) return {value_in(vast_, name), fixed->soort};
        return {};
    }
    /// A text may have several lines: each break stays one.
    void add_value(Regel& out, Stuk const& stuk) const {
        auto const found = find(stuk.tekst);
        if (found.waarde.empty()) return;
        bool const dutch = found.soort == Veldsoort::tekst && taal_ != "nl";
        out.push_back({schrijf(found.soort, found.waarde, taal_), dutch ? "nl" : "", stuk.vet, true});
    }
    bool holds(std::string const& name) const {
        if (waarden_.blokken.contains(name)) return true;
        if (auto const list = waarden_.lijsten.find(name); list != waarden_.lijsten.end()) return !list->second.empty();
        return !find(name).waarde.empty();
    }
    std::vector<Rij> const& rows_of(std::string const& name) const {
        static std::vector<Rij> const none;
        auto const found = waarden_.lijsten.find(name);
        return found == waarden_.lijsten.end() ? none : found->second;
    }
    /// Calls `what` for every row, with its columns in reach.
    template <class F> void each_row(std::string const& name, F&& what) {
        lijst_ = lijst_van(soort_, name);
        for (auto const& row : rows_of(name)) {
            rij_ = &row;
            what();
        }
        lijst_ = nullptr;
        rij_ = nullptr;
    }
    void one(std::vector<Deel>& out, Knoop const& node);
    void table(std::vector<Deel>& out, Knoop const& node);

    Soort soort_;
    Waarden const& waarden_;
    Rij const& vast_;
    std::string_view taal_;
    Lijst const* lijst_ = nullptr;
    Rij const* rij_ = nullptr;
};

void Vuller::one(std::vector<Deel>& out, Knoop const& node) {
    switch (node.soort) {
    case Knoop::Soort::kop: out.push_back({Deel::Soort::kop, {line(node.zinnen.front())}, {}}); break;
    case Knoop::Soort::alinea: {
        Deel part{Deel::Soort::alinea, {}, {}};
        // A line of fields that are all empty leaves nothing.
        for (auto const& zin : node.zinnen)
            if (auto text = line(zin); !text.empty()) part.regels.push_back(std::move(text));
        if (!part.regels.empty()) out.push_back(std::move(part));
        break;
    }
    case Knoop::Soort::punt: {
        auto text = line(node.zinnen.front());
        if (text.empty()) break;
        if (out.empty() || out.back().soort != Deel::Soort::punten) out.push_back({Deel::Soort::punten, {}, {}});
        out.back().regels.push_back(std::move(text));
        break;
    }
    case Knoop::Soort::als: add(out, holds(node.naam) != node.niet ? node.ja : node.nee); break;
    case Knoop::Soort::lijst: each_row(node.naam, [&] { add(out, node.ja); }); break;
    case Knoop::Soort::tabel: table(out, node); break;
    }
}

void Vuller::table(std::vector<Deel>& out, Knoop const& node) {
    if (rows_of(node.naam).empty()) return;
    Deel part{Deel::Soort::tabel, {}, {}};
    for (auto const& cell : node.kolommen) part.regels.push_back(line(cell));
    each_row(node.naam, [&] {
        std::vector<Regel> row;
        for (auto const& cell : node.zinnen) row.push_back(line(cell));
        part.rijen.push_back(std::move(row));
    });
    out.push_back(std::move(part));
}

bool fits(Veld const& veld, std::string const& value) {
    if (value.empty()) return !veld.verplicht;
    constexpr std::size_t time_length = 5;
    if (veld.soort == Veldsoort::datum || veld.soort == Veldsoort::weekdag) return parse_date(value).has_value();
    if (veld.soort == Veldsoort::tijd) return value.size() == time_length && value[2] == ':';
    if (veld.soort == Veldsoort::getal) return value.find_first_not_of("0123456789") == std::string::npos;
    return true;
}
std::optional<std::string> odd_in(std::span<Veld const> known, Rij const& given) {
    for (auto const& [name, value] : given)
        if (!veld_van(known, name)) return name;
    for (auto const& veld : known)
        if (!fits(veld, value_in(given, std::string{veld.naam}))) return std::string{veld.naam};
    return std::nullopt;
}
}

Gevuld vul(Sjabloon const& sjabloon, Soort soort, Waarden const& waarden,
           std::map<std::string, std::string> const& vast, std::string_view taal) {
    Vuller filler{soort, waarden, vast, taal};
    Gevuld out;
    out.titel = filler.line(sjabloon.titel);
    for (auto const& s : sjabloon.secties) {
        Gevuld::Sectie section{s.naam, s.bron, s.vorm, {}};
        filler.add(section.delen, s.knopen);
        out.secties.push_back(std::move(section));
    }
    return out;
}

Paren paar(Gevuld nederlands, std::optional<Gevuld> const& vertaald, Sjabloon const& bij_nl) {
    Paren out{std::move(nederlands.titel), {}, {}, 0};
    if (vertaald) out.titel_vertaald = vertaald->titel;
    for (auto& section : nederlands.secties) {
        if (section.delen.empty()) continue;
        Paar pair{std::move(section), {}};
        auto const made_of = std::ranges::find(bij_nl.secties, pair.nederlands.naam, &Sectie::naam);
        bool const current = made_of != bij_nl.secties.end() && made_of->bron == pair.nederlands.bron;
        if (vertaald && current) {
            auto const found = std::ranges::find(vertaald->secties, pair.nederlands.naam, &Gevuld::Sectie::naam);
            if (found != vertaald->secties.end()) pair.vertaald = found->delen;
        }
        if (pair.vertaald.empty()) ++out.zonder_vertaling;
        out.paren.push_back(std::move(pair));
    }
    return out;
}

std::optional<std::string> afwijking(Soort soort, Waarden const& waarden) {
    if (auto const odd = odd_in(velden(soort), waarden.velden)) return odd;
    for (auto const& [name, rows] : waarden.lijsten) {
        auto const* list = lijst_van(soort, name);
        if (!list || rows.size() > meeste_rijen) return name;
        for (auto const& row : rows)
            if (auto const odd = odd_in(list->velden, row)) return name + "." + *odd;
    }
    for (auto const& block : waarden.blokken)
        if (std::ranges::find(blokken(soort), block, &Blok::naam) == blokken(soort).end()) return block;
    return std::nullopt;
}

bool noemt_gezondheid(Waarden const& waarden) {
    for (auto const& [name, rows] : waarden.lijsten)
        for (auto const& row : rows) {
            auto const area = lower(value_in(row, "leefgebied"));
            if (area.find("gezondheid") != std::string::npos) return true;
        }
    return false;
}
}
