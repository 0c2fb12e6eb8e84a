#include "dossier/store.h"
#include "instroom/dubbel_beeld.h"
#include "instroom/formulier.h"
#include "instroom/web.h"
#include "platform/html/reference.h"

#include <charconv>

/// Two people side by side: what decides whether they are one, the merge, and what was decided.
namespace instroom {
namespace {
using html::Act;

std::string explain(html::View const& v, SamenvoegRefusal refusal) {
    switch (refusal) {
    case SamenvoegRefusal::bestaat_niet: return v.t("Dit paar bestaat niet meer.");
    case SamenvoegRefusal::al_besloten: return v.t("Een collega heeft dit paar net beoordeeld.");
    case SamenvoegRefusal::twee_bsn:
        return v.t("Deze twee hebben elk een eigen BSN. Dan zijn het twee personen. Klopt een BSN niet? Herstel dat "
                   "eerst in de BRP.");
    case SamenvoegRefusal::twee_open_dossiers: return v.t("Er zijn twee open dossiers. Vink aan welk dossier sluit.");
    case SamenvoegRefusal::later_samengevoegd:
        return v.t("Deze persoon is daarna nog eens samengevoegd. Maak dat eerst ongedaan.");
    }
    return {};
}

struct PairRead {
    std::optional<Dubbel> pair;
    std::optional<Persoon> stays, other;
    std::vector<DossierVan> files_stays, files_other;
    Samenvoegbeeld picture;
};

PairRead read_pair(gate::Context& context, PersoonId wanted) {
    return context.app.database.read(context.scope(), [&](db::Connection& c) {
        PairRead r{find_pair(c, context.access, context.id_param("dubbel")), {}, {}, {}, {}, {}};
        if (!r.pair) return r;
        auto const get = [&](PersoonId id) { return find(c, context.app.kluis, context.access, id); };
        r.stays = get(r.pair->een);
        r.other = get(r.pair->ander);
        if (!r.stays || !r.other) return r;
        // After a merge the one who is left stands first, whoever came first here.
        bool const decided = r.pair->stand == DubbelStand::samengevoegd;
        if (decided ? r.stays->samengevoegd_in.has_value() : wanted == r.pair->ander) std::swap(r.stays, r.other);
        r.files_stays = files_of(c, context.access, r.stays->id);
        r.files_other = files_of(c, context.access, r.other->id);
        if (r.pair->stand == DubbelStand::open)
            r.picture = preview(c, context.app.kluis, context.access, r.stays->id, r.other->id);
        return r;
    });
}

html::Html file_links(html::View const& v, std::vector<DossierVan> const& files) {
    if (files.empty()) return html::soft(html::text(v.t("geen dossier")));
    html::Html out;
    for (auto const& file : files) {
        if (!out.empty()) out += html::text(", ");
        out += html::link(fmt::format("/dossiers/{}", file.id.value), html::reference(file.nummer));
        if (!file.open) out += html::text(" ") + html::soft(html::text(v.t("(gesloten)")));
    }
    return out;
}

html::Html address_of(html::View const& v, Persoon const& p) {
    if (p.adres_geheim) return html::status_badge(v.t("adres geheim"), "warning");
    for (auto const& address : p.gegevens.adressen)
        if (auto const line = address_line(address); !line.empty()) return html::bdi(line);
    return html::soft(html::text(v.t("niet bekend")));
}

/// What tells two people apart, also where it is the same.
html::Html both(gate::Context const& context, PairRead const& r) {
    auto const& v = context.view;
    bool const merged = r.pair->stand == DubbelStand::samengevoegd;
    bool const open = r.pair->stand == DubbelStand::open;
    html::Table table{.caption = v.t("De twee personen"),
                      .columns = {{v.t("Gegeven")},
                                  {merged || open ? v.t("Blijft staan") : v.t("Eerste")},
                                  {merged ? v.t("Samengevoegd")
                                   : open ? v.t("De ander")
                                          : v.t("Tweede")}},
                      .rows = {}};
    auto const line = [&](std::string const& label, html::Html const& first, html::Html const& second) {
        table.rows.push_back({{html::text(label), first, second}, false});
    };
    auto const born = [&](Persoon const& p) { return html::text(html::partial_date(v, p.gegevens.geboren.to_iso())); };
    line(v.t("Naam"), html::bdi(r.stays->naam), html::bdi(r.other->naam));
    line(v.t("Geboren"), born(*r.stays), born(*r.other));
    line(v.t("Dossier"), file_links(v, r.files_stays), file_links(v, r.files_other));
    if (context.access.mag_zien(vertrouwen::Categorie::contact))
        line(v.t("Adres"), address_of(v, *r.stays), address_of(v, *r.other));
    return html::panel({.id = "personen",
                        .title = v.t("De twee personen"),
                        .head_end = {},
                        .body = html::data_table(table),
                        .flush = true});
}

std::string value_text(html::View const& v, Persoon const& p, Veld veld) {
    auto const value = waarde(p.gegevens, veld);
    if (value.empty()) return v.t("niet bekend");
    return shown(v, veld, value);
}

html::Html choices(html::View const& v, PairRead const& r) {
    html::Table table{
        .caption = v.t("Verschillen"),
        .columns = {{v.t("Gegeven")}, {v.t("Blijft staan")}, {v.t("Bij de ander")}, {v.t("Overnemen van de ander")}},
        .rows = {}};
    for (auto const veld : r.picture.verschillen)
        table.rows.push_back(
            {{html::text(v.t(titel(veld))), html::bdi(value_text(v, *r.stays, veld)),
              html::bdi(value_text(v, *r.other, veld)),
              html::pick_box("van_ander", sleutel(veld), v.t("Neem {} over van de ander", v.t(titel(veld))),
                             waarde(r.stays->gegevens, veld).empty())},
             false});
    return table.rows.empty() ? html::paragraph(html::text(v.t("Alle gegevens zijn gelijk.")))
                              : html::data_table(table);
}

html::Html merge_form(gate::Context& context, PairRead const& r, html::Errors const& errors) {
    auto const& v = context.view;
    std::vector<html::Html> moved;
    for (auto const& [label, count] : r.picture.rijen)
        if (count > 0) moved.push_back(html::text(fmt::format("{}: {}", v.t(label), count)));
    html::Html fields = html::error_summary(v, errors)
                        + html::hidden_field("blijver", std::to_string(r.stays->id.value)) + choices(v, r);
    fields += html::paragraph(html::text(moved.empty() ? v.t("Er verhuist verder niets.") : v.t("Dit verhuist mee:")))
              + (moved.empty() ? html::Html{} : html::bullet_list(moved));
    if (r.picture.open_blijver && r.picture.open_ander)
        fields +=
            html::radio_field(v,
                              {.name = "sluit",
                               .label = v.t("Welk dossier sluit?"),
                               .help = v.t("Een persoon kan maar één open dossier hebben."),
                               .value = "",
                               .error = std::string{errors.at("sluit")},
                               .id = "sluit"},
                              {{std::to_string(r.picture.open_ander->value), v.t("Het dossier van de ander"), {}},
                               {std::to_string(r.picture.open_blijver->value), v.t("Het dossier van wie blijft"), {}}});
    auto const other_way = pair_path(r.pair->id, "?blijver=" + std::to_string(r.other->id.value));
    return html::post_form(
        v, {.action = pair_path(r.pair->id),
            .fields = fields,
            .buttons = {html::button(Act::primary, v.t("Samenvoegen"), "merge"),
                        html::button_link(Act::secondary, other_way, v.t("Omdraaien: de ander blijft"))},
            .id = {}});
}

/// What was decided, by whom and when, and the way back while there is one.
html::Html decision(html::View const& v, PairRead const& r) {
    auto const& pair = *r.pair;
    std::vector<html::Fact> facts{
        {v.t("Besluit"), html::text(v.t(state_text(pair.stand))), {}},
        {v.t("Door"),
         pair.besloten_door.empty() ? html::text(v.t("Het systeem zelf")) : html::bdi(pair.besloten_door),
         {}}};
    if (pair.besloten_op) {
        auto const at = platform::local_time(*pair.besloten_op);
        facts.push_back(
            {v.t("Op"),
             html::time_tag(at.day, html::long_date(v, at.day) + ", " + html::clock_time(v, at.hour, at.minute)),
             {}});
    }
    auto body = html::fact_list(facts);
    bool const merged = pair.stand == DubbelStand::samengevoegd;
    bool const later =
        merged && (!r.stays || !r.other || r.stays->samengevoegd_in || r.other->samengevoegd_in != r.stays->id);
    if (later)
        body += html::paragraph(html::text(explain(v, SamenvoegRefusal::later_samengevoegd)));
    else if (merged)
        body += html::paragraph(
                    html::text(v.t("U kunt dit terugdraaien. Beide personen staan er dan weer zoals ze waren.")))
                + html::post_button(v, pair_path(pair.id, "/herstellen"), Act::danger,
                                    v.t("Samenvoegen ongedaan maken"), "back");
    else
        body += html::paragraph(html::text(v.t("Klopt dit besluit niet? Beoordeel het paar dan opnieuw.")))
                + html::post_button(v, pair_path(pair.id, "/herstellen"), Act::secondary, v.t("Opnieuw beoordelen"),
                                    "back");
    return html::panel({.id = "besluit", .title = v.t("Wat er is besloten"), .head_end = {}, .body = body});
}

http::Response pair_screen(gate::Context& context, int status, PairRead const& r, html::Errors const& errors) {
    auto const& v = context.view;
    std::vector<html::Html> blocks;
    bool const open = r.pair->stand == DubbelStand::open;
    if (!open && !errors.none())
        blocks.push_back(html::alert(html::AlertKind::error, errors.list.front().message, {}, true));
    if (!open) blocks.push_back(decision(v, r));
    if (r.stays && r.other) blocks.push_back(both(context, r));
    blocks.push_back(html::panel({.id = "waarom",
                                  .title = v.t("Score {} van 100", r.pair->score),
                                  .head_end = {},
                                  .body = reasons(v, *r.pair)}));
    if (open && r.stays && r.other) {
        blocks.push_back(html::panel({.id = "samenvoegen",
                                      .title = v.t("Samenvoegen: {} blijft", r.stays->naam),
                                      .head_end = {},
                                      .body = merge_form(context, r, errors)}));
        blocks.push_back(
            html::panel({.id = "verschillend",
                         .title = v.t("Toch twee personen?"),
                         .head_end = {},
                         .body = html::post_button(v, pair_path(r.pair->id, "/verschillend"), Act::secondary,
                                                   v.t("Het zijn verschillende personen"))}));
    }
    html::Html names;
    if (r.stays && r.other) names = html::bdi(r.stays->naam) + html::text(" · ") + html::bdi(r.other->naam);
    auto main = html::page_head({.title = v.t("Vergelijken"),
                                 .lead = names,
                                 .buttons = {html::button_link(Act::subtle, "/dubbelen", v.t("Terug naar Dubbelen"))}});
    main += html::stack(blocks);
    return gate::page(context, status, v.t("Vergelijken"), std::move(main));
}

PersoonId id_of(std::string_view text) {
    PersoonId id{};
    std::from_chars(text.data(), text.data() + text.size(), id.value);
    return id;
}
}

http::Response show_pair(gate::Context& context) {
    auto const r = read_pair(context, id_of(context.request.query_value("blijver")));
    if (!r.pair) return gate::not_found(context);
    log_pairs(context, {*r.pair});
    return pair_screen(context, 200, r, {});
}

http::Response merge_pair(gate::Context& context) {
    auto const& request = context.request;
    auto const r = read_pair(context, id_of(request.form_value("blijver")));
    if (!r.pair || !r.stays || !r.other) return gate::not_found(context);
    Samenvoeging wish{r.stays->id, {}, {}};
    for (auto const key : request.form_values("van_ander"))
        for (auto const veld : alle_velden)
            if (sleutel(veld) == key) wish.van_ander.insert(veld);
    auto const closes = id_of(request.form_value("sluit"));
    auto const done =
        context.app.database.write(context.scope(), [&](db::Connection& c) -> Result<PersoonId, SamenvoegRefusal> {
            // Looked at before a file is closed for it: what is refused must leave everything as it was.
            if (r.picture.twee_bsn) return unexpected{SamenvoegRefusal::twee_bsn};
            auto const now = find_pair(c, context.access, r.pair->id);
            if (!now || now->stand != DubbelStand::open) return unexpected{SamenvoegRefusal::al_besloten};
            bool const two = r.picture.open_blijver && r.picture.open_ander;
            DossierId const file{closes.value};
            if (two && (file == *r.picture.open_blijver || file == *r.picture.open_ander)) {
                dossier::close(c, context.access, context.now(), context.today(), file,
                               "Samengevoegd met een ander dossier");
                wish.gesloten_dossier = file;
            } else if (two)
                return unexpected{SamenvoegRefusal::twee_open_dossiers};
            return merge(c, context.app.kluis, context.access, context.now(), r.pair->id, wish);
        });
    if (!done) {
        html::Errors errors;
        errors.add("sluit", explain(context.view, done.error()));
        return pair_screen(context, 422, r, errors);
    }
    return http::see_other(pair_path(r.pair->id));
}

http::Response keep_apart(gate::Context& context) {
    auto const id = context.id_param("dubbel");
    auto const done = context.app.database.write(
        context.scope(), [&](db::Connection& c) { return mark_different(c, context.access, context.now(), id); });
    if (!done && done.error() == SamenvoegRefusal::bestaat_niet) return gate::not_found(context);
    return http::see_other("/dubbelen");
}

http::Response undo_merge(gate::Context& context) {
    auto const id = context.id_param("dubbel");
    auto const refused =
        context.app.database.write(context.scope(), [&](db::Connection& c) -> std::optional<SamenvoegRefusal> {
            auto const pair = find_pair(c, context.access, id);
            if (pair && pair->stand != DubbelStand::samengevoegd) {
                auto const again = judge_again(c, context.access, context.now(), id);
                return again ? std::nullopt : std::optional{again.error()};
            }
            auto const apart = take_apart(c, context.app.kluis, context.access, context.now(), id);
            if (!apart) return apart.error();
            if (apart->heropen) dossier::reopen(c, context.access, context.now(), *apart->heropen);
            return std::nullopt;
        });
    if (!refused) return http::see_other(pair_path(id));
    auto const r = read_pair(context, PersoonId{});
    if (!r.pair) return gate::not_found(context);
    html::Errors errors;
    errors.add("stand", explain(context.view, *refused));
    return pair_screen(context, 422, r, errors);
}
}
