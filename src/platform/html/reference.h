#pragma once
#include "platform/html/html.h"

#include <string_view>

namespace html {
/// A number by which something is called ("2026-000123"): never broken over two lines.
Html reference(std::string_view number);
}
