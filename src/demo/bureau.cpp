#include "demo/bureau.h"

#include "demo/queries.h"
#include "instroom/dubbelen.h"

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
}
