#pragma once
#include <string>
#include <string_view>

namespace http {
/// A name to show and to offer for saving: no folders, no control or direction marks (which make "exe.pdf" of
/// "fdp.exe"), at most 200 bytes with its ending kept, never empty.
std::string safe_filename(std::string_view name);
/// `attachment; filename="…"; filename*=UTF-8''…`, readable by old and new clients.
std::string attachment_disposition(std::string_view name);
}
