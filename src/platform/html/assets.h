#pragma once
#include <string_view>

/// Style sheets, fonts and scripts, built by tools/assets and linked into the program. Their names hold a hash of their
/// content, so a browser may keep them for ever.
namespace html {
struct Asset {
    std::string_view path;   // "/static/meedoen.4f6c1a20.css"
    std::string_view content_type;
    std::string_view bytes;
    std::string_view gzip;   // empty where it would not be smaller
    std::string_view hash;   // for an ETag
};
/// The asset at this path, or nullptr. The pointer stays valid.
Asset const* find_asset(std::string_view path);
/// The path of "meedoen.css", "meedoen.js" …; any name that was not built is a Bug.
std::string_view asset_url(std::string_view name);
}
