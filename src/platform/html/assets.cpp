#include "platform/html/assets.h"

#include "kernel/check.h"
#include "platform/html/asset_table.h"

#include <algorithm>
#include <string>

namespace html {

Asset const* find_asset(std::string_view path) {
    auto const table = asset_table();
    auto const found = std::ranges::find(table, path, [](NamedAsset const& one) { return one.asset.path; });
    return found == table.end() ? nullptr : &found->asset;
}

std::string_view asset_url(std::string_view name) {
    for (auto const& one : asset_table())
        if (one.name == name) return one.asset.path;
    throw Bug{"no asset " + std::string{name}};
}
}
