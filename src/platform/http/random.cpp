#include "platform/http/random.h"

#include <fmt/core.h>
#include <random>

namespace http {

std::uint64_t random_bits() {
    thread_local std::mt19937_64 generator{[] {
        std::random_device device;
        return (std::uint64_t{device()} << 32) | device();
    }()};
    return generator();
}

std::string new_request_id() { return fmt::format("{:016x}", random_bits()); }
}
