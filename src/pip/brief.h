#pragma once
#include "brieven/store.h"
#include "pip/store.h"

/// What the decision letter says of a plan.
namespace pip {
std::string brief_bron(PipId);   // "pip 123"
/// Goals about health never stand in a letter.
brieven::Waarden brief_waarden(db::Connection&, Omgeving const&, DossierId, PipId);
}
