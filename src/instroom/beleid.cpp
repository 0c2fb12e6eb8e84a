#include "instroom/beleid.h"

#include "instroom/queries.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"

#include <algorithm>
#include <charconv>

namespace instroom {
using i18n::N_;

namespace {
constexpr Beleidssleutel sleutels[] = {
    {"gm.extra_aanbod",
     N_("Extra aanbod voor gezinsmigranten en overige migranten"),
     N_("Zij krijgen per geval onderdelen die de wet alleen aan asielstatushouders geeft, zoals begeleiding."),
     N_("De wet verplicht dit aanbod alleen voor asielstatushouders. De gemeente mag meer doen, uit eigen middelen."),
     {"Wi2021", "art. 13", "lid 1"},
     Zekerheid::S,
     Beleidssoort::ja_nee,
     "ja"},
    {"intake.start_azc",
     N_("De brede intake begint in het azc"),
     N_("De gemeente neemt contact op zodra het COA iemand aan haar koppelt, nog voor de verhuizing."),
     N_("De wet zegt niet waar de intake begint. De termijn van het PIP loopt pas later."),
     {"Wi2021", "art. 14", "lid 1"},
     Zekerheid::S,
     Beleidssoort::ja_nee,
     "ja"},
    {"oproep.reactietermijn",
     N_("Dagen om op een oproep te reageren"),
     N_("Zo lang heeft iemand om op de eerste en de tweede oproep voor de brede intake te reageren."),
     N_("Het college stelt deze termijn zelf vast."),
     {"Wi2021", "art. 14", "lid 1"},
     Zekerheid::P,
     Beleidssoort::dagen,
     "",
     1,
     60},
    {"voortgang.interval",
     N_("Maanden tussen voortgangsgesprekken"),
     N_("Alleen om te plannen. Het aantal gesprekken staat verplicht in elk PIP."),
     N_("De wet noemt geen vaste tijd tussen de gesprekken."),
     {"Besluit inburgering 2021", "art. 5.6", ""},
     Zekerheid::D,
     Beleidssoort::maanden,
     "6",
     1,
     12},
};
}

std::span<Beleidssleutel const> beleidssleutels() { return sleutels; }
Beleidssleutel const* beleidssleutel(std::string_view key) {
    auto const at = std::ranges::find(sleutels, key, &Beleidssleutel::sleutel);
    return at == std::end(sleutels) ? nullptr : at;
}

Result<std::string, BeleidRefusal> geldig_beleid(std::string_view key, std::string_view waarde,
                                                 std::string_view besluit) {
    auto const* const s = beleidssleutel(key);
    if (!s) return unexpected{BeleidRefusal::onbekende_sleutel};
    if (s->soort == Beleidssoort::ja_nee && waarde != "ja" && waarde != "nee")
        return unexpected{BeleidRefusal::geen_ja_of_nee};
    if (s->soort != Beleidssoort::ja_nee) {
        int n = 0;
        auto const [end, error] = std::from_chars(waarde.data(), waarde.data() + waarde.size(), n);
        if (error != std::errc{} || end != waarde.data() + waarde.size()) return unexpected{BeleidRefusal::geen_getal};
        if (n < s->minste || n > s->meeste) return unexpected{BeleidRefusal::buiten_de_ruimte};
    }
    if (besluit.find_first_not_of(" \t\r\n") == std::string_view::npos) return unexpected{BeleidRefusal::geen_besluit};
    return std::string{waarde};
}

std::vector<Beleidswaarde> policy_history(db::Connection& c, GemeenteId gemeente, std::string_view key) {
    return c.list(queries::policy_history, {gemeente, key}, [](db::Row const& r) {
        return Beleidswaarde{std::string{r.text(0)}, r.date(1), std::string{r.text(2)}, std::string{r.text(3)},
                             r.timestamp(4)};
    });
}

std::optional<std::string> policy(db::Connection& c, GemeenteId gemeente, std::string_view key, Date on) {
    auto const* const s = beleidssleutel(key);
    check(s != nullptr);
    if (auto decided = c.value<std::string>(queries::policy, {gemeente, key, on})) return decided;
    return s->standaard.empty() ? std::nullopt : std::optional{std::string{s->standaard}};
}

Result<std::string, BeleidRefusal> set_policy(db::Connection& c, vertrouwen::Access const& access, Timestamp now,
                                              std::string_view key, std::string_view waarde, Date vanaf,
                                              std::string_view besluit) {
    auto const value = geldig_beleid(key, waarde, besluit);
    if (!value) return value;
    auto const id = db::new_id();
    c.exec(queries::insert_policy, {access.gemeente(), id, key, *value, vanaf, besluit, access.gebruiker(), now});
    json::Writer w;
    w.object().field("sleutel", key).field("waarde", *value).field("vanaf", to_iso(vanaf)).end_object();
    vertrouwen::audit(c, access, now, "beleid", "beleid", id, w.take());
    return value;
}

std::vector<ExtraBesluit> extra_offers(db::Connection& c, vertrouwen::Access const& access, PersoonId persoon) {
    return c.list(queries::extra_offers, {access.gemeente(), persoon}, [](db::Row const& r) {
        return ExtraBesluit{r.boolean(0), std::string{r.text(1)}, r.date(2), std::string{r.text(3)}};
    });
}

void decide_extra_offer(db::Connection& c, vertrouwen::Access const& access, Timestamp now, PersoonId persoon,
                        bool toegekend, std::string_view reden, Date vanaf) {
    c.exec(queries::insert_extra_offer,
           {access.gemeente(), db::new_id(), persoon, toegekend, reden, vanaf, access.gebruiker(), now});
    vertrouwen::audit(c, access, now, toegekend ? "extra_aanbod_toegekend" : "extra_aanbod_gestopt", "persoon",
                      persoon.value, "{\"vanaf\":\"" + to_iso(vanaf) + "\"}");
}
}
