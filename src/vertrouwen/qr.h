#pragma once
#include "platform/html/html.h"

#include <string>
#include <string_view>

namespace vertrouwen {
/// The picture that an authenticator app scans.
html::Html qr_picture(std::string const& content, std::string_view label);
}
