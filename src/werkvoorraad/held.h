#pragma once
#include "werkvoorraad/counts.h"

/// A task under the lock of this transaction: how every change of a task begins.
namespace werkvoorraad {
struct Held {
    TaakId id;
    Plek plek;
    std::string termijnsoort, wacht_op;
    Aard aard() const { return {plek.stand, !termijnsoort.empty()}; }
};
/// Nothing when this municipality has no such task.
std::optional<Held> hold(db::Connection&, vertrouwen::Access const&, TaakId);
/// Writes the new place and moves the counts along.
void change(db::Connection&, vertrouwen::Access const&, Held const&, Plek const& to, std::string_view wacht_op);
bool is_done(Stand);
}
