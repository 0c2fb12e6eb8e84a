#pragma once
#include "duo/store.h"

namespace duo {
/// What a notice does to the person's file, timeline, facts, clocks and tasks. `achterhaald`: DUO registered something
/// later about the same: then only what is missing is filled in.
void apply(db::Connection&, Omgeving const&, Melding const&, Gebeurtenis const&, std::int64_t melding, PersoonId,
           bool achterhaald);
}
