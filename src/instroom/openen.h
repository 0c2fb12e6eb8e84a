#pragma once
#include "gate/context.h"

namespace instroom {
/// The open file of a person, or a new one. A klantmanager who opens it gets it: otherwise the maker would have to name
/// a purpose for the file that he just made.
DossierId open_as(db::Connection&, gate::Context const&, PersoonId);
}
