#include "brieven/opslag.h"

#include "law/awb.h"
#include "law/handhaving.h"
#include "platform/json/json.h"

namespace brieven {
namespace {
using Rij = std::map<std::string, std::string>;

void write_row(json::Writer& w, Rij const& row) {
    w.object();
    for (auto const& [name, value] : row) w.field(name, value);
    w.end_object();
}
Rij row_of(std::optional<json::Value> const& value) {
    Rij row;
    if (!value) return row;
    for (auto const& name : value->member_names()) row[name] = value->text(name).value_or("");
    return row;
}
json::Value parsed(std::string_view text) {
    auto value = json::Value::parse(text);
    check(value.has_value());
    return *value;
}
std::vector<json::Value> elements(json::Value const& of, std::string_view name) {
    auto const member = of.member(name);
    return member ? member->elements() : std::vector<json::Value>{};
}
/// "€ 250", held together; cents only where there are any.
std::string bedrag(Money amount) {
    constexpr std::int64_t cents_a_euro = 100;
    auto const cents = amount.in_cents();
    auto const whole = fmt::format("€\u00a0{}", cents / cents_a_euro);
    return cents % cents_a_euro == 0 ? whole : fmt::format("{},{:02}", whole, cents % cents_a_euro);
}
}

std::string to_json(Inhoud const& i) {
    json::Writer w;
    w.object().field("nl", i.nl).field("vertaling", i.vertaling).field("bij_nl", i.bij_nl);
    w.key("velden");
    write_row(w, i.waarden.velden);
    w.key("lijsten").object();
    for (auto const& [name, rows] : i.waarden.lijsten) {
        w.key(name).array();
        for (auto const& row : rows) write_row(w, row);
        w.end_array();
    }
    w.end_object().key("blokken").array();
    for (auto const& block : i.waarden.blokken) w.value(block);
    w.end_array().end_object();
    return w.take();
}

Inhoud inhoud_van(std::string_view text) {
    auto const v = parsed(text);
    Inhoud i{v.text("nl").value_or(""), v.text("vertaling").value_or(""), v.text("bij_nl").value_or(""), {}};
    i.waarden.velden = row_of(v.member("velden"));
    if (auto const lists = v.member("lijsten"))
        for (auto const& name : lists->member_names())
            for (auto const& row : elements(*lists, name)) i.waarden.lijsten[name].push_back(row_of(row));
    for (auto const& block : elements(v, "blokken")) i.waarden.blokken.insert(block.as_text());
    return i;
}

std::string to_json(Vast const& f) {
    json::Writer w;
    w.object().field("functie", f.functie).key("velden");
    write_row(w, f.velden);
    w.key("adres").array();
    for (auto const& line : f.adres) w.value(line);
    w.end_array().end_object();
    return w.take();
}

Vast vast_van(std::string_view text) {
    auto const v = parsed(text);
    Vast f{row_of(v.member("velden")), {}, v.text("functie").value_or("")};
    for (auto const& line : elements(v, "adres")) f.adres.push_back(line.as_text());
    return f;
}

Vast vast_op(Adressaat const& a, Briefhoofd const& h, Soort soort, std::string_view maker, std::string_view maker_rol,
             Date dag) {
    Vast f;
    auto const rol = vertrouwen::rol_van(maker_rol);
    f.functie = rol ? std::string{vertrouwen::titel(*rol)} : std::string{};
    f.adres = a.regels;
    f.velden = {{"aanhef", a.aanhef},           {"naam", a.naam},
                {"gemeente", a.gemeente},       {"dossiernummer", a.dossiernummer},
                {"datum", to_iso(dag)},         {"contact", std::string{maker}},
                {"contact_functie", f.functie}, {"afdeling", h.afdeling},
                {"adres_gemeente", h.adres},    {"bezoekadres", h.bezoekadres},
                {"telefoon", h.telefoon},       {"website", h.website}};
    if (soort == Soort::pip_beschikking) f.velden["bezwaar_tot"] = to_iso(bezwaar_tot(dag));
    if (soort == Soort::tweede_oproep_intake)
        if (auto const* fine = law::boete_intake.on(dag)) f.velden["boete"] = bedrag(fine->value);
    return f;
}

Paren paren(Geheel const& g, Talen talen) {
    auto const soort = g.brief.soort;
    auto dutch = vul(lees_sjabloon(soort, g.inhoud.nl).sjabloon, soort, g.inhoud.waarden, g.vast.velden, "nl");
    std::optional<Gevuld> other;
    if (talen == Talen::beide && !g.inhoud.vertaling.empty())
        other = vul(lees_sjabloon(soort, g.inhoud.vertaling).sjabloon, soort, g.inhoud.waarden, g.vast.velden,
                    g.brief.taal);
    return paar(std::move(dutch), other, lees_sjabloon(soort, g.inhoud.bij_nl).sjabloon);
}
}
