#pragma once
#include <cstdint>
#include <string>

namespace http {
/// Random bits for names and lengths, not for secrets.
std::uint64_t random_bits();
/// Sixteen hexadecimal digits, to find a request again in the log.
std::string new_request_id();
}
