#include "duo/rules.h"
#include "platform/json/json.h"

#include <algorithm>
#include <array>

namespace duo {
namespace {
using json::Value;

constexpr std::array<std::string_view, 8> reasons{"Volledige ontheffing",
                                                  "Volledige vrijstelling",
                                                  "Inburgeringsplicht voldaan",
                                                  "Verblijfsdoel gewijzigd",
                                                  "Vertrek uit Nederland langer dan een jaar",
                                                  "Overlijden",
                                                  "Overig",
                                                  "Tijdelijke vrijstelling"};
constexpr std::array<std::string_view, 2> groups{"Asielstatushouder", "Gezinsmigrant en overige migrant"};
constexpr std::array<std::string_view, 7> fine_groups{"Asielstatushouder",
                                                      "Geestelijk bedienaar",
                                                      "Gezinshereniger",
                                                      "Gezinshereniger met Asielstatushouder",
                                                      "Gezinsvormer",
                                                      "Gezinsvormer met Asielstatushouder",
                                                      "Overig"};
constexpr std::array<std::string_view, 4> rights{"Asielrechten toegekend", "Behoud asielrechten",
                                                 "Op verzoek behoud rechten van gezins- en overige migrant",
                                                 "Op verzoek rechten van gezins- en overige migrant toegekend"};

/// Collects the first thing that is wrong while fields are read one after the other.
struct Reader {
    std::string wrong;
    void say(std::string what) {
        if (wrong.empty()) wrong = std::move(what);
    }

    std::optional<Date> date(Value const& from, std::string_view field) {
        auto const found = from.member(field);
        if (!found || found->is_null()) return std::nullopt;
        if (found->is_string())
            if (auto const day = parse_date(found->as_text())) return *day;
        say(std::string{field} + " is geen datum die bestaat; schrijf JJJJ-MM-DD.");
        return std::nullopt;
    }
    std::string one_of(Value const& from, std::string_view field, std::span<std::string_view const> allowed) {
        auto const found = from.member(field);
        if (!found || found->is_null()) return {};
        auto text = found->is_string() ? found->as_text() : std::string{};
        if (std::ranges::find(allowed, text) == allowed.end()) {
            say(std::string{field} + " heeft een waarde die DUO niet kent.");
            return {};
        }
        return text;
    }
};

std::optional<Value> object(Value const& from, std::string_view field, Reader& r) {
    auto found = from.member(field);
    if (!found || found->is_null()) return std::nullopt;
    if (found->is_object()) return found;
    r.say(std::string{field} + " moet een object zijn.");
    return std::nullopt;
}

std::optional<Plicht> plicht(Value const& from, Reader& r) {
    auto const duty = from.boolean("indicatorInburgeringsplicht");
    if (!duty) {
        r.say("indicatorInburgeringsplicht ontbreekt in inburgeringsplicht; vul true of false in.");
        return std::nullopt;
    }
    Plicht p{*duty,
             r.date(from, "begindatum"),
             r.date(from, "einddatum"),
             r.date(from, "wijzigingsdatum"),
             r.date(from, "datumKennisgevingInburgeringsplicht"),
             r.one_of(from, "redenGeenInburgeringsplicht", reasons)};
    if (p.begin && p.eind && *p.eind < *p.begin) r.say("einddatum van de plicht ligt voor de begindatum.");
    return p;
}

std::optional<Doelgroep> group(Value const& from, Reader& r) {
    Doelgroep g{r.one_of(from, "indeling", groups), r.one_of(from, "gedetailleerdeDoelgroep", fine_groups),
                r.one_of(from, "asielrechtenWijzigingVerblijfsdoel", rights), r.date(from, "begindatum")};
    if (g.indeling.empty() && g.fijn.empty()) return std::nullopt;
    return g;
}

std::optional<Termijn> term(Value const& from, Reader& r) {
    auto const start = r.date(from, "startdatum"), end = r.date(from, "einddatum");
    if (!start || !end) {
        r.say("inburgeringstermijn heeft een startdatum en een einddatum nodig.");
        return std::nullopt;
    }
    if (*end <= *start) r.say("einddatum van de termijn ligt niet na de startdatum.");
    return Termijn{*start, *end, r.date(from, "wijzigingsdatum")};
}

void who(Value const& from, Melding& m, Reader& r) {
    if (auto const bsn = from.member("bsn"); bsn && !bsn->is_null()) {
        auto const text = bsn->is_string() ? bsn->as_text() : std::string{};
        auto const parsed =
            text.size() == 9 ? Bsn::parse(text) : Result<Bsn, BsnRefusal>{unexpected{BsnRefusal::not_nine_digits}};
        if (parsed)
            m.bsn = *parsed;
        else
            r.say(parsed.error() == BsnRefusal::fails_eleven_test ? "bsn voldoet niet aan de elfproef."
                                                                  : "bsn moet uit negen cijfers bestaan.");
    }
    if (auto const v = from.member("vNummer"); v && !v->is_null()) {
        auto const n = v->is_integer() ? v->as_integer() : -1;
        auto const parsed = n > 0 && n <= 9'999'999'999
                                ? VNummer::parse(std::to_string(n))
                                : Result<VNummer, VNummerRefusal>{unexpected{VNummerRefusal::not_ten_digits}};
        if (parsed)
            m.v_nummer = *parsed;
        else
            r.say("vNummer moet een getal van 1 tot en met 9999999999 zijn.");
    }
    if (!m.bsn && !m.v_nummer) r.say("bsn en vNummer ontbreken; een van beide is nodig.");
}
}

bool is_code(std::string_view text) {
    return !text.empty() && text.size() <= 6
           && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

Result<Melding, std::string> lees(std::string_view line) {
    auto const parsed = Value::parse(line);
    if (!parsed) {
        switch (parsed.error()) {
        case json::ParseRefusal::torn: return unexpected{std::string{"Deze regel is geen (hele) JSON-regel."}};
        case json::ParseRefusal::too_deep: return unexpected{std::string{"De JSON is te diep genest."}};
        case json::ParseRefusal::duplicate_key:
            return unexpected{std::string{"Een veld staat twee keer in deze regel."}};
        case json::ParseRefusal::not_utf8:
            return unexpected{std::string{"Deze regel bevat tekens die geen UTF-8 zijn."}};
        case json::ParseRefusal::number_out_of_range:
            return unexpected{std::string{"Een getal in deze regel is te groot."}};
        }
    }
    if (!parsed->is_object())
        return unexpected{std::string{"Deze regel is geen melding: er hoort een JSON-object te staan."}};
    Melding m{};
    Reader r;
    auto const moment = parsed->text("registratieDatumTijd");
    auto const at = moment ? platform::parse_rfc3339(*moment) : std::nullopt;
    if (at)
        m.geregistreerd = *at;
    else
        r.say("registratieDatumTijd ontbreekt of is geen datum met tijd.");
    m.code = parsed->text("gebeurtenisId").value_or("");
    if (!is_code(m.code))
        r.say("gebeurtenisId ontbreekt of heeft een vorm die DUO niet gebruikt (bijvoorbeeld SS139).");
    who(*parsed, m, r);
    if (auto const duty = object(*parsed, "inburgeringsplicht", r)) {
        m.plicht = plicht(*duty, r);
        if (auto const inner = object(*duty, "doelgroep", r)) m.doelgroep = group(*inner, r);
        if (auto const inner = object(*duty, "inburgeringstermijn", r)) m.termijn = term(*inner, r);
    }
    if (auto const outer = object(*parsed, "doelgroep", r)) m.doelgroep = group(*outer, r);
    if (auto const outer = object(*parsed, "inburgeringstermijn", r)) m.termijn = term(*outer, r);
    if (!r.wrong.empty()) return unexpected{r.wrong};
    return m;
}
}
