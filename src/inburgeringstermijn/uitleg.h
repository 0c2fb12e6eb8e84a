#pragma once
#include "kernel/waarom.h"

/// Building blocks of an explanation that several rules of this slice share.
namespace inburgeringstermijn {
/// Adds why `ongerold` moved to the next working day; nothing when it did not. Gives the rolled day.
Date leg_rollen_uit(std::vector<Waarom>&, Date ongerold);
/// Adds that the act did not hold yet on this day (Wet 54); nothing from 1-1-2022 on.
void leg_begin_wet_uit(std::vector<Waarom>&, Date day);
}
