#include "brieven/web.h"
#include "brieven/web_brief.h"
#include "dossier/store.h"
#include "gate/form.h"
#include "platform/log/log.h"

#include <charconv>

/// What is done with a letter: sent, another language, came back.
namespace brieven {
using namespace web_brief;
namespace {
std::int64_t version_in(http::Request const& request) {
    std::int64_t version{};
    auto const given = request.form_value("versie");
    std::from_chars(given.data(), given.data() + given.size(), version);
    return version;
}
Verzendfeiten facts_of(Geheel const& g, bool consent) {
    auto const& to = g.adressaat;
    return {g.brief.stand, to.open, to.overleden, to.geheim, to.woont, consent, g.brief.gemaakt};
}
http::Response refused(gate::Context& context, int status, Invoer const& in, Fouten const& fouten) {
    auto const now = read(context, context.today());
    return now ? screen(context, status, *now, in, fouten) : gate::not_found(context);
}
}

http::Response send(gate::Context& context) {
    auto const& v = context.view;
    auto const& r = context.request;
    Invoer in{.wijze = std::string{r.form_value("wijze")},
              .dag = gate::date_input(r, "dag"),
              .reden = {},
              .taal = {},
              .toestemming = r.form_value("toestemming") == "ja"};
    auto const day = gate::whole_date(in.dag);
    auto const how = wijze_van(in.wijze);
    auto const g = read(context, day.value_or(context.today()));
    if (!g) return gate::not_found(context);
    Fouten fouten;
    if (!how) fouten.velden.add("wijze", v.t("Kies hoe de brief weggaat."));
    if (auto const no =
            check_verzend(facts_of(*g, in.toestemming), how.value_or(Wijze::uitgereikt), day, context.today()))
        add(context, fouten, *no);
    else if (g->brief.versie != version_in(r))
        add(context, fouten, BriefRefusal::gewijzigd);
    if (!fouten.velden.none() || !fouten.algemeen.empty()) return screen(context, 422, *g, in, fouten);

    // The prints are made here, outside any transaction; the store takes them only when nothing changed meanwhile.
    check(context.app.printer != nullptr);
    auto print = druk_beide(*context.app.printer, *g);
    if (!print) {
        fouten.algemeen = v.t(tekst(print.error()));
        return screen(context, 503, *g, in, fouten);
    }
    Verzending const sending{.wijze = *how,
                             .dag = day,
                             .toestemming = in.toestemming,
                             .versie = g->brief.versie,
                             .vast = to_json(g->vast),
                             .pdf_nl = std::move(print->nl),
                             .pdf_vertaald = std::move(print->vertaald)};
    auto const sent = context.app.database.write(context.scope(), [&](db::Connection& c) {
        dossier::hold(c, context.access, dossier_of(context));
        return verzend(c, context.app.kluis, context.access, context.now(), context.today(), dossier_of(context),
                       letter_of(context), sending);
    });
    if (sent) return http::see_other(path(context));
    add(context, fouten, sent.error());
    return refused(context, 422, in, fouten);
}

http::Response set_language(gate::Context& context) {
    auto const& v = context.view;
    Invoer in;
    in.taal = std::string{context.request.form_value("taal")};
    auto const g = read(context, context.today());
    if (!g) return gate::not_found(context);
    auto const known = context.app.database.read(
        context.scope(), [&](db::Connection& c) { return talen(c, context.access.gemeente(), g->brief.soort); });
    Fouten fouten;
    if (std::ranges::find(known, in.taal) == known.end()) {
        fouten.velden.add("taal", v.t("Kies een taal uit de lijst."));
        in.taal.clear();
        return screen(context, 422, *g, in, fouten);
    }
    auto const set = context.app.database.write(context.scope(), [&](db::Connection& c) {
        return zet_taal(c, context.app.kluis, context.access, dossier_of(context), letter_of(context),
                        version_in(context.request), in.taal);
    });
    if (set) return http::see_other(path(context));
    add(context, fouten, set.error());
    return refused(context, 422, in, fouten);
}

http::Response send_again(gate::Context& context) {
    auto const made = context.app.database.write(context.scope(), [&](db::Connection& c) {
        return opnieuw(c, context.app.kluis, context.access, context.now(), context.today(), dossier_of(context),
                       letter_of(context));
    });
    if (made) return http::see_other(fmt::format("/dossiers/{}/brieven/{}", dossier_of(context).value, made->value));
    if (made.error() == BriefRefusal::bestaat_niet) return gate::not_found(context);
    Fouten fouten;
    add(context, fouten, made.error());
    return refused(context, 422, {}, fouten);
}

http::Response returned(gate::Context& context) {
    auto const& r = context.request;
    Invoer in;
    in.dag = gate::date_input(r, "dag");
    in.reden = gate::trimmed(r.form_value("reden"));
    auto const done = context.app.database.write(context.scope(), [&](db::Connection& c) {
        return retour(c, context.app.kluis, context.access, context.now(), context.today(), dossier_of(context),
                      letter_of(context), gate::whole_date(in.dag), in.reden);
    });
    if (done) return http::see_other(path(context));
    if (done.error() == BriefRefusal::bestaat_niet) return gate::not_found(context);
    Fouten fouten;
    add(context, fouten, done.error());
    return refused(context, 422, in, fouten);
}
}
