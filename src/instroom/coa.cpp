#include "instroom/coa.h"

#include "brp/csv.h"
#include "brp/persoon.h"
#include "brp/tabellen.h"
#include "brp/tekst.h"
#include "instroom/opslag.h"
#include "instroom/queries.h"
#include "platform/i18n/i18n.h"
#include "vertrouwen/store.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace instroom {
using i18n::N_;

namespace {
constexpr std::string_view nodig[] = {"vNummer", "naam", "geboortedatum", "nationaliteit", "locatie", "gekoppeldOp"};

/// `1997-03-14` and `14-03-1997`, with zeros for what is not known.
std::optional<PartialDate> any_date(std::string text) {
    if (text.size() == 10 && text[2] == '-' && text[5] == '-')
        text = text.substr(6) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2);
    auto const parsed = PartialDate::parse(text);
    return parsed ? std::optional{*parsed} : std::nullopt;
}

/// A code, or the word of table 32, however it was capitalised.
std::string nationality_code(std::string_view text) {
    auto const wanted = brp::upper(text);
    for (auto const& line : brp::nationaliteiten())
        if (line.code == text || brp::upper(line.naam) == wanted) return std::string{line.code};
    bool const code = text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return code ? std::string{text} : std::string{};
}

std::string refusal(std::string_view veld, std::string_view reden) { return brp::Weigering{0, veld, reden}.tekst(); }
}

struct CoaLezer::Impl {
    brp::CsvLezer csv;
    std::map<std::string, std::size_t, std::less<>> columns;
    std::size_t width = 0;

    std::string cell(std::vector<std::string> const& cells, std::string_view name) const {
        auto const at = columns.find(name);
        if (at == columns.end()) return {};
        auto const& value = cells[at->second];
        auto const from = value.find_first_not_of(' '), until = value.find_last_not_of(' ');
        return from == std::string::npos ? std::string{} : value.substr(from, until - from + 1);
    }
    Result<CoaPersoon, std::string> person(std::vector<std::string> const& cells) const;
    std::optional<std::string> read_name(std::string const& name, Persoonsgegevens& g) const;
};

CoaLezer::CoaLezer(std::istream& in) : impl_{std::make_unique<Impl>(Impl{brp::CsvLezer{in, ';'}, {}, 0})} {}
CoaLezer::~CoaLezer() = default;

std::optional<std::string> CoaLezer::open() {
    auto const head = impl_->csv.next();
    if (!head) return std::string{N_("Het bestand is leeg.")};
    if (!head->cellen) return "De kop is niet te lezen: " + std::string{brp::zin(head->cellen.error())};
    impl_->width = head->cellen->size();
    for (std::size_t i = 0; i < impl_->width; ++i) impl_->columns.try_emplace((*head->cellen)[i], i);
    std::string missing;
    for (auto const name : nodig)
        if (!impl_->columns.contains(name)) missing += (missing.empty() ? "" : ", ") + std::string{name};
    if (missing.empty()) return std::nullopt;
    if (impl_->columns.contains("01.01.20")) return std::string{N_("Dit is een BRP-lijst, geen bestand van het COA.")};
    return "Deze kolommen ontbreken: " + missing + ".";
}

/// "Haile, Almaz" says which is the family name. Without a comma that is not known, and the name stays one.
std::optional<std::string> CoaLezer::Impl::read_name(std::string const& name, Persoonsgegevens& g) const {
    if (name.empty()) return refusal(N_("Naam"), N_("er staat geen naam."));
    if (!brp::schone_tekst(name)) return refusal(N_("Naam"), N_("er staan tekens in die niet mogen."));
    if (brp::lengte(name) > brp::langste_naam) return refusal(N_("Naam"), N_("dit is langer dan 200 tekens."));
    auto const comma = name.find(',');
    if (comma == std::string::npos)
        g.naam.voornamen = brp::joined({name});
    else
        g.naam = {brp::joined({name.substr(comma + 1)}), {}, {}, brp::joined({name.substr(0, comma)})};
    return std::nullopt;
}

Result<CoaPersoon, std::string> CoaLezer::Impl::person(std::vector<std::string> const& cells) const {
    CoaPersoon p;
    auto& g = p.persoon;
    g.herkomst = "coa";
    auto const number = VNummer::parse(cell(cells, "vNummer"));
    if (!number) return unexpected{refusal(N_("V-nummer"), N_("dit zijn geen tien cijfers."))};
    g.v_nummer = number->digits();
    if (auto const wrong = read_name(cell(cells, "naam"), g)) return unexpected{*wrong};
    if (auto const text = cell(cells, "geboortedatum"); !text.empty()) {
        auto const born = any_date(text);
        if (!born) return unexpected{refusal(N_("Geboortedatum"), N_("dit is geen datum die bestaat."))};
        g.geboren = *born;
    }
    if (auto const text = cell(cells, "nationaliteit"); !text.empty()) {
        auto const code = nationality_code(text);
        if (code.empty()) return unexpected{refusal(N_("Nationaliteit"), N_("deze nationaliteit is niet bekend."))};
        g.nationaliteiten.emplace_back(code, "");
    }
    p.koppeling.locatie = cell(cells, "locatie");
    if (p.koppeling.locatie.empty() || !brp::schone_tekst(p.koppeling.locatie)
        || brp::lengte(p.koppeling.locatie) > brp::langste_naam)
        return unexpected{refusal(N_("Locatie"), N_("er staat geen locatie."))};
    auto const coupled = any_date(cell(cells, "gekoppeldOp"));
    if (!coupled || !coupled->known())
        return unexpected{refusal(N_("Gekoppeld op"), N_("dit is geen datum die bestaat."))};
    p.koppeling.gekoppeld_op = *coupled->known();
    g.telefoon = cell(cells, "telefoon");
    g.email = cell(cells, "email");
    if (!brp::schone_tekst(g.telefoon + g.email))
        return unexpected{refusal(N_("Contact"), N_("er staan tekens in die niet mogen."))};
    if (auto const text = cell(cells, "slaapkamers"); !text.empty()) {
        int n = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
        if (error != std::errc{} || end != text.data() + text.size() || n < 0 || n > 20)
            return unexpected{refusal(N_("Slaapkamers"), N_("dit is geen aantal."))};
        p.koppeling.slaapkamers = n;
    }
    brp::Adres azc;
    azc.functie = "azc";
    azc.locatie = p.koppeling.locatie;
    g.adressen.push_back(std::move(azc));
    return p;
}

std::optional<CoaLezer::Gelezen> CoaLezer::next() {
    auto const row = impl_->csv.next();
    if (!row) return std::nullopt;
    auto const refuse = [&](std::string_view reden) { return Gelezen{row->regel, unexpected{refusal({}, reden)}}; };
    if (!row->cellen) return refuse(brp::zin(row->cellen.error()));
    if (row->cellen->size() < impl_->width && row->laatste_zonder_einde)
        return refuse(N_("het bestand breekt hier af."));
    if (row->cellen->size() < impl_->width) return refuse(N_("de regel heeft te weinig kolommen."));
    if (row->cellen->size() > impl_->width) return refuse(N_("de regel heeft te veel kolommen."));
    return Gelezen{row->regel, impl_->person(*row->cellen)};
}

KoppelUitkomst save_coupling(db::Connection& c, vertrouwen::Access const& access, Timestamp now, PersoonId persoon,
                             CoaKoppeling const& k) {
    auto const gemeente = access.gemeente();
    if (c.value<std::int64_t>(queries::coupling, {gemeente, persoon, k.locatie, k.gekoppeld_op}))
        return KoppelUitkomst::ongewijzigd;
    c.exec(queries::insert_coupling, {gemeente, db::new_id(), persoon, k.locatie, k.gekoppeld_op, k.slaapkamers});
    vertrouwen::audit(c, access, now, "coa_koppeling", "persoon", persoon.value,
                      "{\"gekoppeld_op\":\"" + to_iso(k.gekoppeld_op) + "\"}");
    if (target_groups(c, persoon).empty())
        set_target_group(c, access, now, persoon, Doelgroep::as_a, {}, {}, {}, k.gekoppeld_op, "coa");
    return KoppelUitkomst::nieuw;
}
}
