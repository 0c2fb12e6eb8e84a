#include "dossier/web.h"

#include "dossier/overzicht.h"

#include <algorithm>
#include <charconv>

namespace dossier {
namespace {

std::int64_t number(std::string_view text) {
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

Filter read_filter(http::Request const& r) {
    Filter f;
    f.soort = soort_van(r.query_value("soort"));
    if (auto const who = number(r.query_value("persoon"))) f.persoon = PersoonId{who};
    if (auto const before = number(r.query_value("voor"))) f.voor = GebeurtenisId{before};
    return f;
}

std::optional<Overzicht> read(gate::Context& context, DossierId id, Filter const& filter) {
    constexpr int appointments = 5;
    auto const& access = context.access;
    return context.app.database.read(context.scope(), [&](db::Connection& c) -> std::optional<Overzicht> {
        auto kop = head(c, access, context.now(), id);
        if (!kop) return std::nullopt;
        Overzicht o{.kop = std::move(*kop)};
        o.feiten = facts_for(o.kop, inburgeringstermijn::basis(c, id), context.today());
        o.gebeurtenissen =
            timeline(c, context.app.kluis, access, id, filter.soort, filter.persoon, filter.voor, per_bladzijde + 1);
        if (access.mag_zien(vertrouwen::Categorie::contact))
            o.afspraken = agenda::upcoming(c, access, id, context.now(), appointments);
        if (access.mag_zien(vertrouwen::Categorie::gezin)) o.gezin = instroom::family(c, access, o.kop.dossier.persoon);
        o.taken = werkvoorraad::of_file(c, access, id);
        return o;
    });
}

/// The names of family members are reads of those people too.
void log_family(gate::Context& context, Overzicht const& o) {
    std::vector<std::pair<PersoonId, std::optional<DossierId>>> seen;
    for (auto const& member : o.gezin)
        if (member.persoon) seen.emplace_back(*member.persoon, member.dossier);
    if (!seen.empty()) gate::log_reads(context, seen, "dossier.gezin");
}
}

std::string overview_path(DossierId id, Filter const& f) {
    auto path = fmt::format("/dossiers/{}", id.value);
    char separator = '?';
    auto const add = [&](std::string_view key, std::string const& value) {
        path += fmt::format("{}{}={}", separator, key, value);
        separator = '&';
    };
    if (f.soort) add("soort", std::string{naam(*f.soort)});
    if (f.persoon) add("persoon", std::to_string(f.persoon->value));
    if (f.voor) add("voor", std::to_string(f.voor->value));
    return path;
}

http::Response show(gate::Context& context) {
    auto const& v = context.view;
    DossierId const id{context.id_param("dossier")};
    auto const filter = read_filter(context.request);
    auto const o = read(context, id, filter);
    if (!o) return gate::not_found(context);
    log_family(context, *o);
    auto const body = html::columns(timeline_panel(context, *o, filter), aside(context, *o),
                                    v.t("Termijnen, taken, afspraken, gezin en team"));
    return gate::page(context, file_title(v, o->kop, v.t("Dossier")),
                      file_frame(context, o->kop, o->feiten, Tab::overzicht, body));
}
}
