#pragma once
#include "brp/persoon.h"
#include "instroom/store.h"

namespace instroom {
/// A person list (everything the BRP knows: what is missing is no longer so) or an answer of the BRP API (only what was
/// asked).
enum class BrpBron { lijst, api };
Persoonsgegevens uit_brp(brp::Persoon const&, BrpBron);
}
