#pragma once
#include "gate/context.h"

namespace app {
/// Makes tasks of what the privacy officers must look at (vertrouwen::alert_job).
jobs::Worker alert_worker(gate::App& app);
}
