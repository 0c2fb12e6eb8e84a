#pragma once
#include "kernel/check.h"

#include <compare>
#include <cstdint>
#include <string>

enum class Rounding { down, half_up, up };   // down = towards zero; no default: the law decides
struct Fraction {
    std::int64_t part, whole;
};   // {1, 3} is a third; whole must be positive
__extension__ typedef __int128 Wide;

/// An exact amount. Unit: eurocent. Overflow is our bug, never a user's.
class Money {
public:
    constexpr Money() = default;
    static constexpr Money cents(std::int64_t n) { return Money{n}; }
    constexpr std::int64_t in_cents() const { return cents_; }
    friend constexpr auto operator<=>(Money, Money) = default;
    friend constexpr Money operator+(Money a, Money b) { return narrow(Wide{a.cents_} + b.cents_); }
    friend constexpr Money operator-(Money a, Money b) { return narrow(Wide{a.cents_} - b.cents_); }
    /// This fraction of the amount, in whole cents.
    constexpr Money share(Fraction f, Rounding rounding) const {
        check(f.whole > 0);
        Wide const product = Wide{cents_} * f.part, quotient = product / f.whole, rest = product % f.whole;
        Wide const distance = rest < 0 ? -rest : rest;
        bool const step =
            rounding == Rounding::up ? distance > 0 : rounding == Rounding::half_up && 2 * distance >= f.whole;
        return narrow(step ? quotient + (product < 0 ? -1 : 1) : quotient);
    }

private:
    constexpr explicit Money(std::int64_t n) : cents_{n} {}
    static constexpr Money narrow(Wide n) {
        auto const cents = static_cast<std::int64_t>(n);
        check(cents == n);
        return Money{cents};
    }
    std::int64_t cents_{};
};
