#pragma once
#include <string>
#include <string_view>

namespace http {
/// Whether an Accept-Encoding header takes gzip: named or `*`, and not with q=0.
bool accepts_gzip(std::string_view accept_encoding);
/// Whether answers of this type shrink: text, JSON, SVG, scripts; not pictures, archives or event streams.
bool is_compressible(std::string_view content_type);
/// At the fast level, with a random number of filler bytes.
std::string gzip(std::string_view text);
}
