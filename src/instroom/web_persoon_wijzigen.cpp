#include "instroom/dubbelen.h"
#include "instroom/formulier.h"
#include "instroom/web.h"

namespace instroom {
namespace {
using html::Act;

std::string file_path(gate::Context const& context, std::string_view rest) {
    return "/dossiers/" + std::to_string(context.id_param("dossier")) + std::string{rest};
}
std::optional<Persoon> load(gate::Context& context) {
    return context.app.database.read(context.scope(), [&](db::Connection& c) {
        return find(c, context.app.kluis, context.access, *context.persoon);
    });
}

/// A field that two people changed: what each of them made of it.
struct Botsing {
    Veld veld;
    std::string van_ander, van_u;
};

Bewerkbaar editable(Persoonsgegevens const& g) { return g.herkomst == "brp" ? Bewerkbaar::eigen : Bewerkbaar::alles; }
bool offered(Veld veld, Persoonsgegevens const& current, vertrouwen::Access const& access) {
    if (veld == Veld::v_nummer) return access.mag_nummers();
    if (!van_brp(veld)) return true;
    bool const on_form = veld == Veld::voornamen || veld == Veld::voorvoegsel || veld == Veld::geslachtsnaam
                         || veld == Veld::geslacht || veld == Veld::geboren || veld == Veld::geboorteplaats;
    return on_form && editable(current) == Bewerkbaar::alles;
}

/// What the form was filled with when it was opened, so that "I did not touch it" can be told from "I want it so".
html::Html originals(gate::Context const& context, Persoonsgegevens const& g) {
    html::Html all;
    for (auto const veld : alle_velden) {
        auto const name = "was_" + std::string{sleutel(veld)};
        if (!offered(veld, g, context.access)) continue;
        bool const earlier = context.request.has_form(name);
        all += html::hidden_field(name, earlier ? context.request.form_value(name) : waarde(g, veld));
    }
    return all;
}

html::Html clash_fields(html::View const& v, std::vector<Botsing> const& clashes) {
    html::Html all = html::alert(
        html::AlertKind::warning, v.t("Iemand anders heeft deze persoon intussen gewijzigd"),
        html::paragraph(html::text(v.t("Kies per veld welke waarde goed is. Er is nog niets opgeslagen."))), true);
    for (auto const& b : clashes) {
        std::string const key{sleutel(b.veld)};
        all += html::radio_field(v,
                                 {.name = "kies_" + key,
                                  .label = v.t(titel(b.veld)),
                                  .help = {},
                                  .value = "",
                                  .error = {},
                                  .required = true},
                                 {{"ander", shown(v, b.veld, b.van_ander), v.t("nu opgeslagen")},
                                  {"eigen", shown(v, b.veld, b.van_u), v.t("door u getypt")}});
    }
    return all;
}

http::Response edit_page(gate::Context& context, int status, Persoon const& current, Persoonsinvoer const& in,
                         html::Errors const& errors, std::vector<Botsing> const& clashes) {
    auto const& v = context.view;
    auto const what = editable(current.gegevens);
    html::Html fields = originals(context, current.gegevens);
    if (!clashes.empty()) fields += clash_fields(v, clashes);
    if (what == Bewerkbaar::eigen)
        fields += html::alert(
            html::AlertKind::info, v.t("Naam, geboorte en adres komen uit de BRP"),
            html::paragraph(html::text(
                v.t("Kloppen ze niet? Meld dat bij Burgerzaken. Hier wijzigt u alleen wat de gemeente zelf weet."))));
    fields += html::fieldset(v.t("Naam en geboorte"), identity_fields(v, in, errors, what));
    auto const bsn = current.gegevens.bsn ? BsnVeld::staat_vast : BsnVeld::open;
    if (context.access.mag_nummers()) fields += html::fieldset(v.t("Nummers"), number_fields(v, in, errors, bsn));
    fields += html::fieldset(v.t("Taal en tolk"), language_fields(v, in, errors));
    if (adres_zichtbaar(context.access, current.gegevens.geheimhouding))
        fields += html::fieldset(v.t("Contact"), contact_fields(v, in, errors));
    auto main = html::error_summary(v, errors)
                + html::page_head({.title = v.t("Persoon wijzigen"), .lead = html::bdi(current.naam), .buttons = {}});
    main += html::post_form(
        v, {.action = file_path(context, "/persoon/wijzigen"),
            .fields = fields,
            .buttons = {html::button(Act::primary, v.t("Wijziging opslaan"), "check"),
                        html::button_link(Act::subtle, file_path(context, "/persoon"), v.t("Annuleren"))},
            .id = "persoon"});
    return gate::page(context, status, v.t("Persoon wijzigen"), std::move(main));
}

/// The typed fields laid over what is stored now; fields that both changed come back as clashes until chosen.
std::vector<Botsing> lay_over(gate::Context const& context, Persoon const& current, Persoonsgegevens const& typed,
                              Persoonsgegevens& result) {
    std::vector<Botsing> clashes;
    for (auto const veld : alle_velden) {
        std::string const key{sleutel(veld)};
        auto const now = waarde(current.gegevens, veld), mine = waarde(typed, veld);
        auto const was = std::string{context.request.form_value("was_" + key)};
        if (!offered(veld, current.gegevens, context.access) || mine == was || mine == now) continue;
        auto const choice = context.request.form_value("kies_" + key);
        if (now == was || choice == "eigen")
            zet(result, veld, mine);
        else if (choice != "ander")
            clashes.push_back({veld, now, mine});
    }
    return clashes;
}
}

http::Response edit_person_form(gate::Context& context) {
    auto const found = load(context);
    if (!found) return gate::not_found(context);
    return edit_page(context, 200, *found, from_person(found->gegevens), {}, {});
}

namespace {
/// What was typed in the fields that this reader was offered; anything else that was sent is as it was.
Persoonsinvoer read_offered(gate::Context const& context, Persoon const& current) {
    auto in = read_person(context.request);
    auto const before = from_person(current.gegevens);
    for (auto const veld : alle_velden)
        if (!offered(veld, current.gegevens, context.access)) in.velden[veld] = before.at(veld);
    if (!adres_zichtbaar(context.access, current.gegevens.geheimhouding)) in.telefoon = in.email = "";
    if (!context.access.mag_nummers() || current.gegevens.bsn) in.bsn.clear();
    if (editable(current.gegevens) == Bewerkbaar::eigen) in.nationaliteit = before.nationaliteit;
    return in;
}
}

http::Response edit_person(gate::Context& context) {
    // Somebody may be quicker between reading and saving: then once more, on what is stored by then.
    for (int attempt = 0; attempt < 3; ++attempt) {
        auto const found = load(context);
        if (!found) return gate::not_found(context);
        auto const& current = *found;
        auto const in = read_offered(context, current);
        html::Errors errors;
        auto const typed = understand_person(context.view, in, current.gegevens, errors);
        if (!errors.none()) return edit_page(context, 422, current, in, errors, {});
        auto result = current.gegevens;
        auto const clashes = lay_over(context, current, typed, result);
        if (!clashes.empty()) return edit_page(context, 409, current, in, {}, clashes);
        if (!result.bsn) result.bsn = typed.bsn;
        result.telefoon = typed.telefoon;
        result.email = typed.email;
        result.nationaliteiten = typed.nationaliteiten;
        bool const contact = adres_zichtbaar(context.access, current.gegevens.geheimhouding);
        auto const saved = context.app.database.write(context.scope(), [&](db::Connection& c) {
            auto done = update(c, context.app.kluis, context.access, context.now(), current.id,
                               {current.versie, result, contact});
            if (done && *done != current.versie)
                check_duplicates(c, context.app.kluis, context.access.gemeente(), current.id);
            return done;
        });
        if (saved) return http::see_other(file_path(context, "/persoon"));
        if (saved.error() == WijzigRefusal::bestaat_niet) return gate::not_found(context);
        if (saved.error() == WijzigRefusal::bsn_van_ander) {
            errors.add("bsn",
                       context.view.t("Met dit nummer staat hier al iemand. Zoek op dit nummer en open dat dossier."));
            return edit_page(context, 422, current, in, errors, {});
        }
    }
    return gate::error_response(context, 503);
}
}
