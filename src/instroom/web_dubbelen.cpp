#include "dossier/store.h"
#include "gate/form.h"
#include "instroom/dubbelen.h"
#include "instroom/web.h"

#include <charconv>

namespace instroom {
namespace {
using html::Act;
constexpr int a_page = 25;

std::string path_of(std::int64_t id, std::string_view rest = {}) {
    return "/dubbelen/" + std::to_string(id) + std::string{rest};
}

html::Html reasons(html::View const& v, Dubbel const& d) {
    std::vector<html::Html> list;
    for (auto const& reason : d.redenen)
        list.push_back(
            html::text(v.t(reason.zin) + fmt::format(" ({}{})", reason.punten >= 0 ? "+" : "", reason.punten)));
    return html::bullet_list(list);
}

html::Html person_cell(html::View const& v, std::string const& name, PartialDate born) {
    return html::cell_two(html::bdi(name), html::text(html::partial_date(v, born.to_iso())));
}

void log_pairs(gate::Context& context, std::vector<Dubbel> const& list) {
    std::vector<std::pair<PersoonId, std::optional<DossierId>>> seen;
    for (auto const& d : list) {
        seen.emplace_back(d.een, std::nullopt);
        seen.emplace_back(d.ander, std::nullopt);
    }
    gate::log_reads(context, seen, "dubbelen");
}

DubbelPlek place(std::string_view text) {
    DubbelPlek at;
    auto const dash = text.find('-');
    if (dash == std::string_view::npos) return at;
    std::from_chars(text.data(), text.data() + dash, at.score);
    std::from_chars(text.data() + dash + 1, text.data() + text.size(), at.id);
    return at;
}

std::string_view state_text(DubbelStand s) {
    switch (s) {
    case DubbelStand::open: return i18n::N_("Nog te beoordelen");
    case DubbelStand::samengevoegd: return i18n::N_("Samengevoegd");
    case DubbelStand::verschillend: return i18n::N_("Verschillende personen");
    case DubbelStand::hersteld: return i18n::N_("Samenvoegen ongedaan gemaakt");
    }
    return {};
}

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

html::Html pair_table(html::View const& v, std::string const& caption, std::vector<Dubbel> const& list, bool open) {
    html::Table table{.caption = caption,
                      .columns = {{v.t("Eerste")},
                                  {v.t("Tweede")},
                                  {open ? v.t("Waarom") : v.t("Besluit")},
                                  {v.t("Score"), html::Align::end},
                                  {v.t("Bekijken"), html::Align::start, true}},
                      .rows = {}};
    for (auto const& d : list)
        table.rows.push_back(
            {{person_cell(v, d.naam_een, d.geboren_een), person_cell(v, d.naam_ander, d.geboren_ander),
              open ? reasons(v, d) : html::text(v.t(state_text(d.stand))), html::text(std::to_string(d.score)),
              html::button_link(open ? Act::primary : Act::secondary, path_of(d.id),
                                open ? v.t("Vergelijken") : v.t("Bekijken"), {}, true)},
             false});
    return html::data_table(table);
}
}

http::Response show_pairs(gate::Context& context) {
    auto const& v = context.view;
    struct Read {
        std::vector<Dubbel> open, decided;
    };
    auto read = context.app.database.read(context.scope(), [&](db::Connection& c) {
        return Read{open_pairs(c, context.access, place(context.request.query_value("na")), a_page + 1),
                    decided_pairs(c, context.access)};
    });
    std::optional<std::string> next;
    if (read.open.size() > a_page) {
        read.open.resize(a_page);
        next = fmt::format("/dubbelen?na={}-{}", read.open.back().score, read.open.back().id);
    }
    log_pairs(context, read.open);
    log_pairs(context, read.decided);
    std::vector<html::Html> blocks;
    blocks.push_back(read.open.empty() ? html::empty_state(v.t("Er zijn geen personen die misschien dubbel staan."))
                                       : html::panel({.id = "open",
                                                      .title = v.t("Misschien dubbel"),
                                                      .head_end = {},
                                                      .body = pair_table(v, v.t("Misschien dubbel"), read.open, true),
                                                      .flush = true}));
    blocks.push_back(html::pager(v, std::nullopt, next));
    if (!read.decided.empty())
        blocks.push_back(html::panel({.id = "besloten",
                                      .title = v.t("Laatst beoordeeld"),
                                      .head_end = {},
                                      .body = pair_table(v, v.t("Laatst beoordeeld"), read.decided, false),
                                      .flush = true}));
    auto main = html::page_head(
        {.title = v.t("Dubbelen"),
         .lead = html::text(v.t("Personen die twee keer lijken te staan, de zekerste eerst.")),
         .buttons = {html::post_button(v, "/dubbelen", Act::secondary, v.t("Opnieuw zoeken"), "search")}});
    main += html::stack(blocks);
    return gate::page(context, v.t("Dubbelen"), std::move(main));
}

http::Response search_pairs(gate::Context& context) {
    context.app.database.write(
        context.scope(), [&](db::Connection& c) { plan_duplicates(c, context.access.gemeente(), context.now()); });
    if (context.app.runner) context.app.runner->wake();
    return http::see_other("/dubbelen");
}

namespace {
struct PairRead {
    std::optional<Dubbel> pair;
    std::optional<Persoon> stays, other;
    Samenvoegbeeld picture;
};

PairRead read_pair(gate::Context& context, PersoonId wanted) {
    return context.app.database.read(context.scope(), [&](db::Connection& c) {
        PairRead r{find_pair(c, context.access, context.id_param("dubbel")), {}, {}, {}};
        if (!r.pair) return r;
        auto const stays = wanted == r.pair->ander ? r.pair->ander : r.pair->een;
        auto const other = stays == r.pair->een ? r.pair->ander : r.pair->een;
        r.stays = find(c, context.app.kluis, context.access, stays);
        r.other = find(c, context.app.kluis, context.access, other);
        if (r.pair->stand != DubbelStand::samengevoegd && r.stays && r.other)
            r.picture = preview(c, context.app.kluis, context.access, stays, other);
        return r;
    });
}

std::string value_text(html::View const& v, Persoon const& p, Veld veld) {
    auto const value = waarde(p.gegevens, veld);
    if (value.empty()) return v.t("niet bekend");
    return veld == Veld::geboren ? html::partial_date(v, value) : value;
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
              + html::bullet_list(moved);
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
    auto const other_way = path_of(r.pair->id, "?blijver=" + std::to_string(r.other->id.value));
    return html::post_form(
        v, {.action = path_of(r.pair->id),
            .fields = fields,
            .buttons = {html::button(Act::primary, v.t("Samenvoegen"), "merge"),
                        html::button_link(Act::secondary, other_way, v.t("Omdraaien: de ander blijft"))},
            .id = {}});
}

http::Response pair_screen(gate::Context& context, int status, PairRead const& r, html::Errors const& errors) {
    auto const& v = context.view;
    std::vector<html::Html> blocks;
    blocks.push_back(html::panel({.id = "waarom",
                                  .title = v.t("Score {} van 100", r.pair->score),
                                  .head_end = {},
                                  .body = reasons(v, *r.pair)}));
    auto const merged = r.pair->stand == DubbelStand::samengevoegd;
    if (merged) {
        blocks.push_back(
            html::panel({.id = "stand",
                         .title = v.t(state_text(r.pair->stand)),
                         .head_end = {},
                         .body = html::paragraph(html::text(
                                     v.t("U kunt dit terugdraaien. Beide personen staan er dan weer zoals ze waren.")))
                                 + html::post_button(v, path_of(r.pair->id, "/herstellen"), Act::danger,
                                                     v.t("Samenvoegen ongedaan maken"), "back")}));
        if (!errors.none())
            blocks.insert(blocks.begin(),
                          html::alert(html::AlertKind::error, std::string{errors.list.front().message}, {}, true));
    } else if (r.stays && r.other) {
        blocks.push_back(html::panel({.id = "samenvoegen",
                                      .title = v.t("Samenvoegen: {} blijft", r.stays->naam),
                                      .head_end = {},
                                      .body = merge_form(context, r, errors)}));
        if (r.pair->stand == DubbelStand::open)
            blocks.push_back(
                html::panel({.id = "verschillend",
                             .title = v.t("Toch twee personen?"),
                             .head_end = {},
                             .body = html::post_button(v, path_of(r.pair->id, "/verschillend"), Act::secondary,
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
    if (!r.pair || !r.stays) return gate::not_found(context);
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
            if (!now || now->stand == DubbelStand::samengevoegd) return unexpected{SamenvoegRefusal::al_besloten};
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
    return http::see_other(path_of(r.pair->id));
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
    auto const done = context.app.database.write(context.scope(), [&](db::Connection& c) {
        auto outcome = take_apart(c, context.app.kluis, context.access, context.now(), id);
        if (outcome && outcome->heropen) dossier::reopen(c, context.access, context.now(), *outcome->heropen);
        return outcome;
    });
    if (done) return http::see_other(path_of(id));
    auto const r = read_pair(context, PersoonId{});
    if (!r.pair) return gate::not_found(context);
    html::Errors errors;
    errors.add("stand", explain(context.view, done.error()));
    return pair_screen(context, 422, r, errors);
}
}
