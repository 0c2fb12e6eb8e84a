#pragma once
#include "leerbaarheidstoets/store.h"

#include <span>

/// Tasks that follow from the state of a file, also for the plan.
namespace leerbaarheidstoets {

struct Werk {
    std::string_view soort, titel, toelichting, artikel;   // fixed Dutch
    Date uiterlijk;
};
/// Of the open tasks with one of `eigen` as their title, only `gewenst` stays; it is made when it is not there. What is
/// not wanted any more is done. Call in the transaction of the change.
void volg(db::Connection&, Omgeving const&, DossierId, std::span<std::string_view const> eigen,
          std::optional<Werk> const& gewenst);

struct Werkfeiten {
    Uitkomst toets;
    bool intake_begonnen = false, intake_klaar = false, plan_vast = false;
    std::optional<Date> pip_uiterlijk;
};
/// The next thing to do about the test: ask, plan, ask the result, tell DUO; nothing once it is settled.
std::optional<Werk> volgend_werk(Werkfeiten const&, bool duo_weet_uitzondering, Date today);
/// Somebody must judge a refusal in the call-ups of the intake (Wet 22(1), R2.24).
void meld_weigering(db::Connection&, Omgeving const&, DossierId);
/// The task of the test as it follows from the file now.
void follow(db::Connection&, Omgeving const&, DossierId);
}
