#pragma once
#include "kernel/check.h"
#include "kernel/date.h"

#include <array>
#include <string_view>

/// Where a rule stands, as a caseworker cites it: {"Wi2021", "art. 15", "lid 1"}.
struct LawRef {
    std::string_view law, article, part;
    friend constexpr bool operator==(LawRef const&, LawRef const&) = default;
};

/// How sure we are of a rule (domain rulebook §0.1): P read in the consolidated text, A official primary source,
/// B professional secondary, C third-party citing the article, D derived, S local plan, M from memory: "niet
/// bevestigd".
enum class Zekerheid : char { P = 'P', A = 'A', B = 'B', C = 'C', D = 'D', S = 'S', M = 'M' };

/// What rests on two rules is no surer than the weaker one. From sure to unsure: P A B C D S M.
constexpr Zekerheid weakest(Zekerheid a, Zekerheid b) {
    constexpr std::string_view order = "PABCDSM";
    return order.find(static_cast<char>(a)) < order.find(static_cast<char>(b)) ? b : a;
}

template <class T> struct Version {
    Date from;
    T value;
    LawRef source;
    Zekerheid zekerheid;
};
template <class T> Version(Date, T, LawRef, Zekerheid) -> Version<T>;

/// One legal value through time, oldest first. Data out of order or without a source does not compile.
template <class T, std::size_t N> struct Parameter {
    std::array<Version<T>, N> versions;
    Date checked;   // last day a person compared this with the official text
    consteval Parameter(Version<T> const (&list)[N], Date day) : versions{std::to_array(list)}, checked{day} {
        for (std::size_t i = 0; i < N; ++i) {
            check(!versions[i].source.article.empty());
            check(i == 0 || versions[i - 1].from < versions[i].from);
        }
    }
    /// The version in force on `day`, source included; nullptr before the first one.
    constexpr Version<T> const* on(Date day) const {
        Version<T> const* found = nullptr;
        for (auto const& version : versions)
            if (version.from <= day) found = &version;
        return found;
    }
    /// For a day on which the law must be in force already: the oldest version stands in before it.
    constexpr Version<T> const& since(Date day) const {
        auto const* found = on(day);
        return found ? *found : versions.front();
    }
};
