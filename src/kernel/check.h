#pragma once
#include <stdexcept>
#include <string>

/// A fault of ours: this request fails, rolls back and is logged. Never caused by what a user, the data or the law
/// does.
struct Bug : std::logic_error {
    using std::logic_error::logic_error;
};

/// States what must be so. Fails the build in constant code; at run time this request fails and rolls back.
constexpr void check(bool holds, char const* file = __builtin_FILE(), int line = __builtin_LINE()) {
    if (!holds) throw Bug{file + (":" + std::to_string(line))};
}
