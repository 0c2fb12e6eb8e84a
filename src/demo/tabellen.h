#pragma once
#include <string_view>
#include <vector>

namespace demo {
/// A table that the demonstration fills, with the columns of its rows in their order.
struct Tabel {
    std::string_view naam;
    std::vector<std::string_view> kolommen;
};
/// In the order in which foreign keys allow them.
std::vector<Tabel> const& tabellen();
}
