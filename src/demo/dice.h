#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace demo {

/// Throws that are the same for the same seed (splitmix64). One a file, so that a file does not depend on its
/// neighbours.
class Dice {
public:
    constexpr explicit Dice(std::uint64_t seed) : state_{seed} {}
    constexpr std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    /// From `low` up to and including `high`.
    constexpr int between(int low, int high) {
        return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
    }
    constexpr bool chance(int percent) { return between(1, 100) <= percent; }
    template <class T> T const& pick(std::span<T const> from) { return from[next() % from.size()]; }
    /// The index whose share of 100 the throw falls in; the last one takes the rest.
    template <std::size_t N> constexpr std::size_t share(std::array<int, N> const& percents) {
        int thrown = between(1, 100);
        for (std::size_t i = 0; i + 1 < N; ++i)
            if ((thrown -= percents[i]) <= 0) return i;
        return N - 1;
    }

private:
    std::uint64_t state_;
};
}
