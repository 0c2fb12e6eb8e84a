#pragma once
#include <string>
#include <string_view>

namespace vertrouwen {

/// What one Argon2id sum costs.
struct HashCost {
    unsigned long long passes;
    std::size_t memory_bytes;
    static HashCost production();   // 2 passes over 64 MiB
    static HashCost lowest();       // tests and large demos only
};
/// At most three sums run at once: memory stays under 200 MiB whatever comes in.
std::string hash_password(std::string_view password, HashCost);
/// An empty hash costs as much as a real one and never fits, so that time does not tell whether a user exists.
enum class Fit { no, yes, yes_but_old };   // yes_but_old: made at another cost, hash again
Fit password_fits(std::string_view hash, std::string_view password, HashCost);
/// Readable and random: for somebody to type once.
std::string new_password();
}
