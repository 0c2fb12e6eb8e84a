#include "inburgeringstermijn/web.h"

#include "dossier/frame.h"
#include "gate/form.h"

#include <algorithm>
#include <charconv>

namespace inburgeringstermijn {
namespace {
using html::Html;

/// What was typed, kept as it is until it is right.
struct Invoer {
    std::string soort, dag, laatste_dag, toelichting;
    std::int64_t vervangt = 0;
};

std::int64_t number(std::string_view text) {
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}
std::string back(DossierId id) { return fmt::format("/dossiers/{}/termijnen", id.value); }
bool asks_who(FeitSoort soort) { return soort == FeitSoort::derden_gevraagd || soort == FeitSoort::derden_ontvangen; }

std::vector<html::Choice> kinds(html::View const& v) {
    std::vector<html::Choice> all{{"", v.t("Kies een feit"), ""}};
    for (auto const soort : alle_feiten())
        if (!is_van_duo(soort)) all.push_back({std::string{naam(soort)}, v.t(titel(soort)), ""});
    return all;
}

http::Response form_page(gate::Context& context, int status, Invoer const& in, html::Errors const& errors) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    auto const fields =
        html::select_field(
            v, {.name = "soort", .label = v.t("Feit"), .value = in.soort, .error = std::string{errors.at("soort")}},
            kinds(v))
        + html::date_field(v, {.name = "dag",
                               .label = v.t("Dag waarop het gebeurde"),
                               .help = v.t("Bij een periode: de eerste dag."),
                               .value = in.dag,
                               .error = std::string{errors.at("dag")}})
        + html::date_field(
            v, {.name = "laatste",
                .label = v.t("Laatste dag van de periode"),
                .help = v.t("Alleen bij een periode, zoals verblijf in het buitenland of bijstand. Laat leeg "
                            "als de periode nog loopt."),
                .value = in.laatste_dag,
                .error = std::string{errors.at("laatste")},
                .required = false})
        + html::textarea_field(v,
                               {.name = "toelichting",
                                .label = v.t("Toelichting"),
                                .help = v.t("Bij informatie van derden: welke informatie, en van wie. Geen medische "
                                            "gegevens."),
                                .value = in.toelichting,
                                .error = std::string{errors.at("toelichting")},
                                .required = false,
                                .max_length = 500},
                               3)
        + (in.vervangt ? html::hidden_field("vervangt", std::to_string(in.vervangt)) : Html{});
    auto const title = in.vervangt ? v.t("Feit verbeteren") : v.t("Feit vastleggen");
    auto const form =
        html::post_form(v, {.action = back(id) + "/feit",
                            .fields = fields,
                            .buttons = {html::button(html::Act::primary, v.t("Feit vastleggen")),
                                        html::button_link(html::Act::subtle, back(id), v.t("Annuleren"))}});
    auto const lead = in.vervangt ? v.t("Het oude feit blijft zichtbaar in de geschiedenis.")
                                  : v.t("De termijnen en taken worden meteen opnieuw berekend.");
    auto const body =
        html::error_summary(v, errors)
        + html::panel({.id = "feit", .title = title, .head_end = {}, .body = html::paragraph(html::text(lead)) + form});
    return gate::page(context, status, dossier::file_title(context, id, title),
                      dossier::file_frame(context, id, dossier::Tab::termijnen, body));
}

Invoer typed(http::Request const& r) {
    return {std::string{r.form_value("soort")}, gate::date_input(r, "dag"), gate::date_input(r, "laatste"),
            gate::trimmed(r.form_value("toelichting")), number(r.form_value("vervangt"))};
}

/// The fact, or errors beside the fields.
std::optional<Feit> read_fact(html::View const& v, Invoer const& in, std::vector<OpgeslagenFeit> const& standing,
                              html::Errors& errors) {
    auto const soort = feit_van(in.soort);
    if (!soort || is_van_duo(*soort)) errors.add("soort", v.t("Kies een feit uit de lijst."));
    auto const day = gate::whole_date(in.dag);
    if (!day) errors.add("dag", v.t("Vul een dag in die bestaat, bijvoorbeeld 25 11 2026."));
    std::optional<Date> until;
    if (!in.laatste_dag.empty()) {
        auto const last = gate::whole_date(in.laatste_dag);
        if (!last)
            errors.add("laatste", v.t("Vul een dag in die bestaat, bijvoorbeeld 25 11 2026."));
        else if (soort && !is_periode(*soort))
            errors.add("laatste", v.t("Dit feit heeft geen laatste dag. Laat dit veld leeg."));
        else
            until = *last + std::chrono::days{1};
    }
    if (soort && asks_who(*soort) && in.toelichting.empty())
        errors.add("toelichting", v.t("Schrijf welke informatie het is en van wie."));
    constexpr std::size_t longest = 2000;
    if (in.toelichting.size() > longest)
        errors.add("toelichting", v.t("De toelichting is te lang (ten hoogste 500 tekens)."));
    auto const old = std::ranges::find(standing, in.vervangt, &OpgeslagenFeit::id);
    if (in.vervangt && (old == standing.end() || old->bron == "duo"))
        errors.add("soort", v.t("Dit feit is intussen al verbeterd of ingetrokken. Kijk eerst wat er nu staat."));
    if (!errors.none()) return std::nullopt;
    Feit const fact{*soort, *day, until};
    std::vector<Feit> others;
    for (auto const& f : standing)
        if (f.id != in.vervangt) others.push_back(f.feit);
    if (auto const no = check_feit(fact, others, v.today)) {
        bool const about_end = *no == FeitRefusal::tot_niet_na_van || *no == FeitRefusal::einde_nodig;
        errors.add(about_end ? "laatste" : "dag", v.t(tekst(*no)));
        return std::nullopt;
    }
    return fact;
}

/// The stage of the file follows the facts; it never goes back by itself.
void move_stage(db::Connection& c, gate::Context const& context, DossierId id, FeitSoort soort) {
    auto const file = dossier::find(c, context.access, id);
    check(file.has_value());
    if (soort == FeitSoort::kennisgeving && file->fase == "instroom")
        dossier::set_stage(c, context.access, id, "intake");
    if (soort == FeitSoort::eerste_pip && file->fase != "voldaan")
        dossier::set_stage(c, context.access, id, "leerroute");
}

void write(db::Connection& c, gate::Context& context, DossierId id, Feit const& fact, Invoer const& in) {
    auto const& access = context.access;
    if (in.vervangt)
        replace_fact(c, access, context.now(), id, in.vervangt, fact, "hand", in.toelichting);
    else
        add_fact(c, access, context.now(), id, fact, "hand", in.toelichting);
    dossier::add_event(c, context.app.kluis, access, context.now(), id,
                       {.dag = fact.dag,
                        .soort = dossier::Soort::wettelijk,
                        .categorie = vertrouwen::Categorie::voortgang,
                        .titel = std::string{titel(fact.soort)},
                        .tekst = in.toelichting,
                        .bron = ""});
    move_stage(c, context, id, fact.soort);
    recompute(c, access, context.now(), context.today(), id);
}
}

http::Response fact_form(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const& r = context.request;
    Invoer in{std::string{r.query_value("soort")}, "", "", "", number(r.query_value("vervangt"))};
    if (in.vervangt) {
        auto const standing =
            context.app.database.read(context.scope(), [&](db::Connection& c) { return facts(c, id); });
        auto const old = std::ranges::find(standing, in.vervangt, &OpgeslagenFeit::id);
        if (old == standing.end()) return http::see_other(back(id));
        in.soort = naam(old->feit.soort);
        in.dag = to_iso(old->feit.dag);
        if (old->feit.tot) in.laatste_dag = to_iso(*old->feit.tot - std::chrono::days{1});
        in.toelichting = old->toelichting;
    }
    return form_page(context, 200, in, {});
}

http::Response add(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const in = typed(context.request);
    html::Errors errors;
    bool const written = context.app.database.write(context.scope(), [&](db::Connection& c) {
        errors = {};
        auto const fact = read_fact(context.view, in, facts(c, id), errors);
        if (fact) write(c, context, id, *fact, in);
        return fact.has_value();
    });
    return written ? http::see_other(back(id)) : form_page(context, 422, in, errors);
}

namespace {
http::Response withdraw_page(gate::Context& context, int status, OpgeslagenFeit const& fact, std::string const& reason,
                             html::Errors const& errors) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    auto const title = v.t("Feit intrekken");
    auto const what = fmt::format("{}: {}", v.t(titel(fact.feit.soort)), html::long_date(v, fact.feit.dag));
    auto const fields = html::paragraph(html::strong(html::text(what)))
                        + html::textarea_field(v,
                                               {.name = "reden",
                                                .label = v.t("Waarom klopt dit feit niet?"),
                                                .value = reason,
                                                .error = std::string{errors.at("reden")},
                                                .max_length = 500},
                                               3);
    auto const form =
        html::post_form(v, {.action = fmt::format("{}/feit/{}/intrekken", back(id), fact.id),
                            .fields = fields,
                            .buttons = {html::button(html::Act::danger, v.t("Feit intrekken")),
                                        html::button_link(html::Act::subtle, back(id), v.t("Annuleren"))}});
    auto const body =
        html::error_summary(v, errors) + html::panel({.id = "intrekken", .title = title, .head_end = {}, .body = form});
    return gate::page(context, status, dossier::file_title(context, id, title),
                      dossier::file_frame(context, id, dossier::Tab::termijnen, body));
}
std::optional<OpgeslagenFeit> own_fact(std::vector<OpgeslagenFeit> const& all, std::int64_t id) {
    auto const found = std::ranges::find(all, id, &OpgeslagenFeit::id);
    if (found == all.end() || found->bron == "duo") return std::nullopt;
    return *found;
}
}

http::Response withdraw_form(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const fact = context.app.database.read(
        context.scope(), [&](db::Connection& c) { return own_fact(facts(c, id), context.id_param("feit")); });
    return fact ? withdraw_page(context, 200, *fact, "", {}) : gate::not_found(context);
}

http::Response withdraw(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const reason = gate::trimmed(context.request.form_value("reden"));
    std::optional<OpgeslagenFeit> fact;
    bool const done = context.app.database.write(context.scope(), [&](db::Connection& c) {
        fact = own_fact(facts(c, id), context.id_param("feit"));
        if (!fact || reason.empty()) return false;
        withdraw_fact(c, context.access, context.now(), context.today(), id, fact->id, reason);
        recompute(c, context.access, context.now(), context.today(), id);
        return true;
    });
    if (!fact) return gate::not_found(context);
    if (done) return http::see_other(back(id));
    html::Errors errors;
    errors.add("reden", context.view.t("Schrijf waarom dit feit niet klopt."));
    return withdraw_page(context, 422, *fact, reason, errors);
}
}
