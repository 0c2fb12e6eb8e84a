#include "documenten/store.h"
#include "gate/form.h"
#include "law/wi2021.h"
#include "pip/beeld.h"
#include "pip/tekening.h"
#include "pip/web.h"

#include <fstream>

namespace pip {
using html::Html;

std::string_view titel(Wijze way) {
    switch (way) {
    case Wijze::tekening: return i18n::N_("Getekend op het scherm");
    case Wijze::naam: return i18n::N_("Getekend met de naam");
    case Wijze::document: return i18n::N_("Getekend op papier, gescand");
    }
    throw Bug{"wijze"};
}

namespace {
struct Tekeninvoer {
    std::string wijze, naam, dag, tekening;
    bool akkoord = false;
    std::int64_t gezien = -1;
};

html::Field who(html::View const& v, Tekeninvoer const& in, std::string_view way, html::Errors const& errors) {
    return {.name = "naam",
            .label = v.t("Naam van wie tekent"),
            .value = in.naam,
            .error = std::string{errors.at(fmt::format("naam-{}", way))},
            .max_length = 200,
            .id = fmt::format("naam-{}", way)};
}
Html common(html::View const& v, Tekeninvoer const& in, std::string_view way, std::int64_t seen,
            html::Errors const& errors) {
    return html::text_field(v, who(v, in, way, errors)) + html::hidden_field("wijze", way)
           + html::hidden_field("gezien", std::to_string(seen));
}

Html by_name(gate::Context& context, DossierId id, Tekeninvoer const& in, std::int64_t seen,
             html::Errors const& errors) {
    auto const& v = context.view;
    auto const fields = common(v, in, "naam", seen, errors)
                        + html::checkbox_field(v,
                                               {.name = "akkoord",
                                                .label = v.t("Ik teken dit plan met mijn naam"),
                                                .error = std::string{errors.at("akkoord")}},
                                               "ja", in.akkoord);
    return html::panel(
        {.id = "met-naam",
         .title = v.t("Tekenen met de naam"),
         .head_end = {},
         .body = html::post_form(v, {.action = plan_path(id, "/ondertekenen"),
                                     .fields = fields,
                                     .buttons = {html::button(html::Act::secondary, v.t("Ondertekenen met naam"))}})});
}

Html by_scan(gate::Context& context, DossierId id, Tekeninvoer const& in, std::int64_t seen,
             html::Errors const& errors) {
    auto const& v = context.view;
    auto const fields = common(v, in, "document", seen, errors)
                        + html::date_field(v, {.name = "dag",
                                               .label = v.t("Dag van ondertekening"),
                                               .value = in.dag,
                                               .error = std::string{errors.at("dag")}})
                        + html::file_field(v,
                                           {.name = "document",
                                            .label = v.t("Scan of foto van het getekende plan"),
                                            .help = v.t("PDF, PNG of JPEG, ten hoogste 20 MB."),
                                            .error = std::string{errors.at("document")}},
                                           ".pdf,.png,.jpg,.jpeg");
    return html::panel(
        {.id = "gescand",
         .title = v.t("Getekend op papier"),
         .head_end = html::link(plan_path(id, "/afdruk"), v.t("Plan afdrukken")),
         .body = html::post_form(v, {.action = plan_path(id, "/ondertekenen"),
                                     .fields = fields,
                                     .buttons = {html::button(html::Act::secondary, v.t("Scan bewaren"), "upload")},
                                     .multipart = true})});
}

Html by_drawing(gate::Context& context, DossierId id, Tekeninvoer const& in, std::int64_t seen,
                html::Errors const& errors) {
    auto const& v = context.view;
    auto const wrong = errors.at("op-scherm");
    auto const fault = wrong.empty() ? Html{} : html::alert(html::AlertKind::error, wrong);
    return html::signature_pad(v,
                               {.action = plan_path(id, "/ondertekenen"),
                                .fields = fault + common(v, in, "tekening", seen, errors),
                                .buttons = {html::button(html::Act::primary, v.t("Handtekening bewaren"), "check")},
                                .id = "op-scherm"},
                               "tekening", v.t("Teken hier met vinger, pen of muis"));
}

http::Response sign_page(gate::Context& context, int status, Lezing const& r, Tekeninvoer const& in,
                         html::Errors const& errors) {
    auto const& v = context.view;
    auto const id = r.kop->dossier.id;
    auto const seen = r.plan->stand_van_inhoud();
    Html already;
    if (r.plan->handtekening)
        already =
            html::alert(html::AlertKind::info,
                        v.t("Dit plan is al ondertekend door {}. Een nieuwe handtekening komt ervoor in de plaats.",
                            r.plan->handtekening->naam));
    auto const lead = html::panel(
        {.id = "ondertekenen",
         .title = v.t("Plan laten ondertekenen"),
         .head_end = {},
         .body =
             html::paragraph(html::text(v.t("Wie tekent, zegt daarmee dat het plan is besproken. Het besluit neemt het "
                                            "college.")))
             + by_drawing(context, id, in, seen, errors)});
    auto const body =
        html::error_summary(v, errors) + already
        + html::stack({lead, by_name(context, id, in, seen, errors), by_scan(context, id, in, seen, errors),
                       html::actions({html::button_link(html::Act::subtle, plan_path(id, "/controle"),
                                                        v.t("Verder zonder handtekening"))})});
    return plan_page(context, status, r, v.t("Plan laten ondertekenen"), body);
}

Tekeninvoer read_signature(http::Request const& r) {
    Tekeninvoer in;
    in.wijze = r.form_value("wijze");
    in.naam = gate::trimmed(r.form_value("naam"));
    in.dag = gate::date_input(r, "dag");
    in.tekening = r.form_value("tekening");
    in.akkoord = r.form_value("akkoord") == "ja";
    std::int64_t seen = 0;
    auto const typed = r.form_value("gezien");
    constexpr std::size_t most_digits = 9;
    if (typed.empty() || typed.size() > most_digits) return in;
    for (char const c : typed) {
        if (c < '0' || c > '9') return in;
        seen = seen * 10 + (c - '0');
    }
    in.gezien = seen;
    return in;
}

std::string content_of(http::Upload const& upload) {
    std::ifstream file{upload.path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

/// The signature, or errors beside the fields. The scan is kept later, in the same transaction.
std::optional<Handtekening> signature_of(gate::Context& context, Tekeninvoer const& in, html::Errors& errors) {
    auto const& v = context.view;
    Handtekening h{Wijze::naam, in.naam, {}, {}, context.today(), {}};
    if (in.wijze != "tekening" && in.wijze != "naam" && in.wijze != "document") {
        errors.add("", v.t("Kies hoe er getekend wordt."));
        return std::nullopt;
    }
    auto const name_field = "naam-" + in.wijze;
    if (in.naam.empty()) errors.add(name_field, v.t("Vul de naam in van wie tekent."));
    constexpr std::size_t longest_name = 800;   // bytes of 200 characters
    if (in.naam.size() > longest_name) errors.add(name_field, v.t("Deze naam is te lang (ten hoogste 200 tekens)."));
    if (in.wijze == "tekening") {
        h.wijze = Wijze::tekening;
        h.tekening = in.tekening;
        if (!is_tekening(in.tekening))
            errors.add("op-scherm", v.t("Er is nog niets getekend. Teken in het vak, of teken met de naam."));
    } else if (in.wijze == "document") {
        h.wijze = Wijze::document;
        auto const day = gate::whole_date(in.dag);
        if (!day)
            errors.add("dag", v.t("Vul een dag in die bestaat, bijvoorbeeld 25 11 2026."));
        else if (*day > context.today())
            errors.add("dag", v.t("Deze dag ligt in de toekomst."));
        else if (*day < law::wi2021_in_werking)
            errors.add("dag", v.t("Deze dag ligt voor 1 januari 2022. De wet geldt sinds die dag."));
        h.dag = day.value_or(context.today());
        auto const* upload = context.request.upload("document");
        if (!upload || upload->size == 0) errors.add("document", v.t("Kies het bestand met het getekende plan."));
    } else if (!in.akkoord) {
        errors.add("akkoord", v.t("Zet een vinkje om met de naam te tekenen."));
    }
    return errors.none() ? std::optional{h} : std::nullopt;
}

/// Keeps the scan; nothing with an error when it is no document that may be kept.
bool keep_scan(db::Connection& c, gate::Context& context, DossierId id, std::string const& bytes, Handtekening& h,
               html::Errors& errors) {
    if (h.wijze != Wijze::document) return true;
    auto const* upload = context.request.upload("document");
    check(upload != nullptr);
    auto const kept = documenten::bewaar(
        c, context.app.kluis, context.access, context.now(), id,
        {.naam = upload->filename, .mediatype = upload->content_type, .bytes = bytes, .soort = "pip_ondertekend"});
    if (kept) {
        h.document = *kept;
        return true;
    }
    errors.add("document", context.view.t(documenten::tekst(kept.error())));
    return false;
}

void explain(html::View const& v, SlaRefusal refusal, html::Errors& errors) {
    if (refusal == SlaRefusal::andere_versie)
        errors.add("", v.t("Het plan is intussen gewijzigd. Lees het nog eens na voordat iemand tekent."));
    if (refusal == SlaRefusal::geen_leerroute)
        errors.add("", v.t("Kies eerst een leerroute. Zonder leerroute is er nog geen plan."));
}
}

http::Response sign_form(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const r =
        context.app.database.read(context.scope(), [&](db::Connection& c) { return read_plan(c, context, id); });
    if (!r.kop) return gate::not_found(context);
    if (!r.is_concept()) return http::see_other(plan_path(id));
    Tekeninvoer in;
    in.naam = r.kop->naam;
    in.dag = to_iso(context.today());
    return sign_page(context, 200, r, in, {});
}

http::Response sign_post(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const in = read_signature(context.request);
    html::Errors typed_errors;
    auto const signature = signature_of(context, in, typed_errors);
    auto const* upload = context.request.upload("document");
    auto const bytes = signature && signature->wijze == Wijze::document && upload ? content_of(*upload) : std::string{};
    html::Errors errors;
    bool changed = false;
    auto const r = context.app.database.write(context.scope(), [&](db::Connection& c) {
        errors = typed_errors;
        changed = false;
        auto all = read_plan(c, context, id);
        if (!all.is_concept() || !signature) return all;
        auto h = *signature;
        changed = all.plan->stand_van_inhoud() != in.gezien;
        if (changed)
            explain(context.view, SlaRefusal::andere_versie, errors);
        else if (all.plan->plan.inhoud.leerroute.empty())
            explain(context.view, SlaRefusal::geen_leerroute, errors);
        else if (keep_scan(c, context, id, bytes, h, errors))
            if (auto const done = onderteken(c, surroundings(context), id, all.plan->kop.id, in.gezien, h); !done)
                explain(context.view, done.error(), errors);
        return all;
    });
    if (!r.kop) return gate::not_found(context);
    if (!r.is_concept()) return http::see_other(plan_path(id));
    if (!errors.none()) return sign_page(context, changed ? 409 : 422, r, in, errors);
    return http::see_other(plan_path(id, "/controle"));
}
}
