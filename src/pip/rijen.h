#pragma once
#include "pip/store.h"

/// Rows of a plan. Inside this slice only.
namespace pip::rijen {
/// Goals about health are sealed (AVG art. 9).
bool is_gezondheid(std::string_view leefgebied);
enum class Zicht { zonder, met_gezondheid };   // met_gezondheid: also to copy them where nobody sees them
std::vector<Doel> doelen(db::Connection&, vertrouwen::Kluis const&, PipId, Zicht);
}
