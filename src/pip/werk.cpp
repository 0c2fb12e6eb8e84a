#include "pip/werk.h"

#include "brede_intake/store.h"
#include "inburgeringstermijn/store.h"
#include "pip/brief.h"
#include "pip/queries.h"
#include "platform/i18n/i18n.h"

#include <algorithm>
#include <array>

namespace pip {
using i18n::N_;
using leerbaarheidstoets::Werk;

namespace {
constexpr std::string_view voorbereiden = N_("PIP voorbereiden"), bespreken = N_("PIP bespreken met de inburgeraar"),
                           vaststellen = N_("Gewijzigd PIP vaststellen");
constexpr std::array<std::string_view, 3> eigen_titels{voorbereiden, bespreken, vaststellen};

Date voor(std::optional<Date> pip, std::chrono::days before, Date today) {
    return pip ? std::max(*pip - before, today) : today + std::chrono::weeks{1};
}
}

std::optional<Werk> volgend_werk(Werkfeiten const& f, Date today) {
    using std::chrono::days;
    if (!f.draft) {
        if (!f.eerste || !f.intake_klaar) return std::nullopt;
        return Werk{"pip", voorbereiden, N_("De intake is klaar. Maak een concept van het plan."), "Wet 15",
                    voor(f.pip_uiterlijk, days{21}, today)};
    }
    if (*f.draft == Stand::in_concept)
        return Werk{"pip", bespreken, N_("Leg het concept voor en bespreek het."), "Wet 15",
                    voor(f.pip_uiterlijk, days{10}, today)};
    if (f.eerste) return std::nullopt;   // the clock's own task says it
    return Werk{"pip", vaststellen, N_("Het gewijzigde plan is voorgelegd. Stel het vast."), "Besluit 5.3",
                voor(f.pip_uiterlijk, days{0}, today)};
}

void follow(db::Connection& c, Omgeving const& o, DossierId dossier) {
    leerbaarheidstoets::Omgeving const test{o.kluis, o.access, o.now, o.today};
    leerbaarheidstoets::follow(c, test, dossier);
    Werkfeiten facts;
    auto const plan = huidig(c, o.access, dossier);
    if (plan && (plan->stand == Stand::in_concept || plan->stand == Stand::voorgelegd)) facts.draft = plan->stand;
    auto const intake = brede_intake::samenvatting(c, o.access, dossier);
    facts.intake_klaar = intake && intake->afgerond;
    for (auto const& clock : inburgeringstermijn::clocks(c, dossier, o.today)) {
        using inburgeringstermijn::KlokStand;
        if (clock.soort != inburgeringstermijn::KlokSoort::pip) continue;
        if (clock.stand == KlokStand::gehaald) facts.eerste = false;
        if (clock.stand == KlokStand::loopt) facts.pip_uiterlijk = clock.uiterlijk;
    }
    leerbaarheidstoets::volg(c, test, dossier, eigen_titels, volgend_werk(facts, o.today));
}

void letter_sent(db::Connection& c, Omgeving const& o, DossierId dossier) {
    auto const current = geldend(c, o.access, dossier);
    if (!current) return;
    auto const letter = brieven::van_bron(c, o.access, dossier, brief_bron(current->id));
    if (!letter || letter->stand == brieven::Stand::in_concept) return;
    constexpr std::array<std::string_view, 1> own{besluit_versturen};
    leerbaarheidstoets::volg(c, {o.kluis, o.access, o.now, o.today}, dossier, own, std::nullopt);
}

int work(db::Database& database, vertrouwen::Kluis const& kluis, GemeenteId gemeente, Timestamp now, Date today,
         std::function<bool()> const& alive) {
    auto const access = vertrouwen::Access::systeem(gemeente);
    Omgeving const o{kluis, access, now, today};
    int done = 0;
    for (DossierId last{};;) {
        auto const batch = database.read(db::Scope::of(gemeente), [&](db::Connection& c) {
            return c.list(queries::files_without_work, {gemeente, last},
                          [](db::Row const& r) { return r.get<DossierId>(0); });
        });
        if (batch.empty() || !alive()) return done;
        database.write(db::Scope::of(gemeente), [&](db::Connection& c) {
            for (auto const dossier : batch) follow(c, o, dossier);
        });
        done += static_cast<int>(batch.size());
        last = batch.back();
    }
}

jobs::Worker work_worker(db::Database& database, vertrouwen::Kluis const& kluis, platform::Clock clock) {
    return [&database, &kluis, clock](jobs::Job const&, std::function<bool()> const& alive) {
        auto const all = database.read(db::Scope::system(), [](db::Connection& c) {
            return c.list(queries::municipalities, {}, [](db::Row const& r) { return r.get<GemeenteId>(0); });
        });
        for (auto const gemeente : all) work(database, kluis, gemeente, clock.now(), clock.today(), alive);
        auto const night = platform::moment_of({clock.today() + std::chrono::days{1}, 1, 30});
        database.write(db::Scope::system(), [&](db::Connection& c) { plan_work(c, night); });
    };
}

void plan_work(db::Connection& c, Timestamp when) {
    auto const key = fmt::format("{} {}", work_job, to_iso(platform::local_time(when).day));
    jobs::add(c, GemeenteId{}, work_job, "", when, key);
}
}
