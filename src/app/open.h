#pragma once
#include "app/command_list.h"
#include "platform/config/config.h"
#include "platform/db/db.h"
#include "vertrouwen/kluis.h"

#include <memory>
#include <optional>

namespace app {
/// What every subcommand with a database starts with. On failure nothing is opened and `exit_code` says how to end;
/// the reasons stand on standard error.
struct Opened {
    config::Config config;
    std::unique_ptr<db::Database> database;
    std::optional<vertrouwen::Kluis> kluis;
    int exit_code = 0;
};
/// `fill`: the schema as it is, and quick but not safe against a power cut, for filling an empty database.
enum class Schema { must_be_current, as_it_is, fill };
Opened open(Settings const&, Schema);
}
