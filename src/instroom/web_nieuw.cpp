#include "instroom/dubbelen.h"
#include "instroom/formulier.h"
#include "instroom/openen.h"
#include "instroom/web.h"

namespace instroom {
namespace {
using html::Act;

html::Html look_alikes(html::View const& v, std::vector<Kandidaat> const& found) {
    if (found.empty()) return {};
    std::vector<html::ListItem> items;
    for (auto const& k : found) {
        std::string why;
        for (auto const& r : k.gelijkenis.redenen)
            if (r.punten > 0) why += (why.empty() ? "" : " · ") + v.t(r.zin);
        auto const href = k.dossier ? "/dossiers/" + std::to_string(k.dossier->value)
                                    : "/inburgeraars/" + std::to_string(k.persoon.value);
        items.push_back(
            {html::status_badge(v.t("{} van 100", k.gelijkenis.score), k.gelijkenis.score >= 80 ? "danger" : "warning"),
             html::cell_two(html::link(href, html::bdi(k.naam)),
                            html::text(html::partial_date(v, k.geboren.to_iso()) + " · " + why)),
             {}});
    }
    return html::alert(
        html::AlertKind::warning,
        v.n("Er is al iemand die hierop lijkt", "Er zijn al {} personen die hierop lijken",
            static_cast<long long>(found.size())),
        html::paragraph(html::text(v.t(
            "Is het dezelfde persoon? Open dan dat dossier. Is het iemand anders? Kies dan onderaan 'Toch opslaan'.")))
            + html::item_list(items),
        true);
}

http::Response form_page(gate::Context& context, int status, Persoonsinvoer const& in, html::Errors const& errors,
                         std::vector<Kandidaat> const& found) {
    auto const& v = context.view;
    auto fields = html::fieldset(v.t("Naam en geboorte"), identity_fields(v, in, errors, Bewerkbaar::alles));
    if (context.access.mag_nummers())
        fields += html::fieldset(v.t("Nummers"), number_fields(v, in, errors, BsnVeld::open));
    fields += html::fieldset(v.t("Taal en tolk"), language_fields(v, in, errors));
    fields += html::fieldset(v.t("Contact"), contact_fields(v, in, errors));
    std::vector<html::Html> buttons;
    if (found.empty())
        buttons.push_back(html::button(Act::primary, v.t("Persoon opslaan"), "check"));
    else
        buttons.push_back(html::button(Act::primary, v.t("Toch opslaan: dit is iemand anders"), "check", "toch", "ja"));
    buttons.push_back(html::button_link(Act::subtle, "/inburgeraars", v.t("Annuleren")));
    auto main =
        html::error_summary(v, errors)
        + html::page_head(
            {.title = v.t("Nieuwe persoon"),
             .lead = html::text(v.t("Vul in wat u weet. De rest mag later. Er wordt meteen een dossier geopend.")),
             .buttons = {}});
    main +=
        look_alikes(v, found)
        + html::post_form(v, {.action = "/inburgeraars/nieuw", .fields = fields, .buttons = buttons, .id = "persoon"});
    return gate::page(context, status, v.t("Nieuwe persoon"), std::move(main));
}
}

namespace {
struct Owners {
    bool bsn = false, v_nummer = false;
};
Owners owners(gate::Context& context, Persoonsgegevens const& g) {
    auto const gemeente = context.access.gemeente();
    return context.app.database.read(context.scope(), [&](db::Connection& c) {
        Owners o;
        o.bsn = g.bsn && find_by_bsn(c, context.app.kluis, gemeente, *g.bsn);
        auto const number = VNummer::parse(g.v_nummer);
        o.v_nummer = number && find_by_v_nummer(c, gemeente, *number);
        return o;
    });
}
}

http::Response new_person_form(gate::Context& context) { return form_page(context, 200, {}, {}, {}); }

http::Response add_person(gate::Context& context) {
    auto in = read_person(context.request);
    if (!context.access.mag_nummers()) {   // fields that this role was not shown
        in.bsn.clear();
        in.velden.erase(Veld::v_nummer);
    }
    html::Errors errors;
    auto g = understand_person(context.view, in, {}, errors);
    g.herkomst = "hand";
    if (!errors.none()) return form_page(context, 422, in, errors, {});
    bool const sure = context.request.form_value("toch") == "ja";
    auto const gemeente = context.access.gemeente();
    auto const numbers = owners(context, g);
    auto found = context.app.database.read(context.scope(), [&](db::Connection& c) {
        return candidates(c, context.app.kluis, gemeente, g, std::nullopt);
    });
    std::vector<std::pair<PersoonId, std::optional<DossierId>>> seen;
    for (auto const& k : found) seen.emplace_back(k.persoon, k.dossier);
    gate::log_reads(context, seen, "dubbelcontrole");
    // A number belongs to one person: that is not a matter of likeness.
    auto const taken = context.view.t("Met dit nummer staat hier al iemand. Zoek op dit nummer en open dat dossier.");
    if (numbers.bsn) errors.add("bsn", taken);
    if (numbers.v_nummer) errors.add("v_nummer", taken);
    if (!errors.none()) return form_page(context, 422, in, errors, found);
    if (!found.empty() && !sure) return form_page(context, 422, in, errors, found);
    auto const file = context.app.database.write(context.scope(), [&](db::Connection& c) {
        auto const saved = upsert(c, context.app.kluis, context.access, context.now(), g);
        check_duplicates(c, context.app.kluis, gemeente, saved.persoon);
        return open_as(c, context, saved.persoon);
    });
    return http::see_other("/dossiers/" + std::to_string(file.value));
}
}
