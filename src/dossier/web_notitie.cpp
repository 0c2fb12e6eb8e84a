#include "dossier/notitie_form.h"
#include "dossier/web.h"

#include <algorithm>

namespace dossier {
namespace {
using html::Html;

struct Read {
    Kop kop;
    std::vector<Persoonkeuze> persons;
    inburgeringstermijn::Grondslag basis;
};

Read read(db::Connection& c, gate::Context const& context, DossierId id) {
    auto kop = head(c, context.access, context.now(), id);
    check(kop.has_value());
    auto persons = people(c, context.access, *kop);
    return {std::move(*kop), std::move(persons), inburgeringstermijn::basis(c, id)};
}
std::string back(DossierId id) { return fmt::format("/dossiers/{}", id.value); }

struct FormPage {
    int status;
    std::string title, action, button;
    Html above;
};

/// The names in "Over wie?" are reads of those people too.
void log_family(gate::Context& context, Read const& r) {
    std::vector<std::pair<PersoonId, std::optional<DossierId>>> seen;
    for (auto const& one : r.persons)
        if (one.id != r.kop.dossier.persoon) seen.emplace_back(one.id, std::nullopt);
    if (!seen.empty()) gate::log_reads(context, seen, "dossier.gezin");
}

http::Response form_page(gate::Context& context, Read const& r, FormPage const& p, NotitieInvoer const& in,
                         html::Errors const& errors) {
    auto const& v = context.view;
    log_family(context, r);
    auto const form = html::post_form(
        v, {.action = p.action,
            .fields = note_fields(context, r.persons, in, errors),
            .buttons = {html::button(html::Act::primary, p.button),
                        html::button_link(html::Act::subtle, back(r.kop.dossier.id), v.t("Annuleren"))}});
    auto const body = html::error_summary(v, errors) + p.above
                      + html::panel({.id = "notitie", .title = p.title, .head_end = {}, .body = form});
    return gate::page(context, p.status, file_title(v, r.kop, p.title),
                      file_frame(context, r.kop, facts_for(r.kop, r.basis, v.today), Tab::overzicht, body));
}
FormPage new_page(gate::Context& context, int status) {
    auto const& v = context.view;
    return {status, v.t("Contact of notitie"), context.request.path, v.t("Opslaan"), {}};
}
FormPage correction_page(gate::Context& context, int status, DossierId id, GebeurtenisId which, Html above) {
    auto const& v = context.view;
    return {status, v.t("Notitie verbeteren"), fmt::format("{}/notities/{}", back(id), which.value),
            v.t("Verbetering opslaan"), std::move(above)};
}
Html stays_note(html::View const& v) {
    return html::paragraph(
        html::text(v.t("De oude tekst blijft zichtbaar op de tijdlijn, met het woord 'verbeterd'.")));
}
/// Both values: what a colleague made of it meanwhile, and below it, in the form, what was typed here.
Html conflict(html::View const& v, Gebeurtenis const& theirs) {
    auto const body =
        html::paragraph(html::text(v.t("{} schreef:", theirs.gebruiker_naam)))
        + html::paragraph(html::text(theirs.tekst), "md-timeline__text")
        + html::paragraph(html::text(v.t("Uw tekst staat hieronder. Voeg de teksten samen en sla dan op.")));
    return html::alert(html::AlertKind::warning, v.t("Iemand heeft deze notitie intussen verbeterd."), body, true);
}
bool can_be_corrected(Gebeurtenis const& e) { return e.soort == Soort::notitie || e.soort == Soort::contact; }
}

http::Response note_form(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const r = context.app.database.read(context.scope(), [&](db::Connection& c) { return read(c, context, id); });
    NotitieInvoer in;
    in.dag = to_iso(context.today());
    return form_page(context, r, new_page(context, 200), in, {});
}

http::Response add_note(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    auto const in = read_note(context.request);
    html::Errors errors;
    std::optional<Read> r;
    bool const added = context.app.database.write(context.scope(), [&](db::Connection& c) {
        errors = {};
        r = read(c, context, id);
        auto const e = event_of(context, r->persons, in, errors);
        if (e) add_event(c, context.app.kluis, context.access, context.now(), id, *e);
        return e.has_value();
    });
    return added ? http::see_other(back(id)) : form_page(context, *r, new_page(context, 422), in, errors);
}

http::Response correct_form(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    GebeurtenisId const which{context.id_param("gebeurtenis")};
    struct Found {
        Read read;
        std::optional<Gebeurtenis> old;
    };
    auto const found = context.app.database.read(context.scope(), [&](db::Connection& c) {
        auto const newest = latest_version(c, id, which);
        return Found{read(c, context, id), event(c, context.app.kluis, context.access, id, newest)};
    });
    if (!found.old || !can_be_corrected(*found.old)) return gate::not_found(context);
    return form_page(context, found.read, correction_page(context, 200, id, found.old->id, stays_note(context.view)),
                     input_of(*found.old), {});
}

http::Response correct(gate::Context& context) {
    DossierId const id{context.id_param("dossier")};
    GebeurtenisId const which{context.id_param("gebeurtenis")};
    auto const in = read_note(context.request);
    html::Errors errors;
    std::optional<Read> r;
    std::optional<Gebeurtenis> old, newer;
    bool const added = context.app.database.write(context.scope(), [&](db::Connection& c) {
        errors = {};
        newer.reset();
        hold(c, context.access, id);   // of two who correct at once, the second sees the first
        r = read(c, context, id);
        old = event(c, context.app.kluis, context.access, id, which);
        if (!old || !can_be_corrected(*old)) return false;
        if (old->gecorrigeerd) {
            newer = event(c, context.app.kluis, context.access, id, latest_version(c, id, which));
            return false;
        }
        auto e = event_of(context, r->persons, in, errors);
        if (!e) return false;
        e->vervangt = which;
        add_event(c, context.app.kluis, context.access, context.now(), id, *e);
        return true;
    });
    if (added) return http::see_other(back(id));
    if (!old || !can_be_corrected(*old)) return gate::not_found(context);
    if (old->gecorrigeerd && !newer) return http::see_other(back(id));   // by a text that this reader may not see
    if (newer)
        return form_page(context, *r, correction_page(context, 409, id, newer->id, conflict(context.view, *newer)), in,
                         {});
    return form_page(context, *r, correction_page(context, 422, id, which, stays_note(context.view)), in, errors);
}
}
