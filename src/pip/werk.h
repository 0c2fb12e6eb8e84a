#pragma once
#include "leerbaarheidstoets/werk.h"
#include "pip/store.h"
#include "platform/i18n/i18n.h"
#include "platform/jobs/jobs.h"

/// Tasks that follow from the plan and its file; the legal clock's own task ("PIP vaststellen") is made by
/// inburgeringstermijn.
namespace pip {

struct Werkfeiten {
    std::optional<Stand> draft;   // of the draft, when there is one
    bool eerste = true;           // no plan is in force yet
    bool intake_klaar = false;
    std::optional<Date> pip_uiterlijk;
};
std::optional<leerbaarheidstoets::Werk> volgend_werk(Werkfeiten const&, Date today);
/// The task of plan and test as they follow from the file now. In the caller's transaction; call also when an intake
/// was begun or closed.
void follow(db::Connection&, Omgeving const&, DossierId);

inline constexpr std::string_view besluit_versturen = i18n::N_("Besluit over het PIP versturen");
/// The decision may have been sent: then its task is done.
void letter_sent(db::Connection&, Omgeving const&, DossierId);

inline constexpr std::string_view work_job = "pip.werk";
/// Follows every open file whose intake was begun or closed and that waits for its task; plans itself again.
jobs::Worker work_worker(db::Database&, vertrouwen::Kluis const&, platform::Clock);
void plan_work(db::Connection&, Timestamp when);
/// The work of the job for one municipality; files done.
int work(db::Database&, vertrouwen::Kluis const&, GemeenteId, Timestamp now, Date today,
         std::function<bool()> const& alive);
}
