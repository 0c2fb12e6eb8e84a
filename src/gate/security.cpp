#include "gate/security.h"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace gate {
namespace {
constexpr std::string_view policy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; "
                                    "img-src 'self' data:; connect-src 'self'; form-action 'self'; "
                                    "frame-ancestors 'none'; base-uri 'none'";
}

void add_security_headers(http::Response& response, bool secure, bool cacheable) {
    response.header("Content-Security-Policy", std::string{policy});
    response.header("X-Content-Type-Options", "nosniff");
    response.header("X-Frame-Options", "DENY");
    response.header("Referrer-Policy", "same-origin");
    response.header("Cross-Origin-Opener-Policy", "same-origin");
    response.header("Cross-Origin-Resource-Policy", "same-origin");
    response.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (secure) response.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    if (!cacheable) response.header("Cache-Control", "no-store");
}

std::string form_token(std::string_view session_key, std::string_view action) {
    action = action.substr(0, action.find('?'));
    std::array<unsigned char, 24> sum{};
    crypto_generichash(sum.data(), sum.size(), reinterpret_cast<unsigned char const*>(action.data()), action.size(),
                       reinterpret_cast<unsigned char const*>(session_key.data()),
                       std::min<std::size_t>(session_key.size(), crypto_generichash_KEYBYTES_MAX));
    std::array<char, 64> text{};
    sodium_bin2base64(text.data(), text.size(), sum.data(), sum.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

bool token_fits(std::string_view session_key, std::string_view action, std::string_view token) {
    auto const right = form_token(session_key, action);
    return right.size() == token.size() && sodium_memcmp(right.data(), token.data(), right.size()) == 0;
}

std::string local_path(std::string_view wanted) {
    // Browsers read a backslash as a slash and skip tabs and line ends: slash, tab, slash would lead elsewhere.
    auto const risky = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7f || c == '\\'; };
    bool const own = wanted.size() < 1000 && wanted.starts_with('/') && !wanted.starts_with("//")
                     && std::ranges::none_of(wanted, risky);
    return std::string{own ? wanted : "/mijn-werk"};
}
}
