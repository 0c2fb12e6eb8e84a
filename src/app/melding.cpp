#include "app/melding.h"

#include "vertrouwen/logs.h"
#include "werkvoorraad/store.h"

#include <charconv>

namespace app {

jobs::Worker alert_worker(gate::App& app) {
    return [&app](jobs::Job const& job, std::function<bool()> const&) {
        auto const space = job.payload.find(' ');
        check(space != std::string::npos);
        DossierId dossier;
        std::from_chars(job.payload.data() + space + 1, job.payload.data() + job.payload.size(), dossier.value);
        bool const emergency = job.payload.starts_with("noodtoegang");
        auto const access = vertrouwen::Access::systeem(job.gemeente);
        app.database.write(db::Scope::of(job.gemeente), [&](db::Connection& c) {
            // The file itself is left out: the task would move along with it, and be seen by whom it is about.
            auto const number = vertrouwen::number_of_file(c, access, dossier).value_or("");
            for (auto const officer : vertrouwen::privacy_officers(c, job.gemeente))
                werkvoorraad::add(
                    c, access, app.clock.now(),
                    {.dossier = {},
                     .soort = "overig",
                     .titel = std::string{emergency ? i18n::N_("Kijk de noodtoegang na")
                                                    : i18n::N_("Kijk na wie een eigen dossier wilde openen")},
                     .toelichting = number,
                     .uiterlijk = app.clock.today(),
                     .eigenaar = officer});
        });
    };
}
}
