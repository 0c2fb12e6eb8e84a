#pragma once
#include "platform/html/assets.h"

#include <span>

namespace html {
struct NamedAsset {
    std::string_view name;
    Asset asset;
};
/// Made by tools/assets.
std::span<NamedAsset const> asset_table();
}
