#include "brp/tabellen.h"
#include "dossier/frame.h"
#include "dossier/store.h"
#include "instroom/coa.h"
#include "instroom/formulier.h"
#include "instroom/opslag.h"
#include "instroom/queries.h"
#include "instroom/web.h"

namespace instroom {
namespace {
using html::Act;
using vertrouwen::Categorie;
using vertrouwen::Recht;

DossierId file_of(gate::Context const& context) { return DossierId{context.id_param("dossier")}; }
std::string file_path(gate::Context const& context, std::string_view rest) {
    return "/dossiers/" + std::to_string(file_of(context).value) + std::string{rest};
}
bool may_write(gate::Context const& context) {
    return context.access.bereik_van(Recht::dossier_schrijven) != vertrouwen::Bereik::geen;
}

html::Html fact_rows(html::View const& v, Persoonsgegevens const& g, std::initializer_list<Veld> fields) {
    std::vector<html::Fact> facts;
    for (auto const veld : fields) {
        auto const value = veld == Veld::geslacht      ? g.geslacht
                           : veld == Veld::naamgebruik ? g.naamgebruik
                                                       : waarde(g, veld);
        auto const lang = veld == Veld::eigen_schrift ? g.eigen_schrift_taal : std::string{};
        facts.push_back({v.t(titel(veld)),
                         value.empty()                 ? html::soft(html::text(shown(v, veld, value)))
                         : veld == Veld::eigen_schrift ? html::bdi(value, lang)
                                                       : html::text(shown(v, veld, value)),
                         {}});
    }
    return html::fact_list(facts);
}

html::Html letter_names(html::View const& v, Persoonsgegevens const& g, std::vector<brp::Partner> partners) {
    brp::Benoemd const who{g.naam, g.geslacht, g.naamgebruik, std::move(partners)};
    auto const salutation = brp::aanhef(who), text = brp::lopende_tekst(who);
    auto const envelope = brp::aanschrijfwijze(who);
    auto const or_none = [&](std::optional<std::string> const& value) {
        return value ? html::bdi(*value) : html::soft(html::text(v.t("niet te maken: de achternaam is niet bekend")));
    };
    std::vector<html::Fact> facts{
        {v.t("Op de envelop"),
         envelope ? html::bdi((envelope->aanspreekvorm.empty() ? "" : envelope->aanspreekvorm + " ") + envelope->naam)
                  : or_none(std::nullopt),
         {}},
        {v.t("Aanhef"), or_none(salutation), {}},
        {v.t("In een zin"), or_none(text), {}}};
    return html::fact_list(facts);
}

html::Html address_panel(gate::Context const& context, Persoon const& p, std::vector<brp::Adres> const& earlier,
                         html::Html const& couplings) {
    auto const& v = context.view;
    html::Html body;
    if (p.adres_geheim) {
        body = html::paragraph(html::text(v.t("Adres geheim. Deze persoon wil niet dat het adres bekend wordt. Vraag "
                                              "het alleen op als het echt nodig is.")));
    } else if (!context.access.mag_zien(Categorie::contact)) {
        return {};
    } else {
        std::vector<html::Fact> facts;
        for (auto const& a : p.gegevens.adressen) {
            auto const label = a.functie == "azc" ? v.t("Azc")
                               : a.functie == "B" ? v.t("Briefadres")
                                                  : v.t("Woonadres");
            auto const text = address_line(a);
            auto value = html::text(text.empty() ? v.t("niet volledig bekend") : text);
            if (!a.vanaf.empty())
                value += html::text(" ") + html::soft(html::text(v.t("sinds {}", html::partial_date(v, a.vanaf))));
            facts.push_back({label, value, {}});
        }
        if (p.gegevens.adressen.empty()) facts.push_back({v.t("Adres"), html::soft(html::text(v.t("onbekend"))), {}});
        facts.push_back(
            {v.t("Telefoon"), html::text(p.gegevens.telefoon.empty() ? v.t("onbekend") : p.gegevens.telefoon), {}});
        facts.push_back({v.t("E-mail"), html::text(p.gegevens.email.empty() ? v.t("onbekend") : p.gegevens.email), {}});
        body = html::fact_list(facts);
        std::vector<html::Html> old;
        for (auto const& a : earlier)
            old.push_back(html::text(address_line(a) + " (" + v.t("tot {}", html::partial_date(v, a.tot)) + ")"));
        if (!old.empty()) body += html::heading(3, html::text(v.t("Eerdere adressen"))) + html::bullet_list(old);
        body += couplings;
    }
    return html::panel({.id = "adres", .title = v.t("Adres en contact"), .head_end = {}, .body = body});
}

std::vector<brp::Partner> partners_of(db::Connection& c, GemeenteId gemeente, PersoonId persoon) {
    std::vector<brp::Partner> all;
    c.each(queries::ties, {gemeente, persoon}, [&](db::Row const& r) {
        if (r.text(1) != "partner") return;
        all.push_back({{opslag::text(r, 4), opslag::text(r, 5), opslag::text(r, 6), opslag::text(r, 7)},
                       opslag::text(r, 8),
                       opslag::text(r, 11),
                       opslag::text(r, 12),
                       opslag::text(r, 10)});
    });
    return all;
}

struct Gevonden {
    Persoon persoon;
    std::vector<brp::Partner> partners;
    std::vector<brp::Adres> eerder;
    std::vector<std::tuple<std::string, Date, std::optional<int>>> coa;
};
std::optional<Gevonden> load(gate::Context& context) {
    auto const gemeente = context.access.gemeente();
    return context.app.database.read(context.scope(), [&](db::Connection& c) -> std::optional<Gevonden> {
        auto person = find(c, context.app.kluis, context.access, *context.persoon);
        if (!person) return std::nullopt;
        Gevonden g{std::move(*person), {}, {}, {}};
        if (context.access.mag_zien(Categorie::gezin)) g.partners = partners_of(c, gemeente, *context.persoon);
        if (adres_zichtbaar(context.access, g.persoon.gegevens.geheimhouding)) {
            g.eerder = opslag::earlier_addresses(c, gemeente, *context.persoon);
            g.coa = c.list(queries::couplings, {gemeente, *context.persoon}, [](db::Row const& r) {
                return std::tuple{std::string{r.text(0)}, r.date(1), r.get<std::optional<int>>(3)};
            });
        }
        return g;
    });
}
}

http::Response show_person(gate::Context& context) {
    auto const& v = context.view;
    auto const found = load(context);
    if (!found) return gate::not_found(context);
    auto const& g = found->persoon.gegevens;
    auto const edit = may_write(context) ? html::button_link(Act::secondary, file_path(context, "/persoon/wijzigen"),
                                                             v.t("Persoon wijzigen"), {}, true)
                                         : html::Html{};
    auto identity =
        fact_rows(v, g,
                  {Veld::voornamen, Veld::voorvoegsel, Veld::geslachtsnaam, Veld::eigen_schrift, Veld::uitspraak,
                   Veld::geslacht, Veld::naamgebruik, Veld::geboren, Veld::geboorteplaats, Veld::geboorteland});
    std::string nationalities;
    for (auto const& [code, from] : g.nationaliteiten)
        nationalities += (nationalities.empty() ? "" : ", ") + v.t(brp::nationaliteit(code));
    std::vector<html::Fact> facts{
        {v.t("Nationaliteit"), html::text(nationalities.empty() ? v.t("onbekend") : nationalities), {}},
        {v.t("Deze gegevens komen van"),
         html::text(g.herkomst == "brp"   ? v.t("de BRP")
                    : g.herkomst == "duo" ? v.t("DUO")
                    : g.herkomst == "coa" ? v.t("het COA")
                                          : v.t("een medewerker")),
         {}}};
    if (context.access.mag_nummers()) {
        facts.push_back({v.t("Burgerservicenummer (BSN)"), html::text(g.bsn ? g.bsn->digits() : v.t("onbekend")), {}});
        facts.push_back({v.t("V-nummer"), html::text(g.v_nummer.empty() ? v.t("onbekend") : g.v_nummer), {}});
    }
    identity += html::fact_list(facts);
    html::Html couplings;
    for (auto const& [place, day, rooms] : found->coa)
        couplings += html::paragraph(html::text(
            v.t("Door het COA gekoppeld op {} vanuit {}.",
                html::day_month(v, day) + " "
                    + std::to_string(static_cast<int>(std::chrono::year_month_day{day}.year())),
                place)
            + (rooms ? " " + v.n("Nodig: {} slaapkamer.", "Nodig: {} slaapkamers.", *rooms) : std::string{})));
    auto const valid = brp::verblijfstitel_geldig(
        g.verblijfstitel, g.titel_tot.empty() ? std::nullopt : std::optional{*PartialDate::parse(g.titel_tot)},
        v.today);
    html::Html residence = fact_rows(
        v, g,
        {Veld::verblijfstitel, Veld::titel_vanaf, Veld::titel_tot, Veld::brp_gemeente, Veld::brp_ingeschreven_op});
    if (!g.verblijfstitel.empty() && !valid) residence += html::status_badge(v.t("niet meer geldig"), "warning");
    std::vector<html::Html> blocks{
        html::panel({.id = "wie", .title = v.t("Wie"), .head_end = edit, .body = identity}),
        html::panel({.id = "taal",
                     .title = v.t("Taal en tolk"),
                     .head_end = {},
                     .body = fact_rows(v, g, {Veld::taal, Veld::tolk_nodig, Veld::tolk_wens})}),
        address_panel(context, found->persoon, found->eerder, couplings),
        html::panel({.id = "verblijf", .title = v.t("Verblijf en inschrijving"), .head_end = {}, .body = residence}),
        html::panel({.id = "brief",
                     .title = v.t("Zo schrijft u deze persoon aan"),
                     .head_end = {},
                     .body = letter_names(v, g, found->partners)})};
    if (g.overleden || !g.opschorting.empty())
        blocks.insert(blocks.begin(),
                      html::alert(html::AlertKind::info,
                                  g.overleden ? v.t("Overleden op {}", html::partial_date(v, g.overleden->to_iso()))
                                              : v.t("De bijhouding in de BRP is gestopt: {}",
                                                    v.t(brp::opschorting(g.opschorting)))));
    return gate::page(context, dossier::file_title(context, file_of(context), v.t("Persoon")),
                      dossier::file_frame(context, file_of(context), dossier::Tab::persoon, html::stack(blocks)));
}
}
