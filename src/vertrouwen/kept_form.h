#pragma once
#include "vertrouwen/store.h"

/// A form that was sent after the session had timed out: sealed, and given back to the same user after logging in.
namespace vertrouwen {
struct BewaardFormulier {
    std::int64_t id;
    std::string pad;
    std::vector<std::pair<std::string, std::string>> velden;
    Timestamp bewaard_op;
};
class KeptForms {
public:
    KeptForms(db::Database& database, Kluis const& kluis, platform::Clock clock)
        : db_{database}, kluis_{kluis}, clock_{clock} {}
    /// Replaces what was kept before: one form a user.
    void keep(GebruikerId, std::string_view path, std::vector<std::pair<std::string, std::string>> const& fields);
    std::optional<BewaardFormulier> find(GebruikerId);
    void drop(GebruikerId);

private:
    db::Database& db_;
    Kluis const& kluis_;
    platform::Clock clock_;
};
}
