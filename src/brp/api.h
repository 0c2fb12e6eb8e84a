#pragma once
#include "brp/persoon.h"

#include <functional>

/// Reader of persons as the BRP API Personen 2.7.0 answers them.
namespace brp {

struct ApiGelezen {
    int regel;
    Result<Persoon, Weigering> uitkomst;
};   // regel: line, or the how-manieth person of a list
/// Reads {"personen":[…]}, an array of persons, one person, or one of these a line; calls `take` for each in order. A
/// Dutch sentence when the whole is no such thing.
std::optional<std::string> lees_api(std::string_view text, std::function<void(ApiGelezen)> const& take);
}
