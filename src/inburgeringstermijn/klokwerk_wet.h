#pragma once
#include "inburgeringstermijn/klokwerk.h"

namespace inburgeringstermijn::klokwerk {
/// Fixing the PIP; nothing when the facts do not speak of it.
std::optional<Klok> pip_klok(Vraag const&);
/// DUO's day leads; ours and its reasons are shown beside it.
void leg_verschil_uit(Klok&, Date own, std::vector<Waarom> own_reasons);
}
