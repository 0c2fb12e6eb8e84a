#include "demo/bureau.h"

#include "brede_intake/oproep_store.h"
#include "brieven/sjablonen.h"
#include "demo/queries.h"
#include "inburgeringstermijn/rules.h"
#include "instroom/dubbelen.h"

#include <fmt/core.h>

namespace demo {
using std::chrono::hours;

void look_alikes(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente,
                 std::vector<PersoonId> const& people) {
    for (auto const person : people) instroom::check_duplicates(c, kluis, gemeente, person);
}

void purposes(db::Connection& c, Rijen& ids, GemeenteId gemeente, GebruikerId who, std::optional<GebruikerId> officer,
              Timestamp now) {
    struct Opened {
        std::string_view doel, reden;
        hours ago, during;
        bool reviewed;
    };
    constexpr Opened all[] = {
        {"noodtoegang", "Mevrouw staat aan de balie en haar eigen klantmanager is er niet.", hours{50}, hours{1}, true},
        {"noodtoegang", "Melding van de school dat zij vandaag dringend contact zoekt.", hours{20}, hours{1}, false},
        {"inburgering", "Overleg over de groepsindeling van de taallessen in januari.", hours{26}, hours{8}, false}};
    auto const files =
        c.list(queries::files_of_others, {gemeente, who}, [](db::Row const& r) { return r.get<DossierId>(0); });
    for (std::size_t i = 0; i < files.size() && i < std::size(all); ++i) {
        auto const& o = all[i];
        auto const from = now.plus(-o.ago);
        bool const reviewed = o.reviewed && officer;
        c.exec(queries::add_access, {ids.next_id(), gemeente, who, files[i], o.doel, o.reden, from, from.plus(o.during),
                                     reviewed ? db::Param{*officer} : db::Param{std::nullopt},
                                     reviewed ? db::Param{from.plus(hours{3})} : db::Param{std::nullopt},
                                     reviewed ? db::Param{"terecht"} : db::Param{std::nullopt}});
    }
}

namespace {
constexpr int reactiedagen = 10;

/// Sent on `sent` for the first working day from `on` on. Nothing when the rules refuse it.
std::optional<brede_intake::Opgeroepen> call_up(db::Connection& c, vertrouwen::Kluis const& kluis,
                                                vertrouwen::Access const& access, Timestamp now, DossierId dossier,
                                                GebruikerId with, Date sent, Date on, int begin) {
    auto const feiten = brede_intake::feiten(c, access, dossier, brede_intake::oproepen(c, access, dossier));
    auto const day = inburgeringstermijn::werkdag(on).uitkomst;
    auto const allowed = brede_intake::oproep(
        feiten,
        {.dag = day, .begin = begin, .einde = begin + 60, .plaats = "Spreekkamer 3", .reactiedagen = reactiedagen},
        sent);
    if (!allowed) return std::nullopt;
    return brede_intake::roep_op(c, kluis, access, now, sent, dossier, allowed->uitkomst,
                                 {.dag = day,
                                  .begin = begin,
                                  .einde = begin + 60,
                                  .plaats = "Spreekkamer 3",
                                  .tolk_taal = {},
                                  .wijze = "persoonlijk",
                                  .met = with});
}
}

void letterhead(db::Connection& c, Rijen& ids, GemeenteId gemeente, GebruikerId by, Timestamp now,
                std::string_view place) {
    brieven::zet_briefhoofd(c, vertrouwen::Access::systeem(gemeente, by), now,
                            {"Team Inburgering", fmt::format("Postbus 10001, 5460 AA {}", place),
                             fmt::format("Stadhuisplein 1, {}", place), "14 0413", "www.meedoen.voorbeeld"});
    c.exec(queries::add_policy, {ids.next_id(), gemeente, "oproep.reactietermijn", std::to_string(reactiedagen),
                                 Date{2022y / 1 / 1}, "Besluit van het college, 14 december 2021", by, now});
}

void call_ups(db::Connection& c, vertrouwen::Kluis const& kluis, GemeenteId gemeente, GebruikerId klantmanager,
              Timestamp now, Date today) {
    using std::chrono::days;
    auto const access = vertrouwen::Access::systeem(gemeente, klantmanager);
    auto const files =
        c.list(queries::not_spoken_to, {gemeente, klantmanager}, [](db::Row const& r) { return r.get<DossierId>(0); });
    for (std::size_t i = 0; i < files.size(); ++i) {
        bool const stayed_away = i == 1;
        Date const sent = today - days{stayed_away ? 21 : 2};
        Date const on = today + days{stayed_away ? -7 : 10 + static_cast<int>(i)};
        if (!call_up(c, kluis, access, now, files[i], klantmanager, sent, on, 9 * 60 + static_cast<int>(i) * 60))
            continue;
        if (!stayed_away) continue;
        auto const last = brede_intake::oproepen(c, access, files[i]).back();
        brede_intake::leg_uitkomst_vast(
            c, kluis, access, now, today, files[i], last,
            {brede_intake::OproepUitkomst::niet_verschenen, last.feit.afspraak, "Niet gekomen en niet gebeld."});
    }
}
}
