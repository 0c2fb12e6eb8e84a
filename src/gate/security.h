#pragma once
#include "platform/http/http.h"

#include <string>
#include <string_view>

namespace gate {
/// Headers that every answer carries: no framing, no sniffing, no inline script or style, no caching of pages.
void add_security_headers(http::Response& response, bool secure, bool cacheable);
/// The token of a form: keyed by the session, bound to the path it posts to.
std::string form_token(std::string_view session_key, std::string_view action);
bool token_fits(std::string_view session_key, std::string_view action, std::string_view token);
/// A path of our own, or "/mijn-werk": what may stand in ?terug=.
std::string local_path(std::string_view wanted);
}
